"""Documents, a guardian's children, a copy and a deletion of one's data, as conversations."""

import dataclasses
import io
import json
import zipfile

from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.people import Person as Somebody
from bot.storage.tables import metadata
from bot.usecases.consents import consent_rounds
from bot.usecases.joining import intake
from bot.usecases.team import invitations
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, NASTYA, comes, somebody
from tests.town import House


async def minor(house: House, account: int) -> Person:
    """Somebody whose form is sent and who waits for a guardian."""
    return await house.joined(
        dataclasses.replace(somebody(account), adult=False, guardian=None, state="guardian")
    )


async def guardian_link(house: House, account: int) -> str:
    me = await house.world.actor(account)
    [step] = await intake.steps(house.stage.parts.db, me)
    return await invitations.invite_guardian(
        house.stage.parts.db, me, participation_id=step.participation_id
    )


async def agrees(olga: Person, *, first: bool) -> int:
    """From the opened link to the end; how many taps that took."""
    taps = 0
    if first:
        await olga.waits_for("На каком языке говорить?")
        await olga.clicks("Русский")
        taps += 1
    await olga.clicks("Перейти к согласию")
    await olga.says("Ольга Орлова")
    await olga.waits_for("Согласие даёт: Ольга Орлова")
    await olga.clicks("Согласиться")
    await olga.waits_for("согласие получено")
    return taps + 2


async def test_a_guardian_is_done_in_at_most_five_taps(house: House) -> None:
    await house.curator()
    await minor(house, DIMA)
    olga = await house.newcomer("Ольга")
    await olga.starts(await guardian_link(house, DIMA))
    assert 1 + await agrees(olga, first=True) <= 5  # the first tap opens the link


async def test_a_guardian_of_two_children_sees_each_and_takes_one_out(house: House) -> None:
    await house.curator()
    await minor(house, DIMA)
    await minor(house, NASTYA)
    olga = await house.newcomer("Ольга")
    await olga.starts(await guardian_link(house, DIMA))
    await agrees(olga, first=True)
    await olga.clicks("Ещё согласия — по желанию")
    await olga.waits_for("Согласия за ребёнка: Дима Орлов")
    await olga.clicks("☐ Согласие на психологические анкеты ребёнка")
    await olga.waits_for("Психологические анкеты — по желанию")
    await olga.clicks("Не соглашаться")
    await olga.waits_for("Согласие на психологические анкеты ребёнка: отказ")
    await olga.clicks("☐ Согласие на публикацию о ребёнке")
    await olga.clicks("Прочитать полностью")
    await olga.waits_for("РАСПРОСТРАНЕНИЕ ДАННЫХ РЕБЁНКА")
    await olga.clicks("Согласиться")
    await olga.waits_for("✓ Согласие на публикацию о ребёнке: дано")
    await olga.starts(await guardian_link(house, NASTYA))
    await agrees(olga, first=False)
    await olga.clicks("В меню")
    await olga.waits_for_button("👤 Дима Орлов")
    assert "👤 Настя Никитина" in olga.buttons
    await olga.clicks("👤 Настя Никитина")
    await olga.waits_for("анкета у куратора")
    assert "Дима" not in olga.sees
    await olga.clicks("Отозвать участие…")
    await olga.waits_for("Отозвать согласие за ребёнка (Настя Никитина)?")
    await olga.clicks("Да, отозвать")
    await olga.waits_for("участие ребёнка закончено")
    states = {}
    for account in (DIMA, NASTYA):
        [step] = await intake.steps(house.stage.parts.db, await house.world.actor(account))
        states[account] = str(step.state)
    assert states == {DIMA: "applied", NASTYA: "withdrawn"}


async def test_a_guardian_sees_the_mentors_first_name_and_the_next_meeting(house: House) -> None:
    await house.curator()
    child = next(a for a in (DIMA, NASTYA) if somebody(a).guardian is not None)
    await comes(house, child)
    await comes(house, IGOR)
    await house.pair(child, IGOR)
    known = somebody(child).guardian
    assert known is not None
    olga = await house.town.person(known[0])
    await olga.says("/menu")
    await olga.clicks(f"👤 {somebody(child).name}")
    await olga.waits_for("наставник: Игорь")
    assert "Сафонов" not in olga.sees
    assert "участвует в программе" in olga.sees


async def test_an_optional_consent_is_given_and_taken_back_in_two_taps_each(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    await igor.says("/privacy")
    await igor.clicks("🔒 Все согласия")
    await igor.waits_for("Согласие на публикацию: ответа пока нет")
    await igor.clicks("☐ Согласие на публикацию")
    await igor.clicks("Согласиться")
    await igor.waits_for("✓ Согласие на публикацию: дано")
    await igor.clicks("✓ Согласие на публикацию")
    await igor.clicks("Отозвать согласие")
    await igor.waits_for("☐ Согласие на публикацию: отозвано")


async def test_at_14_the_letter_leads_straight_to_the_document(house: House) -> None:
    await house.curator()
    petya = await house.newcomer("Петя")
    await petya.starts(await house.link(Role.MENTEE))
    for label in ("Русский", "Начать", "До 14", "Понятно"):
        await petya.clicks(label)
    db, me = house.stage.parts.db, await house.world.actor(petya.id)
    async with db.transaction() as tx:
        (await tx.get(Somebody, me.person_id)).birth_date = house.stage.wall().date().replace(
            year=house.stage.wall().year - 14
        )
    await consent_rounds.round_of(db, house.stage.parts.profile)
    await house.settles()
    await petya.waits_for("Тебе уже 14")
    await petya.clicks("Посмотреть и ответить")
    await petya.waits_for("Ответа пока нет: решать тебе.")
    await petya.clicks("Согласиться")
    await petya.waits_for("✓ Согласие участника до 18 лет: дано")


async def test_a_copy_of_everything_comes_as_a_file(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    await igor.says("/privacy")
    await igor.clicks("📦 Скачать копию")
    await igor.waits_for("Всё, что хранит бот")
    with zipfile.ZipFile(io.BytesIO(await igor.downloads(igor.documents[-1]))) as archive:
        rows = json.loads(archive.read("my-data.json"))
        page = archive.read("my-data.html").decode()
    assert rows["people"][0]["name"] == "Игорь Сафонов"
    assert {"contacts", "memberships", "consents", "participations", "responses"} <= set(rows)
    assert "Игорь Сафонов" in page
    assert "Согласие на обработку персональных данных" in page
    assert "{" not in page.partition("<body>")[2]


async def test_who_is_deleted_is_a_stranger_afterwards(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    igor = await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await igor.says("/privacy")
    await igor.clicks("Удалить всё…")
    await igor.waits_for("Удалить всё о вас?")
    await igor.clicks("Дальше")
    await igor.waits_for("Вернуть будет нельзя")
    await igor.clicks("Удалить навсегда")
    await igor.waits_for("Бот больше ничего о вас не знает")
    await house.settles()
    await anna.waits_for("согласие отозвано")
    left = {}
    async with house.stage.parts.db.reader.connect() as connection:
        for table in metadata.sorted_tables:
            rows = (await connection.execute(select(table))).all()
            said = " ".join(str(tuple(row)) for row in rows if table.name != "inbox")
            if "Сафонов" in said or f"'{IGOR}'" in said or f":{IGOR}" in said:
                left[table.name] = said
    assert left == {}
    await igor.says("/privacy")
    await igor.waits_for("недоступно")


async def test_a_curator_is_not_deleted_by_a_slip(house: House) -> None:
    anna = await house.curator()
    await anna.says("/privacy")
    await anna.waits_for("Что бот знает о вас")
    assert "Удалить всё…" not in anna.buttons


async def test_the_same_in_english(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    await igor.says("/language")
    await igor.clicks("English")
    await igor.says("/privacy")
    await igor.clicks("🔒 All consents")
    await igor.waits_for("Consent to publication: no answer yet")
    await igor.clicks("☐ Consent to psychological questionnaires")
    await igor.clicks("I do not agree")
    await igor.waits_for("Consent to psychological questionnaires: refused")
    await igor.says("/privacy")
    await igor.clicks("📦 Get a copy")
    await igor.waits_for("Everything the bot keeps")
    await igor.clicks("Delete everything…")
    await igor.waits_for("Delete everything about you?")
    await igor.clicks("Go on")
    await igor.clicks("Delete for good")
    await igor.waits_for("The bot knows nothing about you any more")


# What the house works with, looked at apart below; counts of an organisation by month.
NOT_ABOUT_PEOPLE = (
    "inbox", "conversations", "invitations", "leases", "clock_rules", "house_figures",
)  # fmt: skip
# All that may be known of a newcomer who has not agreed yet, table by table.
BEFORE_CONSENT = {
    "people": {
        "id", "locale", "tone", "created_at",
        "day_before_hour", "hour_before",  # when to remind, the same for everybody until chosen
    },
    "contacts": {"id", "person_id", "messenger", "address", "reachable"},
    "memberships": {"id", "person_id", "organisation_id", "programme_id", "role", "since"},
    "participations": {
        "id", "organisation_id", "programme_id", "person_id", "role", "state", "created_at",
        "form_sent", "guardian_needed", "guardian_agreed", "version",
    },
    "notices": {  # "you have begun, will you go on?": of whom and when, no word of theirs
        "id", "organisation_id", "kind", "to", "subject", "due_at", "try_at", "useful_until",
        "priority", "state",
    },
}  # fmt: skip


async def test_before_the_consent_only_the_account_the_age_band_and_the_programme_are_kept(
    house: House,
) -> None:
    """At the consent screen, after the age was typed: every row of every table is looked at."""
    await house.curator()
    link = await house.link(Role.MENTEE)
    before = await everything(house)
    lena = await house.newcomer("Лена Кузнецова")
    await lena.starts(link)
    await lena.clicks("Русский")
    await lena.clicks("Начать")
    await lena.says("16")
    await lena.waits_for("Сначала — о данных")
    await house.settles()
    after = await everything(house)
    new = {
        table: [row for row in rows if row not in before[table]]
        for table, rows in after.items()
        if table not in NOT_ABOUT_PEOPLE
    }
    told = {
        table: {name for row in rows for name, value in row.items() if value not in (None, False)}
        for table, rows in new.items()
        if rows
    }
    assert set(told) == set(BEFORE_CONSENT)
    assert all(columns <= BEFORE_CONSENT[table] for table, columns in told.items()), told
    [talk] = [row for row in after["conversations"] if str(lena.id) in str(row["key"])]
    assert "14-17" in str(talk["data"]), "the band is on the screen and nowhere else"
    everywhere = str({t: rows for t, rows in after.items() if t != "inbox"})
    assert "Кузнецова" not in everywhere
    done = [row for row in after["inbox"] if row["chat"] == str(lena.id)]
    assert done
    assert all(row["raw"] == "" for row in done), "the messenger's words about her are kept"


async def everything(house: House) -> dict[str, list[dict[str, object]]]:
    async with house.stage.parts.db.reader.connect() as connection:
        return {
            table.name: [dict(r) for r in (await connection.execute(select(table))).mappings()]
            for table in metadata.sorted_tables
        }

"""The curator works through her digest: every line opens its buttons, what is done is shown."""

from datetime import timedelta

from bot.domain.moments import local
from bot.usecases.applications import checking
from bot.usecases.desk import tasks, tickets
from sandbox.people import Letter, Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes, village_of
from tests.town import CURATOR, House


async def opens(house: House) -> Person:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    await house.passes(days=22)
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Рабочий стол")
    await anna.clicks("Сводка")
    await anna.waits_for("Нужны вы (1)")
    return anna


async def test_what_is_done_from_the_digest_is_shown_in_its_message(house: House) -> None:
    anna = await opens(house)
    pictures = len(anna.photos)
    await anna.clicks("🔴 Дима Орлов")
    await anna.waits_for("22 дня без первой встречи (с 13 марта)")
    await anna.clicks("К сводке")
    await anna.waits_for("Нужны вы (1)")
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("Не проблема")
    await anna.waits_for("Почему это не проблема?")
    await anna.clicks("К сводке")
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("С обоими")
    await anna.waits_for("✓ Дима Орлов — Игорь Сафонов: разговор с обоими")
    assert "Нужны вы" not in anna.sees
    assert "1 пара вернётся сама" in anna.sees
    assert len(anna.photos) == pictures, "it is the same message"


async def test_a_pair_is_put_off_until_a_day_that_is_typed(house: House) -> None:
    anna = await opens(house)
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("До даты")
    await anna.waits_for("До какого дня отложить пару")
    await anna.says("20 апреля")
    await anna.waits_for("вернётся в сводку 20 апреля")
    told = [one.text for one in anna.letters if "отложено до 20 апреля" in (one.text or "")]
    assert len(told) == 1, "the digest's own message shows it"


async def presses_unseen(house: House, person: Person, letter: Letter, label: str) -> None:
    """A press as the messenger tells of it under a message that it shows the bot no more."""
    telegram = house.stage.telegram
    data = next(b["data"] for row in letter.inline for b in row if label in b["text"])
    sender = telegram.people.get(person.id)
    telegram.updates.put(
        "callback_query",
        {
            "id": telegram.new_query(person.id),
            "from": sender.api(),
            "message": {"chat": sender.chat.api(), "message_id": letter.id, "date": 0},
            "chat_instance": "1",
            "data": data,
        },
        lane=person.id,
    )
    await house.settles()


def digests_of(person: Person) -> list[Letter]:
    return [one for one in person.letters if one.photo]


async def test_an_old_digest_shows_what_was_done_and_comes_anew_when_it_is_gone(
    house: House,
) -> None:
    anna = await opens(house)
    [old] = digests_of(anna)
    await presses_unseen(house, anna, old, "🔴 Дима Орлов")
    old = await anna.waits_for("• 22 дня без первой встречи")
    await presses_unseen(house, anna, old, "📞 Дима Орлов")
    await anna.waits_for("✓ Дима Орлов — Игорь Сафонов: разговор с наставляемым")
    assert len(digests_of(anna)) == 1, "it can still be changed"
    await house.passes(days=8)
    await anna.says("/digest")
    gone = await anna.waits_for("Нужны вы (1)")
    del house.stage.telegram.people.get(anna.id).chat.messages[gone.id]
    await presses_unseen(house, anna, gone, "🔴 Дима Орлов")
    anew = await anna.waits_for("• 30 дней без первой встречи")
    assert anew.id > gone.id
    await presses_unseen(house, anna, anew, "С обоими")
    assert (await anna.waits_for("разговор с обоими")).id == anew.id


async def waiting(house: House) -> None:
    """A question, a task of today, and a document that ends within two weeks."""
    village, _ = await village_of(house)
    me, dima = await house.world.actor(CURATOR), await house.world.actor(DIMA)
    async with village.db.reading() as tx:
        [asks] = await tx.participations.of_person(dima.person_id)
        igor = (await house.world.actor(IGOR)).person_id
        [mentor] = await tx.participations.of_person(igor)
    await tickets.ask(village.db, dima, participation_id=asks.id, words="Когда встреча?")
    today = local(village.wall(), "Asia/Yekaterinburg").date()
    await tasks.add(
        village.db, me, programme_id=house.programme_id, words="Позвонить в школу", due_on=today
    )
    shown = await checking.documents(
        village.db, me, participation_id=mentor.id, profile=village.profile
    )
    async with village.db.transaction() as tx:
        seen = [one.check_id for one in shown.lines if one.check_id]
        for check in (await tx.selection.checks_by_id(seen)).values():
            if check.expires_on is not None:
                check.expires_on = today + timedelta(days=7)


async def test_what_waits_beside_the_pairs_opens_from_the_digest_in_two_languages(
    house: House,
) -> None:
    anna = await opens(house)
    await waiting(house)
    await anna.says("/digest")
    told = await anna.waits_for("Нужны вы (2)")
    assert "🟡 Игорь Сафонов · Справка об отсутствии судимости: осталось 7 дней" in told.text
    assert "❓ 1 вопрос куратору ждёт ответа" in told.text
    assert "📌 Пора сделать: 1 ваше дело" in told.text
    await anna.clicks("🪪 Игорь Сафонов")
    await anna.waits_for("• Справка об отсутствии судимости: действует до")
    await anna.clicks("Напомнить обновить")
    await anna.waits_for("Письмо с просьбой обновить его ушло")
    assert not any("Напомнить" in label for label in anna.buttons)
    await anna.clicks("К сводке")
    told = await anna.waits_for("· письмо ушло")
    await anna.clicks("❓ Вопросы (1)")
    await anna.waits_for_button("Дима Орлов")
    await anna.says("/digest")
    await anna.clicks("📌 Мои дела (1)")
    await anna.waits_for_button("Позвонить в школу")
    await anna.says("/digest")
    await anna.clicks("🪪 Игорь Сафонов")
    await anna.clicks("Обновлён…")
    await anna.waits_for("Игорь Сафонов")
    await house.passes(days=1)
    igor = await house.town.person(IGOR)
    assert any("документ действует до" in one.text for one in igor.letters)

    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("pair")
    await anna.says("/digest")
    told = await anna.waits_for("❓ 1 question to the curator waits for an answer")
    assert "Certificate of no criminal record: 6 days left · written to on" in told.text
    assert "📌 Due: 1 task of yours" in told.text
    await anna.clicks("🪪")
    await anna.waits_for("After that the pairs rest until you have noted a new document.")
    assert "Renewed…" in anna.buttons

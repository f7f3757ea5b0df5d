"""Saying thank you, as conversations: the mentor is asked quietly, the curator thanks everybody."""

import io

import pytest
from pypdf import PdfReader

from bot.domain.participations import Participation
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, SVETLANA, at_desk, comes, village_of
from tests.dialogs.test_stages import at_rooms
from tests.town import House
from tests.usecases.test_efforts import publishes, trains
from tests.village import Member, Village

pytestmark = pytest.mark.usefixtures("at_once")


async def member(village: Village, account: int) -> Member:
    me = await village.actor(account)
    async with village.db.reading() as tx:
        [one] = await tx.participations.of_person(me.person_id)
        assert isinstance(one, Participation)
        return Member(account, me.person_id, one.id)


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


async def at_board(anna: Person) -> None:
    await at_rooms(anna)
    await anna.clicks("Отчёты и документы")
    await anna.clicks("Доска благодарности")
    await anna.waits_for("За что благодарим")


async def test_a_mentor_is_asked_once_and_everybody_is_thanked(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await comes(house, SVETLANA)
    village, desk = await village_of(house)
    await at_board(anna)
    assert "Пока правила никто не выполнил" in anna.sees
    for account in (IGOR, SVETLANA):
        await trains(village, await member(village, account))
    await house.settles()

    await igor.says("/menu")
    await igor.waits_for("Вас есть за что поблагодарить")
    await igor.clicks("Доска благодарности")
    await igor.waits_for("• За пройденную школу наставника")
    assert "без чисел и мест" in igor.sees
    await igor.says("/menu")
    await igor.waits_for_button("Где я?")
    assert "поблагодарить" not in igor.sees, "asked once"
    await igor.clicks("Где я?")
    await igor.clicks("Доска благодарности")
    await igor.clicks("Показать моё имя")
    await igor.waits_for("✓ Ваше имя на доске")
    await igor.clicks("Посмотреть доску")
    await igor.waits_for("Игорь Сафонов")

    await dima.says("/menu")
    await dima.clicks("Где я?")
    await dima.clicks("Доска благодарности")
    await dima.waits_for("Здесь появится, за что")
    await dima.clicks("Посмотреть доску")
    await dima.waits_for("Игорь Сафонов")
    assert "Светлана" not in dima.sees, "who has not chosen is not there"

    await at_board(anna)
    assert "Есть за что поблагодарить 2 человек" in anna.sees
    await anna.clicks("Кого и за что")
    await anna.waits_for("Светлана")
    await anna.clicks("Назад")
    await anna.clicks("👀 Доска")
    await anna.waits_for("На лист не войдёт 1 имя")
    assert not any("Лист" in label for label in anna.buttons)
    me = await member(village, IGOR)
    await publishes(village, desk, IGOR, me.person_id, "dissemination-adult")
    await anna.clicks("Назад")
    await anna.clicks("👀 Доска")
    await anna.clicks("Лист для собрания")
    said = text_of(await anna.waits_for_document("Доска благодарности"))
    assert "Игорь Сафонов" in said
    assert "За пройденную школу наставника" in said
    await anna.clicks("Назад")
    await anna.clicks("Сказать спасибо · 2")
    await anna.waits_for("Письмо получат 2 человека")
    await anna.clicks("Отправить")
    await anna.waits_for("✓ Отправлено 2 письма")
    await house.settles()
    await igor.waits_for("Спасибо вам за пройденную школу наставника!")
    await igor.clicks("🌿 Посмотреть")
    await igor.clicks("⬇️ Благодарность")
    said = text_of(await igor.waits_for_document("Благодарность"))
    assert "Игорь Сафонов" in said
    await igor.clicks("Убрать моё имя")
    await igor.waits_for("Показать ваше имя")

    await at_rooms(anna)
    await anna.clicks("Отчёты и документы")
    await anna.clicks("Письма и сертификаты")
    await anna.clicks("Сертификат наставляемого")
    await anna.waits_for("ни одна пара ещё не дошла до конца")
    await anna.clicks("Назад")
    await anna.clicks("Сертификат об обучении наставника")
    await anna.waits_for("Сертификатов: 2")
    await anna.clicks("⬇️ PDF")
    pdf = await anna.waits_for_document("Сертификат об обучении")
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 2
    await at_desk(anna)


async def test_a_mentor_reads_english(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    village, _ = await village_of(house)
    await trains(village, await member(village, IGOR))
    await house.settles()
    await igor.says("/language")
    await igor.clicks("English")
    await igor.waits_for("There is something to thank you for")
    await igor.clicks("Board of thanks")
    await igor.waits_for("• For the whole school of mentors")
    await igor.clicks("Show my name")
    await igor.waits_for("✓ Your name is on the board")
    await igor.clicks("Look at the board")
    await igor.waits_for("For the whole school of mentors")

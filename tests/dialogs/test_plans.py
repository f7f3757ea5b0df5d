"""A pair keeps its plan and its diary, and says goodbye, as conversations."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.meetings import Receipt
from bot.domain.pairs import Event, Pair
from bot.usecases.pairs import meetings, receipts
from bot.usecases.pairs.receipts import Details
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, comes
from tests.town import House


async def confirmed(house: House, pair_id: UUID) -> None:
    async with house.stage.parts.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for event in (Event.INTRO_HELD, Event.TRIAL_HELD, Event.CONFIRM):
            pair.moved(event, tx.now)


async def a_pair(house: House) -> tuple[Person, Person, Person]:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await confirmed(house, await house.pair(DIMA, IGOR))
    await house.settles()
    return anna, dima, igor


async def meets(house: House) -> None:
    """They meet in two hours, both say so, and the mentor notes the next step."""
    db, mentor = house.stage.parts.db, await house.world.actor(IGOR)
    mentee, at = await house.world.actor(DIMA), house.stage.wall() + timedelta(hours=2)
    async with db.reading() as tx:
        [pair] = await tx.pairs.of_person(mentor.person_id)
    meeting_id = await meetings.offer(
        db, mentor, pair_id=pair.id, times=[at], place="in-person"
    )
    await meetings.pick(db, mentee, meeting_id=meeting_id, at=at)
    await house.passes(hours=4)
    for actor in (mentor, mentee):
        await meetings.confirm(db, actor, meeting_id=meeting_id, receipt=Receipt.HELD)
    await receipts.tell_more(
        db, mentor, meeting_id=meeting_id, details=Details(next_step="Прочитать <главу>")
    )


async def menu(person: Person, button: str) -> None:
    await person.says("/menu")
    await person.waits_for_button("Мои данные")
    if "Ещё" in " ".join(person.buttons):
        await person.clicks("Ещё")
    await person.clicks(button)


async def sets_goal(person: Person) -> None:
    await menu(person, "план и дневник")
    await person.waits_for("📖 Дневник")
    await person.clicks("🎯 План")
    await person.waits_for("Целей пока нет")
    await person.clicks("Поставить первую цель")
    await person.waits_for("Новая цель · 1 из 3")


@pytest.mark.usefixtures("at_once")
async def test_a_goal_by_taps_alone_and_the_other_side_sees_it(house: House) -> None:
    _, dima, igor = await a_pair(house)
    await sets_goal(dima)
    await dima.clicks("Довести проект до защиты")
    await dima.waits_for("2 из 3")
    await dima.clicks("Проект показан и защищён")
    await dima.waits_for("3 из 3")
    await dima.clicks(dima.buttons[0])
    await dima.waits_for("✓ Цель записана: Довести проект до защиты")
    await dima.clicks("Записать замысел")
    await dima.waits_for("К какому дню?")
    await dima.clicks(dima.buttons[0])
    await dima.waits_for("Получилось, если: Проект показан и защищён")
    await house.settles()
    await igor.waits_for("новое в вашем общем плане. Сейчас в нём: «Довести проект до защиты»")
    await igor.clicks("Открыть план")
    await igor.waits_for("░░░░░ 0 % · Довести проект до защиты")
    await igor.clicks("🎯 Довести")
    await igor.clicks("Отметить, сколько пройдено")
    await igor.waits_for("Сколько уже пройдено?")
    await igor.says("много")
    await igor.waits_for("Нужно число от 0 до 100")
    await igor.says("40 %")
    await igor.waits_for("▓▓░░░ 40 %")
    await igor.clicks("✓ Сделано: Записать замысел")
    await igor.waits_for("✅ Записать замысел")


@pytest.mark.usefixtures("at_once")
async def test_from_the_last_meeting_to_the_papers(house: House) -> None:
    anna, dima, igor = await a_pair(house)
    await sets_goal(dima)
    await dima.says("Собрать робота")
    await dima.waits_for("2 из 3")
    await dima.says("Робот доехал до стены")
    await dima.waits_for("3 из 3")
    await dima.says("1 мая")
    await dima.waits_for("Цель записана")
    await menu(igor, "план и дневник")
    await igor.clicks("Завершение")
    await igor.waits_for("Хороший конец")
    await igor.clicks("Назначить последнюю встречу")
    await igor.waits_for("когда последняя встреча?")
    await igor.clicks(igor.buttons[0])
    await igor.waits_for("Я сообщу об этом и куратору")
    await igor.clicks("Да, начать прощание")
    await igor.waits_for("👋 Прощаемся: Дима Орлов")
    await igor.clicks("Последняя встреча")
    await igor.waits_for("1. Вспомните первую встречу")
    await igor.clicks("Назад")
    await igor.clicks("Сказать спасибо")
    await igor.says("Спасибо, Дима! Пиши @igor_s")
    await igor.waits_for("✓ Записка у куратора")
    await house.settles()
    await anna.waits_for("1 записка с благодарностью ждёт вашего взгляда")
    await anna.clicks("Прочитать")
    await anna.clicks("Игорь Сафонов → Дима Орлов")
    await anna.waits_for("«Спасибо, Дима! Пиши …»")
    await anna.clicks("Передать")
    await anna.waits_for("Все прочитаны")
    await house.settles()
    await dima.waits_for("💌 Игорь Сафонов пишет:")
    await dima.clicks("Открыть")
    await dima.waits_for("«Спасибо, Дима! Пиши …»")
    for person in (dima, igor):
        await menu(person, "Завершение")
        await person.clicks("Ответить, как всё прошло")
        await person.waits_for("Насколько полезным")
        for answer in ("9", "10", "Да", "8"):
            await person.clicks(answer)
        await person.clicks("Пропустить")
        await person.waits_for("Спасибо")
        await menu(person, "Завершение")
        await person.clicks("Что дальше")
        await person.waits_for("Увидит только куратор")
        await person.clicks("Пока отдохнуть")
        await person.waits_for("✓ Дальше: отдохнуть")
    await house.passes(days=9)
    await dima.waits_for("Вы прошли весь путь: Игорь Сафонов и ты")
    await dima.clicks("Открыть")
    await dima.waits_for("путь пройден")
    await dima.clicks("Мой сертификат")
    await dima.waits_for("Твой сертификат")
    await igor.clicks("Открыть")
    await igor.clicks("Благодарственное письмо")
    await igor.waits_for("Благодарственное письмо. Спасибо!")
    await anna.waits_for("пара завершена. Достигнуто целей: 0 из 1")


async def test_the_curator_reads_the_diary_and_begins_a_goodbye_in_english(house: House) -> None:
    anna, dima, _ = await a_pair(house)
    await meets(house)
    await menu(dima, "план и дневник")
    await dima.waits_for("Прошла 1 встреча")
    await dima.waits_for("→ Прочитать <главу>")
    await dima.clicks("Заметки")
    for words, whose in (("Читаем схемы", "Для нас двоих"), ("Волнуюсь", "Только для меня")):
        await dima.clicks("Записать")
        await dima.says(words)
        await dima.clicks(whose)
        await dima.waits_for(words)
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for_button("Траектория · pairs: 1")
    await anna.clicks("Траектория")
    await anna.clicks("Pairs (1)")
    await anna.clicks("Дима")
    await anna.clicks("The pair's diary")
    await anna.waits_for("Читаем схемы")
    assert "Волнуюсь" not in anna.sees
    await anna.clicks("Begin the goodbye")
    await anna.waits_for("when is the last meeting?")
    await anna.clicks(anna.buttons[0])
    await anna.waits_for("All that the two of them see")
    await house.settles()
    await dima.waits_for("подходите к концу пути")

"""Agreeing on a meeting and what became of it, as conversations."""

from uuid import UUID

from bot.domain.meetings import Meeting, MeetingKind, MeetingState, Progress
from bot.domain.pairs import Event, Pair
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, comes
from tests.town import House


async def pair(house: House) -> tuple[Person, Person]:
    """Dima and Igor, whose pair is at work: the first meetings are behind them."""
    dima, igor, pair_id = await newly_met(house)
    async with house.stage.parts.db.transaction() as tx:
        pair, now = await tx.get(Pair, pair_id), house.stage.wall()
        pair.held("intro", now)
        pair.moved(Event.CONFIRM, now)
        pair.planned(now)
    return dima, igor


async def newly_met(house: House) -> tuple[Person, Person, UUID]:
    await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    pair_id = await house.pair(DIMA, IGOR)
    await house.settles()
    return dima, igor, pair_id


async def offering(house: House) -> tuple[Person, Person]:
    dima, igor = await pair(house)
    await igor.says("/menu")
    await igor.clicks("Предложить встречу: Дима Орлов")
    await igor.waits_for("Новая встреча")
    return dima, igor


async def agreed(house: House) -> tuple[Person, Person]:
    dima, igor = await offering(house)
    first = next(one for one in igor.buttons if one.startswith("☐"))
    await igor.clicks(first)
    for label in ("Дальше (1)", "Очно"):
        await igor.clicks(label)
    await igor.waits_for("Отправлено")
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("Выбрать время")
    await dima.waits_for("предлагает встретиться")
    await dima.clicks(first.removeprefix("☐ "))
    await dima.waits_for("Встреча: Игорь")
    return dima, igor


async def meetings(house: House) -> list[Meeting]:
    async with house.stage.parts.db.reading() as tx:
        return list(
            await tx.meetings.of_person(
                (await house.world.actor(DIMA)).person_id, tuple(MeetingState)
            )
        )


async def test_up_to_three_times_are_offered_and_one_is_picked(house: House) -> None:
    dima, igor = await offering(house)
    times = [one for one in igor.buttons if one.startswith("☐")]
    assert times
    await igor.clicks(times[0])
    await igor.waits_for_button(times[0].replace("☐", "☑"))
    await igor.clicks("Другой день…")
    await igor.waits_for("Какой день?")
    await igor.clicks("20")
    await igor.waits_for("20 марта: во сколько?")
    await igor.clicks("Назад")
    await igor.waits_for("Какой день?")
    await igor.clicks("21")
    await igor.waits_for("21 марта: во сколько?")
    await igor.says("после обеда")
    await igor.waits_for("Подойдёт: 16:30")
    await igor.says("17:30")
    await igor.waits_for_button("☑ чт 21 марта, 17:30")
    await igor.clicks("Дальше (2)")
    await igor.waits_for("Где встречаетесь?")
    await igor.clicks("Онлайн")
    await igor.waits_for("Отправлено. Дима Орлов выбирает")
    assert "чт 21 марта, 17:30" in igor.sees
    await house.settles()
    await dima.waits_for("предлагает встретиться, онлайн")
    await dima.says("/menu")
    await dima.clicks("Выбрать время")
    await dima.waits_for("Выбери время — и встреча назначена")
    await dima.clicks("чт 21 марта, 17:30")
    await dima.waits_for("Напомню заранее")
    assert [(m.state, m.place) for m in await meetings(house)] == [(MeetingState.AGREED, "online")]


async def test_a_fourth_time_is_refused_and_the_three_stay(house: House) -> None:
    _, igor = await offering(house)
    for day in ("20", "21", "22"):
        await igor.clicks("Другой день…")
        await igor.clicks(day)
        await igor.clicks("10:00")
        await igor.waits_for("Новая встреча")
    await igor.clicks("Другой день…")
    await igor.clicks("25")
    await igor.clicks("10:00")
    await igor.waits_for_alert("не больше 3")
    await igor.clicks("Назад")
    await igor.clicks("Назад")
    await igor.waits_for_button("Дальше (3)")


async def test_a_past_hour_cannot_be_typed(house: House) -> None:
    _, igor = await offering(house)
    await igor.clicks("Другой день…")
    await igor.clicks("13")
    await igor.waits_for("13 марта: во сколько?")
    await igor.says("9")
    await igor.waits_for("уже прошло")


async def test_picking_twice_agrees_once(house: House) -> None:
    dima, igor = await offering(house)
    first = next(one for one in igor.buttons if one.startswith("☐"))
    for label in (first, "Дальше (1)", "Очно"):
        await igor.clicks(label)
    await igor.waits_for("Отправлено")
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("Выбрать время")
    card = await dima.waits_for("Выбери время")
    data = card.inline[0][0]["data"]
    await dima.presses(card.id, data)
    await dima.presses(card.id, data)
    await house.settles()
    assert [m.state for m in await meetings(house)] == [MeetingState.AGREED]
    assert not dima.alerts


async def test_with_a_meeting_ahead_the_next_is_offered_from_the_diary(house: House) -> None:
    _, igor = await agreed(house)
    await igor.says("/menu")
    await igor.waits_for_button("Мои данные")
    assert not any("Предложить" in one or "прошедшую" in one for one in igor.buttons)
    await igor.clicks("план и дневник")
    await igor.waits_for("📖 Дневник")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча")


async def test_when_no_time_fits_the_mentor_offers_anew(house: House) -> None:
    dima, igor = await offering(house)
    first = next(one for one in igor.buttons if one.startswith("☐"))
    for label in (first, "Дальше (1)", "Очно"):
        await igor.clicks(label)
    await igor.waits_for("Отправлено")
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("Выбрать время")
    await dima.clicks("Ничего не подходит…")
    await dima.waits_for("Ни одно время не подходит?")
    await dima.clicks("Назад")
    await dima.clicks("Ничего не подходит…")
    await dima.clicks("Да, нужно другое время")
    await dima.waits_for("отменена")
    await house.settles()
    await igor.waits_for("ни одно время не подошло")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча")


async def test_a_meeting_is_called_off_after_a_question(house: House) -> None:
    dima, igor = await agreed(house)
    await dima.clicks("Отменить встречу…")
    await dima.waits_for("узнает об этом сразу")
    await dima.clicks("Назад")
    await dima.waits_for("Напомню заранее")
    await dima.clicks("Отменить встречу…")
    await dima.clicks("Да, отменить")
    await dima.waits_for("отменена")
    await house.settles()
    await igor.waits_for("отменена")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча")


async def test_afterwards_each_says_with_one_tap_or_word_how_it_was(house: House) -> None:
    dima, igor = await agreed(house)
    await house.passes(days=9)
    await dima.says("/menu")
    await dima.clicks("Встреча была?")
    await dima.waits_for("Встреча была? Игорь")
    await dima.says("да")
    await dima.waits_for("Встреча состоялась")
    await igor.says("/menu")
    await igor.clicks("Встреча была?")
    await igor.clicks("Нет")
    await igor.waits_for("говорит об этой встрече иначе")
    assert [m.state for m in await meetings(house)] == [MeetingState.DISPUTED]


async def test_who_answers_otherwise_in_the_letter_hears_of_it_at_once(house: House) -> None:
    """The letter thanked for a meeting of which the other side had said that it was not."""
    dima, igor = await agreed(house)
    await house.passes(days=9)
    await dima.clicks("Нет")
    await dima.waits_for("встреча не состоялась")
    await igor.clicks("✓ Да")
    await igor.waits_for("Дима Орлов говорит об этой встрече иначе")
    assert [m.state for m in await meetings(house)] == [MeetingState.DISPUTED]


async def test_words_for_a_day_lead_to_its_hours(house: House) -> None:
    _, igor = await pair(house)
    await igor.says("/menu")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча")
    await igor.says("завтра")
    await igor.waits_for("14 марта")
    await igor.clicks("Назад")
    await igor.says("в следующую пятницу")
    await igor.waits_for("22 марта")


async def test_a_moved_meeting_leads_the_mentor_to_a_new_offer(house: House) -> None:
    _, igor = await agreed(house)
    await house.passes(days=9)
    await igor.says("/menu")
    await igor.clicks("Встреча была?")
    await igor.clicks("Перенесли")
    await igor.waits_for("встречу перенесли")
    await igor.clicks("Предложить другое время")
    await igor.waits_for("Новая встреча")


async def test_a_mentee_cannot_offer(house: House) -> None:
    dima, _ = await pair(house)
    await dima.says("/menu")
    await dima.waits_for("время предложит наставник")
    assert not any("Предложить" in one for one in dima.buttons)


async def test_the_same_in_english(house: House) -> None:
    dima, igor = await pair(house)
    for person in (dima, igor):
        await person.says("/language")
        await person.clicks("English")
        await person.waits_for("No meeting yet")
    await igor.clicks("Offer a meeting: Дима Орлов")
    await igor.waits_for("When suits you?")
    await igor.clicks("Another day…")
    await igor.clicks("20")
    await igor.clicks("16:00")
    await igor.waits_for_button("☑ Wed 20 March, 16:00")
    for label in ("Next (1)", "Online"):
        await igor.clicks(label)
    await igor.waits_for("Sent. Дима Орлов chooses")
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("Choose a time")
    await dima.waits_for("Choose a time and the meeting is set")
    await dima.clicks("Wed 20 March, 16:00")
    await dima.waits_for("I will remind you")


async def test_an_offer_taken_back_is_told_to_the_other(house: House) -> None:
    dima, igor = await offering(house)
    first = next(one for one in igor.buttons if one.startswith("☐"))
    for label in (first, "Дальше (1)", "Очно", "В меню", "Предложенное время"):
        await igor.clicks(label)
    await igor.clicks("Отменить предложение…")
    await igor.clicks("Да, отменить")
    await igor.waits_for("отменена")
    await house.settles()
    await dima.waits_for("предложенное время больше не подходит")


async def test_sending_an_offer_twice_offers_once(house: House) -> None:
    _, igor = await offering(house)
    await igor.clicks(next(one for one in igor.buttons if one.startswith("☐")))
    await igor.clicks("Дальше (1)")
    shown = await igor.waits_for("Где встречаетесь?")
    await igor.presses(shown.id, shown.inline[0][0]["data"])
    await igor.presses(shown.id, shown.inline[0][0]["data"])
    await house.settles()
    assert [m.state for m in await meetings(house)] == [MeetingState.OFFERED]


async def test_cancelling_twice_cancels_once(house: House) -> None:
    dima, _ = await agreed(house)
    await dima.clicks("Отменить встречу…")
    shown = await dima.waits_for("узнает об этом сразу")
    await dima.presses(shown.id, shown.inline[0][0]["data"])
    await dima.presses(shown.id, shown.inline[0][0]["data"])
    await house.settles()
    assert [m.state for m in await meetings(house)] == [MeetingState.CANCELLED]
    assert not dima.alerts


async def test_a_day_may_be_typed_like_everything_else(house: House) -> None:
    _, igor = await offering(house)
    await igor.says("20 марта")
    await igor.waits_for("20 марта: во сколько?")
    await igor.says("16:30")
    await igor.waits_for_button("☑ ср 20 марта, 16:30")
    await igor.clicks("Другой день…")
    await igor.waits_for("Какой день?")
    await igor.says("01.03.2030")
    await igor.waits_for("Это время уже прошло")
    await igor.says("1 сентября")
    await igor.waits_for("Договориться можно на ближайшие 60 дней")
    await igor.says("когда-нибудь")
    await igor.waits_for("Не получилось узнать дату")
    await igor.says("21.03")
    await igor.waits_for("21 марта: во сколько?")


async def presses(person: Person, *labels: str) -> int:
    """One after the other; how many taps that were."""
    for label in labels:
        await person.clicks(label)
    return len(labels)


async def test_agreeing_takes_four_taps_and_one(house: House) -> None:
    dima, igor = await pair(house)
    await igor.says("/menu")
    await igor.waits_for_button("Предложить встречу")
    taps = await presses(igor, "Предложить встречу: Дима Орлов")
    await igor.waits_for("Новая встреча")
    first = next(one for one in igor.buttons if one.startswith("☐"))
    taps += await presses(igor, first, "Дальше (1)", "Очно")
    await igor.waits_for("Отправлено")
    assert taps == 4
    await house.settles()
    await dima.waits_for("предлагает встретиться, очно")
    assert await presses(dima, first.removeprefix("☐ ")) == 1
    await dima.waits_for("✓ Встреча:")
    [one] = await meetings(house)
    assert (one.state, one.kind) == (MeetingState.AGREED, MeetingKind.REGULAR)


async def test_the_receipt_takes_one_tap_and_five(house: House) -> None:
    dima, igor = await agreed(house)
    await house.passes(days=9)
    assert await presses(dima, "✓ Да") == 1
    await dima.waits_for("была. Спасибо")
    taps = await presses(igor, "✓ Да")
    await igor.waits_for("Сколько она длилась?")
    taps += await presses(igor, "45 мин", "Да, шаг вперёд", "😀", "Собрать вопросы")
    await igor.waits_for("До следующей встречи: Собрать вопросы")
    assert taps == 5
    [one] = await meetings(house)
    assert (one.state, one.minutes, one.progress) == (MeetingState.HELD, 45, Progress.FORWARD)
    assert (one.mood, one.next_step) == (4, "ask")
    await igor.clicks("Следующая встреча")
    await igor.waits_for("Новая встреча")


async def test_what_the_mentor_tells_may_be_typed_or_skipped(house: House) -> None:
    _, igor = await agreed(house)
    await house.passes(days=9)
    await presses(igor, "✓ Да", "Это была другая встреча…", "Итоговая встреча")
    await igor.says("полтора часа")
    await igor.waits_for("Подойдёт: 45")
    await igor.says("90 минут")
    await igor.waits_for("Приблизились к цели?")
    await presses(igor, "Пропустить", "Пропустить")
    await igor.says("Решить <задачу> 5")
    await igor.waits_for("До следующей встречи: Решить <задачу> 5")
    [one] = await meetings(house)
    assert (one.kind, one.minutes, one.mood) == (MeetingKind.FINAL, 90, None)


async def test_a_first_meeting_with_a_minor_is_not_alone(house: House) -> None:
    _, igor, _ = await newly_met(house)
    await igor.says("/menu")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча")
    await igor.clicks(next(one for one in igor.buttons if one.startswith("☐")))
    await igor.clicks("Дальше (1)")
    await igor.waits_for("Встреча-знакомство")
    assert "Онлайн" not in igor.buttons
    await igor.says("кафе за углом")
    await igor.waits_for("Первые встречи взрослого")
    await igor.clicks("На территории организации")
    await igor.waits_for("Отправлено")
    [one] = await meetings(house)
    assert (one.kind, one.place) == (MeetingKind.INTRO, "on-site")


async def test_a_meeting_moves_with_a_reason_and_back_by_a_counter_proposal(house: House) -> None:
    dima, igor = await agreed(house)
    await dima.clicks("Перенести…")
    await dima.waits_for("Переносим встречу")
    await dima.clicks("Болезнь")
    await dima.waits_for("Перенос встречи")
    await dima.says("20 марта")
    await dima.says("16:30")
    await dima.clicks("Предложить (1)")
    await dima.waits_for("Отправлено")
    await house.settles()
    await igor.waits_for("Причина: Болезнь")
    await igor.clicks("Другое время…")
    await igor.waits_for("Другое время")
    await igor.says("21 марта")
    await igor.says("17:30")
    await igor.clicks("Предложить (1)")
    await igor.waits_for("Отправлено")
    await house.settles()
    await dima.clicks("чт 21 марта, 17:30")
    await dima.waits_for("✓ Встреча:")
    [one] = await meetings(house)
    assert (one.state, one.sequence) == (MeetingState.AGREED, 4)


async def test_an_agreed_meeting_has_a_plan_a_place_and_reminders(house: House) -> None:
    dima, igor = await agreed(house)
    await dima.clicks("План встречи")
    await dima.waits_for("15 минут: итоги и следующий шаг")
    await dima.clicks("Назад")
    await dima.clicks("Место или ссылка…")
    await dima.says("кабинет 12")
    await dima.waits_for("📍 кабинет 12")
    await house.settles()
    await igor.waits_for("Дима Орлов уточняет, где встреча")
    await dima.clicks("Напоминания…")
    await dima.waits_for_button("● Накануне в 17:00")
    await dima.clicks("Накануне в 20:00")
    await dima.waits_for_button("● Накануне в 20:00")
    await dima.clicks("☑ За час до встречи")
    await dima.waits_for_button("☐ За час до встречи")
    await dima.clicks("Назад")
    await dima.clicks("Отменить встречу…")
    await dima.says("Уезжаю на олимпиаду")
    await dima.waits_for("отменена")
    await house.settles()
    await igor.waits_for("Причина: Уезжаю на олимпиаду")


async def test_a_series_is_offered_with_a_link_and_ends_at_one_press(house: House) -> None:
    dima, igor = await offering(house)
    await igor.clicks(next(one for one in igor.buttons if one.startswith("☐")))
    await presses(igor, "Дальше (1)", "Повторять: нет")
    await igor.waits_for("Как часто повторять? До 31 мая")
    await igor.says("30 апреля")
    await igor.waits_for("До 30 апреля")
    await igor.clicks("Каждую неделю")
    await igor.waits_for_button("Повторять: каждую неделю")
    await igor.says("https://meet.example.org/abc")
    await igor.waits_for("Отправлено")
    await house.settles()
    await dima.waits_for("Потом — каждую неделю")
    await dima.clicks("чт 14 марта")
    await house.settles()
    await igor.waits_for("И дальше так же")
    ahead = await meetings(house)
    assert len(ahead) > 3
    assert {one.where for one in ahead} == {"https://meet.example.org/abc"}
    await dima.says("/menu")
    await dima.clicks("Игорь Сафонов: ")
    await presses(dima, "Отменить встречу…", "Отменить эту и все следующие")
    await dima.waits_for("отменена")
    assert {one.state for one in await meetings(house)} == {MeetingState.CANCELLED}
    await house.settles()
    await igor.waits_for("отменяет встречи, которые повторялись")


async def test_a_past_meeting_is_written_down_by_one_and_confirmed_by_the_other(
    house: House,
) -> None:
    dima, igor = await pair(house)
    await house.passes(days=3)
    await dima.says("/menu")
    await dima.clicks("план и дневник")
    await dima.waits_for("📖 Дневник")
    await dima.clicks("Записать прошедшую встречу")
    await dima.waits_for("Встреча уже была")
    await dima.says("вчера")
    await dima.says("16:30")
    await dima.clicks("Очно")
    await dima.waits_for("Игорь Сафонов подтвердит одним нажатием")
    await house.settles()
    await igor.waits_for("записывает прошедшую встречу")
    await igor.clicks("✓ Да")
    await igor.waits_for("Сколько она длилась?")
    assert [one.settled for one in await meetings(house)] == [True]

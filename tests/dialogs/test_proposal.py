"""A proposed pair as its two people see it, as conversations."""

import contextlib

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Update

from bot.domain.pairs import Pair, PairState
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, MARAT, comes
from tests.town import House


async def proposed(house: House) -> tuple[Person, Person]:
    """Dima and Igor, at their cards."""
    await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await house.world.propose(DIMA, IGOR)
    await house.settles()
    for person in (dima, igor):
        await person.clicks("Посмотреть и ответить")
        await person.waits_for("Ответить можно до")
    return dima, igor


async def agrees(person: Person) -> None:
    """Yes, and the rest is talked over when they meet."""
    await person.clicks("Познакомиться")
    await person.clicks("Обсудим при встрече")


async def state(house: House) -> Pair:
    async with house.stage.parts.db.reading() as tx:
        [pair] = await tx.pairs.of_programme(house.programme_id, tuple(PairState))
        return pair


async def test_each_reads_who_the_other_is_and_what_for(house: House) -> None:
    dima, igor = await proposed(house)
    assert "Нашёлся наставник: Игорь" in dima.sees
    assert "Может помочь:" in dima.sees
    assert "Удобно вам обоим:" in dima.sees
    assert "Вам предлагают пару: Дима\n" in igor.sees
    assert "Орлов" not in igor.sees
    assert "Сафонов" not in dima.sees
    assert "Нужна помощь:" in igor.sees
    assert "Встречи: Очно, Онлайн" in igor.sees
    assert dima.buttons[0] == "🤝 Познакомиться"


async def test_both_accept_and_the_mentor_may_offer_a_meeting(house: House) -> None:
    dima, igor = await proposed(house)
    await agrees(dima)
    await dima.waits_for("Теперь отвечает Игорь")
    await agrees(igor)
    await igor.waits_for("Пара сложилась!")
    await igor.clicks("Предложить время встречи")
    await igor.waits_for("Новая встреча: Дима Орлов")
    await house.settles()
    await dima.waits_for("вы с наставником — пара")
    assert (await state(house)).state is PairState.INTRO


async def test_accepting_twice_counts_once(house: House) -> None:
    dima, _ = await proposed(house)
    await dima.clicks("Познакомиться")
    card = await dima.waits_for("Перед знакомством")
    accept = next(b["data"] for row in card.inline for b in row if "Обсудим" in b["text"])
    await dima.presses(card.id, accept)
    await dima.presses(card.id, accept)
    await house.settles()
    assert "Теперь отвечает" in dima.sees
    assert (await state(house)).state is PairState.PROPOSED


async def test_thinking_it_over_leaves_the_card_in_the_menu(house: House) -> None:
    dima, _ = await proposed(house)
    await dima.clicks("Подумаю")
    await dima.waits_for("Ответ за тобой")
    await dima.clicks("Посмотреть: Игорь")
    await dima.waits_for("Нашёлся наставник")


async def test_a_no_may_say_why_and_the_other_is_told_kindly(house: House) -> None:
    dima, igor = await proposed(house)
    await dima.clicks("Не подходит…")
    await dima.waits_for("Что не подошло?")
    await dima.clicks("Назад")
    await dima.waits_for("Нашёлся наставник")
    await dima.clicks("Не подходит…")
    await dima.clicks("Сейчас не до этого")
    await dima.waits_for("эта пара не сложится")
    pair = await state(house)
    assert (pair.state, pair.answer_reason) == (PairState.DECLINED, "busy")
    await house.settles()
    await igor.waits_for("пара не сложилась")
    assert "не до этого" not in "".join(one.text for one in igor.letters)


async def test_a_no_in_own_words_and_one_without_any(house: House) -> None:
    dima, _ = await proposed(house)
    await dima.clicks("Не подходит…")
    await dima.waits_for("Что не подошло?")
    await dima.says("хочу девушку-программиста <3")
    await dima.waits_for("эта пара не сложится")
    assert (await state(house)).answer_reason == "хочу девушку-программиста <3"


async def test_who_answers_too_late_is_told_so(house: House) -> None:
    dima, igor = await proposed(house)
    await dima.clicks("Не подходит…")
    await dima.clicks("Без объяснений")
    await dima.waits_for("эта пара не сложится")
    await igor.clicks("Познакомиться")
    await igor.clicks("Обсудим при встрече")
    await igor.waits_for_alert("Этого уже нет")


async def test_words_instead_of_a_button_are_answered(house: House) -> None:
    dima, _ = await proposed(house)
    await dima.says("ну не знаю")
    await dima.waits_for("нажми кнопку")
    await dima.waits_for_button("Познакомиться")


async def test_the_same_in_english(house: House) -> None:
    dima, _ = await proposed(house)
    await dima.says("/language")
    await dima.clicks("English")
    await dima.waits_for("It is your turn to answer")
    await dima.clicks("Look: Игорь")
    await dima.waits_for("We have found a mentor")
    assert "Can help with:" in dima.sees
    await dima.clicks("Not for me…")
    await dima.clicks("I'd rather not say")
    await dima.waits_for("this match is off")


async def test_the_last_yes_pressed_twice_is_no_surprise(house: House) -> None:
    dima, igor = await proposed(house)
    await agrees(dima)
    await dima.waits_for("Теперь отвечает")
    await igor.clicks("Познакомиться")
    card = await igor.waits_for("Перед знакомством")
    accept = next(b["data"] for row in card.inline for b in row if "Обсудим" in b["text"])
    await igor.presses(card.id, accept)
    await igor.presses(card.id, accept)
    await house.settles()
    assert not igor.alerts
    assert (await state(house)).state is PairState.INTRO


async def test_a_stranger_cannot_press_somebody_elses_button(house: House) -> None:
    dima, igor = await proposed(house)
    vera = await comes(house, MARAT)
    await vera.says("/menu")
    await vera.waits_for("Ваш путь")
    card = dima.letters[-1]
    accept = next(b["data"] for row in card.inline for b in row if "Познакомиться" in b["text"])
    await press_by_hand(house, vera, accept)
    assert (await state(house)).mentee_accepts is None
    assert igor.buttons


async def press_by_hand(house: House, person: Person, data: str) -> None:
    """What a changed client could send: data of a button that is not theirs."""
    parts = house.stage.parts
    update = Update.model_validate(
        {
            "update_id": 900_000_001,
            "callback_query": {
                "id": "1",
                "from": {"id": person.id, "is_bot": False, "first_name": "Марат"},
                "chat_instance": "1",
                "data": data,
                "message": {
                    "message_id": person.letters[-1].id,
                    "date": 0,
                    "chat": {"id": person.id, "type": "private"},
                    "text": "?",
                },
            },
        },
        context={"bot": parts.bot},
    )
    with contextlib.suppress(TelegramBadRequest):  # nobody asked: there is no query to answer
        await parts.dispatcher.feed_update(parts.bot, update)
    await house.settles()

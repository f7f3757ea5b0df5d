"""After the general meeting, as conversations: the curator, both sides, a guardian."""

from datetime import date

import pytest

from bot.domain.programmes import Programme
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, SONYA, at_desk, comes, forges
from tests.town import House

MOTHER = 311  # Dima's


async def opened(house: House) -> tuple[Person, Person, Person]:
    """Anna has opened wishes; Dima and Igor have their letters."""
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await comes(house, MARAT)
    await at_desk(anna)
    await anna.clicks("Подобрать пары")
    await anna.waits_for_button("Общая встреча: пожелания")
    await anna.clicks("Общая встреча: пожелания")
    await anna.waits_for("Фамилий, фото и контактов нет")
    await anna.clicks("Открыть пожелания…")
    await anna.waits_for("До какого дня?")
    await anna.clicks("До: пн 18 марта")
    await anna.waits_for("Пожелания открыты")
    await house.settles()
    return anna, dima, igor


async def test_a_mentee_ranks_by_taps(house: House) -> None:
    _anna, dima, _igor = await opened(house)
    await dima.clicks("Посмотреть и отметить")
    await dima.waits_for("С кем тебе хотелось бы работать?")
    for name in ("Игорь", "Марат"):
        await dima.clicks(name)
        await dima.waits_for("Может помочь:")
        assert "Сафонов" not in dima.sees
        await dima.clicks("Отметить")
        await dima.waits_for(f". {name}")
    assert "1. Игорь\n2. Марат" in dima.sees
    await dima.clicks("2. Марат")
    await dima.clicks("Выше")
    await dima.waits_for("1. Марат\n2. Игорь")
    await dima.clicks("2. Игорь")
    await dima.clicks("Убрать из пожеланий")
    await dima.waits_for("1. Марат")
    assert "Игорь" not in dima.sees
    await dima.says("/menu")
    await dima.waits_for("Пожелания записаны: 1")


async def test_a_veto_is_told_to_nobody_but_the_curator(house: House) -> None:
    anna, dima, igor = await opened(house)
    await igor.clicks("Посмотреть и отметить")
    await igor.waits_for("Кому вам хотелось бы помогать?")
    await igor.clicks("Дима")
    await igor.clicks("С этим человеком — нет…")
    await igor.waits_for("узнает только куратор")
    await igor.clicks("Не предлагать")
    await igor.waits_for_button("✕ Дима")
    heard = len(dima.letters)
    await anna.clicks("Изменить последний день…")
    await anna.clicks("Назад")
    await anna.clicks("«С этим человеком — нет» (1)")
    await anna.waits_for("Дима Орлов ✕ Игорь Сафонов — просьба наставника")
    await house.settles()
    assert len(dima.letters) == heard
    await igor.clicks("✕ Дима")
    await igor.clicks("Снять отметку «нет»")
    await igor.waits_for_button("Дима")


async def test_a_letter_of_yesterday_answers_kindly_when_time_is_over(house: House) -> None:
    _anna, dima, _igor = await opened(house)
    await house.passes(days=7)
    letter = next(one for one in reversed(dima.letters) if "Отметь до пяти" in one.text)
    button = next(b for row in letter.inline for b in row if "отметить" in b["text"])
    await dima.presses(letter.id, button["data"])
    await dima.waits_for_alert("Время пожеланий закончилось")


async def test_another_ones_list_cannot_be_opened(house: House) -> None:
    _anna, dima, igor = await opened(house)
    letter = next(one for one in igor.letters if any(
        "отметить" in b["text"] for row in one.inline for b in row
    ))  # fmt: skip
    data = next(b["data"] for row in letter.inline for b in row if "отметить" in b["text"])
    await forges(house, dima, data)
    assert "Кому" not in dima.sees


async def test_wishes_in_english(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    for person in (anna, dima):
        await person.says("/language")
        await person.clicks("English")
        await person.waits_for("pair" if person is anna else "mentor")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("Match pairs")
    await anna.clicks("Match pairs")
    await anna.waits_for_button("General meeting: wishes")
    await anna.clicks("General meeting: wishes")
    await anna.clicks("Open wishes…")
    await anna.waits_for("Until which day?")
    await anna.clicks("Until: Mon 18 March")
    await anna.waits_for("Mentees: 0 of 1 have marked somebody")
    await house.settles()
    await dima.clicks("Look and mark")
    await dima.waits_for("Who would you like to work with?")
    await dima.clicks("Игорь")
    await dima.waits_for("Can help with:")
    await dima.clicks("Mark")
    await dima.waits_for("1. Игорь")


@pytest.mark.usefixtures("at_once")
async def test_the_curator_tells_those_who_wait(house: House) -> None:
    anna = await house.curator()
    mentees = [await comes(house, account) for account in (DIMA, KATYA, SONYA)]
    await comes(house, MARAT)  # has two places
    async with house.stage.parts.db.transaction() as tx:
        (await tx.get(Programme, house.programme_id)).next_round_on = date(2030, 4, 1)
    await at_desk(anna)
    await anna.clicks("Подобрать пары")
    await anna.waits_for_button("Подобрать")
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Кто остался")
    await anna.clicks("Кто остался")
    await anna.waits_for_button("Сказать тем, кто ждёт")
    await anna.clicks("Сказать тем, кто ждёт")
    await anna.waits_for("наставляемые — 1, наставники — 0")  # two cards are not decided yet
    await anna.clicks("Отправить 1 письмо")
    await anna.waits_for("Отправляется 1 письмо")
    await house.settles()
    assert sum("Следующий подбор: 1 апреля" in one.sees for one in mentees) == 1
    await anna.clicks("Назад")
    await anna.clicks("Кто остался")
    await anna.clicks("Сказать тем, кто ждёт")
    await anna.waits_for("Писать некому")


async def test_after_a_no_the_curator_proposes_the_next_best_in_two_taps(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await comes(house, MARAT)
    await house.world.propose(DIMA, IGOR)
    await house.settles()
    await igor.clicks("Посмотреть и ответить")
    await igor.waits_for("Ответить можно до")
    await igor.clicks("Не подходит…")
    await igor.clicks("Сейчас не до этого")
    await igor.waits_for("эта пара не сложится")
    await house.passes(hours=1)
    await anna.waits_for("Снова без наставника: Дима Орлов")
    await anna.clicks("Кто ещё подходит")
    await anna.waits_for("кто свободен сейчас")
    assert "Игорь" not in anna.sees
    await anna.clicks("Предложить: Марат")
    await anna.waits_for("Предложение отправляется: Марат")
    await house.settles()
    await dima.waits_for("Марат")


async def test_a_guardian_looks_at_the_proposal_and_refuses(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    mother = await house.town.person(MOTHER)
    await house.world.propose(DIMA, IGOR)
    await house.settles()
    await mother.waits_for(": нашёлся наставник")
    await mother.clicks("Посмотреть")
    await mother.waits_for("предложен наставник — Игорь")
    await mother.clicks("Не возражаю")
    await mother.waits_for("Дима Орлов · 1 из 3")
    assert "Как часто им встречаться?" in mother.sees
    await mother.clicks("Пусть решат вместе")
    await mother.waits_for("На какой срок вам это подходит?")
    await mother.clicks("На полгода")
    await mother.waits_for("Где им лучше встречаться?")
    await mother.clicks("Очно")
    await mother.waits_for("Когда обе стороны ответят")
    await mother.clicks("В меню")
    await mother.clicks("Дима Орлов")
    await mother.waits_for("предложен наставник")
    await mother.clicks("Посмотреть предложение")
    await mother.waits_for("предложен наставник — Игорь")
    assert "Может помочь:" in mother.sees
    assert "Сафонов" not in mother.sees
    await mother.clicks("Эта пара не подходит…")
    await mother.waits_for("отказаться от этой пары?")
    await mother.clicks("Отказаться")
    await mother.waits_for("Пары не будет")
    await house.settles()
    await house.passes(days=1)  # her message of today may have been another one
    await anna.waits_for("Так решили родители")
    for person in (dima, igor):
        await person.waits_for("не сложилась")
        assert "родител" not in person.sees


async def test_a_guardian_says_no_after_the_general_meeting(house: House) -> None:
    _anna, _dima, _igor = await opened(house)
    mother = await house.town.person(MOTHER)
    await mother.says("/menu")
    await mother.waits_for_button("Наставники: Дима Орлов")
    await mother.clicks("Наставники: Дима Орлов")
    await mother.waits_for("Кто может стать наставником")
    await mother.clicks("Игорь")
    assert not any("Отметить" in label for label in mother.buttons)
    await mother.clicks("С этим человеком — нет…")
    await mother.clicks("Не предлагать")
    await mother.waits_for_button("✕ Игорь")

"""Indicators: each with its share, its target and what is missing; numbers to be entered."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.indicator_states import Dynamics, Indicators
from bot.dialogs.monitoring.indicator_words import card_lines, home_lines, picture_of, said_lines
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.day_window import day_window, likely_days
from bot.dialogs.parts.lines import Grid, Lines, button, spoken, worded
from bot.dialogs.parts.numbers import number_of
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_result
from bot.texts import L, T
from bot.usecases.monitoring import indicators
from bot.usecases.monitoring.indicators import OLDEST, Board, Card

PER_ROW = 4
_PICTURE = "targets"
SHOWN, ASKED, ENTERED, FROM_CARD = "indicator", "number_key", "number", "from_card"


async def _board(manager: DialogManager) -> Board:
    hand = hands(manager)
    return await indicators.board(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, board = hands(dialog_manager), await _board(dialog_manager)
    return {
        "organisation": board.organisation,
        "starts": Day(board.starts_on, board.today),
        "on": Day(board.on, board.today),
        "lines": home_lines(hand, board),
        "cards": [
            button(one.indicator.key, str(number))
            for number, one in enumerate(board.figures, start=1)
        ],
        "enters": board.enters,
    }


async def _card(manager: DialogManager) -> Card:
    hand = hands(manager)
    return await indicators.card(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=str(manager.dialog_data.get(SHOWN)),
        profile=hand.profile,
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await _card(dialog_manager)
    return {
        "title": card.figure.indicator.title,
        "lines": card_lines(hand, card),
        "numbers": [
            button(one.kind.key, worded(hand, "indicators-enter", what=one.kind.title))
            for one in card.said
            if card.board.enters
        ],
    }


async def on_card(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    (await _board(manager)).figure(key)
    manager.dialog_data[SHOWN] = key
    await manager.switch_to(Indicators.card)


async def get_numbers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    said = await indicators.numbers(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    today = (await _board(dialog_manager)).today
    return {
        "lines": [line for one in said for line in said_lines(one, today)],
        "numbers": [button(one.kind.key, spoken(hand, one.kind.title)) for one in said],
    }


async def on_number_of(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    _kind(hands(manager), key)
    from_card = manager.current_context().state == Indicators.card
    manager.dialog_data.update({ASKED: key, FROM_CARD: from_card})
    await manager.switch_to(Indicators.number)


def _kind(hand: Hands, key: object) -> Any:
    """The title of a number. Raises `Gone`."""
    found = next((one for one in hand.profile.count_kinds if one.key == key), None)
    if found is None:
        raise Gone
    return found.title


async def get_number(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return {"what": _kind(hands(dialog_manager), data.get(ASKED))}


async def on_number(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[ENTERED] = number_of(manager, raw)
    await manager.switch_to(Indicators.day)


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _return(manager)


async def _return(manager: DialogManager) -> None:
    from_card = manager.dialog_data.get(FROM_CARD)
    await manager.switch_to(Indicators.card if from_card else Indicators.numbers)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Statistics are made of the first days of September and October, or now."""
    hand, data = hands(dialog_manager), dialog_manager.dialog_data
    today = (await _board(dialog_manager)).today
    return days_of_counting(dialog_manager, today) | {
        "what": _kind(hand, data.get(ASKED)),
        "number": int(data.get(ENTERED, 0)),
    }


def days_of_counting(manager: DialogManager, today: date) -> dict[str, Any]:
    """For a day window about a number of people: today, or the days statistics are made of."""
    year = today.year if today >= date(today.year, 9, 1) else today.year - 1
    days = [day for day in (date(year, 10, 1), date(year, 9, 1)) if day <= today]
    return likely_days(manager, dict.fromkeys((today, *days)), today) | {
        "earliest": today - OLDEST,
        "latest": today,
        "opens_at": today,
        # of a day without a year the last one that has been is meant
        "after": today.replace(month=1, day=1),
    }


async def _on_day(manager: DialogManager, day: date) -> None:
    hand, data = hands(manager), manager.dialog_data
    if ENTERED not in data:
        raise Gone
    await indicators.enter(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=str(data.get(ASKED)),
        number=int(data[ENTERED]),
        on=day,
        profile=hand.profile,
    )
    await _return(manager)


async def _picture(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A second press within a moment is no second wish."""
    if just_sent(manager, _PICTURE):
        return
    hand, board = hands(manager), await _board(manager)
    drawn = await worker_of(manager).run(draw_result, picture_of(hand, board))
    on = Day(board.on, board.today)
    caption = worded(hand, "indicators-caption", organisation=board.organisation, on=on)
    await send_picture(manager, "indicators.png", drawn, caption)
    note_sent(manager, _PICTURE)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_TOTALS),
        Window(
            Multi(
                T("indicators-title", organisation="organisation", starts="starts", on="on"),
                Lines("lines"),
                sep="\n\n",
            ),
            Grid("go", "cards", on_card, columns=PER_ROW),
            Button(L("indicators-picture"), id="picture", on_click=_picture),
            SwitchTo(L("indicators-go-numbers"), id="n", state=Indicators.numbers, when="enters"),
            Button(L("dynamics-go"), id="dynamics", on_click=leads_to(Dynamics.forms)),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Indicators.home,
            getter=get_home,
        ),
        Window(
            Multi(T("indicators-card", title="title"), Lines("lines")),
            Grid("n", "numbers", on_number_of),
            SwitchTo(L("button-back"), id="back", state=Indicators.home),
            menu_button(),
            only_buttons(),
            state=Indicators.card,
            getter=get_card,
        ),
        Window(
            Multi(T("indicators-numbers"), Lines("lines"), sep="\n\n"),
            Grid("n", "numbers", on_number_of),
            SwitchTo(L("button-back"), id="back", state=Indicators.home),
            menu_button(),
            only_buttons(),
            state=Indicators.numbers,
            getter=get_numbers,
        ),
        Window(
            T("indicators-number", what="what"),
            typed(on_number),
            Button(L("button-back"), id="back", on_click=_back),
            menu_button(),
            state=Indicators.number,
            getter=get_number,
        ),
        day_window(
            T("indicators-day", what="what", number="number"),
            state=Indicators.day,
            back=Indicators.number,
            grid="counted",
            getter=get_day,
            chosen=_on_day,
        ),
    )

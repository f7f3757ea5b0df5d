"""Dynamics: numbers on entry and on exit, entered by the curator, and the difference."""

import re
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.dynamics_words import direction, line, picture_of, said, verdict
from bot.dialogs.monitoring.indicator_states import Dynamics, Indicators
from bot.dialogs.monitoring.indicator_words import rounded
from bot.dialogs.monitoring.indicators import PER_ROW, days_of_counting
from bot.dialogs.parts.day_window import day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.numbers import number_of
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import AnswerNotUnderstood, Gone
from bot.domain.outcomes import Moment
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_result
from bot.texts import L, T
from bot.usecases.monitoring import outcomes
from bot.usecases.monitoring.outcomes import OutcomeCard, Table

FORM, OUTCOME, MOMENT, NUMBER, OF = "form_key", "outcome", "moment", "number", "of"
_PICTURE = "slopes"
_BETWEEN = re.compile(r"[^\d\s]+")  # "of" in any language, "/", ","


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await outcomes.forms(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    return {
        "forms": [
            button(
                line.form.key,
                worded(
                    hand,
                    "dynamics-form",
                    form=line.form.title,
                    counted=line.counted,
                    outcomes=line.outcomes,
                ),
            )
            for line in found
        ]
    }


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data[FORM] = key
    await _table(manager)
    await manager.switch_to(Dynamics.table)


async def _table(manager: DialogManager) -> Table:
    hand = hands(manager)
    return await outcomes.table(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=str(manager.dialog_data.get(FORM)),
        profile=hand.profile,
    )


async def get_table(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, table = hands(dialog_manager), await _table(dialog_manager)
    return {
        "form": table.form.title,
        "lines": [line(hand, place, one) for place, one in enumerate(table.changes, start=1)],
        "outcomes": [
            button(one.outcome.key, str(place))
            for place, one in enumerate(table.changes, start=1)
        ],
        "some": any(one.difference is not None for one in table.changes),
    }


async def _card(manager: DialogManager) -> OutcomeCard:
    hand, data = hands(manager), manager.dialog_data
    return await outcomes.card(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=str(data.get(FORM)),
        key=str(data.get(OUTCOME)),
        profile=hand.profile,
    )


async def on_outcome(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data[OUTCOME] = key
    await _card(manager)
    await manager.switch_to(Dynamics.card)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await _card(dialog_manager)
    change, today = card.change, card.table.today
    lines = []
    for moment, count in ((Moment.IN, change.entry), (Moment.OUT, change.exit)):
        if count is None:
            lines.append(Line(f"dynamics-{moment}-unsaid"))
        else:
            lines.append(said(card, f"dynamics-{moment}-said", count))
    if change.difference is not None:
        lines.append(
            Line(
                "dynamics-difference",
                {
                    "points": rounded(abs(change.difference)),
                    "direction": direction(change.difference),
                    "verdict": verdict(change),
                },
            )
        )
    elif change.entry and change.exit:
        lines.append(Line("dynamics-too-few"))
    lines += [
        Line(
            "dynamics-before",
            {"number": one.number, "of": one.of or 0, "on": Day(one.on, today)},
        )
        for one in card.before
    ]
    return {
        "form": card.table.form.title,
        "title": change.outcome.title,
        "sensitive": change.outcome.sensitive,
        "lines": lines,
        "enters": card.table.enters,
    }


def _entering(moment: Moment) -> Any:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        manager.dialog_data[MOMENT] = str(moment)
        await manager.switch_to(Dynamics.number)

    return on_click


async def get_number(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await _card(dialog_manager)
    return {
        "title": card.change.outcome.title,
        "moment": _moment(dialog_manager),
        "sensitive": card.change.outcome.sensitive,
    }


def _moment(manager: DialogManager) -> Moment:
    raw = manager.dialog_data.get(MOMENT)
    if raw not in list(Moment):
        raise Gone
    return Moment(raw)


async def on_numbers(manager: DialogManager, raw: str) -> None:
    """ "12 of 30", "12/30", "12 30"."""
    found = [part for part in _BETWEEN.split(raw) if part.strip()]
    if len(found) == 1:
        found = raw.split()
    if len(found) != 2:
        raise AnswerNotUnderstood(hint="12 / 30")
    number, of = (number_of(manager, part) for part in found)
    manager.dialog_data.update({NUMBER: number, OF: of})
    await manager.switch_to(Dynamics.day)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card, data = await _card(dialog_manager), dialog_manager.dialog_data
    return days_of_counting(dialog_manager, card.table.today) | {
        "title": card.change.outcome.title,
        "number": int(data.get(NUMBER, 0)),
        "of": int(data.get(OF, 0)),
    }


async def _on_day(manager: DialogManager, day: date) -> None:
    hand, data = hands(manager), manager.dialog_data
    if NUMBER not in data or OF not in data:
        raise Gone
    await outcomes.enter(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=str(data.get(FORM)),
        key=str(data.get(OUTCOME)),
        moment=_moment(manager),
        number=int(data[NUMBER]),
        of=int(data[OF]),
        on=day,
        profile=hand.profile,
    )
    await manager.switch_to(Dynamics.card)


async def _picture(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A second press within a moment is no second wish."""
    if just_sent(manager, _PICTURE):
        return
    hand, table = hands(manager), await _table(manager)
    drawn = await worker_of(manager).run(draw_result, picture_of(hand, table))
    caption = worded(hand, "dynamics-caption", form=table.form.title)
    await send_picture(manager, "dynamics.png", drawn, caption)
    note_sent(manager, _PICTURE)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_TOTALS),
        Window(
            T("dynamics-forms"),
            Grid("form", "forms", on_form),
            back_to(Indicators.home),
            menu_button(),
            only_buttons(),
            state=Dynamics.forms,
            getter=get_forms,
        ),
        Window(
            Multi(T("dynamics-title", form="form"), Lines("lines"), sep="\n\n"),
            Grid("go", "outcomes", on_outcome, columns=PER_ROW),
            Button(L("indicators-picture"), id="picture", on_click=_picture, when="some"),
            SwitchTo(L("button-back"), id="back", state=Dynamics.forms),
            menu_button(),
            only_buttons(),
            state=Dynamics.table,
            getter=get_table,
        ),
        Window(
            Multi(
                T("dynamics-card", title="title", form="form"),
                Lines("lines"),
                T("dynamics-sensitive", when="sensitive"),
            ),
            Button(
                L("dynamics-enter-in"), id="in", on_click=_entering(Moment.IN), when="enters"
            ),
            Button(
                L("dynamics-enter-out"), id="out", on_click=_entering(Moment.OUT), when="enters"
            ),
            SwitchTo(L("button-back"), id="back", state=Dynamics.table),
            menu_button(),
            only_buttons(),
            state=Dynamics.card,
            getter=get_card,
        ),
        Window(
            Multi(
                T("dynamics-number", title="title", moment="moment"),
                T("dynamics-sensitive", when="sensitive"),
            ),
            typed(on_numbers),
            SwitchTo(L("button-back"), id="back", state=Dynamics.card),
            menu_button(),
            state=Dynamics.number,
            getter=get_number,
        ),
        day_window(
            T("dynamics-day", title="title", number="number", of="of"),
            state=Dynamics.day,
            back=Dynamics.number,
            grid="counted",
            getter=get_day,
            chosen=_on_day,
        ),
    )

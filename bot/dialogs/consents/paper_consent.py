"""The curator marks a paper that somebody has signed: which one, of which day, under which number.

Also the other way: somebody takes a consent back by word or letter.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.consents.withdrawal import sure_window
from bot.dialogs.parts.lines import Grid, button, named, spoken
from bot.dialogs.parts.screens import Screens, back_button, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.states import PaperConsent
from bot.domain import moments
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.consents import papers

KIND, DAY, MARKED = "paper_kind", "day", "marked"


def dialog() -> Screens:
    return Screens(
        whoever_may(May.DECIDE_APPLICATIONS),
        Window(
            Multi(
                T("paper-marked", title="marked", when="marked"),
                T("paper-which-{any}", name="name"),
                sep="\n\n",
            ),
            Grid("k", "kinds", _choose),
            SwitchTo(L("paper-take-back"), id="away", state=PaperConsent.sure, when="takes_part"),
            back_button(),
            menu_button(),
            only_buttons(),
            state=PaperConsent.which,
            getter=desk,
        ),
        Window(
            T("paper-day", title="title", name="name"),
            Button(L("paper-today", day="today"), id="today", on_click=_today),
            SwitchTo(L("button-back"), id="back", state=PaperConsent.which),
            typed(_day),
            state=PaperConsent.day,
            getter=desk,
        ),
        Window(
            T("paper-number", title="title", day="day"),
            Button(L("paper-no-number"), id="none", on_click=_no_number),
            SwitchTo(L("button-back"), id="back", state=PaperConsent.day),
            typed(_mark),
            state=PaperConsent.number,
            getter=desk,
        ),
        sure_window(
            T("paper-sure", name="name"),
            state=PaperConsent.sure,
            keep=PaperConsent.which,
            on_yes=_take_back,
            getter=desk,
        ),
    )


def _participation(manager: DialogManager) -> UUID:
    return start_id(manager, "participation_id")


async def desk(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    seen = await papers.desk(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(dialog_manager),
        profile=at_hand.profile,
    )
    titles = {kind: text.title for kind, text in at_hand.profile.consents.items()}
    today = moments.local(seen.now, seen.zone).date()
    kept = dialog_manager.dialog_data
    day = kept.get(DAY)
    return {
        "name": named(at_hand, seen.name),
        "any": "some" if seen.kinds else "none",
        "kinds": [button(kind, spoken(at_hand, titles[kind])) for kind in seen.kinds],
        "takes_part": seen.takes_part,
        "title": titles.get(kept.get(KIND, ""), ""),
        "today": Day(today, today),
        "day": Day(date.fromisoformat(day), today) if day else "",
        "marked": titles.get(kept.get(MARKED, ""), ""),
    }


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, kind: str) -> None:
    if kind not in hands(manager).profile.consents:
        raise Gone
    manager.dialog_data.update({KIND: kind})
    manager.dialog_data.pop(MARKED, None)
    await manager.switch_to(PaperConsent.day)


async def _today(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    seen = await papers.desk(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(manager),
        profile=at_hand.profile,
    )
    await _keep_day(manager, moments.local(seen.now, seen.zone).date().isoformat())


async def _day(manager: DialogManager, raw: str) -> None:
    """A day without a year is the last such day: papers are of the past."""
    at_hand = hands(manager)
    today = at_hand.db.clock().date()
    day = typed_day(
        raw,
        locale=at_hand.reader.locale,
        today=today,
        words=at_hand.lexicon.days,
        earliest=today - timedelta(days=364),
    )
    await _keep_day(manager, day.isoformat())


async def _keep_day(manager: DialogManager, day: str) -> None:
    manager.dialog_data[DAY] = day
    await manager.switch_to(PaperConsent.number)


async def _no_number(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _mark(manager, "")


async def _mark(manager: DialogManager, number: str) -> None:
    at_hand, kept = hands(manager), manager.dialog_data
    if KIND not in kept or DAY not in kept:
        raise Gone
    await papers.mark(
        at_hand.db,
        at_hand.actor,
        participation_id=_participation(manager),
        kind=kept[KIND],
        signed_on=date.fromisoformat(kept[DAY]),
        number=number,
        profile=at_hand.profile,
    )
    kept[MARKED] = kept.pop(KIND)
    await manager.switch_to(PaperConsent.which)


async def _take_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await papers.take_back(
        at_hand.db, at_hand.actor, participation_id=_participation(manager)
    )
    await manager.done()

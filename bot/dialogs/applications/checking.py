"""Documents of a mentor: which, of what day, its number, until when it holds.

The number is hashed as soon as it is typed, and its message goes out of the chat.
"""

from datetime import date, timedelta
from typing import Any

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications.to_card import back_to_card
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, named, spoken, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.states import Checking
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.selection import CheckKind
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.applications import checking
from bot.usecases.applications.checking import Documents

log = structlog.get_logger(__name__)
_KIND, _ISSUED, _EXPIRES, _HASH = "check_kind", "issued_on", "expires_on", "number_hash"
_DELETED, _REVOKED = "number_deleted", "check_id"
_A_YEAR = timedelta(days=364)  # a day without a year is the last one of that name


async def _documents(manager: DialogManager) -> Documents:
    hand = hands(manager)
    return await checking.documents(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        profile=hand.profile,
    )


def _kind(manager: DialogManager) -> CheckKind:
    known = hands(manager).profile.check_kind(str(manager.dialog_data.get(_KIND)))
    if known is None:
        raise Gone
    return known


def _day(manager: DialogManager, name: str) -> date | None:
    raw = manager.dialog_data.get(name)
    return date.fromisoformat(raw) if raw else None


async def get_documents(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _documents(dialog_manager)
    lines, kinds, revocable = [], [], []
    for one in seen.lines:
        held = one.issued_on is not None
        facts = {
            "document": one.kind.title,
            "numbered": one.kind.numbered,
            "seen": held,
            "issued": Day(one.issued_on, seen.today) if one.issued_on else "",
            "ends": one.expires_on is not None,
            "until": Day(one.expires_on, seen.today) if one.expires_on else "",
        }
        lines.append(Line("checking-line", facts))
        document = spoken(hand, one.kind.title)
        kinds.append(
            button(one.kind.key, worded(hand, "checking-note", document=document, seen=held))
        )
        if one.check_id is not None:
            label = worded(hand, "checking-revoke", document=document)
            revocable.append(button(str(one.check_id), label))
    return {
        "name": named(hand, seen.name),
        "lines": lines,
        "kinds": kinds,
        "revocable": revocable,
        "none": not lines,
    }


async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data.clear()
    manager.dialog_data[_KIND] = pressed
    _kind(manager)
    await manager.switch_to(Checking.day)


async def on_revocable(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[_REVOKED] = str(id_in(pressed))
    await manager.switch_to(Checking.revoke)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    kind = _kind(dialog_manager)
    return {"document": kind.title, "numbered": kind.numbered, "today_fits": not kind.numbered}


async def on_today(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _issued(manager, (await _documents(manager)).today)


async def on_day(manager: DialogManager, raw: str) -> None:
    hand, today = hands(manager), (await _documents(manager)).today
    day = typed_day(
        raw,
        locale=hand.reader.locale,
        today=today,
        words=hand.lexicon.days,
        earliest=today - _A_YEAR,
    )
    await _issued(manager, day)


async def _issued(manager: DialogManager, day: date) -> None:
    hand, kind = hands(manager), _kind(manager)
    ends = await checking.likely_end(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        kind=kind.key,
        issued_on=day,
        profile=hand.profile,
    )
    manager.dialog_data[_ISSUED] = day.isoformat()
    manager.dialog_data[_EXPIRES] = ends.isoformat() if ends else ""
    await manager.switch_to(Checking.number if kind.numbered else Checking.sure)


async def on_number(manager: DialogManager, raw: str) -> None:
    """The message goes first, whatever the number is like."""
    message = manager.event
    assert isinstance(message, Message)
    manager.dialog_data[_DELETED] = await _delete(message)
    hand = hands(manager)
    manager.dialog_data[_HASH] = await checking.keep_number(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        number=raw,
    )
    await manager.switch_to(Checking.sure)


async def _delete(message: Message) -> bool:
    """A messenger may refuse; then the curator is asked to do it."""
    try:
        return bool(await message.delete())
    except TelegramAPIError as error:
        log.info("a number stays in the chat", kind=type(error).__name__)
        return False


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, kind = hands(dialog_manager), _kind(dialog_manager)
    seen = await _documents(dialog_manager)
    issued, ends = _day(dialog_manager, _ISSUED), _day(dialog_manager, _EXPIRES)
    if issued is None:
        raise Gone
    over = ends is not None and ends < seen.today
    return {
        "name": named(hand, seen.name),
        "document": kind.title,
        "numbered": kind.numbered,
        "deleted": bool(dialog_manager.dialog_data.get(_DELETED)),
        "issued": Day(issued, seen.today),
        "ends": ends is not None,
        "until": Day(ends, seen.today) if ends else "",
        "over": over,
        "holds": not over,
    }


async def on_end(manager: DialogManager, raw: str) -> None:
    """Another last day than usual."""
    hand, today = hands(manager), (await _documents(manager)).today
    day = typed_day(raw, locale=hand.reader.locale, today=today, words=hand.lexicon.days)
    manager.dialog_data[_EXPIRES] = day.isoformat()


async def on_save(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand, issued = hands(manager), _day(manager, _ISSUED)
    if issued is None:
        raise Gone
    await checking.record(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        kind=_kind(manager).key,
        issued_on=issued,
        expires_on=_day(manager, _EXPIRES),
        number_hash=manager.dialog_data.get(_HASH),
        profile=hand.profile,
    )
    manager.dialog_data.clear()
    await manager.switch_to(Checking.documents)


async def get_revoke(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _documents(dialog_manager)
    wanted = dialog_manager.dialog_data.get(_REVOKED)
    title = next((one.kind.title for one in seen.lines if str(one.check_id) == wanted), None)
    return {
        "name": named(hand, seen.name),
        "document": title if title is not None else "",
        "known": title is not None,
        "gone": title is None,
    }


async def on_revoke(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await checking.revoke(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        check_id=id_in(str(manager.dialog_data.get(_REVOKED))),
        profile=hand.profile,
    )
    manager.dialog_data.clear()
    await manager.switch_to(Checking.documents)


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await back_to_card(manager, start_id(manager, "participation_id"))


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CHECK_MENTORS),
        Window(
            Multi(
                T("checking-title", name="name"),
                Lines("lines"),
                T("checking-none", when="none"),
                sep="\n\n",
            ),
            Grid("kind", "kinds", on_kind),
            Grid("revoke", "revocable", on_revocable),
            Button(L("button-back"), id="card", on_click=_back),
            menu_button(),
            only_buttons(),
            state=Checking.documents,
            getter=get_documents,
        ),
        Window(
            T("checking-when", document="document", numbered="numbered"),
            Button(L("checking-today"), id="today", on_click=on_today, when="today_fits"),
            SwitchTo(L("button-back"), id="back", state=Checking.documents),
            menu_button(),
            typed(on_day),
            state=Checking.day,
            getter=get_day,
        ),
        Window(
            T("checking-number", document="document"),
            SwitchTo(L("button-back"), id="back", state=Checking.day),
            menu_button(),
            typed(on_number),
            state=Checking.number,
            getter=get_day,
        ),
        Window(
            Multi(
                T("checking-sure", name="name", document="document", issued="issued",
                  numbered="numbered"),
                T("checking-number-kept", when="numbered", deleted="deleted"),
                T("checking-until", ends="ends", until="until", over="over"),
            ),
            Button(L("checking-save"), id="save", on_click=on_save, when="holds"),
            SwitchTo(L("checking-other-day"), id="day", state=Checking.day),
            SwitchTo(L("button-back"), id="back", state=Checking.documents),
            menu_button(),
            typed(on_end),
            state=Checking.sure,
            getter=get_sure,
        ),
        Window(
            Multi(
                T("checking-revoke-sure", name="name", document="document", when="known"),
                T("checking-revoked", when="gone"),
            ),
            Button(L("checking-revoke-yes"), id="yes", on_click=on_revoke, when="known"),
            SwitchTo(L("button-back"), id="back", state=Checking.documents),
            menu_button(),
            only_buttons(),
            state=Checking.revoke,
            getter=get_revoke,
        ),
    )  # fmt: skip

"""When the digest comes and what it is about: each curator chooses for herself."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.digest_states import DigestChoice
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.domain.access import May
from bot.domain.digest_choices import HOURS, KINDS, Often
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import digest_choices
from bot.usecases.monitoring.digest_choices import ChoiceFacts

_DAYS = range(7)


async def _facts(manager: DialogManager) -> ChoiceFacts:
    hand = hands(manager)
    return await digest_choices.chosen(hand.db, hand.actor, programme_id=programme_of(manager))


def _named(hand: Hands, weekday: int) -> str:
    return worded(hand, "digest-choice-weekday", weekday=weekday)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, facts = hands(dialog_manager), await _facts(dialog_manager)
    choice = facts.choice
    when = {"weekday": _named(hand, choice.weekday), "hour": choice.hour}
    lines = [Line(f"digest-choice-{choice.often}", when)]
    if facts.next_at is not None:
        next_one = When(facts.next_at, facts.zone, facts.now)
        lines.append(Line("digest-choice-next", {"next": next_one}))
    return {
        "programme": facts.programme,
        "lines": lines,
        "often": [
            button(
                str(one),
                worded(hand, f"digest-choice-often-{one}", chosen=one is choice.often),
            )
            for one in Often
        ],
        "weekly": choice.often is Often.WEEKLY,
        "comes": choice.often is not Often.OFF,
        "hour": choice.hour,
        "weekday": _named(hand, choice.weekday),
        "off": len(choice.without),
    }


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, choice = hands(dialog_manager), (await _facts(dialog_manager)).choice
    return {
        "days": [
            button(
                str(day),
                worded(
                    hand,
                    "digest-choice-day",
                    weekday=_named(hand, day),
                    chosen=day == choice.weekday,
                ),
            )
            for day in _DAYS
        ]
    }


async def get_hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, choice = hands(dialog_manager), (await _facts(dialog_manager)).choice
    return {
        "hours": [
            button(
                str(hour),
                worded(hand, "digest-choice-hour", hour=hour, chosen=hour == choice.hour),
            )
            for hour in HOURS
        ]
    }


async def get_kinds(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, choice = hands(dialog_manager), (await _facts(dialog_manager)).choice
    return {
        "kinds": [
            button(
                kind, worded(hand, f"digest-choice-kind-{kind}", told=kind not in choice.without)
            )
            for kind in KINDS
        ]
    }


async def _hear(manager: DialogManager, **changed: Any) -> None:
    hand, choice = hands(manager), (await _facts(manager)).choice
    now: dict[str, Any] = {
        "often": str(choice.often),
        "weekday": choice.weekday,
        "hour": choice.hour,
    }
    await digest_choices.hear(
        hand.db, hand.actor, programme_id=programme_of(manager), **(now | changed)
    )


def _number(pressed: str) -> int:
    if not (pressed.isascii() and pressed.isdigit() and len(pressed) <= 2):
        raise Gone
    return int(pressed)


async def _often(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _hear(manager, often=pressed)


async def _day(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _hear(manager, weekday=_number(pressed))
    await manager.switch_to(DigestChoice.home)


async def _hour(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _hear(manager, hour=_number(pressed))
    await manager.switch_to(DigestChoice.home)


async def _kind(_: CallbackQuery, __: Any, manager: DialogManager, kind: str) -> None:
    hand = hands(manager)
    await digest_choices.turn(
        hand.db, hand.actor, programme_id=programme_of(manager), kind=kind
    )


def _back() -> SwitchTo:
    return SwitchTo(L("button-back"), id="back", state=DigestChoice.home)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.READ_DIGEST),
        Window(
            Multi(T("digest-choice-title", programme="programme"), Lines("lines")),
            Grid("often", "often", _often, columns=3),
            Row(
                SwitchTo(
                    L("digest-choice-go-day", weekday="weekday"),
                    id="day",
                    state=DigestChoice.day,
                    when="weekly",
                ),
                SwitchTo(
                    L("digest-choice-go-hour", hour="hour"),
                    id="hour",
                    state=DigestChoice.hour,
                    when="comes",
                ),
            ),
            SwitchTo(
                L("digest-choice-go-kinds", off="off"), id="kinds", state=DigestChoice.kinds
            ),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=DigestChoice.home,
            getter=get_home,
        ),
        Window(
            T("digest-choice-ask-day"),
            Grid("day", "days", _day, columns=2),
            _back(),
            menu_button(),
            only_buttons(),
            state=DigestChoice.day,
            getter=get_days,
        ),
        Window(
            T("digest-choice-ask-hour"),
            Grid("hour", "hours", _hour, columns=4),
            _back(),
            menu_button(),
            only_buttons(),
            state=DigestChoice.hour,
            getter=get_hours,
        ),
        Window(
            T("digest-choice-ask-kinds"),
            Grid("kind", "kinds", _kind),
            _back(),
            menu_button(),
            only_buttons(),
            state=DigestChoice.kinds,
            getter=get_kinds,
        ),
    )

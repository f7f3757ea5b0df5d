"""Windows about an organisation: its kind, its clocks, its learners.

Used when a programme is set up and when its settings are changed: where they lead is said there.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.parts.lines import Grid, button
from bot.dialogs.parts.numbers import numbers_window
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.domain.programmes import CONTINGENT, TARGETS
from bot.texts import L, T
from bot.usecases.programme import organisations, programme_settings
from bot.usecases.programme.programme_settings import ProgrammeFacts

Go = Callable[[DialogManager], Awaitable[None]]


async def facts(manager: DialogManager) -> ProgrammeFacts:
    hand = hands(manager)
    return await programme_settings.settings(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )


def _button(label: str, id: str, go: Go) -> Button:
    async def on_click(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await go(manager)

    return Button(L(label), id=id, on_click=on_click)


def kind_window(*, state: State, done: Go, other: Go, other_label: str) -> Window:
    async def get(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        hand, known = hands(dialog_manager), (await facts(dialog_manager)).house
        locale, tone = hand.reader.locale, hand.reader.tone
        return {
            "organisation": known.name,
            "kinds": [
                button(kind.key, _ticked(kind.title.say(locale, tone), kind.key == known.kind))
                for kind in hand.profile.houses.kinds
            ],
        }

    async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, kind: str) -> None:
        hand, known = hands(manager), (await facts(manager)).house
        await organisations.set_kind(
            hand.db,
            hand.actor,
            organisation_id=known.organisation_id,
            kind=kind,
            profile=hand.profile,
        )
        await done(manager)

    return Window(
        T("house-kind", organisation="organisation"),
        Grid("kind", "kinds", on_kind),
        _button(other_label, "other", other),
        menu_button(),
        only_buttons(),
        state=state,
        getter=get,
    )


def zone_window(*, state: State, done: Go, other: Go, other_label: str) -> Window:
    async def get(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        hand, known = hands(dialog_manager), (await facts(dialog_manager)).house
        locale, tone = hand.reader.locale, hand.reader.tone
        zones = sorted(hand.profile.houses.zones, key=lambda one: one.key != known.zone)
        return {
            "zones": [
                button(zone.key, _ticked(zone.title.say(locale, tone), zone.key == known.zone))
                for zone in zones
            ]
        }

    async def on_zone(_: CallbackQuery, __: Any, manager: DialogManager, zone: str) -> None:
        hand, known = hands(manager), (await facts(manager)).house
        await organisations.set_zone(
            hand.db,
            hand.actor,
            organisation_id=known.organisation_id,
            zone=zone,
            profile=hand.profile,
        )
        await done(manager)

    return Window(
        T("house-zone"),
        Grid("zone", "zones", on_zone, columns=2),
        _button(other_label, "other", other),
        menu_button(),
        only_buttons(),
        state=state,
        getter=get,
    )


def _ticked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def contingent_window(
    *, state: State, done: Go, back: Go, later: Go | None = None
) -> Window:
    async def load(manager: DialogManager) -> dict[str, int]:
        return (await facts(manager)).house.contingent

    async def save(manager: DialogManager, numbers: dict[str, int]) -> None:
        """As of the day that is known, or of today."""
        hand, known = hands(manager), (await facts(manager)).house
        await organisations.count(
            hand.db,
            hand.actor,
            organisation_id=known.organisation_id,
            numbers=numbers,
            on=known.contingent_on or known.today,
        )

    return numbers_window(
        T("house-contingent"),
        keys=CONTINGENT,
        state=state,
        load=load,
        save=save,
        done=done,
        back=back,
        later=later,
    )


def targets_window(*, state: State, done: Go, back: Go, later: Go | None = None) -> Window:
    async def load(manager: DialogManager) -> dict[str, int]:
        return (await facts(manager)).targets

    async def save(manager: DialogManager, numbers: dict[str, int]) -> None:
        hand = hands(manager)
        await programme_settings.aim(
            hand.db, hand.actor, programme_id=programme_of(manager), targets=numbers
        )

    return numbers_window(
        T("settings-targets"),
        keys=TARGETS,
        state=state,
        load=load,
        save=save,
        done=done,
        back=back,
        later=later,
    )


def to_state(state: State) -> Go:
    async def go(manager: DialogManager) -> None:
        await manager.switch_to(state)

    return go

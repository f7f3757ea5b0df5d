"""Of a planned wave: how long each person has, and who is asked."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.dialogs.monitoring.wave_chosen import change, chosen, to
from bot.dialogs.monitoring.wave_states import WavePlans
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.waves import ASKED_ROLES, ON_A_DAY
from bot.texts import T

GROUPS_SHOWN = 10
LENGTHS = (3, 7, 10, 14, 21)
_ONE = [{"id": "x", "label": "Half-way"}]


async def get_lengths(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    _found, line = await chosen(dialog_manager)
    return {
        "title": line.questionnaire.title,
        "days": [button(str(n), worded(hand, "wave-days", days=n)) for n in LENGTHS],
    }


async def _length(_: CallbackQuery, __: Any, manager: DialogManager, days: str) -> None:
    if days not in map(str, LENGTHS):
        raise Gone
    await change(manager, days=int(days))
    await manager.switch_to(WavePlans.card)


def _tick(on: bool, label: str) -> str:  # a tick or none
    return f"{'☑' if on else '☐'} {label}"


async def get_audience(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found, line = await chosen(dialog_manager)
    asked = line.audience
    choices = [
        button(f"role:{role}", _tick(role in asked.roles, worded(hand, f"wave-role-{role}")))
        for role in ASKED_ROLES
    ]
    for key in found.forms:
        form = hand.profile.form(key)
        if form is not None:
            label = _tick(key in asked.forms, spoken(hand, form.title))
            choices.append(button(f"form:{key}", label))
    if line.event in ON_A_DAY:
        choices.append(button("alone:", _tick(asked.alone, worded(hand, "wave-who-alone"))))
    return {"title": line.questionnaire.title, "choices": choices, "groups": bool(found.groups)}


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found, line = await chosen(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.groups, GROUPS_SHOWN)
    return {
        "title": line.questionnaire.title,
        "choices": [
            button(f"group:{one}", _tick(one in line.audience.groups, one)) for one in shown
        ],
        **pager_says,
    }


async def _toggle(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    found, line = await chosen(manager)
    what, _sign, value = pressed.partition(":")
    asked = line.audience
    known = {"role": [str(r) for r in ASKED_ROLES], "form": found.forms, "group": found.groups}
    if what == "alone":
        await change(manager, alone=not asked.alone)
        return
    if value not in known.get(what, ()):
        raise Gone
    had = {"role": [str(r) for r in asked.roles], "form": asked.forms, "group": asked.groups}[what]
    now = [one for one in known[what] if (one in had) != (one == value)]
    if what == "role":
        await change(manager, roles=[Role(one) for one in now])
    else:
        await change(manager, **{f"{what}s": now})


def audience_windows(preview: dict[str, Any]) -> tuple[Window, ...]:
    return (
        Window(
            T("wave-length", title="title"),
            Grid("d", "days", _length),
            to(WavePlans.card, "button-back", "back"),
            menu_button(),
            only_buttons(),
            state=WavePlans.length,
            getter=get_lengths,
            preview_data={**preview, "days": _ONE},
        ),
        Window(
            T("wave-audience", title="title"),
            Grid("c", "choices", _toggle),
            to(WavePlans.groups, "wave-to-groups", "groups", "groups"),
            to(WavePlans.card, "wave-done", "back"),
            menu_button(),
            only_buttons(),
            state=WavePlans.audience,
            getter=get_audience,
            preview_data=preview,
        ),
        Window(
            T("wave-groups", title="title"),
            Grid("c", "choices", _toggle, columns=2),
            pager(),
            to(WavePlans.audience, "wave-done", "back"),
            menu_button(),
            only_buttons(),
            state=WavePlans.groups,
            getter=get_groups,
            preview_data=preview,
        ),
    )

"""What a room of a programme leads to: a table of doors, of which each reader sees their own."""

from collections.abc import Awaitable, Callable, Container, Sequence
from typing import Any, NamedTuple

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import Grid, button
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.programme.desk import go_to, rights_here
from bot.domain.access import May
from bot.domain.errors import Gone

_FIELD = "doors"  # of the window's data


class Door(NamedTuple):
    """`within`: whoever has that right finds it there."""

    key: str
    right: May
    state: State
    within: May | None = None


def doors_for(doors: Sequence[Door], rights: Container[May]) -> list[Door]:
    return [door for door in doors if door.right in rights and door.within not in rights]


def shown_doors(
    doors: Sequence[Door], label: Callable[[Hands, str], str]
) -> Callable[..., Awaitable[dict[str, Any]]]:
    """The getter for `door_grid`; `label`: what stands on the door with this key."""

    async def shown(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        hand, rights = hands(dialog_manager), await rights_here(dialog_manager)
        return {
            _FIELD: [button(door.key, label(hand, door.key)) for door in doors_for(doors, rights)]
        }

    return shown


def door_grid(doors: Sequence[Door], columns: int = 1) -> Grid:
    async def go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        door = next((one for one in doors if one.key == pressed), None)
        if door is None:
            raise Gone
        await go_to(manager, door.state)

    return Grid("go", _FIELD, go, columns=columns)

"""How screens are built: a dialog with its policy, ways back, what a handler works with."""

from typing import Any, NamedTuple
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, User
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Cancel

from bot.dialogs.states import Menu
from bot.domain.access import Actor
from bot.domain.errors import NotAllowed
from bot.domain.profile import Profile
from bot.domain.questions import Lexicon
from bot.middlewares.acquaintance import Acquaintance, Reader
from bot.middlewares.policies import Gate, Policy
from bot.storage.database import Database
from bot.texts import L, Texts


class Screens(Dialog):
    """A dialog that only those its policy admits can enter or press."""

    def __init__(self, policy: Policy, *windows: Window, **options: Any) -> None:
        super().__init__(*windows, **options)
        self.policy = policy
        for observer in (self.message, self.callback_query):
            observer.middleware(Gate(policy))


class Hands(NamedTuple):
    """What a handler or a getter works with."""

    db: Database
    actor: Actor
    reader: Reader
    texts: Texts
    profile: Profile
    lexicon: Lexicon


def hands(manager: DialogManager) -> Hands:
    """Raises `NotAllowed` for a stranger."""
    data = manager.middleware_data
    if data.get("actor") is None:
        raise NotAllowed
    return Hands(
        data["db"], data["actor"], data["reader"], data["texts"], data["profile"], data["lexicon"]
    )


async def introduce_again(manager: DialogManager) -> None:
    """The person's roles, name or language have changed within this update."""
    acquaintance: Acquaintance = manager.middleware_data["acquaintance"]
    user: User = manager.middleware_data["event_from_user"]
    await acquaintance.introduce(manager.middleware_data, user)


def begun_with(manager: DialogManager) -> dict[str, Any]:
    """What the dialog was started with; nothing is empty."""
    return manager.start_data if isinstance(manager.start_data, dict) else {}


def start_id(manager: DialogManager, name: str) -> UUID:
    """An id the dialog was started with: dialogs keep ids and never facts."""
    return UUID(str(begun_with(manager)[name]))


async def open_anew(
    manager: DialogManager, state: State, data: dict[str, str] | None = None
) -> None:
    """Leave whatever is open and show this screen as a new message."""
    await manager.start(state, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def to_menu(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def menu_button(when: WhenCondition = None) -> Button:
    return Button(L("button-to-menu"), id="menu", on_click=to_menu, when=when)


def back_button() -> Cancel:
    """Closes the dialog and shows the one it was opened from."""
    return Cancel(L("button-back"))

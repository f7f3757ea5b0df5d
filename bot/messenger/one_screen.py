"""One screen is open: a press is answered on the newest message, whichever it came from.

aiogram-dialog draws on the message that was pressed. Whoever types and presses before the bot has
answered would then have two screens with buttons, of which the newer is not true. It also gives
screens that open within one second the same id once in a hundred times: a button of the former one
would then do what the same place on the new one does. And another id to the screen it draws again
when a crash made us forget the first: what was pressed on that one would be lost.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import count
from secrets import token_urlsafe
from typing import Any

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Update
from aiogram_dialog.api.entities import ChatEvent, Context, Data, OldMessage, Stack
from aiogram_dialog.api.entities.new_message import UnknownText
from aiogram_dialog.api.internal import STACK_KEY, DialogManagerFactory
from aiogram_dialog.api.protocols import DialogManager, DialogRegistryProtocol
from aiogram_dialog.context.media_storage import MediaIdStorage
from aiogram_dialog.manager.manager import ManagerImpl
from aiogram_dialog.manager.message_manager import MessageManager
from aiogram_dialog.utils import remove_intent_id

_BYTES_OF_ID = 4  # told apart from the few screens one person ever has; short, as buttons carry it


_IDS = "screen_ids"  # in the data of an update


def _ids(update: Update | None) -> Iterator[str]:
    """Of the screens an update opens: the same ones when it is worked at again after a crash."""
    for number in count():
        if update is None or not update.update_id:
            yield token_urlsafe(_BYTES_OF_ID)
        else:
            opened = f"{update.update_id}:{number}".encode()
            digest = blake2b(opened, digest_size=_BYTES_OF_ID).digest()
            yield urlsafe_b64encode(digest).decode().rstrip("=")


class _ToldApart(Stack):
    """A stack whose screens never share an id."""

    ids: Iterator[str]

    def push(self, state: State, data: Data) -> Context:
        own = replace(super().push(state, data), _intent_id=next(self.ids))
        self.intents[-1] = own.id
        return own


class OneScreen(ManagerImpl):
    def current_stack(self) -> Stack:
        stack = super().current_stack()
        if not isinstance(stack, _ToldApart):
            self._data[STACK_KEY] = stack = _ToldApart(**vars(stack))
            update = self._data.get("event_update")
            known = update if isinstance(update, Update) else None
            stack.ids = self._data.setdefault(_IDS, _ids(known))
        return stack

    def _get_message_from_callback(self, event: CallbackQuery) -> OldMessage | None:
        """Where the answer is drawn: on what was pressed, or where we drew last if that is newer.

        What was pressed is newer when a crash made us forget it. The button of a letter belongs to
        no dialog. An older screen has lost its buttons when the newer one was sent.
        """
        pressed, drawn = super()._get_message_from_callback(event), self.current_stack()
        last = drawn.last_message_id
        of_dialog = event.data is not None and remove_intent_id(event.data)[0] is not None
        if pressed is None or last is None or not of_dialog or last <= pressed.message_id:
            return pressed
        return replace(
            pressed,
            message_id=last,
            media_id=drawn.last_media_id,
            media_uniq_id=drawn.last_media_unique_id,
            text=UnknownText.UNKNOWN,
            has_protected_content=drawn.has_protected_content,
            has_reply_keyboard=drawn.last_reply_keyboard,
            content_type=drawn.content_type,
        )


class OneScreenFactory(DialogManagerFactory):
    def __init__(self) -> None:
        self._messages = MessageManager()
        self._media = MediaIdStorage()  # type: ignore[no-untyped-call]  # the library's own

    def __call__(
        self,
        event: ChatEvent,
        data: dict[str, Any],
        registry: DialogRegistryProtocol,
        router: Router,
    ) -> DialogManager:
        return OneScreen(event, self._messages, self._media, registry, router, data, None)

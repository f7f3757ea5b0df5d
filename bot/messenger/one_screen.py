"""One screen is open: a press is answered on the newest message, whichever it came from.

aiogram-dialog draws on the message that was pressed. Whoever types and presses before the bot has
answered would then have two screens with buttons, of which the newer is not true.
"""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, ErrorEvent
from aiogram_dialog import ShowMode
from aiogram_dialog.api.entities import ChatEvent, OldMessage
from aiogram_dialog.api.entities.new_message import UnknownText
from aiogram_dialog.api.internal import DialogManagerFactory
from aiogram_dialog.api.protocols import DialogManager, DialogRegistryProtocol
from aiogram_dialog.context.media_storage import MediaIdStorage
from aiogram_dialog.manager.manager import ManagerImpl
from aiogram_dialog.manager.message_manager import MessageManager
from aiogram_dialog.utils import remove_intent_id


class OneScreen(ManagerImpl):
    async def show(self, show_mode: ShowMode | None = None) -> None:
        """Draw, and take the buttons off the screen above when there are two."""
        event = self.event.update.event if isinstance(self.event, ErrorEvent) else self.event
        above = self._screens(event)[:-1] if isinstance(event, CallbackQuery) else []
        await super().show(show_mode)
        for screen in above:
            await self.message_manager.remove_kbd(
                bot=self.middleware_data["bot"], show_mode=ShowMode.EDIT, old_message=screen
            )

    def _get_message_from_callback(self, event: CallbackQuery) -> OldMessage | None:
        return next(reversed(self._screens(event)), None)

    def _screens(self, event: CallbackQuery) -> list[OldMessage]:
        """The messages that have this dialog's buttons, the newest last.

        Where we drew last, and what was pressed: it is newer when a crash made us forget it. The
        button of a letter belongs to no dialog.
        """
        pressed, stack = super()._get_message_from_callback(event), self.current_stack()
        if pressed is None:
            return []
        of_dialog = event.data is not None and remove_intent_id(event.data)[0] is not None
        if not of_dialog or stack.last_message_id in (None, pressed.message_id):
            return [pressed]
        drawn = replace(
            pressed,
            message_id=stack.last_message_id,
            media_id=stack.last_media_id,
            media_uniq_id=stack.last_media_unique_id,
            text=UnknownText.UNKNOWN,
            has_protected_content=stack.has_protected_content,
            has_reply_keyboard=stack.last_reply_keyboard,
            content_type=stack.content_type,
        )
        return sorted((pressed, drawn), key=lambda screen: screen.message_id)


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

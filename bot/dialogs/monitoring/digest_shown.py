"""The digest's own message, shown anew after something was done about what it says.

A message may be so old that the messenger shows it to the bot no more, or may be gone: then what
was to be shown comes as a new message, for nobody is to wonder whether a press was heard.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InaccessibleMessage,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessageUnion,
)
from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.sending import bot_of, worker_of
from bot.messenger.digest_view import digest_message, send_digest
from bot.messenger.digest_waits_view import Rows
from bot.usecases.monitoring import digests
from bot.usecases.monitoring.digests import Digest

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # the messenger does not say when the message came
_NOT_THERE = ("not found", "can't be edited", "there is no caption")


@dataclass(frozen=True)
class Shown:
    """The message of a digest, and when it came."""

    message_id: int
    came_at: datetime

    @classmethod
    def of(cls, message: MaybeInaccessibleMessageUnion) -> "Shown":
        if isinstance(message, InaccessibleMessage):
            return cls(message.message_id, _LONG_AGO)
        return cls(message.message_id, message.date)

    def dump(self) -> dict[str, str]:
        return {"message_id": str(self.message_id), "came_at": self.came_at.isoformat()}

    @classmethod
    def read(cls, kept: dict[str, object]) -> "Shown":
        return cls(int(str(kept["message_id"])), datetime.fromisoformat(str(kept["came_at"])))


async def show_digest(manager: DialogManager, shown: Shown, programme_id: UUID) -> None:
    """As it is now, with what was done since it came."""
    facts = await _facts(manager, shown, programme_id)
    h = hands(manager)
    told = digest_message(h.texts, h.reader.locale, h.reader.tone, facts)
    if not await _edited(manager, shown, *told):
        await _send(manager, facts, told)


async def show_item(
    manager: DialogManager, shown: Shown, programme_id: UUID, opened: tuple[str, Rows]
) -> None:
    """What one line of the digest opens, in its message."""
    if not await _edited(manager, shown, *opened):
        await _send(manager, await _facts(manager, shown, programme_id), opened)


async def _facts(manager: DialogManager, shown: Shown, programme_id: UUID) -> Digest:
    h = hands(manager)
    return await digests.digest(
        h.db, h.actor, programme_id=programme_id, profile=h.profile, since=shown.came_at
    )


async def _edited(manager: DialogManager, shown: Shown, caption: str, rows: Rows) -> bool:
    """False when the message cannot be changed any more."""
    try:
        await bot_of(manager).edit_message_caption(
            chat_id=int(hands(manager).reader.address),
            message_id=shown.message_id,
            caption=caption,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
        )
    except TelegramBadRequest as error:
        if any(why in error.message for why in _NOT_THERE):
            return False
        if "not modified" not in error.message:
            raise
    return True


async def _send(manager: DialogManager, facts: Digest, opened: tuple[str, Rows]) -> None:
    h = hands(manager)
    await send_digest(
        bot_of(manager),
        int(h.reader.address),
        h.texts,
        h.reader,
        facts,
        worker_of(manager),
        opened=opened,
    )

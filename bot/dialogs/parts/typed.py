"""What people type: taken when it can be, and never left without an answer."""

from collections.abc import Awaitable, Callable

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

Take = Callable[[DialogManager, str], Awaitable[None]]


def typed(take: Take) -> MessageInput:
    """Words go to `take`; a sticker or a picture gets a kind hint and the screen again."""

    async def read(message: Message, _: MessageInput, manager: DialogManager) -> None:
        if message.text is None:
            await hint(manager, "typed-only-words")
        else:
            await take(manager, message.text)

    return MessageInput(read)


def only_buttons() -> MessageInput:
    """For a screen on which there is nothing to type."""

    async def read(_: Message, __: MessageInput, manager: DialogManager) -> None:
        await hint(manager, "typed-use-buttons")

    return MessageInput(read)


async def hint(manager: DialogManager, key: str) -> None:
    """A word in answer to a message; the screen is shown again below it."""
    message = manager.event
    assert isinstance(message, Message)
    texts, reader = manager.middleware_data["texts"], manager.middleware_data["reader"]
    await message.answer(texts.say(reader.locale, reader.tone, key))

"""A bot made with aiogram and aiogram-dialog lives in the sandbox as it would with Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ContentType
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.filters import Command, CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage, SimpleEventIsolation
from aiogram.methods import GetUpdates
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)
from aiogram_dialog import (
    ChatEvent,
    Dialog,
    DialogManager,
    ShowMode,
    StartMode,
    Window,
    setup_dialogs,
)
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.input import ManagedTextInput, MessageInput, TextInput
from aiogram_dialog.widgets.kbd import Back, Button, Calendar, Next, Select, SwitchTo
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Const, Format

from sandbox.people import Town
from tests.sandbox.wire import ANN, BOB, STRANGER, TOKEN, Wire, png


@asynccontextmanager
async def bot_for(wire: Wire, token: str = TOKEN) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(wire.base), timeout=10)
    bot = Bot(token, session=session)
    try:
        yield bot
    finally:
        await session.close()


@pytest.fixture
async def bot(wire: Wire) -> AsyncIterator[Bot]:
    async with bot_for(wire) as bot:
        yield bot


class Talk(StatesGroup):
    name = State()
    mood = State()
    day = State()
    picture = State()
    file = State()


async def facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    picture = (
        MediaAttachment(ContentType.PHOTO, file_id=MediaId(data["picture"]))
        if "picture" in data
        else None
    )
    return {"name": data.get("name", ""), "mood": data.get("mood", ""), "picture": picture}


def make_dialog(photo_id: str) -> Dialog:
    async def named(
        _: Message, __: ManagedTextInput[str], manager: DialogManager, text: str
    ) -> None:
        manager.dialog_data["name"] = text
        await manager.next()

    async def refuse(query: CallbackQuery, _: Button, __: DialogManager) -> None:
        await query.answer("Not today", show_alert=True)

    async def choose(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
        manager.dialog_data["mood"] = item
        await manager.next()

    async def pick(query: ChatEvent, _: Any, manager: DialogManager, day: date) -> None:
        assert isinstance(query, CallbackQuery)
        manager.dialog_data["picture"] = photo_id
        await query.answer(f"Day {day.day}")
        await manager.next()

    async def took(message: Message, _: MessageInput, manager: DialogManager) -> None:
        assert message.document is not None
        assert message.bot is not None
        content = await message.bot.download(message.document)
        assert content is not None
        await message.answer_document(
            BufferedInputFile(content.read().upper(), "copy.txt"), caption="Your copy"
        )
        await manager.done(show_mode=ShowMode.NO_UPDATE)

    return Dialog(
        Window(
            Const("Your name?"),
            TextInput("name", on_success=named),
            state=Talk.name,
        ),
        Window(
            Format("{name}, how are you?"),
            Select(Format("Mood {item}"), "mood", lambda item: item, ["1", "2"], on_click=choose),
            Button(Const("Refuse"), "refuse", on_click=refuse),
            SwitchTo(Const("Again"), "again", state=Talk.mood),
            state=Talk.mood,
        ),
        Window(Const("Which day?"), Calendar("day", on_click=pick), state=Talk.day),
        Window(
            DynamicMedia("picture"),
            Format("Mood {mood}"),
            Back(Const("Back")),
            Next(Const("On")),
            state=Talk.picture,
        ),
        Window(Const("Send a file"), MessageInput(took), state=Talk.file),
        getter=facts,
    )


@asynccontextmanager
async def polling(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    task = asyncio.ensure_future(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    await asyncio.sleep(0.05)
    try:
        yield
    finally:
        await dispatcher.stop_polling()
        await task


async def test_a_dialog_with_text_edits_photo_alert_and_document(wire: Wire, bot: Bot) -> None:
    sent = await bot.send_photo(BOB, BufferedInputFile(png(40, 20), "mood.png"))
    assert sent.photo is not None
    dispatcher = Dispatcher(storage=MemoryStorage(), events_isolation=SimpleEventIsolation())
    dispatcher.include_router(make_dialog(sent.photo[-1].file_id))
    setup_dialogs(dispatcher, events_isolation=SimpleEventIsolation())

    async def start(_: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Talk.name, mode=StartMode.RESET_STACK)

    async def echo(message: Message, bot: Bot) -> None:
        await bot.set_my_commands([BotCommand(command="start", description="Begin")])
        await message.answer("<i>Done</i>", parse_mode="HTML")

    dispatcher.message.register(start, CommandStart())
    dispatcher.message.register(echo, Command("help"))

    async with polling(bot, dispatcher), Town(wire.base) as town:
        ann = await town.person(ANN)
        await ann.starts()
        await ann.waits_for("Your name?")
        await ann.says("Ann & <Co>")
        await ann.waits_for("Ann & <Co>, how are you?")
        await ann.clicks("Refuse")
        await ann.waits_for_alert("Not today")
        await ann.clicks("Again")
        await ann.clicks("Mood 2")
        await ann.waits_for("Which day?")
        await ann.clicks("15")
        shown = await ann.waits_for("Mood 2")
        assert shown.photo is not None
        assert (shown.photo["w"], shown.photo["h"]) == (40, 20)
        assert "Day 15" in ann.toasts
        await ann.clicks("Back")
        await ann.waits_for("Which day?")
        await ann.clicks("15")
        await ann.clicks("On")
        await ann.waits_for("Send a file")
        await ann.sends_file("plan.txt", b"plan")
        assert await ann.waits_for_document("copy.txt") == b"PLAN"
        await ann.says("/help")
        await ann.waits_for("Done")
        assert (await town.state())["bot"]["commands"][0]["command"] == "start"
        # aiogram-dialog leaves a window as it is when nothing changed, and aiogram knows that text.
        errors = (await town.journal(errors_only=True))["calls"]
        assert {call["description"].split(":")[1].strip() for call in errors} <= {
            "message is not modified"
        }


async def test_every_refusal_is_the_exception_that_aiogram_knows(wire: Wire, bot: Bot) -> None:
    with pytest.raises(TelegramForbiddenError, match="can't initiate"):
        await bot.send_message(STRANGER, "x")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(999, "x")
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await bot.send_message(ANN, "a < b", parse_mode="HTML")
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(ANN, BufferedInputFile(b"x" * (52 << 20), "big"))
    faults = wire.telegram.faults
    faults.add(kind="429", seconds=3)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(ANN, "x")
    assert caught.value.retry_after == 3
    for kind in ("500", "502"):
        faults.add(kind=kind)
        with pytest.raises(TelegramServerError):
            await bot.send_message(ANN, "x")
    for kind in ("reset_before", "reset_after"):
        faults.add(kind=kind)
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(ANN, "x")
    async with bot_for(wire, token="42:other") as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()
    await bot.set_webhook("http://127.0.0.1:1/")
    with pytest.raises(TelegramConflictError):
        await bot(GetUpdates())
    with pytest.raises(TelegramNotFound):
        await bot.log_out()


async def test_answers_fit_the_types_of_aiogram(bot: Bot) -> None:
    me = await bot.get_me()
    assert me.username == "tandem_bot"
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Yes", callback_data="yes")]]
    )
    message = await bot.send_message(ANN, "<b>x</b> 😀", parse_mode="HTML", reply_markup=keyboard)
    assert message.html_text == "<b>x</b> 😀"
    assert message.reply_markup is not None
    assert message.reply_markup.inline_keyboard[0][0].callback_data == "yes"
    reply = await bot.send_message(
        ANN, "y", reply_parameters=ReplyParameters(message_id=message.message_id)
    )
    assert reply.reply_to_message is not None
    file = BufferedInputFile(png(), "a.png")
    media = InputMediaPhoto(media=file, caption="z")
    edited = await bot.edit_message_media(media, chat_id=ANN, message_id=reply.message_id)
    assert isinstance(edited, Message)
    assert edited.caption == "z"
    album = await bot.send_media_group(ANN, [media, media])
    assert len({one.media_group_id for one in album}) == 1
    assert await bot.delete_messages(ANN, [one.message_id for one in album])
    assert (await bot.get_chat(ANN)).first_name == "Ann"
    assert (await bot.get_webhook_info()).url == ""


async def test_one_broken_update_reaches_the_bot_as_it_is(wire: Wire, bot: Bot) -> None:
    """aiogram's own polling stops at it: the product has to read updates one by one."""
    wire.telegram.inject({"message": {"message_id": 1, "chat": {"id": ANN, "type": "private"}}})
    with pytest.raises(Exception, match="date"):
        await bot.get_updates()

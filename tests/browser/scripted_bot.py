"""A tiny bot for the tests of the page: it polls the Bot API and answers by a fixed script."""

from __future__ import annotations

import asyncio
import struct
import zlib
from typing import Any

import aiohttp

TOKEN = "42:browser-tests"
USERNAME = "page_test_bot"
GUARDIAN_LINK = f"https://t.me/{USERNAME}?start=guardian_1"


def picture(width: int, height: int) -> bytes:
    """A small grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\x99" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def counter(pressed: int) -> dict[str, Any]:
    return {
        "text": f"Нажато: <b>{pressed}</b>",
        "parse_mode": "HTML",
        "reply_markup": {
            "inline_keyboard": [
                [
                    {"text": "Ещё раз", "callback_data": f"count:{pressed + 1}"},
                    {"text": "Предупреди", "callback_data": "alert"},
                ],
                [{"text": "Ссылка для мамы", "callback_data": "link"}],
            ]
        },
    }


class ScriptedBot:
    def __init__(self, url: str) -> None:
        self._base = f"{url}/bot{TOKEN}"
        self._session = aiohttp.ClientSession()
        self._task: asyncio.Task[None] | None = None
        self.heard: list[str] = []

    async def start(self) -> None:
        await self.call(
            "setMyCommands",
            commands=[
                {"command": "start", "description": "Начать"},
                {"command": "count", "description": "Посчитать нажатия"},
            ],
        )
        self._task = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._session.close()

    async def call(self, method: str, **params: Any) -> Any:
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            return await response.json()

    async def send(self, chat: int, **params: Any) -> Any:
        return await self.call("sendMessage", chat_id=chat, **params)

    async def _poll(self) -> None:
        offset = 0
        while True:
            try:
                answer = await self.call("getUpdates", offset=offset, timeout=20)
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)  # the server is being restarted by a test
                continue
            for update in answer.get("result", []):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            await self._pressed(update["callback_query"])
        elif "message" in update:
            await self._told(update["message"])
        elif "inline_query" in update:
            await self._offer(update["inline_query"])

    async def _offer(self, query: dict[str, Any]) -> None:
        """One name for whatever is typed, none for "nobody"."""
        words = query["query"]
        article = {
            "type": "article", "id": "p1", "title": f"Лена · {words}", "description": "ученица",
            "input_message_content": {"message_text": "/card p1"},
        }  # fmt: skip
        results = [] if words == "nobody" else [article]
        await self.call(
            "answerInlineQuery", inline_query_id=query["id"], results=results, cache_time=0
        )

    async def _pressed(self, query: dict[str, Any]) -> None:
        chat, message, data = query["from"]["id"], query["message"]["message_id"], query["data"]
        self.heard.append(f"press {data}")
        said: dict[str, Any] = {"callback_query_id": query["id"]}
        if data.startswith("count:"):
            pressed = int(data.removeprefix("count:"))
            await self.call("editMessageText", chat_id=chat, message_id=message, **counter(pressed))
            said["text"] = f"Посчитала: {pressed}"
        elif data == "alert":
            said |= {"text": "Это важно", "show_alert": True}
        elif data == "link":
            keyboard = [[{"text": "Открыть как мама", "url": GUARDIAN_LINK}]]
            await self.send(
                chat, text=f"Перешли: {GUARDIAN_LINK}", reply_markup={"inline_keyboard": keyboard}
            )
        await self.call("answerCallbackQuery", **said)

    async def _told(self, message: dict[str, Any]) -> None:
        chat = message["chat"]["id"]
        text = message.get("text", "")
        if "document" in message:
            text = f"файл {message['document']['file_name']}"
        self.heard.append(text)
        if text == "/start":
            name = message["from"]["first_name"]
            await self.send(chat, text=f"Здравствуйте, <b>{name}</b>!", parse_mode="HTML")
            await self.send(chat, **counter(0))
        elif text.startswith("/start "):
            await self.send(chat, text=f"Пришли по ссылке {text.removeprefix('/start ')}")
        elif text == "/count":
            await self.send(chat, **counter(0))
        elif text == "клавиатура":
            keyboard = [[{"text": "Мой путь"}, {"text": "Встречи"}]]
            await self.send(chat, text="Вот", reply_markup={"keyboard": keyboard})
        elif text == "убери":
            await self.send(chat, text="Убрала", reply_markup={"remove_keyboard": True})
        elif text == "печатай":
            await self.call("sendChatAction", chat_id=chat, action="typing")
        elif text == "вложения":
            await self._send_files(chat)
        else:
            await self.send(chat, text=f"Услышала: {text}")

    async def _send_files(self, chat: int) -> None:
        for method, field, name, content in (
            ("sendPhoto", "photo", "chart.png", picture(320, 200)),
            ("sendDocument", "document", "Отчёт.csv", "пара;встречи\n".encode()),
        ):
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("chat_id", str(chat))
            form.add_field(field, content, filename=name)
            async with self._session.post(f"{self._base}/{method}", data=form) as response:
                await response.read()

"""Calls without files go as JSON: a form would percent-encode every Cyrillic letter sixfold."""

import json
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, MessageId
from aiohttp import BytesPayload, FormData


class SendLetter(TelegramMethod[MessageId]):
    """sendMessage of whose answer only the number is read: the rest is what we have just said."""

    __returning__ = MessageId
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str | Default | None = Default("parse_mode")
    link_preview_options: LinkPreviewOptions | Default | None = Default("link_preview")
    reply_markup: InlineKeyboardMarkup | None = None


WITHOUT_FILES = (
    SendLetter,
    SendMessage,
    EditMessageText,
    EditMessageCaption,
    EditMessageReplyMarkup,
    AnswerCallbackQuery,
    DeleteMessage,
)


class JsonSession(AiohttpSession):
    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        if not isinstance(method, WITHOUT_FILES):
            return super().build_form_data(bot, method)
        fields: dict[str, Any] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files={}, _dumps_json=False)
            if prepared is not None and prepared != "":
                fields[key] = prepared
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        payload = BytesPayload(body, content_type="application/json")
        return cast(FormData, payload)  # the caller hands it to aiohttp as it is

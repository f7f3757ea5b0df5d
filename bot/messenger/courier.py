"""Carrying letters to people: the only place that sends what nobody asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import SendDocument, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from bot.messenger.acts import act_data
from bot.messenger.calendar_words import meeting_entry
from bot.messenger.courtesy import surely_not_sent
from bot.messenger.digest_view import digest_message, digest_picture_of
from bot.messenger.json_session import SendLetter
from bot.messenger.limits import Pacer, Urgency, urgency
from bot.reports.calendar_files import meeting_file
from bot.reports.drawing import draw_digest
from bot.reports.worker import Worker
from bot.texts import Texts
from bot.usecases.letters import CalendarEntry, Letter, Press

PATIENCE = 2.0  # seconds
LONGEST_TEXT = 3900  # of a message of several letters; a message holds 4096


class Unreachable(Exception):
    """The person has blocked the bot, left the messenger, or never pressed Start."""


class Busy(Exception):
    """The messenger asks to wait."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


class NotSent(Exception):
    """Surely not delivered; worth another try."""


class Refused(Exception):
    """The messenger will never take this letter as it is: our own mistake."""


class TooLong(Exception):
    """More letters in one than a message holds."""


class InDoubt(Exception):
    """The request may have arrived: nobody knows."""


@dataclass(frozen=True)
class Address:
    """Where a letter goes and how its reader is spoken to."""

    chat: str
    locale: str
    tone: str


Sealed = SendLetter | SendPhoto | SendDocument


class TelegramCourier:
    def __init__(self, bot: Bot, texts: Texts, worker: Worker, pacer: Pacer) -> None:
        self._bot, self._texts, self._worker, self._pacer = bot, texts, worker, pacer

    async def turn(self, to: Address) -> None:
        """Wait until a letter may be sent there; only then is it marked as on the wire.

        Raises `Busy` for a chat that is closed for longer: its row knows how to wait, and the
        letters to everybody else need not.
        """
        closed = self._pacer.closed_for(to.chat)
        if closed > PATIENCE:
            raise Busy(timedelta(seconds=closed))
        await self._pacer.turn(to.chat, Urgency.LETTER)

    async def seal(self, letter: Letter, to: Address, *, doubtful: bool = False) -> Sealed:
        """The letter as it will go: all words and pictures are made, nothing is sent yet."""
        chat = int(to.chat)
        if letter.digest is not None:
            text, rows = digest_message(self._texts, to.locale, to.tone, letter.digest)
            facts = digest_picture_of(self._texts, to.locale, to.tone, letter.digest)
            picture = await self._worker.run(draw_digest, facts)
            return SendPhoto(
                chat_id=chat,
                photo=BufferedInputFile(picture, "digest.png"),
                caption=text,
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            )
        text = self._text(letter, to)
        if doubtful:
            text += "\n\n" + self._texts.say(to.locale, to.tone, "letter-doubtful")
        markup = self._keyboard(letter, to)
        if letter.parts and len(text) > LONGEST_TEXT:
            raise TooLong
        if letter.calendar:
            file = self._calendar(letter.calendar, to)
            return SendDocument(chat_id=chat, document=file, caption=text, reply_markup=markup)
        return SendLetter(chat_id=chat, text=text, reply_markup=markup)

    async def carry(self, sealed: Sealed) -> str:
        """The message's id. Raises `Unreachable`, `Busy`, `NotSent`, `Refused` or `InDoubt`."""
        token = urgency.set(Urgency.LETTER)
        method: TelegramMethod[Any] = sealed  # their answers differ, and all have a number
        try:
            return str((await self._bot(method)).message_id)
        except TelegramForbiddenError as error:
            raise Unreachable from error
        except TelegramRetryAfter as error:
            raise Busy(timedelta(seconds=error.retry_after)) from error
        except TelegramBadRequest as error:
            if "chat not found" in error.message:
                raise Unreachable from error
            raise Refused(error.message) from error
        except TelegramEntityTooLarge as error:
            raise Refused(error.message) from error
        except ClientDecodeError as error:  # an answer that cannot be read may mean yes
            raise InDoubt from error
        except TelegramNetworkError as error:
            if surely_not_sent(error):
                raise NotSent from error
            raise InDoubt from error
        except TelegramAPIError as error:  # 5xx and the like: answered, so not accepted
            raise NotSent(type(error).__name__) from error
        finally:
            urgency.reset(token)

    def _text(self, letter: Letter, to: Address) -> str:
        said = self._texts.say(to.locale, to.tone, letter.key, letter.args)
        parts = [f"{n}. {self._text(part, to)}" for n, part in enumerate(letter.parts, start=1)]
        return "\n\n".join([said, *parts])

    def _keyboard(self, letter: Letter, to: Address) -> InlineKeyboardMarkup | None:
        """Of several letters in one each button tells by a number which of them it belongs to."""
        rows = self._rows(letter.buttons, to)
        for number, part in enumerate(letter.parts, start=1):
            rows += self._rows(part.buttons, to, f"{number}. ")
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None

    def _rows(
        self, rows: Sequence[Sequence[Press]], to: Address, before: str = ""
    ) -> list[list[InlineKeyboardButton]]:
        return [
            [
                InlineKeyboardButton(
                    text=before + self._texts.label(to.locale, to.tone, press.label, press.args),
                    callback_data=act_data(press.act, press.subject, press.value),
                )
                for press in row
            ]
            for row in rows
        ]

    def _calendar(self, entries: Sequence[CalendarEntry], to: Address) -> BufferedInputFile:
        made = [meeting_entry(self._texts, to.locale, to.tone, entry) for entry in entries]
        name = self._texts.label(to.locale, to.tone, "calendar-file")
        return BufferedInputFile(meeting_file(*made), name + ".ics")

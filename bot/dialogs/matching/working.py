"""The run behind the button: short work is waited for, long work is told about and can be stopped.

The message of long work has buttons of its own, outside of any dialog: whatever the curator does
meanwhile, they still work, also after a restart.
"""

import asyncio
from contextlib import suppress
from typing import Any
from uuid import UUID

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs.matching.words import found_line, proof_line
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import bot_of, worker_of
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Matching
from bot.domain.errors import Refusal
from bot.logs import describe
from bot.messenger.acts import Act, act_data
from bot.messenger.long_work import LongWork, Work
from bot.reports.worker import WorkerClosed
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import runs as matching_runs

log = structlog.get_logger(__name__)
PATIENCE = 2.0  # seconds; what takes longer goes on beside the chat
EVERY = 2.0  # seconds between two words about the progress
Buttons = tuple[tuple[str, str], ...]  # (text, act)
_WORKING: Buttons = (("matching-stop", "stop-matching"), ("button-to-menu", "open-menu"))
_READY: Buttons = (("matching-see-result", "open-matching"),)
_BACK: Buttons = (("matching-go-back", "open-matching"),)


def works_of(manager: DialogManager) -> LongWork:
    works = manager.middleware_data["works"]
    assert isinstance(works, LongWork)
    return works


async def start(callback: CallbackQuery, manager: DialogManager) -> None:
    """Work out the pairs; a second press, or another curator's, joins what is being worked on."""
    hand, programme_id, message = hands(manager), programme_of(manager), callback.message
    work = works_of(manager).begin(
        programme_id,
        matching_runs.work(
            hand.db,
            hand.actor,
            programme_id=programme_id,
            profile=hand.profile,
            run=worker_of(manager).run,
        ),
    )
    assert isinstance(message, Message)
    teller = _Teller(hand, bot_of(manager), message, programme_id)
    await teller.say(*teller.working(work))
    await asyncio.wait({work.task}, timeout=PATIENCE)
    if not work.task.done():
        works_of(manager).begin((programme_id, message.chat.id), teller.follow(work))
        manager.show_mode = ShowMode.NO_UPDATE
    elif work.task.cancelled():
        await manager.switch_to(Matching.before)
    else:
        work.task.result()
        await manager.switch_to(Matching.proposals)


async def stop(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """The button of a working message: the work in the worker process ends at once."""
    hand = hands(manager)
    await matching_runs.must_match(hand.db, hand.actor, programme_id=act.subject)
    if not works_of(manager).stop(act.subject) and isinstance(query.message, Message):
        teller = _Teller(hand, bot_of(manager), query.message, act.subject)
        await teller.say("matching-interrupted", {}, _BACK)


class _Teller:
    """Keeps one message telling how far the work is."""

    def __init__(self, hand: Hands, bot: Bot, message: Message, programme_id: UUID) -> None:
        self._hand, self._bot, self._message = hand, bot, message
        self._programme_id = programme_id

    def working(self, work: Work) -> tuple[str, dict[str, Any], Buttons]:
        return "matching-working", {"seconds": work.seconds}, _WORKING

    async def follow(self, work: Work) -> None:
        while not work.task.done():
            try:
                await self.say(*self.working(work))
            except TelegramAPIError as error:  # the outcome must still be told
                log.warning("progress not shown", failure=describe(error))
            await asyncio.wait({work.task}, timeout=EVERY)
        await self.say(*await self._outcome(work))

    async def _outcome(self, work: Work) -> tuple[str, dict[str, Any], Buttons]:
        if work.task.cancelled():
            return "matching-stopped", {}, _BACK
        failure = work.task.exception()
        if isinstance(failure, Refusal):
            return failure.key, failure.args_for_text, _BACK
        if isinstance(failure, WorkerClosed):  # the bot is being stopped
            return "matching-interrupted", {}, _BACK
        if failure is not None:
            log.error("matching failed", failure=describe(failure))
            return "error-ours", {}, _BACK
        found = await matching_cards.result(
            self._hand.db, self._hand.actor, programme_id=self._programme_id
        )
        assert found is not None
        lines = [found_line(found), proof_line(found)]
        said = " ".join(worded(self._hand, key, **args) for key, args in filter(None, lines))
        return "matching-ready", {"said": said}, _READY

    async def say(self, key: str, args: dict[str, Any], buttons: Buttons) -> None:
        hand = self._hand
        rows = [
            [
                InlineKeyboardButton(
                    text=worded(hand, label),
                    callback_data=act_data(act, self._programme_id),
                )
            ]
            for label, act in buttons
        ]
        with suppress(TelegramBadRequest, TelegramForbiddenError):  # gone, or says so already
            await self._bot.edit_message_text(
                hand.texts.say(hand.reader.locale, hand.reader.tone, key, args),
                chat_id=self._message.chat.id,
                message_id=self._message.message_id,
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            )

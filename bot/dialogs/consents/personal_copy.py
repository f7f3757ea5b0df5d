"""A copy of everything kept about somebody, as a file: drawn up beside the bot, sent as a document.

A second press within a moment is no second wish: the file is on its way.
"""

from collections.abc import Sequence
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import Line, worded
from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.reports.personal_file import personal_file
from bot.usecases.consents import personal_copy


async def send_copy(
    manager: DialogManager, sections: Sequence[Sequence[Line]], person_id: UUID
) -> None:
    """`sections`: what a person reads, each with its heading first."""
    at_hand = hands(manager)
    if just_sent(manager, f"copy:{person_id}"):
        return
    rows = await personal_copy.rows(at_hand.db, at_hand.actor, of=person_id)
    said = [
        [at_hand.texts.label(at_hand.reader.locale, at_hand.reader.tone, line.key, line.args)
         for line in section]
        for section in sections
    ]  # fmt: skip
    content = await worker_of(manager).run(personal_file, at_hand.reader.locale, said, rows)
    await send_file(
        manager, "tandem-my-data.zip", content, worded(at_hand, "privacy-copy-caption")
    )
    note_sent(manager, f"copy:{person_id}")

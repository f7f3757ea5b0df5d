"""A copy of everything kept about somebody, as a file: drawn up beside the bot, sent as a document.

A second press within a moment is no second wish: the file is on its way.
"""

from collections.abc import Sequence
from uuid import UUID

from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import Line
from bot.dialogs.parts.screens import hands
from bot.dialogs.team.passing_on import just_sent, note_sent
from bot.reports.personal_file import personal_file
from bot.reports.worker import Worker
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
    worker: Worker = manager.middleware_data["worker"]
    content = await worker.run(personal_file, at_hand.reader.locale, said, rows)
    await manager.middleware_data["bot"].send_document(
        int(at_hand.reader.address),
        BufferedInputFile(content, "tandem-my-data.zip"),
        caption=at_hand.texts.say(
            at_hand.reader.locale, at_hand.reader.tone, "privacy-copy-caption"
        ),
    )
    note_sent(manager, f"copy:{person_id}")

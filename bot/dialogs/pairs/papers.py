"""The certificate of a mentee and the letter of thanks to a mentor, as files in the chat."""

from uuid import UUID

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager
from babel.dates import format_date

from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.team.passing_on import just_sent, note_sent
from bot.domain.access import Role
from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.drawing import draw_certificate
from bot.reports.worker import Worker
from bot.usecases.pairs import papers
from bot.usecases.pairs.papers import PaperFacts


async def send_paper(
    manager: DialogManager, pair_id: UUID, side: Role | None = None
) -> None:
    """`side`: whose, when the curator asks. A second press within a moment is no second wish."""
    sent = f"paper-{side or 'mine'}"
    if just_sent(manager, sent):
        return
    at_hand = hands(manager)
    facts = await papers.paper(at_hand.db, at_hand.actor, pair_id=pair_id, side=side)
    worker: Worker = manager.middleware_data["worker"]
    bot: Bot = manager.middleware_data["bot"]
    file = await worker.run(draw_certificate, _sheet(at_hand, facts))
    name = worded(at_hand, f"paper-file-{facts.side}", name=facts.name)
    await bot.send_document(
        int(at_hand.reader.address),
        BufferedInputFile(file, f"{name}.pdf"),
        caption=at_hand.texts.say(
            at_hand.reader.locale, at_hand.reader.tone, f"paper-caption-{facts.side}"
        ),
    )
    note_sent(manager, sent)


def _sheet(at_hand: Hands, facts: PaperFacts) -> CertificateSheet:
    locale, side = at_hand.reader.locale, facts.side
    return CertificateSheet(
        locale=locale,
        title=worded(at_hand, f"paper-title-{side}"),
        confirms=worded(at_hand, f"paper-confirms-{side}"),
        name=facts.name,
        completed=worded(at_hand, f"paper-completed-{side}", programme=facts.programme),
        organisation=facts.organisation,
        modules_title=worded(at_hand, "paper-meetings", count=facts.meetings),
        modules=(),
        volume=worded(
            at_hand,
            "paper-time",
            since=format_date(facts.since, "LLLL y", locale),
            until=format_date(facts.until, "LLLL y", locale),
        ),
        number="",
        date=format_date(facts.until, "long", locale),
        curator_title=worded(at_hand, "certificate-curator"),
        curator=facts.curator,
    )

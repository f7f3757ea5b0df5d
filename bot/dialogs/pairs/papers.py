"""The certificate of a mentee and the letter of thanks to a mentor, as files in the chat."""

from uuid import UUID

from aiogram_dialog import DialogManager
from babel.dates import format_date

from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.domain.access import Role
from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.drawing import draw_certificate
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
    file = await worker_of(manager).run(draw_certificate, paper_sheet_of(at_hand, facts))
    name = worded(at_hand, f"paper-file-{facts.side}", name=facts.name)
    caption = worded(at_hand, f"paper-caption-{facts.side}")
    await send_file(manager, f"{name}.pdf", file, caption)
    note_sent(manager, sent)


def paper_sheet_of(at_hand: Hands, facts: PaperFacts) -> CertificateSheet:
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

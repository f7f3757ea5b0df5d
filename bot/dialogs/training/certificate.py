"""The certificate as a file in the chat, as often as it is asked for."""

from uuid import UUID

from aiogram_dialog import DialogManager
from babel.dates import format_date

from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.drawing import draw_certificate
from bot.usecases.training import certificates as training_certificates
from bot.usecases.training.certificates import CertificateFacts

_SENT = "certificate"


async def send_certificate(manager: DialogManager, participation_id: UUID) -> None:
    """A second press within a moment is no second wish."""
    if just_sent(manager, _SENT):
        return
    at_hand = hands(manager)
    facts = await training_certificates.certificate(
        at_hand.db, at_hand.actor, participation_id=participation_id, profile=at_hand.profile
    )
    file = await worker_of(manager).run(draw_certificate, certificate_sheet_of(at_hand, facts))
    name, caption = (
        worded(at_hand, f"certificate-{what}", number=facts.number) for what in ("file", "caption")
    )
    await send_file(manager, f"{name}.pdf", file, caption)
    note_sent(manager, _SENT)


def certificate_sheet_of(at_hand: Hands, facts: CertificateFacts) -> CertificateSheet:
    locale = at_hand.reader.locale
    return CertificateSheet(
        locale=locale,
        title=worded(at_hand, "certificate-title"),
        confirms=worded(at_hand, "certificate-confirms"),
        name=facts.name,
        completed=worded(at_hand, "certificate-completed", programme=facts.programme),
        organisation=facts.organisation,
        modules_title=worded(at_hand, "certificate-modules"),
        modules=tuple(spoken(at_hand, title) for title in facts.modules),
        volume=volume_words(at_hand, facts.minutes),
        number=worded(at_hand, "certificate-number", number=facts.number),
        date=format_date(facts.issued_on, "long", locale),
        curator_title=worded(at_hand, "certificate-curator"),
        curator=facts.curator,
    )


def volume_words(at_hand: Hands, minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return worded(at_hand, "certificate-volume", hours=hours, minutes=left)

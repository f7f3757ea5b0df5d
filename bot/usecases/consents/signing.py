"""Keeping the proof of a consent: the same row, whichever screen or paper it came from."""

from datetime import date
from uuid import UUID

from bot.domain.people import Consent, Person
from bot.domain.profile import ConsentText
from bot.storage.database import Transaction


def record(
    tx: Transaction,
    *,
    document: ConsentText,
    person_id: UUID,
    organisation_id: UUID,
    signer: Person,
    channel: str,
    refused: bool = False,
    paper_date: date | None = None,
    paper_number: str | None = None,
) -> Consent:
    """Who, for whom, which version and hash of which words, when, by which way.

    `document`: as it was shown, with the names in it. On paper the signer is whoever of the team
    holds the paper and says so.
    """
    consent = Consent(
        organisation_id=organisation_id,
        person_id=person_id,
        given_by=signer.id,
        kind=document.kind,
        version=document.version,
        text_hash=document.hash(signer.locale, signer.tone),
        locale=signer.locale,
        channel=channel,
        given_at=tx.now,
        paper_date=paper_date,
        paper_number=paper_number,
        refused=refused,
        withdrawn_at=tx.now if refused else None,
        withdrawn_by=signer.id if refused else None,
    )
    tx.add(consent)
    return consent

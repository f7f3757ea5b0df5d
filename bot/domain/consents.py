"""Which documents there are to agree to, who signs each, and where each of them stands.

Every document is a consent of its own (152-FZ): for one purpose, with its own text, on its own
screen. What was answered is a row and never changes, but for the moment it is taken back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.people import AgeBand, Consent

MINORS = frozenset({AgeBand.UNDER_14, AgeBand.FROM_14_TO_17})
ADULTS = frozenset({AgeBand.ADULT})


class Signer(StrEnum):
    SELF = "self"
    GUARDIAN = "guardian"


@dataclass(frozen=True)
class Document:
    """One text. An optional one may be refused, and nothing follows from that."""

    kind: str  # of the profile's text
    signer: Signer
    bands: frozenset[AgeBand]
    optional: bool = False
    binds: bool = True  # False: a notice, read and not agreed to; it is nobody's consent


DOCUMENTS: tuple[Document, ...] = (
    Document("notice-child", Signer.SELF, frozenset({AgeBand.UNDER_14}), binds=False),
    Document("processing-minor", Signer.SELF, frozenset({AgeBand.FROM_14_TO_17})),
    Document("processing-adult", Signer.SELF, ADULTS),
    Document("guardian", Signer.GUARDIAN, MINORS),
    Document("psychology-adult", Signer.SELF, ADULTS, optional=True),
    Document("psychology-guardian", Signer.GUARDIAN, MINORS, optional=True),
    Document("dissemination-adult", Signer.SELF, ADULTS, optional=True),
    Document("dissemination-guardian", Signer.GUARDIAN, MINORS, optional=True),
)
PURPOSES = ("psychology", "dissemination")  # of the optional ones: "<purpose>-<who signs>"
BY_KIND: Mapping[str, Document] = {document.kind: document for document in DOCUMENTS}


def required(band: AgeBand) -> tuple[str, ...]:
    """The kinds without which nobody of this age takes part."""
    return tuple(d.kind for d in DOCUMENTS if band in d.bands and d.binds and not d.optional)


def own_document(band: AgeBand) -> str:
    """What a newcomer of this age reads first: a consent, or for a child the notice."""
    return next(
        d.kind for d in DOCUMENTS if band in d.bands and d.signer is Signer.SELF and not d.optional
    )


def document_for(purpose: str, band: AgeBand) -> str:
    """Which optional document agrees to a purpose ("psychology") for somebody of this age."""
    return next(
        d.kind
        for d in DOCUMENTS
        if d.optional and band in d.bands and d.kind.startswith(f"{purpose}-")
    )


class Answer(StrEnum):
    """Where one document of one person stands."""

    OPEN = "open"  # never answered
    GIVEN = "given"
    OUTDATED = "outdated"  # in force, but the text has changed since: it is asked again
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


IN_FORCE = frozenset({Answer.GIVEN, Answer.OUTDATED})


def answer_of(document: Document, consents: Iterable[Consent], version: str) -> Answer:
    """From the rows of one person in one organisation; `version`: of today's text."""
    rows = [one for one in consents if one.kind == document.kind]
    valid = [one for one in rows if one.valid]
    if valid:
        return Answer.GIVEN if any(one.version == version for one in valid) else Answer.OUTDATED
    if not rows:
        return Answer.OPEN
    last = max(rows, key=lambda one: one.given_at)
    return Answer.REFUSED if last.refused else Answer.WITHDRAWN


def to_ask(
    band: AgeBand, consents: Iterable[Consent], versions: Mapping[str, str]
) -> tuple[Document, ...]:
    """What somebody in a programme has to be asked today, in the order of the documents.

    A required document that is not in force (a birthday has made it one), and every document in
    force whose text has changed. An optional one that nobody has agreed to is offered, never asked
    for.
    """
    rows = tuple(consents)
    found = []
    for document in DOCUMENTS:
        if band not in document.bands or not document.binds:
            continue
        answer = answer_of(document, rows, versions[document.kind])
        missing = not document.optional and answer not in IN_FORCE
        if missing or answer is Answer.OUTDATED:
            found.append(document)
    return tuple(found)


def close(consents: Iterable[Consent], kind: str, *, now: datetime, by: UUID) -> bool:
    """Take back what is in force of a kind; False when nothing was."""
    rows = [one for one in consents if one.kind == kind and one.valid]
    for one in rows:
        one.withdraw(now, by=by)
    return bool(rows)

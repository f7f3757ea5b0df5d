"""What a mentor of minors must show before meeting them, and until when it holds."""

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID, uuid4


def hash_number(number: str) -> str:
    """Of a document's number: enough to recognise the same paper, not to read it."""
    return sha256("".join(number.upper().split()).encode()).hexdigest()


@dataclass(eq=False, kw_only=True)
class Check:
    """One document that somebody of the team has seen with her own eyes."""

    organisation_id: UUID
    person_id: UUID
    kind: str  # of the profile: "identity", "no-criminal-record"
    issued_on: date
    verified_by: UUID
    verified_at: datetime
    number_hash: str | None = None
    expires_on: date | None = None  # the last day on which it holds; None: it does not end
    revoked_at: datetime | None = None
    id: UUID = field(default_factory=uuid4)

    def valid_on(self, day: date) -> bool:
        return self.revoked_at is None and (self.expires_on is None or day <= self.expires_on)

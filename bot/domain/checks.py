"""What a mentor of minors must show before meeting them, and until when it holds."""

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import scrypt
from uuid import UUID

from bot.domain.errors import CheckInTheFuture, CheckOver, NumberNotUnderstood, Refusal
from bot.domain.ids import new_id

LONGEST_NUMBER = 40
_LEAST_DIGITS = 4


class DocumentRemindedLately(Refusal):
    """args: again (when the mentor may be asked anew)."""

    key = "refusal-document-reminded-lately"


def hash_number(number: str, organisation_id: UUID) -> str:
    """Of a document's number: enough to recognise the same paper, not to read it.

    Numbers are short, so a quick hash could be tried out: this one takes its 20 ms on purpose.
    Raises `NumberNotUnderstood`.
    """
    tidy = "".join(sign for sign in number.upper() if sign.isalnum())
    if len(tidy) > LONGEST_NUMBER or sum(sign.isdigit() for sign in tidy) < _LEAST_DIGITS:
        raise NumberNotUnderstood
    return scrypt(tidy.encode(), salt=organisation_id.bytes, n=2**13, r=8, p=1, dklen=32).hex()


def months_later(day: date, months: int) -> date:
    """The last day of validity: 31 August and six months make 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:  # a shorter month
            continue
    return date(year, month + 1, min(day.day, 28))


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
    id: UUID = field(default_factory=new_id)

    @classmethod
    def seen(
        cls,
        *,
        organisation_id: UUID,
        person_id: UUID,
        kind: str,
        issued_on: date,
        expires_on: date | None,
        number_hash: str | None,
        by: UUID,
        now: datetime,
        today: date,
    ) -> "Check":
        """Raises `CheckInTheFuture`, `CheckOver` when it does not hold any more."""
        if issued_on > today:
            raise CheckInTheFuture
        if expires_on is not None and expires_on < max(today, issued_on):
            raise CheckOver
        return cls(
            organisation_id=organisation_id,
            person_id=person_id,
            kind=kind,
            issued_on=issued_on,
            expires_on=expires_on,
            number_hash=number_hash,
            verified_by=by,
            verified_at=now,
        )

    def valid_on(self, day: date) -> bool:
        return self.revoked_at is None and (self.expires_on is None or day <= self.expires_on)

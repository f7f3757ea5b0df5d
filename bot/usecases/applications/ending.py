"""Documents of mentors that end soon: named in the digest, and the mentor reminded by one tap.

A document that was replaced by one that holds longer is not named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.checks import DocumentRemindedLately
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.notice_kinds import plan
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.spoken import When
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.applications.selection import SELECTED

NAMED = timedelta(days=14)  # before its last day a document stands in the digest
AGAIN = timedelta(days=3)
DOUBLE_PRESS = timedelta(minutes=1)  # so soon nobody means a second letter
LETTER = "check-expiring"


@dataclass(frozen=True)
class EndingDocument:
    check_id: UUID
    participation_id: UUID
    person_id: UUID
    name: str
    kind: str  # of the profile
    title: Words
    until: date  # its last day
    left: int  # days
    reminded_on: date | None  # when the mentor was written to last


@dataclass(frozen=True)
class RenewedDocument:
    person_id: UUID
    name: str
    title: Words
    until: date


async def ending(
    tx: Transaction, programme_id: UUID, profile: Profile, today: date
) -> tuple[EndingDocument, ...]:
    """Of mentors of the programme who need them, the soonest first; two statements."""
    rows = [
        row
        for row in await tx.selection.ending_in(programme_id, SELECTED, today, today + NAMED)
        if row[0].kind in profile.selection_for(Role.MENTOR, row.kind).checks
    ]
    said = await tx.notices.last_to_each(
        LETTER, [(check.id, check.person_id) for check, *_ in rows], by=tx.now
    ) if rows else {}  # fmt: skip
    houses = {check.organisation_id for check, *_ in rows}
    zones = await tx.programmes.zones(houses) if rows else {}
    found = []
    for check, participation_id, _, name in rows:
        kind, at = profile.check_kind(check.kind), said.get((check.id, check.person_id))
        assert kind is not None
        found.append(
            EndingDocument(
                check_id=check.id,
                participation_id=participation_id,
                person_id=check.person_id,
                name=name or "—",
                kind=kind.key,
                title=kind.title,
                until=check.expires_on,
                left=(check.expires_on - today).days,
                reminded_on=local(at, zones[check.organisation_id]).date() if at else None,
            )
        )
    return tuple(found)


async def renewed(
    tx: Transaction, programme_id: UUID, profile: Profile, since: datetime
) -> Sequence[RenewedDocument]:
    """Seen since then in the place of an older one, the newest first."""
    rows = await tx.selection.renewed_in(programme_id, SELECTED, since)
    return [
        RenewedDocument(check.person_id, name or "—", kind.title, check.expires_on)
        for check, _, _, name in rows
        if (kind := profile.check_kind(check.kind)) is not None
    ]


@dataclass(frozen=True)
class DocumentsItem:
    """What of one mentor ends soon, and what can be done about it at once."""

    participation_id: UUID
    name: str
    documents: tuple[EndingDocument, ...]
    programme_id: UUID
    may_remind: bool
    today: date


async def item(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> DocumentsItem:
    """Raises `Gone` when nothing ends soon any more."""
    async with db.reading() as tx:
        participation, found, today = await _found(tx, actor, participation_id, profile)
        return DocumentsItem(
            participation_id=participation.id,
            name=found[0].name,
            documents=tuple(found),
            programme_id=participation.programme_id,
            may_remind=any(
                one.reminded_on is None or today - one.reminded_on >= AGAIN for one in found
            ),
            today=today,
        )


async def remind(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> None:
    """Ask the mentor for new ones. Raises `Gone`, `DocumentRemindedLately`."""
    async with db.transaction() as tx:
        participation, found, _ = await _found(tx, actor, participation_id, profile)
        house = await tx.get(Organisation, participation.organisation_id)
        about = [(one.check_id, one.person_id) for one in found]
        last = await tx.notices.last_to_each(LETTER, about, by=tx.now)
        open_ = [one for one in about if one not in last or tx.now >= last[one] + AGAIN]
        if not open_:
            newest = max(last.values())
            if tx.now - newest < DOUBLE_PRESS:
                return
            raise DocumentRemindedLately(again=When(newest + AGAIN, house.timezone, tx.now))
        await tx.notices.plan_unless_waiting(
            *(
                plan(
                    LETTER,
                    to=person_id,
                    subject=check_id,
                    organisation_id=house.id,
                    due_at=tx.now,
                )
                for check_id, person_id in open_
            )
        )


async def _found(
    tx: Transaction, actor: Actor, participation_id: UUID, profile: Profile
) -> tuple[Participation, list[EndingDocument], date]:
    participation = await tx.get(Participation, participation_id)
    actor.must(May.CHECK_MENTORS, participation)
    house = await tx.get(Organisation, participation.organisation_id)
    today = local(tx.now, house.timezone).date()
    every = await ending(tx, participation.programme_id, profile, today)
    found = [one for one in every if one.participation_id == participation.id]
    if not found:
        raise Gone
    return participation, found, today

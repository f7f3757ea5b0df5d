"""What the curator does about a pair straight from the digest; who did it stays known."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.health import Health
from bot.domain.moments import local
from bot.domain.pair_marks import Done, PairMark, fine_for, until
from bot.domain.pairs import AGREED, MEETING, OPEN, Pair
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.pairs.health import lights, zone_of
from bot.usecases.pairs.pairs import PairLine, pair_line

BOTH = frozenset({Role.MENTEE, Role.MENTOR})


@dataclass(frozen=True)
class DigestItem:
    """A pair the digest names, and what can be done about it at once."""

    line: PairLine
    programme_id: UUID
    today: date
    may_nudge: bool
    may_change: bool
    last: PairMark | None
    last_by: str


async def item(db: Database, actor: Actor, *, pair_id: UUID, profile: Profile) -> DigestItem:
    """Raises `Gone` for a pair that has ended."""
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state not in OPEN:
            raise Gone
        zone = await zone_of(tx, pair.organisation_id)
        line = await _line(tx, pair, profile, zone)
        last = await tx.pair_marks.last(pair.id)
        by = await tx.people.names({last.made_by}) if last else {}
        return DigestItem(
            line=line,
            programme_id=pair.programme_id,
            today=local(tx.now, zone).date(),
            may_nudge=pair.state in MEETING and line.meetings.next_at is None,
            may_change=pair.state in AGREED,
            last=last,
            last_by=by.get(last.made_by, "") if last else "",
        )


async def mark(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    what: Done,
    profile: Profile,
    day: date | None = None,
    reason: str | None = None,
    sides: frozenset[Role] = frozenset(),
) -> None:
    """Note what was done about the pair. Pressed twice on a day it is one note, as said last.

    `day`: until when a snooze lasts; `reason`: why it is not a problem; `sides`: with whom the
    curator talked. Raises `Gone`, `DayIsOver`, `DayTooFar`.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        await note(tx, actor, pair, what=what, profile=profile, day=day, reason=reason, sides=sides)


async def note(
    tx: Transaction,
    actor: Actor,
    pair: Pair,
    *,
    what: Done,
    profile: Profile,
    day: date | None = None,
    reason: str | None = None,
    sides: frozenset[Role] = frozenset(),
) -> None:
    """As `mark`, within a transaction."""
    actor.must(May.PROPOSE_PAIRS, pair)
    if pair.state not in OPEN or (what is Done.CALLED and not sides):
        raise Gone
    zone = await zone_of(tx, pair.organisation_id)
    today = local(tx.now, zone).date()
    health = (await _line(tx, pair, profile, zone)).health
    made = made_mark(
        tx, actor, pair, health, today, what=what, day=day, reason=reason, sides=sides
    )
    before = await tx.pair_marks.of_day(pair.id, actor.person_id, what, today)
    if before is not None:
        before.again(made)
    else:
        tx.add(made)


def made_mark(
    tx: Transaction,
    actor: Actor,
    pair: Pair,
    health: Health,
    today: date,
    *,
    what: Done,
    day: date | None = None,
    reason: str | None = None,
    sides: frozenset[Role] = frozenset(),
) -> PairMark:
    """Not added yet: the same person may have made one of this kind on this day."""
    return PairMark(
        organisation_id=pair.organisation_id,
        programme_id=pair.programme_id,
        pair_id=pair.id,
        made_by=actor.person_id,
        what=what,
        on_day=today,
        at=tx.now,
        until=until(what, today, day),
        light=health.light,
        alerts=sorted(health.alerts),
        reason=fine_for(reason) if what is Done.FINE else None,
        with_mentee=Role.MENTEE in sides,
        with_mentor=Role.MENTOR in sides,
    )


async def _line(tx: Transaction, pair: Pair, profile: Profile, zone: str) -> PairLine:
    figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
    shown = await lights(
        tx,
        [pair],
        figures,
        programme_id=pair.programme_id,
        profile=profile,
        zone=zone,
        private=True,
    )
    names = await tx.people.names(pair.parties)
    known = figures.get(pair.id, PairMeetings())
    return pair_line(pair, names, known, tx.now, shown[pair.id])

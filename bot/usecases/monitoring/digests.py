"""The curator's digest: what needs her first, then figures, then the whole picture.

A figure is never shown without its number and date; the digest is computed when it is read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.health import Light
from bot.domain.notice_kinds import plan
from bot.domain.pair_marks import Done, PairMark, hidden
from bot.domain.participations import ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import indicators
from bot.usecases.monitoring.waves import WaveProgress, running
from bot.usecases.pairs.pairs import PairLine, lines

WEEKS_SHOWN = 8
MOST_AGAIN = 2  # named, each with a button
MOST_URGENT = 7
ABOUT = frozenset({"meeting", "pair", "survey", "wishes", "training", "check", "other"})


@dataclass(frozen=True)
class DoneLine:
    """What somebody did about a pair since the digest came."""

    mentee: str
    mentor: str
    what: Done
    by: str
    until: date
    reason: str | None
    sides: str  # "mentee", "mentor" or "both": with whom somebody talked


@dataclass(frozen=True)
class Digest:
    programme_id: UUID
    programme: str
    organisation: str
    zone: str
    now: datetime
    today: date
    pairs: tuple[PairLine, ...]  # the worst light first
    urgent: tuple[PairLine, ...]  # red and yellow, at most MOST_URGENT
    more_urgent: int
    lights: dict[Light, int]
    meetings_by_week: tuple[tuple[date, int], ...]  # Monday, meetings held; oldest first
    held_this_week: int  # in the last seven days
    held_before: int  # in the seven days before them
    waiting: int
    waiting_for_guardian: int
    free_mentees: int
    wave: WaveProgress | None
    undelivered: int
    missed: tuple[tuple[str, int], ...] = ()  # of the undelivered: about what, and how many
    again: tuple[tuple[UUID, str], ...] = ()  # mentees (participations) without a mentor again
    more_again: int = 0
    blocked: int = 0  # people whom no letter reaches any more
    done: tuple[DoneLine, ...] = ()  # since the message came, the newest first
    aside: int = 0  # red and yellow pairs that were seen to or put off, and rest
    behind: int = 0  # indicators below their target
    unsaid: int = 0  # indicators that wait for a number only the organisation knows


async def digest(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    profile: Profile,
    since: datetime | None = None,
) -> Digest:
    """`since`: when the message came that is to show what was done after it."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        return await compute(tx, programme, profile, since)


async def compute(
    tx: Transaction, programme: Programme, profile: Profile, since: datetime | None = None
) -> Digest:
    """Some twenty queries whatever the number of pairs."""
    house = await tx.get(Organisation, programme.organisation_id)
    found = await lines(tx, programme, profile, private=True)
    people = await tx.participations.counts(programme.id)
    today = moments.local(tx.now, house.timezone).date()
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS_SHOWN - 1)
    start = moments.instant(first, datetime.min.time(), house.timezone)
    held = await tx.meetings.held_between(programme.id, start, tx.now + timedelta(seconds=1))
    marks = await tx.pair_marks.lately(programme.id, today, since)
    told = [p for p in found if p.health.light in (Light.RED, Light.YELLOW)]
    resting = _resting(told, marks, today)
    urgent = sorted(
        (p for p in told if p.pair_id not in resting),
        key=lambda p: (-p.health.urgency, p.mentee, p.pair_id),
    )
    week = timedelta(days=7)
    paired = {p.mentee_id for p in found}
    approved = people.get((Role.MENTEE, ParticipationState.APPROVED), 0)

    again = await tx.pairs.waiting_again(programme.id)
    names = await tx.people.names({person_id for _, person_id in again[:MOST_AGAIN]})

    stand = await indicators.figures(tx, programme, profile)

    def count(state: ParticipationState) -> int:
        return sum(n for (_, s), n in people.items() if s is state)

    return Digest(
        programme_id=programme.id,
        programme=programme.name,
        organisation=house.name,
        zone=house.timezone,
        now=tx.now,
        today=today,
        pairs=tuple(found),
        urgent=tuple(urgent[:MOST_URGENT]),
        more_urgent=max(len(urgent) - MOST_URGENT, 0),
        lights=dict(Counter(p.health.light for p in found)),
        meetings_by_week=_by_week(held, first, house.timezone),
        held_this_week=sum(at > tx.now - week for at in held),
        held_before=sum(tx.now - 2 * week < at <= tx.now - week for at in held),
        waiting=count(ParticipationState.APPLIED),
        waiting_for_guardian=count(ParticipationState.GUARDIAN),
        free_mentees=max(approved - len(paired), 0),
        wave=await running(tx, programme),
        undelivered=await tx.notices.undelivered(house.id, tx.now - week),
        missed=about(await tx.notices.missed(house.id, tx.now - week)),
        again=tuple((id_, names[person_id]) for id_, person_id in again[:MOST_AGAIN]),
        more_again=max(len(again) - MOST_AGAIN, 0),
        done=await _done(tx, found, marks, since),
        aside=len(resting),
        behind=sum(one.behind for one in stand),
        unsaid=sum(bool(one.lacks) for one in stand),
        blocked=len({one.person_id for one in await tx.people.unreachable(programme.id)}),
    )


def _resting(
    told: Sequence[PairLine], marks: Sequence[PairMark], today: date
) -> frozenset[UUID]:
    """Pairs that were seen to or put off, and have no cause to come back yet."""
    of: dict[UUID, list[PairMark]] = {}
    for mark in marks:
        of.setdefault(mark.pair_id, []).append(mark)
    return frozenset(
        p.pair_id for p in told if hidden(of.get(p.pair_id, ()), p.health, today)
    )


async def _done(
    tx: Transaction,
    found: Sequence[PairLine],
    marks: Sequence[PairMark],
    since: datetime | None,
) -> tuple[DoneLine, ...]:
    if since is None:
        return ()
    lines_of = {p.pair_id: p for p in found}
    made = [m for m in marks if m.at >= since and m.pair_id in lines_of]
    names = await tx.people.names({m.made_by for m in made}) if made else {}
    return tuple(
        DoneLine(
            mentee=lines_of[m.pair_id].mentee,
            mentor=lines_of[m.pair_id].mentor,
            what=m.what,
            by=names.get(m.made_by, ""),
            until=m.until,
            reason=m.reason,
            sides="both"
            if m.with_mentee and m.with_mentor
            else "mentor" if m.with_mentor else "mentee",
        )
        for m in made
    )


def about(kinds: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """What letters were about, the most first: "meeting" for every kind of letter on meetings.

    What has no name of its own comes last.
    """
    found: Counter[str] = Counter()
    for kind, number in kinds.items():
        word = kind.partition("-")[0]
        found[word if word in ABOUT else "other"] += number
    return tuple(sorted(found.items(), key=lambda one: (one[0] == "other", -one[1], one[0])))


def _by_week(held: Sequence[datetime], first: date, zone: str) -> tuple[tuple[date, int], ...]:
    weeks = Counter((moments.local(at, zone).date() - first).days // 7 for at in held)
    return tuple((first + timedelta(weeks=n), weeks[n]) for n in range(WEEKS_SHOWN))


async def plan_due(db: Database) -> int:
    """Plan each programme's next weekly digest for its curators. Run twice, the same rows."""
    async with db.transaction() as tx:
        planned = []
        curators = await tx.people.holders_by_programme(Role.CURATOR)
        for programme, house in await tx.programmes.every():
            due_at = moments.next_weekly(
                tx.now - timedelta(minutes=30),
                house.timezone,
                programme.digest_weekday,
                programme.digest_hour,
            )
            if moments.local(due_at, house.timezone).date() > programme.ends_on:
                continue
            planned += [
                plan(
                    "digest",
                    to=curator,
                    subject=programme.id,
                    organisation_id=house.id,
                    due_at=due_at,
                )
                for curator in curators.get(programme.id, ())
            ]
        await tx.notices.plan(*planned)
        return len(planned)

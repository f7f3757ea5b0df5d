"""The curator's digest: what needs her first, then figures, then the whole picture.

A figure is never shown without its number and date; the digest is computed when it is read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import IN_CHARGE, Actor, May, Role
from bot.domain.health import Light
from bot.domain.notice_kinds import plan
from bot.domain.pair_marks import Done, PairMark, hidden
from bot.domain.pairs import Pair
from bot.domain.participations import ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.roadmap import SOON
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import indicators
from bot.usecases.monitoring.digest_choices import A_LITTLE, choice_of, usual
from bot.usecases.monitoring.digest_waits import Waits, waits
from bot.usecases.monitoring.waves import WaveProgress, running
from bot.usecases.pairs.check_ins import TalksDue, talks_due
from bot.usecases.pairs.pairs import PairLine, lines
from bot.usecases.team.caseloads import theirs

WEEKS_SHOWN = 8
MOST_AGAIN = 2  # named, each with a button
MOST_URGENT = 7  # pairs and documents
DONE_SHOWN = timedelta(days=7)  # in a message that came long ago, or nobody can say when
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
class RoadMapDate:
    title: str
    due_on: date
    late: bool


@dataclass(frozen=True)
class Digest:
    programme_id: UUID
    programme: str
    organisation: str
    zone: str
    now: datetime
    today: date
    pairs: tuple[PairLine, ...]  # the worst light first
    urgent: tuple[PairLine, ...]  # red and yellow, with documents at most MOST_URGENT
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
    talks: TalksDue | None = None  # None: not wanted
    road_map: tuple[RoadMapDate, ...] = ()  # late or due within a week, the soonest first
    colleagues: int = 0  # pairs that others of the team care for
    share: bool = False  # the reader sees their own pairs only, and nobody's waiting
    waits: Waits = field(default_factory=Waits)

    @property
    def needs_somebody(self) -> bool:
        """Whether there is anything to do."""
        waiting = self.waiting and not self.share
        talks = self.talks is not None and self.talks.due
        return bool(
            self.urgent or self.again or waiting or talks or self.road_map or self.blocked
            or self.undelivered or self.waits.anything
        )

    @property
    def tells_something(self) -> bool:
        """Whether there is anything to do or to know: else no message comes of itself."""
        return bool(
            self.needs_somebody or self.held_this_week or self.held_before or self.wave is not None
        )


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
        return await compute(tx, programme, profile, actor.person_id, since)


async def compute(
    tx: Transaction,
    programme: Programme,
    profile: Profile,
    reader: UUID,
    since: datetime | None = None,
) -> Digest:
    """For this one of the team: the pairs they care for. Some twenty queries in all."""
    house = await tx.get(Organisation, programme.organisation_id)
    today = moments.local(tx.now, house.timezone).date()
    choice = await choice_of(tx, programme, reader)
    cares, restricted = await theirs(tx, programme, reader, today)
    since = max(since, tx.now - DONE_SHOWN) if since else None
    elsewhere: list[Pair] = []

    def mine(pair: Pair) -> bool:
        if not cares(pair):
            elsewhere.append(pair)
        return cares(pair)

    found = await lines(
        tx, programme, profile, private=True, without=choice.alerts_off, only=mine
    )
    people = await tx.participations.counts(programme.id)
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
    paired = {one.mentee_id for one in found} | {pair.mentee_id for pair in elsewhere}
    approved = people.get((Role.MENTEE, ParticipationState.APPROVED), 0)

    again = await tx.pairs.waiting_again(programme.id) if not restricted else ()
    names = await tx.people.names({person_id for _, person_id in again[:MOST_AGAIN]})

    undelivered = await tx.notices.undelivered(house.id, tx.now - week)
    known = {id_ for one in found for id_ in (one.mentee_id, one.mentor_id)}
    colleagues = {id_ for pair in elsewhere for id_ in pair.parties} - known
    beside = await waits(
        tx,
        programme,
        profile,
        reader,
        today=today,
        cares=lambda id_: id_ in known if restricted else id_ not in colleagues,
        restricted=restricted,
        since=since,
    )
    named = MOST_URGENT - len(beside.documents)
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
        urgent=tuple(urgent[:named]),
        more_urgent=max(len(urgent) - named, 0),
        lights=dict(Counter(p.health.light for p in found)),
        meetings_by_week=_by_week(held, first, house.timezone),
        held_this_week=sum(at > tx.now - week for at in held),
        held_before=sum(tx.now - 2 * week < at <= tx.now - week for at in held),
        waiting=count(ParticipationState.APPLIED),
        waiting_for_guardian=count(ParticipationState.GUARDIAN),
        free_mentees=max(approved - len(paired), 0),
        wave=await running(tx, programme),
        undelivered=undelivered,
        missed=about(await tx.notices.missed(house.id, tx.now - week)) if undelivered else (),
        again=tuple((id_, names[person_id]) for id_, person_id in again[:MOST_AGAIN]),
        more_again=max(len(again) - MOST_AGAIN, 0),
        done=await _done(tx, found, marks, since),
        aside=len(resting),
        behind=sum(one.behind for one in stand),
        unsaid=sum(bool(one.lacks) for one in stand),
        blocked=len(
            {
                one.person_id
                for one in await tx.people.unreachable(programme.id)
                if not restricted or one.person_id in known
            }
        ),
        talks=await talks_due(tx, programme, found, profile, today, house.timezone, choice)
        if choice.hears_of_talks
        else None,
        road_map=await _road_map(tx, programme, reader, today),
        colleagues=len(elsewhere) if not restricted else 0,
        share=restricted,
        waits=beside,
    )


async def _road_map(
    tx: Transaction, programme: Programme, reader: UUID, today: date
) -> tuple[RoadMapDate, ...]:
    """What the reader answers for, or nobody of the team does."""
    items = await tx.stages.open_until(today + SOON, programme_ids={programme.id})
    return tuple(
        RoadMapDate(item.title, item.due_on, item.due_on < today)
        for item, _, _ in items
        if item.responsible_id in (None, reader)
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
    """Plan the next digest of everybody who wants one. Run twice, the same rows.

    Curators want it unless they chose otherwise; others in charge when they chose it, or when
    pairs are entrusted to them.
    """
    async with db.transaction() as tx:
        planned = []
        curators = await tx.people.holders_by_programme(Role.CURATOR)
        in_charge = await tx.people.holders_by_programme(*IN_CHARGE)
        choices, caring = await tx.digests.choices(), await tx.digests.caring(tx.now.date())
        for programme, house in await tx.programmes.every():
            first = curators.get(programme.id, ())
            for reader in in_charge.get(programme.id, ()):
                choice = choices.get((programme.id, reader))
                if choice is None:
                    if reader not in first and (programme.id, reader) not in caring:
                        continue
                    choice = usual(programme, reader)
                due_at = choice.next_at(tx.now - A_LITTLE, house.timezone)
                if due_at is None:
                    continue
                if moments.local(due_at, house.timezone).date() > programme.ends_on:
                    continue
                planned.append(
                    plan(
                        "digest",
                        to=reader,
                        subject=programme.id,
                        organisation_id=house.id,
                        due_at=due_at,
                    )
                )
        await tx.notices.plan(*planned)
        return len(planned)

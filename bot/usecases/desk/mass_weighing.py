"""What one thing done about many pairs would come to: who is left out and why, whom it reaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.health import Health
from bot.domain.mass_acts import BOTH, HELD_FOR, MARKS, LeftOut, MassWhat
from bot.domain.moments import QuietHours
from bot.domain.pair_marks import until as rests_until
from bot.domain.pairs import MEETING, OPEN, Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Transaction
from bot.usecases.pairs.nudges import NUDGE, PAUSE
from bot.usecases.pairs.pairs import PairLine, lines
from bot.usecases.team.caseloads import must_be_in_charge


@dataclass(frozen=True)
class MassOrder:
    """What is to be done; each field for one kind of it."""

    what: MassWhat
    until: date | None = None  # SNOOZE: the day on which the alerts come back
    sides: frozenset[Role] = frozenset()  # TALK: with whom
    to_id: UUID | None = None  # ENTRUST: in whose hands; None: everybody's


@dataclass(frozen=True)
class Weighed:
    """`out`: by pair, why it is not touched. Figures of letters are of people, not of pairs."""

    programme: Programme
    today: date
    zone: str
    now: datetime
    chosen: int
    pairs: tuple[Pair, ...]  # that are touched
    along: int  # of these, not chosen: of the same group, which stays together
    health: Mapping[UUID, Health]
    names: Mapping[UUID, str]  # by pair: both
    out: Mapping[UUID, LeftOut]
    reached: frozenset[UUID]  # people to whom letters go
    unreached: int  # people of touched pairs whom the bot does not reach
    tomorrow: int  # people who have had today's message
    letters_at: datetime  # when they may leave: after a while, and not in quiet hours
    quiet: bool
    to: str | None  # the name of who gets the pairs
    instead: str | None  # who stands in for them today

    @property
    def letters(self) -> int:
        return sum(len(pair.parties & self.reached) for pair in self.pairs)

    @property
    def reasons(self) -> dict[LeftOut, list[UUID]]:
        found: dict[LeftOut, list[UUID]] = {}
        for pair_id, why in self.out.items():
            found.setdefault(why, []).append(pair_id)
        return dict(sorted(found.items()))


async def weigh(
    tx: Transaction,
    actor: Actor,
    programme: Programme,
    chosen: Sequence[UUID],
    order: MassOrder,
    profile: Profile,
) -> Weighed:
    """Raises `NotAllowed` when one of the pairs is not theirs to act on, or the order is not."""
    house = await tx.get(Organisation, programme.organisation_id)
    today = moments.local(tx.now, house.timezone).date()
    to, instead = await _in_order(tx, actor, programme, order, today)
    pairs = await tx.pairs.many(chosen)
    for pair in pairs.values():
        if pair.programme_id != programme.id:
            raise Gone
        if pair.state in OPEN:  # what has ended is in nobody's share any more, and left out below
            actor.must(May.PROPOSE_PAIRS, pair)
    shown = {
        line.pair_id: line
        for line in await lines(
            tx, programme, profile, private=True, only=lambda pair: pair.id in pairs
        )
    }
    people = {one for pair in pairs.values() for one in pair.parties}
    reached: set[UUID] = set()
    lately: set[UUID] = set()
    if order.what is MassWhat.REMIND:
        accounts = await tx.people.contacts_of(people)
        reached = {one for one, account in accounts.items() if account.reachable}
        since = tx.now - PAUSE
        lately = {
            subject for _, subject in await tx.notices.asked_since(NUDGE, list(pairs), since)
        }
    out: dict[UUID, LeftOut] = {}
    touched: list[Pair] = []
    for pair_id in chosen:
        known = pairs.get(pair_id)
        if known is None or known.state not in OPEN:
            out[pair_id] = LeftOut.ENDED
            continue
        why = _left_out(known, shown[pair_id], order, reached, recently=pair_id in lately)
        if why is not None:
            out[pair_id] = why
        else:
            touched.append(known)
    along = await _along(tx, actor, touched, set(chosen), order)
    touched += along
    names = {line.pair_id: f"{line.mentee} — {line.mentor}" for line in shown.values()}
    letters_at, quiet = _leaves(tx.now, house.timezone, profile)
    theirs = frozenset(one for pair in touched for one in pair.parties)
    to_write = theirs & reached
    return Weighed(
        programme=programme,
        today=today,
        zone=house.timezone,
        now=tx.now,
        chosen=len(chosen),
        pairs=tuple(touched),
        along=len(along),
        health={line.pair_id: line.health for line in shown.values()},
        names=names,
        out=out,
        reached=to_write,
        unreached=len(theirs - reached) if order.what is MassWhat.REMIND else 0,
        tomorrow=await _had_today(tx, to_write, today, house.timezone),
        letters_at=letters_at,
        quiet=quiet,
        to=to,
        instead=instead,
    )


async def _in_order(
    tx: Transaction, actor: Actor, programme: Programme, order: MassOrder, today: date
) -> tuple[str | None, str | None]:
    """Whether such a thing can be asked for at all; the name of who gets the pairs, and of who

    stands in for them.
    """
    if order.what is MassWhat.LETTER or not order.sides <= BOTH:
        raise Gone
    if order.what in MARKS:
        rests_until(MARKS[order.what], today, order.until)
    if order.what is MassWhat.TALK and not order.sides:
        raise Gone
    if order.what is not MassWhat.ENTRUST:
        return None, None
    actor.must(May.APPOINT, programme)
    await must_be_in_charge(tx, programme, order.to_id)
    if order.to_id is None:
        return None, None
    held = {one.from_id: one.to_id for one in await tx.digests.handovers(programme.id, today)
            if one.holds(today)}  # fmt: skip
    other = held.get(order.to_id)
    names = await tx.people.names({order.to_id, *([other] if other else [])})
    return names.get(order.to_id, "—"), names.get(other, "—") if other else None


def _left_out(
    pair: Pair, line: PairLine, order: MassOrder, reached: set[UUID], *, recently: bool
) -> LeftOut | None:
    if order.what is MassWhat.ENTRUST:
        return LeftOut.THEIRS if pair.kept_by == order.to_id else None
    if order.what is MassWhat.SNOOZE:
        return None if line.health.alerts else LeftOut.CALM
    if order.what is not MassWhat.REMIND:
        return None
    if pair.state is PairState.PAUSED:
        return LeftOut.RESTS
    if pair.state not in MEETING:
        return LeftOut.EARLY
    if line.meetings.next_at is not None:
        return LeftOut.AHEAD
    if recently:
        return LeftOut.LATELY
    return None if pair.parties & reached else LeftOut.AWAY


async def _along(
    tx: Transaction, actor: Actor, touched: Sequence[Pair], chosen: set[UUID], order: MassOrder
) -> list[Pair]:
    """A group goes into other hands as a whole: nobody is to ask the same mentor twice."""
    if order.what is not MassWhat.ENTRUST:
        return []
    groups = {pair.group_id for pair in touched if pair.group_id is not None}
    found = [
        pair
        for pair in await tx.pairs.of_groups(groups)
        if pair.id not in chosen and pair.kept_by != order.to_id
    ]
    for pair in found:
        actor.must(May.APPOINT, pair)
    return found


def _leaves(now: datetime, zone: str, profile: Profile) -> tuple[datetime, bool]:
    quiet = QuietHours(profile.quiet_from, profile.quiet_until)
    at = now + HELD_FOR
    return at, moments.in_quiet_hours(at, zone, quiet)


async def _had_today(
    tx: Transaction, people: frozenset[UUID], today: date, zone: str
) -> int:
    if not people:
        return 0
    start, end = (
        moments.instant(day, time(0), zone) for day in (today, today + timedelta(days=1))
    )
    return len(await tx.mass_acts.had_message(people, start, end))

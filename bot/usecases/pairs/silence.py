"""The ladder of silence, as the clock climbs it: both are nudged, then the curator hears of it.

Holidays are no silence. A group of one mentor climbs as one: the mentor is asked once, and so is
the curator. Only whom a group that meets has left behind climbs alone. A pair that says goodbye is
left in peace from two weeks before its last meeting on: the goodbye has reminders of its own, and
an end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import MEETING, Pair
from bot.domain.silence import Climb, Rung, climb, left_behind, quiet_for
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.pairs.health import holidays_of, parting_soon
from bot.usecases.pairs.nudges import NUDGE

ALERTS = {Rung.ALERT: "pair-silent", Rung.LAST: "pair-silent-last"}


@dataclass(frozen=True)
class _Quiet:
    """Pairs that are silent together, of one mentor, and what is to be done about them."""

    pairs: tuple[Pair, ...]
    since: datetime
    step: Climb


async def look(db: Database) -> int:
    """Every pair of the installation that may meet; how many climbed. Looks without a lock."""
    async with db.reading() as tx:
        pairs = await tx.pairs.at_work(MEETING)
        figures: dict[UUID, PairMeetings] = {}
        for programme_id in sorted({pair.programme_id for pair in pairs}):
            figures |= await tx.meetings.figures(now=tx.now, programme_id=programme_id)
        due = await _due(tx, pairs, figures)
        found = [[pair.id for pair in _whole(one, due.known)] for one in due.quiet]
    for ids in found:
        async with db.transaction() as tx:
            pairs = [await tx.get(Pair, pair_id) for pair_id in sorted(ids)]
            figures = await tx.meetings.figures(now=tx.now, pair_ids=ids)
            for one in (await _due(tx, pairs, figures)).quiet:
                await _climb(tx, one)
    return sum(len(one.pairs) for one in due.quiet)


@dataclass(frozen=True)
class _Due:
    quiet: list[_Quiet]
    known: Mapping[tuple[UUID, UUID], Sequence[Pair]]  # who belongs together


def _unit(pair: Pair) -> tuple[UUID, UUID]:
    """The group and its mentor; a pair without a group stands for itself."""
    return pair.group_id or pair.id, pair.mentor_id


def _whole(quiet: _Quiet, known: Mapping[tuple[UUID, UUID], Sequence[Pair]]) -> Sequence[Pair]:
    return known[_unit(quiet.pairs[0])]


async def _due(
    tx: Transaction, pairs: Sequence[Pair], figures: Mapping[UUID, PairMeetings]
) -> _Due:
    """Those without a meeting ahead for whom something is to be done now."""
    units: dict[tuple[UUID, UUID], list[Pair]] = {}
    parting = await parting_soon(tx, pairs)
    houses = {pair.organisation_id for pair in pairs}
    zones, rest = await tx.programmes.zones(houses), await holidays_of(tx, houses)
    for pair in pairs:
        if pair.state in MEETING and pair.id not in parting:
            units.setdefault(_unit(pair), []).append(pair)
    found: list[_Quiet] = []
    for together in units.values():
        since = {one.id: at for one in together if (at := _sign(one, figures)) is not None}
        latest = max(since.values(), default=None)
        if latest is None:
            continue
        house = together[0].organisation_id

        def quiet(at: datetime, house: UUID = house) -> timedelta:
            return quiet_for(at, tx.now, zones[house], rest.get(house, ()))

        behind = [
            one for one in together
            if one.id in since and left_behind(quiet(since[one.id]), quiet(latest))
        ]  # fmt: skip
        alone = [([one], since[one.id]) for one in behind]
        for some, at in (*alone, ([one for one in together if one not in behind], latest)):
            if any(figures.get(one.id, PairMeetings()).next_at is not None for one in some):
                continue
            height = max((one.quiet_rung for one in some if one.quiet_since == at), default=0)
            step = climb(quiet=quiet(at), height=height)
            if step is not None:
                found.append(_Quiet(tuple(sorted(some, key=lambda one: one.id)), at, step))
    return _Due(found, units)


def _sign(pair: Pair, figures: Mapping[UUID, PairMeetings]) -> datetime | None:
    """The last sign of life."""
    held = figures.get(pair.id, PairMeetings()).last_held
    return max((at for at in (held, pair.alive_since, pair.active_since) if at), default=None)


async def _climb(tx: Transaction, quiet: _Quiet) -> None:
    """Each mentee hears of their own pair; the mentor and the curator once, by the first of it."""
    first, *_ = quiet.pairs
    told: list[tuple[str, Pair, Sequence[UUID]]] = []
    for pair in quiet.pairs:
        pair.quiet_since, pair.quiet_rung = quiet.since, quiet.step.height
    if quiet.step.rung is Rung.NUDGE:
        told = [(NUDGE, pair, [pair.mentee_id]) for pair in quiet.pairs]
        told.append((NUDGE, first, [first.mentor_id]))
    else:
        team = await tx.team.caring_for(first)
        told = [(ALERTS[quiet.step.rung], first, team)]
    await tx.notices.plan_unless_waiting(
        *(
            notice
            for kind, pair, people in told
            for notice in plan_each(
                kind,
                to=people,
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=tx.now,
            )
        )
    )


async def silent_together(tx: Transaction, pairs: Sequence[Pair]) -> dict[UUID, list[Pair]]:
    """For each of these pairs, the pairs of its mentor that climb the ladder with it."""
    groups = {pair.group_id for pair in pairs if pair.group_id is not None}
    members: dict[UUID, list[Pair]] = {id_: [] for id_ in groups}
    for one in await tx.pairs.of_groups(groups):
        assert one.group_id is not None
        members[one.group_id].append(one)
    return {
        pair.id: [
            one
            for one in (members[pair.group_id] if pair.group_id else [])
            if one.mentor_id == pair.mentor_id
            and one.state in MEETING
            and one.quiet_since is not None
            and one.quiet_since == pair.quiet_since
        ]
        or [pair]
        for pair in pairs
    }

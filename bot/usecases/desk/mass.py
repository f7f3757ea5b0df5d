"""One thing done about many pairs at once: who is chosen, what it would do, and doing it.

All of it is one transaction of a number of statements that does not grow with the pairs.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NotAllowed
from bot.domain.handovers import standing_in
from bot.domain.health import Alert, Light
from bot.domain.mass_acts import (
    MARKS,
    MOST_PAIRS,
    UNDO_FOR,
    Hands,
    MassAct,
    MassLine,
    MassWhat,
    NothingToDo,
    PairFilter,
    TooManyPairs,
    kept,
)
from bot.domain.notice_kinds import plan_each
from bot.domain.notices import Notice
from bot.domain.pairs import MEETING
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.desk.mass_weighing import MassOrder, Weighed, weigh
from bot.usecases.pairs.marks import made_mark
from bot.usecases.pairs.nudges import NUDGE
from bot.usecases.pairs.pairs import PairLine, lines


@dataclass(frozen=True)
class Choosable:
    """The pairs a filter shows, the worst first, and what else it could be set to."""

    lines: tuple[PairLine, ...]
    total: int  # without the filter
    lights: tuple[Light, ...]
    alerts: tuple[Alert, ...]
    forms: tuple[str, ...]
    shares: bool  # some pair is in somebody's own hands
    appoints: bool
    writes: bool  # letters to many
    undoable: MassAct | None
    zone: str
    now: datetime

    @property
    def today(self) -> date:
        return moments.local(self.now, self.zone).date()


async def choosable(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, wanted: PairFilter
) -> Choosable:
    """Only pairs that the actor cares for, or may care for."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        away = standing_in(await tx.digests.handovers(programme_id, today), today)
        every = await lines(
            tx,
            programme,
            profile,
            private=True,
            only=lambda pair: actor.may(May.PROPOSE_PAIRS, pair),
        )

        def hands_of(line: PairLine) -> Hands:
            if line.kept_by is None:
                return Hands.NOBODYS
            mine = away.get(line.kept_by, line.kept_by) == actor.person_id
            return Hands.MINE if mine else Hands.ANOTHERS

        def takes(line: PairLine) -> bool:
            health = line.health
            return (
                (not wanted.lights or health.light in wanted.lights)
                and (not wanted.alerts or bool(health.alerts & set(wanted.alerts)))
                and (not wanted.forms or line.form in wanted.forms)
                and wanted.hands in (Hands.ANY, hands_of(line))
                and without_meeting(line, today, house.timezone) >= wanted.without_days
            )

        return Choosable(
            lines=tuple(line for line in every if takes(line)),
            total=len(every),
            lights=tuple(one for one in Light if any(x.health.light is one for x in every)),
            alerts=tuple(one for one in Alert if any(one in x.health.alerts for x in every)),
            forms=tuple(f for f in programme.forms if any(x.form == f for x in every)),
            shares=any(line.kept_by is not None for line in every),
            appoints=actor.may(May.APPOINT, programme),
            writes=actor.may(May.KEEP_DESK, programme),
            undoable=await tx.mass_acts.last(
                programme_id, actor.person_id, tx.now - UNDO_FOR, tx.now
            ),
            zone=house.timezone,
            now=tx.now,
        )


def without_meeting(line: PairLine, today: date, zone: str) -> int:
    """Days since they last met, began or went on; 0 for pairs that do not meet now."""
    if line.state not in MEETING:
        return 0
    since = max(
        (at for at in (line.meetings.last_held, line.began, line.went_on) if at), default=None
    )
    return (today - moments.local(since, zone).date()).days if since else 0


async def preview(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    pair_ids: Collection[UUID],
    order: MassOrder,
    profile: Profile,
) -> Weighed:
    """What `act` would do now. Raises as it does, but for `NothingToDo`."""
    async with db.reading() as tx:
        return await _weighed(tx, actor, programme_id, _chosen(pair_ids), order, profile)


def _chosen(pair_ids: Collection[UUID]) -> list[UUID]:
    """Each once. Raises `Gone` for none, `TooManyPairs`."""
    found = list(dict.fromkeys(pair_ids))
    if not found:
        raise Gone
    if len(found) > MOST_PAIRS:
        raise TooManyPairs(most=MOST_PAIRS)
    return found


async def _weighed(
    tx: Transaction,
    actor: Actor,
    programme_id: UUID,
    chosen: Sequence[UUID],
    order: MassOrder,
    profile: Profile,
) -> Weighed:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.READ_DIGEST, programme)
    return await weigh(tx, actor, programme, chosen, order, profile)


async def act(
    db: Database,
    actor: Actor,
    *,
    act_id: UUID,
    programme_id: UUID,
    pair_ids: Collection[UUID],
    order: MassOrder,
    profile: Profile,
) -> None:
    """Do it about all of them or none. `act_id` was made with the preview: pressed twice it is one.

    Letters leave some minutes later (`HELD_FOR`). Raises `NothingToDo`, `TooManyPairs`,
    `DayIsOver`, `DayTooFar`, `Gone`, `NotAllowed`.
    """
    async with db.transaction() as tx:
        await tx.programmes.lock(programme_id)
        if (same := await tx.find(MassAct, act_id)) is not None:
            if same.made_by != actor.person_id:
                raise NotAllowed
            return
        chosen = _chosen(pair_ids)
        await tx.mass_acts.locked_pairs(chosen)
        seen = await _weighed(tx, actor, programme_id, chosen, order, profile)
        if not seen.pairs:
            raise NothingToDo
        made = MassAct(
            id=act_id,
            organisation_id=seen.programme.organisation_id,
            programme_id=programme_id,
            made_by=actor.person_id,
            what=order.what,
            at=tx.now,
            undo_until=tx.now + UNDO_FOR,
            done=len(seen.pairs),
            left_out=len(seen.out),
            letters=seen.letters,
            letters_at=seen.letters_at if seen.letters else None,
            to_id=order.to_id,
        )
        tx.add(made)
        await tx.flush()
        if order.what is MassWhat.REMIND:
            await tx.notices.plan(*_letters(seen))
        before = await _done(tx, actor, seen, order)
        tx.add_all(
            _line(made, pair.id, mark_id=before[pair.id][0], before=before[pair.id][1])
            for pair in seen.pairs
        )
        tx.add_all(_line(made, pair_id, left_out=why) for pair_id, why in seen.out.items())


def _letters(seen: Weighed) -> list[Notice]:
    return [
        notice
        for pair in seen.pairs
        for notice in plan_each(
            NUDGE,
            to=sorted(pair.parties & seen.reached),
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=seen.letters_at,
        )
    ]


_Before = tuple[UUID | None, dict[str, Any] | None]  # the mark made, and what stood there


async def _done(
    tx: Transaction, actor: Actor, seen: Weighed, order: MassOrder
) -> dict[UUID, _Before]:
    """Marks made or said anew, or pairs given into other hands; by pair, how to put it back."""
    if order.what is MassWhat.ENTRUST:
        keepers: dict[UUID, _Before] = {
            pair.id: (None, {"kept_by": str(pair.kept_by) if pair.kept_by else None})
            for pair in seen.pairs
        }
        await tx.mass_acts.entrust(keepers.keys(), order.to_id)
        return keepers
    what = MARKS[order.what]
    ids = [pair.id for pair in seen.pairs]
    known = await tx.mass_acts.marks_of_day(ids, actor.person_id, what, seen.today)
    found: dict[UUID, _Before] = {}
    for pair in seen.pairs:
        made = made_mark(
            tx, actor, pair, seen.health[pair.id], seen.today,
            what=what, day=order.until, sides=order.sides,
        )  # fmt: skip
        mark = known.get(pair.id)
        if mark is None:
            tx.add(made)
            found[pair.id] = made.id, None
        else:
            found[pair.id] = mark.id, kept(mark)
            mark.again(made)
    return found


def _line(made: MassAct, pair_id: UUID, **told: Any) -> MassLine:
    return MassLine(
        organisation_id=made.organisation_id,
        programme_id=made.programme_id,
        act_id=made.id,
        pair_id=pair_id,
        made_by=made.made_by,
        **told,
    )

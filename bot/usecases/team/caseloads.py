"""Whose pairs are whose: shares of the caseload, and standing in for somebody who is away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import IN_CHARGE, Actor, May, Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.handovers import Handover, last_day, must_differ, standing_in
from bot.domain.moments import local
from bot.domain.notice_kinds import plan
from bot.domain.pairs import OPEN, Pair
from bot.domain.people import Membership
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction


async def theirs(
    tx: Transaction, programme: Programme, reader: UUID, today: date
) -> tuple[Callable[[Pair], bool], bool]:
    """Which pairs somebody of the team cares for today, and whether they see no others.

    A pair that belongs to nobody belongs to all who see everything.
    """
    restricted = await tx.team.own_pairs_only(programme, reader)
    away = standing_in(await tx.digests.handovers(programme.id, today), today)

    def cares(pair: Pair) -> bool:
        if pair.kept_by is None:
            return not restricted
        return away.get(pair.kept_by, pair.kept_by) == reader

    return cares, restricted


@dataclass(frozen=True)
class Share:
    person_id: UUID
    membership_id: UUID
    name: str | None
    role: Role
    me: bool
    pairs: int  # entrusted to them
    restricted: bool  # sees no others
    stands_in_for: tuple[str, ...]
    away: "Away | None"


@dataclass(frozen=True)
class Away:
    handover_id: UUID
    to: str
    until: date


@dataclass(frozen=True)
class Caseload:
    programme: str
    shares: tuple[Share, ...]
    nobodys: int
    appoints: bool
    today: date


async def caseload(db: Database, actor: Actor, *, programme_id: UUID) -> Caseload:
    """Those in charge and how many pairs each cares for; no pair is named."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        today = await _today(tx, programme)
        pairs = await tx.pairs.of_programme(programme_id, OPEN)
        handovers = [
            one for one in await tx.digests.handovers(programme_id, today) if one.holds(today)
        ]
        team = await _team(tx, programme)
        names = await tx.people.names({one.person_id for one in team})
        counts: dict[UUID | None, int] = {}
        for pair in pairs:
            counts[pair.kept_by] = counts.get(pair.kept_by, 0) + 1
        away = {
            one.from_id: Away(one.id, names.get(one.to_id, "—"), one.ends_on) for one in handovers
        }
        return Caseload(
            programme=programme.name,
            shares=tuple(
                Share(
                    person_id=one.person_id,
                    membership_id=one.id,
                    name=names.get(one.person_id),
                    role=one.role,
                    me=one.person_id == actor.person_id,
                    pairs=counts.get(one.person_id, 0),
                    restricted=one.own_pairs_only,
                    stands_in_for=tuple(
                        names.get(h.from_id, "—") for h in handovers if h.to_id == one.person_id
                    ),
                    away=away.get(one.person_id),
                )
                for one in team
            ),
            nobodys=counts.get(None, 0),
            appoints=actor.may(May.APPOINT, programme),
            today=today,
        )


async def _today(tx: Transaction, programme: Programme) -> date:
    house = await tx.get(Organisation, programme.organisation_id)
    return local(tx.now, house.timezone).date()


async def _team(tx: Transaction, programme: Programme) -> list[Membership]:
    """Those in charge, each once, the longest first."""
    found: dict[UUID, Membership] = {}
    for held, _ in await tx.team.members(programme.organisation_id, programme.id):
        if held.role in IN_CHARGE:
            found.setdefault(held.person_id, held)
    return list(found.values())


@dataclass(frozen=True)
class EntrustLine:
    pair_id: UUID
    mentee: str
    mentor: str
    kept_by: UUID | None
    keeper: str | None


async def entrustable(
    db: Database, actor: Actor, *, programme_id: UUID
) -> list[EntrustLine]:
    """All open pairs, nobody's first, for who may say whose they are."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.APPOINT, programme)
        pairs = await tx.pairs.of_programme(programme_id, OPEN)
        people = {id_ for pair in pairs for id_ in (*pair.parties, pair.kept_by) if id_}
        names = await tx.people.names(people)
        found = [
            EntrustLine(
                pair.id,
                names[pair.mentee_id],
                names[pair.mentor_id],
                pair.kept_by,
                names.get(pair.kept_by) if pair.kept_by else None,
            )
            for pair in pairs
        ]
        return sorted(
            found, key=lambda one: (one.kept_by is not None, one.mentor, one.mentee, one.pair_id)
        )


async def entrust(
    db: Database, actor: Actor, *, pair_id: UUID, person_id: UUID | None
) -> None:
    """The pair belongs to this one of the team from now on; None: to all who are in charge.

    Pairs of one group and mentor go together: nobody is to ask the same mentor twice.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.APPOINT, pair)
        if pair.state not in OPEN:
            raise Gone
        programme = await tx.get(Programme, pair.programme_id)
        await must_be_in_charge(tx, programme, person_id)
        pair.kept_by = person_id
        if pair.group_id is not None:
            for other in await tx.pairs.of_groups({pair.group_id}):
                other.kept_by = person_id


async def must_be_in_charge(
    tx: Transaction, programme: Programme, person_id: UUID | None
) -> None:
    if person_id is not None and person_id not in {
        one.person_id for one in await _team(tx, programme)
    }:
        raise NotAllowed


async def share_out(db: Database, actor: Actor, *, programme_id: UUID) -> int:
    """Nobody's pairs go to whoever has the fewest, those of one mentor together; how many."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.APPOINT, programme)
        await tx.programmes.lock(programme_id)
        pairs = await tx.pairs.of_programme(programme_id, OPEN)
        counts = {one.person_id: 0 for one in await _team(tx, programme)}
        of_mentor: dict[UUID, list[Pair]] = {}
        for pair in pairs:
            if pair.kept_by in counts:
                counts[pair.kept_by] += 1
            elif pair.kept_by is None:
                of_mentor.setdefault(pair.mentor_id, []).append(pair)
        for together in sorted(of_mentor.values(), key=lambda some: (-len(some), some[0].id)):
            least = min(counts, key=lambda one: (counts[one], one))
            for pair in together:
                pair.kept_by = least
            counts[least] += len(together)
        return sum(len(some) for some in of_mentor.values())


async def restrict(
    db: Database, actor: Actor, *, membership_id: UUID, restricted: bool
) -> None:
    """A deputy sees the pairs entrusted to them and the people in them, and nobody else."""
    async with db.transaction() as tx:
        held = await tx.get(Membership, membership_id)
        actor.must(May.APPOINT, held)
        if held.role is not Role.DEPUTY or held.ended_at is not None:
            raise Gone
        held.own_pairs_only = restricted


async def hand_over(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    from_id: UUID,
    to_id: UUID,
    until: date,
) -> None:
    """From today until that day somebody else cares for the pairs; then they are back.

    One's own, or anybody's for who appoints. What the one who goes was standing in for goes along.
    Nobody's pairs become theirs when no other curator is there: else nobody would hear of them.
    Raises `NotAllowed` when the other is away as well, `DayIsOver`, `DayTooFar`.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        if from_id != actor.person_id:
            actor.must(May.APPOINT, programme)
        must_differ(from_id, to_id)
        await tx.programmes.lock(programme_id)
        await must_be_in_charge(tx, programme, from_id)
        await must_be_in_charge(tx, programme, to_id)
        today = await _today(tx, programme)
        day = last_day(until, today)
        held = await tx.digests.handovers(programme_id, today)
        if any(one.from_id == to_id for one in held):
            raise NotAllowed
        for one in held:
            if one.from_id == from_id:
                one.ended_at = tx.now
            elif one.to_id == from_id:
                one.to_id = to_id
        curators = await tx.people.holders(
            programme.organisation_id, programme_id, Role.CURATOR
        )
        if curators == [from_id]:
            for pair in await tx.pairs.of_programme(programme_id, OPEN):
                pair.kept_by = pair.kept_by or from_id
        tx.add(
            Handover(
                organisation_id=programme.organisation_id,
                programme_id=programme_id,
                from_id=from_id,
                to_id=to_id,
                starts_on=today,
                ends_on=day,
                made_by=actor.person_id,
                made_at=tx.now,
            )
        )
        await tx.notices.plan(
            plan(
                "pairs-handed-over",
                to=to_id,
                subject=programme_id,
                organisation_id=programme.organisation_id,
                due_at=tx.now,
            )
        )


async def take_back(db: Database, actor: Actor, *, handover_id: UUID) -> None:
    """Back before the day; twice is as good as once."""
    async with db.transaction() as tx:
        handover = await tx.get(Handover, handover_id)
        programme = await tx.get(Programme, handover.programme_id)
        if handover.from_id != actor.person_id:
            actor.must(May.APPOINT, programme)
        actor.must(May.READ_DIGEST, programme)
        if handover.ended_at is None:
            handover.ended_at = tx.now

"""After the general meeting both sides say whom they would like, and in confidence whom not.

A wish is up to five people in order, while wishes are open. "Not with this person" is read by the
curator alone: the other one goes on seeing this one in their list, so nothing can be told from it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone, InArchive, NotAllowed
from bot.domain.matching import fitting_form
from bot.domain.matching.errors import TooManyWishes, WishesClosed
from bot.domain.matching.runs import MOST_WISHES, Veto, VetoBy, Wish
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.matching import forms_of
from bot.usecases.matching.pool import people_to_match
from bot.usecases.pairs.proposing import minors
from bot.usecases.pairs.strangers import Stranger, strangers

PAGE = 5


@dataclass(frozen=True)
class Choice:
    """Somebody on the list: how they read, my wish about them, my veto."""

    who: Stranger
    slots: tuple[str, ...]  # free times both have named
    for_ward: bool  # a guardian looks
    rank: int | None
    vetoed: bool


@dataclass(frozen=True)
class Choices:
    side: Role  # of the chooser
    for_ward: bool  # a guardian looks: vetoes only
    wished: tuple[Choice, ...]  # the first wish first
    people: tuple[Choice, ...]  # of this page; those wished for come first
    page: int
    more: bool
    total: int
    until: datetime
    zone: str
    now: datetime


async def choices(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile, page: int = 0
) -> Choices:
    """Whom the rules allow, those wished for first. Raises `WishesClosed`."""
    async with db.reading() as tx:
        me, by = await _chooser(tx, actor, participation_id)
        programme = await _open(tx, me)
        ids = await _eligible(tx, me, programme, profile)
        wished = [w.wished_participation_id for w in await tx.wishes.of(me.id)]
        if by is VetoBy.GUARDIAN:  # the child's wishes are the child's
            wished = []
        wished = [id_ for id_ in wished if id_ in ids]
        ordered = [*wished, *(id_ for id_ in ids if id_ not in wished)]
        part = ordered[page * PAGE : (page + 1) * PAGE]
        shown = {
            one.who.participation_id: one
            for one in await _choices(tx, me, by, [*dict.fromkeys([*wished, *part])])
        }
        house = await tx.get(Organisation, programme.organisation_id)
        assert programme.wishes_until is not None
        return Choices(
            side=me.role,
            for_ward=by is VetoBy.GUARDIAN,
            wished=tuple(shown[id_] for id_ in wished),
            people=tuple(shown[id_] for id_ in part),
            page=page,
            more=len(ordered) > (page + 1) * PAGE,
            total=len(ids),
            until=programme.wishes_until,
            zone=house.timezone,
            now=tx.now,
        )


async def choice(
    db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID, profile: Profile
) -> Choice:
    """One card. Raises `Gone` for somebody the rules do not allow (any more)."""
    async with db.reading() as tx:
        me, by = await _chooser(tx, actor, participation_id)
        await _must_be_eligible(tx, me, await _open(tx, me), other_id, profile)
        return (await _choices(tx, me, by, [other_id]))[0]


async def wish(
    db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID, profile: Profile
) -> None:
    """Next in the order. Raises `TooManyWishes` after the fifth."""
    async with db.transaction() as tx:
        me, known = await _wishing(tx, actor, participation_id)
        if any(one.wished_participation_id == other_id for one in known):  # a second press
            return
        if len(known) >= MOST_WISHES:
            raise TooManyWishes(most=MOST_WISHES)
        await _must_be_eligible(tx, me, await _open(tx, me), other_id, profile)
        if await _given(tx, me, _by(me), other_id) is not None:
            raise Gone
        tx.add(
            Wish(
                organisation_id=me.organisation_id,
                programme_id=me.programme_id,
                participation_id=me.id,
                wished_participation_id=other_id,
                rank=len(known) + 1,
                at=tx.now,
            )
        )


async def prefer(db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID) -> None:
    """One place up in the order; the first stays the first."""
    async with db.transaction() as tx:
        _me, known = await _wishing(tx, actor, participation_id)
        one = _found(known, other_id)
        above = next((other for other in known if other.rank == one.rank - 1), None)
        if above is not None:
            one.rank, above.rank = above.rank, one.rank


async def take_back(db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID) -> None:
    async with db.transaction() as tx:
        _me, known = await _wishing(tx, actor, participation_id)
        await _forget(tx, known, _found(known, other_id))


async def veto(
    db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID, profile: Profile
) -> None:
    """Never with this person; by oneself, or by the guardian for the child. Nobody asks why."""
    async with db.transaction() as tx:
        me, by = await _chooser(tx, actor, participation_id)
        if await _given(tx, me, by, other_id) is not None:  # a second press
            return
        await _must_be_eligible(tx, me, await _open(tx, me), other_id, profile)
        tx.add(veto_of(me, other_id, by, tx.now))
        if by is VetoBy.GUARDIAN:
            return
        known = await tx.wishes.of(me.id)
        for one in known:
            if one.wished_participation_id == other_id:
                await _forget(tx, known, one)


async def lift(db: Database, actor: Actor, *, participation_id: UUID, other_id: UUID) -> None:
    """A veto is taken back by whoever gave it."""
    async with db.transaction() as tx:
        me, by = await _chooser(tx, actor, participation_id)
        given = await _given(tx, me, by, other_id)
        if given is None:
            raise Gone
        given.lifted_at = tx.now


def veto_of(me: Participation, other_id: UUID, by: VetoBy, now: datetime) -> Veto:
    mentee = me.role is Role.MENTEE
    return Veto(
        organisation_id=me.organisation_id,
        programme_id=me.programme_id,
        mentee_participation_id=me.id if mentee else other_id,
        mentor_participation_id=other_id if mentee else me.id,
        by=by,
        at=now,
    )


def is_open(programme: Programme, now: datetime) -> bool:
    return programme.wishes_until is not None and now < programme.wishes_until


async def _open(tx: Transaction, me: Participation) -> Programme:
    programme = await tx.get(Programme, me.programme_id)
    if not is_open(programme, tx.now):
        raise WishesClosed
    return programme


async def _chooser(
    tx: Transaction, actor: Actor, participation_id: UUID
) -> tuple[Participation, VetoBy]:
    """Whose list it is, and who is looking: one of the two sides, or the guardian of a mentee."""
    me = await tx.get(Participation, participation_id)
    if actor.may(May.WISH, me):
        return me, _by(me)
    if me.person_id == actor.person_id:
        actor.must(May.WISH, me)
    answers_for = {
        (one.ward_id, one.organisation_id) for one in await tx.people.wards_of(actor.person_id)
    }
    if (me.person_id, me.organisation_id) not in answers_for or me.role is not Role.MENTEE:
        raise NotAllowed
    if me.programme_id in actor.archived:
        raise InArchive
    return me, VetoBy.GUARDIAN


async def _wishing(
    tx: Transaction, actor: Actor, participation_id: UUID
) -> tuple[Participation, Sequence[Wish]]:
    me = await tx.get(Participation, participation_id)
    actor.must(May.WISH, me)
    await _open(tx, me)
    return me, await tx.wishes.of(me.id)


def _by(me: Participation) -> VetoBy:
    return VetoBy.MENTEE if me.role is Role.MENTEE else VetoBy.MENTOR


def _found(known: Sequence[Wish], other_id: UUID) -> Wish:
    for one in known:
        if one.wished_participation_id == other_id:
            return one
    raise Gone


async def _forget(tx: Transaction, known: Sequence[Wish], gone: Wish) -> None:
    await tx.wishes.forget(gone)
    for place, one in enumerate((one for one in known if one is not gone), 1):
        one.rank = place


async def _given(tx: Transaction, me: Participation, by: VetoBy, other_id: UUID) -> Veto | None:
    for one in await tx.wishes.vetoes_of(me.id, by):
        if other_id in one.sides:
            return one
    return None


async def _eligible(
    tx: Transaction, me: Participation, programme: Programme, profile: Profile
) -> list[UUID]:
    """Whom the rules allow, in a lasting order. Vetoes are left aside: nobody may read them off."""
    pool = await people_to_match(tx, programme, profile, around=me, vetoes=False)
    mine = pool.of(me.id)
    if mine is None:
        return []
    forms = forms_of(programme, profile)
    tuning = profile.matching.tuned(programme.matching)
    mentor = me.role is Role.MENTOR
    return sorted(
        other.participation_id
        for other in (pool.mentees if mentor else pool.mentors)
        if fitting_form(
            *((other, mine) if mentor else (mine, other)), forms, pool.facts, tuning
        ) is not None
    )  # fmt: skip


async def _must_be_eligible(
    tx: Transaction, me: Participation, programme: Programme, other_id: UUID, profile: Profile
) -> None:
    if other_id not in await _eligible(tx, me, programme, profile):
        raise Gone


async def _choices(
    tx: Transaction, me: Participation, by: VetoBy, ids: Sequence[UUID]
) -> list[Choice]:
    people = await tx.participations.many(ids)
    shown = await strangers(tx, [me, *people.values()])
    slots = shown.pop(me.id).slots
    if by is VetoBy.GUARDIAN:
        shown = await _without_children(tx, me.organisation_id, people.values(), shown)
    ranks = {w.wished_participation_id: w.rank for w in await tx.wishes.of(me.id)}
    vetoed = {id_ for one in await tx.wishes.vetoes_of(me.id, by) for id_ in one.sides}
    own = by is not VetoBy.GUARDIAN
    return [
        Choice(
            who=shown[id_],
            slots=tuple(sorted(shown[id_].slots & slots)),
            rank=ranks.get(id_) if own else None,
            vetoed=id_ in vetoed,
            for_ward=not own,
        )
        for id_ in ids
    ]


async def _without_children(
    tx: Transaction,
    organisation_id: UUID,
    found: Collection[Participation],
    shown: dict[UUID, Stranger],
) -> dict[UUID, Stranger]:
    """A guardian reads no name of another child."""
    young = await minors(tx, {one.person_id for one in found}, organisation_id)
    children = {one.id for one in found if one.person_id in young}
    return {
        id_: replace(one, first_name="") if id_ in children else one for id_, one in shown.items()
    }

"""Finding a person or a pair of the programme by what was typed of a name."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import TEAM, Actor, May, Role
from bot.domain.name_search import tries
from bot.domain.pair_states import PairState
from bot.domain.pairs import Pair
from bot.domain.participations import Participation, ParticipationState
from bot.domain.programmes import Programme
from bot.storage.database import Database, Transaction

MOST = 30  # of each: who finds more types a letter more


@dataclass(frozen=True)
class FoundPerson:
    participation_id: UUID
    name: str
    role: Role
    state: ParticipationState


@dataclass(frozen=True)
class FoundPair:
    pair_id: UUID
    mentee: str
    mentor: str
    state: PairState


@dataclass(frozen=True)
class Found:
    pairs: tuple[FoundPair, ...]
    people: tuple[FoundPerson, ...]
    loosened: bool  # nothing is called exactly so: a slip is taken into account
    more: bool  # there are others

    @property
    def nothing(self) -> bool:
        return not self.pairs and not self.people


async def find(db: Database, actor: Actor, *, programme_id: UUID, words: str) -> Found:
    """Pairs for who may see pairs, people for who may see the bases. Raises `NotAllowed`."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        if not actor.may(May.SEE_BASES, programme):
            actor.must(May.SEE_PAIRS, programme)
        return await _in(tx, actor, programme, words)


@dataclass(frozen=True)
class FoundIn:
    """What was found in one of the programmes."""

    programme: str
    found: Found


async def everywhere(db: Database, actor: Actor, *, words: str) -> list[FoundIn]:
    """As `find`, in every programme of the actor's teams that was not put away; oldest first.

    Nothing for who may look into none.
    """
    houses = {a.organisation_id for a in actor.assignments if a.role in TEAM}
    if not houses:
        return []
    async with db.reading() as tx:
        return [
            FoundIn(programme.name, await _in(tx, actor, programme, words))
            for programme, _ in await tx.programmes.of_organisations(houses)
            if actor.may(May.SEE_BASES, programme) or actor.may(May.SEE_PAIRS, programme)
        ]


async def programme_of_pair(db: Database, actor: Actor, *, pair_id: UUID) -> UUID:
    """Where its card lies, for the way back from it. Raises `Gone`, `NotAllowed`."""
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.SEE_PAIRS, pair)
        return pair.programme_id


async def programme_of_person(
    db: Database, actor: Actor, *, participation_id: UUID
) -> UUID:
    """Where their card lies. Raises `Gone`, `NotAllowed`."""
    async with db.reading() as tx:
        one = await tx.get(Participation, participation_id)
        actor.must(May.SEE_BASES, one)
        return one.programme_id


async def _in(tx: Transaction, actor: Actor, programme: Programme, words: str) -> Found:
    people, pairs = actor.may(May.SEE_BASES, programme), actor.may(May.SEE_PAIRS, programme)
    share = actor.share_of(May.SEE_PAIRS, programme)
    found = Found((), (), loosened=False, more=False)
    for number, stems in enumerate(tries(words)):
        found = await _try(
            tx, programme.id, stems, people=people, pairs=pairs, share=share, loose=number
        )
        if not found.nothing:
            break
    return found


async def _try(
    tx: Transaction,
    programme_id: UUID,
    stems: tuple[str, ...],
    *,
    people: bool,
    pairs: bool,
    share: frozenset[UUID] | None,
    loose: int,
) -> Found:
    asked: dict[str, Any] = {"limit": MOST + 1}
    some = await tx.finding.people(programme_id, stems, **asked) if people else ()
    two = await tx.finding.pairs(programme_id, stems, share=share, **asked) if pairs else ()
    return Found(
        pairs=tuple(
            FoundPair(one.id, one.mentee or "—", one.mentor or "—", one.state)
            for one in two[:MOST]
        ),
        people=tuple(
            FoundPerson(one.id, one.name or "—", one.role, one.state) for one in some[:MOST]
        ),
        loosened=loose > 0,
        more=len(some) > MOST or len(two) > MOST,
    )

"""Who was not matched in a round hears it in words, with the date of the next one; once a round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.matching.errors import NextRoundUnknown
from bot.domain.notice_kinds import plan_about
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction

MOST = 5_000  # people told at once
AT_ONCE = 200  # read and told in one go


@dataclass(frozen=True)
class Waiting:
    """What will happen."""

    mentees: int
    mentors: int
    told: int  # who have heard of this very date already
    next_round_on: date | None  # None: not set, or over
    today: date


async def waiting(db: Database, actor: Actor, *, programme_id: UUID) -> Waiting:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        today = await _today(tx, programme)
        every = await _alone(tx, programme_id)
        to_tell = _not_told(programme, every)
        return Waiting(
            mentees=sum(one.role is Role.MENTEE for one in to_tell),
            mentors=sum(one.role is Role.MENTOR for one in to_tell),
            told=len(every) - len(to_tell),
            next_round_on=_ahead(programme, today),
            today=today,
        )


async def tell(db: Database, actor: Actor, *, programme_id: UUID) -> int:
    """Everybody who waits and has not heard of this date; how many.

    Raises `NextRoundUnknown` without a date ahead.
    """
    async with db.transaction() as tx:
        await tx.programmes.lock(programme_id)
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        if _ahead(programme, await _today(tx, programme)) is None:
            raise NextRoundUnknown
        to_tell = [one.id for one in _not_told(programme, await _alone(tx, programme_id))]
        for begin in range(0, len(to_tell), AT_ONCE):
            some = list((await tx.participations.many(to_tell[begin : begin + AT_ONCE])).values())
            for one in some:
                one.round_told = programme.next_round_on
            await tx.notices.plan(*plan_about("round-waits", some, due_at=tx.now))
        return len(to_tell)


async def _today(tx: Transaction, programme: Programme) -> date:
    house = await tx.get(Organisation, programme.organisation_id)
    return moments.local(tx.now, house.timezone).date()


def _ahead(programme: Programme, today: date) -> date | None:
    day = programme.next_round_on
    return day if day is not None and day > today else None


class _Alone(NamedTuple):
    id: UUID  # participation
    role: Role
    told: date | None  # the round they have heard of


async def _alone(tx: Transaction, programme_id: UUID) -> list[_Alone]:
    """Approved people without a pair, a proposal, or a card the curator has not decided yet."""
    approved = [
        _Alone(id_, role, told)
        for role in (Role.MENTEE, Role.MENTOR)
        for id_, told in await tx.participations.alone_told(programme_id, role, limit=MOST)
    ]
    run_id = await tx.matching.current_id(programme_id)
    taken = set() if run_id is None else await tx.matching.on_cards(run_id)
    return [one for one in approved if one.id not in taken]


def _not_told(programme: Programme, every: Sequence[_Alone]) -> list[_Alone]:
    return [one for one in every if one.told != programme.next_round_on]

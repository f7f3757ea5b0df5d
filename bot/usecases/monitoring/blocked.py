"""Who has stopped the bot, since when, and which letters have not reached them: to be rung up."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database
from bot.usecases.monitoring.digests import about
from bot.usecases.pairs.pairs import within

_SAME_MOMENT = timedelta(minutes=1)  # the letter that found it out was settled just before


@dataclass(frozen=True)
class Blocked:
    participation_id: UUID  # of a guardian: the child's
    name: str | None
    guardian: bool
    ward: str | None
    since: date
    missed: tuple[tuple[str, int], ...]  # about what, and how many letters


@dataclass(frozen=True)
class BlockedList:
    people: tuple[Blocked, ...]  # who was lost last comes first
    today: date


async def listed(db: Database, actor: Actor, *, programme_id: UUID) -> BlockedList:
    """Those who take part and the guardians of those who do; each once."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        share = actor.share_of(May.READ_DIGEST, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        lost = await tx.people.unreachable(programme.id)
        found = {one.person_id: one for one in reversed(lost) if within(share, one.person_id)}
        missed: dict[UUID, dict[str, int]] = {id_: {} for id_ in found}
        for notice in await tx.notices.never_said(list(found), house.id) if found else ():
            since = found[notice.to].since - _SAME_MOMENT
            if notice.settled_at is not None and notice.settled_at >= since:
                kinds = missed[notice.to]
                kinds[notice.kind] = kinds.get(notice.kind, 0) + 1
        return BlockedList(
            people=tuple(
                Blocked(
                    participation_id=one.id,
                    name=one.name,
                    guardian=one.guards,
                    ward=one.ward,
                    since=moments.local(one.since, house.timezone).date(),
                    missed=about(missed[id_]),
                )
                for id_, one in reversed(found.items())
            ),
            today=moments.local(tx.now, house.timezone).date(),
        )

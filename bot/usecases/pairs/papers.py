"""What is handed out at the end: a certificate to the mentee, a letter of thanks to the mentor.

The other of the two is not named on it: it hangs on a wall.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.pairs import Pair, PairState
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.joining.intake import curator_name


@dataclass(frozen=True)
class PaperFacts:
    side: Role
    name: str
    organisation: str
    programme: str
    curator: str
    since: date
    until: date
    meetings: int


async def paper(
    db: Database, actor: Actor, *, pair_id: UUID, side: Role | None = None
) -> PaperFacts:
    """One's own; the curator names the `side`. Raises `Gone` before the good end."""
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        if side is None:
            actor.must(May.KEEP_PLAN, pair)
        else:
            actor.must(May.READ_DIARY, pair)
        if pair.state is not PairState.COMPLETED or pair.ended_at is None:
            raise Gone
        programme = await tx.get(Programme, pair.programme_id)
        whose = side or pair.side(actor.person_id)
        figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
        [facts] = await facts_of(tx, programme, [pair], whose, figures)
        return facts


async def facts_of(
    tx: Transaction,
    programme: Programme,
    pairs: Sequence[Pair],
    side: Role,
    figures: Mapping[UUID, PairMeetings],
) -> list[PaperFacts]:
    """Of one side of pairs of the programme that came to a good end, in their order."""
    house = await tx.get(Organisation, programme.organisation_id)
    names = await tx.people.names({_whose(pair, side) for pair in pairs})
    curator = await curator_name(tx, house.id, programme.id)
    return [
        PaperFacts(
            side=side,
            name=names.get(_whose(pair, side), ""),
            organisation=house.name,
            programme=programme.name,
            curator=curator,
            since=moments.local(pair.active_since or pair.proposed_at, house.timezone).date(),
            until=moments.local(pair.ended_at or tx.now, house.timezone).date(),
            meetings=figures.get(pair.id, PairMeetings()).held,
        )
        for pair in pairs
    ]


def _whose(pair: Pair, side: Role) -> UUID:
    return pair.mentor_id if side is Role.MENTOR else pair.mentee_id

"""What is handed out at the end: a certificate to the mentee, a letter of thanks to the mentor.

The other of the two is not named on it: it hangs on a wall.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.pairs import Pair, PairState
from bot.domain.people import Person
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database
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
        whose = side or pair.side(actor.person_id)
        person_id = pair.mentor_id if whose is Role.MENTOR else pair.mentee_id
        person = await tx.get(Person, person_id)
        house = await tx.get(Organisation, pair.organisation_id)
        programme = await tx.get(Programme, pair.programme_id)
        figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
        begun = pair.active_since or pair.proposed_at
        return PaperFacts(
            side=whose,
            name=person.name or "",
            organisation=house.name,
            programme=programme.name,
            curator=await curator_name(tx, house.id, programme.id),
            since=moments.local(begun, house.timezone).date(),
            until=moments.local(pair.ended_at, house.timezone).date(),
            meetings=figures.get(pair.id, PairMeetings()).held,
        )

"""What a guardian sees of each child: where things stand, with whom, when the next meeting is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.meetings import MeetingState
from bot.domain.pairs import AGREED, MEETING, Pair, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.consents.privacy import subject_of


@dataclass(frozen=True)
class WardProgramme:
    """`partner`: the first name of the child's mentor; of another child no name is told."""

    programme: str
    role: Role
    state: ParticipationState
    partner: str | None
    pair: PairState | None
    next_meeting: datetime | None
    zone: str
    proposal: UUID | None = None  # a pair both have not answered yet
    pair_id: UUID | None = None  # of a pair that both have accepted


@dataclass(frozen=True)
class WardCard:
    ward_id: UUID
    name: str | None
    programmes: tuple[WardProgramme, ...]
    now: datetime

    @property
    def takes_part(self) -> bool:
        return any(p.state is not ParticipationState.WITHDRAWN for p in self.programmes)


async def card(db: Database, actor: Actor, *, ward_id: UUID) -> WardCard:
    """Raises `NotAllowed` for a child the actor does not answer for (any more)."""
    async with db.reading() as tx:
        await subject_of(tx, actor, ward_id)
        houses = {
            g.organisation_id
            for g in await tx.people.wards_of(actor.person_id)
            if g.ward_id == ward_id
        }
        ward = await tx.get(Person, ward_id)
        participations = [
            p for p in await tx.participations.of_person(ward_id) if p.organisation_id in houses
        ]
        programmes = await tx.programmes.many({p.programme_id for p in participations})
        pairs = {
            id_: pair
            for pair in await tx.pairs.of_person(ward_id, AGREED)
            for id_ in pair.participations
        }
        proposed = {
            id_: pair.id
            for pair in await tx.pairs.of_person(ward_id, (PairState.PROPOSED,))
            for id_ in pair.participations
        }
        found = []
        for one in participations:
            house = await tx.get(Organisation, one.organisation_id)
            pair = pairs.get(one.id)
            found.append(
                WardProgramme(
                    programme=programmes[one.programme_id].name,
                    role=one.role,
                    state=one.state,
                    partner=await _mentor(tx, pair, ward_id),
                    pair=pair.state if pair else None,
                    pair_id=pair.id if pair else None,
                    next_meeting=await _next(tx, pair),
                    zone=house.timezone,
                    proposal=proposed.get(one.id),
                )
            )
        return WardCard(ward.id, ward.name, tuple(found), tx.now)


async def _mentor(tx: Transaction, pair: Pair | None, ward_id: UUID) -> str | None:
    if pair is None or pair.mentee_id != ward_id:
        return None
    name = (await tx.get(Person, pair.mentor_id)).name or ""
    return name.partition(" ")[0] or None


async def _next(tx: Transaction, pair: Pair | None) -> datetime | None:
    if pair is None or pair.state not in MEETING:
        return None
    ahead = [
        meeting.at for meeting in await tx.meetings.at_hand(pair.id, tx.now)
        if meeting.state is MeetingState.AGREED and meeting.at is not None and meeting.at > tx.now
    ]  # fmt: skip
    return min(ahead, default=None)

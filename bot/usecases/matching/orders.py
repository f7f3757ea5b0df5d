"""What the order that assigns pairs says: who is whose mentor, in which form, in which group."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.pairs import OPEN, PairState
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database


@dataclass(frozen=True)
class Assigned:
    mentee: str
    mentor: str
    form: str
    group: int | None  # numbered from 1 in the order
    slot: str | None
    agreed: bool  # both have said yes


@dataclass(frozen=True)
class OrderFacts:
    organisation: str
    programme: str
    years: tuple[int, int]
    lines: tuple[Assigned, ...]

    @property
    def unanswered(self) -> int:
        return sum(not one.agreed for one in self.lines)


async def facts(db: Database, actor: Actor, *, programme_id: UUID) -> OrderFacts:
    """Every open pair, groups together, else by the names of the mentors and the mentees."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        pairs = await tx.pairs.of_programme(programme_id, OPEN)
        names = await tx.people.names({id_ for pair in pairs for id_ in pair.parties})
        ordered = sorted(
            pairs,
            key=lambda p: (
                p.group_id is None,
                str(p.group_id or ""),
                names[p.mentor_id],
                names[p.mentee_id],
            ),
        )
        groups: dict[UUID, int] = {}
        for pair in ordered:
            if pair.group_id is not None:
                groups.setdefault(pair.group_id, len(groups) + 1)
        return OrderFacts(
            organisation=house.name,
            programme=programme.name,
            years=(programme.starts_on.year, programme.ends_on.year),
            lines=tuple(
                Assigned(
                    mentee=names[pair.mentee_id],
                    mentor=names[pair.mentor_id],
                    form=pair.form,
                    group=groups.get(pair.group_id) if pair.group_id else None,
                    slot=pair.slot,
                    agreed=pair.state is not PairState.PROPOSED,
                )
                for pair in ordered
            ),
        )

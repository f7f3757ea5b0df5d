"""What stands around a question and is asked for only when its words or its screen need it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response
from bot.storage.database import Database
from bot.usecases.monitoring.surveys import must_answer


@dataclass(frozen=True)
class Surroundings:
    role: str | None  # in which the person is asked
    form: str | None  # of mentoring
    programme: str | None
    today: date  # where the person lives


async def surroundings(db: Database, actor: Actor, *, response_id: UUID) -> Surroundings:
    async with db.reading() as tx:
        response = await tx.get(Response, response_id)
        await must_answer(tx, actor, response)
        house = await tx.get(Organisation, response.organisation_id)
        programme = None
        if response.programme_id is not None:
            programme = (await tx.get(Programme, response.programme_id)).name
        facts = response.facts
        return Surroundings(
            role=facts.get("role"),
            form=facts.get("form"),
            programme=programme,
            today=moments.local(tx.now, house.timezone).date(),
        )

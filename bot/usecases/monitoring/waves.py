"""Before a wave is opened: what would be asked, and of how many people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.words import Words
from bot.storage.database import Database
from bot.usecases.monitoring.surveys import WAVE_QUESTIONNAIRE, to_ask

LENGTHS = (10, 7, 14)  # days; the usual one first


@dataclass(frozen=True)
class WavePlan:
    title: Words
    questions: int
    people: int
    ends: tuple[tuple[int, datetime], ...]  # days, and when the wave would close
    zone: str
    now: datetime


async def plan(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> WavePlan:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        questionnaire = profile.questionnaires[WAVE_QUESTIONNAIRE]
        return WavePlan(
            title=questionnaire.title,
            questions=len(questionnaire.items),
            people=len(await to_ask(tx, programme_id)),
            ends=tuple((days, tx.now + timedelta(days=days)) for days in LENGTHS),
            zone=house.timezone,
            now=tx.now,
        )

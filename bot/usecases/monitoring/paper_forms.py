"""What a wave asks, for those who fill it in on paper."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Database
from bot.usecases.monitoring.waves import wave_of


@dataclass(frozen=True)
class PaperFacts:
    questionnaire: Questionnaire
    programme: str
    anonymous: bool


async def to_print(db: Database, actor: Actor, *, wave_id: UUID) -> PaperFacts:
    async with db.reading() as tx:
        wave, programme = await wave_of(tx, actor, wave_id)
        return PaperFacts(
            await tx.surveys.version(wave.questionnaire_id), programme.name, wave.anonymous
        )

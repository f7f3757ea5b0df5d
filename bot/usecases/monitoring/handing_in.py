"""How answering a survey ends: handed in, or refused. After either nobody is reminded of it."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.ballots import ballot_of
from bot.domain.errors import Gone
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import Wave
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import must_answer_survey


async def hand_in(tx: Transaction, response: Response, questionnaire: Questionnaire) -> None:
    """The last answer has been given. Of an anonymous wave the answers leave the person here."""
    if response.wave_id is None:
        response.finish(questionnaire, tx.now)
        return
    wave = await tx.get(Wave, response.wave_id)
    if not response.finish(questionnaire, tx.now):
        return
    response.remind_at = None
    await tx.notices.silence([response.id])
    if wave.anonymous:
        await tx.ballots.hand_in(response, ballot_of(response, questionnaire))


async def refuse(db: Database, actor: Actor, *, response_id: UUID) -> None:
    """One press: nothing more is asked, and what was answered is not kept.

    Raises `Gone` when it is over anyway.
    """
    async with db.transaction() as tx:
        response, _ = await tx.surveys.to_answer(response_id)
        await must_answer_survey(tx, actor, response)
        if response.wave_id is None or not response.refuse(tx.now):
            raise Gone
        response.forget()
        response.remind_at = None
        await tx.notices.silence([response.id])


@dataclass(frozen=True)
class About:
    """What is said of a survey beside its questions."""

    anonymous: bool
    begun: bool


async def about(db: Database, actor: Actor, *, response_id: UUID) -> About:
    async with db.reading() as tx:
        response = await tx.get(Response, response_id)
        await must_answer_survey(tx, actor, response)
        wave = await tx.find(Wave, response.wave_id) if response.wave_id else None
        return About(
            anonymous=wave is not None and wave.anonymous,
            begun=response.state is not ResponseState.INVITED,
        )

"""Who of a wave has not answered, what is missing, and what came on paper: for the curator."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.funnels import Funnel
from bot.domain.notices import NoticeState
from bot.domain.programmes import Organisation
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.storage.database import Database
from bot.usecases.monitoring.waves import wave_of


class Missing(StrEnum):
    UNREACHABLE = "unreachable"  # no account, or the bot was stopped: only a call helps
    PARTIAL = "partial"
    UNOPENED = "unopened"
    UNSENT = "unsent"


@dataclass(frozen=True)
class Call:
    response_id: UUID
    name: str | None
    group: str | None
    missing: Missing
    answered: int = 0  # questions, of who has begun a named one: else it is nobody's business
    total: int = 0


@dataclass(frozen=True)
class Calls:
    questionnaire: Questionnaire
    people: tuple[Call, ...]  # of the page, whom only a call reaches first
    total: int
    page: int
    closes_at: datetime
    zone: str
    now: datetime


async def listed(
    db: Database, actor: Actor, *, wave_id: UUID, page: int = 0, size: int = 8
) -> Calls:
    """Telephone numbers are kept nowhere: a name and a class lead to the person.

    When the list has become shorter meanwhile, the last page and not an empty one.
    """
    async with db.reading() as tx:
        wave, _ = await wave_of(tx, actor, wave_id)
        house = await tx.get(Organisation, wave.organisation_id)
        questionnaire = await tx.surveys.version(wave.questionnaire_id)
        total = await tx.waves.left(wave.id)
        page = max(min(page, (total - 1) // size), 0)
        people = tuple(
            _call(response, name, letter, questionnaire, anonymous=wave.anonymous)
            for response, name, letter in await tx.waves.unanswered(
                wave.id, after=page * size, limit=size
            )
        )
        return Calls(
            questionnaire=questionnaire,
            people=people,
            total=total,
            page=page,
            closes_at=wave.closes_at,
            zone=house.timezone,
            now=tx.now,
        )


def _call(
    response: Response,
    name: str | None,
    letter: NoticeState | None,
    questionnaire: Questionnaire,
    *,
    anonymous: bool,
) -> Call:
    place = Funnel.place(response.state, begun=response.started_at is not None, letter=letter)
    missing = next(one for one in Missing if getattr(place, one))
    found = Call(response.id, name, response.group_name, missing)
    if missing is not Missing.PARTIAL or anonymous:
        return found
    progress = response.progress(questionnaire)
    return replace(found, answered=progress.number - 1, total=progress.total)


@dataclass(frozen=True)
class OnPaper:
    """Answers that the team has written down: whose, and who did."""

    name: str | None
    by: str | None


async def on_paper(db: Database, actor: Actor, *, wave_id: UUID) -> list[OnPaper]:
    async with db.reading() as tx:
        wave, _ = await wave_of(tx, actor, wave_id)
        found = await tx.waves.entered(wave.id)
        names = await tx.people.names({by for _, _, by in found})
        return [OnPaper(name, names.get(by)) for _, name, by in found]

"""The curator's own questionnaire: whether the organisation has what a programme needs.

It belongs to no wave: whoever is in charge answers it when they like, by name. What they said is
about the organisation, so those in charge read it one by one; nobody else does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.questions import span_of
from bot.domain.responses import Progress, Response, ResponseState
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring.own_questionnaires import questionnaire_for

KEY = "curator"


@dataclass(frozen=True)
class Sum:
    """Of a scale: points given of those possible, over the questions that have an answer."""

    title: Words
    points: int
    most: int


@dataclass(frozen=True)
class Given:
    """One that was filled in."""

    response_id: UUID
    on: date
    today: date
    by: str
    sums: tuple[Sum, ...]
    questionnaire: Questionnaire
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Home:
    questionnaire: Questionnaire
    given: tuple[Given, ...]  # the newest first
    begun: Progress | None  # one's own that waits to be finished


async def home(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> Home:
    """Raises `Gone` where the profile knows no such questionnaire."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        mine = await _unfinished(tx, programme_id, actor.person_id)
        begun = None
        if mine is not None:
            begun = mine.progress(await tx.surveys.version(mine.questionnaire_id))
        finished = await tx.training.feedback(KEY, programme_id)
        return Home(
            questionnaire=await questionnaire_for(tx, profile, programme, KEY),
            given=tuple(reversed(await _given(tx, finished, house.timezone))),
            begun=begun,
        )


async def begin(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> UUID:
    """A new one, or one's own that was begun and not finished."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ASSESS, programme)
        await tx.programmes.lock(programme_id)  # two presses at once begin one
        begun = await _unfinished(tx, programme_id, actor.person_id)
        if begun is not None:
            return begun.id
        asked = await questionnaire_for(tx, profile, programme, KEY)
        response = Response(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            person_id=actor.person_id,
            questionnaire_id=await tx.surveys.keep(asked),
            role=Role.CURATOR,
        )
        tx.add(response)
        return response.id


async def given(db: Database, actor: Actor, *, response_id: UUID) -> Given:
    """Raises `Gone` of what is not filled in, or is another questionnaire."""
    async with db.reading() as tx:
        response = await tx.get(Response, response_id)
        actor.must(May.ASSESS, response)
        if response.role is not Role.CURATOR or response.state is not ResponseState.FINISHED:
            raise Gone
        house = await tx.get(Organisation, response.organisation_id)
        [found] = await _given(tx, [response], house.timezone)
        return found


async def _unfinished(tx: Transaction, programme_id: UUID, person_id: UUID) -> Response | None:
    mine = await tx.training.feedback(KEY, programme_id, person_id=person_id)
    return next((one for one in mine if one.open), None)


async def _given(
    tx: Transaction, responses: Sequence[Response], zone: str
) -> list[Given]:
    names = await tx.people.names({one.person_id for one in responses})
    found = []
    for one in responses:
        questionnaire = await tx.surveys.version(one.questionnaire_id)
        answers = one.counted(questionnaire)
        assert one.finished_at is not None
        found.append(
            Given(
                response_id=one.id,
                on=moments.local(one.finished_at, zone).date(),
                today=moments.local(tx.now, zone).date(),
                by=names.get(one.person_id, ""),
                sums=tuple(_sums(questionnaire, answers)),
                questionnaire=questionnaire,
                answers=answers,
            )
        )
    return found


def _sums(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> list[Sum]:
    found = []
    for key, title in questionnaire.scales:
        points = most = 0.0
        for item in questionnaire.items_of(key):
            span, score = span_of(item.kind), item.score(answers.get(item.key))
            if span is not None and score is not None:
                points, most = points + score - span[0], most + span[1] - span[0]
        if most:
            found.append(Sum(title, round(points), round(most)))
    return found

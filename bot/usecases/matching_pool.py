"""Whom matching sees: approved people who are cleared, with what their forms say."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.matching import Candidate, Facts
from bot.domain.pairs import OPEN, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import LEARNER, Profile
from bot.domain.programmes import Programme
from bot.domain.responses import Response
from bot.storage.database import Transaction
from bot.usecases.clearance import standings

ENDED = (PairState.DECLINED, PairState.CLOSED)
MOST_CANDIDATES = 600  # of each side, those who have waited longest first


@dataclass(frozen=True)
class Pool:
    """Everybody who could be matched now, and what the rules know beside them."""

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    facts: Facts
    names: dict[UUID, str]  # by person


async def people_to_match(tx: Transaction, programme: Programme, profile: Profile) -> Pool:
    """Approved people who are cleared; a handful of queries whatever their number."""
    approved = await tx.participations.in_state(
        programme.id,
        ParticipationState.APPROVED,
        roles=(Role.MENTEE, Role.MENTOR),
        limit=2 * MOST_CANDIDATES,
    )
    person_ids = {p.person_id for p in approved}
    people = await tx.people.many(person_ids)
    forms = await tx.participations.forms_of(approved)
    known = await standings(tx, approved, profile)
    open_pairs = await tx.pairs.of_programme(programme.id, OPEN)
    ended = await tx.pairs.of_programme(programme.id, ENDED)
    busy = {pair.mentee_participation_id for pair in open_pairs}
    tried: dict[UUID, set[UUID]] = {}
    for pair in ended:
        tried.setdefault(pair.mentee_id, set()).add(pair.mentor_id)
        tried.setdefault(pair.mentor_id, set()).add(pair.mentee_id)
    mentees, mentors = [], []
    for participation in approved:
        person, form = people[participation.person_id], forms.get(participation.id)
        if form is None or not known[participation.id].cleared:
            continue
        questionnaire = await tx.surveys.version(form.questionnaire_id)
        load = sum(pair.mentor_participation_id == participation.id for pair in open_pairs)
        declined = frozenset(tried.get(person.id, ()))
        answers = form.counted(questionnaire)
        if participation.role is Role.MENTOR:
            mentors.append(_candidate(participation, person, answers, load, declined))
        elif participation.id not in busy:
            mentees.append(_candidate(participation, person, answers, 0, declined))
    wards = await tx.people.guarded_pairs([m.person_id for m in mentees])
    return Pool(
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        facts=Facts(wards=frozenset(wards), helps=profile.helps),
        names={id_: person.name or "—" for id_, person in people.items()},
    )


def _candidate(
    participation: Participation,
    person: Person,
    answers: dict[str, Any],
    load: int,
    declined: frozenset[UUID],
) -> Candidate:
    def chosen(key: str) -> tuple[str, ...]:
        return tuple((answers.get(key) or {}).get("options", ()))

    return Candidate(
        participation_id=participation.id,
        person_id=person.id,
        organisation_id=participation.organisation_id,
        kind=answers.get("kind", LEARNER),
        birth_year=person.birth_year,
        needs=chosen("needs"),
        own_need=(answers.get("needs") or {}).get("own"),
        competences=frozenset(chosen("competences")),
        interests=frozenset(chosen("interests")),
        slots=frozenset(chosen("free_time")),
        formats=frozenset(chosen("formats")),
        capacity=int(answers.get("capacity", 1)),
        load=load,
        declined_with=declined,
    )


async def free_slots(tx: Transaction, participation_id: UUID) -> frozenset[str]:
    """The weekly times somebody named in the intake form."""
    participation = await tx.get(Participation, participation_id)
    if participation.response_id is None:
        return frozenset()
    response = await tx.get(Response, participation.response_id)
    questionnaire = await tx.surveys.version(response.questionnaire_id)
    chosen = response.counted(questionnaire).get("free_time") or {}
    return frozenset(chosen.get("options", ()))

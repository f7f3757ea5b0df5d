"""Proposals of pairs for the curator, and her decision.

Nothing goes to anybody before she approves.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone, PairNotPossible
from bot.domain.matching import (
    Candidate,
    Draft,
    Facts,
    Problem,
    Proposal,
    Tuning,
    fitting_form,
    judge,
    last_obstacle,
    ranked,
)
from bot.domain.notice_kinds import plan
from bot.domain.pairs import OPEN, Pair, PairState, proposal_expiry
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import LEARNER, Form, Profile
from bot.domain.programmes import Programme
from bot.domain.responses import Response
from bot.domain.spoken import Phrase
from bot.solving.draft import best
from bot.storage.database import Database, Transaction
from bot.usecases.clearance import standings

Run = Callable[..., Awaitable[Draft]]
ENDED = (PairState.DECLINED, PairState.CLOSED)
MOST_CANDIDATES = 600  # of each side, those who have waited longest first
REMIND_BEFORE_EXPIRY_DAYS = 3


@dataclass(frozen=True)
class Pool:
    """Everybody who could be matched now, and what the rules know beside them."""

    mentees: tuple[Candidate, ...]
    mentors: tuple[Candidate, ...]
    facts: Facts
    names: dict[UUID, str]  # by person


@dataclass(frozen=True)
class ProposalLine:
    mentee_id: UUID  # participation ids
    mentor_id: UUID
    mentee: str
    mentor: str
    form: str
    score: int
    reasons: tuple[dict[str, Any], ...]
    lacks: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class LeftLine:
    mentee: str
    rule: str


@dataclass(frozen=True)
class Proposals:
    lines: tuple[ProposalLine, ...]
    left: tuple[LeftLine, ...]
    mentees: int
    mentors: int
    places: int


async def proposals(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, run: Run
) -> Proposals:
    """The best set of pairs, best fit first, and who is left over by which rule.

    `run` does heavy work beside the bot: the worker process.
    """
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        pool = await _pool(tx, programme, profile)
    problem = Problem(
        mentees=pool.mentees,
        mentors=pool.mentors,
        forms=_forms(programme, profile),
        facts=pool.facts,
        tuning=Tuning.of(programme.matching),
    )
    draft = await run(best, problem)
    return Proposals(
        lines=tuple(_line(p, pool.names) for p in draft.proposals),
        left=tuple(LeftLine(pool.names[one.mentee.person_id], one.rule) for one in draft.left_over),
        mentees=len(pool.mentees),
        mentors=len(pool.mentors),
        places=sum(max(m.capacity - m.load, 0) for m in pool.mentors),
    )


async def alternatives(
    db: Database, actor: Actor, *, programme_id: UUID, mentee_id: UUID, profile: Profile, most: int
) -> list[ProposalLine]:
    """Every mentor the rules allow for one mentee (a participation id), best first."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        pool = await _pool(tx, programme, profile)
    mentee = next((m for m in pool.mentees if m.participation_id == mentee_id), None)
    if mentee is None:
        raise Gone
    found = ranked(
        mentee,
        pool.mentors,
        forms=_forms(programme, profile),
        facts=pool.facts,
        tuning=Tuning.of(programme.matching),
    )
    return [_line(p, pool.names) for p in found[:most]]


async def approve(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    mentee_id: UUID,
    mentor_id: UUID,
    profile: Profile,
) -> UUID:
    """Send the proposal to both. Rules are checked again: somebody may have been faster.

    Raises `PairNotPossible` with the rule, `Gone` when one of them is not free any more.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        sides = [await tx.get(Participation, id_) for id_ in sorted((mentee_id, mentor_id))]
        await tx.people.lock([p.person_id for p in sides])
        for known in await tx.pairs.of_programme(programme_id, (PairState.PROPOSED,)):
            same = known.mentee_participation_id, known.mentor_participation_id
            if same == (mentee_id, mentor_id):  # a second press
                return known.id
        pool = await _pool(tx, programme, profile)
        mentee = next((m for m in pool.mentees if m.participation_id == mentee_id), None)
        mentor = next((m for m in pool.mentors if m.participation_id == mentor_id), None)
        if mentee is None or mentor is None:
            raise Gone
        forms, tuning = _forms(programme, profile), Tuning.of(programme.matching)
        form = fitting_form(mentee, mentor, forms, pool.facts, tuning)
        if form is None:
            rule = last_obstacle(mentee, [mentor], forms, pool.facts, tuning)
            raise PairNotPossible(rule=Phrase(rule))
        judged = judge(mentee, mentor, form, pool.facts, tuning)
        pair = Pair(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            form=form.key,
            mentee_participation_id=mentee_id,
            mentor_participation_id=mentor_id,
            mentee_id=mentee.person_id,
            mentor_id=mentor.person_id,
            proposed_at=tx.now,
            proposed_by=actor.person_id,
            expires_at=proposal_expiry(tx.now, profile.proposal_days),
            score=judged.score,
            reasons=[r.as_dict() for r in judged.reasons],
        )
        tx.add(pair)
        both = (pair.mentee_id, pair.mentor_id)
        remind_at = proposal_expiry(
            tx.now, max(profile.proposal_days - REMIND_BEFORE_EXPIRY_DAYS, 1)
        )
        await tx.notices.plan(
            *(
                plan(
                    kind,
                    to=to,
                    subject=pair.id,
                    organisation_id=pair.organisation_id,
                    due_at=due_at,
                    useful_until=pair.expires_at,
                )
                for kind, due_at in (
                    ("pair-proposed", tx.now),
                    ("pair-answer-reminder", remind_at),
                )
                for to in both
            )
        )
        return pair.id


def _forms(programme: Programme, profile: Profile) -> tuple[Form, ...]:
    return tuple(form for form in profile.forms if form.key in programme.forms)


def _line(proposal: Proposal, names: dict[UUID, str]) -> ProposalLine:
    return ProposalLine(
        mentee_id=proposal.mentee.participation_id,
        mentor_id=proposal.mentor.participation_id,
        mentee=names[proposal.mentee.person_id],
        mentor=names[proposal.mentor.person_id],
        form=proposal.form.key,
        score=proposal.score,
        reasons=tuple(r.as_dict() for r in proposal.reasons),
        lacks=tuple(r.as_dict() for r in proposal.lacks),
    )


async def _pool(tx: Transaction, programme: Programme, profile: Profile) -> Pool:
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

"""Proposals of pairs for the curator, and her decision.

Nothing goes to anybody before she approves.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone, PairNotPossible
from bot.domain.matching import (
    Draft,
    Problem,
    Proposal,
    fitting_form,
    judge,
    last_obstacle,
    ranked,
)
from bot.domain.pairs import PairState
from bot.domain.participations import Participation
from bot.domain.profile import Form, Profile
from bot.domain.programmes import Programme
from bot.domain.spoken import Phrase
from bot.solving.draft import best
from bot.storage.database import Database
from bot.usecases.matching_pool import people_to_match
from bot.usecases.proposing import send

Run = Callable[..., Awaitable[Draft]]


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
        pool = await people_to_match(tx, programme, profile)
    problem = Problem(
        mentees=pool.mentees,
        mentors=pool.mentors,
        forms=forms_of(programme, profile),
        facts=pool.facts,
        tuning=profile.matching.tuned(programme.matching),
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
        pool = await people_to_match(tx, programme, profile)
    mentee = next((m for m in pool.mentees if m.participation_id == mentee_id), None)
    if mentee is None:
        raise Gone
    found = ranked(
        mentee,
        pool.mentors,
        forms=forms_of(programme, profile),
        facts=pool.facts,
        tuning=profile.matching.tuned(programme.matching),
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
        pool = await people_to_match(tx, programme, profile)
        mentee = next((m for m in pool.mentees if m.participation_id == mentee_id), None)
        mentor = next((m for m in pool.mentors if m.participation_id == mentor_id), None)
        if mentee is None or mentor is None:
            raise Gone
        forms, tuning = forms_of(programme, profile), profile.matching.tuned(programme.matching)
        form = fitting_form(mentee, mentor, forms, pool.facts, tuning)
        if form is None:
            rule = last_obstacle(mentee, [mentor], forms, pool.facts, tuning)
            raise PairNotPossible(rule=Phrase(rule))
        judged = judge(mentee, mentor, form, pool.facts, tuning)
        pair = await send(tx, programme, judged, profile, by=actor.person_id)
        return pair.id


def forms_of(programme: Programme, profile: Profile) -> tuple[Form, ...]:
    """With the roles in use: among equals a mentor may be the younger one."""
    return tuple(
        form.with_variants(programme.variants.get(form.key, ()))
        for form in profile.forms
        if form.key in programme.forms
    )


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

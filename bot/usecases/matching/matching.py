"""The curator approves one pair beside the runs; which forms a programme matches in."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone, PairNotPossible
from bot.domain.matching import (
    Candidate,
    Facts,
    Proposal,
    Tuning,
    fitting_form,
    judge,
    last_obstacle,
)
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import Participation
from bot.domain.profile import Form, Profile
from bot.domain.programmes import Programme
from bot.domain.spoken import Phrase
from bot.storage.database import Database, Transaction
from bot.usecases.matching.pool import people_to_match
from bot.usecases.pairs.proposing import send


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
        pool = await people_to_match(tx, programme, profile, only=(mentee_id, mentor_id))
        mentee = next((m for m in pool.mentees if m.participation_id == mentee_id), None)
        mentor = next((m for m in pool.mentors if m.participation_id == mentor_id), None)
        if mentee is None or mentor is None:
            raise Gone
        tuning = profile.matching.tuned(programme.matching)
        found = possible(mentee, mentor, forms_of(programme, profile), pool.facts, tuning)
        group = await _group(tx, mentee, mentor)
        pair = await send(
            tx,
            programme,
            found,
            profile,
            by=actor.person_id,
            group_id=group.group_id if group else None,
            slot=group.slot if group else None,
        )
        return pair.id


async def _group(tx: Transaction, mentee: Candidate, mentor: Candidate) -> Pair | None:
    """Who gets another mentor stays in the group, which then has two; if it is still there, and

    the new mentor is free at its hour.
    """
    left = await tx.pairs.left_group(mentee.participation_id)
    if left is None or left.group_id is None or left.slot not in mentor.slots:
        return None
    return left if await tx.pairs.of_group(left.group_id) else None


def possible(
    mentee: Candidate, mentor: Candidate, forms: Sequence[Form], facts: Facts, tuning: Tuning
) -> Proposal:
    """The two in the first form that fits. Raises `PairNotPossible` with the rule."""
    form = fitting_form(mentee, mentor, forms, facts, tuning)
    if form is None:
        rule = last_obstacle(mentee, [mentor], forms, facts, tuning)
        raise PairNotPossible(rule=Phrase(of_two(rule)))
    return judge(mentee, mentor, form, facts, tuning)


def of_two(rule: str) -> str:
    """The words of a rule where one mentee and one mentor are meant, not all who are left."""
    return f"two-{rule}"


def forms_of(programme: Programme, profile: Profile) -> tuple[Form, ...]:
    """With the roles in use: among equals a mentor may be the younger one."""
    return tuple(
        form.with_variants(programme.variants.get(form.key, ()))
        for form in profile.forms
        if form.key in programme.forms
    )

"""Leaving an organisation: everything planned for the person ends in one transaction."""

from uuid import UUID

from bot.domain.access import Role
from bot.domain.notice_kinds import plan, plan_each
from bot.domain.pairs import CONSENT_WITHDRAWN
from bot.domain.participations import Participation, ParticipationState
from bot.storage.database import Transaction
from bot.usecases.pairs.calling_off import call_off

_LEFT = frozenset({Role.MENTEE, Role.MENTOR, Role.ALUMNUS})


async def leave(tx: Transaction, person_id: UUID, organisation_id: UUID, *, by: UUID) -> None:
    """Out of every programme of the house: consents closed, pairs closed, letters gone.

    `by`: the person, or who answers for a minor. Who is not there any more leaves no trace: a
    second press tells nobody anything.
    """
    left: list[Participation] = []
    subjects = {person_id}  # what was said about the person: a consent asked for
    for participation in await tx.participations.of_person(person_id):
        if participation.organisation_id != organisation_id:
            continue
        subjects.add(participation.id)
        if participation.state is not ParticipationState.WITHDRAWN:
            participation.withdraw(tx.now)
            left.append(participation)
    ended = []
    for pair in await tx.pairs.of_person(person_id):
        if pair.organisation_id == organisation_id:
            pair.close(CONSENT_WITHDRAWN, tx.now)
            ended.append(pair)
            subjects |= {pair.id, *await call_off(tx, pair)}
    for response in await tx.surveys.of_person(person_id):
        if response.organisation_id == organisation_id and response.close(tx.now):
            subjects.add(response.id)
    for membership in await tx.people.memberships_of(person_id):
        if membership.organisation_id == organisation_id and membership.role in _LEFT:
            membership.ended_at = tx.now
    await tx.efforts.leave_board([one.id for one in left])
    if left or ended:
        await tx.notices.silence(subjects)
        await tx.notices.forget_to(person_id, organisation_id)
    await tx.tickets.close_of(person_id, organisation_id, tx.now)
    await tx.consents.close_all(person_id, organisation_id, now=tx.now, by=by)
    for pair in ended:
        await tx.notices.plan(
            plan(
                "pair-not-formed",
                to=pair.partner(person_id),
                subject=pair.id,
                organisation_id=organisation_id,
                due_at=tx.now,
            )
        )
    for participation in left:
        await _tell_curators(tx, participation)


async def _tell_curators(tx: Transaction, participation: Participation) -> None:
    curators = await tx.people.in_charge(
        participation.organisation_id, participation.programme_id
    )
    await tx.notices.plan(
        *plan_each(
            "consent-withdrawn",
            to=curators,
            subject=participation.id,
            organisation_id=participation.organisation_id,
            due_at=tx.now,
        )
    )

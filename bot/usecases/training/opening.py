"""When a mentor may learn, and what is said to who does not: a letter, two nudges, then silence."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.notice_kinds import plan, plan_about
from bot.domain.participations import Participation, ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.selection import Stage
from bot.domain.training import Module, course
from bot.storage.database import Transaction

OPEN, NUDGE, REMINDER = "training-open", "training-nudge", "training-reminder"
NUDGE_AFTER = (3, 10)  # days without progress
NUDGE_AT = time(16)
LEARNERS = frozenset(
    {ParticipationState.APPLIED, ParticipationState.APPROVED, ParticipationState.RESERVE}
)


def may_learn(participation: Participation) -> bool:
    """From the application on: who waits for a check or an interview may learn meanwhile."""
    return participation.role is Role.MENTOR and participation.state in LEARNERS


async def opened(tx: Transaction, participation: Participation) -> None:
    """Training is the next step of this mentor: say so, once."""
    if participation.training_open_at is not None or not may_learn(participation):
        return
    participation.training_open_at = tx.now
    await tx.notices.plan(*plan_about(OPEN, [participation], due_at=tx.now))
    await plan_nudges(tx, participation)


async def plan_nudges(tx: Transaction, participation: Participation) -> None:
    """From today on it is counted anew how long nothing was learned."""
    if participation.stage is Stage.TRAINED:
        return
    house = await tx.get(Organisation, participation.organisation_id)
    await tx.notices.replan(
        participation.id,
        (NUDGE,),
        [
            plan(
                NUDGE,
                to=participation.person_id,
                subject=participation.id,
                organisation_id=house.id,
                due_at=_in_days(tx.now, days, house.timezone),
            )
            for days in NUDGE_AFTER
        ],
    )


async def forget_nudges(tx: Transaction, participation: Participation) -> None:
    await tx.notices.forget(participation.id, (OPEN, NUDGE, REMINDER))


def _in_days(now: datetime, days: int, zone: str) -> datetime:
    day = moments.local(now, zone).date() + timedelta(days=days)
    return moments.instant(day, NUDGE_AT, zone)


async def courses(
    tx: Transaction, found: Sequence[Participation], profile: Profile
) -> Mapping[UUID, tuple[Module, ...]]:
    """What each of these mentors learns: by the forms of the programme and what they are."""
    programmes = {id_: await tx.get(Programme, id_) for id_ in {p.programme_id for p in found}}
    kinds = await _kinds(tx, found)
    return {
        one.id: course(
            profile.training,
            forms=[
                form.key
                for form in profile.forms
                if form.key in programmes[one.programme_id].forms
                and kinds[one.id] in form.mentor_kinds
            ],
        )
        for one in found
    }


async def _kinds(tx: Transaction, found: Sequence[Participation]) -> dict[UUID, str | None]:
    """Who came before it was kept has said it in the form."""
    forms = await tx.participations.forms_of([p for p in found if p.kind is None])
    said = {id_: response.answers.get("kind") for id_, response in forms.items()}
    return {p.id: p.kind or said.get(p.id) for p in found}

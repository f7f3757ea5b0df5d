"""Who may answer: the person; for somebody without an account here, the team, as it was said.

Only where the team has entered that person itself, the person's consent is there on paper, and no
account has come since: then the person speaks for themselves. What the team has answered names who
wrote it down.
"""

from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NotAllowed
from bot.domain.pairs import Pair
from bot.domain.participations import Participation, ParticipationState
from bot.domain.responses import Response
from bot.storage.database import Transaction

_NOT_AGREED = frozenset({ParticipationState.CONSENT, ParticipationState.WITHDRAWN})


async def must_fill(tx: Transaction, actor: Actor, participation: Participation) -> None:
    """Raises `NotAllowed`, or `InArchive` when only that forbids it."""
    try:
        actor.must(May.FILL_APPLICATION, participation)
    except NotAllowed:
        await _must_speak_for(tx, actor, participation)


async def must_speak_for(tx: Transaction, actor: Actor, participation_id: UUID | None) -> None:
    """Raises `NotAllowed`."""
    if participation_id is None:
        raise NotAllowed
    await _must_speak_for(tx, actor, await tx.get(Participation, participation_id))


async def who_answers(
    tx: Transaction, actor: Actor, pair: Pair, participation_id: UUID | None
) -> tuple[UUID, UUID | None]:
    """Of a pair: whose the answer is, and who of the team enters it. Raises `NotAllowed`.

    `participation_id`: for which side the team speaks; None: the actor is one of the two.
    """
    person_id = await who_acts(tx, actor, pair, May.ANSWER_PROPOSAL, participation_id)
    return person_id, actor.person_id if participation_id is not None else None


async def who_acts(
    tx: Transaction, actor: Actor, pair: Pair, right: May, participation_id: UUID | None
) -> UUID:
    """Which of the two does it: the actor by this right, or the one the team speaks for.

    Raises `NotAllowed`.
    """
    if participation_id is None:
        actor.must(right, pair)
        return actor.person_id
    if participation_id not in pair.participations:
        raise NotAllowed
    participation = await tx.get(Participation, participation_id)
    await _must_speak_for(tx, actor, participation)
    return participation.person_id


async def must_answer_survey(tx: Transaction, actor: Actor, response: Response) -> None:
    """Raises `NotAllowed`, or `InArchive` when only that forbids it."""
    if response.role is Role.CURATOR and response.person_id == actor.person_id:
        actor.must(May.ASSESS, response)
        return
    try:
        actor.must(May.ANSWER_SURVEY, response)
    except NotAllowed:
        if response.programme_id is None:
            raise
        for one in await tx.participations.of_person(response.person_id):
            if one.programme_id == response.programme_id and one.entered_by is not None:
                await _must_speak_for(tx, actor, one)
                return
        raise


async def _must_speak_for(tx: Transaction, actor: Actor, participation: Participation) -> None:
    actor.must(May.ENTER_PARTICIPANTS, participation)
    if participation.entered_by is None or participation.state in _NOT_AGREED:
        raise NotAllowed
    if await tx.bases.has_account(participation.person_id):
        raise NotAllowed

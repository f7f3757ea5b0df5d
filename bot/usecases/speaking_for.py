"""Who may fill in a form: its person; for somebody without an account here, the team.

Only where the team has entered that person itself, the person's consent is there on paper, and no
account has come since: then the person speaks for themselves.
"""

from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import NotAllowed
from bot.domain.participations import Participation, ParticipationState
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


async def _must_speak_for(tx: Transaction, actor: Actor, participation: Participation) -> None:
    actor.must(May.ENTER_PARTICIPANTS, participation)
    if participation.entered_by is None or participation.state in _NOT_AGREED:
        raise NotAllowed
    if await tx.bases.has_account(participation.person_id):
        raise NotAllowed

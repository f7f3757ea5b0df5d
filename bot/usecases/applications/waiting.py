"""Nobody waits silently: after 14 days in a queue a person hears how things stand.

So does the curator, and both again every 14 days. In a queue are: who waits for a guardian's
consent, for the team, or as an approved mentee for a mentor.
"""

from datetime import datetime, time, timedelta

from bot.domain import moments
from bot.domain.notice_kinds import plan
from bot.domain.participations import Participation, ParticipationState
from bot.storage.database import Database

PATIENCE = timedelta(days=14)
ROUNDS = 12  # half a year; whoever waits longer has been told often enough
TOLD_AT = time(10)
_LATE = timedelta(days=2)  # a bot that stood still catches up with this much


def waits_since(participation: Participation) -> datetime:
    if participation.state is ParticipationState.GUARDIAN:
        return participation.created_at
    approved = participation.state is ParticipationState.APPROVED
    since = participation.decided_at if approved else participation.applied_at
    return since or participation.created_at


async def plan_news(db: Database) -> int:
    """Plan what is to be said about those who wait; how many do. Twice is as good as once.

    The moment follows from when they began to wait: so nobody is told twice in a round.
    """
    async with db.transaction(effect=False) as tx:
        homes = {programme.id: house for programme, house in await tx.programmes.every()}
        found = await tx.queue.waiting_for(
            list(homes), tx.now, every=PATIENCE, times=ROUNDS, within=_LATE
        )
        curators = await tx.people.in_charge_by_programme() if found else {}
        planned = []
        for one in found:
            since, zone = waits_since(one), homes[one.programme_id].timezone
            passed = since + (tx.now - since) // PATIENCE * PATIENCE
            told = [("queue-news", one.person_id, one.id)]
            told += [
                ("queue-reminder", curator, one.programme_id)
                for curator in curators.get(one.programme_id, ())
            ]
            at = moments.instant(moments.local(passed, zone).date(), TOLD_AT, zone)
            planned += [
                plan(kind, to=to, subject=subject, organisation_id=one.organisation_id, due_at=at)
                for kind, to, subject in told
            ]
        await tx.notices.plan(*planned)
        return len(found)

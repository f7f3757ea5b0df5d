"""Shortcuts to a pair that has got to know each other, and to one that says goodbye."""

from datetime import date, timedelta
from uuid import UUID

from bot.domain.moments import local
from bot.domain.pairs import Event, Pair
from bot.usecases.monitoring import surveys
from bot.usecases.pairs import goodbyes, plans
from tests.village import ZONE, Curator, Member, Village

ANSWERS = {"useful": "9", "comfort": "10", "glad": "yes", "recommend": "8"}


def today(village: Village) -> date:
    return local(village.wall(), ZONE).date()


async def confirmed(village: Village, pair_id: UUID) -> None:
    """They have met twice, and both want to go on."""
    async with village.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for event in (Event.INTRO_HELD, Event.TRIAL_HELD, Event.CONFIRM):
            assert pair.moved(event, tx.now) is not None


async def sets_goal(
    village: Village, who: Member, pair_id: UUID, title: str = "Сдать физику", days: int = 30
) -> UUID:
    return await plans.add_goal(
        village.db,
        await village.actor(who),
        pair_id=pair_id,
        title=title,
        measure="Пять подряд",
        due_on=today(village) + timedelta(days=days),
    )


async def parts(
    village: Village, who: Member | Curator, pair_id: UUID, days: int = 7
) -> None:
    await goodbyes.begin(
        village.db,
        await village.actor(who),
        pair_id=pair_id,
        last_on=today(village) + timedelta(days=days),
    )


async def says_how_it_went(village: Village, who: Member, pair_id: UUID) -> None:
    me = await village.actor(who)
    response_id = await goodbyes.questionnaire(
        village.db, me, pair_id=pair_id, profile=village.profile
    )
    await village.answers(who, response_id, ANSWERS)
    seen = await surveys.screen(village.db, me, response_id=response_id)
    assert seen.item is None

"""A group at work: one mentor, and pupils who share a `group_id`."""

from uuid import UUID

from bot.domain.access import Role
from bot.domain.ids import new_id
from bot.domain.pairs import Pair
from bot.storage.database import Database
from tests.village import Curator, Member, Village

NAMES = ("Дима Орлов", "Соня Гусева", "Катя Лис", "Ваня Ким")


async def together(db: Database, pair_ids: list[UUID]) -> UUID:
    """These pairs are of one group."""
    group_id = new_id()
    async with db.transaction() as tx:
        for pair_id in pair_ids:
            (await tx.get(Pair, pair_id)).group_id = group_id
    return group_id


async def group(
    village: Village, anna: Curator, size: int = 3
) -> tuple[Member, list[Member], list[UUID]]:
    """The mentor, the mentees and their pairs."""
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "6"})
    mentees = [await village.joins(anna, Role.MENTEE, name=name) for name in NAMES[:size]]
    pairs = [await village.pair(anna, one, igor) for one in mentees]
    await together(village.db, pairs)
    return igor, mentees, pairs

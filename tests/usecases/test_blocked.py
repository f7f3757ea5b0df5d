"""Whom no letter reaches: the curator sees who has stopped the bot, since when, what they miss."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import NotAllowed
from bot.domain.notices import UNREACHABLE, NoticeState
from bot.storage.tables import notices
from bot.usecases import people
from bot.usecases.bases import bases
from bot.usecases.monitoring import blocked, digests
from bot.usecases.monitoring.blocked import Blocked
from tests.village import MESSENGER, Curator, Village


async def stops(village: Village, account: int, *, back: bool = False) -> None:
    await people.heard_from(
        village.db, messenger=MESSENGER, address=str(account), reachable=back
    )


async def fails(village: Village, to: UUID, kind: str) -> None:
    """The letters of the kind come back."""
    async with village.db.statements() as connection:
        await connection.execute(
            notices.update()
            .where(notices.c.to == to, notices.c.kind == kind)
            .values(state=NoticeState.FAILED, reason=UNREACHABLE, settled_at=village.wall())
        )


async def seen(village: Village, anna: Curator) -> tuple[Blocked, ...]:
    actor = await village.actor(anna)
    found = await blocked.listed(village.db, actor, programme_id=anna.programme_id)
    told = await digests.digest(
        village.db, actor, programme_id=anna.programme_id, profile=village.profile
    )
    assert told.blocked == len(found.people)
    return found.people


async def test_who_stopped_the_bot_is_named_with_what_they_miss(village: Village) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.pair(anna, dima, igor)
    await fails(village, dima.person_id, "pair-active")  # long before: no part of what is missed
    village.later(days=3)
    await stops(village, dima.account)
    village.later(hours=2)
    await village.offers(igor, pair_id, village.wall() + timedelta(days=2))
    await fails(village, dima.person_id, "meeting-offered")
    [one] = await seen(village, anna)
    assert (one.participation_id, one.name) == (dima.participation_id, "Дима")
    assert (one.guardian, one.missed) == (False, (("meeting", 1),))
    assert one.since == village.wall().date()
    assert await seen(village, boris) == ()
    card = await bases.card(
        village.db, await village.actor(anna), participation_id=dima.participation_id
    )
    assert (card.here, card.lost) == (True, True)
    with pytest.raises(NotAllowed):
        await blocked.listed(
            village.db, await village.actor(igor), programme_id=anna.programme_id
        )
    await stops(village, dima.account, back=True)
    assert await seen(village, anna) == ()


async def test_a_guardian_is_named_with_the_child_and_who_was_lost_last_comes_first(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.minor(anna, name="Лена")
    guardian = await village.guardian(lena, name="Ольга")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    await stops(village, guardian)
    village.later(hours=1)
    await stops(village, igor.account)
    found = await seen(village, anna)
    assert [(one.name, one.guardian, one.ward) for one in found] == [
        ("Игорь", False, None),
        ("Ольга", True, "Лена"),
    ]
    assert found[1].participation_id == lena.participation_id

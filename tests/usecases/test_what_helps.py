"""What is gathered of pairs to see what helps them live."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import NotAllowed
from bot.domain.pairs import Pair
from bot.usecases.consents import erasure
from bot.usecases.monitoring import what_helps
from bot.usecases.pairs import desk, ending, ratings
from tests.village import Village


async def test_every_pair_that_began_is_known_with_its_days_its_end_and_its_ratings(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = [await village.joins(anna, role) for role in (Role.MENTEE, Role.MENTOR)]
    lena, oleg = [await village.joins(anna, role) for role in (Role.MENTEE, Role.MENTOR)]
    lasting, ended = [
        await village.pair(anna, *two) for two in ((dima, igor), (lena, oleg))
    ]
    proposed = await village.joins(anna, Role.MENTEE)
    await village.proposes(anna, proposed, igor)
    curator = await village.actor(anna)
    village.wall.move(timedelta(days=20))
    await ending.end(village.db, curator, pair_id=ended, reason="not-a-match")
    village.wall.move(timedelta(days=15))
    for member, rating in ((dima, 4), (igor, 9), (dima, 8)):
        await ratings.rate(
            village.db, await village.actor(member), pair_id=lasting, rating=rating
        )

    known = await what_helps.lives(
        village.db, curator, programme_id=anna.programme_id, profile=village.profile
    )
    by_days = sorted(known.pairs, key=lambda pair: pair.days)
    assert [(round(pair.days), pair.ended, pair.content) for pair in by_days] == [
        (20, True, None),
        (35, False, True),
    ]
    async with village.db.reading() as tx:
        score = (await tx.get(Pair, lasting)).score
    assert by_days[1].traits["score"] == score / 10
    assert by_days[1].traits["first-soon"] == 0
    assert known.weights["slot"]

    for stranger in (dima, igor):
        with pytest.raises(NotAllowed):
            await what_helps.lives(
                village.db,
                await village.actor(stranger),
                programme_id=anna.programme_id,
                profile=village.profile,
            )


async def test_who_was_deleted_has_rated_nothing_and_stops_nothing(village: Village) -> None:
    """Bug: one person who deleted everything, and neither what helps pairs nor the pair's card
    could be opened any more."""
    anna = await village.curator()
    dima, igor = [await village.joins(anna, role) for role in (Role.MENTEE, Role.MENTOR)]
    pair_id = await village.pair(anna, dima, igor)
    curator = await village.actor(anna)
    village.wall.move(timedelta(days=35))
    for member, rating in ((dima, 4), (igor, 9)):
        await ratings.rate(
            village.db, await village.actor(member), pair_id=pair_id, rating=rating
        )
    await erasure.erase(village.db, await village.actor(dima))

    known = await what_helps.lives(
        village.db, curator, programme_id=anna.programme_id, profile=village.profile
    )
    assert [pair.content for pair in known.pairs] == [True], "the mentor's nine is what is known"
    seen = await desk.view(village.db, curator, pair_id=pair_id)
    assert [rated for _, rated in seen.ratings] == [("9",)]
    await village.letters()

"""Everybody cares for their own pairs: nobody sees others' people, and pairs come back in time."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import NotAllowed
from bot.domain.moments import local
from bot.domain.pairs import Pair
from bot.domain.plan_errors import DayIsOver
from bot.usecases.applications import queue
from bot.usecases.bases import bases
from bot.usecases.desk import finding
from bot.usecases.monitoring import blocked, digests
from bot.usecases.monitoring.digests import Digest
from bot.usecases.pairs import cards, marks, pairs
from bot.usecases.programme import programmes
from bot.usecases.team import caseloads, team
from tests.usecases.test_team import joins_team
from tests.village import ZONE, Curator, Member, Village


class Two:
    """A curator and a deputy with a pair each."""

    def __init__(self, village: Village, anna: Curator) -> None:
        self.village, self.anna = village, anna

    async def begins(self) -> "Two":
        village, anna = self.village, self.anna
        self.olga = await joins_team(village, anna, Role.DEPUTY)
        self.people: dict[str, Member] = {}
        self.pairs: list[UUID] = []
        for mentee, mentor in (("Дима", "Игорь"), ("Катя", "Марина")):
            both = [
                await village.joins(anna, Role.MENTEE, name=mentee),
                await village.joins(anna, Role.MENTOR, name=mentor),
            ]
            self.people |= {mentee: both[0], mentor: both[1]}
            self.pairs.append(await village.pair(anna, *both))
        return self

    async def entrusts(self, pair_id: UUID, who: int | Curator | Member | None) -> None:
        await caseloads.entrust(
            self.village.db, await self.village.actor(self.anna), pair_id=pair_id,
            person_id=None if who is None else (await self.village.actor(who)).person_id,
        )  # fmt: skip

    async def restricts(self, *, restricted: bool = True) -> None:
        found = await self.caseload()
        (hers,) = [one for one in found.shares if one.role is Role.DEPUTY]
        await caseloads.restrict(
            self.village.db, await self.village.actor(self.anna),
            membership_id=hers.membership_id, restricted=restricted,
        )  # fmt: skip

    async def caseload(self) -> caseloads.Caseload:
        return await caseloads.caseload(
            self.village.db, await self.village.actor(self.anna),
            programme_id=self.anna.programme_id,
        )  # fmt: skip

    async def digest(self, who: int | Curator | Member) -> Digest:
        return await digests.digest(
            self.village.db, await self.village.actor(who), programme_id=self.anna.programme_id,
            profile=self.village.profile,
        )  # fmt: skip

    async def goes(self, who: int | Curator, to: int | Curator, days: int) -> None:
        village = self.village
        await caseloads.hand_over(
            village.db, await village.actor(who), programme_id=self.anna.programme_id,
            from_id=(await village.actor(who)).person_id,
            to_id=(await village.actor(to)).person_id,
            until=local(village.wall(), ZONE).date() + timedelta(days=days),
        )  # fmt: skip


@pytest.fixture
async def two(village: Village) -> Two:
    return await Two(village, await village.curator()).begins()


def of(digest: Digest) -> set[UUID]:
    return {one.pair_id for one in digest.pairs}


async def test_a_pair_is_told_to_whoever_cares_for_it(two: Two) -> None:
    first, second = two.pairs
    assert of(await two.digest(two.anna)) == of(await two.digest(two.olga)) == {first, second}
    await two.entrusts(second, two.olga)
    assert of(await two.digest(two.olga)) == {first, second}, "nobody's are everybody's"
    told = await two.digest(two.anna)
    assert (of(told), told.colleagues) == ({first}, 1)
    async with two.village.db.reading() as tx:
        pair = await tx.get(Pair, second)
        assert await tx.team.caring_for(pair) == [(await two.village.actor(two.olga)).person_id]
    with pytest.raises(NotAllowed):
        await two.entrusts(second, two.people["Игорь"])


async def test_who_has_a_share_sees_nobody_else(two: Two) -> None:
    village, (first, second) = two.village, two.pairs
    await two.entrusts(second, two.olga)
    await two.restricts()
    olga, db = await village.actor(two.olga), village.db
    where: dict[str, Any] = {"programme_id": two.anna.programme_id}
    found = await pairs.page(db, olga, **where, profile=village.profile)
    assert [one.pair_id for one in found.lines] == [second]
    assert of(await two.digest(two.olga)) == {second}
    await cards.card(db, olga, pair_id=second, profile=village.profile)
    await marks.item(db, olga, pair_id=second, profile=village.profile)
    for refused in (
        cards.card(db, olga, pair_id=first, profile=village.profile),
        marks.item(db, olga, pair_id=first, profile=village.profile),
        queue.page(db, olga, **where, profile=village.profile),
        bases.overview(db, olga, **where),
        caseloads.entrustable(db, olga, **where),
    ):
        with pytest.raises(NotAllowed):
            await refused
    assert (await blocked.listed(db, olga, **where)).people == ()
    for words, seen in (("дима", 0), ("катя", 1)):
        found_by_name = await finding.find(db, olga, **where, words=words)
        assert (len(found_by_name.pairs), found_by_name.people) == (seen, ())
    await two.restricts(restricted=False)
    await cards.card(
        db, await village.actor(two.olga), pair_id=first, profile=village.profile
    )


async def test_who_has_a_share_reads_its_number_on_the_button(two: Two) -> None:
    """Bug: the button said 2 pairs, the list behind it had one."""
    village, where = two.village, {"programme_id": two.anna.programme_id}
    await two.entrusts(two.pairs[1], two.olga)
    await two.restricts()
    for who, number in ((two.olga, 1), (two.anna, 2)):
        actor = await village.actor(who)
        [line] = await programmes.mine(village.db, actor)
        desk = await programmes.desk(village.db, actor, **where, profile=village.profile)
        for one in (line, desk.line):
            assert (one.active_pairs, one.proposed_pairs, one.free_mentees) == (number, 0, 0)


async def test_who_has_a_mentor_elsewhere_is_not_without_one(two: Two) -> None:
    await two.entrusts(two.pairs[1], two.olga)
    assert (await two.digest(two.anna)).free_mentees == 0
    await two.restricts()
    assert (await two.digest(two.olga)).free_mentees == 0


async def test_pairs_are_handed_over_and_come_back_by_themselves(two: Two) -> None:
    village, (first, second) = two.village, two.pairs
    await two.entrusts(second, two.olga)
    await two.restricts()
    with pytest.raises(NotAllowed):
        await two.goes(two.anna, two.anna, 3)
    with pytest.raises(DayIsOver):
        await two.goes(two.anna, two.olga, -1)
    await two.goes(two.anna, two.olga, 7)
    assert of(await two.digest(two.olga)) == {first, second}
    assert of(await two.digest(two.anna)) == set()
    await cards.card(
        village.db, await village.actor(two.olga), pair_id=first, profile=village.profile
    )
    with pytest.raises(NotAllowed):
        await two.goes(two.olga, two.anna, 2)  # she is away herself
    village.later(days=7)
    assert of(await two.digest(two.olga)) == {first, second}, "the last day is one of them"
    village.later(days=1)
    assert of(await two.digest(two.olga)) == {second}
    assert of(await two.digest(two.anna)) == {first}
    with pytest.raises(NotAllowed):
        await cards.card(
            village.db, await village.actor(two.olga), pair_id=first, profile=village.profile
        )


async def test_back_early_and_a_deputy_who_leaves(two: Two) -> None:
    village, (first, second) = two.village, two.pairs
    await two.entrusts(second, two.olga)
    await two.goes(two.olga, two.anna, 20)
    assert of(await two.digest(two.anna)) == {first, second}
    (away,) = [one.away for one in (await two.caseload()).shares if one.away]
    for _ in range(2):
        await caseloads.take_back(
            village.db, await village.actor(two.anna), handover_id=away.handover_id
        )
    assert of(await two.digest(two.anna)) == {first}
    (hers,) = [one for one in (await two.caseload()).shares if one.role is Role.DEPUTY]
    await team.dismiss(
        village.db, await village.actor(two.anna), membership_id=hers.membership_id
    )
    assert of(await two.digest(two.anna)) == {first, second}
    assert (await two.caseload()).nobodys == 2


async def test_shared_pairs_are_divided_evenly(two: Two) -> None:
    shared = await caseloads.share_out(
        two.village.db, await two.village.actor(two.anna), programme_id=two.anna.programme_id
    )
    found = await two.caseload()
    assert (shared, found.nobodys) == (2, 0)
    assert [one.pairs for one in found.shares] == [1, 1]

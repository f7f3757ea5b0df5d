"""What is done from the digest is done: who, until when, and when the pair comes back."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.health import Alert, Light
from bot.domain.meetings import Receipt
from bot.domain.moments import local
from bot.domain.pair_marks import Done
from bot.domain.plan_errors import DayIsOver
from bot.usecases.consents import personal_copy
from bot.usecases.monitoring import digests
from bot.usecases.monitoring.digests import Digest
from bot.usecases.pairs import marks, meetings, pairs, ratings
from tests.village import ZONE, Curator, Member, Village

Trio = tuple[Curator, Member, Member]


@pytest.fixture
async def trio(village: Village) -> Trio:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    return anna, dima, igor


async def digest(village: Village, anna: Curator, hours: int = 1) -> Digest:
    return await digests.digest(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
        since=village.wall() - timedelta(hours=hours),
    )


async def mark(
    village: Village, who: Curator | Member, pair_id: UUID, what: Done, *, days: int = 0,
    reason: str | None = None, sides: frozenset[Role] = marks.BOTH,
) -> None:  # fmt: skip
    day = local(village.wall(), ZONE).date() + timedelta(days=days)
    await marks.mark(
        village.db, await village.actor(who), pair_id=pair_id, what=what,
        profile=village.profile, day=day if what is Done.SNOOZED else None, reason=reason,
        sides=sides,
    )  # fmt: skip


async def test_a_snoozed_pair_comes_back_on_its_day_or_when_it_is_worse(
    village: Village, trio: Trio
) -> None:
    anna = trio[0]
    pair_id = await village.pair(*trio)
    village.later(days=15)
    assert [p.pair_id for p in (await digest(village, anna)).urgent] == [pair_id]
    for _ in range(2):  # a second press
        await mark(village, anna, pair_id, Done.SNOOZED, days=3)
    seen = await digest(village, anna)
    assert (seen.urgent, seen.aside, len(seen.done)) == ((), 1, 1)
    assert (seen.done[0].what, seen.done[0].mentee) == (Done.SNOOZED, "Дима")
    village.later(days=3)
    seen = await digest(village, anna)
    assert (len(seen.urgent), seen.aside, seen.done) == (1, 0, ())
    await mark(village, anna, pair_id, Done.SNOOZED, days=30)
    assert (await digest(village, anna)).urgent == ()
    village.later(days=3)  # the silence is three weeks old: yellow has turned red
    assert [p.health.light for p in (await digest(village, anna)).urgent] == [Light.RED]


async def test_no_problem_holds_until_there_is_a_new_reason(village: Village, trio: Trio) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    village.later(days=31)
    await mark(village, anna, pair_id, Done.FINE, reason="outside")
    assert (await digest(village, anna)).urgent == ()
    for who, rating in ((dima, 9), (igor, 4)):
        await ratings.rate(
            village.db, await village.actor(who), pair_id=pair_id, rating=rating
        )
    (line,) = (await digest(village, anna)).urgent
    assert line.health.alerts == {Alert.SILENT, Alert.DIFFER}
    told = " ".join(f"{one.key} {one.args}" for one in line.health.reasons)
    assert "'count': 0" in told, "no rating is named"


async def test_a_talk_is_noted_with_its_sides_and_the_partner_learns_nothing(
    village: Village, trio: Trio
) -> None:
    anna, dima, _ = trio
    pair_id = await village.pair(*trio)
    village.later(days=22)
    await mark(village, anna, pair_id, Done.CALLED, sides=frozenset({Role.MENTEE}))
    await mark(village, anna, pair_id, Done.CALLED, sides=frozenset({Role.MENTOR}))
    seen = await digest(village, anna)
    assert [(one.what, one.sides) for one in seen.done] == [(Done.CALLED, "both")]
    item = await marks.item(
        village.db, await village.actor(anna), pair_id=pair_id, profile=village.profile
    )
    assert item.last is not None
    assert item.last.what is Done.CALLED
    copy = await personal_copy.rows(village.db, await village.actor(dima), of=dima.person_id)
    (row,) = copy["pair_marks"]
    assert row["made_by"] == "somebody else"
    assert not {"alerts", "light", "reason"} & row.keys()


async def test_what_no_button_carries_is_refused(village: Village, trio: Trio) -> None:
    anna, dima, _ = trio
    pair_id = await village.pair(*trio)
    with pytest.raises(NotAllowed):
        await mark(village, dima, pair_id, Done.FINE, reason="outside")
    with pytest.raises(Gone):
        await mark(village, anna, pair_id, Done.FINE, reason="because")
    with pytest.raises(Gone):
        await mark(village, anna, pair_id, Done.CALLED, sides=frozenset())
    with pytest.raises(DayIsOver):
        await mark(village, anna, pair_id, Done.SNOOZED)


async def test_ratings_that_differ_are_told_though_a_meeting_was_ahead(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    village.later(days=31)
    await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=2))
    village.later(days=2, hours=3)
    for who, rating in ((dima, 9), (igor, 4)):
        await ratings.rate(
            village.db, await village.actor(who), pair_id=pair_id, rating=rating
        )
    seen = await pairs.page(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip
    assert Alert.DIFFER in seen.lines[0].health.alerts


async def test_a_meeting_told_differently_is_a_sign_for_sixty_days(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    at = village.wall() + timedelta(days=1)
    meeting_id = await village.meets(dima, igor, pair_id, at)
    village.later(days=1, hours=2)
    for who, word in ((dima, Receipt.NOT_HELD), (igor, Receipt.HELD)):
        await meetings.confirm(
            village.db, await village.actor(who), meeting_id=meeting_id, receipt=word
        )
    for days, known in ((59, True), (2, False)):
        village.later(days=days)
        [shown] = (await digest(village, anna)).pairs
        assert (Alert.DISPUTED in shown.health.alerts) is known

"""A group of one mentor climbs the ladder of silence as one."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

from bot.domain.access import Role
from bot.domain.meetings import Receipt
from bot.domain.moments import local
from bot.domain.school_calendar import SpanKind
from bot.usecases.pairs import meetings, silence
from bot.usecases.programme import school_calendar
from tests.grouping import group
from tests.village import ZONE, Village

KINDS = ("pair-nudge", "pair-silent", "pair-silent-last")


async def told(village: Village) -> Counter[tuple[str, UUID]]:
    """How many letters of the ladder each person would get now; then they are said."""
    found = Counter((one.kind, one.to) for one in await village.notices(*KINDS))
    assert len(await village.letters(*KINDS)) == found.total()
    await village.said()
    return found


async def test_the_mentor_of_a_silent_group_is_asked_once_and_the_curator_told_once(
    village: Village,
) -> None:
    anna = await village.curator()
    igor, mentees, _ = await group(village, anna)
    me = (await village.actor(anna)).person_id
    await village.said()
    asked = {("pair-nudge", one.person_id): 1 for one in (igor, *mentees)}
    for days, expected in (
        (13, {}), (1, asked), (7, {("pair-silent", me): 1}), (14, asked),
        (7, {("pair-silent-last", me): 1}), (100, {}),
    ):  # fmt: skip
        village.later(days=days)
        await silence.look(village.db)
        assert await silence.look(village.db) == 0, "one look a rung"
        assert await told(village) == expected, days


async def test_the_letters_name_the_whole_group(village: Village) -> None:
    anna = await village.curator()
    igor, _, _ = await group(village, anna)
    await village.said()
    village.later(days=14)
    await silence.look(village.db)
    [nudge] = await village.letters("pair-nudge", to=igor.person_id)
    assert len(str(nudge.args["partner"]).split(", ")) == 3
    village.later(days=7)
    await silence.look(village.db)
    [alert] = await village.letters("pair-silent")
    assert sorted(str(alert.args["mentee"]).split(", ")) == [
        "Дима Орлов", "Катя Лис", "Соня Гусева",
    ]  # fmt: skip


async def test_whom_a_group_that_meets_leaves_behind_climbs_alone(village: Village) -> None:
    anna = await village.curator()
    me = (await village.actor(anna)).person_id
    igor, mentees, pairs = await group(village, anna)
    left = mentees[2].person_id
    seen: list[Counter[tuple[str, UUID]]] = []
    for _ in range(3):  # the first two meet every week, the third never does
        at = village.wall() + timedelta(days=7)
        for n in range(2):
            hour = at + timedelta(hours=2 * n)
            meeting_id = await village.meets(mentees[n], igor, pairs[n], hour)
            village.wall.set(hour + timedelta(hours=1))
            for one in (mentees[n], igor):
                await meetings.confirm(
                    village.db, await village.actor(one), meeting_id=meeting_id,
                    receipt=Receipt.HELD,
                )  # fmt: skip
        await silence.look(village.db)
        seen.append(await told(village))
    assert seen == [{}, {("pair-nudge", left): 1, ("pair-nudge", igor.person_id): 1}, {
        ("pair-silent", me): 1
    }]  # fmt: skip
    village.later(days=14)
    await silence.look(village.db)
    asked = {("pair-nudge", one.person_id): 1 for one in mentees}
    assert await told(village) == asked | {("pair-nudge", igor.person_id): 2}, "the two, the third"


async def test_holidays_are_no_silence(village: Village) -> None:
    """Ten days of them: the two weeks of the first step take twenty-four."""
    anna = await village.curator()
    dima, igor = [await village.joins(anna, role) for role in (Role.MENTEE, Role.MENTOR)]
    await village.pair(anna, dima, igor)
    await village.said()
    today = local(village.wall(), ZONE).date()
    await school_calendar.add(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        kind=SpanKind.HOLIDAYS, starts_on=today + timedelta(days=3),
        ends_on=today + timedelta(days=12),
    )  # fmt: skip
    for days, climbed in ((14, 0), (9, 0), (1, 1)):
        village.later(days=days)
        assert await silence.look(village.db) == climbed

"""A form that meets in groups: found as a group, decided as one, with one hour for all."""

from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import PairNotPossible
from bot.domain.matching.runs import LineState, MatchingRun
from bot.domain.pairs import ANOTHER, Pair, PairState
from bot.domain.spoken import Phrase
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import decisions as matching_decisions
from bot.usecases.matching import settings as matching_settings
from bot.usecases.matching import swaps as matching_swaps
from bot.usecases.pairs import desk as pair_desk
from bot.usecases.pairs import ending as pair_ending
from tests.usecases.test_matching_runs import Desk
from tests.village import Member, Village, in_place

HOURS = (["mon-16", "thu-16"], ["tue-16", "thu-16"], ["thu-16"], ["thu-16", "mon-16"])


@pytest.fixture
async def desk(village: Village) -> Desk:
    desk = Desk(village, await village.curator())
    await desk.does(
        matching_settings.group_form,
        form="employer_learner",
        profile=village.profile,
        in_groups=True,
    )
    return desk


async def four_and_a_mentor(desk: Desk) -> tuple[list[Member], Member]:
    village, anna = desk.village, desk.anna
    members = [
        await village.joins(anna, Role.MENTEE, name=f"Ученик {n}", answers={"free_time": hours})
        for n, hours in enumerate(HOURS, 1)
    ]
    leads: dict[str, str | list[str]] = {
        "capacity": "6",
        "free_time": ["mon-16", "tue-16", "thu-16"],
    }
    return members, await village.joins(anna, Role.MENTOR, name="Игорь", answers=leads)


async def test_a_group_is_one_card_and_approved_as_one(desk: Desk) -> None:
    members, leader = await four_and_a_mentor(desk)
    result = await desk.runs()
    assert (result.cards, result.left) == (1, 0)
    card = await desk.card()
    assert (card.group, card.slot, len(card.members)) == (True, "thu-16", 4)
    await desk.approves(card)
    pairs = await desk.pairs()
    assert {(one.state, one.slot) for one in pairs} == {(PairState.PROPOSED, "thu-16")}
    assert len({one.group_id for one in pairs}) == 1
    assert pairs[0].group_id is not None
    assert {one.mentor_participation_id for one in pairs} == {leader.participation_id}
    assert {one.mentee_participation_id for one in pairs} == {m.participation_id for m in members}
    await desk.undoes()
    assert await desk.pairs() == []


async def test_who_finds_no_group_hears_that_it_is_the_group(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    await four_and_a_mentor(desk)
    other_hour: dict[str, str | list[str]] = {"free_time": ["mon-16"]}
    late = await village.joins(anna, Role.MENTEE, name="Соня", answers=other_hour)
    assert (await desk.runs()).left == 1
    async with village.db.reading() as tx:
        run_id = await tx.matching.current_id(anna.programme_id)
        assert run_id is not None
        run = await tx.get(MatchingRun, run_id)
    assert [(one["mentee"], one["rule"]) for one in run.left] == [
        (str(late.participation_id), "rule-no-group")
    ]


async def test_a_locked_group_stays_when_more_people_come(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    members, leader = await four_and_a_mentor(desk)
    await desk.runs()
    line_id = (await desk.card()).members[0].line_id
    await desk.does(matching_decisions.lock, line_id=line_id, locked=True)
    another: dict[str, str | list[str]] = {"capacity": "6", "interests": ["music"]}
    await village.joins(anna, Role.MENTOR, name="Олег", answers=another)
    await desk.runs()
    assert await desk.lines() == {
        (one.participation_id, leader.participation_id): LineState.LOCKED for one in members
    }


async def test_two_mentors_of_a_group_stand_on_one_card_with_everybody_once(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    members, leader = await four_and_a_mentor(desk)
    another: dict[str, str | list[str]] = {"capacity": "6", "free_time": ["thu-16"]}
    other = await village.joins(anna, Role.MENTOR, name="Олег", answers=another)
    await desk.does(matching_settings.switch, what="second_mentor", on=True)
    assert (await desk.runs()).cards == 1
    card = await desk.card()
    assert (len(card.mentors), len(card.members)) == (2, 4)
    await desk.approves(card)
    pairs = await desk.pairs()
    assert len({one.group_id for one in pairs}) == 1
    assert {one.participations for one in pairs} == {
        frozenset({one.participation_id, mentor.participation_id})
        for one in members
        for mentor in (leader, other)
    }


async def test_who_gets_another_mentor_stays_in_the_group_which_then_has_two(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    members, _ = await four_and_a_mentor(desk)
    await desk.runs()
    await desk.approves(await desk.card())
    [group] = {one.group_id for one in await desk.pairs()}
    moved = next(p for p in await desk.pairs() if p.mentee_id == members[0].person_id)
    for one in (moved.mentee_id, moved.mentor_id):
        async with village.db.transaction() as tx:
            pair = await tx.get(Pair, moved.id)
            pair.answer(one, accepts=True, now=tx.now, cleared=True)
    me = await village.actor(anna)
    await pair_ending.end(village.db, me, pair_id=moved.id, reason=ANOTHER)
    hours: dict[str, str | list[str]] = {"capacity": "2", "free_time": ["thu-16", "mon-16"]}
    oleg = await village.joins(anna, Role.MENTOR, name="Олег", answers=hours)
    second = await village.proposes_to(anna, members[0].participation_id, oleg.participation_id)
    async with village.db.reading() as tx:
        new, old = await tx.get(Pair, second), await tx.get(Pair, moved.id)
    assert (new.group_id, new.slot) == (group, "thu-16")
    assert [one["event"] for one in old.history] == ["agree", "start", "dissolve"]
    seen = await pair_desk.view(village.db, me, pair_id=second)
    assert seen.group == (("Игорь", "Олег"), 4)


async def two_groups(desk: Desk) -> dict[int, list[UUID]]:
    """Five of whom three sit with one mentor and two with the other; who sits where, by number."""
    village, anna = desk.village, desk.anna
    await desk.does(matching_settings.group_size, smallest=2, largest=3)
    for n in range(5):
        await village.joins(
            anna, Role.MENTEE, name=f"Ученик {n}", answers={"free_time": ["thu-16"]}
        )
    for name in ("Игорь", "Олег"):
        await village.joins(
            anna, Role.MENTOR, name=name, answers={"capacity": "6", "free_time": ["thu-16"]}
        )
    assert (await desk.runs()).cards == 2
    seated: dict[UUID, list[UUID]] = {}
    for mentee, mentor in await desk.lines():
        seated.setdefault(mentor, []).append(mentee)
    return {len(some): [mentor, *some] for mentor, some in seated.items()}


async def test_one_member_moves_to_another_group_and_no_group_becomes_too_small(
    desk: Desk,
) -> None:
    groups = await two_groups(desk)
    assert sorted(groups) == [2, 3]
    (large, *three), (small, *two) = groups[3], groups[2]
    asked = {"profile": desk.village.profile, "run": in_place}
    with pytest.raises(PairNotPossible) as full:
        await desk.does(matching_swaps.swap, mentee_id=two[0], mentor_id=large, **asked)
    assert full.value.args_for_text == {"rule": Phrase("two-rule-group-too-small")}
    before = await desk.lines()
    seen = await desk.does(
        matching_swaps.what_if, mentee_id=three[0], mentor_id=small, **asked
    )
    assert (seen.joins, seen.stays, seen.others) == (3, 2, ())
    for _ in range(2):
        await desk.does(matching_swaps.swap, mentee_id=three[0], mentor_id=small, **asked)
    lines = {two_: state for two_, state in (await desk.lines()).items() if state != "dropped"}
    assert lines == {
        **{(one, small): LineState.LOCKED for one in (*two, three[0])},
        **{(one, large): LineState.PROPOSED for one in three[1:]},
    }
    cards = {len((await desk.card(place)).members) for place in (0, 1)}
    assert cards == {3, 2}
    late = await desk.village.joins(
        desk.anna, Role.MENTEE, name="Соня", answers={"free_time": ["mon-16"]}
    )
    for mentor, rule in ((small, "two-rule-group-full"), (large, "two-rule-group-hour")):
        with pytest.raises(PairNotPossible) as refused:
            await desk.does(
                matching_swaps.swap, mentee_id=late.participation_id, mentor_id=mentor, **asked
            )
        assert refused.value.args_for_text == {"rule": Phrase(rule)}
    await desk.undoes()
    assert await desk.lines() == before


async def test_a_member_may_leave_a_group_for_a_pair(desk: Desk) -> None:
    groups = await two_groups(desk)
    teacher = await desk.village.joins(
        desk.anna, Role.MENTOR, name="Учитель", answers={"kind": "teacher", "capacity": "1"}
    )
    mentee = groups[3][1]
    await desk.does(
        matching_swaps.swap,
        mentee_id=mentee,
        mentor_id=teacher.participation_id,
        profile=desk.village.profile,
        run=in_place,
    )
    lines = await desk.lines()
    assert lines[mentee, teacher.participation_id] is LineState.LOCKED
    assert lines[mentee, groups[3][0]] is LineState.DROPPED
    told = await desk.does(matching_cards.result)
    assert (told.placed, told.left, told.cards) == (5, 0, 3)

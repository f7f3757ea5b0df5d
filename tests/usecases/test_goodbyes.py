"""A good ending: the day, thanks that a curator sees first, what next, papers, one question."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.goodbyes import FollowUp, ThanksState, WhatNext
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.plan_errors import TooYoungToMentor
from bot.domain.programmes import Programme
from bot.domain.selection import Awaits, Stage
from bot.usecases.applications import selection
from bot.usecases.joining import intake
from bot.usecases.matching.pool import people_to_match
from bot.usecases.monitoring import handing_in, inviting, surveys, wave_plans
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.pairs import goodbyes, papers, partings, plans, silence, thanks, what_next
from tests.parting import confirmed, parts, says_how_it_went, sets_goal
from tests.village import Answers, Curator, Member, Village


async def test_a_goodbye_ends_when_both_are_done_and_asks_once_three_months_later(
    village: Village,
) -> None:
    db, profile = village.db, village.profile
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    pair_id = await village.pair(anna, dima, igor)
    with pytest.raises(Gone):  # they have hardly met
        await parts(village, dima, pair_id)
    await confirmed(village, pair_id)
    goal_id = await sets_goal(village, dima, pair_id)
    await plans.move_goal(db, await village.actor(igor), goal_id=goal_id, progress=100)
    await village.said()

    await parts(village, dima, pair_id, days=7)
    await parts(village, dima, pair_id, days=7)
    begun = await village.notices("goodbye-begun")
    boss = (await village.actor(anna)).person_id
    assert sorted(one.to for one in begun) == sorted((igor.person_id, boss))
    assert len(await village.letters("goodbye-begun")) == 2
    assert await thanks.write(
        db, await village.actor(dima), pair_id=pair_id, words="Спасибо! Пишите: +7 912 345-67-89"
    ) is ThanksState.PASSED  # fmt: skip
    [note] = await village.letters("thanks-passed", to=igor.person_id)
    assert note.args["words"] == "Спасибо! Пишите: …"

    for who in (dima, igor):
        await says_how_it_went(village, who, pair_id)
        await what_next.choose(
            db, await village.actor(who), pair_id=pair_id, what=WhatNext.GO_ON, profile=profile
        )
    assert await partings.end_due(db) == 0, "the last meeting is ahead"
    village.later(days=8)
    assert await partings.end_due(db) == 1
    assert await partings.end_due(db) == 0
    async with db.reading() as tx:
        assert (await tx.get(Pair, pair_id)).state is PairState.COMPLETED
    [outcome] = await village.letters("goodbye-outcome")
    assert (outcome.args["goals"], outcome.args["reached"]) == (1, 1)
    assert len(await village.letters("goodbye-over")) == 2
    for who, side in ((dima, Role.MENTEE), (igor, Role.MENTOR)):
        mine = await papers.paper(db, await village.actor(who), pair_id=pair_id)
        assert mine.side is side
    asked = await village.notices("goodbye-follow-up")
    assert {(one.due_at - village.wall()).days for one in asked} <= {90, 91}
    village.later(days=92)
    await village.goes_round()
    assert len(await village.notices("goodbye-follow-up")) == 2, "once to each"
    [letter] = await village.letters("goodbye-follow-up", to=dima.person_id)
    farewell_id = letter.buttons[0][0].subject
    await partings.follow_up(
        db, await village.actor(dima), farewell_id=farewell_id, said=FollowUp.MUCH
    )
    assert await village.letters("goodbye-follow-up", to=dima.person_id) == [], "answered"


async def test_what_one_leaves_undone_does_not_keep_the_pair_open_for_ever(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await parts(village, anna, pair_id, days=3)
    assert len(await village.notices("goodbye-day")) == 4, "twice to each"
    assert len(await village.letters("goodbye-day")) == 4
    village.later(days=3 + 14)
    assert await partings.end_due(village.db) == 0
    village.later(days=1)
    assert await partings.end_due(village.db) == 1
    assert await village.notices("goodbye-day") == []


async def test_a_note_in_which_a_minor_is_involved_is_read_by_the_curator_first(
    village: Village,
) -> None:
    db = village.db
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await village.born(dima, village.years_ago(16))
    await parts(village, anna, pair_id)
    mentor, mentee, boss = [await village.actor(who) for who in (igor, dima, anna)]
    # what the adult writes to the minor is held as well as what the minor writes
    assert await thanks.write(db, mentor, pair_id=pair_id, words="Молодец") is ThanksState.HELD
    assert await thanks.write(db, mentee, pair_id=pair_id, words="Спасибо") is ThanksState.HELD
    assert await village.notices("thanks-passed") == []
    [letter] = await village.letters("thanks-held")
    assert letter.args["count"] == 2
    seen = await goodbyes.view(db, mentee, pair_id=pair_id, profile=village.profile)
    assert seen.got is None
    held = await thanks.waiting(db, boss, programme_id=anna.programme_id)
    second, first = sorted(held.notes, key=lambda note: note.words, reverse=True)
    await thanks.look(db, boss, farewell_id=first.farewell_id, passes=True)
    await thanks.look(db, boss, farewell_id=first.farewell_id, passes=True)
    await thanks.look(db, boss, farewell_id=second.farewell_id, passes=False)
    [passed] = await village.letters("thanks-passed", to=dima.person_id)
    assert passed.args["words"] == "Молодец"
    assert len(await village.letters("thanks-returned", to=dima.person_id)) == 1
    seen = await goodbyes.view(db, mentor, pair_id=pair_id, profile=village.profile)
    assert seen.got is None, "a returned note is not read"


async def test_who_was_a_mentee_becomes_a_mentor_by_a_fast_lane_that_is_counted(
    village: Village,
) -> None:
    db, profile = village.db, village.profile
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await parts(village, anna, pair_id)
    me = await village.actor(dima)
    found = [
        await what_next.choose(
            db, me, pair_id=pair_id, what=WhatNext.BECOME_MENTOR, profile=profile
        )
        for _ in range(2)
    ]
    assert found[0] is not None
    assert found[0] == found[1], "a second press is the same application"
    me = await village.actor(dima)
    form = await intake.form_of(db, me, participation_id=found[0])
    async with db.reading() as tx:
        mentor = await tx.get(Participation, found[0])
        assert (mentor.state, mentor.mentored_in) == (ParticipationState.FORM, pair_id)
        steps = await tx.selection.steps_of(mentor.id)
        assert [one.step for one in steps] == [Stage.INTERVIEWED]
        assert await tx.goodbyes.fast_lane(anna.programme_id) == (1, 0)
    again = Member(dima.account, dima.person_id, found[0])
    given: Answers = {"hours": "up-to-4", "competences": ["drawing"], "capacity": "1"}
    await village.answers(again, form, given)  # the name, the group and the times are known
    assert await village.sends(again) is ParticipationState.APPLIED
    way = (await selection.ways(db, me, profile=profile))[found[0]]
    assert way.awaits is Awaits.TRAINING, "no interview, but the training"


async def test_who_is_too_young_is_not_asked_to_be_a_mentor(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await village.born(dima, village.years_ago(14) - timedelta(days=30))
    await parts(village, anna, pair_id)
    me = await village.actor(dima)
    seen = await goodbyes.view(village.db, me, pair_id=pair_id, profile=village.profile)
    assert not {WhatNext.BECOME_MENTOR, WhatNext.ALUMNI} & set(seen.choices)
    with pytest.raises(TooYoungToMentor):
        await what_next.choose(
            village.db, me, pair_id=pair_id, what=WhatNext.BECOME_MENTOR,
            profile=village.profile,
        )  # fmt: skip


async def test_a_pair_the_curator_completes_gets_the_same_good_end(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await village.said()
    await pair_ending.end(
        village.db, await village.actor(anna), pair_id=pair_id, reason="finished"
    )
    assert len(await village.letters("goodbye-over")) == 2
    assert await village.notices("goodbye-outcome") == [], "she did it herself"
    assert len(await village.notices("goodbye-follow-up")) == 2


async def test_who_wants_a_rest_is_proposed_to_nobody_and_waits_in_no_queue(
    village: Village,
) -> None:
    db, profile = village.db, village.profile
    anna = await village.curator()
    resting, eager = [await village.joins(anna, Role.MENTEE) for _ in range(2)]
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "3"})
    wishes = ((resting, WhatNext.REST), (eager, WhatNext.NEW_MENTOR))
    for who, what in wishes:
        pair_id = await village.pair(anna, who, igor)
        await parts(village, anna, pair_id)
        await what_next.choose(
            db, await village.actor(who), pair_id=pair_id, what=what, profile=profile
        )
        await pair_ending.end(
            db, await village.actor(anna), pair_id=pair_id, reason="finished"
        )
    async with db.reading() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        pool = await people_to_match(tx, programme, profile)
        both = [who.participation_id for who, _ in wishes]
        assert await tx.queue.alone(both) == {eager.participation_id}
    assert {one.participation_id for one in pool.mentees} == {eager.participation_id}


async def closing_wave(village: Village, anna: Curator, key: str) -> None:
    await wave_plans.switch(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key=key, on=True,
        profile=village.profile,
    )  # fmt: skip
    village.later(minutes=1)


async def asked_of(village: Village, who: Member) -> list[tuple[bool, str]]:
    """Every questionnaire that waits for somebody or is answered: of a wave?, its key."""
    async with village.db.reading() as tx:
        found = [
            (one.wave_id is not None, (await tx.surveys.version(one.questionnaire_id)).key)
            for one in await tx.surveys.of_person(who.person_id)
            if one.participation_id is None
        ]
    return sorted(found)


async def test_whom_a_closing_wave_asks_the_same_the_goodbye_does_not_ask_again(
    village: Village,
) -> None:
    """Bug: with the wave on, both asked: two letters, two questionnaires, the same scale twice."""
    db, profile = village.db, village.profile
    anna = await village.curator()
    dima, sonya = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pairs = [await village.pair(anna, one, igor) for one in (dima, sonya)]
    await closing_wave(village, anna, "mentor-after")
    await parts(village, anna, pairs[0])
    mentor, mentee = await village.actor(igor), await village.actor(dima)
    # before the clock has looked whom to ask: the press itself looks
    first = await goodbyes.questionnaire(db, mentor, pair_id=pairs[0], profile=profile)
    assert await goodbyes.questionnaire(db, mentor, pair_id=pairs[0], profile=profile) == first
    assert await asked_of(village, igor) == [(True, "mentor-after")]
    await parts(village, anna, pairs[1])
    await inviting.look(db, profile)
    assert await goodbyes.questionnaire(db, mentor, pair_id=pairs[1], profile=profile) == first
    # nobody asks the mentee but the goodbye
    own = await goodbyes.questionnaire(db, mentee, pair_id=pairs[0], profile=profile)
    assert own != first
    assert await asked_of(village, dima) == [(False, "after")]
    await handing_in.refuse(db, mentor, response_id=first)
    seen = await goodbyes.view(db, mentor, pair_id=pairs[0], profile=profile)
    assert seen.answered, "a no is not asked again"
    assert await asked_of(village, igor) == [(True, "mentor-after")]


async def test_a_closing_wave_about_something_else_or_over_too_early_leaves_the_goodbye_its_own(
    village: Village,
) -> None:
    db, profile = village.db, village.profile
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await closing_wave(village, anna, "employer")
    await closing_wave(village, anna, "mentee-after")
    await parts(village, anna, pair_id)
    await inviting.look(db, profile)
    mentor, mentee = await village.actor(igor), await village.actor(dima)
    await goodbyes.questionnaire(db, mentor, pair_id=pair_id, profile=profile)
    assert (False, "after") in await asked_of(village, igor)
    [of_wave] = await surveys.waiting_for(db, mentee)
    seen = await goodbyes.questionnaire(db, mentee, pair_id=pair_id, profile=profile)
    assert seen == of_wave.response_id
    await wave_plans.switch(
        db, await village.actor(anna), programme_id=anna.programme_id, key="mentee-after",
        on=False, profile=profile,
    )  # fmt: skip
    await says_how_it_went(village, dima, pair_id)
    assert await asked_of(village, dima) == [(False, "after"), (True, "mentee-after")]


@pytest.mark.parametrize(("days", "nudged"), [(10, 0), (60, 2)])
async def test_who_says_goodbye_soon_is_not_asked_to_agree_on_a_meeting(
    village: Village, days: int, nudged: int
) -> None:
    """The goodbye has reminders of its own; one that is far away does not silence the ladder."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await confirmed(village, pair_id)
    await sets_goal(village, dima, pair_id)
    village.later(days=5)
    await parts(village, dima, pair_id, days=days)
    village.later(days=10)
    await silence.look(village.db)
    assert len(await village.notices("pair-nudge")) == nudged

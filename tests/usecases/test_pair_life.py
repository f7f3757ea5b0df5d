"""The way of a pair: expectations, the trial, a pause, asking in private, silence."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.meetings import MeetingState
from bot.domain.moments import local
from bot.domain.pair_errors import PauseTooLong
from bot.domain.pair_words import About
from bot.domain.pairs import ANOTHER, Pair, PairState
from bot.usecases.applications import clearance
from bot.usecases.consents import personal_copy
from bot.usecases.pairs import (
    asking,
    desk,
    ending,
    expecting,
    meetings,
    moving,
    pairs,
    pausing,
    silence,
    trial,
    ward_proposals,
)
from tests.village import ZONE, Curator, Member, Village

Trio = tuple[Curator, Member, Member]


@pytest.fixture
async def trio(village: Village) -> Trio:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    return anna, dima, igor


async def state(village: Village, pair_id: UUID) -> PairState:
    async with village.db.reading() as tx:
        return (await tx.get(Pair, pair_id)).state


async def agree(village: Village, trio: Trio, theirs: str, mentors: str) -> UUID:
    anna, dima, igor = trio
    pair_id = await village.proposes(anna, dima, igor)
    for who, often in ((dima, theirs), (igor, mentors)):
        await pairs.answer(
            village.db, await village.actor(who), pair_id=pair_id, accepts=True,
            expects={"often": often}, profile=village.profile,
        )  # fmt: skip
    return pair_id


async def hold(village: Village, pair_id: UUID, *kinds: str) -> None:
    async with village.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for kind in kinds:
            await moving.meeting_held(tx, pair, kind)


async def says(village: Village, who: Member, pair_id: UUID, go_on: str = "yes") -> None:
    said = {one.key: "yes" for one in village.profile.life.trial} | {"go_on": go_on}
    await trial.say(
        village.db, await village.actor(who), pair_id=pair_id, said=said, profile=village.profile
    )


async def asks(village: Village, who: Member, pair_id: UUID, about: About) -> None:
    me = await village.actor(who)
    await asking.ask(village.db, me, pair_id=pair_id, about=about, profile=village.profile)


async def test_a_difference_waits_for_the_curator_who_lets_them_start(
    village: Village, trio: Trio
) -> None:
    anna, dima, _ = trio
    pair_id = await agree(village, trio, "weekly", "monthly")
    assert await state(village, pair_id) is PairState.ACCEPTED
    assert len(await village.letters("pair-accepted")) == 2
    assert len(await village.letters("pair-expectations")) == 1
    me = await village.actor(anna)
    seen = await desk.view(village.db, me, pair_id=pair_id)
    assert said(seen) == [("often", [("Дима", "weekly"), ("Игорь", "monthly")])]
    assert seen.may_start
    with pytest.raises(NotAllowed):
        await expecting.start(village.db, await village.actor(dima), pair_id=pair_id)
    for _ in range(2):  # a second press
        await expecting.start(village.db, me, pair_id=pair_id)
    assert await state(village, pair_id) is PairState.INTRO
    assert len(await village.letters("pair-active")) == 2


def said(seen: desk.PairDesk) -> list[tuple[str, list[tuple[str, str | None]]]]:
    return [(key, [(one.name, one.value) for one in by]) for key, by in seen.differences]


@pytest.mark.parametrize(("guardians", "begins"), [("monthly", False), ("any", True), (None, True)])
async def test_a_guardian_in_the_chat_is_asked_too_and_nobody_waits_for_the_answer(
    village: Village, guardians: str | None, begins: bool
) -> None:
    anna = await village.curator()
    lena, mother = await village.child(anna, name="Лена")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.proposes(anna, lena, igor)

    async def expects(who: int | Member, often: str) -> None:
        await ward_proposals.expect(
            village.db, await village.actor(who), pair_id=pair_id, said={"often": often},
            profile=village.profile,
        )  # fmt: skip

    if guardians is not None:
        await expects(mother, "weekly")
        await expects(mother, guardians)  # thought better of it
    with pytest.raises(NotAllowed):
        await expects(igor, "weekly")
    for who in (lena, igor):
        await pairs.answer(
            village.db, await village.actor(who), pair_id=pair_id, accepts=True,
            expects={"often": "weekly"}, profile=village.profile,
        )  # fmt: skip
    assert await state(village, pair_id) is (PairState.INTRO if begins else PairState.ACCEPTED)
    seen = await desk.view(village.db, await village.actor(anna), pair_id=pair_id)
    differs = [("Лена", "weekly"), ("Игорь", "weekly"), ("Ольга Кузнецова", "monthly")]
    assert said(seen) == ([] if begins else [("often", differs)])
    with pytest.raises(Gone):
        await expects(mother, "biweekly")


async def test_who_expects_the_same_begins_at_once(village: Village, trio: Trio) -> None:
    pair_id = await agree(village, trio, "weekly", "any")
    assert await state(village, pair_id) is PairState.INTRO


async def test_two_good_words_confirm_the_pair(village: Village, trio: Trio) -> None:
    _, dima, igor = trio
    pair_id = await village.pair(*trio)
    with pytest.raises(Gone):
        await says(village, dima, pair_id)
    await hold(village, pair_id, "intro", "trial")
    assert len(await village.letters("trial-feedback")) == 2
    for who in (dima, dima, igor):
        await says(village, who, pair_id)
    assert await state(village, pair_id) is PairState.CONFIRMED
    assert len(await village.letters("pair-confirmed")) == 3
    village.later(days=4)
    assert await village.letters("trial-reminder") == []


async def test_a_single_no_is_the_curators_task_and_the_partner_never_reads_it(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    await hold(village, pair_id, "intro", "trial")
    await says(village, dima, pair_id, go_on="no")
    await says(village, igor, pair_id)
    assert await state(village, pair_id) is PairState.TRIAL
    assert len(await village.letters("pair-doubt")) == 1
    me = await village.actor(anna)
    seen = await desk.view(village.db, me, pair_id=pair_id)
    assert [(name, word.doubts) for name, word in seen.waits] == [("Дима", True)]
    assert seen.trial == (("Дима", False), ("Игорь", True))
    theirs = await village.actor(igor)
    with pytest.raises(NotAllowed):
        await desk.view(village.db, theirs, pair_id=pair_id)
    assert igor.person_id is not None
    copy = await personal_copy.rows(village.db, theirs, of=igor.person_id)
    assert [row["said"]["go_on"] for row in copy["pair_words"]] == ["yes"]
    await trial.go_on(village.db, me, pair_id=pair_id)
    assert await state(village, pair_id) is PairState.CONFIRMED
    assert (await desk.view(village.db, me, pair_id=pair_id)).waits == ()


async def test_a_pause_calls_meetings_off_and_ends_by_itself(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    soon = await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=3))
    late = await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=20))
    me, today = await village.actor(anna), local(village.wall(), ZONE).date()
    for until in (today - timedelta(days=1), today + timedelta(days=400)):
        with pytest.raises(PauseTooLong):
            await pausing.pause(village.db, me, pair_id=pair_id, until=until)
    for _ in range(2):
        until = today + timedelta(days=7)
        await pausing.pause(village.db, me, pair_id=pair_id, until=until)
    assert len(await village.letters("pair-rests")) == 2
    mine = await village.actor(dima)
    states = [
        (await meetings.view(village.db, mine, meeting_id=one)).state for one in (soon, late)
    ]
    assert states == [MeetingState.CANCELLED, MeetingState.AGREED]
    village.later(days=6)
    assert await clearance.review(village.db, village.profile) == 0
    assert await state(village, pair_id) is PairState.PAUSED
    village.later(days=2)
    assert await clearance.review(village.db, village.profile) == 1
    assert await state(village, pair_id) is PairState.INTRO
    assert len(await village.letters("pair-resumed")) == 3


async def test_a_pause_is_ended_early(village: Village, trio: Trio) -> None:
    pair_id = await village.pair(*trio)
    me, until = await village.actor(trio[0]), local(village.wall(), ZONE).date()
    await pausing.pause(village.db, me, pair_id=pair_id, until=until + timedelta(days=7))
    await pausing.resume(village.db, me, pair_id=pair_id, profile=village.profile)
    assert await state(village, pair_id) is PairState.INTRO


async def test_either_side_asks_in_private_and_the_curator_decides_without_blame(
    village: Village, trio: Trio
) -> None:
    anna, dima, igor = trio
    pair_id = await village.pair(*trio)
    for _ in range(2):
        await asks(village, igor, pair_id, About.MAY_STOP)
    await asks(village, dima, pair_id, About.CHANGE)
    told = await village.notices("pair-asks")
    assert {notice.to for notice in told} == {(await village.actor(anna)).person_id}
    seen = await asking.talk(village.db, await village.actor(dima), pair_id=pair_id)
    assert seen.said == {About.CHANGE}, "of the mentor's notice the mentee sees nothing"
    me = await village.actor(anna)
    assert len((await desk.view(village.db, me, pair_id=pair_id)).waits) == 2
    await ending.end(village.db, me, pair_id=pair_id, reason=ANOTHER)
    assert await state(village, pair_id) is PairState.DISSOLVED
    with pytest.raises(Gone):
        await asks(village, dima, pair_id, About.MAY_STOP)
    again = await village.joins(anna, Role.MENTOR, name="Олег")
    second = await village.pair(anna, dima, again)
    async with village.db.reading() as tx:
        first, other = await tx.get(Pair, pair_id), await tx.get(Pair, second)
    assert [one["event"] for one in first.history] == ["agree", "start", "dissolve"]
    assert other.state is PairState.INTRO


async def test_a_guardian_asks_for_another_mentor_and_nobody_elses_does(village: Village) -> None:
    anna = await village.curator()
    lena, mother = await village.child(anna, name="Лена")
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, lena, igor)
    parent = await village.actor(mother)
    seen = await asking.talk(village.db, parent, pair_id=pair_id)
    assert (seen.ward, seen.partner) == ("Лена", "")

    async def asked(who: int, about: About) -> None:
        asker = await village.actor(who)
        await asking.ask(
            village.db, asker, pair_id=pair_id, about=about, profile=village.profile
        )

    with pytest.raises(Gone):  # only the child itself can know
        await asked(mother, About.MAY_STOP)
    await asked(mother, About.CHANGE)
    me = await village.actor(anna)
    assert len((await desk.view(village.db, me, pair_id=pair_id)).waits) == 1
    await asking.settle(village.db, me, pair_id=pair_id)
    assert (await desk.view(village.db, me, pair_id=pair_id)).waits == ()
    _, stranger = await village.child(anna, name="Оля")
    with pytest.raises(NotAllowed):
        await asked(stranger, About.CHANGE)


async def test_silence_is_met_by_the_ladder_and_a_meeting_ends_it(
    village: Village, trio: Trio
) -> None:
    _, dima, igor = trio
    pair_id = await village.pair(*trio)
    seen = []
    for days in (13, 1, 6, 1, 13, 1, 6, 1, 100):
        village.later(days=days)
        await silence.look(village.db)
        assert await silence.look(village.db) == 0, "one look a rung"
        seen += [
            (kind, len(told))
            for kind in ("pair-nudge", "pair-silent", "pair-silent-last")
            if (told := await village.letters(kind))
        ]
        await village.said()
    assert seen == [
        ("pair-nudge", 2), ("pair-silent", 1), ("pair-nudge", 2), ("pair-silent-last", 1)
    ]  # fmt: skip
    await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=1))
    village.later(hours=1)
    assert await silence.look(village.db) == 0

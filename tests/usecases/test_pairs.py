"""A proposal is answered by both, in either order; silence ends it and blames nobody."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import AnswerTooLong, Gone, NotAllowed, NudgedLately
from bot.domain.health import Light
from bot.domain.own_reasons import LONGEST_REASON
from bot.domain.pairs import Pair, PairState
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.pairs import meetings, nudges, pairs
from tests.village import Curator, Member, Village


@dataclass
class Proposed:
    village: Village
    anna: Curator
    dima: Member
    igor: Member
    pair_id: UUID

    async def answers(self, who: Member, accepts: bool, reason: str | None = None) -> PairState:
        return await pairs.answer(
            self.village.db,
            await self.village.actor(who),
            pair_id=self.pair_id,
            accepts=accepts,
            profile=self.village.profile,
            reason=reason,
        )

    async def state(self) -> PairState:
        async with self.village.db.reading() as tx:
            return (await tx.get(Pair, self.pair_id)).state


@pytest.fixture
async def proposed(village: Village) -> Proposed:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    await village.said()
    return Proposed(village, anna, dima, igor, await village.proposes(anna, dima, igor))


@pytest.mark.parametrize("mentee_first", [True, False])
async def test_two_yeses_in_either_order_make_a_pair(
    proposed: Proposed, mentee_first: bool
) -> None:
    order = [proposed.dima, proposed.igor]
    first, second = order if mentee_first else reversed(order)
    assert await proposed.answers(first, True) is PairState.PROPOSED
    assert await proposed.answers(first, True) is PairState.PROPOSED  # a second press
    assert await proposed.answers(second, True) is PairState.INTRO
    told = await proposed.village.letters("pair-active")
    assert {one.key for one in told} == {"letter-pair-active-mentee", "letter-pair-active-mentor"}
    [curator] = await proposed.village.letters("pair-outcome")
    assert curator.key == "letter-pair-outcome-active"
    assert not await proposed.village.notices("pair-answer-reminder", "pair-proposed")


@pytest.mark.parametrize("mentee_declines", [True, False])
async def test_one_no_ends_the_proposal_and_is_told_to_the_other_without_blame(
    proposed: Proposed, mentee_declines: bool
) -> None:
    order = [proposed.dima, proposed.igor]
    no, other = order if mentee_declines else reversed(order)
    assert await proposed.answers(other, True) is PairState.PROPOSED
    assert await proposed.answers(no, False, "нет времени") is PairState.DECLINED
    [letter] = await proposed.village.letters("pair-not-formed")
    [notice] = await proposed.village.notices("pair-not-formed")
    assert notice.to == other.person_id
    assert letter.key.startswith("letter-pair-not-formed-")
    assert "нет времени" not in str(letter.args)
    [curator] = await proposed.village.letters("pair-outcome")
    assert curator.args["reason"] == "нет времени"


async def test_a_reason_that_is_too_long_is_refused_and_not_cut(proposed: Proposed) -> None:
    """Its end was lost without a word, and the answer counted."""
    with pytest.raises(AnswerTooLong):
        await proposed.answers(proposed.dima, False, "x" * (LONGEST_REASON + 1))
    assert await proposed.state() is PairState.PROPOSED
    await proposed.answers(proposed.dima, False, "x" * LONGEST_REASON)


async def test_after_a_no_nothing_can_be_answered(proposed: Proposed) -> None:
    await proposed.answers(proposed.dima, False)
    for who in (proposed.dima, proposed.igor):
        with pytest.raises(Gone):
            await proposed.answers(who, True)


async def test_silence_ends_the_proposal_at_its_date(proposed: Proposed) -> None:
    village = proposed.village
    await proposed.answers(proposed.dima, True)
    days = village.profile.proposal_days
    village.later(days=days, seconds=-1)
    assert await pairs.expire_due(village.db) == 0
    village.later(seconds=1)
    with pytest.raises(Gone):
        await proposed.answers(proposed.igor, True)
    assert await pairs.expire_due(village.db) == 1
    assert await pairs.expire_due(village.db) == 0
    assert await proposed.state() is PairState.EXPIRED
    told = {n.to: n.kind for n in await village.notices("pair-not-formed")}
    assert set(told) == {proposed.dima.person_id, proposed.igor.person_id}
    [waited] = await village.letters("pair-not-formed", to=proposed.dima.person_id)
    [silent] = await village.letters("pair-not-formed", to=proposed.igor.person_id)
    assert waited.key == "letter-pair-not-formed-mentee"
    assert silent.key == "letter-pair-expired-mentor"


async def test_the_reminder_goes_only_to_who_has_not_answered(proposed: Proposed) -> None:
    await proposed.answers(proposed.dima, True)
    proposed.village.later(days=12)
    planned = await proposed.village.notices("pair-answer-reminder")
    assert {n.to for n in planned} == {proposed.dima.person_id, proposed.igor.person_id}
    [letter] = await proposed.village.letters("pair-answer-reminder")
    assert letter.key == "letter-pair-reminder-mentor"


async def test_nobody_else_answers_or_reads_a_proposal(proposed: Proposed) -> None:
    village = proposed.village
    stranger = await village.joins(proposed.anna, Role.MENTOR)
    for who in (stranger, proposed.anna):
        actor = await village.actor(who)
        with pytest.raises(NotAllowed):
            await pairs.answer(
                village.db,
                actor,
                pair_id=proposed.pair_id,
                accepts=True,
                profile=village.profile,
            )
        with pytest.raises(NotAllowed):
            await pairs.proposal(village.db, actor, pair_id=proposed.pair_id)


async def test_each_side_reads_what_helps_and_no_contacts(proposed: Proposed) -> None:
    village = proposed.village
    mentee = await pairs.proposal(
        village.db, await village.actor(proposed.dima), pair_id=proposed.pair_id
    )
    mentor = await pairs.proposal(
        village.db, await village.actor(proposed.igor), pair_id=proposed.pair_id
    )
    assert {key for key, _ in mentee.about} == {"workplace", "competences", "formats"}
    assert {key for key, _ in mentor.about} == {"needs", "interests", "formats"}
    assert (mentee.partner, mentor.partner) == ("Игорь", "Дима")
    assert mentee.shared_slots == ("thu-16", "tue-16")


async def test_the_lights_follow_the_weeks_without_a_meeting(proposed: Proposed) -> None:
    village = proposed.village
    curator = await village.actor(proposed.anna)

    async def light() -> Light:
        seen = await pairs.page(
            village.db, curator, programme_id=proposed.anna.programme_id, profile=village.profile
        )
        return seen.lines[0].health.light

    assert await light() is Light.GREY
    for who in (proposed.dima, proposed.igor):
        await proposed.answers(who, True)
    assert await light() is Light.GREEN
    village.later(days=14)
    assert await light() is Light.YELLOW
    village.later(days=7)
    assert await light() is Light.RED


async def at_work(proposed: Proposed) -> Proposed:
    await proposed.answers(proposed.dima, True)
    await proposed.answers(proposed.igor, True)
    await proposed.village.said()
    return proposed


async def test_a_nudge_asks_both_and_not_again_for_three_days(proposed: Proposed) -> None:
    village = (await at_work(proposed)).village
    anna = await village.actor(proposed.anna)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)  # a second press
    told = await village.letters("pair-nudge")
    assert {one.key for one in told} == {"letter-pair-nudge-mentee", "letter-pair-nudge-mentor"}
    assert len(told) == 2
    await village.said()
    village.later(days=2)
    with pytest.raises(NudgedLately):
        await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    village.later(days=1)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    assert len(await village.letters("pair-nudge")) == 2


@pytest.mark.parametrize("days", [1, 30])
async def test_a_clock_set_back_neither_repeats_a_nudge_nor_forbids_it_for_long(
    proposed: Proposed, days: int
) -> None:
    village = (await at_work(proposed)).village
    anna = await village.actor(proposed.anna)
    village.later(days=30)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    await village.said()
    village.later(days=-days)
    if days == 1:
        with pytest.raises(NudgedLately):
            await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
        village.later(days=4)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    assert len(await village.letters("pair-nudge")) == 2
    village.later(hours=1)
    with pytest.raises(NudgedLately):  # once in three days by the new clock as well
        await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)


async def test_a_nudge_is_not_said_once_there_is_a_meeting_ahead(proposed: Proposed) -> None:
    village = (await at_work(proposed)).village
    anna = await village.actor(proposed.anna)
    await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)
    at = village.wall() + timedelta(days=1)
    meeting = await village.offers(proposed.igor, proposed.pair_id, at)
    await meetings.pick(
        village.db, await village.actor(proposed.dima), meeting_id=meeting, at=at
    )
    assert await village.letters("pair-nudge") == []
    with pytest.raises(Gone):
        await nudges.nudge(village.db, anna, pair_id=proposed.pair_id)


async def test_an_ended_pair_is_told_kindly_and_its_meetings_are_called_off(
    proposed: Proposed,
) -> None:
    village = (await at_work(proposed)).village
    anna = await village.actor(proposed.anna)
    at = village.wall() + timedelta(days=1)
    meeting = await village.offers(proposed.igor, proposed.pair_id, at)
    await meetings.pick(
        village.db, await village.actor(proposed.dima), meeting_id=meeting, at=at
    )
    with pytest.raises(Gone):
        await pair_ending.end(village.db, anna, pair_id=proposed.pair_id, reason="they are boring")
    for _ in range(2):  # a second press
        await pair_ending.end(village.db, anna, pair_id=proposed.pair_id, reason="no-meetings")
    assert await proposed.state() is PairState.DISSOLVED
    told = await village.letters()
    assert {one.key for one in told} == {"letter-pair-ended-mentee", "letter-pair-ended-mentor"}
    assert len(told) == 2, "nothing is said about the meeting any more"


async def test_a_proposal_taken_back_is_a_pair_that_did_not_work_out(proposed: Proposed) -> None:
    village = proposed.village
    anna = await village.actor(proposed.anna)
    await pair_ending.end(village.db, anna, pair_id=proposed.pair_id, reason="other")
    told = {one.key for one in await village.letters()}
    assert told == {"letter-pair-not-formed-mentee", "letter-pair-not-formed-mentor"}


async def test_only_the_curator_nudges_and_ends(proposed: Proposed) -> None:
    village = (await at_work(proposed)).village
    igor = await village.actor(proposed.igor)
    with pytest.raises(NotAllowed):
        await nudges.nudge(village.db, igor, pair_id=proposed.pair_id)
    with pytest.raises(NotAllowed):
        await pair_ending.end(village.db, igor, pair_id=proposed.pair_id, reason="other")

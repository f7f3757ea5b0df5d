"""A proposal is answered by both, in either order; silence ends it and blames nobody."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.health import Light
from bot.domain.pairs import Pair, PairState
from bot.usecases import pairs
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
    assert await proposed.answers(second, True) is PairState.ACTIVE
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
            await pairs.answer(village.db, actor, pair_id=proposed.pair_id, accepts=True)
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
        seen = await pairs.page(village.db, curator, programme_id=proposed.anna.programme_id)
        return seen.lines[0].health.light

    assert await light() is Light.GREY
    for who in (proposed.dima, proposed.igor):
        await proposed.answers(who, True)
    assert await light() is Light.GREEN
    village.later(days=14)
    assert await light() is Light.YELLOW
    village.later(days=7)
    assert await light() is Light.RED

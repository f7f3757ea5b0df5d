"""After a "no", a silence, or a round without a mentor: nobody waits unheard."""

from datetime import date
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.matching.errors import NextRoundUnknown
from bot.domain.matching.runs import MatchingRun, VetoBy
from bot.domain.pairs import GUARDIAN_SAID_NO, Pair, PairState
from bot.domain.programmes import Programme
from bot.usecases.consents import personal_copy
from bot.usecases.matching import rounds, suggestions
from bot.usecases.monitoring import digests
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import next_best, pairs, ward_proposals
from tests.village import Curator, Member, Village


async def declines(
    village: Village, who: Member, pair_id: UUID, reason: str | None = None
) -> None:
    await pairs.answer(
        village.db, await village.actor(who), pair_id=pair_id, accepts=False, reason=reason,
        profile=village.profile,
    )  # fmt: skip


async def allows(village: Village, anna: Curator, *, next_best: bool = True) -> None:
    async with village.db.transaction() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        programme.matching = {**programme.matching, "next_best": next_best}


async def proposed(village: Village, anna: Curator) -> list[Pair]:
    async with village.db.reading() as tx:
        return list(await tx.pairs.of_programme(anna.programme_id, (PairState.PROPOSED,)))


async def follow_up(village: Village) -> int:
    return await next_best.follow_up(village.db, village.profile)


async def test_the_next_best_goes_out_where_the_curator_allowed_it(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    igor, marat = [await village.joins(anna, Role.MENTOR) for _ in range(2)]
    await allows(village, anna)
    pair_id = await village.proposes(anna, dima, igor)
    await declines(village, igor, pair_id)
    assert await follow_up(village) == 1
    assert await follow_up(village) == 0  # once
    [pair] = await proposed(village, anna)
    assert (pair.mentee_id, pair.mentor_id) == (dima.person_id, marat.person_id)
    assert pair.proposed_by == (await village.actor(anna)).person_id
    assert not await village.notices("next-best")


async def test_without_leave_the_curator_decides(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима", born="2005")
    igor, oleg = [await village.joins(anna, Role.MENTOR) for _ in range(2)]
    pair_id = await village.proposes(anna, dima, igor)
    await declines(village, dima, pair_id)
    await follow_up(village)
    assert not await proposed(village, anna)
    [letter] = await village.letters("next-best")
    assert letter.args == {"name": "Дима"}
    seen = await digests.digest(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    assert (seen.again, seen.more_again) == (((dima.participation_id, "Дима"),), 0)
    await village.proposes(anna, dima, oleg)
    seen = await digests.digest(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    assert seen.again == ()


async def test_who_says_not_now_is_not_asked_again_by_itself(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    igor = await village.joins(anna, Role.MENTOR)
    await village.joins(anna, Role.MENTOR)
    await allows(village, anna)
    pair_id = await village.proposes(anna, dima, igor)
    await declines(village, dima, pair_id, "busy")
    await follow_up(village)
    assert not await proposed(village, anna)
    assert len(await village.notices("next-best")) == 1


async def test_never_for_a_minor_whatever_was_allowed(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR)
    await village.joins(anna, Role.MENTOR)
    await allows(village, anna)
    pair_id = await village.proposes(anna, lena, igor)
    await declines(village, igor, pair_id)
    await follow_up(village)
    assert not await proposed(village, anna)
    assert len(await village.letters("next-best")) == 1


async def test_a_silence_is_followed_up_with_somebody_else(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    igor, marat = [await village.joins(anna, Role.MENTOR) for _ in range(2)]
    await allows(village, anna)
    await village.proposes(anna, dima, igor)
    village.later(days=4)
    assert len(await village.letters("pair-answer-reminder")) == 2  # after three days
    village.later(days=11)
    await pairs.expire_due(village.db)
    [outcome] = await village.letters("pair-outcome")
    assert outcome.key == "letter-pair-outcome-expired"
    await follow_up(village)
    assert [one.mentor_id for one in await proposed(village, anna)] == [marat.person_id]


async def test_who_found_another_pair_meanwhile_is_left_in_peace(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    igor, marat = [await village.joins(anna, Role.MENTOR) for _ in range(2)]
    await allows(village, anna)
    pair_id = await village.proposes(anna, dima, igor)
    await declines(village, igor, pair_id)
    await village.proposes(anna, dima, marat)
    await follow_up(village)
    assert len(await proposed(village, anna)) == 1
    assert not await village.notices("next-best")


async def test_the_reason_is_the_curators_and_ones_own(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes(anna, dima, igor)
    await declines(village, dima, pair_id, "time")
    card = await pair_cards.card(
        village.db, await village.actor(anna), pair_id=pair_id, profile=village.profile
    )
    assert card.answer_reason == "time"
    [letter] = await village.letters("pair-outcome")
    assert letter.args["reason"].say("ru") == "Неудобное время"
    told = [
        (await personal_copy.rows(village.db, await village.actor(who)))["pairs"][0]
        for who in (dima, igor)
    ]
    assert [row["answer_reason"] for row in told] == ["time", None]


async def test_a_guardian_sees_the_proposal_and_may_refuse_it(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    pair_id = await village.proposes(anna, lena, igor)
    [letter] = await village.letters("ward-proposed")
    assert letter.key == "letter-ward-proposed-mentee"
    me = await village.actor(mother)
    seen = await ward_proposals.card(village.db, me, pair_id=pair_id)
    assert (seen.ward, seen.partner.first_name) == ("Лена Кузнецова", "Игорь")
    assert "Сафонов" not in str(seen.partner)
    await ward_proposals.refuse(village.db, me, pair_id=pair_id)
    await ward_proposals.refuse(village.db, me, pair_id=pair_id)  # a second press
    async with village.db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        [veto] = await tx.wishes.vetoes_in(anna.programme_id, (VetoBy.GUARDIAN,))
    assert (pair.state, pair.answer_reason) == (PairState.DECLINED, GUARDIAN_SAID_NO)
    assert veto.mentor_participation_id == igor.participation_id
    assert len(await village.letters("pair-not-formed")) == 2
    [outcome] = await village.letters("pair-outcome")
    assert outcome.key == "letter-pair-outcome-declined-guardian"
    copy = await personal_copy.rows(village.db, await village.actor(lena))
    assert copy["pairs"][0]["answer_reason"] is None


async def test_no_other_guardian_and_no_curator_refuses_for_a_child(village: Village) -> None:
    anna = await village.curator()
    lena, other = [await village.minor(anna) for _ in range(2)]
    await village.guardian(lena)
    stranger = await village.guardian(other, name="Иван Ким")
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes(anna, lena, igor)
    for who in (stranger, anna, igor, lena):
        with pytest.raises(NotAllowed):
            await ward_proposals.refuse(village.db, await village.actor(who), pair_id=pair_id)


async def test_after_both_agreed_it_is_too_late_for_that(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    pair_id = await village.pair(anna, lena, await village.joins(anna, Role.MENTOR))
    with pytest.raises(Gone):
        await ward_proposals.refuse(village.db, await village.actor(mother), pair_id=pair_id)
    assert not await village.letters("ward-proposed")


async def test_who_waits_hears_of_the_next_round_once(village: Village) -> None:
    anna = await village.curator()
    dima, katya = [await village.joins(anna, Role.MENTEE) for _ in range(2)]
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "1"})
    free = await village.joins(anna, Role.MENTOR, answers={"free_time": ["mon-14"]})
    await village.pair(anna, katya, igor)
    me, where = await village.actor(anna), {"programme_id": anna.programme_id}
    with pytest.raises(NextRoundUnknown):
        await rounds.tell(village.db, me, **where)
    async with village.db.transaction() as tx:
        (await tx.get(Programme, anna.programme_id)).next_round_on = date(2030, 4, 1)
    seen = await rounds.waiting(village.db, me, **where)
    assert (seen.mentees, seen.mentors, seen.told) == (1, 1, 0)
    assert await rounds.tell(village.db, me, **where) == 2
    assert await rounds.tell(village.db, me, **where) == 0  # once a round
    told = await village.notices("round-waits")
    assert {one.to for one in told} == {dima.person_id, free.person_id}
    assert {one.key for one in await village.letters("round-waits")} == {
        "letter-round-waits-mentee",
        "letter-round-waits-mentor",
    }
    late = await village.joins(anna, Role.MENTEE)  # came after: hears it too
    assert await rounds.tell(village.db, me, **where) == 1
    async with village.db.transaction() as tx:
        (await tx.get(Programme, anna.programme_id)).next_round_on = date(2030, 5, 1)
    assert (await rounds.waiting(village.db, me, **where)).mentees == 2
    assert late.person_id in {one.to for one in await village.notices("round-waits")}


async def test_a_round_that_is_over_is_announced_to_nobody(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE)
    async with village.db.transaction() as tx:
        (await tx.get(Programme, anna.programme_id)).next_round_on = date(2030, 3, 13)
    with pytest.raises(NextRoundUnknown):  # today
        await rounds.tell(
            village.db, await village.actor(anna), programme_id=anna.programme_id
        )


async def test_a_newcomer_gets_the_best_who_is_still_free(village: Village) -> None:
    anna = await village.curator()
    best = await village.joins(anna, Role.MENTOR, name="Игорь")
    other = await village.joins(
        anna, Role.MENTOR, name="Марат", answers={"competences": ["drawing"], "interests": []}
    )
    dima = await village.joins(anna, Role.MENTEE, answers={"needs": ["drawing"]})
    me = await village.actor(anna)

    async def found() -> list[tuple[str, bool]]:
        seen = await suggestions.suggestion(
            village.db, me, participation_id=dima.participation_id, profile=village.profile
        )
        assert seen.free
        return [(one.mentor, one.wanted) for one in seen.found]

    assert await found() == [("Игорь", False), ("Марат", False)]
    async with village.db.transaction() as tx:  # in the last run Igor's place was fought for
        tx.add(
            MatchingRun(
                organisation_id=anna.organisation_id, programme_id=anna.programme_id,
                made_at=tx.now, ready_at=tx.now, made_by=me.person_id, tuning={}, figures={},
                left=[],
                proof={"prices": {str(best.participation_id): 90}},
            )
        )  # fmt: skip
    assert await found() == [("Марат", False), ("Игорь", True)]
    await village.proposes(anna, dima, other)
    seen = await suggestions.suggestion(
        village.db, me, participation_id=dima.participation_id, profile=village.profile
    )
    assert (seen.free, seen.found) == (False, ())

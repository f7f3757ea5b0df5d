"""The curator decides: once, with a reason when it is no, and the person is told kindly."""

import pytest

from bot.domain.access import Role
from bot.domain.errors import AnswerTooLong, Gone, NotAllowed, ReasonMissing
from bot.domain.own_reasons import LONGEST_REASON
from bot.domain.participations import Participation, ParticipationState
from bot.usecases.applications import applications, queue
from tests.village import Curator, Member, Village

State = ParticipationState


async def declines(village: Village, anna: Curator, who: Member, reason: str) -> None:
    await applications.decline(
        village.db,
        await village.actor(anna),
        participation_id=who.participation_id,
        reason=reason,
    )


async def test_the_queue_shows_who_waited_longest_first_a_page_at_a_time(
    village: Village,
) -> None:
    anna = await village.curator()
    for number in range(queue.PAGE + 2):
        await village.applies(anna, Role.MENTOR, name=f"Наставник {number}")
        village.later(hours=1)
    me = await village.actor(anna)
    first, second = [
        await queue.page(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, page=page
        )
        for page in (0, 1)
    ]
    names = [line.name for line in (*first.lines, *second.lines)]
    assert names == [f"Наставник {number}" for number in range(queue.PAGE + 2)]
    assert (first.more, second.more) == (True, False)


async def test_who_waits_for_a_guardian_is_counted_and_not_in_the_queue(village: Village) -> None:
    anna = await village.curator()
    await village.minor(anna)
    seen = await queue.page(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    assert (seen.lines, seen.counts[queue.Show.GUARDIAN]) == ((), 1)


async def test_approval_is_told_once_however_often_it_is_pressed(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    for _ in range(2):
        await village.approves(anna, igor)
    [letter] = await village.letters("application-approved", to=igor.person_id)
    assert letter.key == "letter-approved-mentor"


async def test_a_ready_reason_brings_its_own_kind_letter(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    reason = village.profile.declines[0]
    await declines(village, anna, igor, reason.key)
    [letter] = await village.letters("application-declined", to=igor.person_id)
    assert (letter.key, letter.args["reason"]) == ("letter-declined-ready", reason.letter)


async def test_the_curators_own_words_are_passed_on_as_they_are(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    await declines(village, anna, lena, "  Группа уже <полна>.  ")
    [letter] = await village.letters("application-declined")
    assert letter.key == "letter-declined-mentee"
    assert letter.args["reason"] == "Группа уже <полна>."
    async with village.db.reading() as tx:
        kept = await tx.get(Participation, lena.participation_id)
        assert (kept.state, kept.reason) == (State.DECLINED, "Группа уже <полна>.")
        assert kept.decided_at == village.wall()


async def test_no_reason_or_an_endless_one_declines_nobody(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    with pytest.raises(ReasonMissing):
        await declines(village, anna, igor, "  ")
    with pytest.raises(AnswerTooLong):
        await declines(village, anna, igor, "x" * (LONGEST_REASON + 1))
    assert await village.state(igor) is State.APPLIED


async def test_a_decision_is_not_turned_round_by_an_old_button(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await declines(village, anna, igor, "format")
    for late in (village.approves, village.selects):
        with pytest.raises(Gone):
            await late(anna, igor)
    assert await village.state(igor) is State.DECLINED


async def test_nobody_decides_about_themselves(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    with pytest.raises(NotAllowed):
        await applications.approve(
            village.db,
            await village.actor(igor),
            participation_id=igor.participation_id,
            profile=village.profile,
        )


async def test_several_applications_in_a_day_make_one_letter_to_the_curator(
    village: Village,
) -> None:
    anna = await village.curator()
    for _ in range(3):
        await village.applies(anna, Role.MENTOR)
        village.later(minutes=5)
    [letter] = await village.letters("application-arrived")
    assert letter.args["count"] == 3


async def test_the_letter_about_applications_is_dropped_when_all_are_decided(
    village: Village,
) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTOR)
    assert await village.notices("application-arrived")
    assert await village.letters("application-arrived") == []

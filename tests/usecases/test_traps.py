"""Traps that programmes fall into, one story each.

Others stand beside what they are about: who has left is proposed to nobody (`test_matching.py`), a
meeting is logged once (`test_meeting_changes.py`), who waits hears of the next round once
(`test_next_best.py`), last year's link lets nobody in (`test_links.py`).
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NobodyToAsk, PairNotPossible
from bot.domain.meetings import Receipt
from bot.domain.moments import local
from bot.domain.offers import OfferState
from bot.domain.pairs import OPEN, Pair, PairState
from bot.domain.participations import Participation
from bot.domain.programmes import Programme
from bot.domain.responses import Response
from bot.usecases.applications import applications
from bot.usecases.consents import privacy
from bot.usecases.matching import cards, general_meeting, rounds, runs, suggestions, wishes
from bot.usecases.matching.decisions import approve
from bot.usecases.matching.pool import people_to_match
from bot.usecases.monitoring import digests
from bot.usecases.pairs import (
    ending,
    meetings,
    next_best,
    nudges,
    pairs,
    pausing,
    ratings,
    silence,
)
from bot.usecases.programme import offers, programmes
from tests.village import ZONE, Answers, Curator, Member, Village, in_place

ONE: Answers = {"capacity": "1"}
BUSY: Answers = {"free_time": ["mon-14"], "formats": ["in-person"], **ONE}
Decides = Callable[[Village, Curator, Member], Awaitable[None]]


async def leaves(village: Village, anna: Curator, who: Member) -> None:
    await privacy.withdraw(
        village.db, await village.actor(who), organisation_id=anna.organisation_id
    )


async def is_declined(village: Village, anna: Curator, who: Member) -> None:
    me = await village.actor(anna)
    await applications.decline(
        village.db, me, participation_id=who.participation_id, reason="other"
    )


async def is_kept(village: Village, anna: Curator, who: Member) -> None:
    me = await village.actor(anna)
    await applications.keep_in_reserve(village.db, me, participation_id=who.participation_id)


async def nothing_yet(village: Village, anna: Curator, who: Member) -> None:
    pass


async def told(village: Village, who: Member) -> set[str]:
    return {notice.kind for notice in await village.notices(to=who.person_id)}


async def all_pairs(village: Village, programme_id: UUID) -> list[Pair]:
    async with village.db.reading() as tx:
        return list(await tx.pairs.of_programme(programme_id, OPEN))


async def next_round(village: Village, anna: Curator) -> None:
    async with village.db.transaction() as tx:
        (await tx.get(Programme, anna.programme_id)).next_round_on = date(2030, 4, 1)


# --- somebody without approval is seen ------------------------------------------------------------


@pytest.mark.parametrize("decided", [nothing_yet, is_declined, is_kept])
@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
async def test_who_was_not_approved_is_seen_and_chosen_by_nobody(
    village: Village, role: Role, decided: Decides
) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    hidden = await village.applies(anna, role)
    await decided(village, anna, hidden)
    me, other = await village.actor(anna), igor if role is Role.MENTEE else dima
    await general_meeting.open_wishes(
        village.db, me, programme_id=anna.programme_id, days=5, profile=village.profile
    )
    await next_round(village, anna)
    await rounds.tell(village.db, me, programme_id=anna.programme_id)
    assert not await told(village, hidden) & {"wishes-open", "wishes-reminder", "round-waits"}
    theirs = await village.actor(other)
    seen = await wishes.choices(
        village.db, theirs, participation_id=other.participation_id, profile=village.profile
    )
    known = {one.who.participation_id for one in (*seen.wished, *seen.people)}
    assert known == {(dima if other is igor else igor).participation_id}
    for does in (wishes.wish, wishes.veto):  # an old or a forged button
        with pytest.raises(Gone):
            await does(
                village.db, theirs, participation_id=other.participation_id,
                other_id=hidden.participation_id, profile=village.profile,
            )  # fmt: skip
    best = await suggestions.suggestion(
        village.db, me, participation_id=dima.participation_id, profile=village.profile
    )
    assert [one.mentor_id for one in best.found] == [igor.participation_id]
    mentee, mentor = (hidden, igor) if role is Role.MENTEE else (dima, hidden)
    with pytest.raises(Gone):
        await village.proposes(anna, mentee, mentor)


# --- somebody who has opted out is matched, or written to -----------------------------------------


async def run_and_approve(village: Village, anna: Curator) -> None:
    me, where = await village.actor(anna), {"programme_id": anna.programme_id}
    await runs.work(village.db, me, profile=village.profile, run=in_place, **where)
    while (card := await cards.card(village.db, me, place=0, **where)) is not None:
        await approve(
            village.db, me, line_id=card.members[0].line_id, profile=village.profile, **where
        )


async def test_who_leaves_after_the_approval_gets_no_letter_of_it_and_the_other_is_told(
    village: Village,
) -> None:
    """Letters of an approved card wait five minutes: time enough to leave."""
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.said()
    await run_and_approve(village, anna)
    await leaves(village, anna, dima)
    assert await village.letters(to=dima.person_id) == []
    village.later(minutes=10)
    assert "pair-proposed" not in await told(village, igor), "of nobody who is there"
    assert await all_pairs(village, anna.programme_id) == []


async def test_who_leaves_with_a_card_open_cannot_be_approved_on_it(village: Village) -> None:
    anna = await village.curator()
    dima, _ = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    me, where = await village.actor(anna), {"programme_id": anna.programme_id}
    await runs.work(village.db, me, profile=village.profile, run=in_place, **where)
    card = await cards.card(village.db, me, place=0, **where)
    assert card is not None
    await leaves(village, anna, dima)
    with pytest.raises((Gone, PairNotPossible)):
        await approve(
            village.db, me, line_id=card.members[0].line_id, profile=village.profile, **where
        )
    assert await all_pairs(village, anna.programme_id) == []


async def test_in_a_pause_nobody_is_asked_how_it_goes(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await village.said()
    village.later(days=30, hours=1)
    await ratings.ask_due(village.db)  # planned on the day of the pause
    me, today = await village.actor(anna), local(village.wall(), ZONE).date()
    await pausing.pause(village.db, me, pair_id=pair_id, until=today + timedelta(days=25))
    assert {one.key for one in await village.letters()} == {"letter-pair-rests-until"}
    await village.said()
    village.later(days=20)
    assert await ratings.ask_due(village.db) == await silence.look(village.db) == 0
    assert await village.letters() == []
    for asks in (nudges.nudge(village.db, me, pair_id=pair_id), village.opens_wave(anna)):
        with pytest.raises((Gone, NobodyToAsk)):
            await asks


# --- the wrong cycle ------------------------------------------------------------------------------


async def another_year(village: Village, anna: Curator) -> Curator:
    programme_id = await programmes.create(
        village.db, await village.actor(anna), name="Траектория, новый год",
        forms=["employer_learner", "student_student"],
        starts_on=date(2030, 9, 1), ends_on=date(2031, 6, 30),
    )  # fmt: skip
    return replace(anna, programme_id=programme_id)


async def test_two_years_side_by_side_are_never_taken_for_each_other(village: Village) -> None:
    """The same two people, in last year's programme and in this one."""
    last = await village.curator()
    this = await another_year(village, last)
    dima, igor = await village.joins(last, Role.MENTEE), await village.joins(last, Role.MENTOR)
    old_pair = await village.pair(last, dima, igor)
    with pytest.raises(NobodyToAsk):
        await village.opens_wave(this)
    async with village.db.reading() as tx:
        programme = await tx.get(Programme, this.programme_id)
        pool = await people_to_match(tx, programme, village.profile)
    assert pool.mentees == pool.mentors == ()
    again = []
    for who, role in ((dima, Role.MENTEE), (igor, Role.MENTOR)):
        entered = await village.enters(this, role, who.account)
        assert entered.person_id == who.person_id
        async with village.db.reading() as tx:
            assert (await tx.get(Participation, entered.participation_id)).programme_id == (
                this.programme_id
            )
        await village.agrees(entered)
        await village.fills(entered, role, name=f"Тот же {role}")
        await village.sends(entered)
        await village.approves(this, entered)
        again.append(entered)
    new_pair = await village.pair(this, *again)
    assert new_pair != old_pair
    await village.said()
    await village.opens_wave(this)
    asked = await village.notices("survey-invitation")
    async with village.db.reading() as tx:
        homes = {(await tx.get(Response, one.subject)).programme_id for one in asked}
    assert (len(asked), homes) == (2, {this.programme_id})
    at = village.wall() + timedelta(days=2)
    meeting_id = await village.meets(again[0], again[1], new_pair, at)
    village.later(days=2, hours=2)
    for who in again:
        me = await village.actor(who)
        await meetings.confirm(
            village.db, me, meeting_id=meeting_id, receipt=Receipt.HELD
        )
    assert await held(village, last, last.programme_id) == 0
    assert await held(village, last, this.programme_id) == 1
    await ending.end(village.db, await village.actor(last), pair_id=old_pair, reason="finished")
    [pair] = await all_pairs(village, this.programme_id)
    assert pair.state is PairState.TRIAL, "the end of the old one is not the end of the new one"


async def held(village: Village, anna: Curator, programme_id: UUID) -> int:
    me = await village.actor(anna)
    return (await digests.digest(
        village.db, me, programme_id=programme_id, profile=village.profile
    )).held_this_week


# --- counted twice --------------------------------------------------------------------------------


async def test_one_meeting_is_one_however_many_say_so_and_however_often(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    meeting_id = await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=1))
    village.later(days=1, hours=2)
    for who in (igor, dima, igor, dima):
        me = await village.actor(who)
        await meetings.confirm(
            village.db, me, meeting_id=meeting_id, receipt=Receipt.HELD
        )
        assert await held(village, anna, anna.programme_id) <= 1
    assert await held(village, anna, anna.programme_id) == 1
    async with village.db.reading() as tx:
        events = [one["event"] for one in (await tx.get(Pair, pair_id)).history]
    assert events.count("intro-held") == 1, events


# --- the odd one out ------------------------------------------------------------------------------


async def test_after_a_round_everybody_has_heard_of_a_partner_or_of_the_next_round(
    village: Village,
) -> None:
    """Of five mentees and three mentors, one of whom has no time, nobody is left without a word."""
    anna = await village.curator()
    mentees = [await village.joins(anna, Role.MENTEE) for _ in range(5)]
    mentors = [await village.joins(anna, Role.MENTOR, answers=ONE) for _ in range(2)]
    busy = await village.joins(anna, Role.MENTOR, answers=BUSY)
    await village.said()
    await run_and_approve(village, anna)
    await next_round(village, anna)
    me = await village.actor(anna)
    assert await rounds.tell(village.db, me, programme_id=anna.programme_id) == 4
    words = {"pair-proposed", "round-waits"}
    heard = [await told(village, one) & words for one in (*mentees, *mentors, busy)]
    assert sorted(heard, key=sorted) == [{"pair-proposed"}] * 4 + [{"round-waits"}] * 4


async def test_who_is_left_alone_by_a_partner_hears_it_and_the_curator_whom_to_look_after(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.proposes(anna, dima, igor)
    await village.said()
    await leaves(village, anna, igor)
    [letter] = await village.letters(to=dima.person_id)
    assert letter.key == "letter-pair-not-formed-mentee"
    await next_round(village, anna)
    me = await village.actor(anna)
    waiting = await rounds.waiting(village.db, me, programme_id=anna.programme_id)
    assert waiting.mentees == 1


# --- the same two again ---------------------------------------------------------------------------


async def test_two_silent_mentors_do_not_take_turns_for_ever(village: Village) -> None:
    """After each silence the next best is asked by itself: nobody of them twice."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    for _ in range(2):
        await village.joins(anna, Role.MENTOR)
    async with village.db.transaction() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        programme.matching = {**programme.matching, "next_best": True}
    first = await suggestions.suggestion(
        village.db, await village.actor(anna), participation_id=dima.participation_id,
        profile=village.profile,
    )  # fmt: skip
    await village.proposes_to(anna, dima.participation_id, first.found[0].mentor_id)
    asked = []
    for _ in range(4):
        asked += [pair.mentor_id for pair in await all_pairs(village, anna.programme_id)]
        village.later(days=village.profile.proposal_days)
        await pairs.expire_due(village.db)
        await next_best.follow_up(village.db, village.profile)
    assert len(asked) == len(set(asked)) == 2
    assert len(await village.notices("next-best")) == 1, "then the curator decides"


async def test_who_did_not_work_out_is_not_tried_again_in_the_next_year(
    village: Village,
) -> None:
    last = await village.curator()
    dima, igor = await village.joins(last, Role.MENTEE), await village.joins(last, Role.MENTOR)
    pair_id = await village.pair(last, dima, igor)
    me = await village.actor(last)
    await ending.end(village.db, me, pair_id=pair_id, reason="not-a-match")
    this, again = await another_year(village, last), []
    for who, role in ((dima, Role.MENTEE), (igor, Role.MENTOR)):
        again.append(await village.applies(this, role, name=f"{role}", account=who.account))
        await village.approves(this, again[-1])
    with pytest.raises(PairNotPossible) as refused:
        await village.proposes(this, *again)
    assert "tried-before" in str(refused.value.args_for_text)
    await run_and_approve(village, this)
    assert await all_pairs(village, this.programme_id) == []


# --- a silent no ----------------------------------------------------------------------------------


async def declined(village: Village, anna: Curator, who: Member) -> str:
    await is_declined(village, anna, who)
    return "application-declined"


async def kept(village: Village, anna: Curator, who: Member) -> str:
    await is_kept(village, anna, who)
    return "application-reserved"


async def taken_back(village: Village, anna: Curator, who: Member) -> str:
    """The proposal that was made to them."""
    await village.approves(anna, who)
    pair_id = await village.proposes(anna, await village.joins(anna, Role.MENTEE), who)
    await village.said()
    await ending.end(village.db, await village.actor(anna), pair_id=pair_id, reason="other")
    return "pair-not-formed"


ENDS_OF_A_HOPE: Mapping[str, Callable[[Village, Curator, Member], Awaitable[str]]] = {
    "declined": declined, "kept in reserve": kept, "proposal taken back": taken_back,
}  # fmt: skip


@pytest.mark.parametrize("how", ENDS_OF_A_HOPE)
async def test_no_hope_ends_without_a_word(village: Village, how: str) -> None:
    anna = await village.curator()
    oleg = await village.applies(anna, Role.MENTOR)
    kind = await ENDS_OF_A_HOPE[how](village, anna, oleg)
    assert len(await village.letters(kind, to=oleg.person_id)) == 1


async def test_an_alumnus_hears_that_what_they_offered_is_not_needed_this_time(
    village: Village,
) -> None:
    anna = await village.curator()
    vera = await village.joins(anna, Role.ALUMNUS)
    me = await village.actor(anna)
    async with village.db.reading() as tx:
        [offer] = await tx.offers.of_participation(vera.participation_id)
    await village.said()
    for _ in range(2):  # a second press
        await offers.move(village.db, me, offer_id=offer.id, to=OfferState.DECLINED)
    [letter] = await village.letters(to=vera.person_id)
    assert letter.key == "letter-offer-not-needed"
    assert letter.args["programme"] == "Траектория"

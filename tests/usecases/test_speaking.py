"""The team answers for somebody without a messenger, and it shows who wrote the answer down."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import NotAllowed
from bot.domain.meetings import Meeting, Receipt
from bot.domain.pairs import Pair, PairState
from bot.domain.responses import Response, ResponseState
from bot.storage import tables as t
from bot.usecases.applications import applications
from bot.usecases.bases import speaking
from bot.usecases.bases.speaking import Kind
from bot.usecases.monitoring import surveys
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import meetings, pairs, receipts
from bot.usecases.pairs.receipts import Details
from tests.usecases.test_entering import begun, filled
from tests.usecases.test_team import joins_team
from tests.village import Curator, Member, Village


async def tamara(village: Village, anna: Curator) -> UUID:
    """Somebody without a messenger, entered by Anna and approved."""
    actor = await village.actor(anna)
    found = await begun(village, actor, anna)
    await filled(village, actor, found, born="2000")
    await applications.approve(
        village.db, actor, participation_id=found.participation_id, profile=village.profile
    )
    return found.participation_id


async def loses_account(village: Village, member: Member, by: UUID) -> None:
    """Somebody whom the team had entered: who joined by a messenger is as good, without it."""
    async with village.db.statements() as connection:
        await connection.execute(
            t.contacts.delete().where(t.contacts.c.person_id == member.person_id)
        )
        await connection.execute(
            t.participations.update()
            .where(t.participations.c.id == member.participation_id)
            .values(entered_by=by)
        )


async def answers(
    village: Village, who: int | Curator, pair_id: UUID, accepts: bool, of: UUID
) -> PairState:
    return await pairs.answer(
        village.db,
        await village.actor(who),
        pair_id=pair_id,
        accepts=accepts,
        profile=village.profile,
        speaking_for=of,
    )


async def test_a_proposal_is_answered_and_named_after_who_entered_it(village: Village) -> None:
    anna = await village.curator()
    teacher = await joins_team(village, anna, Role.CLASS_TEACHER)
    entered = await tamara(village, anna)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.proposes_to(anna, entered, igor.participation_id)
    her = await village.actor(teacher)
    [asked] = await speaking.waiting(village.db, her, programme_id=anna.programme_id)
    assert (asked.kind, asked.subject, asked.partner) == (Kind.PAIR, pair_id, "Игорь")
    seen = await pairs.proposal(village.db, her, pair_id=pair_id, speaking_for=entered)
    assert (seen.side, seen.partner) == (Role.MENTEE, "Игорь")
    assert await answers(village, teacher, pair_id, True, entered) is PairState.PROPOSED
    assert await speaking.waiting(village.db, her, programme_id=anna.programme_id) == []
    await pairs.answer(
        village.db, await village.actor(igor), pair_id=pair_id, accepts=True,
        profile=village.profile,
    )  # fmt: skip
    async with village.db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        assert pair.state is PairState.INTRO
        assert (pair.mentee_answered_by, pair.mentor_answered_by) == (her.person_id, None)
    card = await pair_cards.card(
        village.db, await village.actor(anna), pair_id=pair_id, profile=village.profile
    )
    assert [name for name, _ in card.entered] == ["Тамара Белова"]


async def test_a_no_is_told_to_the_other_side_only(village: Village) -> None:
    anna = await village.curator()
    entered = await tamara(village, anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes_to(anna, entered, igor.participation_id)
    assert await answers(village, anna, pair_id, False, entered) is PairState.DECLINED
    assert [n.to for n in await village.notices("pair-not-formed")] == [igor.person_id]


async def test_nobody_answers_for_who_can_answer_alone(village: Village) -> None:
    """Not for who came by the messenger, and not for the side that the pair does not have."""
    anna = await village.curator()
    entered = await tamara(village, anna)
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "2"})
    pair_id = await village.proposes(anna, dima, igor)
    for of in (dima.participation_id, igor.participation_id, entered):
        with pytest.raises(NotAllowed):
            await answers(village, anna, pair_id, True, of)
    theirs = await village.proposes_to(anna, entered, igor.participation_id)
    psychologist = await joins_team(village, anna, Role.PSYCHOLOGIST)
    with pytest.raises(NotAllowed):
        await answers(village, psychologist, theirs, True, entered)
    with pytest.raises(NotAllowed):
        await answers(village, igor.account, theirs, True, entered)


async def test_a_survey_is_answered_as_it_was_said(village: Village) -> None:
    anna = await village.curator()
    entered = await tamara(village, anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes_to(anna, entered, igor.participation_id)
    await answers(village, anna, pair_id, True, entered)
    me = await village.actor(igor)
    await pairs.answer(
        village.db, me, pair_id=pair_id, accepts=True, profile=village.profile
    )
    await village.opens_wave(anna)
    her = await village.actor(anna)
    [asked] = await speaking.waiting(village.db, her, programme_id=anna.programme_id)
    assert asked.kind is Kind.SURVEY
    with pytest.raises(NotAllowed):
        await surveys.screen(village.db, me, response_id=asked.subject)
    screen = await village.taps(her, asked.subject, "useful", "7")
    while screen.item is not None:
        options = screen.item.kind.options()
        screen = (
            await village.taps(her, asked.subject, screen.item.key, options[0].value)
            if options
            else await surveys.skip(
                village.db, her, response_id=asked.subject, key=screen.item.key
            )
        )
        if screen.item is not None and screen.chosen is not None:
            screen = await surveys.next_item(
                village.db, her, response_id=asked.subject, key=screen.item.key
            )
    async with village.db.reading() as tx:
        kept = await tx.get(Response, asked.subject)
    assert kept.state is ResponseState.FINISHED
    assert (kept.answers["useful"], kept.entered_by) == (7, her.person_id)
    mine = await surveys.waiting_for(village.db, me)
    await village.taps(me, mine[0].response_id, "useful", "3")
    async with village.db.reading() as tx:
        assert (await tx.get(Response, mine[0].response_id)).entered_by is None
    with pytest.raises(NotAllowed):
        await surveys.screen(village.db, her, response_id=mine[0].response_id)


async def test_a_meeting_is_agreed_and_told_of_as_they_said(village: Village) -> None:
    anna = await village.curator()
    entered = await tamara(village, anna)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.proposes_to(anna, entered, igor.participation_id)
    await answers(village, anna, pair_id, True, entered)
    me, her = await village.actor(igor), await village.actor(anna)
    await pairs.answer(village.db, me, pair_id=pair_id, accepts=True, profile=village.profile)

    async def waiting() -> list[tuple[Kind, UUID]]:
        asked = await speaking.waiting(village.db, her, programme_id=anna.programme_id)
        assert {one.participation_id for one in asked} <= {entered}
        assert {one.partner for one in asked} <= {"Игорь"}
        return [(one.kind, one.subject) for one in asked]

    at = village.wall() + timedelta(days=1)
    none = await village.offers(igor, pair_id, at)
    assert await waiting() == [(Kind.OFFER, none)]
    with pytest.raises(NotAllowed):  # not for the side that can answer alone
        await meetings.pick(
            village.db, her, meeting_id=none, at=at, speaking_for=igor.participation_id
        )
    await meetings.cancel(village.db, her, meeting_id=none, speaking_for=entered)
    assert [n.to for n in await village.notices("meeting-cancelled")] == [igor.person_id]
    assert await waiting() == []
    meeting_id = await village.offers(igor, pair_id, at, at + timedelta(hours=2))
    await meetings.pick(village.db, her, meeting_id=meeting_id, at=at, speaking_for=entered)
    assert await waiting() == []
    assert igor.person_id in [n.to for n in await village.notices("meeting-agreed")]
    village.wall.move(timedelta(days=1, hours=2))
    assert await waiting() == [(Kind.RECEIPT, meeting_id)]
    await meetings.confirm(village.db, me, meeting_id=meeting_id, receipt=Receipt.HELD)
    assert await waiting() == [(Kind.RECEIPT, meeting_id)]
    await meetings.confirm(
        village.db, her, meeting_id=meeting_id, receipt=Receipt.HELD, speaking_for=entered
    )
    assert await waiting() == []
    async with village.db.reading() as tx:
        assert (await tx.get(Meeting, meeting_id)).settled
        assert (await tx.get(Pair, pair_id)).state is PairState.TRIAL
    await village.offers(igor, pair_id, village.wall() + timedelta(hours=1))
    village.wall.move(timedelta(hours=2))
    assert await waiting() == []  # nothing to choose from any more


async def test_a_mentor_is_spoken_for_until_the_pair_has_a_meeting_ahead(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.pair(anna, dima, igor)
    her = await village.actor(anna)
    await loses_account(village, igor, her.person_id)
    db, of = village.db, igor.participation_id
    [asked] = await speaking.waiting(db, her, programme_id=anna.programme_id)
    assert (asked.kind, asked.subject) == (Kind.MEETING, pair_id)
    at = village.wall() + timedelta(days=1)
    meeting_id = await meetings.offer(
        db, her, pair_id=pair_id, times=[at], place="on-site", speaking_for=of
    )
    assert await speaking.waiting(db, her, programme_id=anna.programme_id) == []
    await meetings.pick(db, await village.actor(dima), meeting_id=meeting_id, at=at)
    village.later(days=1, hours=2)
    await meetings.confirm(db, her, meeting_id=meeting_id, receipt=Receipt.HELD, speaking_for=of)
    told = Details(minutes=45, mood=4)
    await receipts.tell_more(db, her, meeting_id=meeting_id, details=told, speaking_for=of)
    async with db.reading() as tx:
        meeting = await tx.get(Meeting, meeting_id)
    assert meeting.entered == {igor.person_id: her.person_id}
    assert (meeting.minutes, meeting.mood) == (45, 4)
    card = await pair_cards.card(db, her, pair_id=pair_id, profile=village.profile)
    assert card.entered_meetings == ((meeting.at, "Игорь", "Анна Петрова"),)

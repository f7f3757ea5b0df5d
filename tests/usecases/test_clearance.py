"""No pair is at work without what both need: consents by age, a decision, valid checks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed, PairPaused
from bot.domain.notices import NoticeState
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Guardianship
from bot.storage.outgoing import Outgoing
from bot.usecases.consents import consents, privacy
from bot.usecases.joining import whereabouts
from bot.usecases.joining.whereabouts import Stand
from bot.usecases.matching import runs as matching_runs
from bot.usecases.pairs import meetings, pairs
from bot.usecases.programme import programmes
from bot.usecases.programme.new_days import NewDays
from tests.village import Curator, Member, Village, in_place


async def state(village: Village, pair_id: UUID) -> PairState:
    async with village.db.reading() as tx:
        return (await tx.get(Pair, pair_id)).state


async def agrees(
    village: Village, who: Member | int, ward: Member, anna: Curator, kind: str, *,
    agrees: bool = True,
) -> bool:  # fmt: skip
    return await consents.answer(
        village.db,
        await village.actor(who),
        person_id=ward.person_id,
        organisation_id=anna.organisation_id,
        kind=kind,
        agrees=agrees,
        profile=village.profile,
        channel="telegram",
    )


async def ends(village: Village, mentor: Member, *, days: int) -> None:
    """The mentor's certificate holds so many days from today."""
    async with village.db.transaction() as tx:
        found = await tx.consents.checks_of([mentor.person_id])
        for check in (one for some in found.values() for one in some):
            check.expires_on = village.wall().date() + timedelta(days=days)


async def test_at_14_the_pair_rests_until_the_child_has_answered(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    assert await village.goes_round() == 0
    village.later(days=10)
    await village.goes_round()
    assert await state(village, pair_id) is PairState.PAUSED
    [asked] = await village.notices("consent-asked", to=vanya.person_id)
    assert asked.subject == vanya.person_id
    with pytest.raises(PairPaused):
        await village.offers(igor, pair_id, village.wall() + timedelta(days=2))
    assert await agrees(village, vanya, vanya, anna, "processing-minor")
    assert await state(village, pair_id) is PairState.INTRO
    assert not await village.letters("consent-asked"), "asked although it was answered"
    assert not await village.notices("pair-paused"), "paused although it goes on"
    assert len(await village.letters("pair-resumed")) == 3


async def test_no_meeting_is_reminded_of_while_the_pair_rests(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    await village.said()
    await village.meets(vanya, igor, pair_id, village.wall() + timedelta(days=11))
    village.later(days=10, hours=1)
    await village.goes_round()
    assert await village.notices("meeting-tomorrow")
    assert not await village.letters("meeting-tomorrow", "meeting-soon", "meeting-agreed")
    await agrees(village, vanya, vanya, anna, "processing-minor")
    assert await village.letters("meeting-tomorrow")


async def test_a_time_offered_before_the_pause_cannot_be_picked_in_it(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    at = village.wall() + timedelta(days=12)
    offered = await village.offers(igor, pair_id, at)
    village.later(days=10)
    await village.goes_round()
    me = await village.actor(vanya)
    with pytest.raises(PairPaused):
        await meetings.pick(village.db, me, meeting_id=offered, at=at)


async def test_a_child_of_14_who_says_no_leaves(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    village.later(days=10)
    await village.goes_round()
    assert not await agrees(village, vanya, vanya, anna, "processing-minor", agrees=False)
    assert await state(village, pair_id) is PairState.DISSOLVED
    assert await village.notices(to=vanya.person_id) == []


async def test_at_18_the_guardians_access_ends_and_the_adult_confirms(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, lena, igor)
    await village.born(lena, village.years_ago(18) + timedelta(days=1))
    assert await village.goes_round() == 0
    village.later(days=1)
    await village.goes_round()
    assert await state(village, pair_id) is PairState.PAUSED
    assert (await village.actor(mother)).roles == frozenset()
    with pytest.raises(NotAllowed):
        await privacy.withdraw_for_ward(
            village.db, await village.actor(mother), ward_id=lena.person_id
        )
    parent = (await village.actor(mother)).person_id
    [told] = await village.letters("guardianship-ended", to=parent)
    assert told.args["name"] == "Лена Кузнецова"
    [asked] = await village.letters("consent-asked")
    assert asked.key == "letter-consent-adult"
    await agrees(village, lena, lena, anna, "processing-adult")
    assert await state(village, pair_id) is PairState.INTRO


async def test_the_ending_of_one_childhood_leaves_the_other_child_alone(village: Village) -> None:
    anna = await village.curator()
    lena, petya = await village.minor(anna), await village.minor(anna, name="Петя")
    mother = await village.guardian(lena)
    opened = await village.opens(mother, await village.guardian_link(petya))
    await village.consents(opened)
    await village.born(lena, village.years_ago(18))
    await village.goes_round()
    actor = await village.actor(mother)
    assert actor.roles == {Role.GUARDIAN}
    async with village.db.reading() as tx:
        assert [g.ward_id for g in await tx.people.wards_of(actor.person_id)] == [petya.person_id]


async def test_a_round_run_twice_changes_and_says_nothing_more(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, vanya, igor)
    village.later(days=10)
    await village.goes_round()
    before = [n.id for n in await village.notices()]
    village.later(hours=1)
    assert await village.goes_round() == 0
    assert [n.id for n in await village.notices()] == before


async def test_who_does_not_answer_is_asked_again_after_two_weeks(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    village.later(days=10)
    await village.goes_round()
    await village.said()
    village.later(days=13)
    await village.goes_round()
    assert not await village.notices("consent-asked")
    village.later(days=2)
    await village.goes_round()
    assert len(await village.notices("consent-asked", to=vanya.person_id)) == 1


async def test_a_pair_agreed_to_by_both_waits_for_what_is_missing(village: Village) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna, turns_14_in=1)
    igor = await village.joins(anna, Role.MENTOR)
    proposed = await village.proposes(anna, vanya, igor)
    village.later(days=1)
    said = [
        await pairs.answer(
            village.db, await village.actor(who), pair_id=proposed, accepts=True,
            profile=village.profile,
        )
        for who in (vanya, igor)
    ]  # fmt: skip
    assert said[-1] is PairState.PAUSED
    assert not await village.notices("pair-active")
    [mine] = await village.letters("pair-paused", to=vanya.person_id)
    assert mine.key == "letter-pair-waits-mine"
    curator = (await village.actor(anna)).person_id
    [told] = await village.letters("pair-paused", to=curator)
    assert (told.args["mentee_ready"], told.args["mentor_ready"]) == (False, True)
    await agrees(village, vanya, vanya, anna, "processing-minor")
    assert await state(village, proposed) is PairState.INTRO
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, proposed)).active_since == village.wall()
    assert len(await village.letters("pair-active")) == 2
    assert len(await village.letters("pair-outcome", to=curator)) == 1


async def test_a_mentor_without_the_certificate_is_proposed_to_nobody(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)

    async def mentors() -> int:
        found = await matching_runs.outlook(
            village.db, await village.actor(anna), programme_id=anna.programme_id,
            profile=village.profile, run=in_place,
        )  # fmt: skip
        return found.mentors

    assert await mentors() == 1
    await ends(village, igor, days=-1)
    assert await mentors() == 0


async def test_a_certificate_that_expires_rests_the_pair_and_a_new_one_wakes_it(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await ends(village, igor, days=7)
    assert await village.goes_round() == 0
    village.later(days=7)
    assert await village.goes_round() == 0, "the last day still counts"
    village.later(days=1)
    await village.goes_round()
    assert await state(village, pair_id) is PairState.PAUSED
    [to_mentee] = await village.letters("pair-paused", to=dima.person_id)
    assert to_mentee.key == "letter-pair-rests-other", "whose certificate it is, is not told"
    await village.checks(anna, igor)
    assert await state(village, pair_id) is PairState.INTRO


async def test_a_new_text_is_asked_of_everybody_and_the_old_consent_holds(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, lena, igor)
    village.profile = replace(
        village.profile,
        consents={
            kind: replace(text, version="2031-01-01")
            for kind, text in village.profile.consents.items()
        },
    )
    await village.goes_round()
    parent = (await village.actor(mother)).person_id
    asked = {(n.to, n.subject) for n in await village.notices("consent-asked")}
    assert asked == {
        (lena.person_id, lena.person_id),
        (parent, lena.person_id),
        (igor.person_id, igor.person_id),
    }
    assert await state(village, pair_id) is PairState.INTRO
    for who, kind in ((lena, "processing-minor"), (mother, "guardian")):
        assert await agrees(village, who, lena, anna, kind)
    async with village.db.reading() as tx:
        rows = await tx.consents.of(lena.person_id, anna.organisation_id)
    valid = {(c.kind, c.version) for c in rows if c.valid}
    assert valid == {("processing-minor", "2031-01-01"), ("guardian", "2031-01-01")}
    assert len(await village.letters("consent-asked")) == 1  # only Igor has not answered
    assert not await agrees(village, igor, igor, anna, "processing-adult", agrees=False)
    assert await state(village, pair_id) is PairState.DISSOLVED


async def test_an_optional_document_is_given_refused_and_taken_back_alone(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)

    async def answers() -> dict[str, str]:
        found = await consents.shelves(
            village.db, await village.actor(mother), person_id=lena.person_id,
            profile=village.profile,
        )  # fmt: skip
        return {line.document.kind: str(line.answer) for shelf in found for line in shelf.lines}

    kind = "psychology-guardian"
    assert (await answers())[kind] == "open"
    for yes, stands in ((False, "refused"), (True, "given"), (True, "given"),
                        (False, "withdrawn")):  # fmt: skip
        village.later(minutes=1)
        assert await agrees(village, mother, lena, anna, kind, agrees=yes)
        assert (await answers())[kind] == stands
    assert await village.state(lena) is ParticipationState.APPROVED


async def test_the_child_cannot_sign_in_the_guardians_place(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    for kind in ("guardian", "psychology-guardian", "processing-adult", "nonsense"):
        with pytest.raises(Gone):
            await agrees(village, lena, lena, anna, kind)


async def test_a_guardian_who_took_it_back_agrees_anew_when_the_child_returns(
    village: Village,
) -> None:
    """A second guardianship of the same two was an error of the database."""
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await privacy.withdraw_for_ward(
        village.db, await village.actor(mother), ward_id=lena.person_id
    )
    back = await village.enters(anna, Role.MENTEE, lena.account)
    await village.agrees(back, AgeBand.FROM_14_TO_17)
    await village.sends(back)
    assert await village.state(back) is ParticipationState.GUARDIAN
    opened = await village.opens(mother, await village.guardian_link(back))
    await village.consents(opened)
    assert await village.state(back) is ParticipationState.APPLIED
    async with village.db.reading() as tx:
        guardianships = await tx.consents.guardians([lena.person_id])
    assert len(guardianships) == 1
    assert isinstance(guardianships[0], Guardianship)


async def test_a_letter_claimed_before_the_withdrawal_does_not_go_out_after_it(
    village: Village,
) -> None:
    """The deliverer had it in hand: only the wire itself comes too early to be stopped."""
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.proposes(anna, dima, igor)
    outgoing = Outgoing(village.db, "me")
    claimed = await outgoing.claim(100)
    mine = [n for n in claimed if n.to == dima.person_id]
    assert mine
    await privacy.withdraw(
        village.db, await village.actor(dima), organisation_id=anna.organisation_id
    )
    assert [await outgoing.mark(n) for n in mine] == [False] * len(mine)
    about = [n for n in claimed if n.kind == "pair-proposed" and n.to == igor.person_id]
    assert [await outgoing.mark(n) for n in about] == [False]
    others = [n for n in claimed if n.kind == "application-approved" and n.to == igor.person_id]
    assert [await outgoing.mark(n) for n in others] == [True]
    assert NoticeState.IN_FLIGHT not in {n.state for n in await village.notices()}


async def test_every_pair_is_reviewed_in_as_many_statements_as_five(
    sqlite_village: Village,
) -> None:
    from tests.usecases.test_queries import FEW, MANY, counted, crowd

    village = sqlite_village
    few = await village.curator("Малый", "Малая")
    await crowd(village, few, FEW)

    async def cost() -> int:
        await village.goes_round()  # whoever agreed to an older text is asked, once
        with counted(village.db) as seen:
            assert await village.goes_round() == 0
        return len(seen)

    short = await cost()
    many = await village.curator("Большой", "Большая")
    await crowd(village, many, MANY)
    assert await cost() == short <= 20


async def test_the_age_kept_says_nothing_of_a_participation_in_the_wrong_state(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    async with village.db.transaction() as tx:
        one = await tx.get(Participation, igor.participation_id)
        one.state = ParticipationState.RESERVE
    await village.goes_round()
    assert await state(village, pair_id) is PairState.PAUSED


async def test_no_pair_is_at_work_past_the_midnight_at_which_a_document_ends(
    village: Village,
) -> None:
    """Not an hour later: the minute in which the day begins where the organisation is."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    days = NewDays(village.db, village.profile)
    await ends(village, igor, days=0)
    assert await days.look() == 0
    village.wall.set(datetime(2030, 3, 13, 18, 59, tzinfo=UTC))  # 23:59 in Chelyabinsk
    assert await days.look() == 0
    assert await state(village, pair_id) is PairState.INTRO
    village.later(minutes=1)
    assert await days.look() == 1
    assert await state(village, pair_id) is PairState.PAUSED
    [line] = await programmes.mine(village.db, await village.actor(anna))
    assert (line.active_pairs, line.free_mentees) == (0, 0), "whose pair rests is not alone"
    [path] = await whereabouts.paths(
        village.db, await village.actor(dima), profile=village.profile
    )
    assert [p.key for p in path.points if p.stand is Stand.NOW] == ["paused"]
    assert await days.look() == 0


async def test_a_birthday_counts_from_midnight_on_also_for_a_bot_that_has_just_started(
    village: Village,
) -> None:
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    village.later(days=10)
    await NewDays(village.db, village.profile).look()
    assert await state(village, pair_id) is PairState.PAUSED

"""What alumni offer, and what becomes of it."""

from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.offers import OfferState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.responses import Response
from bot.usecases.consents import privacy
from bot.usecases.joining import intake, volunteers
from bot.usecases.monitoring import surveys
from bot.usecases.programme import offers
from tests.village import Curator, Member, Village

ALL = ["mentor", "talk", "показать музей"]


async def register(
    village: Village, anna: Curator, state: OfferState = OfferState.NEW
) -> offers.Register:
    return await offers.register(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
        state=state,
    )


async def known(village: Village, anna: Curator, **answers: list[str] | str) -> Member:
    """By the curator's personal link, with the form sent."""
    link = await volunteers.known_link(
        village.db, await village.actor(anna), programme_id=anna.programme_id, label="Вера, 2010"
    )
    account = village.account()
    opened = await village.opens(account, link.token)
    assert opened.participation_id is not None
    vera = Member(account, opened.person_id, opened.participation_id)
    await village.agrees(vera)
    await village.fills(vera, Role.ALUMNUS, name="Вера Лань", answers={"offers": ALL, **answers})
    await village.sends(vera)
    return vera


async def first(village: Village, anna: Curator) -> UUID:
    return (await register(village, anna)).lines[0].offer_id


async def test_offers_are_in_the_register_once_the_curator_has_let_the_alumna_in(
    village: Village,
) -> None:
    anna = await village.curator()
    vera = await village.applies(anna, Role.ALUMNUS, answers={"offers": ALL})
    assert (await register(village, anna)).lines == ()
    await village.approves(anna, vera)
    found = await register(village, anna)
    assert found.counts == {OfferState.NEW: 3}
    assert {line.what.say("ru") if line.what else None for line in found.lines} == {
        "Быть наставником", "Встреча с ребятами", None,
    }  # fmt: skip


async def test_whom_the_curator_knows_goes_past_the_queue(village: Village) -> None:
    anna = await village.curator()
    curator = (await village.actor(anna)).person_id
    vera = await known(village, anna)
    assert await village.state(vera) is ParticipationState.APPROVED
    assert await village.notices("application-arrived") == []
    [arrived] = await village.notices("offer-arrived", to=curator)
    assert arrived.subject == anna.programme_id
    assert len((await register(village, anna)).lines) == 3


async def test_a_link_for_one_lets_in_one(village: Village) -> None:
    from bot.domain.errors import InvitationNotValid

    anna = await village.curator()
    link = await volunteers.known_link(
        village.db, await village.actor(anna), programme_id=anna.programme_id, label="Вера"
    )
    await village.opens(village.account(), link.token)
    with pytest.raises(InvitationNotValid):
        await village.opens(village.account(), link.token)


async def test_a_common_link_never_skips_the_queue(village: Village) -> None:
    anna = await village.curator()
    maria = await village.applies(anna, Role.ALUMNUS)
    assert await village.state(maria) is ParticipationState.APPLIED


async def test_an_offer_goes_its_way_and_thanks_are_sent_once(village: Village) -> None:
    anna = await village.curator()
    vera = await known(village, anna)
    me, offer_id = await village.actor(anna), await first(village, anna)
    for state in (OfferState.TALKING, OfferState.AGREED):
        await offers.move(village.db, me, offer_id=offer_id, to=state)
    assert await village.notices("offer-thanks") == []
    await offers.move(village.db, me, offer_id=offer_id, to=OfferState.DONE)
    await offers.move(village.db, me, offer_id=offer_id, to=OfferState.DONE)  # a second press
    assert len(await village.notices("offer-thanks", to=vera.person_id)) == 1
    with pytest.raises(Gone):
        await offers.move(village.db, me, offer_id=offer_id, to=OfferState.TALKING)
    assert (await register(village, anna)).counts[OfferState.DONE] == 1


async def test_a_ready_message_takes_the_offer_up_and_is_not_sent_twice(village: Village) -> None:
    anna = await village.curator()
    vera = await known(village, anna)
    me, offer_id = await village.actor(anna), await first(village, anna)
    for _ in range(2):
        await offers.write(village.db, me, offer_id=offer_id, about="call")
    assert len(await village.notices("offer-call", to=vera.person_id)) == 1
    assert (await register(village, anna)).counts[OfferState.TALKING] == 1
    with pytest.raises(Gone):
        await offers.write(village.db, me, offer_id=offer_id, about="anything")
    await offers.move(village.db, me, offer_id=offer_id, to=OfferState.DECLINED)
    with pytest.raises(Gone):
        await offers.write(village.db, me, offer_id=offer_id, about="day")
    assert await village.letters("offer-call") == []  # no call is promised any more


async def test_a_corrected_form_adds_and_takes_back_but_not_what_is_taken_up(
    village: Village,
) -> None:
    anna = await village.curator()
    vera = await known(village, anna)
    me = await village.actor(anna)
    lines = (await register(village, anna)).lines
    talk = next(one for one in lines if one.what and one.what.say("en") == "Give a talk")
    await offers.move(village.db, me, offer_id=talk.offer_id, to=OfferState.TALKING)
    her = await village.actor(vera)
    form = await intake.correct_form(village.db, her, participation_id=vera.participation_id)
    await surveys.edit(village.db, her, response_id=form, key="offers")
    for value in ("mentor", "talk", "excursion"):  # two are taken back, one comes anew
        await village.taps(her, form, "offers", value)
    await surveys.next_item(village.db, her, response_id=form, key="offers")
    await village.sends(vera)
    async with village.db.reading() as tx:
        kept = {one.kind: one.state for one in await tx.offers.of_participation(
            vera.participation_id
        )}  # fmt: skip
    assert kept == {"talk": "talking", "excursion": "new", "own": "new"}


async def test_who_leaves_takes_the_offers_along(village: Village) -> None:
    anna = await village.curator()
    vera = await known(village, anna)
    offer_id = await first(village, anna)
    await offers.write(village.db, await village.actor(anna), offer_id=offer_id, about="day")
    await privacy.withdraw(
        village.db, await village.actor(vera), organisation_id=anna.organisation_id
    )
    assert (await register(village, anna)).counts == {}
    assert await village.letters("offer-day", "offer-arrived") == []
    with pytest.raises(Gone):
        await offers.card(
            village.db, await village.actor(anna), offer_id=offer_id, profile=village.profile
        )


async def test_an_alumna_becomes_a_mentor_with_what_is_known_filled_in(village: Village) -> None:
    anna = await village.curator()
    vera = await known(village, anna, workplace="ЧТЗ, мастер")
    me = await village.actor(vera)
    about = {"participation_id": vera.participation_id}
    assert await volunteers.may_mentor(village.db, me, **about)
    mentor_id = await volunteers.become_mentor(village.db, me, **about, profile=village.profile)
    again = await volunteers.become_mentor(village.db, me, **about, profile=village.profile)
    assert again == mentor_id
    assert not await volunteers.may_mentor(village.db, await village.actor(vera), **about)
    async with village.db.reading() as tx:
        mentor = await tx.get(Participation, mentor_id)
        assert (mentor.role, mentor.state) == (Role.MENTOR, ParticipationState.FORM)
        assert mentor.response_id is not None
        form = await tx.get(Response, mentor.response_id)
        questionnaire = await tx.surveys.version(form.questionnaire_id)
        assert form.counted(questionnaire) == {
            "name": "Вера Лань", "birth_year": 1992, "kind": "alumnus", "workplace": "ЧТЗ, мастер",
        }  # fmt: skip
        current = form.current(questionnaire)
    assert current is not None
    assert current.key == "own_children"


async def test_who_did_not_offer_it_is_not_led_to_mentoring(village: Village) -> None:
    anna = await village.curator()
    maria = await village.joins(anna, Role.ALUMNUS)
    about = {"participation_id": maria.participation_id}
    assert not await volunteers.may_mentor(village.db, await village.actor(maria), **about)

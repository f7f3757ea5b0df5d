"""A consent is taken back as easily as it was given, and then nothing goes on."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import NotAllowed
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import ParticipationState
from bot.domain.responses import Response, ResponseState
from bot.usecases.consents import privacy
from bot.usecases.monitoring import surveys
from tests.village import Curator, Member, Village

State = ParticipationState


@dataclass
class AtWork:
    village: Village
    anna: Curator
    lena: Member  # sixteen
    mother: int
    igor: Member
    pair_id: UUID
    meeting_id: UUID
    response_id: UUID

    async def withdraws(self, who: Member) -> None:
        await privacy.withdraw(
            self.village.db,
            await self.village.actor(who),
            organisation_id=self.anna.organisation_id,
        )


@pytest.fixture
async def work(village: Village) -> AtWork:
    """A pair with a meeting ahead, a survey begun, and a guardian in the background."""
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    pair_id = await village.pair(anna, lena, igor)
    await village.said()
    at = village.wall() + timedelta(days=3)
    meeting_id = await village.meets(lena, igor, pair_id, at)
    await village.opens_wave(anna)
    [survey] = await surveys.waiting_for(village.db, await village.actor(lena))
    return AtWork(village, anna, lena, mother, igor, pair_id, meeting_id, survey.response_id)


async def test_taking_it_back_ends_everything_at_once(work: AtWork) -> None:
    village = work.village
    await work.withdraws(work.lena)
    assert await village.state(work.lena) is State.WITHDRAWN
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, work.pair_id)).state is PairState.DISSOLVED
        assert (await tx.get(Meeting, work.meeting_id)).state is MeetingState.CANCELLED
        assert (await tx.get(Response, work.response_id)).state is ResponseState.CLOSED
        consents = await tx.people.consents_of(work.lena.person_id)
    assert all(not consent.valid for consent in consents)
    assert (await village.actor(work.lena)).roles == frozenset()


async def test_nothing_more_is_said_to_who_has_left(work: AtWork) -> None:
    await work.withdraws(work.lena)
    assert await work.village.notices(to=work.lena.person_id) == []


async def test_the_partner_hears_that_the_pair_is_over_and_nothing_of_the_meeting(
    work: AtWork,
) -> None:
    village = work.village
    await work.withdraws(work.lena)
    kinds = {n.kind for n in await village.notices(to=work.igor.person_id)}
    assert "pair-not-formed" in kinds
    assert not any(kind.startswith("meeting") for kind in kinds)
    [letter] = await village.letters("pair-not-formed", to=work.igor.person_id)
    assert letter.key == "letter-pair-closed"


async def test_the_curator_hears_who_has_left(work: AtWork) -> None:
    await work.withdraws(work.lena)
    [letter] = await work.village.letters("consent-withdrawn")
    assert letter.args["name"] == "Лена Кузнецова"


async def test_the_partner_goes_on_with_the_programme(work: AtWork) -> None:
    village = work.village
    await work.withdraws(work.lena)
    assert await village.state(work.igor) is State.APPROVED
    assert await surveys.waiting_for(village.db, await village.actor(work.igor))


async def test_a_second_withdrawal_changes_and_tells_nothing(work: AtWork) -> None:
    village = work.village
    await work.withdraws(work.lena)
    before = [n.id for n in await village.notices()]
    village.later(minutes=5)
    await work.withdraws(work.lena)
    assert [n.id for n in await village.notices()] == before


async def test_a_guardian_takes_the_consent_for_the_child_back(work: AtWork) -> None:
    village = work.village
    await privacy.withdraw_for_ward(
        village.db, await village.actor(work.mother), ward_id=work.lena.person_id
    )
    assert await village.state(work.lena) is State.WITHDRAWN
    async with village.db.reading() as tx:
        kinds = await tx.people.consents_for([work.lena.person_id], work.anna.organisation_id)
    assert "guardian" not in kinds.get(work.lena.person_id, set())


async def test_nobody_but_the_guardian_takes_it_back_for_a_child(work: AtWork) -> None:
    village = work.village
    other = await village.minor(work.anna, name="Соня")
    stranger = await village.guardian(other, name="Ирина")
    for who in (stranger, work.igor, work.anna):
        with pytest.raises(NotAllowed):
            await privacy.withdraw_for_ward(
                village.db, await village.actor(who), ward_id=work.lena.person_id
            )
    assert await village.state(work.lena) is State.APPROVED


async def test_leaving_one_organisation_leaves_the_other_alone(village: Village) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    igor = await village.joins(anna, Role.MENTOR)
    there = await village.applies(boris, Role.MENTOR, account=igor.account)
    await village.approves(boris, there)
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    assert await village.state(igor) is State.WITHDRAWN
    assert await village.state(there) is State.APPROVED
    [left] = (await village.actor(igor)).assignments
    assert left.organisation_id == boris.organisation_id


async def test_who_left_may_come_back_and_agrees_anew(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    back = await village.enters(anna, Role.MENTOR, igor.account)
    assert back.participation_id == igor.participation_id
    assert await village.state(igor) is State.CONSENT
    await village.agrees(igor)
    assert await village.sends(igor) is State.APPLIED  # the answers of the first time


async def test_the_bot_shows_everything_it_keeps_about_a_person(work: AtWork) -> None:
    village = work.village
    seen = await privacy.known(village.db, await village.actor(work.lena))
    assert (seen.name, seen.birth_year) == ("Лена Кузнецова", 2014)
    assert [c.kind for c in seen.consents] == ["processing-minor", "guardian"]
    assert (seen.pairs, seen.meetings) == (1, 1)
    assert seen.forms[0].answers["group"] == "ПО-21"
    guardian = await privacy.known(village.db, await village.actor(work.mother))
    assert guardian.wards == ((work.lena.person_id, "Лена Кузнецова"),)


async def test_a_survey_answered_before_leaving_is_kept_for_the_figures(work: AtWork) -> None:
    village = work.village
    await village.taps(await village.actor(work.lena), work.response_id, "useful", "7")
    await work.withdraws(work.lena)
    async with village.db.reading() as tx:
        kept = await tx.get(Response, work.response_id)
    assert kept.answers == {"useful": 7}

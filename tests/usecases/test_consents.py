"""Who agrees to what, by age: nothing is asked of a child before the guardian has agreed."""

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import ConsentMissing, Gone, GuardianIsMinor, OwnWard
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Consent, Person, Tone
from bot.usecases.applications import applications
from bot.usecases.joining import guardians, intake
from bot.usecases.monitoring import surveys
from tests.village import Member, Village

State = ParticipationState


async def consents(village: Village, person_id: UUID) -> list[Consent]:
    async with village.db.reading() as tx:
        return list(await tx.people.consents_of(person_id))


async def test_an_adult_agrees_fills_the_form_and_waits_for_the_curator(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTOR)
    assert await village.agrees(igor) is State.FORM
    await village.fills(igor, Role.MENTOR, name="Игорь Сафонов")
    assert await village.sends(igor) is State.APPLIED
    [letter] = await village.letters("application-arrived")
    assert letter.args["count"] == 1


async def test_a_consent_is_kept_with_version_hash_language_and_time(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTOR)
    me = await village.actor(igor)
    shown = await intake.consent_text(
        village.db,
        me,
        participation_id=igor.participation_id,
        band=AgeBand.ADULT,
        profile=village.profile,
    )
    assert "Анна Петрова" in shown.full.say("ru")
    assert "Колледж №1" in shown.full.say("ru")
    await village.agrees(igor)
    [kept] = await consents(village, igor.person_id)
    assert (kept.kind, kept.version) == ("processing-adult", shown.version)
    assert kept.text_hash == shown.hash("ru", me.tone)
    assert (kept.locale, kept.channel) == ("ru", "telegram")
    assert (kept.given_by, kept.given_at) == (igor.person_id, village.wall())


async def test_nothing_is_asked_before_the_consent(village: Village) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    with pytest.raises(ConsentMissing):
        await intake.form_of(
            village.db, await village.actor(lena), participation_id=lena.participation_id
        )


async def test_a_second_press_on_agree_keeps_one_consent(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTOR)
    await village.agrees(igor)
    with pytest.raises(Gone):
        await village.agrees(igor)
    assert len(await consents(village, igor.person_id)) == 1


async def test_from_14_the_form_comes_first_and_then_waits_for_the_guardian(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    assert await village.agrees(lena, AgeBand.FROM_14_TO_17) is State.FORM
    await village.fills(lena, Role.MENTEE, name="Лена Кузнецова", born="2014")
    assert await village.sends(lena) is State.GUARDIAN
    assert not await village.notices("application-arrived")
    mother = await village.guardian(lena)
    assert await village.state(lena) is State.APPLIED
    assert await village.notices("application-arrived")
    assert (await village.actor(mother)).roles == {Role.GUARDIAN}
    [told] = await village.letters("guardian-agreed", to=lena.person_id)
    assert told.key == "letter-guardian-agreed"


async def test_under_14_the_guardian_comes_before_any_question(village: Village) -> None:
    anna = await village.curator()
    child = await village.enters(anna, Role.MENTEE)
    assert await village.agrees(child, AgeBand.UNDER_14) is State.GUARDIAN
    me = await village.actor(child)
    with pytest.raises(ConsentMissing):
        await intake.form_of(village.db, me, participation_id=child.participation_id)
    await village.guardian(child)
    assert await village.state(child) is State.FORM
    [told] = await village.letters("guardian-agreed", to=child.person_id)
    assert told.key == "letter-guardian-agreed-form"
    await village.fills(child, Role.MENTEE, name="Ваня", born="2018")
    assert await village.sends(child) is State.APPLIED


async def test_a_minor_who_mentors_needs_a_guardian_too(village: Village) -> None:
    anna = await village.curator()
    timur = await village.minor(anna, Role.MENTOR, name="Тимур")
    assert await village.state(timur) is State.GUARDIAN
    await village.guardian(timur)
    assert await village.state(timur) is State.APPLIED


async def test_who_pressed_adult_and_gave_a_childs_year_of_birth_waits_for_a_guardian(
    village: Village,
) -> None:
    anna = await village.curator()
    sly = await village.enters(anna, Role.MENTEE)
    await village.agrees(sly, AgeBand.ADULT)
    await village.fills(sly, Role.MENTEE, name="Хитрец", born="2015")
    assert await village.sends(sly) is State.GUARDIAN


async def test_the_guardian_may_agree_while_the_form_is_still_being_filled(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.enters(anna, Role.MENTEE)
    await village.agrees(lena, AgeBand.FROM_14_TO_17)
    await village.guardian(lena)
    assert await village.state(lena) is State.FORM
    await village.fills(lena, Role.MENTEE, name="Лена", born="2014")
    assert await village.sends(lena) is State.APPLIED


async def test_the_curator_reads_no_answers_of_a_minor_before_the_guardian_agrees(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    curator = await village.actor(anna)
    seen = await applications.card(
        village.db, curator, participation_id=lena.participation_id, profile=village.profile
    )
    assert (seen.minor, seen.guardian_agreed, seen.answers) == (True, False, {})
    with pytest.raises(Gone):
        await village.approves(anna, lena)
    await village.guardian(lena)
    seen = await applications.card(
        village.db, curator, participation_id=lena.participation_id, profile=village.profile
    )
    assert seen.answers["group"] == "ПО-21"


async def test_a_guardian_sees_whose_consent_it_is_and_agrees_once(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    account = village.account()
    opened = await village.opens(account, await village.guardian_link(lena))
    seen = await guardians.ward(
        village.db,
        guardian_id=opened.person_id,
        invitation_id=opened.invitation_id,
        profile=village.profile,
    )
    assert (seen.name, seen.programme, seen.agreed) == ("Лена Кузнецова", "Траектория", False)
    await village.consents(opened)
    await village.consents(opened)
    kept = await consents(village, lena.person_id)
    assert [c.kind for c in kept] == ["processing-minor", "guardian"]
    assert kept[1].given_by == opened.person_id


async def test_the_child_cannot_agree_in_the_guardians_place(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    opened = await village.opens(village.account(), await village.guardian_link(lena))
    with pytest.raises(OwnWard):
        await guardians.consent(
            village.db,
            guardian_id=lena.person_id,
            invitation_id=opened.invitation_id,
            name="Лена сама",
            profile=village.profile,
            channel="telegram",
        )


async def test_another_child_of_the_programme_cannot_agree_for_a_friend(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    friend = await village.minor(anna, name="Соня Гусева")
    opened = await village.opens(friend.account, await village.guardian_link(lena))
    with pytest.raises(GuardianIsMinor):
        await village.consents(opened)
    assert await village.state(lena) is State.GUARDIAN
    assert await person_of(village, friend) == ("Соня Гусева", AgeBand.FROM_14_TO_17, Tone.TY)


async def person_of(village: Village, who: Member) -> tuple[str | None, AgeBand | None, Tone]:
    async with village.db.reading() as tx:
        person = await tx.get(Person, who.person_id)
        return person.name, person.age_band, person.tone


async def test_minors_are_spoken_to_as_ty_and_employers_as_vy(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    igor = await village.joins(anna, Role.MENTOR)
    assert (await village.actor(lena)).tone == Tone.TY
    assert (await village.actor(igor)).tone == Tone.VY


async def test_an_application_is_corrected_without_asking_for_everything_again(
    village: Village,
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR, name="Игорь")
    me = await village.actor(igor)
    form = await intake.correct_form(
        village.db, me, participation_id=igor.participation_id
    )
    await surveys.edit(village.db, me, response_id=form, key="name")
    await village.taps(me, form, "name", "Игорь Сафонов")
    assert await village.sends(igor) is State.APPLIED
    assert (await person_of(village, igor))[0] == "Игорь Сафонов"
    assert len(await village.notices("application-arrived")) == 1


async def test_the_moment_of_a_consent_is_the_transactions(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTOR)
    agreed_at: datetime = village.later(hours=5)
    await village.agrees(igor)
    async with village.db.reading() as tx:
        kept = await tx._session.scalar(select(Consent))
        assert kept is not None
        assert kept.given_at == agreed_at

"""Mentors pass what their kind needs, in any order, and nobody is approved before."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.access import Actor, Role
from bot.domain.errors import (
    AnswerTooLong,
    CheckOfSomebodyElse,
    Gone,
    NotAllowed,
    StepsMissing,
)
from bot.domain.participations import Participation, ParticipationState
from bot.domain.selection import Awaits, Stage
from bot.storage.tables import checks
from bot.usecases.applications import applications, checking, expiry, queue, selection, waiting
from bot.usecases.joining import intake
from bot.usecases.monitoring import surveys
from tests.village import MENTOR, Curator, Member, Village

State = ParticipationState
STUDENT = {"kind": "learner", "workplace": "ТМ-41"}


async def stage(village: Village, who: Member) -> tuple[Stage | None, Awaits | None]:
    async with village.db.reading() as tx:
        found = await tx.get(Participation, who.participation_id)
        return found.stage, queue.awaits_of(found, village.profile)


async def history(village: Village, anna: Curator, who: Member) -> list[str]:
    told = await selection.history(
        village.db,
        await village.actor(anna),
        participation_id=who.participation_id,
        profile=village.profile,
    )
    return [line.step for line in told.lines]


async def corrects(village: Village, who: Member, **answers: str) -> None:
    me = await village.actor(who)
    form = await intake.correct_form(village.db, me, participation_id=who.participation_id)
    for key in answers:
        await surveys.edit(village.db, me, response_id=form, key=key)
        await village.answers(who, form, {**MENTOR, **answers})
    await village.sends(who)


async def test_a_mentor_goes_step_by_step_and_the_history_tells_who_and_when(
    village: Village,
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    assert await stage(village, igor) == (None, Awaits.CHECK)
    await village.checks(anna, igor, kinds=("identity",))
    assert await stage(village, igor) == (None, Awaits.CHECK)
    await village.checks(anna, igor, kinds=("no-criminal-record",))
    assert await stage(village, igor) == (Stage.CHECKED, Awaits.INTERVIEW)
    village.later(hours=1)
    await village.interviews(anna, igor)
    assert await stage(village, igor) == (Stage.INTERVIEWED, Awaits.TRAINING)
    village.later(hours=1)
    await village.trains(anna, igor)
    assert await stage(village, igor) == (Stage.TRAINED, Awaits.DECISION)
    village.later(hours=1)
    await village.approves(anna, igor)
    assert await history(village, anna, igor) == [
        "checked", "interviewed", "trained", "approved",
    ]  # fmt: skip
    told = await selection.history(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        profile=village.profile,
    )
    assert {line.by for line in told.lines} == {"Анна Петрова"}
    assert told.lines[-1].at == village.wall()


@pytest.mark.parametrize("missing", ["checks", "interviews", "trains"])
async def test_nobody_is_approved_who_lacks_a_step(village: Village, missing: str) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    for step in ("checks", "interviews", "trains"):
        if step != missing:
            await getattr(village, step)(anna, igor)
    about: dict[str, Any] = {"participation_id": igor.participation_id, "profile": village.profile}
    with pytest.raises(StepsMissing):
        await applications.approve(village.db, await village.actor(anna), **about)
    assert await village.state(igor) is State.APPLIED
    approved = await applications.approve_all(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        participation_ids=[igor.participation_id],
        profile=village.profile,
    )
    assert approved == 0
    assert await village.state(igor) is State.APPLIED


async def test_a_student_needs_no_certificate(village: Village) -> None:
    anna = await village.curator()
    timur = await village.applies(anna, Role.MENTOR, born="2008", answers=STUDENT)
    assert await stage(village, timur) == (None, Awaits.INTERVIEW)
    await village.approves(anna, timur)
    assert await village.state(timur) is State.APPROVED


async def test_a_certificate_that_ends_before_the_decision_sends_back_to_the_documents(
    village: Village,
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor, days=5)
    assert await stage(village, igor) == (Stage.TRAINED, Awaits.DECISION)
    village.later(days=6)
    me = await village.actor(anna)
    ready = await queue.complete(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )
    assert ready == ()
    with pytest.raises(StepsMissing):
        await applications.approve(
            village.db, me, participation_id=igor.participation_id, profile=village.profile
        )
    await expiry.plan_warnings(village.db, profile=village.profile)
    assert await stage(village, igor) == (None, Awaits.CHECK)
    await village.checks(anna, igor)
    assert await stage(village, igor) == (Stage.TRAINED, Awaits.DECISION)


async def test_a_mentor_gets_out_of_no_document_by_saying_to_be_a_student(
    village: Village,
) -> None:
    """A correction of the form is not looked at by anybody before it counts."""
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await corrects(village, igor, kind="learner")
    assert await stage(village, igor) == (None, Awaits.CHECK)
    async with village.db.reading() as tx:
        form = (await tx.surveys.of_person(igor.person_id))[0]
    assert form.answers["kind"] == "learner"  # what was said is kept, and counts for nothing
    await selection.set_kind(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        kind="learner",
        profile=village.profile,
    )
    assert await stage(village, igor) == (None, Awaits.INTERVIEW)
    assert await history(village, anna, igor) == ["kind"]


async def test_who_says_to_be_no_student_after_all_needs_the_documents(village: Village) -> None:
    anna = await village.curator()
    timur = await village.joins(anna, Role.MENTOR, born="2008", answers=STUDENT)
    await corrects(village, timur, kind="employer")
    async with village.db.reading() as tx:
        found = await tx.get(Participation, timur.participation_id)
        way = await selection.read_way(tx, found, village.profile)
    assert (found.kind, way.awaits) == ("employer", Awaits.CHECK)


async def test_an_interview_in_doubt_is_kept_and_passes_nothing(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, igor)
    await selection.record_interview(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        recommended=False,
        flags=["secrets", "invented"],
        note="  Говорит о секретах.  ",
        profile=village.profile,
    )
    assert await stage(village, igor) == (Stage.CHECKED, Awaits.INTERVIEW)
    told = await selection.history(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        profile=village.profile,
    )
    [line] = [one for one in told.lines if one.step == "doubted"]
    assert (line.note, [flag.key for flag in line.flags]) == ("Говорит о секретах.", ["secrets"])


async def test_red_flags_are_not_for_the_mentor_and_notes_not_endless(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    about: dict[str, Any] = {"participation_id": igor.participation_id, "profile": village.profile}
    me: Actor = await village.actor(igor)
    with pytest.raises(NotAllowed):
        await selection.history(village.db, me, **about)
    with pytest.raises(NotAllowed):
        await selection.interview_sheet(village.db, me, **about)
    with pytest.raises(AnswerTooLong):
        await selection.record_interview(
            village.db, await village.actor(anna), recommended=True, note="x" * 501, **about
        )
    assert await history(village, anna, igor) == []


async def test_an_interview_pressed_twice_is_one_step(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    for _ in range(2):
        await village.interviews(anna, igor)
        await village.trains(anna, igor)
        await village.checks(anna, igor)
    assert sorted(await history(village, anna, igor)) == ["checked", "interviewed", "trained"]
    async with village.db.reading() as tx:
        kept = await tx.selection.checks_of([igor.person_id])
    assert len(kept[igor.person_id]) == 2


async def test_a_number_is_stored_nowhere(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, igor, number="0741234598")
    async with village.db.reader.connect() as connection:
        rows = (await connection.execute(select(checks))).all()
    assert len(rows) == 2
    assert not any("0741234598" in str(value) for row in rows for value in row)


async def test_one_certificate_cannot_be_two_peoples(village: Village) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    igor = await village.applies(anna, Role.MENTOR)
    marat = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, igor, number="0741234598")
    with pytest.raises(CheckOfSomebodyElse):
        await village.checks(anna, marat, number="074 1234598")
    elsewhere = await village.applies(boris, Role.MENTOR)
    await village.checks(boris, elsewhere, number="0741234598")


async def test_a_document_taken_back_counts_no_more(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor)
    me = await village.actor(anna)
    about: dict[str, Any] = {"participation_id": igor.participation_id, "profile": village.profile}
    shown = await checking.documents(village.db, me, **about)
    check_id = next(line.check_id for line in shown.lines if line.kind.numbered)
    assert check_id is not None
    for _ in range(2):
        await checking.revoke(village.db, me, check_id=check_id, **about)
    assert await stage(village, igor) == (None, Awaits.CHECK)
    marat = await village.applies(anna, Role.MENTOR)
    with pytest.raises(Gone):
        await checking.revoke(
            village.db,
            me,
            participation_id=marat.participation_id,
            check_id=check_id,
            profile=village.profile,
        )


async def test_a_document_for_which_no_number_was_typed_is_not_kept(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    about: dict[str, Any] = {"participation_id": igor.participation_id, "profile": village.profile}
    for kind, number_hash in (("no-criminal-record", None), ("identity", "0" * 64), ("x", None)):
        with pytest.raises(Gone):
            await checking.record(
                village.db,
                await village.actor(anna),
                kind=kind,
                issued_on=date(2030, 3, 1),
                expires_on=None,
                number_hash=number_hash,
                **about,
            )


async def test_a_mentor_in_reserve_is_told_and_can_be_taken_up_again(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor)
    me = await village.actor(anna)
    one: dict[str, Any] = {"participation_id": igor.participation_id}
    for _ in range(2):
        await applications.keep_in_reserve(village.db, me, **one)
    [letter] = await village.letters("application-reserved", to=igor.person_id)
    assert letter.key == "letter-application-reserved"
    for _ in range(2):
        await applications.reopen(village.db, me, profile=village.profile, **one)
    assert await village.letters("application-reserved", to=igor.person_id) == []
    assert await stage(village, igor) == (Stage.TRAINED, Awaits.DECISION)
    await village.approves(anna, igor)
    assert [n.kind for n in await village.notices(*applications.DECISIONS)] == [
        "application-approved"
    ]


async def test_a_declined_one_taken_up_again_keeps_what_was_passed(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, igor)
    me = await village.actor(anna)
    one: dict[str, Any] = {"participation_id": igor.participation_id}
    village.later(hours=1)
    await applications.decline(village.db, me, reason="time", **one)
    village.later(days=3)
    await applications.reopen(village.db, me, profile=village.profile, **one)
    assert await stage(village, igor) == (Stage.CHECKED, Awaits.INTERVIEW)
    async with village.db.reading() as tx:
        found = await tx.get(Participation, igor.participation_id)
    assert (found.applied_at, found.reason) == (village.wall(), None)
    assert await history(village, anna, igor) == ["checked", "declined", "reopened"]


async def warned(village: Village, member: Member, curator: Curator) -> tuple[int, int]:
    """How many warnings the curator and the mentor have been planned so far."""
    await expiry.plan_warnings(village.db, profile=village.profile)
    await expiry.plan_warnings(village.db, profile=village.profile)
    me = (await village.actor(curator)).person_id
    of_curator = await village.notices("check-expiring", to=me)
    return len(of_curator), len(await village.notices("check-expiring", to=member.person_id))


async def test_warnings_come_30_7_and_0_days_before_and_the_mentor_hears_once(
    village: Village,
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor, days=40)
    seen = []
    for _ in range(45):
        village.later(days=1)
        seen.append(await warned(village, igor, anna))
    assert sorted(set(seen)) == [(0, 0), (1, 1), (2, 1), (3, 1)]
    days = [seen.index(one) + 1 for one in ((1, 1), (2, 1), (3, 1))]
    assert days == [10, 33, 40]


async def test_a_new_certificate_silences_the_warnings_of_the_old_one(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor, days=40)
    village.later(days=10)
    assert await warned(village, igor, anna) == (1, 1)
    await village.checks(anna, igor, days=400, number="99999999")
    assert await village.letters("check-expiring") == []
    village.later(days=timedelta(days=23).days)
    await warned(village, igor, anna)
    assert await village.letters("check-expiring") == []


async def test_nobody_is_warned_of_the_certificate_of_who_has_left(village: Village) -> None:
    from bot.usecases.consents import privacy

    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.selects(anna, igor, days=40)
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    village.later(days=10)
    assert await warned(village, igor, anna) == (0, 0)


async def test_who_waits_for_the_training_is_led_to_it(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, igor)
    await village.interviews(anna, igor)
    village.later(days=14, hours=1)
    await waiting.plan_news(village.db)
    [news] = await village.letters("queue-news", to=igor.person_id)
    assert news.key == "letter-queue-news-training"
    [[press]] = news.buttons
    assert (press.act, press.subject) == ("open-training", igor.participation_id)

"""Learning: every step is kept, the last one brings a certificate, who stops is nudged twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed, NudgedLately
from bot.domain.participations import Participation
from bot.domain.selection import SelectionStep, Stage
from bot.domain.training import TrainingRecord, View
from bot.storage.tables import selection_steps, training_records
from bot.usecases.consents import privacy
from bot.usecases.monitoring import surveys
from bot.usecases.training import certificates as training_certificates
from bot.usecases.training import courses as training_courses
from bot.usecases.training import log as training_log
from bot.usecases.training import opening as training_opening
from tests.learning import again, agrees, answers, begins, course, goes, learns, passes, through
from tests.usecases.test_queries import counted
from tests.village import Curator, Member, Village


async def mentor(village: Village) -> tuple[Curator, Member]:
    anna = await village.curator()
    return anna, await village.applies(anna, Role.MENTOR, name="Игорь Сафонов")


async def opens(village: Village, who: Member) -> None:
    """As the selection does when training is the next step."""
    async with village.db.transaction() as tx:
        await training_opening.opened(tx, await tx.get(Participation, who.participation_id))


async def records(village: Village) -> list[TrainingRecord]:
    async with village.db.reading() as tx:
        query = select(TrainingRecord).order_by(training_records.c.started_at)
        return list(await tx._session.scalars(query))


async def test_what_was_done_is_there_on_another_day(village: Village) -> None:
    _, igor = await mentor(village)
    seen = await begins(village, igor, "basics")
    seen = await goes(village, igor, seen, 1)
    village.later(days=5)
    back = await begins(village, igor, "basics")
    assert (back.record_id, back.view, back.place) == (seen.record_id, View.CARD, 1)
    assert len(await records(village)) == 1


async def test_an_answer_is_kept_before_the_next_screen(village: Village) -> None:
    _, igor = await mentor(village)
    seen = await begins(village, igor, "basics")
    while seen.view is View.CARD:
        seen = await goes(village, igor, seen, seen.next_place)
    seen = await answers(village, igor, seen, right=False)
    assert seen.view is View.WHY
    [kept] = await records(village)
    assert len(kept.answers) == 1
    once_more = await answers(village, igor, seen, right=True)
    assert once_more.chosen == seen.chosen


async def test_a_failed_module_is_tried_again_once_however_often_it_is_pressed(
    village: Village,
) -> None:
    _, igor = await mentor(village)
    seen = await through(
        village, igor, await begins(village, igor, "basics"), wrong=("homework", "late")
    )
    assert (seen.view, seen.right, seen.total) == (View.FAILED, 2, 4)
    village.later(minutes=1)
    first, second = await again(village, igor, seen), await again(village, igor, seen)
    assert first.record_id == second.record_id != seen.record_id
    done = await through(village, igor, first)
    assert (done.view, done.right) == (View.PASSED, 4)
    assert [one.passed for one in await records(village)] == [False, True]


async def test_the_rules_of_ethics_are_agreed_to_before_their_module_counts(
    village: Village,
) -> None:
    _, igor = await mentor(village)
    seen = await begins(village, igor, "ethics")
    while seen.view is not View.PLEDGE:
        asked = seen.view is View.QUESTION
        seen = await (
            answers(village, igor, seen)
            if asked
            else goes(village, igor, seen, seen.next_place)
        )
    assert (await course(village, igor)).done == 0
    assert (await agrees(village, igor, seen)).view is View.PASSED
    assert (await course(village, igor)).done == 1


async def test_one_wrong_answer_about_safety_is_too_many(village: Village) -> None:
    _, igor = await mentor(village)
    seen = await through(village, igor, await begins(village, igor, "safety"), wrong=("photo",))
    assert (seen.view, seen.right, seen.total) == (View.FAILED, 3, 4)


@pytest.mark.parametrize(
    ("kind", "packs"),
    [
        ("employer", ["form-employer-learner"]),
        ("teacher", ["form-teacher-learner"]),
        ("learner", ["form-pupil-pupil", "form-student-student"]),
    ],
)
async def test_a_mentor_learns_the_forms_of_the_programme_open_to_their_kind(
    sqlite_village: Village, kind: str, packs: list[str]
) -> None:
    _, igor = await mentor(sqlite_village)
    async with sqlite_village.db.transaction() as tx:
        (await tx.get(Participation, igor.participation_id)).kind = kind
    seen = await course(sqlite_village, igor)
    assert [one.module.key for one in seen.lines if one.module.forms] == packs
    assert seen.total == 7
    foreign = "form-teacher-learner" if kind != "teacher" else "form-pupil-pupil"
    with pytest.raises(Gone):
        await begins(sqlite_village, igor, foreign)


async def test_the_last_module_brings_the_certificate_and_the_step_at_once(
    village: Village,
) -> None:
    _, igor = await mentor(village)
    await opens(village, igor)
    await learns(village, igor)
    seen = await course(village, igor)
    assert (seen.certified, seen.done, seen.next) == (True, 7, None)
    async with village.db.reading() as tx:
        kept = await tx.get(Participation, igor.participation_id)
        query = select(SelectionStep).where(selection_steps.c.step == Stage.TRAINED)
        [step] = list(await tx._session.scalars(query))
    assert (step.participation_id, step.by, step.at) == (kept.id, None, village.wall())
    assert await village.notices("training-open", "training-nudge") == []
    facts = await training_certificates.certificate(
        village.db,
        await village.actor(igor),
        participation_id=igor.participation_id,
        profile=village.profile,
    )
    assert (facts.number, facts.name, facts.programme) == (
        "2030-0001",
        "Игорь Сафонов",
        "Траектория",
    )
    assert (facts.minutes, len(facts.modules)) == (76, 7)
    assert facts.issued_on == village.wall().date()


async def test_what_is_learned_later_makes_no_second_certificate(village: Village) -> None:
    _, igor = await mentor(village)
    await learns(village, igor)
    before = village.wall()
    village.later(days=40)
    await passes(village, igor, "closing")
    facts = await training_certificates.certificate(
        village.db,
        await village.actor(igor),
        participation_id=igor.participation_id,
        profile=village.profile,
    )
    assert (facts.number, facts.issued_on) == ("2030-0001", before.date())


async def test_certificates_of_an_organisation_are_numbered_one_after_the_other(
    village: Village,
) -> None:
    anna, igor = await mentor(village)
    marat = await village.applies(anna, Role.MENTOR)
    numbers = []
    for who in (igor, marat):
        await learns(village, who)
        facts = await training_certificates.certificate(
            village.db,
            await village.actor(who),
            participation_id=who.participation_id,
            profile=village.profile,
        )
        numbers.append(facts.number)
    assert numbers == ["2030-0001", "2030-0002"]


async def test_the_interview_opens_the_training_and_the_certificate_leaves_the_decision(
    village: Village,
) -> None:
    anna, igor = await mentor(village)
    await village.checks(anna, igor, days=300)
    assert await village.notices("training-open") == []
    await village.interviews(anna, igor)
    [letter] = await village.letters("training-open", to=igor.person_id)
    assert letter.args["programme"] == "Траектория"
    await learns(village, igor)
    async with village.db.reading() as tx:
        assert (await tx.get(Participation, igor.participation_id)).stage is Stage.TRAINED
    await village.approves(anna, igor)


async def test_who_has_begun_before_the_interview_needs_no_letter(village: Village) -> None:
    anna, igor = await mentor(village)
    await passes(village, igor, "basics")
    await village.checks(anna, igor, days=300)
    await village.interviews(anna, igor)
    assert await village.notices("training-open") == []
    assert len(await village.notices("training-nudge")) == 2


async def test_who_was_trained_elsewhere_is_not_nudged(village: Village) -> None:
    anna, igor = await mentor(village)
    await village.selects(anna, igor)
    assert await village.letters("training-open", "training-nudge") == []
    with pytest.raises(Gone):
        await training_log.remind(
            village.db, await village.actor(anna), participation_id=igor.participation_id
        )


async def test_training_that_opens_is_told_once_and_nudged_twice(village: Village) -> None:
    _, igor = await mentor(village)
    for _ in range(2):
        await opens(village, igor)
    [letter] = await village.letters("training-open", to=igor.person_id)
    assert letter.args["minutes"] == 76
    nudges = await village.notices("training-nudge")
    days = [(one.due_at - village.wall()).days for one in nudges]
    assert days == [3, 10]


async def test_who_goes_on_learning_is_not_nudged_for_it(village: Village) -> None:
    _, igor = await mentor(village)
    await opens(village, igor)
    village.later(days=2)
    await passes(village, igor, "basics")
    nudges = await village.notices("training-nudge")
    assert [(one.due_at - village.wall()).days for one in nudges] == [3, 10]
    village.later(days=3)
    first, _ = await village.letters("training-nudge")
    assert (first.key, first.args["done"], first.args["left"]) == ("letter-training-nudge", 1, 6)


async def test_nothing_is_said_about_training_to_who_has_left(village: Village) -> None:
    anna, igor = await mentor(village)
    await opens(village, igor)
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    assert await village.notices("training-open", "training-nudge") == []


async def test_only_mentors_whose_application_is_complete_learn(village: Village) -> None:
    anna = await village.curator()
    dima = await village.applies(anna, Role.MENTEE)
    with pytest.raises(NotAllowed):
        await begins(village, dima, "basics")
    early = await village.enters(anna, Role.MENTOR)
    with pytest.raises(Gone):
        await begins(village, early, "basics")
    assert await training_courses.mine(
        village.db, await village.actor(early), profile=village.profile
    ) == []


# --- the log ---


async def test_the_log_shows_who_is_where_those_still_learning_first(village: Village) -> None:
    anna, igor = await mentor(village)
    await learns(village, igor)
    village.later(hours=1)
    marat = await village.applies(anna, Role.MENTOR, name="Марат")
    await passes(village, marat, "basics")
    village.later(days=4)
    log = await training_log.page(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    assert [(one.name, one.done, one.total, one.idle_days) for one in log.lines] == [
        ("Марат", 1, 7, 4),
        ("Игорь Сафонов", 7, 7, 4),
    ]
    assert (log.learners, log.trained, log.more) == (2, 1, False)
    card = await training_log.card(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        profile=village.profile,
    )
    assert (card.number, card.minutes, card.may_remind) == ("2030-0001", 76, False)
    passed = [one.module.key for one in card.results if one.on is not None]
    assert len(passed) == 7
    assert "closing" not in passed


async def test_a_curator_reminds_one_mentor_and_not_every_day(village: Village) -> None:
    anna, igor = await mentor(village)
    me = await village.actor(anna)
    for _ in range(2):
        await training_log.remind(village.db, me, participation_id=igor.participation_id)
    [letter] = await village.letters("training-reminder", to=igor.person_id)
    assert letter.key == "letter-training-reminder"
    village.later(days=1)
    with pytest.raises(NudgedLately):
        await training_log.remind(village.db, me, participation_id=igor.participation_id)
    village.later(days=3)
    await training_log.remind(village.db, me, participation_id=igor.participation_id)
    assert len(await village.notices("training-reminder")) == 2


async def test_who_has_a_certificate_is_not_reminded(village: Village) -> None:
    anna, igor = await mentor(village)
    await learns(village, igor)
    with pytest.raises(Gone):
        await training_log.remind(
            village.db, await village.actor(anna), participation_id=igor.participation_id
        )


async def says(village: Village, who: Member, useful: str, words: str | None) -> None:
    me = await village.actor(who)
    response = await training_certificates.feedback(
        village.db, me, participation_id=who.participation_id, profile=village.profile
    )
    await village.taps(me, response, "useful", useful)
    await village.taps(me, response, "clear", "5")
    if words is None:
        await surveys.skip(village.db, me, response_id=response, key="words")
    else:
        await village.taps(me, response, "words", words)


async def test_opinions_are_shown_when_three_have_spoken(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    for number, useful in enumerate(("3", "4", "5")):
        seen = await training_log.opinions(village.db, me, programme_id=anna.programme_id)
        assert (seen.count, seen.useful, seen.words) == (number, None, ())
        who = await village.applies(anna, Role.MENTOR)
        await learns(village, who)
        await says(village, who, useful, "Мало примеров" if number == 1 else None)
        assert (await course(village, who)).feedback_given
    seen = await training_log.opinions(village.db, me, programme_id=anna.programme_id)
    assert (seen.count, seen.useful, seen.clear) == (3, 4.0, 5.0)
    assert seen.words == ("Мало примеров",)


async def test_nobody_is_asked_for_an_opinion_before_the_end(village: Village) -> None:
    _, igor = await mentor(village)
    await passes(village, igor, "basics")
    with pytest.raises(Gone):
        await training_certificates.feedback(
            village.db,
            await village.actor(igor),
            participation_id=igor.participation_id,
            profile=village.profile,
        )


async def test_a_rewritten_module_is_begun_anew_and_a_passed_one_stays_passed(
    sqlite_village: Village,
) -> None:
    from dataclasses import replace

    village = sqlite_village
    _, igor = await mentor(village)
    await passes(village, igor, "ethics")
    seen = await begins(village, igor, "basics")
    village.profile = replace(
        village.profile,
        training=tuple(replace(one, version=one.version + 1) for one in village.profile.training),
    )
    with pytest.raises(Gone):
        await goes(village, igor, seen, 1)
    anew = await begins(village, igor, "basics")
    assert anew.record_id != seen.record_id
    assert (await begins(village, igor, "ethics")).view is View.PASSED
    village.wall.move(timedelta(minutes=1))


async def test_a_longer_log_costs_no_more_statements(sqlite_village: Village) -> None:
    village = sqlite_village
    anna = await village.curator()
    me = await village.actor(anna)
    costs = []
    for _ in range(2):
        for _ in range(2):
            await passes(village, await village.applies(anna, Role.MENTOR), "basics")
        with counted(village.db) as statements:
            seen = await training_log.page(
                village.db, me, programme_id=anna.programme_id, profile=village.profile
            )
        costs.append((len(seen.lines), len(statements)))
    assert costs[0][0] == 2
    assert costs[1] == (4, costs[0][1])

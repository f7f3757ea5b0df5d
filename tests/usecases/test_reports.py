"""Every figure of a programme's report is what an independent query of the database says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import fmean
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from bot.domain.access import Role
from bot.domain.assessments import When
from bot.domain.errors import AnswerTooLong, DatesOutOfOrder, Gone, InArchive
from bot.domain.meetings import MeetingState
from bot.domain.outcomes import Moment
from bot.domain.pairs import Pair
from bot.domain.participations import Participation
from bot.domain.people import AgeBand, Consent, Person
from bot.domain.programme_reports import Fate, MapState, Number, ReportFacts, Span
from bot.domain.report_texts import LONGEST_TEXT, Section
from bot.domain.statistics.figures import Estimate
from bot.domain.swot import Side
from bot.domain.tabulation import EVERYBODY
from bot.reports.before_after import before_after
from bot.reports.wave_results import wave_results
from bot.storage.database import Database
from bot.usecases.documents import report_texts, reports
from bot.usecases.documents.reports import Reckoning
from bot.usecases.monitoring import assessments, outcomes, swot
from bot.usecases.programme import archives, roadmap
from tests.answered import QUESTIONNAIRE, answered
from tests.telling import publishes
from tests.usecases.test_indicators import COUNTED, Crowd, ask
from tests.village import Curator, Village, in_place

FORMS = ("pupil_pupil", "student_student", "employer_learner")
START, TODAY = date(2029, 9, 1), date(2030, 3, 13)
WHOLE = Span(START, TODAY)
WINTER = Span(date(2030, 1, 1), date(2030, 3, 5))


async def _wave(table: Any) -> Any:
    return await in_place(wave_results, table)


async def _twice(before: Any, after: Any) -> Any:
    return await in_place(before_after, before, after)


async def facts(village: Village, anna: Curator, span: Span = WHOLE) -> ReportFacts:
    return await reports.facts(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        span=span,
        profile=village.profile,
        reckoning=Reckoning(_wave, _twice),
    )


class Said:
    """One number of the database, asked for in plain SQL."""

    def __init__(self, db: Database, anna: Curator, span: Span) -> None:
        self.db, self.plain = db, db.writer.dialect.name == "sqlite"
        midnight = datetime(2000, 1, 1, 19, tzinfo=UTC).timetz()  # of Chelyabinsk
        start = datetime.combine(span.first - timedelta(days=1), midnight)
        end = datetime.combine(span.last, midnight)
        self.given = {
            "programme": anna.programme_id.hex if self.plain else anna.programme_id,
            "start": self.moment(start), "end": self.moment(end),
        }  # fmt: skip

    def moment(self, at: datetime) -> object:
        return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f") if self.plain else at

    async def number(self, query: str, **more: Any) -> int:
        given = self.given | more
        used = {name: value for name, value in given.items() if f":{name}" in query}
        async with self.db.reader.connect() as connection:
            return int((await connection.execute(text(query), used)).scalar_one())


AT_WORK = (
    "SELECT count(*) FROM pairs p WHERE programme_id = :programme AND active_since < :end"
    " AND (ended_at IS NULL OR ended_at > :start)"
)
FATES = {
    Fate.GOING_ON: "(ended_at IS NULL OR ended_at >= :end)",
    Fate.FINISHED: "ended_at < :end AND state = 'completed'",
    Fate.BROKEN_OFF: "ended_at < :end AND state = 'dissolved'",
}
MET = (
    "EXISTS (SELECT 1 FROM meetings m WHERE m.pair_id = p.id AND m.state = 'held'"
    " AND m.at >= :start AND m.at < :end)"
)
TAKES_PART = (
    "SELECT count(*) FROM participations WHERE programme_id = :programme"
    " AND state = 'approved' AND decided_at < :end"
)
MEETINGS = "SELECT count(*) FROM meetings WHERE programme_id = :programme AND at < :end"


def same(shown: Number, true: int) -> None:
    """A number that is hidden is somebody's."""
    assert shown == true if shown is not None else true > 0


async def settled(village: Village) -> Curator:
    """A programme with a crowd in it: forms, days of coming, pairs and meetings of all sorts."""
    anna = await village.curator()
    await Crowd(village, anna, 7).settle(60)
    chance = Random(3)
    async with village.db.transaction() as tx:
        for one in (await tx._session.scalars(select(Participation))).all():
            one.decided_at = tx.now - timedelta(days=chance.choice((5, 40, 120)))
        for pair in (await tx._session.scalars(select(Pair))).all():
            pair.form = chance.choice(FORMS)
    return anna


@pytest.mark.parametrize("span", [WHOLE, WINTER], ids=["whole", "winter"])
async def test_the_counts_are_those_of_independent_queries(village: Village, span: Span) -> None:
    anna = await settled(village)
    found, said = await facts(village, anna, span), Said(village.db, anna, span)

    for base in found.bases:
        whole = f"{TAKES_PART} AND role = '{base.role}'"
        same(base.people, await said.number(whole))
        same(base.came, await said.number(f"{whole} AND decided_at >= :start"))
        for kind, n in base.kinds:
            is_kind = f"kind = '{kind}'" if kind else "kind IS NULL"
            same(n, await said.number(f"{whole} AND {is_kind}"))
    assert found.bases[0].people == (60 if span is WHOLE else 41)

    table = found.pairs
    assert table.whole == await said.number(AT_WORK)
    same(table.begun, await said.number(f"{AT_WORK} AND active_since >= :start"))
    same(table.met, await said.number(f"{AT_WORK} AND {MET}"))
    for line in table.lines:
        of_form = f"{AT_WORK} AND form = '{line.form}'" if line.form else AT_WORK
        same(line.at_work, await said.number(of_form))
        for fate, n in line.fates.items():
            true = await said.number(f"{of_form} AND {FATES[fate]}")
            assert n in (true, None)
    shown = [line.at_work for line in table.lines]
    assert None not in shown
    assert sum(filter(None, shown)) == 2 * (table.whole or 0), "forms are the whole"

    met = found.meetings
    for state, n in (
        (MeetingState.HELD, met.held),
        (MeetingState.NOT_HELD, met.not_held),
        (MeetingState.DISPUTED, met.disputed),
    ):
        query = f"{MEETINGS} AND at >= :start AND state = '{state}'"
        assert n == await said.number(query)
    assert met.held == sum(n for _, n in met.months) > 0
    for month, n in met.months:
        of_month = Said(village.db, anna, Span(max(month, span.first), _last(month, span)))
        query = f"{MEETINGS} AND at >= :start AND state = 'held'"
        assert n == await of_month.number(query), month

    for figure in found.indicators:
        if figure.indicator.key in COUNTED and span is WHOLE:
            start = datetime(2029, 8, 31, 19, tzinfo=UTC)
            number, left = await ask(village.db, anna, figure.indicator.key, start, TODAY)
            assert figure.number in (number, None)
            assert figure.left in (left, 0)


def _last(month: date, span: Span) -> date:
    following = (month + timedelta(days=31)).replace(day=1)
    return min(following - timedelta(days=1), span.last)


async def test_figures_of_surveys_are_reckoned_from_the_rows(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    first = await answered(
        village.db, anna.programme_id, me.person_id, people=24, mentors=0, days_ago=60
    )
    secret = replace(QUESTIONNAIRE, key="in-confidence", consent="psychology")
    await answered(
        village.db, anna.programme_id, me.person_id, people=12, questionnaire=secret, days_ago=30
    )
    last = await answered(
        village.db, anna.programme_id, me.person_id, people=24, mentors=0, of=first.people, seed=2
    )
    found = await facts(village, anna)
    assert [one.invited for one in found.surveys] == [24, 12, 24]
    assert [one.answered for one in found.surveys] == [24, 12, 24]
    assert found.surveys[1].results is None, "in confidence"
    results = found.surveys[2].results
    assert results is not None
    item = results.item("useful")
    part = item.of(EVERYBODY) if item else None
    given = [one["useful"] for one in last.given if isinstance(one["useful"], int)]
    assert part is not None
    assert isinstance(part.mean, Estimate)
    assert part.mean.value == pytest.approx(fmean(given))
    assert part.part.n == len(given)

    [twice] = found.twice
    [useful] = [one for one in twice.found.compared if one.key == "useful"]
    both = [
        (one["useful"], other["useful"])
        for one, other in zip(first.given, last.given, strict=True)
        if isinstance(one["useful"], int) and isinstance(other["useful"], int)
    ]
    assert useful.change.n == len(both)
    assert useful.change.before.value == pytest.approx(fmean(one for one, _ in both))
    assert useful.change.after.value == pytest.approx(fmean(other for _, other in both))

    earlier = await facts(village, anna, Span(START, date(2030, 2, 1)))
    assert [one.invited for one in earlier.surveys] == [24], "closed within the days"
    assert earlier.twice == ()


async def test_the_road_map_stands_as_it_stood_on_the_last_day(village: Village) -> None:
    anna = await village.curator()
    me, plan = await village.actor(anna), {"programme_id": anna.programme_id}
    await roadmap.draw_up(village.db, me, **plan, profile=village.profile)
    drawn = await roadmap.view(village.db, me, **plan, profile=village.profile)
    for line in drawn.lines[:3]:
        await roadmap.tick(village.db, me, item_id=line.item_id, done=True)
    await roadmap.explain(village.db, me, item_id=drawn.lines[3].item_id, reason="Ждём приказа")
    found, said = await facts(village, anna), Said(village.db, anna, WHOLE)
    total = "SELECT count(*) FROM road_map_items WHERE programme_id = :programme"
    assert len(found.road_map.lines) == await said.number(total)
    assert found.road_map.count(MapState.DONE) == 3
    late = f"{total} AND done_at IS NULL AND due_on <= :last"
    last = TODAY.isoformat() if said.plain else TODAY
    assert found.road_map.count(MapState.LATE) == await said.number(late, last=last)
    assert "Ждём приказа" in {one.why_late for one in found.road_map.lines}
    before = await facts(village, anna, Span(START, TODAY - timedelta(days=1)))
    assert before.road_map.count(MapState.DONE) == 0, "ticked on the day after"


async def test_the_rest_is_taken_over_as_it_was_written(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    me, db = await village.actor(anna), village.db
    plan: dict[str, Any] = {"programme_id": anna.programme_id}
    await village.joins(anna, Role.MENTEE, name="Елена Ким")
    begun = await assessments.begin(db, me, **plan, at=When.END)
    for one in village.profile.assessment.criteria:
        await assessments.mark(
            db, me, assessment_id=begun, criterion=one.key, mark=1, profile=village.profile
        )
    for n in range(9):
        await swot.write(db, me, **plan, side=Side.THREAT, words=f"Риск {n}")
    for moment, number in ((Moment.IN, 12), (Moment.OUT, 3)):
        await outcomes.enter(
            db, me, **plan, form="pupil_pupil", key="on-record", moment=moment, number=number,
            of=30, on=TODAY, profile=village.profile,
        )  # fmt: skip
    await report_texts.write(
        db, me, **plan, section=Section.PROBLEMS, words="Мало времени \n\n у Елены Ким"
    )
    await report_texts.write(db, me, **plan, section=Section.PLANS, words="Ещё раз")
    await report_texts.write(db, me, **plan, section=Section.PLANS, words="Вторая школа")
    found = await facts(village, anna)
    assert found.assessed is not None
    assert (found.assessed.sum, found.assessed.most) == (9, 18)
    assert len(found.swot[Side.THREAT]) == 7
    [change] = found.dynamics
    assert change.entry is not None
    assert (change.entry.number, change.exit) == (12, None), "three people are hidden"
    assert found.problems == "Мало времени\nу … …", "no participant is named"
    assert found.plans == "Вторая школа"
    assert found.passport.curators == ("Анна Петрова",)
    with pytest.raises(AnswerTooLong):
        await report_texts.write(
            db, me, **plan, section=Section.PLANS, words="я" * (LONGEST_TEXT + 1)
        )
    with pytest.raises(DatesOutOfOrder):
        Span(TODAY, START)
    await archives.archive(db, me, **plan)
    curator = await village.actor(anna)
    assert (await facts(village, anna)).plans == "Вторая школа", "read in the archive"
    with pytest.raises(InArchive):
        await report_texts.write(db, curator, **plan, section=Section.PLANS, words="x")


async def test_a_case_is_told_only_while_both_agree_to_publication(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    await village.joins(anna, Role.MENTEE, name="Дима Седов")
    pair_id = await village.pair(anna, dima, igor)
    me, plan = await village.actor(anna), {"programme_id": anna.programme_id}
    await publishes(village, anna, igor)
    with pytest.raises(Gone):
        await report_texts.write_case(village.db, me, pair_id=pair_id, words="x")
    await publishes(village, anna, dima)
    await report_texts.write_case(
        village.db, me, pair_id=pair_id, words="Дима собрал робота. Седов завидует"
    )
    [case] = (await facts(village, anna)).cases
    assert (case.mentee, case.mentor) == ("Дима Орлов", "Игорь Сафонов")
    assert case.words == "Дима собрал робота. … завидует"

    await publishes(village, anna, dima, agrees=False)
    assert (await facts(village, anna)).cases == ()
    known = await report_texts.written(village.db, me, **plan)
    assert (known.cases, known.silent) == ((), 1)
    await publishes(village, anna, dima)
    assert len((await facts(village, anna)).cases) == 1
    # a child: the guardian's word counts, not their own
    async with village.db.transaction() as tx:
        person = await tx.get(Person, dima.person_id)
        person.age_band = AgeBand.FROM_14_TO_17
    assert (await facts(village, anna)).cases == ()
    await _guardian_agrees(village, anna, dima.person_id)
    assert len((await facts(village, anna)).cases) == 1
    await report_texts.erase(village.db, me, **plan, section=Section.CASE, pair_id=pair_id)
    assert (await facts(village, anna)).cases == ()


async def _guardian_agrees(village: Village, anna: Curator, child: UUID) -> None:
    async with village.db.transaction() as tx:
        tx.add(
            Consent(
                organisation_id=anna.organisation_id, person_id=child, given_by=child,
                kind="dissemination-guardian", version="1", text_hash="x", locale="ru",
                channel="test", given_at=tx.now,
            )
        )  # fmt: skip

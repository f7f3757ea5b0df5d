"""Results of a wave: the same numbers as reckoned by hand, safe files, and who took them."""

from collections import Counter
from dataclasses import replace
from statistics import fmean
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Actor
from bot.domain.answer_tables import AnswerTable
from bot.domain.errors import Gone, NotAllowed
from bot.domain.exports import ExportKind
from bot.domain.result_errors import ResultsNotYet, RowsInConfidence, TooFewAnswers
from bot.domain.results import WaveResults
from bot.domain.statistics.figures import Estimate
from bot.domain.tabulation import EVERYBODY, Group
from bot.domain.waves import WaveState
from bot.reports.before_after import before_after
from bot.reports.wave_results import wave_results
from bot.storage.tables import exports, responses
from bot.usecases.monitoring import exporting, results
from tests.answered import QUESTIONNAIRE, answered
from tests.village import Curator, Village


async def figures(village: Village, anna: Curator, wave_id: UUID) -> WaveResults:
    _, pages = await results.answers(village.db, await village.actor(anna), wave_id=wave_id)
    return wave_results(pages)


async def stored(village: Village, wave_id: UUID) -> list[tuple[str, dict[str, object]]]:
    """Straight from the rows."""
    query = select(responses.c.role, responses.c.answers).where(responses.c.wave_id == wave_id)
    async with village.db.statements() as connection:
        return [(str(role), said) for role, said in await connection.execute(query)]


async def test_the_figures_are_those_of_the_rows(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    wave = await answered(village.db, anna.programme_id, me.person_id)
    found = await figures(village, anna, wave.wave_id)
    rows = await stored(village, wave.wave_id)
    assert dict(found.people) == {
        EVERYBODY: 30, Group("role", "mentee"): 20, Group("role", "mentor"): 10,
    }  # fmt: skip
    useful = found.item("useful")
    assert useful is not None
    for group in (EVERYBODY, Group("role", "mentee"), Group("role", "mentor")):
        said = [
            answers["useful"]
            for role, answers in rows
            if group == EVERYBODY or role == group.value
        ]
        numbers = [int(one) for one in said if isinstance(one, int)]
        part = useful.of(group)
        assert part is not None
        assert (part.part.n, part.part.asked) == (len(numbers), len(said))
        assert isinstance(part.mean, Estimate)
        assert part.mean.value == pytest.approx(fmean(numbers), rel=1e-12)
        counted: Counter[int] = Counter(numbers)
        for count in part.part.counts:
            assert count.people == sum(counted[int(str(value))] for value in count.values)
        assert sum(count.people for count in part.part.counts) in (0, len(numbers))
        top = numbers.count(10)
        assert part.ceiling is (group == EVERYBODY and top >= 5 and top / len(numbers) > 0.15)
    ((key, trust),) = found.scales
    assert (key, trust.n) == ("trust", 30)
    words = found.item("words")
    assert words is not None
    assert words.table.texts


async def test_results_say_of_how_many_the_funnel_says_complete(village: Village) -> None:
    """Six had answered, and the funnel beside said five."""
    anna = await village.curator()
    me = await village.actor(anna)
    wave = await answered(village.db, anna.programme_id, me.person_id, people=6, unfinished=1)
    found = await figures(village, anna, wave.wave_id)
    async with village.db.reading() as tx:
        funnels = await tx.waves.funnels([wave.wave_id])
    complete = sum(one.complete for one in funnels[wave.wave_id].values())
    assert (found.people[EVERYBODY], found.unfinished, complete) == (6, 1, 5)


async def test_texts_come_without_names_page_by_page(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    wave = await answered(village.db, anna.programme_id, me.person_id)
    pages = [
        await results.texts(village.db, me, wave_id=wave.wave_id, key="words", page=n)
        for n in range(3)
    ]
    read = [text for page in pages for text in page.texts]
    assert sorted(read) == sorted(one["words"] for one in wave.given if one["words"])
    assert read != [one["words"] for one in wave.given if one["words"]]
    few = await answered(village.db, anna.programme_id, me.person_id, people=18, seed=2)
    with pytest.raises(Gone):  # nine texts
        await results.texts(village.db, me, wave_id=few.wave_id, key="words", page=0)
    with pytest.raises(Gone):
        await results.texts(village.db, me, wave_id=wave.wave_id, key="useful", page=0)


async def test_there_are_no_results_while_people_still_answer(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    wave = await answered(village.db, anna.programme_id, me.person_id, state=WaveState.OPEN)
    with pytest.raises(ResultsNotYet):
        await results.answers(village.db, me, wave_id=wave.wave_id)
    with pytest.raises(ResultsNotYet):
        await exporting.take(village.db, me, wave_id=wave.wave_id, kind=ExportKind.XLSX)
    (head,) = await results.overview(village.db, me, programme_id=anna.programme_id)
    assert not head.closed


async def test_before_and_after_of_the_same_people(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    first = await answered(village.db, anna.programme_id, me.person_id, days_ago=60)
    staying = first.people[:27]  # three leave: they must not follow from the difference
    then = await answered(village.db, anna.programme_id, me.person_id, people=27, of=staying, seed=2
    )
    (before,) = await results.earlier(village.db, me, wave_id=then.wave_id)
    assert before.wave_id == first.wave_id
    _, _, one, two = await results.twice(
        village.db, me, wave_id=then.wave_id, before_id=before.wave_id
    )
    found = before_after(one, two)
    assert (found.both, found.stayed, found.left) == (27, None, None)
    change = next(c for c in found.compared if c.key == "open").change
    assert change.n == 22  # in either wave five or more are not counted
    assert found.left_out == 5
    assert found.compared[0].key == "trust"
    other = await village.curator("Лицей", "Рост")
    foreign = await answered(village.db, other.programme_id, me.person_id)
    with pytest.raises(NotAllowed):
        await results.twice(village.db, me, wave_id=then.wave_id, before_id=foreign.wave_id)


async def taken(village: Village, me: Actor, wave_id: UUID, kind: ExportKind) -> AnswerTable:
    _, pages = await exporting.take(village.db, me, wave_id=wave_id, kind=kind)
    table = pages.table()
    assert pages.people == sum(table.begun())
    return table


async def test_who_took_which_file_is_written_down(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    wave = await answered(village.db, anna.programme_id, me.person_id)
    table = await taken(village, me, wave.wave_id, ExportKind.CSV)
    assert len(table) == 30
    assert not {one.hex for one in wave.people} & set(table.ids)
    async with village.db.statements() as connection:
        (row,) = (await connection.execute(select(exports))).all()
    assert (row.by, row.kind, row.people, row.at) == (
        me.person_id, ExportKind.CSV, 30, village.db.clock(),
    )  # fmt: skip
    offered = await exporting.offer(
        village.db, me, wave_id=wave.wave_id, kind=ExportKind.CSV
    )
    assert [one.kind for one in offered.before] == [ExportKind.CSV]


async def test_research_gets_those_who_agreed_under_one_code_in_every_wave(
    village: Village,
) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    first = await answered(village.db, anna.programme_id, me.person_id, consenting=24)
    then = await answered(village.db, anna.programme_id, me.person_id, people=30,
                          of=first.people, seed=3)  # fmt: skip
    tables = [
        await taken(village, me, one.wave_id, ExportKind.RESEARCH)
        for one in (first, then)
    ]
    assert len(tables[0]) <= 24
    assert len(set(tables[0].ids) & set(tables[1].ids)) >= 20
    plain = await taken(village, me, first.wave_id, ExportKind.CSV)
    assert not set(plain.ids) & set(tables[0].ids)  # codes of another purpose
    almost = await answered(village.db, anna.programme_id, me.person_id, consenting=28, seed=4)
    kind = ExportKind.RESEARCH
    offered = await exporting.offer(village.db, me, wave_id=almost.wave_id, kind=kind)
    assert offered.left_out >= 5  # two would be told by the difference to the whole wave
    whole = await taken(village, me, almost.wave_id, ExportKind.CSV)
    part = await taken(village, me, almost.wave_id, kind)
    for key in whole.cells:
        missing = len(whole.answered(key)) - len(part.answered(key))
        assert missing == 0 or missing >= 5


async def test_what_is_for_the_psychologist_is_in_no_file(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    personal = replace(QUESTIONNAIRE, key="personal", consent="psychology")
    wave = await answered(village.db, anna.programme_id, me.person_id, questionnaire=personal)
    assert (await figures(village, anna, wave.wave_id)).people[EVERYBODY] == 30
    with pytest.raises(RowsInConfidence):
        await exporting.take(village.db, me, wave_id=wave.wave_id, kind=ExportKind.XLSX)
    with pytest.raises(RowsInConfidence):  # own words less than anything
        await results.texts(village.db, me, wave_id=wave.wave_id, key="words", page=0)
    few = await answered(village.db, anna.programme_id, me.person_id, people=4, mentors=0)
    assert (await figures(village, anna, few.wave_id)).people == {}
    with pytest.raises(TooFewAnswers):
        await exporting.take(village.db, me, wave_id=few.wave_id, kind=ExportKind.SAV)



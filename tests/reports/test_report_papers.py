"""The report as a document: read once as a golden text, and the same in Word and in PDF.

`TANDEM_GOLDEN=write` writes the texts anew.
"""

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest
from docx import Document

from bot.dialogs.documents.paper_words import our_paper
from bot.dialogs.documents.report_words import report_paper, road_map_paper
from bot.dialogs.parts.screens import Hands
from bot.domain.access import Role
from bot.domain.assessments import When
from bot.domain.figures import Figure, Missing
from bot.domain.indicators import Count
from bot.domain.measures import Measure
from bot.domain.outcomes import Change
from bot.domain.papers import PaperKind
from bot.domain.profile import Profile
from bot.domain.programme_reports import (
    Assessed,
    BaseLine,
    Case,
    Fate,
    MapLine,
    MapState,
    MeetingFigures,
    PairLine,
    PairTable,
    Passport,
    ReportFacts,
    RoadMapFacts,
    Span,
    Surveyed,
    Twice,
)
from bot.domain.results import BeforeAfter, Compared, ItemResult, PartResult, WaveResults
from bot.domain.roadmap import ProgrammeStage
from bot.domain.statistics.figures import Estimate, Formula, Interval
from bot.domain.swot import Side
from bot.domain.tabulation import EVERYBODY, ItemTable, Part
from bot.domain.tabulation import Count as Answers
from bot.profiles import load_lexicon
from bot.reports.drawing import draw_paper
from bot.reports.paper import Drawn, Heading, Paper, PaperFormat, Points, Says, TableOf
from bot.texts import Texts
from bot.usecases.documents.papers import Agreement, PaperFacts, Thanked
from bot.usecases.matching.orders import Assigned, OrderFacts
from bot.usecases.pairs.papers import PaperFacts as EndFacts
from bot.usecases.training.certificates import CertificateFacts
from tests.answered import QUESTIONNAIRE
from tests.papers import as_text, squeezed, words_of, words_of_docx, words_of_pdf

GOLDEN = Path(__file__).parents[1] / "golden"
WRITES = os.environ.get("TANDEM_GOLDEN") == "write"
SPAN, DAY = Span(date(2029, 9, 1), date(2029, 11, 30)), date(2029, 11, 20)


def hands(texts: Texts, profile: Profile, locale: str) -> Hands:
    """A reader who is in front of no screen."""
    reader = SimpleNamespace(locale=locale, tone="vy", address="1")
    return Hands(cast(Any, None), cast(Any, None), cast(Any, reader), texts, profile,
                 load_lexicon())  # fmt: skip


def mean(value: float, n: int) -> Estimate:
    return Estimate(formula=Formula.MEAN, n=n, missing=0, on=DAY, value=value,
                    interval=Interval(value - 1, value + 1))  # fmt: skip


def part(n: int, *counts: Answers) -> Part:
    return Part(group=EVERYBODY, n=n, asked=n, hard_to_say=None, counts=counts)


def item(key: str, measure: Measure, shown: Part | None, value: float | None = None) -> ItemResult:
    table = ItemTable(key=key, measure=measure, parts=(shown,) if shown else ())
    if shown is None:
        return ItemResult(table=table, parts=())
    found = mean(value, shown.n) if value is not None else None
    return ItemResult(table=table, parts=(PartResult(part=shown, mean=found),))


def compared(key: str, *, scale: bool, span: tuple[float, float], before: float, after: float,
             n: int) -> Compared:  # fmt: skip
    change = SimpleNamespace(before=mean(before, n), after=mean(after, n), n=n)
    return Compared(key=key, scale=scale, low=span[0], high=span[1], change=cast(Any, change),
                    split=True, more_is_better=True)  # fmt: skip


def count(number: int, moment: str) -> Count:
    return Count(organisation_id=UUID(int=1), key="clubs", number=number, on=DAY, of=30,
                 entered_by=None, entered_at=cast(Any, None), moment=moment)  # fmt: skip


def line(stage: ProgrammeStage, title: str, state: MapState, **more: Any) -> MapLine:
    return MapLine(
        stage=stage, title=title, due_on=date(2029, 9, 15), responsible="Анна Петрова",
        result="приказ", state=state, **{"done_on": None, "why_late": None, **more},
    )  # fmt: skip


def told(profile: Profile) -> ReportFacts:
    """Facts of every sort: shown, hidden, missing."""
    form = profile.assessment
    indicator = {one.key: one for one in profile.indicators}
    outcome = next(one for one in profile.outcomes if one.key == "clubs")
    results = WaveResults(
        people={EVERYBODY: 24}, unfinished=0, scales=(), careless=None, on=DAY,
        items=(
            item("useful", Measure.ORDERED, part(22), 7.4),
            item("open", Measure.ORDERED, part(24), 2.4),
            item("best", Measure.NAMED, part(24, Answers(("o0",), 13), Answers(("o1",), 11))),
            item("topics", Measure.SEVERAL, None),
        ),
    )  # fmt: skip
    both = BeforeAfter(
        both=24, left_out=0, withheld=(), stayed=24, left=0, attrition=None, on=DAY,
        compared=(
            compared("trust", scale=True, span=(1, 5), before=2.8, after=3.6, n=24),
            compared("useful", scale=False, span=(1, 10), before=7.4, after=6.7, n=22),
        ),
    )  # fmt: skip
    return ReportFacts(
        span=SPAN,
        made_on=date(2029, 12, 1),
        passport=Passport(
            "Колледж №1", "Траектория", date(2029, 9, 1), date(2030, 8, 31),
            ("employer_learner", "pupil_pupil"), ("Анна Петрова",), {"mentees": 60, "pairs": 50},
        ),
        bases=(
            BaseLine(Role.MENTEE, 48, 12, (("student", 30), ("pupil", 18))),
            BaseLine(Role.MENTOR, 21, None, (("employer", None), ("learner", None), ("", 6))),
            BaseLine(Role.ALUMNUS, None, 0, ()),
        ),
        pairs=PairTable(
            (
                PairLine("", 43, {Fate.GOING_ON: 38, Fate.FINISHED: 0, Fate.BROKEN_OFF: 5}),
                PairLine("employer_learner", 33, dict.fromkeys(Fate)),
                PairLine("pupil_pupil", 10, dict.fromkeys(Fate)),
            ),
            begun=43, met=None,
        ),
        meetings=MeetingFigures(
            91, 7, 2,
            ((date(2029, 9, 1), 0), (date(2029, 10, 1), 40), (date(2029, 11, 1), 51)),
        ),
        surveys=(
            Surveyed(QUESTIONNAIRE, date(2029, 9, 20), 30, None),
            Surveyed(QUESTIONNAIRE, DAY, 30, 24, results),
        ),
        twice=(Twice(QUESTIONNAIRE, date(2029, 9, 20), DAY, both),),
        dynamics=(Change(outcome, "pupil_pupil", count(12, "in"), count(7, "out")),),
        indicators=(
            Figure(indicator["k1"], SPAN.last, 91, 120, whole_on=DAY),
            Figure(indicator["k2"], SPAN.last, None, 80, hidden=True),
            Figure(indicator["k5"], SPAN.last, None, None, missing=Missing.NOBODY_ASKED),
        ),
        satisfied_from=profile.satisfaction.least,
        swot={
            Side.STRENGTH: ("Наставники приходят вовремя", "Есть план"),
            Side.WEAKNESS: ("Нет кабинета",), Side.OPPORTUNITY: (), Side.THREAT: (),
        },
        assessed=Assessed(
            When.MIDDLE, DAY, 11, form.most, form.level(11),
            tuple((one, n % 3) for n, one in enumerate(form.criteria)),
        ),
        road_map=RoadMapFacts(
            "Колледж №1", "Траектория", SPAN.last,
            (
                line(ProgrammeStage.PREPARATION, "Издать приказ", MapState.DONE, done_on=DAY),
                line(ProgrammeStage.WORK, "Собрать планы", MapState.LATE, why_late="Ждём школу"),
                line(ProgrammeStage.WORK, "Опросить", MapState.AHEAD),
            ),
        ),
        cases=(
            Case(UUID(int=2), "Дима Орлов", "Игорь Сафонов", "employer_learner",
                 "Пришёл с двойкой.\nСобрал робота."),
        ),
        problems="Мало времени",
        plans="Вторая группа\nВстречи на заводе",
    )  # fmt: skip


@pytest.fixture(params=["ru", "en"])
def paper(request: pytest.FixtureRequest, texts: Texts, profile: Profile) -> Paper:
    return report_paper(hands(texts, profile, request.param), told(profile))


def test_the_report_reads_as_it_was_approved(paper: Paper) -> None:
    """Every word and number in its place; look at the files as pictures when this changes."""
    path = GOLDEN / paper.locale / "report.md"
    if WRITES:
        path.write_text(as_text(paper), encoding="utf-8")
    assert as_text(paper) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_papers_read_as_they_were_approved(
    texts: Texts, profile: Profile, locale: str
) -> None:
    """Of consents two: the words of all are those of `consents.yaml`."""
    hand = hands(texts, profile, locale)
    common: dict[str, Any] = {
        "organisation": "Колледж №1", "programme": "Траектория", "starts_on": SPAN.first,
        "ends_on": date(2030, 8, 31), "forms": ("pupil_pupil",), "curators": ("Анна Петрова",),
    }  # fmt: skip
    consents = [
        profile.consents[kind].filled(organisation="Колледж №1", curator="Анна Петрова")
        for kind in ("processing-adult", "guardian")
    ]
    facts = PaperFacts(
        **common,
        agreements=(
            Agreement("Игорь Сафонов", "Дима Орлов", (), "pupil_pupil", DAY, UUID(int=3)),
            Agreement(
                "Игорь Сафонов", "Лена Ким", ("Ольга Ким, Пётр Ким", ""), "pupil_pupil", None,
                UUID(int=4),
            ),
        ),
        thanked=(Thanked("Игорь Сафонов", 12),),
        consents=tuple(consents),
        finished=(
            EndFacts(
                Role.MENTEE, "Лена Ким", "Колледж №1", "Траектория", "Анна Петрова",
                SPAN.first, DAY, 12,
            ),
        ),
        trained=(
            CertificateFacts(
                "2029-003", "Игорь Сафонов", "Колледж №1", "Траектория", "Анна Петрова", DAY,
                tuple(module.title for module in profile.training[:2]), 95,
            ),
        ),
    )  # fmt: skip
    lines = (
        Assigned("Дима Орлов", "Игорь Сафонов", "pupil_pupil", None, None, agreed=True),
        Assigned("Лена Ким", "Игорь Сафонов", "pupil_pupil", 1, "tue-16", agreed=False),
    )
    order = OrderFacts("Колледж №1", "Траектория", (2029, 2030), lines)
    made = [
        as_text(our_paper(hand, kind, facts, order if kind is PaperKind.PAIRS else None))
        for kind in PaperKind
    ]
    path = GOLDEN / locale / "papers.md"
    if WRITES:
        path.write_text("\n\n".join(made), encoding="utf-8")
    assert "\n\n".join(made) == path.read_text(encoding="utf-8")


def test_no_consent_on_paper_speaks_of_buttons(profile: Profile) -> None:
    for locale, words in (("ru", ("Нажимая", "чат")), ("en", ("pressing", "chat"))):
        for one in profile.consents.values():
            said = profile.papers.consent.on_paper(one.full.say(locale), locale)
            assert not [word for word in words if word in said], (one.kind, locale)


def test_word_and_pdf_say_the_same(texts: Texts, profile: Profile) -> None:
    whole = report_paper(hands(texts, profile, "ru"), told(profile))
    drawn = [block for block in whole.blocks if isinstance(block, Drawn)]
    # one chart: drawing all of them takes seconds, and says nothing here
    paper = replace(whole, blocks=tuple(b for b in whole.blocks if b not in drawn[1:]))
    docx = squeezed(words_of_docx(draw_paper(paper, PaperFormat.DOCX)))
    pdf = squeezed(words_of_pdf(draw_paper(paper, PaperFormat.PDF)))
    for words in map(squeezed, words_of(paper)):
        assert words in docx
        assert words in pdf


def test_the_word_file_can_be_gone_on_with(texts: Texts, profile: Profile) -> None:
    """Headings, lists and tables are true ones, and what nobody can print is left out."""
    facts = told(profile).road_map
    paper = road_map_paper(hands(texts, profile, "ru"), facts)
    odd = Paper(
        locale="ru", title="x", author="y", page="",
        blocks=(*paper.blocks, Points(("=1+1 \x07 <&>",)), Says("один\nдва")),
    )  # fmt: skip
    document = Document(io.BytesIO(draw_paper(odd, PaperFormat.DOCX)))
    styles = [one.style.name for one in document.paragraphs if one.style is not None]
    assert "Title" in styles
    assert "Heading 2" in styles
    assert [one.text for one in document.paragraphs if one.style and
            one.style.name == "List Bullet"] == ["=1+1  <&>"]  # fmt: skip
    tables = [one for one in paper.blocks if isinstance(one, TableOf)]
    assert len(document.tables) == len(tables) == 2
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
    assert {one.words for one in paper.blocks if isinstance(one, Heading)} <= {
        one.text for one in document.paragraphs
    }
    assert "Ждём школу" in words_of_docx(draw_paper(paper, PaperFormat.DOCX))

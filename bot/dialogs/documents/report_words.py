"""The report of a programme in words: from its facts to a paper, section by section."""

from collections.abc import Callable, Iterator
from datetime import date

from babel.dates import format_date

from bot.dialogs.documents import report_figures, report_surveys
from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.programme_reports import (
    BaseLine,
    Fate,
    MapLine,
    MapState,
    Number,
    PairLine,
    ReportFacts,
    RoadMapFacts,
    Span,
)
from bot.domain.programmes import TARGETS
from bot.domain.swot import Side
from bot.reports.paper import Block, Drawn, Heading, Paper, Points, Says, TableOf
from bot.reports.pictures import Bar, BarsPicture

_MAP_WIDTHS = (1.0, 6.4, 2.6, 3.4, 4.0)


def report_paper(hand: Hands, facts: ReportFacts) -> Paper:
    """Every section in its place; one without facts says so."""
    blocks: list[Block] = list(_head(hand, facts))
    for number, (key, section) in enumerate(SECTIONS, start=1):
        blocks.append(Heading(f"{number}. {worded(hand, f'report-section-{key}')}"))
        blocks += section(hand, facts)
    blocks += _end(hand)
    return Paper(
        locale=hand.reader.locale,
        title=worded(hand, "report-title", programme=facts.passport.programme),
        author=facts.passport.organisation,
        page=page_words(hand),
        blocks=tuple(blocks),
    )


def road_map_paper(hand: Hands, facts: RoadMapFacts) -> Paper:
    title = worded(hand, "report-map-title", programme=facts.programme)
    return Paper(
        locale=hand.reader.locale,
        title=title,
        author=facts.organisation,
        page=page_words(hand),
        blocks=(
            Says(facts.organisation, centred=True),
            Heading(title, 0),
            *_map_blocks(hand, facts),
            *_end(hand),
        ),
    )


def page_words(hand: Hands) -> str:
    return worded(hand, "report-page", number="{number}", total="{total}")


def day_words(hand: Hands, day: date) -> str:
    """With its year: a paper is read years later."""
    return format_date(day, "d MMMM y", hand.reader.locale)


def span_words(hand: Hands, span: Span) -> str:
    return worded(
        hand, "report-span", first=day_words(hand, span.first), last=day_words(hand, span.last)
    )


def number_words(hand: Hands, number: Number) -> str:
    return worded(hand, "report-hidden") if number is None else str(number)


def form_words(hand: Hands, key: str) -> str:
    form = hand.profile.form(key)
    return form.title.say(hand.reader.locale) if form else key


def _head(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield Says(facts.passport.organisation, centred=True)
    yield Heading(worded(hand, "report-title", programme=facts.passport.programme), 0)
    yield Says(span_words(hand, facts.span), centred=True)
    yield Says(
        worded(hand, "report-made", on=day_words(hand, facts.made_on)), centred=True, soft=True
    )


def _end(hand: Hands) -> Iterator[Block]:
    for who in ("curator", "head"):
        yield Says(worded(hand, f"report-sign-{who}"))


def _passport(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    known = facts.passport
    targets = ", ".join(
        worded(hand, f"report-target-{key}", n=known.targets[key])
        for key in TARGETS
        if key in known.targets
    )
    rows = (
        ("organisation", known.organisation),
        ("programme", known.programme),
        ("dates", span_words(hand, Span(known.starts_on, known.ends_on))),
        ("forms", "; ".join(form_words(hand, one) for one in known.forms)),
        ("curators", ", ".join(known.curators) or worded(hand, "report-none-yet")),
        ("targets", targets or worded(hand, "report-no-targets")),
    )
    yield TableOf(
        (worded(hand, "report-what"), worded(hand, "report-content")),
        tuple((worded(hand, f"report-passport-{key}"), value) for key, value in rows),
        (1, 2.2),
    )


def _bases(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield TableOf(
        tuple(worded(hand, f"report-base-{one}") for one in ("role", "people", "came", "kinds")),
        tuple(_base_row(hand, one) for one in facts.bases),
        (2.4, 1.8, 2.2, 5),
    )
    yield Says(worded(hand, "report-bases-how", on=day_words(hand, facts.span.last)), soft=True)


def _base_row(hand: Hands, line: BaseLine) -> tuple[str, ...]:
    kinds = [
        worded(
            hand,
            "report-base-kind",
            kind=worded(hand, f"report-kind-{kind or 'unsaid'}"),
            n=number_words(hand, n),
        )
        for kind, n in line.kinds
        if kind or n
    ]
    return (
        worded(hand, f"results-role-{line.role}"),
        number_words(hand, line.people),
        number_words(hand, line.came),
        "\n".join(kinds) or "—",
    )


def _pairs(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    table = facts.pairs
    yield TableOf(
        tuple(
            worded(hand, f"report-pairs-{one}") for one in ("form", "at-work", *Fate)
        ),
        tuple(_pair_row(hand, one) for one in (*table.lines[1:], table.lines[0])),
        (4, 1.8, 2, 2, 2.2),
    )
    yield Says(worded(hand, "report-pairs-begun", n=number_words(hand, table.begun)))
    yield Says(worded(hand, "report-pairs-met", n=number_words(hand, table.met)))
    yield Says(worded(hand, "report-pairs-how"), soft=True)


def _pair_row(hand: Hands, line: PairLine) -> tuple[str, ...]:
    return (
        form_words(hand, line.form) if line.form else worded(hand, "report-all"),
        number_words(hand, line.at_work),
        *(number_words(hand, line.fates[one]) for one in Fate),
    )


def _meetings(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    met = facts.meetings
    yield Says(
        worded(hand, "report-meetings", held=met.held, missed=met.not_held, unclear=met.disputed)
    )
    if facts.pairs.whole:
        mean = f"{met.held / facts.pairs.whole:.1f}"
        if hand.reader.locale == "ru":
            mean = mean.replace(".", ",")
        yield Says(
            worded(hand, "report-meetings-each", mean=mean, held=met.held, pairs=facts.pairs.whole)
        )
    if not met.held:
        return
    most = max(n for _, n in met.months)
    bars = tuple(
        Bar(
            label=format_date(month, "LLLL y", hand.reader.locale),
            says=str(n),
            part=n / most,
        )
        for month, n in met.months
    )
    title = worded(hand, "report-meetings-chart")
    footer = worded(hand, "report-n-on", n=met.held, on=day_words(hand, facts.span.last))
    yield Drawn(
        BarsPicture(title=title, lines=(), bars=bars, footer=footer),
        says="; ".join(f"{bar.label}: {bar.says}" for bar in bars),
    )


def _swot(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    if not any(facts.swot.values()):
        yield Says(worded(hand, "report-no-swot"))
        return
    cells = {
        side: "\n".join(f"• {one}" for one in facts.swot[side]) or "—" for side in Side
    }
    for both in ((Side.STRENGTH, Side.WEAKNESS), (Side.OPPORTUNITY, Side.THREAT)):
        yield TableOf(
            tuple(worded(hand, f"report-swot-{side}") for side in both),
            (tuple(cells[side] for side in both),),
            (1, 1),
        )


def _assessment(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    found = facts.assessed
    if found is None:
        yield Says(worded(hand, "report-no-assessment"))
        return
    yield Says(
        worded(
            hand,
            "report-assessed",
            at=str(found.at),
            on=day_words(hand, found.on),
            sum=found.sum,
            most=found.most,
            level=found.level.title,
        )
    )
    yield TableOf(
        (worded(hand, "report-criterion"), worded(hand, "report-mark")),
        tuple((spoken(hand, criterion.title), str(mark)) for criterion, mark in found.marks),
        (6, 1),
    )
    yield Says(worded(hand, "report-assessed-how"), soft=True)


def _road_map(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield from _map_blocks(hand, facts.road_map)


def _map_blocks(hand: Hands, facts: RoadMapFacts) -> Iterator[Block]:
    if not facts.lines:
        yield Says(worded(hand, "report-no-map"))
        return
    yield Says(
        worded(
            hand,
            "report-map-sum",
            on=day_words(hand, facts.on),
            done=facts.count(MapState.DONE),
            total=len(facts.lines),
            late=facts.count(MapState.LATE),
        )
    )
    for number, (stage, title) in enumerate(hand.profile.road_map.stages.items(), start=1):
        lines = [one for one in facts.lines if one.stage is stage]
        if lines:
            yield Heading(worded(hand, "report-map-stage", number=number, title=title), 2)
            yield TableOf(
                tuple(
                    worded(hand, f"report-map-{one}")
                    for one in ("number", "what", "due", "who", "state")
                ),
                tuple(_map_row(hand, n, one) for n, one in enumerate(lines, start=1)),
                _MAP_WIDTHS,
            )


def _map_row(hand: Hands, number: int, line: MapLine) -> tuple[str, ...]:
    what = line.title
    if line.result:
        what += "\n" + worded(hand, "report-map-result", result=line.result)
    state = worded(
        hand,
        f"report-map-is-{line.state}",
        on=day_words(hand, line.done_on) if line.done_on else "",
    )
    if line.why_late:
        state += "\n" + line.why_late
    return (str(number), what, day_words(hand, line.due_on), line.responsible or "—", state)


def _cases(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    if not facts.cases:
        yield Says(worded(hand, "report-no-cases"))
        return
    for one in facts.cases:
        yield Heading(
            worded(
                hand,
                "report-case",
                mentor=one.mentor,
                mentee=one.mentee,
                form=form_words(hand, one.form),
            ),
            2,
        )
        yield Says(one.words)
    yield Says(worded(hand, "report-cases-how"), soft=True)


def _problems(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield _written(hand, facts.problems)


def _plans(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield _written(hand, facts.plans)


def _written(hand: Hands, words: str) -> Block:
    lines = tuple(words.split("\n"))
    if not words:
        return Says(worded(hand, "report-to-write"))
    return Points(lines) if len(lines) > 1 else Says(words)


Section = Callable[[Hands, ReportFacts], Iterator[Block]]
SECTIONS: tuple[tuple[str, Section], ...] = (
    ("passport", _passport),
    ("bases", _bases),
    ("pairs", _pairs),
    ("meetings", _meetings),
    ("quality", report_surveys.quality),
    ("growth", report_surveys.growth),
    ("indicators", report_figures.indicators),
    ("swot", _swot),
    ("assessment", _assessment),
    ("road-map", _road_map),
    ("cases", _cases),
    ("problems", _problems),
    ("plans", _plans),
)

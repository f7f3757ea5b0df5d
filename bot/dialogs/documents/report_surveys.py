"""Both stages of monitoring in the report: what people answered, and what changed for them."""

from collections.abc import Iterator
from datetime import date

from babel.dates import format_date

from bot.dialogs.monitoring.dynamics_words import verdict
from bot.dialogs.monitoring.result_words import compared_title, label_of, number, percent
from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.outcomes import Change
from bot.domain.programme_reports import Number, ReportFacts, Surveyed, Twice
from bot.domain.questionnaires import Item
from bot.domain.questions import span_of
from bot.domain.results import Compared, ItemResult
from bot.domain.statistics.figures import Estimate
from bot.domain.tabulation import EVERYBODY
from bot.reports.paper import Block, Drawn, Heading, Says, TableOf
from bot.reports.pictures import Bar, BarsPicture, Slope, SlopesPicture

_MOST_BARS, _MOST_SLOPES = 8, 9


def quality(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    """The first stage: every survey closed within the days."""
    yield Says(worded(hand, "report-quality-about"))
    if not facts.surveys:
        yield Says(worded(hand, "report-no-surveys"))
        return
    yield TableOf(
        tuple(worded(hand, f"report-survey-{one}") for one in ("title", "on", "invited", "said")),
        tuple(_survey_row(hand, one) for one in facts.surveys),
        (5, 2.4, 1.8, 1.8),
    )
    for one in facts.surveys:
        yield from _survey(hand, one)
    yield Says(worded(hand, "report-surveys-how"), soft=True)


def _survey_row(hand: Hands, one: Surveyed) -> tuple[str, ...]:
    return (
        spoken(hand, one.questionnaire.title),
        _day(hand, one.on),
        _number(hand, one.invited),
        _number(hand, one.answered),
    )


def _survey(hand: Hands, one: Surveyed) -> Iterator[Block]:
    if one.results is None:
        return
    rows, bars = [], []
    for result in one.results.items:
        item = one.questionnaire.item(result.table.key)
        if item is None:
            continue
        row, bar = _item(hand, item, result)
        rows += row
        bars += bar
    if not rows:
        return
    title = spoken(hand, one.questionnaire.title)
    yield Heading(worded(hand, "report-survey-heading", title=title, on=_day(hand, one.on)), 2)
    yield TableOf(
        tuple(worded(hand, f"report-item-{each}") for each in ("question", "result", "n")),
        tuple(rows),
        (6, 3.6, 1.2),
    )
    if bars:
        answered = one.results.people.get(EVERYBODY, 0)
        footer = worded(hand, "report-n-on", n=answered, on=_day(hand, one.on))
        yield Drawn(
            BarsPicture(
                title=title,
                lines=(worded(hand, "report-means"),),
                bars=tuple(bars[:_MOST_BARS]),
                footer=footer,
            ),
            says="; ".join(f"{bar.label}: {bar.says}" for bar in bars[:_MOST_BARS]),
        )


def _item(
    hand: Hands, item: Item, result: ItemResult
) -> tuple[list[tuple[str, ...]], list[Bar]]:
    """A row of the table and a bar of the chart, where there is something to be seen."""
    part = result.of(EVERYBODY)
    if part is None:
        return [], []
    words, n, span = spoken(hand, item.text), str(part.part.n), span_of(item.kind)
    if isinstance(part.mean, Estimate):
        mean = number(hand, part.mean.value)
        if span is None:
            return [(words, worded(hand, "report-mean", mean=mean), n)], []
        low, high = span
        said = worded(hand, "report-mean-of", mean=mean, most=number(hand, high, 0))
        bar = Bar(label=words, says=mean, part=(part.mean.value - low) / (high - low))
        return [(words, said, n)], [bar]
    if part.part.counts:
        best = max(part.part.counts, key=lambda count: count.people)
        said = worded(
            hand,
            "report-most-said",
            label=label_of(hand, item, best),
            percent=percent(best.people, part.part.n),
            n=best.people,
        )
        return [(words, said, n)], []
    return [], []


def growth(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    """The second stage: the same people before and after, and what the organisation counted."""
    yield Says(worded(hand, "report-growth-about"))
    for one in facts.twice:
        yield from _twice(hand, one)
    if not any(one.found.compared for one in facts.twice):
        yield Says(worded(hand, "report-no-growth"))
    if facts.dynamics:
        yield Heading(worded(hand, "report-dynamics"), 2)
        yield TableOf(
            tuple(
                worded(hand, f"report-dynamics-{one}")
                for one in ("what", "form", "before", "after", "verdict")
            ),
            tuple(_dynamic(hand, one) for one in facts.dynamics),
            (4.4, 3, 2.2, 2.2, 2.2),
        )


def _twice(hand: Hands, one: Twice) -> Iterator[Block]:
    shown = one.found.compared
    if not shown:
        return
    title = spoken(hand, one.questionnaire.title)
    days = {"first": _day(hand, one.first_on), "last": _day(hand, one.last_on)}
    yield Heading(worded(hand, "report-twice-heading", title=title, **days), 2)
    yield TableOf(
        tuple(
            worded(hand, f"report-twice-{each}")
            for each in ("what", "before", "after", "change", "n")
        ),
        tuple(_compared(hand, one, each) for each in shown),
        (5.4, 1.8, 1.8, 2, 1.2),
    )
    slopes = tuple(_slope(hand, one, each) for each in shown[:_MOST_SLOPES])
    yield Drawn(
        SlopesPicture(
            title=worded(hand, "results-change-picture"),
            lines=(worded(hand, "results-both", n=one.found.both),),
            before=worded(hand, "results-before"),
            after=worded(hand, "results-after"),
            slopes=slopes,
            footer=worded(hand, "report-n-on", n=one.found.both, on=days["last"]),
        ),
        says="; ".join(f"{each.label}: {each.before_says} → {each.after_says}" for each in slopes),
    )


def _compared(hand: Hands, one: Twice, each: Compared) -> tuple[str, ...]:
    before, after = each.change.before.value, each.change.after.value
    difference = round(after, 1) - round(before, 1)
    sign = "+" if difference > 0.05 else ""
    return (
        compared_title(hand, one.questionnaire, each),
        number(hand, before),
        number(hand, after),
        f"{sign}{number(hand, difference)}",
        str(each.change.n),
    )


def _slope(hand: Hands, one: Twice, each: Compared) -> Slope:
    before, after = each.change.before.value, each.change.after.value
    return Slope(
        label=compared_title(hand, one.questionnaire, each),
        before=(before - each.low) / (each.high - each.low),
        after=(after - each.low) / (each.high - each.low),
        before_says=number(hand, before),
        after_says=number(hand, after),
        note=worded(hand, "report-n", n=each.change.n),
        worse=each.worse,
    )


def _dynamic(hand: Hands, change: Change) -> tuple[str, ...]:
    form = hand.profile.form(change.form)
    counts = [
        worded(hand, "dynamics-counted", number=one.number, of=one.of or 0) if one else "—"
        for one in (change.entry, change.exit)
    ]
    return (
        spoken(hand, change.outcome.title),
        form.title.say(hand.reader.locale) if form else change.form,
        *counts,
        worded(hand, f"report-verdict-{verdict(change)}"),
    )


def _day(hand: Hands, day: date) -> str:
    return format_date(day, "d MMMM y", hand.reader.locale)


def _number(hand: Hands, number: Number) -> str:
    return worded(hand, "report-hidden") if number is None else str(number)

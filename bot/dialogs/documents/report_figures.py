"""The indicators in the report: a share with its n and its formula, or why there is none."""

from collections.abc import Iterator

from bot.dialogs.monitoring.indicator_words import bar_of, missing_words, rounded
from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.figures import Figure
from bot.domain.indicators import Counted
from bot.domain.programme_reports import ReportFacts
from bot.domain.spoken import Day
from bot.reports.paper import Block, Drawn, Points, Says, TableOf
from bot.reports.pictures import BarsPicture


def indicators(hand: Hands, facts: ReportFacts) -> Iterator[Block]:
    yield TableOf(
        tuple(
            worded(hand, f"report-indicator-{one}")
            for one in ("number", "title", "share", "of", "target")
        ),
        tuple(_row(hand, place, one) for place, one in enumerate(facts.indicators, start=1)),
        (0.8, 5, 2.6, 2.6, 2.4),
    )
    yield Says(worded(hand, "report-formula"))
    yield Points(
        tuple(
            worded(
                hand,
                "report-indicator-formula",
                numerator=one.indicator.numerator,
                denominator=one.indicator.denominator,
            )
            for one in facts.indicators
        ),
        numbered=True,
    )
    if any(one.indicator.counts is Counted.SATISFIED for one in facts.indicators):
        yield Says(worded(hand, "indicators-satisfied", least=facts.satisfied_from), soft=True)
    yield Says(worded(hand, "indicators-rule-people"), soft=True)
    last = spoken(hand, Day(facts.span.last, facts.made_on))
    yield Drawn(
        BarsPicture(
            title=worded(hand, "indicators-picture-title"),
            lines=(f"{facts.passport.organisation} · {last}",),
            bars=tuple(bar_of(hand, one) for one in facts.indicators),
            footer=worded(hand, "indicators-picture-footer"),
        ),
        says=worded(hand, "indicators-picture-title"),
    )


def _row(hand: Hands, place: int, figure: Figure) -> tuple[str, ...]:
    aim = figure.aim
    target = worded(hand, "report-target", percent=aim[1], year=str(aim[0])) if aim else "—"
    title = str(spoken(hand, figure.indicator.title))
    if figure.share is None:
        return (str(place), title, missing_words(hand, figure), "—", target)
    counted = worded(
        hand, "dynamics-counted", number=figure.number or 0, of=figure.whole or 0
    )
    share = worded(hand, "indicators-picture-share", share=rounded(figure.share))
    return (str(place), title, share, counted, target)

"""Words for what helps pairs live; and for the curve of their lives."""

from collections.abc import Iterator, Sequence

from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.pair_lives import FACTS, FORM, TraitEffect, WeightAdvice, WhatHelps, helps
from bot.domain.small_cells import LEAST
from bot.domain.spoken import Day
from bot.domain.statistics import reading
from bot.domain.statistics.figures import (
    Counted,
    Estimate,
    Formula,
    Interval,
    Survival,
    Why,
    Withheld,
)
from bot.reports.pair_curve import CurvePicture, CurveStep
from bot.usecases.monitoring.what_helps import Lives

MONTH = 30  # days
_TOLD_MONTHS = (3, 6, 9)
_MOST_MARKS = 9
# What keeps the whole question closed, the most telling first.
_TOO_FEW = tuple(Why(f"too-few-{of}") for of in (Counted.PAIRS, Counted.ENDINGS, Counted.EACH))


def lines_of(
    hand: Hands, known: Lives, found: WhatHelps, advised: Sequence[WeightAdvice]
) -> list[Line]:
    lines = list(_alive(known, found))
    lines += [line for effect in found.found for line in _finding(hand, effect)]
    if found.tests and not found.found:
        lines.append(Line("helps-none", {"tests": found.tests}))
    if found.found:
        lines.append(Line("helps-not-cause", {"tests": found.tests}))
    if not found.tests:
        lines += [Line("helps-too-early"), *_too_few(found)]
    for one in advised:
        said = {
            "part": worded(hand, f"matching-part-{one.part}"),
            "now": worded(hand, f"matching-weight-{one.now}"),
            "to": worded(hand, f"matching-weight-{one.to}"),
        }
        lines.append(Line("helps-advice", said))
    return lines


def effect_lines(hand: Hands, found: WhatHelps) -> list[Line]:
    """Every trait with what was reckoned of it, and what the numbers mean."""
    lines = [
        Line(
            "helps-effect",
            {
                "trait": trait_name(hand, effect.trait),
                "risk": _ratio(hand, effect.risk),
                "odds": _ratio(hand, effect.odds),
            },
        )
        for effect in found.effects
    ]
    lines += [
        Line(
            "helps-figure",
            {
                "name": worded(hand, reading.name(formula)),
                "means": worded(hand, reading.meaning(formula)),
                "how": worded(hand, reading.reckoning(formula)),
            },
        )
        for formula in (Formula.HAZARD, Formula.ODDS, Formula.FDR)
    ]
    return lines


def trait_name(hand: Hands, trait: str) -> str:
    if trait.startswith(FORM):
        form = hand.profile.form(trait[len(FORM) :])
        return worded(hand, "helps-trait-form", form=form.title if form else "—")
    return worded(hand, f"helps-trait-{trait}" if trait in FACTS else f"matching-part-{trait}")


def curve(hand: Hands, known: Lives, survival: Survival) -> CurvePicture:
    months = max(int(survival.longest // MONTH), 1)
    step = -(-months // _MOST_MARKS)
    return CurvePicture(
        title=worded(hand, "helps-curve-title"),
        subtitle=f"{known.organisation} · {spoken(hand, Day(known.on, known.on))}",
        shares=tuple((share / 100, f"{share} %") for share in (0, 25, 50, 75, 100)),
        days=tuple((float(month * MONTH), str(month)) for month in range(0, months + 1, step)),
        below=worded(hand, "helps-curve-months"),
        footer=worded(hand, "helps-curve-footer", pairs=survival.n, ended=survival.ended),
        steps=tuple(
            CurveStep(
                one.day,
                one.share,
                one.interval.low if one.interval else one.share,
                one.interval.high if one.interval else one.share,
            )
            for one in survival.steps
        ),
        longest=survival.longest,
    )


def _alive(known: Lives, found: WhatHelps) -> Iterator[Line]:
    ended = sum(pair.ended for pair in known.pairs)
    yield Line("helps-pairs", {"pairs": len(known.pairs), "ended": ended})
    if isinstance(found.survival, Survival):
        for month in _TOLD_MONTHS:
            if month * MONTH <= found.survival.longest:
                share = round(100 * found.survival.at(month * MONTH))
                yield Line("helps-alive", {"count": month, "share": share})
    if min(found.content, found.rated - found.content) >= LEAST:
        yield Line("helps-rated", {"content": found.content, "rated": found.rated})


def _finding(hand: Hands, effect: TraitEffect) -> Iterator[Line]:
    """What is hardly chance: how much, and how seldom chance would do as much."""
    good, name = helps(effect), trait_name(hand, effect.trait)
    for key, ratio, p in (
        ("risk", effect.risk, effect.risk_p),
        ("odds", effect.odds, effect.odds_p),
    ):
        if not isinstance(ratio, Estimate) or p is None or reading.chance(p) == _USUAL:
            continue
        value = ratio.value if ratio.value >= 1 else 1 / ratio.value
        yield Line(
            f"helps-{key}-{'good' if good else 'bad'}",
            {
                "trait": name,
                "ratio": _number(hand, value),
                "n": ratio.n,
                "chance": worded(hand, reading.chance(p)),
            },
        )


_USUAL = reading.chance(1)


def _too_few(found: WhatHelps) -> Iterator[Line]:
    """The one reason that explains it best."""
    held = [
        figure
        for figure in (found.survival, *(each.risk for each in found.effects))
        if isinstance(figure, Withheld) and figure.reason in _TOO_FEW
    ]
    for figure in sorted(held, key=lambda one: _TOO_FEW.index(one.reason))[:1]:
        yield Line(*reading.reason(figure))


def _ratio(hand: Hands, figure: Estimate | Withheld) -> str:
    if isinstance(figure, Withheld) or not isinstance(figure.interval, Interval):
        return worded(hand, "helps-too-little")
    return worded(
        hand,
        "helps-ratio",
        value=_number(hand, figure.value),
        low=_number(hand, figure.interval.low),
        high=_number(hand, figure.interval.high),
        n=figure.n,
    )


def _number(hand: Hands, value: float) -> str:
    """Two digits that matter, with the comma of the language."""
    return worded(hand, "helps-number", value=float(f"{value:.2g}"))

"""How indicators read: a line each, a card each, and the picture of all of them."""

from datetime import date

from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.figures import Figure, Missing
from bot.domain.indicators import Counted
from bot.domain.spoken import Day
from bot.reports.pictures import Bar, BarsPicture
from bot.usecases.monitoring.indicators import Board, Card, Said

DIGITS = 1  # of a share behind the point


def rounded(share: float) -> float:
    """A whole number stays one: "42 %" and not "42.0 %"."""
    found = round(share, DIGITS)
    return int(found) if found == int(found) else found


def _standing(figure: Figure) -> str:
    """Which word goes with the target; nothing is rounded into reaching it."""
    if figure.aim is None:
        return "none"
    return "behind" if figure.behind else "reached"


def missing_words(hand: Hands, figure: Figure) -> str:
    if figure.hidden:
        return worded(hand, "indicators-hidden")
    if figure.missing is Missing.NUMBER:
        titles = {kind.key: kind.title for kind in hand.profile.count_kinds}
        what = ", ".join(spoken(hand, titles[key]).lower() for key in figure.lacks)
        return worded(hand, "indicators-lacks", what=what)
    assert figure.missing is not None
    return worded(hand, f"indicators-missing-{figure.missing}", n=figure.whole or 0)


def home_lines(hand: Hands, board: Board) -> list[Line]:
    return [figure_line(hand, place, one) for place, one in enumerate(board.figures, start=1)]


def figure_line(hand: Hands, place: int, figure: Figure) -> Line:
    args = {"place": place, "title": figure.indicator.title}
    if figure.share is None:
        return Line("indicators-line-none", args | {"why": missing_words(hand, figure)})
    return Line(
        "indicators-line",
        args
        | {
            "share": rounded(figure.share),
            "number": figure.number,
            "whole": figure.whole,
            "standing": _standing(figure),
            "target": figure.aim[1] if figure.aim else 0,
        },
    )


def card_lines(hand: Hands, card: Card) -> list[Line]:
    figure, today = card.figure, card.board.today
    on = Day(card.board.on, today)
    lines = []
    if figure.share is not None:
        lines.append(
            Line(
                "indicators-share",
                {
                    "share": rounded(figure.share),
                    "number": figure.number,
                    "whole": figure.whole,
                    "on": on,
                },
            )
        )
    else:
        lines.append(Line("indicators-no-share", {"why": missing_words(hand, figure)}))
    if figure.aim is not None:
        year, percent = figure.aim
        lines.append(
            Line(
                "indicators-target",
                {
                    "standing": _standing(figure) if figure.share is not None else "none",
                    "year": str(year),
                    "target": percent,
                    "source": figure.indicator.source,
                    "old": year < figure.on.year,
                },
            )
        )
    lines += _made_of(hand, card)
    return lines


def _made_of(hand: Hands, card: Card) -> list[Line]:
    figure, indicator = card.figure, card.figure.indicator
    lines = [
        Line(
            "indicators-numerator",
            {
                "what": indicator.numerator,
                "known": figure.number is not None,
                "number": figure.number or 0,
                "besides": figure.besides,
            },
        )
    ]
    if figure.left:
        lines.append(Line("indicators-left", {"n": figure.left}))
    if figure.names:
        lines.append(Line("indicators-names", {"names": ", ".join(figure.names)}))
    lines.append(
        Line(
            "indicators-denominator",
            {
                "what": indicator.denominator,
                "known": figure.whole is not None,
                "number": figure.whole or 0,
            },
        )
    )
    if indicator.counts is Counted.SATISFIED:
        lines.append(Line("indicators-satisfied", {"least": card.least}))
        if figure.response_rate is not None:
            lines.append(
                Line(
                    "indicators-answered",
                    {
                        "n": figure.whole,
                        "invited": figure.invited,
                        "rate": rounded(figure.response_rate),
                    },
                )
            )
    elif indicator.counts is not Counted.ENTERED:
        lines.append(Line(f"indicators-rule-{indicator.counts}"))
    for one in card.said:
        lines += said_lines(one, card.board.today)
    return lines


def said_lines(said: Said, today: date) -> list[Line]:
    """Who said a number and when, and what was said before."""
    if said.number is None or said.on is None:
        return [Line("indicators-unsaid", {"what": said.kind.title})]
    lines = [
        Line(
            "indicators-said",
            {
                "what": said.kind.title,
                "number": said.number,
                "on": Day(said.on, today),
                "who": said.by or "",
                "named": said.by is not None,
            },
        )
    ]
    return lines + [
        Line("indicators-before", {"number": number, "on": Day(on, today)})
        for number, on in said.before
    ]


def picture_of(hand: Hands, board: Board) -> BarsPicture:
    on = spoken(hand, Day(board.on, board.today))
    return BarsPicture(
        title=worded(hand, "indicators-picture-title"),
        lines=(f"{board.organisation} · {on}",),
        bars=tuple(bar_of(hand, figure) for figure in board.figures),
        footer=worded(hand, "indicators-picture-footer"),
    )


def bar_of(hand: Hands, figure: Figure) -> Bar:
    share, title = figure.share, figure.indicator.title
    target = figure.aim[1] / 100 if figure.aim else None
    if share is None:
        why = missing_words(hand, figure)
        label = worded(hand, "indicators-picture-none", title=title, why=why)
        return Bar(label=label, says="—", part=0, target=target)
    args = {"title": title, "number": figure.number, "whole": figure.whole}
    aim = {"target": figure.aim[1] if figure.aim else 0, "standing": _standing(figure)}
    return Bar(
        label=worded(hand, "indicators-picture-bar", **args, **aim),
        says=worded(hand, "indicators-picture-share", share=rounded(share)),
        part=min(share / 100, 1),
        target=target,
        weak=figure.behind,
    )

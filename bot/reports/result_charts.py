"""Results as pictures for a phone: bars (answers, indicators), slopes (before, after), funnels.

- All words come ready in the reader's language. Every length has its number beside it.
- Two colours that nobody confuses, blue and vermilion of Okabe and Ito; what they say is said by
  length, slope and words as well.
- At most 1080 x 1280 pixels: a messenger shrinks anything longer, and the letters with it.
"""

from collections.abc import Sequence
from io import BytesIO

from bot.reports.canvas import Canvas
from bot.reports.pictures import (
    Bar,
    BarsPicture,
    FunnelPicture,
    FunnelStage,
    ResultPicture,
    Slope,
    SlopesPicture,
)

WIDTH, MAX_HEIGHT = 1080, 1280
MOST_BARS, MOST_SLOPES = 14, 9

_EDGE = 56
_INNER = WIDTH - 2 * _EDGE
_PAPER, _INK, _SOFT, _TRACK = "#FBFAF7", "#1F2933", "#5F6B7A", "#E9E6DE"
_BLUE, _VERMILION, _PALE, _MARK = "#0072B2", "#D55E00", "#9DB4C6", "#1F2933"
_TITLE_LINES, _TITLE_LETTERS, _LINE_LETTERS = 4, 42, 32
_FOOT = 64
_SHORT = 110  # pixels: labels no wider stand left of their bars
_SAYS, _LETTER = 210, 22  # room for the number right of a bar, and for each of its letters


def result_picture(picture: ResultPicture) -> bytes:
    """The picture as PNG; it belongs in the worker process."""
    canvas = Canvas(WIDTH, MAX_HEIGHT, paper=_PAPER)
    top = _head(canvas, picture.title, picture.lines)
    if isinstance(picture, BarsPicture):
        bottom = _bars(canvas, picture.bars[:MOST_BARS], top)
    elif isinstance(picture, FunnelPicture):
        bottom = _funnel(canvas, picture.stages, top)
    else:
        bottom = _slopes(canvas, picture, top)
    words = _wrapped(canvas, picture.footer, 26, _INNER, 2)
    for place, line in enumerate(words):
        middle = bottom + 34 + 34 * place
        canvas.words(_EDGE, middle, line, size=26, colour=_SOFT, width=_INNER)
    canvas.trim(min(bottom + _FOOT + 34 * (len(words) - 1), MAX_HEIGHT))
    target = BytesIO()
    canvas.save(target)
    return target.getvalue()


def _head(canvas: Canvas, title: str, lines: Sequence[str]) -> float:
    top = 40.0
    for line in _wrapped(canvas, title, _TITLE_LETTERS, _INNER, _TITLE_LINES, bold=True):
        top += 26
        canvas.words(
            _EDGE, top, line, size=_TITLE_LETTERS, colour=_INK, width=_INNER, bold=True
        )
        top += 26
    top += 12
    for line in lines:
        top += 22
        canvas.words(_EDGE, top, line, size=_LINE_LETTERS, colour=_SOFT, width=_INNER)
        top += 22
    return top + 20


def _wrapped(
    canvas: Canvas, words: str, size: float, width: float, most: int, *, bold: bool = False
) -> list[str]:
    """In at most so many lines; the last one is cut where it is drawn."""
    lines: list[str] = []
    rest = words
    while rest and len(lines) < most - 1:
        first, *left = canvas.lines(rest, size=size, width=width, bold=bold) or [""]
        lines.append(first)
        rest = left[0] if left else ""
    return [*lines, rest] if rest else lines


def _bars(canvas: Canvas, bars: Sequence[Bar], top: float) -> float:
    beside = all(len(bar.label) <= 5 for bar in bars)
    says = max([_SAYS, *(_LETTER * len(bar.says) + 30 for bar in bars)])
    room = (MAX_HEIGHT - _FOOT - 34 - top) / max(len(bars), 1)
    if beside:
        row = min(room, 78)
        for bar in bars:
            _bar(canvas, bar, _EDGE + _SHORT, top + row / 2, min(row * 0.62, 46), says)
            middle = top + row / 2
            canvas.words(_EDGE, middle, bar.label, size=34, colour=_INK, width=_SHORT - 10)
            top += row
        return top + 8
    lines = [_wrapped(canvas, bar.label, 32, _INNER, 2) for bar in bars]
    wanted = sum(70 + 40 * len(one) for one in lines)
    shrunk = min((MAX_HEIGHT - _FOOT - 34 - top) / max(wanted, 1), 1)
    for bar, one in zip(bars, lines, strict=True):
        for line in one:
            canvas.words(
                _EDGE, top + 20 * shrunk, line, size=32 * shrunk, colour=_INK, width=_INNER
            )
            top += 40 * shrunk
        _bar(canvas, bar, _EDGE, top + 24 * shrunk, 36 * shrunk, says)
        top += 70 * shrunk
    return top + 8


def _bar(
    canvas: Canvas, bar: Bar, left: float, middle: float, high: float, says: float
) -> None:
    width = WIDTH - _EDGE - says - left
    canvas.box(left, middle - high / 2, width, high, colour=_TRACK, corner=8)
    part = min(max(bar.part, 0), 1)
    if part:
        long = max(width * part, 8)
        colour = _PALE if bar.weak else _BLUE
        canvas.box(left, middle - high / 2, long, high, colour=colour, corner=8)
    if bar.target is not None:
        x = left + width * min(max(bar.target, 0), 1)
        ends = [(x, middle - high * 0.75), (x, middle + high * 0.75)]
        canvas.stroke(ends, thick=7, colour=_VERMILION)
    canvas.words(
        left + width + 20, middle, bar.says, size=32, colour=_INK, width=says - 20, bold=True
    )


_PANEL, _LEFT, _RIGHT = 600, 690, 920  # where the labels end; the two ends of a slope


def _slopes(canvas: Canvas, picture: SlopesPicture, top: float) -> float:
    slopes = picture.slopes[:MOST_SLOPES]
    for x, words in ((_LEFT, picture.before), (_RIGHT, picture.after)):
        canvas.words(x, top + 14, words, size=28, colour=_SOFT, width=200, centre=True)
    top += 40
    row = min((MAX_HEIGHT - _FOOT - 34 - top) / max(len(slopes), 1), 138)
    for slope in slopes:
        canvas.line(_EDGE, top, WIDTH - _EDGE, colour=_TRACK)
        _slope(canvas, slope, top, row)
        top += row
    return top + 8


def _slope(canvas: Canvas, slope: Slope, top: float, row: float) -> None:
    size = min(30, row * 0.26)
    lines = _wrapped(canvas, slope.label, size, _PANEL - _EDGE - 20, 2)
    for place, line in enumerate(lines):
        y = top + row * (0.24 + 0.28 * place)
        canvas.words(_EDGE, y, line, size=size, colour=_INK, width=_PANEL - _EDGE - 20)
    y = top + row * (0.24 + 0.28 * len(lines))
    canvas.words(_EDGE, y, slope.note, size=size * 0.9, colour=_SOFT, width=_PANEL - _EDGE - 20)
    high, ground = row * 0.6, top + row * 0.8
    before, after = (ground - high * min(max(at, 0), 1) for at in (slope.before, slope.after))
    same = slope.before_says == slope.after_says
    colour = _PALE if same else _VERMILION if slope.worse else _BLUE
    canvas.stroke([(_LEFT, before), (_RIGHT, after)], thick=8, colour=colour)
    for x, y in ((_LEFT, before), (_RIGHT, after)):
        canvas.disc(x, y, 22, colour=colour)
    canvas.words(
        _LEFT - 58, before, slope.before_says, size=30, colour=_INK, width=80, centre=True
    )
    canvas.words(
        _RIGHT + 58, after, slope.after_says, size=30, colour=_INK, width=80, bold=True, centre=True
    )


_STAGE, _LOST, _LEAST_WIDE = 78, 40, 12  # heights of a stage and of a line of losses


def _funnel(canvas: Canvas, stages: Sequence[FunnelStage], top: float) -> float:
    """Stages from the middle out, and between them, paler, who was lost."""
    middle = WIDTH / 2
    wide = [max(_INNER * min(max(stage.part, 0), 1), _LEAST_WIDE) for stage in stages]
    for place, stage in enumerate(stages):
        words = f"{stage.label}: {stage.says}"
        canvas.words(middle, top + 22, words, size=34, colour=_INK, width=_INNER, bold=True,
                     centre=True)
        top += 48
        canvas.box(middle - wide[place] / 2, top, wide[place], _STAGE, colour=_BLUE, corner=8)
        top += _STAGE
        if place + 1 == len(stages):
            break
        high = 28 + _LOST * max(len(stage.lost), 1)
        upper, lower = wide[place] / 2, wide[place + 1] / 2
        corners = [(middle - upper, top), (middle + upper, top), (middle + lower, top + high),
                   (middle - lower, top + high)]
        canvas.shape(corners, colour=_TRACK)
        for number, line in enumerate(stage.lost):
            y = top + 14 + _LOST * (number + 0.5)
            canvas.words(middle, y, line, size=28, colour=_SOFT, width=_INNER, centre=True)
        top += high + 6
    return top + 8

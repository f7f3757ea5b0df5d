"""How many pairs go on meeting, day after day: a curve with its band, drawn for a phone.

The curve is told by its thickness and the band by its paleness, not by colour alone.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.reports.canvas import Canvas

WIDTH, HEIGHT = 1080, 960
_EDGE, _LEFT, _TOP, _BOTTOM = 56, 150, 190, 800
_PAPER, _INK, _SOFT, _LINE = "#FBFAF7", "#1F2933", "#5F6B7A", "#E4E2DB"
_CURVE, _BAND = "#35618E", "#C9D8E6"


@dataclass(frozen=True)
class CurveStep:
    day: float
    share: float  # from this day on
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class CurvePicture:
    """All words ready. `longest`: the day at which the curve ends."""

    title: str
    subtitle: str
    shares: tuple[tuple[float, str], ...]  # marks at the side
    days: tuple[tuple[float, str], ...]  # marks below
    below: str
    footer: str
    steps: tuple[CurveStep, ...]
    longest: float


def draw_curve(picture: CurvePicture) -> bytes:
    """A PNG. Run it in a `Worker`."""
    from bot.reports.canvas import Canvas

    canvas = Canvas(WIDTH, HEIGHT, paper=_PAPER)
    inner = WIDTH - 2 * _EDGE
    canvas.words(_EDGE, 60, picture.title, size=46, colour=_INK, width=inner, bold=True)
    canvas.words(_EDGE, 112, picture.subtitle, size=28, colour=_SOFT, width=inner)
    for share, label in picture.shares:
        down = _down(share)
        canvas.line(_LEFT, down, WIDTH - _EDGE, colour=_LINE)
        canvas.words(_EDGE, down, label, size=26, colour=_SOFT, width=_LEFT - _EDGE - 12)
    for day, label in picture.days:
        across = _across(day, picture.longest)
        canvas.stroke([(across, _BOTTOM), (across, _BOTTOM + 10)], thick=3, colour=_SOFT)
        canvas.words(across, _BOTTOM + 34, label, size=26, colour=_SOFT, width=90, centre=True)
    _curve(canvas, picture)
    canvas.words(_LEFT, _BOTTOM + 80, picture.below, size=26, colour=_INK, width=WIDTH - 2 * _LEFT)
    canvas.words(_EDGE, HEIGHT - 36, picture.footer, size=24, colour=_SOFT, width=inner)
    target = BytesIO()
    canvas.save(target)
    return target.getvalue()


def _curve(canvas: "Canvas", picture: CurvePicture) -> None:
    steps = (CurveStep(0, 1.0, 1.0, 1.0), *picture.steps)
    days = [*(step.day for step in steps[1:]), picture.longest]
    points = []
    for step, until in zip(steps, days, strict=True):
        left, right = (_across(day, picture.longest) for day in (step.day, until))
        if right > left and step.high > step.low:
            canvas.box(
                left, _down(step.high), right - left, _down(step.low) - _down(step.high),
                colour=_BAND, corner=0,
            )  # fmt: skip
        points += [(left, _down(step.share)), (right, _down(step.share))]
    canvas.stroke(points, thick=8, colour=_CURVE)


def _across(day: float, longest: float) -> float:
    return _LEFT + day / max(longest, 1) * (WIDTH - _EDGE - _LEFT - 20)


def _down(share: float) -> float:
    return _BOTTOM - share * (_BOTTOM - _TOP)

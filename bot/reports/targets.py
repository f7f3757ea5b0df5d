"""Shares against targets, and what was counted on entry and on exit: drawn for a phone.

The state of a row is told by its words and by the pattern, never by colour alone.
"""

from io import BytesIO

from bot.reports.canvas import Canvas
from bot.reports.pictures import SlopeRow, SlopesPicture, TargetRow, TargetsPicture

WIDTH, MAX_HEIGHT = 1080, 1280
_EDGE = 56
_INNER = WIDTH - 2 * _EDGE
_HEAD, _FOOT = 170, 72
_ROW, _LEAST_ROW = 150, 128
_BAR = 34
_PAPER, _INK, _SOFT, _LINE = "#FBFAF7", "#1F2933", "#5F6B7A", "#E4E2DB"
# blue and orange, the darker the better: told apart by every kind of eye, and in grey
_REACHED, _BEHIND, _BETTER, _WORSE = "#35618E", "#E0A458", "#35618E", "#C26B2C"
_SAME = "#8A94A0"


def targets_picture(picture: TargetsPicture) -> bytes:
    """PNG; a tenth of a second, in the worker process."""
    row = _row_height(len(picture.rows))
    canvas = Canvas(WIDTH, MAX_HEIGHT, paper=_PAPER)
    _head(canvas, picture.title, picture.subtitle)
    for place, one in enumerate(picture.rows):
        _target(canvas, one, _HEAD + place * row)
    return _done(canvas, picture.footer, _HEAD + len(picture.rows) * row)


def slopes_picture(picture: SlopesPicture) -> bytes:
    """PNG; a tenth of a second, in the worker process."""
    row = _row_height(len(picture.rows))
    canvas = Canvas(WIDTH, MAX_HEIGHT, paper=_PAPER)
    _head(canvas, picture.title, picture.subtitle)
    for place, one in enumerate(picture.rows):
        _slope(canvas, one, _HEAD + place * row, row)
    canvas.words(_LEFT, _HEAD - 16, picture.before, size=24, colour=_SOFT, centre=True)
    canvas.words(_RIGHT, _HEAD - 16, picture.after, size=24, colour=_SOFT, centre=True)
    return _done(canvas, picture.footer, _HEAD + len(picture.rows) * row)


def _row_height(rows: int) -> float:
    room = (MAX_HEIGHT - _HEAD - _FOOT) / max(rows, 1)
    if room < _LEAST_ROW:
        raise ValueError(f"{rows} rows do not fit on one picture")
    return min(_ROW, room)


def _head(canvas: Canvas, title: str, subtitle: str) -> None:
    canvas.words(_EDGE, 60, title, size=46, colour=_INK, width=_INNER, bold=True)
    canvas.words(_EDGE, 112, subtitle, size=28, colour=_SOFT, width=_INNER)


def _target(canvas: Canvas, row: TargetRow, top: float) -> None:
    canvas.line(_EDGE, top, WIDTH - _EDGE, colour=_LINE)
    canvas.words(_EDGE, top + 32, row.title, size=29, colour=_INK, width=_INNER, bold=True)
    bar = top + 60
    canvas.box(_EDGE, bar, _INNER, _BAR, colour=_LINE, corner=8)
    if row.share is not None and row.share > 0:
        wide = max(min(row.share, 100) / 100 * _INNER, 10)
        colour = _REACHED if row.reached else _BEHIND
        canvas.box(_EDGE, bar, wide, _BAR, colour=colour, corner=8)
    if row.target is not None:
        across = _EDGE + row.target / 100 * _INNER
        canvas.stroke([(across, bar - 4), (across, bar + _BAR + 8)], thick=7, colour=_INK)
    words_at = bar + _BAR + 26
    canvas.words(_EDGE, words_at, row.value, size=26, colour=_INK, width=_INNER * 0.64)
    if row.aim:
        left = _EDGE + _INNER * 0.66
        canvas.words(left, words_at, row.aim, size=26, colour=_SOFT, width=_INNER * 0.34)


_LEFT, _RIGHT = 640, 900  # where the two ends of a slope stand


def _slope(canvas: Canvas, row: SlopeRow, top: float, height: float) -> None:
    canvas.line(_EDGE, top, WIDTH - _EDGE, colour=_LINE)
    middle = top + height / 2
    lines = canvas.lines(row.title, size=28, width=_LEFT - 110 - _EDGE, bold=True)[:2]
    for place, words in enumerate(lines):
        at = middle + (place - (len(lines) - 1) / 2) * 36 - 18
        canvas.words(
            _EDGE, at, words, size=28, colour=_INK, width=_LEFT - 110 - _EDGE, bold=True
        )
    canvas.words(
        _EDGE, middle + 18 * len(lines) + 8, row.change, size=25, colour=_SOFT,
        width=_LEFT - 110 - _EDGE,
    )  # fmt: skip
    room = height - 64
    ends = []
    for across, share, words, side in (
        (_LEFT, row.before, row.before_words, -1),
        (_RIGHT, row.after, row.after_words, 1),
    ):
        if share is None:
            canvas.words(across, middle, words, size=24, colour=_SOFT, width=150, centre=True)
            continue
        down = top + 32 + (1 - min(share, 100) / 100) * room
        ends.append((across, down))
        canvas.words(across + side * 62, down, words, size=25, colour=_INK, width=96, centre=True)
    colour = _SAME if row.better is None else _BETTER if row.better else _WORSE
    if len(ends) == 2:
        canvas.stroke(ends, thick=7 if row.better is not False else 4, colour=colour)
    for across, down in ends:
        canvas.disc(across, down, 22, colour=colour)


def _done(canvas: Canvas, footer: str, bottom: float) -> bytes:
    canvas.line(_EDGE, bottom, WIDTH - _EDGE, colour=_LINE)
    canvas.words(_EDGE, bottom + 36, footer, size=24, colour=_SOFT, width=_INNER)
    canvas.trim(bottom + _FOOT)
    target = BytesIO()
    canvas.save(target)
    return target.getvalue()

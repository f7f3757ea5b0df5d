"""The curator's digest as a picture: every pair at a glance, drawn for the screen of a phone.

- All words come in the reader's language; nothing here knows one.
- Who needs the curator comes first. When there are too many pairs to name, the calm ones become
  signs without names: nobody disappears from the picture.
- At most 1080 x 1280 pixels: a messenger shrinks anything longer, and the letters with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from bot.domain.health import Light
from bot.reports.canvas import Canvas
from bot.reports.lights import draw_light, draw_lights, tint
from bot.reports.pictures import DigestPicture, PairMark, WeekMark

WIDTH, MAX_HEIGHT = 1080, 1280
WEEKS = 8

_EDGE = 56  # free space left and right
_INNER = WIDTH - 2 * _EDGE
_GAP = 12
_TITLE, _DATE = 34, 74  # heights: the space above the title, the date below it
_TITLE_LETTERS, _LONG_TITLE_LETTERS, _TITLE_LEADING = 50, 40, 1.18
_COUNTS, _FOOT = 148, 72
_NO_PAIRS = 110
_WEEKS_EMPTY, _WEEKS_LEAST, _WEEKS_BEST = 196, 256, 380

_PAPER, _INK, _SOFT, _LINE = "#FBFAF7", "#1F2933", "#5F6B7A", "#E4E2DB"
_BAR, _BAR_NOW = "#B9C9D9", "#35618E"


@dataclass(frozen=True)
class _Grid:
    """How the pairs are laid out: the first `named` in tiles, the others as bare signs."""

    columns: int
    tile: int  # height of a tile with its gap
    letters: int
    named: int
    bare: tuple[int, ...] = ()  # how many signs of each light; each light begins a row
    cell: int = 1  # size of a bare sign with its gap

    @property
    def per_row(self) -> int:
        return _INNER // self.cell

    @property
    def tiles_height(self) -> int:
        tiles = _rows(self.named, self.columns) * self.tile
        return tiles + _GAP if tiles and any(self.bare) else tiles

    @property
    def height(self) -> int:
        return self.tiles_height + sum(_rows(n, self.per_row) for n in self.bare) * self.cell


# Columns, height, letters. Two columns hold whole names, so they stay as long as they can.
_TILES = ((2, 92, 34), (2, 74, 31), (2, 62, 28), (3, 60, 26), (3, 50, 24))
_CELLS, _TINY_CELLS = (56, 50, 44, 38, 34, 30, 26), (22, 18, 14, 10)


def digest_picture(picture: DigestPicture) -> bytes:
    """The card as PNG; 0.1-0.5 s of work, so it belongs in the worker process."""
    weeks = picture.weeks[-WEEKS:]
    canvas = Canvas(WIDTH, MAX_HEIGHT, paper=_PAPER)
    letters, title = _title(canvas, picture.title)
    counts_at = int(_TITLE + letters * _TITLE_LEADING * len(title) + _DATE)
    pairs_at = counts_at + _COUNTS
    weeks_least = _WEEKS_LEAST if weeks else 0
    grid = _grid(picture.pairs, room=MAX_HEIGHT - pairs_at - weeks_least - _FOOT)
    weeks_at = pairs_at + (grid.height if picture.pairs else _NO_PAIRS)
    if any(week.meetings for week in weeks):  # a short card becomes a square one
        weeks_height = max(weeks_least, min(_WEEKS_BEST, WIDTH - weeks_at - _FOOT))
    else:
        weeks_height = min(weeks_least, _WEEKS_EMPTY)

    for place, line in enumerate(title):
        middle = _TITLE + letters * _TITLE_LEADING * (place + 0.7)
        canvas.words(_EDGE, middle, line, size=letters, colour=_INK, width=_INNER, bold=True)
    canvas.words(_EDGE, counts_at - 40, picture.date, size=30, colour=_SOFT, width=_INNER)
    _draw_counts(canvas, picture, top=counts_at)
    _draw_pairs(canvas, picture, grid, top=pairs_at)
    if weeks:
        _draw_weeks(canvas, picture.weeks_title, weeks, weeks_at, weeks_at + weeks_height)
    foot = weeks_at + weeks_height + _FOOT
    canvas.words(_EDGE, foot - 38, picture.footer, size=24, colour=_SOFT, width=_INNER)
    canvas.trim(foot)
    target = BytesIO()
    canvas.save(target)
    return target.getvalue()


def _title(canvas: Canvas, title: str) -> tuple[int, list[str]]:
    """The size of the title's letters, and its one big line or its two smaller ones."""
    lines = canvas.lines(title, size=_TITLE_LETTERS, width=_INNER, bold=True)
    if len(lines) == 1:
        return _TITLE_LETTERS, lines
    smaller = _LONG_TITLE_LETTERS
    return smaller, canvas.lines(title, size=smaller, width=_INNER, bold=True)


def _grid(pairs: tuple[PairMark, ...], *, room: int) -> _Grid:
    """The roomiest layout that fits; with every name if it can be, else with the urgent names."""
    counts = {light: _count(pairs, light) for light in Light}
    urgent = counts[Light.RED] + counts[Light.YELLOW]
    for grid in _grids(counts, total=len(pairs), urgent=urgent):
        if grid.height <= room:
            return grid
    raise ValueError(f"{len(pairs)} pairs do not fit on one card")


def _grids(counts: dict[Light, int], *, total: int, urgent: int) -> Iterator[_Grid]:
    """All layouts, the best to look at first."""
    for tiles in _TILES:
        yield _Grid(*tiles, named=total)
    for tiles in _TILES:
        for cell in _CELLS:
            yield _Grid(*tiles, urgent, _left(counts, urgent), cell)
    for cells in (_CELLS, _TINY_CELLS):
        for named in range(urgent, -1, -1):
            for cell in cells:
                yield _Grid(*_TILES[-1], named, _left(counts, named), cell)


def _left(counts: dict[Light, int], named: int) -> tuple[int, ...]:
    """How many of each light have no tile when the first `named` have one."""
    left = []
    for count in counts.values():
        tiled = min(count, named)
        named -= tiled
        left.append(count - tiled)
    return tuple(left)


def _rows(things: int, per_row: int) -> int:
    return -(-things // per_row)


def _count(pairs: tuple[PairMark, ...], light: Light) -> int:
    return sum(pair.light is light for pair in pairs)


def _draw_counts(canvas: Canvas, picture: DigestPicture, *, top: int) -> None:
    """How many pairs have each light: this is the legend as well."""
    canvas.line(_EDGE, top, WIDTH - _EDGE, colour=_LINE)
    width = _INNER // len(Light)
    for place, light in enumerate(Light):
        left = _EDGE + place * width
        count = _count(picture.pairs, light)
        draw_light(canvas, light, left + 23, top + 52, 46)
        colour = _INK if count else _SOFT
        canvas.words(left + 62, top + 52, str(count), size=46, colour=colour, bold=True)
        name: str = getattr(picture.lights, light)
        canvas.words(left, top + 104, name, size=25, colour=_SOFT, width=width - 16)


def _draw_pairs(canvas: Canvas, picture: DigestPicture, grid: _Grid, *, top: int) -> None:
    if not picture.pairs:
        canvas.words(_EDGE, top + 40, picture.no_pairs, size=32, colour=_INK, width=_INNER)
        return
    order = tuple(Light)
    pairs = sorted(picture.pairs, key=lambda pair: order.index(pair.light))
    places: dict[Light, list[tuple[int, int, str]]] = {light: [] for light in order}
    for place, pair in enumerate(pairs[: grid.named]):
        row, column = divmod(place, grid.columns)
        places[pair.light].append((column, row, pair.name))
    for light, tiles in places.items():
        _draw_tiles(canvas, light, tiles, grid, top)
    above = top + grid.tiles_height
    for light, count in zip(order, grid.bare, strict=False):
        middles = [
            (_EDGE + (column + 0.4) * grid.cell, above + (row + 0.4) * grid.cell)
            for row, column in (divmod(place, grid.per_row) for place in range(count))
        ]
        draw_lights(canvas, light, middles, grid.cell * 0.8)
        above += _rows(count, grid.per_row) * grid.cell


def _draw_tiles(
    canvas: Canvas, light: Light, tiles: list[tuple[int, int, str]], grid: _Grid, top: int
) -> None:
    """Column, row and name of each."""
    step, height = (_INNER + _GAP) / grid.columns, grid.tile - _GAP
    width = step - _GAP
    corners = [(_EDGE + column * step, top + row * grid.tile) for column, row, _ in tiles]
    canvas.boxes(corners, width, height, colour=tint(light), corner=14)
    middles = [(left + height / 2, above + height / 2) for left, above in corners]
    draw_lights(canvas, light, middles, height * 0.6)
    for (left, above), (_, _, name) in zip(corners, tiles, strict=True):
        canvas.words(
            left + height,
            above + height / 2,
            name,
            size=grid.letters,
            colour=_INK,
            width=width - height - 10,
        )


def _draw_weeks(
    canvas: Canvas, title: str, weeks: tuple[WeekMark, ...], top: int, bottom: int
) -> None:
    """Bars without an axis: each carries its number."""
    canvas.line(_EDGE, top + 14, WIDTH - _EDGE, colour=_LINE)
    canvas.words(_EDGE, top + 56, title, size=30, colour=_INK, bold=True, width=_INNER)
    ground, tallest = bottom - 44, bottom - top - 44 - 126
    most = max(week.meetings for week in weeks)
    step = _INNER / WEEKS
    wide = step - _GAP * 2
    for place, week in enumerate(weeks):
        now = place == len(weeks) - 1
        left = _EDGE + place * (_INNER - wide) / (WEEKS - 1)  # from edge to edge
        tall = max(tallest * week.meetings / most if most else 0, 4)
        middle, ink, bar = left + wide / 2, _INK if now else _SOFT, _BAR_NOW if now else _BAR
        canvas.box(left, ground - tall, wide, tall, colour=bar, corner=8)
        meetings = str(week.meetings)
        canvas.words(
            middle, ground - tall - 22, meetings, size=27, colour=ink, bold=now, centre=True
        )
        canvas.words(
            middle,
            ground + 26,
            week.label,
            size=22,
            colour=ink,
            width=step - 6,
            bold=now,
            centre=True,
        )

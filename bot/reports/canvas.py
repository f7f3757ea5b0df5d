"""A sheet measured in pixels from its upper left corner, with the few shapes our pictures need.

- Words are literal: a "$" in a name starts no formula, an emoji the font lacks leaves no hole.
- Words that are given a width stay inside it: first they get smaller, then they are cut.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO, Literal

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Polygon
from matplotlib.path import Path as Outline
from matplotlib.text import Text

Colour = str  # "#RRGGBB"
Place = tuple[float, float]

_DOTS_PER_INCH = 100
_POINTS = 72 / _DOTS_PER_INCH  # a pixel in the points in which letters are measured
_MISSING = "□"
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "So", "Sk"}


class Canvas:
    """Draws with a figure of its own and no pyplot, so it shares no state with another picture."""

    def __init__(self, width: int, height: int, *, paper: Colour) -> None:
        size = (width / _DOTS_PER_INCH, height / _DOTS_PER_INCH)
        self._figure = Figure(figsize=size, dpi=_DOTS_PER_INCH, facecolor=paper)
        FigureCanvasAgg(self._figure)  # the figure keeps it and measures letters with it
        self._axes = self._figure.add_axes((0, 0, 1, 1), frameon=False)
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()

    def box(
        self, left: float, top: float, width: float, height: float, *, colour: Colour, corner: float
    ) -> None:
        self.boxes([(left, top)], width, height, colour=colour, corner=corner)

    def boxes(
        self,
        places: Sequence[Place],
        width: float,
        height: float,
        *,
        colour: Colour,
        corner: float,
    ) -> None:
        """Equal boxes, each with its upper left corner at its place."""
        corner = min(corner, width / 2, height / 2)
        rounded = f"round,pad=0,rounding_size={corner}"
        self._stamp(FancyBboxPatch((0, 0), width, height, boxstyle=rounded), places, fc=colour)

    def disc(self, x: float, y: float, size: float, *, colour: Colour) -> None:
        self.discs([(x, y)], size, colour=colour)

    def discs(self, middles: Sequence[Place], size: float, *, colour: Colour) -> None:
        self._stamp(Circle((0, 0), size / 2), middles, fc=colour)

    def triangles(self, middles: Sequence[Place], size: float, *, colour: Colour) -> None:
        half = size / 2
        shape = Polygon([(0, -half * 0.92), (-half, half * 0.82), (half, half * 0.82)])
        # A thick edge of the same colour with round joins makes the corners soft.
        self._stamp(shape, middles, fc=colour, ec=colour, lw=size * 0.06, joinstyle="round")

    def _stamp(
        self,
        shape: Patch,
        places: Sequence[Place],
        *,
        fc: Colour,
        ec: Colour = "none",
        lw: float = 0,
        joinstyle: Literal["miter", "round", "bevel"] = "miter",
    ) -> None:
        """The shape around (0, 0) at each of the places, as one artist: a thousand take no longer

        than a few (each artist costs about half a millisecond).
        """
        if not places:
            return
        outline = shape.get_path().transformed(shape.get_patch_transform())
        corners = np.asarray(outline.vertices, float)
        points = (corners[None, :, :] + np.asarray(places, float)[:, None, :]).reshape(-1, 2)
        codes = None if outline.codes is None else np.tile(outline.codes, len(places))
        self._axes.add_artist(
            PathPatch(Outline(points, codes), fc=fc, ec=ec, lw=lw, joinstyle=joinstyle)
        )

    def shape(self, corners: Sequence[tuple[float, float]], *, colour: Colour) -> None:
        self._axes.add_artist(Polygon(list(corners), fc=colour, lw=0))

    def line(self, left: float, y: float, right: float, *, colour: Colour) -> None:
        self._axes.add_artist(Line2D([left, right], [y, y], color=colour, lw=1.5))

    def stroke(self, points: Sequence[Place], *, thick: float, colour: Colour) -> None:
        """A line with round ends through the points; a dot when there is one."""
        self.strokes([points], thick=thick, colour=colour)

    def strokes(
        self, lines: Iterable[Sequence[Place]], *, thick: float, colour: Colour
    ) -> None:
        """As `stroke`, many at once."""
        every = list(lines)
        self.discs([one[0] for one in every if len(one) == 1], thick, colour=colour)
        if long := [one for one in every if len(one) > 1]:
            drawn = LineCollection(
                long, colors=colour, linewidths=thick * _POINTS, capstyle="round", joinstyle="round"
            )
            self._axes.add_artist(drawn)

    def words(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        colour: Colour,
        width: float | None = None,
        least: float = 0.7,
        bold: bool = False,
        centre: bool = False,
    ) -> None:
        """One line of words around the height `y`, at worst `least` of its size, then cut."""
        text = self._text(x, y, drawable(words), size=size, colour=colour, bold=bold, centre=centre)
        if width is None:
            return
        wide = self._width(text)
        if wide > width:
            # A little less than the ratio: letters are placed on whole pixels, small ones wider.
            text.set_fontsize(size * max(least, 0.97 * width / wide) * _POINTS)
            self._cut(text, width)

    def lines(self, words: str, *, size: float, width: float, bold: bool = False) -> list[str]:
        """The words as one line, or as two when one is too narrow for them in full size."""
        split = drawable(words).split(" ")
        for kept in range(len(split), 0, -1):
            first = self._text(0, 0, " ".join(split[:kept]), size=size, colour="#000000", bold=bold)
            fits = self._width(first) <= width
            first.remove()
            if fits or kept == 1:
                return [each for each in (first.get_text(), " ".join(split[kept:])) if each]
        return []

    def trim(self, height: float) -> None:
        """Cut the sheet off below: what has been drawn stays where it is."""
        width = self._figure.get_figwidth()
        self._figure.set_size_inches(width, height / _DOTS_PER_INCH)
        self._axes.set_ylim(height, 0)

    def save(self, target: BinaryIO) -> None:
        # No name of the drawing software inside: equal pictures are equal bytes.
        self._figure.savefig(target, format="png", metadata={"Software": None})

    def _text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        colour: Colour,
        bold: bool,
        centre: bool = False,
    ) -> Text:
        return self._axes.text(
            x,
            y,
            words,
            fontproperties=FontProperties(fname=str(_font(bold=bold)), size=size * _POINTS),
            color=colour,
            horizontalalignment="center" if centre else "left",
            verticalalignment="center_baseline",
            parse_math=False,
        )

    def _width(self, text: Text) -> float:
        return float(text.get_window_extent().width)

    def _cut(self, text: Text, width: float) -> None:
        """Keep the longest beginning that fits, with an ellipsis, unless all of it does."""
        words = text.get_text()
        kept, too_long = -1, len(words) + 1
        while too_long - kept > 1:
            tried = (kept + too_long) // 2
            text.set_text(words if tried == len(words) else words[:tried].rstrip() + "…")
            kept, too_long = (tried, too_long) if self._width(text) <= width else (kept, tried)
        if kept < len(words):
            text.set_text(words[: max(kept, 0)].rstrip() + "…")


def drawable(words: str) -> str:
    """The words in one line, as the font can show them: an emoji goes, a letter becomes a box."""
    known = _letters()
    shown = (
        letter if ord(letter) in known or letter.isspace() else _MISSING
        for letter in unicodedata.normalize("NFC", words)
        if ord(letter) in known or unicodedata.category(letter) not in _DROPPED or letter.isspace()
    )
    return " ".join("".join(shown).split())


def _font(*, bold: bool) -> Path:
    """DejaVu comes with the library, so a server needs no fonts of its own to show Cyrillic."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(matplotlib.get_data_path(), "fonts", "ttf", name)


@cache
def _letters() -> frozenset[int]:
    """What both weights can draw, without the invisible: those would be holes."""
    both = [set(get_font(str(_font(bold=bold))).get_charmap()) for bold in (False, True)]
    seen = both[0] & both[1]
    return frozenset(each for each in seen if unicodedata.category(chr(each)) not in {"Cc", "Cf"})

"""How a pair is doing, as a light: a colour, a shape and a sign at once, to be read in any eyes."""

from collections.abc import Sequence

from bot.domain.health import Light
from bot.reports.canvas import Canvas, Colour, Place

_STRONG: dict[Light, Colour] = {
    Light.RED: "#B4342B",
    Light.YELLOW: "#B07A00",
    Light.GREEN: "#2C7A57",
    Light.GREY: "#7A8594",
}
_TINT: dict[Light, Colour] = {
    Light.RED: "#FADFDB",
    Light.YELLOW: "#FCEFC9",
    Light.GREEN: "#DFF0E6",
    Light.GREY: "#EBEDF0",
}
# Strokes of each sign, in parts of the light's size, from its middle. They are drawn and not
# written: a font puts a cross and a dash on its line of letters, never in the middle of a shape.
_SIGN: dict[Light, tuple[tuple[tuple[float, float], ...], ...]] = {
    Light.RED: (((-0.19, -0.19), (0.19, 0.19)), ((-0.19, 0.19), (0.19, -0.19))),
    Light.YELLOW: (((0, -0.17), (0, 0.12)), ((0, 0.31),)),
    Light.GREEN: (((-0.21, 0.02), (-0.06, 0.17), (0.22, -0.16)),),
    Light.GREY: (((-0.19, 0), (0.19, 0)),),
}
_THICK = 0.115


def tint(light: Light) -> Colour:
    """The pale ground on which the light and dark letters both stand out."""
    return _TINT[light]


def draw_light(canvas: Canvas, light: Light, x: float, y: float, size: float) -> None:
    """The light with its middle at (x, y): a box, a triangle or a disc with a white sign."""
    draw_lights(canvas, light, [(x, y)], size)


def draw_lights(canvas: Canvas, light: Light, middles: Sequence[Place], size: float) -> None:
    """Equal lights, each with its middle at its place."""
    colour = _STRONG[light]
    if light is Light.RED:
        side = size * 0.94
        corners = [(x - side / 2, y - side / 2) for x, y in middles]
        canvas.boxes(corners, side, side, colour=colour, corner=side * 0.2)
    elif light is Light.YELLOW:
        canvas.triangles(middles, size * 1.02, colour=colour)
    else:
        canvas.discs(middles, size, colour=colour)
    signs = (
        [(x + right * size, y + down * size) for right, down in stroke]
        for x, y in middles
        for stroke in _SIGN[light]
    )
    canvas.strokes(signs, thick=size * _THICK, colour="#FFFFFF")

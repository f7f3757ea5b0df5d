"""Digests of any size to draw."""

from bot.domain.health import Light
from bot.reports.pictures import DigestPicture, LightNames, PairMark, WeekMark

_LIGHTS = (Light.GREEN, Light.GREEN, Light.YELLOW, Light.GREEN, Light.RED, Light.GREY)
_NAMES = ("Дима — Олег", "Катя — Марина", "Константин — Екатерина", "Лена — Тимур")


def pair(number: int, light: Light) -> PairMark:
    return PairMark(name=_NAMES[number % len(_NAMES)], light=light)


def a_digest(
    pairs: int | tuple[PairMark, ...],
    *,
    meetings: tuple[int, ...] = (16, 16, 20, 12, 15, 18, 20, 15),
    title: str = "«Траектория»",
) -> DigestPicture:
    if isinstance(pairs, int):
        pairs = tuple(pair(n, _LIGHTS[n % len(_LIGHTS)]) for n in range(pairs))
    return DigestPicture(
        title=title,
        date="Понедельник, 16 марта",
        lights=LightNames(
            red="нужны вы", yellow="присмотреться", green="в порядке", grey="только начали"
        ),
        pairs=pairs,
        no_pairs="Пар пока нет",
        weeks_title="Встречи по неделям",
        weeks=tuple(WeekMark(label=f"{n + 1} мар", meetings=m) for n, m in enumerate(meetings)),
        footer="n = 48 · 16 марта 2026",
    )

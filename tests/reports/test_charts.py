"""The digest picture: readable on a phone, whole for any number of pairs, deaf to odd names."""

import struct

import pytest

from bot.domain.health import Light
from bot.reports.canvas import drawable
from bot.reports.charts import MAX_HEIGHT, WIDTH, digest_picture
from bot.reports.pictures import DigestPicture, FunnelPicture, FunnelStage, PairMark
from bot.reports.result_charts import result_picture
from tests.reports.pictures import a_digest, pair


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def named(name: str) -> DigestPicture:
    return a_digest((PairMark(name=name, light=Light.GREEN),))


@pytest.mark.parametrize("pairs", [0, 1, 2, 20, 21, 48, 200, 600])
def test_any_number_of_pairs_fits_on_a_phone_without_being_shrunk(pairs: int) -> None:
    width, height = size_of(digest_picture(a_digest(pairs)))
    assert width == WIDTH
    assert height <= MAX_HEIGHT
    assert height >= WIDTH / 2


@pytest.mark.parametrize("light", list(Light))
def test_two_hundred_pairs_of_one_light_fit_too(light: Light) -> None:
    pairs = tuple(pair(n, light) for n in range(200))
    assert size_of(digest_picture(a_digest(pairs)))[1] <= MAX_HEIGHT


@pytest.mark.parametrize("meetings", [(), (0,), (0,) * 8, (3,), (1000,) * 8, tuple(range(20))])
def test_any_weeks_can_be_drawn(meetings: tuple[int, ...]) -> None:
    assert size_of(digest_picture(a_digest(3, meetings=meetings)))[0] == WIDTH


def test_only_the_last_eight_weeks_are_shown() -> None:
    long, short = a_digest(3, meetings=tuple(range(20))), a_digest(3, meetings=tuple(range(20)))
    short = DigestPicture(**{**vars(short), "weeks": long.weeks[-8:]})
    assert digest_picture(long) == digest_picture(short)


def test_equal_digests_are_equal_pictures_and_another_light_is_another_picture() -> None:
    green = a_digest((pair(0, Light.GREEN),))
    assert digest_picture(green) == digest_picture(green)
    assert digest_picture(green) != digest_picture(a_digest((pair(0, Light.GREY),)))


def test_the_most_urgent_pair_comes_first_wherever_it_stood() -> None:
    red, green = pair(0, Light.RED), pair(1, Light.GREEN)
    assert digest_picture(a_digest((green, red))) == digest_picture(a_digest((red, green)))


@pytest.mark.parametrize(
    "name",
    ["", " ", "$x^2", "$a$ — $b$", "\\frac{1", "x" * 500, "Ж" * 500, "😀🤩", "李 — 雷", "a\nb\tc",
     "\u202eabc", "\x00\ud800", "é́́́", "مريم"],
)  # fmt: skip
def test_an_odd_name_spoils_nothing(name: str) -> None:
    # Warnings are errors here: a letter without a glyph would be one.
    assert size_of(digest_picture(named(name)))[0] == WIDTH


@pytest.mark.parametrize("title", ["", "Слово " * 60, "Б" * 300])
def test_a_title_of_any_length_fits(title: str) -> None:
    assert size_of(digest_picture(a_digest(20, title=title)))[1] <= MAX_HEIGHT


def test_a_name_with_dollars_is_not_read_as_a_formula() -> None:
    assert digest_picture(named("$x^2$")) != digest_picture(named("x^2"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Дима — Олег", "Дима — Олег"),
        ("Қанат  Әсел\n", "Қанат Әсел"),
        ("Оля 🦄", "Оля"),
        ("李", "□"),
        ("и\u0306", "й"),
        ("a\u200db\x07", "ab"),
    ],
)
def test_what_the_font_lacks_leaves_no_hole(written: str, shown: str) -> None:
    assert drawable(written) == shown


@pytest.mark.parametrize("parts", [(1, 0.9, 0.8, 0.5), (1, 1, 1, 1), (1, 0, 0, 0)])
def test_a_funnel_of_any_shape_fits_on_a_phone(parts: tuple[float, ...]) -> None:
    stages = tuple(
        FunnelStage(label="Письмо дошло", says="48 · 100 %", part=part, lost=("кто: 5",) * 2)
        for part in parts
    )
    picture = FunnelPicture(title="Слово " * 40, lines=("60 %",) * 2, stages=stages, footer="12")
    width, height = size_of(result_picture(picture))
    assert width == WIDTH
    assert WIDTH / 2 <= height <= MAX_HEIGHT

"""The sheet for the wall: one A4 page of PDF, codes that lead where they say, words that fit."""

import re
import zlib

import pytest

from bot.reports.pictures import Sheet, SheetBlock
from bot.reports.sheets import sheet_pdf

LONG = "Областное государственное бюджетное профессиональное образовательное учреждение " * 3


def sheet(codes: int, *, title: str = "Траектория") -> Sheet:
    return Sheet(
        title=title,
        organisation="Колледж №1",
        what="Встречи двоих.\nБесплатно.",
        blocks=tuple(
            SheetBlock(
                whom="Нужен наставник?",
                how="Наведите камеру телефона на код.",
                link=f"https://t.me/tandem_bot?start={number:022}",
                until="Код действует до 12 мая.",
            )
            for number in range(codes)
        ),
    )


def content(pdf: bytes) -> bytes:
    """The drawing orders of the page, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    unpacked = []
    for one in streams:
        try:
            unpacked.append(zlib.decompress(one))
        except zlib.error:
            continue
    return b"\n".join(unpacked)


@pytest.mark.parametrize("codes", [1, 2, 3])
def test_it_is_one_a4_page_with_its_letters_in_it(codes: int) -> None:
    pdf = sheet_pdf(sheet(codes))
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 1
    [box] = re.findall(rb"/MediaBox \[ ([\d. ]+) \]", pdf)
    width, height = (float(one) for one in box.split()[2:])
    assert (round(width), round(height)) == (595, 842)
    assert b"/FontFile2" in pdf, "a printer that lacks the font prints it all the same"


def test_more_codes_have_more_modules_and_the_same_sheet_is_the_same_file() -> None:
    shapes = [len(content(sheet_pdf(sheet(codes)))) for codes in (1, 2, 3)]
    assert shapes == sorted(shapes)
    assert sheet_pdf(sheet(2)) == sheet_pdf(sheet(2))


def test_long_names_are_wrapped_and_made_smaller() -> None:
    assert sheet_pdf(sheet(3, title=LONG)).startswith(b"%PDF")


def test_a_formula_or_an_emoji_in_a_name_is_just_a_name() -> None:
    assert sheet_pdf(sheet(1, title="$x^2$ <&> {y} 🚀 學")).startswith(b"%PDF")


@pytest.mark.parametrize("codes", [0, 4])
def test_too_many_codes_or_none_are_refused(codes: int) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        sheet_pdf(sheet(codes))

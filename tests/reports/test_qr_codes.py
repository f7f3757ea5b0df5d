"""A link as a QR code: a square picture that a camera reads from a poster and from a phone."""

import struct
import zlib

import segno

from bot.reports.qr_codes import MODULE, QUIET, qr_png

LINK = "https://t.me/a_bot_with_a_rather_long_name_bot?start=HxNN2ULziyZUnpAVQLyx7A"


def rows_of(png: bytes) -> list[str]:
    """The pixels as lines of 0 (black) and 1; it has one bit for each."""
    width, height, depth = struct.unpack(">IIB", png[16:25])
    assert depth == 1
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    lines, size = zlib.decompress(packed), (width + 7) // 8 + 1
    rows, above = [], bytes(size - 1)
    for n in range(height):
        kind, row = lines[n * size], lines[n * size + 1 : (n + 1) * size]
        assert kind in (0, 2), "as it is, or the difference to the row above"
        if kind == 2:
            row = bytes((one + up) % 256 for one, up in zip(row, above, strict=True))
        rows.append("".join(f"{byte:08b}" for byte in row)[:width])
        above = row
    return rows


def test_the_picture_is_the_code_of_the_link_with_its_white_border() -> None:
    rows = rows_of(qr_png(LINK))
    wide = QUIET * MODULE
    assert len(rows) == len(rows[0])
    assert set("".join(rows[:wide])) == {"1"}, "the quiet zone above"
    inner = [row[wide:-wide:MODULE] for row in rows[wide:-wide:MODULE]]
    code = segno.make_qr(LINK, error="m").matrix
    assert inner == ["".join("0" if module else "1" for module in row) for row in code]


def test_a_phone_shows_every_module_sharply() -> None:
    assert 500 <= len(rows_of(qr_png(LINK))) <= 1280  # beyond that a messenger shrinks a photo

"""A link as a QR code, for a poster, a slide or the phone of whoever stands beside."""

import io

import segno

MODULE = 14  # pixels; a code of a usual link is some 600 pixels wide, sharp on a phone and on paper
QUIET = 4  # modules of white around it, which the standard asks for


def qr_png(link: str) -> bytes:
    """A PNG. Error correction M: it is still read with a crease or a reflection on it."""
    drawn = io.BytesIO()
    segno.make_qr(link, error="m").save(drawn, kind="png", scale=MODULE, border=QUIET)
    return drawn.getvalue()

"""Typed words without what makes no difference: capitals, marks around them, forms of letters."""

import re
import unicodedata

_DIAERESIS = "\u0308"  # the two dots: a letter typed with or without them is the same letter
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_DROPPED = dict.fromkeys([*map(ord, f"\ufe0f\ufe0e\u200d\u20e3{_DIAERESIS}"), *_SKIN_TONES])
_SPACES = re.compile(r"\s+")


def plain(raw: str) -> str:
    """Lower case, one form of each letter and digit, single spaces, no marks at either end.

    What has no letter or digit at all ("+", a thumb) stays, since it may be an answer too.
    """
    kept = unicodedata.normalize("NFKD", raw).translate(_DROPPED)
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", kept).casefold()).strip()
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    if start == end:
        return text
    # a minus belongs to its number, unlike the dash of a list
    negative = start and text[start - 1] == "-" and text[start].isdecimal()
    return text[start - 1 if negative else start : end]

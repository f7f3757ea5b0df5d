"""Classes and study groups as people write them, made comparable.

One class has many spellings: with a hyphen, in quotes, in small letters, with the word "class",
and with Latin letters that look or sound like the Russian ones. A mentee names one class
(`as_compared`); of those a mentor teaches every spelling is kept (`every_spelling`), so that a
Latin letter is never the reason why a teacher mentors somebody whom she gives marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from unicodedata import lookup

# Latin letter -> the Russian letters it may stand for, by sight or by sound.
_MEANS = {
    "a": "A", "b": "BE VE", "c": "ES TSE", "d": "DE", "e": "IE E", "f": "EF", "g": "GHE",
    "h": "EN HA", "i": "I", "j": "SHORT I ZHE", "k": "KA", "l": "EL", "m": "EM", "n": "EN PE",
    "o": "O", "p": "ER PE", "r": "ER GHE", "s": "ES", "t": "TE", "u": "U I", "v": "VE", "x": "HA",
    "y": "U YERU", "z": "ZE",
}  # fmt: skip
_YO, _YE = lookup("CYRILLIC SMALL LETTER IO"), lookup("CYRILLIC SMALL LETTER IE")
_ALPHABET = [chr(ord(lookup("CYRILLIC SMALL LETTER A")) + n) for n in range(32)]
_LAST_CLASS = 11
_MOST_SPELLINGS = 64  # of one name; a longer one is taken as it stands
_BREAK = re.compile(r"[,;/+&\n]")


def _letters(named: str) -> Iterator[str]:
    for name in named.replace("SHORT I", "SHORT_I").split():
        yield lookup(f"CYRILLIC SMALL LETTER {name.replace('_', ' ')}")


_ALIKE: dict[str, set[str]] = {}
for _latin, _named in _MEANS.items():
    for _russian in _letters(_named):
        _ALIKE.setdefault(_latin, set()).add(_russian)
        _ALIKE.setdefault(_russian, set()).add(_latin)


@dataclass(frozen=True)
class ClassWords:
    """What people write around the name of a class; of the profile."""

    skipped: frozenset[str] = frozenset()  # "class", "group"
    joins: frozenset[str] = frozenset()  # "and"
    endings: frozenset[str] = frozenset()  # of a number: "9th classes"


def as_compared(raw: str | None, words: ClassWords) -> str | None:
    """The name without what does not matter; None when nothing is left."""
    return "".join(_tokens(raw or "", words)) or None


def every_spelling(raw: str | None, words: ClassWords) -> frozenset[str]:
    """Of all classes named; a bare number names every class of that year."""
    found: set[str] = set()
    number = ""
    for part in _parts(raw or "", words):
        if (span := re.fullmatch(r"\s*(\d{1,2})\s*[-–—]\s*(\d{1,2})\s*", part)) is not None:
            first, last = int(span[1]), int(span[2])
            if first < last <= _LAST_CLASS:
                found.update(_whole_years(range(first, last + 1)))
                continue
        name = "".join(_tokens(part, words))
        if len(name) == 1 and name.isalpha() and number:
            name = number + name
        digits = re.match(r"\d*", name)
        number = digits[0] if digits else ""
        if name.isdecimal() and 1 <= int(name) <= _LAST_CLASS:
            found.update(_whole_years([int(name)]))
        elif name:
            found.update(_spellings(name))
    return frozenset(found)


def _tidy(raw: str) -> str:
    return raw.casefold().replace(_YO, _YE)


def _tokens(raw: str, words: ClassWords) -> list[str]:
    tidy = _without_endings(_tidy(raw), words)
    tokens = re.findall(r"\d+|[^\W\d_]+", tidy)
    return [token for token in tokens if token not in words.skipped]


def _without_endings(tidy: str, words: ClassWords) -> str:
    """ "9th classes" is the number 9, "9th B" is 9B; but "9-b" alone is a class."""
    if not words.endings:
        return tidy
    endings = "|".join(map(re.escape, sorted(words.endings)))
    return re.sub(rf"(\d)\s*-\s*(?:{endings})(?=\s+\w)", r"\1", tidy)


def _parts(raw: str, words: ClassWords) -> Iterator[str]:
    tidy = _without_endings(_tidy(raw), words)
    for word in words.joins:
        tidy = re.sub(rf"\s{re.escape(word)}\s", ",", tidy)
    for part in _BREAK.split(tidy):
        yield " ".join(word for word in part.split() if word not in words.skipped)


def _spellings(name: str) -> Iterator[str]:
    letters = [{letter, *_ALIKE.get(letter, ())} for letter in name]
    size = 1
    for some in letters:
        size *= len(some)
    if size > _MOST_SPELLINGS:
        yield name
        return
    for combination in product(*letters):
        yield "".join(combination)


def _whole_years(years: range | list[int]) -> Iterator[str]:
    for year in years:
        yield str(year)
        for letter in (*_ALPHABET, *_MEANS):
            yield f"{year}{letter}"

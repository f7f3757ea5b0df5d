"""Free text that others will read: names, and ways to reach somebody, are left out of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from bot.domain.questions.plain_words import plain

HIDDEN = "…"
_REACHES = re.compile(
    r"""
    (?:https?://|www\.)\S+ | (?:t|vk|wa|ok|instagram|youtube)\.(?:me|com|ru)/\S+  # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                                # mail
    | (?<!\w)@\w{3,}                                                              # an account
    | \+?\d[\d\s()\-–—]{7,}\d                                                     # a telephone
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")  # of a double name each half is one
_SHORTEST_NAME = 3
_ENDING = 2  # letters in which cases of a surname differ
_LONGEST_ENDING = 3  # of any case
_LONG_NAME = 7  # letters: so long a name is known without its last two
# -iy, -yy, -oy, -aya, -yaya: surnames that bend like adjectives, which change both letters.
_OF_ADJECTIVES = ("\u0438\u0439", "\u044b\u0439", "\u043e\u0439", "\u0430\u044f", "\u044f\u044f")
_FLEETING = "\u0435\u043e"  # vowels that go before an ending: Pavel, Pavla


def without_contacts(text: str, names: Collection[str] = ()) -> str:
    """`names`: words that say who this is; in any case of theirs."""
    roots = [_root(name) for name in names if len(name) >= _SHORTEST_NAME]

    def hide(found: re.Match[str]) -> str:
        word = found[0]
        known = word in names or any(_root(word) == root for root in roots) or any(
            word.casefold().startswith(root) and len(word) - len(root) <= 2 * _ENDING
            for root in roots
        )
        return HIDDEN if known else word

    return _WORD.sub(hide, _REACHES.sub(HIDDEN, text))


def _root(name: str) -> str:
    low = name.casefold()
    return low[: max(len(low) - _ENDING, _SHORTEST_NAME)]


def stems_of(names: Iterable[str]) -> frozenset[str]:
    """For `without_names`: worked out once for many texts, of everybody who takes part."""
    parts = (plain(part) for name in names for part in _PART.findall(normalize("NFC", name)))
    return frozenset(stem for part in parts for stem in _stems(part))


def without_names(text: str, stems: frozenset[str]) -> str:
    """Of very many people: hidden is only what begins with a capital, or many a word were gone."""

    def hide(found: re.Match[str]) -> str:
        return HIDDEN if _is_name(found[0], stems) else found[0]

    return _PART.sub(hide, normalize("NFC", text))


def _stems(part: str) -> Iterator[str]:
    """What is left of a name in all its cases."""
    if len(part) < _SHORTEST_NAME:
        return
    short = len(part) >= _LONG_NAME or part.endswith(_OF_ADJECTIVES)
    yield part[: max(len(part) - (2 if short else 1), _SHORTEST_NAME)]
    if len(part) > _SHORTEST_NAME and part[-2] in _FLEETING:
        yield part[:-2] + part[-1]


def _is_name(word: str, stems: frozenset[str]) -> bool:
    if not word[0].isupper():
        return False
    bare = plain(word)
    shortest = max(len(bare) - _LONGEST_ENDING, 1)
    return any(bare[:end] in stems for end in range(shortest, len(bare) + 1))

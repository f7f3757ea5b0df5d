"""Free text that strangers will read: ways to reach somebody, and surnames, are left out of it."""

import re
from collections.abc import Collection

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
_SHORTEST_NAME = 3
_ENDING = 2  # letters in which cases of a surname differ


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

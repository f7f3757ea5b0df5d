"""Free text as comparable words: Russian by its dictionary forms, then by their stems; English too.

The dictionary brings every form of a word together, the stem its relatives ("physics" and
"physicist" are one root in Russian). Of relatives one stands for all of them, so that people read a
word and not its root. The dictionary is loaded with the first word and takes a tenth of a second:
so this is called beside the event loop, in a thread or in the worker process.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+")
_NOT_ABOUT_ANYTHING = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PRED", "NUMR"})
_SHORTEST = 2
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer  # a dictionary of 15 MB: only when somebody wrote words

    return MorphAnalyzer(lang="ru")


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)


def lemmas(texts: Iterable[str], idle: frozenset[str]) -> dict[str, frozenset[str]]:
    """What each text is about, comparable among the texts of one call.

    `idle` words (dictionary forms) say nothing: "help", "want".
    """
    found = {
        text: [both for word in _WORD.findall(text.casefold()) if (both := _root(word, idle))]
        for text in texts
    }
    said = Counter(both for some in found.values() for both in some)
    stands_for: dict[str, str] = {}
    for root, lemma in sorted(said, key=lambda both: (-said[both], -len(both[1]), both)):
        stands_for.setdefault(root, lemma)
    return {
        text: frozenset(stands_for[root] for root, _ in some) for text, some in found.items()
    }


@lru_cache(maxsize=20_000)
def _root(word: str, idle: frozenset[str]) -> tuple[str, str] | None:
    """(root, dictionary form); None for a word that says nothing."""
    if len(word) < _SHORTEST or word in idle:
        return None
    if not _CYRILLIC.search(word):
        stem = str(_stemmer("english").stemWord(word))
        return None if stem in idle else (stem, word)
    form = _dictionary().parse(word)[0]
    if form.tag.POS in _NOT_ABOUT_ANYTHING or form.normal_form in idle:
        return None
    return str(_stemmer("russian").stemWord(form.normal_form)), str(form.normal_form)


@lru_cache(maxsize=5_000)
def first_name(full: str) -> str:
    """Of a name as people write theirs, with the surname before or after it."""
    words = full.split()
    if not words or _is(words[0], "Name") or not _is(words[0], "Surn"):
        return words[0] if words else ""
    return next((word for word in words[1:] if _is(word, "Name")), words[0])


def _is(word: str, what: str) -> bool:
    """Whether the word may be a given name, or a surname, as the subject of a sentence."""
    return any({what, "nomn", "sing"} in form.tag for form in _dictionary().parse(word))

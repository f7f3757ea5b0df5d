"""Texts of a questionnaire with `{name}` in them, and what stands for it.

What is put in is only ever a value: it is never read for names again, so the title of a programme
that somebody wrote cannot say anything the content did not.
"""

import re
from collections.abc import Iterator, Mapping

from bot.domain.questionnaires import VARIABLES, Item
from bot.domain.words import Words

_NAMED = re.compile(r"\{([^{}]*)\}")


def names_in(words: Words | None) -> frozenset[str]:
    """The names in any variant of a text, the unknown ones too."""
    texts = words.every() if words is not None else ()
    return frozenset(name for text in texts for name in _NAMED.findall(text))


def texts_of(item: Item) -> Iterator[Words]:
    """The texts of an item in which names stand for something."""
    yield item.text
    yield from (text for _form, text in item.variants)
    yield from (text for text in (item.hint, item.lead) if text is not None)


def used_by(item: Item) -> frozenset[str]:
    return frozenset().union(*map(names_in, texts_of(item))) & VARIABLES


def filled(text: str, values: Mapping[str, str]) -> str:
    """A name without a value stays as it is."""
    return _NAMED.sub(lambda found: values.get(found[1], found[0]), text)

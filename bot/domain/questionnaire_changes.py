"""What a new version of a questionnaire changes: questions added, removed, said otherwise.

An item is the same as long as its key is, and answers of two waves are compared by it. So a change
of what an answer means under the same key is told apart: it wants a new key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import span_of
from bot.domain.words import Words


@dataclass(frozen=True)
class Changes:
    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    meaning: tuple[Item, ...] = ()  # answers before and after are not comparable
    reworded: tuple[Item, ...] = ()  # look whether they still mean the same
    rules: tuple[Item, ...] = ()  # asked of others than before, or not of everybody
    moved: bool = False  # what stays stands in another order
    title: bool = False
    audience: bool = False  # others are asked: another role, other forms of mentoring
    scales: bool = False  # what several items measure together, or its name

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__dataclass_fields__)


def changes(before: Questionnaire, after: Questionnaire) -> Changes:
    """`after` compared with `before`; items as `after` has them, the removed ones as they were."""
    old = {item.key: item for item in before.items}
    new = {item.key: item for item in after.items}
    both = [(old[key], item) for key, item in new.items() if key in old]
    meaning = tuple(now for was, now in both if _meaning(was) != _meaning(now))
    return Changes(
        added=tuple(item for key, item in new.items() if key not in old),
        removed=tuple(item for key, item in old.items() if key not in new),
        meaning=meaning,
        reworded=tuple(
            now for was, now in both if _words(was) != _words(now) and now not in meaning
        ),
        rules=tuple(
            now
            for was, now in both
            if (was.shown_if, was.optional) != (now.shown_if, now.optional)
        ),
        moved=[key for key in old if key in new] != [key for key in new if key in old],
        title=before.title != after.title,
        audience=(before.audience, set(before.forms)) != (after.audience, set(after.forms)),
        scales=before.scales != after.scales,
    )


def _meaning(item: Item) -> Any:
    """What an answer is by itself, whatever words it is asked in."""
    kind = item.kind
    values = frozenset(option.value for option in kind.options())
    return kind.key, span_of(kind) or values, item.reversed, item.scale


def _words(item: Item) -> Any:
    params = _texts_of(item.kind.params())
    return item.text, item.hint, item.lead, item.hard_label, item.variants, params


def _texts_of(value: Any) -> Any:
    """The texts in a kind's parameters: labels of options, of the ends of a scale."""
    if isinstance(value, Mapping):
        if value and all(isinstance(text, str) for text in value.values()):
            return Words.of({str(k): v for k, v in value.items()})
        return tuple(_texts_of(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return tuple(_texts_of(inner) for inner in value)
    return None

"""Questions that are asked often, with their answers: found before the curator is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.access import Role
from bot.domain.people import searchable
from bot.domain.words import Words

MOST_ALIKE = 3
_STEM = 5  # letters: Russian endings begin after them, as a rule
_SHORTEST = 4  # shorter words stand in every question
_ENOUGH = 2  # words in common, or all of a short question


@dataclass(frozen=True)
class FaqEntry:
    key: str
    roles: frozenset[Role]  # who is shown it
    ask: Words
    answer: Words


def of_role(entries: Sequence[FaqEntry], roles: frozenset[Role]) -> tuple[FaqEntry, ...]:
    return tuple(one for one in entries if one.roles & roles)


def alike(typed: str, entries: Sequence[FaqEntry]) -> tuple[FaqEntry, ...]:
    """What the question that was typed may be about, the likeliest first; often nothing."""
    asked = _stems(typed)
    if not asked:
        return ()
    enough = min(_ENOUGH, len(asked))
    rated = []
    for place, entry in enumerate(entries):
        own = max((len(asked & _stems(text)) for text in entry.ask.every()), default=0)
        whole = max((len(asked & _stems(text)) for text in entry.answer.every()), default=0)
        if own >= enough or own + whole > _ENOUGH:
            rated.append((-own, -whole, place, entry))
    return tuple(entry for *_, entry in sorted(rated, key=lambda one: one[:3])[:MOST_ALIKE])


def _stems(text: str) -> frozenset[str]:
    bare = "".join(sign if sign.isalnum() else " " for sign in searchable(text) or "")
    return frozenset(word[:_STEM] for word in bare.split() if len(word) >= _SHORTEST)

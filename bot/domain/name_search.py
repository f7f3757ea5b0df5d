"""Finding somebody by what was typed of a name: a part of it, another case, a slip at the end.

Three tries, each only when the one before has found nothing: the words as they were typed, anywhere
in the name; without their last one or two letters (an ending, a slip); without their last three.
"""

from collections.abc import Iterator

from bot.domain.people import searchable

LONGEST_TYPED = 60
SHORTEST_STEM = 3  # letters: of fewer almost everybody is found
MOST_WORDS = 6  # two full names


def tries(typed: str) -> Iterator[tuple[str, ...]]:
    """What each word of the name must contain, the strictest first; none for an empty search."""
    words = tuple((searchable(typed[:LONGEST_TYPED]) or "").split()[:MOST_WORDS])
    if not words:
        return
    before: set[tuple[str, ...]] = set()
    for cut in range(4):
        stems = tuple(word[: max(SHORTEST_STEM, len(word) - cut)] for word in words)
        if stems not in before:
            before.add(stems)
            yield stems

"""`life.yaml`: what is asked of a pair before it begins, after the trial, on the way."""

from bot.domain.pair_words import LONGEST_PAUSE_WEEKS, MOST_QUESTIONS, PairLife, Question
from bot.domain.questions import Option
from bot.profiles.content import Node


def life(node: Node) -> PairLife:
    parts = node.only(needs=["expects", "trial", "stop_reasons", "pauses"])
    expects = tuple(_asked(one) for one in _few(parts["expects"]))
    trial = tuple(_said(one) for one in _few(parts["trial"]))
    for name, found in (("expects", expects), ("trial", trial)):
        parts[name].once([one.key for one in found])
    weeks = [(one, one.whole()) for one in parts["pauses"].each()]
    for one, number in weeks:
        if not 0 < number <= LONGEST_PAUSE_WEEKS:
            raise one.wrong(f"a pause is of 1 to {LONGEST_PAUSE_WEEKS} weeks")
    reasons = _options(parts["stop_reasons"])
    return PairLife(expects, trial, reasons, tuple(number for _, number in weeks))


def _few(node: Node) -> list[Node]:
    found = list(node.each())
    if not 0 < len(found) <= MOST_QUESTIONS:
        raise node.wrong(f"one to {MOST_QUESTIONS} questions: each is a tap")
    return found


def _asked(node: Node) -> Question:
    parts = node.only(needs=["key", "ask", "ask_guardian", "options"])
    return Question(
        parts["key"].key(),
        parts["ask"].words(),
        _options(parts["options"]),
        parts["ask_guardian"].words(),
    )


def _said(node: Node) -> Question:
    parts = node.only(needs=["key", "ask"])
    return Question(parts["key"].key(), parts["ask"].words())


def _options(node: Node) -> tuple[Option, ...]:
    found = []
    for one in node.each():
        parts = one.only(needs=["value", "label"])
        found.append(Option(parts["value"].key(), parts["label"].words()))
    node.once([one.value for one in found])
    return tuple(found)

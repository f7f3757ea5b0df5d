"""What each view of a module shows: a head, a body, a foot, and the buttons that lead on."""

from typing import Any

from bot.dialogs.parts.lines import Line, button, worded
from bot.dialogs.parts.screens import Hands
from bot.dialogs.parts.subjects import pack
from bot.domain.training import View
from bot.domain.words import Words
from bot.usecases.training.training import Screen

GO, ANSWER, AGREE, AGAIN, OPEN = "g", "a", "y", "r", "o"  # what a button does with its try
Shown = tuple[Line, list[Line], list[Line], list[dict[str, str]]]


def _step(at_hand: Hands, screen: Screen, what: str, key: str, **args: Any) -> dict[str, str]:
    return button(f"{pack(screen.record_id)}{what}", worded(at_hand, key, **args))


def card_line(at_hand: Hands, card: Words) -> Line:
    """The headline stands out."""
    said = card.say(at_hand.reader.locale, at_hand.reader.tone)
    headline, _, text = said.partition("\n")
    return Line("training-card", {"headline": headline, "text": text.strip()})


def _card(at_hand: Hands, screen: Screen) -> Shown:
    facts = {"title": screen.module.title, "number": screen.place + 1,
             "total": len(screen.module.cards)}  # fmt: skip
    steps = []
    if screen.place > 0:
        steps.append(_step(at_hand, screen, f"{GO}{screen.place - 1}", "button-back"))
    last = screen.place + 1 == len(screen.module.cards)
    onward = "training-to-questions" if last else "button-next"
    steps.append(_step(at_hand, screen, f"{GO}{screen.next_place}", onward))
    body = [card_line(at_hand, screen.module.cards[screen.place])]
    return Line("training-at-card", facts), body, [], steps


def _at_question(screen: Screen) -> Line:
    number = screen.place - len(screen.module.cards) + 1
    return Line(
        "training-at-question",
        {
            "title": screen.module.title,
            "number": number,
            "total": len(screen.module.questions),
        },
    )


def _question(at_hand: Hands, screen: Screen) -> Shown:
    asked = screen.question
    assert asked is not None
    body = [Line("training-question", {"text": asked.text})]
    foot = [
        Line("training-choice", {"number": n, "text": choice.text})
        for n, choice in enumerate(asked.choices, 1)
    ]
    what = f"{pack(screen.record_id)}{ANSWER}{asked.key}"
    steps = [button(f"{what}:{n}", str(n + 1)) for n in range(len(asked.choices))]
    return _at_question(screen), body, foot, steps


def _why(at_hand: Hands, screen: Screen) -> Shown:
    asked, chosen = screen.question, screen.chosen
    assert asked is not None
    assert chosen is not None
    choice = asked.choices[chosen]
    body = [
        Line("training-question", {"text": asked.text}),
        Line("training-choice", {"number": chosen + 1, "text": choice.text}),
    ]
    said = "training-right" if choice.right else "training-wrong"
    foot = [Line(said, {"why": choice.why})]
    steps = [_step(at_hand, screen, f"{GO}{screen.next_place}", "button-next")]
    return _at_question(screen), body, foot, steps


def _pledge(at_hand: Hands, screen: Screen) -> Shown:
    assert screen.module.pledge is not None
    head = Line("training-at-pledge", {"title": screen.module.title})
    body = [card_line(at_hand, screen.module.pledge)]
    return head, body, [], [_step(at_hand, screen, AGREE, "training-agree")]


def _passed(at_hand: Hands, screen: Screen) -> Shown:
    head = Line("training-passed", {"title": screen.module.title})
    body = [Line("training-score", {"right": screen.right, "total": screen.total})]
    if screen.certified:
        return head, body, [Line("training-certified")], []
    following = screen.next_module
    if following is None:
        return head, body, [], []
    onward = button(
        f"{pack(screen.record_id)}{OPEN}{following.key}",
        worded(at_hand, "training-go-on", title=following.title),
    )
    return head, body, [Line("training-next", {"minutes": following.minutes})], [onward]


def _failed(at_hand: Hands, screen: Screen) -> Shown:
    head = Line("training-failed", {"title": screen.module.title})
    score = {"right": screen.right, "total": screen.total, "percent": screen.module.pass_percent}
    body = [Line("training-score", score), Line("training-needed", score)]
    return head, body, [], [_step(at_hand, screen, AGAIN, "training-again")]


_SHOWS = {
    View.CARD: _card,
    View.QUESTION: _question,
    View.WHY: _why,
    View.PLEDGE: _pledge,
    View.PASSED: _passed,
    View.FAILED: _failed,
}


def show(at_hand: Hands, screen: Screen) -> Shown:
    return _SHOWS[screen.view](at_hand, screen)

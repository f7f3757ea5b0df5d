"""The words people type instead of pressing: `profiles/words.yaml`, in every language we speak."""

from bot.domain.moments import WEEKDAYS
from bot.domain.questions import Lexicon
from bot.domain.questions.day_words import DayWords
from bot.domain.questions.plain_words import plain
from bot.domain.questions.week_words import Hours, WeekWords
from bot.profiles.content import Node

_SETS = ("yes", "no", "fillers", "out_of", "joints", "skip", "onward", "unsure")


def lexicon(node: Node) -> Lexicon:
    parts = node.only(needs=["numbers", *_SETS, "labels", "days", "week"])
    sets = {name: _texts(parts[name]) for name in _SETS}
    days = parts["days"]
    return Lexicon.of(
        numbers=_numbered(parts["numbers"]),
        days=_day_words(days),
        week=_week_words(parts["week"], _weekdays(days)),
        **sets,
    )


def _numbered(node: Node, *, signed: bool = False) -> dict[str, int]:
    """word -> number, from "7: [seven]"; `signed`: also "-1: [yesterday]"."""
    numbers = {}
    for digits, words in node.mapping().items():
        if not (digits.removeprefix("-") if signed else digits).isdecimal():
            raise words.wrong("a number in digits and its words are needed: 7: [seven]")
        numbers.update({word.text(): int(digits) for word in words.each()})
    return numbers


def _texts(node: Node) -> frozenset[str]:
    return frozenset(word.text() for word in node.each())


def _weekdays(node: Node) -> dict[str, int]:
    names = node.mapping()["weekdays"].only(needs=WEEKDAYS)
    return {word: number for number, day in enumerate(WEEKDAYS) for word in _texts(names[day])}


def _day_words(node: Node) -> DayWords:
    numbered = ("from_today", "spans", "months")
    sets = ("next_week", "beside", "ahead", "since", "until", "year")
    parts = node.only(needs=["weekdays", *numbered, *sets])
    return DayWords.of(
        weekdays=_weekdays(node),
        from_today=_numbered(parts["from_today"], signed=True),
        spans=_numbered(parts["spans"]),
        months=_numbered(parts["months"]),
        next_week=_texts(parts["next_week"]),
        beside=_texts(parts["beside"]),
        ahead=_texts(parts["ahead"]),
        since=_texts(parts["since"]),
        until=_texts(parts["until"]),
        year=_texts(parts["year"]),
    )


def _week_words(node: Node, weekdays: dict[str, int]) -> WeekWords:
    sets = ("any_time", "since", "till", "beside")
    parts = node.only(needs=["plural", "groups", "parts", *sets])
    days = {plain(word): frozenset({number}) for word, number in weekdays.items()}
    plurals = parts["plural"].only(needs=WEEKDAYS)
    for number, day in enumerate(WEEKDAYS):
        days |= {plain(word): frozenset({number}) for word in _texts(plurals[day])}
    for group in parts["groups"].each():
        inner = group.only(needs=["days", "words"])
        numbers = frozenset(WEEKDAYS.index(day.one_of(WEEKDAYS)) for day in inner["days"].each())
        days |= {plain(word): numbers for word in _texts(inner["words"])}
    times: dict[str, Hours] = {}
    for part in parts["parts"].each():
        inner = part.only(needs=["from", "until", "words"])
        hours = Hours(inner["from"].whole(), inner["until"].whole())
        times |= {plain(word): hours for word in _texts(inner["words"])}
    words = {name: frozenset(plain(word) for word in _texts(parts[name])) for name in sets}
    return WeekWords(days=days, parts=times, **words)

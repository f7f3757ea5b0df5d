"""Why two people fit, in words: keys and catalogue values of matching become lines on a card."""

from collections.abc import Iterable, Mapping
from typing import Any

from bot.dialogs.parts.screens import Hands

_CATALOGUES = {
    "reason-competence": {"what": "needs", "competence": "competences"},
    "lack-competence": {"what": "needs"},
    "reason-slot": {"slot": "slots"},
    "reason-format": {"format": "formats"},
    "lack-format": {"format": "formats"},
    "reason-interest": {"what": "interests"},
}
_BETWEEN = "; "  # labels may have commas of their own


def said(hand: Hands, reasons: Iterable[Mapping[str, Any]]) -> list[str]:
    """One line for each kind of reason; several values of one kind stand in one line."""
    grouped: dict[str, dict[str, set[str]]] = {}
    for reason in reasons:
        values = grouped.setdefault(reason["key"], {})
        for name, value in reason["args"].items():
            values.setdefault(name, set()).add(str(value))
    return [_line(hand, key, values) for key, values in grouped.items()]


def _line(hand: Hands, key: str, values: dict[str, set[str]]) -> str:
    args = {
        name: _words(hand, _CATALOGUES.get(key, {}).get(name), some)
        for name, some in values.items()
    }
    if key == "reason-competence" and args["what"] == args["competence"]:
        key = "reason-competence-same"
    return hand.texts.label(hand.reader.locale, hand.reader.tone, key, args)


def _words(hand: Hands, catalogue: str | None, values: set[str]) -> str:
    """Labels in the order of the catalogue; somebody's own words stay as they are."""
    if catalogue is None:
        return _BETWEEN.join(sorted(values))
    order = [option.value for option in hand.profile.catalogues[catalogue]]
    known = sorted(values, key=lambda one: order.index(one) if one in order else len(order))
    return _BETWEEN.join(catalogue_words(hand, catalogue, one) for one in known)


def form_words(hand: Hands, key: str) -> str:
    """The title of a form of mentoring; the key of one that the profile does not know any more."""
    form = hand.profile.form(key)
    return form.title.say(hand.reader.locale, hand.reader.tone) if form else key


def catalogue_words(hand: Hands, catalogue: str, value: str) -> str:
    return hand.profile.label(catalogue, value, hand.reader.locale, hand.reader.tone)

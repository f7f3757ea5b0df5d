"""Why two people fit, in words: keys and catalogue values of matching become lines on a card."""

from collections.abc import Iterable
from typing import Any

from bot.dialogs.screens import Hands
from bot.domain.spoken import Listed

_CATALOGUES = {
    "reason-competence": {"what": "needs", "competence": "competences"},
    "lack-competence": {"what": "needs"},
    "reason-slot": {"slot": "slots"},
    "reason-format": {"format": "formats"},
    "lack-format": {"format": "formats"},
    "reason-interest": {"what": "interests"},
}


def said(hand: Hands, reasons: Iterable[dict[str, Any]]) -> list[str]:
    """One line for each kind of reason; several values of one kind stand in one line."""
    grouped: dict[str, dict[str, list[str]]] = {}
    for reason in reasons:
        values = grouped.setdefault(reason["key"], {})
        for name, value in reason["args"].items():
            words = _words(hand, reason["key"], name, str(value))
            if words not in values.setdefault(name, []):
                values[name].append(words)
    return [
        hand.texts.label(
            hand.reader.locale,
            hand.reader.tone,
            key,
            {name: Listed(tuple(words)) for name, words in values.items()},
        )
        for key, values in grouped.items()
    ]


def _words(hand: Hands, key: str, name: str, value: str) -> str:
    """A catalogue's label; somebody's own words stay as they are."""
    catalogue = _CATALOGUES.get(key, {}).get(name)
    if catalogue is None:
        return value
    return hand.profile.label(catalogue, value, hand.reader.locale, hand.reader.tone)

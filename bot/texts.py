"""Every word the bot says lives in locales/ and profiles/; here is how it is read.

- `say` makes HTML for a message: every value is escaped, so a name like `Ivan & <Co>` is shown as
  typed.
- `label` makes plain text for a button or an alert.
- Every text knows `$tone` ("ty" or "vy"): how Russian addresses the reader.
- Moments, days and lists become words of the reader's language.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from bot.domain.moments import local
from bot.domain.spoken import Day, Listed, Phrase, When
from bot.domain.words import Words

LOCALES = Path(__file__).parent.parent / "locales"
logger = logging.getLogger(__name__)


class Texts:
    def __init__(self, root: Path = LOCALES, default: str = "ru") -> None:
        self.default = default
        self._bundles = {
            folder.name: _bundle(folder) for folder in sorted(root.iterdir()) if folder.is_dir()
        }

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def locale(self, wished: str | None) -> str:
        """The nearest language we speak to a messenger's code such as "en-GB"."""
        short = (wished or "").split("-")[0].lower()
        return short if short in self._bundles else self.default

    def say(self, locale: str, tone: str, key: str, args: Mapping[str, Any] = {}) -> str:
        """HTML; every value escaped."""
        return self._format(locale, tone, key, args, html=True)

    def label(self, locale: str, tone: str, key: str, args: Mapping[str, Any] = {}) -> str:
        """Plain text, for buttons, alerts and captions that are not parsed."""
        return self._format(locale, tone, key, args, html=False)

    def spoken(self, locale: str, tone: str, value: Any) -> Any:
        """A value as people say it; numbers stay numbers, since plurals depend on them."""
        if isinstance(value, When):
            return self._moment(locale, tone, value)
        if isinstance(value, Day):
            return _day(locale, value)
        if isinstance(value, Phrase):
            return self.label(locale, tone, value.key, dict(value.args))
        if isinstance(value, Words):
            return value.say(locale, tone)
        if isinstance(value, Listed):
            return ", ".join(str(self.spoken(locale, tone, item)) for item in value.items)
        return value

    def _format(
        self, locale: str, tone: str, key: str, args: Mapping[str, Any], *, html: bool
    ) -> str:
        values: dict[str, Any] = {"tone": tone}
        for name, raw in args.items():
            value = self.spoken(locale, tone, raw)
            if isinstance(value, bool):
                value = "yes" if value else "no"
            if value is None:
                value = ""
            if not isinstance(value, int | float):
                value = escape(str(value), quote=False) if html else str(value)
            values[name] = value
        text = self._said(locale, key, tuple(values.items()))
        if text is not None:
            return text
        logger.error("no text %s", key)
        return self._format(self.default, tone, "text-missing", {}, html=html)

    @lru_cache(maxsize=2048)  # a wave says the same to everybody  # noqa: B019  # one for a process
    def _said(self, locale: str, key: str, values: tuple[tuple[str, Any], ...]) -> str | None:
        """The text in the language, or else in the default one; None when there is none."""
        for language in dict.fromkeys((locale, self.default)):
            bundle = self._bundles.get(language)
            if bundle is None or not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            if pattern is None:
                continue
            text, errors = bundle.format_pattern(pattern, dict(values))
            if errors:  # shown as well as can be: a test fails on it, a person is still served
                logger.error("text %s/%s: %s", language, key, [type(e).__name__ for e in errors])
            return str(text)
        return None

    @lru_cache(maxsize=512)  # a wave says the same moment to everybody  # noqa: B019  # one for a process
    def _moment(self, locale: str, tone: str, when: When) -> str:
        at, now = local(when.at, when.zone), local(when.now, when.zone)
        days = (at.date() - now.date()).days
        near = {-1: "moment-yesterday", 0: "moment-today", 1: "moment-tomorrow"}
        key = near.get(days, "moment-day")
        return self.label(
            locale,
            tone,
            key,
            {
                "weekday": format_date(at.date(), "EEEEEE" if locale == "ru" else "EEE", locale),
                "day": _day(locale, Day(at.date(), now.date())),
                "time": f"{at:%H:%M}",
            },
        )


def _day(locale: str, day: Day) -> str:
    """With its year when it is another one and not the nearest day of that name."""
    far = abs(day.day - day.today) > timedelta(days=182) and day.day.year != day.today.year
    return format_date(day.day, "d MMMM y" if far else "d MMMM", locale)


def _bundle(folder: Path) -> FluentBundle:
    bundle = FluentBundle([folder.name], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(_resource(file.read_text("utf-8")))
    return bundle


@cache  # reading all of them costs most of a second, and a process may start twice
def _resource(text: str) -> Resource:
    return FluentResource(text)


class _Keyed(Text):
    """A text found by key; a key with `{}` is completed by a value of the window's data."""

    def __init__(self, key: str, when: WhenCondition = None, **fields: str) -> None:
        super().__init__(when)
        self.key, self.fields = key, fields

    def _find(self, data: dict[str, Any], manager: DialogManager, *, html: bool) -> str:
        texts: Texts = manager.middleware_data["texts"]
        reader = manager.middleware_data["reader"]
        args = {name: _lookup(data, source) for name, source in self.fields.items()}
        key = self.key.format_map(data) if "{" in self.key else self.key
        speak = texts.say if html else texts.label
        return speak(reader.locale, reader.tone, key, args)


class T(_Keyed):
    """The text of a window by its key: `T("menu-title", name="person_name")`."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return self._find(data, manager, html=True)


class L(_Keyed):
    """The label of a button by its key: plain text, nothing escaped."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return self._find(data, manager, html=False)


def _lookup(data: dict[str, Any], source: str) -> Any:
    """`item.name` and `item` and plain fields of the window's data."""
    value: Any = data
    for part in source.split("."):
        value = value[part] if isinstance(value, dict) else getattr(value, part)
    return value

"""Reading content files so that a mistake is named by its file and its place in it."""

import re
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.domain.words import Words

_VARIANT = re.compile(r"[a-z]{2}(-(ty|vy))?")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
LOCALES = ("ru", "en")


class ContentError(ValueError):
    """A content file is wrong; the message begins with the file and the place in it."""


# The C parser is ten times as quick; where PyYAML has none, the Python one does the same.
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc]  # its base is one of two classes, the same to us
    """YAML without its surprises: "yes" and "no" are words, dates are text, a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", node.start_mark
                )
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":bool", ":timestamp"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


class Node:
    """A value in a content file together with where it stands."""

    def __init__(self, value: Any, place: str) -> None:
        self.value, self.place = value, place

    def wrong(self, why: str) -> ContentError:
        return ContentError(f"{self.place}: {why}")

    def _must_be(self, kind: type, name: str) -> Any:
        if not isinstance(self.value, kind) or (kind is int and isinstance(self.value, bool)):
            raise self.wrong(f"{name} is needed, not {self.value!r}")
        return self.value

    def mapping(self) -> dict[str, "Node"]:
        inner = self._must_be(dict, "a mapping")
        joint = " " if self.place.endswith(":") else "."
        return {str(key): Node(value, f"{self.place}{joint}{key}") for key, value in inner.items()}

    def only(self, *, needs: Sequence[str], may: Sequence[str] = ()) -> dict[str, "Node"]:
        """A mapping with these keys and no others."""
        inner = self.mapping()
        for key in needs:
            if key not in inner:
                raise self.wrong(f"{key!r} is missing")
        for key, node in inner.items():
            if key not in (*needs, *may):
                raise node.wrong(f"unknown key; there are {', '.join((*needs, *may))}")
        return inner

    def each(self) -> Iterator["Node"]:
        items = self._must_be(list, "a list")
        yield from (Node(value, f"{self.place}[{n}]") for n, value in enumerate(items))

    def once(self, keys: Sequence[str]) -> None:
        """Raises when one of the keys found here stands twice."""
        for key in keys:
            if keys.count(key) > 1:
                raise self.wrong(f"{key!r} stands twice")

    def text(self) -> str:
        text = self._must_be(str, "a text")
        if not text.strip():
            raise self.wrong("empty")
        return str(text).strip()

    def key(self) -> str:
        key = self.text()
        if not _KEY.fullmatch(key):
            raise self.wrong(f"a key is made of a-z, 0-9, - and _, unlike {key!r}")
        return key

    def one_of(self, known: Sequence[str]) -> str:
        text = self.text()
        if text not in known:
            raise self.wrong(f"unknown {text!r}; there are {', '.join(known)}")
        return text

    def whole(self) -> int:
        return int(self._must_be(int, "a whole number"))

    def within(self, least: int, most: int) -> int:
        number = self.whole()
        if not least <= number <= most:
            raise self.wrong(f"a number from {least} to {most} is needed")
        return number

    def flag(self) -> bool:
        return bool(self._must_be(bool, "true or false"))

    def time_of_day(self) -> time:
        try:
            return time.fromisoformat(self.text())
        except ValueError as error:
            raise self.wrong(f"a time like '21:00' is needed: {error}") from error

    def day(self) -> str:
        """A date such as 2026-09-01, as it is written."""
        text = self.text()
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise self.wrong("is not a date such as 2026-09-01") from None

    def words(self) -> Words:
        """A text in every language; a plain text would leave one of them out."""
        inner = {variant: node.text() for variant, node in self.mapping().items()}
        for variant in inner:
            if not _VARIANT.fullmatch(variant):
                raise self.wrong(f"{variant!r} is no language; write ru, ru-ty or en")
        words = Words.of(inner)
        if missing := words.lacking(LOCALES):
            raise self.wrong(f"missing in {', '.join(missing)}")
        return words


def read(path: Path, root: Path) -> Node:
    """The content of one file; `root` is left out of the places in messages."""
    place = f"{path.relative_to(root)}:"
    try:
        return Node(_parsed(path.read_text("utf-8")), place)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{place} cannot be read: {error}") from error


@lru_cache  # a process that checks its profile reads it twice; nodes are read and never changed
def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # a SafeLoader, made stricter

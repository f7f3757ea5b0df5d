"""The language of the columns `relevant` and `constraint`: the part of XPath that we understand.

    ${often} = 'weekly' and (selected(${needs}, 'physics') or not(. > 3))

Read into a tree in which every node knows its place; what the tree may mean is decided elsewhere.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.errors import Refusal

LONGEST = 2000  # characters
DEEPEST = 30  # brackets in each other
COMPARED = ("=", "!=", "<=", ">=", "<", ">")
FUNCTIONS = frozenset(
    {"selected", "not", "true", "false", "count-selected", "string-length", "today", "date"}
)
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<item>\$\{\s*(?P<name>[^{}]*?)\s*\})
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<text>'[^']*'|"[^"]*")
    |(?P<sign><=|>=|!=|=|<|>|\(|\)|,)
    |(?P<word>[A-Za-z_][A-Za-z0-9_:-]*)
    |(?P<dot>\.)
    |(?P<minus>-)
    )""",
    re.VERBOSE,
)
# a program that writes for us makes these of the plain ones
_CURLY = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb", "''''\"\"\"\"\"")


class ExpressionNotRead(Refusal):
    """args: near (what stands where it stopped to make sense)."""

    key = "xlsform-expression-not-read"


class ExpressionUnfinished(Refusal):
    """It ends where something more must come: a bracket, a value."""

    key = "xlsform-expression-unfinished"


class ExpressionTooLong(Refusal):
    """args: most."""

    key = "xlsform-expression-too-long"


class FunctionNotKnown(Refusal):
    """args: function."""

    key = "xlsform-function-not-known"


@dataclass(frozen=True)
class Name:
    """`${often}`: the answer to another question."""

    item: str


@dataclass(frozen=True)
class Dot:
    """`.`: the answer to this very question."""


@dataclass(frozen=True)
class Value:
    value: str | int | float


@dataclass(frozen=True)
class Call:
    function: str
    given: tuple["Tree", ...]


@dataclass(frozen=True)
class Compared:
    sign: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True)
class Joined:
    """`and` or `or` of two or more; brackets begin a new one."""

    word: str
    parts: tuple["Tree", ...]


Tree = Name | Dot | Value | Call | Compared | Joined


def read(raw: str) -> Tree:
    """Raises the refusals above."""
    if len(raw) > LONGEST:
        raise ExpressionTooLong(most=LONGEST)
    return _Reading(list(_tokens(raw))).whole()


@dataclass(frozen=True)
class _Token:
    kind: str
    said: str
    rest: str  # the expression from here on


def _tokens(raw: str) -> Iterator[_Token]:
    text = raw.translate(_CURLY).replace("\u00a0", " ").rstrip()
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise ExpressionNotRead(near=_near(text[place:].lstrip()))
        kind = str(found.lastgroup if found["item"] is None else "item")
        said = found["name"] if kind == "item" else found[kind]
        yield _Token(kind, said, text[place:].lstrip())
        place = found.end()


def _near(rest: str) -> str:
    return rest if len(rest) <= 20 else f"{rest[:20]}…"


class _Reading:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at, self._deep = tokens, 0, 0

    def whole(self) -> Tree:
        tree = self._or()
        if self._at < len(self._tokens):
            raise ExpressionNotRead(near=_near(self._tokens[self._at].rest))
        return tree

    def _or(self) -> Tree:
        return self._joined("or", self._and)

    def _and(self) -> Tree:
        return self._joined("and", self._compared)

    def _joined(self, word: str, inner: Callable[[], Tree]) -> Tree:
        parts = [inner()]
        while self._is("word", word):
            self._at += 1
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _compared(self) -> Tree:
        left = self._single()
        token = self._next()
        if token is None or token.kind != "sign" or token.said not in COMPARED:
            return left
        self._at += 1
        return Compared(token.said, left, self._single())

    def _single(self) -> Tree:
        token = self._next()
        if token is None:
            raise ExpressionUnfinished
        self._at += 1
        if token.kind == "item":
            return Name(token.said)
        if token.kind == "dot":
            return Dot()
        if token.kind == "text":
            return Value(token.said[1:-1])
        if token.kind == "number":
            return Value(_number(token.said))
        if token.kind == "minus":
            number = self._next()
            if number is not None and number.kind == "number":
                self._at += 1
                return Value(-_number(number.said))
        if token.kind == "word":
            return self._call(token)
        if token.kind == "sign" and token.said == "(":
            return self._bracket()
        raise ExpressionNotRead(near=_near(token.rest))

    def _bracket(self) -> Tree:
        self._deep += 1
        if self._deep > DEEPEST:
            raise ExpressionTooLong(most=LONGEST)
        tree = self._or()
        self._close()
        self._deep -= 1
        return tree

    def _call(self, token: _Token) -> Tree:
        if not self._is("sign", "("):
            raise ExpressionNotRead(near=_near(token.rest))
        if token.said not in FUNCTIONS:
            raise FunctionNotKnown(function=token.said[:40])
        self._at += 1
        given: list[Tree] = []
        if not self._is("sign", ")"):
            self._deep += 1
            if self._deep > DEEPEST:
                raise ExpressionTooLong(most=LONGEST)
            given.append(self._or())
            while self._is("sign", ","):
                self._at += 1
                given.append(self._or())
            self._deep -= 1
        self._close()
        return Call(token.said, tuple(given))

    def _close(self) -> None:
        token = self._next()
        if token is None:
            raise ExpressionUnfinished
        if not self._is("sign", ")"):
            raise ExpressionNotRead(near=_near(token.rest))
        self._at += 1

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _is(self, kind: str, said: str) -> bool:
        token = self._next()
        return token is not None and token.kind == kind and token.said == said


def _number(said: str) -> int | float:
    return float(said) if "." in said else int(said)

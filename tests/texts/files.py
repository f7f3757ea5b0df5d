"""The Fluent files as a tree: messages, the values they use, and what the code asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
LOCALES = ("ru", "en")


@cache
def parsed(locale: str) -> tuple[tuple[Path, ftl.Resource], ...]:
    parser = FluentParser()
    return tuple(
        (path, parser.parse(path.read_text(encoding="utf-8")))
        for path in sorted((ROOT / "locales" / locale).glob("*.ftl"))
    )


@cache
def messages(locale: str) -> dict[str, ftl.Message]:
    return {
        entry.id.name: entry
        for _, resource in parsed(locale)
        for entry in resource.body
        if isinstance(entry, ftl.Message)
    }


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # theirs
        self.names.add(node.id.name)


def variables(message: ftl.Message) -> set[str]:
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


class _Parts(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802  # theirs
        self.names.add(node.id.name)


def parts(message: ftl.Message) -> set[str]:
    """The other messages it is put together from."""
    visitor = _Parts()
    visitor.visit(message)
    return visitor.names


class _Selectors(Visitor):
    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, bool]]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802  # theirs
        if isinstance(node.selector, ftl.VariableReference):
            keys = {
                variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value:
                variant.default
                for variant in node.variants
            }  # fmt: skip
            self.found.append((node.selector.id.name, keys))
        self.generic_visit(node)


def selectors(message: ftl.Message) -> list[tuple[str, dict[str, bool]]]:
    """(variable, {variant: whether it is the default}) of each choice in the message."""
    visitor = _Selectors()
    visitor.visit(message)
    return visitor.found


class _Words(Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802  # theirs
        self.texts.append(node.value)


def words(message: ftl.Message) -> str:
    visitor = _Words()
    visitor.visit(message)
    return " ".join(visitor.texts)


@dataclass(frozen=True)
class Asked:
    """A key in the code: `pattern` has `{}` where a value completes it."""

    pattern: str
    place: str

    @property
    def regex(self) -> re.Pattern[str]:
        return re.compile("[a-z0-9-]+".join(map(re.escape, self.pattern.split("{}"))))


# How the code asks for a text: the name of what is called, and which argument is the key.
ASKING = {
    "T": 0,
    "L": 0,
    "Letter": 0,
    "Line": 0,
    "Press": 0,
    "Health": 1,
    "worded": 1,
    "hint": 1,
    "html": 0,
    "plain": 0,
    "say": 2,
    "label": 2,
    "_receipt": 2,
}


def asked() -> Iterator[Asked]:
    """Every key that stands where a text is asked for."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = ASKING.get(name)
            if place is None or len(node.args) <= place:
                continue
            for pattern in patterns(node.args[place]):
                if "-" in pattern or name in {"T", "L", "Line"}:
                    yield Asked(pattern, f"{path.relative_to(ROOT)}:{node.lineno}")


def patterns(node: ast.expr) -> Iterator[str]:
    """The keys an expression may be: constants, either side of a choice, and patterns with `{}`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.sub(r"\{[^}]*\}", "{}", node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from patterns(node.body)
        yield from patterns(node.orelse)


def mentioned() -> set[str]:
    """Every string and pattern of the code, wherever it stands: what may name a text."""
    found: set[str] = set()
    for package in ("bot", "scheduler"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant | ast.JoinedStr):
                    found.update(patterns(node))
    return found

"""Answers as one frame of variables, from which every file is written.

- One column is one variable; of several choices and of a ranking each option is one.
- An absent answer keeps its reason; in files it is a number below every answer (`codes`).
- Groups too small to be shown are joined, and of fewer than ten texts none is given away.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerTable
from bot.domain.item_counts import DIMENSIONS
from bot.domain.measures import Measure, measure_of
from bot.domain.questionnaires import Item
from bot.domain.questions import OWN, span_of
from bot.domain.small_cells import LEAST_TEXTS
from bot.domain.tabulation import Group, Tabulation
from bot.reports.writable import writable

Value = int | float | str | Absence
_REASONS = (
    Absence.REFUSED,
    Absence.HARD_TO_SAY,
    Absence.SKIPPED,
    Absence.NOT_ASKED,
    Absence.NOT_REACHED,
)
_NOT_NAME = re.compile(r"[^A-Za-z0-9_]")
_RESERVED = frozenset(
    ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]
)
_LONGEST_NAME = 60  # of SPSS, in bytes, less some
_LONGEST_TEXT = 8000  # letters; more is no answer of a chat


@dataclass(frozen=True, kw_only=True)
class Variable:
    """`base`: codes of absences are the five numbers below -base. `item` and `option`: where it
    comes from; no item: a fact about the row."""

    name: str
    label: str
    words: bool  # a column of text
    measure: str  # "nominal", "ordinal", "scale", as SPSS calls them
    item: str | None = None
    option: str | None = None
    labels: Mapping[int, str] = field(default_factory=dict)
    base: int = 90


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Rows have the order of their pseudonyms, which is none. `kept_back`: texts not given away."""

    title: str
    variables: tuple[Variable, ...]
    columns: tuple[tuple[Value, ...], ...]
    kept_back: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FileWords:
    """What the files say in the reader's language."""

    absences: Mapping[Absence, str]
    facts: Mapping[str, str]  # "id" and the dimensions: the labels of their columns
    groups: Mapping[tuple[str, str], str]  # (dimension, value): "mentee" in words
    joined: str  # instead of a small group
    own: str  # of several options: in own words
    yes_no: tuple[str, str]
    everybody: str
    results: tuple[str, ...]  # headings of the sheet of results
    codebook: tuple[str, ...]  # headings: name, question, what is counted, codes
    sheets: tuple[str, ...]  # data, codebook, results, about
    measures: Mapping[str, str]


def codes(variable: Variable) -> dict[Absence, int]:
    return {reason: -variable.base - n for n, reason in enumerate(_REASONS, 1)}


def frame(table: AnswerTable, shown: Tabulation, words: FileWords, locale: str) -> Frame:
    """Those who answered anything. A group too small to be shown is not named."""
    begun = table.begun()
    rows = sorted((id_, n) for n, id_ in enumerate(table.ids) if begun[n])
    at = [n for _, n in rows]
    variables = [Variable(name="id", label=words.facts["id"], words=True, measure="nominal")]
    columns: list[tuple[Value, ...]] = [tuple(id_ for id_, _ in rows)]
    for dimension in DIMENSIONS:
        if any(group.dimension == dimension for group in shown.people):
            where = [table.groups[n].get(dimension, "") for n in at]
            name, label = dimension, words.facts[dimension]
            variables.append(Variable(name=name, label=label, words=True, measure="nominal"))
            columns.append(tuple(_named(dimension, one, shown, words) for one in where))
    names = {one.name for one in variables}
    kept_back = []
    for item in table.questionnaire.items:
        cells = [table.cells[item.key][n] for n in at]
        if measure_of(item.kind) is Measure.WORDS and not shown.item(item.key).texts:
            kept_back.append(item.key)
            continue
        if _own(cells) and len(_own(cells)) < LEAST_TEXTS:
            kept_back.append(item.key)
        for variable, values in _of_item(item, cells, words, locale):
            name = _free(variable.name, names)
            names.add(name)
            variables.append(_renamed(variable, name))
            columns.append(values)
    return Frame(
        title=table.questionnaire.title.say(locale),
        variables=tuple(variables),
        columns=tuple(columns),
        kept_back=tuple(kept_back),
    )


def _named(dimension: str, value: str, shown: Tabulation, words: FileWords) -> str:
    """Who belongs to none is joined with the small ones: apart they would be those."""
    known = Group(dimension, value) in shown.people
    return words.groups.get((dimension, value), value) if known else words.joined


def _of_item(
    item: Item, cells: Sequence[Any], words: FileWords, locale: str
) -> Iterator[tuple[Variable, tuple[Value, ...]]]:
    measure, label = measure_of(item.kind), clean(item.text.say(locale))
    span = span_of(item.kind)
    base = _base(span[0] if span else 0)
    options = list(item.kind.options())

    def variable(
        name: str, kind: str, text: str = label, option: str | None = None,
        labels: Mapping[int, str] | None = None, is_words: bool = False,
    ) -> Variable:  # fmt: skip
        return Variable(
            name=name,
            label=text,
            words=is_words,
            measure=kind,
            item=item.key,
            option=option,
            labels=labels or {},
            base=base,
        )

    def column(of: Any) -> tuple[Value, ...]:
        return tuple(cell if isinstance(cell, Absence) else of(cell) for cell in cells)

    if measure is Measure.ORDERED:
        named = {int(option.value): option.label.say(locale) for option in options}
        said = {point: text for point, text in named.items() if not _digits(text)}
        for end, name in (("low_label", "low"), ("high_label", "high")):
            if (text := getattr(item.kind, end, None)) is not None:
                said[getattr(item.kind, name)] = text.say(locale)
        yield variable(item.key, "ordinal", labels=said), column(int)
    elif measure is Measure.NUMBER:
        yield variable(item.key, "scale"), column(lambda cell: cell)
    elif item.kind.key == "yes_no":
        yield variable(item.key, "nominal", labels=dict(enumerate(words.yes_no[::-1]))), column(int)
    elif measure is Measure.NAMED:
        known = [o.value for o in options]
        known += sorted({c for c in cells if not isinstance(c, Absence)}.difference(known))
        number = {value: n for n, value in enumerate(known, 1)}
        said = {number[o.value]: o.label.say(locale) for o in options}
        yield variable(item.key, "nominal", labels=said), column(number.__getitem__)
    elif measure is Measure.SEVERAL:
        for option in options:
            about = f"{label} — {option.label.say(locale)}"
            name, chosen = f"{item.key}__{option.value}", dict(enumerate(words.yes_no[::-1]))
            yield (
                variable(name, "nominal", about, option.value, chosen),
                column(lambda cell, v=option.value: int(v in cell["options"])),
            )
        if len(_own(cells)) >= LEAST_TEXTS:
            about = f"{label} — {words.own}"
            own = variable(f"{item.key}__{OWN}", "nominal", about, OWN, is_words=True)
            yield own, column(lambda cell: clean(cell["own"] or ""))
    elif measure is Measure.RANKED:
        for option in options:
            about = f"{label} — {option.label.say(locale)}"
            yield (
                variable(f"{item.key}__{option.value}", "ordinal", about, option.value),
                column(lambda cell, v=option.value: cell.index(v) + 1 if v in cell else 0),
            )
    elif measure is Measure.MARK and item.kind.key != "week":
        yield variable(item.key, "nominal"), column(int)
    else:
        yield variable(item.key, "nominal", is_words=True), column(_words)


def _own(cells: Sequence[Any]) -> list[str]:
    """What was said in own words beside the options."""
    return [cell["own"] for cell in cells if isinstance(cell, dict) and cell.get("own")]


def _words(cell: Any) -> str:
    return clean(cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False))


def clean(text: str) -> str:
    """What every format can hold: no signs that are none, one kind of line end, no blank ends."""
    plain = writable(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\x7f", "")
    return plain.strip()[:_LONGEST_TEXT]


def _digits(text: str) -> bool:
    return text.strip().lstrip("-").isdecimal()


def _base(lowest: float) -> int:
    """90, or more nines where answers go as low as that."""
    base = 90
    while -base - 1 >= lowest:
        base *= 10
    return base


def _free(name: str, taken: set[str]) -> str:
    """A name that SPSS takes, like no other whatever the case."""
    plain = _NOT_NAME.sub("_", name)[:_LONGEST_NAME]
    if plain.lower() in _RESERVED or not plain[:1].isalpha():
        plain = f"q_{plain}"
    low, free, n = {one.lower() for one in taken}, plain, 1
    while free.lower() in low:
        n += 1
        free = f"{plain[: _LONGEST_NAME - 4]}_{n}"
    return free


def _renamed(variable: Variable, name: str) -> Variable:
    return replace(variable, name=name)

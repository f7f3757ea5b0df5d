"""A questionnaire on paper, as plain values with all words ready. It is drawn in the worker."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PaperItem:
    """One question: a row of `digits` to cross, `boxes` to tick below it, `lines` to write on."""

    lead: str = ""
    text: str
    note: str = ""  # how many to tick, that it may be left out
    boxes: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    low: str = ""  # under the first digit
    high: str = ""  # under the last
    lines: int = 0


@dataclass(frozen=True, kw_only=True)
class PaperForm:
    locale: str
    title: str
    programme: str
    how: str  # how to fill it in
    privacy: str  # who will see it
    name: str  # the label of the line for the name; empty on an anonymous form
    items: tuple[PaperItem, ...]
    thanks: str
    page: str  # "Page {number} of {total}", said with these in place

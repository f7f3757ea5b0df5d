"""The sheets and columns of an XLSForm workbook, ours among them, and the words written into it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.questionnaires import LOCALES
from bot.domain.words import Words

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
SCALES, VARIANTS = "scales", "variants"  # sheets of ours: other programs pass them over
SHEETS = (SURVEY, CHOICES, SETTINGS, SCALES, VARIANTS)
INFORMAL = "ru-ty"
BUTTON = "button_"  # a list of one: the words under something to read
HARD, REVERSED, SCALE = "hard_to_say", "reversed", "scale"  # columns of ours
SHORTCUTS = "shortcuts_"  # lists of buttons that stand for several choices at once
_TONED = re.compile(r"([a-z_]+)_([a-z]{2})_(ty|vy)")
_CODE = re.compile(r"\(\s*([A-Za-z]{2,3})(?:[-_][A-Za-z]+)?\s*\)\s*$")


@dataclass(frozen=True)
class WorkbookWords:
    """What of a workbook is said in a language. `languages`: "en" -> "English (en)"."""

    languages: Mapping[str, str]
    names: Mapping[str, str]  # lower case -> code: headings without a code in brackets
    other: Words  # the choice `or_other` adds
    other_asked: Words  # and the question after it
    acknowledged: Words  # the button under something to read
    help_title: str
    help: Sequence[tuple[str, str, str]]  # where, what to write there, an example


@dataclass(frozen=True)
class Heading:
    """One column: what it holds, and of a text in which variant ("" for "the usual language")."""

    name: str
    variant: str | None = None


def heading(raw: str, words: WorkbookWords) -> Heading:
    """`label::English (en)` is `label` in "en"; an unknown language is its own name."""
    text = " ".join(raw.split())
    name, sign, language = text.partition("::")
    if not sign:
        name, sign, language = text.partition(":")
    name = name.strip().lower().replace(" ", "_")
    name = _SAME.get(name, name)
    if sign:
        return Heading(name, code(language.strip(), words))
    if toned := _TONED.fullmatch(name):
        return Heading(toned[1], f"{toned[2]}-{toned[3]}")
    return Heading(name, "" if name in TEXTS else None)


TEXTS = frozenset({"label", "hint"})
_SAME = {
    "relevance": "relevant",
    "caption": "label",
    "value": "name",
    "list": "list_name",
    "skippable": "required",
    "set_form_id": "form_id",
    "id_string": "form_id",
    "title": "form_title",
    "set_form_title": "form_title",
}


def code(language: str, words: WorkbookWords) -> str:
    """Of a language as headings name it: "English (en)", "English", "en"; else the name itself."""
    found = _CODE.search(language)
    if found:
        return found[1].lower()
    name = language.lower()
    return words.names.get(name, name if len(name) == 2 else language)


def variants_of(every: Iterable[Words]) -> tuple[str, ...]:
    """The variants beside the languages, the informal one always among them."""
    found = {variant for one in every for variant, _ in one.texts} | {INFORMAL}
    return tuple(sorted(found - set(LOCALES)))


def word_headings(name: str, variants: Sequence[str], words: WorkbookWords) -> list[str]:
    return [f"{name}::{words.languages[locale]}" for locale in LOCALES] + [
        f"{name}_{variant.replace('-', '_')}" for variant in variants
    ]


def word_cells(said: Words | None, variants: Sequence[str]) -> list[str | None]:
    texts = said.as_dict() if said is not None else {}
    return [texts.get(variant) for variant in (*LOCALES, *variants)]

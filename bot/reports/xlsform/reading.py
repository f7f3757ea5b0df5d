"""A workbook that came back, as a questionnaire, or everything that is wrong with it by its place.

It understands what `writing` writes, and of the public XLSForm what a talk in a messenger can keep:
the rest is refused in words where it would change what people are asked, and noted where not.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from bot.domain.conditions import AllOf, Rule, Condition, Op
from bot.domain.errors import Refusal
from bot.domain.questionnaires import FACTS, LOCALES, Item, Questionnaire
from bot.domain.questions import KINDS, Kind, Option, Single, Text
from bot.domain.words import Words
from bot.reports.xlsform import expressions, kinds, limits, rules
from bot.reports.xlsform.columns import (
    CHOICES,
    FLAGS,
    SCALES,
    SETTINGS,
    SHORTCUTS,
    SURVEY,
    VARIANTS,
    FormWords,
)
from bot.reports.xlsform.refusals import (
    FlagNotKnown,
    GroupNotClosed,
    GroupNotOpened,
    ListNotKnown,
    NameMissing,
    NameNotKey,
    NothingAsked,
    PartNotKnown,
    RussianMissing,
    SheetMissing,
    TextInsideText,
    TextMissing,
    WholeColumnNotKnown,
)
from bot.reports.xlsform.rules import OTHER
from bot.reports.xlsform.sheets_read import Line, Page, Trouble, pages

LONGEST_KEY = 40
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_FORM_ID = re.compile(r"[a-z][a-z0-9_-]*")
_PIPED = re.compile(r"\$\{[^}]*\}")
_YES = frozenset({"yes", "true", "true()", "1"})
_NO = frozenset({"no", "false", "false()", "0", ""})
_TYPES = {
    "select one": "select_one", "select one from": "select_one", "select1": "select_one",
    "select all that apply": "select_multiple", "select_all_that_apply": "select_multiple",
    "select all that apply from": "select_multiple", "select multiple": "select_multiple",
    "select multiple from": "select_multiple", "int": "integer", "string": "text",
    "trigger": "acknowledge", "begin_group": "begin group", "end_group": "end group",
    "begin_repeat": "begin repeat", "end_repeat": "end repeat",
}  # fmt: skip
_LISTED = re.compile(
    r"(select[ _]one(?: from)?|select1|select[ _]all[ _]that[ _]apply(?: from)?"
    r"|select[ _]multiple(?: from)?|rank)\s+(\S+?)(\s+or[ _](?:other|specify other))?"
)
# asked of a telephone and not of a person
_OF_THE_DEVICE = frozenset(
    {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial",
     "subscriberid", "audit", "start-geopoint"}
)  # fmt: skip
# would change what is asked, or how, and cannot be kept
_CHANGING = ("calculation", "choice_filter", "repeat_count", "read_only", "trigger", "default")
_USED = frozenset(
    {"type", "name", "label", "hint", "required", "relevant", "constraint", "appearance",
     "parameters", "bot", "scale", *FLAGS, *_CHANGING, "list_name", "picks", "form"}
)  # fmt: skip
T = TypeVar("T")


@dataclass(frozen=True)
class Read:
    """`rows`: in which row of the survey each item stands. `unused`: columns nobody reads."""

    questionnaire: Questionnaire | None
    troubles: tuple[Trouble, ...]
    rows: dict[str, int]
    unused: tuple[str, ...]
    locales: tuple[str, ...]


def read(content: bytes, words: FormWords, audience: str, audiences: Collection[str]) -> Read:
    """`audience`: whose questionnaire it is unless the workbook says. Run it in a `Worker`.

    Raises the refusals of `table_files.opened_by_title`, and `SheetMissing`.
    """
    troubles: list[Trouble] = []
    found = pages(content, words, troubles)
    if SURVEY not in found or not {"type", "name"} & found[SURVEY].columns:
        raise SheetMissing(sheet=SURVEY)
    return _Reading(found, words, troubles).read(audience, audiences)


@dataclass
class _Draft:
    """An item on its way: its rule waits until every kind is known."""

    item: Item
    row: int
    relevant: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class _Group:
    row: int
    name: str
    lead: Words | None
    relevant: str
    matrix: bool | None
    begins: int  # place of its first item


class _Reading:
    def __init__(self, found: dict[str, Page], words: FormWords, troubles: list[Trouble]) -> None:
        self._pages, self._words, self._troubles = found, words, troubles
        setting = self._page(SETTINGS).lines[:1]
        self._setting = setting[0] if setting else Line(2, {}, {})
        self._usual = self._usual_language()
        self._lists: dict[str, list[Option]] = {}
        self._shortcuts: dict[str, list[dict[str, Any]]] = {}
        self._drafts: list[_Draft] = []
        self._broken: set[str] = set()  # items whose own row is wrong: nothing more is said of them
        self._groups: list[_Group] = []

    def read(self, audience: str, audiences: Collection[str]) -> Read:
        for line in self._page(CHOICES).lines:
            self._choice(line)
        for line in self._page(SURVEY).lines:
            self._line(line)
        for group in self._groups:
            self._wrong(GroupNotClosed(name=group.name), SURVEY, group.row, "type")
        self._add_variants()
        items = self._with_rules()
        if not items and not self._troubles:
            self._wrong(NothingAsked(), SURVEY)
        made = self._questionnaire(items, audience, audiences)
        spoken = self._spoken(made)
        return Read(
            None if self._troubles else made,
            tuple(sorted(self._troubles, key=self._place)),
            {draft.item.key: draft.row for draft in self._drafts},
            self._unused(),
            spoken,
        )

    # --- choices ---

    def _choice(self, line: Line) -> None:
        name, value = line.get("list_name"), line.get("name")
        if not name or not value:
            missing = "name" if name else "list_name"
            self._wrong(NameMissing(), CHOICES, line.number, missing)
            return
        label = self._text(line, CHOICES, "label") or Words.of({"ru": value})
        if name.startswith(SHORTCUTS):
            picks = line.get("picks").split()
            one = {"value": value, "label": label.as_dict(), "picks": picks}
            self._shortcuts.setdefault(name.removeprefix(SHORTCUTS), []).append(one)
        else:
            self._lists.setdefault(name, []).append(Option(value, label))

    # --- survey ---

    def _line(self, line: Line) -> None:
        raw = " ".join(line.get("type").lower().split())
        listed = _LISTED.fullmatch(" ".join(line.get("type").split()))
        type_ = _TYPES.get(raw, raw)
        if not raw:
            self._wrong(TextMissing(), SURVEY, line.number, "type")
        elif type_ == "begin group":
            self._begin(line)
        elif type_ == "end group":
            self._end(line)
        elif type_ in _OF_THE_DEVICE or (type_ == "calculate" and line.get("name") in FACTS):
            return
        elif listed:
            kind = _TYPES.get(listed[1].lower(), listed[1].lower())
            self._ask(line, kind, listed[2], bool(listed[3]))
        else:
            self._ask(line, type_, None, False)

    def _begin(self, line: Line) -> None:
        own = self._tried(lambda: kinds.own_read(line.get("bot")), line, "bot") or {}
        lead = self._text(line, SURVEY, "label")
        name = self._name(line, needed=False)
        group = _Group(
            line.number, name, lead, line.get("relevant"), own.get("matrix"), len(self._drafts)
        )
        self._groups.append(group)

    def _end(self, line: Line) -> None:
        if not self._groups:
            self._wrong(GroupNotOpened(), SURVEY, line.number, "type")
            return
        group = self._groups.pop()
        inside = self._drafts[group.begins :]
        alike = len({(type(d.item.kind), str(d.item.kind.params())) for d in inside}) == 1
        matrix = group.matrix if group.matrix is not None else alike and len(inside) > 1
        for draft in inside:
            if group.relevant:
                draft.relevant.insert(0, (group.row, group.relevant))
            if group.lead is not None and draft.item.lead is None:
                key = group.name if matrix else None
                draft.item = replace(draft.item, lead=group.lead, matrix=key)

    def _ask(self, line: Line, type_: str, listed: str | None, or_other: bool) -> None:
        before = len(self._troubles)
        key = self._name(line)
        text = self._text(line, SURVEY, "label")
        if text is None:
            self._wrong(TextMissing(), SURVEY, line.number, "label")
        for column in _CHANGING:
            if line.get(column):
                self._wrong(WholeColumnNotKnown(), SURVEY, line.number, column)
        options = self._options(line, listed)
        if or_other and type_ == "select_one":  # its own words are a question of their own
            options = (*options, Option(OTHER, self._words.other))
        kind = self._kind(line, type_, options, or_other and type_ == "select_multiple", key)
        flags = {flag: self._flag(line, flag) for flag in FLAGS}
        optional = not self._flag(line, "required")
        if len(self._troubles) > before or kind is None or text is None:
            self._broken.add(key)
            return
        item = Item(
            key=key,
            kind=kind,
            text=text,
            hint=self._text(line, SURVEY, "hint"),
            optional=optional,
            scale=line.get("scale") or None,
            **flags,  # type: ignore[arg-type]  # each is a bool
        )
        relevant = line.get("relevant")
        self._drafts.append(_Draft(item, line.number, [(line.number, relevant)] if relevant else []))
        if or_other and isinstance(kind, Single):
            self._drafts.append(self._specified(item, self._drafts[-1]))

    def _specified(self, item: Item, draft: _Draft) -> _Draft:
        """What `or_other` asks after a single choice, as pyxform does it."""
        key = f"{item.key}_{OTHER}"
        asked = Item(key, Text(), self._words.other_asked, optional=item.optional)
        wanted = (draft.row, f"${{{item.key}}} = '{OTHER}'")
        return _Draft(asked, draft.row, [*draft.relevant, wanted])

    def _kind(
        self, line: Line, type_: str, options: tuple[Option, ...], own_words: bool, key: str
    ) -> Kind | None:
        parameters = self._parameters(line)
        ticks = parameters.pop("tick_labelset", None)
        if ticks is not None and ticks not in self._lists:
            self._wrong(ListNotKnown(list=ticks), SURVEY, line.number, "parameters")
        own = self._tried(lambda: kinds.own_read(line.get("bot")), line, "bot")
        raw = line.get("constraint")
        limit = self._tried(
            lambda: limits.read(expressions.read(raw) if raw else None), line, "constraint"
        )
        if own is None or limit is None:
            return None
        say = kinds.Said(
            type_,
            options,
            own_words,
            parameters,
            raw,
            line.get("appearance"),
            tuple(self._lists.get(ticks or "", ())),
        )
        shortcuts = tuple(self._shortcuts.get(key, ()))
        try:
            return kinds.kind_of(say, limit, own, shortcuts)
        except Refusal as refusal:
            self._wrong(refusal, SURVEY, line.number, _COLUMN.get(type(refusal), "type"))
            return None

    def _options(self, line: Line, listed: str | None) -> tuple[Option, ...]:
        if listed is None:
            return ()
        if listed not in self._lists:
            self._wrong(ListNotKnown(list=listed), SURVEY, line.number, "type")
        return tuple(self._lists.get(listed, ()))

    def _parameters(self, line: Line) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in re.split(r"[\s,;]+", re.sub(r"\s*=\s*", "=", line.get("parameters"))):
            name, sign, value = part.partition("=")
            if part and not sign:
                self._wrong(PartNotKnown(part=part[:40]), SURVEY, line.number, "parameters")
            elif part:
                found[name.lower()] = value
        return found

    def _flag(self, line: Line, column: str) -> bool:
        said = line.get(column).lower()
        if said not in _YES | _NO:
            self._wrong(FlagNotKnown(value=said[:40], yes="yes", no="no"), SURVEY, line.number, column)
        return said in _YES

    def _name(self, line: Line, *, needed: bool = True) -> str:
        """The key; names of other programs become ours: `First-Name` is `first_name`."""
        raw = line.get("name")
        key = _as_key(raw)
        if not raw and needed:
            self._wrong(NameMissing(), SURVEY, line.number, "name")
        elif raw and (not _KEY.fullmatch(key) or len(key) > LONGEST_KEY):
            self._wrong(NameNotKey(name=raw[:60]), SURVEY, line.number, "name")
        return key

    # --- what refers to something else ---

    def _with_rules(self) -> tuple[Item, ...]:
        known = {draft.item.key: draft.item.kind for draft in self._drafts}
        return tuple(replace(d.item, shown_if=self._rule(d, known)) for d in self._drafts)

    def _rule(self, draft: _Draft, known: dict[str, Kind]) -> Rule | None:
        parts: list[Rule] = []
        for row, raw in draft.relevant:
            try:
                tree = _renamed(expressions.read(raw))
                parts.append(rules.meant(tree, known))
            except Refusal as refusal:
                if refusal.args_for_text.get("item") not in self._broken:
                    self._wrong(refusal, SURVEY, row, "relevant")
        if len(parts) > 1:
            return AllOf(tuple(parts))
        return parts[0] if parts else None

    def _add_variants(self) -> None:
        by_key = {draft.item.key: draft for draft in self._drafts}
        for line in self._page(VARIANTS).lines:
            key, form = _as_key(line.get("name")), line.get("form")
            text = self._text(line, VARIANTS, "label")
            if key in self._broken:
                continue
            if key not in by_key:
                self._wrong(rules.ItemNotKnown(item=key), VARIANTS, line.number, "name")
            elif not form or text is None:
                missing = "label" if form else "form"
                self._wrong(TextMissing(), VARIANTS, line.number, missing)
            else:
                draft = by_key[key]
                draft.item = replace(
                    draft.item, variants=tuple(sorted((*draft.item.variants, (form, text))))
                )

    def _questionnaire(
        self, items: tuple[Item, ...], audience: str, audiences: Collection[str]
    ) -> Questionnaire:
        line = self._setting
        key = "-".join(line.get("form_id").lower().split()) or "questionnaire"
        if not _FORM_ID.fullmatch(key) or len(key) > LONGEST_KEY:
            self._wrong(NameNotKey(name=key[:60]), SETTINGS, line.number, "form_id")
        meant = line.get("audience") or audience
        if meant not in audiences:
            self._wrong(PartNotKnown(part=meant[:40]), SETTINGS, line.number, "audience")
        scales = []
        for one in self._page(SCALES).lines:
            title = self._text(one, SCALES, "label")
            if not one.get("name") or title is None:
                missing = "label" if one.get("name") else "name"
                self._wrong(TextMissing(), SCALES, one.number, missing)
            else:
                scales.append((one.get("name"), title))
        return Questionnaire(
            key=key,
            version=1,
            title=self._title(),
            items=items,
            audience=meant,
            forms=tuple(line.get("forms").split()),
            scales=tuple(scales),
            consent=line.get("consent") or None,
        )

    def _title(self) -> Words:
        line = self._setting
        texts = {self._usual: line.get("form_title")}
        texts |= {name: text for name, text in line.texts.get("form_title", {}).items() if name}
        for name, text in line.cells.items():
            if name.startswith("title_"):
                texts[name.removeprefix("title_").replace("_", "-")] = text
        texts |= {
            variant: text for variant, text in line.texts.get("title", {}).items() if variant
        }
        texts = {variant: text for variant, text in texts.items() if text}
        if not texts:
            self._wrong(TextMissing(), SETTINGS, line.number, "form_title")
        return Words.of(texts)

    # --- languages ---

    def _usual_language(self) -> str:
        """Of texts whose column names none."""
        said = self._setting.get("default_language")
        for locale in LOCALES:
            if said and (f"({locale})" in said.lower() or self._words.names.get(said.lower()) == locale):
                return locale
        return LOCALES[0]

    def _text(self, line: Line, sheet: str, column: str) -> Words | None:
        """In the languages we speak; a text into which an answer is to be put is refused."""
        texts = {
            variant or self._usual: text
            for variant, text in line.texts.get(column, {}).items()
            if (variant or self._usual).split("-")[0] in LOCALES
        }
        if piped := next((found for t in texts.values() if (found := _PIPED.search(t))), None):
            self._wrong(TextInsideText(part=piped[0][:60]), sheet, line.number, column)
        return Words.of(texts) if texts else None

    def _spoken(self, made: Questionnaire) -> tuple[str, ...]:
        """The languages of the questionnaire: one that stands nowhere at all is not missed."""
        spoken = {
            variant.split("-")[0] for item in made.items for variant, _ in item.text.texts
        }
        if "ru" not in spoken and made.items:
            self._wrong(RussianMissing(heading=f"label::{self._words.languages['ru']}"), SURVEY)
        return tuple(locale for locale in LOCALES if locale in spoken)

    # --- troubles ---

    def _tried(self, make: Callable[[], T], line: Line, column: str) -> T | None:
        try:
            return make()
        except Refusal as refusal:
            self._wrong(refusal, SURVEY, line.number, column)
            return None

    def _wrong(self, refusal: Refusal, sheet: str, row: int = 0, column: str = "") -> None:
        trouble = Trouble.of(refusal, sheet, row, column)
        if trouble not in self._troubles:
            self._troubles.append(trouble)

    def _place(self, trouble: Trouble) -> tuple[int, int]:
        order = (SURVEY, CHOICES, SETTINGS, SCALES, VARIANTS)
        return (order.index(trouble.sheet) if trouble.sheet in order else len(order), trouble.row)

    def _unused(self) -> tuple[str, ...]:
        found = {
            column
            for sheet in (SURVEY, CHOICES)
            for column in self._page(sheet).columns
            if column not in _USED
        }
        return tuple(sorted(found))

    def _page(self, title: str) -> Page:
        return self._pages.get(title) or Page(title)


_COLUMN: dict[type[Refusal], str] = {
    kinds.RangeNotKnown: "parameters",
    kinds.LimitsDoNotFit: "constraint",
    limits.LimitNotWhole: "constraint",
    kinds.OwnColumnWrong: "bot",
}


def _as_key(raw: str) -> str:
    return re.sub(r"[-.\s]+", "_", raw.strip()).lower()


def _renamed(tree: expressions.Tree) -> expressions.Tree:
    """Names as `_as_key` has them."""
    match tree:
        case expressions.Name(item):
            return expressions.Name(_as_key(item))
        case expressions.Call(function, given):
            return expressions.Call(function, tuple(_renamed(one) for one in given))
        case expressions.Compared(sign, left, right):
            return expressions.Compared(sign, _renamed(left), _renamed(right))
        case expressions.Joined(word, parts):
            return expressions.Joined(word, tuple(_renamed(one) for one in parts))
    return tree

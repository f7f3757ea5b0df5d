"""The sheet of questions, row by row: groups, questions, and when each is asked."""

import re
from dataclasses import dataclass, field, replace

from bot.domain.conditions import AllOf, Rule
from bot.domain.errors import Refusal
from bot.domain.publish_check import KEY, LONGEST_KEY
from bot.domain.questionnaires import FACTS, Item
from bot.domain.questions import Kind, Option, Single, Text
from bot.domain.words import Words
from bot.reports.xlsform import expressions, kinds_read, limits, rules
from bot.reports.xlsform.choices_read import Choices
from bot.reports.xlsform.columns import HARD, REVERSED, SCALE, SURVEY, VARIANTS, WorkbookWords
from bot.reports.xlsform.kinds import Said
from bot.reports.xlsform.refusals import (
    FlagNotKnown,
    GroupNotClosed,
    GroupNotOpened,
    ListNotKnown,
    NameMissing,
    NameNotKey,
    PartNotKnown,
    TextInsideText,
    TextMissing,
    WholeColumnNotKnown,
)
from bot.reports.xlsform.rules import OTHER
from bot.reports.xlsform.sheets_read import Line, Page
from bot.reports.xlsform.troubles import Troubles

_PIPED = re.compile(r"\$\{[^}]*\}")
_YES = frozenset({"yes", "true", "true()", "1"})
_NO = frozenset({"no", "false", "false()", "0", ""})
_TYPES = {
    "select one": "select_one", "select one from": "select_one", "select1": "select_one",
    "select all that apply": "select_multiple", "select_all_that_apply": "select_multiple",
    "select all that apply from": "select_multiple", "select multiple": "select_multiple",
    "select multiple from": "select_multiple", "int": "integer", "string": "text",
    "trigger": "acknowledge", "begin_group": "begin group", "end_group": "end group",
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
CHANGING = ("calculation", "choice_filter", "repeat_count", "read_only", "trigger", "default")
_COLUMN: dict[type[Refusal], str] = {
    kinds_read.RangeNotKnown: "parameters",
    kinds_read.LimitsDoNotFit: "constraint",
    limits.LimitNotWhole: "constraint",
    kinds_read.OwnColumnWrong: "bot",
}


@dataclass
class _Draft:
    """An item on its way: its rule waits until every kind is known."""

    item: Item
    row: int
    relevant: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Group:
    row: int
    name: str
    lead: Words | None
    relevant: str
    matrix: bool | None
    begins: int  # place of its first item


class Survey:
    def __init__(
        self, choices: Choices, words: WorkbookWords, usual: str, troubles: Troubles
    ) -> None:
        self._choices, self._words, self._usual = choices, words, usual
        self._troubles = troubles
        self._drafts: list[_Draft] = []
        self._broken: set[str] = set()  # items whose own row is wrong: no more is said of them
        self._lost: list[tuple[int, str]] = []  # when they would have been asked
        self._groups: list[_Group] = []

    def read(self, page: Page, variants: Page) -> tuple[Item, ...]:
        for line in page.lines:
            self._line(line)
        for group in self._groups:
            self._wrong(GroupNotClosed(name=group.name), group.row, "type")
        for line in variants.lines:
            self._variant(line)
        known = {draft.item.key: draft.item.kind for draft in self._drafts}
        self._rule(self._lost, known)
        return tuple(replace(d.item, shown_if=self._rule(d.relevant, known)) for d in self._drafts)

    @property
    def rows(self) -> dict[str, int]:
        return {draft.item.key: draft.row for draft in self._drafts}

    def _line(self, line: Line) -> None:
        said = " ".join(line.get("type").split())
        listed = _LISTED.fullmatch(said)
        type_ = _TYPES.get(said.lower(), said.lower())
        if not said:
            self._wrong(TextMissing(), line.number, "type")
        elif type_ == "begin group":
            self._begin(line)
        elif type_ == "end group":
            self._end(line)
        elif listed:
            kind = listed[1].lower()
            self._ask(line, _TYPES.get(kind, kind), listed[2], bool(listed[3]))
        elif type_ not in _OF_THE_DEVICE and not _is_fact(type_, line):
            self._ask(line, type_, None, False)

    def _begin(self, line: Line) -> None:
        own = self._troubles.tried(
            lambda: kinds_read.own_read(line.get("bot")), SURVEY, line.number, "bot"
        )
        name, lead = self._name(line, needed=False), self._text(line, "label")
        matrix = (own or {}).get("matrix")
        self._groups.append(
            _Group(line.number, name, lead, line.get("relevant"), matrix, len(self._drafts))
        )

    def _end(self, line: Line) -> None:
        if not self._groups:
            self._wrong(GroupNotOpened(), line.number, "type")
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
        key, text = self._name(line), self._text(line, "label")
        if text is None:
            self._wrong(TextMissing(), line.number, "label")
        for column in CHANGING:
            if line.get(column):
                self._wrong(WholeColumnNotKnown(), line.number, column)
        options = self._options(line, listed)
        lost = listed is not None and not options
        if or_other and type_ == "select_one":  # its own words are a question of their own
            options = (*options, Option(OTHER, self._words.other))
        own_words = or_other and type_ == "select_multiple"
        kind = None if lost else self._kind(line, type_, options, own_words, key)
        hard = self._choices.list(line.get(HARD))
        hard_to_say = bool(hard) or self._flag(line, HARD)
        turned, optional = self._flag(line, REVERSED), not self._flag(line, "required")
        relevant = line.get("relevant")
        when = [(line.number, relevant)] if relevant else []
        if len(self._troubles) > before or kind is None or text is None:
            self._broken.add(key)
            self._lost += when
            return
        item = Item(
            key=key,
            kind=kind,
            text=text,
            hint=self._text(line, "hint"),
            optional=optional,
            hard_to_say=hard_to_say,
            hard_label=hard[0].label if hard else None,
            reversed=turned,
            scale=line.get(SCALE) or None,
        )
        self._drafts.append(_Draft(item, line.number, when))
        if or_other and isinstance(kind, Single):
            self._drafts.append(self._specified(item, self._drafts[-1]))

    def _specified(self, item: Item, draft: _Draft) -> _Draft:
        """What `or_other` asks after a single choice, as the public compiler does it."""
        key = f"{item.key}_{OTHER}"
        asked = Item(key, Text(), self._words.other_asked, optional=item.optional)
        wanted = (draft.row, f"${{{item.key}}} = '{OTHER}'")
        return _Draft(asked, draft.row, [*draft.relevant, wanted])

    def _kind(
        self, line: Line, type_: str, options: tuple[Option, ...], own_words: bool, key: str
    ) -> Kind | None:
        parameters = self._parameters(line)
        ticks = parameters.pop("tick_labelset", "")
        if ticks and ticks not in self._choices:
            self._wrong(ListNotKnown(list=ticks), line.number, "parameters")
        tried, raw = self._troubles.tried, line.get("constraint")
        own = tried(lambda: kinds_read.own_read(line.get("bot")), SURVEY, line.number, "bot")
        limit = tried(
            lambda: limits.read(expressions.read(raw) if raw else None),
            SURVEY,
            line.number,
            "constraint",
        )
        if own is None or limit is None:
            return None
        say = Said(
            type_,
            options,
            own_words,
            parameters,
            raw,
            line.get("appearance"),
            self._choices.list(ticks),
            self._choices.button(key, self._words.acknowledged),
        )
        try:
            return kinds_read.kind_of(say, limit, own, self._choices.shortcuts(key))
        except Refusal as refusal:
            self._wrong(refusal, line.number, _COLUMN.get(type(refusal), "type"))
            return None

    def _options(self, line: Line, listed: str | None) -> tuple[Option, ...]:
        if listed is not None and listed not in self._choices:
            self._wrong(ListNotKnown(list=listed), line.number, "type")
        return self._choices.list(listed or "")

    def _parameters(self, line: Line) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in re.split(r"[\s,;]+", re.sub(r"\s*=\s*", "=", line.get("parameters"))):
            name, sign, value = part.partition("=")
            if part and not sign:
                self._wrong(PartNotKnown(part=part[:40]), line.number, "parameters")
            elif part:
                found[name.lower()] = value
        return found

    def _flag(self, line: Line, column: str) -> bool:
        said = line.get(column).lower()
        if said not in _YES | _NO:
            wrong = FlagNotKnown(value=said[:40], yes="yes", no="no")
            self._wrong(wrong, line.number, column)
        return said in _YES

    def _name(self, line: Line, *, needed: bool = True) -> str:
        """The key; names of other programs become ours: `First-Name` is `first_name`."""
        raw = line.get("name")
        key = _as_key(raw)
        if not raw and needed:
            self._wrong(NameMissing(), line.number, "name")
        elif raw and (not KEY.fullmatch(key) or len(key) > LONGEST_KEY):
            self._wrong(NameNotKey(name=raw[:60]), line.number, "name")
        return key

    def _text(self, line: Line, column: str, sheet: str = SURVEY) -> Words | None:
        """A text into which an answer is to be put is refused."""
        text = line.words(column, self._usual)
        every = text.every() if text is not None else ()
        if piped := next((found for one in every if (found := _PIPED.search(one))), None):
            wrong = TextInsideText(part=piped[0][:60])
            self._troubles.add(wrong, sheet, line.number, column)
        return text

    def _rule(self, relevant: list[tuple[int, str]], known: dict[str, Kind]) -> Rule | None:
        parts: list[Rule] = []
        for row, raw in relevant:
            try:
                parts.append(rules.meant(_renamed(expressions.read(raw)), known))
            except Refusal as refusal:
                if refusal.args_for_text.get("item") not in self._broken:
                    self._wrong(refusal, row, "relevant")
        if len(parts) > 1:
            return AllOf(tuple(parts))
        return parts[0] if parts else None

    def _variant(self, line: Line) -> None:
        key, form = _as_key(line.get("name")), line.get("form")
        text = self._text(line, "label", VARIANTS)
        draft = next((one for one in self._drafts if one.item.key == key), None)
        if key in self._broken:
            return
        if draft is None:
            self._troubles.add(rules.ItemNotKnown(item=key), VARIANTS, line.number, "name")
        elif not form or text is None:
            missing = "label" if form else "form"
            self._troubles.add(TextMissing(), VARIANTS, line.number, missing)
        else:
            variants = tuple(sorted((*draft.item.variants, (form, text))))
            draft.item = replace(draft.item, variants=variants)

    def _wrong(self, refusal: Refusal, row: int, column: str) -> None:
        self._troubles.add(refusal, SURVEY, row, column)


def _is_fact(type_: str, line: Line) -> bool:
    """A row that only says a name which is known before the first question."""
    return type_ == "calculate" and line.get("name") in FACTS


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

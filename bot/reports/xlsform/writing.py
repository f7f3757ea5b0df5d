"""A questionnaire as an XLSForm workbook that a spreadsheet program opens and pyxform compiles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bot.domain.questionnaires import FACTS, Item, Questionnaire
from bot.domain.questions import Option, Week
from bot.domain.words import Words
from bot.reports.workbooks import Cell, Sheet, workbook
from bot.reports.xlsform import expressions, kinds, kinds_read, limits
from bot.reports.xlsform.columns import (
    BUTTON,
    CHOICES,
    HARD,
    REVERSED,
    SCALE,
    SCALES,
    SETTINGS,
    SHORTCUTS,
    SURVEY,
    VARIANTS,
    WorkbookWords,
    variants_of,
    word_cells,
    word_headings,
)
from bot.reports.xlsform.rules import said as rule_said

_WIDE, _NARROW = 44, 14
YES, NO = "yes", "no"


def export(questionnaire: Questionnaire, words: WorkbookWords) -> bytes:
    """Run it in a `Worker`."""
    return workbook(list(_Writing(questionnaire, words).sheets()))


class _Writing:
    def __init__(self, questionnaire: Questionnaire, words: WorkbookWords) -> None:
        self._asked, self._words = questionnaire, words
        self._kinds = {item.key: item.kind for item in questionnaire.items}
        self._variants = variants_of(_every_words(questionnaire))
        self._lists: dict[str, tuple[tuple[Option, str | None], ...]] = {}

    def sheets(self) -> Iterator[Sheet]:
        asked = self._asked
        survey = self._survey()  # it fills the lists
        yield survey
        yield self._choices()
        if asked.scales:
            rows = [[key, *self._cells(title)] for key, title in asked.scales]
            yield self._sheet(SCALES, ["name"], [20], rows)
        if any(item.variants for item in asked.items):
            rows = [
                [item.key, form, *self._cells(text)]
                for item in asked.items
                for form, text in item.variants
            ]
            yield self._sheet(VARIANTS, ["name", "form"], [20, 24], rows)
        yield self._settings()
        help_ = [list(line) for line in self._words.help]
        yield Sheet(self._words.help_title, ["", "", ""], [26, 80, 60], help_)

    def _survey(self) -> Sheet:
        words = [
            heading
            for name in ("label", "hint")
            for heading in word_headings(name, self._variants, self._words)
        ]
        after = ["required", "relevant", "constraint", "appearance", "parameters", "calculation"]
        own = ["bot", HARD, REVERSED, SCALE]
        headings = ["type", "name", *words, *after, *own]
        rows = [*self._facts(len(words)), *self._questions(len(words))]
        widths = [24, 20, *[_WIDE] * len(words), 10, _WIDE, _WIDE, 16, 26, 12, 22, 14, 12, 16]
        offered = {headings.index(name): [YES, NO] for name in ("required", REVERSED)}
        return Sheet(SURVEY, headings, widths, rows, choices=offered)

    def _facts(self, texts: int) -> Iterator[list[Cell]]:
        """What is known before the first question: `${band}` must name something."""
        rules = [item.shown_if for item in self._asked.items if item.shown_if is not None]
        named = {leaf.item for rule in rules for leaf in rule.leaves()} & FACTS.keys()
        for fact in sorted(named):
            yield ["calculate", fact, *[None] * (texts + 5), "''", None, None, None, None]

    def _questions(self, texts: int) -> Iterator[list[Cell]]:
        for (matrix, lead), run in groupby(self._asked.items, lambda one: (one.matrix, one.lead)):
            items = list(run)
            groups = [items] if matrix is not None else [[item] for item in items]
            for group in groups:
                if lead is None:
                    yield from (self._question(item) for item in group)
                    continue
                name = matrix or f"{group[0].key}_lead"
                blank = [None] * (texts // 2)
                own = f"matrix={str(matrix is not None).lower()}"
                look: list[Cell] = [None, None, None, "field-list", None, None]
                yield [
                    "begin_group", name, *self._cells(lead), *blank, *look, own, None, None, None
                ]  # fmt: skip
                yield from (self._question(item) for item in group)
                yield ["end_group", name, *[None] * (texts + 10)]

    def _question(self, item: Item) -> list[Cell]:
        say = kinds.said(item.kind)
        tree = expressions.read(say.constraint) if say.constraint else None
        own = kinds_read.own_words(item.kind, say, limits.read(tree))
        listed = f" {self._list(item, say)}" if say.options else ""
        parameters = dict(say.parameters)
        if say.button is not None and say.button != self._words.acknowledged:
            self._lists[f"{BUTTON}{item.key}"] = ((Option("read", say.button), None),)
        if say.ticks:
            parameters["tick_labelset"] = self._named(f"{item.key}_ends", say.ticks)
        return [
            f"{say.type}{listed}{' or_other' if say.or_other else ''}",
            item.key,
            *self._cells(item.text),
            *self._cells(item.hint),
            NO if item.optional else YES,
            rule_said(item.shown_if, self._kinds) if item.shown_if is not None else None,
            say.constraint or None,
            say.appearance or None,
            " ".join(f"{name}={value}" for name, value in parameters.items()) or None,
            None,
            kinds_read.own_written(own) or None,
            self._hard(item),
            YES if item.reversed else None,
            item.scale,
        ]

    def _hard(self, item: Item) -> str | None:
        """"Hard to say": whether, or the list in which its own words stand."""
        if item.hard_label is not None:
            return self._named("not_assessed", (Option("hard", item.hard_label),))
        return YES if item.hard_to_say else None

    def _list(self, item: Item, say: kinds.Said) -> str:
        yes_no = {option.value for option in say.options} == {YES, NO}
        name = self._named("yes_no" if yes_no else item.key, say.options)
        if isinstance(item.kind, Week) and item.kind.shortcuts:
            self._lists[f"{SHORTCUTS}{item.key}"] = tuple(
                (Option(one.value, one.label), " ".join(one.picks)) for one in item.kind.shortcuts
            )
        return name

    def _named(self, name: str, options: Sequence[Option]) -> str:
        """A list of these options: an equal one that is there already, or a new one."""
        wanted = tuple((option, None) for option in options)
        for known, listed in self._lists.items():
            if listed == wanted:
                return known
        free = name
        while free in self._lists:
            free += "_"
        self._lists[free] = wanted
        return free

    def _choices(self) -> Sheet:
        rows: list[list[Cell]] = [
            [name, option.value, *self._cells(option.label), picks]
            for name, listed in self._lists.items()
            for option, picks in listed
        ]
        words = word_headings("label", self._variants, self._words)
        headings = ["list_name", "name", *words, "picks"]
        return Sheet(CHOICES, headings, [24, 20, *[_WIDE] * len(words), _WIDE], rows)

    def _settings(self) -> Sheet:
        asked = self._asked
        titles = dict(asked.title.texts)
        row: Mapping[str, str | None] = {
            "form_title": titles.pop("ru", None),
            "title_en": titles.pop("en", None),
            **{f"title_{one.replace('-', '_')}": text for one, text in titles.items()},
            "form_id": asked.key,
            "version": str(asked.version),
            "default_language": self._words.languages["ru"],
            "audience": asked.audience,
            "forms": " ".join(asked.forms) or None,
            "consent": asked.consent,
        }
        widths = [36 if "title" in name else 20 for name in row]
        return Sheet(SETTINGS, list(row), widths, [list(row.values())])

    def _sheet(
        self, title: str, first: list[str], widths: list[int], rows: Sequence[Sequence[Cell]]
    ) -> Sheet:
        words = word_headings("label", self._variants, self._words)
        return Sheet(title, [*first, *words], [*widths, *[_WIDE] * len(words)], rows)

    def _cells(self, words: Words | None) -> list[str | None]:
        return word_cells(words, self._variants)


def _every_words(questionnaire: Questionnaire) -> Iterator[Words]:
    for item in questionnaire.items:
        yield item.text
        yield from (words for words in (item.hint, item.lead, item.hard_label) if words is not None)
        yield from (text for _, text in item.variants)
        say = kinds.said(item.kind)
        yield from (option.label for option in (*say.options, *say.ticks))
        if say.button is not None:
            yield say.button
        if isinstance(item.kind, Week):
            yield from (one.label for one in item.kind.shortcuts)
    yield from (title for _, title in questionnaire.scales)

"""A workbook that came back, as a questionnaire, or everything that is wrong with it by its place.

It understands what `writing` writes, and of the public XLSForm what a talk in a messenger can keep:
the rest is refused in words where it would change what people are asked, and named where not.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.consents import PURPOSES
from bot.domain.publish_check import LONGEST_KEY, described, problems
from bot.domain.questionnaires import LOCALES, Item, Problem, Questionnaire
from bot.domain.words import Words
from bot.reports.xlsform.choices_read import Choices
from bot.reports.xlsform.columns import (
    CHOICES,
    HARD,
    REVERSED,
    SCALE,
    SCALES,
    SETTINGS,
    SURVEY,
    VARIANTS,
    WorkbookWords,
    code,
)
from bot.reports.xlsform.refusals import (
    NameNotKey,
    NothingAsked,
    PartNotKnown,
    RussianMissing,
    SheetMissing,
    TextMissing,
)
from bot.reports.xlsform.sheets_read import Line, Page, pages
from bot.reports.xlsform.survey_read import CHANGING, Survey
from bot.reports.xlsform.troubles import Trouble, Troubles

UNNAMED = "questionnaire"
_FORM_ID = re.compile(r"[a-z][a-z0-9_-]*")
_CONDITION = dict.fromkeys(
    ("never-compared", "unknown-item", "asked-later", "cycle", "unreachable"), "relevant"
)
_COLUMNS = {  # where what is wrong can be mended
    **_CONDITION,
    **dict.fromkeys(("key-twice", "key-of-a-fact", "key-wrong"), "name"),
    **dict.fromkeys(("option-twice", "option-value", "option-long"), "type"),
    "dead-end": "constraint",
    "unknown-scale": SCALE,
    "unknown-variable": "label",
    "not-reversible": REVERSED,
}
_PARTS = {  # of a translation that is missing
    "title": (SETTINGS, "title"),
    "scale": (SCALES, "label"),
    "option": (CHOICES, "label"),
    "for": (VARIANTS, "label"),
    "hint": (SURVEY, "hint"),
    "hard_label": (CHOICES, "label"),
}
_USED = frozenset(
    {"type", "name", "label", "hint", "required", "relevant", "constraint", "appearance",
     "parameters", "bot", SCALE, HARD, REVERSED, *CHANGING, "list_name", "picks", "form"}
)  # fmt: skip


@dataclass(frozen=True)
class Read:
    """`questionnaire`: its version is always 1; None when there are troubles.

    `rows`: in which row of the survey each item stands. `unused`: columns that nobody reads.
    `locales`: the languages it is written in; one that stands nowhere at all is not missed.
    """

    questionnaire: Questionnaire | None
    troubles: tuple[Trouble, ...]
    rows: dict[str, int]
    unused: tuple[str, ...]
    locales: tuple[str, ...]


def read(
    content: bytes,
    words: WorkbookWords,
    audience: str,
    audiences: Collection[str],
    forms: Collection[str],
) -> Read:
    """As `understood`, and fit to be published: checked as a profile's own questionnaires are.

    What the check finds stands at its place in the workbook. Run it in a `Worker`.
    """
    found = understood(content, words, audience, audiences, forms)
    if found.questionnaire is None:
        return found
    troubles = Troubles()
    for problem in problems(found.questionnaire, found.locales, forms):
        _note(problem, found.rows, words, troubles)
    asked = None if len(troubles) else found.questionnaire
    return replace(found, questionnaire=asked, troubles=troubles.in_order())


def understood(
    content: bytes,
    words: WorkbookWords,
    audience: str,
    audiences: Collection[str],
    forms: Collection[str],
) -> Read:
    """What the workbook asks. `audience`: whom, unless it says; `forms`: the keys of the profile's.

    Raises the refusals of `table_files.opened_by_title`, and `SheetMissing`.
    """
    troubles = Troubles()
    found = pages(content, words, troubles)
    if SURVEY not in found or not {"type", "name"} <= found[SURVEY].columns:
        raise SheetMissing(sheet=SURVEY)
    settings = _page(found, SETTINGS).lines[:1]
    setting = settings[0] if settings else Line(2, {}, {})
    said = code(setting.get("default_language"), words)
    usual = said if said in LOCALES else LOCALES[0]
    survey = Survey(Choices(_page(found, CHOICES), usual, troubles), words, usual, troubles)
    items = survey.read(found[SURVEY], _page(found, VARIANTS))
    if not items and not len(troubles):
        troubles.add(NothingAsked(), SURVEY)
    spoken = _spoken(items)
    if items and LOCALES[0] not in spoken:
        heading = f"label::{words.languages[LOCALES[0]]}"
        troubles.add(RussianMissing(heading=heading), SURVEY)
    scales = _scales(_page(found, SCALES), usual, troubles)
    made = _made(setting, items, scales, _title(setting, usual, spoken, troubles), troubles)
    made = replace(made, audience=made.audience or audience)
    _known(made.audience, audiences, "audience", setting, troubles)
    _known(made.consent, PURPOSES, "consent", setting, troubles)
    for form in made.forms:
        _known(form, forms, "forms", setting, troubles)
    return Read(
        None if len(troubles) else made,
        troubles.in_order(),
        survey.rows,
        _unused(found),
        spoken,
    )


def _page(found: dict[str, Page], title: str) -> Page:
    return found.get(title) or Page(title)


def _made(
    line: Line,
    items: tuple[Item, ...],
    scales: tuple[tuple[str, Words], ...],
    title: Words,
    troubles: Troubles,
) -> Questionnaire:
    key = "-".join(line.get("form_id").lower().split()) or UNNAMED
    if not _FORM_ID.fullmatch(key) or len(key) > LONGEST_KEY:
        troubles.add(NameNotKey(name=key[:60]), SETTINGS, line.number, "form_id")
    return Questionnaire(
        key=key,
        version=1,
        title=title,
        items=items,
        audience=line.get("audience"),
        forms=tuple(line.get("forms").split()),
        scales=scales,
        consent=line.get("consent") or None,
    )


def _known(
    said: str | None, known: Collection[str], column: str, line: Line, troubles: Troubles
) -> None:
    if said is not None and said not in known:
        troubles.add(PartNotKnown(part=said[:40]), SETTINGS, line.number, column)


def _note(
    problem: Problem, rows: Mapping[str, int], words: WorkbookWords, troubles: Troubles
) -> None:
    """A problem of the questionnaire, at its place in the workbook."""
    row = rows.get(problem.item or "", 0)
    about = described(problem)
    if problem.key != "lacking":
        column = _COLUMNS.get(problem.key, "")
        troubles.note(Trouble(SURVEY, row, column, f"publish-{problem.key}", about))
        return
    part, language = str(about["part"]), words.languages[str(about["locale"])]
    sheet, column = _PARTS.get(part.split(" ")[0], (SURVEY, "label"))
    row, column = row if sheet == SURVEY else 0, f"{column}::{language}"
    if " " in part:  # of a list, a scale, a form: which
        what = {"part": part.split(" ")[-1]}
        troubles.note(Trouble(sheet, row, column, "xlsform-translation-missing-of", what))
    else:
        troubles.note(Trouble(sheet, row, column, "xlsform-translation-missing"))


def _title(line: Line, usual: str, spoken: Sequence[str], troubles: Troubles) -> Words:
    """`form_title` is public and knows one language; `title_en`, `title_ru_ty` are ours.

    Where only one language is given it is the title in every one.
    """
    texts = {usual: line.get("form_title")}
    for name, text in line.cells.items():
        if name.startswith("title_"):
            texts[name.removeprefix("title_").replace("_", "-")] = text
    for column in ("form_title", "title"):
        texts |= {variant: text for variant, text in line.texts.get(column, {}).items() if variant}
    known = {v: text for v, text in texts.items() if text and v.split("-")[0] in LOCALES}
    if not known:
        troubles.add(TextMissing(), SETTINGS, line.number, "form_title")
        return Words.of({})
    first = next(iter(known.values()))
    return Words.of({**dict.fromkeys(spoken, first), **known})


def _scales(page: Page, usual: str, troubles: Troubles) -> tuple[tuple[str, Words], ...]:
    found = []
    for line in page.lines:
        title = line.words("label", usual)
        if not line.get("name") or title is None:
            missing = "label" if line.get("name") else "name"
            troubles.add(TextMissing(), SCALES, line.number, missing)
        else:
            found.append((line.get("name"), title))
    return tuple(found)


def _spoken(items: tuple[Item, ...]) -> tuple[str, ...]:
    spoken = {variant.split("-")[0] for item in items for variant, _ in item.text.texts}
    return tuple(locale for locale in LOCALES if locale in spoken)


def _unused(found: dict[str, Page]) -> tuple[str, ...]:
    columns = {one for sheet in (SURVEY, CHOICES) for one in _page(found, sheet).columns}
    return tuple(sorted(columns - _USED))

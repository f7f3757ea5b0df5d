"""A workbook that came back, as a questionnaire, or everything that is wrong with it by its place.

It understands what `writing` writes, and of the public XLSForm what a talk in a messenger can keep:
the rest is refused in words where it would change what people are asked, and named where not.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.questionnaires import LOCALES, Item, Questionnaire
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
    FormWords,
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
from bot.reports.xlsform.survey_read import CHANGING, LONGEST_KEY, Survey
from bot.reports.xlsform.troubles import Trouble, Troubles

UNNAMED = "questionnaire"
_FORM_ID = re.compile(r"[a-z][a-z0-9_-]*")
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


def read(content: bytes, words: FormWords, audience: str, audiences: Collection[str]) -> Read:
    """`audience`: whose questionnaire it is unless the workbook says. Run it in a `Worker`.

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
    made = _made(setting, items, scales, usual, audience, audiences, troubles)
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
    usual: str,
    audience: str,
    audiences: Collection[str],
    troubles: Troubles,
) -> Questionnaire:
    key = "-".join(line.get("form_id").lower().split()) or UNNAMED
    if not _FORM_ID.fullmatch(key) or len(key) > LONGEST_KEY:
        troubles.add(NameNotKey(name=key[:60]), SETTINGS, line.number, "form_id")
    meant = line.get("audience") or audience
    if meant not in audiences:
        troubles.add(PartNotKnown(part=meant[:40]), SETTINGS, line.number, "audience")
    title = _title(line, usual)
    if not title.texts:
        troubles.add(TextMissing(), SETTINGS, line.number, "form_title")
    return Questionnaire(
        key=key,
        version=1,
        title=title,
        items=items,
        audience=meant,
        forms=tuple(line.get("forms").split()),
        scales=scales,
        consent=line.get("consent") or None,
    )


def _title(line: Line, usual: str) -> Words:
    """`form_title` is public and knows one language; `title_en`, `title_ru_ty` are ours."""
    texts = {usual: line.get("form_title")}
    for name, text in line.cells.items():
        if name.startswith("title_"):
            texts[name.removeprefix("title_").replace("_", "-")] = text
    for column in ("form_title", "title"):
        texts |= {variant: text for variant, text in line.texts.get(column, {}).items() if variant}
    spoken = {v: text for v, text in texts.items() if text and v.split("-")[0] in LOCALES}
    return Words.of(spoken)


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

"""What is sent when somebody asks for the answers of a wave: made in the worker process."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.answer_tables import AnswerPages
from bot.domain.exports import ExportKind
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.results import DIGITS, ItemResult, PartResult, WaveResults
from bot.domain.statistics.figures import Estimate, Interval
from bot.domain.tabulation import EVERYBODY, Count, tabulate
from bot.reports.answer_files import csv_file, sav_file, xlsx_file
from bot.reports.answer_frames import FileWords, clean, frame
from bot.reports.wave_results import figures_of
from bot.reports.workbooks import Cell


@dataclass(frozen=True)
class Made:
    """`what` names the file: "answers", "codebook", "research"."""

    what: str
    ending: str
    content: bytes


def export_files(
    pages: AnswerPages,
    kind: ExportKind,
    words: FileWords,
    locale: str,
    about: Sequence[tuple[str, Cell]],
) -> list[Made]:
    """A CSV file knows no labels, so that its codebook goes with it as a workbook."""
    table = pages.table()
    found = frame(table, tabulate(table), words, locale)
    if kind is ExportKind.CSV:
        return [Made("answers", "csv", csv_file(found))]
    if kind is ExportKind.SAV:
        return [Made("answers", "sav", sav_file(found, words))]
    rows = result_rows(figures_of(table), table.questionnaire, words, locale)
    what = "research" if kind is ExportKind.RESEARCH else "answers"
    book = Made(what, "xlsx", xlsx_file(found, words, (words.results, rows), about))
    if kind is ExportKind.RESEARCH:
        return [book, Made(what, "csv", csv_file(found)), Made(what, "sav", sav_file(found, words))]
    return [book]


def result_rows(
    found: WaveResults, form: Questionnaire, words: FileWords, locale: str
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for result in found.items:
        item = form.item(result.table.key)
        assert item is not None
        rows += [_row(item, result, part, words, locale) for part in result.parts]
    return rows


def _row(
    item: Item, result: ItemResult, part: PartResult, words: FileWords, locale: str
) -> tuple[Cell, ...]:
    shown, group = part.part, part.part.group
    name = words.groups.get((group.dimension, group.value), group.value)
    mean = part.mean if isinstance(part.mean, Estimate) else None
    between = mean.interval if mean and isinstance(mean.interval, Interval) else None
    missing = round((shown.asked - shown.n) / shown.asked, 2) if shown.asked else None
    said = [f"{_label(item, count, locale)}: {count.people}" for count in shown.counts]
    return (
        clean(item.text.say(locale)),
        words.everybody if group == EVERYBODY else name,
        shown.n,
        missing,
        round(mean.value, DIGITS) if mean else None,
        f"{between.low:.{DIGITS}f} – {between.high:.{DIGITS}f}" if between else None,
        "; ".join(said),
    )


def _label(item: Item, count: Count, locale: str) -> str:
    labels = {option.value: option.label.say(locale) for option in item.kind.options()}
    shown = [
        labels[v] if isinstance(v, str) and v in labels else item.kind.shown(v, locale)
        for v in count.values
    ]
    return ", ".join(shown) if len(shown) < 4 else f"{shown[0]} – {shown[-1]}"

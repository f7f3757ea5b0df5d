"""Answers as files: XLSX, CSV and SPSS, all of one frame, so that they say the same.

- An absent answer is a number: SPSS knows it as user-missing. In a column of words it stands as
  that number too, and no answer looks like it.
- Words that a spreadsheet would work out, and those that begin with an apostrophe, get one
  apostrophe more in CSV and SPSS; `without_mark` takes it off. In XLSX they are cells of text.
"""

import csv
import re
import tempfile
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from bot.domain.absences import Absence
from bot.reports.answer_frames import FileWords, Frame, Value, Variable, clean, codes
from bot.reports.workbooks import Cell, Sheet, workbook

_MARKED = re.compile(r"['=+\-@|%\t\r\n＝＋－＠]")
_LONGEST_LABEL, _LONGEST_VALUE_LABEL = 250, 115  # of SPSS, in bytes, less some


def marked(text: str) -> str:
    return f"'{text}" if _MARKED.match(text) else text


def without_mark(text: str) -> str:
    return text[1:] if text.startswith("'") else text


def csv_file(found: Frame) -> bytes:
    """UTF-8 with a mark of its order, commas between, points in numbers: as programs read it."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([variable.name for variable in found.variables])
    encoded = [
        [_plain(variable, value) for value in column]
        for variable, column in zip(found.variables, found.columns, strict=True)
    ]
    writer.writerows(zip(*encoded, strict=True))
    return file.getvalue().encode("utf-8-sig")


def _plain(variable: Variable, value: Value) -> int | float | str:
    if isinstance(value, Absence):
        return codes(variable)[value]
    return marked(value) if isinstance(value, str) else value


def xlsx_file(
    found: Frame,
    words: FileWords,
    results: tuple[Sequence[str], Sequence[Sequence[Cell]]],
    about: Sequence[tuple[str, Cell]],
) -> bytes:
    """`results`: headings and rows of the third sheet."""
    encoded = [
        [codes(variable)[v] if isinstance(v, Absence) else v for v in column]
        for variable, column in zip(found.variables, found.columns, strict=True)
    ]
    headings, rows = results
    data, codebook, figures, last = words.sheets
    return workbook(
        [
            Sheet(
                title=data,
                headings=[variable.name for variable in found.variables],
                widths=[18] * len(found.variables),
                rows=list(zip(*encoded, strict=True)),
            ),
            Sheet(codebook, words.codebook, [24, 60, 18, 60], codebook_rows(found, words)),
            Sheet(figures, headings, [60, 24, 10, 14, 14, 24, 60], rows),
            Sheet(last, ["", ""], [36, 90], about),
        ]
    )


def codebook_rows(found: Frame, words: FileWords) -> list[tuple[str, str, str, str]]:
    rows = []
    for variable in found.variables:
        said = [f"{code} = {clean(label)}" for code, label in sorted(variable.labels.items())]
        if variable.item is not None:
            said += [f"{code} = {words.absences[why]}" for why, code in codes(variable).items()]
        measure = "words" if variable.words else variable.measure
        rows.append((variable.name, variable.label, words.measures[measure], "; ".join(said)))
    return rows


def sav_file(found: Frame, words: FileWords) -> bytes:
    import pandas
    import pyreadstat

    columns: dict[str, list[Any]] = {}
    missing: dict[str, list[Any]] = {}
    labels: dict[str, dict[int | float, str]] = {}
    for variable, column in zip(found.variables, found.columns, strict=True):
        said = codes(variable)
        if variable.words:
            columns[variable.name] = [str(_plain(variable, value)) for value in column]
            continue
        columns[variable.name] = [
            float(said[value] if isinstance(value, Absence) else value)
            for value in column
        ]
        missing[variable.name] = [{"lo": min(said.values()), "hi": max(said.values())}]
        labels[variable.name] = {
            code: _bytes(clean(text), _LONGEST_VALUE_LABEL)
            for code, text in (
                *variable.labels.items(),
                *((code, words.absences[why]) for why, code in said.items()),
            )
        }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answers.sav")
        pyreadstat.write_sav(
            pandas.DataFrame(columns),
            str(path),
            file_label=_bytes(clean(found.title), 60),
            column_labels={v.name: _bytes(v.label, _LONGEST_LABEL) for v in found.variables},
            variable_value_labels=labels,
            missing_ranges=missing,
            variable_measure={v.name: v.measure for v in found.variables},
            row_compress=True,
        )
        return path.read_bytes()


def _bytes(text: str, most: int) -> str:
    """Cut between letters: SPSS counts bytes."""
    return text.encode()[:most].decode(errors="ignore")

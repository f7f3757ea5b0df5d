"""Random answers to every kind of question, and the files read back by other libraries."""

import csv
import random
import string
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerRow, AnswerTable
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Likert,
    Multiple,
    Number,
    Option,
    Ranking,
    Scale,
    Single,
    Text,
    TimeOfDay,
    YesNo,
)
from bot.domain.words import Words
from bot.reports.answer_files import without_mark
from bot.reports.answer_frames import FileWords, Frame, Value, codes

NOW = datetime(2030, 3, 16, tzinfo=UTC)
_NASTY = (
    "=1+1", "+7 900", "-91", "@имя", "'так", "''", "007", "-93", "1e5", "TRUE", "Привет, мир",
    "а;б,в\n«г»\"д\"", "_x0041_", "№ 5 😀", "%", "|calc", "＝1",
    "слово " * 300, "\tтаб", "null", "NaN",
)  # fmt: skip


def say(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


WORDS = FileWords(
    absences={reason: f"«{reason}»" for reason in Absence},
    facts={"id": "Код", "role": "Роль", "form": "Форма", "group": "Группа"},
    groups={("role", "mentee"): "наставляемый"},
    joined="объединено",
    own="своими словами",
    yes_no=("да", "нет"),
    codebook=("Столбец", "Вопрос", "Вид", "Коды"),
    sheets=("Данные", "Словарь", "Итоги", "О файле"),
    measures={"words": "текст", "nominal": "варианты", "ordinal": "шкала", "scale": "число"},
)


def options(*values: str) -> tuple[Option, ...]:
    return tuple(Option(value, say(f"Вариант «{value}»")) for value in values)


def every_kind() -> list[Item]:
    kinds = (
        Scale(low_label=say("совсем нет"), high_label=say("очень")),
        Likert(labels=tuple(say(f"степень {n}") for n in range(5))),
        Single(choices=options("a", "b-1", "c")),
        Multiple(choices=options("x", "y-1", "y_1"), own_words=True),
        Ranking(choices=options("first", "second", "third"), most=2),
        Number(low=-200, high=5000),
        Decimal(low=-1.5, high=99.5, places=2),
        CalendarDate(),
        TimeOfDay(),
        Text(),
        YesNo(yes=say("да"), no=say("нет")),
        Acknowledge(label=say("понятно")),
    )
    return [Item(kind.key, kind, say(f"Вопрос: {kind.key}?"), hard_to_say=True) for kind in kinds]


def an_answer(chance: random.Random, item: Item) -> Any:
    kind = item.kind
    values = [option.value for option in kind.options()]
    if isinstance(kind, Scale | Likert | Number):
        return chance.randint(kind.low, kind.high)
    if isinstance(kind, Decimal):
        return round(chance.uniform(kind.low, kind.high), 2)
    match kind.key:
        case "single":
            return chance.choice(values)
        case "multiple":
            chosen = [value for value in ("x", "y-1", "y_1") if chance.random() < 0.5]
            return {"options": chosen, "own": chance.choice((None, *_NASTY))}
        case "ranking":
            return chance.sample(["first", "second", "third"], 2)
        case "date":
            day = (chance.randint(10, 30), chance.randint(1, 12), chance.randint(1, 28))
            return "20{:02}-{:02}-{:02}".format(*day)
        case "time":
            return f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"
        case "text":
            letters = string.printable + "йцукенЙЦ\u0301\U0001f600\u200f\x00\ufffd"
            return chance.choice((*_NASTY, "".join(chance.choices(letters, k=20)) + "."))
    return kind.key == "acknowledge" or chance.random() < 0.5


def a_table(chance: random.Random, people: int, items: list[Item]) -> AnswerTable:
    def rows() -> Iterator[AnswerRow]:
        for n in range(people):
            answers, absences = {}, {}
            for item in items:
                if chance.random() < 0.8:
                    answers[item.key] = an_answer(chance, item)
                else:
                    absences[item.key] = chance.choice(list(Absence))
            where = {"role": chance.choice(("mentee", "mentor")), "group": chance.choice("АБВ")}
            yield AnswerRow(f"{chance.getrandbits(64):016x}-{n}", where, answers, absences)

    return AnswerTable.of(Questionnaire("q", 1, say("Анкета"), tuple(items), "mentee"), rows(), NOW)


Columns = dict[str, list[Value]]


def columns_of(frame: Frame) -> Columns:
    return {v.name: list(c) for v, c in zip(frame.variables, frame.columns, strict=True)}


def _decoded(frame: Frame, raw: dict[str, list[Any]], *, marks: bool, numbers: bool) -> Columns:
    """By the codebook alone: words that are a code are an absence, marks are taken off."""
    found: Columns = {}
    for variable in frame.variables:
        reasons = {code: reason for reason, code in codes(variable).items()}
        column: list[Value] = []
        for cell in raw[variable.name]:
            if variable.words and isinstance(cell, str | None):
                is_code = marks and cell in {str(code) for code in reasons}
                text = without_mark(cell or "") if marks else (cell or "")
                column.append(reasons[int(text)] if is_code else text)
                continue
            number = float(cell) if numbers else cell
            code = int(number) if number == int(number) else 0
            column.append(reasons.get(code, number))
        found[variable.name] = column
    return found


def read_csv(frame: Frame, content: bytes) -> Columns:
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    raw = {name: [row[n] for row in rows[1:]] for n, name in enumerate(rows[0])}
    return _decoded(frame, raw, marks=True, numbers=True)


def read_xlsx(frame: Frame, content: bytes) -> Columns:
    from openpyxl import load_workbook

    page = load_workbook(BytesIO(content))[WORDS.sheets[0]]
    head, *rows = page.iter_rows(values_only=True)
    raw = {str(name): [row[n] for row in rows] for n, name in enumerate(head)}
    return _decoded(frame, raw, marks=False, numbers=False)


def read_sav(frame: Frame, content: bytes) -> tuple[Columns, Any]:
    import pyreadstat

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.sav")
        path.write_bytes(content)
        raw, about = pyreadstat.read_sav(str(path), user_missing=True, output_format="dict")
    raw = {name: list(values) for name, values in raw.items()}
    return _decoded(frame, raw, marks=True, numbers=True), about

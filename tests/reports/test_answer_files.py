"""Answers come back from CSV, XLSX and SPSS files as they were, absences and nasty words too."""

import random

import pytest

from bot.domain.absences import Absence
from bot.domain.tabulation import tabulate
from bot.reports.answer_files import (
    codebook_rows,
    csv_file,
    marked,
    sav_file,
    without_mark,
    xlsx_file,
)
from bot.reports.answer_frames import codes, frame
from tests.lengths import length
from tests.reports.answers import (
    WORDS,
    a_table,
    columns_of,
    every_kind,
    read_csv,
    read_sav,
    read_xlsx,
)

SETS = length(6, 1000)


@pytest.mark.parametrize("seed", range(SETS))
def test_all_three_files_say_what_was_answered(seed: int) -> None:
    chance = random.Random(seed)
    items = chance.sample(every_kind(), chance.randint(1, len(every_kind())))
    table = a_table(chance, chance.choice((1, 12, 40)), items)
    found = frame(table, tabulate(table), WORDS, "ru")
    true = columns_of(found)
    assert read_csv(found, csv_file(found)) == true
    assert read_xlsx(found, xlsx_file(found, WORDS, ((), ()), ())) == true
    again, _ = read_sav(found, sav_file(found, WORDS))
    assert again == true


def test_spss_knows_labels_measures_and_what_is_missing() -> None:
    table = a_table(random.Random(1), 40, every_kind())
    found = frame(table, tabulate(table), WORDS, "ru")
    _, about = read_sav(found, sav_file(found, WORDS))
    assert about.column_names_to_labels["scale"] == "Вопрос: scale?"
    assert about.variable_value_labels["single"][2] == "Вариант «b-1»"
    assert about.variable_value_labels["scale"][10] == "очень"
    assert about.variable_value_labels["scale"][-92] == WORDS.absences[Absence.HARD_TO_SAY]
    assert about.variable_measure["likert"] == "ordinal"
    assert about.missing_ranges["scale"] == [{"lo": -95.0, "hi": -91.0}]
    assert about.missing_ranges["number"] == [{"lo": -905.0, "hi": -901.0}]  # answers go to -200


def test_every_reason_has_a_number_of_its_own_in_the_codebook() -> None:
    table = a_table(random.Random(2), 40, every_kind())
    found = frame(table, tabulate(table), WORDS, "ru")
    for variable in found.variables[1:]:
        assert len(set(codes(variable).values())) == len(Absence)
    said = {name: rest for name, *_, rest in codebook_rows(found, WORDS)}
    assert "-94 = «not asked»" in said["scale"]
    assert "2 = Вариант «b-1»" in said["single"]


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@a", "|a", "%a", "'a", "''", "＝1", "я", ""])
def test_no_words_begin_like_a_formula_and_the_mark_comes_off(words: str) -> None:
    assert marked(words)[:1] not in tuple("=+-@|%＝")
    assert without_mark(marked(words)) == words


def test_of_fewer_than_ten_texts_none_is_given_away() -> None:
    items = [item for item in every_kind() if item.key in ("text", "multiple")]
    few, many = (a_table(random.Random(3), n, items) for n in (9, 60))
    assert frame(few, tabulate(few), WORDS, "ru").kept_back == ("multiple", "text")
    kept = frame(many, tabulate(many), WORDS, "ru")
    assert kept.kept_back == ()
    assert {"text", "multiple__own"} <= {variable.name for variable in kept.variables}


def test_a_combination_of_groups_in_the_rows_has_five_people() -> None:
    for seed in range(20):
        table = a_table(random.Random(seed), 30, every_kind()[:3])
        found = frame(table, tabulate(table), WORDS, "ru")
        facts = [c for v, c in zip(found.variables, found.columns, strict=True) if v.item is None]
        rows = list(zip(*facts[1:], strict=True))
        assert all(rows.count(row) >= 5 for row in rows)

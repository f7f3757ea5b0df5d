"""A report tells of nobody: whatever is added or taken away in it, nothing is of one to four."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.errors import AnswerEmpty
from bot.domain.meetings import MeetingState
from bot.domain.programme_reports import (
    Fate,
    Number,
    PairRow,
    Span,
    base_line,
    meeting_figures,
    pair_table,
)
from bot.domain.report_texts import tidy_text
from bot.domain.small_cells import small

FORMS = ("one", "two", "three")
ROWS = st.lists(
    st.builds(PairRow, st.sampled_from(FORMS), st.sampled_from(Fate), st.booleans(), st.booleans()),
    max_size=40,
)


def sums_told(parts: Mapping[Any, Number], whole: Number) -> set[int]:
    """What follows of the hidden parts of one total, by taking away."""
    hidden = [one for one, n in parts.items() if n is None]
    if whole is None or not hidden:
        return set()
    return {whole - sum(n for n in parts.values() if n is not None)}


@settings(max_examples=40)
@given(ROWS)
def test_no_number_of_pairs_tells_of_one_to_four(rows: list[PairRow]) -> None:
    table = pair_table(rows, FORMS)
    forms = {line.form: line.at_work for line in table.lines[1:]}
    true = Counter(row.form for row in rows)
    for form, n in forms.items():
        assert n in (None, true[form])
    told = sums_told(forms, table.whole) | sums_told(
        table.lines[0].fates, table.whole
    )
    shown = [n for line in table.lines for n in (line.at_work, *line.fates.values())]
    numbers = {n for n in (*shown, table.begun, table.met) if n is not None} | told
    if table.whole is not None:
        numbers |= {table.whole - n for n in (table.begun, table.met) if n is not None}
    assert not any(small(n) for n in numbers)
    for line in table.lines[1:]:
        if line.at_work is not None and None not in line.fates.values():
            assert sum(filter(None, line.fates.values())) == line.at_work
        # of two numbers of a form neither gives a third one away
        known = [n for n in line.fates.values() if n is not None]
        for size in range(1, len(known) + 1):
            assert not any(
                small((line.at_work or 0) - sum(some)) and line.at_work
                for some in combinations(known, size)
            )


@settings(max_examples=40)
@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.booleans()), st.integers(1, 12)))
def test_no_number_of_a_base_tells_of_one_to_four(people: dict[tuple[str, bool], int]) -> None:
    line = base_line(Role.MENTEE, people)
    numbers = {n for n in (line.people, line.came, *dict(line.kinds).values()) if n is not None}
    numbers |= sums_told(dict(line.kinds), line.people)
    if line.people is not None and line.came is not None:
        numbers.add(line.people - line.came)
    assert not any(small(n) for n in numbers)
    if sum(people.values()) >= 5:
        assert line.people == sum(people.values())


def test_meetings_are_counted_by_the_month_on_the_wall() -> None:
    span = Span(date(2029, 11, 15), date(2030, 1, 10))
    late = datetime.fromisoformat("2029-12-31T20:30:00+00:00")  # already January in Chelyabinsk
    found = meeting_figures(
        [(late, MeetingState.HELD), (late, MeetingState.NOT_HELD)], span, "Asia/Yekaterinburg"
    )
    assert found.months == (
        (date(2029, 11, 1), 0), (date(2029, 12, 1), 0), (date(2030, 1, 1), 1),
    )  # fmt: skip
    assert (found.held, found.not_held) == (1, 1)


def test_a_text_is_lines_without_gaps() -> None:
    assert tidy_text("  раз\n\n\n  два   три \n") == "раз\nдва три"
    with pytest.raises(AnswerEmpty):
        tidy_text(" \n ")

"""The steps of a selection in every order, days of validity, numbers that cannot be read back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import combinations, permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.checks import Check, hash_number, months_later
from bot.domain.errors import CheckInTheFuture, CheckOver, Gone, NumberNotUnderstood
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import searchable
from bot.domain.selection import ORDER, Awaits, Selection, Stage

Act = Callable[[Participation], None]
NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)
TODAY = NOW.date()
HOUSE = UUID(int=1)
ALL = Selection(stages=ORDER, checks=("identity",))
EVERY = [
    Selection(stages=chosen) for n in range(4) for chosen in combinations(ORDER, n)
]  # fmt: skip


@pytest.mark.parametrize("selection", EVERY)
def test_whatever_the_order_of_the_steps_the_decision_comes_after_the_last(
    selection: Selection,
) -> None:
    for order in permutations(ORDER):
        passed: set[Stage] = set()
        for stage in order:
            missing = set(selection.stages) - passed
            waits = selection.awaits(selection.reached(passed))
            assert (waits is Awaits.DECISION) is (not missing)
            passed.add(stage)
        assert selection.awaits(selection.reached(passed)) is Awaits.DECISION


def test_a_step_passed_early_counts_once_the_one_before_it_is_passed() -> None:
    assert ALL.reached({Stage.TRAINED}) is None
    assert ALL.awaits(ALL.reached({Stage.TRAINED})) is Awaits.CHECK
    assert ALL.awaits(ALL.reached({Stage.TRAINED, Stage.CHECKED})) is Awaits.INTERVIEW
    assert ALL.reached(set(ORDER)) is Stage.TRAINED


def test_a_step_that_is_not_needed_is_waited_for_by_nobody() -> None:
    learner = Selection(stages=(Stage.INTERVIEWED, Stage.TRAINED))
    assert learner.awaits(None) is Awaits.INTERVIEW
    assert learner.awaits(Stage.INTERVIEWED) is Awaits.TRAINING
    assert Selection().awaits(None) is Awaits.DECISION


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2030, 3, 12), 12, date(2031, 3, 12)),
        (date(2030, 8, 31), 6, date(2031, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2030, 12, 1), 1, date(2031, 1, 1)),
        (date(2030, 11, 30), 3, date(2031, 2, 28)),
    ],
)
def test_a_document_holds_to_the_same_day_some_months_later(
    day: date, months: int, last: date
) -> None:
    assert months_later(day, months) == last


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 120))
def test_months_later_is_never_off_by_a_month(day: date, months: int) -> None:
    last = months_later(day, months)
    assert (last.year * 12 + last.month) - (day.year * 12 + day.month) == months
    assert last.day <= day.day


def seen(issued: date, expires: date | None) -> Check:
    return Check.seen(
        organisation_id=HOUSE, person_id=uuid4(), kind="x", issued_on=issued, expires_on=expires,
        number_hash=None, by=uuid4(), now=NOW, today=TODAY,
    )  # fmt: skip


def test_a_document_of_tomorrow_or_one_that_is_over_is_not_taken() -> None:
    with pytest.raises(CheckInTheFuture):
        seen(date(2030, 3, 14), None)
    with pytest.raises(CheckOver):
        seen(date(2029, 3, 12), date(2030, 3, 12))
    assert seen(date(2029, 3, 13), TODAY).valid_on(TODAY)  # its last day
    assert not seen(date(2029, 3, 13), TODAY).valid_on(date(2030, 3, 14))


def test_a_number_is_recognised_however_it_is_spaced_and_only_in_its_organisation() -> None:
    known = hash_number("074 / 12345-Е", HOUSE)
    assert known == hash_number("074/12345е", HOUSE)
    assert known != hash_number("074/12346е", HOUSE)
    assert known != hash_number("074/12345е", UUID(int=2))
    assert len(known) == 64
    assert "12345" not in known


@pytest.mark.parametrize("typed", ["", "нет", "12", "x" * 60, "1" * 41, "№ 123"])
def test_what_is_no_number_of_a_document_is_refused(typed: str) -> None:
    with pytest.raises(NumberNotUnderstood):
        hash_number(typed, HOUSE)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Пётр  ЁЛКИН", "петр елкин"),
        ("Йод Крайний", "йод крайний"),
        ("José Núñez", "jose nun\u0303ez"),
        (" Анна\u0301 ", "анна"),
        (None, None),
    ],
)
def test_a_name_is_looked_for_without_capitals_and_dots(name: str | None, kept: str | None) -> None:
    from unicodedata import normalize

    assert searchable(name) == (normalize("NFC", kept) if kept else kept)


def application(state: ParticipationState) -> Participation:
    return Participation(
        organisation_id=HOUSE, programme_id=HOUSE, person_id=uuid4(), role=Role.MENTOR,
        created_at=NOW, state=state,
    )  # fmt: skip


@pytest.mark.parametrize("state", list(ParticipationState))
def test_only_an_application_can_be_decided_and_only_a_decision_reopened(
    state: ParticipationState,
) -> None:
    decided = {ParticipationState.DECLINED, ParticipationState.RESERVE}
    acts: tuple[tuple[Act, set[ParticipationState]], ...] = (
        (lambda p: p.decide(approved=True, by=HOUSE, now=NOW), {ParticipationState.APPLIED}),
        (lambda p: p.decide(approved=False, by=HOUSE, now=NOW), {ParticipationState.APPLIED}),
        (lambda p: p.keep_in_reserve(by=HOUSE, now=NOW), {ParticipationState.APPLIED}),
        (lambda p: p.reopen(NOW), decided),
    )
    for act, allowed in acts:
        one = application(state)
        if state in allowed:
            act(one)
            assert one.state is not state
        else:
            with pytest.raises(Gone):
                act(one)
            assert one.state is state

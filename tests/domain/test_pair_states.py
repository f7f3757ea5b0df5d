"""The table of a pair's life: where it may go, and that nothing leads round it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.pair_states import STEPS, step
from bot.domain.pair_words import About, PairWord, differences, trial_is_good
from bot.domain.pairs import AGREED, CLOSED, ENDED, MEETING, OPEN, Event, Pair, PairState
from bot.domain.silence import LADDER, Rung, climb, quiet_for

NOW = datetime(2030, 3, 13, 12, tzinfo=UTC)
MENTEE, MENTOR = UUID(int=1), UUID(int=2)


def a_pair(state: PairState = PairState.PROPOSED) -> Pair:
    return Pair(
        organisation_id=UUID(int=3),
        programme_id=UUID(int=4),
        form="employer_learner",
        mentee_participation_id=UUID(int=5),
        mentor_participation_id=UUID(int=6),
        mentee_id=MENTEE,
        mentor_id=MENTOR,
        proposed_at=NOW,
        proposed_by=UUID(int=7),
        expires_at=NOW + timedelta(days=7),
        score=80,
        reasons=[],
        state=state,
    )


def test_the_sets_part_all_states() -> None:
    assert set(PairState) == OPEN | ENDED
    assert not OPEN & ENDED
    assert MEETING < AGREED < OPEN
    assert CLOSED < ENDED


def test_every_state_is_reached_and_only_ends_lead_nowhere() -> None:
    reached = {PairState.PROPOSED} | {one.to for one in STEPS if one.to}
    assert reached == set(PairState)
    assert {state for state in PairState if not any(step(e, state) for e in Event)} == ENDED


def test_one_event_leads_one_way_and_what_is_heard_is_a_letter() -> None:
    ways = [(one.event, state) for one in STEPS for state in one.since]
    assert len(ways) == len(set(ways))
    assert {kind for one in STEPS for _, kind in one.hears} <= set(NOTICE_KINDS)
    assert all(one.who for one in STEPS)


@given(some.lists(some.sampled_from(list(Event)), max_size=30))
def test_whatever_happens_a_pair_keeps_to_the_table(events: list[Event]) -> None:
    pair, before_rest = a_pair(), None
    for number, event in enumerate(events):
        now, was = NOW + timedelta(hours=number), pair.state
        way = pair.moved(event, now)
        if way is None:
            assert pair.state is was
            continue
        if event is Event.PAUSE:
            before_rest = was
        expected = before_rest if event is Event.RESUME else way.to
        assert pair.state is expected
        assert (pair.paused_from is not None) == (pair.state is PairState.PAUSED)
        assert (pair.ended_at is not None) == (pair.state in ENDED)
    assert len(pair.history) <= len(events)


def test_the_usual_way_from_the_yes_to_the_goodbye() -> None:
    pair = a_pair()
    for who in (MENTEE, MENTOR):
        pair.answer(who, accepts=True, now=NOW, cleared=True)
    seen = [pair.state]
    for kind in ("intro", "regular", "trial"):
        pair.held(kind, NOW)
        seen.append(pair.state)
    assert pair.asked_of_trial
    for step_taken in (
        pair.moved(Event.CONFIRM, NOW),
        pair.held("planning", NOW),
        pair.planned(NOW),
        pair.begin_closing(NOW),
        pair.complete(NOW),
    ):
        assert step_taken is not None
        assert step_taken.to is not None
        seen.append(step_taken.to)
    assert pair.state is PairState.COMPLETED
    assert seen == ["intro", "trial", "trial", "trial", "confirmed", "planning", "active",
                    "closing", "completed"]  # fmt: skip
    assert pair.reason == "finished"


def test_a_pause_ends_on_its_day_and_not_before() -> None:
    pair = a_pair(PairState.ACTIVE)
    assert pair.pause(NOW, until=NOW + timedelta(days=7))
    assert not pair.resume(NOW + timedelta(days=6))
    assert pair.resume(NOW + timedelta(days=7))
    assert pair.state is PairState.ACTIVE
    assert pair.alive_since == NOW + timedelta(days=7)


def test_who_expects_something_else_waits_for_the_curator() -> None:
    pair = a_pair()
    for who in (MENTEE, MENTOR):
        pair.answer(who, accepts=True, now=NOW, cleared=False, settled=who == MENTEE)
    states = [pair.state]
    for go_on in (pair.resume, pair.settle):  # documents are there; then they have talked
        assert go_on(NOW)
        states.append(pair.state)
    assert states == [PairState.PAUSED, PairState.ACCEPTED, PairState.INTRO]
    assert not pair.settle(NOW)


def word(person_id: UUID, about: About, **said: str) -> PairWord:
    return PairWord(
        organisation_id=UUID(int=3), programme_id=UUID(int=4), pair_id=UUID(int=8),
        person_id=person_id, about=about, said=said, said_at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("theirs", "mentors", "differ"),
    [
        ({"often": "weekly"}, {"often": "weekly"}, ()),
        ({"often": "weekly"}, {"often": "monthly"}, ("often",)),
        ({"often": "any"}, {"often": "monthly"}, ()),
        ({"often": "weekly"}, {}, ()),
        ({"often": "weekly", "where": "online"}, {"often": "monthly", "where": "in-person"},
         ("often", "where")),
    ],
)  # fmt: skip
def test_only_what_both_said_can_differ(
    theirs: dict[str, str], mentors: dict[str, str], differ: tuple[str, ...]
) -> None:
    words = [word(MENTEE, About.EXPECTS, **theirs), word(MENTOR, About.EXPECTS, **mentors)]
    assert differences(words) == differ


def test_a_trial_is_good_when_both_said_nothing_but_yes() -> None:
    yes, no = word(MENTEE, About.TRIAL, go_on="yes"), word(MENTOR, About.TRIAL, go_on="no")
    assert not trial_is_good([yes])
    assert not trial_is_good([yes, no])
    assert trial_is_good([yes, word(MENTOR, About.TRIAL, go_on="yes")])


def test_the_ladder_is_climbed_once_and_has_an_end() -> None:
    done, height = [], 0
    for day in range(400):
        due = climb(quiet=timedelta(days=day), height=height)
        if due is not None:
            done.append((day, due.rung))
            height = due.height
    assert done == [(14, Rung.NUDGE), (21, Rung.ALERT), (35, Rung.NUDGE), (42, Rung.LAST)]


def test_holidays_are_no_silence_of_the_ladder() -> None:
    day, since = NOW.date(), NOW - timedelta(days=30)
    days = [(day - timedelta(days=20), day - timedelta(days=11)),
            (day - timedelta(days=12), day - timedelta(days=9)),  # told twice
            (day + timedelta(days=2), day + timedelta(days=9))]  # fmt: skip
    assert quiet_for(since, NOW, "UTC", ()) == timedelta(days=30)
    assert quiet_for(since, NOW, "UTC", days) == timedelta(days=18)
    assert quiet_for(since, since, "UTC", days) == timedelta()


@given(some.lists(some.integers(min_value=0, max_value=200), min_size=1))
def test_whenever_one_looks_no_rung_comes_twice(days: list[int]) -> None:
    height, taken = 0, []
    for day in sorted(days):
        due = climb(quiet=timedelta(days=day), height=height)
        if due is not None:
            assert due.height > height
            height = due.height
            taken.append(due.height)
    assert len(taken) == len(set(taken)) <= len(LADDER)

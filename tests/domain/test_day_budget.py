"""Once a day a person hears something that nobody asked for; the table of who waits for whom."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.day_budget import TOGETHER, share_out, theme
from bot.domain.ids import new_id
from bot.domain.notice_kinds import NOTICE_KINDS, plan
from bot.domain.notices import Notice

NOW = datetime(2029, 10, 1, 9, tzinfo=UTC)
IGOR, ANNA, HOUSE, LYCEUM = (new_id() for _ in range(4))
# whoever did something waits for these, so that they go at once; a new kind is argued for here
ANSWERS = {
    "guardian-agreed", "offer-call", "offer-day", "offer-thanks", "offer-not-needed",
    "application-approved", "application-declined", "application-reserved",
    "application-reopened", "wishes-open", "round-waits", "pair-proposed", "ward-proposed",
    "next-best", "pair-active", "pair-not-formed", "pair-paused", "pair-resumed", "pair-accepted",
    "pair-expectations", "pair-rests", "pair-asks", "pair-doubt", "pair-confirmed",
    "trial-feedback", "meeting-offered", "meeting-moved", "meeting-to-attend", "meeting-where",
    "series-cancelled", "meeting-agreed", "meeting-cancelled", "poll-offered", "poll-called-off",
    "poll-without-you",
    "poll-no-quorum", "goodbye-begun", "goodbye-over", "thanks-held", "thanks-passed",
    "thanks-returned", "consent-withdrawn", "training-open", "guardianship-ended", "wrong-codes",
    "trouble", "ticket-answered", "pairs-handed-over",
}  # fmt: skip
BOUND_TO_THEIR_HOUR = {"meeting-tomorrow", "meeting-soon", "meeting-receipt", "digest"}


def due(kind: str, to: UUID = IGOR, *, ago: int = 0, house: UUID = HOUSE) -> Notice:
    """Due so many minutes ago."""
    at = NOW - timedelta(minutes=ago)
    return plan(kind, to=to, subject=new_id(), organisation_id=house, due_at=at)


def shared(*notices: Notice, had: tuple[UUID, ...] = (), alone: tuple[Notice, ...] = ()) -> object:
    """([kinds of each message], [kinds that wait])."""
    found = share_out(notices, had=had, alone={one.id for one in alone})
    return [[one.kind for one in group] for group in found.messages], [
        one.kind for one in found.tomorrow
    ]


def test_every_kind_has_its_place() -> None:
    policies = NOTICE_KINDS.items()
    assert {k for k, p in policies if not p.counts and not p.takes_day} == ANSWERS
    assert {k for k, p in policies if p.takes_day} == BOUND_TO_THEIR_HOUR
    assert not {k for k, p in policies if p.counts and p.takes_day}
    for kinds in TOGETHER.values():
        assert all(NOTICE_KINDS[kind].counts for kind in kinds)
    assert sum(map(len, TOGETHER.values())) == len(set().union(*TOGETHER.values()))


CASES = {
    "an answer goes beside anything": (
        ("pair-confirmed", "survey-invitation", "thanks-passed"),
        [["pair-confirmed"], ["survey-invitation"], ["thanks-passed"]], [],
    ),
    "two that cannot be told together: the more urgent one": (
        ("survey-invitation", "pair-nudge"), [["pair-nudge"]], ["survey-invitation"],
    ),
    "what belongs together is one message": (
        ("pair-nudge", "plan-due", "pair-rating"),
        [["pair-nudge", "plan-due", "pair-rating"]], [],
    ),
    "several of one kind are one message": (
        ("pair-nudge", "pair-nudge", "pair-nudge"), [["pair-nudge"] * 3], [],
    ),
    "a reminder of a meeting goes at its hour, and is the message of the day": (
        ("survey-invitation", "meeting-soon", "pair-nudge"),
        [["meeting-soon"]], ["survey-invitation", "pair-nudge"],
    ),
    "two meetings tomorrow are one reminder": (
        ("meeting-tomorrow", "meeting-tomorrow"), [["meeting-tomorrow"] * 2], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", CASES)
def test_what_goes_and_what_waits(story: str) -> None:
    kinds, messages, tomorrow = CASES[story]
    assert shared(*map(due, kinds)) == (messages, tomorrow)


def test_who_has_had_the_message_of_today_hears_answers_and_of_meetings_only() -> None:
    kinds = ("pair-nudge", "meeting-soon", "pair-confirmed")
    assert shared(*map(due, kinds), had=(IGOR,)) == (
        [["meeting-soon"], ["pair-confirmed"]], ["pair-nudge"],
    )  # fmt: skip


def test_of_equally_urgent_ones_the_oldest_goes() -> None:
    assert shared(due("survey-invitation"), due("form-nudge", ago=60)) == (
        [["form-nudge"]], ["survey-invitation"],
    )  # fmt: skip


def test_a_letter_with_a_picture_is_told_alone_and_takes_nobody_along() -> None:
    first, second = due("pair-nudge", ago=9), due("plan-due")
    assert shared(first, second, alone=(first,)) == ([["pair-nudge"]], ["plan-due"])
    assert shared(first, second, alone=(second,)) == ([["pair-nudge"]], ["plan-due"])


def test_two_people_and_two_schools_are_not_mixed() -> None:
    assert shared(due("pair-nudge"), due("pair-nudge", ANNA)) == (
        [["pair-nudge"], ["pair-nudge"]], [],
    )  # fmt: skip
    assert shared(due("pair-nudge"), due("pair-nudge", house=LYCEUM)) == (
        [["pair-nudge"]], ["pair-nudge"],
    )  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(sorted(NOTICE_KINDS)), st.sampled_from([IGOR, ANNA]))),
    st.sets(st.sampled_from([IGOR, ANNA])),
)
def test_whatever_is_due_nobody_hears_twice_a_day_what_can_wait_and_nothing_is_lost(
    kinds: list[tuple[str, UUID]], had: set[UUID]
) -> None:
    notices = [due(kind, to, ago=n) for n, (kind, to) in enumerate(kinds)]
    found = share_out(notices, had=had, alone=())
    gone = [one for group in found.messages for one in group]
    assert sorted(one.id for one in (*gone, *found.tomorrow)) == sorted(n.id for n in notices)
    assert all(NOTICE_KINDS[one.kind].counts for one in found.tomorrow)
    for person in (IGOR, ANNA):
        waits = [g for g in found.messages if g[0].to == person and NOTICE_KINDS[g[0].kind].counts]
        bound = any(g[0].to == person and NOTICE_KINDS[g[0].kind].takes_day for g in found.messages)
        assert len(waits) <= (person not in had and not bound)
        assert all(len({(one.to, theme(one.kind)) for one in g}) == 1 for g in waits)

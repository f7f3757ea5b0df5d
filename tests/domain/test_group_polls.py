"""Who wins a poll of times, how many it needs, and when it ends."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Gone, NothingChosen
from bot.domain.group_polls import LASTS, GroupPoll, PollState, Quorum, end_of, winner
from bot.domain.ids import new_id

NOW = datetime(2030, 3, 11, 9, tzinfo=UTC)
MON, TUE, WED = (NOW + timedelta(days=n) for n in (7, 8, 9))
A, B, C = (UUID(int=n) for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("mentees", "needed"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (10, 6)]
)
def test_a_quorum_is_more_than_half_and_at_least_two(mentees: int, needed: int) -> None:
    assert Quorum().of(mentees) == needed


def test_a_quorum_of_the_profile_counts() -> None:
    assert Quorum(share=99, least=2).of(4) == 4
    assert Quorum(share=0, least=3).of(8) == 3


def test_most_ticks_win_then_the_earliest() -> None:
    assert winner([TUE, MON], {A: [TUE], B: [TUE, MON], C: []}, 2) == TUE
    assert winner([WED, TUE, MON], {A: [TUE, WED], B: [WED, TUE]}, 2) == TUE


def test_too_few_at_every_time_is_nobody() -> None:
    assert winner([MON, TUE], {A: [MON], B: [TUE], C: []}, 2) is None
    assert winner([], {A: [MON], B: [MON]}, 2) is None
    assert winner([MON], {}, 0) is None


@given(
    st.dictionaries(
        st.sampled_from([A, B, C]), st.sets(st.sampled_from([MON, TUE, WED])), max_size=3
    ),
    st.integers(1, 3),
)
def test_the_winner_has_its_quorum_and_nothing_beats_it(
    ticked: dict[UUID, set[datetime]], quorum: int
) -> None:
    def votes(at: datetime) -> int:
        return sum(at in theirs for theirs in ticked.values())

    best = winner([MON, TUE, WED], ticked, quorum)
    if best is None:
        assert max(map(votes, (MON, TUE, WED))) < quorum
        return
    assert votes(best) >= quorum
    assert all(votes(at) < votes(best) for at in (MON, TUE, WED) if at < best)
    assert all(votes(at) <= votes(best) for at in (MON, TUE, WED))


@given(st.integers(1, 60 * 24 * 30))
def test_it_ends_within_two_days_and_before_the_first_time(minutes: int) -> None:
    first = NOW + timedelta(minutes=minutes)
    assert NOW < end_of(first, NOW) < first
    assert end_of(first, NOW) <= NOW + LASTS
    assert end_of(NOW + timedelta(days=3), NOW) == NOW + LASTS


def poll() -> GroupPoll:
    return GroupPoll.offer(
        organisation_id=A, programme_id=A, group_id=new_id(), offered_by=B, times=[TUE, MON],
        place="online", now=NOW,
    )  # fmt: skip


def test_only_times_of_the_poll_can_be_ticked_and_only_until_its_end() -> None:
    asked = poll()
    assert asked.chosen({TUE, MON}, NOW) == [MON.isoformat(), TUE.isoformat()]
    assert asked.chosen(set(), NOW) == []
    with pytest.raises(Gone):
        asked.chosen({WED}, NOW)
    with pytest.raises(Gone):
        asked.chosen({TUE}, asked.ends_at)
    asked.agree(TUE)
    assert (asked.state, asked.at) == (PollState.AGREED, TUE)
    with pytest.raises(Gone):
        asked.chosen({TUE}, NOW)


def test_no_times_are_no_poll() -> None:
    with pytest.raises(NothingChosen):
        GroupPoll.offer(
            organisation_id=A, programme_id=A, group_id=new_id(), offered_by=B, times=[],
            place="online", now=NOW,
        )  # fmt: skip

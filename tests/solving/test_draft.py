"""The draft a curator looks through: the best set of pairs, and who is left over by which rule."""

import random
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.matching import NO_MENTORS, NO_PLACE, Candidate, Problem, broken
from bot.solving.draft import best
from tests.domain.test_matching import FACTS, FORMS, USUAL, mentee, mentor


def asked(mentees: Sequence[Candidate], mentors: Sequence[Candidate], **changes: Any) -> Problem:
    usual: dict[str, Any] = {"forms": FORMS, "facts": FACTS, "tuning": USUAL}
    return Problem(mentees=tuple(mentees), mentors=tuple(mentors), **usual | changes)


CANDIDATES = st.builds(
    lambda slots, formats, needs, load: {
        "slots": frozenset(slots),
        "formats": frozenset(formats),
        "needs": tuple(sorted(needs)),
        "competences": frozenset(needs),
        "capacity": 2,
        "load": load,
    },
    st.sets(st.sampled_from(["mon-14", "tue-16", "sat-14"])),
    st.sets(st.sampled_from(["in-person", "online"])),
    st.sets(st.sampled_from(["drawing", "maths"])),
    st.integers(0, 2),
)


def test_of_two_equal_mentors_the_freer_one_is_proposed() -> None:
    busy, free = mentor(20, capacity=4, load=3), mentor(21, capacity=4)
    draft = best(asked([mentee()], [busy, free]))
    assert draft.proposals[0].mentor is free


def test_a_mentor_is_never_given_more_than_there_are_places() -> None:
    draft = best(asked([mentee(n) for n in (10, 11, 12, 13)], [mentor(capacity=3, load=1)]))
    assert len(draft.proposals) == 2
    assert [(one.mentee.participation_id, one.rule) for one in draft.left_over] == [
        (UUID(int=12), NO_PLACE),
        (UUID(int=13), NO_PLACE),
    ]


def test_left_over_says_which_rule_took_the_last_mentor() -> None:
    one = mentee(slots=frozenset({"sat-14"}))
    others = [mentor(20, kind="teacher"), mentor(21), mentor(22, capacity=0)]
    left = best(asked([one], others)).left_over
    assert [one.rule for one in left] == ["rule-no-shared-slot"]


def test_without_any_mentor_the_reason_says_so() -> None:
    draft = best(asked([mentee()], []))
    assert [one.rule for one in draft.left_over] == [NO_MENTORS]


@settings(max_examples=60, deadline=None)
@given(st.lists(CANDIDATES, max_size=8), st.lists(CANDIDATES, max_size=5), st.randoms())
def test_proposals_keep_the_rules_and_do_not_depend_on_the_order(
    ones: list[dict[str, Any]], others: list[dict[str, Any]], chance: random.Random
) -> None:
    mentees = [mentee(100 + n, **changes) for n, changes in enumerate(ones)]
    mentors = [mentor(200 + n, **changes) for n, changes in enumerate(others)]
    draft = best(asked(mentees, mentors))
    shuffled = best(
        asked(chance.sample(mentees, len(mentees)), chance.sample(mentors, len(mentors)))
    )
    assert draft == shuffled
    assert len(draft.proposals) + len(draft.left_over) == len(mentees)
    loads = {one.participation_id: one.load for one in mentors}
    for proposal in draft.proposals:
        loads[proposal.mentor.participation_id] += 1
        assert broken(proposal.mentee, proposal.mentor, proposal.form, FACTS, USUAL) is None
        assert 0 <= proposal.score <= 100
    assert all(loads[one.participation_id] <= 2 for one in mentors)


def test_nobody_is_left_over_because_another_took_the_only_mentor_that_would_have_done() -> None:
    """What a tool that takes the best pair first gets wrong: it places one, and two could be."""
    picky, easy = mentee(10, slots=frozenset({"tue-16"})), mentee(11)
    only, other = mentor(20), mentor(21, slots=frozenset({"thu-16"}), competences=frozenset())
    draft = best(asked([easy, picky], [only, other]))
    assert {(one.mentee, one.mentor) for one in draft.proposals} == {(picky, only), (easy, other)}
    assert draft.left_over == ()

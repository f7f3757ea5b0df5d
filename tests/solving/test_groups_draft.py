"""A draft in which a form meets in groups: who sits with whom and when, and who is left over."""

import random
from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.matching import NO_GROUP, Candidate, Draft, Tuning
from bot.solving.draft import best
from tests.domain.test_matching import EMPLOYER, PEERS, mentee, mentor, peer
from tests.solving.test_draft import asked

IN_GROUPS = Tuning(group_forms=frozenset({EMPLOYER.key}), smallest_group=2, largest_group=3)
HOURS = st.sets(st.sampled_from(["mon-14", "tue-16", "sat-14"]))


def grouped(mentees: list[Candidate], mentors: list[Candidate], **changes: Any) -> Draft:
    return best(asked(mentees, mentors, **{"tuning": IN_GROUPS} | changes))


def members(draft: Draft) -> dict[int, list[int]]:
    """Mentor's number -> numbers of the members."""
    found: dict[int, list[int]] = {}
    for one in draft.proposals:
        if one.group is not None:
            leader = one.mentor.participation_id.int
            found.setdefault(leader, []).append(one.mentee.participation_id.int)
    return {leader: sorted(some) for leader, some in found.items()}


def at(*hours: str) -> dict[str, Any]:
    return {"slots": frozenset(hours), "formats": frozenset()}


def test_a_group_shares_number_mentor_and_hour() -> None:
    ones = [mentee(n, **at("tue-16", "sat-14")) for n in (10, 11, 12)]
    draft = grouped(ones, [mentor(20, capacity=5, **at("sat-14"))])
    assert members(draft) == {20: [10, 11, 12]}
    assert {(one.group, one.slot) for one in draft.proposals} == {(1, "sat-14")}
    assert (draft.figures["groups"], draft.proof["gap_per_mille"]) == (1, 0)


def test_two_who_share_no_hour_with_each_other_are_no_group() -> None:
    ones = [mentee(10, **at("tue-16")), mentee(11, **at("sat-14"))]
    draft = grouped(ones, [mentor(20, capacity=5, **at("tue-16", "sat-14"))])
    assert draft.proposals == ()
    assert [one.rule for one in draft.left_over] == [NO_GROUP, NO_GROUP]
    assert [help.slot for help in draft.left_over[0].helps] == ["tue-16"]


def test_without_the_rule_of_hours_a_group_has_no_hour() -> None:
    ones = [mentee(10, **at("tue-16")), mentee(11, **at("sat-14"))]
    draft = grouped(
        ones,
        [mentor(20, capacity=5, **at("tue-16"))],
        tuning=replace(IN_GROUPS, off=frozenset({"rule-no-shared-slot"})),
    )
    assert members(draft) == {20: [10, 11]}
    assert {one.slot for one in draft.proposals} == {None}


def test_where_nobody_named_an_hour_none_is_made_up() -> None:
    draft = grouped([mentee(n, **at()) for n in (10, 11)], [mentor(20, capacity=5, **at())])
    assert members(draft) == {20: [10, 11]}
    assert {one.slot for one in draft.proposals} == {None}


def test_other_forms_still_make_pairs() -> None:
    ones = [mentee(n) for n in (10, 11, 12)]
    draft = grouped([*ones, mentee(13, organisation_id=UUID(int=7))], [mentor(20, capacity=3)])
    assert members(draft) == {20: [10, 11, 12]}
    draft = grouped([mentee(10)], [mentor(20, capacity=5), peer(30)])
    assert [(one.group, one.mentor.kind) for one in draft.proposals] == [(None, "learner")]
    assert draft.left_over == ()


def test_who_is_left_over_by_a_rule_hears_the_rule_and_not_the_group() -> None:
    draft = grouped([mentee(10, slots=frozenset({"sat-14"}))], [mentor(20, capacity=5)])
    assert [one.rule for one in draft.left_over] == ["rule-no-shared-slot"]


def test_a_locked_member_stays_though_another_group_would_be_better() -> None:
    ones = [mentee(n) for n in (10, 11, 12)]
    better, worse = mentor(20, capacity=3), mentor(21, capacity=3, competences=frozenset())
    assert members(grouped(ones, [better, worse])) == {20: [10, 11, 12]}
    draft = grouped(ones, [better, worse], locked=((UUID(int=11), UUID(int=21)),))
    assert 11 in members(draft)[21]
    assert draft.figures["locked"] == 1
    assert draft.proof["reached"] == draft.figures["total"]


def test_a_locked_pair_stays_a_pair_where_no_group_can_be_made_of_it() -> None:
    draft = grouped([mentee(10)], [mentor(20, capacity=5)], locked=((UUID(int=10), UUID(int=20)),))
    assert [(one.group, one.mentor.participation_id.int) for one in draft.proposals] == [(None, 20)]


def test_who_stood_together_stays_where_that_is_asked_for() -> None:
    ones = [mentee(n) for n in (10, 11)]
    both = [mentor(20, capacity=3), mentor(21, capacity=3, competences=frozenset())]
    stood = ((UUID(int=10), UUID(int=21)), (UUID(int=11), UUID(int=21)))
    assert members(grouped(ones, both, standing=stood)) == {20: [10, 11]}
    kept = grouped(ones, both, standing=stood, tuning=replace(IN_GROUPS, keep=True))
    assert members(kept) == {21: [10, 11]}
    assert (kept.figures["kept"], kept.proof["gap_per_mille"]) == (2, 0)


def test_places_taken_already_count() -> None:
    ones = [mentee(n) for n in (10, 11, 12)]
    assert grouped(ones, [mentor(20, capacity=4, load=3)]).proposals == ()
    assert len(grouped(ones, [mentor(20, capacity=4, load=2)]).proposals) == 2


def test_a_second_mentor_helps_where_one_is_free_at_the_hour_and_fits_everybody() -> None:
    ones = [mentee(n, **at("tue-16")) for n in (10, 11)]
    hers = {"tuning": replace(IN_GROUPS, second_mentor=True)}
    leads, busy = mentor(20, capacity=3), mentor(21, capacity=1, competences=frozenset())
    away = mentor(22, capacity=3, competences=frozenset(), **at("sat-14"))
    assert members(grouped(ones, [leads, busy, away], **hers)) == {20: [10, 11]}
    helps = mentor(23, capacity=3, competences=frozenset())
    draft = grouped(ones, [leads, busy, away, helps], **hers)
    assert members(draft) == {20: [10, 11], 23: [10, 11]}
    assert {(one.group, one.slot) for one in draft.proposals} == {(1, "tue-16")}
    figures = draft.figures
    assert (figures["placed"], figures["groups"], figures["second_mentors"]) == (2, 1, 1)
    assert (draft.proof["reached"], draft.proof["gap_per_mille"]) == (figures["total"], 0)
    assert members(grouped(ones, [leads, busy, away, helps])) == {20: [10, 11]}


def test_a_locked_second_mentor_stays_though_another_fits_better() -> None:
    ones = [mentee(n) for n in (10, 11)]
    hers = {"tuning": replace(IN_GROUPS, second_mentor=True)}
    three = [mentor(20, capacity=3), mentor(22, capacity=3)]
    helps = mentor(23, capacity=3, competences=frozenset())
    assert members(grouped(ones, [*three, helps], **hers)).keys() == {20, 22}
    twos = [(one, other) for one in (10, 11) for other in (20, 23)]
    locked = tuple((UUID(int=one), UUID(int=other)) for one, other in twos)
    draft = grouped(ones, [*three, helps], locked=locked, **hers)
    assert members(draft) == {20: [10, 11], 23: [10, 11]}


@given(st.lists(HOURS, max_size=8), st.lists(HOURS, max_size=3), st.integers(0, 2), st.randoms())
@settings(max_examples=40, deadline=None)
def test_every_group_keeps_its_promises_and_the_order_does_not_matter(
    ones: list[set[str]], others: list[set[str]], peers: int, chance: random.Random
) -> None:
    mentees = [mentee(100 + n, slots=frozenset(one)) for n, one in enumerate(ones)]
    mentors = [mentor(200 + n, slots=frozenset(one), capacity=3) for n, one in enumerate(others)]
    mentors += [peer(300 + n) for n in range(peers)]
    draft = grouped(mentees, mentors)
    again = grouped(chance.sample(mentees, len(mentees)), chance.sample(mentors, len(mentors)))
    assert draft == again
    assert len(draft.proposals) + len(draft.left_over) == len(mentees)
    groups: dict[int, list[Any]] = {}
    for one in draft.proposals:
        if one.group is None:
            assert one.form is PEERS
        else:
            assert one.form is EMPLOYER
            groups.setdefault(one.group, []).append(one)
    for some in groups.values():
        assert 2 <= len(some) <= 3
        assert len({(one.mentor.participation_id, one.slot) for one in some}) == 1
        slot, people = some[0].slot, [some[0].mentor, *(one.mentee for one in some)]
        named = [one.slots for one in people if one.slots]
        assert (slot is None) == (not named)
        assert all(slot in one for one in named)
    assert draft.proof["placed_bound"] >= len(draft.proposals)

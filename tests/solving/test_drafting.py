"""Drafts of people: locks, kept pairs, vetoes, the dial, figures and proof, and the same bytes."""

import json
import pickle
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from benchmarks.matching_people import shuffled, told, town
from bot.domain.matching import (
    NO_PLACE,
    STABLE,
    Draft,
    Help,
    Problem,
    Tuning,
    Weight,
    broken,
    fitting_form,
    judge,
    last_obstacle,
    ranked,
)
from bot.solving.draft import best, insist
from bot.solving.drafting import Drafting
from tests.domain.test_matching import mentee, mentor
from tests.solving.test_crowd import FORMS as ODD_FORMS
from tests.solving.test_crowd import TUNINGS, crowd
from tests.solving.test_draft import asked


def two(draft: Draft) -> set[tuple[UUID, UUID]]:
    return {(p.mentee.participation_id, p.mentor.participation_id) for p in draft.proposals}


@pytest.mark.parametrize("tuning", TUNINGS)
@pytest.mark.parametrize("seed", range(3))
def test_no_rule_is_broken_and_every_word_of_a_draft_is_true(seed: int, tuning: Tuning) -> None:
    mentees, mentors, facts = crowd(seed)
    problem = Problem(
        mentees=tuple(mentees),
        mentors=tuple(mentors),
        forms=ODD_FORMS,
        facts=facts,
        tuning=tuning,
    )
    draft = best(problem)
    load = Counter(one.mentor.participation_id for one in draft.proposals)
    assert all(load[one.participation_id] <= max(one.capacity - one.load, 0) for one in mentors)
    assert len({one.mentee.participation_id for one in draft.proposals}) == len(draft.proposals)
    for one in draft.proposals:
        assert broken(one.mentee, one.mentor, one.form, facts, tuning) is None
        assert one.form == fitting_form(one.mentee, one.mentor, ODD_FORMS, facts, tuning)
        alone = judge(one.mentee, one.mentor, one.form, facts, tuning)
        assert replace(one, alternatives=()) == alone
        for other in one.alternatives[:1]:
            exact = insist(problem, mentee=one.mentee.participation_id, mentor=other.mentor)
            assert exact == other
    for left in draft.left_over:
        assert left.rule == last_obstacle(left.mentee, mentors, ODD_FORMS, facts, tuning)
    figures = draft.figures
    assert figures["placed"] + len(draft.left_over) == figures["mentees"]
    assert figures["total"] == sum(one.score for one in draft.proposals)
    assert sum(figures["bands"].values()) == len(draft.proposals)
    assert sum(figures["rules_cost"].values()) == len(draft.left_over)
    assert figures["floor_proved"]
    assert draft.proof["gap_per_mille"] == 0
    json.dumps([figures, draft.proof])  # as a run keeps them


@pytest.mark.parametrize("seed", range(3))
def test_one_mentor_more_never_serves_fewer(seed: int) -> None:
    mentees, mentors, facts = crowd(seed, mentees=30, mentors=14)
    served = []
    for number in range(len(mentors) + 1):
        usual = {"forms": ODD_FORMS, "facts": facts}
        served.append(best(asked(mentees, mentors[:number], **usual)).figures["placed"])
    assert served == sorted(served)
    assert served[-1] > served[0] == 0


def test_a_locked_pair_stays_whatever_it_costs_and_takes_its_place() -> None:
    weak, strong = mentee(10, needs=("maths",)), mentee(11)
    only = mentor(20, capacity=1)
    lock = (weak.participation_id, only.participation_id)
    assert two(best(asked([weak, strong], [only]))) == {(UUID(int=11), UUID(int=20))}
    held = best(asked([weak, strong], [only], locked=(lock,)))
    assert two(held) == {lock}
    assert [left.rule for left in held.left_over] == [NO_PLACE]
    assert held.figures["locked"] == 1


def test_a_lock_does_not_outlive_a_veto_nor_the_places_nor_the_people() -> None:
    one, other = mentee(10), mentor(20, capacity=1, vetoed=frozenset({UUID(int=10)}))
    locks = ((UUID(int=10), UUID(int=20)), (UUID(int=77), UUID(int=20)))
    draft = best(asked([one], [other], locked=locks))
    assert draft.proposals == ()
    assert [left.rule for left in draft.left_over] == ["rule-vetoed"]
    room = mentor(20, capacity=1)
    both = tuple((UUID(int=n), UUID(int=20)) for n in (10, 11))
    assert len(best(asked([mentee(10), mentee(11)], [room], locked=both)).proposals) == 1


def test_kept_pairs_stay_where_nobody_loses_a_mentor_by_it() -> None:
    ones = [mentee(10, needs=("maths",)), mentee(11)]
    others = [mentor(20, capacity=1), mentor(21, capacity=1, competences=frozenset({"maths"}))]
    crossed = ((UUID(int=10), UUID(int=20)), (UUID(int=11), UUID(int=21)))
    free = best(asked(ones, others, standing=crossed))
    assert two(free).isdisjoint(crossed)
    assert free.figures["kept"] == 0
    kept = best(asked(ones, others, standing=crossed, tuning=Tuning(keep=True)))
    assert two(kept) == set(crossed)
    assert kept.figures["kept"] == 2
    narrow = replace(others[1], slots=frozenset({"sat-10"}), competences=frozenset())
    late = replace(ones[0], slots=frozenset({"sat-10"}))
    moved = asked(
        [ones[1], late], [others[0], narrow], standing=crossed[1:], tuning=Tuning(keep=True)
    )
    assert best(moved).figures["placed"] == 2


def test_most_are_kept_and_nobody_fewer_is_placed_when_some_leave_and_some_come() -> None:
    before = town(3, 400, 120)
    first = best(before)
    chance = random.Random(5)
    stay = tuple(chance.sample(before.mentors, 118))
    late = town(4, 8, 3).mentees
    after = replace(before, mentors=stay, mentees=before.mentees[4:] + late)
    free = best(after)
    keeping = best(
        replace(after, standing=tuple(two(first)), tuning=replace(after.tuning, keep=True))
    )
    here = {one.participation_id for one in stay}, {one.participation_id for one in after.mentees}
    standing = {(a, b) for a, b in two(first) if b in here[0] and a in here[1]}
    assert keeping.figures["placed"] == free.figures["placed"]
    assert len(standing & two(keeping)) >= 0.94 * len(standing)
    assert len(standing & two(keeping)) > len(standing & two(free))


def test_the_dial_turns_points_into_wishes_and_its_end_is_stable() -> None:
    problem = town(6, 300, 90, wishes=True)
    found = {
        dial: best(replace(problem, tuning=replace(problem.tuning, stability=dial)))
        for dial in (0, 1, 10, STABLE)
    }
    counts = {dial: draft.figures["blocking"] for dial, draft in found.items()}
    assert counts[STABLE] == 0
    assert counts[0] > counts[1] > 0
    assert found[10].figures["placed"] == found[0].figures["placed"]
    assert found[0].proof["gap_per_mille"] == found[10].proof["gap_per_mille"] == 0
    assert found[STABLE].proof["gap_per_mille"] > 0
    assert found[STABLE].figures["placed"] <= found[STABLE].proof["placed_bound"]
    assert best(replace(problem, mentees=())).figures["blocking"] is None


def test_a_stable_answer_names_who_would_be_next_and_promises_no_price() -> None:
    problem = town(6, 300, 90, wishes=True)
    drafting = Drafting(replace(problem, tuning=replace(problem.tuning, stability=STABLE)))
    told = 0
    for one in drafting.draft().proposals:
        allowed = drafting.points.first_of(drafting.mentee_number[one.mentee.participation_id])
        others = {
            drafting.mentors[n].participation_id
            for n in drafting.pairs.mentor[allowed].tolist()
            if drafting.places[n] > 0
        } - {one.mentor.participation_id}
        named = [other.mentor for other in one.alternatives]
        assert set(named) <= others
        assert len(set(named)) == len(named) == min(3, len(others))
        assert all(other.at_least for other in one.alternatives)
        told += bool(named)
    assert told > 100


def test_a_part_that_must_be_takes_the_pair_away_and_says_so() -> None:
    must = Tuning(weights={"competence": Weight.MUST})
    draft = best(asked([mentee(needs=("maths",))], [mentor()], tuning=must))
    assert [left.rule for left in draft.left_over] == ["rule-must-competence"]


def test_who_is_left_says_what_one_more_place_would_help() -> None:
    draft = best(asked([mentee(10), mentee(11)], [mentor(capacity=1)]))
    [left] = draft.left_over
    assert left.helps == (
        Help("employer_learner", "drawing", "thu-16"),
        Help("employer_learner", "drawing", "tue-16"),
    )


def test_a_newcomer_gets_who_fits_and_is_needed_least_by_others() -> None:
    come = mentee(50)
    wanted, spare = mentor(20), mentor(21, slots=frozenset({"tue-16"}))
    problem = asked([], [wanted, spare])
    of_mentors = partial(ranked, come, problem.mentors, forms=problem.forms, facts=problem.facts)
    plain = of_mentors(tuning=problem.tuning)
    dear = of_mentors(tuning=problem.tuning, prices={str(wanted.participation_id): 60})
    assert [one.mentor.participation_id.int for one in plain] == [20, 21]
    assert [one.mentor.participation_id.int for one in dear] == [21, 20]


# --- the same answer


def test_twenty_shufflings_and_another_process_give_the_same_bytes(tmp_path: Path) -> None:
    problem = town(2, 150, 45, wishes=True)
    first = best(problem)
    standing = tuple(sorted(two(first)))[:40]
    problem = replace(problem, locked=standing[:5], standing=standing)
    said = told(best(problem))
    for seed in range(20):
        assert told(best(shuffled(problem, seed))) == said
    file = tmp_path / "problem"
    file.write_bytes(pickle.dumps(shuffled(problem, 99)))
    code = (
        "import pickle, sys; from bot.solving.draft import best; "
        "from benchmarks.matching_people import told; "
        "sys.stdout.buffer.write(told(best(pickle.load(open(sys.argv[1], 'rb')))))"
    )
    for hashes in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code, str(file)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": hashes, "PYTHONPATH": str(Path.cwd())},
        )
        assert done.stdout == said

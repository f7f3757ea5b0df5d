"""A problem packed in pieces is the same problem on the other side."""

from dataclasses import replace

from benchmarks.matching_people import told, town
from bot.domain.matching import Problem
from bot.solving.draft import best
from bot.solving.packing import PIECE, Packing, of_packed


def test_a_problem_arrives_as_it_was_sent_in_small_pieces() -> None:
    problem = town(3, 130, 60, wishes=True)
    twos = tuple(
        (a.participation_id, b.participation_id)
        for a, b in zip(problem.mentees, problem.mentors, strict=False)
    )
    wards = frozenset((a.person_id, b.person_id) for a, b in zip(
        problem.mentors, problem.mentees, strict=False
    ))  # fmt: skip
    sent = replace(
        problem, standing=twos, facts=replace(problem.facts, wards=problem.facts.wards | wards)
    )
    packing = Packing(sent)
    pieces = sum(1 for _ in packing.steps())
    assert pieces >= (130 + 60 + len(twos) + len(wards)) // PIECE
    assert of_packed(_itself, packing.done()) == sent
    assert told(of_packed(best, packing.done())) == told(best(sent))


def _itself(problem: Problem) -> Problem:
    return problem

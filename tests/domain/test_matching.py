"""Who may be proposed to whom, why, and why somebody is left without a proposal."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from bot.domain.matching import (
    PARTS,
    RULES,
    Candidate,
    Facts,
    Reason,
    Tuning,
    allowed,
    broken,
    judge,
    last_obstacle,
    ranked,
)
from bot.domain.matching.traits import Both
from bot.domain.profile import Form
from bot.domain.words import Words

SCHOOL, PLANT = UUID(int=1), UUID(int=2)
EMPLOYER = Form(
    "employer_learner", Words.of({"ru": "Р"}), (), frozenset({"employer"}), frozenset({"student"})
)
PEERS = Form(
    "student_student",
    Words.of({"ru": "С"}),
    (),
    frozenset({"learner"}),
    frozenset({"student"}),
    True,
)
FORMS = (EMPLOYER, PEERS)
USUAL = Tuning()
FACTS = Facts(helps={"drawing": ("drawing", "workplace"), "maths": ("maths",)})


def mentee(number: int = 10, **changes: Any) -> Candidate:
    made = Candidate(
        participation_id=UUID(int=number),
        person_id=UUID(int=number + 1000),
        organisation_id=SCHOOL,
        kind="student",
        birth_year=2009,
        needs=("drawing",),
        slots=frozenset({"tue-16", "thu-16"}),
        formats=frozenset({"in-person"}),
    )
    return replace(made, **changes)


def mentor(number: int = 20, **changes: Any) -> Candidate:
    made = Candidate(
        participation_id=UUID(int=number),
        person_id=UUID(int=number + 1000),
        organisation_id=PLANT,
        kind="employer",
        birth_year=1985,
        competences=frozenset({"drawing"}),
        slots=frozenset({"tue-16", "thu-16"}),
        formats=frozenset({"in-person", "online"}),
    )
    return replace(made, **changes)


def peer(number: int = 30, **changes: Any) -> Candidate:
    return replace(
        mentor(number), kind="learner", organisation_id=SCHOOL, birth_year=2007, **changes
    )


def rule_against(one: Candidate, other: Candidate, form: Form, facts: Facts = FACTS) -> str | None:
    rule = broken(one, other, form, facts, USUAL)
    return rule.key if rule else None


def test_two_who_fit_break_no_rule() -> None:
    assert rule_against(mentee(), mentor(), EMPLOYER) is None
    assert rule_against(mentee(), peer(), PEERS) is None


@pytest.mark.parametrize(
    ("rule", "one", "other", "form", "facts"),
    [
        ("rule-themselves", mentee(), mentor(person_id=mentee().person_id), EMPLOYER, FACTS),
        (
            "rule-own-ward",
            mentee(),
            mentor(),
            EMPLOYER,
            Facts(wards=frozenset({(mentor().person_id, mentee().person_id)})),
        ),
        ("rule-other-form", mentee(), mentor(kind="teacher"), EMPLOYER, FACTS),
        ("rule-other-form", mentee(kind="pupil"), mentor(), EMPLOYER, FACTS),
        ("rule-other-organisation", mentee(), replace(peer(), organisation_id=PLANT), PEERS, FACTS),
        ("rule-younger-mentor", mentee(birth_year=2006), peer(), PEERS, FACTS),
        (
            "rule-tried-before",
            mentee(declined_with=frozenset({mentor().person_id})),
            mentor(),
            EMPLOYER,
            FACTS,
        ),
        (
            "rule-tried-before",
            mentee(),
            mentor(declined_with=frozenset({mentee().person_id})),
            EMPLOYER,
            FACTS,
        ),
        (
            "rule-no-shared-format",
            mentee(),
            mentor(formats=frozenset({"online"})),
            EMPLOYER,
            FACTS,
        ),
        ("rule-no-shared-slot", mentee(), mentor(slots=frozenset({"wed-16"})), EMPLOYER, FACTS),
        ("rule-no-place", mentee(), mentor(capacity=2, load=2), EMPLOYER, FACTS),
    ],
)
def test_each_hard_rule_forbids_its_pair(
    rule: str, one: Candidate, other: Candidate, form: Form, facts: Facts
) -> None:
    assert rule_against(one, other, form, facts) == rule
    assert not list(allowed(one, [other], [form], facts, USUAL))
    assert last_obstacle(one, [other], [form], facts, USUAL) == rule


def test_every_rule_has_its_own_key() -> None:
    keys = [rule.key for rule in RULES]
    assert len(keys) == len(set(keys))


def test_what_is_not_known_forbids_nothing() -> None:
    unknown: dict[str, Any] = {"birth_year": None, "slots": frozenset(), "formats": frozenset()}
    assert rule_against(mentee(**unknown), mentor(), EMPLOYER) is None
    assert rule_against(mentee(), mentor(**unknown), EMPLOYER) is None


def test_a_mentor_of_the_same_year_is_not_younger() -> None:
    assert rule_against(mentee(birth_year=2007), peer(), PEERS) is None


def test_an_adult_mentor_is_not_compared_by_age() -> None:
    assert rule_against(mentee(birth_year=1980), mentor(), EMPLOYER) is None


def test_a_learner_of_unknown_level_fits_forms_for_pupils_and_for_students() -> None:
    assert rule_against(mentee(kind="learner"), mentor(), EMPLOYER) is None


def test_reasons_are_keys_with_catalogue_values() -> None:
    found = judge(mentee(needs=("drawing", "maths")), mentor(), EMPLOYER, FACTS, USUAL)
    assert found.reasons == (
        Reason("reason-competence", (("what", "drawing"), ("competence", "drawing"))),
        Reason("reason-slot", (("slot", "thu-16"),)),
        Reason("reason-slot", (("slot", "tue-16"),)),
        Reason("reason-format", (("format", "in-person"),)),
    )
    assert found.lacks == (Reason("lack-competence", (("what", "maths"),)),)
    assert found.reasons[0].as_dict() == {
        "key": "reason-competence",
        "args": {"what": "drawing", "competence": "drawing"},
    }


def test_another_competence_may_answer_a_need() -> None:
    found = judge(mentee(), mentor(competences=frozenset({"workplace"})), EMPLOYER, FACTS, USUAL)
    assert found.reasons[0].args == (("what", "drawing"), ("competence", "workplace"))


def test_what_is_missing_is_said() -> None:
    one = mentee(own_need="робот", formats=frozenset({"in-person", "online"}))
    other = mentor(competences=frozenset(), formats=frozenset({"online"}), slots=frozenset())
    assert [lack.key for lack in judge(one, other, EMPLOYER, FACTS, USUAL).lacks] == [
        "lack-competence", "lack-own-need", "lack-slot", "lack-format",
    ]  # fmt: skip


def test_a_perfect_match_scores_100_and_more_shared_scores_more() -> None:
    one = mentee(interests=frozenset({"cars"}))
    best = mentor(interests=frozenset({"cars"}))
    assert judge(one, best, EMPLOYER, FACTS, USUAL).score == 100
    fewer = judge(one, mentor(slots=frozenset({"tue-16"})), EMPLOYER, FACTS, USUAL)
    none = judge(one, mentor(competences=frozenset()), EMPLOYER, FACTS, USUAL)
    assert 100 > fewer.score > none.score


def test_a_mentee_who_said_little_is_judged_by_what_was_said() -> None:
    silent = mentee(needs=(), slots=frozenset(), formats=frozenset())
    assert judge(silent, mentor(), EMPLOYER, FACTS, USUAL).score == 100


def test_the_form_of_a_pair_is_the_first_that_fits() -> None:
    by_kind = {
        one.mentor.kind: one.form.key
        for one in ranked(mentee(), [mentor(), peer()], forms=FORMS, facts=FACTS, tuning=USUAL)
    }
    assert by_kind == {"employer": "employer_learner", "learner": "student_student"}


def test_other_mentors_come_in_order_of_fit() -> None:
    others = [mentor(20, competences=frozenset()), mentor(21), mentor(22, slots=frozenset())]
    found = ranked(mentee(), others, forms=FORMS, facts=FACTS, tuning=USUAL)
    assert [one.mentor.participation_id.int for one in found] == [21, 22, 20]


def test_every_part_is_a_share_of_a_thousand_and_weighs_at_most_in_full() -> None:
    one = mentee(interests=frozenset({"cars"}), wishes=frozenset({"near-age"}), waiting_days=900)
    other = mentor(ages=(10, 12), ranks={one.participation_id: 1})
    both = Both(one, other, EMPLOYER, replace(FACTS, year=2026))
    for part in PARTS:
        assert 0 <= part.share(both) <= 1000
        assert 0 <= part.weighs(both) <= 1000

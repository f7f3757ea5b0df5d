"""What somebody is thanked for: one rule for each sort, and no degrees."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.efforts import Effort, EffortOf, reached
from bot.domain.profile import Profile
from bot.domain.words import Words
from bot.profiles.content import ContentError, Node
from bot.profiles.efforts import efforts

WORDS = {"ru": "за {least}", "en": "for {least}"}
RULE = {"least": {"mentor": 3}, "title": WORDS, "rule": WORDS}


def rule(of: EffortOf, **least: int) -> Effort:
    said = Words.of(WORDS)
    return Effort(of, {Role(role): number for role, number in least.items()}, said, said)


def test_a_rule_is_met_by_those_it_is_about() -> None:
    known = (rule(EffortOf.MEETINGS, mentor=3, mentee=2), rule(EffortOf.TRAINING, mentor=1))
    done = {EffortOf.MEETINGS: 2, EffortOf.TRAINING: 1, EffortOf.ANSWERS: 9}
    assert reached(known, Role.MENTOR, done) == (EffortOf.TRAINING,)
    assert reached(known, Role.MENTEE, done) == (EffortOf.MEETINGS,)
    assert reached(known, Role.ALUMNUS, done) == ()
    assert reached(known, Role.MENTOR, {}) == ()


@given(st.dictionaries(st.sampled_from(list(EffortOf)), st.integers(0, 50)), st.integers(1, 20))
def test_more_than_enough_is_no_more_than_enough(done: dict[EffortOf, int], more: int) -> None:
    known = tuple(rule(of, mentor=5) for of in EffortOf)
    met = reached(known, Role.MENTOR, done)
    again = {of: number + (more if of in met else 0) for of, number in done.items()}
    assert reached(known, Role.MENTOR, again) == met


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({"medals": RULE}, "unknown key"),
        ({"meetings": {**RULE, "least": {}}}, "a role is needed"),
        ({"meetings": {**RULE, "least": {"mentor": 0}}}, "one at least"),
        ({"meetings": {**RULE, "least": {"curator": 1}}}, "unknown key"),
        ({"training": {**RULE, "least": {"mentee": 1}}}, "only mentors"),
        ({"answers": {**RULE, "rule": {"ru": "{count}", "en": "x"}}}, "only {least}"),
    ],
)
def test_a_wrong_rule_is_named_by_its_place(content: Any, why: str) -> None:
    with pytest.raises(ContentError, match=why):
        efforts(Node(content, "efforts.yaml:"))


def test_the_profile_thanks_for_what_the_glossary_names(profile: Profile) -> None:
    assert [one.of for one in profile.efforts] == list(EffortOf)
    assert profile.effort(EffortOf.MEETINGS) is profile.efforts[0]

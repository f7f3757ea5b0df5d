"""What is typed of a name, and which ready answer a question may be about."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import faq
from bot.domain.access import Role
from bot.domain.name_search import SHORTEST_STEM, tries
from bot.domain.people import searchable
from bot.domain.profile import Profile


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ОРЛОВ", "Дима Орлов"),
        ("рлов", "Дима Орлов"),
        ("орлову диме", "Дима Орлов"),
        ("Орловй", "Дима Орлов"),
        ("семен", "Семён Жук"),
        ("Семёён", "Семён Жук"),
        ("ли", "Ли Ван"),
    ],
)
def test_a_name_is_found_by_its_beginning_its_case_and_a_slip_at_the_end(
    typed: str, name: str
) -> None:
    bare = searchable(name) or ""
    assert any(all(stem in bare for stem in stems) for stems in tries(typed))


@settings(max_examples=25)
@given(st.text(alphabet="аёйЯz% _\u0301", max_size=70))
def test_the_first_try_is_strict_and_each_next_one_finds_no_less(typed: str) -> None:
    found = list(tries(typed))
    for strict, loose in pairwise(found):
        assert all(s.startswith(one) for s, one in zip(strict, loose, strict=True))
        both = zip(strict, loose, strict=True)
        assert all(len(one) >= min(SHORTEST_STEM, len(s)) for s, one in both)
    assert len(found) <= 4
    assert (not found) == (not (searchable(typed[:60]) or "").split())


def test_a_question_is_led_to_the_answer_that_is_there_already(profile: Profile) -> None:
    of_mentee = faq.of_role(profile.faq, frozenset({Role.MENTEE}))
    likely = {
        "А как часто мы должны встречаться?": "how-often-meet",
        "партнёр не отвечает вторую неделю": "silent-partner",
        "хочу сменить пару": "change-partner",
        "кто видит данные": "who-sees-my-data",
    }
    for typed, key in likely.items():
        assert key in [one.key for one in faq.alike(typed, of_mentee)], typed
    for typed in ("", "ок", "Спасибо!", "Где столовая?"):
        assert faq.alike(typed, of_mentee) == ()
    assert all(Role.MENTEE in one.roles for one in of_mentee)

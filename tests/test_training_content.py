"""The training that ships is whole, and a mistake in it is named by its file and its place."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.profile import MENTOR_KINDS, Profile
from bot.domain.training import Module, left
from bot.domain.words import Words
from bot.profiles import PROFILES, ProfileError, available, load_profile

EVERY_PROFILE = pytest.mark.parametrize(
    "profile", [load_profile(key) for key in available()], ids=available()
)
EVERY_MODULE = pytest.mark.parametrize(
    "module", load_profile("chelyabinsk").training, ids=lambda module: module.key
)
COMMON = ("basics", "ethics", "communication", "goals", "meetings", "safety", "closing")
LONGEST_SCREEN = 900  # characters of a question with its choices: one phone
POLITE = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*|\w+(?:ите|ете|йте|ьте)(?:сь)?)\b", re.IGNORECASE)
NOT_POLITE = {"вместе", "сайте", "ответе", "билете", "предмете", "свете", "защите"}
QUOTED = re.compile(r"«[^»]*»")
GENDERED = re.compile(r"\w\((?:а|ла|ся|ась)\)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROFILES, tmp_path / "profiles"))


def words_of(module: Module) -> Iterator[Words]:
    yield module.title
    yield from module.cards
    if module.pledge is not None:
        yield module.pledge
    for question in module.questions:
        yield question.text
        for choice in question.choices:
            yield choice.text
            yield choice.why


def test_the_eight_modules_ship_with_a_pack_for_every_form(profile: Profile) -> None:
    assert [one.key for one in profile.training if not one.forms] == list(COMMON)
    assert {form for one in profile.training for form in one.forms} == {
        form.key for form in profile.forms
    }
    assert {one.number for one in profile.training} == set(range(1, 9))


def test_only_the_tips_are_optional_and_only_ethics_has_a_pledge(profile: Profile) -> None:
    assert [one.key for one in profile.training if one.optional] == ["closing"]
    assert [one.key for one in profile.training if one.pledge] == ["ethics"]


def test_safety_must_be_right_and_the_rest_well_enough(profile: Profile) -> None:
    assert {one.key: one.pass_percent for one in profile.training if one.pass_percent != 70} == {
        "safety": 100
    }


@EVERY_PROFILE
@pytest.mark.parametrize("kind", MENTOR_KINDS)
def test_every_kind_of_mentor_has_a_course_to_pass(profile: Profile, kind: str) -> None:
    forms = {form.key for form in profile.forms if kind in form.mentor_kinds}
    needed = left([m for m in profile.training if not m.forms or m.forms & forms], ())
    assert 6 <= len(needed) <= 7
    assert 45 <= sum(module.minutes for module in needed) <= 120


@EVERY_MODULE
def test_a_card_fits_a_phone_and_has_a_headline(module: Module) -> None:
    for card in module.cards:
        for variant, text in card.texts:
            headline, _, rest = text.partition("\n")
            assert 150 <= len(text) <= 500, (variant, headline, len(text))
            assert rest.strip()


@EVERY_MODULE
def test_a_question_with_its_choices_fits_a_phone(module: Module) -> None:
    for question in module.questions:
        for locale in ("ru", "en"):
            shown = [question.text.say(locale), *(c.text.say(locale) for c in question.choices)]
            assert sum(map(len, shown)) <= LONGEST_SCREEN


@EVERY_MODULE
def test_the_right_choice_does_not_stand_in_the_same_place_each_time(module: Module) -> None:
    assert len({question.right for question in module.questions}) > 1


@EVERY_MODULE
def test_russian_is_russian_and_english_is_english(module: Module) -> None:
    known = {"SMART", "KPI"}
    for words in words_of(module):
        for variant, text in words.texts:
            if variant == "en":
                assert not re.search("[а-яё]", text, re.IGNORECASE), text
            else:
                assert set(re.findall("[A-Za-z]+", text)) <= known, text
                assert not GENDERED.search(text), text


@EVERY_MODULE
def test_the_informal_reader_never_reads_the_polite_you(module: Module) -> None:
    """Phrases in quotes are what is said to somebody else."""
    said = {}
    for words in words_of(module):
        text = QUOTED.sub("", words.say("ru", "ty"))
        found = {word for word in POLITE.findall(text) if word.lower() not in NOT_POLITE}
        if found:
            said[text[:60]] = sorted(found)
    assert said == {}


@EVERY_MODULE
def test_the_formal_reader_never_reads_the_informal_you(module: Module) -> None:
    informal = re.compile(r"\b(?:ты|тебя|тебе|тобой|тво\w+|\w+(?:ешь|ишь)(?:ся)?)\b", re.IGNORECASE)
    said = {}
    for words in words_of(module):
        found = set(informal.findall(QUOTED.sub("", words.say("ru", "vy")))) - {"лишь"}
        if found:
            said[words.say("ru")[:60]] = sorted(found)
    assert said == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("basics", "        right: true\n", "", "exactly one choice must be right"),
        ("basics", "key: homework", "key: late", "a question's key stands twice"),
        ("basics", "pass_percent: 70", "pass_percent: 170", "whole percent from 1 to 100"),
        ("basics", "key: basics", "key: other", "is not the name of the file"),
        ("basics", "number: 1\n", "number: 2\n", "number 2 is that of"),
        ("basics", "{вы учитесь|ты учишься}", "{вы учитесь", "braces"),
        ("basics", "en: What mentoring is", "en: ''", "empty"),
        ("form-pupil-pupil", "[pupil_pupil]", "[pupil_pupl]", "unknown 'pupil_pupl'"),
        ("basics", "Наставник делится опытом\n", f"{'Наставник ' * 7}\n", "headline"),
    ],
)
def test_a_mistake_is_named_by_its_file(
    root: Path, file: str, old: str, new: str, said: str
) -> None:
    path = root / "chelyabinsk" / "training" / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile("chelyabinsk", root)
    [problem] = caught.value.problems
    assert said in problem
    assert "training/" in problem


def test_a_profile_may_replace_one_module_of_another(root: Path) -> None:
    own = root / "federal" / "training"
    own.mkdir()
    text = (root / "chelyabinsk" / "training" / "goals.yaml").read_text("utf-8")
    (own / "goals.yaml").write_text(text.replace("minutes: 10", "minutes: 25"), "utf-8")
    minutes = {m.key: m.minutes for m in load_profile("federal", root).training}
    assert (minutes["goals"], minutes["basics"]) == (25, 10)


def test_a_profile_shows_the_packs_of_its_own_forms_only() -> None:
    federal = load_profile("federal")
    keys = {one.key for one in federal.training}
    assert "form-employer-learner" in keys
    assert "form-student-student" not in keys
    forms = {form.key for form in federal.forms}
    assert all(one.forms <= forms for one in federal.training)

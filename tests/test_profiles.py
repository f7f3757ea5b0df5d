"""The content that ships is complete, and a mistake in content is named by file and key."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.domain.consents import BY_KIND
from bot.domain.moments import WEEKDAYS
from bot.domain.profile import Profile
from bot.domain.questions import Multiple
from bot.domain.words import Words
from bot.profiles import PROFILES, ProfileError, available, load_lexicon, load_profile
from bot.profiles.content import ContentError

LONGEST_MESSAGE = 4000  # of the stricter messenger
LONGEST_LABEL = {1: 36, 2: 18, 3: 12}  # by columns: what a telephone shows beside a tick
ASKED_RU = (  # what a consent must speak about: purpose, data, readers, term, withdrawal
    "Зачем",
    "Какие данные|Что мы храним",
    "Кто видит",
    "Срок|Сколько храним",
    "[Оо]тозвать|передумать",
)
ASKED_EN = (
    "Why",
    "Which data|What we keep",
    "Who sees",
    "How long",
    "take it back|change your mind",
)
EVERY_PROFILE = pytest.mark.parametrize(
    "profile", [load_profile(key) for key in available()], ids=available()
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the content, to be spoiled."""
    return Path(shutil.copytree(PROFILES, tmp_path / "profiles"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def every_words(profile: Profile) -> list[Words]:
    found = [profile.name]
    for form in profile.forms:
        found += [form.title, *(variant.title for variant in form.variants)]
    for options in profile.catalogues.values():
        found += [option.label for option in options]
    for consent in profile.consents.values():
        found += [consent.title, consent.short, consent.full]
    for reason in profile.declines:
        found += [reason.label, reason.letter]
    for questionnaire in profile.questionnaires.values():
        found.append(questionnaire.title)
        for item in questionnaire.items:
            found += [item.text, *([item.hint] if item.hint else [])]
    return found


def test_the_region_and_the_federal_model_ship() -> None:
    assert available() == ("chelyabinsk", "federal")


@EVERY_PROFILE
def test_the_four_questionnaires_ship(profile: Profile) -> None:
    assert set(profile.questionnaires) >= {
        "intake-mentee", "intake-mentor", "intake-alumnus", "wave-mid",
    }  # fmt: skip
    assert len(profile.questionnaires["wave-mid"].items) == 5


@EVERY_PROFILE
def test_russian_words_are_russian_and_english_words_are_english(profile: Profile) -> None:
    cyrillic = re.compile("[а-яё]", re.IGNORECASE)
    for words in every_words(profile):
        for variant, text in words.texts:
            if variant == "en":
                assert not cyrillic.search(text), text
            else:
                assert cyrillic.search(text) or not re.search("[a-z]{3}", text), text


@EVERY_PROFILE
def test_no_text_guesses_the_gender_of_the_reader(profile: Profile) -> None:
    slips = re.compile(
        r"\b\w+л\(а\)|\w+\((а|ла|на)\)|\b(согласен|согласна|рад|рада|готов|готова)\b"
    )
    for words in every_words(profile):
        for _, text in words.texts:
            assert not slips.search(text.casefold()), text


@EVERY_PROFILE
def test_the_informal_variant_never_says_the_polite_you(profile: Profile) -> None:
    """Forms of the polite "you" that cannot mean the two of a pair."""
    polite = re.compile(
        r"\b(вас зовут|вам удобн\w+|вам интересн\w+|отметьте|выберите|вы разрешаете)\b"
    )
    for words in every_words(profile):
        assert not polite.search(words.as_dict().get("ru-ty", "").casefold())


@EVERY_PROFILE
def test_every_question_of_a_mentee_sounds_informal_where_it_must(profile: Profile) -> None:
    for item in profile.questionnaires["intake-mentee"].items:
        said = item.text.say("ru", "ty") + (item.hint.say("ru", "ty") if item.hint else "")
        assert not re.search(r"\b(вы|вас|вам|ваш\w*)\b", said.casefold()), said


@EVERY_PROFILE
def test_labels_fit_buttons(profile: Profile) -> None:
    for questionnaire in profile.questionnaires.values():
        for item in questionnaire.items:
            longest = LONGEST_LABEL[min(item.kind.columns, 3)]
            for option in item.kind.options():
                for text in option.label.every():
                    assert len(text) <= longest, (questionnaire.key, item.key, text)


@EVERY_PROFILE
def test_consents_are_documents_of_their_own_with_all_the_law_asks(profile: Profile) -> None:
    assert set(profile.consents) == set(BY_KIND)
    for consent in profile.consents.values():
        made = consent.filled(organisation="Колледж № 1", curator="Анна Петрова")
        for words in (made.title, made.short, made.full):
            for _, text in words.texts:
                assert "{" not in text
                assert len(text) < LONGEST_MESSAGE
        for variant, text in made.full.texts:
            assert "/privacy" in text
            assert "Колледж № 1" in text
            assert "Анна Петрова" in text
            if not BY_KIND[consent.kind].binds:
                continue  # a notice for a child: shorter, and signed by nobody
            asked = ASKED_EN if variant == "en" else ASKED_RU
            for topic in asked:
                assert re.search(topic, text), (consent.kind, variant, topic)


def test_the_proof_of_a_consent_changes_with_what_was_shown() -> None:
    consent = load_profile("chelyabinsk").consents["processing-minor"]
    made = consent.filled(organisation="Школа", curator="Анна")
    hashes = {
        made.hash("ru", "ty"),
        made.hash("ru"),
        made.hash("en"),
        consent.filled(organisation="Школа", curator="Олег").hash("ru"),
    }
    assert len(hashes) == 4
    again = consent.filled(organisation="Школа", curator="Анна")
    assert again.hash("en") == made.hash("en")


@EVERY_PROFILE
def test_free_time_is_a_grid_of_weekdays_and_hours(profile: Profile) -> None:
    slots = [option.value for option in profile.catalogues["slots"]]
    workdays = [f"{day}-{hour}" for day in WEEKDAYS[:5] for hour in (14, 16, 18)]
    assert slots == [*workdays, *(f"sat-{hour}" for hour in (10, 12, 14, 16, 18))]


@EVERY_PROFILE
def test_both_sides_choose_from_the_same_catalogues(profile: Profile) -> None:
    mentee, mentor = (profile.questionnaires[f"intake-{who}"] for who in ("mentee", "mentor"))
    for key in ("interests", "free_time", "formats"):
        one, other = mentee.item(key), mentor.item(key)
        assert one is not None
        assert other is not None
        assert list(one.kind.options()) == list(other.kind.options())
    needs = mentee.item("needs")
    assert needs is not None
    assert isinstance(needs.kind, Multiple)
    assert (needs.kind.most, needs.kind.own_words) == (3, True)
    assert set(profile.helps) == {option.value for option in needs.kind.choices}


@EVERY_PROFILE
def test_the_kinds_a_mentor_may_say_are_those_the_forms_know(profile: Profile) -> None:
    item = profile.questionnaires["intake-mentor"].item("kind")
    assert item is not None
    offered = {option.value for option in item.kind.options()}
    assert offered >= set().union(*(form.mentor_kinds for form in profile.forms))


def test_the_federal_model_takes_from_the_region_what_it_does_not_say_itself() -> None:
    federal, region = load_profile("federal"), load_profile("chelyabinsk")
    assert federal.timezone == "Europe/Moscow"
    assert federal.form("teacher_teacher") is not None
    assert region.form("teacher_teacher") is None
    assert region.form("student_student") is not None
    assert "employer-assessment" in region.questionnaires  # of employers and students
    assert federal.questionnaires == {
        key: one for key, one in region.questionnaires.items() if key != "employer-assessment"
    }
    assert federal.waves.template("employer") is None
    assert region.waves.template("employer") is not None
    assert federal.quiet_from == region.quiet_from


def test_pupils_and_student_mentors_are_addressed_informally() -> None:
    region = load_profile("chelyabinsk")
    assert [
        region.tone("mentee"),
        region.tone("mentor", "learner"),
        region.tone("mentor", "employer"),
        region.tone("curator"),
    ] == ["ty", "ty", "vy", "vy"]


def test_a_target_holds_until_the_next_one_is_set() -> None:
    share = next(one for one in load_profile("chelyabinsk").indicators if one.key == "k1a")
    assert [share.target(year) for year in (2019, 2020, 2022, 2030)] == [None, 10, 35, 70]


def test_a_value_that_left_its_catalogue_reads_as_itself() -> None:
    region = load_profile("chelyabinsk")
    assert region.label("slots", "tue-16", "ru") == "Вт 16–18"
    assert region.label("needs", "latin", "ru") == "latin"


FILES = "chelyabinsk"
SPOILT: list[tuple[str, str, str, str]] = [
    (
        "forms.yaml",
        "[learner]",
        "[lerner]",
        "forms.yaml: forms[0].mentor_kinds[0]: unknown 'lerner'",
    ),
    ("forms.yaml", "    mentee_kinds:", "    mentee_kind:", "forms[0]: 'mentee_kinds' is missing"),
    ("forms.yaml", "key: student_pupil", "key: pupil_pupil", "'pupil_pupil' stands twice"),
    ("catalogues.yaml", "en: Maths", "de: Mathe", "needs[0].label: missing in en"),
    ("catalogues.yaml", "maths: [maths]", "maths: [algebra]", "helps.maths[0]: unknown 'algebra'"),
    ("catalogues.yaml", "  maths: [maths]\n", "", "helps: 'maths' is missing"),
    ("catalogues.yaml", "value: maths", "value: Maths!", "needs[0].value: a key is made of"),
    (
        "consents.yaml",
        "организации {organisation}",
        "колледжу",
        "processing-adult.full: ru does not name",
    ),
    (
        "consents.yaml",
        'version: "2026-09-01"',
        "version: 3",
        "processing-adult.version: a text is needed",
    ),
    ("profile.yaml", '"21:00"', '"9 pm"', "profile.yaml: quiet_from: a time like '21:00'"),
    ("profile.yaml", "Asia/Yekaterinburg", "Asia/Nowhere", "timezone: no such time zone"),
    ("profile.yaml", "adult: 18", "adult: many", "ages.adult: a whole number is needed"),
    ("profile.yaml", "proposal_days", "propose_days", "propose_days: unknown key"),
    ("profile.yaml", "[mentee, mentor-learner]", "[pupil]", "informal[0]: unknown 'pupil'"),
    ("indicators.yaml", "{2024: 70}", "{2024: 700}", "indicators[0].targets.2024: a target is"),
    ("declines.yaml", "key: time", "key: format", "'format' stands twice"),
    ("declines.yaml", "key: time", "key: [", "declines.yaml: cannot be read"),
    ("declines.yaml", "roles: [mentor]", "roles: [guardian]", "roles[0]: unknown 'guardian'"),
    (
        "questionnaires/wave-mid.yaml",
        "kind: scale",
        "kind: slider",
        "items[0].kind: unknown 'slider'",
    ),
    ("questionnaires/wave-mid.yaml", "low: 1", "lowest: 1", "items[0]: kind 'scale' does not fit"),
    ("questionnaires/wave-mid.yaml", "key: comfort", "key: useful", "the key is used twice"),
    (
        "questionnaires/wave-mid.yaml",
        "key: wave-mid",
        "key: wave-end",
        "is not the name of the file",
    ),
    (
        "questionnaires/wave-mid.yaml",
        "optional: true",
        "optional: maybe",
        "true or false is needed",
    ),
    (
        "questionnaires/intake-mentee.yaml",
        "choices: needs",
        "choices: wants",
        "items[5].choices: unknown 'wants'",
    ),
    (
        "questionnaires/intake-mentee.yaml",
        "  - key: wishes",
        "  - key: wishes\n    key: wish",
        "the key 'key' stands twice",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), SPOILT)
def test_a_mistake_is_named_by_its_file_and_its_place(
    root: Path, file: str, old: str, new: str, message: str
) -> None:
    spoil(root / FILES / file, old, new)
    with pytest.raises(ProfileError) as wrong:
        load_profile("chelyabinsk", root)
    assert message in str(wrong.value)
    assert f"chelyabinsk/{file}:" in str(wrong.value)
    assert len(wrong.value.problems) == 1


def test_every_applicant_can_be_declined_kindly(root: Path) -> None:
    file = root / FILES / "declines.yaml"
    file.write_text(file.read_text("utf-8").replace("[alumnus]", "[mentee]"), "utf-8")
    with pytest.raises(ProfileError, match="no reason is for the role 'alumnus'"):
        load_profile("chelyabinsk", root)


def test_mistakes_in_several_files_are_named_together(root: Path) -> None:
    spoil(root / FILES / "forms.yaml", "[learner]", "[lerner]")
    spoil(root / FILES / "declines.yaml", "key: time", "key: format")
    spoil(root / FILES / "questionnaires/wave-mid.yaml", "kind: scale", "kind: slider")
    with pytest.raises(ProfileError) as wrong:
        load_profile("chelyabinsk", root)
    assert [problem.split(":")[0] for problem in wrong.value.problems] == [
        "chelyabinsk/forms.yaml",
        "chelyabinsk/declines.yaml",
        "chelyabinsk/questionnaires/wave-mid.yaml",
    ]


def unlink(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda root: unlink(root / "words.yaml"), "words.yaml: cannot be read"),
        (lambda root: unlink(root / FILES / "forms.yaml"), "forms.yaml: cannot be read"),
        (lambda root: unlink(root / FILES / "profile.yaml"), "profile.yaml: cannot be read"),
        (
            lambda root: spoil(root / FILES / "profile.yaml", "name:", "extends: federal\nname:"),
            "extends itself",
        ),
    ],
)
def test_a_profile_that_cannot_be_put_together_says_why(
    root: Path, change: Callable[[Path], None], message: str
) -> None:
    change(root)
    with pytest.raises(ProfileError, match=re.escape(message)):
        load_profile("chelyabinsk", root)


def test_a_profile_may_replace_one_questionnaire_of_another(root: Path) -> None:
    own = root / "federal" / "questionnaires"
    own.mkdir()
    text = (root / FILES / "questionnaires/wave-mid.yaml").read_text("utf-8")
    (own / "wave-mid.yaml").write_text(text.replace("version: 1", "version: 2"), "utf-8")
    federal = load_profile("federal", root)
    assert federal.questionnaires["wave-mid"].version == 2
    assert load_profile("chelyabinsk", root).questionnaires["wave-mid"].version == 1


def test_words_that_mean_two_things_are_not_in_the_lexicon() -> None:
    lexicon = load_lexicon()
    assert not lexicon.yes & lexicon.no
    assert not (lexicon.yes | lexicon.no) & set(lexicon.numbers)
    raw = yaml.safe_load((PROFILES / "words.yaml").read_text("utf-8"))
    typed = [word for words in raw["numbers"].values() for word in words]
    assert len(typed) == len(set(typed))


def test_a_spoilt_lexicon_says_where(root: Path) -> None:
    spoil(root / "words.yaml", "  7: [", "  seven: [")
    with pytest.raises(ContentError, match=r"words\.yaml: numbers\.seven: a number in digits"):
        load_lexicon(root)

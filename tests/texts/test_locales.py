"""Both languages say everything, with the same facts, in correct plurals and without slips."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from fluent.syntax import ast as ftl

from bot.dialogs.documents.report_words import SECTIONS
from bot.dialogs.documents.room import PARTS as DOCUMENTS
from bot.dialogs.monitoring.room import PARTS as MONITORING
from bot.dialogs.programme.rooms import ROOMS
from bot.domain.access import Role
from bot.domain.assessments import MARKS, When
from bot.domain.errors import Refusal
from bot.domain.figures import Missing
from bot.domain.health import Light
from bot.domain.indicators import Counted
from bot.domain.matching import PARTS, Weight
from bot.domain.matching.rules import RULES
from bot.domain.matching.runs import OPEN_LINES
from bot.domain.meetings import (
    GUARDED_PLACES,
    IN_PERSON,
    ONLINE,
    Every,
    Progress,
    Receipt,
)
from bot.domain.offers import OfferState
from bot.domain.outcomes import Moment
from bot.domain.own_templates import Fault
from bot.domain.pairs import PairState
from bot.domain.papers import FIELDS, ROW_FIELDS, PaperKind
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand
from bot.domain.profile import LEARNER, MENTEE_KINDS, MENTOR_KINDS
from bot.domain.programme_reports import Fate, MapState
from bot.domain.programmes import TARGETS
from bot.domain.school_calendar import SpanKind
from bot.domain.selection import Awaits, Stage
from bot.domain.statistics import reading
from bot.domain.statistics.figures import Band, Formula, Sign, Verdict, Why
from bot.domain.swot import Side
from bot.handlers.commands import COMMANDS
from bot.profiles import load_profile
from bot.usecases.applications.queue import Show
from bot.usecases.letters.pairs import WAITING, come_to
from bot.usecases.programme.offers import MESSAGES
from tests.texts.files import (
    LOCALES,
    Asked,
    asked,
    mentioned,
    messages,
    parsed,
    parts,
    selectors,
    variables,
    words,
)

AWAITED = (Awaits.CHECK, Awaits.INTERVIEW, Awaits.TRAINING, Awaits.DECISION)
PARTICIPANTS = ("mentee", "mentor", "alumnus")
SIDES = ("mentee", "mentor")
OFFERS = ("new", "counter", "move")
PLACES = {ONLINE, IN_PERSON, *GUARDED_PLACES}
# What may stand in the place of `{}`; a pattern of the code that is not here fails the test below.
COMPLETED: dict[str, tuple[object, ...]] = {
    "base-import-done-{}": SIDES,
    "base-import-file-{}": SIDES,
    "base-import-role-{}": SIDES,
    "bases-card-reached-{}": ("bot", "lost", "none", "paper"),
    "bases-card-state-{}": ("invited", *ParticipationState),
    "bases-faults-{}": ("row", "column", "why"),
    "bases-go-{}": PARTICIPANTS,
    "bases-list-{}": PARTICIPANTS,
    "bases-personal-link-{}": SIDES,
    "bases-state-{}": ("invited", *ParticipationState),
    "entering-age-{}": tuple(AgeBand),
    "entering-role-{}": SIDES,
    "entering-sent-{}": ("applied", "guardian"),
    "matching-best-{}": ("fair", "keep"),
    "matching-compare-{}": ("placed", "total", "floor"),
    "matching-holds-{}": tuple(sorted(load_profile("chelyabinsk").matching.may_be_off)),
    "matching-last-{}": (*OPEN_LINES, "approved", "vetoed", "swapped"),
    "matching-part-{}": tuple(part.key for part in PARTS),
    "matching-stability-{}": tuple(range(4)),
    "matching-veto-{}": ("quarrel", "known", "asked"),
    "matching-weight-{}": tuple(Weight),
    "letter-{}": (
        "application-reserved", "application-reopened", "offer-call", "offer-day", "offer-thanks",
        "offer-not-needed",
    ),
    "offers-title-{}": tuple(OfferState),
    "offers-empty-{}": tuple(OfferState),
    "offers-filter-{}": tuple(OfferState),
    "offers-move-{}": tuple(set(OfferState) - {OfferState.NEW}),
    "offers-write-{}": tuple(MESSAGES),
    "where-offer-{}": tuple(OfferState),
    "where-go-{}": ("join", "correct", "mentor", "learn"),
    "button-receipt-{}": tuple(Receipt),
    "receipt-{}": tuple(Receipt),
    "monitoring-go-{}": tuple(part.key for part in MONITORING),
    "indicators-missing-{}": tuple(set(Missing) - {Missing.NUMBER}),
    "indicators-rule-{}": (Counted.PEOPLE, Counted.WORKPLACES),
    "swot-side-{}": tuple(Side),
    "swot-go-{}": tuple(Side),
    "swot-none-{}": tuple(Side),
    "swot-write-{}": tuple(Side),
    "assessment-begin-{}": tuple(When),
    "assessment-fact-{}": (
        *(f"satisfaction-{side}" for side in SIDES), "meetings", "goals", "training", "pairs",
    ),
    "assessment-mark-{}": MARKS,
    "dynamics-{}-unsaid": tuple(Moment),
    "dynamics-{}-said": tuple(Moment),
    "rooms-go-{}": tuple(room.key for room in ROOMS),
    "documents-go-{}": tuple(part.key for part in DOCUMENTS),
    "papers-title-{}": (PaperKind.PAIRS, PaperKind.CONSENTS),
    "papers-field-{}": tuple({*chain(*FIELDS.values(), *ROW_FIELDS.values())}),
    "papers-fault-{}": tuple(Fault),
    "report-section-{}": tuple(key for key, _ in SECTIONS),
    "report-sign-{}": ("curator", "head"),
    "report-target-{}": TARGETS,
    "report-passport-{}": (
        "organisation", "programme", "dates", "forms", "curators", "targets",
    ),
    "report-base-{}": ("role", "people", "came", "kinds"),
    "report-kind-{}": (*{*MENTOR_KINDS, *MENTEE_KINDS}, LEARNER, "unsaid"),
    "report-pairs-{}": ("form", "at-work", *Fate),
    "report-survey-{}": ("title", "on", "invited", "said"),
    "report-item-{}": ("question", "result", "n"),
    "report-twice-{}": ("what", "before", "after", "change", "n"),
    "report-dynamics-{}": ("what", "form", "before", "after", "verdict"),
    "report-verdict-{}": ("better", "worse", "same", "none"),
    "report-indicator-{}": ("number", "title", "share", "of", "target"),
    "report-swot-{}": tuple(Side),
    "report-map-{}": ("number", "what", "due", "who", "state"),
    "report-map-is-{}": tuple(MapState),
    "command-{}": COMMANDS,
    "letter-approved-{}": PARTICIPANTS,
    "letter-declined-{}": PARTICIPANTS,
    "letter-pair-active-{}": SIDES,
    "letter-pair-outcome-{}": ("active", "declined", "declined-because", "expired", "closed"),
    "light-{}": tuple(Light),
    "survey-{}": ("thanks", "thanks-anonymous", "refused", "closed"),
    "form-sent-{}": (*(f"applied-{role}" for role in PARTICIPANTS), "corrected", "known"),
    "menu-now-{}": ("consent", "form", "guardian", "reserve", "declined", "withdrawn"),
    "menu-done-{}": tuple(Stage),
    "menu-selection-{}": AWAITED,
    "selection-lacks-{}": (*AWAITED[:3], "guardian"),
    "selection-way-{}": tuple(Stage),
    "letter-queue-news-{}": (*Awaits, "match"),
    "queue-title-{}": (*Show, "search"),
    "queue-empty-{}": (*Show, "search"),
    "queue-show-{}": tuple(Show),
    "menu-now-approved-{}": PARTICIPANTS,
    "menu-now-applied-{}": PARTICIPANTS,
    "menu-proposal-{}": SIDES,
    "menu-proposal-waits-{}": SIDES,
    "menu-go-proposal-{}": SIDES,
    "menu-pair-{}": SIDES,
    "menu-no-meeting-{}": SIDES,
    "menu-ward-{}": tuple(ParticipationState),
    "letter-meeting-{}": ("tomorrow", "soon"),
    "afterwards-progress-{}": tuple(Progress),
    "meeting-offer-title-{}": OFFERS,
    "meeting-offer-next-{}": OFFERS,
    "meeting-offer-off-{}": tuple(SpanKind),
    "meeting-repeats-{}": ("once", *Every),
    "place-{}": tuple(sorted(PLACES)),
    "letter-survey-{}": ("invitation", "reminder"),
}
FIGURE_WORDS = (reading.name, reading.meaning, reading.reckoning)
# Letters of the other alphabet that people really read in Russian texts.
LATIN = re.compile(r"[A-Za-z]+")
FOREIGN = {
    "SPSS", "SWOT", "CSV", "Excel", "Telegram", "MAX", "Word", "PDF", "QR", "ics", "Bot", "English",
    "n",  # how many: a sign of every table
}  # fmt: skip
COMMAND = re.compile(r"/[a-z]+")
TAG = re.compile(r"</?(?:b|i|u|s|a|code|pre|blockquote)(?: [^>]*)?>")
# Said before the person has chosen a language, so in both; and the name of a file.
BILINGUAL = {"joining-language", "language-title"}
NAMES_OF_FILES = {"calendar-file"}
CATEGORIES = {"one", "few", "many", "other"}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_file_can_be_read_whole(locale: str) -> None:
    junk = [
        f"{path.name}: {entry.content.splitlines()[0]}"
        for path, resource in parsed(locale)
        for entry in resource.body
        if isinstance(entry, ftl.Junk) and entry.content
    ]
    assert junk == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_key_is_said_twice(locale: str) -> None:
    counts = Counter(
        entry.id.name
        for _, resource in parsed(locale)
        for entry in resource.body
        if isinstance(entry, ftl.Message)
    )
    assert [key for key, n in counts.items() if n > 1] == []


def test_both_languages_have_the_same_keys_in_the_same_files() -> None:
    homes = [
        {
            entry.id.name: path.name
            for path, resource in parsed(locale)
            for entry in resource.body
            if isinstance(entry, ftl.Message)
        }
        for locale in LOCALES
    ]
    russian, english = homes
    assert {key: home for key, home in russian.items() if english.get(key) != home} == {}
    assert sorted(set(english) - set(russian)) == []


def test_a_text_tells_the_same_facts_in_both_languages() -> None:
    """The tone is a matter of Russian alone."""
    russian, english = messages("ru"), messages("en")
    different = {
        key: (sorted(variables(text) - {"tone"}), sorted(variables(english[key]) - {"tone"}))
        for key, text in russian.items()
        if key in english
        and variables(text) - {"tone"} != variables(english[key]) - {"tone"}
    }
    assert different == {}


@pytest.mark.parametrize(
    ("locale", "needed"), [("ru", {"one", "few"}), ("en", {"one"})], ids=LOCALES
)
def test_a_text_that_counts_has_every_plural_of_its_language(
    locale: str, needed: set[str]
) -> None:
    lacking = {}
    for key, text in messages(locale).items():
        for variable, variants in selectors(text):
            if not CATEGORIES & set(variants) - {"other"} and variable != "count":
                continue
            default = next(name for name, is_default in variants.items() if is_default)
            if not needed <= set(variants) or default not in {"other", "many"}:
                lacking[key] = (variable, sorted(variants))
    assert lacking == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_choice_by_tone_or_place_has_both_sides(locale: str) -> None:
    sides = {"tone": {"ty", "vy"}, "place": PLACES}
    onesided = [
        key
        for key, text in messages(locale).items()
        for variable, variants in selectors(text)
        if variable in sides and set(variants) != sides[variable]
    ]
    assert onesided == []


def test_russian_texts_are_in_russian() -> None:
    strange = {}
    for key, text in messages("ru").items():
        said = TAG.sub(" ", COMMAND.sub(" ", words(text)))
        found = set(LATIN.findall(said)) - FOREIGN
        if found and key not in BILINGUAL | NAMES_OF_FILES:
            strange[key] = sorted(found)
    assert strange == {}


def test_english_texts_are_in_english() -> None:
    cyrillic = re.compile("[\u0400-\u04ff]+")
    strange = {
        key: found
        for key, text in messages("en").items()
        if (found := sorted(set(cyrillic.findall(words(text))) - {"Русский"}))
        and key not in BILINGUAL
    }
    assert strange == {}


def test_an_informal_text_never_slips_into_the_formal_and_back() -> None:
    """Within one variant Russian keeps to one way of speaking."""
    formal = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*)\b", re.IGNORECASE)
    informal = re.compile(r"\b(?:ты|тебя|тебе|тобой|тво[йяеёиюм]\w*)\b", re.IGNORECASE)
    mixed = [
        key
        for key, text in messages("ru").items()
        if not any(variable == "tone" for variable, _ in selectors(text))
        and formal.search(words(text))
        and informal.search(words(text))
    ]
    assert mixed == []


def completed(one: Asked) -> list[str]:
    """The keys a key of the code may come to."""
    if "{}" not in one.pattern:
        return [one.pattern]
    values = COMPLETED.get(one.pattern)
    if values is None:  # two values, or a rare pattern: what the files have decides
        return [key for key in messages("ru") if one.regex.fullmatch(key)]
    return [one.pattern.replace("{}", str(value)) for value in values]


def test_every_key_the_code_asks_for_is_there() -> None:
    lost = {}
    for one in asked():
        keys = completed(one)
        missing = [
            key for key in keys for locale in LOCALES if key not in messages(locale)
        ]
        if missing or not keys:
            lost[one.place] = missing or one.pattern
    assert lost == {}


def test_every_refusal_light_rule_state_and_role_has_its_words() -> None:
    keys = {one.key for one in refusals()}
    keys |= {f"light-{light}" for light in Light} | {rule.key for rule in RULES}
    keys |= {f"role-{role}" for role in Role}
    keys |= {f"command-{name}" for name in COMMANDS}
    lost = [key for key in sorted(keys) for locale in LOCALES if key not in messages(locale)]
    assert lost == []


def test_every_figure_and_every_reason_to_hold_it_back_has_its_words() -> None:
    keys = {said(each) for each in Formula for said in FIGURE_WORDS}
    keys |= {f"withheld-{why}" for why in Why}
    keys |= {reading.verdict(each) for each in Verdict} | {reading.band(each) for each in Band}
    keys |= {reading.sign(each) for each in Sign}
    keys |= {reading.chance(p) for p in (0, 0.005, 0.03, 0.5)}
    keys |= {reading.size(d) for d in (0, -0.3, 0.6, 2)}
    lost = [key for key in sorted(keys) for locale in LOCALES if key not in messages(locale)]
    assert lost == []


def test_every_outcome_of_a_pair_has_its_letter() -> None:
    for state in set(PairState) - WAITING:
        assert f"letter-pair-outcome-{come_to(state)}" in messages("ru")


def test_no_text_is_left_that_nobody_says() -> None:
    named = mentioned()
    whole = {one for one in named if "{}" not in one}
    shapes = [Asked(one, "") for one in named if "{}" in one and re.search("[a-z]-", one)]
    said = {one.key for one in refusals()} | {f"role-{role}" for role in Role}
    said |= {rule.key for rule in RULES}
    said |= {name for text in messages("ru").values() for name in parts(text)}
    unsaid = [
        key
        for key in messages("ru")
        if key not in whole and key not in said and not any(s.regex.fullmatch(key) for s in shapes)
    ]
    assert unsaid == []


def refusals() -> list[type[Refusal]]:
    found: list[type[Refusal]] = [Refusal]
    for one in found:
        found += one.__subclasses__()
    return found

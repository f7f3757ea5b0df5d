"""What a region or a network brings as data: forms, catalogues, questionnaires, consents, targets.

Nothing of a region or a year stands in code. Files are read and checked outside the domain; here
is only what they come to.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import time
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.domain.access import Role
from bot.domain.assessments import AssessmentForm
from bot.domain.bases import Base
from bot.domain.broadcasts import ReadyMessage
from bot.domain.check_ins import CheckInRules
from bot.domain.class_names import ClassWords
from bot.domain.efforts import Effort, EffortOf
from bot.domain.faq import FaqEntry
from bot.domain.group_polls import Quorum
from bot.domain.health import HealthRules
from bot.domain.indicators import CountKind, Indicator, Satisfaction
from bot.domain.meeting_words import MeetingCard, MeetingWord
from bot.domain.meetings import MeetingKind
from bot.domain.orders import OrderTemplate
from bot.domain.outcomes import Outcome
from bot.domain.pair_words import PairLife
from bot.domain.papers import PaperRules
from bot.domain.plans import GoalIdea
from bot.domain.questionnaires import Questionnaire
from bot.domain.questions import Option
from bot.domain.roadmap import RoadMapTemplate
from bot.domain.school_calendar import UsualYear
from bot.domain.selection import CheckKind, RedFlag, Selection, Stage
from bot.domain.swot import SwotSource
from bot.domain.training import Module
from bot.domain.waves import WaveRules
from bot.domain.words import Words

if TYPE_CHECKING:  # matching knows the forms of a profile
    from bot.domain.matching.tuning import MatchingRules

MENTOR_KINDS = ("learner", "teacher", "alumnus", "employer", "parent", "other")
MENTEE_KINDS = ("pupil", "student", "teacher")
OTHER = "other"  # of a mentor who has not said what they are: everything is asked for
LEARNER = "learner"  # of a mentee: pupil or student, when nobody said which


@dataclass(frozen=True)
class Variant:
    """A role model inside a form: who the two are to each other."""

    key: str
    title: Words
    of_equals: bool = False  # the mentor may be the younger one


@dataclass(frozen=True)
class Form:
    """A form of mentoring: who may be a mentor to whom."""

    key: str
    title: Words
    variants: tuple[Variant, ...]
    mentor_kinds: frozenset[str]
    mentee_kinds: frozenset[str]
    same_organisation: bool = False
    older_by: int = 0  # years a mentor who learns is older than the mentee, at least

    @property
    def of_equals(self) -> bool:
        """Whether every role in use is one of equals."""
        return bool(self.variants) and all(variant.of_equals for variant in self.variants)

    def with_variants(self, used: Collection[str]) -> "Form":
        """With the roles in use; all of them when none is named."""
        kept = tuple(variant for variant in self.variants if variant.key in used)
        return replace(self, variants=kept or self.variants)

    def fits(self, *, mentee_kind: str, mentor_kind: str) -> bool:
        return self.takes_mentor(mentor_kind) and self.takes_mentee(mentee_kind)

    def takes_mentee(self, kind: str) -> bool:
        mentees = {kind} if kind != LEARNER else {"pupil", "student"}
        return bool(mentees & self.mentee_kinds)

    def takes_mentor(self, kind: str) -> bool:
        return kind in self.mentor_kinds


@dataclass(frozen=True)
class ConsentText:
    """A consent is a document of its own; who agreed to which version is proved by its hash."""

    kind: str
    version: str
    title: Words
    short: Words
    full: Words

    def filled(self, **values: str) -> "ConsentText":
        """With the organisation's and the curator's names in place."""
        return ConsentText(
            self.kind,
            self.version,
            self.title.filled(**values),
            self.short.filled(**values),
            self.full.filled(**values),
        )

    def hash(self, locale: str, tone: str = "vy") -> str:
        """Of exactly what the person was shown."""
        shown = (self.kind, self.version, self.title, self.short, self.full)
        said = [part.say(locale, tone) if isinstance(part, Words) else part for part in shown]
        return sha256("\0".join(said).encode()).hexdigest()


@dataclass(frozen=True)
class DeclineReason:
    """Why an applicant in one of these roles is not taken, and the kind letter that says so."""

    key: str
    roles: frozenset[Role]
    label: Words
    letter: Words


@dataclass(frozen=True)
class ProposalDecline:
    """A ready reason why one side says no to a proposed pair; the curator alone reads it.

    `later`: a mentee who gives it wants no other proposal now.
    """

    key: str
    roles: frozenset[Role]
    label: Words
    later: bool = False


@dataclass(frozen=True)
class Ages:
    adult: int = 18
    own_consent: int = 14
    mentee_from: int = 10
    mentor_from: int = 15


@dataclass(frozen=True)
class HouseKind:
    """What an organisation is: a school, a college."""

    key: str
    title: Words


@dataclass(frozen=True)
class HouseZone:
    """A time zone by the cities that live in it; `key` is its name in the tz database."""

    key: str
    title: Words


@dataclass(frozen=True)
class Houses:
    kinds: tuple[HouseKind, ...]
    zones: tuple[HouseZone, ...]


@dataclass(frozen=True)
class Profile:
    key: str
    name: Words
    timezone: str
    quiet_from: time
    quiet_until: time
    ages: Ages
    informal: frozenset[str]  # "mentee", "mentor-learner": whom Russian calls "ty"
    proposal_days: int
    forms: tuple[Form, ...]
    catalogues: Mapping[str, tuple[Option, ...]]
    helps: Mapping[str, tuple[str, ...]]  # need -> competences that answer it
    consents: Mapping[str, ConsentText]
    questionnaires: Mapping[str, Questionnaire]
    declines: tuple[DeclineReason, ...]
    indicators: tuple[Indicator, ...]
    count_kinds: tuple[CountKind, ...]  # numbers an organisation says of itself
    satisfaction: Satisfaction
    outcomes: tuple[Outcome, ...]  # counted on entry and on exit
    assessment: AssessmentForm
    swot: tuple[SwotSource, ...]
    bases: Mapping[Role, Base]
    selection: Mapping[str, Selection]  # by kind of mentor
    check_kinds: tuple[CheckKind, ...]
    red_flags: tuple[RedFlag, ...]
    houses: Houses
    road_map: RoadMapTemplate
    usual_year: UsualYear
    training: tuple[Module, ...]
    proposal_declines: tuple[ProposalDecline, ...]
    idle_words: frozenset[str]  # of free text, dictionary forms: they say nothing
    class_words: ClassWords
    order: OrderTemplate
    papers: PaperRules
    goal_ideas: tuple[GoalIdea, ...]
    last_meeting: tuple[Words, ...]  # what to talk about, in this order
    fast_lane_skips: tuple[Stage, ...]  # of a mentor who was a mentee here
    life: PairLife
    health: HealthRules
    check_ins: CheckInRules
    waves: WaveRules
    matching: "MatchingRules"
    meeting_cards: Mapping[MeetingKind, MeetingCard]
    meeting_reasons: tuple[MeetingWord, ...]
    next_steps: tuple[MeetingWord, ...]
    meeting_lengths: tuple[int, ...]  # minutes, the likely answers
    group_quorum: Quorum  # of a poll of times within a group
    efforts: tuple[Effort, ...]  # what people are thanked for
    faq: tuple[FaqEntry, ...]
    ready_messages: tuple[ReadyMessage, ...]  # of a curator to many

    def selection_of(self, kind: str | None) -> Selection:
        """What a mentor of this kind must pass; nobody knows which kind: what the strictest asks.

        Others who take part pass nothing: see `selection_for`.
        """
        return self.selection.get(kind or OTHER, self.selection[OTHER])

    def selection_for(self, role: Role, kind: str | None) -> Selection:
        """As `selection_of`, for anybody who takes part: only mentors are selected."""
        return self.selection_of(kind) if role is Role.MENTOR else Selection()

    def effort(self, of: EffortOf) -> Effort | None:
        return next((one for one in self.efforts if one.of is of), None)

    def check_kind(self, key: str) -> CheckKind | None:
        return next((kind for kind in self.check_kinds if kind.key == key), None)

    def ready_message(self, key: str) -> ReadyMessage | None:
        return next((one for one in self.ready_messages if one.key == key), None)

    @property
    def consent_versions(self) -> dict[str, str]:
        return {kind: text.version for kind, text in self.consents.items()}

    def form(self, key: str) -> Form | None:
        return next((form for form in self.forms if form.key == key), None)

    def declines_of(self, role: Role) -> tuple[DeclineReason, ...]:
        """The ready reasons why somebody in this role may be declined."""
        return tuple(reason for reason in self.declines if role in reason.roles)

    def proposal_declines_of(self, side: Role) -> tuple[ProposalDecline, ...]:
        """The ready reasons of a mentee, or of a mentor."""
        return tuple(reason for reason in self.proposal_declines if side in reason.roles)

    def answer_in_words(self, reason: str) -> Words | str:
        """Why a proposal was declined: a ready reason, or what somebody wrote."""
        return next((one.label for one in self.proposal_declines if one.key == reason), reason)

    def label(self, catalogue: str, value: str, locale: str, tone: str = "vy") -> str:
        """How a stored value reads; a value no longer in the catalogue reads as itself."""
        labels = {option.value: option.label for option in self.catalogues[catalogue]}
        return labels[value].say(locale, tone) if value in labels else value

    def tone(self, role: str, kind: str | None = None) -> str:
        """How Russian addresses a person in this role, of this kind ("learner", "employer")."""
        return "ty" if self.informal & {role, f"{role}-{kind}"} else "vy"

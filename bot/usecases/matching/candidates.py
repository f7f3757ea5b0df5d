"""One participant as matching sees them: answers of a form become comparable values."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.class_names import as_compared, every_spelling
from bot.domain.matching import Candidate
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.profile import LEARNER, Profile
from bot.domain.questionnaires import Questionnaire

RUSSIAN = "ru"  # mentors are asked for languages besides it; mentees who speak it may skip
_FROM = "from-"  # an age of the mentors' form: "from-14" reaches to the next one named there
_OLDEST = 99
# The texts of a form that say what somebody wants or brings: of a choice, its own words.
_FREE_TEXT: Mapping[Role, tuple[str, ...]] = {
    Role.MENTEE: ("needs",),
    Role.MENTOR: ("competences", "workplace"),
}


@dataclass(frozen=True)
class Written:
    """A form that was sent."""

    questionnaire: Questionnaire
    answers: Mapping[str, Any]

    def options(self, key: str) -> tuple[str, ...]:
        return tuple((self.answers.get(key) or {}).get("options", ()))

    def own(self, key: str) -> str | None:
        """The words of a text, or those beside the options of a choice."""
        answer = self.answers.get(key)
        text = answer if isinstance(answer, str) else (answer or {}).get("own")
        return text or None

    def free_text(self) -> Iterator[str]:
        """What somebody wrote and `candidate` will ask the words of."""
        for keys in _FREE_TEXT.values():
            yield from filter(None, (self.own(key) for key in keys))


def free_text(written: Collection[Written], profile: Profile) -> set[str]:
    """Everything that `candidate` will ask the words of."""
    found = {text for one in written for text in one.free_text()}
    if any(one.answers.get("competences") for one in written):
        found.update(label for labels in _labels(profile).values() for label in labels)
    return found


@dataclass(frozen=True)
class Beside:
    """What is known of somebody beside their form."""

    load: int = 0
    waiting_days: int = 0
    failed_with: frozenset[UUID] = frozenset()
    vetoed: frozenset[UUID] = frozenset()
    ranks: Mapping[UUID, int] = field(default_factory=dict)


def candidate(
    participation: Participation,
    person: Person,
    form: Written,
    beside: Beside,
    words: Mapping[str, frozenset[str]],
    profile: Profile,
) -> Candidate:
    """`words`: what each free text is about."""
    mentor = participation.role is Role.MENTOR
    texts = [form.own(key) for key in _FREE_TEXT[participation.role]]
    own_words = frozenset().union(*(words[text] for text in texts if text))
    competences = frozenset(form.options("competences"))
    if mentor:
        competences |= _named(words.get(form.own("competences") or "", frozenset()), words, profile)
        own_words |= _of_labels(competences, words, profile)
    return Candidate(
        participation_id=participation.id,
        person_id=person.id,
        organisation_id=participation.organisation_id,
        kind=form.answers.get("kind", LEARNER),
        birth_year=person.birth_year,
        needs=form.options("needs"),
        own_need=form.own("needs"),
        own_words=own_words,
        competences=competences,
        interests=frozenset(form.options("interests")),
        slots=frozenset(form.options("free_time")),
        formats=frozenset(form.options("formats")),
        languages=_languages(form, mentor=mentor),
        group=None if mentor else as_compared(form.answers.get("group"), profile.class_words),
        taught=every_spelling(form.answers.get("classes_taught"), profile.class_words),
        childrens=every_spelling(form.answers.get("children_groups"), profile.class_words),
        ages=_ages(form),
        wishes=frozenset(form.options("wishes")),
        waiting_days=beside.waiting_days,
        capacity=int(form.answers.get("capacity", 1)),
        load=beside.load,
        declined_with=beside.failed_with,
        vetoed=beside.vetoed,
        ranks=beside.ranks,
    )


def _labels(profile: Profile) -> dict[str, list[str]]:
    """What each competence is called, in every language."""
    return {
        option.value: list(option.label.as_dict().values())
        for option in profile.catalogues["competences"]
    }


def _of_labels(
    competences: frozenset[str], words: Mapping[str, frozenset[str]], profile: Profile
) -> frozenset[str]:
    """The words of what was ticked: a need in own words meets a competence of the catalogue."""
    labels = _labels(profile)
    return frozenset().union(
        *(words.get(text, frozenset()) for one in competences for text in labels.get(one, ()))
    )


def _named(
    own: frozenset[str], words: Mapping[str, frozenset[str]], profile: Profile
) -> frozenset[str]:
    """Competences a mentor named in own words: every word of some label stands there."""
    return frozenset(
        value
        for value, texts in _labels(profile).items()
        if any(words.get(text) and words[text] <= own for text in texts)
    )


def _languages(form: Written, *, mentor: bool) -> frozenset[str]:
    if form.questionnaire.item("languages") is None:  # an older form did not ask
        return frozenset()
    named = {*form.options("languages"), *(form.own("languages") or "").casefold().split()}
    return frozenset(named | {RUSSIAN} if mentor else named)


def _ages(form: Written) -> tuple[int, int] | None:
    """From the youngest to the oldest that was ticked."""
    ticked = [int(one.removeprefix(_FROM)) for one in form.options("ages") if _FROM in one]
    item = form.questionnaire.item("ages")
    if not ticked or item is None:
        return None
    every = sorted(
        int(o.value.removeprefix(_FROM)) for o in item.kind.options() if _FROM in o.value
    )
    above = [age for age in every if age > max(ticked)]
    return min(ticked), (above[0] - 1 if above else _OLDEST)

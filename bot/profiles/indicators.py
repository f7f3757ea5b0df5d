"""What a profile says of indicators: `indicators.yaml`, `counts.yaml` and `assessment.yaml`."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.domain.access import Role
from bot.domain.assessments import MARKS, AssessmentForm, Criterion, Evidence, Level
from bot.domain.indicators import Asked, Counted, CountKind, Indicator, Satisfaction, Who
from bot.domain.outcomes import Outcome
from bot.domain.profile import LEARNER, MENTEE_KINDS, MENTOR_KINDS
from bot.domain.questionnaires import Questionnaire
from bot.domain.questions import Scale
from bot.profiles.content import Node

_KINDS = {Role.MENTEE: (*MENTEE_KINDS, LEARNER), Role.MENTOR: MENTOR_KINDS}
_WORDS = ("title", "numerator", "denominator", "source")
_NUMBERS = ("whole", "besides", "entered")
_NEEDS = {  # what each kind of indicator cannot do without
    Counted.PEOPLE: ("who", "whole"),
    Counted.WORKPLACES: ("who", "whole"),
    Counted.SATISFIED: ("who",),
    Counted.ENTERED: ("entered", "whole"),
}
_LOW, _HIGH = 1, 10  # of the scales of satisfaction


def indicators(node: Node, known: Collection[str]) -> tuple[Indicator, ...]:
    """`known`: keys of the numbers that `counts.yaml` brings."""
    found = []
    for one in node.only(needs=["indicators"])["indicators"].each():
        parts = one.only(
            needs=["key", *_WORDS, "targets", "counts"], may=["who", "ages", *_NUMBERS]
        )
        counts = Counted(parts["counts"].one_of(list(Counted)))
        for name in _NEEDS[counts]:
            if name not in parts:
                raise one.wrong(f"{name!r} is missing")
        numbers = {n: parts[n].one_of(sorted(known)) for n in _NUMBERS if n in parts}
        found.append(
            Indicator(
                key=parts["key"].key(),
                title=parts["title"].words(),
                numerator=parts["numerator"].words(),
                denominator=parts["denominator"].words(),
                source=parts["source"].words(),
                targets=_targets(parts["targets"]),
                counts=counts,
                who=tuple(_who(who) for who in parts["who"].each()) if "who" in parts else (),
                ages=_ages(parts["ages"]) if "ages" in parts else None,
                whole=numbers.get("whole"),
                besides=numbers.get("besides"),
                entered=numbers.get("entered"),
            )
        )
    node.once([indicator.key for indicator in found])
    return tuple(found)


def _targets(node: Node) -> tuple[tuple[int, int], ...]:
    targets = []
    for year, percent in node.mapping().items():
        if not year.isdecimal() or not 0 <= percent.whole() <= 100:
            raise percent.wrong("a target is a year and whole percent: 2024: 70")
        targets.append((int(year), percent.whole()))
    return tuple(sorted(targets))


def _who(node: Node) -> Who:
    parts = node.only(needs=["role", "kinds"])
    role = Role(parts["role"].one_of(list(_KINDS)))
    return Who(role, frozenset(kind.one_of(_KINDS[role]) for kind in parts["kinds"].each()))


def _ages(node: Node) -> tuple[int, int]:
    ages = [one.whole() for one in node.each()]
    if len(ages) != 2 or ages[0] > ages[1]:
        raise node.wrong("the youngest and the oldest age are needed: [10, 19]")
    return ages[0], ages[1]


def counts(node: Node) -> dict[str, Any]:
    """The parts of the profile that `counts.yaml` brings, by their names there."""
    parts = node.only(needs=["counts", "satisfied", "outcomes"])
    kinds = []
    for one in parts["counts"].each():
        said = one.only(needs=["key", "title"])
        kinds.append(CountKind(said["key"].key(), said["title"].words()))
    parts["counts"].once([one.key for one in kinds])
    outcomes = tuple(_outcome(one) for one in parts["outcomes"].each())
    parts["outcomes"].once([one.key for one in outcomes])
    return {"count_kinds": tuple(kinds), "outcomes": outcomes}


def _outcome(node: Node) -> Outcome:
    parts = node.only(
        needs=["key", "title", "mentees", "better"], may=["mentors", "sensitive"]
    )
    mentors = parts.get("mentors")
    return Outcome(
        key=parts["key"].key(),
        title=parts["title"].words(),
        mentees=frozenset(kind.one_of(MENTEE_KINDS) for kind in parts["mentees"].each()),
        mentors=frozenset(k.one_of(MENTOR_KINDS) for k in mentors.each()) if mentors else None,
        more_is_better=parts["better"].one_of(["more", "fewer"]) == "more",
        sensitive=parts["sensitive"].flag() if "sensitive" in parts else False,
    )


def satisfaction(node: Node, known: Mapping[str, Questionnaire]) -> Satisfaction:
    """Each scale it names goes from 1 to 10, so that the threshold means the same on all."""
    parts = node.only(needs=["counts", "satisfied", "outcomes"])["satisfied"].only(
        needs=["least", "asked"]
    )
    asked = []
    for one in parts["asked"].each():
        said = one.only(needs=["questionnaire", "items", "glad"])
        form = known[said["questionnaire"].one_of(sorted(known))]
        keys = [item.key for item in form.items]
        for item in said["items"].each():
            kind = form.item(item.one_of(keys))
            if kind is None or not isinstance(kind.kind, Scale):
                raise item.wrong("a scale is needed")
            if (kind.kind.low, kind.kind.high) != (_LOW, _HIGH):
                raise item.wrong(f"a scale from {_LOW} to {_HIGH} is needed")
        asked.append(
            Asked(
                form.key,
                tuple(item.text() for item in said["items"].each()),
                said["glad"].one_of(keys),
            )
        )
    return Satisfaction(parts["least"].whole(), tuple(asked))


def assessment(node: Node, known: Mapping[str, Questionnaire]) -> AssessmentForm:
    """What is asked are items of a questionnaire; here is what stands beside them."""
    parts = node.only(needs=["questionnaire", "criteria", "levels"])
    form = known[parts["questionnaire"].one_of(sorted(known))]
    criteria = tuple(_criterion(one, form) for one in parts["criteria"].each())
    parts["criteria"].once([one.key for one in criteria])
    levels = []
    for one in parts["levels"].each():
        said = one.only(needs=["key", "from", "title"])
        levels.append(Level(said["key"].key(), said["from"].whole(), said["title"].words()))
    least = [level.least for level in levels]
    if least != sorted(least, reverse=True) or not least or least[-1] != 0:
        raise parts["levels"].wrong("the best level comes first, the last begins at 0")
    if least[0] > max(MARKS) * len(criteria):
        raise parts["levels"].wrong("nobody can reach the best level")
    return AssessmentForm(criteria, tuple(levels))


def _criterion(node: Node, form: Questionnaire) -> Criterion:
    parts = node.only(needs=["item", "why"], may=["evidence"])
    item = form.item(parts["item"].one_of([one.key for one in form.items]))
    assert item is not None
    evidence = parts["evidence"].each() if "evidence" in parts else ()
    return Criterion(
        key=item.key,
        title=item.text,
        why=parts["why"].words(),
        evidence=tuple(Evidence(one.one_of(list(Evidence))) for one in evidence),
    )

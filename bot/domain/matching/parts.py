"""The parts of a score: how much of what one asks the other brings, from 0 to 1000.

A part is one row of `PARTS`. It weighs in only where somebody said something about it, so that a
short form is not a poor one. Reckoning is over `Both`, so it answers for one pair and for arrays of
pairs alike; reasons and lacks are for one pair. They are keys with values of the catalogues; their
words live in the locales.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.matching.drafts import Reason
from bot.domain.matching.people import ONLINE, Candidate, Facts
from bot.domain.matching.runs import MOST_WISHES
from bot.domain.matching.traits import NUMBERS, TRAITS, Both, Number
from bot.domain.matching.tuning import Weight

WHOLE = 1000
_MOST_NAMED = 2  # reasons of one part on a card
_SLOTS_ENOUGH = 2  # shared free times a week that leave nothing to wish
_INTERESTS_ENOUGH = 2
_WORDS_ENOUGH = 2
_YEAR_OFF = 250  # per mille lost for each year outside the ages a mentor prefers
_LONG_WAIT = 90  # days after which waiting weighs in full

Why = Callable[[Candidate, Candidate, Facts], Iterator[Reason]]


def _nothing(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    yield from ()


@dataclass(frozen=True)
class ScorePart:
    key: str
    usual: Weight  # where neither the profile nor the curator says otherwise
    weighs: Callable[[Both], Number]  # 0: nothing was said about it; WHOLE: as its weight says
    share: Callable[[Both], Number]  # 0 to WHOLE, wherever it weighs
    reasons: Why = _nothing
    lacks: Why = _nothing
    may_be_must: bool = True


def _whole(said: Number) -> Number:
    return WHOLE * (said > 0)


def _of_enough(trait: str, enough: int) -> Callable[[Both], Number]:
    """So many shared, or all that were asked for, leave nothing to wish."""

    def share(both: Both) -> Number:
        wanted = both.most(both.least(both.asked(trait), enough), 1)
        return WHOLE * both.least(both.shared(trait), wanted) // wanted

    return share


def _of_asked(trait: str) -> Callable[[Both], Number]:
    return lambda both: WHOLE * both.shared(trait) // both.most(both.asked(trait), 1)


def _common(trait: str, mentee: Candidate, mentor: Candidate, facts: Facts) -> list[str]:
    row = TRAITS[trait]
    mine = set(row.of_mentee(mentee, facts))
    return sorted(map(str, mine.intersection(row.of_mentor(mentor, facts)))) if mine else []


def _named(key: str, name: str, trait: str) -> Why:
    """The first of what both have."""

    def why(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
        for one in _common(trait, mentee, mentor, facts)[:_MOST_NAMED]:
            yield Reason(key, ((name, one),))

    return why


def _helps(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    for need in mentee.needs:
        answering = [c for c in facts.helps.get(need, (need,)) if c in mentor.competences]
        if answering:
            yield Reason("reason-competence", (("what", need), ("competence", answering[0])))


def _helps_not(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    answered = set(TRAITS["needs"].of_mentor(mentor, facts))
    for need in mentee.needs:
        if need not in answered:
            yield Reason("lack-competence", (("what", need),))


def _own_words(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    """What no word of the mentor answers is pointed at, for the curator's eyes."""
    if mentee.own_need is not None and not mentee.own_words & mentor.own_words:
        yield Reason("lack-own-need", (("what", mentee.own_need),))


def _ranks(both: Both) -> tuple[Number, Number]:
    """Points of the wishes, `MOST_WISHES` for a first one."""
    by_mentee, by_mentor = both.rank_by_mentee(), both.rank_by_mentor()
    return (
        (by_mentee > 0) * (MOST_WISHES + 1 - by_mentee),
        (by_mentor > 0) * (MOST_WISHES + 1 - by_mentor),
    )


def _wish(both: Both) -> Number:
    mentee, mentor = _ranks(both)
    said = both.mentee("wished") + both.mentor("wished")
    return WHOLE * (mentee + mentor) // (MOST_WISHES * both.most(said, 1))


def _wished(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    by_mentee = mentee.ranks.get(mentor.participation_id)
    by_mentor = mentor.ranks.get(mentee.participation_id)
    if by_mentee and by_mentor:
        yield Reason("reason-wish-both")
    elif by_mentee:
        yield Reason("reason-wish-mentee", (("rank", by_mentee),))
    elif by_mentor:
        yield Reason("reason-wish-mentor", (("rank", by_mentor),))


def _ages_said(both: Both) -> Number:
    return _whole((both.mentor("age-to") > 0) & (both.mentee("age") > 0))


def _ages(both: Both) -> Number:
    age = both.mentee("age")
    off = both.most(both.most(both.mentor("age-from") - age, age - both.mentor("age-to")), 0)
    return both.most(WHOLE - _YEAR_OFF * off, 0)


def _age_of(mentee: Candidate, mentor: Candidate, facts: Facts) -> tuple[int, bool] | None:
    age = NUMBERS["age"](mentee, facts)
    if not age or mentor.ages is None:
        return None
    return age, mentor.ages[0] <= age <= mentor.ages[1]


def _right_age(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    known = _age_of(mentee, mentor, facts)
    if known and known[1]:
        yield Reason("reason-ages", (("age", known[0]),))


def _other_age(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    known = _age_of(mentee, mentor, facts)
    if known and not known[1]:
        yield Reason("lack-ages", (("age", known[0]),))


def _no_slot(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    """Who can meet online is proposed without a shared hour, and the curator reads it."""
    if mentee.slots and not mentor.slots:
        yield Reason("lack-slot")
    elif mentee.slots and not mentee.slots & mentor.slots:
        yield Reason("lack-slot-none")


def _meets(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    for one in sorted(mentee.formats & mentor.formats - {ONLINE}):
        yield Reason("reason-format", (("format", one),))


def _meets_not(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    if mentee.formats and not mentor.formats:
        yield Reason("lack-format-unknown")
        return
    for one in sorted(mentee.formats - mentor.formats):
        yield Reason("lack-format", (("format", one),))


def _as_wished(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    for one in _common("wishes", mentee, mentor, facts):
        yield Reason(f"reason-mentor-{one}")


def _not_as_wished(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    row = TRAITS["wishes"]
    wished = set(row.of_mentee(mentee, facts)) - set(row.of_mentor(mentor, facts))
    for one in sorted(map(str, wished)):
        yield Reason(f"lack-mentor-{one}")


def _waits_long(mentee: Candidate, mentor: Candidate, facts: Facts) -> Iterator[Reason]:
    if mentee.waiting_days >= _LONG_WAIT:
        yield Reason("reason-waiting", (("days", mentee.waiting_days),))


PARTS: tuple[ScorePart, ...] = (
    ScorePart(
        "competence",
        Weight.HIGH,
        lambda both: _whole(both.asked("needs")),
        _of_asked("needs"),
        _helps,
        _helps_not,
    ),
    ScorePart(
        "words",
        Weight.NORMAL,
        lambda both: _whole(both.asked("words")),
        _of_enough("words", _WORDS_ENOUGH),
        _named("reason-words", "what", "words"),
        _own_words,
    ),
    ScorePart(
        "wish",
        Weight.HIGH,
        lambda both: _whole(both.mentee("wished") + both.mentor("wished")),
        _wish,
        _wished,
        may_be_must=False,
    ),
    ScorePart(
        "slot",
        Weight.NORMAL,
        lambda both: _whole(both.asked("slots")),
        lambda both: WHOLE * both.least(both.shared("slots"), _SLOTS_ENOUGH) // _SLOTS_ENOUGH,
        _named("reason-slot", "slot", "slots"),
        _no_slot,
    ),
    ScorePart(
        "format",
        Weight.LOW,
        lambda both: _whole(both.asked("formats")),
        _of_asked("formats"),
        _meets,
        _meets_not,
    ),
    ScorePart(
        "interest",
        Weight.LOW,
        lambda both: _whole(both.asked("interests")),
        _of_enough("interests", _INTERESTS_ENOUGH),
        _named("reason-interest", "what", "interests"),
    ),
    ScorePart("ages", Weight.LOW, _ages_said, _ages, _right_age, _other_age),
    ScorePart(
        "mentor",
        Weight.LOW,
        lambda both: _whole(both.asked("wishes")),
        _of_asked("wishes"),
        _as_wished,
        _not_as_wished,
    ),
    ScorePart(
        "waiting",  # the longer, the more: it lifts whoever competes for the same place
        Weight.LOW,
        lambda both: WHOLE * both.least(both.mentee("waiting-days"), _LONG_WAIT) // _LONG_WAIT,
        lambda both: WHOLE,
        _waits_long,
        may_be_must=False,
    ),
    ScorePart(
        "room",  # mentors with free hands first, so that the work is shared
        Weight.LOW,
        lambda both: WHOLE,
        lambda both: WHOLE * both.mentor("room") // both.mentor("capacity"),
        may_be_must=False,
    ),
)

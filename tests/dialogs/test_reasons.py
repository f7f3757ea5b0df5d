"""On the seeded people each card's reasons are true of the two: held against their raw answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.matching.rules import NO_GROUP, NO_MENTORS, RULES
from bot.domain.participations import Participation
from bot.usecases.matching import runs as matching_runs
from bot.usecases.matching.left import FELL_THROUGH
from sandbox.people_of_demo import Invented, mentees, mentors
from sandbox.seed_wishes import WISHED, wish
from tests.texts.files import messages
from tests.town import CURATOR, MOMENT, House
from tests.village import in_place

Given = Mapping[str, Any]
WAITED = timedelta(days=100)
AGES = {"from-10": (10, 13), "from-14": (14, 15), "from-16": (16, 17), "from-18": (18, 99)}
# What the seeded people leave out, so that each kind of reason is said of somebody.
ALSO: Mapping[int, Given] = {
    301: {"needs": ["drawing", "physics", "разобраться в сопромате"], "wishes": ["experienced"]},
    303: {"wishes": ["near-age"]},
    304: {"needs": ["english", "exams", "научиться вышивать крестом"]},
    305: {"wishes": ["near-age", "calm"]},
    306: {"wishes": ["experienced"]},
    201: {"competences": ["drawing", "physics", "сопромат для начинающих"], "ages": ["from-16"]},
    202: {"ages": ["from-18"]},
    204: {"ages": ["from-16", "from-18"]},
    205: {"ages": ["from-14"]},
}


@dataclass(frozen=True)
class Two:
    """A pair of a card, as they told it themselves."""

    mentee: Invented
    mentor: Invented
    helps: Mapping[str, tuple[str, ...]]

    def both(self, key: str) -> set[str]:
        return options(self.mentee, key) & options(self.mentor, key)

    def answering(self, need: str) -> set[str]:
        return set(self.helps.get(need, (need,))) & options(self.mentor, "competences")

    @property
    def age(self) -> int:
        return (MOMENT + WAITED).year - self.mentee.year

    @property
    def mentors_age(self) -> int:
        return (MOMENT + WAITED).year - self.mentor.year

    @property
    def age_is_liked(self) -> bool:
        ticked = [AGES[one] for one in options(self.mentor, "ages")]
        return any(low <= self.age <= high for low, high in ticked)

    def rank(self, who: Invented, whom: Invented) -> int | None:
        liked = dict(WISHED).get(who.account, ())
        return liked.index(whom.account) + 1 if whom.account in liked else None

    @property
    def ranks(self) -> tuple[int | None, int | None]:
        return self.rank(self.mentee, self.mentor), self.rank(self.mentor, self.mentee)


def options(one: Invented, key: str) -> set[str]:
    raw = one.answers.get(key, [])
    return {value for value in ([raw] if isinstance(raw, str) else raw) if not said(value)}


def said(value: str) -> bool:
    """Own words, not a value of a catalogue."""
    return any("а" <= letter <= "я" for letter in value.casefold())


def own_words(one: Invented, key: str) -> str:
    return " ".join(filter(said, one.answers.get(key, ()))).casefold()


def meets(word: str, text: str) -> bool:
    """The same word but for its ending."""
    return word.casefold()[:6] in text


# key -> whether it is true of (arguments, the two)
TRUE: Mapping[str, Callable[[Given, Two], bool]] = {
    "reason-competence": lambda a, two: (
        a["what"] in options(two.mentee, "needs") and a["competence"] in two.answering(a["what"])
    ),
    "lack-competence": lambda a, two: (
        a["what"] in options(two.mentee, "needs") and not two.answering(a["what"])
    ),
    "reason-words": lambda a, two: (
        meets(a["what"], own_words(two.mentee, "needs"))
        and meets(a["what"], own_words(two.mentor, "competences"))
    ),
    "lack-own-need": lambda a, two: (
        a["what"].casefold() == own_words(two.mentee, "needs")
        and not any(
            meets(word, own_words(two.mentor, "competences"))
            for word in a["what"].split()
            if len(word) > 5
        )
    ),
    "reason-slot": lambda a, two: a["slot"] in two.both("free_time"),
    "lack-slot": lambda a, two: not options(two.mentor, "free_time"),
    "lack-slot-none": lambda a, two: (
        bool(options(two.mentor, "free_time")) and not two.both("free_time")
    ),
    "reason-format": lambda a, two: a["format"] in two.both("formats"),
    "lack-format": lambda a, two: (
        a["format"] in options(two.mentee, "formats") - options(two.mentor, "formats")
    ),
    "reason-interest": lambda a, two: a["what"] in two.both("interests"),
    "reason-wish-both": lambda a, two: None not in two.ranks,
    "reason-wish-mentee": lambda a, two: two.ranks == (a["rank"], None),
    "reason-wish-mentor": lambda a, two: two.ranks == (None, a["rank"]),
    "reason-ages": lambda a, two: a["age"] == two.age and two.age_is_liked,
    "lack-ages": lambda a, two: (
        a["age"] == two.age and bool(options(two.mentor, "ages")) and not two.age_is_liked
    ),
    "reason-mentor-near-age": lambda a, two: (
        "near-age" in options(two.mentee, "wishes") and two.mentors_age <= 25
    ),
    "lack-mentor-near-age": lambda a, two: (
        "near-age" in options(two.mentee, "wishes") and two.mentors_age > 25
    ),
    "reason-mentor-experienced": lambda a, two: (
        "experienced" in options(two.mentee, "wishes") and two.mentors_age >= 40
    ),
    "lack-mentor-experienced": lambda a, two: (
        "experienced" in options(two.mentee, "wishes") and two.mentors_age < 40
    ),
    "reason-waiting": lambda a, two: a["days"] == WAITED.days,
}
SEEN_HERE = TRUE.keys() - {"lack-slot", "lack-format"}


async def test_each_reason_is_true_of_its_people(house: House) -> None:
    await house.curator()
    people: dict[int, Invented] = {}
    for one in (*mentees(MOMENT.year), *mentors(MOMENT.year)):
        if one.state == "approved":
            also = dict(ALSO.get(one.account, {}))
            full = replace(one, answers={**one.answers, **also}, certificate=365)
            await house.joined(full)
            people[one.account] = full
    stage, world = house.stage, house.world
    stage.wall.set(MOMENT + WAITED)
    db, profile = stage.parts.db, stage.parts.profile
    actors = {account: await world.actor(account) for account in (CURATOR, *people)}
    await wish(db, actors, house.programme_id, profile)
    run_id = await matching_runs.work(
        db, actors[CURATOR], programme_id=house.programme_id, profile=profile, run=in_place
    )
    async with db.reading() as tx:
        lines = await tx.matching.lines(run_id)
        accounts = {}
        for line in lines:
            for id_ in line.sides:
                person_id = (await tx.get(Participation, id_)).person_id
                contacts = await tx.people.contacts_of([person_id])
                accounts[id_] = int(contacts[person_id].address)
    untrue, told, keys = [], 0, set()
    for line in lines:
        mentee, mentor = (people[accounts[id_]] for id_ in line.sides)
        two = Two(mentee, mentor, profile.helps)
        for reason in (*line.reasons, *line.lacks):
            told += 1
            keys.add(reason["key"])
            if not TRUE[reason["key"]](reason["args"], two):
                untrue.append((mentee.name, mentor.name, reason))
    assert untrue == []
    assert len(lines) >= 5
    assert told >= 3 * len(lines), "a card says why"
    assert sorted(SEEN_HERE - keys) == []


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_each_rule_has_words_for_all_who_are_left_and_for_one(locale: str) -> None:
    known = messages(locale)
    named = {rule.key for rule in RULES} | {NO_MENTORS}
    assert sorted((named | {NO_GROUP, FELL_THROUGH}) - known.keys()) == []
    assert sorted({f"two-{key}" for key in named} - known.keys()) == []

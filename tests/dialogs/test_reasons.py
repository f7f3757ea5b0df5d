"""On the seeded people each card's reasons are true of the two: held against their raw answers."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.participations import Participation
from bot.usecases.matching import runs as matching_runs
from sandbox.people_of_demo import Invented, mentees, mentors
from tests.dialogs.cast import comes
from tests.town import CURATOR, MOMENT, House
from tests.village import in_place

Given = Mapping[str, Any]


def options(answers: Given, key: str) -> set[str]:
    """What somebody ticked, as they gave it."""
    raw = answers.get(key, [])
    return {raw} if isinstance(raw, str) else set(raw)


def answered(need: str, mentor: Given, helps: Mapping[str, tuple[str, ...]]) -> set[str]:
    return set(helps.get(need, (need,))) & options(mentor, "competences")


# key -> whether it is true of (arguments, mentee's answers, mentor's answers, need -> competences)
TRUE: Mapping[str, Callable[[Given, Given, Given, Any], bool]] = {
    "reason-competence": lambda a, one, other, helps: (
        a["what"] in options(one, "needs") and a["competence"] in answered(a["what"], other, helps)
    ),
    "lack-competence": lambda a, one, other, helps: (
        a["what"] in options(one, "needs") and not answered(a["what"], other, helps)
    ),
    "reason-slot": lambda a, one, other, _: (
        a["slot"] in options(one, "free_time") & options(other, "free_time")
    ),
    "lack-slot": lambda a, one, other, _: not options(other, "free_time"),
    "reason-format": lambda a, one, other, _: (
        a["format"] in options(one, "formats") & options(other, "formats")
    ),
    "lack-format": lambda a, one, other, _: (
        a["format"] in options(one, "formats") - options(other, "formats")
    ),
    "reason-interest": lambda a, one, other, _: (
        a["what"] in options(one, "interests") & options(other, "interests")
    ),
}


async def test_each_reason_is_true_of_its_people(house: House) -> None:
    await house.curator()
    people: dict[int, Invented] = {}
    for one in (*mentees(MOMENT.year), *mentors(MOMENT.year)):
        if one.state == "approved":
            await comes(house, one.account)
            people[one.account] = one
    stage = house.stage
    run_id = await matching_runs.work(
        stage.parts.db,
        await house.world.actor(CURATOR),
        programme_id=house.programme_id,
        profile=stage.parts.profile,
        run=in_place,
    )
    async with stage.parts.db.reading() as tx:
        lines = await tx.matching.lines(run_id)
        accounts = {}
        for line in lines:
            for id_ in line.sides:
                person_id = (await tx.get(Participation, id_)).person_id
                contacts = await tx.people.contacts_of([person_id])
                accounts[id_] = int(contacts[person_id].address)
    helps = stage.parts.profile.helps
    untrue, said = [], 0
    for line in lines:
        mentee, mentor = (people[accounts[id_]] for id_ in line.sides)
        for reason in (*line.reasons, *line.lacks):
            said += 1
            if not TRUE[reason["key"]](reason["args"], mentee.answers, mentor.answers, helps):
                untrue.append((mentee.name, mentor.name, reason))
    assert untrue == []
    assert len(lines) >= 5
    assert said >= 3 * len(lines), "a card says why"

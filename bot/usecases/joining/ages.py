"""How old somebody is decides what the form asks: minors their day of birth, adults the year.

Who said to be an adult and was born too late for it is asked for the day after all; nobody is asked
again because they turn out to be older.
"""

from datetime import date

from bot.domain.access import Role
from bot.domain.participations import Participation
from bot.domain.people import AgeBand, Person, age_on
from bot.domain.responses import Response
from bot.storage.database import Transaction

BAND, YEAR, DAY = "band", "birth_year", "birth_date"
LEARNER = "learner"  # what a mentor under 18 is, unasked


def facts(band: AgeBand | None, role: Role) -> dict[str, str]:
    """What a form knows of the age before its first question."""
    known: dict[str, str] = {BAND: band or AgeBand.ADULT}
    if role is Role.MENTOR and known[BAND] != AgeBand.ADULT:
        known["kind"] = LEARNER
    return known


async def heed(tx: Transaction, response: Response, answered: str) -> None:
    """After the answer `answered`: a year in which no adult is born asks for the day."""
    if answered != YEAR or response.participation_id is None:
        return
    year = response.answers.get(YEAR)
    if not isinstance(year, int):
        return
    youngest = age_on(date(year, 1, 1), tx.now.date())  # nobody of that year is older
    band = AgeBand.of_age(youngest)
    if band is AgeBand.ADULT:
        return
    participation = await tx.get(Participation, response.participation_id)
    response.know(facts(band, participation.role))


def born(answers: dict[str, object], person: Person) -> None:
    """What the form said about the birth, kept with the person."""
    day, year = answers.get(DAY), answers.get(YEAR)
    if isinstance(day, str):
        person.birth_date = date.fromisoformat(day)
        person.birth_year = person.birth_date.year
    elif isinstance(year, int):
        person.birth_year = year

"""The invented people of the demo, as applicants and participants of a test's programme."""

from dataclasses import replace

from sandbox.people import Person
from sandbox.people_of_demo import Invented, mentees, mentors
from tests.town import CURATOR, MOMENT, ORGANISATION, House
from tests.village import Curator, Village

DIMA, KATYA, ARTYOM, SONYA, MAXIM, NASTYA = 301, 302, 303, 304, 305, 322
IGOR, MARAT, SVETLANA, TIMUR = 201, 202, 203, 204


def somebody(account: int, *, state: str = "approved", name: str | None = None) -> Invented:
    everybody = mentees(MOMENT.year) + mentors(MOMENT.year)
    known = next(one for one in everybody if one.account == account)
    return replace(known, state=state, name=name or known.name)


async def comes(
    house: House, account: int, *, state: str = "approved", name: str | None = None
) -> Person:
    return await house.joined(somebody(account, state=state, name=name))


async def at_desk(anna: Person) -> None:
    """Anna opens her programme."""
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("Рабочий стол")


async def village_of(house: House) -> tuple[Village, Curator]:
    """The programme of the house, by use cases; whoever joins there is nobody of the house."""
    parts, desk = house.stage.parts, await house.world.actor(CURATOR)
    village = Village(parts.db, parts.profile, house.stage.wall)
    village._accounts = 900  # beside those of the house
    organisation_id = desk.assignments[0].organisation_id
    return village, Curator(CURATOR, ORGANISATION, organisation_id, house.programme_id)


async def goes_on_below(person: Person, text: str) -> None:
    """The screen with this text stands below what was sent, and is there once."""
    await person.waits_for(text)
    shown = [one for one in person.letters if one.inline and text in one.text]
    assert shown == person.letters[-1:]


async def forges(house: House, person: Person, data: str) -> None:
    """Sends the data of a button the person never had, as a client of their own making could."""
    telegram = house.stage.telegram
    letter = next(one for one in reversed(person.letters) if one.by_bot)
    sender = telegram.people.get(person.id)
    telegram.updates.put(
        "callback_query",
        {
            "id": telegram.new_query(person.id),
            "from": sender.api(),
            "message": sender.chat.messages[letter.id].api(),
            "chat_instance": "1",
            "data": data,
        },
        lane=person.id,
    )
    await house.settles()

"""A programme with an open wave and people who answer it: rows, put there directly."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import update

from bot.domain.access import Role
from bot.domain.people import Contact, Membership, Person
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import Wave
from bot.messenger.acts import act_data
from bot.storage.database import Database
from bot.storage.tables import responses


async def invite(db: Database, profile: Profile, accounts: Sequence[int]) -> dict[int, UUID]:
    """Each account's response to fill in."""
    async with db.transaction() as tx:
        house = Organisation(
            name="College", timezone="Asia/Yekaterinburg", profile=profile.key, created_at=tx.now
        )
        tx.add(house)
        await tx.flush()
        programme = Programme(
            organisation_id=house.id,
            name="Path",
            forms=["employer_learner"],
            starts_on=date(2029, 9, 1),
            ends_on=date(2030, 5, 31),
            created_at=tx.now,
        )
        people = {n: Person(locale="ru", name=f"Bob {n}", created_at=tx.now) for n in accounts}
        tx.add(programme)
        tx.add_all(people.values())
        await tx.flush()
        wave = Wave(
            organisation_id=house.id,
            programme_id=programme.id,
            questionnaire_id=await tx.surveys.keep(profile.questionnaires["wave-mid"]),
            opened_at=tx.now,
            opened_by=people[accounts[0]].id,
            closes_at=tx.now + timedelta(days=10),
        )
        tx.add(wave)
        await tx.flush()
        asked = {}
        for account, person in people.items():
            tx.add(Contact(person_id=person.id, messenger="telegram", address=str(account)))
            tx.add(
                Membership(
                    person_id=person.id,
                    role=Role.MENTEE,
                    organisation_id=house.id,
                    programme_id=programme.id,
                    since=tx.now,
                )
            )
            asked[account] = Response(
                organisation_id=house.id,
                programme_id=programme.id,
                person_id=person.id,
                questionnaire_id=wave.questionnaire_id,
                wave_id=wave.id,
                closes_at=wave.closes_at,
            )
        tx.add_all(asked.values())
        return {account: response.id for account, response in asked.items()}


async def blank(db: Database) -> None:
    """Nobody has answered anything."""
    async with db.statements() as connection:
        await connection.execute(
            update(responses).values(
                answers={}, drafts={}, cursor=None, state=ResponseState.INVITED
            )
        )


def open_survey(response_id: UUID) -> str:
    """The button under the letter that asks."""
    return act_data("open-survey", response_id)

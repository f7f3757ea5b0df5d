"""How many statements a list costs: as many for fifty people as for five."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from bot.domain.access import Actor, Role
from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice
from bot.domain.pairs import MEETING, Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Consent, Contact, Membership, Person, Tone
from bot.domain.responses import Response, ResponseState
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.usecases.applications import queue
from bot.usecases.letters import Desk, compose
from bot.usecases.matching import runs as matching_runs
from bot.usecases.monitoring import digests, inviting, waves
from bot.usecases.pairs import pairs
from bot.usecases.programme import programmes
from bot.usecases.team import invitations
from tests.village import MENTEE, MENTOR, Curator, Village, in_place

FEW, MANY = 5, 50
DAYS = {"Малый": 7, "Большой": 14}  # so that one wave closes after the other


@contextmanager
def counted(db: Database) -> Iterator[list[str]]:
    """The statements of the block, without those that only begin and end."""
    seen: list[str] = []

    def note(*arguments: object) -> None:
        statement = str(arguments[2])
        if not statement.startswith(("BEGIN", "SELECT 1", "SAVEPOINT", "PRAGMA")):
            seen.append(statement)

    engines = {id(e): e for e in (db.writer.sync_engine, db.reader.sync_engine)}
    for engine in engines.values():
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines.values():
            event.remove(engine, "before_cursor_execute", note)


async def crowd(village: Village, anna: Curator, number: int) -> None:
    """`number` pairs at work, as many people without one and as many applications, by rows."""
    forms = {}
    async with village.db.transaction() as tx:
        for role in (Role.MENTEE, Role.MENTOR):
            key = f"intake-{role}"
            forms[role] = await tx.surveys.keep(village.profile.questionnaires[key])
    given = {Role.MENTEE: MENTEE, Role.MENTOR: MENTOR}
    now = village.wall()

    def answers(role: Role, name: str) -> dict[str, object]:
        stored: dict[str, object] = {"name": name, "birth_year": 1990}
        for key, value in given[role].items():
            stored[key] = {"options": value, "own": None} if isinstance(value, list) else value
        stored["capacity"] = 1
        return stored

    for part in range(3):  # paired, approved, applied
        state = ParticipationState.APPLIED if part == 2 else ParticipationState.APPROVED
        for n in range(number):
            members: dict[Role, Participation] = {}
            async with village.db.transaction() as tx:
                for role in (Role.MENTEE, Role.MENTOR):
                    name = f"{role} {part}-{n}"
                    person = Person(
                        locale="ru", created_at=now, name=name, birth_year=1990, tone=Tone.VY
                    )
                    tx.add(person)
                    await tx.flush()
                    tx.add(
                        Contact(person_id=person.id, messenger="telegram", address=uuid4().hex)
                    )
                    where: dict[str, Any] = {
                        "organisation_id": anna.organisation_id,
                        "programme_id": anna.programme_id,
                        "person_id": person.id,
                    }
                    tx.add(Membership(role=role, since=now, **where))
                    tx.add(
                        Consent(
                            organisation_id=anna.organisation_id,
                            person_id=person.id,
                            given_by=person.id,
                            kind="processing-adult",
                            version="1",
                            text_hash="0" * 64,
                            locale="ru",
                            channel="telegram",
                            given_at=now,
                        )
                    )
                    participation = Participation(
                        role=role, created_at=now, state=state, form_sent=True, **where
                    )
                    response = Response(
                        questionnaire_id=forms[role],
                        state=ResponseState.FINISHED,
                        answers=answers(role, name),
                        participation_id=participation.id,
                        **where,
                    )
                    tx.add(response)
                    await tx.flush()
                    participation.response_id = response.id
                    tx.add(participation)
                    members[role] = participation
                await tx.flush()
                if part == 0:
                    mentee, mentor = members[Role.MENTEE], members[Role.MENTOR]
                    tx.add(
                        Pair(
                            organisation_id=anna.organisation_id,
                            programme_id=anna.programme_id,
                            form="employer_learner",
                            mentee_participation_id=mentee.id,
                            mentor_participation_id=mentor.id,
                            mentee_id=mentee.person_id,
                            mentor_id=mentor.person_id,
                            proposed_at=now,
                            proposed_by=mentee.person_id,
                            expires_at=now,
                            score=1,
                            reasons=[],
                            state=PairState.ACTIVE,
                            active_since=now,
                        )
                    )


Look = Callable[[Village, Actor, Curator], Awaitable[object]]
MOST = 34  # of one look: the digest asks of everything there is
LOOKS: dict[str, Look] = {
    "the curator's programmes": lambda v, a, c: programmes.mine(v.db, a),
    "the desk": lambda v, a, c: programmes.desk(
        v.db, a, programme_id=c.programme_id, profile=v.profile
    ),
    "the queue": lambda v, a, c: queue.page(
        v.db, a, programme_id=c.programme_id, profile=v.profile
    ),
    "who can be approved together": lambda v, a, c: queue.complete(
        v.db, a, programme_id=c.programme_id, profile=v.profile
    ),
    "a search by name": lambda v, a, c: queue.search(
        v.db, a, programme_id=c.programme_id, typed="ment", profile=v.profile
    ),
    "the pairs": lambda v, a, c: pairs.page(
        v.db, a, programme_id=c.programme_id, profile=v.profile
    ),
    "the digest": lambda v, a, c: digests.digest(
        v.db, a, programme_id=c.programme_id, profile=v.profile
    ),
    "the waves": lambda v, a, c: waves.wave_progress(v.db, a, programme_id=c.programme_id),
    "what a run will do": lambda v, a, c: matching_runs.outlook(
        v.db, a, programme_id=c.programme_id, profile=v.profile, run=in_place
    ),
    "opening a wave": lambda v, a, c: v.opens_wave(c, days=DAYS[c.organisation]),
    "the letters of a wave": lambda v, a, c: letters(v, c),
    "closing a wave": lambda v, a, c: close(v),
    "the letters on silent pairs": lambda v, a, c: of_silence(v, a, c),
}


async def close(village: Village) -> None:
    village.later(days=7)
    assert await inviting.close_due(village.db) == 1


async def letters(village: Village, curator: Curator) -> None:
    """All invitations of the wave, composed together as the delivery does it."""
    async with village.db.reading() as tx:
        n = notices.c
        found = await tx._session.scalars(
            select(Notice).where(
                n.kind == "survey-invitation", n.organisation_id == curator.organisation_id
            )
        )
        invitations = found.all()
        assert len(await compose(Desk(tx, village.profile), invitations)) == len(invitations)


async def of_silence(village: Village, actor: Actor, curator: Curator) -> None:
    """To the curator, on every pair at work."""
    async with village.db.reading() as tx:
        found = await tx.pairs.of_programme(curator.programme_id, MEETING)
        due = [
            plan("pair-silent", to=actor.person_id, subject=one.id,
                 organisation_id=curator.organisation_id, due_at=tx.now)
            for one in found
        ]  # fmt: skip
        assert due
        await compose(Desk(tx, village.profile), due)


async def costs(village: Village, name: str, anna: Curator) -> int:
    actor = await village.actor(anna)
    with counted(village.db) as statements:
        await LOOKS[name](village, actor, anna)
    return len(statements)


@pytest.fixture
async def few_and_many(sqlite_village: Village) -> tuple[Village, Curator, Curator]:
    few = await sqlite_village.curator("Малый", "Малая")
    many = await sqlite_village.curator("Большой", "Большая")
    await crowd(sqlite_village, few, FEW)
    await crowd(sqlite_village, many, MANY)
    return sqlite_village, few, many


async def test_a_long_list_costs_no_more_statements_than_a_short_one(
    few_and_many: tuple[Village, Curator, Curator],
) -> None:
    village, few, many = few_and_many
    dear = {}
    for name in LOOKS:
        short, long = await costs(village, name, few), await costs(village, name, many)
        if long > short or long > MOST:
            dear[name] = (short, long)
    assert dear == {}


async def test_a_curator_of_20_programmes_costs_no_more_statements_than_of_one(
    sqlite_village: Village,
) -> None:
    village = sqlite_village
    anna = await village.curator()
    await crowd(village, anna, 1)  # what is counted is not all nothing
    looks: dict[str, Look] = {
        "her programmes": lambda v, a, c: programmes.mine(v.db, a),
        "the planned digests": lambda v, a, c: digests.plan_due(v.db),
        "programmes that take help": lambda v, a, c: invitations.open_programmes(v.db),
    }
    actor = await village.actor(anna)

    async def asked() -> dict[str, int]:
        found = {}
        for name, look in looks.items():
            with counted(village.db) as statements:
                await look(village, actor, anna)
            found[name] = len(statements)
        return found

    of_one = await asked()
    today = village.later(minutes=1).date()
    for n in range(19):
        await programmes.create(
            village.db, actor, name=f"Программа {n}", forms=["pupil_pupil"],
            starts_on=today, ends_on=today + timedelta(days=200),
        )  # fmt: skip
    assert await asked() == of_one
    assert of_one == {
        "her programmes": 3,  # they, their people, their pairs
        # they, who is in charge, what they chose, who cares for pairs, the notices
        "the planned digests": 7,
        "programmes that take help": 1,
    }
    mine = await programmes.mine(village.db, actor)
    assert [line.active_pairs for line in mine] == [1, *[0] * 19]
    assert [line.waiting for line in mine] == [2, *[0] * 19]
    assert len(await invitations.open_programmes(village.db)) == 20
    assert len(await village.notices("digest", to=actor.person_id)) == 20

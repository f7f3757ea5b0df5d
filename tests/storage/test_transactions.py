"""The block is the transaction: left, it is saved; raised out of, it never happened."""

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import false, update
from sqlalchemy.exc import StatementError
from sqlalchemy.orm.exc import StaleDataError

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Invitation, Organisation
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.domain.words import Words
from bot.storage.database import Database, last_statement
from bot.storage.tables import organisations
from sandbox.wall import Wall

ROUNDS = 40
EMPTY = Questionnaire("empty", 1, Words.of({"ru": "Пусто"}), (), "pair")


async def organisation(db: Database) -> Organisation:
    async with db.transaction() as tx:
        house = Organisation(
            name=uuid4().hex, timezone="Asia/Yekaterinburg", profile="x", created_at=tx.now
        )
        tx.add(house)
    return house


async def invitation(db: Database, uses: int) -> Invitation:
    house = await organisation(db)
    async with db.transaction() as tx:
        made, _ = Invitation.make(
            Role.MENTEE, organisation_id=house.id, programme_id=None, now=tx.now
        )
        made.uses_left = uses
        tx.add(made)
    return made


async def test_what_was_done_in_the_block_is_there_after_it(db: Database) -> None:
    house = await organisation(db)
    async with db.reading() as tx:
        assert (await tx.get(Organisation, house.id)).name == house.name


async def test_an_error_undoes_all_of_the_block(db: Database) -> None:
    house = await organisation(db)

    async def fails() -> None:
        async with db.transaction() as tx:
            (await tx.get(Organisation, house.id)).name = "никогда"
            tx.add(Person(locale="ru", created_at=tx.now))
            await tx.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    async with db.reading() as tx:
        assert (await tx.get(Organisation, house.id)).name == house.name


async def test_many_writers_at_once_lose_nothing(db: Database) -> None:
    made = await invitation(db, uses=ROUNDS)

    async def use() -> None:
        async with db.transaction() as tx:
            found = await tx.get(Invitation, made.id)
            await asyncio.sleep(0)
            found.uses_left -= 1

    await asyncio.gather(*(use() for _ in range(ROUNDS)))
    async with db.reading() as tx:
        assert (await tx.get(Invitation, made.id)).uses_left == 0


async def test_a_last_use_is_given_to_one_only(db: Database) -> None:
    made = await invitation(db, uses=1)

    async def use() -> None:
        async with db.transaction() as tx:
            (await tx.get(Invitation, made.id)).use(tx.now)

    done = await asyncio.gather(*(use() for _ in range(8)), return_exceptions=True)
    assert sum(one is None for one in done) == 1


async def test_readers_do_not_wait_for_a_writer(db: Database) -> None:
    house = await organisation(db)
    async with db.transaction() as tx:
        (await tx.get(Organisation, house.id)).name = "ещё не видно"
        await tx.flush()
        async with asyncio.timeout(2), db.reading() as beside:
            assert (await beside.get(Organisation, house.id)).name == house.name


async def test_a_reading_block_cannot_write_on_sqlite(sqlite_url: str, wall: Wall) -> None:
    db = Database.open(sqlite_url, wall)
    try:
        async with db.reading() as tx:
            tx.add(Person(locale="ru", created_at=tx.now))
            with pytest.raises(Exception, match="readonly"):
                await tx.flush()
    finally:
        await db.close()


async def test_what_is_not_there_is_gone(db: Database) -> None:
    async with db.reading() as tx:
        with pytest.raises(Gone):
            await tx.get(Organisation, uuid4())
        assert await tx.find(Organisation, uuid4()) is None


async def test_a_naive_moment_is_refused(db: Database) -> None:
    with pytest.raises(StatementError, match="naive"):
        async with db.transaction() as tx:
            tx.add(Person(locale="ru", created_at=datetime(2030, 1, 1)))


async def test_a_moment_comes_back_as_the_same_instant_in_utc(db: Database, wall: Wall) -> None:
    house = await organisation(db)
    async with db.reading() as tx:
        read = (await tx.get(Organisation, house.id)).created_at
    assert read == wall()
    assert read.utcoffset() == timedelta(0)


async def test_all_of_a_block_happens_at_one_moment(db: Database, wall: Wall) -> None:
    async with db.transaction() as tx:
        before = tx.now
        wall.move(timedelta(hours=1))
        assert tx.now == before


async def test_a_row_changed_behind_ones_back_is_not_overwritten(db: Database) -> None:
    house = await organisation(db)
    async with db.transaction() as tx:
        person = Person(locale="ru", created_at=tx.now)
        tx.add(person)
        version = await tx.surveys.keep(EMPTY)
        await tx.flush()
        response = Response(organisation_id=house.id, person_id=person.id, questionnaire_id=version)
        tx.add(response)
    async with db.reading() as tx:
        stale = await tx.get(Response, response.id)
    async with db.transaction() as tx:
        (await tx.get(Response, response.id)).cursor = "first"

    async def overwrites() -> None:
        async with db.transaction() as tx:
            tx.add(stale)
            stale.cursor = "second"

    with pytest.raises(StaleDataError):
        await overwrites()
    async with db.reading() as tx:
        assert (await tx.get(Response, response.id)).cursor == "first"


async def test_a_published_questionnaire_is_kept_once_and_as_it_was(
    db: Database, profile: Profile
) -> None:
    wave = profile.questionnaires["wave-mid"]
    async with db.transaction() as tx:
        first = await tx.surveys.keep(wave)
    async with db.transaction() as tx:
        assert await tx.surveys.keep(wave) == first
    async with db.reading() as tx:
        assert await tx.surveys.version(first) == wave


async def test_a_last_statement_that_changes_nothing_commits_nothing(sqlite_url: str) -> None:
    """The mark of an update that was applied by an earlier try: all of this try is undone."""
    db = Database.open(sqlite_url)
    house = await organisation(db)
    async with db.statements() as connection:
        sync = connection.sync_connection
        assert sync is not None
        await connection.execute(update(organisations).values(name="никогда"))
        last_statement(sync)
        await connection.execute(update(organisations).values(name="да").where(false()))
        await connection.rollback()
    async with db.reading() as tx:
        assert (await tx.get(Organisation, house.id)).name == house.name
    await db.close()


async def test_a_last_statement_is_saved_before_anybody_says_commit(sqlite_url: str) -> None:
    db = Database.open(sqlite_url)
    house = await organisation(db)
    async with db.statements() as connection:
        sync = connection.sync_connection
        assert sync is not None
        last_statement(sync)
        await connection.execute(update(organisations).values(name="сразу"))
        async with db.reading() as tx:
            assert (await tx.get(Organisation, house.id)).name == "сразу"
    await db.close()

"""The throw-away PostgreSQL of the tests keeps its own promises."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.postgres import Cluster, ClusterError

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[Cluster]:
    with Cluster() as cluster:
        yield cluster


async def ask(url: str, sql: str) -> object:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            result = await connection.execute(text(sql))
            return result.scalar() if result.returns_rows else None
    finally:
        await engine.dispose()


async def test_a_new_database_answers_at_its_address(own_cluster: Cluster) -> None:
    assert await ask(own_cluster.create_database("fresh"), "select 2 + 2") == 4


async def test_a_copy_has_what_the_template_had_and_goes_its_own_way(own_cluster: Cluster) -> None:
    first = own_cluster.create_database("template_of_two")
    await ask(first, "create table pupils as select 7 as age")
    second = own_cluster.create_database("copy_of_two", template="template_of_two")
    await ask(second, "update pupils set age = 8")
    assert await ask(first, "select age from pupils") == 7
    assert await ask(second, "select age from pupils") == 8


async def test_cyrillic_has_upper_and_lower_case(own_cluster: Cluster) -> None:
    url = own_cluster.create_database("letters")
    assert await ask(url, "select lower('ЁЖИК')") == "ёжик"


async def test_a_dropped_database_is_gone_and_dropping_twice_is_no_error(
    own_cluster: Cluster,
) -> None:
    own_cluster.create_database("short_lived")
    own_cluster.drop_database("short_lived")
    own_cluster.drop_database("short_lived")
    assert own_cluster.execute("select 1 from pg_database where datname = 'short_lived'") == ""


async def test_tables_are_emptied_again_and_again_and_a_table_that_is_not_there_is_told(
    own_cluster: Cluster,
) -> None:
    url = own_cluster.create_database("emptied")
    await ask(url, "create table pupils as select 7 as age")
    for _ in range(2):
        own_cluster.empty("emptied", ["pupils"])
        assert await ask(url, "select count(*) from pupils") == 0
        await ask(url, "insert into pupils values (8)")
    with pytest.raises(ClusterError, match='"teachers" does not exist'):
        own_cluster.empty("emptied", ["pupils", "teachers"])
    own_cluster.empty("emptied", ["pupils"])


async def test_a_power_cut_and_a_restart_keep_the_address(own_cluster: Cluster) -> None:
    url = own_cluster.create_database("survivor")
    own_cluster.stop(mode="fast")
    assert not own_cluster.running
    own_cluster.start()
    assert await ask(url, "select 1") == 1


def test_a_name_that_could_carry_sql_is_refused(own_cluster: Cluster) -> None:
    with pytest.raises(ValueError, match="plain name"):
        own_cluster.create_database('x"; drop database "postgres')


def test_what_psql_says_is_in_the_error(own_cluster: Cluster) -> None:
    with pytest.raises(ClusterError, match="does not exist"):
        own_cluster.execute("select * from nowhere")


def test_a_failing_test_leaves_neither_server_nor_files_behind() -> None:
    cluster = Cluster()

    def a_session_with_a_failing_test() -> None:
        with cluster:
            socket.create_connection(("127.0.0.1", cluster.port)).close()
            raise AssertionError("on purpose")

    with pytest.raises(AssertionError, match="on purpose"):
        a_session_with_a_failing_test()
    assert not cluster.folder.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", cluster.port))

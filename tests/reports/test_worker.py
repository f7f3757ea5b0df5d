"""The worker process: it returns results, memory and control, whatever happens to it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.reports.charts import digest_picture
from bot.reports.worker import Worker, WorkerClosed, WorkerDied
from tests.reports import errands
from tests.reports.pictures import a_digest

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG"


@pytest_asyncio.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker()
    yield worker
    await worker.close()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A child nobody has waited for yet, or an orphan init has not: dead all the same.
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


async def until(true: Callable[[], bool], *, within: float = 10) -> None:
    async with asyncio.timeout(within):
        while not true():  # what is waited for lives in another process
            await asyncio.sleep(0.01)


def seconds_queued() -> float:
    """How long this thread has waited for a processor, where the system tells (Linux)."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


def seconds_with_a_processor() -> float:
    """A clock that stands while this thread waits for one.

    Read again when the thread had to wait between the two readings: they would not belong together.
    """
    while True:
        now, queued = time.perf_counter(), seconds_queued()
        if time.perf_counter() - now < 0.001:
            return now - queued


async def longest_pause_of_the_loop(during: Awaitable[object]) -> float:
    """For how many seconds nothing else could run while `during` was awaited.

    The time for which a busy machine had no processor for the loop is not counted: it says
    nothing about the code.
    """
    work = asyncio.ensure_future(during)
    longest = 0.0
    while not work.done():
        before = seconds_with_a_processor()
        await asyncio.sleep(0.001)
        longest = max(longest, seconds_with_a_processor() - before)
    await work
    return longest


async def test_work_is_done_in_another_process_and_the_next_work_in_the_same(
    worker: Worker,
) -> None:
    assert worker.pid is None  # nothing is started before it is needed
    assert await worker.run(errands.double, 21) == 42
    first = await worker.run(errands.own_pid)
    assert first not in (os.getpid(), None)
    assert await worker.run(errands.own_pid) == first == worker.pid


async def test_the_loop_never_stands_still_while_a_chart_is_made(worker: Worker) -> None:
    async def start_draw_and_end() -> None:
        assert (await worker.run(digest_picture, a_digest(48))).startswith(PNG)
        await worker.close()

    assert await longest_pause_of_the_loop(start_draw_and_end()) < 0.05


async def test_the_measure_of_pauses_sees_a_loop_that_sleeps_or_works() -> None:
    async def sleep() -> None:
        time.sleep(0.08)

    async def draw() -> None:
        digest_picture(a_digest(48))

    assert await longest_pause_of_the_loop(sleep()) > 0.05
    assert await longest_pause_of_the_loop(draw()) > 0.05


async def test_the_exception_of_the_work_comes_home_and_the_process_stays(worker: Worker) -> None:
    pid = await worker.run(errands.own_pid)
    with pytest.raises(ValueError, match="no such pair"):
        await worker.run(errands.complain, "no such pair")
    assert await worker.run(errands.own_pid) == pid


async def test_work_that_cannot_be_sent_is_refused_and_the_next_is_done(worker: Worker) -> None:
    with pytest.raises((AttributeError, TypeError), match="pickle"):
        await worker.run(lambda: 1)
    assert await worker.run(errands.double, 2) == 4


async def test_a_process_that_died_is_replaced_and_its_work_done(
    worker: Worker, tmp_path: Path
) -> None:
    assert await worker.run(errands.die_the_first_time, tmp_path / "died") == "survived"


async def test_a_process_that_died_while_idle_is_replaced(worker: Worker) -> None:
    pid = await worker.run(errands.own_pid)
    os.kill(pid, signal.SIGKILL)
    assert await worker.run(errands.own_pid) != pid


async def test_work_that_always_kills_is_given_up_and_harms_nobody_else(worker: Worker) -> None:
    deadly = asyncio.ensure_future(worker.run(errands.die))
    harmless = [asyncio.ensure_future(worker.run(errands.double, n)) for n in range(5)]
    with pytest.raises(WorkerDied):
        await deadly
    assert await asyncio.gather(*harmless) == [0, 2, 4, 6, 8]


async def test_a_result_that_cannot_be_read_is_given_up_and_leaves_no_process_behind(
    worker: Worker,
) -> None:
    pid = await worker.run(errands.own_pid)
    with pytest.raises(WorkerDied):
        await worker.run(errands.bring_something_unreadable)
    await until(lambda: not is_alive(pid))
    assert await worker.run(errands.double, 2) == 4


async def test_an_idle_process_gives_its_memory_back_and_comes_again() -> None:
    worker = Worker(idle=0.05)
    pid = await worker.run(errands.own_pid)
    await until(lambda: not is_alive(pid))
    assert worker.pid is None
    assert await worker.run(errands.own_pid) != pid
    await worker.close()


async def test_a_process_at_work_is_not_idle() -> None:
    worker = Worker(idle=0.05)
    pid = await worker.run(errands.own_pid)
    assert await worker.run(errands.sleep, 0.3) == "slept"
    assert worker.pid == pid
    await worker.close()


async def test_cancelled_work_stops_at_once_and_the_next_has_a_fresh_process(
    worker: Worker, tmp_path: Path
) -> None:
    pid = await worker.run(errands.own_pid)
    endless = asyncio.ensure_future(worker.run(errands.sleep, 600, tmp_path / "started"))
    await until((tmp_path / "started").exists)
    endless.cancel()
    with pytest.raises(asyncio.CancelledError):
        await endless
    await until(lambda: not is_alive(pid))
    assert await worker.run(errands.double, 2) == 4


async def test_work_cancelled_while_the_process_starts_leaves_a_worker_that_works(
    worker: Worker,
) -> None:
    early = asyncio.ensure_future(worker.run(errands.sleep, 600))
    await asyncio.sleep(0.01)
    early.cancel()
    with pytest.raises(asyncio.CancelledError):
        await early
    assert await worker.run(errands.double, 2) == 4


async def test_the_process_stands_back_when_processors_are_few(worker: Worker) -> None:
    assert await worker.run(os.nice, 0) > os.nice(0)


async def test_signals_are_left_to_the_parent(worker: Worker) -> None:
    assert await worker.run(errands.survive_signals) == "still here"


async def test_closing_lets_the_work_at_hand_finish_and_refuses_the_rest(tmp_path: Path) -> None:
    worker = Worker()
    at_hand = asyncio.ensure_future(worker.run(errands.sleep, 0.2, tmp_path / "started"))
    waiting = asyncio.ensure_future(worker.run(errands.double, 2))
    await until((tmp_path / "started").exists)
    pid = worker.pid
    assert pid is not None
    await worker.close()
    assert await at_hand == "slept"
    with pytest.raises(WorkerClosed):
        await waiting
    with pytest.raises(WorkerClosed):
        await worker.run(errands.double, 2)
    assert not is_alive(pid)


async def test_closing_does_not_wait_for_ever(tmp_path: Path) -> None:
    worker = Worker()
    endless = asyncio.ensure_future(worker.run(errands.sleep, 600, tmp_path / "started"))
    await until((tmp_path / "started").exists)
    async with asyncio.timeout(5):
        await worker.close(grace=0.05)
    with pytest.raises(WorkerClosed):
        await endless


async def test_closing_a_worker_that_never_worked_is_nothing() -> None:
    worker = Worker()
    await worker.close()
    await worker.close()


async def test_the_process_does_not_outlive_a_killed_parent() -> None:
    parent = """
import asyncio
from bot.reports.worker import Worker
from tests.reports.errands import own_pid

async def main():
    print(await Worker().run(own_pid), flush=True)
    await asyncio.sleep(600)

if __name__ == "__main__":
    asyncio.run(main())
"""
    with subprocess.Popen(
        [sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as bot:
        assert bot.stdout is not None
        pid = int(await asyncio.to_thread(bot.stdout.readline))
        assert is_alive(pid)
        bot.kill()
    await until(lambda: not is_alive(pid))


def test_the_bot_itself_does_not_load_the_drawing_library() -> None:
    check = "import sys, bot.reports.worker; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], cwd=ROOT, check=False).returncode == 0

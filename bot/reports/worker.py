"""One process beside the bot for heavy work: charts, workbooks, the solver.

- It is spawned when first needed and given back, with all its memory, after `idle` seconds.
- One piece of work at a time: should the process die, it is known whose work was on it. That work
  is tried once more in a fresh process; nobody else's is touched.
- The event loop never waits for it: starting, feeding and stopping happen on other threads, and
  where processors are few the child stands back.
- The parent decides when it ends: the child ignores Ctrl-C and SIGTERM, but it does not outlive
  its parent. Work that is cancelled is stopped by killing the process.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

IDLE_SECONDS = 60.0
GRACE_SECONDS = 5.0
NICENESS = 10  # a picture may come a little later, an answer to a person may not


class WorkerDied(RuntimeError):
    """The process died twice over the same work: out of memory, or a crash in a library."""


class WorkerClosed(RuntimeError):
    """The bot is stopping and takes no more work."""


class Worker:
    """Runs module-level functions in one spawned process; arguments and results are pickled."""

    def __init__(self, *, idle: float = IDLE_SECONDS) -> None:
        self._idle = idle
        self._turn = asyncio.Lock()
        self._wanted = 0  # calls of run() that are working or waiting for their turn
        self._child: _Child | None = None
        self._recycling: asyncio.TimerHandle | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The running process, if there is one."""
        return self._child.pid if self._child else None

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `function`, or the exception it raised; WorkerDied if it kills its process.

        A cancelled call kills the process, so `asyncio.timeout` around it is a real limit.
        """
        self._wanted += 1
        self._stop_recycling()
        try:
            async with self._turn:
                return await self._run_twice(lambda child: child.submit(function, *args, **kwargs))
        finally:
            self._wanted -= 1
            self._recycle_later()

    async def close(self, *, grace: float = GRACE_SECONDS) -> None:
        """Let the work at hand finish for `grace` seconds, refuse the rest, end the process."""
        self._closed = True
        self._stop_recycling()
        try:
            async with asyncio.timeout(grace):
                await self._turn.acquire()
        except TimeoutError:
            self._kill()
            await self._turn.acquire()
        try:
            if child := self._take_child():
                await asyncio.to_thread(child.stop)
        finally:
            self._turn.release()

    async def _run_twice(self, submit: "Callable[[_Child], Future[T]]") -> T:
        try:
            return await self._run_once(submit)
        except BrokenProcessPool:
            self._kill()
        try:
            return await self._run_once(submit)
        except BrokenProcessPool as death:
            self._kill()
            if self._closed:
                raise WorkerClosed from death
            raise WorkerDied from death

    async def _run_once(self, submit: "Callable[[_Child], Future[T]]") -> T:
        if self._closed:
            raise WorkerClosed
        if self._child is None:
            self._child = _Child()
        child = self._child
        try:
            # Even handing over is done on a thread: the first time it starts the process.
            handed_over = await asyncio.to_thread(submit, child)
            return await asyncio.wrap_future(handed_over)
        except asyncio.CancelledError:
            self._kill()
            raise

    def _recycle_later(self) -> None:
        if self._wanted == 0 and self._child and not self._closed:
            self._stop_recycling()
            self._recycling = asyncio.get_running_loop().call_later(self._idle, self._recycle)

    def _stop_recycling(self) -> None:
        if self._recycling:
            self._recycling.cancel()
            self._recycling = None

    def _recycle(self) -> None:
        self._recycling = None
        if child := self._take_child():
            child.let_go()

    def _kill(self) -> None:
        if child := self._take_child():
            child.kill()

    def _take_child(self) -> "_Child | None":
        child, self._child = self._child, None
        return child


class _Child:
    """One life of the process. `submit` and `stop` may block and belong on a thread."""

    def __init__(self) -> None:
        # Made on the starting thread too: its locks and pipes cost the loop milliseconds.
        self._pool: ProcessPoolExecutor | None = None
        self._process: BaseProcess | None = None
        self._killed = False
        self._starting = threading.Lock()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def submit(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        with self._starting:
            if self._pool is None:
                self._pool = self._start()
            if self._killed:  # cancelled while the process was starting
                self.kill()
                raise BrokenProcessPool("killed before the work began")
            return self._pool.submit(function, *args, **kwargs)

    def _start(self) -> ProcessPoolExecutor:
        # A child inherits the mask of the thread that starts it: Ctrl-C in the terminal reaches
        # the whole group, and must not kill the child before it has learned to ignore it.
        ours = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        try:
            pool = ProcessPoolExecutor(
                max_workers=1, mp_context=get_context("spawn"), initializer=_settle_in
            )
            first = pool.submit(os.getpid)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, ours)
        pid = first.result()
        self._process = next(each for each in active_children() if each.pid == pid)
        return pool

    def kill(self) -> None:
        """End the process now: the way of the pool itself is SIGTERM, which the child ignores."""
        self._killed = True
        if self._process is not None:
            self._process.kill()
        self.let_go()

    def let_go(self) -> None:
        """Ask the process to end after the work it has, without waiting for it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False)

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        with self._starting:
            if self._pool is not None:
                self._pool.shutdown(wait=True)


def _settle_in() -> None:
    """First words of the child: stand back, leave signals to the parent, do not outlive it."""
    os.nice(NICENESS)
    # One piece of work at a time on few processors: matrices of a questionnaire shared out to
    # threads took 25 times as long. Read when numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for ours in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ours, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, name="follow-parent", daemon=True).start()


def _follow_parent() -> None:
    # A parent that is killed closes nothing: the child holds both ends of its own queue and would
    # wait for work for ever.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

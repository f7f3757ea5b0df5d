"""Small pieces of work for the worker process: it can only import functions of a module."""

import os
import signal
import time
from pathlib import Path
from typing import NoReturn


def double(number: int) -> int:
    return 2 * number


def own_pid() -> int:
    return os.getpid()


def complain(words: str) -> NoReturn:
    raise ValueError(words)


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("outlived a SIGKILL")


def die_the_first_time(trace: Path) -> str:
    if not trace.exists():
        trace.touch()
        die()
    return "survived"


def sleep(seconds: float, started: Path | None = None) -> str:
    if started:
        started.touch()
    time.sleep(seconds)
    return "slept"


def survive_signals() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGTERM)
    return "still here"


class Unreadable:
    """Pickles, but does not unpickle: what comes home breaks the pool of the standard library."""

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return (_Refuses, ("x",))


class _Refuses:
    def __init__(self, _: str) -> None:
        raise RuntimeError("not in this process")


def bring_something_unreadable() -> Unreadable:
    return Unreadable()

"""Pytest plugin: what a test may need from the machine, and an honest line when it is not there.

A test that needs PostgreSQL or a browser carries a mark of that name. Without the program it is
left out and the run says so at its end; with CI=true, where everything must run, that is an error.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.postgres import find_binaries

CHROMIUM_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


gc.disable()  # while everything is loaded, which all stays


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is loaded by now stays: looking through it for garbage took a fifth of all time."""
    yield
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def find_chromium() -> Path | None:
    """The system's Chromium, which Playwright is told to drive; None where there is none."""
    paths = (shutil.which(name) for name in CHROMIUM_NAMES)
    return next((Path(path) for path in paths if path), None)


@dataclass(frozen=True, kw_only=True)
class Program:
    name: str
    find: Callable[[], Path | None]
    line: str


PROGRAMS: Final[Mapping[str, Program]] = {
    "postgres": Program(
        name="PostgreSQL",
        find=find_binaries,
        line="PostgreSQL tests: not run, no PostgreSQL binaries found (apt install postgresql)",
    ),
    "browser": Program(
        name="Chromium",
        find=find_chromium,
        line="Browser tests: not run, no Chromium found (apt install chromium)",
    ),
}


def missing() -> dict[str, Program]:
    """What is not on this machine, by the mark of the tests that need it."""
    return {mark: program for mark, program in PROGRAMS.items() if program.find() is None}


def pytest_configure(config: pytest.Config) -> None:
    for mark, program in PROGRAMS.items():
        config.addinivalue_line("markers", f"{mark}: needs {program.name} on this machine")
    lines = [program.line for program in missing().values()]
    if lines and os.environ.get("CI") == "true":
        raise pytest.UsageError("\n".join(lines))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    absent = missing()
    needing = [item for item in items if any(item.get_closest_marker(mark) for mark in absent)]
    if needing:
        items[:] = [item for item in items if item not in needing]
        config.hook.pytest_deselected(items=needing)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Said by the process that reports, whichever processes ran the tests."""
    for program in missing().values():
        terminalreporter.write_line(program.line, yellow=True, bold=True)

"""What the figures were taken on: processors, versions, and how busy the machine was besides."""

import os
import platform
import sqlite3
import time
from importlib.metadata import version


def machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("aiogram", "SQLAlchemy"))
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}; "
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, "
        f"ten million additions take {_additions():.2f} s"
    )


def _additions() -> float:
    began, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - began

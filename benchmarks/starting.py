"""What a start costs, beside importing the libraries; and how soon the demo shows its page."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.table import Row

TIMES = 3
AT_MOST, DEMO_SECONDS = 1.2, 8.0
ROOT = Path(__file__).parent.parent
BARE = (
    "import aiogram, aiogram_dialog, sqlalchemy.ext.asyncio, aiosqlite, apscheduler, "
    "pydantic_settings, fluent.runtime, structlog"
)
# The way of `tandem run` up to the first request.
OURS = """
from bot.cli import read_settings, start
from bot.starting import loading
settings = read_settings()
with loading():
    start(settings)
"""


def _cpu(code: str, environment: dict[str, str]) -> float:
    """CPU seconds of a process of its own, from its beginning to its end."""
    before = os.times()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=environment)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


def _demo() -> tuple[float, float]:
    """Seconds until the demo says its address, and until its programme is there."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        address, ready = _seconds_until(("http://", "ready"), process.stdout, began)
        process.send_signal(signal.SIGINT)
        process.communicate()
    return address, ready


def _seconds_until(words: Sequence[str], lines: Iterable[str], began: float) -> list[float]:
    """When each of the words is said, in this order."""
    moments: list[float] = []
    for line in lines:
        if words[len(moments)] in line:
            moments.append(time.perf_counter() - began)
            if len(moments) == len(words):
                return moments
    raise RuntimeError("the demo ended before it was ready")


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "LOG_LEVEL": "WARNING",
            "BOT_TOKEN": "42:" + "start" * 7,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/start.db",
        }
        subprocess.run(
            [sys.executable, "-m", "bot", "migrate"],
            check=True,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _cpu(OURS, environment)  # compiled and in the cache of files
        bare, ours = [], []
        for _ in range(TIMES):  # in turns, so that a busy machine slows both
            bare.append(_cpu(BARE, environment))
            ours.append(_cpu(OURS, environment))
    times = median(ours) / median(bare)
    demo, ready = min(_demo() for _ in range(2))
    return [
        Row(
            "CPU from nothing to ready to receive",
            f"{median(ours):.2f} s",
            f"{times:.2f} times the bare imports (at most {AT_MOST})",
            times <= AT_MOST,
        ),
        Row("  reference: the libraries imported", f"{median(bare):.2f} s"),
        Row(
            "from `tandem demo` to its address",
            f"{demo:.1f} s",
            f"under {DEMO_SECONDS:.0f} s on a quiet machine",
            demo < DEMO_SECONDS,
        ),
        Row("  until its seeded programme is there", f"{ready:.1f} s"),
    ]

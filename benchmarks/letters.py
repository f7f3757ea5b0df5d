"""How many letters a second one process delivers, to a messenger that is another process.

With the messenger's limits off it is our own speed; with them on, how much of the permitted rate is
used, and whether anything was refused for coming too quickly.
"""

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import func, select

from benchmarks import respondents
from benchmarks.table import Row
from benchmarks.updates import DATE
from bot.app import Parts, build
from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.notices import Notice, NoticeState
from bot.domain.responses import Response as Survey
from bot.settings import Settings
from bot.storage.migrations import migrate
from bot.storage.tables import notices

TOKEN = "42:" + "letters" * 5
AT_ONCE = 4000  # letters with the limits off
PERMITTED, SECONDS = 30.0, 21
LEAST_SPEED, LEAST_SHARE = 1000.0, 0.99
KIND = "survey-invitation"


class Refusals(BaseRequestMiddleware):
    """Counts the answers "too many requests"."""

    def __init__(self) -> None:
        self.count = 0

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter:
            self.count += 1
            raise


@asynccontextmanager
async def messenger(*, limits: str, people: int) -> AsyncIterator[str]:
    """A sandbox in its own process; yields its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", "--limits", limits,
        "--token", TOKEN, "--people", str(people),
        stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        async with asyncio.timeout(60):
            line = (await process.stdout.readline()).decode()
        yield line.removeprefix("sandbox:").strip()
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def _deliver(count: int, *, limits: str) -> tuple[float, float, int, int]:
    """Seconds, CPU seconds, letters sent, refusals."""
    accounts = range(1, count + 1)
    fast = {"sending_rate": 1e6, "chat_rate": 1e6} if limits == "off" else {}
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/letters.db"
        await migrate(url)
        async with messenger(limits=limits, people=count) as address:
            settings = Settings.model_validate(
                {"bot_token": TOKEN, "bot_api_url": address, "database_url": url} | fast
            )
            parts, refusals = build(settings, lambda: DATE), Refusals()
            parts.bot.session.middleware(refusals)
            try:
                invited = await respondents.invite(parts.db, parts.profile, accounts)
                await _plan(parts, list(invited.values()))
                wall, busy = time.perf_counter(), time.process_time()
                await parts.delivery.deliver_due()
                wall, busy = time.perf_counter() - wall, time.process_time() - busy
                return wall, busy, await _sent(parts), refusals.count
            finally:
                await parts.worker.close()
                await parts.bot.session.close()
                await parts.db.close()


async def _plan(parts: Parts, surveys: Sequence[UUID]) -> None:
    async with parts.db.transaction() as tx:
        asked = await tx.surveys.many(surveys)
        await tx.notices.plan(*(_letter(survey) for survey in asked.values()))


def _letter(survey: Survey) -> Notice:
    policy = NOTICE_KINDS[KIND]
    return Notice(
        organisation_id=survey.organisation_id,
        kind=KIND,
        to=survey.person_id,
        subject=survey.id,
        due_at=DATE,
        try_at=DATE,
        useful_until=DATE + policy.useful_for,
        priority=policy.priority,
    )


async def _sent(parts: Parts) -> int:
    query = select(func.count()).where(notices.c.state == NoticeState.SENT)
    return await parts.db.look(lambda connection: connection.scalar(query)) or 0


async def _measure() -> list[Row]:
    await _deliver(200, limits="off")  # warm
    wall, busy, sent, _ = await _deliver(AT_ONCE, limits="off")
    speed = sent / wall
    wanted = round(PERMITTED * SECONDS)
    slow, _, kept, refused = await _deliver(wanted, limits="real")
    share = kept / slow / PERMITTED
    return [
        Row(
            f"{sent} letters, limits off",
            f"{speed:.0f}/s",
            f"at least {LEAST_SPEED:.0f}/s a process",
            sent == AT_ONCE and speed >= LEAST_SPEED,
        ),
        Row("  CPU of a letter", f"{busy / sent * 1e6:.0f} us", f"{os.cpu_count()} processors"),
        Row(
            f"{kept} letters, limits on",
            f"{kept / slow:.1f}/s",
            f"at least {LEAST_SHARE:.0%} of {PERMITTED:.0f}/s",
            kept == wanted and share >= LEAST_SHARE,
        ),
        Row("  refused for coming too quickly", str(refused), "none", refused == 0),
    ]


def measure() -> list[Row]:
    return asyncio.run(_measure())

"""What ticks, and when. APScheduler is only the clock: every job reads rows and may run twice.

State is never in a job: a restart, a late tick or a second process changes nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.domain.profile import Profile
from bot.logs import describe
from bot.storage.conversations import Conversations
from bot.storage.database import Clock, Database, system_clock
from bot.storage.inbox import Inbox
from bot.usecases.applications import expiry, waiting
from bot.usecases.consents import consent_rounds
from bot.usecases.desk import broadcast_lists
from bot.usecases.joining import unfinished
from bot.usecases.monitoring import digests, inviting
from bot.usecases.pairs import group_polls, next_best, pairs, partings, ratings, receipts, silence
from bot.usecases.programme import changed_clocks, house_counting, region_digests, roadmap
from bot.usecases.programme.new_days import NewDays
from scheduler.delivery import Delivery

log = structlog.get_logger(__name__)
KEEP_DONE = timedelta(days=2)  # repeated updates are recognised that long (Telegram: 24 hours)
KEEP_TALKS = timedelta(days=180)


@dataclass(frozen=True)
class Job:
    name: str
    every: float  # seconds
    work: Callable[[], Awaitable[object]]


def jobs(
    *,
    db: Database,
    profile: Profile,
    delivery: Delivery,
    inbox: Inbox,
    conversations: Conversations,
) -> tuple[Job, ...]:
    """In the order in which one tick of all runs them: first what plans, then what sends."""

    async def tidy() -> None:
        now = db.clock()
        await inbox.forget_done(now - KEEP_DONE)
        await conversations.forget_older(now - KEEP_TALKS)
        await db.leave_no_traces()

    return (
        Job("keep to the wall", 3600, lambda: changed_clocks.follow(db)),
        Job("expire proposals", 60, lambda: pairs.expire_due(db)),
        Job("next best after a no", 60, lambda: next_best.follow_up(db, profile)),
        Job("count group polls", 60, lambda: group_polls.end_due(db, profile)),
        Job("end goodbyes", 900, lambda: partings.end_due(db)),
        Job("climb the ladder of silence", 3600, lambda: silence.look(db)),
        Job("close waves", 60, lambda: inviting.close_due(db)),
        Job("open waves and invite", 300, lambda: inviting.look(db, profile)),
        Job("remind of surveys", 300, lambda: inviting.remind_due(db, profile)),
        Job("begin new days", 60, NewDays(db, profile).look),
        Job("consents and checks", 3600, lambda: consent_rounds.round_of(db, profile)),
        Job("plan digests", 300, lambda: digests.plan_due(db)),
        Job("count organisations", 60, lambda: house_counting.count_due(db, profile)),
        Job("plan digests of the region", 3600, lambda: region_digests.plan_due(db)),
        Job("warn of documents that end", 900, lambda: expiry.plan_warnings(db, profile=profile)),
        Job("tell those who wait", 900, lambda: waiting.plan_news(db)),
        Job("plan road map reminders", 3600, lambda: roadmap.plan_reminders(db)),
        Job("nudge forms", 900, lambda: unfinished.nudge_due(db)),
        Job("ask how pairs get on", 3600, lambda: ratings.ask_due(db)),
        Job("take silence for agreement", 900, lambda: receipts.take_silence(db)),
        Job("spread letters to many", 2, lambda: broadcast_lists.spread(db, profile)),
        Job("tidy", 3600, tidy),
        Job("mend", 30, delivery.mend),
        Job("deliver", 0.5, delivery.deliver_due),
    )


def start(all_jobs: tuple[Job, ...]) -> AsyncIOScheduler:
    """Ticking from now on; one run of a job at a time, missed ticks become one."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in all_jobs:
        scheduler.add_job(_guarded(job), IntervalTrigger(seconds=job.every), id=job.name)
    scheduler.start()
    return scheduler


async def keep_ticking(
    scheduler: AsyncIOScheduler, clock: Clock = system_clock, look_every: float = 1.0
) -> None:
    """APScheduler sleeps until a time of the machine's clock: set back by a month, a month.

    Seen by the loop's own clock, which nobody sets; then every job is due at once.
    """
    before = clock()
    while True:
        await asyncio.sleep(look_every)
        now = clock()
        if now < before:
            log.warning("the machine's clock was set back", seconds=(before - now).total_seconds())
            for job in scheduler.get_jobs():
                job.modify(next_run_time=now)
        before = now


def _guarded(job: Job) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await job.work()
        except Exception as error:  # noqa: BLE001  # the next tick tries again
            log.error("job failed", job=job.name, failure=describe(error))

    return run

"""Putting it together: settings -> database -> texts -> bot -> scheduler.

The only place that knows every part.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.dispatching import apologise, make_bot, make_dispatcher, tell_commands
from bot.domain.profile import Profile
from bot.messenger.courier import TelegramCourier
from bot.messenger.limits import Pacer
from bot.messenger.receiver import Receiver
from bot.messenger.switchboard import Switchboard
from bot.profiles import load_profile
from bot.reports.worker import Worker
from bot.settings import Settings
from bot.storage.conversations import Conversations
from bot.storage.database import Clock, Database, system_clock
from bot.storage.inbox import Inbox
from bot.storage.leases import LIFE, Lease
from bot.storage.outgoing import Outgoing
from bot.texts import Texts
from bot.usecases import troubles
from bot.usecases.joining import unfinished
from bot.usecases.programme import changed_clocks
from scheduler.delivery import Delivery
from scheduler.jobs import Job, jobs, keep_ticking, start

log = structlog.get_logger(__name__)
LEASE = "bot"


@dataclass
class Parts:
    """Everything that lives as long as the process."""

    settings: Settings
    db: Database
    texts: Texts
    profile: Profile
    bot: Bot
    dispatcher: Dispatcher
    worker: Worker
    inbox: Inbox
    conversations: Conversations
    switchboard: Switchboard
    receiver: Receiver
    delivery: Delivery
    outgoing: Outgoing
    lease: Lease
    jobs: tuple[Job, ...]


def build(
    settings: Settings, clock: Clock = system_clock, *, profile: Profile | None = None
) -> Parts:
    """Nothing is started yet; `profile`: that of the settings, for who has loaded it already."""
    db = Database.open(settings.database_url, clock)
    texts = Texts(default=settings.default_locale)
    profile = profile or load_profile(settings.profile)
    pacer = Pacer(rate=settings.sending_rate, chat_rate=settings.chat_rate)
    bot = make_bot(settings, pacer)
    worker = Worker()
    conversations, inbox = Conversations(db), Inbox(db)
    dispatcher = make_dispatcher(
        db=db,
        texts=texts,
        profile=profile,
        conversations=conversations,
        worker=worker,
        public_address=settings.webhook_url,
    )
    lease = Lease(db, LEASE)

    async def report(fingerprint: str) -> None:
        number = await troubles.report(db, fingerprint=fingerprint)
        log.error("trouble reported", number=number, fingerprint=fingerprint)

    switchboard = Switchboard(
        bot=bot,
        dispatcher=dispatcher,
        inbox=inbox,
        conversations=conversations,
        report=report,
        apologise=partial(apologise, bot, texts),
    )
    outgoing = Outgoing(db, lease.owner)
    delivery = Delivery(
        db=db,
        outgoing=outgoing,
        courier=TelegramCourier(bot, texts, worker, pacer),
        profile=profile,
        rate=settings.sending_rate,
    )
    return Parts(
        settings=settings,
        db=db,
        texts=texts,
        profile=profile,
        bot=bot,
        dispatcher=dispatcher,
        worker=worker,
        inbox=inbox,
        conversations=conversations,
        switchboard=switchboard,
        receiver=Receiver(
            api_url=settings.bot_api_url,
            token=settings.token,
            inbox=inbox,
            switchboard=switchboard,
        ),
        delivery=delivery,
        outgoing=outgoing,
        lease=lease,
        jobs=jobs(
            db=db, profile=profile, delivery=delivery, inbox=inbox, conversations=conversations
        ),
    )


class Application:
    """The running bot. `run` serves until `stop`; a crash at any instant loses nothing."""

    def __init__(self, parts: Parts, *, on_ready: Callable[[], None] | None = None) -> None:
        self.parts = parts
        self._on_ready = on_ready
        self._stop = asyncio.Event()
        self._lease_lost = False

    def stop(self) -> None:
        self._stop.set()

    async def run(self) -> None:
        """Wait for our turn, mend what a crash left, serve, and stop gracefully.

        Raises `TokenRefused` when the messenger does not know the bot.
        """
        parts = self.parts
        try:
            if not await self._take_over():
                return
            await tell_commands(parts.bot, parts.texts)
            scheduler = start(parts.jobs)
            try:
                await self._serve(scheduler)
            finally:
                if scheduler.running:
                    scheduler.shutdown(wait=False)
            if not self._lease_lost:
                await parts.lease.release()
        finally:
            await self.close()

    async def _take_over(self) -> bool:
        """Be the only process at work; False when told to stop while waiting for that."""
        waited = False
        while not self._stop.is_set():
            taken = await self.parts.lease.take()
            if taken is not None:
                mended = await self.parts.outgoing.recover(taken.before)
                mended |= await self.parts.outgoing.after_clock_set_back()
                mended["moved"] = await changed_clocks.follow(self.parts.db)
                log.info("at work", waited=waited, **mended)
                return True
            if not waited:
                log.warning("another process is at work: waiting for it to end")
            waited = True
            await self._pause(1.0)
        return False

    async def _serve(self, scheduler: AsyncIOScheduler) -> None:
        """Receive, handle and tick until told to stop; then let what was begun end."""
        parts, limit = self.parts, self.parts.settings.stop_seconds
        async with asyncio.TaskGroup() as tasks:
            receiving = tasks.create_task(self._receive())
            handling = tasks.create_task(parts.switchboard.run())
            renewing = tasks.create_task(self._renew())
            ticking = tasks.create_task(keep_ticking(scheduler))
            if self._on_ready is not None:
                self._on_ready()
            await self._stop.wait()
            log.info("stopping", in_memory=parts.switchboard.in_memory)
            receiving.cancel()
            parts.delivery.stop()
            parts.switchboard.stop()
            scheduler.pause()
            done, _ = await asyncio.wait({handling}, timeout=limit)
            if not done:
                log.warning("not everything ended in time: it is done after the next start")
                handling.cancel()
            renewing.cancel()
            ticking.cancel()
        await parts.delivery.ended(limit)

    async def _receive(self) -> None:
        settings, parts = self.parts.settings, self.parts
        if settings.webhook_url is None:
            await parts.receiver.run()
            return
        from bot.messenger import (  # a web server is slow to import, and polling needs none
            calendar_feed,
            webhook,
        )

        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        app = webhook.make_app(
            secret=secret,
            inbox=parts.inbox,
            switchboard=parts.switchboard,
            calendar=calendar_feed.calendar_of(parts.db, parts.texts, parts.worker),
        )
        async with webhook.serving(app, settings.webhook_host, settings.webhook_port):
            await webhook.announce(parts.bot, url=settings.webhook_url, secret=secret)
            await asyncio.Event().wait()

    async def _renew(self) -> None:
        """Keep the lease; whoever has lost it (a long sleep of the machine) stops at once."""
        while True:
            await asyncio.sleep(LIFE.total_seconds() / 4)
            if await self.parts.lease.take() is None:
                log.error("another process has taken over: stopping")
                self._lease_lost = True
                self._stop.set()
                return

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            return

    async def tick(self) -> None:
        """Every job once, in order: what the clock would do by and by, now."""
        for job in self.parts.jobs:
            await job.work()

    async def next_due(self) -> datetime | None:
        """When something is due next, as far as rows say."""
        async with self.parts.db.reading() as tx:
            moments = (
                await tx.notices.next_due(),
                await tx.waves.next_close(),
                await tx.broadcasts.next_due(),
                await tx.pairs.next_expiry(),
                await tx.unfinished.next_silence(unfinished.PAUSES),
            )
        return min((m for m in moments if m is not None), default=None)

    async def close(self) -> None:
        await self.parts.dispatcher["works"].close()
        await self.parts.worker.close()
        await self.parts.bot.session.close()
        await self.parts.db.close()

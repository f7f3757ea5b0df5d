"""The webhook: updates pushed to the bot's address, again and again until it takes them.

Order holds within a chat; different chats are delivered side by side up to `max_connections`.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
import re
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, bad_request, too_many_requests
from sandbox.telegram.updates import BY_DEFAULT, Waiting

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

GONE_FOR = timedelta(hours=23)
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
# A body with `method` is a call, unless it would read something or change the webhook.
_NOT_FROM_BODY = ("get", "setwebhook", "deletewebhook", "close", "logout")


class Webhook:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error_message = ""
        self.last_error_date = 0
        self._last_set = float("-inf")
        self._gone_since: Any = None
        self._task: asyncio.Task[None] | None = None
        self._deliveries: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()

    def set(self, args: Arguments) -> None:
        telegram = self._telegram
        now = telegram.monotonic()
        limits = telegram.limits
        if limits.enforced and now < self._last_set + limits.webhook_set_every:
            raise too_many_requests(1)
        url = args.text("url").strip()
        secret = args.text("secret_token")
        connections = args.integer("max_connections", 40)
        if url:
            _check_url(url)
            if len(secret) > 256:
                raise bad_request("secret token is too long")
            if not _SECRET.fullmatch(secret):
                raise bad_request("secret token contains unallowed characters")
        self._last_set = now
        telegram.updates.allow(args.parsed("allowed_updates", "can't parse allowed updates"))
        if args.flag("drop_pending_updates"):
            telegram.updates.queue.clear()
        self._stop()
        self.url, self.secret = url, secret
        self.max_connections = min(max(connections, 1), 100)
        self.last_error_message, self.last_error_date, self._gone_since = "", 0, None
        if url:
            telegram.updates.abort_poller("terminated by setWebhook request")
            telegram.updates.on_new = self._news.set
            self._news.set()
            self._task = asyncio.get_running_loop().create_task(self._deliver())

    def remove(self, *, drop_pending_updates: bool) -> None:
        if drop_pending_updates:
            self._telegram.updates.queue.clear()
        self._stop()

    def info(self) -> dict[str, Any]:
        updates = self._telegram.updates
        updates.drop_old()
        view: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(updates.queue),
        }
        if self.url:
            view["max_connections"] = self.max_connections
            view["ip_address"] = "127.0.0.1"
        if self.last_error_message:
            view["last_error_date"] = self.last_error_date
            view["last_error_message"] = self.last_error_message
        if updates.allowed != BY_DEFAULT:
            view["allowed_updates"] = sorted(updates.allowed)
        return view

    async def close(self) -> None:
        tasks = self._stop()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _stop(self) -> list[asyncio.Task[None]]:
        tasks = [*self._deliveries, *([self._task] if self._task else [])]
        for task in tasks:
            task.cancel()
        self._task = None
        self._deliveries.clear()
        for waiting in self._telegram.updates.queue:
            waiting.taken = False
        self._telegram.updates.on_new = lambda: None
        self.url = ""
        return tasks

    async def _deliver(self) -> None:
        """Hands out what waits: at most one update of a chat at a time."""
        updates = self._telegram.updates
        timeout = aiohttp.ClientTimeout(total=self._telegram.limits.webhook_timeout)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
            while True:
                await self._news.wait()
                self._news.clear()
                updates.drop_old()
                busy = {waiting.lane for waiting in updates.queue if waiting.taken}
                free = self.max_connections - len(self._deliveries)
                for waiting in list(updates.queue) if free else ():
                    if waiting.taken or waiting.lane in busy:
                        continue
                    busy.add(waiting.lane)
                    waiting.taken = True
                    task = asyncio.get_running_loop().create_task(self._push(session, waiting))
                    self._deliveries.add(task)
                    task.add_done_callback(self._pushed)
                    free -= 1
                    if not free:
                        break

    def _pushed(self, task: asyncio.Task[None]) -> None:
        self._deliveries.discard(task)
        if not task.cancelled():
            task.result()
        self._news.set()

    async def _push(self, session: aiohttp.ClientSession, waiting: Waiting) -> None:
        """Tries until the update is taken or too old."""
        telegram = self._telegram
        limits = telegram.limits
        pause = limits.webhook_retry
        while waiting in telegram.updates.queue:
            again = await self._once(session, waiting)
            if again is None:
                if telegram.faults.take("getUpdates", None, duplicates=True):
                    await self._once(session, waiting)
                if waiting in telegram.updates.queue:
                    telegram.updates.queue.remove(waiting)
                return
            if not self.url:
                return
            await asyncio.sleep(max(again, pause))
            pause = min(pause * 2, limits.webhook_retry_longest)
            telegram.updates.drop_old()

    async def _once(self, session: aiohttp.ClientSession, waiting: Waiting) -> float | None:
        """None when the update was taken, else the seconds the bot asks to wait."""
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        body = json.dumps(waiting.raw, ensure_ascii=False).encode()
        try:
            async with session.post(
                self.url, data=body, headers=headers, allow_redirects=False
            ) as response:
                answer = await response.read()
        except TimeoutError:
            self._failed("Read timeout expired")
            return 0
        except aiohttp.ClientConnectorError:
            self._failed("Connection refused")
            return 0
        except aiohttp.ClientError:
            self._failed("Connection closed")
            return 0
        status = response.status
        if 200 <= status < 300:
            self._gone_since = None
            await self._obey(answer)
            return None
        reason = response.reason or HTTPStatus(status).phrase
        self._failed(f"Wrong response from the webhook: {status} {reason}")
        if status == 410:
            self._gone()
        else:
            self._gone_since = None
        asked = response.headers.get("Retry-After", "")
        return float(asked) if asked.isdigit() else 0

    def _failed(self, message: str) -> None:
        self.last_error_message = message
        self.last_error_date = self._telegram.now()

    def _gone(self) -> None:
        """A webhook that says 410 for 23 hours is dropped."""
        now = self._telegram.clock()
        self._gone_since = self._gone_since or now
        if now - self._gone_since >= GONE_FOR:
            self.url = ""
            self._telegram.updates.on_new = lambda: None
            if self._task is not None:
                self._task.cancel()
                self._task = None

    async def _obey(self, answer: bytes) -> None:
        """A call that came as the answer to the update; what becomes of it nobody is told."""
        try:
            body = json.loads(answer) if answer else None
        except ValueError:
            return
        if not isinstance(body, dict) or not isinstance(body.get("method"), str):
            return
        name = body.pop("method")
        if name.lower().startswith(_NOT_FROM_BODY):
            return
        try:
            await self._telegram.call(name, Arguments(body))
        except Refused:
            return  # it is in the journal


def _check_url(url: str) -> None:
    """HTTPS, or plain HTTP to this machine, which only a sandbox can allow."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if not host or parts.scheme not in ("http", "https"):
        raise bad_request("invalid webhook URL specified")
    loopback = host == "localhost" or _is_loopback(host)
    if loopback:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in (None, 443, 80, 88, 8443):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

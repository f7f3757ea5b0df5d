"""Fetching updates: our own loop over raw JSON, so an unreadable update cannot stop the others.

A batch is stored in one transaction before the offset moves: what the messenger was told we have,
we have.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.messenger.switchboard import Switchboard, arrived_of
from bot.storage.database import away
from bot.storage.inbox import Inbox

log = structlog.get_logger(__name__)
KINDS = ("message", "callback_query", "my_chat_member", "inline_query")
POLL_SECONDS = 25
_PASSING = (ClientError, TimeoutError, ValueError)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 20.0


class TokenRefused(Exception):
    """The messenger does not know this bot: no trying again will help."""


class Receiver:
    def __init__(self, *, api_url: str, token: str, inbox: Inbox, switchboard: Switchboard) -> None:
        self._url = f"{api_url.rstrip('/')}/bot{token}/"
        self._inbox, self._switchboard = inbox, switchboard
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled. Raises `TokenRefused`."""
        pause = _FIRST_PAUSE
        timeout = ClientTimeout(total=POLL_SECONDS + 15)
        async with ClientSession(timeout=timeout) as session:
            greeted = False
            while True:
                try:
                    if not greeted:
                        await self._call(session, "deleteWebhook", {})
                        greeted = True
                    batch = await self._poll(session)
                    if batch:
                        await self.take(batch)
                except Exception as error:
                    if not (isinstance(error, _PASSING) or away(error)):
                        raise
                    log.warning("no updates", failure=type(error).__name__)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)
                    continue
                pause = _FIRST_PAUSE

    async def take(self, batch: list[Any]) -> None:
        """Store, hand on, and only then let the offset move."""
        arrived = []
        for raw in batch:
            try:
                arrived.append(arrived_of(raw))
            except (KeyError, ValueError, TypeError, AttributeError):
                log.error("an update without a number")
        self._switchboard.accept(await self._inbox.keep(arrived))
        if arrived:
            self._offset = max(a.update_id for a in arrived) + 1
        else:
            await asyncio.sleep(_LONGEST_PAUSE)  # they come again: nothing tells them apart

    async def _poll(self, session: ClientSession) -> list[Any]:
        parameters: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": list(KINDS)}
        if self._offset is not None:
            parameters["offset"] = self._offset
        answer = await self._call(session, "getUpdates", parameters)
        result = answer.get("result")
        return result if isinstance(result, list) else []

    async def _call(
        self, session: ClientSession, method: str, parameters: Mapping[str, Any]
    ) -> dict[str, Any]:
        async with session.post(self._url + method, json=dict(parameters)) as response:
            answer: Any = await response.json(content_type=None)
        if not isinstance(answer, dict):
            raise ValueError("not an answer of the messenger")
        if answer.get("ok"):
            return answer
        code = answer.get("error_code")
        if code in (401, 404):
            raise TokenRefused
        log.warning("the messenger refused", method=method, code=code)
        wait = (answer.get("parameters") or {}).get("retry_after", 1)
        await asyncio.sleep(min(float(wait), _LONGEST_PAUSE))
        return {}

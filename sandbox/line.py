"""The line between a test and the sandbox: the page API asked, its stream of events followed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp

from sandbox.phones import Phone

PATIENCE = 40.0  # seconds: longer than the first picture takes on a machine that is very busy
Found = TypeVar("Found")


class RefusedByClient(Exception):
    """The act is one that a real client would not let its user do."""


class Line:
    """One sandbox: its phones, kept up to date, and its controls."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.last_event = 0
        self._phones: dict[int, Phone] = {}
        self._changed = asyncio.Condition()
        self._listening: asyncio.Task[None] | None = None
        self._trouble: BaseException | None = None
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(
            self.base_url,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=5),
            connector=aiohttp.TCPConnector(limit=0),
        )
        try:
            self.last_event = (await self.state())["last_event"]
            self._listening = asyncio.get_running_loop().create_task(self._listen())
        except BaseException:
            await self._http.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        if self._http is not None:
            await self._http.close()

    async def ask(self, method: str, path: str, **options: Any) -> Any:
        assert self._http is not None, "use `async with Town(...)`"
        async with self._http.request(method, f"/sandbox/{path}", **options) as response:
            if response.status >= 400:
                refused = await response.text()
                try:
                    refused = json.loads(refused)["error"]
                except (ValueError, KeyError):
                    refused = f"{response.status} {refused}"
                raise RefusedByClient(refused)
            return await response.json()

    async def state(self) -> dict[str, Any]:
        return dict(await self.ask("GET", "state"))

    async def follow(self, id: int) -> Phone:
        """The phone of that person, with what is on it already."""
        if id not in self._phones:
            phone = self._phones[id] = Phone()
            chat = await self.ask("GET", f"chat/{id}?limit=200")
            phone.load(chat["messages"], chat["last_event"])
        return self._phones[id]

    async def fetch(self, url: str) -> bytes:
        assert self._http is not None, "use `async with Town(...)`"
        async with self._http.get(url) as response:
            response.raise_for_status()
            return await response.read()

    async def _listen(self) -> None:
        assert self._http is not None
        try:
            path = f"/sandbox/events?after={self.last_event}"
            async with self._http.get(path, headers={"Accept": "text/event-stream"}) as response:
                number = 0
                buffer = b""
                async for chunk in response.content.iter_any():
                    *lines, buffer = (buffer + chunk).split(b"\n")
                    for line in lines:
                        if line.startswith(b"id: "):
                            number = int(line[4:])
                        elif line.startswith(b"data: "):
                            self._take(number, json.loads(line[6:]))
                    async with self._changed:
                        self._changed.notify_all()
            raise ConnectionError("the sandbox has closed the stream of events")
        except (aiohttp.ClientError, ConnectionError, ValueError, KeyError) as trouble:
            self._trouble = trouble
            async with self._changed:
                self._changed.notify_all()

    def _take(self, number: int, event: dict[str, Any]) -> None:
        if number > self.last_event + 1:
            raise ConnectionError(f"events {self.last_event + 1} to {number - 1} were lost")
        self.last_event = number
        if event["type"] == "reset":
            for phone in self._phones.values():
                phone.letters.clear()
        elif event["user"] in self._phones:
            self._phones[event["user"]].take(number, event)

    async def until(self, find: Callable[[], Found | None], timeout: float) -> Found | None:
        """Waits until `find` finds something; None when it did not in time."""
        try:
            async with asyncio.timeout(timeout), self._changed:
                while True:
                    found = find()
                    if found is not None:
                        return found
                    if self._trouble is not None:
                        raise self._trouble
                    await self._changed.wait()
        except TimeoutError:
            return None

    async def caught_up(self) -> None:
        """Waits until everything that has happened by now is on the phones."""
        last = (await self.state())["last_event"]
        await self.until(lambda: True if self.last_event >= last else None, PATIENCE)

    # The controls of the sandbox.

    async def clock(self) -> dict[str, Any] | None:
        clock: dict[str, Any] | None = (await self.state())["clock"]
        return clock

    async def advance(self, by: timedelta) -> dict[str, Any]:
        body = {"advance": by.total_seconds()}
        return dict(await self.ask("POST", "clock", json=body))

    async def advance_to_next(self) -> dict[str, Any]:
        return dict(await self.ask("POST", "clock", json={"to": "next"}))

    async def reset(self) -> None:
        """Starts the product afresh; the phones then show what it has said since."""
        await self.ask("POST", "reset", json={})
        await self.caught_up()
        known = {person["id"] for person in (await self.state())["people"]}
        for id, phone in self._phones.items():
            if id in known:
                chat = await self.ask("GET", f"chat/{id}?limit=200")
                phone.load(chat["messages"], chat["last_event"])

    async def journal(self, *, after: int = 0, errors_only: bool = False) -> dict[str, Any]:
        path = f"journal?after={after}&errors={int(errors_only)}"
        return dict(await self.ask("GET", path))

    async def goes_wrong(
        self,
        kind: str,
        *,
        method: str = "*",
        times: int = 1,
        seconds: float = 1,
        chat_id: int | None = None,
    ) -> None:
        body = {
            "kind": kind, "method": method, "times": times, "seconds": seconds, "chat_id": chat_id,
        }  # fmt: skip
        await self.ask("POST", "faults", json=body)

    async def goes_right(self) -> None:
        await self.ask("DELETE", "faults")

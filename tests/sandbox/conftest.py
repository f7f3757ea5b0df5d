"""A sandbox server for each test: in memory, on a real port, with clocks moved by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
import pytest

from sandbox.page_api import Backstage
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from tests.sandbox.wire import ANN, BOB, STRANGER, TOKEN, Clocks, Wire

Serve = Callable[..., Awaitable[Wire]]


@asynccontextmanager
async def wired(
    limits: Limits, *, backstage: Backstage | None = None, page: bool = True
) -> AsyncIterator[Wire]:
    clocks = Clocks()
    telegram = Telegram(
        token=TOKEN, username="tandem_bot", clock=clocks.wall, monotonic=clocks.monotonic,
        limits=limits, keep_all=True,
    )  # fmt: skip
    telegram.people.add(id=ANN, first_name="Ann", last_name="Lee", username="ann", started=True)
    telegram.people.add(id=BOB, first_name="Bob", started=True)
    telegram.people.add(id=STRANGER, first_name="Sam", language_code="en")
    async with (
        serving(telegram, backstage=backstage, page=page, patience=0.1) as base,
        aiohttp.ClientSession() as http,
    ):
        yield Wire(base, http, telegram, clocks)


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """Without flood limits."""
    async with wired(Limits.off()) as wire:
        yield wire


@pytest.fixture
async def strict() -> AsyncIterator[Wire]:
    """With the limits of the real one."""
    async with wired(Limits.real()) as wire:
        yield wire


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """For a test that wants its own limits or a product behind the page."""
    async with AsyncExitStack() as stack:

        async def start(
            limits: Limits | None = None,
            *,
            backstage: Backstage | None = None,
            page: bool = True,
        ) -> Wire:
            return await stack.enter_async_context(
                wired(limits or Limits.off(), backstage=backstage, page=page)
            )

        yield start

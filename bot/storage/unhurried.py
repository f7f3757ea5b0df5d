"""Long work on rows that leaves others their turn on the event loop."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

T = TypeVar("T")


async def unhurried(items: Iterable[T], *, at_once: int = 100) -> AsyncIterator[T]:
    """The items; after each `at_once` of them whoever waits goes first."""
    for number, item in enumerate(items, 1):
        yield item
        if number % at_once == 0:
            await asyncio.sleep(0)

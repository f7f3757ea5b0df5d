"""Work that outlives the press that began it: a chat is free meanwhile, and can stop the work.

One piece of work for each key, whoever asks for it: a second press joins the first. Nothing is
detached: what still runs when the bot stops is stopped with it.
"""

import asyncio
from collections.abc import Coroutine
from contextvars import Context
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class Work:
    task: asyncio.Task[Any]
    began: float  # by the clock of the event loop

    @property
    def seconds(self) -> int:
        return int(self.task.get_loop().time() - self.began)


class LongWork:
    def __init__(self) -> None:
        self._works: dict[object, Work] = {}

    def of(self, key: object) -> Work | None:
        """What is being worked on; None when nothing is."""
        return self._works.get(key)

    def begin(self, key: object, doing: Coroutine[Any, Any, Any]) -> Work:
        """Joins what is being worked on already."""
        known = self.of(key)
        if known is not None:
            doing.close()
            return known
        loop = asyncio.get_running_loop()
        # an empty context: it does not belong to the update that began it, and outlives its turn
        task = loop.create_task(doing, context=Context())
        work = self._works[key] = Work(task, loop.time())
        task.add_done_callback(lambda _: self._works.pop(key, None))
        return work

    def stop(self, key: object) -> bool:
        """False when there is nothing to stop."""
        work = self.of(key)
        return work is not None and work.task.cancel()

    async def close(self) -> None:
        tasks = [work.task for work in self._works.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

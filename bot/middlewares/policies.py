"""Every handler and every dialog says who may use it; without that word nobody may.

A handler carries its policy as a flag; a dialog is registered with one. `tests/architecture` walks
the routers and fails on one that has none.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import TelegramObject

from bot.domain.access import Actor, May
from bot.domain.errors import NotAllowed

FLAG = "policy"


@dataclass(frozen=True)
class Policy:
    """`rights`: any one of them is enough; none: everybody known.

    Things are checked by use cases.
    """

    rights: frozenset[May] = frozenset()
    strangers: bool = False

    def admits(self, actor: Actor | None) -> bool:
        if actor is None:
            return self.strangers
        return not self.rights or any(actor.may(right) for right in self.rights)


EVERYBODY = Policy(strangers=True)
ACQUAINTED = Policy()


def whoever_may(*rights: May) -> Policy:
    return Policy(frozenset(rights))


class Gate(BaseMiddleware):
    """Checks the policy of a handler, or the one given for all handlers of a dialog."""

    def __init__(self, policy: Policy | None = None) -> None:
        self._policy = policy

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        policy = self._policy or get_flag(data, FLAG)
        if policy is None or not policy.admits(data.get("actor")):
            raise NotAllowed
        return await handler(event, data)

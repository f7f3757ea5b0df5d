"""What goes wrong in the running product is told to the operator, with an apology to the person."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.domain.access import Role
from bot.messenger import switchboard
from sandbox.people import Person
from tests.town import ORGANISATION, House

OPERATOR = 102


class Breaks(BaseMiddleware):
    """Everything that says "break" fails."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, Update)
        if event.message is not None and event.message.text == "break":
            raise ZeroDivisionError
        return await handler(event, data)


async def _operator(house: House) -> Person:
    house.stage.telegram.people.add(id=OPERATOR, first_name="Oleg", started=True)
    await house.world.open(OPERATOR, await house.stage.invite(Role.OPERATOR, ORGANISATION))
    return await house.town.person(OPERATOR)


async def test_the_operator_hears_of_an_update_that_cannot_be_read_and_others_are_served(
    house: House,
) -> None:
    oleg, ann = await _operator(house), await house.newcomer("Ann")
    house.stage.telegram.inject({"message": {"message_id": 1, "text": "no date, no chat"}})
    house.stage.telegram.inject({"telepathy": {"from": {"id": ann.id}}})
    await ann.starts()
    await ann.waits_for("ссылку-приглашение")
    await oleg.waits_for("ошибка")
    async with asyncio.timeout(5):
        while len([one for one in oleg.letters if "ошибка" in one.text]) < 2:
            await asyncio.sleep(0.05)
    assert (await house.stage.parts.inbox.counts())["quarantined"] == 2


async def test_who_met_our_mistake_gets_an_apology_and_the_next_message_works(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switchboard, "RETRY_SECONDS", (0.01,))
    house.stage.parts.dispatcher.update.outer_middleware(Breaks())
    oleg, ann = await _operator(house), await house.newcomer("Ann")
    await ann.starts()
    await ann.waits_for("ссылку-приглашение")
    await ann.says("break")
    await ann.waits_for("наша ошибка")
    await oleg.waits_for("ошибка")
    await ann.says("/help")
    await ann.waits_for("/volunteer")
    for _ in range(3):  # the same trouble is one letter an hour
        await ann.says("break")
        await ann.waits_for("наша ошибка")
    await house.settles()
    assert len([one for one in oleg.letters if "ошибка" in one.text]) == 1

"""Many at once: every press is kept, nobody is stuck, and replies go before letters."""

import asyncio
from datetime import timedelta
from random import Random
from statistics import median, quantiles

from sqlalchemy import func, select

from bot.domain.notices import NoticeState
from bot.storage.tables import notices
from sandbox.telegram import Limits
from tests.load.conftest import Open
from tests.soak.crowd import LETTER


async def test_three_hundred_quick_presses_of_one_person_are_all_kept(square: Open) -> None:
    async with square(people=1) as here:
        await here.forms_open()
        chance = Random(1)
        for _ in range(300):
            here.crowd.act(chance)
        await here.quiet()
        await here.check()
        assert here.crowd.acts == 300
        assert here.refused == []


async def test_three_hundred_people_at_once_are_all_served(square: Open) -> None:
    async with square(people=300) as here:
        await here.forms_open()
        for account in here.crowd.people:
            here.crowd.presses(account, "maths")
        await here.quiet()
        await here.check()
        assert here.refused == []


async def test_replies_go_first_while_hundreds_of_letters_are_due(square: Open) -> None:
    people, letters = 100, 500
    async with square(people=people, limits=Limits.real()) as here:
        await here.forms_open()
        await asyncio.sleep(1)
        await here.crowd.plan_letters(here.stage.parts.db, letters, timedelta(seconds=-1))
        await asyncio.sleep(2)  # letters are on their way
        journal = here.telegram.journal
        already = journal.accepted.total
        began = here.telegram.monotonic()
        for account in here.crowd.people:
            here.crowd.presses(account, "maths")
        await here.quiet()
        query = select(func.count()).where(
            notices.c.kind == LETTER, notices.c.state == NoticeState.SENT
        )
        async with asyncio.timeout(60):
            sent = 0
            while sent < letters:
                await asyncio.sleep(0.2)
                async with here.stage.parts.db.reader.connect() as connection:
                    sent = await connection.scalar(query) or 0
        await here.check()
        since = [one for one in journal.accepted.all() if one.number > already]
        replies = [one.at - began for one in since if one.method == "editMessageText"]
        waited = [one.at - began for one in since if one.method == "sendMessage"]
        p95 = quantiles(replies, n=20)[-1]
        print(
            f"real limits, {people} presses at once, {letters} letters due:"
            f" replies p95 {p95:.1f} s, letters median {median(waited):.1f} s,"
            f" last {max(waited):.1f} s, 429: {journal.too_many.total()}"
        )
        assert len(replies) == people
        assert p95 < people / 30 + 2.5
        assert max(replies) < median(waited)

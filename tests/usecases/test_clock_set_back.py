"""What is said once in a while keeps to it when the machine's clock was set, either way.

Whoever asks when something was said last (`tx.notices.last_planned`) stands here, but for the nudge
of a pair, which has a test of its own in `test_pairs.py`.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import NudgedLately, TooManyWrongCodes
from bot.domain.moments import local
from bot.domain.wrong_codes import LOCKED_FOR, TOLD_AGAIN
from bot.storage import tables as t
from bot.usecases.pairs import silence
from bot.usecases.programme import offers
from bot.usecases.team import wrong_codes
from bot.usecases.training import log as training_log
from tests.usecases.test_corrections import corrects
from tests.usecases.test_offers import first, known
from tests.usecases.test_wrong_codes import fails, tries
from tests.village import ZONE, Village

SPANS = [
    sign * span
    for span in map(timedelta, (0, 0, 1, 30), (1, 120, 7200, 0))
    for sign in (1, -1)
]
Act = Callable[[], Awaitable[None]]


async def forgotten(village: Village) -> None:
    """As if nothing had been said or tried yet."""
    async with village.db.statements() as connection:
        for table in (t.notices, t.wrong_codes):
            await connection.execute(table.delete())


async def is_said_once_in(village: Village, kind: str, pause: timedelta, act: Act) -> None:
    """After each step of the clock it is said again exactly if it was longer than the pause.

    By the new clock it is then said once in a pause as before.
    """
    for span in SPANS:
        await forgotten(village)
        village.later(days=40)
        began = village.wall()
        await act()
        village.wall.move(span)
        await act()
        said = 1 + (abs(span) > pause)
        assert len(await village.notices(kind)) == said, span
        village.later(minutes=2)
        await act()
        assert len(await village.notices(kind)) == said, ("soon after", span)
        village.wall.set(max(began, village.wall()))  # the right time again
        village.later(seconds=2 * pause.total_seconds())
        await act()
        assert len(await village.notices(kind)) == said + 1, ("for long", span)


async def test_the_reminder_of_the_training(village: Village) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    me = await village.actor(anna)

    async def act() -> None:
        try:
            await training_log.remind(village.db, me, participation_id=igor.participation_id)
        except NudgedLately as refusal:
            again = refusal.args_for_text["again"].at
            assert again - village.wall() <= 2 * training_log.PAUSE

    await is_said_once_in(village, "training-reminder", training_log.PAUSE, act)


async def test_the_ready_message_to_an_alumna(village: Village) -> None:
    anna = await village.curator()
    await known(village, anna)
    me, offer_id = await village.actor(anna), await first(village, anna)

    async def act() -> None:
        await offers.write(village.db, me, offer_id=offer_id, about="call")

    await is_said_once_in(village, "offer-call", timedelta(hours=1), act)


async def test_wrong_codes_of_one_account(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)

    async def act() -> None:
        """Five wrong ones, whatever was tried before."""
        async with village.db.statements() as connection:
            await connection.execute(t.wrong_codes.delete())
        await fails(village, dima.account, 4)
        with pytest.raises(TooManyWrongCodes):
            await tries(village, dima.account)

    await is_said_once_in(village, wrong_codes.KIND, TOLD_AGAIN, act)


@pytest.mark.parametrize("span", [span for span in SPANS if span < timedelta(0)])
async def test_a_clock_set_back_keeps_nobody_out_for_long(
    village: Village, span: timedelta
) -> None:
    """The account is locked no longer than twice the time, and not let in by a second or two."""
    anna = await village.curator()
    account, token = village.account(), await village.link(anna, Role.MENTEE)
    await fails(village, account, 4)
    with pytest.raises(TooManyWrongCodes):
        await tries(village, account)
    village.wall.move(span)
    if abs(span) < LOCKED_FOR:
        with pytest.raises(TooManyWrongCodes):
            await tries(village, account, token)
        village.later(seconds=2 * LOCKED_FOR.total_seconds())
    assert (await tries(village, account, token)).new


async def test_changed_forms(village: Village) -> None:
    """The curator hears of them at once, or a day after the last time: never after a month."""
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    number = 0
    for span in SPANS:
        await forgotten(village)
        village.later(days=40)
        for step in (timedelta(0), span):
            village.wall.move(step)
            before = {one.id for one in await village.notices("form-corrected")}
            number += 1
            await corrects(village, lena, "group", f"ПО-{number}")
            [told] = [
                one for one in await village.notices("form-corrected") if one.id not in before
            ]
            assert timedelta(0) <= told.due_at - village.wall() <= timedelta(days=2), span
            at_once = not step or abs(step) > timedelta(days=1)
            assert (told.due_at == village.wall()) is at_once, span
            await village.said()


async def test_the_curator_never_reads_of_a_nudge_on_a_day_to_come(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    for days in (15, 7):
        village.later(days=days)
        await silence.look(village.db)
    nudged = village.wall() - timedelta(days=7)
    at = village.wall()
    for span in SPANS:
        village.wall.set(at + span)
        [letter] = await village.letters("pair-silent")
        assert letter.args["on"].day <= local(village.wall(), ZONE).date(), span
        assert (letter.args["tried"] == "yes") is (nudged <= village.wall()), span

"""Whoever tries too many wrong codes waits, and who looks after the programme hears of it once."""

from datetime import timedelta

import pytest

from bot.domain.access import Role
from bot.domain.errors import InvitationNotValid, TooManyWrongCodes
from bot.storage.tables import wrong_codes as table
from bot.usecases.team import wrong_codes
from bot.usecases.team.invitations import Opened
from tests.village import MESSENGER, Village


async def tries(village: Village, account: int, token: str = "x" * 22) -> Opened:
    return await wrong_codes.enter(
        village.db,
        messenger=MESSENGER,
        address=str(account),
        locale="ru",
        token=token,
        profile=village.profile,
    )


async def fails(village: Village, account: int, times: int) -> None:
    for number in range(times):
        with pytest.raises(InvitationNotValid):
            await tries(village, account, f"wrong-{number}")


async def test_the_fifth_wrong_code_shuts_the_door_for_a_right_one_too(village: Village) -> None:
    anna = await village.curator()
    account = village.account()
    token = await village.link(anna, Role.MENTEE)
    await fails(village, account, 4)
    with pytest.raises(TooManyWrongCodes) as locked:
        await tries(village, account)
    until = locked.value.args_for_text["until"]
    assert until.at == village.wall() + timedelta(minutes=15)
    village.later(minutes=14, seconds=59)
    with pytest.raises(TooManyWrongCodes):
        await tries(village, account, token)
    assert await village.known(account) is None
    village.later(seconds=1)
    assert (await tries(village, account, token)).new


async def test_four_wrong_ones_and_a_right_one_let_in(village: Village) -> None:
    anna = await village.curator()
    account = village.account()
    await fails(village, account, 4)
    assert (await tries(village, account, await village.link(anna, Role.MENTEE))).new


async def test_slow_mistakes_lock_nobody_out(village: Village) -> None:
    account = village.account()
    for _ in range(8):
        await fails(village, account, 1)
        village.later(minutes=3)


async def test_one_account_does_not_lock_another(village: Village) -> None:
    first, second = village.account(), village.account()
    await fails(village, first, 4)
    with pytest.raises(TooManyWrongCodes):
        await tries(village, first)
    await fails(village, second, 1)


async def test_the_curators_of_somebody_known_hear_of_it_once(village: Village) -> None:
    anna = await village.curator()
    boris = await village.curator("Лицей", "Рост")
    dima = await village.joins(anna, Role.MENTEE)
    await village.said()
    for _ in range(3):
        await fails(village, dima.account, 4)
        with pytest.raises(TooManyWrongCodes):
            await tries(village, dima.account)
        village.later(minutes=16)
    told = await village.notices(wrong_codes.KIND)
    assert [one.to for one in told] == [(await village.actor(anna)).person_id]
    [letter] = await village.letters(wrong_codes.KIND)
    assert letter.key == "letter-wrong-codes"
    assert not await village.notices(
        wrong_codes.KIND, to=(await village.actor(boris)).person_id
    )
    village.later(days=1)
    await fails(village, dima.account, 4)
    with pytest.raises(TooManyWrongCodes):
        await tries(village, dima.account)
    assert len(await village.notices(wrong_codes.KIND)) == 2


async def test_of_a_stranger_the_operators_hear_and_the_curators_do_not(village: Village) -> None:
    await village.curator()
    operator = village.account()
    await village.opens(operator, (await village.issue(Role.OPERATOR, "Хозяин")).token)
    account = village.account()
    await fails(village, account, 4)
    with pytest.raises(TooManyWrongCodes):
        await tries(village, account)
    told = await village.notices(wrong_codes.KIND)
    assert [one.to for one in told] == [(await village.actor(operator)).person_id]
    [letter] = await village.letters(wrong_codes.KIND)
    assert letter.key == "letter-wrong-codes-stranger"


async def test_tried_codes_are_kept_for_a_day_and_never_the_codes_themselves(
    village: Village,
) -> None:
    account = village.account()
    await fails(village, account, 2)
    village.later(days=1, seconds=1)
    await fails(village, village.account(), 1)
    async with village.db.reader.connect() as connection:
        rows = (await connection.execute(table.select())).all()
    assert len(rows) == 1
    assert "wrong-" not in str(rows)

"""The whole thin story through the running product: nothing of it is replaced but the clock."""

from bot.domain.access import Role
from tests.town import House


async def test_a_stranger_is_told_how_to_come_in(house: House) -> None:
    bob = await house.newcomer("Bob")
    await bob.starts()
    await bob.waits_for("ссылку-приглашение")


async def test_a_curator_sees_her_programme(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.waits_for("Траектория")
    assert await house.link(Role.MENTEE)

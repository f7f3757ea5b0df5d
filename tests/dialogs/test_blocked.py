"""The curator finds who has stopped the bot, and comes to the card of that person."""

from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def test_who_stopped_the_bot_is_found_from_the_desk_and_from_the_digest(
    house: House,
) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await dima.blocks()
    await house.pair(DIMA, IGOR)
    await house.settles()
    await igor.waits_for("вы — пара")
    await at_desk(anna)
    await anna.clicks("Рабочий стол")
    await anna.clicks("Кому не доходят письма (1)")
    await anna.waits_for("• Дима Орлов, с 1")
    assert "не дошло: о парах — " in anna.sees
    await anna.clicks("👤 Дима Орлов")
    await anna.waits_for("🔕 Связь: бот остановлен, письма не доходят")
    await anna.says("/language")
    await anna.clicks("English")
    await anna.clicks("Траектория")
    await anna.clicks("Desk")
    await anna.clicks("Digest")
    await anna.waits_for("🔕 1 person has stopped the bot")
    await anna.clicks("Whom no letter reaches (1)")
    await anna.waits_for("did not arrive: on pairs")
    await dima.unblocks()
    await dima.says("/start")
    await house.settles()
    await anna.clicks("Back")
    await anna.waits_for_button("Desk")
    await anna.clicks("Desk")
    await anna.waits_for("To find")
    assert not any("no letter" in one for one in anna.buttons)

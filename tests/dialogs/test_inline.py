"""Names looked for while typing `@bot ...`: in one's own chat with the bot, and nowhere else."""

from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, at_desk, comes
from tests.town import House

GONE = "Этого уже нет"


async def test_a_card_is_opened_from_the_field_and_nothing_stays_in_the_chat(house: House) -> None:
    anna = await house.curator()
    for one in (DIMA, IGOR, KATYA):
        await comes(house, one)
    await house.pair(DIMA, IGOR)
    await at_desk(anna)
    await anna.says("Катя")
    await anna.clicks("Искать в строке")  # nothing is typed yet
    offered = await anna.searches("орло")
    assert offered == [
        "🤝 Дима Орлов — Игорь Сафонов · пара", "👤 Дима Орлов · наставляемый · в программе",
    ]  # fmt: skip
    await anna.chooses("🤝 Дима Орлов")
    await anna.waits_for("Вместе с")
    assert not any(one.text.startswith("/card") for one in anna.letters), "taken out of the chat"
    await anna.clicks("Назад")
    await anna.waits_for("Пары")
    await anna.searches("Катя")
    await anna.chooses("👤 Катя")
    await anna.waits_for("Катя")
    assert "Катя" in anna.sees


async def test_nobody_else_and_no_other_chat_is_answered(house: House) -> None:
    anna = await house.curator()
    dima, _, _ = await comes(house, DIMA), await comes(house, IGOR), await comes(house, MARAT)
    pair_id = await house.pair(DIMA, IGOR)
    assert await anna.searches("Дима") != []
    for chat_type in ("private", "group", "supergroup", "channel"):
        assert await anna.searches("Дима", chat_type=chat_type) == []
    assert await dima.searches("Игорь") == []
    stranger = await house.newcomer("Sam", language="en")
    await stranger.starts()
    assert await stranger.searches("Дима") == []
    for made_up in ("/card", "/card p", f"/card p{pair_id}", "/card x" + "A" * 22):
        await anna.says(made_up)
        await anna.waits_for(GONE)
    await dima.says("/card p" + "A" * 22)
    await dima.waits_for("не")
    assert "Сафонов" not in dima.sees


async def test_switched_off_at_the_messenger_nothing_is_offered_and_nothing_breaks(
    house: House,
) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    house.stage.telegram.inline.on = False
    house.stage.parts.bot._me = None  # as after a start
    await at_desk(anna)
    await anna.says("Дима")
    await anna.waits_for("Нашлось")
    assert not any("Искать в строке" in one for one in anna.buttons)

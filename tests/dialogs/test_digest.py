"""The curator works through her digest: every line opens its buttons, what is done is shown."""

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def opens(house: House) -> Person:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    await house.passes(days=22)
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Рабочий стол")
    await anna.clicks("Сводка")
    await anna.waits_for("Нужны вы (1)")
    return anna


async def test_what_is_done_from_the_digest_is_shown_in_its_message(house: House) -> None:
    anna = await opens(house)
    pictures = len(anna.photos)
    await anna.clicks("🔴 Дима Орлов")
    await anna.waits_for("22 дня без первой встречи (с 13 марта)")
    await anna.clicks("К сводке")
    await anna.waits_for("Нужны вы (1)")
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("Не проблема")
    await anna.waits_for("Почему это не проблема?")
    await anna.clicks("К сводке")
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("С обоими")
    await anna.waits_for("✓ Дима Орлов — Игорь Сафонов: разговор с обоими")
    assert "Нужны вы" not in anna.sees
    assert "1 пара вернётся сама" in anna.sees
    assert len(anna.photos) == pictures, "it is the same message"


async def test_a_pair_is_put_off_until_a_day_that_is_typed(house: House) -> None:
    anna = await opens(house)
    await anna.clicks("🔴 Дима Орлов")
    await anna.clicks("До даты")
    await anna.waits_for("До какого дня отложить пару")
    await anna.says("20 апреля")
    await anna.waits_for("вернётся в сводку 20 апреля")
    told = [one.text for one in anna.letters if "отложено до 20 апреля" in (one.text or "")]
    assert len(told) == 1, "the digest's own message shows it"

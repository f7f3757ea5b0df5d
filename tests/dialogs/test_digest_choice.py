"""The curator chooses when and of what she hears, notes talks by one tap, and divides the pairs."""

from bot.domain.access import Role
from tests.dialogs.cast import DIMA, IGOR, comes
from tests.dialogs.test_digest import opens
from tests.dialogs.test_team import appointed, in_room
from tests.town import House


async def test_when_and_of_what_the_digest_speaks(house: House) -> None:
    anna = await opens(house)
    await anna.waits_for("📞 Пора поговорить: 2 человека (с опозданием 2, до 7 дней)")
    await anna.clicks("⚙️ Когда и о чём")
    await anna.waits_for("Приходит раз в неделю: понедельник, 9:00")
    await anna.clicks("📅 понедельник")
    await anna.clicks("четверг")
    await anna.waits_for("Приходит раз в неделю: четверг, 9:00")
    await anna.clicks("По будням")
    await anna.waits_for("Приходит по будням в 9:00")
    await anna.clicks("О чём сообщать: обо всём")
    await anna.waits_for("Две вещи не выключаются")
    await anna.clicks("☑ Пара давно не встречалась")
    await anna.waits_for_button("☐ Пара давно не встречалась")
    await anna.clicks("Назад")
    await anna.waits_for_button("О чём сообщать: 1 вид выключен")
    await anna.says("/digest")
    await anna.waits_for("🟢 Все пары в порядке")


async def test_a_talk_is_noted_by_one_tap_and_taken_back(house: House) -> None:
    anna = await opens(house)
    await anna.clicks("📞 Поговорить (2)")
    await anna.waits_for("с опозданием 2, самое долгое — 7 дней. В срок 0 из 2")
    await anna.clicks("⏰ Дима Орлов")
    await anna.waits_for_button("✓ Сегодня отмечен 1 разговор")
    await anna.clicks("⏰ Игорь Сафонов")
    await anna.waits_for("✓ Со всеми поговорили вовремя")
    await anna.clicks("Сегодня отмечено 2 разговора")
    await anna.clicks("✖️ Игорь Сафонов")
    await anna.clicks("Назад")
    await anna.waits_for_button("⏰ Игорь Сафонов")


async def test_pairs_are_entrusted_and_handed_over(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    olga = await appointed(house, Role.DEPUTY, "Ольга")
    await in_room(anna, "Команда")
    await anna.clicks("🤝 Чьи пары чьи")
    await anna.waits_for("Общая: 1 пара")
    await anna.clicks("👤 Ольга")
    await anna.clicks("Выбрать пары")
    await anna.clicks("☐ Дима Орлов — Игорь")
    await anna.waits_for_button("☑ Дима Орлов — Игорь")
    await anna.clicks("Назад")
    await anna.clicks("Показывать только свои пары")
    await anna.waits_for("1 пара, видит только их")
    await anna.clicks("Передать пары на время")
    await anna.clicks("👤 Анна")
    await anna.waits_for("По какой день включительно присмотрит Анна Петрова?")
    await anna.says("20 апреля")
    await anna.waits_for("До 20 апреля за ними смотрит Анна Петрова")
    await house.settles()
    assert any("передаёт вам свои пары" in (one.text or "") for one in anna.letters)
    assert "Дима" not in olga.sees

"""Many pairs at once, as the curator taps it: ticked, looked at, done, taken back."""

from uuid import UUID

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, at_desk, comes, forges
from tests.town import House


async def at_room(anna: Person, room: str = "Сразу много пар") -> None:
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("🗂")
    await anna.clicks("🗂")
    await anna.waits_for_button(room)
    await anna.clicks(room)


async def two_pairs(house: House) -> tuple[list[Person], list[UUID]]:
    people = [await comes(house, one) for one in (DIMA, IGOR, KATYA, MARAT)]
    return people, [await house.pair(DIMA, IGOR), await house.pair(KATYA, MARAT)]


async def test_two_pairs_are_reminded_looked_at_first_and_called_back(house: House) -> None:
    anna = await house.curator()
    (dima, igor, _, marat), _ = await two_pairs(house)
    await house.passes(days=8)
    await marat.blocks()
    await house.settles()
    await at_room(anna)
    await anna.waits_for("Отметьте пары: всего 2.")
    await anna.clicks("Фильтр")
    await anna.clicks("Без встречи")
    await anna.clicks("30 дней")
    await anna.waits_for("Подходит пар: 0 из 2")
    await anna.clicks("☐ 7 дней")
    await anna.waits_for("Подходит пар: 2 из 2")
    await anna.clicks("Назад")
    await anna.clicks("Показать: 2")
    await anna.waits_for("Без встречи: 7 дней и больше")
    await anna.clicks("☑ Все на странице")
    await anna.waits_for("Отмечено: 2 из 2.")
    await anna.clicks("☐ Снять все")
    await anna.waits_for("Отметьте пары")
    await anna.clicks("Катя")
    await anna.clicks("Дима")
    await anna.waits_for("Отмечено: 2 из 2.")
    await anna.clicks("Дальше: 2 пары")
    await anna.clicks("Напомнить обоим")
    await anna.waits_for("Напомнить 2 парам?")
    assert "Уйдёт 3 письма" in anna.sees
    assert "До 1 человека бот не достанет" in anna.sees
    letter = anna.newest
    assert letter is not None
    yes = next(b["data"] for row in letter.inline for b in row if "Напомнить: 2 пары" in b["text"])
    await anna.presses(letter.id, yes)
    await anna.waits_for("✓ Напоминание: 2 пары")
    await forges(house, anna, yes)  # the second tap of a double tap
    assert "До этого ни одно не уйдёт" in anna.sees
    before = len(dima.letters)
    await anna.clicks("Отменить")
    await anna.waits_for("Напоминание отменено")
    assert "Не ушло и уже не уйдёт: 3 из 3." in anna.sees
    await house.passes(minutes=6)
    assert len(dima.letters) == before
    await anna.clicks("К списку пар")
    await anna.clicks("Дима")
    await anna.clicks("Дальше: 1 пара")
    await anna.clicks("Напомнить обоим")
    await anna.clicks("Напомнить: 1 пара")
    await anna.waits_for("✓ Напоминание: 1 пара")
    await house.passes(minutes=6)
    await igor.waits_for("Дима")
    await at_room(anna)
    await anna.clicks("Можно отменить: напоминание, 1 пара")
    await anna.clicks("Отменить")
    await anna.waits_for("Хотя бы одно письмо уже ушло: Дима Орлов — Игорь Сафонов")
    await at_desk(anna)
    await anna.says("Дима")
    await anna.clicks("🤝 Дима")
    await anna.clicks("История и заметки")
    await anna.waits_for("отмена опоздала, письмо уже ушло")
    assert "Анна Петрова: просьба договориться о встрече" in anna.sees


async def test_put_off_a_talk_other_hands_and_a_message_in_english(house: House) -> None:
    anna = await house.curator()
    (dima, *_), _ = await two_pairs(house)
    await house.passes(days=22)
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("2 pairs")
    await at_room(anna, "Many pairs at once")
    await anna.clicks("All on the page")
    await anna.clicks("Next: 2 pairs")
    await anna.clicks("Put off until a day")
    await anna.says("14.04.2030")
    await anna.waits_for("Put off 2 pairs?")
    assert "Back in the digest on 14 April" in anna.sees
    await anna.clicks("Put off 2 pairs")
    await anna.waits_for("✓ Put off: 2 pairs")
    await anna.clicks("Undo")
    await anna.waits_for("the pairs are in the digest again")
    await anna.clicks("To the pairs")
    await anna.clicks("All on the page")
    await anna.clicks("Next: 2 pairs")
    await anna.clicks("Note a talk")
    await anna.clicks("With both")
    await anna.clicks("Note it for 2 pairs")
    await anna.waits_for("✓ Talk noted: 2 pairs")
    await anna.clicks("To the pairs")
    await anna.clicks("All on the page")
    await anna.clicks("Next: 2 pairs")
    await anna.clicks("Hand to a colleague")
    await anna.clicks("(you)")
    await anna.waits_for("Hand over 2 pairs?")
    await anna.clicks("Hand over 2 pairs")
    await anna.waits_for("Анна Петрова cares for them now.")
    await anna.clicks("To the pairs")
    await anna.clicks("Дима")
    await anna.clicks("Next: 1 pair")
    await anna.clicks("Write them a message")
    await anna.says("Hello to <both> of you")
    await anna.waits_for("Ticked pairs: 1")
    assert "2" in anna.sees
    await anna.clicks("Send now")
    await anna.waits_for("Hello to <both> of you")
    await house.passes(minutes=6)
    await dima.waits_for("Hello to <both> of you")

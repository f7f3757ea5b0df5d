"""What strangers read holds no way to reach anybody and no surname."""

import pytest

from bot.domain.contacts_in_words import without_contacts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Пишите: +7 (912) 345-67-89", "Пишите: …"),
        ("мой телефон 89123456789, звоните", "мой телефон …, звоните"),
        ("почта igor.s@mail.ru", "почта …"),
        ("телеграм @igor_safonov", "телеграм …"),
        ("https://vk.com/igor и t.me/igor", "… и …"),
        ("Зовут Игорь Сафонов, с Сафоновым легко", "Зовут Игорь …, с … легко"),
        ("Работаю 10 лет, 2 проекта, с 2015 года", "Работаю 10 лет, 2 проекта, с 2015 года"),
        ("Цена 100-200 рублей", "Цена 100-200 рублей"),
    ],
)
def test_contacts_and_surnames_are_left_out(text: str, read: str) -> None:
    assert without_contacts(text, ["Сафонов"]) == read


def test_a_short_surname_hides_itself_alone() -> None:
    assert without_contacts("Ли и Лида: решали задачи", ["Ли"]) == "… и Лида: решали задачи"

"""Settings of a programme, its copy and the archive, as conversations."""

from sandbox.people import Person
from tests.dialogs.cast import DIMA, comes
from tests.dialogs.test_team import in_room
from tests.town import House


async def at_settings(anna: Person) -> None:
    await in_room(anna, "Настройки")
    await anna.waits_for("⚙️ Траектория · Колледж №1")


async def test_everything_can_be_changed_later(house: House) -> None:
    anna = await house.curator()
    await at_settings(anna)
    await anna.clicks("Цели")
    await anna.waits_for("сколько наставляемых хотите собрать?")
    for number in ("40", "20", "18"):
        await anna.says(number)
    await anna.waits_for("Цель, пар: 18")
    await anna.clicks("Даты")
    await anna.waits_for("Когда она начинается?")
    await anna.says("1 октября 2029")
    await anna.waits_for("Начало: 1 октября")
    await anna.says("30.06.2030")
    await anna.waits_for("1 октября — 30 июня")
    await anna.clicks("Организация")
    await anna.waits_for("Тип не указан · часы: Челябинск, Екатеринбург")
    await anna.clicks("Тип организации")
    await anna.waits_for("Что это за организация?")
    await anna.clicks("Вуз")
    await anna.waits_for("Вуз · часы")
    await anna.clicks("Численность")
    await anna.waits_for("сколько обучающихся всего?")
    await anna.says("900")
    await anna.waits_for("от 10 до 19 лет?")
    await anna.clicks("Пропустить")
    await anna.waits_for("от 15 до 19 лет?")
    await anna.says("300")
    await anna.waits_for("На какой день эти числа?")
    await anna.clicks("1 октября")
    await anna.waits_for("Числа на 1 октября")
    assert "Всего обучающихся: 900" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("⚙️ Траектория")
    await anna.clicks("Название")
    await anna.waits_for("Напишите новое название")
    await anna.says("Траектория 2029/30")
    await anna.waits_for("⚙️ Траектория 2029/30")


async def test_forms_and_variants_are_ticked(house: House) -> None:
    anna = await house.curator()
    await at_settings(anna)
    await anna.clicks("Формы")
    await anna.waits_for_button("☐ Студент — ученик")
    await anna.clicks("☑ Ученик — ученик · 4/4")
    await anna.waits_for("Какие варианты подходят вам?")
    await anna.clicks("☑ Равный — равному")
    await anna.waits_for_button("☐ Равный — равному")
    await anna.clicks("Назад")
    await anna.waits_for_button("☑ Ученик — ученик · 3/4")
    await anna.clicks("☐ Студент — ученик")
    await anna.waits_for("Сейчас эта форма не используется")
    await anna.clicks("Использовать эту форму")
    await anna.waits_for_button("☑ Лидер — равнодушный")
    await anna.clicks("Не использовать")
    await anna.waits_for("Сейчас эта форма не используется")


async def test_last_years_programme_is_copied_and_put_away_and_brought_back(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await at_settings(anna)
    await anna.clicks("Такая же на следующий год")
    await anna.waits_for("«Траектория», 1 сентября — 31 мая 2031")
    await anna.clicks("Создать")
    await anna.waits_for("Первый шаг — позвать людей")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    assert sum(label.startswith("Траектория") for label in anna.buttons) == 2

    await anna.clicks("Траектория")
    await anna.waits_for_button("Ещё…")
    await anna.clicks("Ещё…")
    await anna.waits_for_button("Настройки")
    await anna.clicks("Настройки")
    await anna.waits_for_button("Убрать в архив")
    await anna.clicks("Убрать в архив")
    await anna.waits_for("Убрать «Траектория» в архив?")
    await anna.clicks("Убрать в архив")
    await anna.waits_for_button("🗄 Архив (1)")
    assert sum(label.startswith("Траектория") for label in anna.buttons) == 1
    await dima.says("/menu")
    await dima.waits_for("Пока здесь пусто")

    await anna.clicks("Архив")
    await anna.waits_for("Программы, которые уже закончились")
    await anna.clicks("Траектория")
    await anna.waits_for("Участников: 1")
    await anna.clicks("Посмотреть")
    await anna.waits_for("В архиве: можно смотреть")
    assert not {"Пригласить", "Мониторинг", "Ещё…"} & set(anna.buttons)
    await anna.clicks("В меню")
    await anna.waits_for_button("Архив (1)")
    await anna.clicks("Архив")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("Вернуть из архива")
    await anna.clicks("Вернуть из архива")
    await anna.waits_for_button("Пригласить")
    await dima.says("/menu")
    await dima.waits_for("Твой путь")


async def test_settings_in_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.waits_for_button("English")
    await anna.clicks("English")
    await anna.waits_for("pairs")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("More…")
    await anna.clicks("More…")
    await anna.waits_for_button("Settings")
    await anna.clicks("Settings")
    await anna.waits_for_button("The same for next year")
    await anna.clicks("The same for next year")
    await anna.waits_for("4 forms with variants, targets, settings and the road map")
    await anna.clicks("Back")
    await anna.clicks("Put into the archive")
    await anna.waits_for("Links stop working")
    await anna.clicks("Put into the archive")
    await anna.waits_for_button("🗄 Archive (1)")

"""A table of people comes in through the chat, from the template to somebody's own first screen."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.dialogs.bases import base_import
from bot.domain.access import Role
from bot.domain.profile import Profile
from bot.reports.base_files import listed
from bot.reports.workbooks import Cell
from sandbox.people import Person
from tests.dialogs.cast import at_desk
from tests.town import House


def table(profile: Profile, *rows: tuple[Cell, ...], role: Role = Role.MENTEE) -> bytes:
    headings = [column.heading.say("ru") for column in profile.bases[role].imported]
    return listed("Список", headings, [20] * len(headings), rows)


def cells(content: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True))


async def at_bases(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.waits_for("Базы участников")


async def at_import(anna: Person) -> None:
    await at_bases(anna)
    await anna.clicks("Загрузить таблицу")
    await anna.waits_for("Кого вносим?")
    await anna.clicks("Наставляемых")
    await anna.waits_for("Пришлите файл")


async def test_a_table_becomes_people_with_links_of_their_own(
    house: House, profile: Profile
) -> None:
    anna = await house.curator()
    await at_import(anna)
    await anna.clicks("Шаблон")
    template = cells(await anna.waits_for_document("База наставляемых"))
    assert template[0][:2] == ("ФИО", "Год рождения")
    await anna.waits_for("Пришлите файл")

    await anna.sends_file(
        "9Б.xlsx",
        table(
            profile,
            ("Ёлкина Лена", "2000", "9Б", "Математика", "Спорт"),
            ("Иван =1+1", 2001, "9Б", "Физика, найти себя", None),
            ("Кривой Год", "давно", "9Б", None, None),
            ("Елкина  лена", None, "9-б", None, None),
        ),
    )
    preview = await anna.waits_for("Строк: 4 · новых: 2 · уже есть: 1 · с ошибками: 1")
    assert "строка 5 повторяет строку 2" in preview.text
    assert "строка 4, «Год рождения»: Не получилось понять ответ" in preview.text
    assert "Кривой" not in preview.text
    await anna.clicks("Все ошибки файлом")
    faults = cells(await anna.waits_for_document("Ошибки"))
    assert faults[1][:2] == (4, "Год рождения")
    await anna.waits_for("Строк: 4")

    await anna.clicks("Внести 2 человек без ошибок")
    links = cells(await anna.waits_for_document("Ссылки"))
    await anna.waits_for("✓ Внесены 2 наставляемых")
    assert [row[0] for row in links[1:]] == ["Ёлкина Лена", "Иван =1+1"]

    lena = await house.newcomer("Lena")
    token = str(links[1][1]).split("start=")[1]
    await lena.starts(token)
    await lena.clicks("Русский")
    await lena.clicks("Начать")
    await lena.clicks("18 и старше")
    await lena.clicks("Соглас")
    await lena.waits_for("Где ты учишься?")  # what was in the table is not asked again
    stranger = await house.newcomer("Oleg")
    await stranger.starts(token)
    await stranger.waits_for("больше не действует")


async def test_the_same_table_twice_adds_nobody(house: House, profile: Profile) -> None:
    anna = await house.curator()
    content = table(profile, ("Лена Иванова", "2000", "9Б", None, None))
    await at_import(anna)
    await anna.sends_file("list.xlsx", content)
    await anna.clicks("Внести 1 человека")
    await anna.waits_for("✓ Внесён 1 наставляемый")
    await anna.clicks("Другой файл")
    await anna.waits_for("Пришлите файл")
    await anna.sends_file("list.xlsx", content)
    await anna.waits_for("строка 2 — Лена Иванова")
    assert "Новых людей здесь нет" in anna.sees
    assert not any("Внести" in label for label in anna.buttons)


async def test_what_is_no_table_is_refused_in_words_and_the_screen_stays(house: House) -> None:
    anna = await house.curator()
    await at_import(anna)
    await anna.says("вот")
    await anna.waits_for("нужен файл с таблицей")
    await anna.sends_file("x.xlsx", b"PK\x03\x04 nothing of the kind")
    await anna.waits_for("файл повреждён")
    await anna.sends_file("x.csv", "Чего-то;нет\n1;2\n".encode())
    await anna.waits_for("Не нашлось столбца «ФИО»")
    await anna.sends_file("x.csv", "ФИО;Класс\nЛена;9Б\n".encode("cp1251"))
    await anna.waits_for("новых: 1")


async def test_a_file_too_big_to_be_fetched_is_refused_before(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base_import, "MEGABYTES", 1 / 1024)
    anna = await house.curator()
    await at_import(anna)
    await anna.sends_file("x.csv", "ФИО\n".encode() * 200)
    await anna.waits_for("Разделите таблицу на две")
    await anna.sends_file("x.csv", "ФИО\nЛена\n".encode())
    await anna.waits_for("новых: 1")


async def test_a_personal_link_and_a_removal_from_the_card(house: House, profile: Profile) -> None:
    anna = await house.curator()
    await at_import(anna)
    await anna.sends_file("list.xlsx", table(profile, ("Лена Иванова", "2000", "9Б", None, None)))
    await anna.clicks("Внести 1 человека")
    await anna.waits_for("✓ Внесён 1 наставляемый")
    await at_bases(anna)
    await anna.clicks("Наставляемые (1)")
    await anna.waits_for_button("Лена Иванова · ссылка не открыта")
    await anna.says("ИВАН")
    await anna.waits_for("Ищем «ИВАН»")
    await anna.clicks("Лена Иванова")
    await anna.waits_for("Ссылка ещё не открыта")
    await anna.clicks("Личная ссылка")
    await anna.waits_for("Лена Иванова, это личное приглашение")
    await anna.clicks("Удалить запись")
    await anna.waits_for("исчезнут совсем")
    await anna.clicks("Удалить")
    await anna.waits_for("✓ Запись удалена")
    assert "Никого не нашлось" in anna.sees


async def test_an_import_in_english(house: House, profile: Profile) -> None:
    anna = await house.curator(language="en")
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("“Траектория”")
    await anna.clicks("Траектория")
    await anna.waits_for_button("More")
    await anna.clicks("More")
    await anna.clicks("Lists of people")
    await anna.clicks("Import a table")
    await anna.clicks("Mentors")
    await anna.waits_for("Send an Excel or CSV file")
    await anna.clicks("Template")
    await anna.waits_for_document("Mentors")
    await anna.sends_file(
        "m.csv", b"Full name,Year of birth,Who they are\nPavel Petrov,1985,From a company\n"
    )
    await anna.clicks("Add 1 person")
    await anna.waits_for_document("Links")
    await anna.waits_for("✓ 1 mentor added")

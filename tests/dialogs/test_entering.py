"""The curator enters somebody who uses no messenger, in the chat, and tells them the news."""

from io import BytesIO

from openpyxl import load_workbook

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def answers(anna: Person, *steps: str) -> None:
    for step in steps:
        if step.startswith(":"):
            await anna.clicks(step[1:])
        else:
            await anna.says(step)


async def test_a_minor_is_entered_with_two_papers(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.clicks("Внести за участника")
    await anna.waits_for("Сначала подписанное согласие")
    await anna.clicks("Наставляемого")
    await anna.waits_for("Сколько лет")
    await anna.clicks("От 14 до 17")
    await anna.waits_for("Документ 1 из 2")
    await anna.says("подписано")
    await anna.waits_for("Нужны дата и номер")
    await anna.says("12.03.2030 № 15")
    await anna.waits_for("Документ 2 из 2")
    await anna.says("12.03.2030 № 16")
    await anna.waits_for("Анкета участника · 1 из")
    await anna.says("Тамара Белова")
    await anna.waits_for("2 из")
    await anna.clicks("Пауза")
    await anna.waits_for("👋")
    await anna.clicks("Траектория")
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.clicks("Внести за участника")
    await anna.waits_for("Начатое можно продолжить")
    await anna.clicks("Продолжить: Имя пока не названо")
    await anna.waits_for("2 из")


async def test_an_adult_is_entered_approved_and_told_by_word(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.clicks("Внести за участника")
    await anna.clicks("Наставляемого")
    await anna.clicks("18 или больше")
    await anna.waits_for("Согласие на бумаге")
    assert "Документ" not in anna.sees
    await anna.says("12.03.2030 № 15")
    await anna.waits_for("Анкета участника · 1 из")
    for typed in ("Тамара Белова", "2000", "Колледж", "ПО-21", "Математика"):
        await anna.says(typed)
        await house.settles()
    await anna.clicks("Дальше")
    await anna.clicks("Пропустить")
    await anna.clicks("Пропустить")
    await anna.says("вт после 16")
    await house.settles()
    await anna.clicks("Дальше")
    await anna.clicks("Очно")
    await anna.clicks("Дальше")
    await anna.clicks("Пропустить")
    await anna.clicks("Пропустить")
    await anna.waits_for("Проверьте ответы участника")
    await anna.clicks("Отправить анкету")
    await anna.waits_for("✓ Тамара Белова: анкета отправлена")
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.clicks("Тамара Белова")
    await anna.clicks("Принять")
    await anna.waits_for("✓ Тамара Белова")
    await house.settles()

    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.clicks("Внести за участника")
    await anna.waits_for("нужно передать словами")
    await anna.clicks("Передать словами (1)")
    await anna.waits_for("🗣 Тамара Белова · осталось передать: 1")
    await anna.clicks("✓ Передано")
    await anna.waits_for("Всё передано")


async def test_the_bases_are_exported_as_a_workbook(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("Базы участников")
    await anna.waits_for_button("Наставляемые (1)")
    await anna.clicks("Выгрузить в Excel")
    content = await anna.waits_for_document("Базы участников 2030-03-13.xlsx")
    mentees, mentors, about = load_workbook(BytesIO(content)).worksheets
    assert [cell.value for cell in mentees[2]][1:3] == ["Дима Орлов", "представитель — в боте"]
    assert mentors["B2"].value == "Игорь Сафонов"
    assert about["B2"].value == "Траектория"
    await anna.waits_for_button("Наставники (1)")
    await anna.clicks("Наставники (1)")
    await anna.clicks("Игорь Сафонов")
    await anna.waits_for("🤝 В паре: Дима Орлов")
    assert "ЧТЗ" in anna.sees


async def test_a_mentor_is_entered_in_english(house: House) -> None:
    anna = await house.curator(language="en")
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("“Траектория”")
    await anna.clicks("Траектория")
    await anna.waits_for_button("More")
    await anna.clicks("More")
    await anna.clicks("Lists of people")
    await anna.clicks("Enter for somebody")
    await anna.clicks("A mentor")
    await anna.clicks("18 or over")
    await anna.waits_for("Consent on paper")
    await anna.says("No. 7, 01/03/2030")
    await anna.waits_for("Their form · 1 of")
    await anna.says("Sergei Petrov")
    await anna.waits_for("2 of")

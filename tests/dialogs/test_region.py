"""The coordinator looks at the region, finds a school and reminds it; its head has a page."""

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from bot.domain.access import Role
from bot.usecases.programme import organisations
from bot.usecases.team import team
from sandbox.people import Person
from tests.dialogs.cast import village_of
from tests.town import House
from tests.usecases.test_regions import tells

BY_FORM = {"yes.teacher_learner": 60, "yes.pupil_pupil": 3, "yes": 7, "no": 130}


async def coordinator(house: House, *, language: str = "ru") -> Person:
    vera = await house.newcomer("Vera", language=language)
    await vera.starts(await house.stage.invite(Role.REGION, "Центр"))
    await vera.waits_for_button("В меню" if language == "ru" else "Menu")
    await vera.says("Вера Павлова")
    await vera.waits_for("👋 Вера Павлова")
    return vera


async def region(vera: Person, button: str = "Картина по региону") -> None:
    await vera.says("/menu")
    await vera.waits_for_button(button)
    await vera.clicks(button)


async def test_the_coordinator_reminds_who_is_behind_and_the_head_reads_his_page(
    house: House,
) -> None:
    anna = await house.curator()
    await house.stage.invite(Role.CURATOR, "Школа №7")
    vera = await coordinator(house)
    await house.passes(minutes=2)
    await tells((await village_of(house))[0], BY_FORM)
    await region(vera)
    await vera.waits_for("Организаций: 2, куратор есть в 1")
    await vera.clicks("По формам")
    await vera.waits_for("· Учитель — ученик или студент: 30 % (120 из 400)")
    assert "· Ученик — ученик: 1,5 % (6 из 400)" in vera.sees
    assert "Охват: доля от всех обучающихся" in vera.sees
    assert "Удовлетворённость: доля" not in vera.sees
    await vera.clicks("Назад")
    await vera.waits_for("Организаций: 2, куратор есть в 1")
    assert "не согласована дорожная карта: 1" in vera.sees
    await vera.clicks("Организации")
    await vera.waits_for("Школа №7: нет куратора")
    await vera.says("колл")
    await vera.waits_for("Найдено: 1")
    await vera.clicks("Колледж №1")
    await vera.waits_for("🟡 Отстаёт: не согласована дорожная карта")
    await vera.clicks("Напомнить")
    await vera.waits_for("просит обратить внимание: не согласована дорожная карта")
    await vera.clicks("Отправить напоминание")
    await vera.waits_for("✉️ Напоминание: сегодня")
    assert not any("Напомнить" in label for label in vera.buttons)
    await house.passes(days=1)
    await anna.waits_for("Региональный координатор (Вера Павлова) просит обратить внимание")
    link = await team.invite_member(
        house.stage.parts.db, await house.world.actor(101), role=Role.HEAD,
        programme_id=house.programme_id,
    )  # fmt: skip
    oleg = await house.newcomer("Oleg")
    await oleg.starts(link.token)
    await oleg.waits_for("Как вас зовут?")
    await oleg.says("Олег Иванов")
    await oleg.waits_for("👋 Олег Иванов")
    await region(oleg, "Моя организация")
    await oleg.waits_for("Куратор: Анна Петрова")
    assert "🗺 Дорожной карты пока нет" in oleg.sees
    assert "✉️ Региональный координатор напоминал" in oleg.sees


async def test_files_for_the_region_and_the_same_in_english(house: House) -> None:
    await house.curator()
    me = await house.world.actor(101)
    await organisations.count(
        house.stage.parts.db, me, organisation_id=me.assignments[0].organisation_id,
        numbers={"total": 100}, on=date(2030, 3, 1),
    )  # fmt: skip
    vera = await coordinator(house, language="en")
    await house.passes(minutes=2)
    await tells((await village_of(house))[0], BY_FORM)
    await region(vera, "The region at a glance")
    await vera.waits_for("Organisations: 1, with a curator: 1")
    await vera.clicks("By form")
    await vera.waits_for("· Pupil to pupil: …\n· Teacher to learner: 30% (60 of 200)")
    await vera.clicks("Back")
    await vera.clicks("As a table")
    book = load_workbook(BytesIO(await vera.waits_for_document("Region")))
    page = book.worksheets[0]
    assert [page.cell(2, 1).value, page.cell(2, 9).value] == ["Колледж №1", 0]
    forms = [[cell.value for cell in row] for row in book["By form"].iter_rows()]
    assert forms[0][1] == "Learners taking part in mentoring · Pupil to pupil, %"
    assert forms[1:] == [
        ["Колледж №1", "…", "…", "…", "…", "…", "…"],
        ["The whole region", "…", "…", "…", 30, 60, 200],
    ]
    await vera.clicks("As a picture")
    await vera.waits_for("📊 Coverage by organisation on 13 March")
    await region(vera, "The region at a glance")
    await vera.clicks("Compare years")
    await vera.waits_for("2029/2030 · on 13 March")
    assert "There are no earlier years in this bot yet" in vera.sees

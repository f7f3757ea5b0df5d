"""A curator writes a questionnaire anew in a file and publishes it, as conversations."""

from collections.abc import Mapping
from io import BytesIO

from openpyxl import load_workbook

from bot.dialogs.monitoring import questionnaire_file
from bot.usecases.monitoring import waves
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes, forges
from tests.town import House

NEXT_PAGE = "›"
Changes = Mapping[tuple[str, str], str | None]  # (item, column) -> what to write there


async def at_questionnaires(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("📋 Анкеты")
    await anna.waits_for("То, о чём программа спрашивает")


async def leafs_to(anna: Person, title: str) -> None:
    while not any(title in label for label in anna.buttons):
        await anna.clicks(NEXT_PAGE)
        await anna.waits_for("То, о чём программа спрашивает")


async def at_middle(anna: Person) -> None:
    await at_questionnaires(anna)
    await leafs_to(anna, "Середина пути")
    await anna.clicks("Середина пути")
    await anna.waits_for("Обоим в паре")


def edited(content: bytes, changes: Changes, *, add: Mapping[str, str] | None = None) -> bytes:
    """As a person does it in a spreadsheet program: cells of the first sheet, a row at its end."""
    book = load_workbook(BytesIO(content))
    page = book["survey"]
    table = [[cell.value for cell in row] for row in page.iter_rows()]
    columns = {str(heading): place for place, heading in enumerate(table[0], 1)}
    rows = {row[columns["name"] - 1]: number for number, row in enumerate(table, 1)}
    for (item, column), value in changes.items():
        page.cell(rows[item], columns[column]).value = value
    for column, value in (add or {}).items():
        page.cell(len(table) + 1, columns[column]).value = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


RU, EN = "label::Русский (ru)", "label::English (en)"
WRONG: Changes = {
    ("comfort", "relevant"): "${usefull} > 3",
    ("often", "type"): "select_one oftn",
}
NEW = {
    "type": "text", "name": "surprise", RU: "Что удивило?", EN: "What was a surprise?",
    "required": "no", "relevant": "${useful} > 8",
}  # fmt: skip


async def test_a_questionnaire_is_changed_in_a_file_and_the_next_wave_asks_it(
    house: House,
) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await at_middle(anna)
    assert "5 вопросов · около 2 минут" in anna.sees
    assert "как задумано в программе" in anna.sees
    await anna.clicks("Скачать файл")
    content = await anna.waits_for_document("Середина пути")
    await anna.waits_for("Обоим в паре")

    await anna.clicks("Прислать переделанный")
    await anna.waits_for("без вашего «Опубликовать»")
    await anna.says("вот")
    await anna.waits_for("нужен файл")
    await anna.sends_file("анкета.xlsx", content)
    await anna.waits_for("менять нечего")
    await anna.sends_file("анкета.xlsx", edited(content, WRONG))
    await anna.waits_for("2 места, которые надо поправить")
    assert "строка 3, столбец relevant: вопроса «usefull» в анкете нет" in anna.sees
    assert "строка 4, столбец type: списка «oftn» нет" in anna.sees

    right = edited(content, {("change", RU): "Что бы вы поменяли?"}, add=NEW)
    await anna.sends_file("анкета.xlsx", right)
    await anna.waits_for("всё читается")
    assert "6 вопросов" in anna.sees
    assert "Добавлено (1): «Что удивило?»" in anna.sees
    assert "Другие слова (1): «Что бы вы поменяли?»" in anna.sees

    await at_middle(anna)  # she was called away: what she sent waits for her
    await anna.clicks("Присланный файл: не опубликован")
    await anna.waits_for("всё читается")
    assert "Добавлено (1): «Что удивило?»" in anna.sees
    await anna.clicks("Пройти как участник")
    await anna.waits_for("1 из 5 · ответы не сохраняются")
    await anna.clicks("9")  # a rule opens one more
    await anna.waits_for("2 из 6")
    await anna.clicks("Назад")
    await anna.waits_for("Сейчас: 9")
    await anna.clicks("3")
    await anna.waits_for("2 из 5")
    await anna.says("7")
    await anna.clicks("Раз в месяц")
    await anna.clicks("Да")
    await anna.clicks("Пропустить")
    await anna.waits_for("вы видели 5 вопросов из 6")
    await anna.clicks("Назад")
    await anna.waits_for("всё читается")
    await anna.clicks("Как ученик, на «ты»")
    await anna.clicks("3")
    await anna.clicks("7")
    await anna.clicks("Раз в месяц")
    await anna.waits_for("Тебе нравится участвовать в программе?")
    await anna.clicks("Хватит")
    await anna.waits_for("Пройдите её как участник")
    await anna.clicks("Опубликовать")
    await anna.waits_for("Новые опросы пойдут с этой версией")
    assert "Спрашиваем вашу версию 2: Анна Петрова" in anna.sees

    await waves.open_wave(
        house.stage.parts.db,
        await house.world.actor(101),
        programme_id=house.programme_id,
        days=10,
        profile=house.stage.parts.profile,
    )
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("«Середина пути»")
    await dima.waits_for("1 из 5")
    await dima.clicks("9")
    await dima.waits_for("2 из 6")

    await at_middle(anna)
    await anna.clicks("Вернуть прежнюю")
    await anna.waits_for("Уже собранные ответы останутся")
    await anna.clicks("Убрать")
    await anna.waits_for("Вернули прежнюю версию")
    assert "как задумано в программе" in anna.sees
    await dima.says("7")  # whoever has begun ends the version begun
    await dima.waits_for("3 из 6")


async def test_a_new_questionnaire_grows_from_the_sample_in_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("0 pairs")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.clicks("Monitoring")
    await anna.clicks("📋 Questionnaires")
    await anna.clicks("New questionnaire")
    await anna.waits_for("Download the sample")
    await anna.clicks("Download the sample")
    content = await anna.waits_for_document("My questionnaire")
    await anna.waits_for("put your questions in place")
    broken = edited(content, {("often", EN): None, ("useful", "parameters"): "start=1 end=two"})
    await anna.sends_file("questionnaire.xlsx", broken)
    await anna.waits_for("needs mending")
    assert "row 3, column parameters: a scale goes from a whole number" in anna.sees
    await anna.sends_file("questionnaire.xlsx", edited(content, {("often", EN): None}))
    await anna.waits_for("row 2, column label::English (en): the words in this language")
    await anna.sends_file("questionnaire.xlsx", content)
    await anna.waits_for("all of it can be read")
    await anna.clicks("‹ Back")
    await anna.waits_for_button("New questionnaire")
    while not any("👀 My questionnaire" in label for label in anna.buttons):
        await anna.clicks(NEXT_PAGE)
        await anna.waits_for_button("New questionnaire")
    await anna.clicks("👀 My questionnaire")
    await anna.waits_for("all of it can be read")
    await anna.clicks("Publish")
    await anna.waits_for("Asked in your version 1: Анна Петрова")
    await anna.clicks("Walk through it")
    await anna.waits_for("1 of 3 · nothing is stored")
    await anna.clicks("Not met yet")  # nothing to be useful then
    await anna.waits_for("2 of 2")
    await anna.clicks("Enough")
    await anna.waits_for("Asked in your version 1")
    await anna.clicks("‹ Back")
    await anna.clicks("New questionnaire")
    await anna.sends_file("questionnaire.xlsx", content)
    await anna.waits_for("There is a questionnaire of that name")


async def test_what_matching_reads_is_looked_at_and_never_changed(house: House) -> None:
    anna = await house.curator()
    await at_questionnaires(anna)
    await anna.clicks("Анкета · наставляемым")
    await anna.waits_for("переделать нельзя")
    assert not any("Прислать" in label for label in anna.buttons)
    await anna.clicks("Скачать файл")
    content = await anna.waits_for_document("Анкета")
    await anna.waits_for("переделать нельзя")
    await anna.clicks("Назад")
    await anna.clicks("Новая анкета")
    changed = edited(content, {("needs", RU): "Что нужно?"})
    await anna.sends_file("анкета.xlsx", changed)
    await anna.waits_for("по её ответам подбираются пары")


async def test_many_faults_come_as_a_file_and_a_forged_key_is_nothing(house: House) -> None:
    anna = await house.curator()
    await at_questionnaires(anna)
    shown = anna.letters[-1]
    data = next(b["data"] for row in shown.inline for b in row if "Как всё прошло" in b["text"])
    assert data.endswith("after")
    await forges(house, anna, data.removesuffix("after") + "../../x")
    await anna.waits_for_alert("Этого уже нет")
    await at_middle(anna)
    await anna.clicks("Скачать файл")
    content = await anna.waits_for_document("Середина пути")
    await anna.clicks("Прислать переделанный")
    keys = ("useful", "comfort", "often", "glad", "change")
    changes: Changes = {
        **{(key, "relevant"): "today()" for key in keys},
        **{(key, "bot"): "x" for key in keys},
    }
    await anna.sends_file("анкета.xlsx", edited(content, changes))
    await anna.waits_for("надо поправить")
    await anna.clicks("Все замечания файлом")
    rows = load_workbook(BytesIO(await anna.waits_for_document("Замечания"))).worksheets[0]
    assert rows.max_row > questionnaire_file.SHOWN
    await anna.sends_file("фото.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00")
    await anna.waits_for("Не получилось прочитать")

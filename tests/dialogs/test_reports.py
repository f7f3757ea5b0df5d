"""The curator writes what only a person can write, and takes the report as a file."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, at_desk, comes
from tests.dialogs.test_stages import at_rooms
from tests.town import House

pytestmark = pytest.mark.usefixtures("at_once")


async def at_report(anna: Person) -> None:
    await at_rooms(anna)
    await anna.clicks("Отчёты и документы")
    await anna.waits_for("Всё собирается из того, что уже есть")
    await anna.clicks("Отчёт о программе")
    await anna.waits_for("Проблемы: пока пусто")


def words_of(docx: bytes) -> str:
    document = Document(io.BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


async def test_the_report_is_written_and_taken_as_word_and_pdf(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await at_report(anna)
    await anna.clicks("Проблемы, планы, практики")
    await anna.waits_for("Что пишете вы")
    await anna.clicks("✏️ Проблемы")
    await anna.waits_for("С чем программа столкнулась")
    await anna.says("Мало времени после уроков\nДима Орлов болел")
    await anna.waits_for("Мало времени после уроков")
    assert "… … болел" in anna.sees
    await anna.clicks("✏️ Планы")
    await anna.says("Открыть вторую группу")
    await anna.waits_for("Открыть вторую группу")
    await anna.clicks("Лучшие практики")
    await anna.waits_for("Пока нет пар, где оба согласились на публикацию")
    await anna.clicks("Назад")
    await anna.clicks("Назад")
    await anna.waits_for("✓ Планы описаны")
    await anna.clicks("За другие дни")
    await anna.says("как обычно")
    await anna.waits_for("Не получилось узнать дату")
    await anna.says("с 1 сентября по 31 декабря")
    await anna.waits_for("с 1 сентября 2029 по 31 декабря 2029")
    await anna.clicks("⬇️ Word")
    docx = await anna.waits_for_document("Отчёт о программе")
    await anna.waits_for("За дни: с 1 сентября 2029")
    said = words_of(docx)
    for one in (
        "Отчёт о реализации программы наставничества «Траектория»", "Мало времени после уроков",
        "13. Планы", "Открыть вторую группу", "Анна Петрова", "Колледж №1",
    ):  # fmt: skip
        assert one in said, one
    await anna.clicks("За другие дни")
    await anna.clicks("Вся программа до сегодня")
    await anna.waits_for("по 13 марта 2030")
    await anna.clicks("⬇️ PDF")
    pdf = await anna.waits_for_document("Отчёт о программе")
    pages = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Открыть вторую группу" in pages
    await anna.clicks("Исполнение дорожной карты")
    assert "Дорожная карта ещё не составлена" in words_of(
        await anna.waits_for_document("Исполнение дорожной карты")
    )


async def test_papers_are_made_of_our_template_or_of_ones_own(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await at_rooms(anna)
    await anna.clicks("Отчёты и документы")
    await anna.clicks("Приказы, соглашения, согласия")
    await anna.clicks("Соглашение о наставничестве")
    await anna.waits_for("Пока не для кого")
    await anna.clicks("Назад")
    await anna.clicks("Приказ о назначении куратора")
    await anna.waits_for("Один документ на программу")
    await anna.clicks("⬇️ PDF")
    pdf = await anna.waits_for_document("Приказ о назначении куратора")
    assert "Анна Петрова" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    await anna.clicks("Свой шаблон")
    await anna.waits_for("[[кураторы]]")
    await anna.says("вот")
    await anna.waits_for("Нужен файл Word")
    await anna.sends_file("приказ.docx", _docx("Назначить [[директор]]"))
    await anna.waits_for("Поля «директор» нет")
    await anna.clicks("Прислать исправленный")
    await anna.sends_file("приказ.docx", b"hello")
    await anna.waits_for("это не документ Word")
    await anna.sends_file("приказ.docx", _docx("Куратор у нас [[Кураторы]]"))
    await anna.waits_for("по вашему шаблону: версия 1")
    assert not any("PDF" in label for label in anna.buttons)
    assert "сохраните его как PDF" in anna.sees
    await anna.clicks("⬇️ Word")
    made = await anna.waits_for_document("Приказ о назначении куратора")
    assert words_of(made) == "Куратор у нас Анна Петрова"
    await anna.clicks("Свой шаблон")
    await anna.waits_for_button("✓ Версия 1")
    await anna.clicks("Вернуть шаблон бота")
    await anna.waits_for("Один документ на программу")
    await anna.waits_for_button("PDF")


def _docx(words: str) -> bytes:
    document, made = Document(), io.BytesIO()
    document.add_paragraph(words)
    document.save(made)
    return made.getvalue()


async def test_an_agreement_is_made_for_one_pair(house: House) -> None:
    """Found by a name from the documents, or straight from the card of the pair."""
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await comes(house, KATYA)
    for mentee in (DIMA, KATYA):
        await house.pair(mentee, IGOR)
    await at_rooms(anna)
    await anna.clicks("Отчёты и документы")
    await anna.clicks("Приказы, соглашения, согласия")
    await anna.clicks("Соглашение о наставничестве")
    await anna.waits_for("Соглашений: 2")
    await anna.clicks("👥 Для одной пары")
    await anna.waits_for_button("Катя Белова — Игорь Сафонов")
    await anna.says("катей")
    await anna.waits_for("Ищу: «катей»")
    assert not any("Дима" in label for label in anna.buttons)
    await anna.clicks("Катя Белова")
    await anna.waits_for("Только для одной пары: Катя Белова — Игорь Сафонов")
    await anna.clicks("⬇️ PDF")
    pdf = await anna.waits_for_document("Соглашение о наставничестве")
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    await anna.clicks("👥 Для одной пары")
    await anna.clicks("Назад")
    await anna.waits_for("Соглашений: 2")
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.clicks("Дима Орлов")
    await anna.clicks("📑 Соглашение")
    await anna.waits_for("Только для одной пары: Дима Орлов — Игорь Сафонов")
    await anna.clicks("⬇️ Word")
    said = words_of(await anna.waits_for_document("Соглашение о наставничестве"))
    assert "Дима Орлов" in said
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Дима Орлов — Игорь Сафонов")

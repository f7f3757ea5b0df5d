"""The curator writes what only a person can write, and takes the report as a file."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, comes
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

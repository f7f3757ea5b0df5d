"""The certificate: one page, every word of it readable, whatever the name is like."""

import io

import pytest
from pypdf import PdfReader

from bot.reports.certificate_sheet import CertificateSheet
from bot.reports.certificates import certificate_pdf

A4_LANDSCAPE = (841.89, 595.28)


def drawn(name: str, modules: int = 7) -> tuple[str, PdfReader]:
    sheet = CertificateSheet(
        locale="ru",
        title="СЕРТИФИКАТ",
        confirms="Полный курс обучения наставников освоен. Сертификат получает",
        name=name,
        completed="Программа наставничества «Траектория»",
        organisation="Колледж №1",
        modules_title="Изученные модули",
        modules=tuple(f"Модуль {n}" for n in range(1, modules + 1)),
        volume="1 ч 16 мин",
        number="№ 2030-0001",
        date="13 марта 2030 г.",
        curator_title="Куратор",
        curator="Анна Петрова",
    )
    reader = PdfReader(io.BytesIO(certificate_pdf([sheet])))
    return " ".join(reader.pages[0].extract_text().split()), reader


@pytest.mark.parametrize(
    "name",
    [
        "Игорь Сафонов",
        "Константин-Александр Преображенский-Рождественский",
        "Ivan & <Co>",
        "Ән Ўлугбек",
        "Я",
    ],
)
def test_it_is_one_landscape_page_with_the_name_on_it(name: str) -> None:
    said, reader = drawn(name)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(A4_LANDSCAPE, abs=0.1)
    assert name in said
    for part in ("СЕРТИФИКАТ", "№ 2030-0001", "«Траектория»", "Колледж №1", "1 ч 16 мин", "Анна"):
        assert part in said


def test_an_endless_name_stays_on_the_page() -> None:
    said, reader = drawn("Иван " * 24)
    assert len(reader.pages) == 1
    assert said.count("Иван") == 24
    assert "Модуль 7" in said


def test_an_emoji_in_a_name_leaves_no_hole() -> None:
    said, _ = drawn("Игорь 🎓 Сафонов")
    assert "Игорь Сафонов" in said


@pytest.mark.parametrize("modules", [1, 2, 12])
def test_all_modules_are_named(modules: int) -> None:
    said, _ = drawn("Игорь", modules)
    assert all(f"Модуль {n}" in said for n in range(1, modules + 1))

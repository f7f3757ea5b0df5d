"""The board of thanks on paper: nobody is lost between pages, and each page says for what."""

import io

from pypdf import PdfReader

from bot.reports.board_sheet import BoardSheet
from bot.reports.boards import board_pdf
from tests.papers import squeezed

LONG = "Светлана Александровна Константинопольская-Верхнеуральская"
NAMES = (*(f"Участница {chr(1040 + n)}" for n in range(59)), LONG)
FEEDBACK, WHOLE = "За обратную связь", "За путь, пройденный вместе до конца"


def test_a_long_board_goes_on_with_its_heading() -> None:
    sheet = BoardSheet(
        locale="ru",
        title="Доска благодарности",
        below="Колледж №1",
        sections=((FEEDBACK, NAMES), (WHOLE, (LONG,))),
    )
    pages = [squeezed(one.extract_text()) for one in PdfReader(io.BytesIO(board_pdf(sheet))).pages]
    assert len(pages) == 2
    for page in pages:
        assert squeezed("Доска благодарности") in page
        assert squeezed(FEEDBACK) in page
    whole = "".join(pages)
    assert all(squeezed(name) in whole for name in NAMES)
    assert whole.count(squeezed(LONG)) == 2
    assert squeezed(WHOLE) in pages[1]

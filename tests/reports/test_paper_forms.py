"""A questionnaire on paper: every question on it, whole, on pages of A4, in both languages."""

import io

import pytest
from pypdf import PdfReader

from bot.dialogs.monitoring.paper_form import form_of
from bot.domain.profile import Profile
from bot.reports.paper_forms import paper_form_pdf
from bot.texts import Texts


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_every_question_stands_whole_on_one_page(
    profile: Profile, texts: Texts, locale: str, *, anonymous: bool
) -> None:
    asked = profile.questionnaires["intake-mentee"]  # five pages
    form = form_of(texts, locale, asked, "Траектория", anonymous=anonymous)
    reader = PdfReader(io.BytesIO(paper_form_pdf(form)))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert 2 < len(pages) < 8
    for item in form.items:
        [page] = [one for one in pages if item.text in one]
        assert all(" ".join(box.split()).rstrip("_ ") in page for box in item.boxes)
    name = texts.label(locale, "vy", "paper-name")
    assert (name in pages[0]) is not anonymous
    for sheet in reader.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]

"""Long texts in pages: nothing is lost and every page fits."""

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.parts.documents import page_at, paged, pages_of

TEXTS = st.lists(
    st.text(alphabet="абв 🔒<&", min_size=1, max_size=200), min_size=1, max_size=20
).map("\n\n".join)


@given(TEXTS, st.integers(min_value=10, max_value=300))
def test_every_page_fits_and_no_word_is_lost(text: str, longest: int) -> None:
    pages = pages_of(text, longest)
    assert all(len(page) <= longest for page in pages)
    assert "".join("".join(pages).split()) == "".join(text.split())


def test_a_short_text_is_one_page() -> None:
    assert pages_of("one\n\ntwo") == ["one\n\ntwo"]


def test_paragraphs_stay_whole_when_they_can() -> None:
    assert pages_of("aaaa\n\nbbbb\n\ncccc", 10) == ["aaaa\n\nbbbb", "cccc"]


def test_a_number_outside_the_pages_means_the_nearest() -> None:
    text = "\n\n".join(["x" * 3000] * 3)
    assert page_at(text, 7)[1:] == (2, 3)
    assert page_at(text, -1)[1:] == (0, 3)


def test_only_the_last_page_is_the_last() -> None:
    text = "\n\n".join(["x" * 3000] * 2)
    first, last = paged(text, 0), paged(text, 1)
    assert (first["before"], first["after"], first["last"]) == (False, True, False)
    assert (last["before"], last["after"], last["last"]) == (True, False, True)

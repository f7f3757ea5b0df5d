"""The SWOT board: what may be shown, what is alike, and that nobody is named."""

from collections import Counter
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Gone, NameTooLong
from bot.domain.swot import Heard, Side, SwotEntry, alike, gather
from bot.solving.lemmas import lemmas

NOW = datetime(2030, 5, 20, tzinfo=UTC)
HOUSE, PROGRAMME = uuid4(), uuid4()


def entry(words: str, *, side: Side = Side.WEAKNESS, said: int = 1) -> SwotEntry:
    return SwotEntry(
        organisation_id=HOUSE, programme_id=PROGRAMME, side=side, words=words, added_at=NOW,
        said=said,
    )  # fmt: skip


HEARD = st.builds(
    Heard,
    side=st.sampled_from([Side.STRENGTH, Side.THREAT]),
    words=st.sampled_from(["Мало времени", "мало времени!", "Скучно", "Далеко"]),
    form=st.sampled_from(["a", "b", None]),
    pupil=st.booleans(),
)


@given(st.lists(HEARD, max_size=60))
def test_no_words_of_fewer_than_ten_pupils_or_five_adults(heard: list[Heard]) -> None:
    shown = gather(heard)
    wrote = Counter((one.side, one.pupil) for one in heard)
    allowed = Counter(
        one.side for one in heard if wrote[one.side, one.pupil] >= (10 if one.pupil else 5)
    )
    said: Counter[Side] = Counter()
    for one in shown:
        said[one.side] += one.said
    assert said == allowed
    tagged = Counter((one.side, one.form) for one in shown for _ in range(one.said) if one.form)
    assert all(number >= 5 for number in tagged.values())
    assert shown == gather(list(reversed(heard))), "the order of answering can be told"


def test_what_says_the_same_is_found_and_counted_together() -> None:
    texts = ["Мало времени на встречи", "На встречи мало времени", "Далеко ехать"]
    entries = [entry(words, said=said) for words, said in zip(texts, (1, 3, 1), strict=True)]
    found = alike(entries, lemmas(texts, frozenset()))
    assert found == (entries[1], entries[0])
    keep, drop = found
    assert alike(entries, lemmas(texts, frozenset()), {frozenset({keep.id, drop.id})}) is None
    keep.merge(drop)
    assert (keep.said, drop.shown) == (4, False)
    for other in (drop, keep, entry("x", side=Side.THREAT)):
        with pytest.raises(Gone):
            keep.merge(other)


def test_an_entry_is_taken_out_and_put_back_and_never_empty() -> None:
    one = entry("Далеко")
    one.take_out(NOW)
    assert not one.shown
    with pytest.raises(Gone):
        one.take_out(NOW)
    one.put_back()
    one.edit(" Далеко   ехать ")
    assert (one.shown, one.words) == (True, "Далеко ехать")
    for words in (" ", "x" * 241):
        with pytest.raises(NameTooLong):
            one.edit(words)

"""What a button carries, and what it never may."""

from contextlib import suppress
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.parts.subjects import pack, shortened, unpack, unpack_one
from bot.domain.errors import Gone


@given(st.lists(st.uuids(), min_size=1, max_size=2))
def test_ids_survive_the_button(ids: list[UUID]) -> None:
    packed = pack(*ids)
    assert unpack(packed) == ids
    assert len(packed) <= 44


@given(st.text(min_size=1))
def test_anything_else_is_refused_or_read_as_ids(raw: str) -> None:
    with suppress(Gone):
        assert all(isinstance(one, UUID) for one in unpack(raw))


@pytest.mark.parametrize("raw", ["x", "é" * 22, "?" * 22, "A" * 23])
def test_what_we_did_not_make_is_refused(raw: str) -> None:
    with pytest.raises(Gone):
        unpack(raw)


@given(st.lists(st.uuids(), max_size=3))
def test_one_id_is_read_where_one_is_meant(ids: list[UUID]) -> None:
    if len(ids) == 1:
        assert unpack_one(pack(*ids)) == ids[0]
    else:
        with pytest.raises(Gone):
            unpack_one(pack(*ids))


def test_a_long_name_leaves_room_for_the_rest() -> None:
    assert shortened("Анна") == "Анна"
    assert shortened("Константин Константинопольский", 12) == "Константин…"

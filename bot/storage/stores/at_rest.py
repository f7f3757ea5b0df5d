"""Who has said at a goodbye that they want no new pair now: nobody is proposed to them."""

from sqlalchemy import ColumnElement, exists

from bot.domain.goodbyes import NO_NEW_PAIR
from bot.storage.tables import farewells, participations


def at_rest() -> ColumnElement[bool]:
    """The person of this participation wants no new pair in this role of the programme."""
    f, p = farewells.c, participations.c
    return exists().where(
        f.person_id == p.person_id,
        f.programme_id == p.programme_id,
        f.side == p.role,
        f.next.in_(NO_NEW_PAIR),
    )

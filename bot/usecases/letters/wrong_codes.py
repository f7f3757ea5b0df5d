"""Letters about an account that tried too many codes: to the curators, or to the operators."""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.usecases.letters.base import Desk, Letter, Letters


async def locked(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """With the name of somebody who is known and has one; of a stranger there is none."""
    people = await desk.tx.people.many({n.subject for n in notices})
    names = {id_: person.name for id_, person in people.items() if person.name}
    return {
        n.id: Letter("letter-wrong-codes", {"name": names[n.subject]})
        if n.subject in names
        else Letter("letter-wrong-codes-stranger")
        for n in notices
    }

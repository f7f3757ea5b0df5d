"""In the history of a pair: what was done about it with many others, and what was taken back."""

from datetime import datetime
from uuid import UUID

from bot.domain.mass_acts import Undone
from bot.storage.database import Transaction
from bot.usecases.desk.happenings import Happening

MOST = 200  # nobody leafs further


async def at_once_with_others(
    tx: Transaction, pair_id: UUID
) -> tuple[list[Happening], set[tuple[UUID, datetime]]]:
    """What is told, and the marks (id, moment) that are told with it."""
    acts = await tx.mass_acts.of_pair(pair_id, limit=MOST)
    people = {
        one for act, _ in acts for one in (act.made_by, act.undone_by, act.to_id) if one is not None
    }
    names = await tx.people.names(people) if people else {}
    told: list[Happening] = []
    marks: set[tuple[UUID, datetime]] = set()
    for act, line in acts:
        by = names.get(act.made_by, "—")
        to = names.get(act.to_id, "—") if act.to_id else ""
        args = {
            "by": by, "others": max(act.done - 1, 0), "to": to, "shared": act.to_id is None,
        }  # fmt: skip
        told.append(Happening(act.at, f"past-mass-{act.what}", args))
        if line.mark_id is not None:
            marks.add((line.mark_id, act.at))
        if act.undone_at is not None and act.undone_by is not None:
            undone = line.undone or Undone.CHANGED
            told.append(
                Happening(
                    act.undone_at,
                    f"past-mass-undone-{undone}",
                    {"by": names.get(act.undone_by, "—"), "what": str(act.what)},
                )
            )
    return told, marks

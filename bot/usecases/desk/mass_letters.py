"""A letter to the two of chosen pairs stands in the history of each of them, and its stop too."""

from bot.domain.access import Actor, May
from bot.domain.broadcasts import Broadcast
from bot.domain.errors import Gone
from bot.domain.mass_acts import MOST_PAIRS, MassAct, MassLine, MassWhat, TooManyPairs, Undone
from bot.domain.pairs import AGREED
from bot.storage.database import Transaction


async def noted(tx: Transaction, actor: Actor, letter: Broadcast) -> None:
    """Raises `NotAllowed` when one of the pairs is in somebody else's share, `Gone` for one of

    another programme, `TooManyPairs`.
    """
    ids = letter.to.pairs
    if len(ids) > MOST_PAIRS:
        raise TooManyPairs(most=MOST_PAIRS)
    pairs = [pair for pair in (await tx.pairs.many(ids)).values() if pair.state in AGREED]
    for pair in pairs:
        if pair.programme_id != letter.programme_id:
            raise Gone
        actor.must(May.PROPOSE_PAIRS, pair)
    act = MassAct(
        organisation_id=letter.organisation_id,
        programme_id=letter.programme_id,
        made_by=actor.person_id,
        what=MassWhat.LETTER,
        at=tx.now,
        undo_until=letter.due_at,
        done=len(pairs),
        left_out=len(ids) - len(pairs),
        letters_at=letter.due_at,
        broadcast_id=letter.id,
    )
    await tx.flush()
    tx.add(act)
    await tx.flush()
    tx.add_all(
        MassLine(
            organisation_id=act.organisation_id,
            programme_id=act.programme_id,
            act_id=act.id,
            pair_id=pair.id,
            made_by=act.made_by,
        )
        for pair in pairs
    )


async def stopped(tx: Transaction, actor: Actor, letter: Broadcast) -> None:
    """What has left has left; who stopped the rest is known."""
    if not letter.to.pairs:
        return
    act = await tx.mass_acts.of_broadcast(letter.id)
    if act is None or act.undone_at is not None:
        return
    act.undo(tx.now, actor.person_id)
    undone = Undone.FULLY if letter.listed == 0 else Undone.SENT
    for line in await tx.mass_acts.lines(act.id):
        line.undone = undone

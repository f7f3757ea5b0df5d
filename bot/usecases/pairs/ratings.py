"""Every thirty days both say from 1 to 10 how they get on: in private, to the curator."""

from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.notice_kinds import NOTICE_KINDS, plan_each
from bot.domain.pair_words import About, PairWord
from bot.domain.pairs import MEETING, Pair
from bot.domain.ratings import EVERY, LEAST, MOST, round_at
from bot.storage.database import Database

KIND = "pair-rating"


def round_of(pair: Pair, now: datetime) -> int:
    """Which time it is: 1 from day 30; 0 before."""
    return round_at(pair.active_since, now)


def begins(pair: Pair, number: int) -> datetime:
    assert pair.active_since is not None
    return pair.active_since + number * EVERY


async def ask_due(db: Database) -> int:
    """Ask those whose round has begun lately; asking again changes nothing. How many pairs."""
    useful = NOTICE_KINDS[KIND].useful_for
    async with db.reading() as tx:
        due = [
            (pair, begins(pair, number))
            for pair in await tx.pairs.at_work(MEETING)
            if (number := round_of(pair, tx.now)) > 0 and tx.now - begins(pair, number) < useful
        ]
    if due:
        async with db.transaction() as tx:
            await tx.notices.plan(
                *(
                    notice
                    for pair, since in due
                    for notice in plan_each(
                        KIND,
                        to=sorted(pair.parties),
                        subject=pair.id,
                        organisation_id=pair.organisation_id,
                        due_at=since,
                    )
                )
            )
    return len(due)


async def rate(db: Database, actor: Actor, *, pair_id: UUID, rating: int) -> None:
    """One word a round: a second press says it anew. Raises `Gone` before day 30."""
    if not LEAST <= rating <= MOST:
        raise Gone
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.TELL_CURATOR, pair)
        number = round_of(pair, tx.now)
        if pair.state not in MEETING or number == 0:
            raise Gone
        said = {"rating": str(rating), "round": str(number)}
        for word in await tx.pairs.words([pair.id], [About.RATING]):
            before = word.rated
            if before and (before.person_id, before.round) == (actor.person_id, number):
                word.said, word.said_at = said, tx.now
                return
        tx.add(
            PairWord(
                organisation_id=pair.organisation_id,
                programme_id=pair.programme_id,
                pair_id=pair.id,
                person_id=actor.person_id,
                about=About.RATING,
                said=said,
                said_at=tx.now,
                settled_at=tx.now,  # nobody waits for the curator
                settled_by=actor.person_id,
            )
        )

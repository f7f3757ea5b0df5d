"""How often, how long, where: asked with the yes, compared before the pair begins.

The guardian of a minor who reads the proposal in the chat is asked as well; nothing waits for that.
What was said differently is settled by the curator, who then starts the pair.
"""

from collections.abc import Mapping
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.pair_words import About, PairWord, differences
from bot.domain.pairs import MEETING, Pair
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.moving import tell


async def keep(
    tx: Transaction, pair: Pair, person_id: UUID, said: Mapping[str, str] | None, profile: Profile
) -> bool:
    """Keeps what this side said with its yes; whether nothing stands between the two.

    Said again, it takes the place of what was said before.
    """
    words = list(await tx.pairs.words([pair.id], [About.EXPECTS]))
    before = next((word for word in words if word.person_id == person_id), None)
    if said and before is not None:
        before.said, before.said_at = profile.life.expected(said), tx.now
    elif said:
        word = PairWord(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            person_id=person_id,
            about=About.EXPECTS,
            said=profile.life.expected(said),
            said_at=tx.now,
        )
        tx.add(word)
        words.append(word)
    return not differences(words)


async def start(db: Database, actor: Actor, *, pair_id: UUID) -> None:
    """The curator has talked with both. Who lacks a document waits on; else they begin."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state in MEETING:  # a second press
            return
        if not pair.to_settle:
            raise Gone
        if pair.settle(tx.now):
            await tx.notices.forget(pair.id, ("pair-accepted", "pair-expectations"))
            await tell(tx, pair, "pair-active", pair.mentee_id, pair.mentor_id)

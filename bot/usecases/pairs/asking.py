"""What a side tells the curator of its own accord, and the curator's answer to it.

"I may have to stop", and "I would like another mentor", of either side or the guardian: nobody has
to give a reason, nobody is to blame, and the partner hears of nothing before the curator decides.
"""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.pair_words import ASKS, About, PairWord
from bot.domain.pairs import AGREED, Pair
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.moving import tell
from bot.usecases.pairs.strangers import called
from bot.usecases.pairs.ward_proposals import ward_of


@dataclass(frozen=True)
class TalkView:
    """A pair as the one sees it who wants to tell the curator something."""

    pair_id: UUID
    side: Role  # of the asker, or of the ward
    partner: str  # to a guardian nobody is named: the mentee may be somebody else's child
    ward: str | None  # the guardian speaks of this child
    open: bool  # there is something to be asked of the curator
    said: frozenset[About]  # what waits for the curator already
    trial: bool  # a word on the trial is still owed


async def talk(db: Database, actor: Actor, *, pair_id: UUID) -> TalkView:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        side_of = await _speaker(tx, actor, pair)
        names = (await called(tx, [pair]))[pair.id]
        words = [
            word for word in await tx.pairs.words([pair.id]) if word.person_id == actor.person_id
        ]
        own = side_of == actor.person_id
        return TalkView(
            pair_id=pair.id,
            side=pair.side(side_of),
            partner=names[pair.partner(side_of)] if own else "",
            ward=None if own else names[side_of],
            open=pair.state in AGREED,
            said=frozenset(word.about for word in words if word.waits),
            trial=own
            and pair.asked_of_trial
            and not any(word.about is About.TRIAL for word in words),
        )


async def ask(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    about: About,
    profile: Profile,
    reason: str | None = None,
) -> None:
    """The curators hear of it. A second press counts once. Raises `Gone`."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        side_of = await _speaker(tx, actor, pair)
        own = side_of == actor.person_id
        known = reason is None or profile.life.stop_reason(reason) is not None
        if pair.state not in AGREED or about not in ASKS or not known:
            raise Gone
        if about is About.MAY_STOP and not own:  # only the child itself can know
            raise Gone
        waiting = await tx.pairs.words([pair.id], [about])
        if any(word.person_id == actor.person_id and word.waits for word in waiting):
            return
        tx.add(
            PairWord(
                organisation_id=pair.organisation_id,
                programme_id=pair.programme_id,
                pair_id=pair.id,
                person_id=actor.person_id,
                about=about,
                said={"reason": reason} if reason else {},
                said_at=tx.now,
            )
        )
        curators = await tx.team.caring_for(pair)
        await tx.notices.forget(pair.id, ("pair-asks",))
        await tell(tx, pair, "pair-asks", *curators)


async def settle(db: Database, actor: Actor, *, pair_id: UUID) -> None:
    """The curator has talked with them, and nothing changes: all that waited is done with."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        for word in await tx.pairs.words([pair.id]):
            if word.waits:
                word.settle(actor.person_id, tx.now)
        await tx.notices.forget(pair.id, ("pair-asks", "pair-doubt"))


async def _speaker(tx: Transaction, actor: Actor, pair: Pair) -> UUID:
    """On whose side the actor speaks. Raises `NotAllowed`."""
    if actor.person_id in pair.parties:
        actor.must(May.TELL_CURATOR, pair)
        return actor.person_id
    return await ward_of(tx, actor, pair)

"""After the trial: three taps of each side, in private. A single "no" is the curator's task."""

from collections.abc import Mapping
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.pair_words import About, PairWord, trial_is_good
from bot.domain.pairs import Event, Pair, PairState
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.usecases.pairs.moving import confirmed, tell

_SETTLED = (PairState.CONFIRMED, PairState.ACTIVE)  # active: a goal was there already


async def say(
    db: Database, actor: Actor, *, pair_id: UUID, said: Mapping[str, str], profile: Profile
) -> None:
    """Two good words confirm the pair. A second press counts once. Raises `Gone`."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.TELL_CURATOR, pair)
        words = list(await tx.pairs.words([pair.id], [About.TRIAL]))
        if any(word.person_id == actor.person_id for word in words):
            return
        if not pair.asked_of_trial:
            raise Gone
        word = PairWord(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            person_id=actor.person_id,
            about=About.TRIAL,
            said=profile.life.of_trial(said),
            said_at=tx.now,
        )
        tx.add(word)
        if word.doubts:
            curators = await tx.team.caring_for(pair)
            await tell(tx, pair, "pair-doubt", *curators)
        elif trial_is_good([*words, word]):
            await confirmed(tx, pair, pair.moved(Event.CONFIRM, tx.now))


async def go_on(db: Database, actor: Actor, *, pair_id: UUID) -> None:
    """The curator has talked with both: they go on together."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.PROPOSE_PAIRS, pair)
        if pair.state in _SETTLED:  # a second press
            return
        way = pair.moved(Event.CONFIRM, tx.now)
        if way is None:
            raise Gone
        for word in await tx.pairs.words([pair.id], [About.TRIAL]):
            word.settle(actor.person_id, tx.now)
        await tx.notices.forget(pair.id, ("trial-feedback", "trial-reminder", "pair-doubt"))
        await confirmed(tx, pair, way)

"""What is known of the pairs of a programme, gathered to see what helps them live."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.matching import Weight, weights
from bot.domain.pair_lives import PairLife, life_of
from bot.domain.pair_states import AGREED, CLOSED
from bot.domain.pair_words import About
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database

MOST_PAIRS = 2000  # the latest ones


@dataclass(frozen=True)
class Lives:
    pairs: tuple[PairLife, ...]
    weights: dict[str, Weight]  # of matching, as they are set now
    organisation: str
    on: date


async def lives(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Lives:
    """Of every pair that began, whatever became of it; six queries whatever their number."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.TUNE_MATCHING, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        begun = [
            pair
            for pair in await tx.pairs.of_programme(programme_id, AGREED | CLOSED)
            if pair.active_since is not None
        ][-MOST_PAIRS:]
        held = await tx.meetings.figures(now=tx.now, programme_id=programme_id)
        ratings: dict[UUID, dict[UUID, int]] = {}
        # the oldest first: the last word of each side stays
        for word in await tx.pairs.words([pair.id for pair in begun], [About.RATING]):
            if word.rated is not None:
                ratings.setdefault(word.pair_id, {})[word.person_id] = word.rated.value
        people = await tx.people.many({person for pair in begun for person in pair.parties})
        birth_years = {id_: person.birth_year for id_, person in people.items()}
        return Lives(
            pairs=tuple(
                life_of(
                    pair,
                    tx.now,
                    first_held=held[pair.id].first_held if pair.id in held else None,
                    ratings=ratings.get(pair.id, {}).values(),
                    birth_years=birth_years,
                    forms=programme.forms,
                )
                for pair in begun
            ),
            weights=dict(weights(profile.matching.tuned(programme.matching))),
            organisation=house.name,
            on=moments.local(tx.now, house.timezone).date(),
        )

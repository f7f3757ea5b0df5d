"""Who has met which rule of thanks in a programme, and whose name may be read on the board."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain import moments
from bot.domain.efforts import ON_BOARD, PURPOSE, EffortOf, reached
from bot.domain.people import AgeBand
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Transaction
from bot.storage.stores.efforts import Doer
from bot.usecases.monitoring.purposes import agreed


@dataclass(frozen=True)
class Reached:
    who: Doer
    efforts: tuple[EffortOf, ...]  # one at least


@dataclass(frozen=True)
class Board:
    """Names under each effort, in the order of the alphabet; no numbers, and nobody else's."""

    sections: tuple[tuple[EffortOf, tuple[str, ...]], ...]
    held_back: int  # would like to stand here, and a consent is missing

    @property
    def empty(self) -> bool:
        return not self.sections


async def reached_in(tx: Transaction, programme_id: UUID, profile: Profile) -> list[Reached]:
    """Everybody there is something to thank for, by their names."""
    doers = await tx.efforts.doers(programme_id)
    done = {
        role: await tx.efforts.done(programme_id, role)
        for role in sorted({role for one in profile.efforts for role in one.least})
    }
    found = (
        Reached(one, reached(profile.efforts, one.role, done[one.role].get(one.person_id, {})))
        for one in doers
        if one.role in done
    )
    return [one for one in found if one.efforts]


async def may_be_named(
    tx: Transaction, house: Organisation, people: Collection[UUID], *, on_paper: bool
) -> set[UUID]:
    """Of those who wish it: adults; a minor only when the guardian agrees to publication.

    A paper leaves the chat: there nobody is named without that consent.
    """
    with_consent = await agreed(tx, PURPOSE, house.id, people)
    if on_paper:
        return with_consent
    today = moments.local(tx.now, house.timezone).date()
    known = await tx.people.many(set(people))
    return {
        id_
        for id_, one in known.items()
        if one.band(today) is AgeBand.ADULT or id_ in with_consent
    }


async def board(
    tx: Transaction, programme: Programme, people: Sequence[Reached], *, on_paper: bool
) -> Board:
    """Of `people`, those who wish to stand there and may be named."""
    house = await tx.get(Organisation, programme.organisation_id)
    shown = await tx.efforts.shown(programme.id)
    wishing = [
        one for one in people if one.who.role is ON_BOARD and one.who.participation_id in shown
    ]
    allowed = await may_be_named(
        tx, house, {one.who.person_id for one in wishing}, on_paper=on_paper
    )
    named = [one for one in wishing if one.who.person_id in allowed]
    sections = (
        (of, tuple(one.who.name for one in named if of in one.efforts)) for of in EffortOf
    )
    return Board(
        sections=tuple((of, names) for of, names in sections if names),
        held_back=len(wishing) - len(named),
    )

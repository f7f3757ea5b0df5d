"""Everything about a programme that its curator may change after making it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NumberOutOfRange
from bot.domain.profile import Profile
from bot.domain.programmes import TARGETS, Organisation, Programme, tidy_name
from bot.storage.database import Database, Transaction
from bot.usecases.programme.organisations import HouseFacts, facts_of

MOST = 100_000  # of people, where a number of them is asked for


@dataclass(frozen=True)
class ProgrammeFacts:
    programme_id: UUID
    name: str
    forms: tuple[str, ...]
    variants: dict[str, tuple[str, ...]]  # a form that is not here uses all of its variants
    targets: dict[str, int]
    starts_on: date
    ends_on: date
    house: HouseFacts
    archives: bool  # the actor may put it away


async def settings(db: Database, actor: Actor, *, programme_id: UUID) -> ProgrammeFacts:
    async with db.reading() as tx:
        programme = await _mine(tx, actor, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        return ProgrammeFacts(
            programme_id=programme.id,
            name=programme.name,
            forms=tuple(programme.forms),
            variants={form: tuple(some) for form, some in programme.variants.items()},
            targets=dict(programme.targets),
            starts_on=programme.starts_on,
            ends_on=programme.ends_on,
            house=facts_of(house, actor, tx.now),
            archives=actor.may(May.ARCHIVE, programme),
        )


async def _mine(tx: Transaction, actor: Actor, programme_id: UUID) -> Programme:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.MANAGE_PROGRAMME, programme)
    return programme


async def rename(db: Database, actor: Actor, *, programme_id: UUID, name: str) -> None:
    async with db.transaction() as tx:
        (await _mine(tx, actor, programme_id)).name = tidy_name(name)


async def reschedule(
    db: Database, actor: Actor, *, programme_id: UUID, starts_on: date, ends_on: date
) -> None:
    """Raises `DatesOutOfOrder`."""
    async with db.transaction() as tx:
        (await _mine(tx, actor, programme_id)).last(starts_on, ends_on)


async def use_form(
    db: Database, actor: Actor, *, programme_id: UUID, form: str, used: bool, profile: Profile
) -> None:
    """Raises `NothingChosen` when it is the last one. Pairs at work keep their form."""
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        if profile.form(form) is None:
            raise Gone
        programme.use_form(form, used=used)


async def use_variant(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    form: str,
    variant: str,
    used: bool,
    profile: Profile,
) -> None:
    """All variants in use and none named are the same; so the last one left out brings all back."""
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        known = profile.form(form)
        if known is None or form not in programme.forms:
            raise Gone
        every = [one.key for one in known.variants]
        if variant not in every:
            raise Gone
        in_use = set(programme.variants.get(form, every))
        in_use = in_use | {variant} if used else in_use - {variant}
        some = [key for key in every if key in in_use]
        programme.use_variants(form, [] if len(some) == len(every) else some)


async def aim(db: Database, actor: Actor, *, programme_id: UUID, targets: dict[str, int]) -> None:
    """How many mentees, mentors and pairs the programme wants to have."""
    async with db.transaction() as tx:
        programme = await _mine(tx, actor, programme_id)
        if any(not 0 <= n <= MOST for n in targets.values()):
            raise NumberOutOfRange(least=0, most=MOST)
        programme.targets = {key: targets[key] for key in TARGETS if key in targets}

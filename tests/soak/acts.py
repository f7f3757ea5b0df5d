"""What people of a simulated year do of themselves, and how often."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.moments import local
from bot.domain.pairs import AGREED, MEETING, OPEN, PairState
from bot.usecases import people
from bot.usecases.applications import checking
from bot.usecases.consents import privacy
from bot.usecases.matching import matching
from bot.usecases.pairs import ending, expecting, goodbyes, nudges, trial
from tests.soak.presses import makes_a_plan, offers_times
from tests.village import MESSENGER, ZONE

if TYPE_CHECKING:
    from tests.soak.year import Year

OUTAGES = [timedelta(**span) for span in ({"minutes": 5}, {"hours": 2}, {"hours": 26}, {"days": 8})]
PLANNING = frozenset({PairState.CONFIRMED, PairState.PLANNING, PairState.ACTIVE})

async def proposes(year: Year) -> None:
    """The curator pairs three who are free; in September most of them."""
    async with year.db.reading() as tx:
        taken = {one.mentee_id for one in await tx.pairs.of_programme(year.anna.programme_id, OPEN)}
    free = [one for one in year.mentees if one.person_id not in taken]
    for mentee in year.chance.sample(free, k=min(3, len(free))):
        mentor = year.chance.choice(year.mentors)
        await matching.approve(
            year.db, await year.me(), programme_id=year.anna.programme_id,
            mentee_id=mentee.participation_id, mentor_id=mentor.participation_id,
            profile=year.profile,
        )  # fmt: skip


async def offers(year: Year) -> None:
    """One of a pair offers the other times."""
    if (pair := await year.pair(MEETING)) is not None:
        who = year.by_person[year.chance.choice(sorted(pair.parties))]
        await offers_times(year, who, pair.id)


async def nudges_a_pair(year: Year) -> None:
    if (pair := await year.pair(MEETING)) is not None:
        await nudges.nudge(year.db, await year.me(), pair_id=pair.id)


async def settles(year: Year) -> None:
    """The curator has talked with whoever expects different things, or doubts after the trial."""
    async with year.db.reading() as tx:
        found = await tx.pairs.of_programme(year.anna.programme_id, AGREED)
    me = await year.me()
    for pair in sorted(found, key=lambda one: one.id):
        if pair.to_settle:
            await expecting.start(year.db, me, pair_id=pair.id)
        elif pair.asked_of_trial:
            await trial.go_on(year.db, me, pair_id=pair.id)


async def plans_something(year: Year) -> None:
    if (pair := await year.pair(PLANNING)) is not None:
        await makes_a_plan(year, year.by_person[year.chance.choice(sorted(pair.parties))], pair.id)


async def says_goodbye(year: Year) -> None:
    """One of the two, or the curator, sets the day of the last meeting; or moves it."""
    pair = await year.pair(frozenset({PairState.ACTIVE, PairState.CLOSING}))
    if pair is not None:
        who = year.chance.choice((year.anna, *map(year.by_person.get, sorted(pair.parties))))
        assert who is not None
        day = local(year.wall(), ZONE).date() + timedelta(days=year.chance.randint(0, 10))
        await goodbyes.begin(
            year.db, await year.village.actor(who), pair_id=pair.id, last_on=day
        )


async def opens_a_wave(year: Year) -> None:
    await year.village.opens_wave(year.anna)


async def ends_a_pair(year: Year) -> None:
    if (pair := await year.pair(OPEN)) is not None:
        await ending.end(year.db, await year.me(), pair_id=pair.id, reason="other")


async def leaves(year: Year) -> None:
    who = year.chance.choice((*year.mentees, *year.mentors))
    await privacy.withdraw(
        year.db, await year.village.actor(who), organisation_id=year.anna.organisation_id
    )


async def loses_a_document(year: Year) -> None:
    """The curator takes back a mentor's document, and shows a new one the other day."""
    mentor, me = year.chance.choice(year.mentors), await year.me()
    shown = await checking.documents(
        year.db, me, participation_id=mentor.participation_id, profile=year.profile
    )
    for line in shown.lines[:1]:
        if line.check_id is not None:
            await checking.revoke(
                year.db, me, check_id=line.check_id, participation_id=mentor.participation_id,
                profile=year.profile,
            )  # fmt: skip
            return
    await year.village.checks(year.anna, mentor, number=str(mentor.account))


async def blocks(year: Year) -> None:
    year.blocked.add(year.chance.choice(list(year.members)))


async def comes_back(year: Year) -> None:
    if year.blocked:
        account = year.chance.choice(sorted(year.blocked))
        year.blocked.discard(account)
        await people.heard_from(
            year.db, messenger=MESSENGER, address=str(account), reachable=True
        )


async def machine_off(year: Year) -> None:
    year.off_until = year.wall() + year.chance.choice(OUTAGES)


async def killed(year: Year) -> None:
    year.post.dies_after = year.chance.randint(0, 3)


@dataclass(frozen=True)
class Doing:
    weight: float
    does: Callable[[Year], Awaitable[None]]


ACTS: Mapping[str, Doing] = {
    "proposes": Doing(15, proposes),
    "offers": Doing(40, offers),
    "nudges": Doing(3, nudges_a_pair),
    "settles": Doing(6, settles),
    "plans": Doing(6, plans_something),
    "says goodbye": Doing(2, says_goodbye),
    "opens a wave": Doing(0.5, opens_a_wave),
    "ends a pair": Doing(1, ends_a_pair),
    "leaves": Doing(0.5, leaves),
    "document": Doing(3, loses_a_document),
    "blocks": Doing(2, blocks),
    "comes back": Doing(3, comes_back),
    "machine off": Doing(1, machine_off),
    "kill": Doing(4, killed),
}

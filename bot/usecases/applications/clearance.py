"""Who may be in an active pair today: asked by matching, by a proposal's answer, and every hour.

A pair whose party is not cleared any more (a birthday, an expired check) is paused: no meetings are
offered, none is reminded of. It goes on by itself in the transaction that brings what was missing,
or at the next look.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.clearance import Standing, valid_checks
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction


async def standings(
    tx: Transaction, participations: Collection[Participation], profile: Profile
) -> dict[UUID, Standing]:
    """By participation, in four queries whatever their number."""
    person_ids = {p.person_id for p in participations}
    people = await tx.people.many(person_ids)
    consents = await tx.consents.in_force(person_ids)
    checks = await tx.consents.checks_of(person_ids)
    zones = await tx.programmes.zones({p.organisation_id for p in participations})
    days = {id_: moments.local(tx.now, zone).date() for id_, zone in zones.items()}
    found = {}
    for one in participations:
        where, today = (one.person_id, one.organisation_id), days[one.organisation_id]
        found[one.id] = Standing(
            role=one.role,
            state=one.state,
            band=people[one.person_id].band(today),
            consents=frozenset(kind for kind, _ in consents.get(where, ())),
            checks=valid_checks(checks.get(where, ()), today),
            selection=profile.selection_for(one.role, one.kind),
        )
    return found


async def of_pairs(
    tx: Transaction, pairs: Collection[Pair], profile: Profile
) -> dict[UUID, Standing]:
    """The standings of both sides of these pairs, by participation."""
    ids = {id_ for pair in pairs for id_ in pair.participations}
    return await standings(tx, (await tx.participations.many(ids)).values(), profile)


def cleared(pair: Pair, known: dict[UUID, Standing]) -> bool:
    return all(known[id_].cleared for id_ in pair.participations)


async def review(db: Database, profile: Profile) -> int:
    """Every agreed pair of the installation, as the clock does it; how many changed.

    Looks without a lock, and writes only where something is to be changed.
    """
    async with db.reading() as tx:
        pairs = await tx.pairs.at_work(AGREED)
        due = {pair.id for pair in _to_change(pairs, await of_pairs(tx, pairs, profile), tx.now)}
    if not due:
        return 0
    async with db.transaction() as tx:
        pairs = [await tx.get(Pair, id_) for id_ in sorted(due)]
        return await _review(tx, pairs, profile)


async def review_people(tx: Transaction, person_ids: Collection[UUID], profile: Profile) -> int:
    """The pairs of these people, in the transaction in which a consent or a check has changed."""
    await tx.flush()
    return await _review(tx, await tx.pairs.at_work(AGREED, person_ids=person_ids), profile)


async def review_pairs(tx: Transaction, pairs: Sequence[Pair], profile: Profile) -> int:
    """Pairs of which something has changed in this transaction."""
    return await _review(tx, pairs, profile)


async def review_programme(tx: Transaction, programme_id: UUID, profile: Profile) -> int:
    """What ran out while the programme lay in the archive, when it is brought back."""
    await tx.flush()
    return await _review(tx, await tx.pairs.of_programme(programme_id, AGREED), profile)


async def _review(tx: Transaction, pairs: Sequence[Pair], profile: Profile) -> int:
    to_change = _to_change(pairs, await of_pairs(tx, pairs, profile), tx.now)
    for pair in to_change:
        begun = pair.active_since is not None
        if pair.pause(tx.now):
            await _tell(tx, pair, "pair-paused", *pair.parties, *await _curators(tx, pair))
        elif pair.resume(tx.now):
            await tx.notices.forget(pair.id, ("pair-rests",))
            if pair.state is PairState.ACCEPTED:  # no document is missing: they are to be settled
                await tx.notices.forget(pair.id, ("pair-paused",))
                await _tell(tx, pair, "pair-accepted", *pair.parties)
                await _tell(tx, pair, "pair-expectations", *await _curators(tx, pair))
                continue
            kind = "pair-resumed" if begun else "pair-active"
            await tx.notices.forget(pair.id, ("pair-paused",))
            await _tell(tx, pair, kind, *pair.parties)
            curators = await _curators(tx, pair)
            await _tell(tx, pair, "pair-resumed" if begun else "pair-outcome", *curators)
    return len(to_change)


def _to_change(
    pairs: Collection[Pair], known: dict[UUID, Standing], now: datetime
) -> list[Pair]:
    """Those that rest and need not, or the other way round."""
    return [
        pair for pair in pairs
        if pair.state in AGREED
        and (pair.state is PairState.PAUSED) is (cleared(pair, known) and not pair.rests(now))
    ]  # fmt: skip


async def _curators(tx: Transaction, pair: Pair) -> list[UUID]:
    return await tx.team.caring_for(pair)


async def _tell(tx: Transaction, pair: Pair, kind: str, *people: UUID) -> None:
    await tx.notices.plan(
        *plan_each(
            kind,
            to=dict.fromkeys(people),
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )

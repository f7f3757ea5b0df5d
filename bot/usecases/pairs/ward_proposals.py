"""A proposal as the guardian of a minor sees it: who, what for, and "not with this person".

Who has no objection may say how often, how long and where; the curator alone reads it. Of a no the
other side learns only that the pair is not formed. A guardian reads no name of another child.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone, InArchive, NotAllowed
from bot.domain.matching.runs import VetoBy
from bot.domain.pairs import Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.matching.wishes import veto_of
from bot.usecases.pairs.expecting import keep
from bot.usecases.pairs.pairs import tell, tell_curators
from bot.usecases.pairs.proposing import minors
from bot.usecases.pairs.strangers import Stranger, strangers


@dataclass(frozen=True)
class WardProposal:
    pair_id: UUID
    ward: str
    side: Role  # of the ward
    state: PairState
    partner: Stranger  # without a first name: another child
    why: tuple[dict[str, Any], ...]
    expires_at: datetime
    zone: str
    now: datetime


async def card(db: Database, actor: Actor, *, pair_id: UUID) -> WardProposal:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        ward_id = await ward_of(tx, actor, pair)
        both = await tx.participations.many(pair.participations)
        side = pair.side(ward_id)
        partner_id = pair.partner(ward_id)
        other = next(one for one in both.values() if one.person_id == partner_id)
        partner = (await strangers(tx, [other]))[other.id]
        if partner_id in await minors(tx, [partner_id], pair.organisation_id):
            partner = replace(partner, first_name="")
        names = await tx.people.names([ward_id])
        house = await tx.get(Organisation, pair.organisation_id)
        return WardProposal(
            pair_id=pair.id,
            ward=names[ward_id],
            side=side,
            state=pair.state,
            partner=partner,
            why=tuple(pair.reasons),
            expires_at=pair.expires_at,
            zone=house.timezone,
            now=tx.now,
        )


async def refuse(db: Database, actor: Actor, *, pair_id: UUID) -> None:
    """The pair is not formed, and these two are not proposed to each other again."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        ward_id = await ward_of(tx, actor, pair)
        if pair.state is PairState.DECLINED:  # a second press, or the child was faster
            return
        pair.object(tx.now)
        both = await tx.participations.many(pair.participations)
        mine, other = sorted(both.values(), key=lambda one: one.person_id != ward_id)
        tx.add(veto_of(mine, other.id, VetoBy.GUARDIAN, tx.now))
        await tell(tx, pair, "pair-not-formed", (pair.mentee_id, pair.mentor_id))
        await tell_curators(tx, pair)


async def expect(
    db: Database, actor: Actor, *, pair_id: UUID, said: Mapping[str, str], profile: Profile
) -> None:
    """What the guardian would have, beside what the two say. Raises `Gone` once they have begun."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        await ward_of(tx, actor, pair)
        if pair.state is not PairState.PROPOSED:
            raise Gone
        await keep(tx, pair, actor.person_id, said, profile)


async def ward_of(tx: Transaction, actor: Actor, pair: Pair) -> UUID:
    """Which of the two the actor answers for. Raises `NotAllowed`."""
    if not actor.may(May.CONSENT_FOR_WARD):
        raise NotAllowed
    young = await minors(tx, pair.parties, pair.organisation_id)
    wards = {
        one.ward_id
        for one in await tx.people.wards_of(actor.person_id)
        if one.organisation_id == pair.organisation_id
    }
    mine = sorted(pair.parties & wards & young)
    if not mine:
        raise NotAllowed
    if pair.programme_id in actor.archived:
        raise InArchive
    return mine[0]

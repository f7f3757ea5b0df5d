"""A proposal goes out to both sides, whoever decided it: letters, a reminder, the last day."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.matching import Proposal
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import Pair, proposal_expiry
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.storage.database import Transaction

REMIND_AFTER = timedelta(days=3)
Guardians = Mapping[UUID, Collection[UUID]]  # by child


async def send(
    tx: Transaction,
    programme: Programme,
    found: Proposal,
    profile: Profile,
    *,
    by: UUID,
    group_id: UUID | None = None,
    slot: str | None = None,
    delay: timedelta = timedelta(0),
    guardians: Guardians | None = None,
) -> Pair:
    """The rules have been asked, and a human being has decided (`by`).

    The letters leave after the `delay`, in which the decision may be taken back. `guardians` of
    many pairs may be asked for once and handed in.
    """
    pair = Pair(
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        form=found.form.key,
        mentee_participation_id=found.mentee.participation_id,
        mentor_participation_id=found.mentor.participation_id,
        mentee_id=found.mentee.person_id,
        mentor_id=found.mentor.person_id,
        proposed_at=tx.now,
        proposed_by=by,
        expires_at=proposal_expiry(tx.now, profile.proposal_days),
        score=found.score,
        reasons=[r.as_dict() for r in found.reasons],
        group_id=group_id,
        slot=slot,
    )
    tx.add(pair)
    if guardians is None:
        guardians = await guardians_of_minors(tx, pair.parties, pair.organisation_id)
    both = (pair.mentee_id, pair.mentor_id)
    answering = {one for id_ in pair.parties for one in guardians.get(id_, ())}
    await tx.notices.plan(
        *(
            notice
            for kind, people, due_at in (
                ("ward-proposed", answering, tx.now + delay),
                ("pair-proposed", both, tx.now + delay),
                ("pair-answer-reminder", both, tx.now + REMIND_AFTER),
            )
            for notice in plan_each(
                kind,
                to=people,
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=due_at,
                useful_until=pair.expires_at,
            )
        )
    )
    return pair


async def guardians_of_minors(
    tx: Transaction, person_ids: Collection[UUID], organisation_id: UUID
) -> Guardians:
    """By child: who answers for them there today."""
    found: dict[UUID, list[UUID]] = {}
    for one in await tx.consents.guardians(await minors(tx, person_ids, organisation_id)):
        if one.organisation_id == organisation_id:
            found.setdefault(one.ward_id, []).append(one.guardian_id)
    return found


async def minors(tx: Transaction, person_ids: Collection[UUID], organisation_id: UUID) -> set[UUID]:
    """Those of them who are not known to be of age today."""
    zone = (await tx.programmes.zones({organisation_id}))[organisation_id]
    today = moments.local(tx.now, zone).date()
    people = await tx.people.many(person_ids)
    return {id_ for id_, one in people.items() if not one.is_adult(today)}

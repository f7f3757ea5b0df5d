"""After a "no" or a silence: the next best mentor goes out by itself, or the curator hears of it.

By itself only where she allowed it, and never for a minor: then it is a line of hers to decide.
"""

from bot.domain.matching import Proposal
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import Pair
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.suggestions import best_free
from bot.usecases.pairs.proposing import minors, send


async def follow_up(db: Database, profile: Profile) -> int:
    """Each proposal that came to nothing is looked after once; how many."""
    async with db.reading() as tx:
        due = [pair.id for pair in await tx.pairs.to_follow_up()]
    for pair_id in due:
        async with db.transaction(effect=False) as tx:
            await _follow_up(tx, await tx.get(Pair, pair_id), profile)
    return len(due)


async def _by_itself(
    tx: Transaction, pair: Pair, best: Proposal, programme: Programme, profile: Profile
) -> bool:
    """Whether nobody has to decide: the curator has, and nobody is a minor or wants to wait."""
    if pair.group_id is not None or not profile.matching.tuned(programme.matching).next_best:
        return False
    not_now = {one.key for one in profile.proposal_declines if one.later}
    if pair.mentee_accepts is False and pair.answer_reason in not_now:
        return False
    both = {pair.mentee_id, best.mentor.person_id}
    return not await minors(tx, both, pair.organisation_id)


async def _follow_up(tx: Transaction, pair: Pair, profile: Profile) -> None:
    if pair.followed_up_at is not None:
        return
    pair.followed_up_at = tx.now
    programme = await tx.get(Programme, pair.programme_id)
    mentee = await tx.get(Participation, pair.mentee_participation_id)
    if programme.archived_at is not None:
        return
    tried = await tx.pairs.came_to_nothing(mentee.id)  # else two silent ones would take turns
    pool, found = await best_free(tx, programme, mentee, profile, but=tried)
    if pool.of(mentee.id) is None:  # has a pair or another proposal by now, or has left
        return
    if found and await _by_itself(tx, pair, found[0], programme, profile):
        await tx.people.lock([pair.mentee_id, found[0].mentor.person_id])
        _, now = await best_free(tx, programme, mentee, profile, but=tried)
        if not now or now[0].mentor.participation_id != found[0].mentor.participation_id:
            pair.followed_up_at = None  # somebody was faster: the next look decides anew
            return
        await send(tx, programme, now[0], profile, by=pair.proposed_by)
        return
    curators = await tx.people.in_charge(pair.organisation_id, pair.programme_id)
    await tx.notices.plan(
        *plan_each(
            "next-best",
            to=curators,
            subject=pair.mentee_participation_id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )

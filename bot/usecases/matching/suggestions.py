"""The best mentor still free for one mentee, without a run: for newcomers and after a "no".

Score minus the price of the mentor's place in the last run: a place that others need more is not
given away to whoever comes next.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.matching import Proposal, ranked
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.matching import forms_of
from bot.usecases.matching.pool import Pool, people_to_match

MOST_SHOWN = 3


@dataclass(frozen=True)
class Suggested:
    mentor_id: UUID  # participation ids
    mentor: str
    form: str
    score: int
    wanted: bool  # others want this mentor's place as well
    reasons: tuple[dict[str, Any], ...]
    lacks: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Suggestion:
    programme_id: UUID
    mentee_id: UUID
    mentee: str
    free: bool  # waits for a mentor: approved, cleared, without a pair and a proposal
    found: tuple[Suggested, ...]  # the best first


async def suggestion(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> Suggestion:
    async with db.reading() as tx:
        one = await tx.get(Participation, participation_id)
        actor.must(May.PROPOSE_PAIRS, one)
        programme = await tx.get(Programme, one.programme_id)
        names = await tx.people.names([one.person_id])
        pool, found = await best_free(tx, programme, one, profile)
        prices = await _prices(tx, programme.id)
        return Suggestion(
            programme_id=programme.id,
            mentee_id=one.id,
            mentee=names[one.person_id],
            free=one.role is Role.MENTEE and pool.of(one.id) is not None,
            found=tuple(_shown(p, pool, prices) for p in found[:MOST_SHOWN]),
        )


async def best_free(
    tx: Transaction,
    programme: Programme,
    mentee: Participation,
    profile: Profile,
    *,
    but: Collection[UUID] = (),
) -> tuple[Pool, list[Proposal]]:
    """Whom the rules allow, by score minus price; `but`: mentors' participations left aside."""
    pool = await people_to_match(tx, programme, profile, around=mentee)
    who = pool.of(mentee.id)
    if who is None or mentee.role is not Role.MENTEE:
        return pool, []
    found = ranked(
        who,
        [one for one in pool.mentors if one.participation_id not in but],
        forms=forms_of(programme, profile),
        facts=pool.facts,
        tuning=profile.matching.tuned(programme.matching),
        prices=await _prices(tx, programme.id),
    )
    return pool, found


async def _prices(tx: Transaction, programme_id: UUID) -> Mapping[str, int]:
    """What a place of each mentor was worth in the last run, by participation id."""
    runs = await tx.matching.latest(programme_id, 1)
    return runs[0].proof.get("prices", {}) if runs else {}


def _shown(found: Proposal, pool: Pool, prices: Mapping[str, int]) -> Suggested:
    return Suggested(
        mentor_id=found.mentor.participation_id,
        mentor=pool.names[found.mentor.person_id],
        form=found.form.key,
        score=found.score,
        wanted=prices.get(str(found.mentor.participation_id), 0) > 0,
        reasons=tuple(r.as_dict() for r in found.reasons),
        lacks=tuple(r.as_dict() for r in found.lacks),
    )

"""Everything the team sees about one pair: how it goes, what is missing, who answered for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.clearance import Lack
from bot.domain.meetings import Meeting
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.applications.clearance import of_pairs
from bot.usecases.pairs.health import lights
from bot.usecases.pairs.pairs import PairLine, pair_line


@dataclass(frozen=True)
class PairCard:
    """Everything the curator sees about one pair."""

    line: PairLine
    form: str
    score: int
    proposed_at: datetime
    active_since: datetime | None
    expires_at: datetime
    mentee_accepts: bool | None
    mentor_accepts: bool | None
    history: tuple[Meeting, ...]
    unreachable: tuple[str, ...]
    zone: str
    now: datetime
    programme_id: UUID
    mentee_participation_id: UUID
    mentor_participation_id: UUID
    reason: str | None  # why it was closed
    answer_reason: str | None  # why it was declined: a key of the profile, or own words
    lacks: tuple[tuple[str, tuple[Lack, ...]], ...]  # of a paused pair: whose, and what
    entered: tuple[tuple[str, str], ...]  # whose answer the team wrote down, and who did
    entered_meetings: tuple[tuple[datetime | None, str, str], ...]  # when, for whom, by whom
    waiting: int  # what the two or a guardian told the curator in private, and nobody settled
    rights: frozenset[May]  # of the actor, with this very pair
    agreement: bool  # one can be made of it on paper


async def card(db: Database, actor: Actor, *, pair_id: UUID, profile: Profile) -> PairCard:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.SEE_PAIRS, pair)
        names = await tx.people.names(pair.parties)
        figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
        contacts = await tx.people.contacts_of(pair.parties)
        house = await tx.get(Organisation, pair.organisation_id)
        waiting = await _waiting(tx, pair)
        shown = await lights(
            tx,
            [pair],
            figures,
            programme_id=pair.programme_id,
            profile=profile,
            zone=house.timezone,
            private=actor.may(May.PROPOSE_PAIRS, pair),
        )
        met = figures.get(pair.id, PairMeetings())
        history = await tx.meetings.of_pair(pair.id, limit=5, until=met.next_at or tx.now)
        return PairCard(
            line=pair_line(pair, names, met, tx.now, shown[pair.id]),
            form=pair.form,
            score=pair.score,
            proposed_at=pair.proposed_at,
            active_since=pair.active_since,
            expires_at=pair.expires_at,
            mentee_accepts=pair.mentee_accepts,
            mentor_accepts=pair.mentor_accepts,
            history=tuple(history),
            unreachable=tuple(
                names[id_]
                for id_ in pair.parties
                if id_ not in contacts or not contacts[id_].reachable
            ),
            zone=house.timezone,
            now=tx.now,
            programme_id=pair.programme_id,
            mentee_participation_id=pair.mentee_participation_id,
            mentor_participation_id=pair.mentor_participation_id,
            reason=pair.reason,
            answer_reason=pair.answer_reason if actor.may(May.PROPOSE_PAIRS, pair) else None,
            lacks=await _lacks(tx, pair, names, profile),
            entered=await _entered(tx, pair, names),
            entered_meetings=await _entered_meetings(tx, history, names),
            waiting=waiting if actor.may(May.PROPOSE_PAIRS, pair) else 0,
            rights=actor.rights(pair),
            agreement=pair.state in AGREED
            and actor.may(May.MAKE_DOCUMENTS, await tx.get(Programme, pair.programme_id)),
        )


async def _waiting(tx: Transaction, pair: Pair) -> int:
    words = await tx.pairs.words([pair.id])
    return sum(word.waits for word in words) + pair.to_settle


async def _entered(
    tx: Transaction, pair: Pair, names: dict[UUID, str]
) -> tuple[tuple[str, str], ...]:
    sides = (
        (pair.mentee_id, pair.mentee_answered_by),
        (pair.mentor_id, pair.mentor_answered_by),
    )
    written = {person_id: by for person_id, by in sides if by is not None}
    team = await tx.people.names(written.values()) if written else {}
    return tuple((names[person_id], team.get(by, "—")) for person_id, by in written.items())


async def _entered_meetings(
    tx: Transaction, history: Sequence[Meeting], names: dict[UUID, str]
) -> tuple[tuple[datetime | None, str, str], ...]:
    writers = {by for one in history for by in one.entered.values()}
    team = await tx.people.names(writers) if writers else {}
    return tuple(
        (one.at, names[person_id], team.get(by, "—"))
        for one in history
        for person_id, by in one.entered.items()
    )


async def _lacks(
    tx: Transaction, pair: Pair, names: dict[UUID, str], profile: Profile
) -> tuple[tuple[str, tuple[Lack, ...]], ...]:
    if pair.state is not PairState.PAUSED:
        return ()
    known = await of_pairs(tx, [pair], profile)
    sides = (
        (pair.mentee_id, pair.mentee_participation_id),
        (pair.mentor_id, pair.mentor_participation_id),
    )
    lacking = ((names[person_id], known[id_].lacks()) for person_id, id_ in sides)
    return tuple((name, tuple(dict.fromkeys(some))) for name, some in lacking if some)

"""Who is in the segment of a letter to many, and the list gone through slice by slice."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from bot.domain.broadcasts import PAIR_STATES, Broadcast, BroadcastState, InPair, Segment
from bot.domain.class_names import as_compared
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import AGREED
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.waves import Audience
from bot.storage.database import Database, Transaction
from bot.storage.stores.wave_lists import Candidate

SLICE = 250  # people at once where it is only read
BATCH = 100  # where it is written: some 20 ms of the writer, others write in between
KIND = "broadcast"


async def _of_segment(
    tx: Transaction, segment: Segment, profile: Profile, found: Sequence[Candidate]
) -> list[Candidate]:
    """Whom the segment takes, of candidates in its roles."""
    words = profile.class_words
    groups = {as_compared(one, words) for one in segment.groups}
    taken = [
        one
        for one in found
        if (not segment.forms or one.form in segment.forms)
        and (not groups or as_compared(one.group, words) in groups)
    ]
    if not taken or (segment.in_pair is InPair.ANY and not segment.pairs):
        return taken
    states = PAIR_STATES.get(segment.in_pair, AGREED)
    if segment.pairs and segment.in_pair is InPair.ALONE:
        return []  # nobody is in one of these pairs and in none
    ids = [one.participation_id for one in taken]
    paired = await tx.broadcasts.in_pairs(ids, states, segment.pairs)
    alone = segment.in_pair is InPair.ALONE
    return [one for one in taken if (one.participation_id in paired) is not alone]


async def _slices(
    tx: Transaction, programme_id: UUID, segment: Segment
) -> AsyncIterator[Sequence[Candidate]]:
    after: UUID | None = None
    while found := await tx.wave_lists.candidates(
        programme_id, Audience(roles=segment.roles), after=after, limit=SLICE
    ):
        yield found
        if len(found) < SLICE:
            return
        after = found[-1].participation_id


async def reach(
    tx: Transaction, programme_id: UUID, segment: Segment, profile: Profile
) -> tuple[int, int, int]:
    """How many people, how many of them without an account, how many have stopped the bot."""
    counted: set[UUID] = set()
    no_account = lost = 0
    async for found in _slices(tx, programme_id, segment):
        taken = await _of_segment(tx, segment, profile, found)
        some = {one.person_id for one in taken} - counted
        if not some:
            continue
        counted |= some
        accounts = await tx.broadcasts.accounts(some)
        no_account += len(some) - len(accounts)
        lost += sum(not there for there in accounts.values())
    return len(counted), no_account, lost


async def spread(db: Database, profile: Profile) -> int:
    """Letters of the broadcasts whose hour has come, planned slice by slice; how many."""
    total = 0
    while (planned := await _spread(db, profile)) is not None:
        total += planned
    return total


async def _spread(db: Database, profile: Profile) -> int | None:
    """One slice; None when nothing is due."""
    async with db.reading() as tx:  # asked every two seconds: the writer is not taken for it
        id_ = await tx.broadcasts.due()
    if id_ is None:
        return None
    async with db.transaction(effect=False) as tx:
        one = await tx.get(Broadcast, id_)
        programme = await tx.get(Programme, one.programme_id)
        if not one.under_way or one.due_at > tx.now:  # stopped or put off meanwhile
            return 0
        if programme.archived_at is not None:
            one.stop(tx.now)
            return 0
        found = await tx.wave_lists.candidates(
            programme.id, Audience(roles=one.to.roles), after=one.listed_to, limit=BATCH
        )
        taken = await _of_segment(tx, one.to, profile, found)
        people = {person.person_id: None for person in taken}
        had = await tx.broadcasts.have_letter(one.id, list(people)) if people else set()
        to = [id_ for id_ in people if id_ not in had]
        await tx.notices.plan(
            *plan_each(
                "broadcast",
                to=to,
                subject=one.id,
                organisation_id=one.organisation_id,
                due_at=one.due_at,
            )
        )
        one.listed += len(to)
        one.listed_to = found[-1].participation_id if found else one.listed_to
        one.state = BroadcastState.SENDING if len(found) == BATCH else BroadcastState.SENT
        return len(to)

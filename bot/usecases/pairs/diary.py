"""The diary of a pair: meetings, goals, what was noted. Both read it, and whoever answers for them.

A private note is read by its writer alone, also not by the curator.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import AGREED, MEETING, Pair, PairState
from bot.domain.plans import DiaryNote
from bot.domain.programmes import Organisation
from bot.domain.roadmap import tidy
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.pairs import plans
from bot.usecases.pairs.plans import GoalLine
from bot.usecases.pairs.strangers import called

MEETINGS_SHOWN, NOTES_SHOWN = 5, 4
LONGEST_NOTE = 500
_TOLD = frozenset(
    {MeetingState.HELD, MeetingState.MOVED, MeetingState.NOT_HELD, MeetingState.DISPUTED}
)


@dataclass(frozen=True)
class NoteLine:
    note_id: UUID
    words: str
    by: str
    mine: bool
    private: bool
    day: date


@dataclass(frozen=True)
class Diary:
    pair_id: UUID
    programme_id: UUID
    side: Role | None  # None: of somebody of the team
    state: PairState
    mentee: str
    mentor: str
    partner: str | None  # of the reader who is one of the two
    goals: tuple[GoalLine, ...]
    held: int
    meetings: tuple[Meeting, ...]  # the newest that were to be held
    next_meeting: Meeting | None
    notes: tuple[NoteLine, ...]
    more_notes: bool
    may_write: bool
    may_log: bool  # a meeting that was
    may_offer: bool  # another meeting: the mentor, when no times wait for an answer
    may_tell: bool  # the curator, in private
    may_close: bool  # the curator may begin the goodbye
    zone: str
    now: datetime
    today: date


async def view(db: Database, actor: Actor, *, pair_id: UUID, page: int = 0) -> Diary:
    """`page`: of the notes."""
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        mine = await _must_read(actor, pair)
        house = await tx.get(Organisation, pair.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        names = (await called(tx, [pair]))[pair.id] if mine else await tx.people.names(pair.parties)
        figures = await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])
        met = figures.get(pair.id, PairMeetings())
        known = await tx.meetings.of_pair(
            pair.id, limit=MEETINGS_SHOWN * 2, until=met.next_at or tx.now
        )
        ahead = [
            one for one in known
            if one.state is MeetingState.AGREED and one.at is not None and one.at > tx.now
        ]  # fmt: skip
        notes = await tx.plans.notes(
            pair.id,
            reader=actor.person_id if mine else None,
            limit=NOTES_SHOWN + 1,
            offset=page * NOTES_SHOWN,
        )
        return Diary(
            pair_id=pair.id,
            programme_id=pair.programme_id,
            side=pair.side(actor.person_id) if mine else None,
            state=pair.state,
            mentee=names[pair.mentee_id],
            mentor=names[pair.mentor_id],
            partner=names[pair.partner(actor.person_id)] if mine else None,
            goals=await plans.lines(tx, pair.id, today),
            held=met.held,
            meetings=tuple(one for one in known if one.state in _TOLD)[:MEETINGS_SHOWN],
            next_meeting=min(ahead, key=lambda one: one.at or tx.now, default=None),
            notes=tuple(
                NoteLine(
                    note_id=note.id,
                    words=note.words,
                    by=names[note.person_id],
                    mine=note.person_id == actor.person_id,
                    private=note.private,
                    day=moments.local(note.at, house.timezone).date(),
                )
                for note in notes[:NOTES_SHOWN]
            ),
            more_notes=len(notes) > NOTES_SHOWN,
            may_write=mine and pair.state in AGREED,
            may_log=mine and pair.state in MEETING,
            may_offer=mine
            and pair.state in MEETING
            and pair.side(actor.person_id) is Role.MENTOR
            and not any(one.state is MeetingState.OFFERED for one in known),
            may_tell=mine and pair.state in AGREED,
            may_close=not mine
            and pair.state in AGREED - {PairState.CLOSING}
            and actor.may(May.PROPOSE_PAIRS, pair),
            zone=house.timezone,
            now=tx.now,
            today=today,
        )


async def _must_read(actor: Actor, pair: Pair) -> bool:
    """True for one of the two. Raises `NotAllowed`; `Gone` for two who were never a pair."""
    mine = actor.may(May.KEEP_PLAN, pair) and actor.person_id in pair.parties
    if not mine:
        actor.must(May.READ_DIARY, pair)
    if pair.active_since is None and pair.state not in AGREED:
        raise Gone
    return mine


async def write(
    db: Database, actor: Actor, *, pair_id: UUID, words: str, private: bool
) -> UUID:
    """For both (and the curator), or for oneself. Raises `AnswerEmpty`, `AnswerTooLong`."""
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.KEEP_PLAN, pair)
        if pair.state not in AGREED:
            raise Gone
        note = DiaryNote(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            person_id=actor.person_id,
            words=tidy(words, LONGEST_NOTE),
            private=private,
            at=tx.now,
        )
        tx.add(note)
        return note.id


async def remove(db: Database, actor: Actor, *, note_id: UUID) -> UUID:
    """One's own note; its pair."""
    async with db.transaction() as tx:
        note = await _own(tx, actor, note_id)
        await tx.plans.forget_note(note)
        return note.pair_id


async def _own(tx: Transaction, actor: Actor, note_id: UUID) -> DiaryNote:
    note = await tx.get(DiaryNote, note_id)
    actor.must(May.KEEP_PLAN, note)
    return note

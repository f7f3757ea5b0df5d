"""Notes of thanks: written by one, read by the other; where a minor is involved the curator first.

No way to reach anybody stands in what is passed on: the two meet through the programme.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.goodbyes import Farewell, ThanksState
from bot.domain.hidden_words import without_contacts
from bot.domain.notice_kinds import plan, plan_each
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.goodbyes import farewell_of
from bot.usecases.pairs.proposing import minors

MOST_SHOWN = 6


async def write(db: Database, actor: Actor, *, pair_id: UUID, words: str) -> ThanksState:
    """The note goes to the other side at once, or waits for the curator when one is a minor.

    Raises `NoteUnderWay` once it was passed on, `AnswerEmpty`, `AnswerTooLong`.
    """
    async with db.transaction() as tx:
        mine, pair = await farewell_of(tx, actor, pair_id)
        held = bool(await minors(tx, pair.parties, pair.organisation_id))
        mine.thank(without_contacts(words), held=held, now=tx.now)
        if held:
            team = await tx.team.caring_for(pair)
            await tx.notices.plan_unless_waiting(
                *plan_each(
                    "thanks-held",
                    to=team,
                    subject=pair.programme_id,
                    organisation_id=pair.organisation_id,
                    due_at=tx.now,
                )
            )
        else:
            await _pass_on(tx, mine)
        assert mine.thanks_state is not None
        return mine.thanks_state


async def _pass_on(tx: Transaction, note: Farewell) -> None:
    await _tell(tx, note, "thanks-passed", note.partner_id)


async def _tell(tx: Transaction, note: Farewell, kind: str, to: UUID) -> None:
    await tx.notices.plan(
        plan(
            kind,
            to=to,
            subject=note.id,
            organisation_id=note.organisation_id,
            due_at=tx.now,
        )
    )


@dataclass(frozen=True)
class HeldNote:
    farewell_id: UUID
    author: str
    reader: str
    words: str
    at: datetime


@dataclass(frozen=True)
class HeldNotes:
    notes: tuple[HeldNote, ...]  # the oldest first
    total: int
    zone: str
    now: datetime


async def waiting(db: Database, actor: Actor, *, programme_id: UUID) -> HeldNotes:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.CHECK_THANKS, programme)
        found = await tx.goodbyes.held(programme.id, limit=MOST_SHOWN)
        people = {id_ for one in found for id_ in (one.person_id, one.partner_id)}
        names = await tx.people.names(people)
        house = await tx.get(Organisation, programme.organisation_id)
        return HeldNotes(
            notes=tuple(
                HeldNote(
                    farewell_id=one.id,
                    author=names[one.person_id],
                    reader=names[one.partner_id],
                    words=one.thanks or "",
                    at=one.thanks_at or tx.now,
                )
                for one in found
            ),
            total=await tx.goodbyes.held_in(programme.id),
            zone=house.timezone,
            now=tx.now,
        )


async def look(db: Database, actor: Actor, *, farewell_id: UUID, passes: bool) -> UUID:
    """The curator passes a note on, or asks its author to write it anew; its programme.

    A second press changes nothing. Raises `Gone` for a note that was decided otherwise.
    """
    async with db.transaction() as tx:
        note = await tx.get(Farewell, farewell_id)
        actor.must(May.CHECK_THANKS, note)
        if note.look(passes=passes, by=actor.person_id):
            if passes:
                await _pass_on(tx, note)
            else:
                await _tell(tx, note, "thanks-returned", note.person_id)
        return note.programme_id

"""Whom the team thanks, and for what: letters to all in one go, the board for an assembly."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.efforts import Effort, EffortOf, EffortThanks
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.documents import efforts
from bot.usecases.documents.efforts import Board, Reached


@dataclass(frozen=True)
class Due:
    """Letters that wait to be sent."""

    letters: tuple[tuple[Reached, tuple[EffortOf, ...]], ...]  # to whom, for what not yet
    on_paper: tuple[Reached, ...]  # no letter reaches them


@dataclass(frozen=True)
class Thanking:
    programme: str
    organisation: str
    rules: tuple[Effort, ...]
    people: tuple[Reached, ...]  # by their names, who is on the board or not
    due: Due
    board: Board
    on_sheet: Board  # as it may be printed
    may_send: bool
    today: date


async def overview(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> Thanking:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.MAKE_DOCUMENTS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        people = await efforts.reached_in(tx, programme.id, profile)
        return Thanking(
            programme=programme.name,
            organisation=house.name,
            rules=profile.efforts,
            people=tuple(people),
            due=await _due(tx, programme.id, people),
            board=await efforts.board(tx, programme, people, on_paper=False),
            on_sheet=await efforts.board(tx, programme, people, on_paper=True),
            may_send=actor.may(May.KEEP_DESK, programme),
            today=moments.local(tx.now, house.timezone).date(),
        )


async def send(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> int:
    """A letter to each who was not thanked yet for something; to how many. In private, each alone.

    Whom no letter reaches is not marked: their papers are printed.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        await tx.programmes.lock(programme.id)  # two who send at once send one letter
        due = await _due(tx, programme.id, await efforts.reached_in(tx, programme.id, profile))
        for one, new in due.letters:
            tx.add_all(
                EffortThanks(
                    organisation_id=programme.organisation_id,
                    programme_id=programme.id,
                    participation_id=one.who.participation_id,
                    person_id=one.who.person_id,
                    effort=effort,
                    sent_by=actor.person_id,
                    sent_at=tx.now,
                )
                for effort in new
            )
        await tx.notices.plan(
            *(
                plan(
                    "effort-thanks",
                    to=one.who.person_id,
                    subject=one.who.participation_id,
                    organisation_id=programme.organisation_id,
                    due_at=tx.now,
                )
                for one, _ in due.letters
            )
        )
        return len(due.letters)


async def _due(tx: Transaction, programme_id: UUID, people: list[Reached]) -> Due:
    known = await tx.efforts.thanked(programme_id)
    contacts = await tx.people.contacts_of({one.who.person_id for one in people})
    letters, on_paper = [], []
    for one in people:
        new = tuple(of for of in one.efforts if (one.who.participation_id, of) not in known)
        contact = contacts.get(one.who.person_id)
        if contact is None or not contact.reachable:
            on_paper.append(one)
        elif new:
            letters.append((one, new))
    return Due(tuple(letters), tuple(on_paper))

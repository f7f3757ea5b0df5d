"""Notes of the team on a person or a pair: written, read, and by whom they were read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.desk_notes import LONGEST_NOTE, DeskNote, NoteView
from bot.domain.errors import Gone, NotAllowed
from bot.domain.pairs import Pair
from bot.domain.participations import Participation
from bot.domain.programmes import Organisation
from bot.domain.said_words import said
from bot.storage.database import Database, Transaction

PAGE = 4


@dataclass(frozen=True)
class NoteLine:
    note_id: UUID
    words: str
    by: str
    mine: bool
    at: datetime
    seen: tuple[tuple[str, datetime], ...]  # who else has read it, and when for the first time


@dataclass(frozen=True)
class Notes:
    """`names`: of one person, or of the two of a pair."""

    names: tuple[str, ...]
    programme_id: UUID
    lines: tuple[NoteLine, ...]
    more: bool
    zone: str
    now: datetime


async def read(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID | None = None,
    pair_id: UUID | None = None,
    page: int = 0,
) -> Notes:
    """A page of them, the newest first. That the actor has read these is written down."""
    async with db.transaction() as tx:
        about, people = await _about(tx, actor, participation_id, pair_id)
        found = await tx.desk_notes.of(
            participation_id=participation_id,
            pair_id=pair_id,
            limit=PAGE + 1,
            offset=page * PAGE,
        )
        shown = found[:PAGE]
        views = list(await tx.desk_notes.views([one.id for one in shown])) if shown else []
        known = {(view.note_id, view.person_id) for view in views}
        for note in shown:
            if note.made_by != actor.person_id and (note.id, actor.person_id) not in known:
                views.append(
                    NoteView(
                        organisation_id=note.organisation_id,
                        note_id=note.id,
                        person_id=actor.person_id,
                        seen_at=tx.now,
                    )
                )
                tx.add(views[-1])
        team = {one.made_by for one in shown} | {view.person_id for view in views}
        names = await tx.people.names({*people, *team})
        house = await tx.get(Organisation, about.organisation_id)
        return Notes(
            names=tuple(names.get(id_, "—") for id_ in people),
            programme_id=about.programme_id,
            lines=tuple(
                NoteLine(
                    note_id=note.id,
                    words=note.words,
                    by=names.get(note.made_by, "—"),
                    mine=note.made_by == actor.person_id,
                    at=note.at,
                    seen=tuple(
                        (names.get(view.person_id, "—"), view.seen_at)
                        for view in views
                        if view.note_id == note.id
                    ),
                )
                for note in shown
            ),
            more=len(found) > PAGE,
            zone=house.timezone,
            now=tx.now,
        )


async def write(
    db: Database,
    actor: Actor,
    *,
    words: str,
    participation_id: UUID | None = None,
    pair_id: UUID | None = None,
) -> UUID:
    """Raises `AnswerEmpty`, `AnswerTooLong`."""
    kept = said(words, LONGEST_NOTE)
    async with db.transaction() as tx:
        about, _people = await _about(tx, actor, participation_id, pair_id)
        note = DeskNote(
            organisation_id=about.organisation_id,
            programme_id=about.programme_id,
            participation_id=participation_id,
            pair_id=pair_id,
            made_by=actor.person_id,
            words=kept,
            at=tx.now,
        )
        tx.add(note)
        return note.id


async def remove(db: Database, actor: Actor, *, note_id: UUID) -> None:
    """Only by who wrote it. Raises `NotAllowed`."""
    async with db.transaction() as tx:
        note = await tx.get(DeskNote, note_id)
        await _about(tx, actor, note.participation_id, note.pair_id)
        if note.made_by != actor.person_id:
            raise NotAllowed
        await tx.desk_notes.remove(note)


async def _about(
    tx: Transaction, actor: Actor, participation_id: UUID | None, pair_id: UUID | None
) -> tuple[Pair | Participation, tuple[UUID, ...]]:
    """What the notes are about, and who stands in it. Raises `NotAllowed`, `Gone`."""
    if (participation_id is None) == (pair_id is None):
        raise Gone
    if pair_id is not None:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.KEEP_NOTES, pair)
        return pair, (pair.mentee_id, pair.mentor_id)
    assert participation_id is not None
    participation = await tx.get(Participation, participation_id)
    actor.must(May.KEEP_NOTES, participation)
    return participation, (participation.person_id,)

"""All that happened to a person or a pair, the newest first: steps, meetings, marks, notes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.participations import Participation
from bot.domain.programmes import Organisation
from bot.domain.spoken import Day
from bot.storage.database import Database, Transaction
from bot.usecases.desk.happenings import Happening
from bot.usecases.desk.mass_history import at_once_with_others

PAGE = 10
MOST = 200  # of a kind that are gone through; nobody leafs further
_SHORT = 120  # characters of a note in the list


@dataclass(frozen=True)
class Past:
    names: tuple[str, ...]
    programme_id: UUID
    happenings: tuple[Happening, ...]
    pairs: tuple[tuple[UUID, str], ...]  # of a person: pairs, and with whom
    notes: int | None  # None: the actor does not read them
    zone: str
    today: date


async def of_pair(db: Database, actor: Actor, *, pair_id: UUID) -> Past:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.SEE_PAIRS, pair)
        house = await tx.get(Organisation, pair.organisation_id)
        names = await tx.people.names(pair.parties)
        found = [Happening(pair.proposed_at, "past-step-propose")]
        found += [
            Happening(datetime.fromisoformat(one["at"]), f"past-step-{one['event']}")
            for one in pair.history
        ]
        found += _meetings(await tx.meetings.of_pair(pair.id, limit=MOST), tx.now)
        if actor.may(May.PROPOSE_PAIRS, pair):
            at_once, shown = await at_once_with_others(tx, pair.id)
            found += at_once
            found += await _marks(tx, pair, house.timezone, but=shown)
        notes = None
        if actor.may(May.KEEP_NOTES, pair):
            written, notes = await _notes(tx, pair_id=pair.id)
            found += written
        return _past(
            found,
            house.timezone,
            tx.now,
            names=(names[pair.mentee_id], names[pair.mentor_id]),
            programme_id=pair.programme_id,
            notes=notes,
        )


async def of_person(db: Database, actor: Actor, *, participation_id: UUID) -> Past:
    """Somebody's way in one programme: in, decided, pairs, questions, notes."""
    async with db.reading() as tx:
        one = await tx.get(Participation, participation_id)
        actor.must(May.SEE_BASES, one)
        house = await tx.get(Organisation, one.organisation_id)
        pairs = [
            pair
            for pair in await tx.pairs.of_person(one.person_id, list(PairState))
            if one.id in (pair.mentee_participation_id, pair.mentor_participation_id)
            and actor.may(May.SEE_PAIRS, pair)  # a mentor may be in pairs of others' care too
        ]
        with_whom = {pair.id: pair.partner(one.person_id) for pair in pairs}
        ids = {one.person_id, *with_whom.values()}
        names = await tx.people.names(ids | ({one.decided_by} if one.decided_by else set()))
        found = _way_in(one, names)
        for pair in pairs:
            partner = {"partner": names.get(with_whom[pair.id], "—")}
            if pair.active_since is not None:
                found.append(Happening(pair.active_since, "past-pair-begun", partner))
            if pair.ended_at is not None and pair.active_since is not None:
                found.append(Happening(pair.ended_at, "past-pair-ended", partner))
        notes = None
        if actor.may(May.KEEP_NOTES, one):
            written, notes = await _notes(tx, participation_id=one.id)
            found += written
        return _past(
            found,
            house.timezone,
            tx.now,
            names=(names.get(one.person_id, "—"),),
            programme_id=one.programme_id,
            notes=notes,
            pairs=tuple(
                (pair.id, names.get(with_whom[pair.id], "—"))
                for pair in pairs
                if pair.active_since is not None or pair.state in AGREED
            ),
        )


def _past(
    found: Sequence[Happening],
    zone: str,
    now: datetime,
    *,
    names: tuple[str, ...],
    programme_id: UUID,
    notes: int | None,
    pairs: tuple[tuple[UUID, str], ...] = (),
) -> Past:
    newest_first = sorted(found, key=lambda one: one.at)[::-1]  # of one moment, the last found
    today = moments.local(now, zone).date()
    return Past(names, programme_id, tuple(newest_first), pairs, notes, zone, today)


def _way_in(one: Participation, names: dict[UUID, str]) -> list[Happening]:
    found = [Happening(one.created_at, "past-came" if one.entered_by is None else "past-entered")]
    if one.applied_at is not None:
        found.append(Happening(one.applied_at, "past-applied"))
    if one.decided_at is not None:
        by = names.get(one.decided_by, "") if one.decided_by else ""
        args = {"state": str(one.state), **({"by": by} if by else {})}
        found.append(Happening(one.decided_at, "past-decided-by" if by else "past-decided", args))
    return found


def _meetings(found: Sequence[Meeting], now: datetime) -> list[Happening]:
    """At the time agreed on; what was only offered, when it was."""
    told = []
    for one in found:
        at = one.at or one.offered_at
        state = str(one.state)
        if one.state is MeetingState.AGREED and at <= now:
            state = "unsaid"  # it was to be; nobody has said yet whether it took place
        told.append(Happening(at, f"past-meeting-{state}"))
    return told


async def _marks(
    tx: Transaction, pair: Pair, zone: str, *, but: Collection[tuple[UUID, datetime]]
) -> list[Happening]:
    """`but`: marks that are told already."""
    marks = await tx.pair_marks.of_pair(pair.id, limit=MOST)
    names = await tx.people.names({one.made_by for one in marks}) if marks else {}
    return [
        Happening(
            one.at,
            f"past-mark-{one.what}",
            {
                "by": names.get(one.made_by, "—"),
                "until": Day(one.until, moments.local(tx.now, zone).date()),
            },
        )
        for one in marks
        if (one.id, one.at) not in but
    ]


async def _notes(
    tx: Transaction, *, participation_id: UUID | None = None, pair_id: UUID | None = None
) -> tuple[list[Happening], int]:
    notes = await tx.desk_notes.of(
        participation_id=participation_id, pair_id=pair_id, limit=MOST
    )
    names = await tx.people.names({one.made_by for one in notes}) if notes else {}
    told = [
        Happening(
            one.at,
            "past-note",
            {
                "by": names.get(one.made_by, "—"),
                "words": one.words if len(one.words) <= _SHORT else one.words[:_SHORT] + "…",
            },
        )
        for one in notes
        if one.words
    ]
    return told, len(notes)

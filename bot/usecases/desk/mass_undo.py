"""Taking back what was done about many pairs at once, and what an act has come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NotAllowed
from bot.domain.mass_acts import (
    LeftOut,
    MassAct,
    MassLine,
    MassWhat,
    TooLate,
    Undone,
    put_back,
)
from bot.domain.pairs import Pair
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.nudges import NUDGE


async def undo(db: Database, actor: Actor, *, act_id: UUID) -> None:
    """All of it, as far as it can be; what cannot is kept with each pair. Twice is once.

    Letters that have not left do not leave; a mark, or the hands a pair was in, is as before unless
    somebody has changed it since. Raises `TooLate`, `NotAllowed`.
    """
    async with db.transaction() as tx:
        act = await _own(tx, actor, act_id)
        if act.what is MassWhat.LETTER:
            raise Gone  # such a letter is stopped on its own card
        if act.undone_at is not None:
            return
        if tx.now > act.undo_until:
            raise TooLate
        done = [line for line in await tx.mass_acts.lines(act.id) if line.left_out is None]
        pairs = await tx.mass_acts.locked_pairs([line.pair_id for line in done])
        theirs = [
            line for line in done
            if line.pair_id in pairs and actor.may(May.PROPOSE_PAIRS, pairs[line.pair_id])
        ]  # fmt: skip
        for line in done:
            line.undone = Undone.CHANGED  # unless it is put back below
        if act.what is MassWhat.ENTRUST:
            await _back_into_hands(tx, act, theirs, pairs)
        else:
            sent: set[UUID] = set()
            if act.what is MassWhat.REMIND and act.letters_at is not None:
                ids = [line.pair_id for line in theirs]
                act.called_back, sent = await tx.mass_acts.call_back(ids, NUDGE, act.letters_at)
            await _marks_back(tx, act, theirs, sent)
        act.undo(tx.now, actor.person_id)


async def _own(tx: Transaction, actor: Actor, act_id: UUID) -> MassAct:
    act = await tx.get(MassAct, act_id)
    actor.must(May.READ_DIGEST, await tx.get(Programme, act.programme_id))
    if act.made_by != actor.person_id:
        raise NotAllowed
    return act


async def _marks_back(
    tx: Transaction, act: MassAct, lines: Sequence[MassLine], sent: set[UUID]
) -> None:
    marks = await tx.mass_acts.marks([line.mark_id for line in lines if line.mark_id is not None])
    needless: list[UUID] = []
    for line in lines:
        if line.pair_id in sent:
            line.undone = Undone.SENT  # they were asked: the mark that says so holds
            continue
        mark = marks.get(line.mark_id) if line.mark_id is not None else None
        if mark is None or mark.at != act.at:
            continue
        line.undone = Undone.FULLY
        if line.before is None:
            needless.append(mark.id)
        else:
            put_back(mark, line.before)
            line.before = None
    if needless:
        await tx.mass_acts.forget_marks(needless)


async def _back_into_hands(
    tx: Transaction, act: MassAct, lines: Sequence[MassLine], pairs: dict[UUID, Pair]
) -> None:
    before: dict[UUID | None, list[UUID]] = {}
    for line in lines:
        if pairs[line.pair_id].kept_by != act.to_id or line.before is None:
            continue
        keeper = line.before["kept_by"]
        before.setdefault(UUID(keeper) if keeper else None, []).append(line.pair_id)
        line.undone = Undone.FULLY
    in_charge = {
        one.person_id
        for one, _ in await tx.team.members(act.organisation_id, act.programme_id)
    }
    for keeper, ids in before.items():  # whoever has left the team meanwhile keeps nothing
        await tx.mass_acts.entrust(ids, keeper if keeper in in_charge else None)


@dataclass(frozen=True)
class MassResult:
    """What an act has come to so far. Names are of both of a pair."""

    act: MassAct
    out: tuple[tuple[LeftOut, tuple[str, ...]], ...]
    sent: tuple[str, ...]  # after undoing: a letter had left
    changed: tuple[str, ...]  # after undoing: somebody had said something newer
    to: str | None
    may_undo: bool
    zone: str
    now: datetime


async def result(db: Database, actor: Actor, *, act_id: UUID) -> MassResult:
    async with db.reading() as tx:
        act = await _own(tx, actor, act_id)
        house = await tx.get(Organisation, act.organisation_id)
        lines = await tx.mass_acts.lines(act.id)
        told = [line.pair_id for line in lines if line.left_out or line.undone]
        pairs = await tx.pairs.many(told)
        seen = {
            id_: pair for id_, pair in pairs.items() if actor.may(May.PROPOSE_PAIRS, pair)
        }
        ids = {one for pair in seen.values() for one in pair.parties}
        names = await tx.people.names(ids | ({act.to_id} if act.to_id else set()))

        def named(line: MassLine) -> str:
            pair = seen.get(line.pair_id)
            return f"{names[pair.mentee_id]} — {names[pair.mentor_id]}" if pair else "—"

        out: dict[LeftOut, list[str]] = {}
        for line in lines:
            if line.left_out is not None:
                out.setdefault(line.left_out, []).append(named(line))
        return MassResult(
            act=act,
            out=tuple((why, tuple(some)) for why, some in sorted(out.items())),
            sent=tuple(named(one) for one in lines if one.undone is Undone.SENT),
            changed=tuple(named(one) for one in lines if one.undone is Undone.CHANGED),
            to=names.get(act.to_id) if act.to_id else None,
            may_undo=act.undone_at is None and tx.now <= act.undo_until,
            zone=house.timezone,
            now=tx.now,
        )

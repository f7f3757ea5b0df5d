"""A letter to many of the programme: to whom, what, when; stopped, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.broadcasts import (
    FURTHEST,
    LONGEST_WORDS,
    Broadcast,
    BroadcastState,
    NobodyToWrite,
    Segment,
)
from bot.domain.errors import DayTooFar, Gone
from bot.domain.mass_acts import HELD_FOR
from bot.domain.notices import UNREACHABLE, NoticeState
from bot.domain.plan_errors import DayIsOver
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.said_words import said
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.desk import mass_letters
from bot.usecases.desk.broadcast_lists import reach
from bot.usecases.joining.intake import curator_name

PAGE, NAMES = 6, 15
MORNING = time(10)
_AGAIN = timedelta(minutes=10)  # so soon nobody means the same letter again
_ON_THE_WAY = (NoticeState.PLANNED, NoticeState.CLAIMED, NoticeState.IN_FLIGHT)
# why a letter has not arrived, as the report tells it
LOST = (NoticeState.FAILED, NoticeState.MISSED, NoticeState.UNCERTAIN, NoticeState.SKIPPED)


@dataclass(frozen=True)
class Preview:
    """To how many the letter goes, and whom it cannot reach."""

    number: int
    no_account: int
    lost: int  # they have stopped the bot
    forms: tuple[str, ...]
    groups: tuple[str, ...]
    programme: str
    curator: str
    today: date

    @property
    def reached(self) -> int:
        return self.number - self.no_account - self.lost


async def preview(
    db: Database, actor: Actor, *, programme_id: UUID, segment: Segment, profile: Profile
) -> Preview:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        number, no_account, lost = await reach(tx, programme_id, segment, profile)
        groups = await tx.wave_lists.groups_of(programme_id)
        return Preview(
            number=number,
            no_account=no_account,
            lost=lost,
            forms=tuple(programme.forms),
            groups=tuple(sorted(groups)),
            programme=programme.name,
            curator=await curator_name(tx, programme.organisation_id, programme_id),
            today=moments.local(tx.now, house.timezone).date(),
        )


async def plan(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    segment: Segment,
    profile: Profile,
    ready: str | None = None,
    words: str | None = None,
    day: date | None = None,
) -> UUID:
    """Now, or in the morning of a day. The same letter within minutes is the same press.

    Raises `AnswerEmpty`, `AnswerTooLong`, `NobodyToWrite`, `DayIsOver`, `DayTooFar`, `Gone`.
    """
    own = said(words or "", LONGEST_WORDS) if ready is None else None
    if ready is not None and profile.ready_message(ready) is None:
        raise Gone
    async with db.reading() as tx:  # a programme of thousands is not counted while others wait
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        number, _none, _lost = await reach(tx, programme_id, segment, profile)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        due_at = _due(day, house.timezone, tx.now)
        if segment.pairs and day is None:
            due_at += HELD_FOR  # as with everything done about chosen pairs
        for one in await tx.broadcasts.of_programme(programme_id, limit=PAGE):
            same = (one.made_by, one.ready, one.words, one.segment) == (
                actor.person_id, ready, own, segment.dump(),
            )  # fmt: skip
            if same and one.under_way and tx.now - one.made_at < _AGAIN:
                return one.id
        if number == 0:
            raise NobodyToWrite
        made = Broadcast(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            made_by=actor.person_id,
            segment=segment.dump(),
            made_at=tx.now,
            due_at=due_at,
            ready=ready,
            words=own,
        )
        tx.add(made)
        if segment.pairs:
            await mass_letters.noted(tx, actor, made)
        return made.id


def _due(day: date | None, zone: str, now: datetime) -> datetime:
    if day is None:
        return now
    today = moments.local(now, zone).date()
    if day <= today:
        raise DayIsOver
    if day - today > FURTHEST:
        raise DayTooFar(days=FURTHEST.days)
    return moments.instant(day, MORNING, zone)


async def stop(db: Database, actor: Actor, *, broadcast_id: UUID) -> None:
    """What has not left does not leave any more. Raises `Gone` for one that was stopped."""
    async with db.transaction() as tx:
        one = await tx.get(Broadcast, broadcast_id)
        actor.must(May.KEEP_DESK, one)
        one.stop(tx.now)
        await tx.notices.silence([one.id])
        await mass_letters.stopped(tx, actor, one)


@dataclass(frozen=True)
class Report:
    """Sums that cannot disagree: every letter is in one of these."""

    listed: int
    sent: int
    waiting: int
    no_account: int
    lost: int  # the person has stopped the bot
    late: int  # there was no good hour in time
    unsure: int  # a crash: nobody knows whether it arrived
    left: int  # the person has left since
    failed: int  # our own mistake, or the messenger's
    stopped: int  # taken back before it left

    @property
    def done(self) -> int:
        return self.listed - self.waiting


@dataclass(frozen=True)
class BroadcastLine:
    broadcast_id: UUID
    ready: Words | None
    words: str
    state: BroadcastState
    due_at: datetime
    report: Report


@dataclass(frozen=True)
class BroadcastList:
    lines: tuple[BroadcastLine, ...]
    more: bool
    zone: str
    now: datetime


async def listed(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, page: int = 0
) -> BroadcastList:
    """The newest first."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        found = await tx.broadcasts.of_programme(
            programme_id, limit=PAGE + 1, offset=page * PAGE
        )
        lines = await _lines(tx, found[:PAGE], profile)
        return BroadcastList(lines, len(found) > PAGE, house.timezone, tx.now)


@dataclass(frozen=True)
class BroadcastCard:
    line: BroadcastLine
    segment: Segment
    by: str
    may_stop: bool
    missed: tuple[tuple[str, str], ...]  # a page of whom it did not reach: name, why
    more: bool
    zone: str
    now: datetime


async def card(
    db: Database, actor: Actor, *, broadcast_id: UUID, profile: Profile, page: int = 0
) -> BroadcastCard:
    async with db.reading() as tx:
        one = await tx.get(Broadcast, broadcast_id)
        actor.must(May.KEEP_DESK, one)
        house = await tx.get(Organisation, one.organisation_id)
        [line] = await _lines(tx, [one], profile)
        missed = await tx.broadcasts.not_reached(
            one.id, LOST, limit=NAMES + 1, offset=page * NAMES
        )
        by = await tx.people.names([one.made_by])
        return BroadcastCard(
            line=line,
            segment=one.to,
            by=by.get(one.made_by, "—"),
            may_stop=one.under_way
            or (one.state is BroadcastState.SENT and line.report.waiting > 0),
            missed=tuple(
                (row.name or "—", why(row.state, row.reason, account=row.account))
                for row in missed[:NAMES]
            ),
            more=len(missed) > NAMES,
            zone=house.timezone,
            now=tx.now,
        )


async def _lines(
    tx: Transaction, found: Sequence[Broadcast], profile: Profile
) -> tuple[BroadcastLine, ...]:
    outcomes = await tx.broadcasts.outcomes([one.id for one in found]) if found else {}
    lines = []
    for one in found:
        message = profile.ready_message(one.ready) if one.ready else None
        lines.append(
            BroadcastLine(
                broadcast_id=one.id,
                ready=message.title if message else None,
                words=one.words or "",
                state=one.state,
                due_at=one.due_at,
                report=_report(one, outcomes[one.id]),
            )
        )
    return tuple(lines)


def why(state: NoticeState, reason: str | None, *, account: bool) -> str:
    """The field of `Report` that a letter counts in."""
    if state in _ON_THE_WAY:
        return "waiting"
    if state is NoticeState.FAILED and reason == UNREACHABLE:
        return "lost" if account else "no_account"
    return {
        NoticeState.SENT: "sent",
        NoticeState.MISSED: "late",
        NoticeState.UNCERTAIN: "unsure",
        NoticeState.SKIPPED: "left",
    }.get(state, "failed")


def _report(
    one: Broadcast, outcomes: Mapping[tuple[NoticeState, str | None, bool], int]
) -> Report:
    fields = ("sent", "waiting", "no_account", "lost", "late", "unsure", "left", "failed")
    numbers = dict.fromkeys(fields, 0)
    for (state, reason, account), number in outcomes.items():
        numbers[why(state, reason, account=account)] += number
    gone = max(one.listed - sum(numbers.values()), 0)  # taken back, or their person has left
    stopped = gone if one.state is BroadcastState.STOPPED else 0
    numbers["left"] += gone - stopped
    return Report(listed=one.listed, stopped=stopped, **numbers)

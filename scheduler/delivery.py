"""Saying what is due: claim, check again, compose from today's facts, draw, mark, send, settle.

- Short transactions around the call, never one open over it.
- Only as many letters are on the wire at once as the permitted rate needs: after a crash no more
  than these are in doubt.
"""

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

import structlog

from bot.domain import moments
from bot.domain.day_budget import share_out
from bot.domain.moments import QuietHours
from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.notices import UNREACHABLE, Notice, NoticeState
from bot.domain.people import Contact, Person, Tone
from bot.domain.profile import Profile
from bot.domain.school_calendar import School, after_lessons
from bot.logs import describe
from bot.messenger.courier import (
    Address,
    Busy,
    InDoubt,
    NotSent,
    Refused,
    Sealed,
    TelegramCourier,
    TooLong,
    Unreachable,
)
from bot.storage.database import Database
from bot.storage.outgoing import Outcome, Outgoing
from bot.usecases.letters import COMPOSERS, Desk, Letter, compose
from bot.usecases.people import lost
from bot.usecases.programme.school_calendar import schools_of
from scheduler.catching_up import (
    A_DAY,
    DIGEST,
    older,
    one_letter,
    the_same,
    together,
    told_by_digest,
)
from scheduler.putting_off import again, in_doubt, later, tomorrow

log = structlog.get_logger(__name__)
SECONDS_AHEAD = 2  # how much is claimed at once: an urgent letter waits no longer than this
ANSWER_SECONDS = 0.1  # how long the messenger usually takes to answer
CLOCK_SET = timedelta(seconds=30)  # back by less changes nothing that matters
APART = timedelta(hours=1)  # where several do not fit into one message
Ready = tuple[Sequence[Notice], Letter, Address]  # one notice, or several of a kind in one letter


class Delivery:
    def __init__(
        self,
        *,
        db: Database,
        outgoing: Outgoing,
        courier: TelegramCourier,
        profile: Profile,
        rate: float,
    ) -> None:
        """`rate`: letters a second that the messenger permits."""
        self._db, self._outgoing, self._courier, self._profile = db, outgoing, courier, profile
        self._quiet = QuietHours(profile.quiet_from, profile.quiet_until)
        self._batch = max(20, min(500, int(rate * SECONDS_AHEAD)))
        # Little's law: this many are on the wire when the rate is reached
        self.lanes = max(2, min(48, round(rate * ANSWER_SECONDS)))
        self._stopping = False
        self._latest = db.clock()  # that was seen
        self._one_at_a_time = asyncio.Lock()

    def stop(self) -> None:
        """Letters on the wire are settled; the rest stays planned."""
        self._stopping = True

    async def ended(self, seconds: float) -> None:
        """After `stop`: until the letters on the wire are settled, or the time is over."""
        try:
            async with asyncio.timeout(seconds), self._one_at_a_time:
                return
        except TimeoutError:
            log.warning("letters still on the wire")

    async def deliver_due(self) -> int:
        """Everything due now; how many notices were looked at."""
        async with self._one_at_a_time:
            return await self._deliver()

    async def mend(self) -> None:
        """Take back letters of a process that died while it was taking over from another, and what

        was done in a future that a clock set back has taken away.
        """
        now = self._db.clock()
        if now < self._latest - CLOCK_SET:
            await self._outgoing.after_clock_set_back()
        self._latest = now
        mended = await self._outgoing.recover()
        if any(mended.values()):
            log.warning("abandoned letters taken back", **mended)

    async def _deliver(self) -> int:
        total = 0
        while not self._stopping:
            claimed = await self._outgoing.claim(self._batch)
            if not claimed:
                break
            total += len(claimed)
            ready, settled = await self._prepare(claimed)
            await self._outgoing.settle(*settled)
            await self._send_all(ready)
            if len(claimed) < self._batch:
                break  # that was all; what has become due since is for the next tick
        return total

    async def _prepare(self, claimed: Sequence[Notice]) -> tuple[list[Ready], list[Outcome]]:
        """Each claimed notice is either ready to be sent or settled already."""
        settled: list[Outcome] = []
        true_now: list[Notice] = []
        async with self._db.reading() as tx:
            now = tx.now
            people = await tx.people.many({n.to for n in claimed})
            contacts = await tx.people.contacts_of({n.to for n in claimed})
            schools = await schools_of(tx, {n.organisation_id for n in claimed}, now)
            zones = {id_: school.zone for id_, school in schools.items()}
            said = await self._said_today(claimed, zones, now)
            for notice in claimed:
                outcome = self._not_now(notice, zones, contacts, now)
                if outcome is None:
                    outcome = _at_school(notice, people.get(notice.to), schools, now)
                if outcome is not None:
                    settled.append(outcome)
                else:
                    true_now.append(notice)
            letters, broken = await self._compose(Desk(tx, self._profile), true_now, now)
        settled += broken
        done = {outcome.notice.id for outcome in broken}
        settled += [
            Outcome(notice, NoticeState.SKIPPED, now, reason="not true now")
            for notice in true_now
            if notice.id not in letters and notice.id not in done
        ]
        said_newer = older(true_now, letters, now)
        settled += [
            Outcome(notice, NoticeState.SKIPPED, now, reason="a newer one says it")
            for notice in said_newer
        ]
        there = [n for n in true_now if n.id in letters and n not in said_newer]
        alone = {n.id for n in there if not letters[n.id].may_be_a_part}
        shared = share_out(there, had=said.keys(), alone=alone)
        heard = {(n.to, n.subject) for n in there if n.kind == DIGEST}
        heard |= await self._outgoing.heard(DIGEST, {n.to for n in shared.tomorrow}, now - A_DAY)
        told = [n for n in shared.tomorrow if told_by_digest(n, heard)]
        settled += [
            Outcome(n, NoticeState.SKIPPED, now, reason="the digest says it")
            if n in told
            else tomorrow(n, zones[n.organisation_id], now)
            for n in shared.tomorrow
        ]
        ready: list[Ready] = [
            (group, one_letter(group, letters, now), address)
            for group in together(shared.messages, letters, now)
            for address in [_address(people[group[0].to], contacts[group[0].to])]
        ]
        return ready, settled

    async def _compose(
        self, desk: Desk, notices: Sequence[Notice], now: datetime
    ) -> tuple[dict[UUID, Letter], list[Outcome]]:
        """Kind by kind: a kind that cannot be composed must not silence the others."""
        letters: dict[UUID, Letter] = {}
        broken: list[Outcome] = []
        by_kind: dict[str, list[Notice]] = {}
        for notice in notices:
            by_kind.setdefault(notice.kind, []).append(notice)
        for kind, batch in by_kind.items():
            try:
                if kind not in COMPOSERS:
                    raise LookupError(f"no letter for {kind}")
                letters.update(await compose(desk, batch))
            except Exception as error:  # noqa: BLE001  # reported, tried again, then failed
                log.error("letters not composed", kind=kind, failure=describe(error))
                broken += [again(notice, now, describe(error)) for notice in batch]
        return letters, broken

    def _not_now(
        self,
        notice: Notice,
        zones: Mapping[UUID, str],
        contacts: Mapping[UUID, Contact],
        now: datetime,
    ) -> Outcome | None:
        """Too late, nobody to write to, or the wrong hour."""
        policy = NOTICE_KINDS.get(notice.kind)
        if now > notice.useful_until:
            return Outcome(notice, NoticeState.MISSED, now, reason="too late to be useful")
        contact = contacts.get(notice.to)
        if contact is None or not contact.reachable:
            return Outcome(notice, NoticeState.FAILED, now, reason=UNREACHABLE)
        if policy is None:
            return None  # composing says what is wrong
        zone = zones[notice.organisation_id]
        if policy.waits_for_day and moments.in_quiet_hours(now, zone, self._quiet):
            return later(notice, moments.after_quiet(now, zone, self._quiet), now)
        return None

    async def _said_today(
        self, notices: Sequence[Notice], zones: Mapping[UUID, str], now: datetime
    ) -> dict[UUID, int]:
        """How many letters nobody asked for each person has had today, where they live."""
        counting: dict[str, set[UUID]] = {}
        for notice in notices:
            policy = NOTICE_KINDS.get(notice.kind)
            if policy is not None and policy.counts:
                counting.setdefault(zones[notice.organisation_id], set()).add(notice.to)
        said: dict[UUID, int] = {}
        for zone, people in counting.items():
            today = moments.local(now, zone).date()
            midnights = (
                moments.instant(day, time(0), zone) for day in (today, today + timedelta(days=1))
            )
            said.update(await self._outgoing.said_between(people, *midnights))
        return said

    async def _send_all(self, ready: Sequence[Ready]) -> None:
        queue = deque(ready)
        async with asyncio.TaskGroup() as lanes:
            for _ in range(min(self.lanes, len(queue))):
                lanes.create_task(self._lane(queue))

    async def _lane(self, queue: deque[Ready]) -> None:
        """One letter after another; how one ended is written before the next begins."""
        ended: tuple[Outcome, ...] = ()
        while queue and not self._stopping:
            notices, letter, address = queue.popleft()
            await self._outgoing.settle(*ended)
            ended = await self._send(notices, letter, address)
        await self._outgoing.settle(*ended)
        if self._stopping:
            now = self._db.clock()
            while queue:
                notices, _, _ = queue.popleft()
                await self._outgoing.settle(
                    *(Outcome(notice, NoticeState.PLANNED, now) for notice in notices)
                )

    async def _send(
        self, notices: Sequence[Notice], letter: Letter, to: Address
    ) -> tuple[Outcome, ...]:
        """Seal, wait for a turn, mark, carry.

        The mark comes last: a letter that is being drawn or only waits is not in doubt after a
        crash.
        """
        notice = notices[0]
        try:
            doubtful = any(one.doubtful for one in notices)
            sealed = await self._courier.seal(letter, to, doubtful=doubtful)
            await self._courier.turn(to)
        except TooLong:
            now = self._db.clock()
            return tuple(
                Outcome(one, NoticeState.PLANNED, now, try_at=now + n * APART)
                for n, one in enumerate(notices)
            )
        except Busy as busy:
            now = self._db.clock()
            waits = Outcome(notice, NoticeState.PLANNED, now, try_at=now + busy.wait)
            return the_same(waits, notices)
        except Exception as error:  # noqa: BLE001  # one bad letter must not silence the rest
            log.error("letter not made", kind=notice.kind, failure=describe(error))
            return the_same(again(notice, self._db.clock(), describe(error)), notices)
        there = [one for one in notices if await self._outgoing.mark(one)]
        if len(there) < len(notices):  # some were taken back since: the others are said anew
            now = self._db.clock()
            return tuple(
                Outcome(one, NoticeState.PLANNED, now)
                if one in there
                else Outcome(one, NoticeState.SKIPPED, now, reason="taken back")
                for one in notices
            )
        return the_same(await self._carry(notice, sealed), notices)

    async def _carry(self, notice: Notice, sealed: Sealed) -> Outcome:
        now = self._db.clock()
        try:
            message_id = await self._courier.carry(sealed)
        except Unreachable:
            await lost(self._db, person_id=notice.to)
            return Outcome(notice, NoticeState.FAILED, now, reason=UNREACHABLE, tried=True)
        except Busy as busy:
            return Outcome(notice, NoticeState.PLANNED, now, try_at=now + busy.wait)
        except InDoubt as error:
            doubt = NOTICE_KINDS[notice.kind].doubt
            return in_doubt(notice, doubt, now, describe(error))
        except Refused as error:
            log.error("letter refused", kind=notice.kind, failure=describe(error))
            return Outcome(notice, NoticeState.FAILED, now, reason=str(error), tried=True)
        except NotSent as error:
            return again(notice, now, describe(error))
        except Exception as error:  # noqa: BLE001  # one bad letter must not silence the rest
            log.error("letter failed", kind=notice.kind, failure=describe(error))
            return again(notice, now, describe(error))
        return Outcome(notice, NoticeState.SENT, now, message_id=message_id, tried=True)


def _address(person: Person, contact: Contact) -> Address:
    return Address(contact.address, person.locale, person.tone)


def _at_school(
    notice: Notice, person: Person | None, schools: Mapping[UUID, School], now: datetime
) -> Outcome | None:
    """Learners are left in peace at lessons, and on holidays while the letter can wait for school.

    A letter that would be missed by waiting for the end of the holidays is sent on a holiday.
    """
    policy = NOTICE_KINDS.get(notice.kind)
    if policy is None or not policy.waits_for_day:
        return None
    if person is None or person.tone is not Tone.TY:
        return None
    school = schools[notice.organisation_id]
    back = school.after_holidays(now) if policy.counts else now
    if now < back <= notice.useful_until:
        return later(notice, back, now)
    free = after_lessons(now, school.zone, school.lessons)
    return later(notice, free, now) if free != now else None

"""What must be true whatever happened, read from the rows by rules written down here once more."""

from collections import Counter, defaultdict
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.moments import in_quiet_hours, local
from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.notices import FINAL, NoticeState
from bot.domain.pairs import MEETING, PairState
from bot.domain.participations import ParticipationState
from bot.storage import tables as t
from bot.storage.database import Database

DOCUMENTS = {"identity", "no-criminal-record"}
TAKES_AN_HOUR = ("agreed", "held")


async def pairs_at_work_are_cleared(db: Database, today: date) -> Counter[PairState]:
    """Who may meet has every consent of their age, and a mentor every document."""
    async with db.reader.connect() as connection:
        pairs = (await connection.execute(select(t.pairs))).all()
        at_work = [pair for pair in pairs if pair.state in MEETING]
        sides = {id_ for p in at_work for id_ in (p.mentee_participation_id,
                                                   p.mentor_participation_id)}  # fmt: skip
        parts, people = t.participations, t.people
        rows = (
            await connection.execute(
                select(parts.c.person_id, parts.c.state, parts.c.role, parts.c.kind,
                       people.c.birth_date)
                .join(people, people.c.id == parts.c.person_id)
                .where(parts.c.id.in_(sides))
            )
        ).all()  # fmt: skip
        persons = {row.person_id for row in rows}
        agreed, shown = t.consents.c, t.checks.c
        given: dict[UUID, set[str]] = defaultdict(set)
        for person, kind in await connection.execute(
            select(agreed.person_id, agreed.kind).where(
                agreed.person_id.in_(persons), agreed.withdrawn_at.is_(None),
                agreed.refused.is_(False),
            )
        ):  # fmt: skip
            given[person].add(kind)
        valid: dict[UUID, set[str]] = defaultdict(set)
        for person, kind in await connection.execute(
            select(shown.person_id, shown.kind).where(
                shown.person_id.in_(persons), shown.revoked_at.is_(None),
                shown.expires_on.is_(None) | (shown.expires_on >= today),
            )
        ):  # fmt: skip
            valid[person].add(kind)
    for row in rows:
        age = _age(row.birth_date, today)
        needed = {"processing-adult"} if age >= 18 else {"guardian"}
        needed |= {"processing-minor"} if 14 <= age < 18 else set()
        assert needed <= given[row.person_id], (needed, given[row.person_id])
        assert row.state is ParticipationState.APPROVED
        if row.role is Role.MENTOR and row.kind != "learner":
            assert valid[row.person_id] == DOCUMENTS
    return Counter(pair.state for pair in pairs)


def _age(born: date | None, today: date) -> int:
    if born is None:
        return 30
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


async def letters_came_well(db: Database, zone: str, now: datetime) -> Counter[str]:
    """Each notice that was due has one end; none came at night; one of a kind that counts a day."""
    n = t.notices.c
    async with db.reader.connect() as connection:
        rows = (await connection.execute(select(t.notices))).all()
    a_day: defaultdict[tuple[UUID, date], set[str | UUID]] = defaultdict(set)
    asked_at: dict[tuple[UUID, date], datetime] = {}
    taken: dict[tuple[UUID, date], datetime] = {}  # since when by what is bound to its hour
    for row in rows:
        if row.state not in FINAL:
            assert row.state is NoticeState.PLANNED, f"{row.kind} is held by nobody"
            assert row.try_at > now, f"{row.kind} was due at {row.try_at} and waits"
            continue
        assert row.settled_at is not None
        assert row.settled_at >= row.due_at, f"{row.kind} came before its time"
        if row.state is not NoticeState.SENT:
            continue
        assert row.settled_at <= row.useful_until, f"{row.kind} came too late"
        policy = NOTICE_KINDS[row.kind]
        if policy.waits_for_day:
            assert not in_quiet_hours(row.settled_at, zone), f"{row.kind} at {row.settled_at}"
        day = row.to, local(row.settled_at, zone).date()
        if policy.takes_day:
            taken[day] = min(row.settled_at, taken.get(day, row.settled_at))
        if policy.counts:
            a_day[day].add(row.message_id or row.id)  # several may be one message
            asked_at[day] = row.settled_at
    assert all(len(messages) == 1 for messages in a_day.values()), "two asked for on one day"
    assert all(asked_at[day] <= taken.get(day, now) for day in a_day), "the day had its message"
    assert len({(r.kind, r.to, r.subject, r.due_at) for r in rows}) == len(rows), n
    return Counter(f"{row.state}" for row in rows)


async def nobody_meets_twice_at_once(db: Database) -> int:
    """No hour of a person is taken twice: neither double booking nor a meeting logged twice."""
    m = t.meetings
    async with db.reader.connect() as connection:
        rows = (await connection.execute(
            select(m.c.mentor_id, m.c.mentee_id, m.c.at).where(m.c.state.in_(TAKES_AN_HOUR))
        )).all()  # fmt: skip
    hours = Counter((person, row.at) for row in rows for person in (row.mentor_id, row.mentee_id))
    assert not hours or max(hours.values()) == 1
    return len(rows)

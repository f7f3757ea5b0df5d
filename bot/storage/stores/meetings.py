"""Meetings of people and pairs, and the figures that a digest needs about all pairs at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, case, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.meetings import LENGTH, Meeting, MeetingKind, MeetingState
from bot.storage.stores.by_id import among, by_id
from bot.storage.tables import meetings

_REMEMBERED = timedelta(days=60)  # who did not say by then, or otherwise, will not any more
_TAKES_TIME = (MeetingState.AGREED, MeetingState.HELD)
_OPEN = (MeetingState.OFFERED, MeetingState.AGREED)
_CAME_TO_PASS = tuple(
    state for state in MeetingState if state not in (MeetingState.OFFERED, MeetingState.CANCELLED)
)


@dataclass(frozen=True)
class PairMeetings:
    """A pair's meetings in figures."""

    held: int = 0
    last_held: datetime | None = None
    next_at: datetime | None = None
    disputed: int = 0
    first_held: datetime | None = None
    disputed_at: datetime | None = None  # the latest of the last weeks
    unsaid: int = 0  # of the last weeks, over without anybody's word
    unsaid_at: datetime | None = None  # the oldest of them

_M = meetings.c
_SERIES = select(Meeting).where(among(_M.series_id)).order_by(_M.at, _M.id)
_HALF_TOLD = (
    select(_M.id, _M.pair_id)
    .where(text("meetings.state = 'held' AND NOT meetings.taken"))  # as in the index
    .where(_M.at <= bindparam("before"))
    .order_by(_M.at, _M.id)
    .limit(bindparam("most", type_=Integer))
)
_BUSY = select(_M.at).where(
    or_(among(_M.mentor_id), among(_M.mentee_id)),
    _M.state.in_(_TAKES_TIME),
    _M.at > bindparam("after"),
    _M.at < bindparam("before"),
)
_BUSY_BUT = _BUSY.where(_M.id != bindparam("but"))


def _figures() -> Select[Any]:
    """By `now`, `over` (an hour before) and `since` (as far back as anybody remembers)."""
    agreed, disputed = _M.state == MeetingState.AGREED, _M.state == MeetingState.DISPUTED
    held = _M.state == MeetingState.HELD
    unsaid = agreed & (_M.at <= bindparam("over")) & (_M.at > bindparam("since"))
    return select(
        _M.pair_id,
        func.count(case((held, 1))),
        func.max(case((held, _M.at))),
        func.min(case((agreed & (_M.at > bindparam("now")), _M.at))),
        func.count(case((disputed, 1))),
        func.min(case((held, _M.at))),
        func.max(case((disputed & (_M.at > bindparam("since")), _M.at))),
        func.count(case((unsaid, 1))),
        func.min(case((unsaid, _M.at))),
    ).group_by(_M.pair_id)


_FIGURES_OF_PROGRAMME = _figures().where(_M.programme_id == bindparam("of"))
_FIGURES_OF_PAIRS = _figures().where(among(_M.pair_id))


class MeetingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_person(
        self, person_id: UUID, states: Collection[MeetingState], limit: int = 20
    ) -> Sequence[Meeting]:
        """Nearest first; those without a time yet come last."""
        m = meetings.c
        query = (
            select(Meeting)
            .where(or_(m.mentor_id == person_id, m.mentee_id == person_id), m.state.in_(states))
            .order_by(m.at.is_(None), m.at, m.offered_at, m.id)
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def of_pair(
        self, pair_id: UUID, limit: int = 10, *, until: datetime | None = None
    ) -> Sequence[Meeting]:
        """Newest first. `until`: without the later ones of a series, and what was called off."""
        m = meetings.c
        query = select(Meeting).where(m.pair_id == pair_id)
        if until is not None:
            query = query.where(
                or_(m.at.is_(None), m.at <= until), m.state != MeetingState.CANCELLED
            )
        query = query.order_by(m.at.is_(None).desc(), m.at.desc(), m.offered_at.desc(), m.id.desc())
        return (await self._session.scalars(query.limit(limit))).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Meeting]:
        return await by_id(self._session, Meeting, ids)

    async def busy(
        self,
        person_ids: Collection[UUID],
        start: datetime,
        end: datetime,
        *,
        but: UUID | None = None,
    ) -> list[datetime]:
        """When these people already meet somebody, from an hour before `start` to `end`.

        `but`: a meeting that does not count, since it is the one that moves.
        """
        given = {"ids": list(person_ids), "after": start - LENGTH, "before": end + LENGTH}
        if but is not None:
            return list(await self._session.scalars(_BUSY_BUT, given | {"but": but}))
        return list(await self._session.scalars(_BUSY, given))

    async def busy_each(
        self, person_ids: Collection[UUID], start: datetime, end: datetime
    ) -> dict[UUID, list[datetime]]:
        """As `busy`, for each of these people on their own."""
        m = meetings.c
        query = select(m.mentor_id, m.mentee_id, m.at).where(
            or_(m.mentor_id.in_(person_ids), m.mentee_id.in_(person_ids)),
            m.state.in_(_TAKES_TIME),
            m.at > start - LENGTH,
            m.at < end + LENGTH,
        )
        found: dict[UUID, list[datetime]] = {id_: [] for id_ in person_ids}
        for mentor_id, mentee_id, at in await self._session.execute(query):
            for id_ in found.keys() & {mentor_id, mentee_id}:
                found[id_].append(at)
        return found

    async def at_hand(self, pair_id: UUID, now: datetime, limit: int = 10) -> Sequence[Meeting]:
        """What waits for a word of somebody, and the next one agreed on; soonest first."""
        m = meetings.c
        silent = or_(m.mentor_says.is_(None), m.mentee_says.is_(None))
        over = m.state.in_(_CAME_TO_PASS) & silent & (m.at <= now)
        waiting = or_(m.state == MeetingState.OFFERED, over)
        query = select(Meeting).where(m.pair_id == pair_id)
        asked = query.where(waiting).order_by(m.at.is_(None), m.at.desc(), m.id).limit(limit)
        ahead = query.where(m.state == MeetingState.AGREED, m.at > now)
        found = [
            *await self._session.scalars(asked),
            *await self._session.scalars(ahead.order_by(m.at, m.id).limit(1)),
        ]
        return sorted(found, key=lambda one: (one.at is None, one.at or now, one.id))

    async def unanswered(
        self, programme_id: UUID, person_ids: Collection[UUID], now: datetime, since: datetime
    ) -> Sequence[Meeting]:
        """Offers open to these people's pairs, and what was over since then without their word."""
        m = meetings.c
        silent = or_(
            m.mentor_id.in_(person_ids) & m.mentor_says.is_(None),
            m.mentee_id.in_(person_ids) & m.mentee_says.is_(None),
        )
        over = m.state.in_(_CAME_TO_PASS) & (m.at <= now - LENGTH) & (m.at > since)
        query = select(Meeting).where(
            m.programme_id == programme_id, silent, or_(m.state == MeetingState.OFFERED, over)
        )
        return (await self._session.scalars(query.order_by(m.offered_at, m.id))).all()

    async def pairs_ahead(self, programme_id: UUID, now: datetime) -> set[UUID]:
        """Pairs of the programme that have a meeting ahead, or times to choose from."""
        m = meetings.c
        agreed = (m.state == MeetingState.AGREED) & (m.at > now)
        query = select(m.pair_id).where(
            m.programme_id == programme_id, or_(m.state == MeetingState.OFFERED, agreed)
        )
        return set(await self._session.scalars(query.distinct()))

    async def open_of_pair(self, pair_id: UUID) -> Sequence[Meeting]:
        """Offered or agreed on."""
        m = meetings.c
        query = select(Meeting).where(m.pair_id == pair_id, m.state.in_(_OPEN))
        return (await self._session.scalars(query.order_by(m.id))).all()

    async def around(self, pair_id: UUID, at: datetime) -> Sequence[Meeting]:
        """Of the pair's meetings, those within an hour of the moment, whatever became of them."""
        m = meetings.c
        query = select(Meeting).where(
            m.pair_id == pair_id,
            m.state.in_(_CAME_TO_PASS),
            m.at > at - LENGTH,
            m.at < at + LENGTH,
        )
        return (await self._session.scalars(query.order_by(m.at, m.id))).all()

    async def half_told(self, before: datetime, limit: int = 100) -> list[tuple[UUID, UUID]]:
        """(meeting, pair) of what was held by then and has not moved its pair on, oldest first."""
        rows = await self._session.execute(_HALF_TOLD, {"before": before, "most": limit})
        return [(id_, pair_id) for id_, pair_id in rows]

    async def of_calendar(
        self, person_id: UUID, since: datetime, limit: int
    ) -> Sequence[Meeting]:
        """Whatever has or had an hour since then, the latest first."""
        m = meetings.c
        query = (
            select(Meeting)
            .where(
                or_(m.mentor_id == person_id, m.mentee_id == person_id),
                m.state != MeetingState.OFFERED,
                m.at >= since,
            )
            .order_by(m.at.desc(), m.id.desc())
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def ahead_of_series(self, series_id: UUID, now: datetime) -> Sequence[Meeting]:
        m = meetings.c
        query = select(Meeting).where(
            m.series_id == series_id, m.state.in_(_OPEN), or_(m.at.is_(None), m.at > now)
        )
        return (await self._session.scalars(query.order_by(m.at, m.id))).all()

    async def of_series(self, series_ids: Collection[UUID]) -> dict[UUID, list[Meeting]]:
        """The meetings of each series, soonest first."""
        found: dict[UUID, list[Meeting]] = {id_: [] for id_ in series_ids}
        if not found:  # most meetings stand alone
            return found
        for meeting in await self._session.scalars(_SERIES, {"ids": list(found)}):
            assert meeting.series_id is not None
            found[meeting.series_id].append(meeting)
        return found

    async def kinds_held(self, pair_id: UUID) -> frozenset[MeetingKind]:
        m = meetings.c
        query = select(m.kind).where(m.pair_id == pair_id, m.state == MeetingState.HELD)
        return frozenset(await self._session.scalars(query.distinct()))

    async def last_where(self, pair_id: UUID, place: str) -> str | None:
        """The link or place this pair has named last."""
        m = meetings.c
        query = (
            select(m.where)
            .where(m.pair_id == pair_id, m.place == place, m.where.is_not(None))
            .order_by(m.offered_at.desc(), m.id.desc())
            .limit(1)
        )
        found: str | None = await self._session.scalar(query)
        return found

    async def figures(
        self,
        *,
        now: datetime,
        programme_id: UUID | None = None,
        pair_ids: Collection[UUID] | None = None,
    ) -> dict[UUID, PairMeetings]:
        """Of the programme's pairs, or of these, whichever has any meeting; in one query."""
        given: dict[str, Any] = {
            "now": now, "over": now - LENGTH, "since": now - _REMEMBERED
        }  # fmt: skip
        if pair_ids is None:
            rows = await self._session.execute(_FIGURES_OF_PROGRAMME, given | {"of": programme_id})
        else:
            given["ids"] = list(pair_ids)
            rows = await self._session.execute(_FIGURES_OF_PAIRS, given)
        return {row[0]: PairMeetings(*row[1:]) for row in rows}

    async def held_between(
        self, programme_id: UUID, start: datetime, end: datetime
    ) -> list[datetime]:
        """When the programme's meetings of the span took place."""
        m = meetings.c
        query = select(m.at).where(
            m.programme_id == programme_id,
            m.state == MeetingState.HELD,
            m.at >= start,
            m.at < end,
        )
        return list(await self._session.scalars(query.order_by(m.at, m.id)))

"""What curators want to hear, whose pairs are whose, and the talks they had."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import case, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.check_ins import Talks
from bot.domain.digest_choices import DigestChoice
from bot.domain.handovers import Handover
from bot.domain.pair_marks import Done, PairMark
from bot.domain.pair_states import OPEN
from bot.storage.tables import digest_choices, handovers, pair_marks, pairs, programmes


class DigestStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def choice(self, programme_id: UUID, person_id: UUID) -> DigestChoice | None:
        c = digest_choices.c
        query = select(DigestChoice).where(
            c.programme_id == programme_id, c.person_id == person_id
        )
        return (await self._session.scalars(query)).one_or_none()

    async def choices(self) -> dict[tuple[UUID, UUID], DigestChoice]:
        """Of every programme at work, by programme and person."""
        query = (
            select(DigestChoice)
            .join(programmes, programmes.c.id == digest_choices.c.programme_id)
            .where(programmes.c.archived_at.is_(None))
            .order_by(digest_choices.c.id)
        )
        found = await self._session.scalars(query)
        return {(one.programme_id, one.person_id): one for one in found}

    async def caring(self, today: date) -> set[tuple[UUID, UUID]]:
        """(programme, person) to whom some open pair is entrusted, for ever or for some days."""
        p, h = pairs.c, handovers.c
        own = (
            select(p.programme_id, p.kept_by)
            .where(p.kept_by.is_not(None), p.state.in_(OPEN))
            .distinct()
        )
        instead = select(h.programme_id, h.to_id).where(h.ended_at.is_(None), h.ends_on >= today)
        found = [*await self._session.execute(own), *await self._session.execute(instead)]
        return {(programme_id, person_id) for programme_id, person_id in found}

    async def talks(
        self, programme_id: UUID, by_pair: UUID | None = None
    ) -> dict[tuple[UUID, Role], Talks]:
        """By pair and side: on how many days the team talked with them, and the last of these."""
        m = pair_marks.c
        columns = []
        for with_side in (m.with_mentee, m.with_mentor):
            day = case((with_side, m.on_day))
            columns += [func.count(distinct(day)), func.max(day)]
        query = (
            select(m.pair_id, *columns)
            .where(m.programme_id == programme_id, m.what == Done.CALLED)
            .group_by(m.pair_id)
        )
        if by_pair is not None:
            query = query.where(m.pair_id == by_pair)
        found = {}
        for pair_id, mentee, last_mentee, mentor, last_mentor in await self._session.execute(query):
            found[pair_id, Role.MENTEE] = Talks(mentee, last_mentee)
            found[pair_id, Role.MENTOR] = Talks(mentor, last_mentor)
        return found

    async def calls_of_day(
        self, programme_id: UUID, made_by: UUID, on_day: date
    ) -> Sequence[PairMark]:
        m = pair_marks.c
        query = select(PairMark).where(
            m.programme_id == programme_id,
            m.made_by == made_by,
            m.what == Done.CALLED,
            m.on_day == on_day,
        )
        return (await self._session.scalars(query.order_by(m.id))).all()

    async def forget_mark(self, mark: PairMark) -> None:
        await self._session.delete(mark)

    async def handovers(self, programme_id: UUID, today: date) -> Sequence[Handover]:
        """Those that hold today or later; the oldest first."""
        h = handovers.c
        query = select(Handover).where(
            h.programme_id == programme_id, h.ends_on >= today, h.ended_at.is_(None)
        )
        return (await self._session.scalars(query.order_by(h.made_at, h.id))).all()

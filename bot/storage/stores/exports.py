"""Files of answers that left the house, keys of pseudonyms, whose answers research may have."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.exports import Export, ResearchKey
from bot.domain.people import AgeBand
from bot.storage.tables import exports, people, research_keys, responses


class ExportStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_wave(
        self, wave_id: UUID, *, limit: int
    ) -> list[tuple[Export, str | None]]:
        """The last ones, with the name of who asked; the newest first."""
        e = exports.c
        query = (
            select(Export, people.c.name)
            .join(people, people.c.id == e.by)
            .where(e.wave_id == wave_id)
            .order_by(e.at.desc(), e.id.desc())
            .limit(limit)
        )
        return [(one, name) for one, name in await self._session.execute(query)]

    async def key_of(self, programme_id: UUID) -> ResearchKey | None:
        query = select(ResearchKey).where(research_keys.c.programme_id == programme_id)
        return (await self._session.scalars(query)).one_or_none()

    async def asked(self, wave_id: UUID) -> list[tuple[UUID, AgeBand | None]]:
        """Everybody on the list of a wave, with the age that decides about consents."""
        r = responses.c
        query = (
            select(r.person_id, people.c.age_band)
            .join(people, people.c.id == r.person_id)
            .where(r.wave_id == wave_id)
            .order_by(r.id)
        )
        return [(id_, band) for id_, band in await self._session.execute(query)]

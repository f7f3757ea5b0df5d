"""The ballots of anonymous waves: put in so that nothing tells which came with whom.

With each new one a handful of others is taken out, and all are put in again in an order made of
chance, under new ids: neither the place of a row, nor the transaction that wrote it (PostgreSQL
keeps its number in the row), nor an id seen before leads to the one who has just finished.
"""

from collections.abc import Sequence
from random import SystemRandom
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.ids import untimed_id
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import LEAST_ANONYMOUS
from bot.storage.tables import ballots, responses

HANDFUL = 50
AT_ONCE = 500  # of the last shuffle
# A count of the writes of a row would tell how many questions its person was asked.
_ONE_FOR_ALL = 1_000_000
_B = ballots.c


class BallotStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._chance = SystemRandom()

    async def hand_in(self, response: Response, said: dict[str, Any]) -> None:
        """The ballot, and of the person only that they have answered; in one transaction.

        The response is no longer an object of the session afterwards.
        """
        assert response.wave_id is not None
        wave_id, organisation_id = response.wave_id, response.organisation_id
        await self._part(response)
        others = await self._handful(wave_id)
        await self._take_out(wave_id, list(others))
        await self._put_in(wave_id, organisation_id, [said, *others.values()])

    async def shuffle(self, wave_id: UUID, organisation_id: UUID) -> int:
        """After the close, once more; how many ballots there are.

        Of so few that each would be known, none is kept.
        """
        number = await self.number(wave_id)
        if number < LEAST_ANONYMOUS:
            await self._session.execute(delete(ballots).where(_B.wave_id == wave_id))
            return 0
        query = select(_B.id).where(_B.wave_id == wave_id).order_by(_B.id)
        ids = list(await self._session.scalars(query))
        self._chance.shuffle(ids)
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            rows = await self._session.scalars(
                select(_B.said).where(_B.wave_id == wave_id, _B.id.in_(some))
            )
            said = list(rows)
            await self._take_out(wave_id, some)
            await self._put_in(wave_id, organisation_id, said)
        return number

    async def number(self, wave_id: UUID) -> int:
        query = select(func.count()).select_from(ballots).where(_B.wave_id == wave_id)
        return await self._session.scalar(query) or 0

    async def _part(self, response: Response) -> None:
        """What the row keeps: a state. No moment, no answer, no pace, no number of writes."""
        self._session.expunge(response)
        blank: dict[str, Any] = dict.fromkeys(
            ("seconds", "cursor", "handed_in", "replaced", "started_at", "finished_at",
             "touched_at")
        )
        await self._session.execute(
            update(responses)
            .where(responses.c.id == response.id)
            .values(
                state=ResponseState.FINISHED,
                answers={},
                drafts={},
                reminders=0,
                remind_at=None,
                entered_by=response.entered_by,
                version=_ONE_FOR_ALL,
                **blank,
            )
        )

    async def _handful(self, wave_id: UUID) -> dict[UUID, dict[str, Any]]:
        """Any of them, from a place of chance on and round to it again.

        Not those that another is mixing at this moment: nobody waits, and none is put in twice.
        """
        start = untimed_id()
        query = select(_B.id, _B.said).where(_B.wave_id == wave_id).order_by(_B.id)
        query = query.with_for_update(skip_locked=True)
        found: dict[UUID, dict[str, Any]] = {}
        for part in (_B.id >= start, _B.id < start):
            rows = await self._session.execute(query.where(part).limit(HANDFUL - len(found)))
            found |= {id_: said for id_, said in rows}
        return found

    async def _take_out(self, wave_id: UUID, ids: Sequence[UUID]) -> None:
        await self._session.execute(
            delete(ballots).where(_B.wave_id == wave_id, _B.id.in_(ids))
        )

    async def _put_in(
        self, wave_id: UUID, organisation_id: UUID, said: list[dict[str, Any]]
    ) -> None:
        self._chance.shuffle(said)
        await self._session.execute(
            insert(ballots),
            [
                {
                    "wave_id": wave_id,
                    "id": untimed_id(),
                    "organisation_id": organisation_id,
                    "said": one,
                }
                for one in said
            ],
        )

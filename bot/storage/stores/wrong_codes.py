"""Which codes an account has tried in vain lately."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.wrong_codes import KEPT, LOCKED_FOR, WITHIN, WrongCode
from bot.storage.tables import wrong_codes


class WrongCodeStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def tried(self, messenger: str, address: str) -> list[datetime]:
        """When, as far back as it still matters.

        What is later than now by more than a lock was tried while the machine's clock was wrong: it
        would keep the account out until then.
        """
        w = wrong_codes.c
        query = select(w.at).where(
            w.messenger == messenger,
            w.address == address,
            w.at > self._now - WITHIN - LOCKED_FOR,
            w.at < self._now + LOCKED_FOR,
        )
        return list(await self._session.scalars(query))

    async def note(self, messenger: str, address: str) -> None:
        """One more; those of yesterday are forgotten, whoever tried them."""
        await self._session.execute(
            delete(wrong_codes).where(wrong_codes.c.at < self._now - KEPT)
        )
        self._session.add(WrongCode(messenger=messenger, address=address, at=self._now))
        await self._session.flush()

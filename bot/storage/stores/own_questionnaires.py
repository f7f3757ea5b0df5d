"""An organisation's own versions of questionnaires."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.own_questionnaires import OwnQuestionnaire, OwnState
from bot.domain.waves import WaveState
from bot.storage.tables import own_questionnaires, questionnaires, waves


class OwnQuestionnaireStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, organisation_id: UUID, key: str | None = None) -> Sequence[OwnQuestionnaire]:
        """Every version, drafts too: by key, the newest first. There are dozens, not thousands."""
        o = own_questionnaires.c
        query = select(OwnQuestionnaire).where(o.organisation_id == organisation_id)
        if key is not None:
            query = query.where(o.key == key)
        query = query.order_by(o.key, o.number.desc(), o.id)
        return (await self._session.scalars(query)).all()

    async def published(self, organisation_id: UUID, key: str) -> OwnQuestionnaire | None:
        """The newest that was not taken back."""
        o = own_questionnaires.c
        query = (
            select(OwnQuestionnaire)
            .where(
                o.organisation_id == organisation_id,
                o.key == key,
                o.state == OwnState.PUBLISHED,
            )
            .order_by(o.number.desc(), o.id)
            .limit(1)
        )
        return (await self._session.scalars(query)).one_or_none()

    async def waves_of(self, organisation_id: UUID, key: str) -> dict[WaveState, int]:
        """How many waves asked it in any version, by their state."""
        query = (
            select(waves.c.state, func.count())
            .join(questionnaires, questionnaires.c.id == waves.c.questionnaire_id)
            .where(waves.c.organisation_id == organisation_id, questionnaires.c.key == key)
            .group_by(waves.c.state)
        )
        return {state: count for state, count in await self._session.execute(query)}

    async def forget_drafts(self, organisation_id: UUID, key: str) -> None:
        o = own_questionnaires.c
        await self._session.execute(
            delete(own_questionnaires).where(
                o.organisation_id == organisation_id, o.key == key, o.state == OwnState.DRAFT
            )
        )

"""A questionnaire that waits to be published, for tests of what is done with it."""

from dataclasses import replace
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.profile import Profile
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Database
from bot.usecases.monitoring import authoring

MID = "wave-mid"


def without(profile: Profile, *left_out: str) -> Questionnaire:
    usual = profile.questionnaires[MID]
    return replace(usual, items=tuple(one for one in usual.items if one.key not in left_out))


async def drafts(
    db: Database, actor: Actor, profile: Profile, programme_id: UUID, *left_out: str
) -> UUID:
    return await authoring.keep_draft(
        db,
        actor,
        programme_id=programme_id,
        key=MID,
        questionnaire=without(profile, *left_out),
        profile=profile,
    )

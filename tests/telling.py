"""People who agree to be told about."""

from bot.usecases.consents import consents
from tests.village import Curator, Member, Village


async def publishes(village: Village, anna: Curator, who: Member, *, agrees: bool = True) -> None:
    await consents.answer(
        village.db, await village.actor(who), person_id=who.person_id,
        organisation_id=anna.organisation_id, kind="dissemination-adult", agrees=agrees,
        profile=village.profile, channel="test",
    )  # fmt: skip

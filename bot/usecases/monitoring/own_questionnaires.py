"""Which version of a questionnaire a programme asks: its organisation's own, or the profile's."""

from bot.domain.access import Thing
from bot.domain.errors import Gone
from bot.domain.own_questionnaires import in_use
from bot.domain.profile import Profile
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Transaction


async def questionnaire_for(
    tx: Transaction, profile: Profile, thing: Thing, key: str
) -> Questionnaire:
    """What is asked from now on under this key, where `thing` is: a programme, a pair.

    The organisation's newest published version that was not taken back; else the profile's. Raises
    `Gone` when there is nothing of the kind.
    Whoever has begun is not concerned: a response holds on to the version it began with.
    """
    own = await tx.own_questionnaires.published(thing.organisation_id, key)
    if own is not None:
        return own.questionnaire
    if key not in profile.questionnaires:
        raise Gone
    return profile.questionnaires[key]


async def questionnaires_for(
    tx: Transaction, profile: Profile, thing: Thing
) -> dict[str, Questionnaire]:
    """By key: everything `questionnaire_for` knows; the organisation's own ones after the rest."""
    own = in_use(await tx.own_questionnaires.of(thing.organisation_id))
    return {**profile.questionnaires, **{key: one.questionnaire for key, one in own.items()}}

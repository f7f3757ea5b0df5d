"""Which version of a questionnaire a programme asks, and who may change it."""

from dataclasses import replace

import pytest

from bot.domain.errors import Gone
from bot.domain.own_questionnaires import OwnQuestionnaire
from bot.domain.programmes import Programme
from bot.usecases.monitoring.own_questionnaires import questionnaire_for, questionnaires_for
from tests.village import Village

MID = "wave-mid"


async def test_the_newest_own_version_is_asked_and_the_profile_s_when_there_is_none(
    village: Village,
) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    me = (await village.actor(anna)).person_id
    usual = village.profile.questionnaires[MID]

    async with village.db.transaction() as tx:
        for number in (2, 3, 4):
            own = OwnQuestionnaire.draft(
                replace(usual, version=number), anna.organisation_id, me, tx.now
            )
            tx.add(own)
            if number < 4:
                assert own.publish(me, tx.now)
                assert not own.publish(me, tx.now)
    async with village.db.transaction() as tx:
        here, there = [await tx.get(Programme, one.programme_id) for one in (anna, boris)]
        assert (await questionnaire_for(tx, village.profile, here, MID)).version == 3
        assert await questionnaire_for(tx, village.profile, there, MID) == usual
        everything = await questionnaires_for(tx, village.profile, here)
        assert everything[MID].version == 3
        assert set(everything) == set(village.profile.questionnaires)
        with pytest.raises(Gone):
            await questionnaire_for(tx, village.profile, here, "nothing")

        own = await tx.own_questionnaires.published(anna.organisation_id, MID)
        assert own is not None
        assert own.take_back(me, tx.now)
    async with village.db.reading() as tx:
        assert (await questionnaire_for(tx, village.profile, here, MID)).version == 2

"""Which version of a questionnaire a programme asks, and who may change it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.own_questionnaires import OwnQuestionnaire
from bot.domain.programmes import Programme
from bot.domain.questionnaire_errors import (
    ConsentDropped,
    KeyTaken,
    NothingChanged,
    OtherQuestionnaire,
    QuestionnaireFixed,
)
from bot.domain.questionnaires import Questionnaire
from bot.usecases.monitoring import authoring, inviting, surveys
from bot.usecases.monitoring.own_questionnaires import questionnaire_for, questionnaires_for
from bot.usecases.team import team
from tests.village import Curator, Village
from tests.writing import MID, without


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

        newest = await tx.own_questionnaires.published(anna.organisation_id, MID)
        assert newest is not None
        assert newest.take_back(me, tx.now)
    async with village.db.reading() as tx:
        assert (await questionnaire_for(tx, village.profile, here, MID)).version == 2


def shorter(village: Village, left_out: str = "change") -> Questionnaire:
    return without(village.profile, left_out)


async def published(village: Village, curator: Curator, asked: Questionnaire) -> None:
    me, where = await village.actor(curator), {"programme_id": curator.programme_id}
    draft_id = await authoring.keep_draft(
        village.db, me, **where, key=asked.key, questionnaire=asked, profile=village.profile
    )
    await authoring.publish(village.db, me, **where, draft_id=draft_id)


async def asked_now(village: Village, curator: Curator) -> Questionnaire:
    async with village.db.reading() as tx:
        programme = await tx.get(Programme, curator.programme_id)
        return await questionnaire_for(tx, village.profile, programme, MID)


async def test_who_has_begun_ends_the_version_begun_and_the_next_wave_asks_the_new(
    village: Village,
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    await village.opens_wave(anna)
    [survey] = await surveys.waiting_for(village.db, await village.actor(dima))
    assert len(survey.questionnaire.items) == 5

    await published(village, anna, shorter(village))
    assert (await asked_now(village, anna)).version == 2
    [survey] = await surveys.waiting_for(village.db, await village.actor(dima))
    assert len(survey.questionnaire.items) == 5
    where: dict[str, Any] = {
        "programme_id": anna.programme_id, "key": MID, "profile": village.profile,
    }  # fmt: skip
    card = await authoring.card(village.db, await village.actor(anna), **where)
    assert (card.own, card.running, card.over) == (True, 1, 0)

    village.wall.move(timedelta(days=11))
    await inviting.close_due(village.db)
    await village.opens_wave(anna)
    [survey] = await surveys.waiting_for(village.db, await village.actor(dima))
    assert len(survey.questionnaire.items) == 4


async def test_a_file_does_not_lift_the_consent_that_its_questions_need(village: Village) -> None:
    """An emptied cell, and children would be asked what their parents never agreed to."""
    anna = await village.curator()
    usual = village.profile.questionnaires["personal-scales"]
    fewer = replace(usual, items=usual.items[:-1])
    with pytest.raises(ConsentDropped):
        await published(village, anna, replace(fewer, consent=None))
    await published(village, anna, fewer)
    with pytest.raises(ConsentDropped):
        await published(village, anna, replace(usual, consent=None))


async def test_each_version_is_kept_with_who_published_it_and_taken_back_one_by_one(
    village: Village,
) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "key": MID}
    for left_out in ("change", "glad"):
        await published(village, anna, shorter(village, left_out))
    assert (await asked_now(village, anna)).version == 3
    await authoring.take_back(village.db, me, **where)
    assert (await asked_now(village, anna)).version == 2
    await published(village, anna, shorter(village, "often"))
    assert (await asked_now(village, anna)).version == 4  # a number is never used again
    await authoring.take_back(village.db, me, **where)
    await authoring.take_back(village.db, me, **where)
    assert await asked_now(village, anna) == village.profile.questionnaires[MID]
    with pytest.raises(Gone):
        await authoring.take_back(village.db, me, **where)
    card = await authoring.card(village.db, me, **where, profile=village.profile)
    assert [(one.number, one.by) for one in card.versions] == [
        (number, "Анна Петрова") for number in (4, 3, 2)
    ]
    assert all(one.taken_back_by == "Анна Петрова" for one in card.versions)


async def test_a_draft_gives_way_to_the_next_and_what_was_not_seen_is_not_published(
    village: Village,
) -> None:
    anna = await village.curator()
    me, where = await village.actor(anna), {"programme_id": anna.programme_id}
    about: dict[str, Any] = {**where, "profile": village.profile}
    asked = shorter(village)
    first = await authoring.keep_draft(village.db, me, **about, key=MID, questionnaire=asked)
    second = await authoring.keep_draft(
        village.db, me, **about, key=MID, questionnaire=shorter(village, "glad")
    )
    with pytest.raises(Gone):
        await authoring.publish(village.db, me, **where, draft_id=first)
    card = await authoring.card(village.db, me, **about, key=MID)
    assert (card.draft_id, card.new, card.own) == (second, False, False)
    seen = await authoring.draft(village.db, me, **about, draft_id=second)
    assert [item.key for item in seen.changes.removed] == ["glad"]
    await authoring.publish(village.db, me, **where, draft_id=second)
    with pytest.raises(Gone):  # the second press
        await authoring.publish(village.db, me, **where, draft_id=second)
    with pytest.raises(NothingChanged):
        await authoring.keep_draft(
            village.db, me, **about, key=MID, questionnaire=shorter(village, "glad")
        )
    with pytest.raises(OtherQuestionnaire):
        await authoring.keep_draft(village.db, me, **about, key="after", questionnaire=asked)
    with pytest.raises(KeyTaken):
        await authoring.keep_draft(village.db, me, **about, key=None, questionnaire=asked)
    fixed = replace(asked, key="intake-mentee")
    with pytest.raises(QuestionnaireFixed):
        await authoring.keep_draft(village.db, me, **about, key=None, questionnaire=fixed)


async def test_a_role_in_one_programme_looks_and_downloads_and_changes_nothing(
    village: Village,
) -> None:
    anna = await village.curator()
    invited = await team.invite_member(
        village.db, await village.actor(anna), role=Role.DEPUTY, programme_id=anna.programme_id
    )
    account = village.account()
    await village.opens(account, invited.token)
    deputy = await village.actor(account)
    about: dict[str, Any] = {
        "programme_id": anna.programme_id, "key": MID, "profile": village.profile,
    }  # fmt: skip
    card = await authoring.card(village.db, deputy, **about)
    assert not card.changeable
    assert (await authoring.to_download(village.db, deputy, **about)).key == MID
    with pytest.raises(NotAllowed):
        await authoring.keep_draft(village.db, deputy, **about, questionnaire=shorter(village))
    me, new = await village.actor(anna), replace(shorter(village), key="ours")
    await authoring.keep_draft(village.db, me, **{**about, "key": None}, questionnaire=new)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    assert [one.key for one in await authoring.listed(village.db, me, **where) if one.new] == [
        "ours"
    ]
    assert not any(one.new for one in await authoring.listed(village.db, deputy, **where))
    with pytest.raises(Gone):
        await authoring.card(village.db, deputy, **{**about, "key": "ours"})

"""Who is asked by which wave and when: events, audiences, several at once, lists, funnels."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import Gone, NobodyToAsk
from bot.domain.funnels import Funnel
from bot.domain.pairs import FINISHED, Pair
from bot.domain.waves import Audience, WaveEvent, WaveState, WaveTemplate
from bot.storage import tables as t
from bot.usecases.consents import consents
from bot.usecases.monitoring import (
    handing_in,
    inviting,
    opening,
    surveys,
    wave_plans,
    waves,
    whom_to_call,
)
from tests.usecases.test_speaking import tamara
from tests.village import Curator, Member, Village

KEYS = {event: f"on-{event}" for event in WaveEvent}


def asks(event: WaveEvent) -> str:
    return "after" if event is WaveEvent.LATER else "wave-mid"


@pytest.fixture
def village(village: Village) -> Village:
    """With a wave of each event in the plan; all ask the same few questions."""
    rules = village.profile.waves
    every = tuple(
        WaveTemplate(KEYS[event], asks(event), event, 10, anonymous=False, audience=Audience())
        for event in WaveEvent
    )
    asked = replace(rules, templates=(*rules.templates, *every))
    village.profile = replace(village.profile, waves=asked)
    return village


async def switch(village: Village, anna: Curator, event: WaveEvent, *, on: bool = True) -> None:
    await wave_plans.switch(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        key=KEYS[event], on=on, profile=village.profile,
    )  # fmt: skip


async def change(village: Village, anna: Curator, key: str, **what: Any) -> None:
    await wave_plans.change(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key=key,
        profile=village.profile, **what,
    )  # fmt: skip


async def asked_by(village: Village, key: str) -> set[UUID]:
    await inviting.look(village.db, village.profile)
    async with village.db.reader.connect() as connection:
        query = (
            select(t.responses.c.person_id)
            .join(t.waves, t.waves.c.id == t.responses.c.wave_id)
            .where(t.waves.c.key == key)
        )
        return set((await connection.execute(query)).scalars())


async def running(village: Village, anna: Curator) -> list[waves.WaveProgress]:
    return await waves.wave_progress(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )


async def test_each_event_brings_its_people_once(village: Village) -> None:
    anna = await village.curator()
    early = await village.joins(anna, Role.MENTEE)
    for event in (WaveEvent.ENTRY, WaveEvent.START, WaveEvent.DAY_30):
        await switch(village, anna, event)
    village.later(minutes=1)
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    entered = await asked_by(village, KEYS[WaveEvent.ENTRY])
    assert entered == {dima.person_id, igor.person_id}
    assert early.person_id not in entered  # came before anybody asked
    for who in (dima, igor):  # the same questions are not put to them twice at once
        me = await village.actor(who)
        [one] = await surveys.waiting_for(village.db, me)
        await handing_in.refuse(village.db, me, response_id=one.response_id)
    await village.pair(anna, dima, igor)
    assert await asked_by(village, KEYS[WaveEvent.START]) == {dima.person_id, igor.person_id}
    assert await asked_by(village, KEYS[WaveEvent.DAY_30]) == set()
    village.later(days=29, hours=23)
    await inviting.close_due(village.db)  # ten days each: their own time is over
    assert await asked_by(village, KEYS[WaveEvent.DAY_30]) == set()
    village.later(hours=2)
    both = {dima.person_id, igor.person_id}
    assert await asked_by(village, KEYS[WaveEvent.DAY_30]) == both
    assert await asked_by(village, KEYS[WaveEvent.START]) == both
    assert {one.state for one in await running(village, anna)} == {WaveState.OPEN}


async def test_the_end_of_a_pair_and_three_months_later(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await switch(village, anna, WaveEvent.CLOSING)
    await switch(village, anna, WaveEvent.LATER)
    village.later(hours=1)
    async with village.db.transaction() as tx:
        (await tx.get(Pair, pair_id)).close(FINISHED, tx.now)
    both = {dima.person_id, igor.person_id}
    assert await asked_by(village, KEYS[WaveEvent.CLOSING]) == both
    assert await asked_by(village, KEYS[WaveEvent.LATER]) == set()
    village.later(days=91, hours=1)
    assert await asked_by(village, KEYS[WaveEvent.LATER]) == both


async def test_a_day_opens_the_wave_of_its_plan_and_freezes_the_list(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    await change(village, anna, KEYS[WaveEvent.DATE], starts_on=date(2030, 3, 20), days=5)
    assert await asked_by(village, KEYS[WaveEvent.DATE]) == set()
    village.later(days=7)
    both = {dima.person_id, igor.person_id}
    assert await asked_by(village, KEYS[WaveEvent.DATE]) == both
    sonya = await village.joins(anna, Role.MENTEE)
    await village.pair(anna, sonya, igor)
    assert await asked_by(village, KEYS[WaveEvent.DATE]) == both
    village.later(days=5)
    assert await inviting.close_due(village.db) == 1
    assert await asked_by(village, KEYS[WaveEvent.DATE]) == both  # it does not open by itself again


async def test_an_audience_is_a_role_a_form_a_class(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, answers={"group": "9 Б класс"})
    vera = await village.joins(anna, Role.MENTEE, answers={"group": "ПО-21"})
    igor = await village.joins(anna, Role.MENTOR)
    alone = await village.joins(anna, Role.MENTEE, answers={"group": "9-б"})
    await village.pair(anna, dima, igor)
    await village.pair(anna, vera, igor)
    me, key = await village.actor(anna), KEYS[WaveEvent.DATE]
    found = await wave_plans.plan(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )
    assert found.groups == ("9Б", "ПО21")

    async def would_ask(**what: Any) -> int:
        await change(village, anna, key, **what)
        seen = await waves.preview(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
        )
        return seen.people

    assert await would_ask() == 3
    assert await would_ask(roles=[Role.MENTOR]) == 1
    assert await would_ask(roles=[Role.MENTEE]) == 2
    assert await would_ask(alone=True) == 3
    assert await would_ask(groups=["9Б"]) == 2
    assert await would_ask(alone=False) == 1
    assert await would_ask(forms=["pupil_pupil"]) == 0
    with pytest.raises(NobodyToAsk):
        await waves.open_wave(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
        )
    assert await would_ask(forms=[]) == 1
    await waves.open_wave(
        village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
    )
    assert await asked_by(village, key) == {dima.person_id}
    assert alone.person_id not in await asked_by(village, key)


async def test_a_questionnaire_of_one_form_is_for_that_form_alone(village: Village) -> None:
    """The employer's view of a student went to everybody who had ever been a mentor."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    me, key = await village.actor(anna), KEYS[WaveEvent.DATE]
    mid = village.profile.questionnaires["wave-mid"]

    async def would_ask(*forms: str) -> int:
        only = {**village.profile.questionnaires, "wave-mid": replace(mid, forms=forms)}
        village.profile = replace(village.profile, questionnaires=only)
        seen = await waves.preview(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
        )
        return seen.people

    assert await would_ask("pupil_pupil") == 0
    with pytest.raises(NobodyToAsk):
        await waves.open_wave(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
        )
    assert await would_ask("pupil_pupil", "employer_learner") == 2


async def test_what_needs_a_consent_of_its_own_goes_to_those_who_gave_it(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    mid = replace(village.profile.questionnaires["wave-mid"], consent="psychology")
    village.profile = replace(
        village.profile, questionnaires={**village.profile.questionnaires, "wave-mid": mid}
    )
    await consents.answer(
        village.db, await village.actor(dima), person_id=dima.person_id,
        organisation_id=anna.organisation_id, kind="psychology-adult", agrees=True,
        profile=village.profile, channel="telegram",
    )  # fmt: skip
    key = KEYS[WaveEvent.DATE]
    await waves.open_wave(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile, key=key,
    )  # fmt: skip
    assert await asked_by(village, key) == {dima.person_id}


async def test_two_waves_at_once_ask_the_same_only_once(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    me = await village.actor(anna)
    await change(village, anna, KEYS[WaveEvent.DATE], roles=[Role.MENTOR])
    for key in (KEYS[WaveEvent.DATE], waves.HALF_WAY):
        await waves.open_wave(
            village.db, me, programme_id=anna.programme_id, profile=village.profile, key=key
        )
    assert await asked_by(village, KEYS[WaveEvent.DATE]) == {igor.person_id}
    assert await asked_by(village, waves.HALF_WAY) == {dima.person_id}
    assert len(await surveys.waiting_for(village.db, await village.actor(igor))) == 1


async def test_more_time_means_more_reminders_but_three_in_all(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    await village.said()
    wave_id = await village.opens_wave(anna, days=4)
    me = await village.actor(anna)
    letters: list[Any] = []

    async def days_go_by(days: int) -> None:
        for _ in range(days):
            village.later(days=1)
            await inviting.close_due(village.db)
            await inviting.remind_due(village.db, village.profile)
            letters.extend(await village.notices("survey-reminder", to=dima.person_id))
            await village.said()

    await village.said()
    await days_go_by(3)
    assert len(letters) == 1
    until = await waves.extend(village.db, me, wave_id=wave_id, days=14)
    await days_go_by(15)
    assert len(letters) == 3
    at = [one.due_at for one in letters]
    assert all(later - one >= timedelta(hours=48) for one, later in pairwise(at))
    assert until > village.wall() - timedelta(days=1)
    await waves.close_now(village.db, me, wave_id=wave_id)
    with pytest.raises(Gone):
        await waves.extend(village.db, me, wave_id=wave_id, days=3)


async def test_the_funnel_adds_up_however_it_is_divided(village: Village) -> None:
    anna = await village.curator()
    pupils = [
        await village.joins(anna, Role.MENTEE, name=f"Ученик {n}", answers={"group": f"{7 + n}А"})
        for n in range(3)
    ]
    mentors = [await village.joins(anna, Role.MENTOR, name=f"Наставник {n}") for n in range(2)]
    entered = await tamara(village, anna)
    for n, one in enumerate(pupils):
        await village.pair(anna, one, mentors[n % 2])
    await change(village, anna, waves.HALF_WAY, alone=True)
    wave_id = await village.opens_wave(anna)
    await ends(village, pupils[0], "finish")
    await ends(village, pupils[1], "begin")
    await ends(village, mentors[0], "refuse")
    me = await village.actor(anna)
    card = await waves.card(village.db, me, wave_id=wave_id)
    whole = card.funnels.whole
    assert whole == Funnel(unsent=3, partial=1, refused=1, complete=1)
    assert (whole.planned, whole.sent, whole.started) == (6, 3, 3)
    await village.said()
    card = await waves.card(village.db, me, wave_id=wave_id)
    whole = card.funnels.whole
    assert (whole.unopened, whole.unsent) == (3, 0)
    for parts in (card.funnels.by_role, card.funnels.by_form, card.funnels.by_group):
        assert sum_of(parts) == whole
    assert card.funnels.by_role["mentor"] == Funnel(refused=1, unopened=1)
    assert card.funnels.by_group["7А"] == Funnel(complete=1)
    calls = await whom_to_call.listed(village.db, me, wave_id=wave_id)
    assert len(calls.people) == calls.total == whole.left == 4
    pages = [
        await whom_to_call.listed(village.db, me, wave_id=wave_id, page=page, size=3)
        for page in (0, 1, 2)
    ]
    assert (*pages[0].people, *pages[1].people) == calls.people
    assert (pages[2].page, pages[2].people) == (1, pages[1].people), "no empty page"
    [begun] = [one for one in calls.people if one.missing is whom_to_call.Missing.PARTIAL]
    assert (begun.name, begun.group, begun.answered, begun.total) == ("Ученик 1", "8А", 1, 5)
    # on paper: the team enters it, and who did stays to be seen
    async with village.db.reading() as tx:
        [asked] = await tx.surveys.open_of(await person_of(village, entered))
    for key, raw in {"useful": "7", "comfort": "8", "often": "weekly", "glad": "yes"}.items():
        await village.taps(me, asked.id, key, raw)
    await surveys.skip(village.db, me, response_id=asked.id, key="change")
    [paper] = await whom_to_call.on_paper(village.db, me, wave_id=wave_id)
    assert (paper.name, paper.by) == ("Тамара Белова", "Анна Петрова")


def sum_of(parts: Mapping[str, Funnel]) -> Funnel:
    return sum(parts.values(), Funnel())


async def person_of(village: Village, participation_id: UUID) -> UUID:
    async with village.db.reading() as tx:
        [found] = (await tx.participations.many([participation_id])).values()
        return found.person_id


async def ends(village: Village, who: Member, how: str) -> None:
    me = await village.actor(who)
    [asked] = await surveys.waiting_for(village.db, me)
    if how == "refuse":
        await handing_in.refuse(village.db, me, response_id=asked.response_id)
        return
    await village.taps(me, asked.response_id, "useful", "7")
    if how == "finish":
        for key, raw in {"comfort": "8", "often": "weekly", "glad": "yes"}.items():
            await village.taps(me, asked.response_id, key, raw)
        await surveys.skip(village.db, me, response_id=asked.response_id, key="change")


async def test_all_waves_are_switched_on_together_or_none(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}

    async def on() -> list[str]:
        lines = (await wave_plans.plan(village.db, me, **where)).lines
        return [one.key for one in lines if one.enabled or one.running]

    before, opened, really = await on(), [], opening.open_planned

    async def fails(*given: Any, **more: Any) -> Any:
        opened.append(given)
        if len(opened) == 2:
            raise Gone
        return await really(*given, **more)

    monkeypatch.setattr(opening, "open_planned", fails)
    with pytest.raises(Gone):
        await wave_plans.switch_all_on(village.db, me, **where)
    assert await on() == before
    monkeypatch.undo()
    number = await wave_plans.switch_all_on(village.db, me, **where)
    assert len(await on()) == len(before) + number
    assert await wave_plans.switch_all_on(village.db, me, **where) == 0

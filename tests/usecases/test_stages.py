"""The road map and the school calendar: who may change them, and what reminds of them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import AnswerEmpty, Gone, NotAllowed
from bot.domain.roadmap import Due, ProgrammeStage
from bot.domain.school_calendar import SpanKind
from bot.usecases.programme import roadmap, school_calendar
from tests.village import Curator, Village


async def drawn(village: Village, anna: Curator) -> roadmap.RoadMap:
    desk = await village.actor(anna)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    await roadmap.draw_up(village.db, desk, **where)
    return await roadmap.view(village.db, desk, **where)


async def seen(village: Village, anna: Curator, item_id: UUID) -> roadmap.Card:
    desk = await village.actor(anna)
    return await roadmap.card(village.db, desk, item_id=item_id, profile=village.profile)


async def test_the_profiles_road_map_has_all_seven_stages_in_order(village: Village) -> None:
    anna = await village.curator()
    found = await drawn(village, anna)
    assert [line.stage for line in found.stages] == list(ProgrammeStage)
    assert all(line.total for line in found.stages)
    assert [line.due_on for line in found.lines] == sorted(line.due_on for line in found.lines)


async def test_a_second_press_draws_no_second_map(village: Village) -> None:
    anna = await village.curator()
    once = len((await drawn(village, anna)).lines)
    assert len((await drawn(village, anna)).lines) == once == len(village.profile.road_map.items)


async def test_a_line_is_ticked_explained_moved_and_taken_back(village: Village) -> None:
    anna = await village.curator()
    desk, first = await village.actor(anna), (await drawn(village, anna)).lines[0]
    late = (await seen(village, anna, first.item_id)).today - timedelta(days=2)
    await roadmap.move(village.db, desk, item_id=first.item_id, due_on=late)
    card = await seen(village, anna, first.item_id)
    assert card.line.due is Due.OVERDUE
    await roadmap.explain(village.db, desk, item_id=first.item_id, reason="  ждём \n приказа ")
    assert (await seen(village, anna, first.item_id)).delay_reason == "ждём приказа"
    for _ in range(2):
        await roadmap.tick(village.db, desk, item_id=first.item_id, done=True)
    card = await seen(village, anna, first.item_id)
    assert (card.line.due, card.done_at) == (Due.DONE, village.wall())
    await roadmap.tick(village.db, desk, item_id=first.item_id, done=False)
    assert (await seen(village, anna, first.item_id)).line.due is Due.OVERDUE


async def test_own_lines_are_added_and_removed(village: Village) -> None:
    anna = await village.curator()
    desk = await village.actor(anna)
    line: dict[str, Any] = {
        "programme_id": anna.programme_id,
        "stage": ProgrammeStage.WORK,
        "due_on": date(2030, 12, 1),
    }
    item_id = await roadmap.add(village.db, desk, title="Экскурсия на завод", **line)
    with pytest.raises(AnswerEmpty):
        await roadmap.add(village.db, desk, title=" \n ", **line)
    assert (await seen(village, anna, item_id)).line.title == "Экскурсия на завод"
    await roadmap.remove(village.db, desk, item_id=item_id)
    with pytest.raises(Gone):
        await roadmap.remove(village.db, desk, item_id=item_id)


async def test_whoever_answers_for_a_line_ticks_it_and_nothing_more(village: Village) -> None:
    anna = await village.curator()
    desk, lines = await village.actor(anna), (await drawn(village, anna)).lines
    account = village.account()
    issued = await village.issue(Role.PSYCHOLOGIST, anna.organisation)
    await village.opens(account, issued.token)
    vera = await village.actor(account)
    with pytest.raises(NotAllowed):
        await roadmap.tick(village.db, vera, item_id=lines[0].item_id, done=True)
    await roadmap.entrust(
        village.db, desk, item_id=lines[0].item_id, person_id=vera.person_id
    )
    await roadmap.tick(village.db, vera, item_id=lines[0].item_id, done=True)
    for forbidden in (
        roadmap.move(village.db, vera, item_id=lines[0].item_id, due_on=date(2030, 1, 1)),
        roadmap.remove(village.db, vera, item_id=lines[0].item_id),
        roadmap.entrust(village.db, vera, item_id=lines[0].item_id, words="Другой"),
    ):
        with pytest.raises(NotAllowed):
            await forbidden


async def test_a_line_is_entrusted_to_the_team_and_to_nobody_else(village: Village) -> None:
    anna = await village.curator()
    desk, lines = await village.actor(anna), (await drawn(village, anna)).lines
    mentor = await village.joins(anna, Role.MENTOR)
    with pytest.raises(NotAllowed):
        await roadmap.entrust(
            village.db, desk, item_id=lines[0].item_id, person_id=mentor.person_id
        )


async def test_monday_reminds_of_the_week_once_and_only_when_there_is_something(
    village: Village,
) -> None:
    anna = await village.curator()
    assert await roadmap.plan_reminders(village.db) == 0
    desk, today = await village.actor(anna), village.wall().date()
    item_id = await roadmap.add(
        village.db,
        desk,
        programme_id=anna.programme_id,
        stage=ProgrammeStage.WORK,
        title="Собрать команду",
        due_on=today + timedelta(days=6),
    )
    for _ in range(2):
        assert await roadmap.plan_reminders(village.db) == 1
    [notice] = await village.notices("road-map-due")
    assert notice.to == desk.person_id
    assert await village.letters("road-map-due") != []
    await roadmap.tick(village.db, desk, item_id=item_id, done=True)
    assert await village.letters("road-map-due") == [], "done meanwhile: nothing is said"


async def test_usual_holidays_are_added_once_and_removed_one_by_one(village: Village) -> None:
    anna = await village.curator()
    desk = await village.actor(anna)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    added = await school_calendar.add_usual(village.db, desk, **where)
    assert added > 0
    assert await school_calendar.add_usual(village.db, desk, **where) == 0
    view = await school_calendar.view(village.db, desk, **where)
    assert (len(view.spans), view.usual_left) == (added, False)
    for _ in range(2):
        await school_calendar.remove(
            village.db, desk, programme_id=anna.programme_id, span_id=view.spans[0].id
        )
    view = await school_calendar.view(village.db, desk, **where)
    assert (len(view.spans), view.usual_left) == (added - 1, True)


async def test_another_organisations_calendar_is_out_of_reach(village: Village) -> None:
    anna, olga = await village.curator(), await village.curator(organisation="Лицей")
    desk, other = await village.actor(anna), await village.actor(olga)
    where: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    await school_calendar.add_usual(village.db, desk, **where)
    view = await school_calendar.view(village.db, desk, **where)
    with pytest.raises(Gone):
        await school_calendar.remove(
            village.db, other, programme_id=olga.programme_id, span_id=view.spans[0].id
        )
    with pytest.raises(NotAllowed):
        await school_calendar.add(
            village.db,
            other,
            programme_id=anna.programme_id,
            kind=SpanKind.EXAMS,
            starts_on=date(2030, 5, 1),
            ends_on=date(2030, 5, 3),
        )


async def test_a_whole_stage_is_ticked_at_once_and_no_other(village: Village) -> None:
    """A map drawn up in November began with fourteen lines that were late."""
    anna = await village.curator()
    desk, found = await village.actor(anna), await drawn(village, anna)
    stage = found.lines[0].stage
    await roadmap.tick(village.db, desk, item_id=found.lines[0].item_id, done=True)
    village.later(hours=1)
    await roadmap.tick_stage(
        village.db, desk, programme_id=anna.programme_id, stage=stage
    )
    after = await roadmap.view(
        village.db, desk, programme_id=anna.programme_id, profile=village.profile
    )
    assert {line.due is Due.DONE for line in after.lines if line.stage is stage} == {True}
    assert not any(line.due is Due.DONE for line in after.lines if line.stage is not stage)
    first = await seen(village, anna, found.lines[0].item_id)
    assert first.done_at != village.wall(), "who ticked it first stays"

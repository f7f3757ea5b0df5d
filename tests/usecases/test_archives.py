"""From year to year: the copy without people, the archive that is read only, and the way back."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from bot.domain.access import Role
from bot.domain.errors import InArchive
from bot.domain.pairs import Pair, PairState
from bot.domain.programmes import a_year_later
from bot.usecases.applications import expiry, waiting
from bot.usecases.consents import privacy
from bot.usecases.joining import intake, unfinished
from bot.usecases.matching import matching
from bot.usecases.monitoring import digests, inviting, surveys, waves
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import meeting_hours, pairs
from bot.usecases.programme import (
    archives,
    programme_settings,
    programmes,
    roadmap,
    school_calendar,
)
from bot.usecases.team import invitations
from tests.village import Curator, Village


async def away(village: Village, anna: Curator) -> None:
    await archives.archive(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )


async def test_the_copy_is_a_year_later_and_has_nobody_in_it(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE)
    me = await village.actor(anna)
    await programme_settings.aim(
        village.db, me, programme_id=anna.programme_id, targets={"pairs": 12}
    )
    made = await archives.copy(village.db, me, programme_id=anna.programme_id)
    again = await archives.copy(village.db, me, programme_id=anna.programme_id)
    assert made == again, "a second press makes no second one"
    known = await programme_settings.settings(village.db, me, programme_id=made)
    assert (known.starts_on, known.ends_on) == (date(2030, 9, 1), date(2031, 8, 31))
    assert known.targets == {"pairs": 12}
    desk = await programmes.desk(village.db, me, programme_id=made, profile=village.profile)
    assert desk.people == 0


async def test_an_archived_programme_is_read_and_not_changed(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await away(village, anna)
    me = await village.actor(anna)
    assert await programmes.mine(village.db, me) == []
    desk = await programmes.desk(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )
    assert desk.archived
    assert desk.line.active_pairs == 1
    await pair_cards.card(village.db, me, pair_id=pair_id, profile=village.profile)
    changes = (
        programme_settings.rename(
            village.db, me, programme_id=anna.programme_id, name="Другая"
        ),
        matching.approve(
            village.db,
            me,
            programme_id=anna.programme_id,
            mentee_id=dima.participation_id,
            mentor_id=igor.participation_id,
            profile=village.profile,
        ),
        waves.open_wave(
            village.db, me, programme_id=anna.programme_id, days=7, profile=village.profile
        ),
        meeting_hours.suggestions(village.db, await village.actor(igor), pair_id=pair_id),
    )
    for change in changes:
        with pytest.raises(InArchive):
            await change


async def test_who_takes_part_sees_it_no_more_and_may_still_withdraw(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    await village.opens_wave(anna)
    await away(village, anna)
    me = await village.actor(dima)
    assert await intake.steps(village.db, me) == []
    assert await pairs.mine(village.db, me) == []
    assert await surveys.waiting_for(village.db, me) == []
    assert await invitations.open_programmes(village.db) == []
    await privacy.withdraw(village.db, me, organisation_id=anna.organisation_id)


async def test_nothing_more_is_said_about_it(village: Village) -> None:
    """Reminders, questionnaires, proposals, digests: what was planned, and what ticks."""
    anna = await village.curator()
    boris = await village.curator("Лицей", "Рост")
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "2"})
    sonya = await village.joins(anna, Role.MENTEE, name="Соня")
    pair_id = await village.pair(anna, dima, igor)
    proposed = await village.proposes(anna, sonya, igor)
    await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=3))
    await village.opens_wave(anna)
    await village.applies(anna, Role.MENTEE)
    await village.applies(boris, Role.MENTEE)
    await digests.plan_due(village.db)
    people = [(await village.actor(one)).person_id for one in (anna, dima, igor, sonya)]
    assert all([await village.notices(to=one) for one in people])
    await away(village, anna)
    village.later(days=30)
    await pairs.expire_due(village.db)
    await inviting.close_due(village.db)
    await digests.plan_due(village.db)
    assert [await village.notices(to=one) for one in people] == [[], [], [], []]
    assert await village.notices(to=(await village.actor(boris)).person_id)
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, proposed)).state is PairState.DISSOLVED


async def test_brought_back_it_goes_on(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    await away(village, anna)
    await away(village, anna)  # a second press
    me = await village.actor(anna)
    [line] = await archives.archived(village.db, me)
    assert (line.name, line.participants, line.pairs) == ("Траектория", 2, 1)
    await archives.restore(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )
    assert await archives.archived(village.db, await village.actor(anna)) == []
    [mine] = await programmes.mine(village.db, await village.actor(anna))
    assert mine.active_pairs == 1
    await meeting_hours.suggestions(village.db, await village.actor(igor), pair_id=pair_id)
    assert await village.link(anna, Role.MENTEE)


async def test_one_programme_put_away_leaves_the_next_one_alone(village: Village) -> None:
    anna = await village.curator()
    following = await archives.copy(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    await away(village, anna)
    me = await village.actor(anna)
    assert [line.programme_id for line in await programmes.mine(village.db, me)] == [following]
    await programme_settings.rename(village.db, me, programme_id=following, name="Дальше")
    await archives.next_year(village.db, me, programme_id=anna.programme_id)


async def test_what_ticks_leaves_the_archive_alone_and_its_pairs_are_looked_at_on_the_way_back(
    village: Village,
) -> None:
    """Birthdays, documents that end, forms left alone: of what was put away nobody hears."""
    anna = await village.curator()
    vanya, _ = await village.child(anna)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, vanya, igor)
    begun = await village.enters(anna, Role.MENTOR)
    await village.agrees(begun)
    await village.fills(begun, Role.MENTOR, name="Олег")
    late = await village.applies(anna, Role.MENTOR)
    await village.checks(anna, late, days=31)
    await village.said()
    await away(village, anna)
    for _ in range(31):
        village.later(days=1)
        await village.goes_round()
        await unfinished.nudge_due(village.db)
        await expiry.plan_warnings(village.db, profile=village.profile)
        await waiting.plan_news(village.db)
    assert await village.notices() == []
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, pair_id)).state is PairState.INTRO, "it lies as it was put"
    me = await village.actor(anna)
    await archives.restore(
        village.db, me, programme_id=anna.programme_id, profile=village.profile
    )
    async with village.db.reading() as tx:
        assert (await tx.get(Pair, pair_id)).state is PairState.PAUSED, "he has turned 14"


async def test_the_copy_has_the_road_map_of_last_year_with_nothing_done(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    here: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    await roadmap.draw_up(village.db, me, **here)
    await school_calendar.set_lessons(
        village.db, me, programme_id=anna.programme_id, hours=(time(8, 30), time(14))
    )
    first = (await roadmap.view(village.db, me, **here)).lines[0]
    await roadmap.tick(village.db, me, item_id=first.item_id, done=True)
    await roadmap.entrust(village.db, me, item_id=first.item_id, person_id=me.person_id)
    made = await archives.copy(village.db, me, programme_id=anna.programme_id)
    there = {**here, "programme_id": made}
    old = (await roadmap.view(village.db, me, **here)).lines
    new = (await roadmap.view(village.db, me, **there)).lines
    assert [line.due_on for line in new] == [a_year_later(line.due_on) for line in old]
    assert [line.title for line in new] == [line.title for line in old]
    card = await roadmap.card(
        village.db, me, item_id=new[0].item_id, profile=village.profile
    )
    assert (card.done_at, card.line.responsible) == (None, "Анна Петрова")
    assert (await school_calendar.view(village.db, me, **there)).lessons
    await archives.copy(village.db, me, programme_id=anna.programme_id)
    assert len((await roadmap.view(village.db, me, **there)).lines) == len(old)

"""A letter to many: whom it takes, when it leaves, what stops it, and sums that add up."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.access import Role
from bot.domain.broadcasts import BroadcastState, InPair, NobodyToWrite, Segment
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.plan_errors import DayIsOver
from bot.usecases import people
from bot.usecases.consents import privacy
from bot.usecases.desk import broadcast_lists, broadcasts
from bot.usecases.pairs import nudges
from bot.usecases.programme import archives
from scheduler.delivery import Delivery
from tests.scheduler.conftest import Wire
from tests.village import MESSENGER, ZONE, Curator, Member, Village

LETTER = "letter-broadcast"


@pytest.fixture
async def town(village: Village) -> tuple[Curator, Member, Member, Member]:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима", answers={"group": "ПО-21"})
    lena = await village.joins(anna, Role.MENTEE, name="Лена", answers={"group": "ЭК-11"})
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    await village.pair(anna, dima, igor)
    await village.said()
    village.later(days=1)  # today nobody has had a message
    return anna, dima, lena, igor


async def writes(
    village: Village, anna: Curator, segment: Segment | None = None, **given: Any
) -> Any:
    return await broadcasts.plan(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        segment=segment or Segment(), profile=village.profile,
        **({"words": "Собрание <завтра>"} | given),
    )  # fmt: skip


async def report(village: Village, anna: Curator, id_: Any) -> broadcasts.BroadcastCard:
    card = await broadcasts.card(
        village.db, await village.actor(anna), broadcast_id=id_, profile=village.profile
    )
    told = card.line.report
    parts = (told.sent, told.waiting, told.no_account, told.lost, told.late, told.unsure,
             told.left, told.failed, told.stopped)  # fmt: skip
    assert sum(parts) == told.listed
    return card


async def test_each_segment_takes_whom_it_names(
    village: Village, town: tuple[Curator, Member, Member, Member]
) -> None:
    anna = town[0]
    boss, form = await village.actor(anna), "employer_learner"
    for segment, number in (
        (Segment(), 3),
        (Segment(roles=(Role.MENTEE,)), 2),
        (Segment(roles=(Role.ALUMNUS,)), 0),
        (Segment(in_pair=InPair.MEETS), 2),
        (Segment(in_pair=InPair.BEGINS), 2),
        (Segment(in_pair=InPair.ALONE), 1),
        (Segment(in_pair=InPair.PAUSED), 0),
        (Segment(forms=(form,)), 2),
        (Segment(groups=("по21",)), 1),  # however it is spelt
        (Segment(groups=("ЭК-11",), in_pair=InPair.MEETS), 0),
    ):
        seen = await broadcasts.preview(
            village.db, boss, programme_id=anna.programme_id, segment=segment,
            profile=village.profile,
        )  # fmt: skip
        assert seen.number == number, segment
    with pytest.raises(NobodyToWrite):
        await writes(village, anna, Segment(in_pair=InPair.PAUSED))
    with pytest.raises(Gone):
        await writes(village, anna, ready="invented")


async def test_others_write_while_it_is_counted_whom_a_letter_reaches(
    village: Village,
    town: tuple[Curator, Member, Member, Member],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = []

    async def reach(*given: Any) -> tuple[int, int, int]:
        async with asyncio.timeout(5), village.db.transaction(effect=False):
            counted.append(await broadcast_lists.reach(*given))
        return counted[-1]

    monkeypatch.setattr(broadcasts, "reach", reach)
    await writes(village, town[0])
    assert counted == [(3, 0, 0)]


async def test_it_goes_last_once_a_day_and_by_day_and_the_report_adds_up(
    village: Village, town: tuple[Curator, Member, Member, Member], delivery: Delivery, wire: Wire
) -> None:
    anna, dima, lena, igor = town
    await people.heard_from(
        village.db, messenger=MESSENGER, address=str(lena.account), reachable=False
    )
    pair_id = (await village_pair(village, anna)).pair_id
    await nudges.nudge(village.db, await village.actor(anna), pair_id=pair_id)
    await delivery.deliver_due()
    sent = await writes(village, anna)
    assert sent == await writes(village, anna)  # a second press
    assert await broadcast_lists.spread(village.db, village.profile) == 3
    assert await broadcast_lists.spread(village.db, village.profile) == 0
    await delivery.deliver_due()
    assert LETTER not in wire.to(dima.account), "today has had its message"
    told = (await report(village, anna, sent)).line.report
    assert (told.listed, told.waiting, told.lost) == (3, 2, 1)
    village.later(hours=9)  # midnight
    await delivery.deliver_due()
    assert LETTER not in wire.to(dima.account) + wire.to(igor.account)
    village.later(hours=12)
    await delivery.deliver_due()
    assert [wire.to(who.account)[-1] for who in (dima, igor)] == [LETTER, LETTER]
    card = await report(village, anna, sent)
    assert (card.line.report.sent, card.may_stop) == (2, False)
    assert card.missed == (("Лена", "lost"),)


async def village_pair(village: Village, anna: Curator) -> Any:
    from bot.usecases.pairs import pairs

    page = await pairs.page(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        profile=village.profile,
    )  # fmt: skip
    return page.lines[0]


async def test_one_that_is_stopped_sends_nothing_more(
    village: Village, town: tuple[Curator, Member, Member, Member], delivery: Delivery, wire: Wire
) -> None:
    anna, dima, _lena, igor = town
    boss = await village.actor(anna)
    village.later(hours=8)  # 23:00: what is planned now waits for the morning
    sent = await writes(village, anna)
    await broadcast_lists.spread(village.db, village.profile)
    await delivery.deliver_due()
    await privacy.withdraw(
        village.db, await village.actor(dima), organisation_id=anna.organisation_id
    )
    told = (await report(village, anna, sent)).line.report
    assert (told.waiting, told.left) == (2, 1)
    await broadcasts.stop(village.db, boss, broadcast_id=sent)
    with pytest.raises(Gone):
        await broadcasts.stop(village.db, boss, broadcast_id=sent)
    village.later(hours=12)
    await broadcast_lists.spread(village.db, village.profile)
    await delivery.deliver_due()
    assert LETTER not in wire.to(igor.account)
    card = await report(village, anna, sent)
    assert (card.line.state, card.line.report.stopped) == (BroadcastState.STOPPED, 3)


async def test_one_for_another_day_goes_to_who_is_there_then(
    village: Village, town: tuple[Curator, Member, Member, Member], delivery: Delivery, wire: Wire
) -> None:
    anna, dima, _lena, _igor = town
    today = local(village.wall(), ZONE).date()
    with pytest.raises(DayIsOver):
        await writes(village, anna, day=today)
    sent = await writes(village, anna, day=today + timedelta(days=2), ready="thanks", words=None)
    assert await broadcast_lists.spread(village.db, village.profile) == 0
    async with village.db.reading() as tx:
        due = await tx.broadcasts.next_due()
    assert due is not None
    assert local(due, ZONE).hour == 10
    late = await village.joins(anna, Role.MENTEE, name="Соня")
    await village.said()
    village.later(days=2)
    assert await broadcast_lists.spread(village.db, village.profile) == 4
    await delivery.deliver_due()
    assert wire.to(late.account) == wire.to(dima.account) == [LETTER]
    put_away = await writes(village, anna, day=today + timedelta(days=9))
    await archives.archive(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    village.later(days=9)
    assert await broadcast_lists.spread(village.db, village.profile) == 0
    async with village.db.reading() as tx:
        known = await tx.broadcasts.many([sent, put_away])
    assert known[sent].state is BroadcastState.SENT
    assert known[put_away].state is BroadcastState.STOPPED

"""What is due is checked again, said at a good hour, once, and what fails is a fact in its row."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice, NoticeState
from bot.domain.school_calendar import SpanKind
from bot.messenger.courier import (
    Address,
    Busy,
    InDoubt,
    NotSent,
    Refused,
    Sealed,
    Unreachable,
)
from bot.storage.outgoing import Outgoing
from bot.storage.tables import contacts, notices
from bot.usecases.applications import applications
from bot.usecases.consents import privacy
from bot.usecases.letters import Letter
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import nudges, pairs
from bot.usecases.programme import school_calendar
from scheduler.delivery import Delivery
from tests.scheduler.conftest import Wire
from tests.village import Village

State = NoticeState
HOUR = timedelta(hours=1)


async def states(village: Village, kind: str) -> list[tuple[NoticeState, str | None]]:
    n = notices.c
    async with village.db.reader.connect() as connection:
        rows = await connection.execute(
            select(n.state, n.reason).where(n.kind == kind).order_by(n.due_at)
        )
        return [(row.state, row.reason) for row in rows]


async def test_what_is_due_is_said_once(village: Village, delivery: Delivery, wire: Wire) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    assert await delivery.deliver_due() >= 1
    assert await delivery.deliver_due() == 0
    assert wire.to(igor.account) == ["letter-approved-mentor"]


async def test_what_is_no_longer_true_is_not_said(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTOR)  # applied, and approved before the letter goes
    await delivery.deliver_due()
    assert wire.to(anna.account) == []
    assert await states(village, "application-arrived") == [(State.SKIPPED, "not true now")]


async def test_at_night_letters_wait_for_the_morning_where_the_person_lives(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    village.later(hours=7)  # 22:00 in Chelyabinsk
    igor = await village.joins(anna, Role.MENTOR)
    await delivery.deliver_due()
    assert wire.carried == []
    village.later(hours=9, minutes=59)
    await delivery.deliver_due()
    assert wire.carried == []
    village.later(minutes=1)  # 8:00
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-approved-mentor"]


async def test_learners_are_not_written_to_at_lessons_and_adults_are(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    desk = await village.actor(anna)
    await school_calendar.set_lessons(
        village.db, desk, programme_id=anna.programme_id, hours=(time(13, 30), time(18, 30))
    )
    dima = await village.joins(anna, Role.MENTEE)  # 15:00 in Chelyabinsk
    igor = await village.joins(anna, Role.MENTOR)
    await delivery.deliver_due()
    assert (wire.to(dima.account), wire.to(igor.account)) == ([], ["letter-approved-mentor"])
    village.later(hours=3, minutes=30)
    await delivery.deliver_due()
    assert wire.to(dima.account) == ["letter-approved-mentee"]


async def test_on_holidays_learners_are_only_asked_what_cannot_wait(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    desk, today = await village.actor(anna), village.wall().date()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    await village.pair(anna, dima, igor)
    await village.opens_wave(anna)
    await school_calendar.add(
        village.db,
        desk,
        programme_id=anna.programme_id,
        kind=SpanKind.HOLIDAYS,
        starts_on=today,
        ends_on=today + timedelta(days=2),
    )
    await delivery.deliver_due()
    assert "letter-approved-mentee" in wire.to(dima.account), "an answer is not kept waiting"
    assert "letter-survey-invitation" not in wire.to(dima.account)
    assert "letter-survey-invitation" in wire.to(igor.account)
    village.later(days=2, hours=21)  # noon of the first school day
    await delivery.deliver_due()
    assert "letter-survey-invitation" in wire.to(dima.account)


async def test_a_person_gets_one_counting_letter_a_day(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    igor = await village.joins(anna, Role.MENTOR)
    there = await village.applies(boris, Role.MENTOR, account=igor.account)
    await village.approves(boris, there)
    for curator, mentor in ((anna, igor), (boris, there)):
        mentee = await village.joins(curator, Role.MENTEE)
        await village.pair(curator, mentee, mentor)
        await village.opens_wave(curator)
    await delivery.deliver_due()
    assert wire.to(igor.account).count("letter-survey-invitation") == 1
    village.later(hours=20)  # the next day, 11:00
    await delivery.deliver_due()
    assert wire.to(igor.account).count("letter-survey-invitation") == 1
    village.later(hours=1)
    await delivery.deliver_due()
    assert wire.to(igor.account).count("letter-survey-invitation") == 2


async def test_what_belongs_together_comes_as_one_and_the_rest_waits_for_tomorrow(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    for _ in range(2):
        mentee = await village.joins(anna, Role.MENTEE)
        pair_id = await village.pair(anna, mentee, igor)
        me = await village.actor(anna)
        await nudges.nudge(village.db, me, pair_id=pair_id)
    await village.said()
    async with village.db.statements() as connection:
        planned = {"state": NoticeState.PLANNED, "settled_at": None}
        await connection.execute(
            notices.update().where(notices.c.kind == "pair-nudge").values(**planned)
        )
    await village.opens_wave(anna)
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-several"], "both pairs, and no survey beside them"
    village.later(hours=21)  # the next day, at noon
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-several", "letter-survey-invitation"]


async def test_what_comes_too_late_is_missed_and_never_sent(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair = await village.pair(anna, dima, igor)
    await village.said()
    await village.meets(dima, igor, pair, village.wall() + 5 * HOUR)
    village.later(hours=20)  # the machine was off over the meeting
    await delivery.deliver_due()
    assert [state for state, _ in await states(village, "meeting-soon")] == [State.MISSED] * 2
    assert "letter-meeting-soon" not in wire.to(dima.account)
    assert "letter-meeting-receipt" in wire.to(dima.account)


async def test_an_urgent_kind_does_not_wait_for_day(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    operator = village.account()
    issued = await village.issue(Role.OPERATOR, "Хозяин")
    opened = await village.opens(operator, issued.token)
    village.later(hours=12)
    async with village.db.transaction() as tx:
        await tx.notices.plan(
            plan(
                "trouble",
                to=opened.person_id,
                subject=opened.person_id,
                organisation_id=issued.organisation_id,
                due_at=tx.now,
            )
        )
    await delivery.deliver_due()
    assert wire.to(operator) == ["letter-trouble"]


async def test_who_has_blocked_the_bot_becomes_unreachable_and_the_curator_can_see_it(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes(anna, dima, igor)
    await village.said()
    for who in (dima, igor):
        await pairs.answer(
            village.db,
            await village.actor(who),
            pair_id=pair_id,
            accepts=True,
            profile=village.profile,
        )
    wire.fails.append(Unreachable())
    await delivery.deliver_due()
    assert (State.FAILED, "unreachable") in await states(village, "pair-active")
    async with village.db.reader.connect() as connection:
        lost = list(
            await connection.scalars(
                select(contacts.c.unreachable_since).where(contacts.c.reachable.is_(False))
            )
        )
    assert lost == [village.wall()]
    me = await village.actor(anna)
    card = await pair_cards.card(village.db, me, pair_id=pair_id, profile=village.profile)
    assert len(card.unreachable) == 1


async def test_nothing_is_sent_to_who_is_unreachable_until_they_come_back(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    async with village.db.statements() as connection:
        await connection.execute(
            contacts.update().where(contacts.c.address == str(igor.account)).values(reachable=False)
        )
    await village.approves(anna, igor)
    await delivery.deliver_due()
    assert wire.to(igor.account) == []
    await village.enters(anna, Role.MENTOR, igor.account)
    dima = await village.joins(anna, Role.MENTEE)
    await village.proposes(anna, dima, igor)
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-pair-proposed-mentor"]


async def test_429_waits_as_long_as_it_was_told(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    wire.fails.append(Busy(timedelta(seconds=30)))
    await delivery.deliver_due()
    village.later(seconds=29)
    await delivery.deliver_due()
    assert wire.to(igor.account) == []
    village.later(seconds=1)
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-approved-mentor"]


async def test_an_unexplained_failure_is_tried_after_5_and_10_minutes_and_then_kept(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTOR)
    wire.fails.extend([NotSent(), RuntimeError("ours"), NotSent()])
    await delivery.deliver_due()
    for minutes in (5, 10):
        village.later(minutes=minutes, seconds=-1)
        assert await delivery.deliver_due() == 0
        village.later(seconds=1)
        assert await delivery.deliver_due() == 1
    [(state, reason)] = await states(village, "application-approved")
    assert state is State.FAILED
    assert reason is not None
    assert reason.startswith("NotSent")
    assert wire.carried == []


async def test_what_may_have_arrived_is_repeated_with_a_mark_and_then_left(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    wire.fails.append(InDoubt())
    await delivery.deliver_due()
    village.later(minutes=5)
    await delivery.deliver_due()
    assert wire.carried == [(str(igor.account), "letter-approved-mentor", True)]


async def test_what_may_have_arrived_twice_is_not_sent_a_third_time(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTOR)
    wire.fails.extend([InDoubt(), InDoubt()])
    await delivery.deliver_due()
    village.later(minutes=5)
    await delivery.deliver_due()
    village.later(hours=1)
    await delivery.deliver_due()
    assert [state for state, _ in await states(village, "application-approved")] == [
        State.UNCERTAIN
    ]


async def test_a_kind_that_says_hold_is_held_at_the_first_doubt(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.applies(anna, Role.MENTOR)
    await village.said()
    await applications.decline(
        village.db,
        await village.actor(anna),
        participation_id=igor.participation_id,
        reason="format",
    )
    wire.fails.append(InDoubt())
    await delivery.deliver_due()
    village.later(hours=1)
    await delivery.deliver_due()
    assert [state for state, _ in await states(village, "application-declined")] == [
        State.UNCERTAIN
    ]
    assert wire.carried == []


async def test_a_refused_letter_fails_at_once_and_stops_nobody(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    members = [await village.joins(anna, Role.MENTOR) for _ in range(3)]
    wire.fails.append(Refused("can't parse entities"))
    await delivery.deliver_due()
    failed = [s for s in await states(village, "application-approved") if s[0] is State.FAILED]
    assert failed == [(State.FAILED, "can't parse entities")]
    assert sum(len(wire.to(m.account)) for m in members) == 2


async def test_a_kind_that_cannot_be_composed_silences_no_other(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    async with village.db.transaction() as tx:
        await tx.notices.plan(
            Notice(
                organisation_id=anna.organisation_id,
                kind="of-a-later-version",
                to=igor.person_id,
                subject=igor.person_id,
                due_at=tx.now,
                try_at=tx.now,
                useful_until=tx.now + 2 * HOUR,
            )
        )
    await delivery.deliver_due()
    assert wire.to(igor.account) == ["letter-approved-mentor"]
    [(state, reason)] = await states(village, "of-a-later-version")
    assert state is State.PLANNED
    assert reason is not None


async def test_nothing_goes_to_who_has_withdrawn(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    await delivery.deliver_due()
    assert wire.to(igor.account) == []
    assert wire.to(anna.account) == ["letter-consent-withdrawn"]


async def test_a_stop_leaves_the_rest_planned(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTOR)
    delivery.stop()
    assert await delivery.deliver_due() == 0
    assert await village.notices("application-approved")


@pytest.mark.parametrize("rate", [1.0, 29.9, 1000.0])
def test_no_more_letters_are_on_the_wire_than_the_rate_needs(
    rate: float, delivery: Delivery
) -> None:
    made = Delivery(
        db=delivery._db,
        outgoing=delivery._outgoing,
        courier=delivery._courier,
        profile=delivery._profile,
        rate=rate,
    )
    assert made.lanes <= max(4, rate * 0.1)


async def test_a_crash_while_a_digest_is_drawn_leaves_nothing_in_doubt(
    village: Village, delivery: Delivery, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE)  # there is something to say
    await village.said()
    async with village.db.transaction() as tx:
        await tx.notices.plan(
            plan(
                "digest",
                to=(await village.actor(anna)).person_id,
                subject=anna.programme_id,
                organisation_id=anna.organisation_id,
                due_at=tx.now,
            )
        )
    drawing = asyncio.Event()

    async def draw(letter: Letter, to: Address, *, doubtful: bool = False) -> Sealed:
        drawing.set()
        await asyncio.Event().wait()
        raise AssertionError("it never ends")

    monkeypatch.setattr(wire, "seal", draw)
    delivering = asyncio.ensure_future(delivery.deliver_due())
    async with asyncio.timeout(30):
        await drawing.wait()
    assert wire.turns == 0  # nobody else waits for it
    assert await states(village, "digest") == [(State.CLAIMED, None)]
    delivering.cancel()
    mended = await Outgoing(village.db, "the next").recover("test:1:a")
    assert mended == {"planned": 1, "repeated": 0, "uncertain": 0}


async def test_a_letter_that_cannot_be_made_is_tried_again_and_silences_no_other(
    village: Village, delivery: Delivery, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await village.curator()
    igor, vera = [await village.joins(anna, Role.MENTOR) for _ in range(2)]
    seal = wire.seal

    async def fails(letter: Letter, to: Address, *, doubtful: bool = False) -> Sealed:
        if to.chat == str(igor.account):
            raise RuntimeError("the drawing failed")
        return await seal(letter, to, doubtful=doubtful)

    monkeypatch.setattr(wire, "seal", fails)
    await delivery.deliver_due()
    assert (wire.to(igor.account), wire.to(vera.account)) == ([], ["letter-approved-mentor"])
    monkeypatch.undo()
    village.later(minutes=5)
    await delivery.deliver_due()
    assert wire.carried[-1] == (str(igor.account), "letter-approved-mentor", False)

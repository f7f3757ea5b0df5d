"""The machine was off: what is stale is missed and listed, what is of use is said once and well."""

from datetime import time, timedelta

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.domain.access import Role
from bot.domain.moments import in_quiet_hours, instant, local
from bot.domain.notices import NoticeState
from bot.messenger.courier import Address, TelegramCourier, TooLong
from bot.messenger.limits import Pacer
from bot.reports.worker import Worker
from bot.texts import Texts
from bot.usecases.letters import Letter
from bot.usecases.monitoring import digests
from scheduler.delivery import Delivery
from tests.scheduler.conftest import Wire
from tests.scheduler.test_delivery import states
from tests.village import ZONE, Curator, Village

OUTAGES = {
    "5 min": timedelta(minutes=5),
    "2 h": timedelta(hours=2),
    "26 h": timedelta(hours=26),
    "8 days": timedelta(days=8),
}


async def two_meetings(village: Village) -> tuple[Curator, int]:
    """A mentor meets two mentees tomorrow, one after the other; (curator, the mentor's account)."""
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR)
    tomorrow = local(village.wall(), ZONE).date() + timedelta(days=1)
    for hour in (13, 14):
        mentee = await village.joins(anna, Role.MENTEE)
        pair_id = await village.pair(anna, mentee, igor)
        await village.meets(mentee, igor, pair_id, instant(tomorrow, time(hour), ZONE))
    await village.said()
    async with village.db.statements() as connection:  # what is ahead is not said yet
        from bot.storage.tables import notices

        await connection.execute(
            notices.update()
            .where(notices.c.due_at > village.wall())
            .values(state=NoticeState.PLANNED, settled_at=None)
        )
    village.wall.set(instant(tomorrow, time(15, 29), ZONE))
    return anna, igor.account


@pytest.mark.parametrize("name", OUTAGES)
async def test_after_an_outage_stale_is_missed_and_the_rest_comes_once_for_a_person_and_kind(
    name: str, village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna, igor = await two_meetings(village)
    village.later(seconds=OUTAGES[name].total_seconds())
    while in_quiet_hours(village.wall(), ZONE):
        await delivery.deliver_due()
        assert wire.carried == [], "catching up keeps the night quiet"
        village.later(hours=1)
    await delivery.deliver_due()
    assert set(await states(village, "meeting-soon")) == {
        (NoticeState.MISSED, "too late to be useful")
    }
    receipts = [state for state, _ in await states(village, "meeting-receipt")]
    if name == "8 days":
        assert receipts == [NoticeState.MISSED] * 4
        assert wire.to(igor) == []
    else:
        assert receipts == [NoticeState.SENT] * 4
        assert wire.to(igor) == ["letter-merged"]
    await digests.plan_due(village.db)
    facts = await digests.digest(
        village.db,
        await village.actor(anna),
        programme_id=anna.programme_id,
        profile=village.profile,
    )
    missed = 12 if name == "8 days" else 8
    assert facts.missed == (("meeting", missed),)
    assert facts.undelivered == missed


async def test_of_two_about_the_same_the_newer_is_said(
    village: Village, delivery: Delivery, wire: Wire
) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE)  # there is something to say
    await digests.plan_due(village.db)
    village.later(days=7)
    async with village.db.statements() as connection:
        from bot.storage.tables import notices

        await connection.execute(
            notices.update().values(useful_until=village.wall() + timedelta(30))
        )
    await digests.plan_due(village.db)
    village.later(days=7)
    await delivery.deliver_due()
    assert wire.to(anna.account).count("digest") == 1
    assert sorted(state for state, _ in await states(village, "digest")) == [
        NoticeState.SENT, NoticeState.SKIPPED,
    ]  # fmt: skip


async def test_what_does_not_fit_into_one_message_comes_hour_by_hour(
    village: Village, delivery: Delivery, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, igor = await two_meetings(village)
    village.later(hours=1)

    async def seal(letter: Letter, to: Address, *, doubtful: bool = False) -> object:
        if letter.parts:
            raise TooLong
        return await Wire.seal(wire, letter, to, doubtful=doubtful)

    monkeypatch.setattr(wire, "seal", seal)
    await delivery.deliver_due()  # too long together
    await delivery.deliver_due()
    assert wire.to(igor) == ["letter-meeting-receipt"]
    village.later(hours=1)
    await delivery.deliver_due()
    assert wire.to(igor) == ["letter-meeting-receipt"] * 2


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_each_button_of_several_letters_in_one_tells_which_it_belongs_to(
    locale: str, village: Village, texts: Texts
) -> None:
    await two_meetings(village)
    village.later(hours=1)
    letters = await village.letters("meeting-receipt")
    courier = TelegramCourier(Bot("1:none"), texts, Worker(), Pacer(rate=1, chat_rate=1))
    address = Address("7", locale, "vy")
    merged = Letter("letter-merged", parts=tuple(letters[:2]))
    sealed = await courier.seal(merged, address)
    assert isinstance(sealed.reply_markup, InlineKeyboardMarkup)
    labels = [button.text for row in sealed.reply_markup.inline_keyboard for button in row]
    assert [label[:2] for label in labels] == ["1."] * 3 + ["2."] * 3
    with pytest.raises(TooLong):
        await courier.seal(Letter("letter-merged", parts=tuple(letters[:2] * 40)), address)

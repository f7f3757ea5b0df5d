"""The regional coordinator sees every organisation and nobody in it, and reminds who is behind."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.access import Actor, Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.house_figures import Parts
from bot.domain.ids import new_id
from bot.domain.region import Lag, Region, Share
from bot.domain.region_reminders import NobodyToRemind, NothingBehind, RemindedLately
from bot.texts import Texts
from bot.usecases.monitoring import indicators
from bot.usecases.programme import (
    archives,
    heads,
    house_counting,
    programmes,
    region_digests,
    region_reminders,
    regions,
    roadmap,
)
from bot.usecases.team import team
from tests.village import ZONE, Curator, Village


async def coordinator(village: Village, organisation: str = "Центр") -> Actor:
    account = village.account()
    await village.opens(account, (await village.issue(Role.REGION, organisation)).token)
    return await village.actor(account)


async def counted(village: Village) -> Region:
    village.later(days=1)
    await house_counting.count_due(village.db, village.profile)
    vera = await coordinator(village)
    return (await regions.overview(village.db, vera, profile=village.profile)).region


async def says(village: Village, anna: Curator, number: int) -> None:
    await indicators.enter(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key="total",
        number=number, on=village.wall().date(), profile=village.profile,
    )  # fmt: skip


async def agrees_on_a_map(village: Village, anna: Curator) -> None:
    me, where = await village.actor(anna), anna.programme_id
    await roadmap.draw_up(village.db, me, programme_id=where, profile=village.profile)
    view = await roadmap.view(village.db, me, programme_id=where, profile=village.profile)
    for stage in {line.stage for line in view.lines}:
        await roadmap.tick_stage(village.db, me, programme_id=where, stage=stage)
    await roadmap.agree(village.db, me, programme_id=where, agreed=True)


async def tells(village: Village, k1: Parts) -> None:
    """What is told of coverage everywhere, as if so many took part."""
    async with village.db.transaction() as tx:
        for one in await tx.region.kept():
            row = await tx.region.last(one.organisation_id)
            assert row is not None
            row.told = row.counts = row.told | {"k1": dict(k1)}


async def test_coverage_and_satisfaction_are_told_by_form(village: Village) -> None:
    """What is small in one organisation is small in the region too, and stays hidden there."""
    for name in ("Колледж №1", "Лицей", "Гимназия"):
        await village.curator(name, name)
    await counted(village)
    await tells(village, {"yes.a": 60, "yes.b": 40, "no": 100})
    async with village.db.transaction() as tx:
        [one] = [one for one in await tx.region.kept() if one.name == "Лицей"]
        row = await tx.region.last(one.organisation_id)
        assert row is not None
        few = {"yes.a": 50, "yes.b": 3, "yes": 7, "no": 140}
        glad = {"yes.a": 30, "no.a": 10, "yes.b": 6, "yes": 9, "no": 5}
        row.told = row.counts = row.told | {"k1": few, "k5": glad}
    vera = await coordinator(village)
    seen = (await regions.overview(village.db, vera, profile=village.profile)).region
    assert seen.shares["k1"] == Share(260, 600)
    assert seen.divided["k1"] == {"a": Share(170, 600), "b": Share(83, 600)}
    assert seen.divided["k5"] == {"a": Share(30, 40), "b": Share(6, 6)}
    told = {one.name: one.divided.get("k1") for one in seen.houses}
    assert told.pop("Лицей") is None, "three of form b"
    assert sorted(told.values(), key=str) == [None, {"a": Share(60, 200), "b": Share(40, 200)}]
    assert all(one.shares["k1"] for one in seen.houses), "coverage itself is told of all"
    async with village.db.reading() as tx:
        plain = await regions.seen_by(tx, village.profile)
    assert (plain.shares, plain.divided) == (seen.shares, {}), "the same without forms"
    assert [one.shares for one in plain.houses] == [one.shares for one in seen.houses]


async def test_small_numbers_are_hidden_and_large_ones_are_not(village: Village) -> None:
    anna = await village.curator()
    boris = await village.curator("Лицей", "Рост")
    for _ in range(6):
        await village.joins(anna, Role.MENTEE)
    await village.joins(boris, Role.MENTEE)
    await village.joins(boris, Role.MENTOR)
    seen = await counted(village)
    assert (seen.mentees, seen.mentors, seen.pairs) == (7, None, 0)
    assert {one.name: (one.mentees, one.mentors) for one in seen.houses} == {
        "Колледж №1": (None, None),  # with the other one it would give that away
        "Лицей": (None, None),
    }


async def test_somebody_in_two_programmes_is_one_person(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    for _ in range(5):
        await village.joins(anna, Role.MENTEE)
    await archives.copy(village.db, me, programme_id=anna.programme_id)
    seen = await counted(village)
    assert (seen.houses[0].facts.programmes, seen.mentees) == (2, 5)
    await archives.archive(village.db, me, programme_id=anna.programme_id)
    seen = await counted(village)
    assert (seen.houses[0].facts.programmes, seen.mentees) == (1, 0)


async def test_a_coordinator_enters_no_programme(village: Village) -> None:
    anna, vera = await village.curator(), await coordinator(village)
    with pytest.raises(NotAllowed):
        await programmes.desk(
            village.db, vera, programme_id=anna.programme_id, profile=village.profile
        )
    with pytest.raises(NotAllowed):
        await regions.overview(village.db, await village.actor(anna), profile=village.profile)
    with pytest.raises(Gone):
        await regions.card(
            village.db, vera, organisation_id=new_id(), profile=village.profile
        )


async def test_who_is_behind_most_comes_first_and_by_what_is_said(village: Village) -> None:
    anna = await village.curator()
    await village.curator("Лицей", "Рост")
    await village.issue(Role.CURATOR, "Школа №7")
    await agrees_on_a_map(village, anna)
    await says(village, anna, 100)
    seen = await counted(village)
    assert [(one.name, one.lags) for one in seen.houses] == [
        ("Школа №7", (Lag.CURATOR, Lag.PROGRAMME, Lag.NUMBERS)),
        ("Лицей", (Lag.ROAD_MAP, Lag.NUMBERS, Lag.WAVES)),
        ("Колледж №1", (Lag.WAVES, Lag.COVERAGE)),  # nobody of 100 meets: that is no secret
    ]
    assert seen.shares["k1"].whole == 100
    assert [one.name for one in regions.named(seen.houses, "ШКОЛА 7")] == ["Школа №7"]
    assert regions.named(seen.houses, "нет такой") == []


async def test_a_reminder_goes_to_curator_and_head_once_in_two_weeks(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    invited = await team.invite_member(
        village.db, me, role=Role.HEAD, programme_id=anna.programme_id
    )
    head = village.account()
    await village.opens(head, invited.token)
    await counted(village)
    vera = await coordinator(village)
    house, profile = anna.organisation_id, village.profile

    async def remind() -> int:
        return await region_reminders.remind(
            village.db, vera, organisation_id=house, profile=profile
        )

    assert await remind() == 2
    with pytest.raises(RemindedLately):  # a second press
        await remind()
    assert {one.to for one in await village.notices("region-reminder")} == {
        me.person_id, (await village.actor(head)).person_id,
    }  # fmt: skip
    letter = (await village.letters("region-reminder"))[0]
    assert letter.args["organisation"] == "Колледж №1"
    card = await regions.card(village.db, vera, organisation_id=house, profile=profile)
    assert [one.letters for one in card.reminded] == [2]
    await agrees_on_a_map(village, anna)
    await says(village, anna, 100)
    [page] = await heads.pages(village.db, await village.actor(head), profile=village.profile)
    assert (page.curators, page.reminded_on) == (("Анна Петрова",), date(2030, 3, 14))
    assert [one.agreed_on for one in page.runs] == [date(2030, 3, 14)]
    assert [one.share for one in page.figures if one.indicator.key == "k1"] == [0]
    for who in (anna, await village.curator("Лицей", "Рост")):  # nobody else has such a page
        me = await village.actor(who)
        assert await heads.pages(village.db, me, profile=village.profile) == ()
    village.later(days=15)
    left = (await village.letters("region-reminder"))[0].args["lags"].items
    assert [one.key for one in left] == ["region-lag-waves", "region-lag-coverage"]  # of today


async def test_all_who_are_behind_are_reminded_with_one_press(village: Village) -> None:
    anna = await village.curator()
    await village.curator("Лицей", "Рост")
    await village.issue(Role.CURATOR, "Школа №7")
    await counted(village)
    vera = await coordinator(village)
    shown = await region_reminders.preview(village.db, vera, profile=village.profile)
    assert (len(shown.waiting), shown.letters, shown.nobody) == (2, 2, 1)
    done = await region_reminders.remind_all(village.db, vera, profile=village.profile)
    assert done == shown
    again = await region_reminders.remind_all(village.db, vera, profile=village.profile)
    assert (len(again.waiting), again.lately) == (0, 2)
    assert len(await village.notices("region-reminder")) == 2
    lonely = [one for one in (await counted(village)).houses if one.name == "Школа №7"]
    with pytest.raises(NobodyToRemind):
        await region_reminders.preview_one(
            village.db, vera, organisation_id=lonely[0].organisation_id, profile=village.profile
        )
    with pytest.raises(NotAllowed):
        await region_reminders.remind_all(
            village.db, await village.actor(anna), profile=village.profile
        )


async def test_two_presses_at_once_remind_once(village: Village) -> None:
    anna = await village.curator()
    await counted(village)
    vera = await coordinator(village)

    async def one() -> int | RemindedLately:
        try:
            return await region_reminders.remind(
                village.db, vera, organisation_id=anna.organisation_id, profile=village.profile
            )
        except RemindedLately as refusal:
            return refusal

    async def all_() -> int:
        done = await region_reminders.remind_all(village.db, vera, profile=village.profile)
        return len(done.waiting)

    await asyncio.gather(one(), one(), all_(), all_())
    assert len(await village.notices("region-reminder")) == 1


async def test_nobody_is_reminded_of_nothing(village: Village) -> None:
    anna = await village.curator()
    await agrees_on_a_map(village, anna)
    vera = await coordinator(village)
    with pytest.raises(NothingBehind):  # not counted yet: nothing is known
        await region_reminders.remind(
            village.db, vera, organisation_id=anna.organisation_id, profile=village.profile
        )


async def test_the_digest_comes_on_the_first_monday_with_what_has_changed(
    village: Village,
) -> None:
    await village.curator()
    await counted(village)
    await region_digests.plan_due(village.db)
    await region_digests.plan_due(village.db)
    [planned] = await village.notices("region-digest")
    assert planned.due_at == datetime(2030, 4, 1, 5, tzinfo=UTC)  # Monday, 10:00 in Chelyabinsk
    village.later(days=20)
    await house_counting.count_due(village.db, village.profile)
    [letter] = await village.letters("region-digest")
    assert (letter.args["houses"], letter.args["behind"]) == (1, 1)
    assert letter.args["road-map"] == 1
    assert letter.args["direction"] == "none"  # no share to compare
    assert not letter.args["divided"]
    await tells(village, {"yes.teacher_learner": 40, "yes.pupil_pupil": 30, "yes": 5, "no": 125})
    [letter] = await village.letters("region-digest")
    texts = Texts()
    told = texts.say("ru", "vy", letter.key, letter.args)
    assert "По формам: Ученик — ученик: 15 %, Учитель — ученик или студент: 20 %\n\n" in told
    told = texts.say("en", "vy", letter.key, letter.args)
    assert "By form: Pupil to pupil: 15%, Teacher to learner: 20%\n\n" in told
    assert region_digests.next_time(datetime(2030, 4, 1, 6, tzinfo=UTC), ZONE) == datetime(
        2030, 5, 6, 5, tzinfo=UTC
    )


async def test_the_digest_compares_with_the_month_before_and_no_older_one(
    village: Village,
) -> None:
    await village.curator()
    await counted(village)
    first = (village.wall() + timedelta(days=30)).date()
    async with village.db.reading() as tx:
        found = await region_digests.compute(tx, village.profile, first)
        assert found.before is not None
        later = await region_digests.compute(tx, village.profile, first + timedelta(days=62))
    assert later.before is None


async def test_years_are_compared_at_the_same_month(village: Village) -> None:
    anna = await village.curator()
    await says(village, anna, 100)
    await counted(village)
    village.later(days=60)  # May: not compared with a March of next year
    await counted(village)
    village.later(days=305)
    await counted(village)
    vera = await coordinator(village)
    found = await regions.years(village.db, vera, profile=village.profile)
    assert [(one.year, one.region.oldest) for one in found] == [
        (2030, date(2031, 3, 16)),
        (2029, date(2030, 3, 14)),
    ]

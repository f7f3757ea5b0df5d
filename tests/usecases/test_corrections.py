"""What is changed in a form already sent, and forms left half-way."""

from datetime import timedelta
from uuid import UUID

from bot.domain.access import Role
from bot.domain.people import AgeBand
from bot.usecases.applications import applications, corrections
from bot.usecases.applications.corrections import Change
from bot.usecases.consents import privacy
from bot.usecases.joining import intake, unfinished
from bot.usecases.letters.intakes import MOST_NAMED
from bot.usecases.monitoring import surveys
from tests.village import Curator, Member, Village


async def corrects(
    village: Village, who: Member, key: str, raw: str, *, sends: bool = True
) -> UUID:
    me = await village.actor(who)
    form = await intake.correct_form(village.db, me, participation_id=who.participation_id)
    await surveys.edit(village.db, me, response_id=form, key=key)
    await village.taps(me, form, key, raw)
    if sends:
        await village.sends(who)
    return form


async def changes(village: Village, anna: Curator, who: Member) -> list[Change]:
    return await corrections.changes(
        village.db, await village.actor(anna), participation_id=who.participation_id
    )


async def card(village: Village, anna: Curator, who: Member) -> applications.Card:
    return await applications.card(
        village.db,
        await village.actor(anna),
        participation_id=who.participation_id,
        profile=village.profile,
    )


async def test_the_curator_sees_before_and_after_of_each_answer(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    assert await changes(village, anna, lena) == []
    await corrects(village, lena, "group", "ПО-22")
    [change] = await changes(village, anna, lena)
    assert (change.item.key, change.before, change.after) == ("group", "ПО-21", "ПО-22")
    assert not change.seen


async def test_a_correction_counts_only_when_it_is_sent(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    await corrects(village, lena, "group", "ПО-22", sends=False)
    assert (await card(village, anna, lena)).answers["group"] == "ПО-21"
    assert await changes(village, anna, lena) == []
    await village.sends(lena)
    assert (await card(village, anna, lena)).answers["group"] == "ПО-22"


async def test_several_unseen_changes_are_one_and_there_and_back_is_none(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    for group in ("ПО-22", "ПО-23"):
        await corrects(village, lena, "group", group)
    [change] = await changes(village, anna, lena)
    assert (change.before, change.after) == ("ПО-21", "ПО-23")
    await corrects(village, lena, "group", "ПО-21")
    assert await changes(village, anna, lena) == []


async def test_what_was_seen_stays_and_a_new_change_begins_there(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    await corrects(village, lena, "group", "ПО-22")
    await corrections.look(
        village.db, await village.actor(anna), participation_id=lena.participation_id
    )
    village.later(hours=1)
    await corrects(village, lena, "group", "ПО-23")
    newest, first = await changes(village, anna, lena)
    assert (newest.before, newest.after, newest.seen) == ("ПО-22", "ПО-23", False)
    assert (first.before, first.after, first.seen) == ("ПО-21", "ПО-22", True)


async def test_curators_hear_of_changes_once_a_day_and_of_nothing_they_have_seen(
    village: Village,
) -> None:
    anna = await village.curator()
    curator = (await village.actor(anna)).person_id
    lena = await village.applies(anna, Role.MENTEE)
    for number in range(2, 5):
        await corrects(village, lena, "group", f"ПО-2{number}")
    [first] = await village.notices("form-corrected", to=curator)
    assert first.due_at == village.wall()
    await village.said()
    village.later(hours=2)
    await corrects(village, lena, "group", "ПО-29")
    [second] = await village.notices("form-corrected", to=curator)
    assert second.due_at == first.due_at + timedelta(days=1)
    assert len(await village.letters("form-corrected")) == 1
    await corrections.look(
        village.db, await village.actor(anna), participation_id=lena.participation_id
    )
    assert await village.letters("form-corrected") == []


async def test_many_who_changed_something_are_counted_and_a_few_are_named(village: Village) -> None:
    anna = await village.curator()
    for _ in range(MOST_NAMED + 2):
        await corrects(village, await village.applies(anna, Role.MENTEE), "group", "Б-1")
    [letter] = await village.letters("form-corrected")
    assert letter.args["count"] == MOST_NAMED + 2
    assert len(letter.buttons) == MOST_NAMED


async def test_nothing_that_a_guardian_has_not_agreed_to_is_shown(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    await corrects(village, lena, "group", "ПО-22")
    assert await changes(village, anna, lena) == []


async def half_way(village: Village, anna: Curator) -> Member:
    who = await village.enters(anna, Role.MENTEE)
    await village.agrees(who)
    return who


async def test_who_leaves_a_form_is_reminded_after_two_days_and_seven_more(
    village: Village,
) -> None:
    anna = await village.curator()
    lena = await half_way(village, anna)
    planned = []
    for _ in range(30):
        village.later(days=1)
        if await unfinished.nudge_due(village.db):
            planned.append((village.wall() - village.began).days)
        assert await unfinished.nudge_due(village.db) == 0  # a second tick changes nothing
    assert planned == [2, 7]
    assert {n.to for n in await village.notices("form-nudge")} == {lena.person_id}


async def test_progress_puts_the_reminder_off(village: Village) -> None:
    anna = await village.curator()
    lena = await half_way(village, anna)
    me = await village.actor(lena)
    form = await intake.form_of(village.db, me, participation_id=lena.participation_id)
    village.later(days=1, hours=12)
    await village.taps(me, form, "name", "Лена")
    village.later(days=1)
    assert await unfinished.nudge_due(village.db) == 0
    village.later(days=1)
    assert await unfinished.nudge_due(village.db) == 1
    await village.taps(me, form, "birth_year", "2010")  # before the letter has left
    assert await village.letters("form-nudge") == []


async def test_nobody_is_nudged_who_is_done_or_has_gone(village: Village) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE)
    gone = await half_way(village, anna)
    await half_way(village, anna)
    village.later(days=2)
    assert await unfinished.nudge_due(village.db) == 2
    await privacy.withdraw(
        village.db, await village.actor(gone), organisation_id=anna.organisation_id
    )
    assert len(await village.letters("form-nudge")) == 1
    village.later(days=300)  # the programme is over
    assert await village.letters("form-nudge") == []


async def test_a_correction_left_open_is_nobodys_unfinished_form(village: Village) -> None:
    anna = await village.curator()
    lena = await village.applies(anna, Role.MENTEE)
    await corrects(village, lena, "group", "ПО-22", sends=False)
    village.later(days=20)
    assert await unfinished.nudge_due(village.db) == 0


async def test_a_minor_says_the_day_of_birth_and_an_adult_the_year(village: Village) -> None:
    from bot.domain.people import Person

    anna = await village.curator()
    lena, igor = await village.minor(anna), await village.joins(anna, Role.MENTOR)
    async with village.db.reading() as tx:
        child, adult = await tx.get(Person, lena.person_id), await tx.get(Person, igor.person_id)
    assert (child.birth_date and child.birth_date.isoformat(), child.birth_year) == (
        "2014-03-12", 2014,
    )  # fmt: skip
    assert (adult.birth_date, adult.birth_year) == (None, 1990)
    assert child.band(village.wall().date()) is AgeBand.FROM_14_TO_17

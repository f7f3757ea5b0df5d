"""What a curator may change about a programme and its organisation afterwards."""

from datetime import date
from typing import Any

import pytest

from bot.domain.access import Role
from bot.domain.errors import (
    DatesOutOfOrder,
    Gone,
    NotAllowed,
    NothingChosen,
    NumberOutOfRange,
    PartLargerThanWhole,
)
from bot.usecases.programme import organisations, programme_settings, programmes
from tests.village import Curator, Village


async def facts(village: Village, anna: Curator) -> programme_settings.ProgrammeFacts:
    return await programme_settings.settings(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )


async def test_a_programme_is_founded_in_the_organisation_that_was_chosen(
    village: Village,
) -> None:
    anna = await village.curator()
    issued = await village.issue(Role.CURATOR, "Школа №2")
    await village.opens(anna.account, issued.token)
    me = await village.actor(anna)
    assert [one.name for one in await organisations.curated(village.db, me)] == [
        "Колледж №1", "Школа №2",
    ]  # fmt: skip
    days = {"starts_on": date(2030, 9, 1), "ends_on": date(2031, 5, 31)}
    made = await programmes.create(
        village.db, me, name="Рост", forms=["pupil_pupil"],
        organisation_id=issued.organisation_id, **days,
    )  # fmt: skip
    known = await programme_settings.settings(village.db, me, programme_id=made)
    assert known.house.name == "Школа №2"
    boris = await village.curator("Лицей", "Другая")
    with pytest.raises(NotAllowed):
        await programmes.create(
            village.db, me, name="x", forms=["pupil_pupil"],
            organisation_id=boris.organisation_id, **days,
        )  # fmt: skip


async def test_forms_and_variants_are_taken_in_and_left_out(village: Village) -> None:
    anna = await village.curator()
    me = await village.actor(anna)
    about: Any = {"programme_id": anna.programme_id, "profile": village.profile}
    await programme_settings.use_form(village.db, me, form="student_pupil", used=True, **about)
    await programme_settings.use_variant(
        village.db, me, form="student_pupil", variant="peer_other", used=False, **about
    )
    known = await facts(village, anna)
    assert "peer_other" not in known.variants["student_pupil"]
    await programme_settings.use_variant(
        village.db, me, form="student_pupil", variant="peer_other", used=True, **about
    )
    assert "student_pupil" not in (await facts(village, anna)).variants, "all of them again"
    for form in (await facts(village, anna)).forms[:-1]:
        await programme_settings.use_form(village.db, me, form=form, used=False, **about)
    [last] = (await facts(village, anna)).forms
    with pytest.raises(NothingChosen):
        await programme_settings.use_form(village.db, me, form=last, used=False, **about)
    with pytest.raises(Gone):
        await programme_settings.use_form(village.db, me, form="invented", used=True, **about)
    with pytest.raises(Gone):
        await programme_settings.use_variant(
            village.db, me, form=last, variant="invented", used=True, **about
        )


async def test_targets_and_dates_are_checked(village: Village) -> None:
    anna = await village.curator()
    me, about = await village.actor(anna), {"programme_id": anna.programme_id}
    with pytest.raises(NumberOutOfRange):
        await programme_settings.aim(village.db, me, targets={"pairs": -1}, **about)
    with pytest.raises(DatesOutOfOrder):
        await programme_settings.reschedule(
            village.db, me, starts_on=date(2030, 9, 1), ends_on=date(2030, 9, 1), **about
        )
    await programme_settings.aim(village.db, me, targets={"pairs": 9, "other": 1}, **about)
    assert (await facts(village, anna)).targets == {"pairs": 9}


async def test_what_is_known_of_an_organisation_is_changed_by_its_curators_only(
    village: Village,
) -> None:
    anna = await village.curator()
    me, about = await village.actor(anna), {"organisation_id": anna.organisation_id}
    await organisations.set_kind(
        village.db, me, kind="college", profile=village.profile, **about
    )
    await organisations.set_zone(
        village.db, me, zone="Asia/Omsk", profile=village.profile, **about
    )
    await organisations.count(
        village.db, me, numbers={"total": 900, "from-10-to-19": 700}, on=date(2030, 3, 1), **about
    )
    house = (await facts(village, anna)).house
    assert (house.kind, house.zone, house.contingent_on) == (
        "college", "Asia/Omsk", date(2030, 3, 1),
    )  # fmt: skip
    with pytest.raises(PartLargerThanWhole):
        await organisations.count(
            village.db, me, numbers={"total": 9, "from-15-to-19": 10}, on=date(2030, 3, 1), **about
        )
    for wrong in ("zoo", "", "School"):
        with pytest.raises(Gone):
            await organisations.set_kind(
                village.db, me, kind=wrong, profile=village.profile, **about
            )
    with pytest.raises(Gone):
        await organisations.set_zone(
            village.db, me, zone="Europe/Paris", profile=village.profile, **about
        )

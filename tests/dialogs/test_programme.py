"""The desk of a programme and its invitations, as conversations."""

import asyncio
from datetime import date

from bot.dialogs.parts.subjects import pack
from bot.domain.access import Role
from bot.messenger.acts import act_data
from bot.usecases.joining import intake
from bot.usecases.programme import programmes
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, NASTYA, at_desk, comes, forges
from tests.town import House


async def test_the_most_urgent_thing_comes_first(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    assert anna.buttons[0] == "Пригласить"
    await comes(house, IGOR)
    await comes(house, DIMA, state="applied")
    await at_desk(anna)
    assert anna.buttons[0] == "📝 Заявки (1)"
    await anna.clicks("Заявки")
    await anna.waits_for_button("Дима Орлов")
    await anna.clicks("Назад")
    await anna.waits_for_button("Пригласить")


async def test_an_invitation_is_a_message_of_its_own_that_works(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Пригласить")
    await anna.waits_for("Кого пригласить?")
    await anna.clicks("Наставляемых")
    letter = await anna.waits_for("зовёт в программу наставничества «Траектория»")
    assert "до 500 человек" in letter.text
    await anna.waits_for("✓ Приглашение для наставляемых")
    assert anna.buttons[0] == "Наставляемых"

    lena = await house.newcomer("Lena")
    await lena.starts(anna.links[0])
    await lena.waits_for_button("Русский")

    await anna.clicks("Назад")
    await anna.waits_for_button("Рабочий стол")


async def test_the_invitation_is_also_a_qr_code(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Пригласить")
    await anna.waits_for("Кого пригласить?")
    assert not any("QR" in label for label in anna.buttons)
    await anna.clicks("Наставников")
    await anna.waits_for("приглашает наставников")
    await anna.waits_for("✓ Приглашение для наставников")
    await anna.clicks("То же QR-кодом")
    await anna.waits_for("🔳 «Траектория»: наставникам")
    assert (await anna.downloads(anna.photos[-1])).startswith(b"\x89PNG")


async def test_a_double_press_invites_and_tells_the_digest_once(house: House) -> None:
    """Each press had sent a message of its own."""
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Рабочий стол")
    desk = await anna.waits_for("Чтобы найти")
    press = next(b["data"] for row in desk.inline for b in row if b["text"] == "Сводка")
    await asyncio.gather(anna.presses(desk.id, press), anna.presses(desk.id, press))
    await anna.waits_for("Среда, 13 марта")
    await house.settles()
    assert len(anna.photos) == 1

    await at_desk(anna)
    await anna.clicks("Пригласить")
    window = await anna.waits_for("Кого пригласить?")
    press = next(b["data"] for row in window.inline for b in row if b["text"] == "Наставляемых")
    await asyncio.gather(anna.presses(window.id, press), anna.presses(window.id, press))
    await anna.waits_for("✓ Приглашение для наставляемых")
    await house.settles()
    assert sum("зовёт в программу" in one.text for one in anna.letters) == 1
    await house.passes(minutes=1)
    await anna.clicks("Наставляемых")
    await anna.waits_for("зовёт в программу")
    assert sum("зовёт в программу" in one.text for one in anna.letters) == 2


async def test_a_parent_is_invited_for_one_child(house: House) -> None:
    anna = await house.curator()
    await comes(house, NASTYA, state="guardian")
    await at_desk(anna)
    await anna.clicks("Пригласить")
    await anna.waits_for("Кого пригласить?")
    await anna.clicks("Родителя")
    await anna.waits_for("Чьего родителя")
    await anna.clicks("Настя Никитина")
    await anna.waits_for("Настя Никитина собирается участвовать")
    invited = anna.links[0]
    await anna.clicks("То же QR-кодом")
    await anna.waits_for("согласие родителя или опекуна (Настя Никитина)")

    olga = await house.newcomer("Olga")
    await olga.starts(invited)
    await olga.waits_for_button("Русский")


async def test_the_digest_comes_at_once_and_leads_back(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await at_desk(anna)
    await anna.clicks("Рабочий стол")
    await anna.clicks("Сводка")
    await anna.waits_for("Среда, 13 марта")
    assert anna.photos
    await anna.clicks("Заявки (1)")
    await anna.waits_for_button("Дима Орлов")


async def a_curator_next_door(house: House) -> Person:
    """Vera of another organisation, with a programme of her own."""
    vera = await house.newcomer("Vera")
    await vera.starts(await house.stage.invite(Role.CURATOR, "Школа №2"))
    await vera.waits_for("Как вас зовут?")
    actor = await house.world.actor(vera.id)
    await programmes.create(
        house.stage.parts.db,
        actor,
        name="Соседи",
        forms=["pupil_pupil"],
        starts_on=date(2029, 9, 1),
        ends_on=date(2030, 5, 31),
    )
    await vera.says("/menu")
    await vera.waits_for_button("Соседи")
    assert not any("Траектория" in label for label in vera.buttons)
    return vera


async def test_a_curator_next_door_cannot_open_the_desk(house: House) -> None:
    await house.curator()
    vera = await a_curator_next_door(house)
    for act in ("open-programme", "open-applications"):
        await forges(house, vera, act_data(act, house.programme_id))
        await vera.waits_for_alert("недоступно")
        assert "Траектория" not in vera.sees


async def test_a_forged_button_opens_nobody_elses_application(house: House) -> None:
    await house.curator()
    await comes(house, DIMA, state="applied")
    steps = await intake.steps(house.stage.parts.db, await house.world.actor(DIMA))
    dima = pack(steps[0].participation_id)
    vera = await a_curator_next_door(house)
    await vera.clicks("Соседи")
    await vera.waits_for_button("Рабочий стол")
    await vera.clicks("Заявки")
    shown = await vera.waits_for("Всё разобрано")
    intent = shown.inline[0][0]["data"].partition("\x1d")[0]
    for forged in (f"card:{dima}", f"card:{'x' * 22}", "card:?", "card:" + "é" * 22):
        await forges(house, vera, f"{intent}\x1d{forged}")
        assert "Дима" not in vera.sees
    assert vera.alerts


async def test_a_mentee_cannot_open_the_desk(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA)
    await house.settles()
    await forges(house, dima, act_data("open-programme", house.programme_id))
    await dima.waits_for_button("Мои данные")
    assert dima.alerts
    assert not any("Рабочий стол" in one for one in dima.buttons)


async def test_the_desk_speaks_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.waits_for_button("English")
    await anna.clicks("English")
    await anna.waits_for("pairs")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for("First, bring people in")
    await anna.clicks("Invite")
    await anna.waits_for("Whom shall we invite?")
    await anna.clicks("Mentors")
    await anna.waits_for("is looking for mentors")

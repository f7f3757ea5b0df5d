"""The live links of a programme, as conversations: made to measure, limited, revoked, typed in."""

from bot.domain.access import Role
from sandbox.people import Person
from tests.dialogs.cast import DIMA, at_desk, comes
from tests.town import House


async def at_links(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Пригласить")
    await anna.clicks("Все ссылки")


async def makes(anna: Person, *audiences: str) -> None:
    await at_links(anna)
    await anna.waits_for_button("Новая ссылка")
    await anna.clicks("Новая ссылка")
    await anna.waits_for("Кого позовёт ссылка?")
    for one in audiences:
        await anna.clicks(f"☐ {one}")
        await anna.waits_for_button(f"☑ {one}")
    await anna.clicks("Дальше")
    await anna.waits_for("Сколько человек может войти")


async def test_a_link_is_made_limited_marked_and_revoked(house: House) -> None:
    anna = await house.curator()
    await makes(anna, "Наставляемых")
    await anna.clicks("ещё 30")
    await anna.waits_for_button("✓ ещё 30")
    await anna.says("9 А")
    await anna.waits_for("Пометка: 9 А")
    await anna.clicks("Сообщением")
    letter = await anna.waits_for("зовёт в программу наставничества")
    assert "до 30 человек" in letter.text
    token = anna.links[0]
    await anna.waits_for("✓ Готово")
    lena = await house.newcomer("Лена")
    await lena.starts(token)
    await lena.waits_for_button("Русский")

    await anna.clicks("9 А")
    await anna.waits_for("По ней пришли: 1. Могут войти ещё: 29.")
    assert any("Сделана 13 марта, Анна Петрова" in one.text for one in anna.new)
    await anna.clicks("ещё 1")
    await anna.waits_for("Могут войти ещё: 1.")
    await anna.says("9 Б")
    await anna.waits_for("Ссылка для наставляемых · 9 Б")
    await anna.clicks("Отозвать")
    await anna.waits_for("Никто новый по ней не войдёт")
    await anna.clicks("Да, отозвать")
    await anna.waits_for("Действующих ссылок нет")

    zoya = await house.newcomer("Зоя")
    await zoya.starts(token)
    await zoya.waits_for("больше не действует")
    await lena.starts(token)
    await lena.waits_for("Это бот программы")


async def test_a_sheet_for_the_wall_has_all_the_codes(house: House) -> None:
    anna = await house.curator()
    await makes(anna, "Наставляемых", "Наставников")
    await anna.clicks("Лист А4")
    await anna.waits_for("лист А4 с 2 кодами")
    sheet = anna.documents[-1]
    assert sheet["name"] == "Приглашение.pdf"
    drawn = await anna.downloads(sheet)
    assert drawn.startswith(b"%PDF")
    await at_links(anna)
    await anna.waits_for("Действующие ссылки: 2")


async def test_a_qr_code_for_each_role(house: House) -> None:
    anna = await house.curator()
    await makes(anna, "Выпускников")
    await anna.clicks("QR-кодом")
    await anna.waits_for("🔳 «Траектория»: выпускникам")
    assert (await anna.downloads(anna.photos[-1])).startswith(b"\x89PNG")


async def test_a_code_may_be_typed_or_its_link_pasted(house: House) -> None:
    await house.curator()
    for words in ("{}", "https://t.me/some_bot?start={}", "Привет! Вот: t.me/some_bot?start={} 🙂"):
        token = await house.link(Role.MENTEE)
        lena = await house.newcomer("Лена")
        await lena.starts()
        await lena.waits_for("пришлите её сюда")
        await lena.says(words.format(token))
        await lena.waits_for_button("Русский")


async def test_five_wrong_codes_shut_the_door_kindly_and_the_curator_hears(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    for number in range(4):
        await dima.starts(f"wrong{number}")
        await dima.waits_for("больше не действует")
    await dima.says("https://t.me/some_bot?start=wrong5wrong5wrong5wron")
    await dima.waits_for("вход ненадолго закрыт")
    assert "сегодня, 15:15" in dima.sees
    await house.settles()
    await anna.waits_for("Дима Орлов: несколько неверных кодов подряд")
    await dima.starts(await house.link(Role.MENTOR))
    await dima.waits_for("вход ненадолго закрыт")
    await house.passes(minutes=16)
    await dima.starts(await house.link(Role.MENTOR))
    await dima.waits_for("Здесь наставники и ученики находят друг друга")


async def test_the_links_in_english(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.says("/language")
    await anna.waits_for_button("English")
    await anna.clicks("English")
    await anna.waits_for("pairs")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.waits_for_button("Invite")
    await anna.clicks("Invite")
    await anna.clicks("All links")
    await anna.waits_for("No link is live")
    await anna.clicks("New link")
    await anna.waits_for("Whom will the link bring in?")
    await anna.clicks("☐ Mentors")
    await anna.waits_for_button("☑ Mentors")
    await anna.clicks("Next")
    await anna.waits_for("How many people may come in")
    await anna.clicks("30 more")
    await anna.waits_for_button("✓ 30 more")
    await anna.clicks("🖨 A4 sheet")
    await anna.waits_for("an A4 sheet with 1 code")
    assert anna.documents[-1]["name"] == "Invitation.pdf"

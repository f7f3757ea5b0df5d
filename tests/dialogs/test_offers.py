"""Alumni who come to help, the curator's register of what they offer, and everybody's path."""

from bot.domain.access import Role
from bot.usecases.applications import applications
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.dialogs.test_intake import Hand
from tests.town import House


async def fills(vera: Hand, *offers: str) -> None:
    """The alumnus' form, from the welcome to the review."""
    await vera.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await vera.types("Вера Лань", "Год рождения?")
    await vera.types("1992", "Год выпуска?")
    await vera.types("2010", "Чем хотели бы помочь?")
    await vera.presses(*offers, "Дальше ›", "1–2 часа в месяц")
    await vera.types("ЧТЗ, мастер", "Добавите пару слов?")
    await vera.presses("Пропустить")
    await vera.person.waits_for("Проверьте ответы")


async def at_offers(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Ещё")
    await anna.clicks("🤲 Выпускники")
    await anna.waits_for("Предложения выпускников")


async def invited(house: House, anna: Person) -> Hand:
    """Vera, with the personal link that Anna has made for her."""
    await at_offers(anna)
    await anna.clicks("Ссылка знакомому выпускнику")
    await anna.waits_for("Кому ссылка?")
    await anna.says("Вера, выпуск 2010")
    await anna.waits_for("Личная ссылка готова")
    assert "Вера, выпуск 2010" in anna.sees
    letter = next(one for one in anna.letters if "анкета на 2–3 минуты" in one.text)
    vera = await house.newcomer("Вера")
    await vera.starts(letter.links[0])
    return Hand(vera)


async def test_an_alumna_whom_the_curator_knows_skips_the_queue_and_is_thanked(
    house: House,
) -> None:
    anna = await house.curator()
    vera = await invited(house, anna)
    await fills(vera, "Встреча с ребятами", "Экскурсия")
    await vera.presses("Отправить")
    await vera.person.waits_for("Предложение у куратора")
    await house.settles()
    letter = next(one for one in anna.letters if "новых предложения" in one.text)
    button = next(b for row in letter.inline for b in row)
    await anna.presses(letter.id, button["data"])
    await anna.waits_for("новые")
    await anna.clicks("Встреча с ребятами")
    await anna.waits_for("Вера Лань")
    for fact in ("ЧТЗ, мастер", "1–2 часа в месяц", "2010"):
        assert fact in anna.sees
    await anna.clicks("«Мы позвоним»")
    await anna.waits_for("Пишу: «Мы вам позвоним»")
    await house.settles()
    await vera.person.waits_for("Куратор программы «Траектория» (Анна Петрова) позвонит вам")
    await anna.clicks("✓ Договорились")
    await anna.clicks("✓ Сделано, поблагодарить")
    await anna.waits_for("благодарность отправлена")
    await house.settles()
    await vera.person.waits_for("Спасибо за встречу с ребятами!")
    await anna.clicks("Назад")
    await anna.waits_for_button("Сделано (1)")
    await vera.person.says("/where")
    await vera.person.waits_for("✓ Встреча с ребятами — сделано, спасибо!")
    assert "• Экскурсия — куратор свяжется" in vera.person.sees


async def test_to_be_a_mentor_leads_on_to_the_mentors_form(house: House) -> None:
    anna = await house.curator()
    vera = await invited(house, anna)
    await fills(vera, "Быть наставником")
    await vera.presses("Отправить", "Дальше: анкета наставника")
    await vera.person.waits_for("Учатся ли здесь ваши дети?")  # the rest is known
    await vera.presses("Пауза")
    await vera.person.says("/where")
    await vera.person.waits_for("Анкета — ждём вас")
    assert "Стать наставником" not in "".join(vera.person.buttons)


async def test_who_comes_by_a_common_link_waits_for_the_curator(house: House) -> None:
    anna = await house.curator()
    vera = await house.newcomer("Вера")
    await vera.starts()
    await vera.says("/volunteer")
    await vera.clicks("Траектория")
    hand = Hand(vera)
    await hand.presses("Начать", "18 и старше", "Согласиться")
    await hand.types("Вера Лань", "Год рождения?")
    await hand.types("1992", "Год выпуска?")
    await hand.types("2010", "Чем хотели бы помочь?")
    await hand.types("показать музей завода", "Чем хотели бы помочь?")
    await hand.presses("Быть наставником", "Дальше ›", "Один раз за год")
    await hand.types("нет", "Добавите пару слов?")
    await hand.types("нет", "Проверьте ответы")
    await hand.presses("Отправить")
    await vera.waits_for("Спасибо! Анкета отправлена")
    await at_offers(anna)
    await anna.waits_for("Новых нет")
    steps = await house.world.actor(vera.id)
    from bot.usecases.joining import intake

    [step] = await intake.steps(house.stage.parts.db, steps)
    await applications.approve(
        house.stage.parts.db,
        await house.world.actor(anna.id),
        participation_id=step.participation_id,
        profile=house.stage.parts.profile,
    )
    await anna.clicks("Назад")
    await at_offers(anna)
    await anna.clicks("Своё предложение")
    await anna.waits_for("показать музей завода")
    await anna.clicks("Не понадобится")
    await anna.waits_for("В этот раз не понадобится")
    await vera.says("/where")
    await vera.waits_for("○ показать музей завода — в этот раз не понадобится")
    await vera.clicks("Стать наставником")
    await vera.waits_for("Где и кем вы работаете?")


async def test_a_pair_and_its_meeting_stand_on_the_path_of_both(house: House) -> None:
    await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await igor.says("/where")
    await igor.waits_for("• Куратор (Анна Петрова) подбирает пару")
    assert "✓ Заявка принята · 13 марта" in igor.sees
    await house.pair(DIMA, IGOR)
    await dima.says("/where")
    await dima.waits_for("✓ Наставник: Игорь Сафонов · 13 марта")
    assert "• Первая встреча — время предложит наставник" in dima.sees
    assert "✓ Согласие родителя или опекуна" in dima.sees
    await igor.says("/where")
    await igor.waits_for("✓ В паре: Дима Орлов")


async def test_the_register_and_the_path_in_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("nobody without a mentor")
    await anna.clicks("Траектория")
    await anna.clicks("More")
    await anna.clicks("Alumni")
    await anna.waits_for("None are new")
    vera = await house.newcomer("Vera", language="en")
    await vera.starts(await house.link(Role.ALUMNUS))
    hand = Hand(vera)
    await hand.presses("English", "Let's start", "18 or over", "I agree")
    await vera.says("/where")
    await vera.waits_for("Your form: over to you")
    assert "○ The curator's decision" in vera.sees

"""What the bot knows about a person, and leaving, as conversations."""

from bot.domain.participations import ParticipationState
from bot.usecases.joining import intake
from tests.dialogs.cast import ARTYOM, DIMA, IGOR, comes, somebody
from tests.town import House


async def test_everything_known_is_shown(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA)
    await dima.says("/privacy")
    await dima.waits_for("Что бот знает о тебе")
    assert "имя: Дима Орлов" in dima.sees
    assert "роль: наставляемый" in dima.sees
    version = house.stage.parts.profile.consents["processing-minor"].version
    assert version == "2026-11-22"
    assert "(текст от 22 ноября 2026)" in dima.sees
    await dima.clicks("Мои ответы в анкетах")
    await dima.waits_for("Как тебя зовут? Дима Орлов")
    await dima.clicks("Назад")
    await dima.waits_for("Что бот знает о тебе")


async def test_leaving_asks_once_and_closes_the_pair(house: House) -> None:
    await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await dima.says("/privacy")
    await dima.clicks("Отозвать согласие…")
    await dima.waits_for("Участие закончится сразу")
    await dima.clicks("Оставить")
    await dima.waits_for("Что бот знает о тебе")
    await dima.clicks("Отозвать согласие…")
    sure = await dima.waits_for("Участие закончится сразу")
    yes = next(b["data"] for row in sure.inline for b in row if b["text"] == "Да, отозвать")
    await dima.presses(sure.id, yes)
    await dima.presses(sure.id, yes)
    await dima.waits_for("Согласие отозвано")
    await house.settles()
    await igor.waits_for("завершена")
    await dima.clicks("В меню")
    menu = await dima.waits_for("👋 Дима Орлов")
    assert "Участие закончено: согласие отозвано. Вернуться можно" in menu.text
    assert "пусто" not in menu.text, "the menu said only that it was empty"
    assert "Анкета отправлена" not in menu.text, "what is over is not ticked off"
    await dima.says("/privacy")
    await dima.waits_for("отозвано")
    assert not any("Отозвать" in one for one in dima.buttons)


async def test_the_curator_opens_from_the_letter_whom_the_withdrawal_left_alone(
    house: House,
) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await dima.says("/privacy")
    await dima.clicks("Отозвать согласие…")
    await dima.clicks("Да, отозвать")
    await dima.waits_for("Согласие отозвано")
    await house.settles()
    await anna.waits_for("Дима Орлов: согласие отозвано")
    assert anna.buttons == ["Открыть пару: Игорь Сафонов", "Открыть программу"]
    await anna.clicks("Открыть пару: Игорь Сафонов")
    await anna.waits_for("Пара завершена")
    assert "Согласие отозвано" in anna.sees
    await anna.clicks("📝 Дима")
    await anna.waits_for("Дима Орлов · наставляемый")
    assert "ПО-21" not in anna.sees, "the answers are the curator's no more"


async def test_a_guardian_takes_the_consent_back(house: House) -> None:
    await house.curator()
    young = next(who for who in (DIMA, ARTYOM) if somebody(who).guardian is not None)
    await comes(house, young)
    guardian = somebody(young).guardian
    assert guardian is not None
    olga = await house.town.person(guardian[0])
    await olga.says("/privacy")
    await olga.waits_for("согласия за ребёнка")
    await olga.clicks("Отозвать согласие за ребёнка")
    await olga.waits_for("Участие ребёнка закончится сразу")
    await olga.clicks("Да, отозвать")
    await olga.waits_for("участие ребёнка закончено")
    [step] = await intake.steps(house.stage.parts.db, await house.world.actor(young))
    assert step.state is ParticipationState.WITHDRAWN


async def test_a_curator_has_nothing_to_withdraw(house: House) -> None:
    anna = await house.curator()
    await anna.says("/privacy")
    await anna.waits_for("Что бот знает о вас")
    assert anna.buttons == ["📦 Скачать копию", "🌐 Язык (English)", "☰ В меню"]


async def test_a_stranger_is_refused_politely(house: House) -> None:
    bob = await house.newcomer("Bob")
    await bob.starts()
    await bob.says("/privacy")
    await bob.waits_for("недоступно")


async def test_the_same_in_english(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR)
    await igor.says("/language")
    await igor.clicks("English")
    await igor.says("/privacy")
    await igor.waits_for("What the bot knows about you")
    await igor.clicks("Withdraw my consent…")
    await igor.waits_for("You leave at once")
    await igor.clicks("Yes, withdraw")
    await igor.waits_for("you have left the programme")

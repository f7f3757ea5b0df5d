"""The way of a pair as conversations: what each side taps, and what the curator decides."""

from uuid import UUID

from bot.domain.pairs import Pair, PairState
from bot.usecases.pairs import moving
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes, forges
from tests.town import House


async def state(house: House, pair_id: UUID) -> PairState:
    async with house.stage.parts.db.reading() as tx:
        return (await tx.get(Pair, pair_id)).state


async def at_way(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.clicks("Дима")
    await anna.clicks("Ход пары")
    await anna.waits_for("🧭 Дима Орлов — Игорь Сафонов")


async def test_three_taps_before_they_begin_and_the_curator_settles_what_differs(
    house: House,
) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    pair_id = await house.world.propose(DIMA, IGOR)
    await house.settles()
    for person, often in ((dima, "Раз в неделю"), (igor, "Раз в месяц")):
        await person.clicks("Посмотреть и ответить")
        await person.clicks("Познакомиться")
        await person.waits_for("Перед знакомством · 1 из 3")
        await person.clicks(often)
        await person.waits_for("На какой срок рассчитывать?")
        await person.clicks("До конца учебного года")
        await person.waits_for("Где удобнее встречаться?")
        await person.clicks("Онлайн")
    await igor.waits_for("Ожидания немного разные")
    await house.settles()
    assert await state(house, pair_id) is PairState.ACCEPTED
    await dima.says("/menu")
    await dima.waits_for("Куратор поможет договориться, как часто и где")
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.waits_for_button("🟡 Дима Орлов — Игорь Сафонов · ждёт")
    await anna.clicks("Дима")
    await anna.clicks("Ход пары")
    await anna.waits_for("Как часто. Дима Орлов: «Раз в неделю» · Игорь Сафонов: «Раз в месяц»")
    assert "На какой срок" not in anna.sees
    await anna.clicks("Договорились, пусть начинают")
    await anna.waits_for("Впереди встреча-знакомство")
    assert await state(house, pair_id) is PairState.INTRO
    await house.settles()
    await igor.waits_for_button("Предложить встречу")


async def test_three_taps_after_the_trial_and_a_no_that_only_the_curator_reads(
    house: House,
) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    pair_id = await house.pair(DIMA, IGOR)
    async with house.stage.parts.db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for kind in ("intro", "trial"):
            await moving.meeting_held(tx, pair, kind)
    await house.settles()
    await dima.clicks("Ответить, три нажатия")
    first = await dima.waits_for("Было полезно?")
    yes = next(b["data"] for row in first.inline for b in row if b["text"] == "Да")
    await dima.clicks("Да")
    await dima.waits_for("Тебе было комфортно?")
    await forges(house, dima, yes)  # the old button answers its own question again
    await dima.waits_for("Тебе было комфортно?")
    await dima.clicks("Нет")
    await dima.waits_for("Продолжаем вместе?")
    await dima.clicks("Да")
    await dima.waits_for("✓ Спасибо! Ответы увидит только куратор.")
    await igor.says("/menu")
    await igor.clicks("Как прошла пробная встреча?")
    await igor.waits_for("Пробная встреча · 1 из 3")
    for _ in range(3):
        await igor.clicks("Да")
    await igor.waits_for("✓ Спасибо!")
    await house.settles()
    assert not any("сомнения" in one.text for one in igor.letters)
    await anna.waits_for("После пробной встречи есть сомнения")
    await anna.clicks("Открыть и решить")
    await anna.waits_for("❗ Дима Орлов: «Вам было комфортно вместе?» — нет")
    assert "✓ Игорь Сафонов: пробная встреча прошла хорошо" in anna.sees
    await anna.clicks("Продолжают вместе")
    await anna.waits_for("впереди планирование")
    await house.settles()
    await dima.waits_for("Вы продолжаете вместе")


async def test_somebody_may_have_to_stop_and_the_pair_rests_for_a_while(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    pair_id = await house.pair(DIMA, IGOR)
    await house.settles()
    await igor.says("/menu")
    await igor.clicks("план и дневник")
    await igor.waits_for("📖 Дневник")
    await igor.clicks("Куратору о паре")
    await igor.waits_for("увидит только куратор")
    await igor.clicks("Возможно, придётся остановиться")
    await forges(house, igor, "not a reason")
    await igor.clicks("Много работы")
    await igor.waits_for("✓ Куратор знает и напишет")
    await house.settles()
    assert not any("остановиться" in one.text for one in dima.letters)
    await anna.waits_for("Возможно, придётся остановиться: Игорь Сафонов")
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.clicks("Дима")
    await anna.waits_for("❗ Ждёт вашего решения: 1 вопрос")
    await anna.clicks("Ход пары")
    await anna.waits_for("❗ Игорь Сафонов: возможно, придётся остановиться. Много работы")
    await anna.clicks("Поговорили, всё остаётся")
    await anna.clicks("Пауза…")
    await anna.clicks("2 недели")
    await anna.waits_for("⏸ Последний день паузы: 27 марта")
    await house.settles()
    await dima.waits_for("Последний день паузы — 27 марта")
    await dima.clicks("В меню")
    await dima.waits_for("встречи отдыхают, последний день паузы — 27 марта")
    await house.passes(days=15)
    assert await state(house, pair_id) is PairState.INTRO
    await dima.waits_for("▶️ Пара снова работает")


async def test_another_mentor_is_asked_for_and_found_without_blame(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    pair_id = await house.pair(DIMA, IGOR)
    await house.settles()
    await dima.says("/language")
    await dima.clicks("English")
    await dima.waits_for_button("Ask the curator")
    await dima.clicks("Ask the curator")
    await dima.clicks("About the pair")
    await dima.clicks("I'd like another mentor")
    await dima.waits_for("nobody is to blame")
    await dima.clicks("Yes, please")
    await dima.waits_for("The curator has been told")
    await house.settles()
    await anna.clicks("Открыть и решить")
    await anna.waits_for("❗ Дима Орлов просит другую пару")
    await anna.clicks("Другой наставник…")
    await anna.clicks("Да, подобрать другого")
    await house.settles()
    assert await state(house, pair_id) is PairState.DISSOLVED
    letter = await igor.waits_for("Ваша пара завершена")
    assert "друг" not in letter.text.split("\n")[0]
    await anna.waits_for("Дима Орлов")

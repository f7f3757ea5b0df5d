"""The team answers for somebody without a messenger, as conversations."""

from datetime import timedelta
from uuid import UUID

from bot.domain.access import Role
from bot.domain.meetings import Receipt
from bot.usecases.pairs import meetings
from sandbox.people import Person
from tests.dialogs.cast import IGOR, at_desk, comes, village_of
from tests.town import CURATOR, House
from tests.usecases.test_speaking import loses_account, tamara
from tests.village import Curator, Village


async def proposed(house: House) -> tuple[Person, Person, Village, Curator]:
    """Tamara, whom Anna has entered, is proposed to Igor."""
    anna = await house.curator()
    igor = await comes(house, IGOR)
    village, curator = await village_of(house)
    entered = await tamara(village, curator)
    async with village.db.reading() as tx:
        [mentor] = await tx.participations.of_person((await house.world.actor(IGOR)).person_id)
    await village.proposes_to(curator, entered, mentor.id)
    await house.settles()
    return anna, igor, village, curator


async def at_answers(anna: Person, count: int) -> None:
    await at_desk(anna)
    await anna.clicks("Ещё…")
    await anna.clicks("Базы участников")
    await anna.clicks("Внести за участника")
    await anna.clicks(f"Ответить за участника ({count})")
    await anna.waits_for("Будет видно, что его внесли вы")


async def test_a_pair_and_a_survey_are_answered_as_they_were_said(house: House) -> None:
    anna, igor, village, curator = await proposed(house)
    await at_answers(anna, 1)
    await anna.clicks("Тамара Белова: пара — Игорь")
    await anna.waits_for("Тамара Белова: предложен наставник — Игорь")
    await anna.clicks("Ответ «нет»…")
    await anna.waits_for("Тамара Белова: почему нет?")
    await anna.clicks("Назад")
    await anna.clicks("Ответ «да»")
    await anna.waits_for("✓ Тамара Белова: ответ записан")
    await igor.clicks("Посмотреть")
    await igor.clicks("Познакомиться")
    await igor.clicks("Обсудим при встрече")
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Пары (1)")
    await anna.clicks("Тамара")
    await anna.waits_for("🗣 Тамара Белова: ответ внесён со слов — Анна Петрова")

    await village.opens_wave(curator)
    await at_answers(anna, 1)
    await anna.clicks("📝 Тамара Белова")
    await anna.waits_for("🗣 За участника")
    await anna.clicks("Пауза")
    await anna.waits_for("👋")
    await at_answers(anna, 1)
    await anna.clicks("‹ Назад")
    await anna.waits_for("Внести за участника")
    await anna.clicks("‹ Назад")
    await anna.waits_for_button("Выгрузить в Excel")
    await anna.clicks("‹ Назад")
    await anna.waits_for("Ещё по программе")
    await anna.clicks("‹ Назад")
    await anna.waits_for_button("Рабочий стол")


async def test_a_time_is_picked_and_the_receipt_given_as_they_were_said(house: House) -> None:
    anna, igor, village, _ = await proposed(house)
    await at_answers(anna, 1)
    await anna.clicks("Тамара Белова: пара — Игорь")
    await anna.clicks("Ответ «да»")
    await igor.clicks("Посмотреть")
    await igor.clicks("Познакомиться")
    await igor.clicks("Обсудим при встрече")
    await house.settles()
    me = await house.world.actor(IGOR)
    async with village.db.reading() as tx:
        [pair] = await tx.pairs.of_person(me.person_id)

    async def offers() -> UUID:
        at = house.stage.wall() + timedelta(days=1)
        times = [at, at + timedelta(hours=3)]
        return await meetings.offer(village.db, me, pair_id=pair.id, times=times, place="on-site")

    await offers()
    await at_answers(anna, 1)
    await anna.clicks("Тамара Белова: выбрать время — Игорь")
    await anna.waits_for("предлагает встретиться")
    await anna.clicks("Ничего не подходит…")
    await anna.waits_for("ни одно время не подходит?")
    await anna.clicks("Да, нужно другое время")
    await anna.waits_for("✓ Тамара Белова: записано")
    await house.settles()
    await igor.waits_for("Тамара")
    meeting_id = await offers()
    await at_answers(anna, 1)
    await anna.clicks("Тамара Белова: выбрать время")
    await anna.waits_for("Спросите, когда удобно")
    await anna.clicks(anna.buttons[0])
    await anna.waits_for("✓ Тамара Белова: записано")
    await house.passes(days=1, hours=2)
    await meetings.confirm(village.db, me, meeting_id=meeting_id, receipt=Receipt.HELD)
    await at_answers(anna, 1)
    await anna.clicks("Тамара Белова: встреча была?")
    await anna.waits_for("Тамара Белова: встреча была? Игорь")
    await anna.clicks("✓ Да, встреча была")
    await anna.waits_for("✓ Тамара Белова: записано")
    async with village.db.reading() as tx:
        assert (await tx.meetings.many([meeting_id]))[meeting_id].settled


async def test_a_mentor_without_a_messenger_meets_and_tells_through_the_team(house: House) -> None:
    anna = await house.curator()
    desk = await house.world.actor(CURATOR)
    village, curator = await village_of(house)
    dima = await village.joins(curator, Role.MENTEE, born="2000", name="Дима Ким")
    igor = await village.joins(curator, Role.MENTOR, name="Игорь Орлов")
    pair_id = await village.pair(curator, dima, igor)
    await loses_account(village, igor, desk.person_id)

    await at_answers(anna, 1)
    await anna.clicks("Игорь Орлов: назначить встречу — Дима Ким")
    await anna.waits_for("встреча пока не назначена")
    await anna.clicks("Предложить время")
    await anna.waits_for("Новая встреча: Игорь Орлов и Дима Ким")
    assert "отметили и Игорь Орлов, и Дима Ким" in anna.sees
    await anna.clicks("☐ вт 19 марта, 16:00")
    await anna.clicks("Дальше (1)")
    await anna.waits_for("Игорь Орлов и Дима Ким: где встреча?")
    await anna.clicks("Онлайн")
    await anna.waits_for("Когда Дима Ким выберет, время появится в карточке пары")
    assert "Передайте его: Игорь Орлов" in anna.sees
    async with village.db.reading() as tx:
        [meeting] = await tx.meetings.of_pair(pair_id)
    assert (meeting.offered_by, meeting.mentor_entered_by) == (igor.person_id, desk.person_id)
    me = await village.actor(dima)
    await meetings.pick(
        village.db, me, meeting_id=meeting.id, at=meeting.offered_times[0]
    )
    await house.passes(days=16)
    await at_answers(anna, 2)
    await anna.clicks("Игорь Орлов: встреча была?")
    await anna.clicks("✓ Да, встреча была")
    await anna.waits_for("Сколько она длилась?")
    assert "Встреча была: Игорь Орлов и Дима Ким" in anna.sees
    await anna.clicks("45 мин")
    await anna.clicks("Да, шаг вперёд")
    await anna.waits_for("Что говорит Игорь Орлов: как прошло?")
    await anna.clicks("🙂")
    await anna.waits_for("Что до следующей встречи?")
    await anna.clicks("Ничего")
    await anna.waits_for("45 мин")
    await at_desk(anna)
    await anna.clicks("Пары (1)")
    await anna.clicks("Дима Ким")
    await anna.waits_for("внесена со слов — Анна Петрова")

    await at_answers(anna, 1)
    await anna.clicks("Игорь Орлов: назначить встречу")
    await anna.clicks("Встреча уже была")
    await anna.waits_for("Игорь Орлов и Дима Ким: встреча уже была? Выберите день")

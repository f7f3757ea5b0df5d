"""The curator's desk in the chat: finding, history, notes, questions, letters to many, tasks."""

from io import BytesIO

from openpyxl import load_workbook

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def at_room(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("🗂 Рабочий стол")
    await anna.waits_for("Рабочий стол")


async def test_a_pair_is_found_by_a_slip_of_its_name_and_its_history_read(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA), await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await at_desk(anna)
    await anna.says("арлов")  # nobody: the slip is at the beginning
    await anna.waits_for("никого нет")
    await anna.says("ИГОРЬ сафоновв")
    await anna.waits_for("вот похожие")
    assert any("Дима Орлов — Игорь Сафонов" in one for one in anna.buttons)
    await anna.clicks("🤝 Дима Орлов — Игорь Сафонов")
    await anna.waits_for("Вместе с")
    await anna.clicks("История и заметки")
    await anna.waits_for("пара начала")
    for happened in ("пару предложили", "оба сказали «да»"):
        assert happened in anna.sees
    await anna.clicks("Заметки команды")
    await anna.waits_for("Пока ничего не записано")
    await anna.clicks("Новая заметка")
    await anna.waits_for("попадёт только дата")
    await anna.says("Говорила с обоими: <встречаются> по вторникам")
    await anna.waits_for("«Говорила с обоими: <встречаются> по вторникам»")
    await anna.clicks("Назад")
    await anna.waits_for("📝 Анна Петрова: Говорила")
    await anna.clicks("Назад")
    await anna.waits_for("Вместе с")
    await anna.clicks("Назад")
    await anna.waits_for("вот похожие")
    await anna.clicks("👤 Игорь Сафонов")
    await anna.waits_for("Игорь Сафонов")
    await anna.clicks("История и заметки")
    await anna.waits_for("🤝 пара: Дима Орлов")
    await anna.clicks("🤝 Пара: Дима Орлов")
    await anna.waits_for("Вместе с")
    await at_room(anna)
    await anna.clicks("Моя рабочая книга")
    file = await anna.waits_for_document("Рабочая книга")
    book = load_workbook(BytesIO(file))
    assert book.sheetnames == ["Пары", "Участники", "Встречи", "Вопросы", "Мои дела", "О таблице"]
    pair = [cell.value for cell in book["Пары"][2]]
    assert pair[:2] == ["Дима Орлов", "Игорь Сафонов"]
    assert pair[3:5] == ["впереди знакомство", "всё идёт"]
    assert [row[0].value for row in book["Участники"]] == ["Имя", "Дима Орлов", "Игорь Сафонов"]


async def test_a_question_finds_its_answer_first_and_then_the_curator(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await dima.says("/menu")
    await dima.clicks("Спросить куратора")
    await dima.waits_for("посмотри частые вопросы")
    await dima.says("как часто надо встречаться")
    await dima.waits_for("Твой вопрос")
    await dima.clicks("Как часто нужно встречаться?")
    await dima.waits_for("раз в одну–две недели")
    await dima.says("Можно прийти с другом?")
    await dima.waits_for("Можно прийти с другом?")
    await dima.clicks("Отправить куратору")
    await dima.waits_for("✓ Вопрос у куратора (Анна Петрова)")
    await house.settles()
    await anna.waits_for("1 вопрос участника ждёт ответа.")
    await at_desk(anna)
    assert "❓ 1 вопрос ждёт ответа" in anna.sees
    await anna.clicks("🗂 Рабочий стол (1)")
    await anna.clicks("Вопросы участников (1)")
    await anna.clicks("Дима Орлов · сегодня · Можно прийти")
    await anna.waits_for("Напишите ответ одним сообщением")
    await anna.says("Конечно, предупредите наставника")
    await anna.waits_for("✓ Ответ отправлен.")
    await house.settles()
    await dima.waits_for("Анна Петрова отвечает на вопрос «Можно прийти с другом?»")
    await dima.clicks("Ответить или закрыть")
    await dima.waits_for("Чтобы дописать")
    await dima.says("А с двумя?")
    await dima.waits_for("⏳")
    await anna.clicks("Назад")
    await anna.waits_for_button("Дима Орлов · сегодня · Можно прийти")
    await dima.clicks("Спасибо, всё понятно")
    await dima.waits_for("Вопрос закрыт")
    await anna.clicks("Назад")
    await anna.waits_for_button("❓ Вопросы участников")


async def test_a_letter_to_many_is_reported_and_a_task_comes_up_on_its_day(
    house: House,
) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await igor.blocks()
    await house.settles()
    await at_room(anna)
    await anna.clicks("Рассылки")
    await anna.clicks("Новая рассылка")
    await anna.waits_for("Получат 1 из 2. Не дойдёт: нет в мессенджере — 0, остановили бота — 1.")
    await anna.clicks("Пара: любые")
    await anna.waits_for("Таких участников сейчас нет")
    for _ in range(5):
        await anna.clicks("Пара: ")
    await anna.waits_for("Получат 1 из 2")
    await anna.clicks("Дальше: текст")
    await anna.clicks("Скоро каникулы")
    await anna.waits_for("Ученикам на «ты»")
    await anna.clicks("Сначала только мне")
    await anna.waits_for("✓ Проба отправлена")
    assert sum("Впереди каникулы" in one.text for one in anna.new) >= 2
    await anna.clicks("Другой текст")
    await anna.says("В пятницу встреча <для всех> в 15:00")
    await anna.waits_for("В пятницу встреча <для всех> в 15:00")
    await anna.clicks("Отправить сейчас: 2 человека")
    await anna.waits_for("Рассылка")
    await house.settles()
    await dima.waits_for("В пятницу встреча <для всех> в 15:00")
    assert "Траектория" in dima.sees
    await anna.clicks("Назад")
    await anna.clicks("В пятницу встреча")
    await anna.waits_for("Рассылка закончена: 2 из 2")
    assert "✓ Доставлено: 1" in anna.sees
    assert "🚫 Остановили бота: 1" in anna.sees
    await anna.clicks("Кому не дошло")
    await anna.waits_for("Игорь Сафонов — бот остановлен")
    await at_room(anna)
    await anna.clicks("Мои дела")
    await anna.clicks("Новое дело")
    await anna.says("Позвонить маме Димы")
    await anna.waits_for("К какому дню?")
    await anna.says("завтра")
    await anna.waits_for_button("☐ Позвонить маме Димы · 14 марта")
    await at_desk(anna)
    assert "дело" not in anna.sees
    await house.passes(days=1)
    await at_desk(anna)
    assert "☑️ 1 дело на сегодня" in anna.sees
    await anna.clicks("🗂 Рабочий стол (1)")
    await anna.clicks("Мои дела (1)")
    await anna.clicks("☐ Позвонить маме Димы")
    await anna.waits_for_button("☑ Позвонить маме Димы")
    await anna.clicks("☑ Позвонить маме Димы")  # a slip
    await anna.waits_for_button("☐ Позвонить маме Димы")

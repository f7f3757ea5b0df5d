"""The selection of a mentor as conversations: documents, interview, queue, several at once."""

from bot.domain.access import Role
from sandbox.people import Person
from tests.dialogs.cast import ARTYOM, DIMA, IGOR, MARAT, SVETLANA, TIMUR, at_desk, comes, forges
from tests.dialogs.test_team import appointed
from tests.town import House


async def at_card(anna: Person, name: str) -> None:
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.waits_for("📝 Заявки")
    await anna.clicks(name)
    await anna.waits_for("Категория")


async def test_the_curator_notes_documents_and_the_number_leaves_the_chat(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR, state="applied")
    await at_card(anna, "Игорь")
    assert "Паспорт — нет; Справка об отсутствии судимости — нет" in anna.sees
    assert "Принять" not in anna.buttons
    await anna.clicks("Документы")
    await anna.clicks("Отметить: Паспорт")
    await anna.waits_for("когда вам его показали")
    await anna.clicks("Сегодня")
    await anna.waits_for("показан 13 марта")
    await anna.clicks("Да, документ у меня")
    await anna.waits_for("✓ Паспорт: показан 13 марта")

    await anna.clicks("Отметить: Справка")
    await anna.waits_for("какого числа документ")
    await anna.says("завтра")
    await anna.waits_for("ещё не наступила")
    await anna.says("вчера")
    await anna.waits_for("какой номер")
    await anna.says("нет")
    await anna.waits_for("не похоже на номер")
    await anna.says("074/123456-Е")
    await anna.waits_for("сообщение с ним убрано")
    assert "до 12 марта 2031" in anna.sees
    assert not any("123456" in letter.text for letter in anna.letters)
    await anna.says("1 марта 2031")
    await anna.waits_for("Действует до 1 марта 2031")
    await anna.clicks("Да, документ у меня")
    await anna.waits_for("действует до 1 марта 2031")
    await anna.clicks("Назад")
    await anna.waits_for("✓ Документы")
    await igor.says("/menu")
    await igor.waits_for("✓ Документы показаны")
    assert "собеседование" in igor.sees


async def test_a_document_is_taken_back_after_a_question(house: House) -> None:
    anna = await house.curator()
    await comes(house, IGOR, state="ready")
    await at_card(anna, "Игорь")
    await anna.waits_for_button("Принять")
    await anna.clicks("Документы")
    await anna.clicks("Больше не действует: Справка")
    await anna.waits_for("больше не действует?")
    await anna.clicks("Назад")
    await anna.clicks("Больше не действует: Справка")
    await anna.clicks("Да, больше не действует")
    await anna.waits_for("Справка об отсутствии судимости: ещё нет")
    await anna.clicks("Назад")
    await anna.waits_for("• Документы")
    assert "Принять" not in anna.buttons


async def test_an_interview_with_flags_and_a_note_stands_in_the_history(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR, state="checked")
    await at_card(anna, "Игорь")
    await anna.clicks("Собеседование")
    await anna.waits_for("Что насторожило?")
    await anna.waits_for_button("Ничего не насторожило")
    await anna.clicks("☐ 2")
    await anna.waits_for("🚩 2. Говорит о секретах")
    await anna.says("4, 9")
    await anna.waits_for("🚩 9.")
    await anna.says("77")
    await anna.waits_for("номера через запятую")
    await anna.clicks("☑ 9")
    await anna.waits_for_button("Дальше (2 отметки)")
    await anna.clicks("Дальше (2 отметки)")
    await anna.says("Спорит с правилами & <просит> исключений")
    await anna.waits_for("Спорит с правилами & <просит> исключений")
    await anna.clicks("Есть сомнения")
    await anna.waits_for("• Собеседование")
    await anna.clicks("История")
    await anna.waits_for("есть сомнения · Анна Петрова")
    assert "🚩 Говорит о секретах от родителей и куратора" in anna.sees
    await igor.says("/menu")
    await igor.waits_for("Впереди собеседование")
    assert "секрет" not in igor.sees

    await anna.clicks("Назад")
    await anna.clicks("Собеседование")
    await anna.clicks("Ничего не насторожило")
    await anna.clicks("Без заметки")
    await anna.clicks("Рекомендую")
    await anna.waits_for("✓ Собеседование")
    await anna.clicks("История")
    await anna.clicks("Обучение пройдено очно")
    await anna.waits_for_button("Принять")
    await anna.clicks("Принять")
    await anna.waits_for("✓ Игорь Сафонов: заявка принята")


async def test_a_mentor_is_kept_in_reserve_and_taken_up_again(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR, state="ready")
    await at_card(anna, "Игорь")
    await anna.clicks("В резерв")
    await anna.waits_for("Игорь Сафонов: в резерве")
    await house.settles()
    await igor.waits_for("остаётся в резерве")
    await igor.says("/menu")
    await igor.waits_for("Анкета в резерве")
    await anna.clicks("Кого показать")
    await anna.clicks("Резерв (1)")
    await anna.waits_for("Любого можно вернуть")
    await anna.clicks("Игорь Сафонов")
    await anna.clicks("Вернуть в работу")
    await anna.waits_for_button("Принять")
    await house.settles()
    await igor.waits_for("снова взял вашу анкету в работу")


async def test_the_category_is_changed_by_the_curator(house: House) -> None:
    anna = await house.curator()
    await comes(house, IGOR, state="applied")
    await at_card(anna, "Игорь")
    await anna.clicks("История")
    await anna.waits_for("Пока ничего не происходило")
    await anna.clicks("Сменить категорию")
    await anna.clicks("Учащийся")
    await anna.waits_for("Категория: учащийся")
    assert "Документы" not in anna.sees


async def test_the_queue_by_step_and_role_and_by_a_name_typed_in_any_letters(
    house: House,
) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await comes(house, IGOR, state="applied", name="Пётр Ёлкин")
    await comes(house, MARAT, state="checked")
    await comes(house, SVETLANA)
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.waits_for_button("Пётр Ёлкин · наставник: документы · сегодня")
    await anna.waits_for_button("Марат Хасанов · наставник: беседа · сегодня")

    await anna.clicks("Кого показать")
    await anna.clicks("Беседа (1)")
    await anna.waits_for("ждут собеседования")
    assert any("Марат" in label for label in anna.buttons)
    assert not any("Ёлкин" in label for label in anna.buttons)
    await anna.clicks("Кого показать")
    await anna.clicks("Наставляемые (1)")
    await anna.waits_for_button("✓ Наставляемые (1)")
    await anna.clicks("Все в очереди (1)")
    await anna.waits_for("Только наставляемые")
    await anna.waits_for_button("Дима")
    await anna.clicks("Вся очередь")
    await anna.waits_for_button("Марат Хасанов")

    await anna.says("ЕЛКИН пё")
    await anna.waits_for("🔎 «ЕЛКИН пё»")
    assert any("Пётр Ёлкин" in label for label in anna.buttons)
    await anna.says("ким")
    await anna.waits_for_button("Светлана Юрьевна Ким · наставник · в программе")
    await anna.says("100%_<b>")
    await anna.waits_for("Никого с таким именем нет")


async def test_several_are_approved_at_once_after_a_question_who(house: House) -> None:
    anna = await house.curator()
    people = []
    for who in (DIMA, ARTYOM):
        people.append(await comes(house, who, state="applied"))
        await house.passes(minutes=1)
    await comes(house, IGOR, state="ready")
    await comes(house, MARAT, state="checked")
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.clicks("Принять сразу нескольких (3 готовы)")
    await anna.waits_for("Отмечено 0 из 3")
    assert not any("Марат" in label for label in anna.buttons)
    await anna.clicks("☐ Дима")
    await anna.waits_for("Отмечено 1 из 3")
    await anna.clicks("Отметить всех (3)")
    await anna.waits_for("Отмечено 3 из 3")
    await anna.clicks("☑ Игорь")
    await anna.clicks("Дальше: принять отмеченных (2)")
    await anna.waits_for("Принять 2 человек?")
    assert "Дима Орлов, Артём Власов" in anna.sees
    await anna.clicks("Да, принять (2)")
    await anna.waits_for("✓ Приняты 2 заявки")
    await house.settles()
    for one in people:
        await one.waits_for("приняли в программу")
    assert any("Игорь" in label for label in anna.buttons)


async def test_nobody_is_approved_who_was_not_on_the_screen(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await comes(house, ARTYOM, state="applied")
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.clicks("Принять сразу нескольких")
    await anna.clicks("☐ Дима")
    await anna.clicks("Дальше: принять")
    shown = await anna.waits_for("Принять 1 человека?")
    yes = next(b["data"] for row in shown.inline for b in row if "Да, принять" in b["text"])
    await forges(house, anna, yes[:-16] + "0" * 16)
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.waits_for_button("Дима Орлов")


async def test_after_two_weeks_the_person_and_the_curator_hear_how_things_stand(
    house: House,
) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA, state="applied")
    timur = await comes(house, TIMUR, state="applied")
    await house.passes(days=15)
    await dima.waits_for("О тебе помнят")
    await timur.waits_for("впереди собеседование")
    await anna.waits_for("Решения команды — 2")
    assert sum("кто-то ждёт больше двух недель" in one.text for one in anna.letters) == 1
    await anna.clicks("Открыть заявки")
    await anna.waits_for_button("Дима Орлов · наставляемый · 15 дней")


async def test_a_certificate_that_ends_leads_the_curator_to_the_documents(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR)
    await house.passes(days=336)
    await igor.waits_for("Обновите его, пожалуйста")
    await anna.waits_for("Справка об отсутствии судимости")
    await anna.clicks("Открыть документы")
    await anna.waits_for_button("Обновить: Справка")
    await anna.clicks("Назад")
    await anna.waits_for("✓ Заявка принята")


async def test_a_curator_selects_a_mentor_in_english(house: House) -> None:
    anna = await house.curator(language="en")
    await comes(house, IGOR, state="applied")
    await house.settles()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("1 application to decide")
    await anna.clicks("Траектория")
    await anna.waits_for_button("Applications (1)")
    await anna.clicks("Applications (1)")
    await anna.waits_for_button("Игорь Сафонов · mentor: documents · today")
    await anna.clicks("Игорь")
    await anna.clicks("Documents")
    await anna.clicks("Note: Certificate")
    await anna.says("1 March")
    await anna.waits_for("what is its number")
    await anna.says("A 0012345")
    await anna.waits_for("its message is gone")
    await anna.clicks("Yes, I have it before me")
    await anna.clicks("Note: Identity document")
    await anna.clicks("Today")
    await anna.clicks("Yes, I have it before me")
    await anna.clicks("Back")
    await anna.clicks("Interview")
    await anna.waits_for("Did anything worry you?")
    await anna.clicks("Nothing worried me")
    await anna.clicks("No note")
    await anna.clicks("I recommend them")
    await anna.clicks("History")
    await anna.waits_for("interview passed · Анна Петрова")
    await anna.clicks("Trained in person")
    await anna.clicks("Approve")
    await anna.waits_for("approved, the letter is on its way")


async def test_a_mentee_has_no_steps_and_no_documents(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.clicks("Дима")
    await anna.waits_for_button("Принять")
    assert not any("Документы" in one or "Собеседование" in one for one in anna.buttons)


async def test_a_psychologist_interviews_and_decides_nothing(house: House) -> None:
    await house.curator()
    await comes(house, IGOR, state="checked")
    await comes(house, DIMA, state="applied")
    olga = await appointed(house, Role.PSYCHOLOGIST, "Olga")
    await olga.says("/menu")
    await olga.waits_for_button("Траектория")
    await olga.clicks("Траектория")
    await olga.waits_for_button("Заявки")
    await olga.clicks("Заявки")
    await olga.waits_for_button("Игорь Сафонов · наставник: беседа")
    assert not any("Принять" in label for label in olga.buttons)
    await olga.clicks("Игорь")
    await olga.waits_for_button("Собеседование")
    decisions = ("Принять", "резерв", "Отказать", "Документы")
    assert not any(word in label for label in olga.buttons for word in decisions)
    await olga.clicks("Собеседование")
    await olga.clicks("Ничего не насторожило")
    await olga.clicks("Без заметки")
    await olga.clicks("Рекомендую")
    await olga.waits_for("✓ Собеседование")
    await olga.clicks("Назад")
    await olga.waits_for_button("Игорь Сафонов · наставник: учёба")
    await olga.clicks("Назад")
    await olga.waits_for("Траектория")

"""The curator reads results and takes files, as conversations; Russian and English."""

import pytest

from sandbox.people import Person
from tests.answered import answered
from tests.dialogs.cast import at_desk
from tests.town import House


async def at_results(house: House) -> Person:
    """Two waves are over: thirty people, and a month later twenty-five of them again."""
    anna = await house.curator()
    db = house.stage.parts.db
    me = (await house.world.actor(101)).person_id
    first = await answered(db, house.programme_id, me, days_ago=60)
    await answered(
        db, house.programme_id, me, people=25, of=first.people[:25], seed=2, unfinished=1
    )
    return anna


@pytest.mark.usefixtures("at_once")
async def test_a_curator_reads_results_and_takes_a_file(house: House) -> None:
    anna = await at_results(house)
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Итоги анкет")
    await anna.waits_for("Какую анкету посмотрим?")
    await anna.clicks("Как идут дела")
    await anna.waits_for("Ответили 25 человек")
    assert "Дошли до конца: 24" in anna.sees
    await anna.clicks("По вопросам")
    await anna.waits_for("Вопрос 1 из 7")
    assert "Насколько полезны встречи?" in anna.sees
    assert "Ответили 23 человека, без ответа 8 %" in anna.sees
    assert "Среднее 6," in anna.sees
    await anna.clicks("Картинкой")
    await house.settles()
    await anna.waits_for("Вопрос 1 из 7")
    assert anna.photos
    await anna.clicks("По ролям и группам")
    await anna.waits_for("Наставники: среднее")
    await anna.clicks("Назад")
    await anna.clicks("Что значат эти числа?")
    await anna.waits_for("Как отвечают в среднем")
    await anna.clicks("Назад")
    for number in range(2, 8):
        await anna.clicks("Следующий")
        await anna.waits_for(f"Вопрос {number} из 7")
    await anna.clicks("Прочитать ответы")
    await anna.waits_for("Без имён и вперемешку")
    assert ": 5 < 7 & 8" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("Вопрос 7 из 7")
    await anna.clicks("Назад")

    await anna.clicks("Шкалы")
    await anna.waits_for("Доверие")
    assert "нужно не меньше 30" in anna.sees  # twenty-five are too few for a figure
    await anna.clicks("Назад")
    await anna.clicks("Было и стало")
    await anna.waits_for("С какой прежней анкетой сравнить?")
    await anna.clicks("Как идут дела")
    await anna.waits_for("Оба раза ответили 25 человек")
    assert "Второй раз не ответили 5 чел., ответили 25." in anna.sees
    await anna.clicks("Картинкой")
    await house.settles()
    await anna.waits_for("Оба раза ответили 25 человек")
    assert len(anna.photos) == 2
    await anna.clicks("Подробно по каждому")
    await anna.waits_for("Сравнение 1 из 5")
    assert "Сделано 5 проверок, учтены все." in anna.sees
    assert "В меньшей из двух групп — 5, а нужно не меньше 10." in anna.sees
    assert "не показываем: было бы видно" not in anna.sees
    await anna.clicks("По ролям и группам")
    await anna.waits_for("при вычитании")
    assert "Наставники: было" in anna.sees
    await anna.clicks("Назад")
    await anna.clicks("Что значат эти числа?")
    await anna.waits_for("На сколько в среднем изменились")
    await anna.clicks("Назад")
    await anna.clicks("Следующий")
    await anna.waits_for("Сравнение 2 из 5")
    await anna.clicks("Назад")
    await anna.waits_for("Оба раза ответили 25 человек")
    await anna.clicks("Назад")
    await anna.waits_for("С какой прежней анкетой сравнить?")
    await anna.clicks("Назад")

    await anna.clicks("Скачать ответы")
    await anna.clicks("SPSS с подписями")
    await anna.waits_for("Запишем, кто и когда его взял")
    await anna.clicks("Прислать файл")
    await house.settles()
    assert (await anna.waits_for_document("Ответы")).startswith(b"$FL2")
    await anna.waits_for("Для чего нужен файл?")
    await anna.clicks("Таблица Excel")
    await anna.waits_for("SPSS с подписями · Анна Петрова")
    await anna.clicks("Прислать файл")
    await house.settles()
    assert (await anna.waits_for_document(".xlsx")).startswith(b"PK")


@pytest.mark.usefixtures("at_once")
async def test_results_in_english(house: House) -> None:
    anna = await at_results(house)
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("no new applications")
    await anna.says("/menu")
    await anna.waits_for_button("Траектория")
    await anna.clicks("Траектория")
    await anna.clicks("Monitoring")
    await anna.clicks("Results")
    await anna.waits_for("Which questionnaire shall we look at?")
    await anna.clicks("How it goes")
    await anna.waits_for("25 people answered")
    await anna.clicks("By question")
    await anna.waits_for("How useful are the meetings?")
    assert "Mean 6." in anna.sees
    await anna.clicks("As a picture")
    await house.settles()
    await anna.waits_for("Question 1 of 7")
    await anna.clicks("Next")
    await anna.waits_for("One can speak openly")
    await anna.clicks("What do these numbers mean?")
    await anna.waits_for("What these numbers mean")
    await anna.clicks("Back")
    await anna.waits_for("Question 2 of 7")
    await anna.clicks("Back")
    await anna.clicks("Before and after")
    await anna.clicks("How it goes")
    await anna.waits_for("25 people answered both times")
    await anna.clicks("Back")
    await anna.waits_for("Which earlier questionnaire")
    await anna.clicks("Back")
    await anna.clicks("Download answers")
    await anna.clicks("CSV")
    await anna.waits_for("the file is not passed on")
    await anna.clicks("Send the file")
    content = (await anna.waits_for_document("Answers")).decode("utf-8-sig")
    head, *rows = content.splitlines()
    assert head.startswith("id,role,useful,open")
    assert len(rows) == 25

"""The training of a mentor, as conversations: cards, questions, a restart, the certificate."""

import io

import pytest
from pypdf import PdfReader

from bot.domain.participations import Participation
from bot.domain.training import Module
from bot.usecases.training import opening as training_opening
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, MARAT, at_desk, comes, somebody
from tests.dialogs.test_survey import data_of
from tests.town import House

WORDS = {
    "ru": ("🎓 Обучение", "Дальше ›", "К вопросам", "Принимаю правила", "Верно.", "▶", "К модулям"),
    "en": ("🎓 Training", "Next", "To the questions", "I accept", "Right.", "▶", "To the modules"),
}


def modules(house: House) -> dict[str, Module]:
    return {module.key: module for module in house.stage.parts.profile.training}


async def learner(house: House, *, language: str = "ru", account: int = IGOR) -> Person:
    """A mentor whose form waits for the curator, at the list of modules."""
    igor = await comes(house, account, state="applied")
    if language == "en":
        await igor.says("/language")
        await igor.clicks("English")
        await igor.waits_for("Your path")
    await igor.says("/menu")
    await igor.waits_for_button(WORDS[language][0])
    await igor.clicks(WORDS[language][0])
    await igor.waits_for_button("▶")
    return igor


async def reads(person: Person, module: Module, language: str = "ru") -> None:
    """From the first card to the first question."""
    _, onward, to_questions, *_ = WORDS[language]
    for number in range(1, len(module.cards)):
        await person.waits_for(f" {number} {'из' if language == 'ru' else 'of'} ")
        await person.clicks(onward)
    await person.waits_for_button(to_questions)
    await person.clicks(to_questions)


async def answers(
    person: Person, module: Module, language: str = "ru", *, wrong: tuple[str, ...] = ()
) -> None:
    for question in module.questions:
        await person.waits_for(question.text.say(language, "vy")[:40])
        right = question.key not in wrong
        choice = question.right if right else (question.right + 1) % 3
        await person.clicks(str(choice + 1))
        await person.waits_for(question.choices[choice].why.say(language, "vy")[:40])
        await person.clicks(WORDS[language][1])


async def does(person: Person, module: Module, language: str = "ru") -> None:
    await reads(person, module, language)
    await answers(person, module, language)
    if module.pledge is not None:
        await person.clicks(WORDS[language][3])


COURSE = (
    "basics", "ethics", "communication", "goals", "meetings", "form-employer-learner", "safety",
)  # fmt: skip


async def restarts(house: House) -> None:
    """The bot is stopped and started anew."""
    await house.stage.lower_curtain()
    await house.stage.raise_curtain()


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_from_the_first_card_to_the_certificate(house: House, language: str) -> None:
    ru = language == "ru"
    await house.curator()
    igor = await learner(house, language=language)
    for key in COURSE:
        await igor.clicks("▶")
        await does(igor, modules(house)[key], language)
        await igor.waits_for("Пройдено" if ru else "Passed")
        if key == "communication":
            await restarts(house)
    assert ("Всё обучение пройдено" if ru else "the whole training") in igor.sees
    await igor.clicks("PDF")
    pdf = PdfReader(io.BytesIO(await igor.waits_for_document("2030-0001.pdf", timeout=60)))
    assert len(pdf.pages) == 1
    page = pdf.pages[0].extract_text()
    for said in (somebody(IGOR).name, "Траектория", "Колледж №1", "2030-0001"):
        assert said in page
    assert ("Этика и границы" if ru else "Ethics and boundaries") in page
    await igor.clicks("Отзыв" if ru else "Feedback")
    for number in (1, 2):
        await igor.waits_for(f"{number} из 3" if ru else f"{number} of 3")
        await igor.clicks("5")
    await igor.waits_for("3 из 3" if ru else "3 of 3")
    await igor.says("Всё <хорошо>")
    await igor.waits_for("Спасибо" if ru else "Thank")
    await igor.says("/menu")
    await igor.clicks("сертификат" if ru else "certificate")
    await igor.waits_for("сертификат ваш" if ru else "certificate is yours")
    assert not any(("Отзыв" if ru else "Feedback") in label for label in igor.buttons)
    await house.passes(minutes=1)
    await igor.clicks("PDF")
    await igor.waits_for_document("2030-0001.pdf", timeout=60)


async def test_one_goes_on_after_a_restart_on_another_day(house: House) -> None:
    await house.curator()
    igor = await learner(house)
    basics = modules(house)["basics"]
    await igor.clicks("▶")
    await reads(igor, basics)
    await igor.clicks(str(basics.questions[0].right + 1))
    await igor.waits_for("Верно.")
    await restarts(house)
    await house.passes(days=2)
    await igor.clicks("Дальше ›")
    await igor.waits_for("вопрос 2 из 4")
    await igor.says("/menu")
    await igor.waits_for("Обучение: 0 из 7")
    await igor.clicks("🎓 Обучение")
    await igor.waits_for("1. Что такое наставничество · начат")
    await igor.clicks("▶ Дальше: Что такое")
    await igor.waits_for("вопрос 2 из 4")


async def test_what_was_wrong_is_explained_and_asked_again(house: House) -> None:
    await house.curator()
    igor = await learner(house)
    basics = modules(house)["basics"]
    await igor.clicks("▶")
    await reads(igor, basics)
    await answers(igor, basics, wrong=("homework", "late"))
    await igor.waits_for("Верных ответов: 2 из 4.")
    assert "нужно 70 %" in igor.sees
    await igor.clicks("Перечитать карточки")
    await igor.waits_for("карточка 1 из 6")
    await igor.clicks("Дальше ›")
    await igor.waits_for("карточка 2 из 6")
    await igor.clicks("К результату")
    await igor.clicks("Ответить ещё раз")
    await igor.waits_for("вопрос 1 из 4")
    await igor.says("два")
    await igor.waits_for("Верно.")
    await igor.clicks("Дальше ›")
    await igor.waits_for("вопрос 3 из 4")
    await igor.says("9")
    await igor.waits_for("1–3")
    await igor.says("1")
    await igor.waits_for("Верно.")
    await igor.clicks("Дальше ›")
    await igor.waits_for("Пройдено: Что такое наставничество")


async def test_a_double_press_answers_nothing_else(house: House) -> None:
    await house.curator()
    igor = await learner(house)
    basics = modules(house)["basics"]
    await igor.clicks("▶")
    first = await igor.waits_for("карточка 1 из 6")
    onward = data_of(first, "Дальше ›")
    for _ in range(3):
        await igor.presses(first.id, onward)
    await house.settles()
    await igor.waits_for("карточка 2 из 6")
    await igor.says("/menu")
    await igor.clicks("🎓 Обучение")
    await igor.clicks("▶")
    await igor.waits_for("карточка 2 из 6")
    for number in range(2, 6):
        await igor.waits_for(f"карточка {number} из 6")
        await igor.clicks("Дальше ›")
    await igor.clicks("К вопросам")
    asked = await igor.waits_for("вопрос 1 из 4")
    wrong, right = "1", str(basics.questions[0].right + 1)
    for label in (wrong, right, wrong):
        await igor.presses(asked.id, data_of(asked, label))
    await house.settles()
    await igor.waits_for("Не совсем.")


async def test_the_letter_leads_to_the_training_and_the_nudges_end(house: House) -> None:
    await house.curator()
    igor = await comes(house, IGOR, state="applied")
    actor = await house.world.actor(IGOR)
    async with house.stage.parts.db.transaction() as tx:
        [mine] = await tx.participations.of_person(actor.person_id)
        await training_opening.opened(tx, await tx.get(Participation, mine.id))
    await house.settles()
    await igor.waits_for("Обучение наставников открыто")
    await igor.clicks("К обучению")
    await igor.waits_for("Обучение наставников · «Траектория»")
    await house.passes(days=30)
    nudges = [one for one in igor.letters if "Первый модуль ждёт" in one.text]
    assert len(nudges) == 2


async def test_the_curator_reads_the_log_and_reminds(house: House) -> None:
    anna = await house.curator()
    igor = await learner(house)
    basics = modules(house)["basics"]
    await igor.clicks("▶")
    await does(igor, basics)
    await igor.waits_for("Пройдено")
    await comes(house, MARAT, state="applied")
    await at_desk(anna)
    await anna.clicks("Ещё…")
    await anna.clicks("🎓 Обучение")
    await anna.waits_for("Наставников в журнале: 1, с сертификатом: 0")
    await anna.clicks("1 из 7 · сегодня")
    card = await anna.waits_for("✓ 1. Что такое наставничество · 4 из 4")
    assert "Объём пройденного: 10 мин" in card.text
    await anna.clicks("Напомнить")
    await anna.waits_for("Напоминание отправлено")
    await house.settles()
    await igor.waits_for("просит закончить обучение")
    await house.passes(hours=2)
    await anna.clicks("Напомнить")
    await anna.waits_for_alert("")
    await anna.clicks("Назад")
    await anna.waits_for("Журнал обучения")


async def test_a_mentee_finds_no_training(house: House) -> None:
    await house.curator()
    dima = await comes(house, DIMA)
    await dima.says("/menu")
    await dima.waits_for("Дима")
    assert not any("Обучение" in label for label in dima.buttons)

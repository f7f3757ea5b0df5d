"""A newcomer's first minutes, as conversations."""

from bot.domain.access import Role
from bot.usecases.consents import privacy
from sandbox.people import Person
from tests.town import House


async def at_consent(lena: Person, age: str = "14–17") -> None:
    await lena.clicks("Русский")
    await lena.clicks("Начать")
    await lena.clicks(age)
    await lena.waits_for("Сначала — о данных")


async def newcomer(house: House, role: Role = Role.MENTEE) -> Person:
    await house.curator()
    lena = await house.newcomer("Лена")
    await lena.starts(await house.link(role))
    await lena.waits_for("На каком языке говорить?")
    return lena


async def test_a_mentee_reads_agrees_and_gets_the_first_question(house: House) -> None:
    lena = await newcomer(house)
    assert lena.buttons == ["Русский", "English"]
    await lena.clicks("Русский")
    await lena.waits_for("программы наставничества «Траектория»")
    await lena.clicks("Что такое наставничество?")
    await lena.waits_for("встречи двоих")
    await lena.clicks("Назад")
    await lena.waits_for("Это бот программы")
    await lena.clicks("Начать")
    await lena.waits_for("Сколько тебе лет?")
    await lena.clicks("14–17")
    await lena.waits_for("Анна Петрова")
    await lena.clicks("Прочитать полностью")
    await lena.waits_for("ПРОСТЫМИ СЛОВАМИ")
    await lena.clicks("Назад")
    await lena.waits_for("Сначала — о данных")
    await lena.clicks("Согласиться")
    await lena.waits_for("Анкета · 1 из 11")
    assert len([one for one in lena.letters if one.by_bot]) == 1  # edited in place all along


async def test_the_consent_is_kept_with_its_version(house: House) -> None:
    lena = await newcomer(house)
    await at_consent(lena)
    await lena.clicks("Согласиться")
    await lena.waits_for("Анкета · 1 из 11")
    known = await privacy.known(house.stage.parts.db, await house.world.actor(lena.id))
    version = house.stage.parts.profile.consents["processing-minor"].version
    assert [(one.kind, one.version) for one in known.consents] == [("processing-minor", version)]


async def test_saying_not_now_keeps_nothing_and_leaves_the_door_open(house: House) -> None:
    lena = await newcomer(house)
    await at_consent(lena)
    await lena.clicks("Не сейчас")
    await lena.waits_for("о тебе ничего не записано")
    known = await privacy.known(house.stage.parts.db, await house.world.actor(lena.id))
    assert not known.consents
    assert known.name is None
    assert known.birth_year is None
    await lena.clicks("Вернуться к согласию")
    await lena.waits_for("Сначала — о данных")


async def test_the_age_may_be_typed(house: House) -> None:
    lena = await newcomer(house)
    await lena.clicks("Русский")
    await lena.clicks("Начать")
    await lena.waits_for("Сколько тебе лет?")
    await lena.says("не скажу")
    await lena.waits_for("Не получилось понять ответ")
    await lena.says("шестнадцать")
    await lena.waits_for("Сначала — о данных")


async def test_agreeing_twice_counts_once(house: House) -> None:
    lena = await newcomer(house)
    await at_consent(lena)
    letter = lena.letters[-1]
    agree = next(b["data"] for row in letter.inline for b in row if b["text"] == "Согласиться")
    await lena.presses(letter.id, agree)
    await lena.presses(letter.id, agree)
    await house.settles()
    known = await privacy.known(house.stage.parts.db, await house.world.actor(lena.id))
    assert len(known.consents) == 1
    assert "наша ошибка" not in "".join(one.text for one in lena.letters)


async def test_a_child_goes_to_the_guardian_before_any_question(house: House) -> None:
    lena = await newcomer(house)
    for label in ("Русский", "Начать", "До 14"):
        await lena.clicks(label)
    await lena.waits_for("До 14 лет решают мама, папа или опекун")
    assert "Согласиться" not in lena.buttons, "a child agrees to nothing"
    await lena.clicks("Понятно, дальше")
    await lena.waits_for("Сначала — согласие взрослых")
    assert "Переслать ссылку" in lena.buttons


async def test_a_mentor_is_not_asked_whether_he_is_a_child(house: House) -> None:
    igor = await newcomer(house, Role.MENTOR)
    await igor.clicks("Русский")
    await igor.clicks("Начать")
    await igor.waits_for("Сколько вам лет?")
    assert igor.buttons == ["14–17", "18 и старше", "‹ Назад"]


async def test_opening_the_link_again_goes_on_where_one_was(house: House) -> None:
    lena = await newcomer(house)
    await at_consent(lena)
    await lena.clicks("Согласиться")
    await lena.waits_for("Анкета · 1 из 11")
    await lena.starts(await house.link(Role.MENTEE))
    await lena.waits_for("Анкета · 1 из 11")


async def test_a_sticker_or_a_word_out_of_place_is_answered_kindly(house: House) -> None:
    lena = await newcomer(house)
    await lena.says("привет")
    await lena.waits_for("нажми кнопку")
    await lena.waits_for("На каком языке говорить?")


async def test_the_same_in_english(house: House) -> None:
    await house.curator()
    kate = await house.newcomer("Kate", language="en")
    await kate.starts(await house.link(Role.MENTEE))
    await kate.waits_for("Which language")
    await kate.clicks("English")
    await kate.waits_for("Here you can find a mentor")
    await kate.clicks("Let's start")
    await kate.clicks("18 or over")
    await kate.waits_for("First, about your data")
    await kate.clicks("I agree")
    await kate.waits_for("Your form · 1 of 11")


async def test_the_language_changes_on_the_welcome(house: House) -> None:
    lena = await newcomer(house)
    await lena.clicks("Русский")
    await lena.waits_for("Это бот программы")
    await lena.clicks("English")
    await lena.waits_for("This is the bot of the mentoring programme")
    await lena.clicks("Русский")
    await lena.waits_for("Это бот программы")


async def test_a_young_mentor_is_addressed_informally_from_the_consent_on(house: House) -> None:
    oleg = await newcomer(house, Role.MENTOR)
    await at_consent(oleg)
    assert "твои ответы" in oleg.sees
    await oleg.clicks("Согласиться")
    await oleg.waits_for("Как тебя зовут?")

"""Each role's whole way in, from the link to the approval, over HTTP and across a restart.

A walk is a table of what each of its people does in turn. A step is a button to press; "> words"
are typed; "= words" must stand on the screen. All presses and typed answers are counted, and the
link that is opened counts as a press.
"""

from dataclasses import dataclass, field

import pytest

from bot.domain.access import Role
from bot.domain.participations import ParticipationState
from bot.domain.selection import Stage
from tests.dialogs.cast import at_desk
from tests.dialogs.test_intake import MOST_TAPS, MOST_TYPED, REST, Hand, participation, restarts
from tests.dialogs.test_training import COURSE, does, modules
from tests.learning import passes
from tests.town import House
from tests.village import Member, Village

RESTART, TRAINING = "(the bot is started anew)", "(the training)"
ME, GUARDIAN, CURATOR = "me", "guardian", "curator"
Turn = tuple[str, tuple[str, ...]]  # who, and what they do


@dataclass(frozen=True)
class Walk:
    role: Role
    turns: tuple[Turn, ...]
    language: str = "ru"
    most: dict[str, tuple[int, int]] = field(default_factory=dict)  # taps, typed answers


LIMITS = {ME: (MOST_TAPS, MOST_TYPED), GUARDIAN: (5, 1)}  # of the guardian: the name
MENTOR_LIMITS = {ME: (30, MOST_TYPED)}

PAPERS: Turn = (
    CURATOR,
    (
        "Документы", "Отметить: Паспорт", "Сегодня", "Да, документ у меня",
        "= ✓ Паспорт: показан 13 марта",
        "Отметить: Справка", "> вчера", "= какой номер", "> 074/123456-Е",
        "= сообщение с ним убрано", "Да, документ у меня", "= действует до", "Назад",
        "= ✓ Документы",
    ),
)  # fmt: skip
INTERVIEW: Turn = (
    CURATOR,
    (
        "Собеседование", "Ничего не насторожило", "Без заметки", "Рекомендую",
        "= ✓ Собеседование",
    ),
)  # fmt: skip
OPENED: Turn = (CURATOR, ("Заявки", "= 📝 Заявки", "Игорь Сафонов", "= Категория"))

WALKS = {
    "a pupil of sixteen with a guardian": Walk(
        Role.MENTEE,
        (
            (
                ME,
                (
                    "Русский", "Начать", "14–17", "Согласиться",
                    "> Лена Кузнецова", "= Дата рождения?", "> 12 марта 2014", "Колледж",
                    "= Класс или группа?", "> ПО-21", "= С чем поможет наставник?",
                    "Математика", RESTART, "Дальше ›", "Спорт", "Дальше ›", "Спокойный", "Дальше ›",
                    "= Когда тебе удобно", "Все вечера", "Дальше ›", "Очно", "Дальше ›",
                    "Пропустить", "Пропустить", "= Проверь ответы", "Отправить",
                    "= До 18 лет нужно согласие", "Переслать ссылку",
                ),
            ),
            (
                GUARDIAN,
                (
                    "Русский", "= Лена Кузнецова", "Перейти к согласию", "> Ольга Кузнецова",
                    "= Согласие даёт: Ольга Кузнецова", "Согласиться", "= согласие получено",
                ),
            ),
            (ME, ("= Согласие родителя получено",)),
            (CURATOR, ("Заявки", "Лена Кузнецова", "= согласие родителя получено", "Принять")),
            (ME, ("= Тебя приняли",)),
        ),
        most=LIMITS,
    ),
    "a pupil with a guardian, in English": Walk(
        Role.MENTEE,
        (
            (
                ME,
                (
                    "English", "Let's start", "14–17", "I agree", "> Kate Orlova",
                    "= When were you born?", "> 12 March 2014", "= Where do you study?", "School",
                    "> 10B", "= What would you like help with?", "Physics", "Next ›", RESTART,
                    "Skip", "Skip", "= When could you meet?", "> Tue evening", "Next ›",
                    "Online", "Next ›", "Skip", "Skip", "Send", "= one step is left",
                    "Get the link to pass on",
                ),
            ),
            (
                GUARDIAN,
                (
                    "English", "= Kate Orlova", "Go on to the consent", "> Olga Orlova",
                    "= Consent given by: Olga Orlova", "I agree", "= we have your consent",
                ),
            ),
            (ME, ("= consent is here",)),
            (CURATOR, ("Заявки", "Kate Orlova", "Принять")),
            (ME, ("= You are in",)),
        ),
        language="en",
        most=LIMITS,
    ),
    "an adult from outside becomes a mentor": Walk(
        Role.MENTOR,
        (
            (
                ME,
                (
                    "Русский", "Начать", "18 и старше", "Согласиться", "> Игорь Сафонов",
                    "= Год рождения?", "> 1985", "= в программе?", "С предприятия",
                    "> ЧТЗ, инженер", "Нет", RESTART, *REST, "= ответы", "Отправить",
                    "= Анкета отправлена",
                ),
            ),
            OPENED,
            PAPERS,
            INTERVIEW,
            (ME, (TRAINING,)),
            (CURATOR, ("Назад", "Игорь Сафонов", "= ✓ Обучение", "Принять", "= заявка принята")),
            (ME, ("= Анкета одобрена",)),
        ),
        most=MENTOR_LIMITS,
    ),
    "an alumnus becomes a mentor": Walk(
        Role.MENTOR,
        (
            (
                ME,
                (
                    "Русский", "Начать", "18 и старше", "Согласиться", "> Игорь Сафонов",
                    "= Год рождения?", "> 1985", "= в программе?", "Из выпускников",
                    "> завод, мастер", "Нет", *REST, "= ответы", RESTART, "Отправить",
                    "= Анкета отправлена",
                ),
            ),
            OPENED,
            PAPERS,
            INTERVIEW,
            (CURATOR, ("История", "Обучение пройдено очно", "Принять", "= заявка принята")),
            (ME, ("= Анкета одобрена",)),
        ),
        most=MENTOR_LIMITS,
    ),
}


class Company:
    """The people of a walk."""

    def __init__(self, house: House, walk: Walk) -> None:
        self.house, self.walk = house, walk
        self.hands: dict[str, Hand] = {}

    async def gather(self) -> None:
        self.hands[CURATOR] = Hand(await self.house.curator())
        link = await self.house.link(self.walk.role)
        await self._comes(ME, link)
        await at_desk(self.hands[CURATOR].person)

    async def _comes(self, who: str, link: str) -> None:
        person = await self.house.newcomer(who, language=self.walk.language)
        self.hands[who] = Hand(person, taps=[link])
        await person.starts(link)

    async def goes(self, who: str, steps: tuple[str, ...]) -> None:
        if who not in self.hands:  # the newest message of the minor is the one to pass on
            await self._comes(who, await self._passed_on())
        hand = self.hands[who]
        for step in steps:
            if step == RESTART:
                await restarts(self.house)
            elif step == TRAINING:
                await self._learns(hand)
            elif step.startswith("> "):
                hand.typed.append(step)
                await hand.person.says(step[2:])
            elif step.startswith("= "):
                await self.house.settles()
                await hand.person.waits_for(step[2:])
            else:
                await hand.presses(step)

    async def _passed_on(self) -> str:
        await self.house.settles()
        return next(one.links[0] for one in reversed(self.hands[ME].person.letters) if one.links)

    async def _learns(self, hand: Hand) -> None:
        """All but the last module by use cases: a test of the training presses each button."""
        parts, me = self.house.stage.parts, await participation(self.house, hand.person)
        village = Village(parts.db, parts.profile, self.house.stage.wall)
        *first, last = COURSE
        for key in first:
            await passes(village, Member(hand.person.id, me.person_id, me.id), key)
        await self.house.settles()
        await hand.person.says("/where")
        await hand.person.waits_for("• Обучение — ждём вас")
        await hand.person.clicks("К обучению")
        await hand.person.clicks("▶")
        await does(hand.person, modules(self.house)[last])
        await hand.person.waits_for("Всё обучение пройдено")


@pytest.mark.parametrize("name", WALKS)
async def test_from_the_link_to_the_approval(house: House, name: str) -> None:
    walk = WALKS[name]
    company = Company(house, walk)
    await company.gather()
    for who, steps in walk.turns:
        await company.goes(who, steps)
    came = await participation(house, company.hands[ME].person)
    assert came.state is ParticipationState.APPROVED
    if walk.role is Role.MENTOR:
        assert came.stage is Stage.TRAINED
    for who, (taps, typed) in walk.most.items():
        hand = company.hands[who]
        assert len(hand.taps) <= taps, hand.taps
        assert len(hand.typed) <= typed, hand.typed

"""A wave that is over, with answers by people who were never there: rows as the bot writes them."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.domain.absences import HARD_TO_SAY
from bot.domain.access import Role
from bot.domain.consents import required
from bot.domain.people import AgeBand, Consent, Person
from bot.domain.programmes import Programme
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Likert, Multiple, Option, Scale, Single, Text
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import Wave, WaveState
from bot.domain.words import Words
from bot.storage.database import Database


def say(ru: str, en: str) -> Words:
    return Words.of({"ru": ru, "en": en})


STEPS = tuple(
    say(*one) for one in (("нет", "no"), ("скорее нет", "rather no"), ("скорее да", "rather yes"),
                          ("да", "yes"))
)  # fmt: skip


def options(*labels: tuple[str, str]) -> tuple[Option, ...]:
    return tuple(Option(f"o{n}", say(*label)) for n, label in enumerate(labels))


QUESTIONNAIRE = Questionnaire(
    key="how-it-goes",
    version=1,
    title=say("Как идут дела", "How it goes"),
    audience="mentee",
    scales=(("trust", say("Доверие", "Trust")),),
    items=(
        Item("useful", Scale(), say("Насколько полезны встречи?", "How useful are the meetings?"),
             hard_to_say=True),
        Item("open", Likert(labels=STEPS), say("Можно говорить открыто", "One can speak openly"),
             scale="trust"),
        Item("heard", Likert(labels=STEPS), say("Меня слышат", "I am heard"), scale="trust"),
        Item("closed", Likert(labels=STEPS), say("Мне неловко", "I feel awkward"), scale="trust",
             reversed=True),
        Item("best", Single(choices=options(("Учёба", "Studies"), ("Проект", "Project"),
             ("Разговоры", "Talks"))), say("Что самое ценное?", "What is most valuable?")),
        Item("topics", Multiple(choices=options(("Физика", "Physics"), ("Химия", "Chemistry"))),
             say("О чём говорили?", "What did you talk about?"), optional=True),
        Item("words", Text(), say("Что добавить?", "What else?"), optional=True),
    ),
)  # fmt: skip

Answer = Callable[[random.Random, int], dict[str, Any]]


def _step(chance: random.Random, mood: int) -> int:
    return 1 + 2 * mood + chance.choice((0, 0, 1))


def usual(chance: random.Random, n: int) -> dict[str, Any]:
    mood = chance.choice((0, 0, 1, 1))
    useful: Any = chance.randint(4, 7) + 3 * mood
    return {
        "useful": dict(HARD_TO_SAY) if n % 12 == 11 else useful,
        "open": _step(chance, mood),
        "heard": _step(chance, mood),
        "closed": 5 - _step(chance, mood),
        "best": chance.choice(("o0", "o1", "o2")),
        "topics": None if n % 10 == 9 else {"options": ["o0", "o1"][: 1 + mood], "own": None},
        "words": f"{n}: 5 < 7 & 8" if n % 2 else None,
    }


@dataclass(frozen=True)
class Answered:
    wave_id: UUID
    people: tuple[UUID, ...]
    given: tuple[dict[str, Any], ...]


async def answered(
    db: Database,
    programme_id: UUID,
    curator_id: UUID,
    *,
    people: int = 30,
    mentors: int = 10,
    questionnaire: Questionnaire = QUESTIONNAIRE,
    of: tuple[UUID, ...] = (),
    answer: Answer = usual,
    state: WaveState = WaveState.CLOSED,
    seed: int = 1,
    days_ago: int = 1,
    consenting: int | None = None,
    unfinished: int = 0,
) -> Answered:
    """`of`: the people of another wave; `consenting`: how many new ones agreed to everything;
    `unfinished`: how many, the first, were still answering when the wave closed."""
    chance = random.Random(seed)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        kept = await tx.surveys.keep(questionnaire)
        over = tx.now - timedelta(days=days_ago)
        wave = Wave(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            questionnaire_id=kept,
            opened_at=over - timedelta(days=10),
            opened_by=curator_id,
            closes_at=over if state is WaveState.CLOSED else tx.now + timedelta(days=5),
            state=state,
            closed_at=over if state is WaveState.CLOSED else None,
            days=10,
        )
        known = [
            Person(locale="ru", created_at=over, age_band=AgeBand.ADULT)
            for _ in range(people - len(of))
        ]
        tx.add_all([wave, *known])
        await tx.flush()
        ids = (*of, *(one.id for one in known))
        given = []
        for n, person_id in enumerate(ids):
            answers = answer(chance, n)
            given.append(answers)
            tx.add(
                Response(
                    organisation_id=programme.organisation_id,
                    programme_id=programme_id,
                    person_id=person_id,
                    questionnaire_id=kept,
                    wave_id=wave.id,
                    state=ResponseState.CLOSED if n < unfinished else ResponseState.FINISHED,
                    answers=answers,
                    seconds=dict.fromkeys(answers, 4.0),
                    started_at=over,
                    finished_at=over,
                    touched_at=over,
                    role=Role.MENTOR if n < mentors else Role.MENTEE,
                    form="student_student",
                )
            )
        for person in known[: consenting if consenting is not None else len(known)]:
            for kind in required(AgeBand.ADULT):
                tx.add(
                    Consent(
                        person_id=person.id, organisation_id=programme.organisation_id, kind=kind,
                        version="1", text_hash="0" * 64, locale="ru", channel="bot",
                        given_by=person.id, given_at=over,
                    )
                )  # fmt: skip
        return Answered(wave.id, ids, tuple(given))

"""Odd texts as names and answers: no refused call, and shown is what was typed.

Some hundreds of them; a thousand with `make soak`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.access import Actor
from bot.domain.errors import Refusal
from bot.domain.questionnaires import Item
from bot.domain.questions import Multiple
from bot.usecases.applications import applications
from bot.usecases.joining import intake
from bot.usecases.monitoring import surveys
from sandbox import people_of_demo as demo
from sandbox.seed_selection import select
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import Impossible
from sandbox.world import World
from tests.lengths import length
from tests.load.conftest import Open
from tests.load.square import Square
from tests.load.strings import strings
from tests.soak.crowd import Persona

PEOPLE = 40
NUMBER = length(400, 1000)
TYPED = ("name", "workplace", "about")  # questions answered in one's own words
SHOWN = 100  # so much of an answer is shown at least


@dataclass
class Typist:
    """Somebody at the review of the form, who corrects one answer after another."""

    persona: Persona
    me: Actor
    items: Sequence[Item]

    def number_of(self, key: str) -> str:
        return str([item.key for item in self.items].index(key) + 1)


def _in_one_line(text: str) -> str:
    """What has to be seen of an answer: all of a usual one, the beginning of a long one."""
    return " ".join(text.split())[:SHOWN]


def _newest(here: Square, account: int) -> Message:
    messages = here.telegram.people.get(account).chat.messages
    return next(m for m in reversed(messages.values()) if m.sender["is_bot"])


def _say(here: Square, account: int, text: str) -> str:
    """What the messenger passes on; a client does not send an empty message, so a word instead."""
    try:
        return here.telegram.people.say(account, text).text
    except Impossible:
        return here.telegram.people.say(account, "слово").text


async def _at_the_review(here: Square) -> list[Typist]:
    """Everybody has answered everything and looks at the review."""
    world = World(here.stage)
    rest: dict[str, str | list[str]] = {
        "competences": ["maths"], "capacity": "2", "formats": ["online"], "free_time": ["mon-day"],
        "hours": "up-to-4", "about": "о себе",
    }  # fmt: skip
    typists = []
    for account, persona in here.crowd.people.items():
        me = await world.actor(account)
        screen = await surveys.screen(here.stage.parts.db, me, response_id=persona.response_id)
        for item in screen.questionnaire.items:
            if item.key in rest and isinstance(rest[item.key], list):
                rest[item.key] = [item.kind.options()[0].value]
        await world.fill(me, persona.response_id, rest)
        screen = await surveys.screen(here.stage.parts.db, me, response_id=persona.response_id)
        assert screen.item is None
        typists.append(Typist(persona, me, screen.shown))
        here.telegram.people.start(account, persona.token)
    await here.quiet()
    return typists


async def test_odd_texts_are_kept_and_shown_as_they_were_typed(square: Open) -> None:
    async with square(people=PEOPLE) as here:
        db, lexicon = here.stage.parts.db, World(here.stage).lexicon
        say = here.telegram.people.say
        typists = await _at_the_review(here)
        texts = list(strings(NUMBER, seed=1))
        accepted = 0
        for first in range(0, NUMBER, PEOPLE):
            batch = list(zip(typists, texts[first : first + PEOPLE], strict=False))
            key = TYPED[first // PEOPLE % len(TYPED)]
            for typist, _ in batch:
                say(typist.persona.account, typist.number_of(key))
            await here.quiet()
            wanted: dict[int, str | None] = {}
            for typist, text in batch:
                account = typist.persona.account
                typed = _say(here, account, text)
                item = next(item for item in typist.items if item.key == key)
                try:
                    wanted[account] = item.kind.accept(typed, lexicon)
                except Refusal:
                    wanted[account] = None
            await here.quiet()
            for typist, _ in batch:
                account, persona = typist.persona.account, typist.persona
                answer = wanted[account]
                if _typed_a_command(here, account):
                    here.telegram.people.start(account, persona.token)
                    say(account, "слово")  # the question is still open
                    continue
                if answer is None:
                    assert _newest(here, account).text
                    say(account, "слово")
                    continue
                accepted += 1
                screen = await surveys.screen(db, typist.me, response_id=persona.response_id)
                assert screen.answers[key] == answer
                assert _in_one_line(answer) in _newest(here, account).text
            await here.quiet()
        assert accepted > NUMBER / 3
        assert here.refused == []
        await _as_an_application(here, typists)


def _typed_a_command(here: Square, account: int) -> bool:
    """A text like `/start` means something else than an answer."""
    messages = here.telegram.people.get(account).chat.messages
    said = next(m for m in reversed(messages.values()) if not m.sender["is_bot"])
    return said.text.startswith("/")


async def _as_an_application(here: Square, typists: Sequence[Typist]) -> None:
    """The same people in the curator's queue: names in lists, on cards, in letters."""
    stage = here.stage
    for typist in typists:
        await intake.send_form(
            stage.parts.db,
            typist.me,
            participation_id=typist.persona.participation_id,
            profile=stage.parts.profile,
        )
    anna = await World(stage).actor(demo.CURATOR)
    here.telegram.people.say(demo.CURATOR, "/menu")
    await here.quiet()
    for _ in range(3):
        await _press_everything(here, demo.CURATOR)
    engineer = demo.mentors(stage.wall().year)[0]
    for typist in typists:
        db, profile = stage.parts.db, stage.parts.profile
        ready = replace(engineer, account=typist.persona.account)
        await select(db, anna, ready, typist.persona.participation_id, profile)
        await applications.approve(
            db, anna, participation_id=typist.persona.participation_id, profile=profile
        )
    await stage.tick()
    assert [one for one in here.refused if "not modified" not in one[1]] == []


async def _press_everything(here: Square, account: int) -> None:
    """Each button of the newest screen once, and each screen that opens is drawn."""
    first = _newest(here, account)
    for data in _buttons(first):
        shown = _newest(here, account)
        if shown.id == first.id and data in _buttons(shown):
            here.telegram.people.press(account, shown.id, data)
            await here.quiet()


def _buttons(message: Message) -> list[str]:
    rows = (message.inline or {"inline_keyboard": []})["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


async def test_odd_texts_as_own_words_of_a_choice_are_kept_and_make_labels_that_are_taken(
    square: Open,
) -> None:
    async with square(people=20) as here:
        await here.forms_open()
        db, lexicon = here.stage.parts.db, World(here.stage).lexicon
        texts = [text for text in strings(NUMBER, seed=2) if not text.startswith("/")]
        actors = {account: await World(here.stage).actor(account) for account in here.crowd.people}
        kept: dict[int, Any] = dict.fromkeys(here.crowd.people)
        for first in range(0, len(texts), len(kept)):
            for account, text in zip(kept, texts[first : first + len(kept)], strict=False):
                response_id = here.crowd.people[account].response_id
                screen = await surveys.screen(db, actors[account], response_id=response_id)
                assert screen.item is not None
                assert isinstance(screen.item.kind, Multiple)
                typed = _say(here, account, text)
                try:
                    kept[account] = screen.item.kind.toggle(kept[account], typed, lexicon)
                except Refusal:
                    continue
            await here.quiet()
            for account, wanted in kept.items():
                response_id = here.crowd.people[account].response_id
                screen = await surveys.screen(db, actors[account], response_id=response_id)
                assert screen.chosen == wanted
        assert here.refused == []

"""A crowd in the middle of a form, whose every press and word leaves a mark that can be counted.

Each persona is at a multiple choice. A button says what is to be ticked, so that a double tap is
harmless; the crowd presses the value alone, which toggles: lost or done twice, it shows. Own words
are numbered: out of order, it shows. Every screen the bot draws is compared with what it may be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.notice_kinds import plan
from bot.domain.people import AgeBand
from bot.domain.questions.base import OFF, ON
from bot.domain.responses import Response
from bot.storage.database import Database
from bot.storage.tables import responses
from bot.usecases.joining import intake
from bot.usecases.monitoring import surveys
from bot.usecases.programme import programmes
from sandbox import people_of_demo as demo
from sandbox.stage import Stage
from sandbox.telegram.chats import Message
from sandbox.world import World

FIRST = 5001
ITEM = "competences"
OPTIONS = ("maths", "physics", "english", "coding", "drawing")
WORD = "тема"
LETTER = "guardian-agreed"  # may be repeated when in doubt; tells everybody in a form the same
Seen = tuple[frozenset[str], int]  # what is ticked, number of the own words


@dataclass
class Persona:
    account: int
    person_id: UUID
    organisation_id: UUID
    participation_id: UUID
    response_id: UUID
    token: str
    truth: list[Seen] = field(default_factory=lambda: [(frozenset(), 0)])  # after each update
    shown: list[Seen] = field(default_factory=list)

    def reached(self) -> Iterator[int]:
        """To which update each screen belongs; fails on one that can belong to none in order."""
        at = 0
        for number, screen in enumerate(self.shown):
            try:
                at = next(k for k in range(at, len(self.truth)) if self.truth[k] == screen)
            except StopIteration:
                raise AssertionError(
                    f"screen {number} of {self.account} shows {screen}, which is not true after"
                    f" any update from {at} on: {self.truth[at:]}; screens {self.shown}"
                ) from None
            yield at


class Crowd:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.people: dict[int, Persona] = {}
        self._words = 0

    async def gather(self, size: int) -> None:
        """Everybody is invited, has agreed and filled the form up to the multiple choice."""
        world = World(self._stage)
        stage, db, profile = self._stage, self._stage.parts.db, self._stage.parts.profile
        stage.telegram.people.add(id=demo.CURATOR, first_name="Anna", started=True)
        await world.open(demo.CURATOR, await stage.invite(Role.CURATOR, demo.ORGANISATION))
        anna = await world.actor(demo.CURATOR)
        await programmes.introduce_curator(db, anna, name=demo.CURATOR_NAME)
        today = stage.wall().date()
        world.programme_id = await programmes.create(
            db, anna, name=demo.PROGRAMME, forms=["employer_learner"],
            starts_on=today, ends_on=today + timedelta(days=200),
        )  # fmt: skip
        token = ""
        for account in range(FIRST, FIRST + size):
            if (account - FIRST) % 50 == 0:  # a link lets in only so many
                token = await world.link(Role.MENTOR)
            stage.telegram.people.add(id=account, first_name=f"P{account}", started=True)
            opened = await world.open(account, token)
            assert opened.participation_id is not None
            me = await world.actor(account)
            await intake.agree(
                db, me, participation_id=opened.participation_id, band=AgeBand.ADULT,
                profile=profile, channel="telegram",
            )  # fmt: skip
            response_id = await intake.form_of(db, me, participation_id=opened.participation_id)
            for key, raw in (
                ("name", f"Лицо {account}"),
                ("birth_year", "1985"),
                ("kind", "employer"),
                ("workplace", "Завод"),
                ("own_children", "no"),
            ):
                await surveys.answer(
                    db, me, response_id=response_id, key=key, raw=raw, lexicon=world.lexicon
                )
            self.people[account] = Persona(
                account, opened.person_id, me.assignments[0].organisation_id,
                opened.participation_id, response_id, token,
            )  # fmt: skip
        self._watch()

    def open_forms(self) -> None:
        """Everybody presses Start with the link again: the bot goes on with the form."""
        for persona in self.people.values():
            self._stage.telegram.people.start(persona.account, persona.token)

    @property
    def all_see_the_form(self) -> bool:
        return all(self._screen(account) is not None for account in self.people)

    def act(self, chance: Random) -> None:
        """Somebody presses or writes; who sees no button at the moment leaves it to another."""
        while True:
            persona = self.people[chance.choice(list(self.people))]
            ticked, _ = persona.truth[-1]
            if chance.random() < 0.15:
                self._words += 1
                self._stage.telegram.people.say(persona.account, f"{WORD} {self._words}")
                persona.truth.append((ticked, self._words))
                return
            if self.presses(persona.account, chance.choice(OPTIONS)):
                return

    def presses(self, account: int, option: str) -> bool:
        """Whether there was such a button at the moment."""
        persona, found = self.people[account], self._screen(account)
        if found is None:
            return False
        message, buttons = found
        if option not in buttons:
            return False
        telegram = self._stage.telegram
        telegram.updates.put(
            "callback_query",
            {
                "id": telegram.new_query(account),
                "from": telegram.people.get(account).api(),
                "message": message.api(),
                "chat_instance": "1",
                "data": buttons[option].replace(f"{ITEM}:{ON}", f"{ITEM}:").replace(
                    f"{ITEM}:{OFF}", f"{ITEM}:"
                ),
            },
            lane=account,
        )
        ticked, word = persona.truth[-1]
        persona.truth.append((ticked ^ {option}, word))
        return True

    @property
    def acts(self) -> int:
        return sum(len(persona.truth) - 1 for persona in self.people.values())

    async def plan_letters(self, db: Database, number: int, over: timedelta) -> None:
        """Letters that fall due one after another within the time."""
        everybody = list(self.people.values())
        async with db.transaction() as tx:
            await tx.notices.plan(
                *(
                    plan(
                        LETTER,
                        to=persona.person_id,
                        subject=persona.participation_id,
                        organisation_id=persona.organisation_id,
                        due_at=tx.now + over * n / number,
                    )
                    for n in range(number)
                    for persona in [everybody[n % len(everybody)]]
                )
            )

    def sees(self, account: int) -> Seen | None:
        """What the newest screen shows."""
        found = self._screen(account)
        return None if found is None else _drawn(found[0])

    async def kept(self, db: Database) -> dict[int, Seen]:
        """What the database has in the end."""
        by_id = {persona.response_id: persona.account for persona in self.people.values()}
        async with db.reading() as tx:
            rows = await tx._session.scalars(
                select(Response).where(responses.c.id.in_(by_id))
            )
            chosen = {by_id[row.id]: row.chosen(ITEM) for row in rows}
        return {
            account: (frozenset(), 0)
            if draft is None
            else (frozenset(draft["options"]), _number(draft["own"]))
            for account, draft in chosen.items()
        }

    def _screen(self, account: int) -> tuple[Message, dict[str, str]] | None:
        """The newest message with the question on it, and its buttons by option."""
        messages = self._stage.telegram.people.get(account).chat.messages
        for message in reversed(messages.values()):
            buttons = {_value(data): data for data, _ in _buttons(message)}
            if buttons:
                return message, buttons
        return None

    def _watch(self) -> None:
        show = self._stage.telegram.show

        def watched(kind: str, message: Message) -> None:
            show(kind, message)
            persona = self.people.get(message.chat.id)
            drawn = _drawn(message)
            if persona is not None and drawn is not None:
                persona.shown.append(drawn)

        self._stage.telegram.show = watched  # type: ignore[method-assign]  # looks over the shoulder


def _drawn(message: Message) -> Seen | None:
    """What the message shows; None when the question is not on it."""
    buttons = _buttons(message)
    if not buttons:
        return None
    own = next((label for data, label in buttons if _value(data) == "own"), None)
    ticked = {_value(data) for data, label in buttons if label[0] == "☑"}
    return frozenset(ticked - {"own"}), _number(own)


def _value(data: str) -> str:
    """The option of a button, without what its press would lead to."""
    return data.rpartition(":")[2].lstrip(ON + OFF)


def _buttons(message: Message) -> list[tuple[str, str]]:
    """(data, label) of the buttons of the question."""
    inline: dict[str, Any] | None = message.inline
    return [
        (button["callback_data"], button["text"])
        for row in (inline or {}).get("inline_keyboard", ())
        for button in row
        if f"{ITEM}:" in button.get("callback_data", "")
    ]


def _number(own: str | None) -> int:
    """The number in own words; 0 for none, -1 for words of another kind."""
    if not own:
        return 0
    number = own.rpartition(" ")[2]
    return int(number) if number.isascii() and number.isdigit() else -1

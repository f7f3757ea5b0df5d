"""Answering, refusing, leaving, closing, extending, reminding and delivering in any order.

Each person of a wave is one interleaving: what they do and when is drawn by lot, and so are the
moments at which the deliverer takes letters in hand and at which it carries them. Judged is every
letter at the moment it goes on the wire, by the rows, with this file's own reading of the rule:
none after an end of any kind, at most three reminders, letters about one survey 48 hours apart.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Actor, Assignment, Role
from bot.domain.errors import Refusal
from bot.domain.notices import Notice, NoticeState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person, Tone
from bot.storage import tables as t
from bot.storage.outgoing import Outcome, Outgoing
from bot.usecases.consents import privacy
from bot.usecases.letters import Desk, compose
from bot.usecases.monitoring import handing_in, inviting, surveys, wave_plans, waves
from tests.lengths import length
from tests.village import Curator, Village

PEOPLE = 100  # of one wave
WORLDS = length(3, 100)
ROUNDS = 40
SURVEY = ("survey-invitation", "survey-reminder")
GIVEN = {"useful": "7", "comfort": "8", "often": "weekly", "glad": "yes"}


@dataclass
class Crowd:
    """A wave, its people, and the letters of it that a deliverer has in hand."""

    village: Village
    anna: Curator
    people: list[Actor]
    wave_id: UUID
    outgoing: Outgoing
    dice: random.Random
    in_hand: list[Notice] = field(default_factory=list)
    wire: dict[UUID, list[tuple[str, datetime]]] = field(default_factory=dict)
    ended: set[UUID] = field(default_factory=set)  # people to whom nothing may be said any more

    async def responses(self) -> dict[UUID, UUID]:
        r = t.responses.c
        async with self.village.db.reader.connect() as connection:
            query = select(r.person_id, r.id).where(r.wave_id == self.wave_id)
            return {person: id_ for person, id_ in await connection.execute(query)}

    async def act(self, me: Actor, response_id: UUID) -> None:
        """One of what a person may do; a refusal by the programme is an answer too."""
        what = self.dice.choices(("answer", "finish", "refuse", "leave"), (4, 4, 2, 1))[0]
        db = self.village.db
        try:
            if what == "answer":
                screen = await surveys.screen(db, me, response_id=response_id)
                if screen.item is not None and screen.item.key in GIVEN:
                    await self.village.taps(
                        me, response_id, screen.item.key, GIVEN[screen.item.key]
                    )
            elif what == "finish":
                await self.village.writes(response_id, {**GIVEN})
                async with db.transaction() as tx:
                    response, _ = await tx.surveys.to_answer(response_id)
                    if response.open:
                        form = await tx.surveys.version(response.questionnaire_id)
                        await handing_in.hand_in(tx, response, form)
                        self.ended.add(me.person_id)
            elif what == "refuse":
                await handing_in.refuse(db, me, response_id=response_id)
                self.ended.add(me.person_id)
            else:
                [held] = me.assignments
                await privacy.withdraw(db, me, organisation_id=held.organisation_id)
                self.ended.add(me.person_id)
        except Refusal:
            return

    async def claim(self) -> None:
        claimed = [n for n in await self.outgoing.claim(500)]
        async with self.village.db.reading() as tx:
            letters = await compose(Desk(tx, self.village.profile), claimed)
        now = self.village.wall()
        self.in_hand += [one for one in claimed if one.id in letters]
        await self.outgoing.settle(
            *(Outcome(n, NoticeState.SKIPPED, now) for n in claimed if n.id not in letters)
        )

    async def carry(self, share: float) -> None:
        taken = [one for one in self.in_hand if self.dice.random() < share]
        self.in_hand = [one for one in self.in_hand if one not in taken]
        sent: list[Outcome] = []
        for notice in taken:
            if await self.outgoing.mark(notice):
                self.judge(notice)
                state = self.dice.choices(
                    (NoticeState.SENT, NoticeState.UNCERTAIN, NoticeState.FAILED), (20, 1, 1)
                )[0]
                if state is NoticeState.FAILED and notice.kind in SURVEY:  # it has not arrived
                    self.wire[notice.to].pop()
                sent.append(Outcome(notice, state, self.village.wall(), tried=True))
        await self.outgoing.settle(*sent)

    def judge(self, notice: Notice) -> None:
        if notice.kind not in SURVEY:
            return
        now, said = self.village.wall(), self.wire.setdefault(notice.to, [])
        assert notice.to not in self.ended, f"{notice.kind} after the end"
        if said:
            assert now - said[-1][1] >= timedelta(hours=48), f"{notice.kind} too soon: {said}"
        said.append((notice.kind, now))
        reminders = sum(kind == "survey-reminder" for kind, _ in said)
        assert reminders <= 3, said
        assert len(said) - reminders <= 1, said

    async def steer(self, round_: int) -> None:
        """The curator extends, sometimes twice, and closes at last."""
        me = await self.village.actor(self.anna)
        if self.dice.random() < 0.1:
            try:
                await waves.extend(self.village.db, me, wave_id=self.wave_id, days=3)
            except Refusal:
                return
        if round_ > ROUNDS * 0.7 and self.dice.random() < 0.15:
            await waves.close_now(self.village.db, me, wave_id=self.wave_id)
            self.ended |= {one.person_id for one in self.people}

    async def is_over(self) -> None:
        """Closed by its date, too."""
        if await inviting.close_due(self.village.db):
            self.ended |= {one.person_id for one in self.people}


async def crowd(village: Village, seed: int) -> Crowd:
    anna = await village.curator(f"Школа {seed}", f"Путь {seed}")
    held = Assignment(Role.MENTEE, anna.organisation_id, anna.programme_id)
    people = []
    async with village.db.transaction() as tx:
        for n in range(PEOPLE):
            tone = Tone.TY if n % 2 else Tone.VY
            person = Person(locale="ru", name=f"Некто {n}", created_at=tx.now, tone=tone)
            tx.add(person)
            people.append(Actor(person.id, "ru", tone, (held,)))
        await tx.flush()
        for one in people:
            participation = Participation(
                organisation_id=anna.organisation_id, programme_id=anna.programme_id,
                person_id=one.person_id, role=Role.MENTEE, created_at=tx.now,
            )  # fmt: skip
            participation.state = ParticipationState.APPROVED
            tx.add(participation)
    me = await village.actor(anna)
    await wave_plans.change(
        village.db, me, programme_id=anna.programme_id, key=waves.HALF_WAY,
        profile=village.profile, alone=True,
    )  # fmt: skip
    wave_id = await village.opens_wave(anna, days=14)
    while await inviting.look(village.db, village.profile):
        pass
    outgoing = Outgoing(village.db, "deliverer")
    return Crowd(village, anna, people, wave_id, outgoing, random.Random(seed))


async def lived(village: Village, seed: int) -> Crowd:
    made = await crowd(village, seed)
    mine = await made.responses()
    assert len(mine) == PEOPLE
    for round_ in range(ROUNDS):
        village.later(hours=made.dice.choice((1, 5, 11, 26)))
        await made.is_over()
        await inviting.remind_due(village.db, village.profile)
        await made.claim()
        await acts(made, mine)
        await made.carry(0.6)
        await acts(made, mine)
        await made.steer(round_)
        await made.carry(0.8)
    return made


async def acts(made: Crowd, mine: dict[UUID, UUID]) -> None:
    """A few people at once do something."""
    awake: Sequence[Actor] = made.dice.sample(made.people, 2)
    for one in awake:
        await made.act(one, mine[one.person_id])


@pytest.mark.parametrize("seed", range(WORLDS))
async def test_no_letter_after_the_end_and_never_too_many(
    sqlite_village: Village, seed: int
) -> None:
    made = await lived(sqlite_village, seed)
    letters = [kind for said in made.wire.values() for kind, _ in said]
    assert letters.count("survey-invitation") > PEOPLE / 3
    assert letters.count("survey-reminder") > PEOPLE / 4, "hardly anybody was reminded"
    [wave] = await waves.wave_progress(
        made.village.db, await made.village.actor(made.anna),
        programme_id=made.anna.programme_id,
    )  # fmt: skip
    assert wave.planned == PEOPLE

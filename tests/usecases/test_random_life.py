"""A random life lived through the use cases: never an active pair without checks and consents.

What the pure domain promises in a million steps is kept by the transactions too. Whoever cannot do
a thing is refused; after each step rows are read, and judged by rules written down here once more.
"""

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.access import Role
from bot.domain.errors import Refusal
from bot.domain.moments import local
from bot.domain.pairs import AGREED, MEETING, OPEN, Pair, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand
from bot.usecases.applications import applications, checking, expiry, selection, waiting
from bot.usecases.consents import consents, privacy
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.pairs import (
    expecting,
    goodbyes,
    meeting_kinds,
    moving,
    pairs,
    partings,
    plans,
    ratings,
    silence,
    trial,
)
from tests.judges import pairs_at_work_are_cleared
from tests.lengths import length
from tests.village import ZONE, Curator, Member, Village

STEPS = length(500, 2000)  # of each life
KINDS = ("employer", "learner", "teacher")
Act = Callable[[], Awaitable[object]]


class Life:
    def __init__(self, village: Village, anna: Curator, seed: int) -> None:
        self.village, self.anna, self.chance = village, anna, random.Random(seed)
        self.mentees: list[Member] = []
        self.mentors: list[Member] = []
        self.guardian = 0
        self.seen: Counter[str] = Counter()

    async def begins(self) -> None:
        """A child about to turn 14, two grown mentees; an employer, a student and a teacher."""
        village, anna = self.village, self.anna
        child, self.guardian = await village.child(anna, turns_14_in=6)
        self.mentees = [child]
        for n in range(2):
            self.mentees.append(await village.joins(anna, Role.MENTEE, name=f"Ученик {n}"))
        for kind in KINDS:
            answers = {"kind": kind, "capacity": "3"}
            self.mentors.append(await village.applies(anna, Role.MENTOR, answers=answers))
            await village.selects(anna, self.mentors[-1], days=self.chance.randint(3, 30))
            await village.approves(anna, self.mentors[-1])

    def acts(self) -> list[tuple[float, Act]]:
        mentee = self.chance.choice([self.mentees[0], *self.mentees[-3:]])
        mentor = self.chance.choice(self.mentors)
        who = self.chance.choice([mentee, mentor])
        return [
            (8, lambda: self.village.proposes(self.anna, mentee, mentor)),
            (18, lambda: self.answers(who, accepts=True)),
            (1, lambda: self.answers(who, accepts=self.chance.random() < 0.7)),
            (4, lambda: self.decides(mentor)),
            (6, lambda: self.shows(mentor)),
            (6, lambda: self.takes_back(mentor)),
            (1, lambda: self.changes_kind(mentor)),
            (1, lambda: self.leaves(who)),
            (0.5, self.guardian_leaves),
            (4, lambda: self.signs(who)),
            (6, lambda: self.comes_back(who)),
            (1, self.ends),
            *self.at_work(),
            (2, self.somebody_joins),
            (5, self.a_day_passes),
        ]

    def at_work(self) -> list[tuple[float, Act]]:
        """What a pair does on its way, allowed or not."""
        return [
            (2, self.meets),
            (2, self.says_of_the_trial),
            (1, self.rates),
            (1, self.plans),
            (0.3, self.says_goodbye),
            (1, self.settles),
        ]

    async def live(self, steps: int) -> None:
        for _ in range(steps):
            weights, acts = zip(*self.acts(), strict=True)
            [act] = self.chance.choices(acts, weights)
            try:
                await act()
            except Refusal as refusal:
                self.seen[refusal.key] += 1
            await self.judge()

    # --- what may happen

    async def me(self) -> Any:
        return await self.village.actor(self.anna)

    async def answers(self, who: Member, *, accepts: bool) -> None:
        async with self.village.db.reading() as tx:
            found = await tx.pairs.of_person(who.person_id, {PairState.PROPOSED})
        for pair in found[:1]:
            state = await pairs.answer(
                self.village.db, await self.village.actor(who), pair_id=pair.id, accepts=accepts,
                profile=self.village.profile,
                expects={"often": self.chance.choice(("weekly", "monthly", *4 * ["any"]))},
            )  # fmt: skip
            self.seen[f"answered: {state}"] += 1

    async def decides(self, mentor: Member) -> None:
        db, me, profile = self.village.db, await self.me(), self.village.profile
        one = {"participation_id": mentor.participation_id}
        decision = self.chance.random()
        if decision < 0.7:
            await applications.approve(db, me, profile=profile, **one)
        elif decision < 0.8:
            await applications.keep_in_reserve(db, me, **one)
        else:
            await applications.reopen(db, me, profile=profile, **one)

    async def shows(self, mentor: Member) -> None:
        await self.village.checks(
            self.anna, mentor, days=self.chance.randint(0, 20),
            kinds=[self.chance.choice(("identity", "no-criminal-record"))],
        )  # fmt: skip

    async def takes_back(self, mentor: Member) -> None:
        me, about = await self.me(), {"participation_id": mentor.participation_id}
        shown = await checking.documents(
            self.village.db, me, profile=self.village.profile, **about
        )
        for line in shown.lines:
            if line.check_id is not None and self.chance.random() < 0.5:
                await checking.revoke(
                    self.village.db, me, check_id=line.check_id, profile=self.village.profile,
                    **about,
                )  # fmt: skip

    async def changes_kind(self, mentor: Member) -> None:
        await selection.set_kind(
            self.village.db, await self.me(), participation_id=mentor.participation_id,
            kind=self.chance.choice(KINDS), profile=self.village.profile,
        )  # fmt: skip

    async def leaves(self, who: Member) -> None:
        await privacy.withdraw(
            self.village.db,
            await self.village.actor(who),
            organisation_id=self.anna.organisation_id,
        )

    async def guardian_leaves(self) -> None:
        guardian = await self.village.actor(self.guardian)
        await privacy.withdraw_for_ward(
            self.village.db, guardian, ward_id=self.mentees[0].person_id
        )

    async def signs(self, who: Member) -> None:
        """Whatever is open, by whoever may: oneself, or the guardian."""
        kinds = ("processing-adult", "processing-minor", "guardian")
        signer = self.guardian if who is self.mentees[0] and self.chance.random() < 0.5 else who
        await consents.answer(
            self.village.db, await self.village.actor(signer), person_id=who.person_id,
            organisation_id=self.anna.organisation_id, kind=self.chance.choice(kinds),
            agrees=True, profile=self.village.profile, channel="telegram",
        )  # fmt: skip

    async def comes_back(self, who: Member) -> None:
        """By the curator's link, agreeing anew; the curator approves whoever is complete."""
        if await self.village.state(who) is not ParticipationState.WITHDRAWN:
            return
        role = Role.MENTOR if who in self.mentors else Role.MENTEE
        await self.village.enters(self.anna, role, who.account)
        if who is self.mentees[0]:
            await self.village.agrees(who, AgeBand.FROM_14_TO_17)
            await self.village.sends(who)
            opened = await self.village.opens(
                self.guardian, await self.village.guardian_link(who)
            )
            await self.village.consents(opened)
        else:
            await self.village.agrees(who)
            await self.village.sends(who)
        await self.village.approves(self.anna, who)
        self.seen["came back"] += 1

    async def somebody_joins(self) -> None:
        """Two who have tried once are not proposed to each other again: there must be new ones."""
        self.mentees.append(await self.village.joins(self.anna, Role.MENTEE))

    async def ends(self) -> None:
        async with self.village.db.reading() as tx:
            found = await tx.pairs.of_programme(self.anna.programme_id, OPEN)
        if found:
            await pair_ending.end(
                self.village.db, await self.me(), pair_id=self.chance.choice(list(found)).id,
                reason="other",
            )  # fmt: skip

    async def somebody(self, states: frozenset[PairState] = AGREED) -> list[tuple[Pair, Member]]:
        """A pair that has agreed, and one of the two; nobody while there is none."""
        async with self.village.db.reading() as tx:
            found = list(await tx.pairs.of_programme(self.anna.programme_id, states))
        if not found:
            return []
        pair = self.chance.choice(found)
        everybody = {one.person_id: one for one in (*self.mentees, *self.mentors)}
        return [(pair, everybody[self.chance.choice((pair.mentee_id, pair.mentor_id))])]

    async def meets(self) -> None:
        """A meeting of the kind that comes next was held, as its receipts say."""
        for pair, _ in await self.somebody(MEETING):
            async with self.village.db.transaction() as tx:
                known = await tx.get(Pair, pair.id)
                await moving.meeting_held(tx, known, await meeting_kinds.next_kind(tx, known))

    async def says_of_the_trial(self) -> None:
        said = {one.key: self.chance.choice(["yes", "yes", "no"])
                for one in self.village.profile.life.trial}  # fmt: skip
        for pair, who in await self.somebody():
            await trial.say(
                self.village.db, await self.village.actor(who), pair_id=pair.id, said=said,
                profile=self.village.profile,
            )  # fmt: skip
            self.seen["said of the trial"] += 1

    async def rates(self) -> None:
        for pair, who in await self.somebody():
            await ratings.rate(
                self.village.db, await self.village.actor(who), pair_id=pair.id, rating=7
            )

    async def plans(self) -> None:
        day = local(self.village.wall(), ZONE).date()
        for pair, who in await self.somebody():
            await plans.add_goal(
                self.village.db, await self.village.actor(who), pair_id=pair.id,
                title=f"goal {self.chance.randint(0, 9)}", measure="seen", due_on=day,
            )  # fmt: skip
            self.seen["planned"] += 1

    async def says_goodbye(self) -> None:
        day = local(self.village.wall(), ZONE).date()
        for pair, _ in await self.somebody():
            await goodbyes.begin(
                self.village.db, await self.me(), pair_id=pair.id, last_on=day
            )
            self.seen["goodbye"] += 1

    async def settles(self) -> None:
        for pair, _ in await self.somebody():
            does = self.chance.choice((trial.go_on, expecting.start))
            await does(self.village.db, await self.me(), pair_id=pair.id)

    async def a_day_passes(self) -> None:
        """Each day begins with what the clock does."""
        self.village.later(days=1)
        await pairs.expire_due(self.village.db)
        await partings.end_due(self.village.db)
        await silence.look(self.village.db)
        await ratings.ask_due(self.village.db)
        await self.village.goes_round()
        await expiry.plan_warnings(self.village.db, profile=self.village.profile)
        await waiting.plan_news(self.village.db)

    # --- the judge

    async def judge(self) -> None:
        today = local(self.village.wall(), ZONE).date()
        states = await pairs_at_work_are_cleared(self.village.db, today)
        for state in states:
            self.seen[f"seen {state}"] += 1


@pytest.mark.parametrize("seed", range(2))
async def test_no_use_case_leads_to_an_active_pair_without_checks_and_consents(
    seed: int, sqlite_village: Village
) -> None:
    life = Life(sqlite_village, await sqlite_village.curator(), seed)
    await life.begins()
    await life.live(STEPS)
    for what in ("seen intro", "seen trial", "seen paused", "answered: intro", "came back"):
        assert life.seen[what] > 3, life.seen
    assert life.seen["planned"] + life.seen["said of the trial"] + life.seen["goodbye"], life.seen

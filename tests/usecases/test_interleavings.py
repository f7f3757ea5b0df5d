"""Consent, withdrawal, birthday, approval and delivery in any order: two promises hold.

1. Nothing is said to or about somebody who has withdrawn (but that they have left, to those who
   must know it).
2. No pair is at work without every consent that the age of both needs.

The use cases themselves are driven at random on SQLite, a fresh copy of a small world each time;
the rows are judged by this file's own reading of the rule.
"""

import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.errors import Refusal
from bot.domain.moments import local
from bot.domain.notices import Notice, NoticeState
from bot.domain.pairs import MEETING, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand
from bot.domain.profile import Profile
from bot.storage import tables as t
from bot.storage.database import Database
from bot.storage.outgoing import Outcome, Outgoing
from bot.usecases.applications import applications
from bot.usecases.consents import consents, erasure, papers, privacy
from bot.usecases.letters import Desk, compose
from bot.usecases.pairs import pairs
from sandbox.wall import Wall
from tests.lengths import length
from tests.town import MOMENT
from tests.village import ZONE, Curator, Member, NobodyThere, Village

RUNS = length(25, 300)
STEPS = 14
# what is said because somebody has left: to the one who is left alone, and to the curator
FAREWELLS = {"pair-not-formed", "consent-withdrawn"}
NEEDED = {  # this file's own table
    "child": {"guardian"},
    "teen": {"processing-minor", "guardian"},
    "adult": {"processing-adult"},
}


@dataclass
class Small:
    """A programme, a child at some step of the way, a guardian and two mentors."""

    village: Village
    anna: Curator
    child: Member
    guardian: int
    mentor: Member
    dice: random.Random
    outgoing: Outgoing
    in_hand: list[Notice] = field(default_factory=list)  # claimed and composed, not yet carried
    story: list[str] = field(default_factory=list)
    sent: int = 0
    at_work: int = 0

    async def agree(self, who: Member | int, kind: str, *, yes: bool) -> None:
        village = self.village
        ward = self.mentor if who is self.mentor else self.child
        await consents.answer(
            village.db,
            await village.actor(who),
            person_id=ward.person_id,
            organisation_id=self.anna.organisation_id,
            kind=kind,
            agrees=yes,
            profile=village.profile,
            channel="telegram",
        )

    async def comes_in(self) -> None:
        await self.village.enters(self.anna, Role.MENTEE, self.child.account)

    async def says_age(self) -> None:
        await self.village.agrees(self.child, self.dice.choice(list(AgeBand)[:2]))

    async def form(self) -> None:
        await self.village.fills(self.child, Role.MENTEE, name="Ваня Белов", born="2016")
        await self.village.sends(self.child)
        await self.village.born(
            self.child, self.village.years_ago(self.dice.choice((13, 15, 17))) + timedelta(20)
        )

    async def guardian_by_link(self) -> None:
        link = await self.village.guardian_link(self.child)
        await self.village.consents(await self.village.opens(self.guardian, link))

    async def own_yes(self) -> None:
        await self.agree(
            self.child, self.dice.choice(("processing-minor", "processing-adult")), yes=True
        )

    async def own_no(self) -> None:
        await self.agree(self.child, "processing-minor", yes=False)

    async def own_withdrawal(self) -> None:
        await privacy.withdraw(
            self.village.db,
            await self.village.actor(self.child),
            organisation_id=self.anna.organisation_id,
        )

    async def guardian_withdrawal(self) -> None:
        await privacy.withdraw_for_ward(
            self.village.db,
            await self.village.actor(self.guardian),
            ward_id=self.child.person_id,
        )

    async def guardian_optional(self) -> None:
        kind = self.dice.choice(("psychology-guardian", "dissemination-guardian"))
        await self.agree(self.guardian, kind, yes=self.dice.random() < 0.5)

    async def mentor_withdrawal(self) -> None:
        await privacy.withdraw(
            self.village.db,
            await self.village.actor(self.mentor),
            organisation_id=self.anna.organisation_id,
        )

    async def paper(self) -> None:
        village = self.village
        await papers.mark(
            village.db,
            await village.actor(self.anna),
            participation_id=self.child.participation_id,
            kind=self.dice.choice(("guardian", "processing-minor", "processing-adult")),
            signed_on=village.wall().date() - timedelta(1),
            number="7",
            profile=village.profile,
        )

    async def erase(self) -> None:
        await erasure.erase(self.village.db, await self.village.actor(self.child))

    async def birthday(self) -> None:
        """Weeks or a year go by, and the clock makes its round."""
        self.village.later(days=self.dice.choice((1, 25, 366, 366)))
        await self.village.goes_round()

    async def approve(self) -> None:
        await applications.approve(
            self.village.db,
            await self.village.actor(self.anna),
            participation_id=self.child.participation_id,
            profile=self.village.profile,
        )

    async def propose(self) -> None:
        await self.village.proposes(self.anna, self.child, self.mentor)

    async def answer(self) -> None:
        who = self.dice.choice((self.child, self.mentor))
        for one in await pairs.mine(self.village.db, await self.village.actor(who)):
            if one.state is PairState.PROPOSED:
                await pairs.answer(
                    self.village.db,
                    await self.village.actor(who),
                    pair_id=one.pair_id,
                    accepts=self.dice.random() < 0.9,
                    profile=self.village.profile,
                )

    async def meet(self) -> None:
        for one in await pairs.mine(self.village.db, await self.village.actor(self.mentor)):
            at = self.village.wall() + timedelta(days=self.dice.choice((1, 3, 30)), hours=3)
            await self.village.meets(self.child, self.mentor, one.pair_id, at)

    async def claim(self) -> None:
        """The deliverer takes what is due and composes it; it is carried some steps later."""
        claimed = await self.outgoing.claim(100)
        async with self.village.db.reading() as tx:
            letters = await compose(Desk(tx, self.village.profile), claimed)
        now = self.village.wall()
        self.in_hand += [one for one in claimed if one.id in letters]
        await self.outgoing.settle(
            *(Outcome(n, NoticeState.SKIPPED, now) for n in claimed if n.id not in letters)
        )

    async def carry(self) -> None:
        letters, self.in_hand = self.in_hand, []
        for notice in letters:
            if await self.outgoing.mark(notice):
                await self.judge_letter(notice)
                self.sent += 1
                now = self.village.wall()
                await self.outgoing.settle(Outcome(notice, NoticeState.SENT, now, tried=True))

    async def gone(self) -> set[UUID]:
        """Everybody who takes part in nothing any more."""
        p = t.participations.c
        async with self.village.db.reader.connect() as connection:
            rows = (await connection.execute(select(p.person_id, p.state))).all()
        there = {person for person, state in rows if state is not ParticipationState.WITHDRAWN}
        return {person for person, _ in rows} - there

    async def judge_letter(self, notice: Notice) -> None:
        gone = await self.gone()
        assert notice.to not in gone, f"{notice.kind} to who has left"
        if notice.kind in FAREWELLS:
            return
        about = {notice.subject}
        async with self.village.db.reader.connect() as connection:
            for table, columns in (
                (t.participations, ("person_id",)),
                (t.pairs, ("mentee_id", "mentor_id")),
                (t.meetings, ("mentee_id", "mentor_id")),
            ):
                query = select(*(table.c[c] for c in columns)).where(table.c.id == notice.subject)
                row = (await connection.execute(query)).one_or_none()
                about |= set(row) if row else set()
        assert not about & gone, f"{notice.kind} about who has left"

    async def judge_pairs(self) -> None:
        """Read from the rows, without asking the code under test."""
        async with self.village.db.reader.connect() as connection:
            active = (
                await connection.execute(
                    select(t.pairs.c.mentee_participation_id, t.pairs.c.mentor_participation_id)
                    .where(t.pairs.c.state.in_(MEETING))
                )
            ).all()  # fmt: skip
            for id_ in (one for row in active for one in row):
                state, person, born, year = (
                    await connection.execute(
                        select(
                            t.participations.c.state, t.people.c.id, t.people.c.birth_date,
                            t.people.c.birth_year,
                        )
                        .join(t.people, t.people.c.id == t.participations.c.person_id)
                        .where(t.participations.c.id == id_)
                    )
                ).one()  # fmt: skip
                given = set(
                    (
                        await connection.execute(
                            select(t.consents.c.kind).where(
                                t.consents.c.person_id == person,
                                t.consents.c.withdrawn_at.is_(None),
                            )
                        )
                    ).scalars()
                )
                assert state is ParticipationState.APPROVED
                assert NEEDED[self.age(born, year)] <= given, f"{self.age(born, year)}: {given}"
        self.at_work += bool(active)

    def age(self, born: date | None, year: int | None) -> str:
        today = local(self.village.wall(), ZONE).date()
        years = today.year - (year or 0)
        if born is not None:
            years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return "child" if years < 14 else "teen" if years < 18 else "adult"


Step = Callable[[Small], Awaitable[None]]
MIX: Sequence[tuple[Step, int]] = (
    (Small.comes_in, 1), (Small.says_age, 3), (Small.form, 4), (Small.guardian_by_link, 4),
    (Small.own_yes, 5), (Small.own_no, 1), (Small.own_withdrawal, 1),
    (Small.guardian_withdrawal, 1), (Small.guardian_optional, 2), (Small.mentor_withdrawal, 1),
    (Small.paper, 2), (Small.erase, 1), (Small.birthday, 5), (Small.approve, 4),
    (Small.propose, 4), (Small.answer, 8), (Small.meet, 4), (Small.claim, 6), (Small.carry, 6),
)  # fmt: skip


@dataclass
class Beginnings:
    """Files to copy, and who is who in all of them."""

    files: list[Path]
    anna: Curator
    child: Member
    guardian: int
    mentor: Member

    def small(self, village: Village, seed: int) -> Small:
        dice, outgoing = random.Random(seed), Outgoing(village.db, "deliverer")
        return Small(village, self.anna, self.child, self.guardian, self.mentor, dice, outgoing)


@pytest.fixture
async def beginnings(tmp_path: Path, sqlite_url: str, profile: Profile) -> Beginnings:
    """Somebody just in; in the queue, 20 days before turning 18; a pair at work."""
    source = sqlite_url.partition(":///")[2]
    db = Database.open(sqlite_url, still())
    village = Village(db, profile, still())
    anna = await village.curator()
    mentor = await village.joins(anna, Role.MENTOR, name="Игорь")
    child = await village.enters(anna, Role.MENTEE)
    made = Beginnings([], anna, child, village.account(), mentor)

    def keep(name: str) -> None:
        made.files.append(tmp_path / f"{name}.sqlite")
        with (
            closing(sqlite3.connect(source)) as whole,
            closing(sqlite3.connect(made.files[-1])) as copy,
        ):
            whole.backup(copy)

    keep("just in")
    await village.agrees(child, AgeBand.FROM_14_TO_17)
    await village.fills(child, Role.MENTEE, name="Ваня Белов", born="2014")
    await village.sends(child)
    await made.small(village, 0).guardian_by_link()
    await village.born(child, village.years_ago(18) + timedelta(days=20))
    keep("in the queue")
    await village.approves(anna, child)
    await village.pair(anna, child, mentor)
    keep("at work")
    await db.close()
    return made


def still() -> Wall:
    return Wall(MOMENT, runs=False)


async def lived(begun: Beginnings, seed: int, target: Path, profile: Profile) -> Small:
    """One story from one of the beginnings; raises with the story when a promise is broken."""
    source = begun.files[seed % len(begun.files)]
    shutil.copy(source, target)
    wall = still()
    db = Database.open(f"sqlite+aiosqlite:///{target}", wall)
    small = begun.small(Village(db, profile, wall), seed)
    steps, weights = zip(*MIX, strict=True)
    try:
        for step in small.dice.choices(steps, weights, k=STEPS):
            small.story.append(step.__name__)
            small.village.later(minutes=5)
            try:
                await step(small)
            except Refusal as no:  # as good an answer as any
                small.story[-1] += f" ({no.key})"
            except NobodyThere:  # who has been deleted does nothing
                small.story[-1] += " (gone)"
            await small.judge_pairs()
        await small.claim()
        await small.carry()
    except Exception as error:
        raise AssertionError(f"seed {seed} from {source.stem}: {small.story}: {error}") from error
    finally:
        await db.close()
        for file in target.parent.glob(f"{target.name}*"):
            file.unlink()
    return small


async def test_no_order_of_events_breaks_the_two_promises(
    beginnings: Beginnings, tmp_path: Path, profile: Profile
) -> None:
    sent = worked = 0
    for seed in range(RUNS):
        small = await lived(beginnings, seed, tmp_path / "run.sqlite", profile)
        sent += small.sent
        worked += small.at_work > 0
    assert sent > RUNS, "the deliverer had hardly anything to do"
    assert worked > RUNS / 4, "hardly a pair was ever at work"

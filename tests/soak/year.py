"""A school year of forty pairs under a virtual clock, from one number.

Everything is real but the clock, the wire and chance. People answer, ignore, answer twice, press
old buttons and block the bot; the machine is off for minutes or days, and the process is killed
while a letter is on the wire. What can happen stands in two tables: `PRESSES`, what a button of a
letter does (`presses.py`), and `ACTS`, what people do of themselves (`acts.py`). A new event is a
row there.
"""

import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from bot.domain.access import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.moments import local
from bot.domain.pairs import Pair, PairState
from bot.domain.profile import Profile
from bot.messenger.courier import Address, Sealed, Unreachable
from bot.storage import tables as t
from bot.storage.database import Database
from bot.storage.outgoing import Outgoing
from bot.usecases.applications import expiry, waiting
from bot.usecases.consents import consent_rounds
from bot.usecases.letters import Letter, Press
from bot.usecases.monitoring import digests, inviting
from bot.usecases.pairs import next_best, pairs, partings, ratings, receipts, silence
from bot.usecases.programme import roadmap
from bot.usecases.programme.new_days import NewDays
from sandbox.clones import cloned
from sandbox.wall import Wall
from scheduler.delivery import Delivery
from tests.judges import letters_came_well, nobody_meets_twice_at_once, pairs_at_work_are_cleared
from tests.lengths import length
from tests.scheduler.conftest import Wire
from tests.soak.acts import ACTS
from tests.soak.presses import PRESSES
from tests.village import ZONE, Curator, Member, Village

PAIRS = 40
FIRST = datetime(2029, 9, 3, 4, tzinfo=UTC)
LAST = FIRST + timedelta(days=length(40, 361))  # the whole year in `make soak`
BUSY_DAYS = 0.4
A_LOOK = timedelta(hours=1)  # what is due within it is said together
ANSWERS, OLD_BUTTON, TWICE = 0.8, 0.03, 0.1  # of all letters with a button


class Killed(BaseException):
    """`kill -9`: nothing after it happens, and nobody catches it."""


class Post(Wire):
    """The messenger: who has blocked the bot gets nothing, and a process may die at a letter."""

    def __init__(self, year: "Year") -> None:
        super().__init__()
        self._year = year
        self._letters: dict[int, tuple[Sealed, Letter]] = {}
        self.dies_after: int | None = None  # letters
        self.arrived: deque[tuple[int, Letter]] = deque()

    async def seal(self, letter: Letter, to: Address, *, doubtful: bool = False) -> Sealed:
        sealed = await super().seal(letter, to, doubtful=doubtful)
        self._letters[id(sealed)] = (sealed, letter)
        return sealed

    async def carry(self, sealed: Sealed) -> str:
        _, letter = self._letters.pop(id(sealed))
        account = int(sealed.chat_id)
        dies = self.dies_after == 0
        if self.dies_after is not None:
            self.dies_after -= 1
        if dies and self._year.chance.random() < 0.5:
            raise Killed
        if account in self._year.blocked:
            raise Unreachable
        number = await super().carry(sealed)
        self.arrived.append((account, letter))
        if dies:
            raise Killed
        return number


@dataclass
class Year:
    db: Database
    profile: Profile
    wall: Wall
    anna: Curator
    mentees: list[Member]
    mentors: list[Member]
    seed: int
    blocked: set[int] = field(default_factory=set)
    seen: Counter[str] = field(default_factory=Counter)
    trace: list[str] = field(default_factory=list)
    lives: int = 0
    doubts: int = 0  # letters that were on the wire at a kill

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.village = Village(self.db, self.profile, self.wall)
        self.members = {one.account: one for one in (*self.mentees, *self.mentors)}
        self.by_person = {one.person_id: one for one in self.members.values()}
        self.old: list[tuple[int, Press]] = []
        self.post = Post(self)
        self.off_until = self.wall()
        self.new_days = NewDays(self.db, self.profile)
        self.is_born()

    # --- the machine

    def is_born(self) -> None:
        """A process of another name: what the one before held is found in the rows."""
        self.lives += 1
        self.outgoing = Outgoing(self.db, f"life {self.lives}")
        self.delivery = Delivery(
            db=self.db, outgoing=self.outgoing, courier=self.post, profile=self.profile, rate=1000
        )
        self.delivery.lanes = 8

    async def ticks(self) -> None:
        if self.wall() < self.off_until:
            return
        try:
            await self.delivery.deliver_due()
        except* Killed:
            self.note("kill -9")
            before = f"life {self.lives}"
            self.post.dies_after = None
            self.is_born()
            mended = await self.outgoing.recover(before)
            self.doubts += mended["repeated"] + mended["uncertain"]
        await self.people_read()

    async def a_day_begins(self) -> None:
        if self.wall() < self.off_until:
            return
        db, profile = self.db, self.profile
        await pairs.expire_due(db)
        await inviting.close_due(db)
        await receipts.take_silence(db)
        await partings.end_due(db)
        if local(self.wall(), ZONE).weekday() == 0:  # daily they take half of the time
            await self.new_days.look()
            await next_best.follow_up(db, profile)
            await silence.look(db)
            await ratings.ask_due(db)
            await digests.plan_due(db)
            await consent_rounds.round_of(db, profile)
            await expiry.plan_warnings(db, profile=profile)
            await waiting.plan_news(db)
            await roadmap.plan_reminders(db)
            await self.judge()

    # --- the people

    async def people_read(self) -> None:
        """Whoever got a letter answers it, or not, or twice, or presses an old one."""
        while self.post.arrived:
            account, letter = self.post.arrived.popleft()
            self.trace.append(f"{self.wall():%m-%d %H:%M} {account} reads {letter.key}")
            presses = [
                press for one in (letter, *letter.parts) for row in one.buttons for press in row
            ]
            if not presses or account not in self.members:
                continue
            if self.chance.random() < ANSWERS:
                press = presses[0] if self.chance.random() < 0.8 else self.chance.choice(presses)
                for _ in range(1 + (self.chance.random() < TWICE)):
                    await self.presses(account, press)
            elif self.chance.random() < 0.3:
                self.old.append((account, self.chance.choice(presses)))
        if self.old and self.chance.random() < OLD_BUTTON:
            await self.presses(*self.old.pop(self.chance.randrange(len(self.old))), old=True)

    async def presses(self, account: int, press: Press, *, old: bool = False) -> None:
        does = PRESSES.get(press.act)
        self.seen[f"{'old ' * old}{press.act}"] += 1
        if does is not None:
            await self.tries(press.act, does(self, self.members[account], press))

    async def tries(self, what: str, act: Awaitable[object]) -> None:
        try:
            await act
            self.note(what)
        except Refusal as refusal:  # as good an answer as any
            self.note(f"{what}: {refusal.key}")

    def note(self, what: str) -> None:
        self.seen[what] += 1
        self.trace.append(f"{self.wall():%m-%d %H:%M} {what}")

    # --- the year

    async def lived(self) -> "Year":
        names, weights = list(ACTS), [act.weight for act in ACTS.values()]
        day = FIRST
        self.wall.move(timedelta(minutes=1))  # after what was said to make the template
        while day < LAST:
            await self.a_day_begins()
            if self.chance.random() < BUSY_DAYS:
                for name in self.chance.choices(names, weights, k=self.chance.randint(1, 3)):
                    await self.tries(name, ACTS[name].does(self))
            day += timedelta(days=1)
            await self.until(day)
        self.off_until = self.wall()
        await self.until(LAST + timedelta(days=45))  # what was planned comes
        await self.new_days.look()
        await self.until(self.wall() + timedelta(hours=2))
        await self.judge()
        return self

    async def until(self, target: datetime) -> None:
        """By way of what is due; after a kill it is taken up in the same hour."""
        await self.ticks()
        while True:
            async with self.db.reading() as tx:
                due = await tx.notices.next_due()
            due = None if due is None else max(due, self.off_until)
            if due is None or due >= target:
                break
            past = (due - FIRST) % A_LOOK
            self.wall.set(max(due + (A_LOOK - past if past else past), self.wall() + A_LOOK))
            await self.ticks()
        self.wall.set(max(target, self.wall()))

    async def judge(self) -> None:
        today = local(self.wall(), ZONE).date()
        for state, number in (await pairs_at_work_are_cleared(self.db, today)).items():
            self.seen[f"pairs {state}"] = max(self.seen[f"pairs {state}"], number)

    async def verdict(self) -> None:
        """At the end: nothing lost, nothing twice, nothing at night, the day's budget kept."""
        ends = await letters_came_well(self.db, ZONE, self.wall())
        self.seen.update({f"letters {end}": number for end, number in ends.items()})
        self.seen["meetings"] = await nobody_meets_twice_at_once(self.db)
        async with self.db.reader.connect() as connection:
            n = t.notices.c
            query = select(n.state, n.message_id).where(n.settled_at > FIRST)
            rows = (await connection.execute(query)).all()
        sent = len({row.message_id for row in rows if row.state == "sent"})  # some hold several
        carried = len(self.post.carried)
        marked = sum(copy for _, _, copy in self.post.carried)
        self.seen["carried"], self.seen["in doubt"] = carried, self.doubts
        assert sent <= carried <= sent + self.doubts, (sent, carried, self.doubts)
        assert marked <= self.doubts

    # --- who and what

    async def me(self) -> Actor:
        return await self.village.actor(self.anna)

    async def pair(self, states: frozenset[PairState]) -> Pair | None:
        async with self.db.reading() as tx:
            found = await tx.pairs.of_programme(self.anna.programme_id, states)
        return self.chance.choice(sorted(found, key=lambda one: one.id)) if found else None


# --- the first of September ----------------------------------------------------------------------


async def first_of_september(village: Village, new_id: Callable[[], UUID]) -> Sequence[object]:
    """Everybody is approved, nobody is paired: (curator, mentees, mentors)."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, born="2005")
    igor = await village.joins(anna, Role.MENTOR)
    child, _ = await village.child(anna, turns_14_in=90)
    mentees, mentors = [child, dima], [igor]
    async with village.db.statements() as connection:
        for model, name, number, made in (
            (dima, "Ученик", PAIRS - 2, mentees),
            (igor, "Наставник", PAIRS // 2 + 4, mentors),
        ):
            accounts = [village.account() for _ in range(number)]
            copies = [{model.person_id: (f"{name} {n}", one)} for n, one in enumerate(accounts)]
            maps = await cloned(connection, [model.person_id], copies, new_id)
            made += [
                Member(account, new[model.person_id], new[model.participation_id])
                for account, new in zip(accounts, maps, strict=True)
            ]
    await village.said()
    return anna, mentees, mentors

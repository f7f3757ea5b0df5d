"""The queue of letters: leased, marked before the wire, settled once, mended after a crash."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from bot.domain.notice_kinds import NOTICE_KINDS, plan
from bot.domain.notices import RETRIES, Doubt, Notice, NoticeState, retry_at
from bot.domain.people import Person
from bot.domain.programmes import Organisation
from bot.storage.database import Database
from bot.storage.outgoing import LEASE, Outcome, Outgoing
from bot.storage.tables import notices
from sandbox.wall import Wall
from tests.town import MOMENT

State = NoticeState
REPEATED = next(k for k, p in NOTICE_KINDS.items() if p.doubt is Doubt.REPEAT and not p.counts)
HELD = next(k for k, p in NOTICE_KINDS.items() if p.doubt is Doubt.HOLD)
COUNTING = next(k for k, p in NOTICE_KINDS.items() if p.counts)


class Post:
    """One person of one house, and letters planned for them."""

    def __init__(self, db: Database, house: UUID, person: UUID) -> None:
        self.db, self.house, self.person = db, house, person

    async def plans(
        self, kind: str = REPEATED, *, after: timedelta = timedelta(0), subject: UUID | None = None
    ) -> Notice:
        notice = plan(
            kind,
            to=self.person,
            subject=subject or uuid4(),
            organisation_id=self.house,
            due_at=self.db.clock() + after,
        )
        async with self.db.transaction() as tx:
            await tx.notices.plan(notice)
        return notice

    async def now(self, notice: Notice) -> Notice:
        async with self.db.reading() as tx:
            return await tx.get(Notice, notice.id)

    async def number(self) -> int:
        async with self.db.reader.connect() as connection:
            return await connection.scalar(select(func.count()).select_from(notices)) or 0


@pytest.fixture
async def post(db: Database) -> Post:
    async with db.transaction() as tx:
        house = Organisation(name="Дом", timezone="UTC", profile="x", created_at=tx.now)
        person = Person(locale="ru", created_at=tx.now)
        tx.add_all([house, person])
    return Post(db, house.id, person.id)


@pytest.fixture
def outgoing(db: Database) -> Outgoing:
    return Outgoing(db, "here:1:a")


def sent(notice: Notice, post: Post) -> Outcome:
    return Outcome(notice, State.SENT, post.db.clock(), message_id="7", tried=True)


async def test_the_same_letter_is_planned_once(post: Post) -> None:
    subject = uuid4()
    for _ in range(3):
        await post.plans(subject=subject)
    assert await post.number() == 1
    await asyncio.gather(*(post.plans(subject=subject) for _ in range(5)))
    assert await post.number() == 1


async def test_a_letter_said_already_is_not_planned_again(post: Post, outgoing: Outgoing) -> None:
    subject = uuid4()
    await post.plans(subject=subject)
    [claimed] = await outgoing.claim(10)
    await outgoing.settle(sent(claimed, post))
    again = await post.plans(subject=subject)
    assert await post.number() == 1
    assert await outgoing.claim(10) == []
    assert again.id != claimed.id


async def test_urgent_comes_before_bulk_and_early_before_late(
    post: Post, outgoing: Outgoing, wall: Wall
) -> None:
    wanted = ["digest", "survey-invitation", "pair-proposed"]
    for kind in wanted:
        await post.plans(kind)
    early = await post.plans("pair-proposed", after=timedelta(hours=-1))
    claimed = await outgoing.claim(10)
    assert claimed[0].id == early.id
    assert [n.kind for n in claimed[1:]] == ["pair-proposed", "digest", "survey-invitation"]


async def test_nothing_is_claimed_before_it_is_due(
    post: Post, outgoing: Outgoing, wall: Wall
) -> None:
    await post.plans(after=timedelta(minutes=1))
    assert await outgoing.claim(10) == []
    wall.move(timedelta(minutes=1))
    assert len(await outgoing.claim(10)) == 1


async def test_two_deliverers_never_get_the_same_letter(post: Post, db: Database) -> None:
    for _ in range(30):
        await post.plans()
    claims = await asyncio.gather(*(Outgoing(db, f"o{n}").claim(10) for n in range(6)))
    got = [notice.id for claim in claims for notice in claim]
    assert len(got) == len(set(got))
    rest = await Outgoing(db, "last").claim(100)
    assert len(got) + len(rest) == 30


async def test_a_claim_keeps_to_its_limit(post: Post, outgoing: Outgoing) -> None:
    for _ in range(5):
        await post.plans()
    assert len(await outgoing.claim(3)) == 3
    assert len(await outgoing.claim(3)) == 2


async def test_settling_writes_how_it_ended(post: Post, outgoing: Outgoing, wall: Wall) -> None:
    await post.plans()
    [claimed] = await outgoing.claim(1)
    await outgoing.mark(claimed)
    assert (await post.now(claimed)).state is State.IN_FLIGHT
    wall.move(timedelta(seconds=1))
    await outgoing.settle(sent(claimed, post))
    kept = await post.now(claimed)
    assert (kept.state, kept.message_id, kept.attempts) == (State.SENT, "7", 1)
    assert (kept.owner, kept.lease_until, kept.settled_at) == (None, None, wall())


async def test_one_letter_ends_and_the_next_is_on_the_wire(
    post: Post, outgoing: Outgoing
) -> None:
    for _ in range(2):
        await post.plans()
    first, second = await outgoing.claim(2)
    await outgoing.mark(first)
    await outgoing.settle(sent(first, post))
    await outgoing.mark(second)
    assert (await post.now(first)).state is State.SENT
    assert (await post.now(second)).state is State.IN_FLIGHT


async def test_a_postponed_letter_waits_for_its_new_moment_and_is_not_counted_as_tried(
    post: Post, outgoing: Outgoing, wall: Wall
) -> None:
    await post.plans()
    [claimed] = await outgoing.claim(1)
    later = wall() + timedelta(hours=2)
    await outgoing.settle(Outcome(claimed, State.PLANNED, wall(), try_at=later))
    assert await outgoing.claim(1) == []
    wall.move(timedelta(hours=2))
    [again] = await outgoing.claim(1)
    assert (again.attempts, again.due_at) == (0, claimed.due_at)


def test_a_failure_is_tried_again_after_5_and_10_minutes_and_then_given_up() -> None:
    now = MOMENT
    assert [retry_at(n, now) for n in (1, 2, 3)] == [now + RETRIES[0], now + RETRIES[1], None]


async def test_after_a_crash_what_was_only_claimed_is_free_at_once(
    post: Post, outgoing: Outgoing, db: Database
) -> None:
    await post.plans()
    await outgoing.claim(1)
    after = Outgoing(db, "here:2:b")
    assert await after.claim(1) == []
    assert (await after.recover("here:1:a"))["planned"] == 1
    [again] = await after.claim(1)
    assert not again.doubtful


async def test_a_lease_that_ran_out_frees_what_it_held(
    post: Post, outgoing: Outgoing, db: Database, wall: Wall
) -> None:
    await post.plans()
    await outgoing.claim(1)
    wall.move(LEASE)
    counts = await Outgoing(db, "here:2:b").recover()
    assert counts == {"planned": 1, "repeated": 0, "uncertain": 0}


async def test_a_living_deliverers_letters_are_left_alone(
    post: Post, outgoing: Outgoing, db: Database
) -> None:
    await post.plans()
    [claimed] = await outgoing.claim(1)
    await outgoing.mark(claimed)
    counts = await Outgoing(db, "here:2:b").recover("somebody:3:c")
    assert counts == {"planned": 0, "repeated": 0, "uncertain": 0}


@pytest.mark.parametrize(
    ("kind", "state", "marked"),
    [(REPEATED, State.PLANNED, True), (HELD, State.UNCERTAIN, False)],
)
async def test_what_was_on_the_wire_is_repeated_marked_or_held_as_its_kind_says(
    post: Post, outgoing: Outgoing, db: Database, kind: str, state: State, marked: bool
) -> None:
    await post.plans(kind)
    [claimed] = await outgoing.claim(1)
    await outgoing.mark(claimed)
    await Outgoing(db, "here:2:b").recover("here:1:a")
    kept = await post.now(claimed)
    assert (kept.state, kept.doubtful) == (state, marked)


async def test_a_letter_in_doubt_twice_is_not_repeated_for_ever(
    post: Post, outgoing: Outgoing, db: Database
) -> None:
    planned = await post.plans(REPEATED)
    for owner in ("here:1:a", "here:2:b"):
        deliverer = Outgoing(db, owner)
        [claimed] = await deliverer.claim(1)
        await deliverer.mark(claimed)
        await Outgoing(db, "mender").recover(owner)
    assert (await post.now(planned)).state is State.UNCERTAIN


async def test_recovering_twice_changes_nothing_more(
    post: Post, outgoing: Outgoing, db: Database
) -> None:
    await post.plans()
    await outgoing.claim(1)
    await outgoing.recover("here:1:a")
    assert await outgoing.recover("here:1:a") == {"planned": 0, "repeated": 0, "uncertain": 0}


async def test_counting_letters_are_counted_since_a_moment(
    post: Post, outgoing: Outgoing, wall: Wall
) -> None:
    await post.plans(COUNTING)
    await post.plans(REPEATED)
    for claimed in await outgoing.claim(5):
        await outgoing.settle(sent(claimed, post))
    day, person = timedelta(days=1), post.person
    assert await outgoing.said_between([person], wall(), wall() + day) == {person: 1}
    wall.move(timedelta(seconds=1))
    assert await outgoing.said_between([person], wall(), wall() + day) == {}
    wall.move(-timedelta(days=3))  # the clock was ahead: what it wrote is of no day that is near
    assert await outgoing.said_between([person], wall(), wall() + day) == {}


async def test_what_is_forgotten_is_only_what_was_not_said(
    post: Post, outgoing: Outgoing, db: Database
) -> None:
    subject = uuid4()
    said = await post.plans("meeting-soon", subject=subject)
    [claimed] = await outgoing.claim(1)
    await outgoing.settle(sent(claimed, post))
    await post.plans("meeting-receipt", subject=subject)
    async with db.transaction() as tx:
        await tx.notices.forget(subject, ("meeting-soon", "meeting-receipt"))
    assert await post.number() == 1
    assert (await post.now(said)).state is State.SENT


async def test_undelivered_letters_are_counted_for_the_curator(
    post: Post, outgoing: Outgoing, db: Database, wall: Wall
) -> None:
    for state in (State.FAILED, State.MISSED, State.UNCERTAIN, State.SKIPPED):
        await post.plans()
        [claimed] = await outgoing.claim(1)
        await outgoing.settle(Outcome(claimed, state, wall()))
    async with db.reading() as tx:
        assert await tx.notices.undelivered(post.house, wall() - timedelta(days=7)) == 3
        assert await tx.notices.undelivered(post.house, wall() + timedelta(days=1)) == 0

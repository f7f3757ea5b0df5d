"""Letters and what may happen to them on the way: the right state, the right next try."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice, NoticeState
from bot.domain.programmes import Programme
from bot.messenger.courier import Address, TelegramCourier
from bot.messenger.limits import Pacer
from bot.storage.tables import notices
from bot.usecases.letters import Letter
from bot.usecases.monitoring import digests
from sandbox import people_of_demo as demo
from sandbox.telegram.journal import Accepted
from tests.town import CURATOR, MOMENT, House

MENTEE, MENTOR = 301, 201
MINUTES = timedelta(minutes=1)


class Post:
    """A pair at work, and letters to its mentee of which we know everything."""

    def __init__(self, house: House, pair_id: UUID, organisation_id: UUID, mentee: UUID) -> None:
        self.house, self.pair_id, self.mentee = house, pair_id, mentee
        self._organisation_id = organisation_id
        self._planned = 0
        self._already = len(self.arrived)

    @property
    def arrived(self) -> list[Accepted]:
        """Letters that have reached the mentee's phone."""
        return self.house.stage.telegram.journal.accepted[MENTEE]

    @property
    def new(self) -> list[str]:
        return [one.text for one in self.arrived[self._already :]]

    async def letter(self, kind: str = "pair-active") -> UUID:
        """Plan one that is due now; each has a moment of its own, so they are not the same."""
        self._planned += 1
        notice = plan(
            kind,
            to=self.mentee,
            subject=self.pair_id,
            organisation_id=self._organisation_id,
            due_at=self.house.stage.wall() - timedelta(seconds=self._planned),
        )
        async with self.house.stage.parts.db.transaction() as tx:
            await tx.notices.plan(notice)
        return notice.id

    def goes_wrong(self, kind: str, *, times: int = 1, seconds: float = 1) -> None:
        self.house.stage.telegram.faults.add(
            method="sendMessage", kind=kind, times=times, seconds=seconds
        )

    async def delivered(self, id_: UUID) -> Notice:
        """The notice after a round of delivery."""
        parts = self.house.stage.parts
        await parts.delivery.deliver_due()
        async with parts.db.reading() as tx:
            return await tx.get(Notice, id_)

    async def later(self, id_: UUID, by: timedelta) -> Notice:
        self.house.stage.wall.move(by)
        return await self.delivered(id_)


@pytest.fixture
async def post(house: House) -> Post:
    await house.curator()
    for everybody, account in ((demo.mentees(2030), MENTEE), (demo.mentors(2030), MENTOR)):
        await house.joined(next(one for one in everybody if one.account == account))
    pair_id = await house.pair(MENTEE, MENTOR)
    await house.settles()
    mentee = await house.world.actor(MENTEE)
    return Post(house, pair_id, mentee.assignments[0].organisation_id, mentee.person_id)


async def test_a_letter_arrives(post: Post) -> None:
    row = await post.delivered(await post.letter())
    assert (row.state, row.attempts, row.settled_at) == (NoticeState.SENT, 1, MOMENT)
    assert row.message_id == str(post.arrived[-1].message_id)
    assert len(post.new) == 1


@pytest.mark.parametrize("kind", ["401", "404", "500", "502"])
async def test_what_was_answered_with_an_error_is_tried_after_5_and_10_minutes_and_then_failed(
    post: Post, kind: str
) -> None:
    post.goes_wrong(kind, times=3)
    id_ = await post.letter()
    row = await post.delivered(id_)
    assert (row.state, row.attempts, row.doubtful) == (NoticeState.PLANNED, 1, False)
    assert row.try_at == MOMENT + 5 * MINUTES
    row = await post.later(id_, 4 * MINUTES)
    assert row.attempts == 1
    row = await post.later(id_, 1 * MINUTES)
    assert (row.state, row.try_at) == (NoticeState.PLANNED, MOMENT + 15 * MINUTES)
    row = await post.later(id_, 10 * MINUTES)
    assert (row.state, row.attempts) == (NoticeState.FAILED, 3)
    assert post.new == []
    assert not post.house.stage.telegram.faults.waiting  # three calls and no more


@pytest.mark.parametrize("kind", ["400", "413"])
async def test_what_the_messenger_will_never_take_is_failed_at_once(post: Post, kind: str) -> None:
    post.goes_wrong(kind)
    row = await post.delivered(await post.letter())
    assert (row.state, row.attempts) == (NoticeState.FAILED, 1)
    assert row.reason
    assert post.new == []


async def test_who_has_blocked_the_bot_is_unreachable_from_then_on(post: Post) -> None:
    post.goes_wrong("403")
    first = await post.delivered(await post.letter())
    assert (first.state, first.reason) == (NoticeState.FAILED, "unreachable")
    calls = post.house.stage.telegram.journal.last
    second = await post.delivered(await post.letter())
    assert (second.state, second.reason) == (NoticeState.FAILED, "unreachable")
    assert post.house.stage.telegram.journal.last == calls  # nobody was asked again


@pytest.mark.parametrize("seconds", [1, 30, 3600])
async def test_a_busy_messenger_is_left_alone_as_long_as_it_asks(post: Post, seconds: int) -> None:
    post.goes_wrong("429", seconds=seconds)
    id_ = await post.letter()
    row = await post.delivered(id_)
    assert (row.state, row.attempts, row.doubtful) == (NoticeState.PLANNED, 0, False)
    assert row.try_at == MOMENT + timedelta(seconds=seconds)
    assert post.new == []


async def test_a_chat_that_must_wait_an_hour_does_not_hold_up_letters_to_others(
    post: Post,
) -> None:
    post.goes_wrong("429", seconds=3600)
    await post.delivered(await post.letter())
    for id_ in [await post.letter() for _ in range(50)]:
        row = await post.delivered(id_)
        assert (row.state, row.attempts) == (NoticeState.PLANNED, 0)
    assert post.house.stage.telegram.journal.too_many["sendMessage"] == 1
    anna = await post.house.world.actor(101)
    async with post.house.stage.parts.db.transaction() as tx:
        await tx.notices.plan(
            plan(
                "wrong-codes", to=anna.person_id, subject=UUID(int=7),
                organisation_id=anna.assignments[0].organisation_id, due_at=MOMENT - MINUTES,
            )
        )  # fmt: skip
    before = len(post.house.stage.telegram.journal.accepted[101])
    await post.house.stage.parts.delivery.deliver_due()
    assert len(post.house.stage.telegram.journal.accepted[101]) == before + 1


async def test_a_connection_that_never_opened_leaves_no_doubt(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = post.house.stage.parts.bot.session.api
    monkeypatch.setattr(
        post.house.stage.parts.bot.session,
        "api",
        type(api)(base="http://127.0.0.1:9/bot{token}/{method}", file=api.file),
    )
    row = await post.delivered(await post.letter())
    assert (row.state, row.doubtful) == (NoticeState.PLANNED, False)
    assert row.try_at == MOMENT + 5 * MINUTES


@pytest.mark.parametrize(
    ("kind", "arrives"), [("reset_before", False), ("reset_after", True), ("bad_json", True)]
)
async def test_a_letter_in_doubt_is_repeated_once_and_the_copy_says_so(
    post: Post, texts_of_doubt: str, kind: str, arrives: bool
) -> None:
    post.goes_wrong(kind)
    id_ = await post.letter()
    row = await post.delivered(id_)
    assert (row.state, row.doubtful) == (NoticeState.PLANNED, True)
    assert row.try_at == MOMENT + 5 * MINUTES
    assert len(post.new) == arrives
    row = await post.later(id_, 5 * MINUTES)
    assert row.state is NoticeState.SENT
    *first, copy = post.new
    assert copy.endswith(texts_of_doubt)
    assert first == [copy.removesuffix(texts_of_doubt).rstrip()] * arrives


async def test_a_letter_twice_in_doubt_is_not_sent_a_third_time(post: Post) -> None:
    post.goes_wrong("reset_after", times=2)
    id_ = await post.letter()
    await post.delivered(id_)
    row = await post.later(id_, 5 * MINUTES)
    assert row.state is NoticeState.UNCERTAIN
    await post.later(id_, 60 * MINUTES)
    assert len(post.new) == 2


async def test_a_letter_of_which_one_copy_is_enough_is_held_when_in_doubt(post: Post) -> None:
    post.goes_wrong("bad_json")
    row = await post.delivered(await post.letter("trouble"))
    assert (row.state, row.attempts) == (NoticeState.UNCERTAIN, 1)
    assert len(post.new) == 1


async def test_letters_of_a_crashed_process_are_taken_back(post: Post) -> None:
    db = post.house.stage.parts.db
    claimed, flying = await post.letter(), await post.letter()
    await post.delivered(claimed)
    async with db.statements() as connection:
        for id_, state in ((claimed, NoticeState.CLAIMED), (flying, NoticeState.IN_FLIGHT)):
            await connection.execute(
                notices.update()
                .where(notices.c.id == id_)
                .values(state=state, owner="gone:1:x", lease_until=MOMENT + 1 * MINUTES)
            )
    await post.house.stage.parts.delivery.mend()
    assert (await post.delivered(claimed)).state is NoticeState.CLAIMED
    post.house.stage.wall.move(1 * MINUTES)
    await post.house.stage.parts.delivery.mend()
    assert (await post.delivered(claimed)).doubtful is False
    row = await post.delivered(flying)
    assert (row.state, row.doubtful) == (NoticeState.SENT, True)


async def test_the_picture_of_a_digest_is_drawn_before_anything_is_sent(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, journal = post.house.stage.parts, post.house.stage.telegram.journal
    async with parts.db.reading() as tx:
        facts = await digests.compute(
            tx, await tx.get(Programme, post.house.programme_id), parts.profile,
            (await post.house.world.actor(CURATOR)).person_id,
        )
    pacer = Pacer(rate=1000, chat_rate=1000)
    courier = TelegramCourier(parts.bot, parts.texts, parts.worker, pacer)
    before = journal.last
    sealed = await courier.seal(Letter("digest", digest=facts), Address(str(MENTEE), "ru", "vy"))
    assert journal.last == before

    async def nobody(*_: object) -> bytes:
        raise AssertionError("drawn while it is on the wire")

    monkeypatch.setattr(parts.worker, "run", nobody)
    assert await courier.carry(sealed) == str(post.arrived[-1].message_id)
    assert post.arrived[-1].method == "sendPhoto"

"""The pacer: never above what is permitted, replies first, and a refusal is obeyed."""

import asyncio
import random
from collections import Counter

import pytest

from bot.messenger.limits import ALL_BURST, CHAT_BURST, Pacer, Urgency
from tests.messenger.virtual_time import lived_through

Sent = list[tuple[float, str, Urgency]]


class Senders:
    """Many who wait for their turns at one pacer; `sent` says who went when."""

    def __init__(self, *, rate: float = 30, chat_rate: float = 1) -> None:
        self.pacer = Pacer(rate=rate, chat_rate=chat_rate)
        self.sent: Sent = []

    async def send(self, chat: str, how: Urgency = Urgency.REPLY, *, after: float = 0) -> None:
        await asyncio.sleep(after)
        await self.pacer.turn(chat, how)
        self.sent.append((asyncio.get_running_loop().time(), chat, how))

    def most_within(self, seconds: float, chat: str | None = None) -> int:
        moments = sorted(at for at, to, _ in self.sent if chat in (None, to))
        return max(
            sum(1 for other in moments[first:] if other <= begin + seconds + 1e-9)
            for first, begin in enumerate(moments)
        )


@pytest.mark.parametrize("seed", range(5))
def test_the_rate_is_never_above_what_is_permitted(seed: int) -> None:
    chance = random.Random(seed)

    async def story() -> Senders:
        senders = Senders()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(600):
                chat, how = str(chance.randrange(60)), chance.choice(list(Urgency))
                tasks.create_task(senders.send(chat, how, after=chance.uniform(0, 10)))
        return senders

    senders = lived_through(story())
    assert len(senders.sent) == 600
    for seconds in (0, 1, 5):
        assert senders.most_within(seconds) <= ALL_BURST + 30 * seconds + 1
        for chat in {chat for _, chat, _ in senders.sent}:
            assert senders.most_within(seconds, chat) <= CHAT_BURST + seconds


def test_nearly_all_of_the_permitted_rate_is_used() -> None:
    async def story() -> float:
        senders = Senders()
        async with asyncio.TaskGroup() as tasks:
            for number in range(3000):
                tasks.create_task(senders.send(str(number), Urgency.LETTER))
        return asyncio.get_running_loop().time()

    assert lived_through(story()) == pytest.approx(3000 / 30, rel=0.04)


def test_replies_go_before_letters() -> None:
    async def story() -> Sent:
        senders = Senders()
        async with asyncio.TaskGroup() as tasks:
            for number in range(300):
                tasks.create_task(senders.send(f"letter {number}", Urgency.LETTER))
            for number in range(60):
                tasks.create_task(senders.send(f"reply {number}", after=2))
        return senders.sent

    sent = lived_through(story())
    replies = [at for at, _, how in sent if how is Urgency.REPLY]
    assert len(sent) == 360
    assert max(replies) <= 2 + 60 / 30 + 0.1
    assert not any(2.1 < at < max(replies) for at, _, how in sent if how is Urgency.LETTER)


def test_one_chat_that_has_had_enough_does_not_hold_up_the_others() -> None:
    async def story() -> Senders:
        senders = Senders()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(20):
                tasks.create_task(senders.send("loud"))
            tasks.create_task(senders.send("quiet"))
        return senders

    senders = lived_through(story())
    assert [at for at, chat, _ in senders.sent if chat == "quiet"] == [0]
    assert max(at for at, _, _ in senders.sent) == pytest.approx(20 - CHAT_BURST, abs=0.1)


def test_a_refused_chat_waits_as_long_as_it_was_told_and_others_do_not() -> None:
    async def story() -> Senders:
        senders = Senders()
        senders.pacer.refused("loud", 7)
        assert senders.pacer.closed_for("loud") == 7
        assert senders.pacer.closed_for("quiet") == 0
        await asyncio.gather(senders.send("loud"), senders.send("quiet"))
        return senders

    when = {chat: at for at, chat, _ in lived_through(story()).sent}
    assert when["quiet"] == 0
    assert when["loud"] == pytest.approx(7, abs=0.1)


def test_when_two_chats_are_refused_everybody_waits() -> None:
    async def story() -> Senders:
        senders = Senders()
        senders.pacer.refused("one", 3)
        senders.pacer.refused("two", 5)
        assert senders.pacer.closed_for("three") == 5
        await asyncio.gather(*(senders.send(chat) for chat in ("one", "two", "three")))
        return senders

    sent = lived_through(story()).sent
    assert min(at for at, _, _ in sent) == pytest.approx(5, abs=0.1)


def test_who_no_longer_waits_takes_no_turn() -> None:
    async def story() -> Counter[str]:
        senders = Senders(rate=1, chat_rate=1)
        for _ in range(2):  # empties the bucket
            await senders.send("first")
        waiting = [
            asyncio.ensure_future(senders.send(chat)) for chat in ("gone", "gone", "stays", "first")
        ]
        await asyncio.sleep(0.01)
        for task in waiting[:2]:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert senders.pacer.waiting == 0
        assert asyncio.get_running_loop().time() < 3.5
        return Counter(chat for _, chat, _ in senders.sent)

    assert lived_through(story()) == {"first": 3, "stays": 1}


def test_a_turn_given_to_somebody_who_has_just_left_is_not_lost() -> None:
    async def story() -> float:
        senders = Senders(rate=1, chat_rate=0.01)
        await senders.send("other")
        task = asyncio.ensure_future(senders.send("chat"))
        for _ in range(2):
            await asyncio.sleep(0)
        await asyncio.sleep(1.1)
        task.cancel()  # whether its turn had come by now or not
        await asyncio.gather(task, return_exceptions=True)
        for _ in range(CHAT_BURST - len([c for _, c, _ in senders.sent if c == "chat"])):
            await senders.send("chat")
        return asyncio.get_running_loop().time()

    assert lived_through(story()) < 10  # a lost turn of the chat would cost 100 s


def test_thousands_of_chats_are_not_remembered_for_ever() -> None:
    async def story() -> int:
        senders = Senders(rate=1000, chat_rate=10)
        for number in range(12_000):
            await senders.send(str(number))
        return len(senders.pacer._chats)

    assert lived_through(story()) <= 5000

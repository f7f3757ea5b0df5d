"""The delivery with everything real but the wire: letters are kept in a list."""

from collections import deque

import pytest

from bot.domain.profile import Profile
from bot.messenger.courier import Address, Sealed, TelegramCourier
from bot.messenger.json_session import SendLetter
from bot.storage.database import Database
from bot.storage.outgoing import Outgoing
from bot.usecases.letters import Letter
from sandbox.wall import Wall
from scheduler.delivery import Delivery
from tests.village import Village

DOUBT = " (perhaps a copy)"


class Wire(TelegramCourier):
    """What was carried; `fails` are raised first, one a letter."""

    def __init__(self) -> None:  # the wire itself is what is replaced
        self.carried: list[tuple[str, str, bool]] = []
        self.fails: deque[Exception] = deque()
        self.turns = 0

    async def seal(self, letter: Letter, to: Address, *, doubtful: bool = False) -> Sealed:
        return SendLetter(chat_id=int(to.chat), text=letter.key + DOUBT * doubtful)

    async def turn(self, to: Address) -> None:
        """No limits here."""
        self.turns += 1

    async def carry(self, sealed: Sealed) -> str:
        if self.fails:
            raise self.fails.popleft()
        assert isinstance(sealed, SendLetter)
        key = sealed.text.removesuffix(DOUBT)
        self.carried.append((str(sealed.chat_id), key, key != sealed.text))
        return str(len(self.carried))

    def to(self, account: int) -> list[str]:
        return [key for chat, key, _ in self.carried if chat == str(account)]


@pytest.fixture
def village(db: Database, profile: Profile, wall: Wall) -> Village:
    return Village(db, profile, wall)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def delivery(db: Database, profile: Profile, wire: Wire) -> Delivery:
    return Delivery(
        db=db, outgoing=Outgoing(db, "test:1:a"), courier=wire, profile=profile, rate=1000
    )

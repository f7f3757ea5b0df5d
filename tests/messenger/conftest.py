"""What tests of the messenger's edge share."""

import pytest

from bot.storage.database import Database
from bot.storage.inbox import Inbox
from bot.texts import Texts
from tests.messenger.board import Board


@pytest.fixture
def board(db: Database) -> Board:
    return Board(db, Inbox(db))


@pytest.fixture(scope="session")
def texts_of_doubt(texts: Texts) -> str:
    """What stands under a copy of a letter that may have arrived before."""
    return texts.say("ru", "ty", "letter-doubtful")

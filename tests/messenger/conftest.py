"""What tests of the messenger's edge share."""

import pytest

from bot.storage.database import Database
from bot.storage.inbox import Inbox
from tests.messenger.board import Board


@pytest.fixture
def board(db: Database) -> Board:
    return Board(db, Inbox(db))

"""Questionnaires, waves, results and indicators: monitoring that is true"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _answers()
    _authoring()
    _waves()
    _indicators()
    _pairs()


def downgrade() -> None:
    _pairs_back()
    _indicators_back()
    _waves_back()
    _authoring_back()
    _answers_back()


def _answers() -> None:
    op.add_column("responses", sa.Column("seconds", sa.JSON(none_as_null=True)))


def _answers_back() -> None:
    op.drop_column("responses", "seconds")


def _authoring() -> None:
    pass


def _authoring_back() -> None:
    pass


def _waves() -> None:
    pass


def _waves_back() -> None:
    pass


def _indicators() -> None:
    pass


def _indicators_back() -> None:
    pass


def _pairs() -> None:
    pass


def _pairs_back() -> None:
    pass

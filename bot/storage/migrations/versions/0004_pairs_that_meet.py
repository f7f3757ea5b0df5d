"""The life of a pair, its meetings and its plans: pairs that meet"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

STATES = (
    'proposed', 'accepted', 'intro', 'trial', 'confirmed', 'planning', 'active', 'paused', 'closing',
    'completed', 'dissolved', 'declined', 'expired',
)


def upgrade() -> None:
    _life()


def downgrade() -> None:
    _life_back()


def _life() -> None:
    state = sa.Enum(*STATES, name='pairstate', native_enum=False, length=24)
    op.add_column('pairs', sa.Column('paused_from', state, nullable=True))
    op.add_column('pairs', sa.Column('paused_until', bot.storage.columns.Moment(timezone=True), nullable=True))
    # Who rested before it began starts with the first meeting; who had begun is at work.
    op.execute(
        "UPDATE pairs SET paused_from = CASE WHEN active_since IS NULL THEN 'accepted' ELSE 'active' END"
        " WHERE state = 'paused'"
    )
    op.execute(
        "UPDATE pairs SET state = CASE WHEN reason = 'finished' AND active_since IS NOT NULL"
        " THEN 'completed' ELSE 'dissolved' END WHERE state = 'closed'"
    )


def _life_back() -> None:
    op.execute("UPDATE pairs SET state = 'closed' WHERE state IN ('completed', 'dissolved')")
    op.execute(
        "UPDATE pairs SET state = 'active'"
        " WHERE state IN ('intro', 'trial', 'confirmed', 'planning', 'closing')"
    )
    op.execute("UPDATE pairs SET state = 'paused' WHERE state = 'accepted'")
    op.drop_column('pairs', 'paused_until')
    op.drop_column('pairs', 'paused_from')

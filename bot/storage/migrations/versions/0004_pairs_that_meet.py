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
    _clocks()


def downgrade() -> None:
    _clocks_back()
    _life_back()


def _life() -> None:
    state = sa.Enum(*STATES, name='pairstate', native_enum=False, length=24)
    op.add_column('pairs', sa.Column('paused_from', state, nullable=True))
    op.add_column('pairs', sa.Column('paused_until', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('pairs', sa.Column('to_settle', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('pairs', sa.Column('quiet_since', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('pairs', sa.Column('quiet_rung', sa.Integer(), server_default='0', nullable=False))
    op.add_column('pairs', sa.Column('history', sa.JSON(), server_default='[]', nullable=False))
    op.create_index('ix_pairs_group_id', 'pairs', ['group_id'], unique=False)
    op.create_table('pair_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('about', sa.Enum('expects', 'trial', 'may-stop', 'change', name='about', native_enum=False, length=24), nullable=False),
    sa.Column('said', sa.JSON(), nullable=False),
    sa.Column('said_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('settled_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('settled_by', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_pair_words_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_words_pair_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pair_words_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_pair_words_programme_id')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_pair_words_settled_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_words'))
    )
    op.create_index('ix_pair_words_pair_id', 'pair_words', ['pair_id'], unique=False)
    op.create_index('ix_pair_words_person_id', 'pair_words', ['person_id'], unique=False)
    op.create_index('ix_pair_words_waiting', 'pair_words', ['programme_id', 'settled_at'], unique=False)
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
    op.drop_index('ix_pair_words_waiting', table_name='pair_words')
    op.drop_index('ix_pair_words_person_id', table_name='pair_words')
    op.drop_index('ix_pair_words_pair_id', table_name='pair_words')
    op.drop_table('pair_words')
    op.drop_index('ix_pairs_group_id', table_name='pairs')
    op.drop_column('pairs', 'history')
    op.drop_column('pairs', 'quiet_rung')
    op.drop_column('pairs', 'quiet_since')
    op.drop_column('pairs', 'to_settle')
    op.drop_column('pairs', 'paused_until')
    op.drop_column('pairs', 'paused_from')


def _clocks() -> None:
    op.create_table('clock_rules',
    sa.Column('zone', sa.String(length=64), nullable=False),
    sa.Column('since', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('until', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('zone', name=op.f('pk_clock_rules')),
    )


def _clocks_back() -> None:
    op.drop_table('clock_rules')

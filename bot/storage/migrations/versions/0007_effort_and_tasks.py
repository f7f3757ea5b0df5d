"""Effort and tasks: what is done about many pairs at once"""

import sqlalchemy as sa
from alembic import op

import bot.storage.columns

MOMENT = bot.storage.columns.Moment(timezone=True)

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _mass_acts()


def downgrade() -> None:
    _mass_acts_back()


def _mass_acts() -> None:
    """The same done about many pairs at once, and what it did about each."""
    op.create_table(
        'mass_acts',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('what', sa.Enum('remind', 'snooze', 'talk', 'entrust', 'letter', name='masswhat', native_enum=False, length=24), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('undo_until', MOMENT, nullable=False),
        sa.Column('done', sa.Integer(), nullable=False),
        sa.Column('left_out', sa.Integer(), nullable=False),
        sa.Column('letters', sa.Integer(), nullable=False),
        sa.Column('letters_at', MOMENT, nullable=True),
        sa.Column('to_id', sa.Uuid(), nullable=True),
        sa.Column('broadcast_id', sa.Uuid(), nullable=True),
        sa.Column('undone_at', MOMENT, nullable=True),
        sa.Column('undone_by', sa.Uuid(), nullable=True),
        sa.Column('called_back', sa.Integer(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id'], name=op.f('fk_mass_acts_broadcast_id')),
        sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_mass_acts_made_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_mass_acts_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_mass_acts_programme_id')),
        sa.ForeignKeyConstraint(['to_id'], ['people.id'], name=op.f('fk_mass_acts_to_id')),
        sa.ForeignKeyConstraint(['undone_by'], ['people.id'], name=op.f('fk_mass_acts_undone_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_mass_acts')),
    )
    op.create_index('ix_mass_acts_lately', 'mass_acts', ['programme_id', 'made_by', 'at'])
    op.create_index(op.f('ix_mass_acts_broadcast_id'), 'mass_acts', ['broadcast_id'])
    op.create_table(
        'mass_lines',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('act_id', sa.Uuid(), nullable=False),
        sa.Column('pair_id', sa.Uuid(), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('left_out', sa.Enum('ended', 'early', 'rests', 'ahead', 'lately', 'away', 'calm', 'theirs', name='leftout', native_enum=False, length=24), nullable=True),
        sa.Column('mark_id', sa.Uuid(), nullable=True),
        sa.Column('before', sa.JSON(), nullable=True),
        sa.Column('undone', sa.Enum('fully', 'sent', 'changed', name='undone', native_enum=False, length=24), nullable=True),
        sa.ForeignKeyConstraint(['act_id'], ['mass_acts.id'], name=op.f('fk_mass_lines_act_id')),
        sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_mass_lines_made_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_mass_lines_organisation_id')),
        sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_mass_lines_pair_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_mass_lines_programme_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_mass_lines')),
    )
    op.create_index(op.f('ix_mass_lines_act_id'), 'mass_lines', ['act_id'])
    op.create_index(op.f('ix_mass_lines_pair_id'), 'mass_lines', ['pair_id'])


def _mass_acts_back() -> None:
    op.drop_table('mass_lines')
    op.drop_table('mass_acts')

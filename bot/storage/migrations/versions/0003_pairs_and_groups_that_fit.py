"""Runs of the matching, wishes and vetoes, groups: pairs and groups that fit"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('matching_runs',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('made_by', sa.Uuid(), nullable=False),
    sa.Column('tuning', sa.JSON(), nullable=False),
    sa.Column('figures', sa.JSON(), nullable=False),
    sa.Column('proof', sa.JSON(), nullable=False),
    sa.Column('left', sa.JSON(), nullable=False),
    sa.Column('ready_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('replaced_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('decisions', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_matching_runs_made_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_matching_runs_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_matching_runs_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_runs'))
    )
    op.create_index('ix_matching_runs_programme', 'matching_runs', ['programme_id', 'made_at'], unique=False)
    op.create_table('matching_lines',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('run_id', sa.Uuid(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('mentee_participation_id', sa.Uuid(), nullable=False),
    sa.Column('mentor_participation_id', sa.Uuid(), nullable=False),
    sa.Column('form', sa.String(length=40), nullable=False),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('lacks', sa.JSON(), nullable=False),
    sa.Column('alternatives', sa.JSON(), nullable=False),
    sa.Column('group_number', sa.Integer(), nullable=True),
    sa.Column('slot', sa.String(length=24), nullable=True),
    sa.Column('state', sa.Enum('proposed', 'locked', 'approved', 'vetoed', 'dropped', name='linestate', native_enum=False, length=24), nullable=False),
    sa.Column('by_hand', sa.Boolean(), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('decided_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('decision', sa.Integer(), nullable=True),
    sa.Column('before', sa.Enum('proposed', 'locked', 'approved', 'vetoed', 'dropped', name='linestate', native_enum=False, length=24), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_matching_lines_decided_by')),
    sa.ForeignKeyConstraint(['mentee_participation_id'], ['participations.id'], name=op.f('fk_matching_lines_mentee_participation_id')),
    sa.ForeignKeyConstraint(['mentor_participation_id'], ['participations.id'], name=op.f('fk_matching_lines_mentor_participation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_matching_lines_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_matching_lines_programme_id')),
    sa.ForeignKeyConstraint(['run_id'], ['matching_runs.id'], name=op.f('fk_matching_lines_run_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_lines'))
    )
    op.create_index(op.f('ix_matching_lines_mentee_participation_id'), 'matching_lines', ['mentee_participation_id'], unique=False)
    op.create_index(op.f('ix_matching_lines_mentor_participation_id'), 'matching_lines', ['mentor_participation_id'], unique=False)
    op.create_index('ix_matching_lines_run', 'matching_lines', ['run_id', 'state', 'place'], unique=False)
    op.create_table('vetoes',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('mentee_participation_id', sa.Uuid(), nullable=False),
    sa.Column('mentor_participation_id', sa.Uuid(), nullable=False),
    sa.Column('by', sa.Enum('curator', 'mentee', 'mentor', 'guardian', name='vetoby', native_enum=False, length=24), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('lifted_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['mentee_participation_id'], ['participations.id'], name=op.f('fk_vetoes_mentee_participation_id')),
    sa.ForeignKeyConstraint(['mentor_participation_id'], ['participations.id'], name=op.f('fk_vetoes_mentor_participation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_vetoes_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_vetoes_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_vetoes'))
    )
    op.create_index(op.f('ix_vetoes_mentee_participation_id'), 'vetoes', ['mentee_participation_id'], unique=False)
    op.create_index(op.f('ix_vetoes_mentor_participation_id'), 'vetoes', ['mentor_participation_id'], unique=False)
    op.create_index(op.f('ix_vetoes_programme_id'), 'vetoes', ['programme_id'], unique=False)
    op.create_table('wishes',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('wished_participation_id', sa.Uuid(), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_wishes_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_wishes_participation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_wishes_programme_id')),
    sa.ForeignKeyConstraint(['wished_participation_id'], ['participations.id'], name=op.f('fk_wishes_wished_participation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wishes')),
    sa.UniqueConstraint('participation_id', 'wished_participation_id', name=op.f('uq_wishes_participation_id_wished_participation_id'))
    )
    op.create_index(op.f('ix_wishes_programme_id'), 'wishes', ['programme_id'], unique=False)
    op.create_index(op.f('ix_wishes_wished_participation_id'), 'wishes', ['wished_participation_id'], unique=False)
    op.add_column('participations', sa.Column('round_told', sa.Date(), nullable=True))
    op.add_column('pairs', sa.Column('group_id', sa.Uuid(), nullable=True))
    op.add_column('pairs', sa.Column('slot', sa.String(length=24), nullable=True))
    op.add_column('pairs', sa.Column('answer_reason', sa.Text(), nullable=True))
    op.add_column('pairs', sa.Column('followed_up_at', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.execute("UPDATE pairs SET answer_reason = reason, reason = NULL WHERE state = 'declined'")
    op.execute("UPDATE pairs SET followed_up_at = ended_at WHERE state IN ('declined', 'expired')")
    op.add_column('programmes', sa.Column('matching', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('programmes', sa.Column('next_round_on', sa.Date(), nullable=True))
    op.add_column('programmes', sa.Column('wishes_until', bot.storage.columns.Moment(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('programmes', 'wishes_until')
    op.drop_column('programmes', 'next_round_on')
    op.drop_column('programmes', 'matching')
    op.drop_column('participations', 'round_told')
    op.drop_column('pairs', 'followed_up_at')
    op.drop_column('pairs', 'answer_reason')
    op.drop_column('pairs', 'slot')
    op.drop_column('pairs', 'group_id')
    op.drop_index(op.f('ix_wishes_wished_participation_id'), table_name='wishes')
    op.drop_index(op.f('ix_wishes_programme_id'), table_name='wishes')
    op.drop_table('wishes')
    op.drop_index(op.f('ix_vetoes_programme_id'), table_name='vetoes')
    op.drop_index(op.f('ix_vetoes_mentor_participation_id'), table_name='vetoes')
    op.drop_index(op.f('ix_vetoes_mentee_participation_id'), table_name='vetoes')
    op.drop_table('vetoes')
    op.drop_index('ix_matching_lines_run', table_name='matching_lines')
    op.drop_index(op.f('ix_matching_lines_mentor_participation_id'), table_name='matching_lines')
    op.drop_index(op.f('ix_matching_lines_mentee_participation_id'), table_name='matching_lines')
    op.drop_table('matching_lines')
    op.drop_index('ix_matching_runs_programme', table_name='matching_runs')
    op.drop_table('matching_runs')

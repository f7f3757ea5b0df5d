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
    op.create_table(
        'own_questionnaires',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('key', sa.String(length=40), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('state', sa.Enum('draft', 'published', 'taken-back', name='ownstate', native_enum=False, length=24), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('made_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('published_by', sa.Uuid(), nullable=True),
        sa.Column('published_at', bot.storage.columns.Moment(timezone=True), nullable=True),
        sa.Column('taken_back_by', sa.Uuid(), nullable=True),
        sa.Column('taken_back_at', bot.storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_own_questionnaires_made_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_own_questionnaires_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_own_questionnaires')),
        sa.UniqueConstraint('organisation_id', 'key', 'number', name=op.f('uq_own_questionnaires_organisation_id_key_number')),
    )


def _authoring_back() -> None:
    op.drop_table('own_questionnaires')


def _waves() -> None:
    pass


def _waves_back() -> None:
    pass


def _indicators() -> None:
    pass


def _indicators_back() -> None:
    pass


def _pairs() -> None:
    with op.batch_alter_table('meetings') as batch:
        for side in ('mentor', 'mentee'):
            batch.add_column(sa.Column(f'{side}_entered_by', sa.Uuid(), nullable=True))
    with op.batch_alter_table('group_polls') as batch:
        batch.add_column(sa.Column('where', sa.Text(), nullable=True))
    with op.batch_alter_table('group_poll_answers') as batch:
        batch.add_column(sa.Column('entered_by', sa.Uuid(), nullable=True))


def _pairs_back() -> None:
    with op.batch_alter_table('group_poll_answers') as batch:
        batch.drop_column('entered_by')
    with op.batch_alter_table('group_polls') as batch:
        batch.drop_column('where')
    with op.batch_alter_table('meetings') as batch:
        for side in ('mentee', 'mentor'):
            batch.drop_column(f'{side}_entered_by')

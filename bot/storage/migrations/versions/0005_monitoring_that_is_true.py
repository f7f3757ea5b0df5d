"""Questionnaires, waves, results and indicators: monitoring that is true"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
import bot.storage.columns
from bot.domain.ids import new_id


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
    moment = bot.storage.columns.Moment(timezone=True)
    op.create_table('counts',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=True),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('form', sa.String(length=40), nullable=True),
    sa.Column('moment', sa.String(length=8), nullable=True),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('of', sa.Integer(), nullable=True),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('entered_by', sa.Uuid(), nullable=True),
    sa.Column('entered_at', moment, nullable=False),
    sa.ForeignKeyConstraint(['entered_by'], ['people.id'], name=op.f('fk_counts_entered_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_counts_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_counts_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_counts'))
    )
    op.create_index('ix_counts_house', 'counts', ['organisation_id', 'key'], unique=False)
    op.create_index('ix_counts_programme_id', 'counts', ['programme_id'], unique=False)
    _known_contingents(moment)
    op.create_table('assessments',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('at', sa.Enum('middle', 'end', name='when', native_enum=False, length=24), nullable=False),
    sa.Column('begun_by', sa.Uuid(), nullable=False),
    sa.Column('begun_at', moment, nullable=False),
    sa.Column('marks', sa.JSON(), nullable=False),
    sa.Column('finished_at', moment, nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['begun_by'], ['people.id'], name=op.f('fk_assessments_begun_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_assessments_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_assessments_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessments'))
    )
    op.create_index('ix_assessments_programme_id', 'assessments', ['programme_id'], unique=False)
    op.create_table('swot_entries',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.Enum('strength', 'weakness', 'opportunity', 'threat', name='side', native_enum=False, length=24), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('form', sa.String(length=40), nullable=True),
    sa.Column('said', sa.Integer(), nullable=False),
    sa.Column('wave_id', sa.Uuid(), nullable=True),
    sa.Column('added_by', sa.Uuid(), nullable=True),
    sa.Column('added_at', moment, nullable=False),
    sa.Column('merged_into', sa.Uuid(), nullable=True),
    sa.Column('out_at', moment, nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['added_by'], ['people.id'], name=op.f('fk_swot_entries_added_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_swot_entries_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_swot_entries_programme_id')),
    sa.ForeignKeyConstraint(['wave_id'], ['waves.id'], name=op.f('fk_swot_entries_wave_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_swot_entries'))
    )
    op.create_index('ix_swot_entries_programme_id', 'swot_entries', ['programme_id'], unique=False)
    op.create_index('ix_swot_entries_wave_id', 'swot_entries', ['wave_id'], unique=False)


def _known_contingents(moment: bot.storage.columns.Moment) -> None:
    """What organisations have said of their learners before is the beginning of its history."""
    houses = sa.table(
        'organisations', sa.column('id', sa.Uuid()), sa.column('contingent', sa.JSON()),
        sa.column('contingent_on', sa.Date()),
    )
    counts = sa.table(
        'counts', sa.column('id', sa.Uuid()), sa.column('organisation_id', sa.Uuid()),
        sa.column('key', sa.String()), sa.column('number', sa.Integer()), sa.column('on', sa.Date()),
        sa.column('entered_at', moment),
    )
    known = op.get_bind().execute(sa.select(houses).where(houses.c.contingent_on.is_not(None)))
    rows = [
        {
            'id': new_id(), 'organisation_id': house, 'key': key, 'number': number, 'on': on,
            'entered_at': datetime(on.year, on.month, on.day, tzinfo=UTC),
        }
        for house, contingent, on in known
        for key, number in contingent.items()
    ]
    if rows:
        op.bulk_insert(counts, rows)


def _indicators_back() -> None:
    op.drop_index('ix_swot_entries_wave_id', table_name='swot_entries')
    op.drop_index('ix_swot_entries_programme_id', table_name='swot_entries')
    op.drop_table('swot_entries')
    op.drop_index('ix_assessments_programme_id', table_name='assessments')
    op.drop_table('assessments')
    op.drop_index('ix_counts_programme_id', table_name='counts')
    op.drop_index('ix_counts_house', table_name='counts')
    op.drop_table('counts')


def _pairs() -> None:
    pass


def _pairs_back() -> None:
    pass

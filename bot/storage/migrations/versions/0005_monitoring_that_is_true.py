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


ROLES = (
    'mentee', 'mentor', 'alumnus', 'guardian', 'curator', 'deputy', 'psychologist', 'class-teacher',
    'head', 'region', 'operator',
)


def upgrade() -> None:
    _answers()
    _authoring()
    _waves()
    _indicators()
    _pairs()
    _results()
    _desk()


def downgrade() -> None:
    _desk_back()
    _results_back()
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


EVENTS = sa.Enum('date', 'middle', 'entry', 'start', 'day-30', 'closing', 'later', name='waveevent', native_enum=False, length=24)
EVERYBODY = '{"roles": ["mentee", "mentor"], "forms": [], "groups": [], "alone": false}'
MOMENT = bot.storage.columns.Moment(timezone=True)


def _waves() -> None:
    op.create_table(
        'wave_plans',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('key', sa.String(length=40), nullable=False),
        sa.Column('questionnaire', sa.String(length=40), nullable=False),
        sa.Column('event', EVENTS, nullable=False),
        sa.Column('days', sa.Integer(), nullable=False),
        sa.Column('anonymous', sa.Boolean(), nullable=False),
        sa.Column('audience', sa.JSON(), nullable=False),
        sa.Column('enabled', sa.Boolean(), nullable=False),
        sa.Column('starts_on', sa.Date(), nullable=True),
        sa.Column('changed_by', sa.Uuid(), nullable=False),
        sa.Column('changed_at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(['changed_by'], ['people.id'], name=op.f('fk_wave_plans_changed_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_wave_plans_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_wave_plans_programme_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_wave_plans')),
        sa.UniqueConstraint('programme_id', 'key', name=op.f('uq_wave_plans_programme_id_key')),
    )
    op.create_index('ix_wave_plans_enabled', 'wave_plans', ['enabled'], unique=False)
    op.create_table(
        'ballots',
        sa.Column('wave_id', sa.Uuid(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('said', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_ballots_organisation_id')),
        sa.PrimaryKeyConstraint('wave_id', 'id', name=op.f('pk_ballots')),
        sqlite_with_rowid=False,
    )
    op.add_column('waves', sa.Column('key', sa.String(length=40), server_default='half-way', nullable=False))
    op.add_column('waves', sa.Column('event', EVENTS, server_default='date', nullable=False))
    op.add_column('waves', sa.Column('anonymous', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('waves', sa.Column('audience', sa.JSON(), server_default=sa.text(f"'{EVERYBODY}'"), nullable=False))
    op.add_column('waves', sa.Column('days', sa.Integer(), server_default='10', nullable=False))
    op.add_column('waves', sa.Column('listed_to', sa.Uuid(), nullable=True))
    op.add_column('waves', sa.Column('listed_at', MOMENT, nullable=True))
    op.execute("UPDATE waves SET listed_at = opened_at")
    op.add_column('responses', sa.Column('role', sa.Enum(*ROLES, name='role', native_enum=False, length=24), nullable=True))
    op.add_column('responses', sa.Column('form', sa.String(length=40), nullable=True))
    op.add_column('responses', sa.Column('group_name', sa.String(length=40), nullable=True))
    op.add_column('responses', sa.Column('closes_at', MOMENT, nullable=True))
    op.add_column('responses', sa.Column('remind_at', MOMENT, nullable=True))
    op.execute(
        "UPDATE responses SET closes_at = (SELECT closes_at FROM waves WHERE waves.id = responses.wave_id)"
        " WHERE wave_id IS NOT NULL"
    )
    op.create_index('ix_responses_invited', 'responses', ['wave_id', 'person_id'], unique=True)
    waiting, reminded = sa.text("state IN ('invited', 'started')"), sa.text('remind_at IS NOT NULL')
    op.create_index('ix_responses_closes_at', 'responses', ['closes_at'], unique=False, sqlite_where=waiting, postgresql_where=waiting)
    op.create_index('ix_responses_remind_at', 'responses', ['remind_at'], unique=False, sqlite_where=reminded, postgresql_where=reminded)
    op.create_index('ix_participations_list', 'participations', ['programme_id', 'id'], unique=False)


def _waves_back() -> None:
    op.drop_index('ix_participations_list', table_name='participations')
    for name in ('ix_responses_remind_at', 'ix_responses_closes_at', 'ix_responses_invited'):
        op.drop_index(name, table_name='responses')
    for name in ('remind_at', 'closes_at', 'group_name', 'form', 'role'):
        op.drop_column('responses', name)
    for name in ('listed_at', 'listed_to', 'days', 'audience', 'anonymous', 'event', 'key'):
        op.drop_column('waves', name)
    op.drop_table('ballots')
    op.drop_table('wave_plans')


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


def _results() -> None:
    op.create_table(
        'exports',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('wave_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.Enum('xlsx', 'csv', 'sav', 'research', name='exportkind', native_enum=False, length=24), nullable=False),
        sa.Column('by', sa.Uuid(), nullable=False),
        sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('people', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['by'], ['people.id'], name=op.f('fk_exports_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_exports_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_exports_programme_id')),
        sa.ForeignKeyConstraint(['wave_id'], ['waves.id'], name=op.f('fk_exports_wave_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_exports')),
    )
    op.create_index(op.f('ix_exports_wave_id'), 'exports', ['wave_id'])
    op.create_table(
        'research_keys',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('secret', sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_research_keys_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_research_keys_programme_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_research_keys')),
        sa.UniqueConstraint('programme_id', name=op.f('uq_research_keys_programme_id')),
    )


def _results_back() -> None:
    op.drop_table('research_keys')
    op.drop_table('exports')


def _desk() -> None:
    op.create_table(
        'pair_marks',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('pair_id', sa.Uuid(), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('what', sa.Enum('called', 'nudged', 'snoozed', 'fine', name='done', native_enum=False, length=24), nullable=False),
        sa.Column('on_day', sa.Date(), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('until', sa.Date(), nullable=False),
        sa.Column('light', sa.Enum('red', 'yellow', 'green', 'grey', name='light', native_enum=False, length=24), nullable=False),
        sa.Column('alerts', sa.JSON(), nullable=False),
        sa.Column('reason', sa.String(length=24), nullable=True),
        sa.Column('with_mentee', sa.Boolean(), nullable=False),
        sa.Column('with_mentor', sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_pair_marks_made_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_pair_marks_organisation_id')),
        sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_marks_pair_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_pair_marks_programme_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_marks')),
        sa.UniqueConstraint('pair_id', 'made_by', 'what', 'on_day', name=op.f('uq_pair_marks_pair_id_made_by_what_on_day')),
    )
    op.create_index('ix_pair_marks_until', 'pair_marks', ['programme_id', 'until'], unique=False)


def _desk_back() -> None:
    op.drop_table('pair_marks')

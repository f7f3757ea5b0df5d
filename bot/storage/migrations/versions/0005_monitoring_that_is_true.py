"""Questionnaires, waves, results and indicators: monitoring that is true"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns


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
    pass


def _indicators_back() -> None:
    pass


def _pairs() -> None:
    pass


def _pairs_back() -> None:
    pass

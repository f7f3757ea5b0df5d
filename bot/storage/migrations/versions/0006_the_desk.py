"""The curator's desk: what she does from the digest, documents, the region's kept figures"""

from typing import Any

import sqlalchemy as sa
from alembic import op

import bot.storage.columns

MOMENT = bot.storage.columns.Moment(timezone=True)

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _digest()
    _desk()
    _documents()
    _region()
    _monitoring()


def downgrade() -> None:
    _monitoring_back()
    _region_back()
    _documents_back()
    _desk_back()
    _digest_back()


def _digest() -> None:
    """Choices of what and when a curator hears; whose pairs are whose, and who stands in."""
    op.create_table(
        'digest_choices',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('often', sa.Enum('weekly', 'daily', 'off', name='often', native_enum=False, length=24), nullable=False),
        sa.Column('weekday', sa.Integer(), nullable=False),
        sa.Column('hour', sa.Integer(), nullable=False),
        sa.Column('without', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_digest_choices_organisation_id')),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_digest_choices_person_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_digest_choices_programme_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_digest_choices')),
        sa.UniqueConstraint('programme_id', 'person_id', name=op.f('uq_digest_choices_programme_id_person_id')),
    )
    op.create_table(
        'handovers',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('from_id', sa.Uuid(), nullable=False),
        sa.Column('to_id', sa.Uuid(), nullable=False),
        sa.Column('starts_on', sa.Date(), nullable=False),
        sa.Column('ends_on', sa.Date(), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('made_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('ended_at', bot.storage.columns.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['from_id'], ['people.id'], name=op.f('fk_handovers_from_id')),
        sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_handovers_made_by')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_handovers_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_handovers_programme_id')),
        sa.ForeignKeyConstraint(['to_id'], ['people.id'], name=op.f('fk_handovers_to_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_handovers')),
    )
    op.create_index('ix_handovers_days', 'handovers', ['programme_id', 'ends_on'], unique=False)
    op.add_column('pairs', sa.Column('kept_by', sa.Uuid(), nullable=True))
    op.add_column('memberships', sa.Column('own_pairs_only', sa.Boolean(), server_default=sa.false(), nullable=False))


def _digest_back() -> None:
    with op.batch_alter_table('memberships') as batch:
        batch.drop_column('own_pairs_only')
    with op.batch_alter_table('pairs') as batch:
        batch.drop_column('kept_by')
    op.drop_table('handovers')
    op.drop_table('digest_choices')


def _desk() -> None:
    """Questions to the curator, notes, letters to many, tasks."""
    op.create_table(
        'tickets',
        *_of('tickets', 'person_id'),
        sa.Column('participation_id', sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_tickets_participation_id')),
        sa.Column('asked_at', MOMENT, nullable=False),
        sa.Column('moved_at', MOMENT, nullable=False),
        sa.Column('state', sa.Enum('new', 'answered', 'closed', name='ticketstate', native_enum=False, length=24), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
    )
    op.create_index(op.f('ix_tickets_person_id'), 'tickets', ['person_id'])
    op.create_index(op.f('ix_tickets_participation_id'), 'tickets', ['participation_id'])
    op.create_index('ix_tickets_waiting', 'tickets', ['programme_id', 'state', 'asked_at'])
    op.create_table(
        'ticket_messages',
        *_of('ticket_messages', 'person_id'),
        sa.Column('ticket_id', sa.Uuid(), nullable=False),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(['ticket_id'], ['tickets.id'], name=op.f('fk_ticket_messages_ticket_id')),
    )
    op.create_index(op.f('ix_ticket_messages_ticket_id'), 'ticket_messages', ['ticket_id'])
    op.create_table(
        'desk_notes',
        *_of('desk_notes', 'made_by'),
        sa.Column('participation_id', sa.Uuid(), nullable=True),
        sa.Column('pair_id', sa.Uuid(), nullable=True),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_desk_notes_participation_id')),
        sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_desk_notes_pair_id')),
    )
    op.create_index(op.f('ix_desk_notes_participation_id'), 'desk_notes', ['participation_id'])
    op.create_index(op.f('ix_desk_notes_pair_id'), 'desk_notes', ['pair_id'])
    op.create_table(
        'note_views',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('note_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('seen_at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_note_views_organisation_id')),
        sa.ForeignKeyConstraint(['note_id'], ['desk_notes.id'], name=op.f('fk_note_views_note_id')),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_note_views_person_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_note_views')),
        sa.UniqueConstraint('note_id', 'person_id', name=op.f('uq_note_views_note_id_person_id')),
    )
    op.create_table(
        'broadcasts',
        *_of('broadcasts', 'made_by'),
        sa.Column('segment', sa.JSON(), nullable=False),
        sa.Column('made_at', MOMENT, nullable=False),
        sa.Column('due_at', MOMENT, nullable=False),
        sa.Column('ready', sa.String(length=40), nullable=True),
        sa.Column('words', sa.Text(), nullable=True),
        sa.Column('state', sa.Enum('planned', 'sending', 'sent', 'stopped', name='broadcaststate', native_enum=False, length=24), nullable=False),
        sa.Column('listed_to', sa.Uuid(), nullable=True),
        sa.Column('listed', sa.Integer(), nullable=False),
        sa.Column('stopped_at', MOMENT, nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
    )
    op.create_index('ix_broadcasts_made', 'broadcasts', ['programme_id', 'made_at'])
    under_way = sa.text("state IN ('planned', 'sending')")
    op.create_index('ix_broadcasts_due', 'broadcasts', ['due_at'], sqlite_where=under_way, postgresql_where=under_way)
    op.create_table(
        'desk_tasks',
        *_of('desk_tasks', 'person_id'),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('due_on', sa.Date(), nullable=False),
        sa.Column('made_at', MOMENT, nullable=False),
        sa.Column('done_at', MOMENT, nullable=True),
    )
    op.create_index('ix_desk_tasks_whose', 'desk_tasks', ['programme_id', 'person_id', 'done_at'])


def _of(table: str, person: str) -> list[sa.Column[Any] | sa.Constraint]:
    """What every table of a programme's desk begins with: its key, whose it is, and who."""
    names = {'organisation_id': 'organisations', 'programme_id': 'programmes', person: 'people'}
    return [
        sa.Column('id', sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in names),
        *(
            sa.ForeignKeyConstraint([name], [f'{target}.id'], name=op.f(f'fk_{table}_{name}'))
            for name, target in names.items()
        ),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
    ]


def _desk_back() -> None:
    for table in ('desk_tasks', 'broadcasts', 'note_views', 'desk_notes', 'ticket_messages', 'tickets'):
        op.drop_table(table)


def _documents() -> None:
    """Reports, templates, awards."""
    op.create_table(
        'report_texts',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('section', sa.Enum('problems', 'plans', 'case', name='section', native_enum=False, length=24), nullable=False),
        sa.Column('pair_id', sa.Uuid()),
        sa.Column('mentee_id', sa.Uuid()),
        sa.Column('mentor_id', sa.Uuid()),
        sa.Column('words', sa.Text(), nullable=False),
        sa.Column('written_by', sa.Uuid(), nullable=False),
        sa.Column('written_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_report_texts_organisation_id')),
        sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_report_texts_programme_id')),
        sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_report_texts_pair_id')),
        sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_report_texts_mentee_id')),
        sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_report_texts_mentor_id')),
        sa.ForeignKeyConstraint(['written_by'], ['people.id'], name=op.f('fk_report_texts_written_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_report_texts')),
    )
    op.create_index(op.f('ix_report_texts_mentee_id'), 'report_texts', ['mentee_id'])
    op.create_index(op.f('ix_report_texts_mentor_id'), 'report_texts', ['mentor_id'])
    op.create_index('ix_report_texts_section', 'report_texts', ['programme_id', 'section'])
    op.create_table(
        'own_templates',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.Enum('introduction', 'appointment', 'pairs', 'agreement', 'thanks-mentor', 'thanks-mentee', 'consents', name='paperkind', native_enum=False, length=24), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('content', sa.LargeBinary(), nullable=False),
        sa.Column('in_force', sa.Boolean(), nullable=False),
        sa.Column('sent_by', sa.Uuid(), nullable=False),
        sa.Column('sent_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_own_templates_organisation_id')),
        sa.ForeignKeyConstraint(['sent_by'], ['people.id'], name=op.f('fk_own_templates_sent_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_own_templates')),
        sa.UniqueConstraint('organisation_id', 'kind', 'number', name=op.f('uq_own_templates_organisation_id_kind_number')),
    )


def _documents_back() -> None:
    op.drop_table('own_templates')
    op.drop_table('report_texts')


def _region() -> None:
    """Kept aggregates, reminders, and the day a road map was agreed on."""
    op.create_table(
        'house_figures',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('month', sa.Date(), nullable=False),
        sa.Column('year', sa.Integer(), nullable=False),
        sa.Column('on', sa.Date(), nullable=False),
        sa.Column('counted_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('counts', sa.JSON(), nullable=False),
        sa.Column('told', sa.JSON(), nullable=False),
        sa.Column('facts', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_house_figures_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_house_figures')),
        sa.UniqueConstraint('organisation_id', 'month', name=op.f('uq_house_figures_organisation_id_month')),
    )
    op.create_index('ix_house_figures_year', 'house_figures', ['year', 'organisation_id', 'month'], unique=False)
    op.create_table(
        'region_reminders',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('sent_by', sa.Uuid(), nullable=False),
        sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('lags', sa.JSON(), nullable=False),
        sa.Column('letters', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_region_reminders_organisation_id')),
        sa.ForeignKeyConstraint(['sent_by'], ['people.id'], name=op.f('fk_region_reminders_sent_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_region_reminders')),
    )
    op.create_index('ix_region_reminders_house', 'region_reminders', ['organisation_id', 'at'], unique=False)
    op.add_column('programmes', sa.Column('road_map_agreed_on', sa.Date()))


def _region_back() -> None:
    op.drop_column('programmes', 'road_map_agreed_on')
    op.drop_table('region_reminders')
    op.drop_table('house_figures')


def _monitoring() -> None:
    """What monitoring still lacked: answers that were said otherwise."""
    op.add_column('responses', sa.Column('replaced', sa.JSON(none_as_null=True), nullable=True))


def _monitoring_back() -> None:
    op.drop_column('responses', 'replaced')

"""The curator's desk: what she does from the digest, documents, the region's kept figures"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns

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
    """Choices of what and when a curator hears; the contact standard."""


def _digest_back() -> None:
    pass


def _desk() -> None:
    """Notes, broadcasts, tasks, tickets."""


def _desk_back() -> None:
    pass


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


def _documents_back() -> None:
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
    """What monitoring still lacked."""


def _monitoring_back() -> None:
    pass

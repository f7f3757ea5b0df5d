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
        sa.UniqueConstraint('organisation_id', 'kind', 'number', name=op.f('uq_own_templates_organisation_id')),
    )


def _documents_back() -> None:
    op.drop_table('own_templates')
    op.drop_table('report_texts')


def _region() -> None:
    """Kept aggregates."""


def _region_back() -> None:
    pass


def _monitoring() -> None:
    """What monitoring still lacked."""


def _monitoring_back() -> None:
    pass

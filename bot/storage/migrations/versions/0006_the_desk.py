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
    """Kept aggregates."""


def _region_back() -> None:
    pass


def _monitoring() -> None:
    """What monitoring still lacked."""


def _monitoring_back() -> None:
    pass

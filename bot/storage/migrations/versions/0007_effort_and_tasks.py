"""Effort that is thanked for, and what else came after the desk"""

from typing import Any

import sqlalchemy as sa
from alembic import op

import bot.storage.columns

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _efforts()
    _mass_acts()
    _contact_standard()
    op.create_index('ix_pairs_kept_by', 'pairs', ['kept_by'], unique=False)
    op.create_index('ix_handovers_to_id', 'handovers', ['to_id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_handovers_to_id', table_name='handovers')
    op.drop_index('ix_pairs_kept_by', table_name='pairs')
    _contact_standard_back()
    _mass_acts_back()
    _efforts_back()


def _efforts() -> None:
    """Whose name may stand on the board of thanks, and who was thanked for what."""
    op.create_table(
        'board_places',
        *_of_participation('board_places'),
        sa.Column('asked_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('shown', sa.Boolean(), nullable=False),
        sa.Column('chosen_at', bot.storage.columns.Moment(timezone=True), nullable=True),
        sa.UniqueConstraint('participation_id', name=op.f('uq_board_places_participation_id')),
    )
    op.create_table(
        'effort_thanks',
        *_of_participation('effort_thanks'),
        sa.Column('effort', sa.String(length=24), nullable=False),
        sa.Column('sent_by', sa.Uuid(), nullable=False),
        sa.Column('sent_at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['sent_by'], ['people.id'], name=op.f('fk_effort_thanks_sent_by')),
        sa.UniqueConstraint('participation_id', 'effort', name=op.f('uq_effort_thanks_participation_id_effort')),
    )
    for table in ('board_places', 'effort_thanks'):
        for column in ('programme_id', 'person_id'):
            op.create_index(op.f(f'ix_{table}_{column}'), table, [column], unique=False)


def _of_participation(table: str) -> list[sa.Column[Any] | sa.Constraint]:
    """Of the organisation, the programme, somebody who takes part there and the person."""
    targets = {'organisation_id': 'organisations', 'programme_id': 'programmes',
               'participation_id': 'participations', 'person_id': 'people'}
    return [
        sa.Column('id', sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in targets),
        *(
            sa.ForeignKeyConstraint([name], [f'{target}.id'], name=op.f(f'fk_{table}_{name}'))
            for name, target in targets.items()
        ),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
    ]


def _efforts_back() -> None:
    op.drop_table('effort_thanks')
    op.drop_table('board_places')


def _mass_acts() -> None:
    """The same done about many pairs at once, and what it did about each."""
    op.create_table(
        'mass_acts',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('programme_id', sa.Uuid(), nullable=False),
        sa.Column('made_by', sa.Uuid(), nullable=False),
        sa.Column('what', sa.Enum('remind', 'snooze', 'talk', 'entrust', 'letter', name='masswhat', native_enum=False, length=24), nullable=False),
        sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('undo_until', bot.storage.columns.Moment(timezone=True), nullable=False),
        sa.Column('done', sa.Integer(), nullable=False),
        sa.Column('left_out', sa.Integer(), nullable=False),
        sa.Column('letters', sa.Integer(), nullable=False),
        sa.Column('letters_at', bot.storage.columns.Moment(timezone=True), nullable=True),
        sa.Column('to_id', sa.Uuid(), nullable=True),
        sa.Column('broadcast_id', sa.Uuid(), nullable=True),
        sa.Column('undone_at', bot.storage.columns.Moment(timezone=True), nullable=True),
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


def _contact_standard() -> None:
    """A programme that has noted no talk so far begins with the standard today: nobody is late."""
    op.add_column('programmes', sa.Column('talks_since', sa.Date(), nullable=True))
    op.add_column('digest_choices', sa.Column('talks_since', sa.Date(), nullable=True))
    programmes = sa.table('programmes', sa.column('id', sa.Uuid()), sa.column('talks_since', sa.Date()))
    marks = sa.table('pair_marks', sa.column('programme_id', sa.Uuid()), sa.column('what', sa.String()))
    talked = sa.select(marks.c.programme_id).where(marks.c.what == 'called')
    op.execute(
        programmes.update()
        .where(programmes.c.id.not_in(talked))
        .values(talks_since=sa.func.current_date())
    )


def _contact_standard_back() -> None:
    op.drop_column('digest_choices', 'talks_since')
    op.drop_column('programmes', 'talks_since')

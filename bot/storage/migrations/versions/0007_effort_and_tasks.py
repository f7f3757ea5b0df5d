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
    _contact_standard()
    op.create_index('ix_pairs_kept_by', 'pairs', ['kept_by'], unique=False)
    op.create_index('ix_handovers_to_id', 'handovers', ['to_id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_handovers_to_id', table_name='handovers')
    op.drop_index('ix_pairs_kept_by', table_name='pairs')
    _contact_standard_back()
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

"""From which day the contact standard counts"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _contact_standard()


def downgrade() -> None:
    _contact_standard_back()


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

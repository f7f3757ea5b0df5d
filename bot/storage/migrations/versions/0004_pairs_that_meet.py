"""The life of a pair, its meetings and its plans: pairs that meet"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

STATES = (
    'proposed', 'accepted', 'intro', 'trial', 'confirmed', 'planning', 'active', 'paused', 'closing',
    'completed', 'dissolved', 'declined', 'expired',
)


def upgrade() -> None:
    _life()
    _clocks()
    _meetings()
    _plans()
    _polls()


def downgrade() -> None:
    _polls_back()
    _plans_back()
    _meetings_back()
    _clocks_back()
    _life_back()


def _life() -> None:
    state = sa.Enum(*STATES, name='pairstate', native_enum=False, length=24)
    op.add_column('pairs', sa.Column('paused_from', state, nullable=True))
    op.add_column('pairs', sa.Column('paused_until', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('pairs', sa.Column('to_settle', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('pairs', sa.Column('quiet_since', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('pairs', sa.Column('quiet_rung', sa.Integer(), server_default='0', nullable=False))
    op.add_column('pairs', sa.Column('history', sa.JSON(), server_default='[]', nullable=False))
    op.create_index('ix_pairs_group_id', 'pairs', ['group_id'], unique=False)
    op.create_table('pair_words',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('about', sa.Enum('expects', 'trial', 'may-stop', 'change', 'rating', name='about', native_enum=False, length=24), nullable=False),
    sa.Column('said', sa.JSON(), nullable=False),
    sa.Column('said_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('settled_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('settled_by', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_pair_words_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_words_pair_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pair_words_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_pair_words_programme_id')),
    sa.ForeignKeyConstraint(['settled_by'], ['people.id'], name=op.f('fk_pair_words_settled_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_words'))
    )
    op.create_index('ix_pair_words_pair_id', 'pair_words', ['pair_id'], unique=False)
    op.create_index('ix_pair_words_person_id', 'pair_words', ['person_id'], unique=False)
    op.create_index('ix_pair_words_waiting', 'pair_words', ['programme_id', 'settled_at'], unique=False)
    # Who rested before it began starts with the first meeting; who had begun is at work.
    op.execute(
        "UPDATE pairs SET paused_from = CASE WHEN active_since IS NULL THEN 'accepted' ELSE 'active' END"
        " WHERE state = 'paused'"
    )
    op.execute(
        "UPDATE pairs SET state = CASE WHEN reason = 'finished' AND active_since IS NOT NULL"
        " THEN 'completed' ELSE 'dissolved' END WHERE state = 'closed'"
    )


def _life_back() -> None:
    op.execute("UPDATE pairs SET state = 'closed' WHERE state IN ('completed', 'dissolved')")
    op.execute(
        "UPDATE pairs SET state = 'active'"
        " WHERE state IN ('intro', 'trial', 'confirmed', 'planning', 'closing')"
    )
    op.execute("UPDATE pairs SET state = 'paused' WHERE state = 'accepted'")
    op.drop_index('ix_pair_words_waiting', table_name='pair_words')
    op.drop_index('ix_pair_words_person_id', table_name='pair_words')
    op.drop_index('ix_pair_words_pair_id', table_name='pair_words')
    op.drop_table('pair_words')
    op.drop_index('ix_pairs_group_id', table_name='pairs')
    op.drop_column('pairs', 'history')
    op.drop_column('pairs', 'quiet_rung')
    op.drop_column('pairs', 'quiet_since')
    op.drop_column('pairs', 'to_settle')
    op.drop_column('pairs', 'paused_until')
    op.drop_column('pairs', 'paused_from')


KINDS = ('intro', 'trial', 'planning', 'regular', 'final')
MEETING_COLUMNS = (
    ('where', sa.Text()),
    ('was_at', bot.storage.columns.Moment(timezone=True)),
    ('changed_by', sa.Uuid()),
    ('reason', sa.Text()),
    ('repeats', sa.Enum('week', 'fortnight', 'month', name='every', native_enum=False, length=24)),
    ('repeats_until', sa.Date()),
    ('series_id', sa.Uuid()),
    ('logged_by', sa.Uuid()),
    ('minutes', sa.Integer()),
    ('progress', sa.Enum('forward', 'same', 'back', name='progress', native_enum=False, length=24)),
    ('mood', sa.Integer()),
    ('next_step', sa.Text()),
)


def _meetings() -> None:
    kind = sa.Enum(*KINDS, name='meetingkind', native_enum=False, length=24)
    op.add_column('meetings', sa.Column('kind', kind, server_default=sa.text("'regular'"), nullable=False))
    op.add_column('meetings', sa.Column('taken', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE meetings SET taken = true WHERE state = 'held'")
    for name, type_ in MEETING_COLUMNS:
        op.add_column('meetings', sa.Column(name, type_, nullable=True))
    untaken = sa.text("state = 'held' AND NOT taken")
    op.create_index('ix_meetings_half_told', 'meetings', ['at'], sqlite_where=untaken, postgresql_where=untaken)
    op.create_index(op.f('ix_meetings_series_id'), 'meetings', ['series_id'], unique=False)
    op.add_column('people', sa.Column('day_before_hour', sa.Integer(), server_default=sa.text('17'), nullable=True))
    op.add_column('people', sa.Column('hour_before', sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column('people', sa.Column('feed_hash', sa.String(length=64), nullable=True))
    op.create_index('ix_people_feed_hash', 'people', ['feed_hash'], unique=True)


def _meetings_back() -> None:
    op.drop_index('ix_people_feed_hash', table_name='people')
    op.drop_column('people', 'feed_hash')
    op.drop_column('people', 'hour_before')
    op.drop_column('people', 'day_before_hour')
    op.drop_index('ix_meetings_half_told', table_name='meetings')
    op.drop_index(op.f('ix_meetings_series_id'), table_name='meetings')
    for name, _ in reversed(MEETING_COLUMNS):
        op.drop_column('meetings', name)
    op.drop_column('meetings', 'taken')
    op.drop_column('meetings', 'kind')


def _plans() -> None:
    op.create_table('diary_notes',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_diary_notes_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_diary_notes_pair_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_diary_notes_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_diary_notes_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_diary_notes'))
    )
    op.create_index('ix_diary_notes_pair', 'diary_notes', ['pair_id', 'at'], unique=False)
    op.create_index(op.f('ix_diary_notes_person_id'), 'diary_notes', ['person_id'], unique=False)
    op.create_index(op.f('ix_diary_notes_programme_id'), 'diary_notes', ['programme_id'], unique=False)
    op.create_table('farewells',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('side', sa.Enum('mentee', 'mentor', 'alumnus', 'guardian', 'curator', 'deputy', 'psychologist', 'class-teacher', 'head', 'region', 'operator', name='role', native_enum=False, length=24), nullable=False),
    sa.Column('thanks', sa.Text(), nullable=True),
    sa.Column('thanks_state', sa.Enum('held', 'passed', 'returned', name='thanksstate', native_enum=False, length=24), nullable=True),
    sa.Column('thanks_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('looked_by', sa.Uuid(), nullable=True),
    sa.Column('next', sa.Enum('go-on', 'new-mentor', 'new-mentee', 'become-mentor', 'alumni', 'rest', name='whatnext', native_enum=False, length=24), nullable=True),
    sa.Column('response_id', sa.Uuid(), nullable=True),
    sa.Column('follow_up', sa.Enum('much', 'somewhat', 'no', name='followup', native_enum=False, length=24), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_farewells_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_farewells_pair_id')),
    sa.ForeignKeyConstraint(['partner_id'], ['people.id'], name=op.f('fk_farewells_partner_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_farewells_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_farewells_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_farewells')),
    sa.UniqueConstraint('pair_id', 'person_id', name=op.f('uq_farewells_pair_id_person_id'))
    )
    op.create_index(op.f('ix_farewells_partner_id'), 'farewells', ['partner_id'], unique=False)
    op.create_index(op.f('ix_farewells_person_id'), 'farewells', ['person_id'], unique=False)
    op.create_index('ix_farewells_programme_thanks', 'farewells', ['programme_id', 'thanks_state'], unique=False)
    op.create_table('goals',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('mentor_id', sa.Uuid(), nullable=False),
    sa.Column('mentee_id', sa.Uuid(), nullable=False),
    sa.Column('made_by', sa.Uuid(), nullable=False),
    sa.Column('made_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('measure', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('progress', sa.Integer(), nullable=False),
    sa.Column('moved_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('dropped_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_goals_made_by')),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_goals_mentee_id')),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_goals_mentor_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_goals_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_goals_pair_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_goals_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goals'))
    )
    op.create_index(op.f('ix_goals_mentee_id'), 'goals', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_goals_mentor_id'), 'goals', ['mentor_id'], unique=False)
    op.create_index(op.f('ix_goals_pair_id'), 'goals', ['pair_id'], unique=False)
    op.create_index(op.f('ix_goals_programme_id'), 'goals', ['programme_id'], unique=False)
    op.create_table('goodbyes',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('mentor_id', sa.Uuid(), nullable=False),
    sa.Column('mentee_id', sa.Uuid(), nullable=False),
    sa.Column('begun_by', sa.Uuid(), nullable=False),
    sa.Column('begun_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('ended_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['begun_by'], ['people.id'], name=op.f('fk_goodbyes_begun_by')),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_goodbyes_mentee_id')),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_goodbyes_mentor_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_goodbyes_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_goodbyes_pair_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_goodbyes_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goodbyes')),
    sa.UniqueConstraint('pair_id', name=op.f('uq_goodbyes_pair_id'))
    )
    op.create_index(op.f('ix_goodbyes_mentee_id'), 'goodbyes', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_goodbyes_mentor_id'), 'goodbyes', ['mentor_id'], unique=False)
    op.create_index('ix_goodbyes_open', 'goodbyes', ['ended_at', 'last_on'], unique=False)
    op.create_index(op.f('ix_goodbyes_programme_id'), 'goodbyes', ['programme_id'], unique=False)
    op.create_table('goal_steps',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('pair_id', sa.Uuid(), nullable=False),
    sa.Column('goal_id', sa.Uuid(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('done_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('done_by', sa.Uuid(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['done_by'], ['people.id'], name=op.f('fk_goal_steps_done_by')),
    sa.ForeignKeyConstraint(['goal_id'], ['goals.id'], name=op.f('fk_goal_steps_goal_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_goal_steps_organisation_id')),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_goal_steps_pair_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_goal_steps_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_steps'))
    )
    op.create_index(op.f('ix_goal_steps_goal_id'), 'goal_steps', ['goal_id'], unique=False)
    op.create_index(op.f('ix_goal_steps_pair_id'), 'goal_steps', ['pair_id'], unique=False)
    op.create_index(op.f('ix_goal_steps_programme_id'), 'goal_steps', ['programme_id'], unique=False)
    op.add_column('participations', sa.Column('mentored_in', sa.Uuid(), nullable=True))


def _plans_back() -> None:
    op.drop_column('participations', 'mentored_in')
    op.drop_index(op.f('ix_goal_steps_programme_id'), table_name='goal_steps')
    op.drop_index(op.f('ix_goal_steps_pair_id'), table_name='goal_steps')
    op.drop_index(op.f('ix_goal_steps_goal_id'), table_name='goal_steps')
    op.drop_table('goal_steps')
    op.drop_index(op.f('ix_goodbyes_programme_id'), table_name='goodbyes')
    op.drop_index('ix_goodbyes_open', table_name='goodbyes')
    op.drop_index(op.f('ix_goodbyes_mentor_id'), table_name='goodbyes')
    op.drop_index(op.f('ix_goodbyes_mentee_id'), table_name='goodbyes')
    op.drop_table('goodbyes')
    op.drop_index(op.f('ix_goals_programme_id'), table_name='goals')
    op.drop_index(op.f('ix_goals_pair_id'), table_name='goals')
    op.drop_index(op.f('ix_goals_mentor_id'), table_name='goals')
    op.drop_index(op.f('ix_goals_mentee_id'), table_name='goals')
    op.drop_table('goals')
    op.drop_index('ix_farewells_programme_thanks', table_name='farewells')
    op.drop_index(op.f('ix_farewells_person_id'), table_name='farewells')
    op.drop_index(op.f('ix_farewells_partner_id'), table_name='farewells')
    op.drop_table('farewells')
    op.drop_index(op.f('ix_diary_notes_programme_id'), table_name='diary_notes')
    op.drop_index(op.f('ix_diary_notes_person_id'), table_name='diary_notes')
    op.drop_index('ix_diary_notes_pair', table_name='diary_notes')
    op.drop_table('diary_notes')


def _clocks() -> None:
    op.create_table('clock_rules',
    sa.Column('zone', sa.String(length=64), nullable=False),
    sa.Column('since', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('until', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('zone', name=op.f('pk_clock_rules')),
    )


def _clocks_back() -> None:
    op.drop_table('clock_rules')


def _polls() -> None:
    op.create_table('group_polls',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('offered_by', sa.Uuid(), nullable=False),
    sa.Column('offered_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('times', sa.JSON(), nullable=False),
    sa.Column('place', sa.String(length=24), nullable=False),
    sa.Column('ends_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('state', sa.Enum('open', 'agreed', 'no-quorum', 'replaced', name='pollstate', native_enum=False, length=24), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['offered_by'], ['people.id'], name=op.f('fk_group_polls_offered_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_group_polls_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_group_polls_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_polls'))
    )
    op.create_index('ix_group_polls_ending', 'group_polls', ['state', 'ends_at'], unique=False)
    for column in ('group_id', 'offered_by', 'programme_id'):
        op.create_index(op.f(f'ix_group_polls_{column}'), 'group_polls', [column], unique=False)
    op.create_table('group_poll_answers',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('poll_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('times', sa.JSON(), nullable=False),
    sa.Column('answered_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_group_poll_answers_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_group_poll_answers_participation_id')),
    sa.ForeignKeyConstraint(['poll_id'], ['group_polls.id'], name=op.f('fk_group_poll_answers_poll_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_poll_answers')),
    sa.UniqueConstraint('poll_id', 'participation_id', name=op.f('uq_group_poll_answers_poll_id_participation_id'))
    )
    op.create_index(op.f('ix_group_poll_answers_participation_id'), 'group_poll_answers', ['participation_id'], unique=False)


def _polls_back() -> None:
    op.drop_table('group_poll_answers')
    op.drop_table('group_polls')

"""Programme set-up, consents, selection, training, offers: everyone comes in well"""

import sqlalchemy as sa
from alembic import op
import bot.storage.columns
from bot.domain.people import searchable


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('wrong_codes',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('messenger', sa.String(length=16), nullable=False),
    sa.Column('address', sa.String(length=64), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wrong_codes'))
    )
    op.create_index('ix_wrong_codes_account', 'wrong_codes', ['messenger', 'address', 'at'], unique=False)

    op.create_table('calendar_spans',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('holidays', 'exams', name='spankind', native_enum=False, length=24), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_calendar_spans_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_calendar_spans'))
    )
    op.create_index('ix_calendar_spans_days', 'calendar_spans', ['organisation_id', 'ends_on'], unique=False)

    op.create_table('checks',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('number_hash', sa.String(length=64), nullable=True),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('verified_by', sa.Uuid(), nullable=False),
    sa.Column('verified_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('revoked_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_checks_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_checks_person_id')),
    sa.ForeignKeyConstraint(['verified_by'], ['people.id'], name=op.f('fk_checks_verified_by')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_checks'))
    )
    op.create_index('ix_checks_expiry', 'checks', ['expires_on'], unique=False)
    op.create_index('ix_checks_number', 'checks', ['organisation_id', 'number_hash'], unique=False)
    op.create_index(op.f('ix_checks_person_id'), 'checks', ['person_id'], unique=False)

    op.create_table('road_map_items',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('stage', sa.Enum('preparation', 'mentee-base', 'mentor-base', 'selection', 'matching', 'work', 'completion', name='programmestage', native_enum=False, length=24), nullable=False),
    sa.Column('title', sa.String(length=240), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('result', sa.String(length=240), nullable=True),
    sa.Column('responsible_id', sa.Uuid(), nullable=True),
    sa.Column('responsible', sa.String(length=120), nullable=True),
    sa.Column('done_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('done_by', sa.Uuid(), nullable=True),
    sa.Column('delay_reason', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['done_by'], ['people.id'], name=op.f('fk_road_map_items_done_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_road_map_items_organisation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_road_map_items_programme_id')),
    sa.ForeignKeyConstraint(['responsible_id'], ['people.id'], name=op.f('fk_road_map_items_responsible_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_map_items'))
    )
    op.create_index('ix_road_map_items_order', 'road_map_items', ['programme_id', 'position'], unique=False)

    op.create_table('corrections',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('item', sa.String(length=40), nullable=False),
    sa.Column('before', sa.JSON(), nullable=True),
    sa.Column('after', sa.JSON(), nullable=True),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('by', sa.Uuid(), nullable=False),
    sa.Column('seen_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['by'], ['people.id'], name=op.f('fk_corrections_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_corrections_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_corrections_participation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_corrections_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_corrections'))
    )
    op.create_index(op.f('ix_corrections_participation_id'), 'corrections', ['participation_id'], unique=False)

    op.create_table('offers',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('made_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('state', sa.Enum('new', 'talking', 'agreed', 'done', 'declined', name='offerstate', native_enum=False, length=24), nullable=False),
    sa.Column('moved_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('moved_by', sa.Uuid(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['moved_by'], ['people.id'], name=op.f('fk_offers_moved_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_offers_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_offers_participation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_offers_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_offers_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offers'))
    )
    op.create_index(op.f('ix_offers_participation_id'), 'offers', ['participation_id'], unique=False)
    op.create_index(op.f('ix_offers_person_id'), 'offers', ['person_id'], unique=False)
    op.create_index('ix_offers_register', 'offers', ['programme_id', 'state', 'made_at'], unique=False)

    op.create_table('selection_steps',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('step', sa.String(length=24), nullable=False),
    sa.Column('by', sa.Uuid(), nullable=True),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('flags', sa.JSON(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['by'], ['people.id'], name=op.f('fk_selection_steps_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_selection_steps_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_selection_steps_participation_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_selection_steps_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_selection_steps'))
    )
    op.create_index(op.f('ix_selection_steps_participation_id'), 'selection_steps', ['participation_id'], unique=False)

    op.create_table('training_records',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('module', sa.String(length=40), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('started_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('touched_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('right', sa.Integer(), nullable=True),
    sa.Column('total', sa.Integer(), nullable=True),
    sa.Column('passed', sa.Boolean(), nullable=False),
    sa.Column('ended_at', bot.storage.columns.Moment(timezone=True), nullable=True),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_training_records_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_training_records_participation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_training_records_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_training_records_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_records'))
    )
    op.create_index(op.f('ix_training_records_participation_id'), 'training_records', ['participation_id'], unique=False)
    op.create_index(op.f('ix_training_records_person_id'), 'training_records', ['person_id'], unique=False)
    op.create_index(op.f('ix_training_records_programme_id'), 'training_records', ['programme_id'], unique=False)

    op.create_table('certificates',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('programme_id', sa.Uuid(), nullable=False),
    sa.Column('participation_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=24), nullable=False),
    sa.Column('issued_at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('modules', sa.JSON(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_certificates_organisation_id')),
    sa.ForeignKeyConstraint(['participation_id'], ['participations.id'], name=op.f('fk_certificates_participation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_certificates_person_id')),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_certificates_programme_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificates')),
    sa.UniqueConstraint('organisation_id', 'number', name=op.f('uq_certificates_organisation_id_number')),
    sa.UniqueConstraint('participation_id', name=op.f('uq_certificates_participation_id'))
    )
    op.create_index(op.f('ix_certificates_person_id'), 'certificates', ['person_id'], unique=False)
    op.create_index(op.f('ix_certificates_programme_id'), 'certificates', ['programme_id'], unique=False)
    op.create_table('erasures',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('asked_by', sa.Uuid(), nullable=False),
    sa.Column('at', bot.storage.columns.Moment(timezone=True), nullable=False),
    sa.Column('what', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by'], ['people.id'], name=op.f('fk_erasures_asked_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_erasures_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_erasures_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_erasures'))
    )
    op.create_index(op.f('ix_erasures_organisation_id'), 'erasures', ['organisation_id'], unique=False)

    op.add_column('consents', sa.Column('paper_date', sa.Date(), nullable=True))
    op.add_column('consents', sa.Column('paper_number', sa.String(length=40), nullable=True))
    op.add_column('consents', sa.Column('withdrawn_by', sa.Uuid(), nullable=True))
    op.add_column('consents', sa.Column('refused', sa.Boolean(), server_default=sa.false(), nullable=False))

    op.add_column('guardianships', sa.Column('ended_at', bot.storage.columns.Moment(timezone=True), nullable=True))

    op.add_column('invitations', sa.Column('label', sa.String(length=80), nullable=True))
    op.add_column('invitations', sa.Column('uses', sa.Integer(), server_default='0', nullable=False))
    op.add_column('invitations', sa.Column('person_id', sa.Uuid(), nullable=True))
    op.add_column('invitations', sa.Column('known', sa.Boolean(), server_default=sa.false(), nullable=False))

    op.add_column('organisations', sa.Column('kind', sa.String(length=24), nullable=True))
    op.add_column('organisations', sa.Column('contingent', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('organisations', sa.Column('contingent_on', sa.Date(), nullable=True))
    op.add_column('organisations', sa.Column('lessons', sa.JSON(), server_default='{}', nullable=False))

    op.add_column('participations', sa.Column('stage', sa.Enum('checked', 'interviewed', 'trained', name='stage', native_enum=False, length=24), nullable=True))
    op.add_column('participations', sa.Column('kind', sa.String(length=24), nullable=True))
    op.add_column('participations', sa.Column('entered_by', sa.Uuid(), nullable=True))
    op.add_column('participations', sa.Column('applied_at', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('participations', sa.Column('training_open_at', bot.storage.columns.Moment(timezone=True), nullable=True))
    op.add_column('participations', sa.Column('vouched_by', sa.Uuid(), nullable=True))

    op.add_column('responses', sa.Column('handed_in', sa.JSON(none_as_null=True), nullable=True))
    op.add_column('responses', sa.Column('entered_by', sa.Uuid(), nullable=True))
    op.add_column('pairs', sa.Column('mentee_answered_by', sa.Uuid(), nullable=True))
    op.add_column('pairs', sa.Column('mentor_answered_by', sa.Uuid(), nullable=True))
    op.create_index('ix_participations_applied', 'participations', ['programme_id', 'state', 'applied_at'], unique=False)
    op.create_index(op.f('ix_participations_response_id'), 'participations', ['response_id'], unique=False)
    op.create_index('ix_responses_left', 'responses', ['reminders', 'touched_at'], unique=False, sqlite_where=sa.text("state = 'started' AND wave_id IS NULL"), postgresql_where=sa.text("state = 'started' AND wave_id IS NULL"))

    op.add_column('people', sa.Column('search_name', sa.String(), nullable=True))
    op.add_column('people', sa.Column('birth_date', sa.Date(), nullable=True))
    op.add_column('people', sa.Column('erased_at', bot.storage.columns.Moment(timezone=True), nullable=True))

    op.add_column('programmes', sa.Column('variants', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('programmes', sa.Column('targets', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('programmes', sa.Column('copied_from', sa.Uuid(), nullable=True))
    op.add_column('programmes', sa.Column('archived_at', bot.storage.columns.Moment(timezone=True), nullable=True))

    # who had applied before is in the queue since they came: the best that is known
    op.execute("UPDATE participations SET applied_at = created_at WHERE form_sent")
    # names can be looked for without capitals; SQLite's lower() knows only Latin ones
    connection = op.get_bind()
    people = sa.table('people', sa.column('id', sa.Uuid()), sa.column('name'), sa.column('search_name'))
    named = connection.execute(sa.select(people.c.id, people.c.name).where(people.c.name.is_not(None))).all()
    if named:
        connection.execute(
            sa.update(people).where(people.c.id == sa.bindparam('of')).values(search_name=sa.bindparam('said')),
            [{'of': id_, 'said': searchable(name)} for id_, name in named],
        )


def downgrade() -> None:
    op.drop_column('programmes', 'archived_at')
    op.drop_column('programmes', 'copied_from')
    op.drop_column('programmes', 'targets')
    op.drop_column('programmes', 'variants')

    op.drop_index('ix_responses_left', table_name='responses')
    op.drop_column('pairs', 'mentor_answered_by')
    op.drop_column('pairs', 'mentee_answered_by')
    op.drop_column('responses', 'entered_by')
    op.drop_column('responses', 'handed_in')

    op.drop_column('people', 'erased_at')
    op.drop_column('people', 'birth_date')
    op.drop_column('people', 'search_name')

    op.drop_column('participations', 'training_open_at')
    op.drop_column('participations', 'vouched_by')
    op.drop_index(op.f('ix_participations_response_id'), table_name='participations')
    op.drop_index('ix_participations_applied', table_name='participations')
    op.drop_column('participations', 'applied_at')
    op.drop_column('participations', 'entered_by')
    op.drop_column('participations', 'kind')
    op.drop_column('participations', 'stage')

    op.drop_column('organisations', 'lessons')
    op.drop_column('organisations', 'contingent_on')
    op.drop_column('organisations', 'contingent')
    op.drop_column('organisations', 'kind')

    op.drop_column('invitations', 'known')
    op.drop_column('invitations', 'person_id')
    op.drop_column('invitations', 'uses')
    op.drop_column('invitations', 'label')

    op.drop_column('guardianships', 'ended_at')

    op.drop_column('consents', 'refused')
    op.drop_column('consents', 'withdrawn_by')
    op.drop_column('consents', 'paper_number')
    op.drop_column('consents', 'paper_date')

    op.drop_index(op.f('ix_certificates_programme_id'), table_name='certificates')
    op.drop_index(op.f('ix_certificates_person_id'), table_name='certificates')

    op.drop_table('certificates')
    op.drop_index(op.f('ix_erasures_organisation_id'), table_name='erasures')

    op.drop_table('erasures')

    op.drop_index(op.f('ix_training_records_programme_id'), table_name='training_records')
    op.drop_index(op.f('ix_training_records_person_id'), table_name='training_records')
    op.drop_index(op.f('ix_training_records_participation_id'), table_name='training_records')

    op.drop_table('training_records')
    op.drop_index(op.f('ix_selection_steps_participation_id'), table_name='selection_steps')

    op.drop_table('selection_steps')
    op.drop_index('ix_offers_register', table_name='offers')
    op.drop_index(op.f('ix_offers_person_id'), table_name='offers')
    op.drop_index(op.f('ix_offers_participation_id'), table_name='offers')

    op.drop_table('offers')
    op.drop_index(op.f('ix_corrections_participation_id'), table_name='corrections')

    op.drop_table('corrections')
    op.drop_index('ix_road_map_items_order', table_name='road_map_items')

    op.drop_table('road_map_items')
    op.drop_index(op.f('ix_checks_person_id'), table_name='checks')
    op.drop_index('ix_checks_number', table_name='checks')
    op.drop_index('ix_checks_expiry', table_name='checks')

    op.drop_table('checks')
    op.drop_index('ix_calendar_spans_days', table_name='calendar_spans')

    op.drop_table('calendar_spans')
    op.drop_index('ix_wrong_codes_account', table_name='wrong_codes')

    op.drop_table('wrong_codes')

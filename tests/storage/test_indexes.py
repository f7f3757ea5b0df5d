"""What people wait for is found by an index: nothing reads a whole table."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event, text

from bot.domain.access import Role
from bot.domain.meetings import MeetingState
from bot.domain.notices import NoticeState
from bot.domain.pair_marks import Done
from bot.domain.pairs import PairState
from bot.domain.participations import ParticipationState
from bot.domain.selection import Stage
from bot.domain.tickets import TicketState
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.inbox import Arrived, Inbox
from bot.storage.leases import Lease
from bot.storage.outgoing import Outgoing
from bot.storage.stores.people import _ENTRUSTED
from bot.usecases import people
from bot.usecases.joining.unfinished import PAUSES
from sandbox.wall import Wall

# Small whatever the size of the installation: reading all of it is as quick as an index.
SMALL = {"CONSTANT", "programmes", "organisations", "leases", "waves", "alembic_version"}
# An index that holds only what still waits is as good as a search.
PARTIAL = ("ix_inbox_waiting", "ix_notices_due", "ix_notices_leased")
SCAN = re.compile(r"^SCAN (\w+)")


async def ask_everything(db: Database) -> None:
    """Each statement of the paths that a person, a letter or an update waits for."""
    inbox, outgoing, talks = Inbox(db), Outgoing(db, "o"), Conversations(db)
    await inbox.keep([Arrived(1, "1", "{}")])
    await inbox.waiting(limit=10)
    await inbox.failed(1, "x")
    await inbox.newest()
    await outgoing.claim(10)
    await outgoing.recover("o")
    await outgoing.said_between([uuid4(), uuid4()], db.clock(), db.clock())
    key = StorageKey(bot_id=1, chat_id=1, user_id=1)
    async with talks.turn():
        await talks.set_data(key, {"a": 1})
        await talks.settle(1)
    await talks.get_data(key)
    await Lease(db, "bot").take()
    await people.acquaint(db, messenger="telegram", address="1")
    one, two, now = uuid4(), uuid4(), db.clock()
    async with db.reader.connect() as connection:  # each press of who sees their own pairs only
        await connection.execute(_ENTRUSTED, {"who": one})
    async with db.reading() as tx:
        await tx.people.contact("telegram", "1")
        await tx.people.contacts_of([one, two])
        await tx.people.many([one, two])
        await tx.people.names([one])
        await tx.people.membership(one, Role.MENTEE, two, None)
        await tx.people.memberships_of(one)
        await tx.people.holders(one, two, Role.CURATOR)
        await tx.people.guardians_of(one, two)
        await tx.people.wards_of(one)
        await tx.people.guarded_pairs([one])
        await tx.people.consents_of(one)
        await tx.people.consents_for([one, two], two)
        await tx.programmes.invitation("token")
        await tx.programmes.organisation_named("x")
        await tx.programmes.of_organisations([one])
        await tx.programmes.zones([one])
        await tx.participations.of_person(one)
        await tx.participations.one(one, two, Role.MENTEE)
        await tx.participations.approved(one, Role.MENTEE, limit=7, alone=True)
        await tx.participations.counts(one)
        await tx.participations.counts_of([one, two])
        await tx.participations.many([one])
        await tx.participations.at_work([ParticipationState.APPLIED], person_ids=[one, two])
        for state in (ParticipationState.APPLIED, ParticipationState.GUARDIAN):
            await tx.queue.page(one, state, role=Role.MENTOR, limit=7)
        places = {None: ["other"], Stage.CHECKED: ["x"]}
        await tx.queue.page(one, ParticipationState.APPLIED, mentors=places, limit=7)
        await tx.queue.groups(one)
        await tx.queue.named(one, "ann", limit=7)
        await tx.queue.many([one, two])
        await tx.queue.alone([one])
        await tx.queue.waiting_longer(one, now)
        await tx.queue.waiting_for(
            [one], now, every=timedelta(days=14), times=3, within=timedelta(days=2)
        )
        await tx.selection.steps_of(one)
        await tx.selection.checks_of([one, two], two)
        await tx.selection.owners(one, "0" * 64)
        await tx.selection.ending(now.date(), now.date())
        await tx.selection.checks_by_id([one])
        for role in (Role.MENTOR, Role.MENTEE):
            await tx.efforts.done(one, role)
            await tx.efforts.done(one, role, two)
        await tx.efforts.doers(one)
        await tx.efforts.unasked(one, Role.MENTOR)
        await tx.efforts.place(one)
        await tx.efforts.shown(one)
        await tx.efforts.thanks([one, two])
        await tx.efforts.thanked(one)
        await tx.pairs.of_person(one)
        await tx.pairs.of_programme(one)
        await tx.region.last(one)
        await tx.region.staff(one)
        await tx.region.reminders_of(one, limit=3)
        await tx.region.holders_by_house([one, two], Role.CURATOR)
        await tx.pairs.many([one])
        await tx.pairs.counts_of([one, two])
        await tx.pairs.words([one])
        await tx.pairs.waiting_words(one)
        await tx.pairs.of_group(one)
        await tx.pairs.left_group(one)
        await tx.pairs.due_to_expire(now)
        await tx.pairs.next_expiry()
        await tx.pairs.at_work([PairState.ACTIVE], person_ids=[one, two])
        await tx.unfinished.silent(PAUSES, now, most=500)
        await tx.unfinished.next_silence(PAUSES)
        await tx.meetings.of_person(one, [MeetingState.AGREED])
        await tx.meetings.of_pair(one)
        await tx.plans.goals([one, two])
        await tx.plans.steps([one, two])
        await tx.plans.due([one, two], [now.date()])
        await tx.plans.notes(one, reader=two, limit=5)
        await tx.goodbyes.of_pair(one)
        await tx.goodbyes.of_pairs([one, two])
        await tx.goodbyes.farewells([one, two])
        await tx.goodbyes.held(one, limit=5)
        await tx.goodbyes.held_in(one)
        await tx.goodbyes.to_end(now.date(), now.date())
        await tx.meetings.many([one])
        await tx.meetings.busy([one, two], now, now, but=one)
        await tx.meetings.at_hand(one, now)
        await tx.meetings.around(one, now)
        await tx.meetings.open_of_pair(one)
        await tx.meetings.of_calendar(one, now, 10)
        await tx.meetings.half_told(now)
        await tx.people.of_feed("x")
        await tx.meetings.ahead_of_series(one, now)
        await tx.meetings.kinds_held(one)
        await tx.meetings.last_where(one, "online")
        await tx.meetings.figures(now=now, programme_id=one)
        await tx.meetings.held_between(one, now - timedelta(days=7), now)
        await tx.surveys.open_of(one)
        await tx.surveys.of_person(one)
        await tx.surveys.many([one])
        await tx.waves.of_programme(one)
        await tx.waves.funnels([one])
        await tx.notices.next_due()
        await tx.notices.undelivered(one, now)
        await tx.tickets.of_person(one, limit=5)
        await tx.tickets.unanswered_of(one)
        await tx.tickets.in_state(one, TicketState.NEW, limit=5, offset=0)
        await tx.tickets.counts(one)
        await tx.tickets.waiting([one, two])
        await tx.tickets.messages([one, two])
        await tx.tickets.first_words([one, two])
        await tx.tickets.last_said(one, limit=5)
        await tx.desk_notes.of(pair_id=one, limit=5)
        await tx.desk_notes.of(participation_id=one, limit=5)
        await tx.desk_notes.views([one, two])
        await tx.finding.people(one, ["ann", "lee"], limit=5)
        await tx.finding.pairs(one, ["ann", "lee"], limit=5)
        await tx.broadcasts.due()
        await tx.broadcasts.next_due()
        await tx.broadcasts.of_programme(one, limit=5)
        await tx.broadcasts.have_letter(one, [one, two])
        await tx.broadcasts.accounts([one, two])
        await tx.broadcasts.in_pairs([one, two], [PairState.ACTIVE])
        await tx.broadcasts.outcomes([one, two])
        await tx.broadcasts.not_reached(one, [NoticeState.FAILED], limit=5, offset=0)
        await tx.desk_tasks.of(one, two, done_since=now)
        await tx.desk_tasks.due(one, two, now.date())
        await tx.pair_marks.of_pair(one, limit=5)
        await tx.mass_acts.marks_of_day([one, two], one, Done.CALLED, now.date())
        await tx.mass_acts.had_message([one, two], now, now)
        await tx.mass_acts.lines(one)
        await tx.mass_acts.last(one, two, now, now)
        await tx.mass_acts.of_broadcast(one)
        await tx.mass_acts.of_pair(one, limit=5)
    async with db.transaction() as tx:
        await tx.people.lock([one, two])
        await tx.programmes.lock(one)
        await tx.waves.close_some([one])
        await tx.notices.forget(one, ("digest",))
        await tx.notices.silence([one])
        await tx.mass_acts.call_back([one, two], "pair-nudge", now)
        await tx.mass_acts.forget_marks([one, two])
        await tx.notices.forget_to(one, two)


@pytest.fixture
async def filled(sqlite_url: str, wall: Wall) -> Database:
    """SQLite plans without figures: an empty database shows the plan of a full one."""
    return Database.open(sqlite_url, wall)


async def test_no_statement_people_wait_for_reads_a_whole_table(filled: Database) -> None:
    db = filled
    asked: dict[str, Any] = {}

    def note(_: object, __: object, statement: str, parameters: Any, *rest: object) -> None:
        if statement.split()[0] in {"SELECT", "UPDATE", "DELETE"}:
            asked[statement] = parameters

    for engine in (db.writer.sync_engine, db.reader.sync_engine):
        event.listen(engine, "before_cursor_execute", note)
    await ask_everything(db)
    whole = []
    seen = dict(asked)
    async with db.reader.connect() as connection:
        for statement, parameters in seen.items():
            given = parameters[0] if isinstance(parameters, list) else parameters
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
            for *_, detail in plan:
                found = SCAN.match(detail)
                if found and found[1] not in SMALL and not detail.endswith(PARTIAL):
                    whole.append(f"{detail}: {' '.join(statement.split())[:160]}")
    await db.close()
    assert len(seen) > 40
    assert whole == [], "\n".join(whole)


async def test_the_queue_of_letters_is_read_in_its_order_without_sorting(
    filled: Database,
) -> None:
    async with filled.reader.connect() as connection:
        plan = await connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT id FROM notices WHERE state = 'planned' AND try_at <= 1"
                " ORDER BY priority, try_at LIMIT 50"
            )
        )
        details = " | ".join(row[-1] for row in plan)
    await filled.close()
    assert "ix_notices_due" in details
    assert "TEMP B-TREE" not in details

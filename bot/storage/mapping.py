"""How the domain's plain classes are kept in the tables.

Mapped from outside, without knowing it.
"""

from sqlalchemy import Table, event
from sqlalchemy.orm import registry

from bot.domain.assessments import Assessment
from bot.domain.broadcasts import Broadcast
from bot.domain.checks import Check
from bot.domain.corrections import Correction
from bot.domain.desk_notes import DeskNote, NoteView
from bot.domain.desk_tasks import DeskTask
from bot.domain.digest_choices import DigestChoice
from bot.domain.efforts import BoardPlace, EffortThanks
from bot.domain.erasures import Erasure
from bot.domain.exports import Export, ResearchKey
from bot.domain.goodbyes import Farewell, Goodbye
from bot.domain.group_polls import GroupPoll, GroupPollAnswer
from bot.domain.handovers import Handover
from bot.domain.house_figures import HouseFigures
from bot.domain.indicators import Count
from bot.domain.mass_acts import MassAct, MassLine
from bot.domain.matching.runs import MatchingLine, MatchingRun, Veto, Wish
from bot.domain.meetings import Meeting
from bot.domain.notices import Notice
from bot.domain.offers import Offer
from bot.domain.own_questionnaires import OwnQuestionnaire
from bot.domain.own_templates import OwnTemplate
from bot.domain.pair_marks import PairMark
from bot.domain.pair_words import PairWord
from bot.domain.pairs import Pair
from bot.domain.participations import Participation
from bot.domain.people import Consent, Contact, Guardianship, Membership, Person, searchable
from bot.domain.plans import DiaryNote, Goal, GoalStep
from bot.domain.programmes import Invitation, Organisation, Programme
from bot.domain.region_reminders import RegionReminder
from bot.domain.report_texts import ReportText
from bot.domain.responses import Response
from bot.domain.roadmap import RoadMapItem
from bot.domain.school_calendar import CalendarSpan
from bot.domain.selection import SelectionStep
from bot.domain.swot import SwotEntry
from bot.domain.tickets import Ticket, TicketMessage
from bot.domain.training import Certificate, TrainingRecord
from bot.domain.waves import PlannedWave, Wave
from bot.domain.wrong_codes import WrongCode
from bot.storage import tables

MAPPED: tuple[tuple[type, Table], ...] = (
    (Organisation, tables.organisations),
    (Programme, tables.programmes),
    (Person, tables.people),
    (Contact, tables.contacts),
    (Membership, tables.memberships),
    (Guardianship, tables.guardianships),
    (Consent, tables.consents),
    (Erasure, tables.erasures),
    (Invitation, tables.invitations),
    (OwnQuestionnaire, tables.own_questionnaires),
    (PlannedWave, tables.wave_plans),
    (Wave, tables.waves),
    (Response, tables.responses),
    (Export, tables.exports),
    (ResearchKey, tables.research_keys),
    (Participation, tables.participations),
    (SelectionStep, tables.selection_steps),
    (Check, tables.checks),
    (TrainingRecord, tables.training_records),
    (Certificate, tables.certificates),
    (Offer, tables.offers),
    (RoadMapItem, tables.road_map_items),
    (CalendarSpan, tables.calendar_spans),
    (Correction, tables.corrections),
    (Pair, tables.pairs),
    (PairWord, tables.pair_words),
    (PairMark, tables.pair_marks),
    (DigestChoice, tables.digest_choices),
    (Handover, tables.handovers),
    (Meeting, tables.meetings),
    (GroupPoll, tables.group_polls),
    (GroupPollAnswer, tables.group_poll_answers),
    (Goal, tables.goals),
    (GoalStep, tables.goal_steps),
    (DiaryNote, tables.diary_notes),
    (Goodbye, tables.goodbyes),
    (Farewell, tables.farewells),
    (MatchingRun, tables.matching_runs),
    (MatchingLine, tables.matching_lines),
    (Veto, tables.vetoes),
    (Wish, tables.wishes),
    (Notice, tables.notices),
    (Count, tables.counts),
    (Assessment, tables.assessments),
    (SwotEntry, tables.swot_entries),
    (HouseFigures, tables.house_figures),
    (RegionReminder, tables.region_reminders),
    (ReportText, tables.report_texts),
    (OwnTemplate, tables.own_templates),
    (WrongCode, tables.wrong_codes),
    (Ticket, tables.tickets),
    (TicketMessage, tables.ticket_messages),
    (DeskNote, tables.desk_notes),
    (NoteView, tables.note_views),
    (Broadcast, tables.broadcasts),
    (DeskTask, tables.desk_tasks),
    (MassAct, tables.mass_acts),
    (MassLine, tables.mass_lines),
    (BoardPlace, tables.board_places),
    (EffortThanks, tables.effort_thanks),
)
# two people may change one of these at once: it is locked where it is read to be changed
CONTESTED = frozenset(
    {
        Participation,
        Pair,
        Meeting,
        Response,
        Invitation,
        Offer,
        RoadMapItem,
        TrainingRecord,
        GroupPoll,
        Goal,
        GoalStep,
        Goodbye,
        Farewell,
        MatchingRun,
        MatchingLine,
        OwnQuestionnaire,
        Assessment,
        SwotEntry,
        Ticket,
        Broadcast,
        MassAct,
    }
)
mapper = registry(metadata=tables.metadata)
for _entity, _table in MAPPED:
    # two people may write one row where there is a version: the second is refused, not overwritten
    _of_row = next((column for column in _table.c if column.info.get("of_row")), None)
    mapper.map_imperatively(_entity, _table, version_id_col=_of_row)


@event.listens_for(Person, "before_insert")
@event.listens_for(Person, "before_update")
def _searchable(_: object, __: object, person: Person) -> None:
    """Wherever a name is set, it can be looked for."""
    person.search_name = searchable(person.name)

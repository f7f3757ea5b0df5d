"""The tables of the database.

`organisation_id` stands on every table that belongs to an organisation; the exceptions (a human
being may belong to several; the messenger's mail belongs to none) are listed in tests/architecture.
"""

from bot.storage.tables.desk import (
    broadcasts,
    desk_notes,
    desk_tasks,
    note_views,
    ticket_messages,
    tickets,
)
from bot.storage.tables.digests import digest_choices, handovers
from bot.storage.tables.documents import own_templates, report_texts
from bot.storage.tables.efforts import board_places, effort_thanks
from bot.storage.tables.exports import exports, research_keys
from bot.storage.tables.indicators import assessments, counts, swot_entries
from bot.storage.tables.mail import clock_rules, conversations, inbox, leases, notices
from bot.storage.tables.mass_acts import mass_acts, mass_lines
from bot.storage.tables.matching import matching_lines, matching_runs, vetoes, wishes
from bot.storage.tables.organisations import (
    calendar_spans,
    invitations,
    organisations,
    programmes,
    road_map_items,
    wrong_codes,
)
from bot.storage.tables.own_questionnaires import own_questionnaires
from bot.storage.tables.pair_marks import pair_marks
from bot.storage.tables.pairs import meetings, pair_words, pairs
from bot.storage.tables.participations import (
    certificates,
    checks,
    corrections,
    offers,
    participations,
    selection_steps,
    training_records,
)
from bot.storage.tables.parts import metadata
from bot.storage.tables.people import (
    consents,
    contacts,
    erasures,
    guardianships,
    memberships,
    people,
)
from bot.storage.tables.plans import diary_notes, farewells, goal_steps, goals, goodbyes
from bot.storage.tables.polls import group_poll_answers, group_polls
from bot.storage.tables.questionnaires import questionnaires, responses
from bot.storage.tables.region import house_figures, region_reminders
from bot.storage.tables.waves import ballots, wave_plans, waves

__all__ = [
    "assessments",
    "ballots",
    "board_places",
    "broadcasts",
    "calendar_spans",
    "certificates",
    "checks",
    "clock_rules",
    "consents",
    "contacts",
    "conversations",
    "corrections",
    "counts",
    "desk_notes",
    "desk_tasks",
    "diary_notes",
    "digest_choices",
    "effort_thanks",
    "erasures",
    "exports",
    "farewells",
    "goal_steps",
    "goals",
    "goodbyes",
    "group_poll_answers",
    "group_polls",
    "guardianships",
    "handovers",
    "house_figures",
    "inbox",
    "invitations",
    "leases",
    "mass_acts",
    "mass_lines",
    "matching_lines",
    "matching_runs",
    "meetings",
    "memberships",
    "metadata",
    "note_views",
    "notices",
    "offers",
    "organisations",
    "own_questionnaires",
    "own_templates",
    "pair_marks",
    "pair_words",
    "pairs",
    "participations",
    "people",
    "programmes",
    "questionnaires",
    "region_reminders",
    "report_texts",
    "research_keys",
    "responses",
    "road_map_items",
    "selection_steps",
    "swot_entries",
    "ticket_messages",
    "tickets",
    "training_records",
    "vetoes",
    "wave_plans",
    "waves",
    "wishes",
    "wrong_codes",
]

"""All dialogs. The busiest come first: a press is offered to them in this order."""

from collections.abc import Iterator

from bot.dialogs import language, menu
from bot.dialogs.applications import applications, checking, interview
from bot.dialogs.bases import base_import, bases, entered_form, entering, speaking
from bot.dialogs.consents import consents, erasure, paper_consent, privacy, wards
from bot.dialogs.desk import ask, broadcasts, mass, past, tasks, tickets
from bot.dialogs.desk import home as desk_home
from bot.dialogs.documents import board, papers, report, thanking
from bot.dialogs.documents import room as documents
from bot.dialogs.joining import form, guardian, joining, volunteer, where
from bot.dialogs.matching import general_meeting, matching, next_round, suggestion, wishes
from bot.dialogs.matching import settings as matching_settings
from bot.dialogs.monitoring import (
    assessment,
    blocked,
    curator_survey,
    digest_choice,
    dynamics,
    indicators,
    questionnaires,
    results,
    room,
    survey,
    swot,
    wave_card,
    wave_plan,
    waves,
    what_helps,
)
from bot.dialogs.pairs import (
    afterwards,
    check_ins,
    desk,
    diary,
    goodbye,
    group_poll,
    meeting,
    offer_meeting,
    pairs,
    past_meeting,
    plan,
    proposal,
    reminders,
    snooze,
    talk,
    thanks,
    ward_proposal,
)
from bot.dialogs.parts.screens import Screens
from bot.dialogs.programme import (
    archive,
    head,
    new_programme,
    offers,
    programme,
    region,
    road_map,
    rooms,
    school_calendar,
    set_up,
    settings,
)
from bot.dialogs.team import caseloads, links, team, team_welcome
from bot.dialogs.training import log as training_log
from bot.dialogs.training import training

_ONE_EACH = (
    survey,
    form,
    menu,
    joining,
    proposal,
    wishes,
    offer_meeting,
    meeting,
    afterwards,
    past_meeting,
    reminders,
    plan,
    diary,
    goodbye,
    group_poll,
    training,
    programme,
    rooms,
    bases,
    base_import,
    entering,
    entered_form,
    speaking,
    road_map,
    school_calendar,
    applications,
    checking,
    interview,
    matching,
    suggestion,
    general_meeting,
    next_round,
    matching_settings,
    pairs,
    thanks,
    desk,
    snooze,
    talk,
    room,
    results,
    questionnaires,
    indicators,
    dynamics,
    assessment,
    curator_survey,
    swot,
    waves,
    wave_card,
    wave_plan,
    what_helps,
    blocked,
    digest_choice,
    check_ins,
    documents,
    report,
    papers,
    board,
    thanking,
    training_log,
    links,
    team,
    caseloads,
    settings,
    new_programme,
    set_up,
    archive,
    region,
    head,
    team_welcome,
    privacy,
    consents,
    wards,
    ward_proposal,
    erasure,
    paper_consent,
    language,
    volunteer,
    offers,
    where,
    ask,
    desk_home,
    tickets,
    broadcasts,
    past,
    tasks,
    mass,
)


def dialogs() -> Iterator[Screens]:
    """Fresh routers each time: a router belongs to one dispatcher."""
    for module in _ONE_EACH:
        yield module.dialog()
    yield from guardian.dialogs()
    yield past.notes_dialog()

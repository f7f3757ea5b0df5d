"""Whose things are whose: every use case, asked by everybody whose business it is not.

An id in a button is no right. So each row of `ASKED` is tried by a curator of another
organisation, by strangers of the same programme in each role, and by somebody without any role.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from bot import usecases
from bot.domain.access import REACH, Actor, Assignment, May, Reach, Role
from bot.domain.assessments import When
from bot.domain.broadcasts import Segment
from bot.domain.errors import Gone, NotAllowed, Refusal
from bot.domain.exports import ExportKind
from bot.domain.goodbyes import FollowUp, WhatNext
from bot.domain.ids import new_id
from bot.domain.mass_acts import BOTH, MassWhat, PairFilter
from bot.domain.matching import Weight
from bot.domain.meetings import Receipt
from bot.domain.offers import OfferState
from bot.domain.outcomes import Moment
from bot.domain.pair_marks import Done
from bot.domain.pair_words import About
from bot.domain.papers import PaperKind
from bot.domain.people import AgeBand
from bot.domain.programme_reports import Span
from bot.domain.programmes import Programme
from bot.domain.report_texts import Section
from bot.domain.roadmap import ProgrammeStage
from bot.domain.school_calendar import SpanKind
from bot.domain.swot import Side
from bot.usecases.applications import applications, checking, corrections, ending, queue, selection
from bot.usecases.bases import base_import, bases, entering
from bot.usecases.consents import consents, erasure, papers, personal_copy, privacy, wards
from bot.usecases.desk import broadcasts, mass, mass_undo, notes, tasks, tickets
from bot.usecases.desk.mass_weighing import MassOrder
from bot.usecases.documents import boards, own_templates, report_texts, reports, thanking
from bot.usecases.documents.papers import facts as papers_facts
from bot.usecases.joining import intake, volunteers
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import comparing as matching_comparing
from bot.usecases.matching import decisions as matching_decisions
from bot.usecases.matching import general_meeting, matching, wishes
from bot.usecases.matching import runs as matching_runs
from bot.usecases.matching import settings as matching_settings
from bot.usecases.matching import swaps as matching_swaps
from bot.usecases.monitoring import (
    assessments,
    authoring,
    curator_survey,
    digest_choices,
    digests,
    exporting,
    handing_in,
    indicators,
    outcomes,
    results,
    surroundings,
    surveys,
    swot,
    wave_plans,
    waves,
    what_helps,
)
from bot.usecases.pairs import (
    asking,
    check_ins,
    diary,
    expecting,
    goal_steps,
    goodbyes,
    group_poll_views,
    group_polls,
    marks,
    meeting_hours,
    meetings,
    nudges,
    pairs,
    partings,
    pausing,
    plans,
    ratings,
    receipts,
    recurring,
    thanks,
    trial,
    ward_proposals,
    what_next,
)
from bot.usecases.pairs import desk as pair_desk
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.pairs import papers as pair_papers
from bot.usecases.programme import offers, programmes, roadmap, school_calendar
from bot.usecases.team import caseloads, invitations, links, team
from bot.usecases.training import certificates as training_certificates
from bot.usecases.training import courses as training_courses
from bot.usecases.training import log as training_log
from bot.usecases.training import training
from tests.grouping import together
from tests.learning import begins
from tests.parting import parts, sets_goal
from tests.reports.questionnaires import made
from tests.village import Curator, Member, Village, in_place
from tests.writing import drafts


@dataclass
class World:
    village: Village
    ids: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Actor] = field(default_factory=dict)


@pytest.fixture
async def world(village: Village) -> World:
    """A programme with everything in it, and people whose business it is not."""
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    at = village.wall() + timedelta(days=3)
    meeting_id = await village.meets(dima, igor, pair_id, at)
    learning = await begins(village, igor, "basics")
    wave_id = await village.opens_wave(anna)
    [survey] = await surveys.waiting_for(village.db, await village.actor(dima))
    form = await intake.form_of(
        village.db, await village.actor(dima), participation_id=dima.participation_id
    )
    waiting = await village.applies(anna, Role.MENTEE)
    boris = await village.curator("Лицей", "Рост")
    other_mentee = await village.joins(anna, Role.MENTEE)
    other_mentor = await village.joins(anna, Role.MENTOR)
    elsewhere = await village.joins(boris, Role.MENTOR)
    alumna = await village.enters(anna, Role.ALUMNUS)
    child = await village.minor(anna)
    guardian = await village.guardian(child)
    operator = village.account()
    await village.opens(operator, (await village.issue(Role.OPERATOR, "Хозяин")).token)
    strangers: dict[str, int | Curator | Member] = {
        "curator elsewhere": boris,
        "mentee": other_mentee,
        "mentor": other_mentor,
        "mentor elsewhere": elsewhere,
        "alumna": alumna,
        "guardian": guardian,
        "operator": operator,
    }
    desk = await village.actor(anna)
    plan: dict[str, Any] = {"programme_id": anna.programme_id}
    line = await roadmap.add(
        village.db, desk, **plan, stage=ProgrammeStage.WORK, title="x", due_on=date(2030, 5, 1)
    )
    await school_calendar.add_usual(village.db, desk, **plan, profile=village.profile)
    days = await school_calendar.view(village.db, desk, **plan, profile=village.profile)
    helper = await village.joins(anna, Role.ALUMNUS)
    given = await offers.register(village.db, desk, **plan, profile=village.profile)
    people = {name: await village.actor(who) for name, who in strangers.items()}
    nobody = (await village.actor(elsewhere)).person_id
    people["nobody"] = Actor(nobody, "ru", "vy", ())
    goal_id = await sets_goal(village, dima, pair_id)
    step_id = await goal_steps.add_step(
        village.db, await village.actor(dima), goal_id=goal_id, words="x",
        due_on=date(2030, 5, 1),
    )  # fmt: skip
    note_id = await diary.write(
        village.db, await village.actor(dima), pair_id=pair_id, words="x", private=True
    )
    leaving = await village.pair(anna, await village.joins(anna, Role.MENTEE), igor)
    await together(village.db, [pair_id, leaving])
    poll_id = await group_polls.offer(
        village.db, await village.actor(igor), pair_id=pair_id,
        times=[at + timedelta(days=1)], place="on-site",
    )  # fmt: skip
    await parts(village, anna, leaving)
    async with village.db.reading() as tx:
        farewells = await tx.goodbyes.farewells([leaving])
    second = await programmes.create(
        village.db,
        await village.actor(anna),
        name="Вторая",
        forms=["pupil_pupil"],
        starts_on=date(2029, 9, 1),
        ends_on=date(2030, 8, 31),
    )
    places = {
        "in another programme": (anna.organisation_id, second),
        "in another organisation": (boris.organisation_id, None),
        "in a programme of another organisation": (boris.organisation_id, boris.programme_id),
    }
    for role, reach in REACH.items():
        if reach is Reach.INSTALLATION:
            continue
        for where, (organisation_id, programme_id) in places.items():
            held = Assignment(role, organisation_id, programme_id)
            people[f"{role} {where}"] = Actor(nobody, "ru", "vy", (held,))
    people["region"] = Actor(
        nobody, "ru", "vy", (Assignment(Role.REGION, boris.organisation_id),)
    )
    deputy = await team.invite_member(
        village.db,
        await village.actor(anna),
        role=Role.DEPUTY,
        programme_id=anna.programme_id,
    )
    account = village.account()
    await village.opens(account, deputy.token)
    await caseloads.hand_over(
        village.db, await village.actor(anna), **plan,
        from_id=(await village.actor(account)).person_id, to_id=desk.person_id,
        until=date(2030, 5, 1),
    )  # fmt: skip
    await village.link(anna, Role.MENTEE)
    [open_link, *_] = await links.live(
        village.db, await village.actor(anna), programme_id=anna.programme_id
    )
    draft_id = await drafts(village.db, desk, village.profile, anna.programme_id, "change")
    run_id = await matching_runs.work(
        village.db, desk, **plan, profile=village.profile, run=in_place
    )
    entry_id = await swot.write(village.db, desk, **plan, side=Side.THREAT, words="x")
    ticket_id = await tickets.ask(
        village.db, await village.actor(dima), participation_id=dima.participation_id, words="x"
    )
    desk_note = await notes.write(village.db, desk, pair_id=pair_id, words="x")
    task_id = await tasks.add(village.db, desk, **plan, words="x", due_on=date(2030, 5, 1))
    broadcast_id = await broadcasts.plan(
        village.db, desk, **plan, segment=Segment(), words="x", profile=village.profile
    )
    mass_act = new_id()
    await mass.act(
        village.db, desk, act_id=mass_act, **plan, pair_ids=[pair_id], order=TALK,
        profile=village.profile,
    )  # fmt: skip
    assessment_id = await assessments.begin(village.db, desk, **plan, at=When.MIDDLE)
    await own_templates.send(
        village.db, desk, **plan, kind=PaperKind.PAIRS, name="x", content=b"x",
        check=_nothing_wrong,
    )
    sent = await own_templates.versions(village.db, desk, **plan, kind=PaperKind.PAIRS)
    template_id = sent.versions[0].template_id
    own_survey_id = await curator_survey.begin(village.db, desk, **plan, profile=village.profile)
    async with village.db.reading() as tx:
        [handover] = await tx.digests.handovers(anna.programme_id, date(2030, 4, 1))
        [proposed, *_] = await tx.matching.lines(run_id)
        [member, *_] = [
            held
            for held, person in await tx.team.members(anna.organisation_id, anna.programme_id)
            if held.role is Role.DEPUTY
        ]
    return World(
        village,
        ids={
            "programme_id": anna.programme_id,
            "own_survey_id": own_survey_id,
            "mass_act": mass_act,
            "participation_id": dima.participation_id,
            "waiting_id": waiting.participation_id,
            "mentor_participation": igor.participation_id,
            "record_id": learning.record_id,
            "pair_id": pair_id,
            "goal_id": goal_id,
            "step_id": step_id,
            "note_id": note_id,
            "leaving": leaving,
            "farewell_id": farewells[leaving, igor.person_id].id,
            "meeting_id": meeting_id,
            "poll_id": poll_id,
            "survey_id": survey.response_id,
            "wave_id": wave_id,
            "form_id": form,
            "ward_id": child.person_id,
            "organisation_id": anna.organisation_id,
            "invitation_id": open_link.invitation_id,
            "membership_id": member.id,
            "handover_id": handover.id,
            "curator_id": desk.person_id,
            "item_id": line,
            "assessment_id": assessment_id,
            "entry_id": entry_id,
            "run_id": run_id,
            "line_id": proposed.id,
            "free_mentee": proposed.mentee_participation_id,
            "free_mentor": proposed.mentor_participation_id,
            "offer_id": given.lines[0].offer_id,
            "alumnus_participation": helper.participation_id,
            "span_id": days.spans[0].id,
            "draft_id": draft_id,
            "template_id": template_id,
            "ticket_id": ticket_id,
            "desk_note": desk_note,
            "broadcast_id": broadcast_id,
            "task_id": task_id,
        },
        people=people,
    )


async def _nothing_wrong(*_: Any) -> tuple[Any, ...]:
    return ()


Ask = Callable[[World, Actor], Awaitable[object]]


def _ask(function: Callable[..., Awaitable[object]], **given: object) -> Ask:
    """`given`: values, or names of ids of the world."""

    def ask(world: World, actor: Actor) -> Awaitable[object]:
        takes = inspect.signature(function).parameters
        arguments = {
            name: world.ids[value] if isinstance(value, str) and value in world.ids else value
            for name, value in given.items()
        }
        if "profile" in takes:
            arguments["profile"] = world.village.profile
        if "run" in takes:
            arguments["run"] = in_place
        if "lexicon" in takes:
            arguments["lexicon"] = world.village.lexicon
        return function(world.village.db, actor, **arguments)

    return ask


# What a use case is given by the names of its parameters, when it has no row in `ASKED`.
BY_NAME: dict[str, object] = {
    "role": Role.MENTEE,
    "roles": (Role.MENTEE, Role.MENTOR),
    "uses": None,
    "label": "x",
    "most": 30,
    "name": "x",
    "form": "employer_learner",
    "variant": "colleague_junior",
    "used": True,
    "agreed": True,
    "targets": {"pairs": 3},
    "numbers": {"total": 3},
    "on": date(2030, 3, 13),
    "kind": "school",
    "zone": "Europe/Moscow",
    "starts_on": date(2030, 9, 1),
    "ends_on": date(2031, 5, 31),
    "segment": Segment(),
    "words": "x",
    "due_on": date(2030, 5, 1),
}


def asked_by_name(function: Callable[..., Awaitable[object]]) -> Ask:
    """Every parameter without a default is the id of that name, or stands in `BY_NAME`."""
    takes = inspect.signature(function).parameters.values()
    given: dict[str, object] = {}
    for one in takes:
        if one.name in {"db", "actor", "profile", "lexicon", "run"} or one.default is not one.empty:
            continue
        if not one.name.endswith("_id") and one.name not in BY_NAME:
            raise AssertionError(f"{function.__module__}.{function.__name__}: what is {one.name}?")
        given[one.name] = BY_NAME.get(one.name, one.name)
    return _ask(function, **given)


PROGRAMME = {"programme_id": "programme_id"}
TALK = MassOrder(MassWhat.TALK, sides=BOTH)


def _at_once(function: Callable[..., Awaitable[object]], **given: object) -> Ask:
    """About a list of pairs: a colleague's is among them."""

    def ask(world: World, actor: Actor) -> Awaitable[object]:
        ids = world.ids
        return function(
            world.village.db, actor, programme_id=ids["programme_id"], pair_ids=[ids["pair_id"]],
            order=TALK, profile=world.village.profile, **given,
        )  # fmt: skip

    return ask


FREE = {**PROGRAMME, "mentee_id": "free_mentee"}
FORM = {"participation_id": "participation_id"}
WAITING = {"participation_id": "waiting_id"}
MENTOR = {"participation_id": "mentor_participation"}
CERTIFICATE = {"kind": "no-criminal-record", "issued_on": date(2030, 1, 1)}
PAIR = {"pair_id": "pair_id"}
LEAVING = {"pair_id": "leaving"}
GOAL = {"goal_id": "goal_id"}
MEETING = {"meeting_id": "meeting_id"}
POLL = {"poll_id": "poll_id"}
LINE, A_DAY = {"item_id": "item_id"}, date(2030, 5, 1)
OFFER, ALUMNUS = {"offer_id": "offer_id"}, {"participation_id": "alumnus_participation"}
SURVEY = {"response_id": "survey_id"}
WAVE = {"wave_id": "wave_id"}
DRAFT = {**PROGRAMME, "draft_id": "draft_id"}
HALF_WAY = {**PROGRAMME, "key": "half-way"}
MENTOR_FORM = {"participation_id": "mentor_participation"}
TRY = {"record_id": "record_id"}
DAYS = Span(date(2029, 9, 1), date(2030, 3, 1))
PAPER = entering.Paper(date(2030, 3, 1), "15")
DOCUMENT = {"person_id": "ward_id", "organisation_id": "organisation_id", "kind": "guardian"}
ASKED: dict[str, Ask] = {
    "documents.boards.mine": _ask(boards.mine, **MENTOR_FORM),
    "documents.boards.see": _ask(boards.see, **MENTOR_FORM),
    "documents.boards.choose": _ask(boards.choose, **MENTOR_FORM, shown=True),
    "documents.boards.board": _ask(boards.board, **MENTOR_FORM),
    "documents.boards.letter": _ask(boards.letter, **MENTOR_FORM),
    "documents.thanking.overview": _ask(thanking.overview, **PROGRAMME),
    "documents.thanking.send": _ask(thanking.send, **PROGRAMME),
    "documents.reports.facts": _ask(
        reports.facts, **PROGRAMME, span=DAYS, reckoning=None
    ),
    "documents.reports.road_map": _ask(reports.road_map, **PROGRAMME, span=DAYS),
    "documents.papers.facts": _ask(papers_facts, **PROGRAMME, kind=PaperKind.AGREEMENT),
    "documents.own_templates.versions": _ask(
        own_templates.versions, **PROGRAMME, kind=PaperKind.PAIRS
    ),
    "documents.own_templates.in_force": _ask(
        own_templates.in_force, **PROGRAMME, kind=PaperKind.PAIRS
    ),
    "documents.own_templates.send": _ask(
        own_templates.send, **PROGRAMME, kind=PaperKind.PAIRS, name="x", content=b"",
        check=_nothing_wrong,
    ),
    "documents.own_templates.give_up": _ask(
        own_templates.give_up, **PROGRAMME, kind=PaperKind.PAIRS
    ),
    "documents.own_templates.bring_back": _ask(
        own_templates.bring_back, template_id="template_id"
    ),
    "documents.report_texts.write": _ask(
        report_texts.write, **PROGRAMME, section=Section.PLANS, words="x"
    ),
    "documents.report_texts.write_case": _ask(report_texts.write_case, **PAIR, words="x"),
    "documents.report_texts.erase": _ask(
        report_texts.erase, **PROGRAMME, section=Section.PLANS
    ),
    "monitoring.indicators.card": _ask(indicators.card, **PROGRAMME, key="k1"),
    "monitoring.indicators.enter": _ask(
        indicators.enter, **PROGRAMME, key="total", number=1, on=date(2030, 3, 1)
    ),
    "monitoring.outcomes.card": _ask(
        outcomes.card, **PROGRAMME, form="pupil_pupil", key="clubs"
    ),
    "monitoring.outcomes.table": _ask(outcomes.table, **PROGRAMME, form="pupil_pupil"),
    "monitoring.outcomes.enter": _ask(
        outcomes.enter, **PROGRAMME, form="pupil_pupil", key="clubs", moment=Moment.IN,
        number=1, of=2, on=date(2030, 3, 1),
    ),
    "monitoring.swot.write": _ask(swot.write, **PROGRAMME, side=Side.THREAT, words="x"),
    "monitoring.swot.edit": _ask(swot.edit, entry_id="entry_id", words="x"),
    "monitoring.swot.merge": _ask(swot.merge, entry_id="entry_id", other_id="entry_id"),
    "monitoring.swot.likely_same": _ask(swot.likely_same, **PROGRAMME, side=Side.THREAT),
    "monitoring.curator_survey.begin": _ask(curator_survey.begin, **PROGRAMME),
    "monitoring.curator_survey.given": _ask(curator_survey.given, response_id="own_survey_id"),
    "monitoring.assessments.begin": _ask(assessments.begin, **PROGRAMME, at=When.END),
    "monitoring.assessments.mark": _ask(
        assessments.mark, assessment_id="assessment_id", criterion="goals", mark=2
    ),
    "desk.mass.choosable": _ask(mass.choosable, **PROGRAMME, wanted=PairFilter()),
    "desk.mass.preview": _at_once(mass.preview),
    "desk.mass.act": _at_once(mass.act, act_id=new_id()),
    "desk.mass_undo.undo": _ask(mass_undo.undo, act_id="mass_act"),
    "desk.mass_undo.result": _ask(mass_undo.result, act_id="mass_act"),
    "desk.notes.read": _ask(notes.read, **PAIR),
    "desk.notes.write": _ask(notes.write, **PAIR, words="x"),
    "desk.notes.remove": _ask(notes.remove, note_id="desk_note"),
    "desk.broadcasts.plan": _ask(broadcasts.plan, **PROGRAMME, segment=Segment(), words="x"),
    "pairs.group_polls.answer": _ask(group_polls.answer, **POLL, times=[]),
    "pairs.group_poll_views.asked": _ask(group_poll_views.asked, **POLL),
    "pairs.group_poll_views.counted": _ask(group_poll_views.counted, **POLL),
    "pairs.group_polls.offer": _ask(
        group_polls.offer, **PAIR, times=[datetime(2030, 5, 1, tzinfo=UTC)], place="on-site"
    ),
    "pairs.asking.ask": _ask(asking.ask, **PAIR, about=About.CHANGE),
    "pairs.asking.settle": _ask(asking.settle, **PAIR),
    "pairs.asking.talk": _ask(asking.talk, **PAIR),
    "pairs.desk.view": _ask(pair_desk.view, **PAIR),
    "pairs.expecting.start": _ask(expecting.start, **PAIR),
    "pairs.pausing.pause": _ask(pausing.pause, **PAIR, until=date(2030, 3, 20)),
    "pairs.pausing.resume": _ask(pausing.resume, **PAIR),
    "pairs.trial.go_on": _ask(trial.go_on, **PAIR),
    "pairs.ratings.rate": _ask(ratings.rate, **PAIR, rating=5),
    "pairs.trial.say": _ask(trial.say, **PAIR, said={}),
    "pairs.ward_proposals.expect": _ask(ward_proposals.expect, **PAIR, said={}),
    "applications.applications.card": _ask(applications.card, **FORM),
    "applications.applications.approve": _ask(applications.approve, **WAITING),
    "applications.applications.decline": _ask(applications.decline, **WAITING, reason="format"),
    "bases.base_import.check": _ask(base_import.check, **PROGRAMME, role=Role.MENTEE, entries=()),
    "bases.base_import.links": _ask(base_import.links, **PROGRAMME, role=Role.MENTEE),
    "bases.base_import.remove": _ask(base_import.remove, **FORM),
    "bases.base_import.take_over": _ask(
        base_import.take_over, **PROGRAMME, role=Role.MENTEE, entries=(), progress=print
    ),
    "bases.bases.card": _ask(bases.card, **FORM),
    "bases.bases.export": _ask(bases.export, **PROGRAMME),
    "bases.bases.listed": _ask(bases.listed, **PROGRAMME, role=Role.MENTEE),
    "bases.bases.names": _ask(bases.names, **PROGRAMME, participation_ids=()),
    "bases.bases.overview": _ask(bases.overview, **PROGRAMME),
    "bases.entering.begin": _ask(
        entering.begin, **PROGRAMME, role=Role.MENTEE, band=AgeBand.ADULT, paper=PAPER
    ),
    "bases.entering.form_of": _ask(entering.form_of, **FORM),
    "bases.entering.keep_paper": _ask(
        entering.keep_paper, **FORM, band=AgeBand.ADULT, paper=PAPER
    ),
    "bases.entering.papers": _ask(entering.papers, **FORM),
    "bases.entering.today": _ask(entering.today, **PROGRAMME),
    "bases.entering.told": _ask(entering.told, **PROGRAMME, notice_id="response_id"),
    "bases.entering.unfinished": _ask(entering.unfinished, **PROGRAMME),
    "bases.entering.unsaid": _ask(entering.unsaid, **PROGRAMME),
    "applications.corrections.changes": _ask(corrections.changes, **FORM),
    "applications.corrections.look": _ask(corrections.look, **FORM),
    "programme.offers.register": _ask(offers.register, **PROGRAMME),
    "programme.offers.card": _ask(offers.card, **OFFER),
    "programme.offers.move": _ask(offers.move, **OFFER, to=OfferState.TALKING),
    "programme.offers.write": _ask(offers.write, **OFFER, about="call"),
    "joining.volunteers.known_link": _ask(volunteers.known_link, **PROGRAMME, label="x"),
    "joining.volunteers.may_mentor": _ask(volunteers.may_mentor, **ALUMNUS),
    "joining.volunteers.become_mentor": _ask(volunteers.become_mentor, **ALUMNUS),
    "applications.applications.approve_all": _ask(
        applications.approve_all, **PROGRAMME, participation_ids=[UUID(int=1)]
    ),
    "applications.applications.keep_in_reserve": _ask(applications.keep_in_reserve, **WAITING),
    "applications.applications.reopen": _ask(applications.reopen, **WAITING),
    "applications.checking.documents": _ask(checking.documents, **MENTOR),
    "applications.checking.likely_end": _ask(checking.likely_end, **MENTOR, **CERTIFICATE),
    "applications.checking.keep_number": _ask(checking.keep_number, **MENTOR, number="12345"),
    "applications.checking.record": _ask(
        checking.record, **MENTOR, **CERTIFICATE, expires_on=None, number_hash="0" * 64
    ),
    "applications.ending.item": _ask(ending.item, **MENTOR),
    "applications.ending.remind": _ask(ending.remind, **MENTOR),
    "applications.checking.revoke": _ask(checking.revoke, **MENTOR, check_id=UUID(int=1)),
    "monitoring.authoring.listed": _ask(authoring.listed, **PROGRAMME),
    "monitoring.authoring.card": _ask(authoring.card, **PROGRAMME, key="wave-mid"),
    "monitoring.authoring.to_download": _ask(
        authoring.to_download, **PROGRAMME, key="wave-mid"
    ),
    "monitoring.authoring.rehearsed_in": _ask(authoring.rehearsed_in, **PROGRAMME),
    "monitoring.authoring.keep_draft": _ask(
        authoring.keep_draft, **PROGRAMME, key="wave-mid", questionnaire=made(1)
    ),
    "monitoring.authoring.draft": _ask(authoring.draft, **DRAFT),
    "monitoring.authoring.publish": _ask(authoring.publish, **DRAFT),
    "monitoring.authoring.take_back": _ask(authoring.take_back, **PROGRAMME, key="wave-mid"),
    "monitoring.digests.digest": _ask(digests.digest, **PROGRAMME),
    "monitoring.digest_choices.hear": _ask(
        digest_choices.hear, **PROGRAMME, often="weekly", weekday=0, hour=9
    ),
    "monitoring.digest_choices.turn": _ask(digest_choices.turn, **PROGRAMME, kind="plan"),
    "pairs.check_ins.talked": _ask(
        check_ins.talked, **PROGRAMME, person_id="ward_id", role=Role.MENTEE
    ),
    "team.caseloads.entrust": _ask(caseloads.entrust, pair_id="pair_id", person_id=None),
    "team.caseloads.restrict": _ask(
        caseloads.restrict, membership_id="membership_id", restricted=True
    ),
    "team.caseloads.hand_over": _ask(
        caseloads.hand_over, **PROGRAMME, from_id="ward_id", to_id="curator_id",
        until=date(2030, 3, 20),
    ),
    "monitoring.what_helps.lives": _ask(what_helps.lives, **PROGRAMME),
    "consents.consents.shelves": _ask(consents.shelves, person_id="ward_id"),
    "consents.consents.text": _ask(consents.text, **DOCUMENT),
    "consents.consents.answer": _ask(consents.answer, **DOCUMENT, agrees=False, channel="telegram"),
    "consents.erasure.erase": _ask(erasure.erase, of="ward_id"),
    "consents.papers.desk": _ask(papers.desk, **WAITING),
    "consents.papers.mark": _ask(
        papers.mark, **WAITING, kind="guardian", signed_on=date(2030, 3, 1), number="1"
    ),
    "consents.papers.take_back": _ask(papers.take_back, **WAITING),
    "consents.personal_copy.rows": _ask(personal_copy.rows, of="ward_id"),
    "consents.privacy.known": _ask(privacy.known, of="ward_id"),
    "consents.wards.card": _ask(wards.card, ward_id="ward_id"),
    "joining.intake.welcome": _ask(intake.welcome, **FORM),
    "joining.intake.consent_text": _ask(intake.consent_text, **FORM, band=AgeBand.ADULT),
    "joining.intake.agree": _ask(intake.agree, **FORM, band=AgeBand.ADULT, channel="telegram"),
    "joining.intake.form_of": _ask(intake.form_of, **FORM),
    "joining.intake.send_form": _ask(intake.send_form, **FORM),
    "joining.intake.correct_form": _ask(intake.correct_form, **FORM),
    "team.invitations.invite": _ask(invitations.invite, **PROGRAMME, role=Role.MENTEE),
    "team.invitations.link": _ask(invitations.link, **PROGRAMME, role=Role.MENTEE),
    "team.invitations.invite_guardian": _ask(invitations.invite_guardian, **FORM),
    "team.invitations.guardian_link": _ask(invitations.guardian_link, **FORM),
    "matching.general_meeting.open_wishes": _ask(general_meeting.open_wishes, **PROGRAMME, days=5),
    **{
        f"matching.wishes.{one.__name__}": _ask(
            one, participation_id="participation_id", other_id="mentor_participation"
        )
        for one in (wishes.choice, wishes.wish, wishes.prefer, wishes.take_back, wishes.veto,
                    wishes.lift)
    },
    "matching.matching.approve": _ask(
        matching.approve,
        **PROGRAMME,
        mentee_id="participation_id",
        mentor_id="mentor_participation",
    ),
    "matching.cards.card": _ask(matching_cards.card, **PROGRAMME, place=0),
    "matching.comparing.compare": _ask(
        matching_comparing.compare, **PROGRAMME, run_id="run_id"
    ),
    "matching.decisions.above": _ask(matching_decisions.above, **PROGRAMME, scores=(0,)),
    "matching.decisions.approve_above": _ask(
        matching_decisions.approve_above, **PROGRAMME, score=0
    ),
    "matching.decisions.lock": _ask(
        matching_decisions.lock, **PROGRAMME, line_id="line_id", locked=True
    ),
    "matching.decisions.undo": _ask(
        matching_decisions.undo, **PROGRAMME, run_id="run_id", number=1
    ),
    "matching.decisions.veto": _ask(
        matching_decisions.veto, **PROGRAMME, line_id="line_id", reason="x"
    ),
    "matching.settings.dial": _ask(matching_settings.dial, **PROGRAMME, stability=1),
    "matching.settings.group_form": _ask(
        matching_settings.group_form, **PROGRAMME, form="pupil_pupil", in_groups=True
    ),
    "matching.settings.group_size": _ask(
        matching_settings.group_size, **PROGRAMME, smallest=3, largest=5
    ),
    "matching.settings.switch": _ask(
        matching_settings.switch, **PROGRAMME, what="fair", on=True
    ),
    "matching.settings.switch_rule": _ask(
        matching_settings.switch_rule, **PROGRAMME, rule="rule-no-shared-slot", holds=True
    ),
    "matching.settings.weigh": _ask(
        matching_settings.weigh, **PROGRAMME, part="slot", weight=Weight.LOW
    ),
    "matching.swaps.candidates": _ask(matching_swaps.candidates, **FREE),
    "matching.swaps.what_if": _ask(matching_swaps.what_if, **FREE, mentor_id="free_mentor"),
    "matching.swaps.swap": _ask(matching_swaps.swap, **FREE, mentor_id="free_mentor"),
    "pairs.meeting_hours.suggestions": _ask(meeting_hours.suggestions, **PAIR),
    "pairs.meeting_hours.hours": _ask(meeting_hours.hours, **PAIR, day=timedelta(0)),
    "pairs.meetings.offer_anew": _ask(meetings.offer_anew, **MEETING, times=()),
    "pairs.meetings.set_where": _ask(meetings.set_where, **MEETING, where="x"),
    "pairs.recurring.cancel_series": _ask(recurring.cancel_series, **MEETING),
    "pairs.receipts.tell_more": _ask(
        receipts.tell_more, **MEETING, details=receipts.Details(mood=5)
    ),
    "pairs.receipts.to_log": _ask(receipts.to_log, **PAIR),
    "pairs.receipts.log_past": _ask(receipts.log_past, **PAIR, at=None, place="online"),
    "pairs.meetings.offer": _ask(meetings.offer, **PAIR, times=(), place="online"),
    "pairs.meetings.pick": _ask(meetings.pick, **MEETING, at=None),
    "pairs.meetings.cancel": _ask(meetings.cancel, **MEETING),
    "pairs.meetings.confirm": _ask(meetings.confirm, **MEETING, receipt=Receipt.HELD),
    "pairs.meetings.view": _ask(meetings.view, **MEETING),
    "pairs.pairs.proposal": _ask(pairs.proposal, **PAIR),
    "pairs.pairs.answer": _ask(pairs.answer, **PAIR, accepts=False),
    "pairs.pairs.page": _ask(pairs.page, **PROGRAMME),
    "pairs.marks.item": _ask(marks.item, **PAIR),
    "pairs.marks.mark": _ask(marks.mark, **PAIR, what=Done.NUDGED),
    "pairs.nudges.nudge": _ask(nudges.nudge, **PAIR),
    "pairs.ending.end": _ask(pair_ending.end, **PAIR, reason="other"),
    "consents.privacy.withdraw_for_ward": _ask(privacy.withdraw_for_ward, ward_id="ward_id"),
    "programme.programmes.desk": _ask(programmes.desk, **PROGRAMME),
    "applications.queue.complete": _ask(queue.complete, **PROGRAMME),
    "applications.queue.page": _ask(queue.page, **PROGRAMME),
    "applications.queue.search": _ask(queue.search, **PROGRAMME, typed="a"),
    "applications.selection.history": _ask(selection.history, **MENTOR),
    "applications.selection.interview_sheet": _ask(selection.interview_sheet, **MENTOR),
    "applications.selection.mark_trained": _ask(selection.mark_trained, **MENTOR),
    "applications.selection.record_interview": _ask(
        selection.record_interview, **MENTOR, recommended=True
    ),
    "applications.selection.set_kind": _ask(selection.set_kind, **MENTOR, kind="learner"),
    "programme.roadmap.view": _ask(roadmap.view, **PROGRAMME),
    "programme.roadmap.draw_up": _ask(roadmap.draw_up, **PROGRAMME),
    "programme.roadmap.tick_stage": _ask(
        roadmap.tick_stage, **PROGRAMME, stage=ProgrammeStage.WORK
    ),
    "programme.roadmap.card": _ask(roadmap.card, **LINE),
    "programme.roadmap.tick": _ask(roadmap.tick, **LINE, done=True),
    "programme.roadmap.explain": _ask(roadmap.explain, **LINE, reason="x"),
    "programme.roadmap.move": _ask(roadmap.move, **LINE, due_on=A_DAY),
    "programme.roadmap.entrust": _ask(roadmap.entrust, **LINE, words="x"),
    "programme.roadmap.add": _ask(
        roadmap.add, **PROGRAMME, stage=ProgrammeStage.WORK, title="x", due_on=A_DAY
    ),
    "programme.roadmap.remove": _ask(roadmap.remove, **LINE),
    "programme.school_calendar.view": _ask(school_calendar.view, **PROGRAMME),
    "programme.school_calendar.add_usual": _ask(school_calendar.add_usual, **PROGRAMME),
    "programme.school_calendar.add": _ask(
        school_calendar.add, **PROGRAMME, kind=SpanKind.EXAMS, starts_on=A_DAY, ends_on=A_DAY
    ),
    "programme.school_calendar.remove": _ask(
        school_calendar.remove, **PROGRAMME, span_id="span_id"
    ),
    "programme.school_calendar.set_lessons": _ask(
        school_calendar.set_lessons, **PROGRAMME, hours=None
    ),
    "monitoring.surveys.screen": _ask(surveys.screen, **SURVEY),
    "monitoring.surveys.answer": _ask(surveys.answer, **SURVEY, key="useful", raw="1"),
    "monitoring.surveys.next_item": _ask(surveys.next_item, **SURVEY, key="useful"),
    "monitoring.surveys.skip": _ask(surveys.skip, **SURVEY, key="useful"),
    "monitoring.surveys.hard_to_say": _ask(surveys.hard_to_say, **SURVEY, key="useful"),
    "monitoring.surroundings.surroundings": _ask(surroundings.surroundings, **SURVEY),
    "monitoring.surveys.back": _ask(surveys.back, **SURVEY, key="useful"),
    "monitoring.surveys.edit": _ask(surveys.edit, **SURVEY, key="useful"),
    "monitoring.surveys.keep_as_is": _ask(surveys.keep_as_is, **SURVEY, key="useful"),
    "monitoring.handing_in.about": _ask(handing_in.about, **SURVEY),
    "monitoring.handing_in.refuse": _ask(handing_in.refuse, **SURVEY),
    "monitoring.waves.extend": _ask(waves.extend, **WAVE, days=7),
    "monitoring.results.texts": _ask(results.texts, **WAVE, key="useful", page=0),
    "monitoring.results.twice": _ask(results.twice, **WAVE, before_id="wave_id"),
    "monitoring.exporting.offer": _ask(exporting.offer, **WAVE, kind=ExportKind.CSV),
    "monitoring.exporting.take": _ask(exporting.take, **WAVE, kind=ExportKind.CSV),
    "monitoring.wave_plans.add": _ask(wave_plans.add, **PROGRAMME, questionnaire="wave-mid"),
    "monitoring.wave_plans.change": _ask(wave_plans.change, **HALF_WAY),
    "monitoring.wave_plans.switch": _ask(wave_plans.switch, **HALF_WAY, on=True),
    "pairs.plans.add_goal": _ask(plans.add_goal, **PAIR, title="x", measure="y", due_on=A_DAY),
    "pairs.plans.postpone_goal": _ask(plans.postpone_goal, **GOAL, due_on=A_DAY),
    "pairs.plans.move_goal": _ask(plans.move_goal, **GOAL, progress=10),
    "pairs.goal_steps.add_step": _ask(goal_steps.add_step, **GOAL, words="x", due_on=A_DAY),
    "pairs.diary.write": _ask(diary.write, **PAIR, words="x", private=False),
    "pairs.goodbyes.begin": _ask(goodbyes.begin, **PAIR, last_on=A_DAY),
    "pairs.goodbyes.questionnaire": _ask(goodbyes.questionnaire, **LEAVING),
    "pairs.goodbyes.view": _ask(goodbyes.view, **LEAVING),
    "pairs.papers.paper": _ask(pair_papers.paper, **LEAVING, side=Role.MENTEE),
    "pairs.partings.follow_up": _ask(
        partings.follow_up, farewell_id="farewell_id", said=FollowUp.MUCH
    ),
    "pairs.thanks.write": _ask(thanks.write, **LEAVING, words="x"),
    "pairs.thanks.look": _ask(thanks.look, farewell_id="farewell_id", passes=True),
    "pairs.what_next.choose": _ask(what_next.choose, **LEAVING, what=WhatNext.REST),
    "training.training.begin": _ask(training.begin, **MENTOR_FORM, module="basics"),
    "training.training.screen": _ask(training.screen, **TRY),
    "training.training.go": _ask(training.go, **TRY, place=1),
    "training.training.answer": _ask(training.answer, **TRY, question="homework", choice=1),
    "training.training.agree": _ask(training.agree, **TRY),
    "training.training.again": _ask(training.again, **TRY),
    "training.certificates.certificate": _ask(training_certificates.certificate, **MENTOR_FORM),
    "training.certificates.feedback": _ask(training_certificates.feedback, **MENTOR_FORM),
    "training.courses.course": _ask(training_courses.course, **MENTOR_FORM),
    "training.log.page": _ask(training_log.page, **PROGRAMME),
    "training.log.card": _ask(training_log.card, **MENTOR_FORM),
    "training.log.remind": _ask(training_log.remind, **MENTOR_FORM),
    "training.log.opinions": _ask(training_log.opinions, **PROGRAMME),
}
# About the actor alone: there is no id in them that could be somebody else's.
OF_ONESELF = {
    "desk.finding.everywhere",
    "desk.tickets.home",
    "documents.boards.waiting",
    "programme.archives.archived",
    "monitoring.digests.compute",
    "joining.intake.steps",
    "matching.open_wishes.mine",
    "programme.organisations.curated",
    "programme.heads.pages",
    "pairs.goodbyes.mine",
    "pairs.group_poll_views.mine",
    "pairs.pairs.mine",
    "pairs.feeds.known",
    "pairs.feeds.make",
    "pairs.feeds.take_back",
    "pairs.reminding.choose",
    "pairs.reminding.chosen",
    "people.me",
    "people.speak",
    "consents.privacy.withdraw",
    "programme.programmes.create",
    "programme.programmes.introduce_curator",
    "programme.programmes.introduction",
    "programme.programmes.likely_beginning",
    "programme.programmes.likely_end",
    "programme.programmes.mine",
    "applications.selection.ways",
    "monitoring.surveys.waiting_for",
    "training.courses.mine",
    "joining.whereabouts.paths",
    "team.team.appointments",
    "team.team.introduce",
}
# Whose business these are after all: the guardian of the child, the operator who invites anywhere.
RIGHTLY = {
    ("consents.privacy.withdraw_for_ward", "guardian"),
    ("consents.privacy.known", "guardian"),
    ("consents.personal_copy.rows", "guardian"),
    ("consents.consents.shelves", "guardian"),
    ("consents.consents.text", "guardian"),
    ("consents.consents.answer", "guardian"),
    ("consents.erasure.erase", "guardian"),
    ("consents.wards.card", "guardian"),
    ("team.invitations.invite", "operator"),
    ("team.invitations.link", "operator"),
    ("team.invitations.invite_guardian", "operator"),
    ("team.invitations.guardian_link", "operator"),
    ("team.invitations.audiences", "operator"),
    ("team.links.live", "operator"),  # those the operator made, and none here
    ("team.links.several", "operator"),
    ("programme.regions.overview", "region"),
    ("programme.regions.card", "region"),
    ("programme.regions.years", "region"),
    ("programme.region_reminders.preview", "region"),
    ("programme.region_reminders.preview_one", "region"),
    ("programme.region_reminders.remind", "region"),
    ("programme.region_reminders.remind_all", "region"),
}


def every_ask() -> dict[str, Ask]:
    """The rows of `ASKED`, and every other use case about a thing by the names it takes."""
    return {
        name: ASKED.get(name) or asked_by_name(function)
        for name, function in use_cases().items()
        if name not in OF_ONESELF
    }


async def test_nobody_reaches_what_is_not_theirs(world: World) -> None:
    leaks = []
    for name, ask in every_ask().items():
        for who, actor in world.people.items():
            if (name, who) in RIGHTLY:
                continue
            try:
                await ask(world, actor)
            except NotAllowed:
                continue
            leaks.append(f"{name} by {who}")
    assert leaks == []


# What somebody with a share of the caseload is shown of the programme: its stages and numbers,
# and of pairs and people only their own.
OF_A_SHARE = {
    "desk.finding.find",
    "desk.mass.choosable",
    "desk.overview.overview",
    "desk.tickets.listed",
    "monitoring.blocked.listed",
    "monitoring.digest_choices.chosen",
    "monitoring.digest_choices.hear",
    "monitoring.digest_choices.turn",
    "monitoring.digests.digest",
    "pairs.check_ins.listed",
    "pairs.pairs.page",
    "programme.programmes.desk",
    "programme.programmes.rights",
    "programme.roadmap.card",
    "programme.roadmap.view",
    "programme.school_calendar.view",
    "team.caseloads.caseload",
    "team.team.team",
}


async def test_who_cares_for_some_pairs_reaches_nobody_elses(world: World) -> None:
    """A deputy to whom nothing is entrusted."""
    programme = world.ids["programme_id"]
    async with world.village.db.reading() as tx:
        house = (await tx.get(Programme, programme)).organisation_id
    held = Assignment(Role.DEPUTY, house, programme, share=frozenset())
    person = world.people["nobody"].person_id
    olga = Actor(person, "ru", "vy", (held,))
    open_ = set()
    for name, ask in every_ask().items():
        try:
            await ask(world, olga)
        except (Gone, NotAllowed):
            continue
        except Refusal:
            pass
        open_.add(name)
    assert open_ == OF_A_SHARE


async def test_an_invented_id_is_a_thing_that_is_not_there(world: World) -> None:
    anna = next(iter(world.people.values()))
    nothing = World(world.village, {name: UUID(int=7) for name in world.ids}, world.people)
    answers = []
    for name, ask in every_ask().items():
        try:
            await ask(nothing, anna)
        except (Gone, NotAllowed):
            continue
        answers.append(name)
    assert answers == []


def test_every_use_case_with_an_actor_is_tried_here() -> None:
    """A new one is tried by itself; only what it takes beside ids may have to be said above."""
    assert set(ASKED) <= set(every_ask()), "no such use case any more"
    assert set(use_cases()) >= OF_ONESELF - {"monitoring.digests.compute"}
    with_ids = [
        name
        for name in OF_ONESELF & set(use_cases())
        if any(
            one.name.endswith("_id") and one.default is one.empty
            for one in inspect.signature(use_cases()[name]).parameters.values()
        )
    ]
    assert set(with_ids) <= {"consents.privacy.withdraw"}  # whose consents: always one's own


def use_cases() -> dict[str, Callable[..., Awaitable[object]]]:
    return {
        f"{module.__name__.removeprefix('bot.usecases.')}.{name}": function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.iscoroutinefunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        and "actor" in inspect.signature(function).parameters
        and "tx" not in inspect.signature(function).parameters  # a part of others' transactions
    }


def modules() -> list[ModuleType]:
    import importlib
    import pkgutil

    return [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(usecases.__path__, f"{usecases.__name__}.")
        if not found.ispkg
    ]


async def test_the_rights_on_a_card_are_those_of_its_programme(village: Village) -> None:
    """A psychologist here who curates elsewhere was shown the buttons of a curator."""
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    lena = await village.applies(anna, Role.MENTEE)
    person_id = (await village.actor(boris)).person_id
    here = Assignment(Role.PSYCHOLOGIST, anna.organisation_id, anna.programme_id)
    elsewhere = Assignment(Role.CURATOR, boris.organisation_id)
    seen = await applications.card(
        village.db,
        Actor(person_id, "ru", "vy", (here, elsewhere)),
        participation_id=lena.participation_id,
        profile=village.profile,
    )
    assert May.INTERVIEW_MENTORS in seen.rights
    assert not seen.rights & {May.DECIDE_APPLICATIONS, May.CHECK_MENTORS}

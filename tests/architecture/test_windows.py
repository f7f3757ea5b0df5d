"""Every state has a window, and every window draws itself from true rows in both languages.

Drawn by the window itself with its own getter on true rows; nothing is sent anywhere. A new state
takes a row in `SEEN_BY`: who looks at it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import pytest
from aiogram import Bot, Dispatcher
from aiogram.fsm.state import State
from aiogram.types import Chat, InlineKeyboardMarkup, User
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.api.entities import (
    EVENT_CONTEXT_KEY,
    Context,
    DialogAction,
    DialogUpdateEvent,
    EventContext,
    NewMessage,
    Stack,
)

from bot.dialogs.desk.desk_states import (
    Ask,
    Broadcasts,
    Desk,
    Notes,
    Past,
    Tasks,
    Tickets,
)
from bot.dialogs.desk.mass_states import Mass
from bot.dialogs.documents.document_states import Board, Documents, Papers, Report, Thanking
from bot.dialogs.matching.card import LINE, MENTEE
from bot.dialogs.matching.compare import RUN
from bot.dialogs.matching.swapping import MENTOR
from bot.dialogs.monitoring.digest_states import CheckIns, DigestChoice
from bot.dialogs.monitoring.indicator_states import Assess, CuratorSurvey, Dynamics, Indicators
from bot.dialogs.monitoring.questionnaire_shown import DRAFT, KEY
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.monitoring.wave_states import WavePlans, WaveRoom
from bot.dialogs.monitoring.what_helps_states import WhatHelpsPairs
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.life_states import PairDesk, PairTalk
from bot.dialogs.pairs.meeting_states import Afterwards, PastMeeting, Reminders
from bot.dialogs.pairs.plan_states import Diary, Goodbye, Plan, Thanks
from bot.dialogs.pairs.proposal_states import (
    GeneralMeeting,
    NextRound,
    Proposal,
    Suggestion,
    WardProposal,
    Wishes,
)
from bot.dialogs.pairs.snooze_states import Snooze
from bot.dialogs.programme.region_states import HeadPage, Region
from bot.dialogs.states import (
    Applications,
    Archive,
    BaseImport,
    Bases,
    Blocked,
    Checking,
    Consents,
    EnteredForm,
    Entering,
    Erasure,
    Form,
    Guardian,
    GuardianConsent,
    Interview,
    Joining,
    Language,
    Links,
    Matching,
    MatchingSettings,
    Meeting,
    Menu,
    NewProgramme,
    OfferMeeting,
    Offers,
    Pairs,
    PaperConsent,
    Privacy,
    Programme,
    RoadMap,
    Rooms,
    SchoolCalendar,
    Settings,
    SetUp,
    Speaking,
    Survey,
    Team,
    TeamWelcome,
    Training,
    TrainingLog,
    Volunteer,
    Wards,
    Waves,
    Where,
)
from bot.dialogs.team.caseload_states import Caseloads
from bot.dispatching import make_dispatcher
from bot.domain.access import Actor, Role
from bot.domain.assessments import When
from bot.domain.broadcasts import Segment
from bot.domain.consents import BY_KIND
from bot.domain.ids import new_id
from bot.domain.mass_acts import BOTH, MassWhat
from bot.domain.matching.runs import MatchingLine
from bot.domain.moments import local
from bot.domain.people import AgeBand
from bot.domain.profile import Profile
from bot.domain.report_texts import Section
from bot.domain.responses import Response, ResponseState
from bot.domain.swot import Side
from bot.middlewares.acquaintance import Reader
from bot.reports.worker import Worker
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases import people
from bot.usecases.bases import entering, speaking
from bot.usecases.desk import broadcast_lists, broadcasts, mass, notes, tasks, tickets
from bot.usecases.desk.mass_weighing import MassOrder
from bot.usecases.documents import report_texts
from bot.usecases.joining import intake
from bot.usecases.matching import general_meeting
from bot.usecases.matching import runs as matching_runs
from bot.usecases.monitoring import assessments, curator_survey, surveys, swot
from bot.usecases.pairs import diary, goal_steps, goodbyes, group_polls, pairs, plans, thanks
from bot.usecases.programme import archives, house_counting, offers, roadmap, school_calendar
from bot.usecases.team import links, team
from sandbox.wall import Wall
from tests.answered import answered
from tests.architecture.test_promises import all_states, routers
from tests.grouping import group
from tests.learning import begins
from tests.telling import publishes
from tests.usecases.test_speaking import tamara
from tests.village import MESSENGER, ZONE, Curator, Member, Village, in_place
from tests.writing import MID, drafts

LONGEST_TEXT, LONGEST_DATA, INTENT = 4096, 64, 7
MOST_TO_CHOOSE_FROM = 7
# Of a menu: they lead back or leaf, there is nothing to choose between.
WAYS = ("button-back", "button-to-menu", "programme-page-before", "programme-page-after")
TAG = re.compile(r"</?[a-z][^>]*>")
KINDS = tuple(BY_KIND)
PEOPLE = ("curator", "newcomer", "applicant", "child", "guardian", "proposed", "mentee", "mentor")
SEEN_BY: dict[State, str] = {
    **dict.fromkeys((Menu.home, Language.choose), "mentee"),
    **dict.fromkeys(
        (Privacy.known, Privacy.answers, Privacy.withdraw, Privacy.withdrawn), "mentee"
    ),
    **dict.fromkeys(Consents.__all_states__, "mentee"),
    **dict.fromkeys(Erasure.__all_states__, "mentee"),
    **dict.fromkeys(Wards.__all_states__, "parent"),
    **dict.fromkeys(PaperConsent.__all_states__, "curator"),
    Volunteer.choose: "newcomer",
    **dict.fromkeys(Joining.__all_states__, "newcomer"),
    Form.question: "applicant",
    Form.review: "mentee",
    Form.sent: "mentee",
    Guardian.waiting: "child",
    **dict.fromkeys(GuardianConsent.__all_states__, "guardian"),
    **dict.fromkeys(NewProgramme.__all_states__, "curator"),
    **dict.fromkeys(SetUp.__all_states__, "curator"),
    **dict.fromkeys(Settings.__all_states__, "curator"),
    **dict.fromkeys(Archive.__all_states__, "curator"),
    **dict.fromkeys(Team.__all_states__, "curator"),
    **dict.fromkeys(Links.__all_states__, "curator"),
    TeamWelcome.name: "head",
    **dict.fromkeys(Region.__all_states__, "coordinator"),
    HeadPage.home: "head",
    **dict.fromkeys(Programme.__all_states__, "curator"),
    Rooms.list: "curator",
    Blocked.list: "curator",
    **dict.fromkeys(RoadMap.__all_states__, "curator"),
    **dict.fromkeys(SchoolCalendar.__all_states__, "curator"),
    **dict.fromkeys(Applications.__all_states__, "curator"),
    **dict.fromkeys(Bases.__all_states__, "curator"),
    **dict.fromkeys(BaseImport.__all_states__, "curator"),
    **dict.fromkeys((Entering.home, Entering.age, Entering.unsaid), "curator"),
    Entering.paper: "half-entered",
    **dict.fromkeys(EnteredForm.__all_states__, "entered"),
    **dict.fromkeys(Speaking.__all_states__, "spoken-for"),
    Speaking.question: "spoken-survey",
    **dict.fromkeys((Speaking.meeting, Speaking.none_fits, Speaking.offer), "spoken-meeting"),
    **dict.fromkeys(Offers.__all_states__, "curator"),
    Where.path: "mentee",
    **dict.fromkeys(Checking.__all_states__, "curator"),
    **dict.fromkeys(Interview.__all_states__, "curator"),
    **dict.fromkeys(Matching.__all_states__, "curator"),
    **dict.fromkeys(MatchingSettings.__all_states__, "curator"),
    **dict.fromkeys(Pairs.__all_states__, "curator"),
    **dict.fromkeys(Snooze.__all_states__, "curator"),
    **dict.fromkeys(DigestChoice.__all_states__, "curator"),
    **dict.fromkeys(CheckIns.__all_states__, "curator"),
    **dict.fromkeys(Caseloads.__all_states__, "curator"),
    **dict.fromkeys(PairDesk.__all_states__, "curator"),
    **dict.fromkeys(PairTalk.__all_states__, "mentor"),
    Monitoring.home: "curator",
    **dict.fromkeys(Questionnaires.__all_states__, "curator"),
    **dict.fromkeys(Indicators.__all_states__, "curator"),
    **dict.fromkeys(Dynamics.__all_states__, "curator"),
    **dict.fromkeys(Assess.__all_states__, "curator"),
    **dict.fromkeys(CuratorSurvey.__all_states__, "curator"),
    **dict.fromkeys(Swot.__all_states__, "curator"),
    **dict.fromkeys((*Documents.__all_states__, *Report.__all_states__), "curator"),
    **dict.fromkeys((*Papers.__all_states__, *Thanking.__all_states__), "curator"),
    **dict.fromkeys(Board.__all_states__, "mentor"),
    **dict.fromkeys(WhatHelpsPairs.__all_states__, "curator"),
    **dict.fromkeys(Waves.__all_states__, "curator"),
    **dict.fromkeys(Results.__all_states__, "curator"),
    **dict.fromkeys(WaveRoom.__all_states__, "curator"),
    **dict.fromkeys(WavePlans.__all_states__, "curator"),
    **dict.fromkeys(Proposal.__all_states__, "proposed"),
    **dict.fromkeys(Wishes.__all_states__, "chooser"),
    **dict.fromkeys(WardProposal.__all_states__, "parent"),
    **dict.fromkeys(GeneralMeeting.__all_states__, "curator"),
    **dict.fromkeys(NextRound.__all_states__, "curator"),
    **dict.fromkeys(Suggestion.__all_states__, "curator"),
    **dict.fromkeys(OfferMeeting.__all_states__, "mentor"),
    **dict.fromkeys((GroupPoll.place, GroupPoll.card, GroupPoll.call_off), "leader"),
    **dict.fromkeys((GroupPoll.tick, GroupPoll.ticked), "pupil"),
    **dict.fromkeys(Meeting.__all_states__, "mentee"),
    **dict.fromkeys(Afterwards.__all_states__, "mentor"),
    **dict.fromkeys(PastMeeting.__all_states__, "mentor"),
    **dict.fromkeys(Reminders.__all_states__, "mentee"),
    **dict.fromkeys(Plan.__all_states__, "mentee"),
    **dict.fromkeys(Diary.__all_states__, "mentor"),
    Diary.close: "curator",
    **dict.fromkeys(Goodbye.__all_states__, "leaving"),
    **dict.fromkeys(Thanks.__all_states__, "curator"),
    **dict.fromkeys(Survey.__all_states__, "mentee"),
    **dict.fromkeys(Training.__all_states__, "mentor"),
    **dict.fromkeys(TrainingLog.__all_states__, "curator"),
    **dict.fromkeys((*Desk.__all_states__, *Tickets.__all_states__), "curator"),
    **dict.fromkeys((*Broadcasts.__all_states__, *Tasks.__all_states__), "curator"),
    **dict.fromkeys(Mass.__all_states__, "curator"),
    **dict.fromkeys((*Notes.__all_states__, Past.pair), "curator"),
    Past.person: "noted",
    **dict.fromkeys(Ask.__all_states__, "mentee"),
}
# Other people look at these too, and see something else.
ALSO_SEEN = [(Menu.home, one) for one in PEOPLE if one != "mentee"] + [
    (Privacy.known, one) for one in ("curator", "guardian", "newcomer", "parent")
] + [(state, "parent") for state in (*Consents.__all_states__, *Erasure.__all_states__)]
ALSO_SEEN += [(Where.path, one) for one in PEOPLE if one != "mentee"]
ALSO_SEEN += [(Where.path, "alumna"), (Form.sent, "alumna")]
ALSO_SEEN += [(Notes.list, "noted"), (Notes.write, "noted"), (Ask.home, "parent")]


@dataclass
class Stand:
    """A programme with somebody at every step, and the ids each of them was led here with."""

    village: Village
    dispatcher: Dispatcher
    people: dict[str, int] = field(default_factory=dict)
    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, who: int | Curator | Member, **ids: UUID) -> None:
        self.people[name] = who if isinstance(who, int) else who.account
        self.ids[name] = {key: str(value) for key, value in ids.items()}

    async def actor(self, name: str) -> Actor | None:
        return await self.village.known(self.people[name])


class Looker:
    """One person in front of one window: what a window asks of its manager while it is drawn."""

    def __init__(
        self, dialog: Dialog, state: State, start: dict[str, str], kept: dict[str, Any], **data: Any
    ) -> None:
        self._dialog, self.start_data, self.dialog_data = dialog, start, kept
        user = User(id=1, is_bot=False, first_name="x")
        chat = Chat(id=1, type="private")
        self.event = DialogUpdateEvent(
            from_user=user,
            chat=chat,
            action=DialogAction.UPDATE,
            data={},
            intent_id=None,
            stack_id=None,
            thread_id=None,
            business_connection_id=None,
        )
        self.middleware_data = {
            "dialog_manager": self,
            "event_chat": chat,
            "event_from_user": user,
            EVENT_CONTEXT_KEY: EventContext(
                bot=cast(Bot, _Bot()),
                thread_id=None,
                chat=chat,
                user=user,
                business_connection_id=None,
            ),
            **data,
        }
        self._context = Context(
            _intent_id="0",
            _stack_id="0",
            start_data=start,
            widget_data={},
            dialog_data=kept,
            state=state,
        )

    def current_context(self) -> Context:
        return self._context

    def current_stack(self) -> Stack:
        return Stack()

    def has_context(self) -> bool:
        return True

    def is_preview(self) -> bool:
        return False

    async def load_data(self) -> dict[str, Any]:
        return {
            "dialog_data": self.dialog_data,
            "start_data": self.start_data,
            "middleware_data": self.middleware_data,
            "event": self.event,
        }

    def find(self, widget_id: str) -> Any:
        widget: Any = self._dialog.find(widget_id)
        return widget.managed(self) if widget is not None else None


@pytest.fixture
async def stand(sqlite_url: str, profile: Profile, texts: Texts, wall: Wall) -> Stand:
    db = Database.open(sqlite_url, wall)
    village = Village(db, profile, wall)
    stand = Stand(
        village,
        make_dispatcher(
            db=db, texts=texts, profile=profile, conversations=Conversations(db), worker=Worker()
        ),
    )
    anna = await village.curator()
    newcomer = await village.enters(anna, Role.MENTEE)
    stand.add("newcomer", newcomer, participation_id=newcomer.participation_id)
    applicant = await village.enters(anna, Role.MENTOR)
    await village.agrees(applicant)
    form = await intake.form_of(
        db, await village.actor(applicant), participation_id=applicant.participation_id
    )
    stand.add(
        "applicant", applicant, participation_id=applicant.participation_id, response_id=form
    )
    child = await village.minor(anna, band=AgeBand.FROM_14_TO_17)
    stand.add("child", child, participation_id=child.participation_id)
    mother = village.account()
    opened = await village.opens(mother, await village.guardian_link(child))
    stand.add("guardian", mother, invitation_id=opened.invitation_id)
    ward = await village.minor(anna, name="Кира Белова")
    parent = await village.guardian(ward, name="Олег Белов")
    await village.approves(anna, ward)
    timur = await village.joins(anna, Role.MENTOR, name="Тимур Гаев")
    stand.add("parent", parent, ward_id=ward.person_id, person_id=ward.person_id, of=ward.person_id,
              pair_id=await village.proposes(anna, ward, timur))  # fmt: skip
    dima = await village.joins(anna, Role.MENTEE, name="Дима <Орлов> & Ко")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "3"})
    sonya = await village.joins(anna, Role.MENTEE, name="Соня Гусева")
    alone = await village.joins(anna, Role.MENTEE, name="Без пары")
    pair_id = await village.pair(anna, dima, igor)
    proposed = await village.proposes(anna, sonya, igor)
    await general_meeting.open_wishes(
        db, await village.actor(anna), programme_id=anna.programme_id, days=5, profile=profile
    )
    stand.add("chooser", alone, participation_id=alone.participation_id)
    at = wall() + timedelta(days=1)
    meeting_id = await village.meets(dima, igor, pair_id, at)
    said = await tamara(village, anna), await tamara(village, anna)
    oleg = await village.joins(anna, Role.MENTOR, name="Олег <Ким>", answers={"capacity": "2"})
    asked = [await village.proposes_to(anna, one, oleg.participation_id) for one in said]
    for who, of in ((anna, said[0]), (oleg, None)):
        await pairs.answer(
            db, await village.actor(who), pair_id=asked[0], accepts=True, speaking_for=of,
            profile=profile,
        )  # fmt: skip
    offered = await village.offers(oleg, asked[0], at)
    stand.add("spoken-meeting", anna, programme_id=anna.programme_id,
              participation_id=said[0], meeting_id=offered, pair_id=asked[0])  # fmt: skip
    await people.heard_from(
        db, messenger=MESSENGER, address=str(alone.account), reachable=False
    )
    wave_id = await village.opens_wave(anna)
    [unsaid] = [
        one
        for one in await speaking.waiting(
            db, await village.actor(anna), programme_id=anna.programme_id
        )
        if one.kind is speaking.Kind.SURVEY
    ]
    stand.add("spoken-survey", anna, programme_id=anna.programme_id,
              participation_id=said[0], response_id=unsaid.subject)  # fmt: skip
    stand.add("spoken-for", anna, programme_id=anna.programme_id,
              participation_id=said[1], pair_id=asked[1])  # fmt: skip
    waiting = await village.applies(anna, Role.MENTOR, name="Марат")
    me = await village.actor(dima)
    [survey] = await surveys.waiting_for(db, me)
    stand.add("mentee", dima, participation_id=dima.participation_id, meeting_id=meeting_id,
              pair_id=pair_id, response_id=survey.response_id,
              person_id=dima.person_id)  # fmt: skip
    stand.add("mentor", igor, pair_id=pair_id, meeting_id=meeting_id,
              participation_id=igor.participation_id)  # fmt: skip
    learning = await begins(village, igor, "basics")
    await begins(village, waiting, "safety")
    stand.add("proposed", sonya, pair_id=proposed)
    stand.add("curator", anna, programme_id=anna.programme_id, pair_id=pair_id,
              participation_id=waiting.participation_id)  # fmt: skip
    stand.ids["curator"] |= {"role": "mentee", "wave_id": str(wave_id), "wave_key": "half-way"}
    me, paper = await village.actor(anna), entering.Paper(at.date(), "15")
    for name, band in (("entered", AgeBand.ADULT), ("half-entered", AgeBand.FROM_14_TO_17)):
        id_ = await entering.begin(
            db, me, programme_id=anna.programme_id, role=Role.MENTOR, band=band, paper=paper,
            profile=profile,
        )  # fmt: skip
        stand.add(name, anna, programme_id=anna.programme_id, participation_id=id_)
        if band is AgeBand.ADULT:
            form = await entering.form_of(db, me, participation_id=id_)
            stand.ids[name]["response_id"] = str(form)
    vera = await village.joins(
        anna, Role.ALUMNUS, name="Вера Лань", answers={"offers": ["mentor", "показать музей"]}
    )
    stand.add("alumna", vera, participation_id=vera.participation_id)
    boss = await village.actor(anna)
    given = await offers.register(
        db, boss, programme_id=anna.programme_id, profile=village.profile
    )
    line, mentor, earlier = await matched(village, anna, timur)
    link, (member, deputy), put_away, head, coordinator = await setting_up(village, anna)
    stand.add("head", head, programme_id=anna.programme_id)
    stand.add("coordinator", coordinator, organisation_id=anna.organisation_id)
    # drawn up in English: what was made of the profile once stays in the language it was made in
    curator = replace(await village.actor(anna), locale="en")
    desk: dict[str, Any] = {"programme_id": anna.programme_id, "profile": profile}
    await roadmap.draw_up(db, curator, **desk)
    road_map = await roadmap.view(db, curator, **desk)
    await school_calendar.add_usual(db, curator, **desk)
    days = await school_calendar.view(db, curator, **desk)
    await polling(stand, anna)
    goal_id, farewell_id = await planning(stand, anna, dima, igor, pair_id)
    assessment = await assessments.begin(
        db, curator, programme_id=anna.programme_id, at=When.END
    )
    filled = await curator_survey.begin(db, curator, **desk)
    async with db.transaction() as tx:
        one = await tx.get(Response, filled)
        one.state, one.finished_at = ResponseState.FINISHED, tx.now
        one.answers = {"papers": 2, "formal": 1, "help": "More <hands> & time"}
    stand.ids["curator"]["response_id"] = str(await curator_survey.begin(db, curator, **desk))
    runs = curator.person_id
    first = await answered(db, anna.programme_id, runs, people=24, mentors=0, days_ago=60)
    then = await answered(db, anna.programme_id, runs, people=24, mentors=12, of=first.people)
    strength: dict[str, Any] = {"programme_id": anna.programme_id, "side": Side.STRENGTH}
    await swot.write(db, curator, **strength, words="Mentors <come> on time")
    entry = await swot.write(db, curator, **strength, words="Mentors always come on time")
    draft = await drafts(db, me, profile, anna.programme_id, "change")
    sent, ticket = await at_desk(stand, anna, dima, pair_id)
    done = await at_once(village, anna, [pair_id])
    await telling(village, anna, dima, igor, pair_id)
    stand.kept = {
        "broadcast_id": str(sent),
        "ticket_id": str(ticket),
        "ticked": [str(pair_id), str(proposed)],
        "mass_what": "remind",
        "mass_draft": str(new_id()),
        "mass_act": str(done),
        "sought": "Lida",
        "words": "When do we <meet>?",
        "faq_key": profile.faq[0].key,
        "task": "Ring <Igor> up",
        "report_section": "problems",
        "paper": "pairs",
        "template_troubles": [["unknown-field", "x <y>"], ["no-row", "mentee"]],
        "told_pair": str(pair_id),
        "results_of": str(then.wave_id),
        "before_id": str(first.wave_id),
        "export": "research",
        "result_item": 6,
        KEY: MID,
        DRAFT: str(draft),
        "workbook_faults": [["survey", 2, "relevant", "x < 5"], ["choices", 0, "", "y"]],
        "workbook_fault_count": 3,
        "workbook_unused": ["media"],
        "workbook_locales": ["ru"],
        "indicator": "k1",
        "number_key": "total",
        "number": 20,
        "of": 30,
        "form_key": "pupil_pupil",
        "outcome": "on-record",
        "moment": "in",
        "assessment_id": str(assessment),
        "given_id": str(filled),
        "side": "strength",
        "entry_id": str(entry),
        "goal_id": str(goal_id),
        "farewell_id": str(farewell_id),
        "record_id": str(learning.record_id),
        "item": str(road_map.lines[0].item_id),
        "stage": str(road_map.lines[0].stage),
        "title": "Gather <the team> & begin",
        "span": str(days.spans[0].id),
        "kind": "holidays",
        MENTEE: str(line.mentee_participation_id),
        LINE: str(line.id),
        MENTOR: str(mentor),
        RUN: str(earlier),
        "part": "slot",
        "other_id": str(timur.participation_id),
        "band": "adult",
        "name": "Рост",
        "chosen": ["employer_learner"],
        "forms": ["employer_learner"],
        "starts": "2030-09-01",
        "ends": "2031-05-31",
        "starts_on": "2030-09-01",
        "ends_on": "2031-05-31",
        "day": (at + timedelta(days=2)).date().isoformat(),
        "times": [(at + timedelta(days=2)).isoformat()],
        "at": (at - timedelta(days=2)).isoformat(),
        "meeting_id": str(meeting_id),
        "offer_id": str(given.lines[0].offer_id),
        "withdraw": f"own:{anna.organisation_id}",
        "document": f"{KINDS.index('psychology-adult')}:{anna.organisation_id}",
        "paper_kind": "processing-adult",
        "form": "employer_learner",
        "chosen_roles": ["mentee", "mentor"],
        "out": str(member),
        "who": str(deputy),
        "stands_in": str((await village.actor(anna)).person_id),
        "appointed": "psychologist",
        "invitation": str(link),
        "archived": str(put_away),
        "role": "mentee",
        "file_name": "list.xlsx",
        "counts": {"rows": 3, "new": 1, "doubles": 2, "faults": 1},
        "doubles": [[3, str(waiting.participation_id), 0], [4, "", 3]],
        "faults": [[5, "x", "y"]],
        "added": 1,
        "check_kind": "no-criminal-record",
        "issued_on": "2030-03-01",
        "expires_on": "2031-03-01",
        "flags": ["secrets"],
        "note": "Марат <Ко>",
    }
    return stand


async def at_desk(stand: Stand, anna: Curator, dima: Member, pair_id: UUID) -> tuple[UUID, UUID]:
    """A question with its answer, notes, a task, a letter to many on its way."""
    village = stand.village
    db, boss, me = village.db, await village.actor(anna), await village.actor(dima)
    asked: dict[str, Any] = {"participation_id": dima.participation_id}
    ticket = await tickets.ask(db, me, **asked, words="What if I am <late>?")
    await tickets.answer(db, boss, ticket_id=ticket, words="Write & say so")
    await tickets.ask(db, me, **asked, words="And who is <he>?")
    for about in ({"pair_id": pair_id}, asked):
        await notes.write(db, boss, words="Both <came> on time", **about)
    day = local(village.wall(), ZONE).date()
    programme: dict[str, Any] = {"programme_id": anna.programme_id}
    await tasks.add(db, boss, **programme, words="Ring <Igor> up", due_on=day)
    sent = await broadcasts.plan(
        db, boss, **programme, segment=Segment(), words="Hello <all>!", profile=village.profile
    )
    await broadcast_lists.spread(db, village.profile)
    stand.add("noted", anna, participation_id=dima.participation_id, **programme)
    return sent, ticket


async def at_once(village: Village, anna: Curator, pair_ids: list[UUID]) -> UUID:
    """A talk noted with several pairs."""
    act_id = new_id()
    await mass.act(
        village.db, await village.actor(anna), act_id=act_id, programme_id=anna.programme_id,
        pair_ids=pair_ids, order=MassOrder(MassWhat.TALK, sides=BOTH), profile=village.profile,
    )  # fmt: skip
    return act_id


async def telling(
    village: Village, anna: Curator, dima: Member, igor: Member, pair_id: UUID
) -> None:
    """Words of the report; a case of a pair both of whom agree to publication."""
    me = await village.actor(anna)
    for who in (dima, igor):
        await publishes(village, anna, who)
    for section in (Section.PROBLEMS, Section.PLANS):
        await report_texts.write(
            village.db, me, programme_id=anna.programme_id, section=section, words="Rooms < 5 & no"
        )
    await report_texts.write_case(village.db, me, pair_id=pair_id, words="They built <a robot>")


async def matched(
    village: Village, anna: Curator, timur: Member
) -> tuple[MatchingLine, UUID, UUID]:
    """The first card of a second run, a mentor it could have been, and the run before."""
    db, me = village.db, await village.actor(anna)
    other = await village.joins(anna, Role.MENTOR, name="Олег Ко", answers={"capacity": "1"})
    asked: dict[str, Any] = {
        "programme_id": anna.programme_id, "profile": village.profile, "run": in_place,
    }  # fmt: skip
    earlier = await matching_runs.work(db, me, **asked)
    run_id = await matching_runs.work(db, me, **asked)
    async with db.reading() as tx:
        [line, *rest] = await tx.matching.lines(run_id)
    mentors = {one.mentor_participation_id for one in rest}
    mentors |= {other.participation_id, timur.participation_id}
    [mentor, *_] = sorted(mentors - {line.mentor_participation_id})
    return line, mentor, earlier


async def polling(stand: Stand, anna: Curator) -> None:
    """A group of two is asked for a time."""
    village = stand.village
    leader, [pupil, _], [pair_id, _] = await group(village, anna, 2)
    at = village.wall() + timedelta(days=3)
    poll_id = await group_polls.offer(
        village.db, await village.actor(leader), pair_id=pair_id, times=[at], place="on-site"
    )
    stand.add("leader", leader, pair_id=pair_id, poll_id=poll_id)
    stand.ids["leader"]["times"] = at.isoformat()
    stand.add("pupil", pupil, poll_id=poll_id)


async def planning(
    stand: Stand, anna: Curator, dima: Member, igor: Member, pair_id: UUID
) -> tuple[UUID, UUID]:
    """A goal with a step and a note; another pair says goodbye, with a note that is held."""
    village = stand.village
    db, me, soon = village.db, await village.actor(dima), local(village.wall(), ZONE).date()
    goal_id = await plans.add_goal(
        db, me, pair_id=pair_id, title="Physics <5> & all", measure="Five in a row",
        due_on=soon + timedelta(days=60),
    )  # fmt: skip
    await goal_steps.add_step(db, me, goal_id=goal_id, words="Solve <3>", due_on=soon)
    mentor = await village.actor(igor)
    await diary.write(db, mentor, pair_id=pair_id, words="We read <a book>", private=False)
    lida = await village.joins(anna, Role.MENTEE, name="Lida")
    leaving = await village.pair(anna, lida, igor)
    await village.born(lida, village.years_ago(16))
    boss = await village.actor(anna)
    await goodbyes.begin(db, boss, pair_id=leaving, last_on=soon + timedelta(days=7))
    me = await village.actor(lida)
    await thanks.write(db, me, pair_id=leaving, words="Thank you for <all>!")
    stand.add("leaving", lida, pair_id=leaving)
    async with db.reading() as tx:
        both = await tx.goodbyes.farewells([leaving])
    return goal_id, both[leaving, lida.person_id].id


async def setting_up(
    village: Village, anna: Curator
) -> tuple[UUID, tuple[UUID, UUID], UUID, int, int]:
    """A live link, a deputy, a programme in the archive, a head and a regional coordinator."""
    db, me = village.db, await village.actor(anna)
    accounts = []
    for role in (Role.DEPUTY, Role.HEAD):
        invited = await team.invite_member(db, me, role=role, programme_id=anna.programme_id)
        accounts.append(village.account())
        await village.opens(accounts[-1], invited.token)
        await team.introduce(db, await village.actor(accounts[-1]), name="Лена Кузнецова")
    coordinator = village.account()
    await village.opens(coordinator, (await village.issue(Role.REGION, anna.organisation)).token)
    await house_counting.count_due(db, village.profile)
    await village.link(anna, Role.MENTEE)
    [link, *_] = await links.live(db, me, programme_id=anna.programme_id)
    put_away = await archives.copy(db, me, programme_id=anna.programme_id)
    await archives.archive(db, me, programme_id=put_away)
    members = (await team.team(db, me, programme_id=anna.programme_id)).members
    deputy = next(one for one in members if one.role is Role.DEPUTY)
    hers = (await village.actor(accounts[0])).person_id
    return link.invitation_id, (deputy.membership_id, hers), put_away, accounts[1], coordinator


def dialog_of(stand: Stand, state: State) -> Dialog:
    return next(
        one for one in routers(stand.dispatcher) if isinstance(one, Dialog) and state in one.windows
    )


async def drawn(stand: Stand, texts: Texts, state: State, name: str, locale: str) -> NewMessage:
    actor = await stand.actor(name)
    assert actor is not None
    actor = Actor(actor.person_id, locale, actor.tone, actor.assignments, actor.archived)
    kept = dict(stand.kept)
    if name == "parent":
        house = kept["document"].partition(":")[2]
        kept["document"] = f"{KINDS.index('psychology-guardian')}:{house}"
    work = stand.dispatcher.workflow_data
    start = dict(stand.ids[name])
    if state in Form.__all_states__ and name == "mentee":
        start["response_id"] = str(await _form(stand, actor, start["participation_id"]))
    dialog = dialog_of(stand, state)
    looker = Looker(
        dialog,
        state,
        start,
        kept,
        **{key: work[key] for key in ("db", "texts", "profile", "lexicon", "worker", "works")},
        actor=actor,
        reader=Reader(locale, actor.tone, str(stand.people[name])),
        bot=_Bot(),
    )
    return await dialog.windows[state].render(dialog, cast(DialogManager, looker))


async def _form(stand: Stand, actor: Actor, participation_id: str) -> UUID:
    db = stand.village.db
    return await intake.form_of(db, actor, participation_id=UUID(participation_id))


class _Bot:
    """What a window may ask of the bot: its name, for a link."""

    id = 42

    async def me(self) -> Any:
        from types import SimpleNamespace

        return SimpleNamespace(username="tandem_test_bot", id=42)

    get_me = me


def problems(message: NewMessage) -> list[str]:
    """What a messenger, or a reader, would not accept."""
    found = []
    text = TAG.sub("", message.text or "")
    if not text.strip():
        found.append("nothing to read")
    if len(text) > LONGEST_TEXT:
        found.append(f"{len(text)} characters")
    if "{" in text or "Markup" in text or "None" in text:
        found.append(f"a slip: {text[:80]}")
    keyboard = message.reply_markup
    if not isinstance(keyboard, InlineKeyboardMarkup) or not any(keyboard.inline_keyboard):
        return [*found, "no way on"]
    for row in keyboard.inline_keyboard:
        for button in row:
            if not button.text.strip():
                found.append("a button without a label")
            if len((button.callback_data or "").encode()) + INTENT > LONGEST_DATA:
                found.append(f"too long for a button: {button.callback_data}")
    return found


def test_every_state_has_somebody_who_looks_at_it() -> None:
    assert set(SEEN_BY) == all_states()


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_every_window_draws_itself(
    stand: Stand, texts: Texts, locale: str, caplog: pytest.LogCaptureFixture
) -> None:
    wrong: dict[str, object] = {}
    for state, name in [*SEEN_BY.items(), *ALSO_SEEN]:
        caplog.clear()
        place = f"{state.state} for the {name}"
        try:
            found = problems(await drawn(stand, texts, state, name, locale))
        except Exception as error:  # noqa: BLE001  # all windows are looked at, then all is told
            wrong[place] = f"{type(error).__name__}: {error}"
            continue
        said = [*found, *(record.getMessage() for record in caplog.records)]
        if said:
            wrong[place] = said
    await stand.village.db.close()
    assert wrong == {}, "\n".join(f"{place}: {what}" for place, what in wrong.items())


async def test_no_menu_gives_more_than_seven_things_to_choose_from(
    stand: Stand, texts: Texts
) -> None:
    """A mentor had eleven. A number opens a line of the text above: not one more thing."""
    menus = {state for state in SEEN_BY if state.state.endswith(":home")}  # type: ignore[union-attr]
    menus |= {Rooms.list, Privacy.known}
    ways = {texts.label("ru", tone, way, {}) for tone in ("ty", "vy") for way in WAYS}
    too_many = {}
    for state, name in [*SEEN_BY.items(), *ALSO_SEEN]:
        if state not in menus:
            continue
        keyboard = (await drawn(stand, texts, state, name, "ru")).reply_markup
        assert isinstance(keyboard, InlineKeyboardMarkup)
        labels = [
            one.text
            for row in keyboard.inline_keyboard
            for one in row
            if one.text not in ways and not one.text.isdigit()
        ]
        if len(labels) > MOST_TO_CHOOSE_FROM:
            too_many[f"{state.state} for the {name}"] = labels
    await stand.village.db.close()
    assert too_many == {}


async def test_no_english_reader_is_shown_russian_words_of_ours(
    stand: Stand, texts: Texts
) -> None:
    """Names and names of programmes stay as they were typed; all else is English."""
    typed = re.compile(
        r"\b(?:Дима|Орлов|Ко|Игорь|Сафонов|Соня|Гусева|Марат|Лена|Кузнецова|Анна|Петрова|Траектория"
        r"|Колледж|Кира|Белова|Олег|Ким|Тамара|Вера|Лань|Тимур|Гаев|показать|музей"
        r"|Рост|Без пары|ПО-?21|ЧТЗ|Русский)\b",
        re.IGNORECASE,
    )
    cyrillic = re.compile("[\u0400-\u04ff]+")
    bilingual = {Joining.language, Language.choose, GuardianConsent.language}
    strange = {}
    for state, name in SEEN_BY.items():
        if state in bilingual:
            continue
        message = await drawn(stand, texts, state, name, "en")
        keyboard = message.reply_markup
        labels = (
            [b.text for row in keyboard.inline_keyboard for b in row]
            if isinstance(keyboard, InlineKeyboardMarkup)
            else []
        )
        found = cyrillic.findall(typed.sub("", " ".join([message.text or "", *labels])))
        if found:
            strange[str(state.state)] = found
    await stand.village.db.close()
    assert strange == {}

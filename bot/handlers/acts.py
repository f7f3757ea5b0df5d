"""What the buttons of letters do: open a screen, or settle the matter with this one tap.

A new act is one row of `ACTS`. Whoever presses is checked by the row's policy and again by the use
case.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs.desk.desk_states import Ask, Tasks, Tickets
from bot.dialogs.documents.document_states import Board
from bot.dialogs.joining import onward, resuming
from bot.dialogs.matching import working as matching_working
from bot.dialogs.monitoring.digest_states import CheckIns, DigestChoice
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.life_states import PairDesk, PairTalk
from bot.dialogs.pairs.meeting_states import Afterwards
from bot.dialogs.pairs.plan_states import Goodbye, Plan, Thanks
from bot.dialogs.pairs.proposal_states import Proposal, Suggestion, WardProposal, Wishes
from bot.dialogs.parts.screens import hands, open_anew
from bot.dialogs.programme.region_states import Region
from bot.dialogs.states import (
    Applications,
    Blocked,
    Checking,
    Consents,
    Matching,
    Meeting,
    Menu,
    OfferMeeting,
    Offers,
    Pairs,
    Programme,
    RoadMap,
    Survey,
    Training,
)
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.goodbyes import FollowUp
from bot.domain.meetings import MeetingState, Receipt
from bot.domain.spoken import When
from bot.handlers import digest_acts
from bot.messenger.acts import PREFIX, Act, read_act
from bot.middlewares.policies import ACQUAINTED, FLAG, Gate, Policy, whoever_may
from bot.usecases.applications import applications
from bot.usecases.monitoring import handing_in
from bot.usecases.pairs import goal_steps, meetings, partings, ratings

Do = Callable[[CallbackQuery, Act, DialogManager], Awaitable[None]]


@dataclass(frozen=True)
class Row:
    policy: Policy
    do: Do


def _opens(state: State, name: str) -> Do:
    """Start a dialog with the act's subject; the letter keeps its words and loses its buttons."""

    async def open_screen(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
        await open_anew(manager, state, {name: str(act.subject)})

    return open_screen


async def _menu(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    await open_anew(manager, Menu.home)


async def _ask(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    await open_anew(manager, Ask.home)


async def _form(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    place = await resuming.place_of(h.db, h.actor, participation_id=act.subject)
    await open_anew(manager, place.state, place.data)


async def _correct(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    await onward.correct(manager, act.subject, ShowMode.SEND)


async def _application(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """The card of one application, out of a letter."""
    h = hands(manager)
    card = await applications.card(
        h.db, h.actor, participation_id=act.subject, profile=h.profile
    )
    about = {"participation_id": str(act.subject), "programme_id": str(card.programme_id)}
    await open_anew(manager, Applications.card, about)


async def _pick(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    at = meetings.utc_of(act.value)
    await meetings.pick(h.db, h.actor, meeting_id=act.subject, at=at)
    seen = await meetings.view(h.db, h.actor, meeting_id=act.subject)
    when = When(at, seen.zone, seen.now)
    await _receipt(query, manager, "receipt-picked", partner=seen.partner, at=when)


async def _no_time_fits(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    seen = await meetings.view(h.db, h.actor, meeting_id=act.subject)
    await meetings.cancel(h.db, h.actor, meeting_id=act.subject)
    await _receipt(query, manager, "receipt-no-time-fits", partner=seen.partner)


async def _confirm(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    if act.value not in list(Receipt):
        raise Gone
    receipt = Receipt(act.value)
    await meetings.confirm(h.db, h.actor, meeting_id=act.subject, receipt=receipt)
    seen = await meetings.view(h.db, h.actor, meeting_id=act.subject)
    assert seen.at is not None
    when = When(seen.at, seen.zone, seen.now)
    disputed = seen.state is MeetingState.DISPUTED  # said here too, while it is easy to put right
    key = "meeting-disputed" if disputed else f"receipt-{receipt}"
    await _receipt(query, manager, key, partner=seen.partner, at=when)
    tells = seen.side is Role.MENTOR and seen.minutes is None
    if seen.state is MeetingState.HELD and tells:
        await open_anew(manager, Afterwards.length, {"meeting_id": str(act.subject)})
    if receipt is Receipt.MOVED and h.actor.may(May.OFFER_MEETING):
        await open_anew(manager, OfferMeeting.times, {"pair_id": str(seen.pair_id)})


async def _counter(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """Other times instead of those in the letter."""
    h = hands(manager)
    seen = await meetings.view(h.db, h.actor, meeting_id=act.subject)
    if not seen.mine_to_pick:
        raise Gone
    about = {"pair_id": str(seen.pair_id), "meeting_id": str(act.subject)}
    await open_anew(manager, OfferMeeting.times, about)


async def _tick_step(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    words = await goal_steps.tick_step(h.db, h.actor, step_id=act.subject)
    await _receipt(query, manager, "receipt-step-done", words=words)


async def _follow_up(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    if act.value not in list(FollowUp):
        raise Gone
    await partings.follow_up(h.db, h.actor, farewell_id=act.subject, said=FollowUp(act.value))
    await _receipt(query, manager, "receipt-follow-up")


async def _rate(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    if not (act.value.isascii() and act.value.isdigit() and len(act.value) <= 2):
        raise Gone
    await ratings.rate(h.db, h.actor, pair_id=act.subject, rating=int(act.value))
    await _receipt(query, manager, "receipt-rated", rating=int(act.value))


async def _refuse_survey(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    h = hands(manager)
    await handing_in.refuse(h.db, h.actor, response_id=act.subject)
    await _receipt(query, manager, "receipt-survey-refused")


async def _receipt(query: CallbackQuery, manager: DialogManager, key: str, **args: object) -> None:
    """The letter becomes a short receipt, its buttons are gone."""
    h = hands(manager)
    text = h.texts.say(h.reader.locale, h.reader.tone, key, args)
    if isinstance(query.message, Message):
        try:
            await query.message.edit_text(text, reply_markup=None)
        except TelegramBadRequest as error:
            if "not modified" not in error.message:
                await query.message.answer(text)


ACTS: dict[str, Row] = {
    "open-menu": Row(ACQUAINTED, _menu),
    "open-form": Row(whoever_may(May.FILL_APPLICATION), _form),
    "correct-form": Row(whoever_may(May.FILL_APPLICATION), _correct),
    "open-proposal": Row(whoever_may(May.ANSWER_PROPOSAL), _opens(Proposal.card, "pair_id")),
    "open-wishes": Row(
        whoever_may(May.WISH, May.CONSENT_FOR_WARD), _opens(Wishes.list, "participation_id")
    ),
    "open-ward-proposal": Row(
        whoever_may(May.CONSENT_FOR_WARD), _opens(WardProposal.card, "pair_id")
    ),
    "open-suggestion": Row(
        whoever_may(May.PROPOSE_PAIRS), _opens(Suggestion.card, "participation_id")
    ),
    "open-survey": Row(whoever_may(May.ANSWER_SURVEY), _opens(Survey.question, "response_id")),
    "refuse-survey": Row(whoever_may(May.ANSWER_SURVEY), _refuse_survey),
    "open-consents": Row(ACQUAINTED, _opens(Consents.list, "person_id")),
    "offer-meeting": Row(whoever_may(May.OFFER_MEETING), _opens(OfferMeeting.times, "pair_id")),
    "open-meeting": Row(whoever_may(May.CONFIRM_MEETING), _opens(Meeting.card, "meeting_id")),
    "cancel-meeting": Row(whoever_may(May.PICK_MEETING), _opens(Meeting.cancel, "meeting_id")),
    "move-meeting": Row(whoever_may(May.PICK_MEETING), _opens(Meeting.move, "meeting_id")),
    "counter-meeting": Row(whoever_may(May.PICK_MEETING), _counter),
    "pick-time": Row(whoever_may(May.PICK_MEETING), _pick),
    "no-time-fits": Row(whoever_may(May.PICK_MEETING), _no_time_fits),
    "open-poll": Row(whoever_may(May.PICK_MEETING), _opens(GroupPoll.tick, "poll_id")),
    "confirm-meeting": Row(whoever_may(May.CONFIRM_MEETING), _confirm),
    "open-plan": Row(whoever_may(May.KEEP_PLAN), _opens(Plan.home, "pair_id")),
    "tick-step": Row(whoever_may(May.KEEP_PLAN), _tick_step),
    "open-goodbye": Row(whoever_may(May.KEEP_PLAN), _opens(Goodbye.home, "pair_id")),
    "write-thanks": Row(whoever_may(May.KEEP_PLAN), _opens(Goodbye.thanks, "pair_id")),
    "follow-up": Row(whoever_may(May.KEEP_PLAN), _follow_up),
    "look-at-thanks": Row(whoever_may(May.CHECK_THANKS), _opens(Thanks.list, "programme_id")),
    "open-applications": Row(
        whoever_may(May.SEE_APPLICATIONS), _opens(Applications.queue, "programme_id")
    ),
    "open-training": Row(whoever_may(May.LEARN), _opens(Training.modules, "participation_id")),
    "open-application": Row(whoever_may(May.SEE_APPLICATIONS), _application),
    "open-offers": Row(whoever_may(May.KEEP_OFFERS), _opens(Offers.list, "programme_id")),
    "open-documents": Row(
        whoever_may(May.CHECK_MENTORS), _opens(Checking.documents, "participation_id")
    ),
    "open-matching": Row(
        whoever_may(May.PROPOSE_PAIRS), _opens(Matching.proposals, "programme_id")
    ),
    "stop-matching": Row(whoever_may(May.PROPOSE_PAIRS), matching_working.stop),
    "open-pair": Row(whoever_may(May.SEE_PAIRS), _opens(Pairs.card, "pair_id")),
    "open-pairs": Row(whoever_may(May.SEE_PAIRS), _opens(Pairs.list, "programme_id")),
    "open-tasks": Row(whoever_may(May.KEEP_DESK), _opens(Tasks.list, "programme_id")),
    "digest-pair": Row(whoever_may(May.PROPOSE_PAIRS), digest_acts.pair),
    "digest-did": Row(whoever_may(May.PROPOSE_PAIRS), digest_acts.did),
    "digest-until": Row(whoever_may(May.PROPOSE_PAIRS), digest_acts.until),
    "digest-document": Row(whoever_may(May.CHECK_MENTORS), digest_acts.documents),
    "digest-back": Row(whoever_may(May.READ_DIGEST), digest_acts.back),
    "change-mentor": Row(whoever_may(May.PROPOSE_PAIRS), _opens(PairDesk.change, "pair_id")),
    "open-pair-desk": Row(whoever_may(May.PROPOSE_PAIRS), _opens(PairDesk.home, "pair_id")),
    "open-talk": Row(whoever_may(May.TELL_CURATOR), _opens(PairTalk.home, "pair_id")),
    "rate-pair": Row(whoever_may(May.TELL_CURATOR), _rate),
    "open-trial": Row(whoever_may(May.TELL_CURATOR), _opens(PairTalk.trial, "pair_id")),
    "open-programme": Row(whoever_may(May.ENTER_PROGRAMME), _opens(Programme.home, "programme_id")),
    "open-region": Row(whoever_may(May.SEE_REGION), _opens(Region.totals, "organisation_id")),
    "open-blocked": Row(whoever_may(May.READ_DIGEST), _opens(Blocked.list, "programme_id")),
    "open-talks": Row(whoever_may(May.READ_DIGEST), _opens(CheckIns.list, "programme_id")),
    "open-digest-choice": Row(
        whoever_may(May.READ_DIGEST), _opens(DigestChoice.home, "programme_id")
    ),
    "open-tickets": Row(whoever_may(May.KEEP_DESK), _opens(Tickets.list, "programme_id")),
    "open-board": Row(whoever_may(May.SEE_BOARD), _opens(Board.home, "participation_id")),
    "open-ticket": Row(whoever_may(May.ASK_CURATOR), _opens(Ask.card, "ticket_id")),
    "ask-curator": Row(whoever_may(May.ASK_CURATOR), _ask),
    "open-road-map": Row(whoever_may(May.SEE_STAGES), _opens(RoadMap.stages, "programme_id")),
}


class IsAct(Filter):
    """Asynchronous, because a plain filter costs every press a change of threads."""

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        if query.data is None or not query.data.startswith(PREFIX):
            return False
        return {"act": read_act(query.data)}


async def perform(
    query: CallbackQuery, act: Act | None, dialog_manager: DialogManager, **data: Any
) -> None:
    row = ACTS.get(act.name) if act is not None else None
    if act is None or row is None:
        raise Gone
    actor: Actor | None = data.get("actor")
    if not row.policy.admits(actor):
        raise Gone  # not their button (any more): no word about whose it is
    await row.do(query, act, dialog_manager)
    await query.answer()


def router() -> Router:
    router = Router(name=__name__)
    router.callback_query.register(perform, IsAct(), flags={FLAG: ACQUAINTED})
    router.callback_query.middleware(Gate())
    return router

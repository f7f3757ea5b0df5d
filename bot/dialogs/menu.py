"""The menu: where the person stands, who does what next, and the few buttons that matter now.

What waits for the person comes first; the rest is a page further. There are never more than seven.
"""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, Start
from aiogram_dialog.widgets.text import Multi

from bot.dialogs import menu_lines
from bot.dialogs.desk.desk_states import Ask
from bot.dialogs.documents.document_states import Board
from bot.dialogs.joining.onward import correct, resume
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.life_states import PairTalk
from bot.dialogs.pairs.plan_states import Diary, Goodbye
from bot.dialogs.pairs.proposal_states import Proposal, Wishes
from bot.dialogs.parts.lines import Grid, Lines, button, id_in, worded
from bot.dialogs.parts.screens import Hands, Screens, hands
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.region_states import HeadPage, Region
from bot.dialogs.states import (
    Archive,
    Consents,
    Meeting,
    Menu,
    NewProgramme,
    OfferMeeting,
    Privacy,
    Programme,
    Survey,
    Training,
    Wards,
    Where,
)
from bot.dialogs.training import lines as training_lines
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED
from bot.middlewares.policies import ACQUAINTED
from bot.texts import L, T
from bot.usecases import people
from bot.usecases.applications import selection
from bot.usecases.documents import boards
from bot.usecases.joining import intake
from bot.usecases.matching import open_wishes
from bot.usecases.monitoring import surveys
from bot.usecases.pairs import goodbyes, group_poll_views, pairs
from bot.usecases.programme import organisations, programmes
from bot.usecases.training import courses as training_courses

BUTTONS = 7  # at most
OPENS = {  # act of a menu button -> the screen and the name its id has there
    "answer": (Proposal.card, "pair_id"),
    "meeting": (Meeting.card, "meeting_id"),
    "offer": (OfferMeeting.times, "pair_id"),
    "diary": (Diary.home, "pair_id"),
    "goodbye": (Goodbye.home, "pair_id"),
    "tick": (GroupPoll.tick, "poll_id"),
    "poll": (GroupPoll.card, "poll_id"),
    "survey": (Survey.question, "response_id"),
    "programme": (Programme.home, "programme_id"),
    "board": (Board.home, "participation_id"),
    "learn": (Training.modules, "participation_id"),
    "wishes": (Wishes.list, "participation_id"),
    "trial": (PairTalk.trial, "pair_id"),
    "ward": (Wards.card, "ward_id"),
    "consents": (Consents.list, "person_id"),
}
DOORS: dict[str, State] = {  # of those that are about nothing in particular
    "new": NewProgramme.introduce,
    "region": Region.totals,
    "head": HeadPage.home,
    "archive": Archive.list,
}


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            Multi(
                T("menu-greeting", name="name", when="name"),
                T("menu-greeting-nameless", when="nameless"),
                Lines("lines", when="lines"),
                T("menu-empty", when="empty"),
                sep="\n\n",
            ),
            Grid("go", "buttons", _go),
            Button(L("menu-more", left="left"), id="more", on_click=_more, when="left"),
            Start(L("menu-ask"), id="ask", state=Ask.home, when="may_ask"),
            Row(
                Start(L("menu-where"), id="where", state=Where.path, when="on_the_way"),
                Start(L("menu-privacy"), id="privacy", state=Privacy.known),
            ),
            only_buttons(),
            state=Menu.home,
            getter=home,
        ),
    )


async def home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    db, actor = at_hand.db, at_hand.actor
    me = await people.me(db, actor)
    entries = menu_lines.Entries()
    on_the_way = actor.may(May.FILL_APPLICATION)
    if actor.may(May.ANSWER_PROPOSAL):
        mine = await pairs.mine(db, actor)
        on_the_way &= not any(pair.state in AGREED for pair in mine)  # /where shows it then
        polled = await group_poll_views.mine(db, actor)
        entries += menu_lines.pairs(at_hand, mine, polled)
        entries += menu_lines.polls(at_hand, polled)
        entries += menu_lines.goodbyes(at_hand, await goodbyes.mine(db, actor))
    if actor.may(May.WISH) or actor.may(May.CONSENT_FOR_WARD):
        entries += menu_lines.wishes(at_hand, await open_wishes.mine(db, actor), me.wards)
    if actor.may(May.ANSWER_SURVEY):
        entries += menu_lines.surveys(at_hand, await surveys.waiting_for(db, actor))
    in_team = actor.may(May.ENTER_PROGRAMME)
    somebody = in_team or actor.may(May.SEE_REGION)
    if actor.may(May.FILL_APPLICATION) or not somebody:  # who has left has no role any more
        steps = await intake.steps(db, actor)
        ways = await selection.ways(db, actor, profile=at_hand.profile)
        entries = menu_lines.path(at_hand, steps, ways, paired=bool(entries.lines)) + entries
    if actor.may(May.LEARN):
        to_ask = await boards.waiting(db, actor, profile=at_hand.profile)
        entries += menu_lines.thanks(at_hand, to_ask)
        courses = await training_courses.mine(db, actor, profile=at_hand.profile)
        entries += training_lines.courses(at_hand, courses)
    if in_team:
        at_work = await programmes.mine(db, actor)
        founds = actor.may(May.MANAGE_PROGRAMME)
        team = menu_lines.programmes(at_hand, at_work, founds=founds)
        entries = menu_lines.hats(entries, team)
    entries += menu_lines.wards(at_hand, me.wards)
    entries += await _doors(at_hand)
    may_ask = actor.may(May.ASK_CURATOR)
    room = BUTTONS - 1 - may_ask - on_the_way  # what is always there: one's data, and these two
    shown, left = _page(dialog_manager, entries.in_order(), room)
    return {
        "name": me.name,
        "nameless": not me.name,
        "lines": entries.lines,
        "empty": not entries.lines and not actor.may(May.SEE_REGION),
        "buttons": shown,
        "left": left,
        "may_ask": may_ask,
        "on_the_way": on_the_way,
    }


async def _doors(at_hand: Hands) -> menu_lines.Entries:
    """The acts of `DOORS` that are open to the reader."""
    actor, doors = at_hand.actor, []
    if await organisations.curated(at_hand.db, actor):
        doors.append(button("new", worded(at_hand, "menu-new-programme")))
    if actor.may(May.SEE_REGION):
        doors.append(button("region", worded(at_hand, "menu-region")))
    if Role.HEAD in actor.roles:
        doors.append(button("head", worded(at_hand, "menu-head")))
    if actor.archived and actor.may(May.ARCHIVE):
        doors.append(button("archive", worded(at_hand, "menu-archive", n=len(actor.archived))))
    return menu_lines.Entries(buttons=tuple((menu_lines.DOOR, one) for one in doors))


def _page(
    manager: DialogManager, buttons: list[dict[str, str]], room: int
) -> tuple[list[dict[str, str]], int]:
    """The buttons of this page, and how many more there are (0: they all fit)."""
    if len(buttons) <= room:
        return buttons, 0
    size = room - 1  # and "More"
    pages = -(-len(buttons) // size)
    start = manager.dialog_data.get("page", 0) % pages * size
    shown = buttons[start : start + size]
    return shown, len(buttons) - len(shown)


async def _more(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = manager.dialog_data.get("page", 0) + 1


async def _go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed in DOORS:
        await manager.start(DOORS[pressed], mode=StartMode.RESET_STACK)
        return
    act, _sign, subject = pressed.partition(":")
    subject_id = id_in(subject)
    if act == "join":
        await resume(manager, subject_id)
    elif act == "correct":
        await correct(manager, subject_id)
    elif act in OPENS:
        state, name = OPENS[act]
        await manager.start(state, {name: subject}, mode=StartMode.RESET_STACK)
    else:
        raise Gone

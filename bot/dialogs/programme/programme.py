"""The curator's desk of one programme: what waits in it, the most urgent thing first."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Group, Select
from aiogram_dialog.widgets.text import Format, Multi

from bot.dialogs.desk.desk_states import Desk as DeskRoom
from bot.dialogs.desk.home import digest_now, seek
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.typed import typed
from bot.dialogs.programme.desk import go_to, programme_of
from bot.dialogs.states import Applications, Matching, Pairs, Programme, Rooms
from bot.dialogs.team import invitations
from bot.domain.access import May
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.programme import programmes
from bot.usecases.programme.programmes import Desk, Step

DIGEST, DESK, ROOMS = "digest", "desk", "rooms"
_ORDER = (*Step, DIGEST, DESK, ROOMS)
_RIGHTS: Mapping[str, May] = {
    Step.INVITE: May.INVITE,
    Step.APPLICATIONS: May.SEE_APPLICATIONS,
    Step.MATCHING: May.PROPOSE_PAIRS,
    Step.PAIRS: May.SEE_PAIRS,
    Step.MONITORING: May.SEE_TOTALS,
    DIGEST: May.READ_DIGEST,
    DESK: May.KEEP_DESK,
    ROOMS: May.ENTER_PROGRAMME,
}
_LEADS_TO: dict[str, State] = {
    Step.APPLICATIONS: Applications.queue,
    Step.MATCHING: Matching.proposals,
    Step.PAIRS: Pairs.list,
    Step.MONITORING: Monitoring.home,
    DESK: DeskRoom.home,
}


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    desk = await programmes.desk(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    wave, open_to = desk.wave, _open_to(desk)
    return {
        "name": desk.line.name,
        "organisation": desk.line.organisation,
        "starts": Day(desk.starts_on, desk.today),
        "ends": Day(desk.ends_on, desk.today),
        "new": desk.people == 0 and not desk.archived and May.INVITE in desk.rights,
        "inhabited": desk.people > 0,
        "waiting": desk.line.waiting,
        "guardians": desk.waiting_for_guardian,
        "free": desk.line.free_mentees,
        "pairs": desk.line.active_pairs,
        "proposed": desk.line.proposed_pairs,
        "red": desk.red_pairs if May.PROPOSE_PAIRS in desk.rights else 0,
        "wave": wave is not None,
        "finished": wave.finished if wave else 0,
        "planned": wave.planned if wave else 0,
        "until": When(wave.closes_at, wave.zone, wave.now) if wave else None,
        "questions": desk.at_desk.questions,
        "oldest": desk.at_desk.oldest_days,
        "tasks": desk.at_desk.tasks,
        "archived": desk.archived,
        "first": [_button(hand, desk, step) for step in open_to[:1]],
        "rest": [_button(hand, desk, step) for step in open_to[1:]],
    }


def _open_to(desk: Desk) -> list[str]:
    """What this person may do here, the most urgent first."""
    steps = [step for step in _ORDER if _RIGHTS[step] in desk.rights]
    if DESK in steps:  # the digest stands there
        steps = [step for step in steps if step != DIGEST]
    if desk.archived:
        steps = [step for step in steps if step != ROOMS]
    return sorted(steps, key=lambda step: step != desk.first)


def _button(hand: Hands, desk: Desk, step: str) -> dict[str, str]:
    counts = {
        "waiting": desk.line.waiting,
        "free": desk.line.free_mentees,
        "pairs": desk.line.active_pairs + desk.line.proposed_pairs,
        "desk": desk.at_desk.questions + desk.at_desk.tasks,
    }
    words = hand.texts.label(hand.reader.locale, hand.reader.tone, f"programme-go-{step}", counts)
    return {"id": step, "label": words}


async def on_step(_: CallbackQuery, __: Any, manager: DialogManager, step: str) -> None:
    if step == Step.INVITE:
        await manager.switch_to(Programme.invitations)
    elif step == DIGEST:
        await digest_now(manager)
    elif step == ROOMS:
        await manager.start(Rooms.list, {"programme_id": str(programme_of(manager))})
    elif step in _LEADS_TO:
        await go_to(manager, _LEADS_TO[step])


def _home() -> Window:
    return Window(
        Multi(
            T("programme-title", name="name", organisation="organisation"),
            T("programme-archived", when="archived"),
            T("programme-first-steps", when="new", starts="starts", ends="ends"),
            T(
                "programme-figures",
                when="inhabited",
                waiting="waiting",
                guardians="guardians",
                free="free",
                pairs="pairs",
                proposed="proposed",
            ),
            T("programme-red", when="red", red="red"),
            T("desk-room-questions", questions="questions", oldest="oldest", when="questions"),
            T("desk-room-tasks", tasks="tasks", when="tasks"),
            T("programme-wave", when="wave", finished="finished", planned="planned", until="until"),
        ),
        Column(_steps("first", "first")),
        Group(_steps("go", "rest"), width=2),
        menu_button(),
        typed(seek),
        state=Programme.home,
        getter=get_home,
        preview_data=PREVIEW,
    )


def _steps(id: str, items: str) -> Select[str]:
    return Select(
        Format("{item[label]}"),
        id=id,
        item_id_getter=itemgetter("id"),
        items=items,
        on_click=on_step,
    )


PREVIEW: dict[str, Any] = {
    "name": "Trajectory",
    "organisation": "College No. 1",
    "starts": Day(date(2026, 9, 1), date(2026, 9, 1)),
    "ends": Day(date(2027, 5, 31), date(2026, 9, 1)),
    "archived": True,
    "new": True,
    "inhabited": True,
    "waiting": 3,
    "guardians": 2,
    "free": 4,
    "pairs": 12,
    "proposed": 1,
    "red": 2,
    "questions": 2,
    "oldest": 3,
    "tasks": 1,
    "wave": True,
    "finished": 29,
    "planned": 48,
    "until": Day(date(2026, 9, 10), date(2026, 9, 1)),
    "first": [{"id": "applications", "label": "Applications (3)"}],
    "rest": [{"id": "pairs", "label": "Pairs (12)"}],
}


def dialog() -> Screens:
    return Screens(whoever_may(May.ENTER_PROGRAMME), _home(), *invitations.windows())

""" "Where am I?": a short checklist for each programme, with dates, and who does what next."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents.document_states import Board
from bot.dialogs.joining.onward import correct, resume
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, spoken, worded
from bot.dialogs.parts.screens import Hands, Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Training, Where
from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.participations import ParticipationState
from bot.domain.selection import Stage
from bot.domain.spoken import Day
from bot.middlewares.policies import ACQUAINTED
from bot.texts import T
from bot.usecases.joining import volunteers, whereabouts
from bot.usecases.joining.whereabouts import Path, Point, Stand

_UNFINISHED = (
    ParticipationState.CONSENT,
    ParticipationState.FORM,
    ParticipationState.GUARDIAN,
)
_CORRECTABLE = (
    ParticipationState.APPLIED,
    ParticipationState.APPROVED,
    ParticipationState.RESERVE,
    ParticipationState.DECLINED,
)
_OVER = {  # states in which nothing is awaited: a word instead of what would come next
    ParticipationState.DECLINED: "where-declined",
    ParticipationState.WITHDRAWN: "where-withdrawn",
}


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            Multi(T("where-empty", when="empty"), Lines("lines", when="lines"), sep="\n\n"),
            Grid("go", "buttons", _go),
            menu_button(),
            only_buttons(),
            state=Where.path,
            getter=path,
        ),
    )


async def path(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    found = await whereabouts.paths(at_hand.db, at_hand.actor, profile=at_hand.profile)
    lines: list[Line] = []
    buttons: list[dict[str, str]] = []
    for one in found:
        if lines:
            lines.append(Line("where-gap"))
        lines += _lines(at_hand, one)
        buttons += await _buttons(at_hand, one, several=len(found) > 1)
    return {"lines": lines, "buttons": buttons, "empty": not found}


def _lines(at_hand: Hands, one: Path) -> list[Line]:
    lines = [Line("where-title", {"programme": one.programme})]
    over = _OVER.get(one.state)
    lines += [_line(one, p) for p in one.points if over is None or p.stand is Stand.DONE]
    if over is not None:
        lines.append(Line(over, {"curator": one.curator}))
    for offer in one.offers:
        what = spoken(at_hand, offer.what) if offer.what is not None else offer.words or ""
        lines.append(Line(f"where-offer-{offer.state}", {"what": what}))
    return lines


def _line(one: Path, point: Point) -> Line:
    facts: dict[str, Any] = {"partner": point.partner, "curator": one.curator}
    facts |= {"dated": point.at is not None, "late": point.late}
    facts["day"] = _day(one, point.at) if point.at is not None else ""
    return Line(f"where-{point.stand}-{point.key}", facts | {"role": str(one.role)})


def _day(one: Path, moment: datetime) -> Day:
    return Day(local(moment, one.zone).date(), local(one.now, one.zone).date())


async def _buttons(at_hand: Hands, one: Path, *, several: bool) -> list[dict[str, str]]:
    """On with what waits for the person; corrections; from an alumnus on to mentoring."""
    acts = []
    if one.state in _UNFINISHED:
        acts.append("join")
    if one.state in _CORRECTABLE:
        acts.append("correct")
        if await volunteers.may_mentor(
            at_hand.db, at_hand.actor, participation_id=one.participation_id
        ):
            acts.insert(0, "mentor")
    if one.state is ParticipationState.APPROVED and one.role is not Role.ALUMNUS:
        acts.append("board")
    if any(p.key == Stage.TRAINED and p.stand is Stand.NOW for p in one.points):
        acts.insert(0, "learn")
    labels = {act: worded(at_hand, f"where-go-{act}") for act in acts}
    if several:
        labels = {
            act: worded(at_hand, "menu-go-one-of-many", what=label, programme=one.programme)
            for act, label in labels.items()
        }
    return [button(f"{act}:{one.participation_id}", label) for act, label in labels.items()]


async def _go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    act, _sign, subject = pressed.partition(":")
    participation_id = id_in(subject)
    if act == "join":
        await resume(manager, participation_id)
    elif act == "correct":
        await correct(manager, participation_id)
    elif act == "learn":
        about = {"participation_id": str(participation_id)}
        await manager.start(Training.modules, about, mode=StartMode.RESET_STACK)
    elif act == "board":
        about = {"participation_id": str(participation_id)}
        await manager.start(Board.home, about, mode=StartMode.RESET_STACK)
    elif act == "mentor":
        at_hand = hands(manager)
        mentor = await volunteers.become_mentor(
            at_hand.db, at_hand.actor, participation_id=participation_id, profile=at_hand.profile
        )
        await introduce_again(manager)
        await resume(manager, mentor)
    else:
        raise Gone

"""The training log: who is where, one mentor's results, a reminder, what was thought of it all."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines, named, worded
from bot.dialogs.parts.paging import page_of, pager, turned
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import (
    pack,
    shortened,
    shown_id,
    subject_button,
    subject_list,
    unpack_one,
)
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Rooms, TrainingLog
from bot.domain.access import May
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.training import log as training_log
from bot.usecases.training.log import LogCard, LogLine, Result

_SHOWN = "participation_id"  # the card on the screen
_REMINDED = "reminded"  # who was reminded last, for the receipt


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_APPLICATIONS),
        Window(
            Multi(
                T("training-log-title"),
                T("training-log-figures", learners="learners", trained="trained", when="lines"),
                T("training-log-empty", when="empty"),
                sep="\n\n",
            ),
            subject_list(id="card", items="lines", on_click=_open),
            pager(),
            SwitchTo(
                L("training-log-opinions", count="opinions"),
                id="said", state=TrainingLog.opinions, when="opinions",
            ),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=TrainingLog.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("training-log-reminded", name="name", when="reminded"),
                Lines("head"),
                Lines("results"),
                sep="\n\n",
            ),
            subject_button(
                L("training-log-remind"), id="remind", on_click=_remind, when="may_remind"
            ),
            SwitchTo(
                L("button-back"), id="list", state=TrainingLog.list, on_click=_forget_receipt
            ),
            menu_button(),
            only_buttons(),
            state=TrainingLog.card,
            getter=get_card,
        ),
        Window(
            Multi(Lines("means"), Lines("words", when="words"), sep="\n\n"),
            SwitchTo(L("button-back"), id="list", state=TrainingLog.list),
            menu_button(),
            only_buttons(),
            state=TrainingLog.opinions,
            getter=get_opinions,
        ),
    )  # fmt: skip


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    log = await training_log.page(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        page=page,
        profile=hand.profile,
    )
    return {
        "lines": [
            {"id": pack(one.participation_id), "label": _label(dialog_manager, one)}
            for one in log.lines
        ],
        "empty": not log.lines,
        "learners": log.learners,
        "trained": log.trained,
        "opinions": log.opinions,
        **turned(page, more=log.more),
    }


def _label(manager: DialogManager, line: LogLine) -> str:
    hand = hands(manager)
    name = shortened(named(hand, line.name))
    if line.certified:
        return worded(hand, "training-log-trained", name=name)
    facts = {"name": name, "done": line.done, "total": line.total, "days": line.idle_days}
    return worded(hand, "training-log-learner", **facts)


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, shown = hands(dialog_manager), _shown(dialog_manager)
    card = await training_log.card(
        hand.db, hand.actor, participation_id=shown, profile=hand.profile
    )
    name = named(hand, card.name)
    return {
        "subject": pack(shown),
        "name": name,
        "head": _head(card, name),
        "results": [_result(n, one, card) for n, one in enumerate(card.results, 1)],
        "may_remind": card.may_remind,
        "reminded": dialog_manager.dialog_data.get(_REMINDED) == str(shown),
    }


def _head(card: LogCard, name: str) -> list[Line]:
    hours, minutes = divmod(card.minutes, 60)
    lines = [
        Line("training-log-card", {"name": name, "done": card.done, "total": card.total}),
        Line("training-log-time", {"hours": hours, "minutes": minutes}),
        Line("training-log-since", {"since": Day(card.open_since, card.today)}),
    ]
    if card.last_on is not None:
        lines.append(Line("training-log-last", {"last": Day(card.last_on, card.today)}))
    if card.number is not None:
        lines.append(Line("training-log-certificate", {"number": card.number}))
    return lines


def _result(number: int, one: Result, card: LogCard) -> Line:
    record = one.record
    facts: dict[str, Any] = {"number": number, "title": one.module.title}
    if record is None:
        return Line("training-log-new", facts)
    if record.ended_at is None:
        return Line("training-log-begun", facts)
    facts |= {"right": record.right, "total": record.total, "tries": one.tries}
    if one.on is None:
        return Line("training-log-failed", facts)
    return Line("training-log-passed", facts | {"on": Day(one.on, card.today)})


async def get_opinions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    said = await training_log.opinions(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    if said.useful is None or said.clear is None:
        few = {"count": said.count, "fewest": training_log.FEWEST}
        return {"means": [Line("training-log-few-opinions", few)], "words": []}
    means = {"useful": round(said.useful, 1), "clear": round(said.clear, 1), "count": said.count}
    return {
        "means": [Line("training-log-means", means)],
        "words": [Line("training-log-words", {"words": one}) for one in said.words],
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    manager.dialog_data[_SHOWN] = str(participation_id)
    await manager.switch_to(TrainingLog.card)


async def _remind(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await training_log.remind(hand.db, hand.actor, participation_id=participation_id)
    manager.dialog_data[_REMINDED] = str(participation_id)


async def _forget_receipt(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_REMINDED, None)

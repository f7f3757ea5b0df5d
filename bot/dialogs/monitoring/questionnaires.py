"""Questionnaires of a programme: each with its versions, as a file to change, as people see it."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.questionnaire_file import (
    draft_window,
    faults_window,
    file_window,
    say_draft,
    send_workbook,
)
from bot.dialogs.monitoring.questionnaire_shown import KEY, PUBLISHED, key_of
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.monitoring.rehearsal import TONES, begin, has_tones, rehearsals, windows
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import shortened
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.own_questionnaires import OwnState
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import authoring

SHOWN = 6  # questionnaires on a page
VERSIONS_SHOWN = 10
LONGEST_TITLE = 40
_TAKEN_BACK = "taken_back"


async def _card(manager: DialogManager, key: str | None = None) -> authoring.Card:
    hand = hands(manager)
    return await authoring.card(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=key or key_of(manager),
        profile=hand.profile,
    )


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await authoring.listed(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    shown, pager_says = leafed(dialog_manager, found, SHOWN)
    return {
        "questionnaires": [
            button(
                one.key,
                worded(
                    hand,
                    "questionnaires-line",
                    sign="new" if one.new else "own" if one.own else "usual",
                    title=shortened(spoken(hand, one.asked.title), LONGEST_TITLE),
                    audience=one.asked.audience,
                ),
            )
            for one in shown
        ],
        "own": any(one.own for one in found),
        **pager_says,
    }


async def on_one(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    card = await _card(manager, key)  # there is such a one
    for name in (KEY, PUBLISHED, _TAKEN_BACK):
        manager.dialog_data.pop(name, None)
    if card.new:
        await _show_draft(manager, card)
        return
    manager.dialog_data[KEY] = key
    await manager.switch_to(Questionnaires.card)


async def on_draft(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _show_draft(manager, await _card(manager))


async def _show_draft(manager: DialogManager, card: authoring.Card) -> None:
    if card.draft_id is None:
        raise Gone
    say_draft(manager, card.draft_id)
    await manager.switch_to(Questionnaires.draft)


async def on_new(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(KEY, None)
    await manager.switch_to(Questionnaires.file)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await _card(dialog_manager)
    newest = next((v for v in card.versions if v.state is OwnState.PUBLISHED), None)
    return {
        "published": bool(dialog_manager.dialog_data.get(PUBLISHED)),
        "taken_back": bool(dialog_manager.dialog_data.get(_TAKEN_BACK)),
        "title": card.asked.title,
        "audience": card.asked.audience,
        "questions": len(card.asked.items),
        "minutes": card.minutes,
        "own": card.own,
        "usual": not card.own,
        "fixed": card.fixed,
        "not_yours": not card.changeable and not card.fixed,
        "changeable": card.changeable,
        "returnable": card.own and card.changeable,
        "number": card.asked.version,
        "by": named(hand, newest.by) if newest else None,
        "at": When(newest.at, card.zone, card.now) if newest else None,
        "running": card.running,
        "over": card.over,
        "waves": card.running + card.over,
        "tones": has_tones(dialog_manager),
        "history": len(card.versions) > 1,
        "waiting": card.draft_id is not None,
    }


async def get_versions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await _card(dialog_manager)
    return {
        "title": card.asked.title,
        "lines": [_version(hand, card, one) for one in card.versions[:VERSIONS_SHOWN]],
    }


def _version(hand: Hands, card: authoring.Card, one: authoring.Version) -> Line:
    said: dict[str, Any] = {
        "number": one.number,
        "by": named(hand, one.by),
        "at": When(one.at, card.zone, card.now),
    }
    if one.taken_back_at is None:
        return Line("questionnaires-version", said)
    back = When(one.taken_back_at, card.zone, card.now)
    who = named(hand, one.taken_back_by)
    return Line("questionnaires-version-taken-back", {**said, "back_by": who, "back_at": back})


async def on_download(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, f"questionnaire:{key_of(manager)}"):
        return
    hand = hands(manager)
    asked = await authoring.to_download(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=key_of(manager),
        profile=hand.profile,
    )
    await send_workbook(manager, asked, "questionnaires-file-caption")
    note_sent(manager, f"questionnaire:{key_of(manager)}")


async def on_rehearse(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    begin(manager, None, TONES.get(str(pressed.widget_id)))
    await manager.switch_to(Questionnaires.question)


async def get_take_back(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await _card(dialog_manager)
    before = _before(card.versions)
    return {
        "title": card.asked.title,
        "number": card.asked.version,
        "before": before or 0,
        "to_own": before is not None,
        "to_usual": before is None,
    }


def _before(versions: Sequence[authoring.Version]) -> int | None:
    """The version that is asked again when the present one is taken back."""
    published = [one.number for one in versions if one.state is OwnState.PUBLISHED]
    return published[1] if len(published) > 1 else None


async def on_take_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await authoring.take_back(
        hand.db, hand.actor, programme_id=programme_of(manager), key=key_of(manager)
    )
    manager.dialog_data[_TAKEN_BACK] = True
    manager.dialog_data.pop(PUBLISHED, None)
    await manager.switch_to(Questionnaires.card)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(T("questionnaires-title"), T("questionnaires-own-sign", when="own"), sep="\n\n"),
            Grid("asked", "questionnaires", on_one),
            pager(),
            Button(L("questionnaires-new"), id="new", on_click=on_new),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Questionnaires.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("questionnaires-published", when="published"),
                T("questionnaires-taken-back", when="taken_back"),
                T(
                    "questionnaires-card",
                    title="title",
                    audience="audience",
                    questions="questions",
                    minutes="minutes",
                ),
                Multi(
                    T("questionnaires-asked-own", number="number", by="by", at="at", when="own"),
                    T("questionnaires-asked-usual", when="usual"),
                    T("questionnaires-waves", running="running", over="over", when="waves"),
                ),
                T("questionnaires-fixed", when="fixed"),
                T("questionnaires-not-yours", when="not_yours"),
                sep="\n\n",
            ),
            Button(L("questionnaires-waiting"), id="draft", on_click=on_draft, when="waiting"),
            *rehearsals(on_rehearse),
            Button(L("questionnaires-download"), id="get", on_click=on_download),
            SwitchTo(
                L("questionnaires-send"), id="send", state=Questionnaires.file, when="changeable"
            ),
            SwitchTo(
                L("questionnaires-versions"),
                id="past",
                state=Questionnaires.versions,
                when="history",
            ),
            SwitchTo(
                L("questionnaires-take-back"),
                id="undo",
                state=Questionnaires.take_back,
                when="returnable",
            ),
            SwitchTo(L("button-back"), id="list", state=Questionnaires.list),
            menu_button(),
            only_buttons(),
            state=Questionnaires.card,
            getter=get_card,
        ),
        Window(
            Multi(T("questionnaires-versions-title", title="title"), Lines("lines"), sep="\n\n"),
            SwitchTo(L("button-back"), id="card", state=Questionnaires.card),
            menu_button(),
            only_buttons(),
            state=Questionnaires.versions,
            getter=get_versions,
        ),
        Window(
            Multi(
                T("questionnaires-take-back-ask", title="title", number="number"),
                T("questionnaires-then-own", before="before", when="to_own"),
                T("questionnaires-then-usual", when="to_usual"),
                sep="\n\n",
            ),
            Button(L("questionnaires-take-back-yes"), id="yes", on_click=on_take_back),
            SwitchTo(L("button-back"), id="card", state=Questionnaires.card),
            only_buttons(),
            state=Questionnaires.take_back,
            getter=get_take_back,
        ),
        file_window(),
        faults_window(),
        draft_window(),
        *windows(),
    )

"""Walking through a questionnaire as people will see it: nothing of it is stored anywhere.

The answers so far live in the dialog, so that conditions open and close questions as they will.
"""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.kbd.button import OnClick

from bot.dialogs.monitoring.questionnaire_shown import key_of
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.parts.questions import question_window
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.domain.lengths import minutes
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.texts import L, T
from bot.usecases.monitoring import authoring, surveys
from bot.usecases.monitoring.surroundings import Surroundings
from bot.usecases.monitoring.surveys import Screen

_DRAFT, _STATE, _TONE = "rehearsed_draft", "rehearsed", "rehearsed_tone"
TONES = {"see": "vy", "see_ty": "ty"}  # by the button that begins
_KEPT = ("answers", "drafts", "cursor")


def begin(manager: DialogManager, draft_id: UUID | None, tone: str | None = None) -> None:
    """Of a draft, or of what is asked now; in the words that people of this tone will read."""
    manager.dialog_data[_TONE] = tone
    manager.dialog_data[_DRAFT] = str(draft_id) if draft_id else None
    manager.dialog_data[_STATE] = {"answers": {}, "drafts": {}, "cursor": None}


@dataclass(frozen=True)
class _Rehearsal:
    """A `Talk` whose answers are forgotten."""

    async def screen(self, manager: DialogManager) -> Screen:
        _as_spoken_to(manager)
        asked = await _asked(manager)
        return surveys.screen_of(_response(manager), asked)

    async def answer(self, manager: DialogManager, key: str | None, raw: str) -> Screen:
        hand, asked, response = hands(manager), await _asked(manager), _response(manager)
        item = asked.item(key) if key else response.current(asked)
        if item is not None:
            now = hand.db.clock()
            lexicon = hand.lexicon.on((await self.around(manager)).today)
            surveys.said(response, asked, item, key, raw, lexicon, now)
        return _kept(manager, response, asked)

    async def act(self, manager: DialogManager, name: str, key: str) -> Screen:
        asked, response = await _asked(manager), _response(manager)
        now, current = hands(manager).db.clock(), response.current(asked)
        if name == "next":
            response.commit_multiple(asked, key, now)
        elif name == "skip":
            response.skip(asked, key, now)
        elif name == "hard":
            response.hard_to_say(asked, key, now)
        elif name == "keep" and response.cursor == key:
            response.review()
        elif name == "back" and current is not None and current.key == key:
            response.back(asked)
        return _kept(manager, response, asked)

    async def around(self, manager: DialogManager) -> Surroundings:
        """As one of a pair whose form nobody knows."""
        hand = hands(manager)
        return await authoring.rehearsed_in(
            hand.db, hand.actor, programme_id=programme_of(manager)
        )


def _as_spoken_to(manager: DialogManager) -> None:
    """For this screen the curator is read to as a pupil is."""
    if tone := manager.dialog_data.get(_TONE):
        data = manager.middleware_data
        data["reader"] = replace(data["reader"], tone=tone)


def rehearsals(begins: OnClick) -> tuple[Button, ...]:
    """The buttons that begin one: as people read it, and in Russian also as a pupil does."""
    return (
        Button(L("questionnaires-rehearse"), id="see", on_click=begins),
        Button(L("questionnaires-rehearse-pupil"), id="see_ty", on_click=begins, when="tones"),
    )


def has_tones(manager: DialogManager) -> bool:
    """Whether pupils and adults read different words in the language of the reader."""
    return hands(manager).reader.locale == "ru"


async def _asked(manager: DialogManager) -> Questionnaire:
    hand, draft = hands(manager), manager.dialog_data.get(_DRAFT)
    if draft is not None:
        waiting = await authoring.draft(
            hand.db,
            hand.actor,
            programme_id=programme_of(manager),
            draft_id=UUID(draft),
            profile=hand.profile,
        )
        return waiting.questionnaire
    return await authoring.to_download(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=key_of(manager),
        profile=hand.profile,
    )


def _response(manager: DialogManager) -> Response:
    """Of nobody, and never stored: it only carries the rules of answering."""
    nobody = hands(manager).actor.person_id
    state: dict[str, Any] = manager.dialog_data.get(_STATE, {})
    return Response(organisation_id=nobody, person_id=nobody, questionnaire_id=nobody, **state)


def _kept(manager: DialogManager, response: Response, asked: Questionnaire) -> Screen:
    manager.dialog_data[_STATE] = {name: getattr(response, name) for name in _KEPT}
    return surveys.screen_of(response, asked)


async def _end(manager: DialogManager) -> None:
    await manager.switch_to(Questionnaires.rehearsed)


async def _leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    drafted = manager.dialog_data.get(_DRAFT) is not None
    await manager.switch_to(Questionnaires.draft if drafted else Questionnaires.card)


async def _again(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    draft = manager.dialog_data.get(_DRAFT)
    begin(manager, UUID(draft) if draft else None, manager.dialog_data.get(_TONE))
    await manager.switch_to(Questionnaires.question)


async def get_end(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    asked = await _asked(dialog_manager)
    shown = _response(dialog_manager).visible(asked)
    return {"shown": len(shown), "total": len(asked.items), "minutes": minutes(shown)}


def windows() -> tuple[Window, Window]:
    return (
        question_window(
            Questionnaires.question,
            title="questionnaires-rehearsal",
            done=_end,
            talk=_Rehearsal(),
            pause=Button(L("questionnaires-rehearsal-leave"), id="leave", on_click=_leave),
        ),
        Window(
            T("questionnaires-rehearsed", shown="shown", total="total", minutes="minutes"),
            Button(L("questionnaires-rehearse-again"), id="again", on_click=_again),
            Button(L("button-back"), id="back", on_click=_leave),
            menu_button(),
            only_buttons(),
            state=Questionnaires.rehearsed,
            getter=get_end,
        ),
    )

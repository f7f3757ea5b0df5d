"""Notes of thanks that wait for the curator's eye: read one, pass it on or ask for other words."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.plan_states import Thanks
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_button, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import thanks
from bot.usecases.pairs.thanks import HeldNotes

_NOTE = "farewell_id"


async def _see(manager: DialogManager) -> HeldNotes:
    at_hand = hands(manager)
    return await thanks.waiting(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager)
    )


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _see(dialog_manager)
    return {
        "total": seen.total,
        "notes": [
            {
                "id": pack(one.farewell_id),
                "label": worded(
                    at_hand,
                    "thanks-line",
                    author=shortened(one.author, 22),
                    reader=shortened(one.reader, 22),
                ),
            }
            for one in seen.notes
        ],
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_NOTE] = str(unpack_one(item))
    await manager.switch_to(Thanks.card)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    raw = dialog_manager.dialog_data.get(_NOTE)
    shown = next((one for one in seen.notes if str(one.farewell_id) == raw), None)
    if shown is None:
        raise Gone
    return {
        "author": shown.author,
        "reader": shown.reader,
        "words": shown.words,
        "at": When(shown.at, seen.zone, seen.now),
        "subject": pack(shown.farewell_id),
    }


async def _pass_on(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _look(manager, unpack_one(item), passes=True)


async def _return(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _look(manager, unpack_one(item), passes=False)


async def _look(manager: DialogManager, farewell_id: UUID, *, passes: bool) -> None:
    at_hand = hands(manager)
    await thanks.look(at_hand.db, at_hand.actor, farewell_id=farewell_id, passes=passes)
    await manager.switch_to(Thanks.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CHECK_THANKS),
        Window(
            T("thanks-title", total="total"),
            subject_list(id="note", items="notes", on_click=_open),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=Thanks.list,
            getter=get_list,
            preview_data={"total": 1, "notes": [{"id": "x", "label": "Dima"}]},
        ),
        Window(
            Multi(
                T("thanks-card", author="author", reader="reader", at="at"),
                T("thanks-words", words="words"),
                sep="\n\n",
            ),
            subject_button(L("thanks-pass"), id="pass", on_click=_pass_on),
            subject_button(L("thanks-return"), id="return", on_click=_return),
            SwitchTo(L("button-back"), id="back", state=Thanks.list),
            only_buttons(),
            state=Thanks.card,
            getter=get_card,
            preview_data={
                "author": "Dima",
                "reader": "Igor",
                "words": "Thank you",
                "at": "today",
                "subject": "x",
            },
        ),
    )

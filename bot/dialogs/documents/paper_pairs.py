"""Which pair an agreement is made for: from a list, or by a name that is typed."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents.document_states import Papers
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.paging import PAGE, leafed, pager
from bot.dialogs.parts.screens import begun_with, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_list, unpack_one
from bot.dialogs.parts.typed import typed
from bot.dialogs.programme.desk import programme_of
from bot.domain.name_search import LONGEST_TYPED, tries
from bot.domain.papers import PaperKind
from bot.domain.people import searchable
from bot.texts import L, T
from bot.usecases.documents import papers
from bot.usecases.documents.papers import Agreement

PAIR, _TYPED = "pair_id", "pair_typed"
_ON_A_PAGE = 8


def pair_of(manager: DialogManager) -> UUID | None:
    """The only one to make an agreement for."""
    raw = manager.dialog_data.get(PAIR) or begun_with(manager).get(PAIR)
    return UUID(str(raw)) if raw else None


def found_by(typed_name: str, known: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """Those one of whose two names contains every word; all when nothing is typed."""
    for stems in tries(typed_name):
        some = tuple(one for one in known if _has(one, stems))
        if some:
            return some
    return () if typed_name else known


def _has(one: Agreement, stems: tuple[str, ...]) -> bool:
    said = searchable(f"{one.mentee} {one.mentor}") or ""
    return all(stem in said for stem in stems)


async def get_pairs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    facts = await papers.facts(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        kind=PaperKind.AGREEMENT,
        profile=hand.profile,
    )
    sought = dialog_manager.dialog_data.get(_TYPED, "")
    found = found_by(sought, facts.agreements)
    shown, turns = leafed(dialog_manager, found, _ON_A_PAGE)
    return {
        "lines": [
            {
                "id": pack(one.pair_id),
                "label": worded(
                    hand,
                    "papers-pair",
                    mentee=shortened(one.mentee, 22),
                    mentor=shortened(one.mentor, 22),
                ),
            }
            for one in shown
        ],
        "sought": sought,
        "nobody": not found,
        **turns,
    }


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[PAIR] = str(unpack_one(item))
    await manager.switch_to(Papers.card)


async def on_typed(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_TYPED] = raw.strip()[:LONGEST_TYPED]
    manager.dialog_data.pop(PAGE, None)


async def on_everybody(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_TYPED, None)
    manager.dialog_data.pop(PAGE, None)


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Back to the paper for every pair."""
    manager.dialog_data.pop(PAIR, None)
    manager.dialog_data.pop(_TYPED, None)


def window() -> Window:
    return Window(
        Multi(
            T("papers-which-pair"),
            T("papers-sought", when="sought", typed="sought"),
            T("papers-sought-nobody", when="nobody"),
            sep="\n\n",
        ),
        subject_list(id="which", items="lines", on_click=on_pair),
        pager(),
        Button(L("papers-sought-all"), id="everybody", on_click=on_everybody, when="sought"),
        typed(on_typed),
        SwitchTo(L("button-back"), id="back", state=Papers.card, on_click=on_all),
        menu_button(),
        state=Papers.which,
        getter=get_pairs,
    )

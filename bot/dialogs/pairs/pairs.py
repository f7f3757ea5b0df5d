"""The curator's pairs, the worst first; each opens its card."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs import card as pair_card
from bot.dialogs.pairs import ending as pair_ending
from bot.dialogs.pairs.card import why
from bot.dialogs.pairs.ending import SHOWN, TOLD
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.paging import page_of, pager, turned
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_list, unpack_one
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.dialogs.states import Pairs
from bot.domain.access import May
from bot.domain.health import Light
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.pairs import pairs
from bot.usecases.pairs.pairs import PairLine


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    found = await pairs.page(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        profile=hand.profile,
        page=page,
    )

    def label(line: PairLine) -> str:
        return worded(
            hand,
            "pairs-line",
            light=str(line.health.light),
            mentee=shortened(line.mentee, 18),
            mentor=shortened(line.mentor, 18),
            why=why(hand, line),
        )

    return {
        "total": found.total,
        "none": found.total == 0,
        "some": found.total > 0,
        "lines": [{"id": pack(one.pair_id), "label": label(one)} for one in found.lines],
        **{light.value: found.lights.get(light, 0) for light in Light},
        **turned(page, more=found.more),
    }


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    pair_id = unpack_one(item)
    manager.dialog_data[SHOWN] = str(pair_id)
    manager.dialog_data.pop(TOLD, None)
    await manager.switch_to(Pairs.card)


def _list() -> Window:
    return Window(
        Multi(
            T("pairs-title", total="total"),
            T(
                "pairs-lights",
                when="some",
                red="red",
                yellow="yellow",
                green="green",
                grey="grey",
            ),
            T("pairs-none", when="none"),
        ),
        subject_list(id="pair", items="lines", on_click=on_open),
        pager(),
        desk_button(),
        menu_button(),
        state=Pairs.list,
        getter=get_list,
        preview_data={
            "total": 7,
            "none": True,
            "some": True,
            "lines": [{"id": "x", "label": "Dima — Oleg"}],
            "red": 1,
            "yellow": 2,
            "green": 3,
            "grey": 1,
            **turned(1, more=True),
        },
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.SEE_PAIRS), _list(), pair_card.window(), *pair_ending.windows())

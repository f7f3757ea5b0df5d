"""Results of a wave for those who run it: question by question, in words and as pictures."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring import one_change, result_changes, result_files
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.result_words import (
    bar_lines,
    group_lines,
    item_lines,
    item_picture,
    meanings,
)
from bot.dialogs.monitoring.results_kept import WAVE, results_of, wave_of
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.questionnaires import Item
from bot.domain.results import ItemResult, WaveResults
from bot.domain.spoken import Day, When
from bot.domain.tabulation import EVERYBODY
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_result
from bot.texts import L, T
from bot.usecases.monitoring import results
from bot.usecases.monitoring.results import Head

SHOWN = 6
_ITEM = "result_item"


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await results.overview(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    over = [one for one in found if one.closed]
    page = page_of(dialog_manager)
    shown = over[page * SHOWN : (page + 1) * SHOWN]
    return {
        "none": not over,
        "some": bool(over),
        "going": [
            Line(
                "results-going",
                {"title": one.questionnaire.title, "until": When(one.closes_at, one.zone, one.now)},
            )
            for one in found
            if not one.closed
        ][:SHOWN],
        "waves": [button(pack(one.wave_id), _label(hand, one)) for one in shown],
        **turned(page, more=len(over) > (page + 1) * SHOWN),
    }


def _label(hand: Hands, head: Head) -> str:
    day = Day(head.day, head.now.date())
    return worded(hand, "results-wave", title=head.questionnaire.title, day=day)


async def _on_wave(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[WAVE] = str(unpack_one(item))
    manager.dialog_data.pop(_ITEM, None)
    await manager.switch_to(Results.home)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    head, found = await results_of(dialog_manager, wave_of(dialog_manager))
    people = found.people.get(EVERYBODY, 0)
    return {
        "title": head.questionnaire.title,
        "day": Day(head.day, head.now.date()),
        "n": people,
        "some": people > 0,
        "complete": people - found.unfinished,
        "begun": found.unfinished > 0,
        "few": people == 0,
        "anonymous": head.anonymous,
        "careless": found.careless or 0,
        "hasty": bool(found.careless),
        "scales": people > 0 and bool(found.scales),
        "comparable": people > 0 and not head.anonymous,
        "rows": people > 0 and head.questionnaire.consent is None,
        "secret": head.questionnaire.consent is not None,
    }


def _place(manager: DialogManager, found: WaveResults) -> int:
    return min(max(int(manager.dialog_data.get(_ITEM, 0)), 0), len(found.items) - 1)


async def on_screen(manager: DialogManager) -> tuple[Head, WaveResults, Item, ItemResult, int]:
    head, found = await results_of(manager, wave_of(manager))
    place = _place(manager, found)
    result = found.items[place]
    item = head.questionnaire.item(result.table.key)
    if item is None:
        raise Gone
    return head, found, item, result, place


async def get_item(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, found, item, result, place = await on_screen(dialog_manager)
    part = result.of(EVERYBODY)
    lines = list(item_lines(hand, item, part)) if part else [Line("results-hidden")]
    bars = list(bar_lines(hand, item, part)) if part else []
    hidden = part is not None and not bars and not result.table.texts
    return {
        "number": place + 1,
        "total": len(found.items),
        "question": item.text,
        "lines": lines,
        "bars": bars,
        "blurred": hidden,
        "joined": part is not None and any(len(one.values) > 1 for one in part.part.counts),
        "day": Day(head.day, head.now.date()),
        "earlier": place > 0,
        "later": place + 1 < len(found.items),
        "drawable": part is not None and bool(part.part.counts),
        "groups": len(result.parts) > 1,
        "means": bool(meanings(result)),
        "texts": result.table.texts and head.questionnaire.consent is None,
    }


async def _step(manager: DialogManager, by: int) -> None:
    _, found = await results_of(manager, wave_of(manager))
    manager.dialog_data[_ITEM] = _place(manager, found) + by


async def _earlier(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _step(manager, -1)


async def _later(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _step(manager, +1)


async def _draw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    head, _found, item, result, place = await on_screen(manager)
    part, what = result.of(EVERYBODY), f"picture-{head.wave_id}-{place}"
    if part is None or not part.part.counts or just_sent(manager, what):
        return
    picture = item_picture(hands(manager), head, item, part)
    await send_picture(manager, "results.png", await worker_of(manager).run(draw_result, picture))
    note_sent(manager, what)


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, _found, item, result, _place = await on_screen(dialog_manager)
    lines = list(group_lines(hand, item, result))
    return {"question": item.text, "lines": lines, "day": Day(head.day, head.now.date())}


async def get_meaning(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    _head, _found, item, result, _place = await on_screen(dialog_manager)
    hand = hands(dialog_manager)
    lines = []
    for key in meanings(result):
        name = worded(hand, f"figure-{key}")
        lines += [Line("results-meaning", {"name": name}), Line(f"figure-{key}-means")]
        lines += [Line(f"figure-{key}-how")]
    return {"question": item.text, "lines": lines}


async def get_texts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, _found, item, result, _place = await on_screen(dialog_manager)
    if not result.table.texts:
        raise Gone
    found = await results.texts(
        hand.db, hand.actor, wave_id=head.wave_id, key=item.key, page=page_of(dialog_manager)
    )
    return {
        "question": item.text,
        "n": found.total,
        "lines": [Line("results-text", {"text": text[:600]}) for text in found.texts],
        **turned(found.page, more=found.more),
    }


def dialog() -> Screens:
    back = L("button-back")
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(
                T("results-title", when="some"),
                T("results-none", when="none"),
                Lines("going", when="going"),
                sep="\n\n",
            ),
            Grid("waves", "waves", _on_wave),
            pager(),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Results.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("results-home", when="some", title="title", day="day", n="n"),
                T("results-begun", when="begun", complete="complete"),
                T("results-few", when="few", title="title"),
                T("results-anonymous", when="anonymous"),
                T("results-careless", when="hasty", n="careless"),
                T("results-secret", when="secret"),
            ),
            SwitchTo(L("results-by-question"), id="items", state=Results.item, when="some"),
            SwitchTo(L("results-scales"), id="scales", state=Results.scales, when="scales"),
            SwitchTo(L("results-compare"), id="to_before", state=Results.before, when="comparable"),
            SwitchTo(L("results-files"), id="files", state=Results.files, when="rows"),
            SwitchTo(back, id="list", state=Results.list, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Results.home,
            getter=get_home,
        ),
        Window(
            Multi(
                T("results-item", number="number", total="total", question="question"),
                Lines("lines"),
                Lines("bars", when="bars"),
                T("results-blurred", when="blurred"),
                T("results-joined", when="joined"),
                T("results-day", day="day"),
            ),
            Row(
                Button(L("results-earlier"), id="earlier", on_click=_earlier, when="earlier"),
                Button(L("results-later"), id="later", on_click=_later, when="later"),
            ),
            Button(L("results-picture"), id="draw", on_click=_draw, when="drawable"),
            SwitchTo(L("results-groups"), id="groups", state=Results.groups, when="groups"),
            SwitchTo(
                L("results-texts"), id="texts", state=Results.texts, when="texts",
                on_click=to_first_page,
            ),
            SwitchTo(L("results-means"), id="means", state=Results.meaning, when="means"),
            SwitchTo(back, id="home", state=Results.home),
            menu_button(),
            only_buttons(),
            state=Results.item,
            getter=get_item,
        ),
        Window(
            Multi(
                T("results-groups-title", question="question"),
                Lines("lines"),
                T("results-groups-note"),
                T("results-day", day="day"),
            ),
            SwitchTo(back, id="item", state=Results.item),
            menu_button(),
            only_buttons(),
            state=Results.groups,
            getter=get_groups,
        ),
        Window(
            Multi(T("results-meaning-title", question="question"), Lines("lines")),
            SwitchTo(back, id="item", state=Results.item),
            menu_button(),
            only_buttons(),
            state=Results.meaning,
            getter=get_meaning,
        ),
        Window(
            Multi(T("results-texts-title", question="question", n="n"), Lines("lines"), sep="\n\n"),
            pager(),
            SwitchTo(back, id="item", state=Results.item),
            menu_button(),
            only_buttons(),
            state=Results.texts,
            getter=get_texts,
        ),
        *result_changes.windows(),
        *one_change.windows(),
        *result_files.windows(),
    )  # fmt: skip



"""What a person writes into the report: problems, plans, and cases of pairs that agree to it."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents.document_states import Report
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import Gone
from bot.domain.programme_reports import Case
from bot.domain.report_texts import LONGEST_TEXT, Section
from bot.domain.spoken import Day
from bot.texts import L, T
from bot.usecases.documents import report_texts
from bot.usecases.documents.report_texts import Written

_SECTION, _PAIR = "report_section", "told_pair"
_PER_PAGE = 6
_PREVIEW = 400  # characters of each text beside the other


async def _written(manager: DialogManager) -> Written:
    hand = hands(manager)
    return await report_texts.written(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _written(dialog_manager)

    def on(section: Section) -> Day | None:
        day = found.written_on.get(section)
        return Day(day, found.today) if day else None

    return {
        "problems": shortened(found.problems, _PREVIEW),
        "plans": shortened(found.plans, _PREVIEW),
        "problems_on": on(Section.PROBLEMS),
        "plans_on": on(Section.PLANS),
        "has_problems": bool(found.problems),
        "has_plans": bool(found.plans),
        "no_problems": not found.problems,
        "no_plans": not found.plans,
        "cases": sum(bool(one.words) for one in found.cases),
    }


async def on_section(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    manager.dialog_data[_SECTION] = pressed.widget_id
    await manager.switch_to(Report.write)


def _section(manager: DialogManager) -> Section:
    raw = manager.dialog_data.get(_SECTION)
    if raw not in (Section.PROBLEMS, Section.PLANS):
        raise Gone
    return Section(raw)


async def get_write(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    section, found = _section(dialog_manager), await _written(dialog_manager)
    words = found.problems if section is Section.PROBLEMS else found.plans
    return {"section": section, "words": words, "has": bool(words), "longest": LONGEST_TEXT}


async def on_written(manager: DialogManager, raw: str) -> None:
    hand = hands(manager)
    await report_texts.write(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        section=_section(manager),
        words=raw,
    )
    await manager.switch_to(Report.texts)


async def on_emptied(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await report_texts.erase(
        hand.db, hand.actor, programme_id=programme_of(manager), section=_section(manager)
    )
    await manager.switch_to(Report.texts)


async def get_cases(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _written(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.cases, _PER_PAGE)
    return {
        "some": bool(found.cases),
        "none": not found.cases,
        "silent": found.silent,
        "pairs": [
            button(
                pack(one.pair_id),
                worded(
                    hand,
                    "report-case-button",
                    written=bool(one.words),
                    mentor=one.mentor,
                    mentee=one.mentee,
                ),
            )
            for one in shown
        ],
        **pager_says,
    }


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_PAIR] = str(unpack_one(item))
    await manager.switch_to(Report.case)


def _pair_id(manager: DialogManager) -> UUID:
    return shown_id(manager, _PAIR)


async def _case(manager: DialogManager) -> Case:
    found, pair_id = await _written(manager), _pair_id(manager)
    one = next((case for case in found.cases if case.pair_id == pair_id), None)
    if one is None:
        raise Gone
    return one


async def get_case(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one = await _case(dialog_manager)
    return {
        "mentor": one.mentor,
        "mentee": one.mentee,
        "words": one.words,
        "has": bool(one.words),
        "empty": not one.words,
        "longest": LONGEST_TEXT,
    }


async def on_case_written(manager: DialogManager, raw: str) -> None:
    hand = hands(manager)
    await report_texts.write_case(hand.db, hand.actor, pair_id=_pair_id(manager), words=raw)
    await manager.switch_to(Report.case)


async def on_case_emptied(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await report_texts.erase(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        section=Section.CASE,
        pair_id=_pair_id(manager),
    )
    await manager.switch_to(Report.cases)


def windows() -> tuple[Window, ...]:
    back = L("button-back")
    return (
        Window(
            Multi(
                T("report-texts-title"),
                T("report-problems-now", when="has_problems", words="problems", on="problems_on"),
                T("report-problems-empty", when="no_problems"),
                T("report-plans-now", when="has_plans", words="plans", on="plans_on"),
                T("report-plans-empty", when="no_plans"),
                sep="\n\n",
            ),
            Row(
                Button(L("report-go-problems"), id=Section.PROBLEMS, on_click=on_section),
                Button(L("report-go-plans"), id=Section.PLANS, on_click=on_section),
            ),
            SwitchTo(
                L("report-go-cases", n="cases"), id="cases", state=Report.cases,
                on_click=to_first_page,
            ),
            SwitchTo(back, id="back", state=Report.home),
            menu_button(),
            only_buttons(),
            state=Report.texts,
            getter=get_home,
        ),
        Window(
            Multi(
                T("report-write", section="section", longest="longest"),
                T("report-write-now", when="has", words="words"),
                sep="\n\n",
            ),
            typed(on_written),
            Button(L("report-empty-it"), id="empty", on_click=on_emptied, when="has"),
            SwitchTo(back, id="back", state=Report.texts),
            menu_button(),
            state=Report.write,
            getter=get_write,
        ),
        Window(
            Multi(
                T("report-cases-title", when="some"),
                T("report-cases-none", when="none"),
                T("report-cases-silent", n="silent", when="silent"),
                sep="\n\n",
            ),
            Grid("pair", "pairs", on_pair),
            pager(),
            SwitchTo(back, id="back", state=Report.texts, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Report.cases,
            getter=get_cases,
        ),
        Window(
            Multi(
                T("report-case-card", mentor="mentor", mentee="mentee"),
                T("report-write-now", when="has", words="words"),
                T("report-case-empty", when="empty"),
                sep="\n\n",
            ),
            SwitchTo(L("report-case-write"), id="write", state=Report.case_write),
            Button(L("report-empty-it"), id="empty", on_click=on_case_emptied, when="has"),
            SwitchTo(back, id="back", state=Report.cases),
            menu_button(),
            only_buttons(),
            state=Report.case,
            getter=get_case,
        ),
        Window(
            T("report-case-how", mentor="mentor", mentee="mentee", longest="longest"),
            typed(on_case_written),
            SwitchTo(back, id="back", state=Report.case),
            menu_button(),
            state=Report.case_write,
            getter=get_case,
        ),
    )  # fmt: skip

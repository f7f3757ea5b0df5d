"""Answers as files: which one, what would be in it, and then the file itself in the chat."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.result_words import day_of, group_name
from bot.dialogs.monitoring.results_kept import wave_of
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.dialogs.parts.typed import only_buttons
from bot.domain.absences import Absence
from bot.domain.answer_tables import AnswerPages
from bot.domain.errors import Gone
from bot.domain.exports import ExportKind
from bot.domain.item_counts import DIMENSIONS
from bot.domain.spoken import Day
from bot.domain.tabulation import Group
from bot.reports.answer_frames import FileWords
from bot.reports.answer_sheets import Made, export_files
from bot.texts import L, T
from bot.usecases.monitoring import exporting, results
from bot.usecases.monitoring.results import Head

_KIND = "export"
_SHEETS = ("data", "codebook", "results", "about")
_MEASURES = ("words", "nominal", "ordinal", "scale")


async def get_files(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head = await results.head(hand.db, hand.actor, wave_id=wave_of(dialog_manager))
    return {
        "title": head.questionnaire.title,
        "kinds": [button(kind, worded(hand, f"results-file-{kind}")) for kind in ExportKind],
    }


async def _on_kind(_: CallbackQuery, __: Any, manager: DialogManager, kind: str) -> None:
    if kind not in list(ExportKind):
        raise Gone
    manager.dialog_data[_KIND] = kind
    await manager.switch_to(Results.confirm)


def _kind(manager: DialogManager) -> ExportKind:
    if _KIND not in manager.dialog_data:
        raise Gone
    return ExportKind(manager.dialog_data[_KIND])


async def get_confirm(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, kind = hands(dialog_manager), _kind(dialog_manager)
    offered = await exporting.offer(
        hand.db, hand.actor, wave_id=wave_of(dialog_manager), kind=kind
    )
    return {
        "kind": str(kind),
        "title": offered.head.questionnaire.title,
        "people": offered.people,
        "left_out": offered.left_out,
        "some_left": kind is ExportKind.RESEARCH and offered.left_out > 0,
        "research": kind is ExportKind.RESEARCH,
        "before": [
            Line(
                "results-taken",
                {
                    "who": named(hand, one.name),
                    "day": Day(one.day, offered.today),
                    "kind": worded(hand, f"results-file-{one.kind}"),
                },
            )
            for one in offered.before
        ],
    }


async def _take(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand, kind, wave_id = hands(manager), _kind(manager), wave_of(manager)
    if just_sent(manager, f"{kind}-{wave_id}"):
        return
    head, pages = await exporting.take(hand.db, hand.actor, wave_id=wave_id, kind=kind)
    made = await worker_of(manager).run(
        export_files, pages, kind, file_words(hand, pages), hand.reader.locale, _about(hand, head)
    )
    caption = worded(hand, "results-file-caption", people=pages.people)
    for one in made:
        await send_file(manager, _name(hand, head, one), one.content, caption)
    note_sent(manager, f"{kind}-{wave_id}")
    await manager.switch_to(Results.files)


def _name(hand: Hands, head: Head, made: Made) -> str:
    name = worded(hand, f"results-name-{made.what}")
    return f"{name} {head.day.isoformat()}.{made.ending}"


def file_words(hand: Hands, pages: AnswerPages) -> FileWords:
    pairs = {one for one in pages.groups if one[0] in DIMENSIONS}
    return FileWords(
        absences={why: worded(hand, f"results-absence-{_key(why)}") for why in Absence},
        facts={one: worded(hand, f"results-fact-{one}") for one in ("id", *DIMENSIONS)},
        groups={one: group_name(hand, Group(*one)) for one in sorted(pairs)},
        joined=worded(hand, "results-joined-group"),
        own=worded(hand, "results-own-words"),
        yes_no=(worded(hand, "results-yes"), worded(hand, "results-no")),
        codebook=tuple(
            worded(hand, f"results-codebook-{one}") for one in ("name", "question", "kind", "codes")
        ),
        results=tuple(
            worded(hand, f"results-column-{one}")
            for one in ("question", "group", "n", "missing", "mean", "between", "answers")
        ),
        everybody=worded(hand, "results-everybody"),
        sheets=tuple(worded(hand, f"results-sheet-{one}") for one in _SHEETS),
        measures={one: worded(hand, f"results-measure-{one}") for one in _MEASURES},
    )


def _key(why: Absence) -> str:
    return why.value.replace(" ", "-")


def _about(hand: Hands, head: Head) -> list[tuple[str, str]]:
    said = (
        ("title", head.questionnaire.title.say(hand.reader.locale, hand.reader.tone)),
        ("programme", head.programme),
        ("day", day_of(hand, head)),
        ("groups", worded(hand, "results-about-groups-text")),
        ("rule", worded(hand, "results-about-rule-text")),
    )
    return [(worded(hand, f"results-about-{key}"), text) for key, text in said]


def windows() -> tuple[Window, ...]:
    back = L("button-back")
    return (
        Window(
            T("results-files-title", title="title"),
            Grid("kinds", "kinds", _on_kind),
            SwitchTo(back, id="home", state=Results.home),
            menu_button(),
            only_buttons(),
            state=Results.files,
            getter=get_files,
        ),
        Window(
            Multi(
                T("results-confirm-{kind}", title="title", people="people"),
                T("results-confirm-left", when="some_left", n="left_out"),
                T("results-confirm-rule"),
                Lines("before", when="before"),
            ),
            Button(L("results-take"), id="take", on_click=_take),
            SwitchTo(back, id="files", state=Results.files),
            menu_button(),
            only_buttons(),
            state=Results.confirm,
            getter=get_confirm,
        ),
    )

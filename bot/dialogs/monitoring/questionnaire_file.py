"""A questionnaire as a file: sent out, sent back, its faults by row or what it would change."""

import asyncio
from io import BytesIO
from typing import Any
from uuid import UUID

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.questionnaire_shown import DRAFT, KEY, PUBLISHED, draft_of
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.monitoring.rehearsal import TONES, begin, has_tones, rehearsals
from bot.dialogs.monitoring.workbook_words import empty_questionnaire, workbook_words
from bot.dialogs.parts.lines import Line, Lines, spoken, worded
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent, send_file, worker_of
from bot.dialogs.parts.subjects import shortened
from bot.dialogs.parts.typed import hint
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import Gone
from bot.domain.file_errors import FileSwells
from bot.domain.questionnaire_changes import Changes
from bot.domain.questionnaire_errors import QuestionnaireTooBig
from bot.domain.questionnaires import Item, Questionnaire
from bot.profiles.questionnaires import AUDIENCES
from bot.reports import base_files
from bot.reports.worker import WorkerDied
from bot.reports.xlsform import reading, writing
from bot.reports.xlsform.columns import SURVEY
from bot.reports.xlsform.reading import Read
from bot.reports.xlsform.troubles import Trouble
from bot.texts import L, T
from bot.usecases.monitoring import authoring

MEGABYTES = 5
LONGEST_READING = 30.0  # seconds
SHOWN = 8  # faults on the screen; the rest is in a file
NAMED = 3  # questions of each sort of change
LONGEST_NAME = 60
_FILE, _FAULTS, _COUNT, _UNUSED, _LOCALES = (
    "workbook_file", "workbook_faults", "workbook_fault_count", "workbook_unused",
    "workbook_locales",
)  # fmt: skip
_CHANGES = ("added", "removed", "meaning", "reworded", "rules")


async def send_workbook(manager: DialogManager, asked: Questionnaire, caption: str) -> None:
    hand = hands(manager)
    words = workbook_words(hand.texts, hand.reader.locale, hand.reader.tone)
    content = await worker_of(manager).run(writing.export, asked, words)
    title = spoken(hand, asked.title)
    await send_file(manager, f"{title}.xlsx", content, worded(hand, caption, title=asked.title))


async def _read(manager: DialogManager) -> Read:
    """The file, fetched from the messenger and read in the worker process."""
    hand = hands(manager)
    file = BytesIO()
    await bot_of(manager).download(manager.dialog_data[_FILE], file)
    try:
        async with asyncio.timeout(LONGEST_READING):
            return await worker_of(manager).run(
                reading.read,
                file.getvalue(),
                workbook_words(hand.texts, hand.reader.locale, hand.reader.tone),
                "pair",
                AUDIENCES,
                tuple(form.key for form in hand.profile.forms),
            )
    except (TimeoutError, WorkerDied):
        raise FileSwells from None


async def on_file(message: Message, _: MessageInput, manager: DialogManager) -> None:
    document = message.document
    if document is None:
        await hint(manager, "base-import-not-file")
        return
    if (document.file_size or 0) > MEGABYTES * 2**20:
        raise QuestionnaireTooBig(megabytes=MEGABYTES)
    data = manager.dialog_data
    data[_FILE] = document.file_id
    hand, found = hands(manager), await _read(manager)
    if found.questionnaire is None:
        data[_COUNT] = len(found.troubles)
        data[_FAULTS] = [list(_fault(hand, one)) for one in found.troubles[:SHOWN]]
        await manager.switch_to(Questionnaires.faults)
        return
    draft_id = await authoring.keep_draft(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        key=data.get(KEY),
        questionnaire=found.questionnaire,
        profile=hand.profile,
    )
    say_draft(manager, draft_id)
    data[_UNUSED], data[_LOCALES] = list(found.unused)[:10], list(found.locales)
    await manager.switch_to(Questionnaires.draft)


def say_draft(manager: DialogManager, draft_id: UUID) -> None:
    """The draft on the screen; what its file had beside the questions is said only when it came."""
    manager.dialog_data[DRAFT] = str(draft_id)
    for name in (_UNUSED, _LOCALES):
        manager.dialog_data.pop(name, None)


def _fault(hand: Hands, one: Trouble) -> tuple[str, int, str, str]:
    """The sheet, the row, the column, and what is wrong there."""
    return one.sheet, one.row, one.column, worded(hand, one.key, **one.args)


def _fault_line(sheet: str, row: int, column: str, why: str) -> Line:
    said = {"sheet": sheet, "row": row, "column": column, "why": why}
    where = "sheet" if not row else "row" if not column else "cell"
    where = f"{where}-of-sheet" if row and sheet != SURVEY else where
    return Line(f"questionnaires-fault-{where}", said)


async def get_file(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    new = KEY not in dialog_manager.dialog_data
    return {"new": new, "known": not new, "megabytes": MEGABYTES}


async def get_faults(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    if _FAULTS not in data:
        raise Gone
    count = data[_COUNT]
    return {
        "count": count,
        "lines": [_fault_line(*one) for one in data[_FAULTS]],
        "more": count - len(data[_FAULTS]),
    }


async def on_all_faults(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "faults"):
        return
    hand, found = hands(manager), await _read(manager)
    columns = ("sheet", "row", "column", "why")
    headings = [worded(hand, f"questionnaires-faults-{one}") for one in columns]
    rows = [_fault(hand, one) for one in found.troubles]
    title = worded(hand, "questionnaires-faults-title")
    content = await worker_of(manager).run(
        base_files.listed, title, headings, [14, 10, 28, 90], rows
    )
    caption = worded(hand, "questionnaires-faults-caption")
    await send_file(manager, f"{title}.xlsx", content, caption)
    note_sent(manager, "faults")


async def on_template(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "questionnaire-template"):
        return
    sample = empty_questionnaire(hands(manager).texts)
    await send_workbook(manager, sample, "questionnaires-template-caption")
    note_sent(manager, "questionnaire-template")


async def get_draft(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, data = hands(dialog_manager), dialog_manager.dialog_data
    draft = await authoring.draft(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        draft_id=draft_of(dialog_manager),
        profile=hand.profile,
    )
    unused = data.get(_UNUSED, [])
    return {
        "title": draft.questionnaire.title,
        "questions": len(draft.questionnaire.items),
        "minutes": draft.minutes,
        "new": draft.before is None,
        "lines": list(_change_lines(hand, draft.changes)),
        "warned": bool(draft.changes.meaning),
        "tones": has_tones(dialog_manager),
        "unused": ", ".join(unused),
        "some_unused": bool(unused),
        "one_language": len(data.get(_LOCALES, ())) == 1,
    }


def _change_lines(hand: Hands, changes: Changes) -> list[Line]:
    lines = []
    for name in _CHANGES:
        items: tuple[Item, ...] = getattr(changes, name)
        if items:
            named = "; ".join(f"«{_name(hand, item)}»" for item in items[:NAMED])
            said = {"count": len(items), "named": named, "more": max(len(items) - NAMED, 0)}
            lines.append(Line(f"questionnaires-change-{name}", said))
    lines += [Line("questionnaires-change-title")] * changes.title
    lines += [Line("questionnaires-change-moved")] * changes.moved
    lines += [Line("questionnaires-change-audience")] * changes.audience
    lines += [Line("questionnaires-change-scales")] * changes.scales
    return lines


def _name(hand: Hands, item: Item) -> str:
    return shortened(" ".join(spoken(hand, item.text).split()), LONGEST_NAME)


async def on_rehearse(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    begin(manager, draft_of(manager), TONES.get(str(pressed.widget_id)))
    await manager.switch_to(Questionnaires.question)


async def on_publish(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    key = await authoring.publish(
        hand.db, hand.actor, programme_id=programme_of(manager), draft_id=draft_of(manager)
    )
    manager.dialog_data.pop(DRAFT, None)
    manager.dialog_data.update({KEY: key, PUBLISHED: True})
    await manager.switch_to(Questionnaires.card)


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    known = KEY in manager.dialog_data
    await manager.switch_to(Questionnaires.card if known else Questionnaires.list)


def _back_button() -> Button:
    return Button(L("button-back"), id="back", on_click=_back)


def file_window() -> Window:
    return Window(
        Multi(
            T("questionnaires-file-known", when="known", megabytes="megabytes"),
            T("questionnaires-file-new", when="new", megabytes="megabytes"),
        ),
        Button(L("questionnaires-template"), id="tmpl", on_click=on_template, when="new"),
        _back_button(),
        menu_button(),
        MessageInput(on_file, content_types=ContentType.ANY),
        state=Questionnaires.file,
        getter=get_file,
    )


def faults_window() -> Window:
    return Window(
        Multi(
            T("questionnaires-faults", count="count"),
            Lines("lines"),
            T("questionnaires-faults-more", more="more", when="more"),
            T("questionnaires-faults-again"),
            sep="\n\n",
        ),
        Button(L("questionnaires-faults-all"), id="all", on_click=on_all_faults, when="more"),
        _back_button(),
        menu_button(),
        MessageInput(on_file, content_types=ContentType.ANY),
        state=Questionnaires.faults,
        getter=get_faults,
    )


def draft_window() -> Window:
    return Window(
        Multi(
            T("questionnaires-draft", title="title", questions="questions", minutes="minutes"),
            T("questionnaires-draft-new", when="new"),
            Lines("lines", when="lines"),
            T("questionnaires-draft-warning", when="warned"),
            T("questionnaires-draft-unused", unused="unused", when="some_unused"),
            T("questionnaires-draft-one-language", when="one_language"),
            T("questionnaires-draft-then"),
            sep="\n\n",
        ),
        *rehearsals(on_rehearse),
        Button(L("questionnaires-publish"), id="pub", on_click=on_publish),
        _back_button(),
        menu_button(),
        MessageInput(on_file, content_types=ContentType.ANY),
        state=Questionnaires.draft,
        getter=get_draft,
    )

"""A table of people, sent as a file: looked at, shown in numbers, taken over whole or not at all.

The dialog keeps the messenger's id of the file and never what stands in it: whoever is not taken
over leaves no trace here.
"""

import asyncio
from io import BytesIO
from typing import Any
from uuid import UUID

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.base_files_sent import send_faults, send_links, send_template
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.progress import Note, with_progress
from bot.dialogs.parts.screens import Hands, Screens, back_button, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent, worker_of
from bot.dialogs.parts.typed import hint, only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import BaseImport
from bot.domain.access import May, Role
from bot.domain.bases import BASES, Table, Trouble
from bot.domain.errors import Gone
from bot.domain.file_errors import (
    FileSwells,
    FileTooBig,
)
from bot.middlewares.policies import whoever_may
from bot.reports import base_files
from bot.reports.worker import WorkerDied
from bot.texts import L, T
from bot.usecases.bases import base_import, bases
from bot.usecases.joining.intake import FORMS

MEGABYTES = 20  # what the messenger lets a bot download
LONGEST_READING = 60.0  # seconds
SHOWN = 10  # faults and doubles on the screen; the rest is in a file
_ROLE, _FILE, _NAME, _COUNTS, _FAULTS, _DOUBLES, _ADDED = (
    "role", "file", "file_name", "counts", "faults", "doubles", "added",
)  # fmt: skip


def _role(manager: DialogManager) -> Role:
    raw = manager.dialog_data.get(_ROLE)
    if raw not in BASES:
        raise Gone
    return Role(raw)


async def _table(manager: DialogManager) -> Table:
    """The file, fetched from the messenger and read in the worker process."""
    hand, role = hands(manager), _role(manager)
    file = BytesIO()
    await bot_of(manager).download(manager.dialog_data[_FILE], file)
    try:
        async with asyncio.timeout(LONGEST_READING):
            return await worker_of(manager).run(
                base_files.read,
                file.getvalue(),
                hand.profile.bases[role],
                hand.profile.questionnaires[FORMS[role]],
                hand.lexicon,
            )
    except (TimeoutError, WorkerDied):
        raise FileSwells from None


async def on_whom(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    if role not in BASES:
        raise Gone
    manager.dialog_data[_ROLE] = role
    await manager.switch_to(BaseImport.file)


async def on_template(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, f"template:{_role(manager)}"):
        return
    await send_template(manager, _role(manager))
    note_sent(manager, f"template:{_role(manager)}")


async def on_file(message: Message, _: MessageInput, manager: DialogManager) -> None:
    document = message.document
    if document is None:
        await hint(manager, "base-import-not-file")
        return
    if (document.file_size or 0) > MEGABYTES * 2**20:
        raise FileTooBig(megabytes=MEGABYTES)
    manager.dialog_data[_FILE] = document.file_id
    manager.dialog_data[_NAME] = (document.file_name or "")[:60]
    hand, table = hands(manager), await _table(manager)
    checked = await base_import.check(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        role=_role(manager),
        entries=table.entries,
    )
    manager.dialog_data[_COUNTS] = {
        "rows": len(table.entries) + table.wrong_rows,
        "new": len(checked.new),
        "doubles": len(checked.doubles),
        "faults": table.wrong_rows,
    }
    manager.dialog_data[_FAULTS] = [
        list(_fault(hand, _role(manager), one)) for one in table.troubles[:SHOWN]
    ]
    manager.dialog_data[_DOUBLES] = [
        [one.row, str(one.participation_id or ""), one.earlier_row or 0]
        for one in checked.doubles[:SHOWN]
    ]
    await manager.switch_to(BaseImport.preview)


def _fault(hand: Hands, role: Role, trouble: Trouble) -> tuple[int, str, str]:
    """The row, the heading of its column, and what is wrong: no word of the row itself."""
    columns = {column.key: column.heading for column in hand.profile.bases[role].columns}
    heading = columns[trouble.column] if trouble.column else None
    said = heading.say(hand.reader.locale) if heading else ""
    return trouble.row, said, worded(hand, trouble.key, **trouble.args)


async def get_whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    return {"roles": [button(role, worded(hand, f"base-import-role-{role}")) for role in BASES]}


async def get_file(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, role = hands(dialog_manager), _role(dialog_manager)
    base = hand.profile.bases[role]
    headings = ", ".join(column.heading.say(hand.reader.locale) for column in base.imported)
    return {"role": str(role), "headings": headings, "megabytes": MEGABYTES}


async def get_preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, data = hands(dialog_manager), dialog_manager.dialog_data
    if _COUNTS not in data:
        raise Gone
    counts: dict[str, int] = data[_COUNTS]
    doubles = await _double_lines(hand, programme_of(dialog_manager), data[_DOUBLES])
    faults = [
        Line("base-import-fault", {"row": row, "column": column, "why": why})
        for row, column, why in data[_FAULTS]
    ]
    return {
        "file": data[_NAME],
        **counts,
        "double_lines": doubles,
        "fault_lines": faults,
        "some_new": counts["new"] > 0,
        "some_doubles": bool(doubles),
        "some_faults": bool(faults),
        "more_doubles": counts["doubles"] - len(doubles),
        "left_out": counts["faults"] > 0 and counts["new"] > 0,
    }


async def _double_lines(
    hand: Hands, programme_id: UUID, doubles: list[tuple[int, str, int]]
) -> list[Line]:
    ids = [UUID(raw) for _, raw, _ in doubles if raw]
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_id, participation_ids=ids
    )
    lines = []
    for row, raw, earlier in doubles:
        if raw:
            name = named(hand, names.get(UUID(raw)))
            lines.append(Line("base-import-double", {"row": row, "name": name}))
        else:
            lines.append(Line("base-import-double-row", {"row": row, "earlier": earlier}))
    return lines


async def on_faults(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "faults"):
        return
    hand, table = hands(manager), await _table(manager)
    await send_faults(
        manager, [_fault(hand, _role(manager), one) for one in table.troubles]
    )
    note_sent(manager, "faults")


async def on_import(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    hand, role, programme_id = hands(manager), _role(manager), programme_of(manager)
    table = await _table(manager)

    async def take_over(note: Note) -> int:
        return await base_import.take_over(
            hand.db,
            hand.actor,
            programme_id=programme_id,
            role=role,
            entries=table.entries,
            profile=hand.profile,
            progress=note,
        )

    total = manager.dialog_data[_COUNTS]["new"]
    added = await with_progress(manager, callback, "base-import-progress", total, take_over)
    manager.dialog_data[_ADDED] = added
    if added:
        made = await base_import.links(
            hand.db, hand.actor, programme_id=programme_id, role=role
        )
        await send_links(manager, made)
    await manager.switch_to(BaseImport.done)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_links(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The same list with fresh links: the older ones stop to open."""
    if just_sent(manager, "links"):
        return
    hand = hands(manager)
    made = await base_import.links(
        hand.db, hand.actor, programme_id=programme_of(manager), role=_role(manager)
    )
    await send_links(manager, made)
    note_sent(manager, "links")


async def get_done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    added = dialog_manager.dialog_data.get(_ADDED, 0)
    role = str(_role(dialog_manager))
    return {"added": added, "some": added > 0, "none": added == 0, "role": role}


_PREVIEW = {
    "file": "list.xlsx", "rows": 12, "new": 10, "doubles": 1, "faults": 1,
    "double_lines": [], "fault_lines": [], "some_new": True, "some_doubles": True,
    "some_faults": True, "more_doubles": 0, "left_out": True,
}  # fmt: skip


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PARTICIPANTS),
        Window(
            T("base-import-whom"),
            Grid("whom", "roles", on_whom),
            back_button(),
            menu_button(),
            only_buttons(),
            state=BaseImport.whom,
            getter=get_whom,
            preview_data={"roles": [{"id": "mentee", "label": "Mentees"}]},
        ),
        Window(
            T("base-import-file-{role}", headings="headings", megabytes="megabytes"),
            Button(L("base-import-template"), id="tmpl", on_click=on_template),
            SwitchTo(L("button-back"), id="whom", state=BaseImport.whom),
            menu_button(),
            MessageInput(on_file, content_types=ContentType.ANY),
            state=BaseImport.file,
            getter=get_file,
            preview_data={"role": "mentee", "headings": "Name", "megabytes": MEGABYTES},
        ),
        Window(
            Multi(
                T(
                    "base-import-checked",
                    file="file", rows="rows", new="new", doubles="doubles", faults="faults",
                ),
                Multi(
                    T("base-import-doubles"),
                    Lines("double_lines"),
                    T("base-import-more-doubles", count="more_doubles", when="more_doubles"),
                    when="some_doubles",
                ),
                Multi(T("base-import-faults"), Lines("fault_lines"), when="some_faults"),
                T("base-import-nobody-new", when=lambda data, *_: not data["some_new"]),
                T("base-import-nothing-sent", when="some_new"),
                sep="\n\n",
            ),
            Button(
                L("base-import-take", new="new", left_out="left_out"),
                id="take",
                on_click=on_import,
                when="some_new",
            ),
            Button(
                L("base-import-all-faults"), id="faults", on_click=on_faults, when="some_faults"
            ),
            SwitchTo(L("base-import-other-file"), id="file", state=BaseImport.file),
            menu_button(),
            MessageInput(on_file, content_types=ContentType.ANY),
            state=BaseImport.preview,
            getter=get_preview,
            preview_data=_PREVIEW,
        ),
        Window(
            Multi(
                T("base-import-done-{role}", added="added", when="some"),
                T("base-import-nobody-new", when="none"),
            ),
            Button(L("base-import-links-again"), id="links", on_click=on_links, when="some"),
            SwitchTo(L("base-import-other-file"), id="file", state=BaseImport.file),
            back_button(),
            menu_button(),
            only_buttons(),
            state=BaseImport.done,
            getter=get_done,
            preview_data={"added": 10, "some": True, "none": False, "role": "mentee"},
        ),
    )  # fmt: skip

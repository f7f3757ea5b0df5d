"""The history of a pair or a person, and the notes of the team on them."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Notes, Past
from bot.dialogs.desk.way_back import CARDS, PAIR, PERSON, open_with, to_card
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import Screens, begun_with, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import history, notes
from bot.usecases.desk.history import Past as PastSeen
from bot.usecases.desk.notes import Notes as NotesSeen


def _subject(manager: DialogManager) -> tuple[str, UUID]:
    """What the screen is about: "pair_id" or "participation_id", and which. Raises `Gone`."""
    begun = begun_with(manager)
    name = next((one for one in (PAIR, PERSON) if one in begun), None)
    if name is None:
        raise Gone
    return name, UUID(str(begun[name]))


async def _to_card(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    name, id_ = _subject(manager)
    about = {}
    if "programme_id" not in begun_with(manager):
        about["programme_id"] = str((await _past(manager)).programme_id)
    await to_card(manager, name, id_, **about)


async def _past(manager: DialogManager) -> PastSeen:
    hand = hands(manager)
    name, id_ = _subject(manager)
    if name == PAIR:
        return await history.of_pair(hand.db, hand.actor, pair_id=id_)
    return await history.of_person(hand.db, hand.actor, participation_id=id_)


async def get_past(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _past(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.happenings, history.PAGE)
    return {
        "names": " — ".join(seen.names),
        "lines": [
            Line(
                "past-line",
                {
                    "day": Day(local(one.at, seen.zone).date(), seen.today),
                    "what": worded(hand, one.key, **one.args),
                },
            )
            for one in shown
        ],
        "notes": seen.notes or 0,
        "reads": seen.notes is not None,
        "pairs": [
            button(pack(id_), worded(hand, "past-to-pair", partner=shortened(partner)))
            for id_, partner in seen.pairs[-3:]
        ],
        **pager_says,
    }


async def _to_pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    programme_id = str((await _past(manager)).programme_id)
    await open_with(manager, CARDS[PAIR], pair_id=str(unpack_one(item)), programme_id=programme_id)


async def _to_notes(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    name, id_ = _subject(manager)
    await open_with(manager, Notes.list, **{name: str(id_)})


async def _notes(manager: DialogManager) -> NotesSeen:
    hand = hands(manager)
    name, id_ = _subject(manager)
    return await notes.read(
        hand.db,
        hand.actor,
        pair_id=id_ if name == PAIR else None,
        participation_id=id_ if name == PERSON else None,
        page=page_of(manager),
    )


async def get_notes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _notes(dialog_manager)
    today = local(seen.now, seen.zone).date()

    def day(at: Any) -> Day:
        return Day(local(at, seen.zone).date(), today)

    lines: list[Line] = []
    for one in seen.lines:
        if not one.words:
            lines.append(Line("notes-erased", {"day": day(one.at)}))
            continue
        lines.append(Line("notes-one", {"words": one.words, "by": one.by, "day": day(one.at)}))
        for who, at in one.seen:
            lines.append(Line("notes-seen", {"who": who, "day": day(at)}))
    return {
        "names": " — ".join(seen.names),
        "whose": "pair" if _subject(dialog_manager)[0] == PAIR else "person",
        "lines": lines,
        "none": not lines,
        "mine": [
            button(
                pack(one.note_id),
                worded(hand, "notes-remove", words=shortened(" ".join(one.words.split()), 24)),
            )
            for one in seen.lines
            if one.mine and one.words
        ],
        **turned(page_of(dialog_manager), more=seen.more),
    }


async def _remove(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await notes.remove(hand.db, hand.actor, note_id=unpack_one(item))
    manager.dialog_data["page"] = 0


async def _write(manager: DialogManager, words: str) -> None:
    hand = hands(manager)
    name, id_ = _subject(manager)
    await notes.write(
        hand.db,
        hand.actor,
        words=words,
        pair_id=id_ if name == PAIR else None,
        participation_id=id_ if name == PERSON else None,
    )
    manager.dialog_data["page"] = 0
    await manager.switch_to(Notes.list)


async def _to_past(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to the history, or to the card for who reads notes and no histories of people."""
    hand = hands(manager)
    name, id_ = _subject(manager)
    if name == PERSON and not hand.actor.may(May.SEE_BASES):
        await to_card(manager, name, id_)
        return
    await open_with(manager, Past.pair if name == PAIR else Past.person, **{name: str(id_)})


def _window(state: Any, title: str) -> Window:
    return Window(
        Multi(T(title, names="names"), Lines("lines", when="lines"), sep="\n\n"),
        pager(),
        Button(L("past-go-notes", notes="notes"), id="notes", on_click=_to_notes, when="reads"),
        Grid("p", "pairs", _to_pair),
        Button(L("button-back"), id="back", on_click=_to_card),
        menu_button(),
        only_buttons(),
        state=state,
        getter=get_past,
        preview_data={
            "names": "Lena",
            "lines": [Line("past-line", {"day": "1 May", "what": "x"})],
            "notes": 1,
            "reads": True,
            "pairs": [{"id": "x", "label": "Igor"}],
            **turned(1, more=True),
        },
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_PAIRS, May.SEE_BASES, May.KEEP_NOTES),
        _window(Past.pair, "past-of-pair"),
        _window(Past.person, "past-of-person"),
    )


def notes_dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_NOTES),
        Window(
            Multi(
                T("notes-title", names="names"),
                Lines("lines", when="lines"),
                T("notes-none", when="none"),
                sep="\n\n",
            ),
            pager(),
            SwitchTo(
                L("notes-go-write"), id="write", state=Notes.write, on_click=to_first_page
            ),
            Grid("r", "mine", _remove),
            Button(L("button-back"), id="back", on_click=_to_past),
            menu_button(),
            only_buttons(),
            state=Notes.list,
            getter=get_notes,
        ),
        Window(
            T("notes-write-{whose}", names="names"),
            SwitchTo(L("button-back"), id="list", state=Notes.list),
            menu_button(),
            typed(_write),
            state=Notes.write,
            getter=get_notes,
        ),
    )

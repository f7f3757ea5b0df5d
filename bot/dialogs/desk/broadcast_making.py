"""Making a letter to many: to whom, what it says, a look at it, a test, now or on a morning."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Broadcasts
from bot.dialogs.parts.day_window import coming_days, day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.domain.access import Role
from bot.domain.broadcasts import (
    ADDRESSED,
    FURTHEST,
    LONGEST_WORDS,
    InPair,
    ReadyMessage,
    Segment,
    some_roles,
    toggled,
)
from bot.domain.errors import Gone
from bot.domain.people import Tone
from bot.domain.said_words import said
from bot.domain.spoken import Listed
from bot.domain.words import Words
from bot.texts import L, T
from bot.usecases.desk import broadcasts
from bot.usecases.desk.broadcasts import Preview

SHOWN = "broadcast_id"
_SEGMENT, _READY, _WORDS, _TESTED = "segment", "ready", "words", "tested"
GROUPS_SHOWN = 10
SPANS = (1, 2, 3, 7)  # days ahead, the likely ones


def _segment(manager: DialogManager) -> Segment:
    raw = manager.dialog_data.get(_SEGMENT)
    return Segment.load(raw) if raw else Segment()


def _keep(manager: DialogManager, **changed: Any) -> None:
    manager.dialog_data[_SEGMENT] = {**_segment(manager).dump(), **changed}


async def _preview(manager: DialogManager) -> Preview:
    hand = hands(manager)
    return await broadcasts.preview(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        segment=_segment(manager),
        profile=hand.profile,
    )


def _tick(on: bool, label: str) -> str:  # a tick or none
    return f"{'☑' if on else '☐'} {label}"


def segment_lines(hand: Hands, segment: Segment) -> list[Line]:
    """To whom, in words."""
    roles = tuple(worded(hand, f"broadcasts-role-{role}") for role in segment.roles)
    lines = [Line("broadcasts-to", {"roles": Listed(roles)})]
    forms = [form for form in map(hand.profile.form, segment.forms) if form is not None]
    if forms:
        lines.append(Line("broadcasts-forms", {"forms": Listed(tuple(f.title for f in forms))}))
    if segment.groups:
        lines.append(Line("broadcasts-groups", {"groups": Listed(tuple(segment.groups))}))
    if segment.in_pair is not InPair.ANY:
        lines.append(Line(f"broadcasts-pair-{segment.in_pair}"))
    return lines


async def get_whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, segment = hands(dialog_manager), _segment(dialog_manager)
    seen = await _preview(dialog_manager)
    choices = [
        button(
            f"role:{role}", _tick(role in segment.roles, worded(hand, f"broadcasts-role-{role}"))
        )
        for role in ADDRESSED
    ]
    next_pair = list(InPair)[(list(InPair).index(segment.in_pair) + 1) % len(InPair)]
    choices.append(
        button(f"pair:{next_pair}", worded(hand, f"broadcasts-choose-{segment.in_pair}"))
    )
    return {
        "whom": segment_lines(hand, segment),
        "choices": choices,
        "forms": len(seen.forms) > 1,
        "groups": bool(seen.groups),
        **_numbers(seen),
    }


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, segment = hands(dialog_manager), _segment(dialog_manager)
    seen = await _preview(dialog_manager)
    known = [form for form in map(hand.profile.form, seen.forms) if form is not None]
    return {
        "choices": [
            button(form.key, _tick(form.key in segment.forms, spoken(hand, form.title)))
            for form in known
        ],
        **_numbers(seen),
    }


async def _form(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    seen = await _preview(manager)
    _keep(manager, forms=toggled(_segment(manager).forms, seen.forms, key))


def _numbers(seen: Preview) -> dict[str, Any]:
    return {
        "number": seen.number,
        "reached": seen.reached,
        "no_account": seen.no_account,
        "lost": seen.lost,
        "unreached": seen.no_account + seen.lost,
        "some": seen.number > 0,
        "nobody": seen.number == 0,
    }


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    what, _sign, value = pressed.partition(":")
    segment = _segment(manager)
    if what == "role":
        found = toggled([str(r) for r in segment.roles], [str(r) for r in ADDRESSED], value)
        _keep(manager, roles=[str(r) for r in some_roles([Role(one) for one in found])])
    elif what == "pair" and value in list(InPair):
        _keep(manager, in_pair=value)
    else:
        raise Gone


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen, segment = await _preview(dialog_manager), _segment(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.groups, GROUPS_SHOWN)
    choices = [
        button(str(seen.groups.index(one)), _tick(one in segment.groups, one)) for one in shown
    ]
    return {"choices": choices, **_numbers(seen), **pager_says}


async def _group(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    """A class is a number in the list: its name may be longer than a button carries."""
    seen, segment = await _preview(manager), _segment(manager)
    if not (place.isascii() and place.isdigit()) or int(place) >= len(seen.groups):
        raise Gone
    _keep(manager, groups=toggled(segment.groups, seen.groups, seen.groups[int(place)]))


async def get_what(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    shown, pager_says = leafed(dialog_manager, hand.profile.ready_messages, 5)
    return {
        "messages": [button(one.key, spoken(hand, one.title)) for one in shown],
        "longest": LONGEST_WORDS,
        **pager_says,
    }


async def _ready(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    if hands(manager).profile.ready_message(key) is None:
        raise Gone
    manager.dialog_data.update({_READY: key, _WORDS: None, _TESTED: False})
    await manager.switch_to(Broadcasts.preview)


async def _own(manager: DialogManager, words: str) -> None:
    manager.dialog_data.update({_WORDS: said(words, LONGEST_WORDS), _READY: None, _TESTED: False})
    await manager.switch_to(Broadcasts.preview)


def _message(manager: DialogManager) -> tuple[ReadyMessage | None, str]:
    """A ready one, or own words. Raises `Gone` when there is neither."""
    key, words = manager.dialog_data.get(_READY), manager.dialog_data.get(_WORDS)
    ready = hands(manager).profile.ready_message(str(key)) if key else None
    if ready is None and not words:
        raise Gone
    return ready, str(words or "")


def _variants(hand: Hands, ready: ReadyMessage | None, words: str) -> Sequence[str]:
    """As adults read it and, where that is another text, as pupils do."""
    if ready is None:
        return [words]
    found = [ready.text.say(hand.reader.locale, tone) for tone in (Tone.VY, Tone.TY)]
    return list(dict.fromkeys(found))


async def get_preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _preview(dialog_manager)
    texts = _variants(hand, *_message(dialog_manager))
    return {
        "words": texts[0],
        "informal": texts[1] if len(texts) > 1 else "",
        "whom": segment_lines(hand, _segment(dialog_manager)),
        "tested": bool(dialog_manager.dialog_data.get(_TESTED)),
        **_numbers(seen),
    }


async def _test(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The letter to oneself, just as it will be; in both tones where they differ."""
    if just_sent(manager, "broadcast-test"):
        return
    hand, seen = hands(manager), await _preview(manager)
    bot = bot_of(manager)
    for words in _variants(hand, *_message(manager)):
        facts: dict[str, str | Words] = {
            "programme": seen.programme, "words": words, "curator": seen.curator,
        }  # fmt: skip
        await bot.send_message(
            int(hand.reader.address),
            hand.texts.say(hand.reader.locale, hand.reader.tone, "letter-broadcast", facts),
        )
    note_sent(manager, "broadcast-test")
    manager.dialog_data[_TESTED] = True
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def _plan(manager: DialogManager, day: date | None) -> None:
    hand = hands(manager)
    ready, words = _message(manager)
    made = await broadcasts.plan(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        segment=_segment(manager),
        profile=hand.profile,
        ready=ready.key if ready else None,
        words=words if ready is None else None,
        day=day,
    )
    for name in (_READY, _WORDS, _TESTED, _SEGMENT):
        manager.dialog_data.pop(name, None)
    manager.dialog_data.update({SHOWN: str(made), "page": 0})
    await manager.switch_to(Broadcasts.card)


async def _now(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await _plan(manager, None)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _preview(dialog_manager)
    return coming_days(dialog_manager, seen.today, spans=SPANS, furthest=FURTHEST.days)


def windows() -> tuple[Window, ...]:
    numbers: dict[str, str] = {
        name: name for name in ("number", "reached", "no_account", "lost", "unreached")
    }
    return (
        Window(
            Multi(
                T("broadcasts-whom"),
                Lines("whom"),
                T("broadcasts-count", when="some", **numbers),
                T("broadcasts-nobody", when="nobody"),
                sep="\n\n",
            ),
            Grid("c", "choices", _choose),
            Row(
                SwitchTo(
                    L("broadcasts-go-forms"), id="forms", state=Broadcasts.forms, when="forms"
                ),
                SwitchTo(
                    L("broadcasts-go-groups"),
                    id="groups",
                    state=Broadcasts.groups,
                    on_click=to_first_page,
                    when="groups",
                ),
            ),
            SwitchTo(
                L("broadcasts-go-what"),
                id="what",
                state=Broadcasts.what,
                on_click=to_first_page,
                when="some",
            ),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.list, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Broadcasts.whom,
            getter=get_whom,
        ),
        Window(
            T("broadcasts-which-forms", number="number"),
            Grid("f", "choices", _form),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom),
            menu_button(),
            only_buttons(),
            state=Broadcasts.forms,
            getter=get_forms,
        ),
        Window(
            T("broadcasts-which-groups", number="number"),
            Grid("g", "choices", _group, columns=2),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Broadcasts.groups,
            getter=get_groups,
        ),
        Window(
            T("broadcasts-what", longest="longest"),
            Grid("m", "messages", _ready),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom, on_click=to_first_page),
            menu_button(),
            typed(_own),
            state=Broadcasts.what,
            getter=get_what,
        ),
        Window(
            Multi(
                T("broadcasts-preview"),
                T("broadcasts-words", words="words"),
                T("broadcasts-informal", words="informal", when="informal"),
                Lines("whom"),
                T("broadcasts-count", when="some", **numbers),
                T("broadcasts-nobody", when="nobody"),
                T("broadcasts-when", when="some"),
                T("broadcasts-tested", when="tested"),
                sep="\n\n",
            ),
            Button(L("broadcasts-test"), id="test", on_click=_test),
            Button(L("broadcasts-now", number="number"), id="now", on_click=_now, when="some"),
            SwitchTo(L("broadcasts-later"), id="later", state=Broadcasts.day, when="some"),
            SwitchTo(L("broadcasts-other-words"), id="what", state=Broadcasts.what),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom),
            menu_button(),
            only_buttons(),
            state=Broadcasts.preview,
            getter=get_preview,
        ),
        day_window(
            T("broadcasts-which-day"),
            state=Broadcasts.day,
            back=Broadcasts.preview,
            grid="cal",
            getter=get_day,
            chosen=_plan,
        ),
    )

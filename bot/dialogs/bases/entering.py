"""Entering somebody who uses no messenger: whom, how old, the papers; and what they are to hear."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.onward_entering import enter_on
from bot.dialogs.parts.lines import Grid, button, named, worded
from bot.dialogs.parts.screens import Screens, begun_with, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_button, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import go_to, leads_to, programme_of, rights_here
from bot.dialogs.states import Bases, Entering, Rooms, Speaking
from bot.domain.access import May, Role
from bot.domain.bases import BASES
from bot.domain.errors import Gone
from bot.domain.people import BANDS, AgeBand
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import entering, speaking
from bot.usecases.bases.entering import Papers, papers_of

_ROLE, _BAND, _WHO = "role", "band", "participation_id"


def _known(manager: DialogManager) -> UUID | None:
    """Somebody entered before; None while nothing has been kept yet."""
    raw = manager.dialog_data.get(_WHO) or begun_with(manager).get(_WHO)
    return UUID(str(raw)) if raw else None


def _band(manager: DialogManager) -> AgeBand | None:
    raw = manager.dialog_data.get(_BAND)
    return AgeBand(raw) if raw in BANDS else None


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, programme_id = hands(dialog_manager), programme_of(dialog_manager)
    begun = await entering.unfinished(hand.db, hand.actor, programme_id=programme_id)
    unsaid = await entering.unsaid(
        hand.db, hand.actor, programme_id=programme_id, profile=hand.profile
    )
    asked = await speaking.waiting(hand.db, hand.actor, programme_id=programme_id)
    return {
        "roles": [button(role, worded(hand, f"entering-role-{role}")) for role in BASES],
        "begun": [
            {
                "id": pack(one.participation_id),
                "label": worded(hand, "entering-go-on", name=shortened(named(hand, one.name))),
            }
            for one in begun
        ],
        "some_begun": bool(begun),
        "unsaid": len(unsaid),
        "some_unsaid": bool(unsaid),
        "asked": len(asked),
        "some_asked": bool(asked),
    }


async def on_role(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    if role not in BASES:
        raise Gone
    manager.dialog_data[_ROLE] = role
    manager.dialog_data.pop(_WHO, None)
    await manager.switch_to(Entering.age)


async def on_begun(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    await enter_on(manager, participation_id, programme_of(manager))


async def get_age(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    return {"bands": [button(band, worded(hand, f"entering-age-{band}")) for band in BANDS]}


async def on_age(_: CallbackQuery, __: Any, manager: DialogManager, band: str) -> None:
    if band not in BANDS:
        raise Gone
    manager.dialog_data[_BAND] = band
    await manager.switch_to(Entering.paper)


async def _papers(manager: DialogManager) -> tuple[Papers | None, tuple[str, ...], int]:
    """What is known, the kinds of papers still to come, and of how many in all."""
    hand, known, band = hands(manager), _known(manager), _band(manager)
    if known is None:
        if band is None:
            raise Gone
        return None, papers_of(band), len(papers_of(band))
    found = await entering.papers(hand.db, hand.actor, participation_id=known)
    wanted = found.band or band
    if wanted is None:
        raise Gone
    return found, found.missing or papers_of(wanted), len(papers_of(wanted))


async def get_paper(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found, missing, total = await _papers(dialog_manager)
    document = hand.profile.consents[missing[0]]
    return {
        "document": document.title,
        "number": total - len(missing) + 1,
        "total": total,
        "several": total > 1,
        "name": named(hand, found.name if found else None),
        "known": found is not None and found.name is not None,
    }


async def on_paper(manager: DialogManager, raw: str) -> None:
    hand, programme_id = hands(manager), programme_of(manager)
    today = await entering.today(hand.db, hand.actor, programme_id=programme_id)
    paper = entering.paper_in(raw, today)
    known, band = _known(manager), _band(manager)
    if known is None:
        if band is None:
            raise Gone
        known = await entering.begin(
            hand.db,
            hand.actor,
            programme_id=programme_id,
            role=Role(manager.dialog_data[_ROLE]),
            band=band,
            paper=paper,
            profile=hand.profile,
        )
        manager.dialog_data[_WHO] = str(known)
    else:
        await entering.keep_paper(
            hand.db,
            hand.actor,
            participation_id=known,
            band=band,
            paper=paper,
            profile=hand.profile,
        )
    found = await entering.papers(hand.db, hand.actor, participation_id=known)
    if not found.missing:
        await enter_on(manager, known, programme_id)


async def get_unsaid(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, programme_id = hands(dialog_manager), programme_of(dialog_manager)
    found = await entering.unsaid(
        hand.db, hand.actor, programme_id=programme_id, profile=hand.profile
    )
    if not found:
        return {"subject": "", "name": "", "words": "", "left": 0, "some": False, "none": True}
    first = found[0]
    said = first.letter.words or worded(hand, first.letter.key, **first.letter.args)
    return {
        "subject": pack(first.notice_id),
        "name": named(hand, first.name),
        "words": said,
        "left": len(found),
        "some": True,
        "none": False,
    }


async def on_told(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, notice_id = hands(manager), unpack_one(item)
    await entering.told(
        hand.db, hand.actor, programme_id=programme_of(manager), notice_id=notice_id
    )


async def _home(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    for name in (_ROLE, _BAND, _WHO):
        manager.dialog_data.pop(name, None)


async def _leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the lists of people; whoever may not see them has come from the other rooms."""
    sees_lists = May.SEE_BASES in await rights_here(manager)
    await go_to(manager, Bases.home if sees_lists else Rooms.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PARTICIPANTS),
        Window(
            Multi(
                T("entering-title"),
                T("entering-begun", when="some_begun"),
                T("entering-some-unsaid", count="unsaid", when="some_unsaid"),
            ),
            Grid("role", "roles", on_role),
            subject_list(id="begun", items="begun", on_click=on_begun),
            SwitchTo(
                L("entering-to-unsaid", count="unsaid"),
                id="unsaid",
                state=Entering.unsaid,
                when="some_unsaid",
            ),
            Button(
                L("speaking-go", count="asked"),
                id="asked",
                on_click=leads_to(Speaking.list),
                when="some_asked",
            ),
            Button(L("button-back"), id="back", on_click=_leave),
            menu_button(),
            only_buttons(),
            state=Entering.home,
            getter=get_home,
            preview_data={
                "roles": [{"id": "mentee", "label": "A mentee"}],
                "begun": [{"id": "x", "label": "Lena"}],
                "some_begun": True,
                "unsaid": 2,
                "some_unsaid": True,
                "asked": 1,
                "some_asked": True,
            },
        ),
        Window(
            T("entering-age"),
            Grid("age", "bands", on_age),
            SwitchTo(L("button-back"), id="home", state=Entering.home, on_click=_home),
            menu_button(),
            only_buttons(),
            state=Entering.age,
            getter=get_age,
            preview_data={"bands": [{"id": "adult", "label": "18 and over"}]},
        ),
        Window(
            Multi(
                T("entering-who", name="name", when="known"),
                T("entering-paper", document="document"),
                T("entering-paper-of", number="number", total="total", when="several"),
                T("entering-paper-how"),
            ),
            SwitchTo(L("button-back"), id="home", state=Entering.home, on_click=_home),
            menu_button(),
            typed(on_paper),
            state=Entering.paper,
            getter=get_paper,
            preview_data={
                "document": "Consent",
                "number": 1,
                "total": 2,
                "several": True,
                "name": "Lena",
                "known": True,
            },
        ),
        Window(
            Multi(
                T("entering-unsaid", name="name", words="words", left="left", when="some"),
                T("entering-all-said", when="none"),
            ),
            subject_button(L("entering-told"), id="told", on_click=on_told),
            SwitchTo(L("button-back"), id="home", state=Entering.home),
            menu_button(),
            only_buttons(),
            state=Entering.unsaid,
            getter=get_unsaid,
            preview_data={
                "subject": "x",
                "name": "Lena",
                "words": "Good news",
                "left": 2,
                "some": True,
                "none": True,
            },
        ),
    )

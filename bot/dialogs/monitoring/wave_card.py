"""One wave: how far people have come, whom to call, paper, more time, the end."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.paper_form import send_form
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.wave_picture import counted, funnel_picture
from bot.dialogs.monitoring.wave_states import WaveRoom
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.paging import leafed, page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, leads_to
from bot.dialogs.states import Speaking, Waves
from bot.domain import moments
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.funnels import Funnel
from bot.domain.spoken import When
from bot.domain.waves import ON_A_DAY, WaveState
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_result
from bot.reports.wave_results import rates
from bot.texts import L, T
from bot.usecases.monitoring import waves, whom_to_call

CALLS_SHOWN = 8
MOST_PARTS = 12  # classes on a screen


def wave_id_of(manager: DialogManager) -> UUID:
    return start_id(manager, "wave_id")


async def seen(manager: DialogManager) -> waves.WaveCard:
    hand = hands(manager)
    return await waves.card(hand.db, hand.actor, wave_id=wave_id_of(manager))


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await seen(dialog_manager)
    wave, funnel = card.progress, card.progress.funnel
    open_, on_a_day = wave.state is WaveState.OPEN, wave.event in ON_A_DAY
    state = "closed" if not open_ else "open" if on_a_day else "event"
    return {
        "title": wave.title.title,
        "state": state,
        "until": When(wave.closes_at, wave.zone, wave.now),
        **figures(funnel),
        "anonymous": wave.anonymous,
        "anonymous_open": "yes" if open_ else "no",
        "listing": card.listing,
        "paper": card.on_paper,
        "some": funnel.planned > 0,
        "left": funnel.left if open_ else 0,
        "open": open_,
        "over": not open_,
        "extends": open_ and on_a_day,
    }


def figures(funnel: Funnel) -> dict[str, int]:
    names = (
        "planned", "unsent", "unreachable", "sent", "unopened", "started", "partial", "refused",
        "complete",
    )  # fmt: skip
    return {name: getattr(funnel, name) for name in names}


async def on_results(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    card = await seen(manager)
    about = {"programme_id": str(card.programme_id), "wave_id": str(card.progress.wave_id)}
    await manager.start(
        Results.home, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def _draw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    card = await seen(manager)
    wave, what = card.progress, f"funnel-{card.progress.wave_id}"
    if not wave.funnel.planned or just_sent(manager, what):
        return
    worker, today = worker_of(manager), moments.local(wave.now, wave.zone).date()
    shares = await worker.run(rates, counted(wave.funnel), today)
    picture = funnel_picture(hands(manager), card, shares)
    await send_picture(manager, "funnel.png", await worker.run(draw_result, picture))
    note_sent(manager, what)


async def get_parts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await seen(dialog_manager)
    roles = {key: worded(hand, f"wave-role-{key or 'none'}") for key in card.funnels.by_role}
    forms = {
        key: hand.texts.spoken(hand.reader.locale, hand.reader.tone, form.title)
        if (form := hand.profile.form(key)) is not None
        else worded(hand, "wave-none")
        for key in card.funnels.by_form
    }
    groups = {key: key or worded(hand, "wave-none") for key in card.funnels.by_group}
    return {
        "title": card.progress.title.title,
        "roles": _lines(card.funnels.by_role, roles),
        "forms": _lines(card.funnels.by_form, forms),
        "groups": _lines(card.funnels.by_group, groups)[:MOST_PARTS],
        "more": max(len(groups) - MOST_PARTS, 0),
    }


def _lines(parts: Mapping[str, Funnel], names: Mapping[str, str]) -> list[Line]:
    return [
        Line("wave-part", {"name": names[key], **figures(funnel)})
        for key, funnel in parts.items()
    ]


async def get_calls(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await whom_to_call.listed(
        hand.db,
        hand.actor,
        wave_id=wave_id_of(dialog_manager),
        page=page_of(dialog_manager),
        size=CALLS_SHOWN,
    )
    more = (found.page + 1) * CALLS_SHOWN < found.total
    return {
        "count": found.total,
        "title": found.questionnaire.title,
        "until": When(found.closes_at, found.zone, found.now),
        "lines": [_call(hand, one) for one in found.people],
        **turned(found.page, more=more),
    }


def _call(hand: Hands, one: whom_to_call.Call) -> Line:
    kind = "begun" if one.missing == "partial" and not one.answered else one.missing
    about = {
        "name": named(hand, one.name),
        "group": one.group or "",
        "known": "yes" if one.group else "no",
        "answered": one.answered,
        "total": one.total,
    }
    return Line(f"wave-call-{kind}", about)


async def get_paper(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await seen(dialog_manager)
    found = await whom_to_call.on_paper(
        hand.db, hand.actor, wave_id=wave_id_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found, CALLS_SHOWN)
    return {
        "title": card.progress.title.title,
        "anonymous": card.progress.anonymous,
        "open": card.progress.state is WaveState.OPEN,
        "some": bool(found),
        "lines": [
            Line("wave-paper-one", {"name": named(hand, one.name), "by": named(hand, one.by)})
            for one in shown
        ],
        **pager_says,
    }


async def get_extend(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await seen(dialog_manager)
    wave = card.progress
    return {
        "title": wave.title.title,
        "until": When(wave.closes_at, wave.zone, wave.now),
        "left": wave.funnel.left,
        "days": [
            button(
                str(days),
                worded(hand, "wave-for-days", days=days, until=When(at, wave.zone, wave.now)),
            )
            for days, at in card.extensions
        ],
    }


async def _extend(_: CallbackQuery, __: Any, manager: DialogManager, days: str) -> None:
    hand = hands(manager)
    if days not in map(str, waves.EXTENSIONS):
        raise Gone
    await waves.extend(hand.db, hand.actor, wave_id=wave_id_of(manager), days=int(days))
    await manager.switch_to(WaveRoom.card)


async def _close(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await waves.close_now(hand.db, hand.actor, wave_id=wave_id_of(manager))
    await manager.switch_to(WaveRoom.card)


async def _form_ru(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await send_form(manager, wave_id_of(manager), "ru")


async def _form_en(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await send_form(manager, wave_id_of(manager), "en")


def _back() -> SwitchTo:
    return SwitchTo(
        L("button-back"), id="back", state=WaveRoom.card, on_click=to_first_page
    )


_NUMBERS = dict.fromkeys(
    ("planned", "unsent", "unreachable", "sent", "unopened", "started", "partial", "refused",
     "complete", "paper", "left", "count", "more"), 3,
)  # fmt: skip
_PAGED = {"page_before": True, "page_after": True, "page_number": 1}
_PREVIEW: dict[str, Any] = {
    **_NUMBERS, **_PAGED, "title": "Half-way", "until": "12 March", "state": "open",
    "anonymous": True, "anonymous_open": "yes", "listing": True, "some": True, "open": True,
    "extends": True, "lines": [], "roles": [], "forms": [], "groups": [],
    "days": [{"id": "7", "label": "7 days"}],
}  # fmt: skip


def dialog() -> Screens:
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(
                T("wave-title", title="title", state="state", until="until"),
                T("wave-listing", when="listing"),
                T(
                    "wave-funnel", planned="planned", unsent="unsent", unreachable="unreachable",
                    unopened="unopened", partial="partial", refused="refused",
                    complete="complete", when="some",
                ),
                T("wave-empty", when=lambda data, *_: not data["some"]),
                T("wave-anonymous", open="anonymous_open", when="anonymous"),
                sep="\n\n",
            ),
            Button(L("wave-results"), id="results", on_click=on_results, when="over"),
            SwitchTo(
                L("wave-to-calls", count="left"), id="calls", state=WaveRoom.calls, when="left"
            ),
            Row(
                Button(L("wave-picture"), id="draw", on_click=_draw, when="some"),
                SwitchTo(L("wave-to-parts"), id="parts", state=WaveRoom.parts, when="some"),
                SwitchTo(L("wave-to-paper"), id="paper", state=WaveRoom.paper),
            ),
            Row(
                SwitchTo(L("wave-to-extend"), id="extend", state=WaveRoom.extend, when="extends"),
                SwitchTo(L("wave-to-close"), id="close", state=WaveRoom.close, when="open"),
            ),
            back_to(Waves.list),
            menu_button(),
            only_buttons(),
            state=WaveRoom.card,
            getter=get_card,
            preview_data=_PREVIEW,
        ),
        Window(
            Multi(
                T("wave-parts", title="title"),
                Multi(T("wave-by-role"), Lines("roles")),
                Multi(T("wave-by-form"), Lines("forms")),
                Multi(
                    T("wave-by-group"),
                    Lines("groups"),
                    T("wave-more", count="more", when="more"),
                ),
                T("wave-parts-how"),
                sep="\n\n",
            ),
            _back(),
            menu_button(),
            only_buttons(),
            state=WaveRoom.parts,
            getter=get_parts,
            preview_data=_PREVIEW,
        ),
        Window(
            Multi(
                T("wave-calls", title="title", count="count", until="until"),
                Lines("lines", when="lines"),
                sep="\n\n",
            ),
            pager(),
            _back(),
            menu_button(),
            only_buttons(),
            state=WaveRoom.calls,
            getter=get_calls,
            preview_data=_PREVIEW,
        ),
        Window(
            Multi(
                T("wave-paper", title="title"),
                T("wave-paper-anonymous", when="anonymous"),
                Multi(T("wave-paper-entered"), Lines("lines"), when="some"),
                sep="\n\n",
            ),
            Row(
                Button(L("wave-form-ru"), id="form_ru", on_click=_form_ru),
                Button(L("wave-form-en"), id="form_en", on_click=_form_en),
            ),
            Button(
                L("wave-enter"), id="enter", on_click=leads_to(Speaking.list), when="open"
            ),
            pager(),
            _back(),
            menu_button(),
            only_buttons(),
            state=WaveRoom.paper,
            getter=get_paper,
            preview_data=_PREVIEW,
        ),
        Window(
            T("wave-extend", title="title", until="until", left="left"),
            Grid("d", "days", _extend),
            _back(),
            menu_button(),
            only_buttons(),
            state=WaveRoom.extend,
            getter=get_extend,
            preview_data=_PREVIEW,
        ),
        Window(
            T("wave-close", title="title", left="left"),
            Button(L("wave-close-yes"), id="yes", on_click=_close),
            _back(),
            menu_button(),
            only_buttons(),
            state=WaveRoom.close,
            getter=get_extend,
            preview_data=_PREVIEW,
        ),
    )

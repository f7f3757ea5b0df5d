"""Orders, agreements, letters of thanks and consents as files; templates of the organisation."""

from collections.abc import Container
from io import BytesIO
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents import paper_pairs
from bot.dialogs.documents.document_states import Documents, Papers
from bot.dialogs.documents.paper_pairs import PAIR, pair_of
from bot.dialogs.documents.paper_words import (
    by_name,
    named_fields,
    our_paper,
    rows_of,
    sheets_of,
    title_of,
    values_of,
)
from bot.dialogs.documents.sending import send_paper
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import to_first_page
from bot.dialogs.parts.screens import Hands, Screens, begun_with, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent, send_file, worker_of
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.parts.typed import hint, only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Pairs
from bot.domain.access import May
from bot.domain.errors import Gone, NobodyToAssign
from bot.domain.own_templates import MEGABYTES, Fault, TemplateFields, TemplateTrouble
from bot.domain.papers import (
    CERTIFICATES,
    HANDED_OUT,
    OWN_FIELDS,
    PROGRAMME_FIELDS,
    ROW_FIELDS,
    PaperKind,
)
from bot.domain.spoken import Day
from bot.domain.template_errors import TemplateTooBig
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import check_own_template, draw_certificates, fill_own_template
from bot.reports.paper import PaperFormat
from bot.texts import L, T
from bot.usecases.documents import own_templates, papers
from bot.usecases.documents.own_templates import Versions
from bot.usecases.documents.papers import PaperFacts
from bot.usecases.matching import orders as matching_orders
from bot.usecases.matching.orders import OrderFacts

_KIND, _TROUBLES = "paper", "template_troubles"
_VERSIONS = 4  # of earlier ones on the screen


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    handed_out = dialog_manager.current_context().state == Papers.handed_out
    shelf = [kind for kind in PaperKind if (kind in HANDED_OUT) == handed_out]
    return {"kinds": [button(kind, title_of(hand, kind)) for kind in shelf]}


async def _on_kind(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(PaperKind):
        raise Gone
    manager.dialog_data[_KIND] = pressed
    manager.dialog_data.pop(PAIR, None)
    await manager.switch_to(Papers.card)


async def _on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the shelf the paper is from; or to the card of the pair that led here."""
    pair_id = begun_with(manager).get(PAIR)
    if pair_id is not None:
        about = {"pair_id": pair_id, "programme_id": str(programme_of(manager))}
        await manager.start(
            Pairs.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
        )
        return
    handed_out = _kind(manager) in HANDED_OUT
    await manager.switch_to(Papers.handed_out if handed_out else Papers.list)


def _kind(manager: DialogManager) -> PaperKind:
    raw = manager.dialog_data.get(_KIND) or begun_with(manager).get(_KIND)
    if raw not in list(PaperKind):
        raise Gone
    return PaperKind(raw)


async def _facts(manager: DialogManager) -> tuple[PaperFacts, OrderFacts | None]:
    hand, kind = hands(manager), _kind(manager)
    programme_id = programme_of(manager)
    order = None
    if kind is PaperKind.PAIRS:
        order = await matching_orders.facts(hand.db, hand.actor, programme_id=programme_id)
    found = await papers.facts(
        hand.db,
        hand.actor,
        programme_id=programme_id,
        kind=kind,
        profile=hand.profile,
        pair_id=pair_of(manager),
    )
    return found, order


async def _versions(manager: DialogManager) -> Versions:
    hand = hands(manager)
    return await own_templates.versions(
        hand.db, hand.actor, programme_id=programme_of(manager), kind=_kind(manager)
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, kind = hands(dialog_manager), _kind(dialog_manager)
    found, order = await _facts(dialog_manager)
    known = await _versions(dialog_manager)
    own = known.in_force
    copies = len(order.lines) if order else found.copies(kind)
    alone = pair_of(dialog_manager) is not None
    pairs = [(one.mentee, one.mentor) for one in found.agreements] if alone else []
    return {
        "title": title_of(hand, kind),
        "kind": kind,
        "shared": copies > 0 and not alone,
        "alone": alone,
        "mentee": pairs[0][0] if pairs else "",
        "mentor": pairs[0][1] if pairs else "",
        "by_pair": kind is PaperKind.AGREEMENT and PAIR not in begun_with(dialog_manager)
        and (copies > 1 or alone),
        "n": copies,
        "some": copies > 0,
        "none": copies == 0,
        "own": own is not None,
        "ours": own is None and copies > 0,
        "number": own.number if own else 0,
        "on": Day(own.on, known.today) if own else None,
        "may_change": known.may_change,
    }


async def on_file(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    as_, kind = PaperFormat(str(pressed.widget_id)), _kind(manager)
    sent = f"{kind}-{as_}-{pair_of(manager)}"
    if just_sent(manager, sent):
        return
    hand = hands(manager)
    found, order = await _facts(manager)
    if order is not None and not order.lines:
        raise NobodyToAssign
    name = title_of(hand, kind)
    content = None
    if as_ is PaperFormat.DOCX:
        content = await own_templates.in_force(
            hand.db, hand.actor, programme_id=programme_of(manager), kind=kind
        )
    if content is not None:
        made = await worker_of(manager).run(
            fill_own_template,
            content,
            [by_name(hand, one) for one in values_of(hand, kind, found, order)],
            [by_name(hand, one) for one in rows_of(hand, order)],
        )
        await send_file(manager, f"{name}.{as_}", made, name)
    elif kind in CERTIFICATES and as_ is PaperFormat.PDF:
        if not found.copies(kind):
            raise Gone
        made = await worker_of(manager).run(draw_certificates, sheets_of(hand, found))
        await send_file(manager, f"{name}.{as_}", made, name)
    else:
        paper = our_paper(hand, kind, found, order)
        await send_paper(manager, paper, as_, name=name, caption=name)
    note_sent(manager, sent)


async def get_template(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, kind = hands(dialog_manager), _kind(dialog_manager)
    known, fields = await _versions(dialog_manager), own_templates.fields_of(kind)
    return {
        "title": title_of(hand, kind),
        "fields": _named(hand, kind, fields.shared | fields.own),
        "row": _named(hand, kind, fields.row),
        "rows": bool(fields.row),
        "megabytes": MEGABYTES,
        "own": known.in_force is not None,
        "versions": [
            button(
                pack(one.template_id),
                worded(
                    hand,
                    "papers-version",
                    number=one.number,
                    on=Day(one.on, known.today),
                    name=one.name,
                    now=one.in_force,
                ),
            )
            for one in known.versions[:_VERSIONS]
        ],
    }


def _named(hand: Hands, kind: PaperKind, keys: Container[str]) -> str:
    """Fields as they are written into a template, in the order of the table."""
    known = (*PROGRAMME_FIELDS, *OWN_FIELDS.get(kind, ()), *ROW_FIELDS.get(kind, ()))
    return ", ".join(
        f"[[{worded(hand, f'papers-field-{one}')}]]"
        for one in dict.fromkeys(known)
        if one in keys
    )


async def read_template(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The file is fetched, checked in the worker process, and kept when nothing is wrong."""
    document = message.document
    if document is None:
        await hint(manager, "papers-send-file")
        return
    if (document.file_size or 0) > MEGABYTES * 2**20:
        raise TemplateTooBig(megabytes=MEGABYTES)
    hand, fetched, worker = hands(manager), BytesIO(), worker_of(manager)
    await bot_of(manager).download(document.file_id, fetched)

    async def check(content: bytes, fields: TemplateFields) -> tuple[TemplateTrouble, ...]:
        return await worker.run(check_own_template, content, named_fields(hand, fields))

    troubles = await own_templates.send(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        kind=_kind(manager),
        name=document.file_name or "",
        content=fetched.getvalue(),
        check=check,
    )
    manager.dialog_data[_TROUBLES] = [[one.fault, one.words] for one in troubles]
    await manager.switch_to(Papers.troubles if troubles else Papers.card)


async def get_troubles(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = dialog_manager.dialog_data.get(_TROUBLES, [])
    return {
        "lines": [
            Line(f"papers-fault-{Fault(fault)}", {"words": words}) for fault, words in found
        ]
    }


async def on_give_up(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await own_templates.give_up(
        hand.db, hand.actor, programme_id=programme_of(manager), kind=_kind(manager)
    )
    await manager.switch_to(Papers.card)


async def on_version(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await own_templates.bring_back(hand.db, hand.actor, template_id=unpack_one(item))
    await manager.switch_to(Papers.card)


def dialog() -> Screens:
    back = L("button-back")
    return Screens(
        whoever_may(May.MAKE_DOCUMENTS),
        Window(
            T("papers-title"),
            Grid("kind", "kinds", _on_kind),
            back_to(Documents.home),
            menu_button(),
            only_buttons(),
            state=Papers.list,
            getter=get_list,
        ),
        Window(
            T("papers-handed-out-title"),
            Grid("kind", "kinds", _on_kind),
            back_to(Documents.home),
            menu_button(),
            only_buttons(),
            state=Papers.handed_out,
            getter=get_list,
        ),
        Window(
            Multi(
                T("papers-card", title="title"),
                T("papers-alone", when="alone", mentee="mentee", mentor="mentor"),
                T("papers-copies", when="shared", kind="kind", n="n"),
                T("papers-nobody", when="none", kind="kind"),
                T("papers-own", when="own", number="number", on="on"),
                sep="\n\n",
            ),
            Row(
                Button(L("report-word"), id=PaperFormat.DOCX, on_click=on_file),
                Button(L("report-pdf"), id=PaperFormat.PDF, on_click=on_file, when="ours"),
                when="some",
            ),
            SwitchTo(
                L("papers-go-pair"),
                id="pair",
                state=Papers.which,
                on_click=to_first_page,
                when="by_pair",
            ),
            SwitchTo(
                L("papers-go-template"), id="template", state=Papers.template, when="may_change"
            ),
            Button(back, id="back", on_click=_on_back),
            menu_button(),
            only_buttons(),
            state=Papers.card,
            getter=get_card,
        ),
        paper_pairs.window(),
        Window(
            Multi(
                T("papers-template", title="title", megabytes="megabytes", fields="fields"),
                T("papers-row", fields="row", when="rows"),
                sep="\n\n",
            ),
            MessageInput(read_template),
            Grid("version", "versions", on_version),
            Button(L("papers-give-up"), id="ours", on_click=on_give_up, when="own"),
            SwitchTo(back, id="back", state=Papers.card),
            menu_button(),
            state=Papers.template,
            getter=get_template,
        ),
        Window(
            Multi(T("papers-troubles"), Lines("lines"), sep="\n\n"),
            SwitchTo(L("papers-again"), id="again", state=Papers.template),
            SwitchTo(back, id="back", state=Papers.card),
            menu_button(),
            only_buttons(),
            state=Papers.troubles,
            getter=get_troubles,
        ),
    )

"""A child as the guardian sees it: where things stand, what was agreed to, and ways out."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.consents.personal_copy import send_copy
from bot.dialogs.consents.privacy import sections_of
from bot.dialogs.consents.withdrawal import sure_window
from bot.dialogs.pairs.life_states import PairTalk
from bot.dialogs.pairs.proposal_states import WardProposal
from bot.dialogs.parts.lines import Line, Lines, named
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.subjects import pack, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Consents, Erasure, Wards
from bot.domain.access import May, Role
from bot.domain.pairs import MEETING, PairState
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.consents import privacy, wards
from bot.usecases.consents.wards import WardCard, WardProgramme


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONSENT_FOR_WARD),
        Window(
            Multi(T("wards-title", name="name"), Lines("lines"), sep="\n\n"),
            subject_button(L("wards-proposal"), id="pair", on_click=_proposal, subject="proposal"),
            subject_button(L("wards-talk"), id="talk", on_click=_talk, subject="talk"),
            Button(L("wards-documents"), id="documents", on_click=_documents, when="takes_part"),
            Button(L("privacy-copy"), id="copy", on_click=_copy),
            SwitchTo(
                L("wards-withdraw"), id="withdraw", state=Wards.withdraw, when="takes_part"
            ),
            Button(L("wards-erase"), id="erase", on_click=_erase),
            menu_button(),
            only_buttons(),
            state=Wards.card,
            getter=card,
        ),
        sure_window(
            T("privacy-sure-ward", ward="name"),
            state=Wards.withdraw,
            keep=Wards.card,
            on_yes=_withdraw,
            getter=card,
        ),
        Window(
            T("privacy-withdrawn-ward"),
            menu_button(),
            only_buttons(),
            state=Wards.withdrawn,
        ),
    )


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    seen = await wards.card(
        at_hand.db, at_hand.actor, ward_id=start_id(dialog_manager, "ward_id")
    )
    return {
        "name": named(at_hand, seen.name),
        "takes_part": seen.takes_part,
        "proposal": next((pack(p.proposal) for p in seen.programmes if p.proposal), ""),
        "talk": next((pack(p.pair_id) for p in seen.programmes if p.pair_id), ""),
        "lines": [line for one in seen.programmes for line in _lines(seen, one)],
    }


def _lines(seen: WardCard, one: WardProgramme) -> list[Line]:
    lines = [
        Line("wards-programme", {"programme": one.programme}),
        Line(f"wards-state-{one.state}"),
    ]
    if one.pair is PairState.PAUSED:
        lines.append(Line("wards-paused"))
    elif one.proposal:
        lines.append(Line(f"wards-proposed-{one.role}"))
    elif one.partner:
        lines.append(Line("wards-mentor", {"name": one.partner}))
    elif one.pair in MEETING and one.role is Role.MENTOR:
        lines.append(Line("wards-mentors"))
    if one.next_meeting is not None:
        at = When(one.next_meeting, one.zone, seen.now)
        lines.append(Line("wards-meeting", {"at": at}))
    return lines


async def _proposal(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await manager.start(WardProposal.card, {"pair_id": str(unpack_one(item))})


async def _talk(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await manager.start(PairTalk.home, {"pair_id": str(unpack_one(item))})


async def _documents(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Consents.list, {"person_id": str(start_id(manager, "ward_id"))})


async def _copy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    ward_id = start_id(manager, "ward_id")
    seen = await privacy.known(at_hand.db, at_hand.actor, of=ward_id)
    await send_copy(manager, sections_of(at_hand, seen), ward_id)


async def _erase(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Erasure.ask, {"of": str(start_id(manager, "ward_id"))})


async def _withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    await privacy.withdraw_for_ward(db, actor, ward_id=start_id(manager, "ward_id"))
    await manager.switch_to(Wards.withdrawn)

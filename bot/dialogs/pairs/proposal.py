"""A proposed pair as one side sees it: who, what for, when both are free; yes, no or later."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi, Text

from bot.dialogs.matching.reasons import said
from bot.dialogs.pairs import expecting
from bot.dialogs.pairs.proposal_states import Proposal
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken
from bot.dialogs.parts.questions import answer_words
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id, to_menu
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.states import OfferMeeting
from bot.domain.access import May, Role
from bot.domain.errors import Gone, ReasonMissing
from bot.domain.matching.drafts import TOLD
from bot.domain.pairs import MEETING, PairState
from bot.domain.questionnaires import Questionnaire
from bot.domain.spoken import Listed, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import pairs
from bot.usecases.pairs.pairs import ProposalView

_SLOTS_SHOWN = 4
SayNo = Callable[[DialogManager, str | None], Awaitable[None]]


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ANSWER_PROPOSAL),
        Window(
            Multi(
                T("proposal-{stage}", partner="partner", until="until"),
                Lines("about", when="open"),
                Lines("why", when="why"),
                T("proposal-slots", slots="slots", when="slots"),
                T("proposal-until", until="until", when="open"),
                sep="\n\n",
            ),
            SwitchTo(L("proposal-accept"), id="yes", state=Proposal.expects, when="open"),
            Button(L("proposal-later"), id="later", on_click=to_menu, when="open"),
            SwitchTo(L("proposal-decline"), id="no", state=Proposal.decline, when="open"),
            Button(L("proposal-offer-meeting"), id="offer", on_click=_offer, when="may_offer"),
            menu_button(),
            only_buttons(),
            state=Proposal.card,
            getter=card,
        ),
        expecting.window(_agree),
        decline_window(
            T("proposal-why", partner="partner"),
            state=Proposal.decline,
            back=Proposal.card,
            say_no=_say_no,
            getter=[card, reasons],
        ),
        Window(
            T("proposal-{stage}", partner="partner", until="until"),
            Button(L("proposal-offer-meeting"), id="offer", on_click=_offer, when="may_offer"),
            menu_button(),
            only_buttons(),
            state=Proposal.answered,
            getter=card,
        ),
    )


def decline_window(
    head: Text, *, state: State, back: State, say_no: SayNo, getter: Any
) -> Window:
    """Why not: a reason of the profile, none at all, or words; the `getter` gives `reasons`."""

    async def on_reason(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
        if reason not in {one.key for one in hands(manager).profile.proposal_declines}:
            raise Gone
        await say_no(manager, reason)

    async def on_silence(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await say_no(manager, None)

    async def on_words(manager: DialogManager, raw: str) -> None:
        if not raw.strip():
            raise ReasonMissing
        await say_no(manager, raw)

    return Window(
        head,
        Grid("why", "reasons", on_reason),
        Button(L("proposal-no-reason"), id="silent", on_click=on_silence),
        SwitchTo(L("button-back"), id="back", state=back),
        typed(on_words),
        state=state,
        getter=getter,
    )


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    view = await pairs.proposal(at_hand.db, at_hand.actor, pair_id=_pair(dialog_manager))
    is_open = view.state is PairState.PROPOSED and view.my_answer is None
    return {
        "stage": _stage(view, is_open=is_open),
        "partner": view.partner,
        "until": When(view.expires_at, view.zone, view.now),
        "open": is_open,
        "about": about_lines(at_hand, view.about, view.questionnaire),
        "why": why_lines(at_hand, view.why) if is_open else [],
        "slots": slot_words(at_hand, view.shared_slots) if is_open else None,
        "may_offer": view.state in MEETING and view.side is Role.MENTOR,
    }


def _stage(view: ProposalView, *, is_open: bool) -> str:
    """Which text says how things stand."""
    if is_open:
        return f"found-{view.side}"
    if view.state is PairState.PROPOSED:
        return "waits"
    if view.state in MEETING:
        return f"active-{view.side}"
    if view.state in (PairState.PAUSED, PairState.ACCEPTED):
        return str(view.state)
    return "declined" if view.my_answer is False else "over"


def about_lines(
    at_hand: Hands, about: Iterable[tuple[str, Any]], questionnaire: Questionnaire | None
) -> list[Line]:
    """What the other side wrote, each under a short heading of ours."""
    lines = []
    for key, value in about:
        item = questionnaire.item(key) if questionnaire else None
        if item is not None:
            lines.append(
                Line(f"proposal-about-{key}", {"answer": answer_words(at_hand, item, value)})
            )
    return lines


def why_lines(at_hand: Hands, why: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Why the two fit, as both may read it; what only the curator weighs is not told."""
    told = said(at_hand, [one for one in why if one["key"] in TOLD])
    lines = [Line("proposal-fits", {"words": one}) for one in told]
    return [Line("proposal-fits-title"), *lines] if lines else []


def slot_words(at_hand: Hands, slots: Collection[str]) -> Listed | None:
    """The first times that suit both, in the order of the week."""
    catalogue = at_hand.profile.catalogues["slots"]
    found = tuple(option.label for option in catalogue if option.value in slots)
    return Listed(found[:_SLOTS_SHOWN]) if found else None


async def reasons(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    view = await pairs.proposal(at_hand.db, at_hand.actor, pair_id=_pair(dialog_manager))
    return {"reasons": reason_buttons(at_hand, view.side)}


def reason_buttons(at_hand: Hands, side: Role) -> list[dict[str, str]]:
    """Why somebody may say no."""
    known = at_hand.profile.proposal_declines_of(side)
    return [button(one.key, spoken(at_hand, one.label)) for one in known]


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def _agree(manager: DialogManager, expects: dict[str, str]) -> None:
    await _answer(manager, accepts=True, expects=expects)


async def _say_no(manager: DialogManager, reason: str | None) -> None:
    await _answer(manager, accepts=False, reason=reason)


async def _answer(
    manager: DialogManager,
    *,
    accepts: bool,
    reason: str | None = None,
    expects: dict[str, str] | None = None,
) -> None:
    at_hand = hands(manager)
    await pairs.answer(
        at_hand.db,
        at_hand.actor,
        pair_id=_pair(manager),
        accepts=accepts,
        reason=reason,
        expects=expects,
        profile=at_hand.profile,
    )
    await manager.switch_to(Proposal.answered)


async def _offer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(_pair(manager))}
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)

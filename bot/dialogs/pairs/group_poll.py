"""A time for the whole group: the mentor sends the times at once, each mentee ticks what suits.

The times are chosen on the screens of an ordinary offer. A mentee's ticks are kept in the dialog
until they are sent.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import for_whom, whose_or_own
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.offer_parts import pair_of, places_of, time_lines
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Screens, back_button, begun_with, hands, menu_button, start_id
from bot.dialogs.parts.subjects import shown_id
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.group_polls import PollState
from bot.domain.meeting_places import is_link
from bot.domain.meetings import IN_PERSON, ONLINE
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import group_poll_views, group_polls, meetings
from bot.usecases.pairs.group_poll_views import Asked, Group

_POLL = "poll_id"
_TICKS = "ticks"


def dialog() -> Screens:
    return Screens(
        whoever_may(May.OFFER_MEETING, May.PICK_MEETING, May.ENTER_PARTICIPANTS),
        Window(
            Multi(
                T("poll-place", mentees="mentees"),
                Lines("chosen"),
                T("meeting-offer-guarded", when="guarded"),
                T("meeting-offer-type-place", when="free"),
                sep="\n\n",
            ),
            Grid("p", "places", _send),
            back_button(),
            typed(_send_where),
            state=GroupPoll.place,
            getter=place,
        ),
        Window(
            Multi(
                T("poll-card-{state}", at="at", until="until"),
                T("poll-answered", answered="answered", mentees="mentees", quorum="quorum"),
                Lines("votes"),
                sep="\n\n",
            ),
            SwitchTo(L("poll-call-off"), id="off", state=GroupPoll.call_off, when="open"),
            menu_button(),
            only_buttons(),
            state=GroupPoll.card,
            getter=card,
        ),
        Window(
            T("poll-call-off-sure", answered="answered"),
            Button(L("poll-call-off-yes"), id="yes", on_click=_call_off),
            SwitchTo(L("button-back"), id="no", state=GroupPoll.card),
            menu_button(),
            only_buttons(),
            state=GroupPoll.call_off,
            getter=card,
        ),
        Window(
            Multi(
                T(
                    "poll-tick",
                    theirs="theirs", name="name", mentor="mentor", place="place", until="until",
                    when="open",
                ),
                T("poll-over-{how}", at="at", when="how"),
                Lines("taken", when="taken"),
                sep="\n\n",
            ),
            Grid("t", "times", _toggle, when="open"),
            Button(L("poll-send", ticks="ticks"), id="send", on_click=_answer, when="open"),
            menu_button(),
            only_buttons(),
            state=GroupPoll.tick,
            getter=tick,
        ),
        Window(
            Multi(
                T(
                    "poll-ticked",
                    theirs="theirs", name="name", mentor="mentor", ticks="ticks",
                    when="open",
                ),
                T("poll-over-{how}", at="at", when="how"),
                Lines("chosen", when="open"),
                sep="\n\n",
            ),
            SwitchTo(L("poll-change"), id="change", state=GroupPoll.tick, when="open"),
            menu_button(),
            only_buttons(),
            state=GroupPoll.ticked,
            getter=tick,
        ),
    )


def _times(manager: DialogManager) -> list[datetime]:
    return [datetime.fromisoformat(at) for at in str(begun_with(manager)["times"]).split()]


async def _group(manager: DialogManager) -> Group:
    db, actor, *_rest = hands(manager)
    return await group_poll_views.group(db, actor, pair_id=pair_of(manager))


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    group = await _group(dialog_manager)
    offered = places_of(hands(dialog_manager), guarded=group.guarded)
    return {
        "mentees": group.mentees,
        "guarded": group.guarded,
        "free": not group.guarded,
        "chosen": time_lines(_times(dialog_manager), group.zone, group.now),
        "places": [button(one, label) for one, label in offered],
    }


async def _send(_: CallbackQuery, __: Any, manager: DialogManager, where: str) -> None:
    at_hand, group = hands(manager), await _group(manager)
    if where not in {one for one, _label in places_of(at_hand, guarded=group.guarded)}:
        raise Gone
    await _offer(manager, where)


async def _send_where(manager: DialogManager, raw: str) -> None:
    """A link means online, anything else is a place."""
    if (await _group(manager)).guarded:
        await hint(manager, "typed-use-buttons")
        return
    await _offer(manager, ONLINE if is_link(raw) else IN_PERSON, raw)


async def _call_off(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await group_polls.call_off(hand.db, hand.actor, poll_id=shown_id(manager, _POLL))
    await manager.switch_to(GroupPoll.card)


async def _offer(manager: DialogManager, place: str, where: str | None = None) -> None:
    db, actor, *_rest = hands(manager)
    poll_id = await group_polls.offer(
        db, actor, pair_id=pair_of(manager), times=_times(manager), place=place, where=where
    )
    manager.dialog_data[_POLL] = str(poll_id)
    await manager.switch_to(GroupPoll.card)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await group_poll_views.counted(
        hand.db, hand.actor, poll_id=shown_id(dialog_manager, _POLL), profile=hand.profile
    )
    return {
        "state": str(seen.state),
        "open": seen.state is PollState.OPEN,
        "at": When(seen.at or seen.now, seen.zone, seen.now),
        "until": When(seen.ends_at, seen.zone, seen.now),
        "answered": seen.answered,
        "mentees": seen.mentees,
        "quorum": seen.quorum,
        "votes": [
            Line("poll-votes", {"at": When(at, seen.zone, seen.now), "votes": votes})
            for at, votes in seen.votes
        ],
    }


def _poll_of(manager: DialogManager) -> UUID:
    return start_id(manager, _POLL)


async def _seen(manager: DialogManager) -> Asked:
    db, actor, *_rest = hands(manager)
    return await group_poll_views.asked(
        db, actor, poll_id=_poll_of(manager), speaking_for=whose_or_own(manager)
    )


def _ticks(manager: DialogManager, seen: Asked) -> set[datetime]:
    """As tapped here, or as sent before."""
    kept = manager.dialog_data.get(_TICKS)
    if kept is None:
        return set(seen.ticked)
    return {datetime.fromisoformat(at) for at in kept}


def _how(seen: Asked) -> str | None:
    """What became of a poll that is over."""
    if seen.open:
        return None
    return str(PollState.AGREED if seen.at is not None else "ended")


async def tick(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _seen(dialog_manager)
    ticks = _ticks(dialog_manager, seen) - seen.taken
    free = [at for at in seen.times if at not in seen.taken]
    return {
        "mentor": seen.mentor,
        **for_whom(seen.name),
        "place": seen.where or worded(at_hand, f"place-{seen.place}"),
        "until": When(seen.ends_at, seen.zone, seen.now),
        "open": seen.open,
        "how": _how(seen),
        "at": When(seen.at or seen.now, seen.zone, seen.now),
        "taken": [
            Line("poll-taken", {"at": When(at, seen.zone, seen.now), **for_whom(seen.name)})
            for at in sorted(seen.taken)
            if seen.open
        ],
        "times": [
            button(
                str(int(at.timestamp())),
                f"{'☑' if at in ticks else '☐'} {spoken(at_hand, When(at, seen.zone, seen.now))}",
            )
            for at in free
        ],
        "ticks": len(ticks),
        "chosen": time_lines(sorted(ticks), seen.zone, seen.now),
    }


async def _toggle(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    seen, at = await _seen(manager), meetings.utc_of(pressed)
    if at not in seen.times:
        raise Gone
    ticks = _ticks(manager, seen) ^ {at}
    manager.dialog_data[_TICKS] = [one.isoformat() for one in sorted(ticks)]


async def _answer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand, seen = hands(manager), await _seen(manager)
    await group_polls.answer(
        hand.db,
        hand.actor,
        poll_id=_poll_of(manager),
        times=_ticks(manager, seen) - seen.taken,
        profile=hand.profile,
        speaking_for=whose_or_own(manager),
    )
    await manager.switch_to(GroupPoll.ticked)

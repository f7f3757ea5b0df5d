"""The buttons of the digest: a line opens its own buttons, and what is done is shown at once.

All of it happens in the digest's message: its caption and buttons are made anew from what is so
now. Nothing is kept beside the message but its own date.
"""

from datetime import timedelta

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs.monitoring.digest_shown import Shown, show_digest, show_item
from bot.dialogs.pairs.snooze_states import Snooze
from bot.dialogs.parts.screens import hands, open_anew
from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.pair_marks import SNOOZES, Done
from bot.messenger.acts import Act
from bot.messenger.digest_item_view import WHY, item_message
from bot.messenger.digest_waits_view import REMIND, documents_message
from bot.usecases.applications import ending
from bot.usecases.pairs import marks, nudges

_SIDES = {
    "mentee": frozenset({Role.MENTEE}),
    "mentor": frozenset({Role.MENTOR}),
    "both": marks.BOTH,
}


async def pair(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """A line of the digest opens: why it is there, and what can be done."""
    h = hands(manager)
    item = await marks.item(h.db, h.actor, pair_id=act.subject, profile=h.profile)
    opened = item_message(
        h.texts, h.reader.locale, h.reader.tone, item, asks_why=act.value == WHY
    )
    await show_item(manager, _shown(query), item.programme_id, opened)


async def documents(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """What of a mentor ends soon; with the value of its button the mentor is reminded first."""
    h = hands(manager)
    if act.value == REMIND:
        await ending.remind(h.db, h.actor, participation_id=act.subject, profile=h.profile)
    item = await ending.item(h.db, h.actor, participation_id=act.subject, profile=h.profile)
    opened = documents_message(h.texts, h.reader.locale, h.reader.tone, item)
    await show_item(manager, _shown(query), item.programme_id, opened)


async def back(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    await show_digest(manager, _shown(query), act.subject)


async def did(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """Note it, and show the digest with what was done."""
    h = hands(manager)
    word, _, more = act.value.partition(".")
    if word not in list(Done):
        raise Gone
    what = Done(word)
    item = await marks.item(h.db, h.actor, pair_id=act.subject, profile=h.profile)
    if what is Done.CALLED and more not in _SIDES:
        raise Gone
    if what is Done.SNOOZED and more not in {str(days) for days in SNOOZES}:
        raise Gone
    if what is Done.NUDGED:
        await nudges.nudge(h.db, h.actor, pair_id=act.subject)
    await marks.mark(
        h.db,
        h.actor,
        pair_id=act.subject,
        what=what,
        profile=h.profile,
        day=item.today + timedelta(days=int(more)) if what is Done.SNOOZED else None,
        reason=more if what is Done.FINE else None,
        sides=_SIDES[more] if what is Done.CALLED else frozenset(),
    )
    await show_digest(manager, _shown(query), item.programme_id)


async def until(query: CallbackQuery, act: Act, manager: DialogManager) -> None:
    """Ask for the day on a screen of its own; the digest's message is kept in mind."""
    h = hands(manager)
    item = await marks.item(h.db, h.actor, pair_id=act.subject, profile=h.profile)
    about = {"pair_id": str(act.subject), "programme_id": str(item.programme_id)}
    await open_anew(manager, Snooze.day, about | _shown(query).dump())


def _shown(query: CallbackQuery) -> Shown:
    """Raises `Gone` for a press that came with no message, as from an inline result."""
    if query.message is None:
        raise Gone
    return Shown.of(query.message)

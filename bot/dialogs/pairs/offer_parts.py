"""What the screens of an offer share: the pair, the times chosen so far, what they are for."""

from datetime import datetime
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.bases.spoken_for import whose_or_own
from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands, hands, start_id
from bot.domain.meetings import GUARDED_PLACES
from bot.domain.spoken import When
from bot.usecases.pairs import meeting_hours
from bot.usecases.pairs.meeting_hours import Suggestions

SENT = "meeting_id"  # the meeting, when its times have been sent


def pair_of(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def near_times(manager: DialogManager) -> Suggestions:
    db, actor, *_rest = hands(manager)
    return await meeting_hours.suggestions(
        db, actor, pair_id=pair_of(manager), speaking_for=whose_or_own(manager)
    )


def chosen_times(manager: DialogManager) -> list[datetime]:
    return [datetime.fromisoformat(at) for at in manager.dialog_data.get("times", [])]


def time_lines(times_: list[datetime], zone: str, now: datetime) -> list[Line]:
    return [Line("meeting-offer-time", {"at": When(at, zone, now)}) for at in times_]


def places_of(at_hand: Hands, *, guarded: bool) -> list[tuple[str, str]]:
    """Where they may meet, as buttons: how it is kept, and in words."""
    if guarded:
        return [(one, worded(at_hand, f"place-{one}").capitalize()) for one in GUARDED_PLACES]
    formats = at_hand.profile.catalogues["formats"]
    return [(one.value, spoken(at_hand, one.label)) for one in formats]


def what_for(manager: DialogManager) -> str:
    """A first offer, other times for one, or a meeting that moves: it says which."""
    data = manager.start_data
    if not isinstance(data, dict) or "meeting_id" not in data:
        return "new"
    return "move" if data.get("moves") else "counter"

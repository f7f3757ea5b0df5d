"""Results that were reckoned once and are looked at screen by screen.

They are reckoned in the worker process from a closed wave, and kept a few minutes: somebody who
erases their answers is gone from them soon.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import begun_with, hands
from bot.dialogs.parts.sending import worker_of
from bot.domain.errors import Gone
from bot.domain.results import BeforeAfter, WaveResults
from bot.reports.before_after import before_after
from bot.reports.wave_results import wave_results
from bot.usecases.monitoring import results
from bot.usecases.monitoring.results import Head

MOST, LONGEST = 8, timedelta(minutes=10)
_kept: OrderedDict[tuple[UUID, ...], tuple[datetime, Any]] = OrderedDict()


WAVE = "results_of"  # the wave chosen here
BEFORE = "before_id"  # the one it is compared with


def wave_of(manager: DialogManager) -> UUID:
    """The wave on the screen: chosen here, or the one whose card led here."""
    chosen = manager.dialog_data.get(WAVE) or begun_with(manager).get("wave_id")
    if chosen is None:
        raise Gone
    return UUID(str(chosen))


async def results_of(manager: DialogManager, wave_id: UUID) -> tuple[Head, WaveResults]:
    """The right to see them is asked for each time."""
    hand = hands(manager)
    known = _find((wave_id,), hand.db.clock())
    if known is not None:
        return await results.head(hand.db, hand.actor, wave_id=wave_id), known
    head, pages = await results.answers(hand.db, hand.actor, wave_id=wave_id)
    found = await worker_of(manager).run(wave_results, pages)
    _keep((wave_id,), hand.db.clock(), found)
    return head, found


async def change_of(
    manager: DialogManager, wave_id: UUID, before_id: UUID
) -> tuple[Head, BeforeAfter]:
    hand, key = hands(manager), (before_id, wave_id)
    known = _find(key, hand.db.clock())
    if known is not None:
        return await results.head(hand.db, hand.actor, wave_id=wave_id), known
    _, head, first, then = await results.twice(
        hand.db, hand.actor, wave_id=wave_id, before_id=before_id
    )
    found = await worker_of(manager).run(before_after, first, then)
    _keep(key, hand.db.clock(), found)
    return head, found


async def change_on_screen(manager: DialogManager) -> tuple[Head, BeforeAfter]:
    """Raises `Gone` where no wave to compare with was chosen."""
    if BEFORE not in manager.dialog_data:
        raise Gone
    before = UUID(str(manager.dialog_data[BEFORE]))
    return await change_of(manager, wave_of(manager), before)


def _find(key: tuple[UUID, ...], now: datetime) -> Any:
    at, found = _kept.get(key, (None, None))
    return found if at is not None and now - at < LONGEST else None


def _keep(key: tuple[UUID, ...], now: datetime, found: Any) -> None:
    _kept[key] = (now, found)
    _kept.move_to_end(key)
    while len(_kept) > MOST:
        _kept.popitem(last=False)

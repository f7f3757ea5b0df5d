"""The curator looks what helps pairs live, and decides herself what matching weighs."""

from dataclasses import fields
from datetime import timedelta
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.pair_states import PairState
from bot.domain.pairs import Pair
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes, goes_on_below
from tests.town import House


async def at_what_helps(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.waits_for("📊 Мониторинг")
    await anna.clicks("Что помогает парам")
    await anna.waits_for("🌱 Что помогает парам")


async def lived(house: House, pair_id: UUID, number: int) -> None:
    """So many pairs like this one, a year old: those without a shared hour fell apart soon."""
    async with house.stage.parts.db.transaction() as tx:
        like = await tx.get(Pair, pair_id)
        began = tx.now - timedelta(days=200)
        for n in range(number):
            shared, ends = n % 2 == 0, n % 2 == 1 or n % 10 == 0
            known = {one.name: getattr(like, one.name) for one in fields(Pair)}
            changed = {
                "id": new_id(),
                "score": 60 + n % 7,
                "reasons": [{"key": "reason-slot", "args": {}}] if shared else [],
                "active_since": began,
                "state": PairState.DISSOLVED if ends else PairState.ACTIVE,
                "reason": "not-a-match" if ends else None,
                "ended_at": began + timedelta(days=20 + 3 * n) if ends else None,
            }
            tx.add(Pair(**(known | changed)))


async def test_a_shared_hour_helps_and_the_curator_decides_herself(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    pair_id = await house.pair(DIMA, IGOR)
    await at_what_helps(anna)
    assert "Искать, что помогает парам, пока рано." in anna.sees
    assert "Пар — меньше пяти, а нужно не меньше 10" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("📊 Мониторинг")

    await lived(house, pair_id, 60)
    await at_what_helps(anna)
    assert "Общее время: такие пары распадаются реже, в" in anna.sees
    assert "Связь — ещё не причина" in anna.sees
    assert "Спустя 3 месяца вместе" in anna.sees
    assert "В подборе «Общее время» сейчас — «важно». Можно попробовать" in anna.sees
    await anna.clicks("Что проверено")
    await anna.waits_for("Каждый признак — отдельно")
    assert "Балл подбора, на каждые 10 больше: распадаются — × " in anna.sees
    await anna.clicks("Назад")
    await anna.clicks("Картинкой")
    await anna.waits_for("Сколько пар продолжают встречаться · Колледж №1")
    await goes_on_below(anna, "Связь — ещё не причина")
    await at_what_helps(anna)
    await anna.clicks("Настройки подбора")
    await anna.waits_for("Настройки подбора")
    # nothing was weighed anew by itself
    assert "Общее время" not in anna.sees

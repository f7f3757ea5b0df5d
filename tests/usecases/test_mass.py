"""One thing done about many pairs at once: who is left out, pressed twice it is one, and undone."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from bot.domain.broadcasts import Segment
from bot.domain.errors import Gone, NotAllowed
from bot.domain.health import Alert, Light
from bot.domain.mass_acts import (
    HELD_FOR,
    UNDO_FOR,
    Hands,
    LeftOut,
    MassWhat,
    NothingToDo,
    PairFilter,
    TooLate,
)
from bot.domain.moments import local
from bot.domain.notices import NoticeState
from bot.domain.pair_marks import Done
from bot.domain.pairs import Pair
from bot.domain.plan_errors import DayIsOver
from bot.storage.tables import mass_lines, notices, pair_marks
from bot.usecases.desk import broadcasts, finding, history, mass, mass_undo
from bot.usecases.desk.mass_weighing import MassOrder, Weighed
from bot.usecases.pairs import marks, pausing
from tests.usecases.test_caseloads import Two
from tests.usecases.test_queries import counted, crowd
from tests.village import ZONE, Curator, Village

REMIND = MassOrder(MassWhat.REMIND)
TALK = MassOrder(MassWhat.TALK, sides=marks.BOTH)


@pytest.fixture
async def two(village: Village) -> Two:
    return await Two(village, await village.curator()).begins()


@pytest.fixture
async def light(sqlite_village: Village) -> Two:
    """On SQLite alone, where the kind of database makes no difference."""
    return await Two(sqlite_village, await sqlite_village.curator()).begins()


class Desk:
    """What one of the team does about many pairs."""

    def __init__(self, village: Village, anna: Curator, who: int | Curator | None = None) -> None:
        self.village, self.anna, self.who = village, anna, who or anna

    async def _where(self, pair_ids: Any, order: MassOrder) -> dict[str, Any]:
        return {
            "programme_id": self.anna.programme_id, "pair_ids": list(pair_ids), "order": order,
            "profile": self.village.profile,
        }  # fmt: skip

    async def looks(self, pair_ids: Any, order: MassOrder) -> Weighed:
        actor = await self.village.actor(self.who)
        return await mass.preview(self.village.db, actor, **await self._where(pair_ids, order))

    async def does(self, pair_ids: Any, order: MassOrder, act_id: UUID | None = None) -> UUID:
        actor, act_id = await self.village.actor(self.who), act_id or uuid4()
        where = await self._where(pair_ids, order)
        await mass.act(self.village.db, actor, act_id=act_id, **where)
        return act_id

    async def undoes(self, act_id: UUID) -> mass_undo.MassResult:
        actor = await self.village.actor(self.who)
        await mass_undo.undo(self.village.db, actor, act_id=act_id)
        return await mass_undo.result(self.village.db, actor, act_id=act_id)

    async def chooses(self, **wanted: Any) -> set[UUID]:
        found = await mass.choosable(
            self.village.db, await self.village.actor(self.who),
            programme_id=self.anna.programme_id, profile=self.village.profile,
            wanted=PairFilter.load(PairFilter(**wanted).dump()),
        )  # fmt: skip
        return {line.pair_id for line in found.lines}

    async def past(self, pair_id: UUID) -> list[str]:
        actor = await self.village.actor(self.who)
        found = await history.of_pair(self.village.db, actor, pair_id=pair_id)
        return [one.key for one in found.happenings]

    async def nudges(self) -> list[tuple[UUID, NoticeState]]:
        return [(one.subject, one.state) for one in await self.village.notices("pair-nudge")]

    async def marked(self) -> int:
        async with self.village.db.statements() as connection:
            found: int = await connection.scalar(select(func.count()).select_from(pair_marks)) or 0
            return found


async def test_both_are_reminded_once_and_called_back_as_long_as_nothing_has_left(
    two: Two,
) -> None:
    village, (first, second) = two.village, two.pairs
    desk = Desk(village, two.anna)
    village.later(days=15)
    await pausing.pause(
        village.db, await village.actor(two.anna), pair_id=second,
        until=local(village.wall(), ZONE).date() + timedelta(days=3),
    )  # fmt: skip
    seen = await desk.looks([first, second], REMIND)
    assert (len(seen.pairs), seen.letters, seen.reasons) == (1, 2, {LeftOut.RESTS: [second]})
    act_id = await desk.does([first, second], REMIND)
    await desk.does([first, second], REMIND, act_id)  # a double tap
    assert await desk.nudges() == [(first, NoticeState.PLANNED)] * 2
    [due] = {one.due_at for one in await village.notices("pair-nudge")}
    assert due == village.wall() + HELD_FOR
    with pytest.raises(NothingToDo):  # both were reminded lately, or rest
        await desk.does([first, second], REMIND)
    assert "past-mass-remind" in await desk.past(first)
    assert "past-mark-nudged" not in await desk.past(first), "told once"
    assert "past-mass-remind" not in await desk.past(second)
    for _ in range(2):
        result = await desk.undoes(act_id)
        assert (result.act.called_back, result.sent, result.may_undo) == (2, (), False)
    assert await desk.nudges() == []
    assert await desk.marked() == 0
    assert "past-mass-undone-fully" in await desk.past(first)
    assert (await desk.looks([first], REMIND)).letters == 2, "as if nothing had been"


async def test_a_letter_that_has_left_is_said_and_its_mark_stays(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk = Desk(village, light.anna)
    act_id = await desk.does([first, second], REMIND)
    async with village.db.statements() as connection:
        await connection.execute(
            update(notices)
            .where(notices.c.subject == first, notices.c.kind == "pair-nudge")
            .values(state=NoticeState.SENT, settled_at=village.wall())
        )
    seen = await desk.looks([first], replace(TALK))
    assert seen.letters == 0
    result = await desk.undoes(act_id)
    assert result.act.called_back == 2
    assert result.sent == ("Дима — Игорь",)
    assert await desk.nudges() == [], "what had not left does not leave"
    assert await desk.marked() == 1
    assert "past-mass-undone-sent" in await desk.past(first)
    assert "past-mass-undone-fully" in await desk.past(second)
    village.later(days=1)
    third = await desk.looks([second], REMIND)
    assert third.tomorrow == 0


async def test_who_has_had_todays_message_is_counted(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk = Desk(village, light.anna)
    await desk.does([first], REMIND)
    async with village.db.statements() as connection:
        await connection.execute(
            update(notices)
            .where(notices.c.kind == "pair-nudge")
            .values(state=NoticeState.SENT, settled_at=village.wall(), subject=second)
        )
    village.later(hours=1)
    assert (await desk.looks([first], REMIND)).tomorrow == 2
    assert (await desk.looks([second], REMIND)).reasons == {LeftOut.LATELY: [second]}


async def test_put_off_until_a_day_and_back_to_what_was_said_before(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk, actor = Desk(village, light.anna), await village.actor(light.anna)
    village.later(days=15)
    today = local(village.wall(), ZONE).date()
    await marks.mark(
        village.db, actor, pair_id=first, what=Done.SNOOZED, profile=village.profile,
        day=today + timedelta(days=3),
    )  # fmt: skip
    village.later(minutes=1)
    later = MassOrder(MassWhat.SNOOZE, until=today + timedelta(days=14))
    act_id = await desk.does([first, second], later)
    async with village.db.reading() as tx:
        known = await tx.mass_acts.marks_of_day(
            [first, second], actor.person_id, Done.SNOOZED, today
        )
    assert {one.until for one in known.values()} == {later.until}
    await desk.undoes(act_id)
    async with village.db.reading() as tx:
        last = await tx.pair_marks.last(first)
        assert last is not None
        assert last.until == today + timedelta(days=3)
        assert await tx.pair_marks.last(second) is None
    act_id = await desk.does([first, second], later)
    village.later(minutes=1)
    await marks.mark(  # somebody says something newer: it holds
        village.db, actor, pair_id=first, what=Done.SNOOZED, profile=village.profile,
        day=today + timedelta(days=5),
    )  # fmt: skip
    assert (await desk.undoes(act_id)).changed == ("Дима — Игорь",)
    async with village.db.reading() as tx:
        last = await tx.pair_marks.last(first)
        assert last is not None
        assert last.until == today + timedelta(days=5)
    with pytest.raises(DayIsOver):
        await desk.does([first], replace(later, until=today))
    with pytest.raises(Gone):
        await desk.does([first], replace(later, until=None))


async def test_talks_count_for_both_and_the_minutes_of_undoing_end(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk = Desk(village, light.anna)
    act_id = await desk.does([first, second], TALK)
    async with village.db.reading() as tx:
        talks = await tx.digests.talks(light.anna.programme_id)
        assert {key: one.count for key, one in talks.items()} == {
            (pair, side): 1 for pair in (first, second) for side in marks.BOTH
        }
    village.later(seconds=UNDO_FOR.total_seconds() + 1)
    with pytest.raises(TooLate):
        await desk.undoes(act_id)
    with pytest.raises(Gone):
        await desk.does([first], replace(TALK, sides=frozenset()))
    with pytest.raises(Gone):
        await desk.does([first], MassOrder(MassWhat.LETTER))


async def test_into_other_hands_and_back(two: Two) -> None:
    village, (first, second) = two.village, two.pairs
    desk = Desk(village, two.anna)
    olga = (await village.actor(two.olga)).person_id
    anna = (await village.actor(two.anna)).person_id
    await two.entrusts(first, two.anna)
    order = MassOrder(MassWhat.ENTRUST, to_id=olga)
    assert (await desk.looks([first, second], order)).to == "—"
    act_id = await desk.does([first, second], order)
    async with village.db.reading() as tx:
        assert {p.kept_by for p in (await tx.pairs.many([first, second])).values()} == {olga}
    assert (await desk.looks([first], order)).reasons == {LeftOut.THEIRS: [first]}
    assert await desk.chooses(hands=Hands.ANOTHERS) == {first, second}
    await desk.undoes(act_id)
    async with village.db.reading() as tx:
        found = await tx.pairs.many([first, second])
        assert (found[first].kept_by, found[second].kept_by) == (anna, None)
    assert await desk.chooses(hands=Hands.MINE) == {first}
    assert await desk.chooses(hands=Hands.NOBODYS) == {second}
    with pytest.raises(NotAllowed):
        await desk.does([first], replace(order, to_id=(await two.village.actor(
            two.people["Дима"])).person_id))  # fmt: skip


async def test_nobody_acts_on_the_share_of_others(two: Two) -> None:
    village, (first, second) = two.village, two.pairs
    await two.entrusts(second, two.olga)
    await two.restricts()
    anna, olga = Desk(village, two.anna), Desk(village, two.anna, two.olga)
    assert await olga.chooses() == {second}
    for words, pairs in (("Катя", [second]), ("Дима", [])):  # typed after the bot's name
        [found] = await finding.everywhere(village.db, await village.actor(two.olga), words=words)
        assert [one.pair_id for one in found.found.pairs] == pairs
        assert found.found.people == ()
    for order in (REMIND, TALK):
        with pytest.raises(NotAllowed):
            await olga.does([first, second], order)
    with pytest.raises(NotAllowed):
        await olga.does([second], MassOrder(MassWhat.ENTRUST, to_id=None))
    hers = await olga.does([second], TALK)
    annas = await anna.does([first], TALK)
    for desk, act_id in ((anna, hers), (olga, annas)):
        with pytest.raises(NotAllowed):
            await desk.undoes(act_id)
        with pytest.raises(NotAllowed):  # nor is another's act taken for one's own
            await desk.does([second], REMIND, act_id)
    await two.entrusts(second, None)  # out of her hands: what she did stays
    assert (await olga.undoes(hers)).changed == ("—",)
    boris = await village.curator("Другая школа")
    with pytest.raises(NotAllowed):
        await Desk(village, two.anna, boris).looks([first], TALK)
    with pytest.raises(Gone):  # of another programme: attacker input
        await Desk(village, boris).looks([first], TALK)


async def test_a_letter_to_chosen_pairs_is_held_for_some_minutes_and_stopped(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk, actor = Desk(village, light.anna), await village.actor(light.anna)
    about: dict[str, Any] = {"programme_id": light.anna.programme_id, "profile": village.profile}
    to = Segment(pairs=(first,))
    assert (await broadcasts.preview(village.db, actor, segment=to, **about)).number == 2
    sent = await broadcasts.plan(village.db, actor, segment=to, words="Здравствуйте", **about)
    card = await broadcasts.card(village.db, actor, broadcast_id=sent, profile=village.profile)
    assert card.line.due_at == village.wall() + HELD_FOR
    assert "past-mass-letter" in await desk.past(first)
    assert "past-mass-letter" not in await desk.past(second)
    await broadcasts.stop(village.db, actor, broadcast_id=sent)
    assert "past-mass-undone-fully" in await desk.past(first)


async def test_what_may_be_chosen(light: Two) -> None:
    village, (first, second) = light.village, light.pairs
    desk = Desk(village, light.anna)
    assert await desk.chooses() == {first, second}
    assert await desk.chooses(without_days=7) == set()
    village.later(days=8)
    assert await desk.chooses(without_days=7) == {first, second}
    assert await desk.chooses(lights=(Light.GREY,)) == set()
    village.later(days=14)
    assert await desk.chooses(alerts=(Alert.SILENT,)) == {first, second}
    async with village.db.reading() as tx:
        form = (await tx.get(Pair, first)).form
    assert await desk.chooses(forms=(form,)) == {first, second}
    with pytest.raises(Gone):
        PairFilter.load({"lights": ["violet"]})


async def test_twelve_pairs_cost_as_many_statements_as_three(sqlite_village: Village) -> None:
    numbers: dict[str, list[int]] = {}
    for house, size in (("Малый", 3), ("Большой", 12)):
        anna = await sqlite_village.curator(house, house)
        await crowd(sqlite_village, anna, size)
        desk = Desk(sqlite_village, anna)
        actor = await sqlite_village.actor(anna)
        chosen = await desk.chooses()
        assert len(chosen) == size
        for order in (REMIND, TALK, MassOrder(MassWhat.ENTRUST, to_id=actor.person_id)):
            with counted(sqlite_village.db) as statements:
                act_id = await desk.does(chosen, order)
            with counted(sqlite_village.db) as undoing:
                await desk.undoes(act_id)
            numbers.setdefault(str(order.what), []).extend([len(statements), len(undoing)])
        with counted(sqlite_village.db) as statements:
            await desk.chooses()
        numbers.setdefault("choosing", []).append(len(statements))
    halves = {name: (some[: len(some) // 2], some[len(some) // 2 :]) for name, some in
              numbers.items()}  # fmt: skip
    assert all(few == many for few, many in halves.values()), halves
    async with sqlite_village.db.statements() as connection:
        assert await connection.scalar(select(func.count()).select_from(mass_lines)) == 3 * 15

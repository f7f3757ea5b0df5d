"""A run is worked out, kept, looked through and decided; nothing leaves before somebody says so."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import DecidedMeanwhile, Gone, PairNotPossible, TooLateToUndo, WhyMissing
from bot.domain.matching import Weight
from bot.domain.matching.runs import LineState, Wish
from bot.domain.pairs import PairState
from bot.domain.spoken import Phrase
from bot.usecases.consents import personal_copy
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import comparing as matching_comparing
from bot.usecases.matching import decisions as matching_decisions
from bot.usecases.matching import left as matching_left
from bot.usecases.matching import runs as matching_runs
from bot.usecases.matching import settings as matching_settings
from bot.usecases.matching import swaps as matching_swaps
from bot.usecases.matching.cards import Card, Result
from bot.usecases.matching.left import FELL_THROUGH
from bot.usecases.pairs import pairs
from tests.village import Curator, Member, Village, in_place

ANOTHER_HOUR = {"free_time": ["mon-16"], "formats": ["in-person"]}


class Desk:
    """Anna at her desk: every use case with what it always takes."""

    def __init__(self, village: Village, anna: Curator) -> None:
        self.village, self.anna = village, anna

    async def does(self, use_case: Any, **given: Any) -> Any:
        me = await self.village.actor(self.anna)
        return await use_case(
            self.village.db, me, programme_id=self.anna.programme_id, **given
        )

    async def runs(self) -> Result:
        work = {"profile": self.village.profile, "run": in_place}
        await self.does(matching_runs.work, **work)
        found: Result = await self.does(matching_cards.result)
        return found

    async def card(self, place: int = 0) -> Card:
        found: Card = await self.does(matching_cards.card, place=place)
        return found

    async def approves(self, card: Card) -> None:
        line_id = card.members[0].line_id
        profile = self.village.profile
        await self.does(matching_decisions.approve, line_id=line_id, profile=profile)

    async def undoes(self) -> None:
        found: Result = await self.does(matching_cards.result)
        assert found.last is not None
        await self.does(
            matching_decisions.undo, run_id=found.run_id, number=found.last.number
        )

    async def swaps(self, mentee: Member, mentor: Member, reason: str = "") -> None:
        await self.does(
            matching_swaps.swap,
            mentee_id=mentee.participation_id,
            mentor_id=mentor.participation_id,
            profile=self.village.profile,
            run=in_place,
            reason=reason,
        )

    async def pairs(self) -> list[Any]:
        async with self.village.db.reading() as tx:
            return list(await tx.pairs.of_programme(self.anna.programme_id))

    async def lines(self) -> dict[tuple[UUID, UUID], LineState]:
        found: Result = await self.does(matching_cards.result)
        async with self.village.db.reading() as tx:
            return {line.sides: line.state for line in await tx.matching.lines(found.run_id)}


@pytest.fixture
async def desk(village: Village) -> Desk:
    return Desk(village, await village.curator())


async def two_pairs(desk: Desk) -> tuple[Member, Member, Member, Member]:
    """Dima and Katya, Igor and Oleg with one place each."""
    village, anna = desk.village, desk.anna
    dima = await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    katya = await village.joins(
        anna, Role.MENTEE, name="Катя Белова", answers={"interests": ["music"]}
    )
    one = {"capacity": "1"}
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов", answers=one)
    oleg = await village.joins(
        anna, Role.MENTOR, name="Олег Лань", answers={**one, "interests": ["music"]}
    )
    return dima, katya, igor, oleg


async def test_a_copy_holds_nothing_said_in_confidence(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    dima = await village.joins(
        anna, Role.MENTEE, name="Дима Орлов", answers={"needs": ["drawing", "победить страх"]}
    )
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    async with village.db.transaction() as tx:
        tx.add(
            Wish(
                organisation_id=anna.organisation_id,
                programme_id=anna.programme_id,
                participation_id=dima.participation_id,
                wished_participation_id=igor.participation_id,
                rank=1,
                at=tx.now,
            )
        )
    await desk.runs()
    card = await desk.card()
    [weighed] = card.members
    assert {one["key"] for one in (*weighed.reasons, *weighed.lacks)} >= {
        "reason-wish-mentee", "lack-own-need", "reason-competence",
    }  # fmt: skip
    await desk.approves(card)
    copy = await personal_copy.rows(village.db, await village.actor(igor))
    for table in ("matching_lines", "pairs"):
        assert "reason-competence" in str(copy[table])
        assert "wish" not in str(copy[table])
    await desk.undoes()
    line_id = weighed.line_id
    await desk.does(matching_decisions.veto, line_id=line_id, reason="Отец против")
    copy = await personal_copy.rows(village.db, await village.actor(igor))
    for secret in ("страх", "veto", "против"):
        assert secret not in str(copy)


async def test_what_will_happen_is_told_before(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    await village.joins(anna, Role.MENTEE)
    await village.joins(anna, Role.MENTEE, name="Соня", answers=ANOTHER_HOUR)
    await village.joins(anna, Role.MENTOR)
    seen = await desk.does(matching_runs.outlook, profile=village.profile, run=in_place)
    assert (seen.mentees, seen.mentors, seen.places) == (2, 1, 2)
    assert [(one.name, one.rule) for one in seen.blocked] == [("Соня", "rule-no-shared-slot")]
    assert not seen.again


async def test_a_run_is_kept_and_sends_nothing(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.village.said()
    result = await desk.runs()
    assert (result.cards, result.left, result.last) == (2, 0, None)
    card = await desk.card()
    assert (card.number, card.total, card.locked, card.group) == (1, 2, False, False)
    assert card.members[0].reasons
    assert await desk.village.notices() == []
    assert await desk.pairs() == []


async def test_what_is_approved_leaves_after_a_while_and_once(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.village.said()
    await desk.runs()
    card = await desk.card()
    await desk.approves(card)
    await desk.approves(card)
    [pair] = await desk.pairs()
    assert pair.state is PairState.PROPOSED
    due = {n.due_at for n in await desk.village.notices() if n.kind == "pair-proposed"}
    assert due == {desk.village.wall() + matching_cards.GRACE}
    after = await desk.does(matching_cards.result)
    assert (after.cards, after.decided[LineState.APPROVED]) == (1, 1)
    assert (after.last.what, after.last.pairs, after.last.undoable) == ("approved", 1, True)


async def test_an_approval_can_be_taken_back_before_anything_has_left(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.village.said()
    await desk.runs()
    card = await desk.card()
    await desk.approves(card)
    await desk.undoes()
    assert await desk.pairs() == []
    assert await desk.village.notices() == []
    assert (await desk.card()).members == card.members


async def test_it_is_too_late_to_undo_once_letters_may_have_left(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    await desk.approves(await desk.card())
    desk.village.wall.set(desk.village.wall() + matching_cards.GRACE)
    with pytest.raises(TooLateToUndo):
        await desk.undoes()
    assert len(await desk.pairs()) == 1


async def test_it_is_too_late_to_undo_once_somebody_has_answered(desk: Desk) -> None:
    dima, katya, *_ = await two_pairs(desk)
    await desk.runs()
    card = await desk.card()
    await desk.approves(card)
    [pair] = await desk.pairs()
    mentee = next(m for m in (dima, katya) if m.person_id == pair.mentee_id)
    me = await desk.village.actor(mentee)
    await pairs.answer(
        desk.village.db, me, pair_id=pair.id, accepts=True, profile=desk.village.profile
    )
    with pytest.raises(TooLateToUndo):
        await desk.undoes()


async def test_a_locked_pair_stays_in_the_next_run(desk: Desk) -> None:
    dima, _, _, oleg = await two_pairs(desk)
    await desk.runs()
    await desk.swaps(dima, oleg)
    lines = await desk.lines()
    assert lines[dima.participation_id, oleg.participation_id] is LineState.LOCKED
    await desk.runs()
    lines = await desk.lines()
    assert lines[dima.participation_id, oleg.participation_id] is LineState.LOCKED
    assert len(lines) == 2


async def test_a_lock_is_taken_off_and_undone(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    line_id = (await desk.card()).members[0].line_id
    await desk.does(matching_decisions.lock, line_id=line_id, locked=True)
    assert (await desk.card()).locked
    await desk.undoes()
    assert not (await desk.card()).locked


async def test_a_veto_needs_a_reason_and_leaves_the_mentee_waiting(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    card = await desk.card()
    [member] = card.members
    with pytest.raises(WhyMissing):
        await desk.does(matching_decisions.veto, line_id=member.line_id, reason="  ")
    for _ in range(2):
        await desk.does(matching_decisions.veto, line_id=member.line_id, reason="соседи, в ссоре")
    left = await desk.does(matching_left.left_over)
    [one] = left.lines
    assert (one.name, one.rule) == (member.name, FELL_THROUGH)
    told = await desk.does(matching_cards.result)
    assert (told.placed, told.left, told.changed) == (1, 1, True)
    await desk.undoes()
    assert (await desk.does(matching_left.left_over)).total == 0


async def test_a_swap_tells_who_would_move_and_moves_them(desk: Desk) -> None:
    dima, katya, igor, oleg = await two_pairs(desk)
    await desk.runs()
    seen = await desk.does(
        matching_swaps.what_if,
        mentee_id=dima.participation_id,
        mentor_id=oleg.participation_id,
        profile=desk.village.profile,
        run=in_place,
    )
    assert (seen.asked.mentee, seen.asked.after[0]) == ("Дима Орлов", "Олег Лань")
    assert [(m.mentee, m.before[0], m.after[0]) for m in seen.others] == [
        ("Катя Белова", "Олег Лань", "Игорь Сафонов")
    ]
    assert seen.fewer_placed == 0
    assert seen.soft is None
    before = await desk.lines()
    for _ in range(2):
        await desk.swaps(dima, oleg)
    lines = {two: state for two, state in (await desk.lines()).items() if state != "dropped"}
    assert lines == {
        (dima.participation_id, oleg.participation_id): LineState.LOCKED,
        (katya.participation_id, igor.participation_id): LineState.PROPOSED,
    }
    told = await desk.does(matching_cards.result)
    assert (told.placed, told.left, told.changed) == (2, 0, True)
    await desk.undoes()
    assert await desk.lines() == before
    assert not (await desk.does(matching_cards.result)).changed


async def test_a_soft_rule_is_gone_round_with_a_reason_and_a_hard_one_is_not(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    dima = await village.joins(anna, Role.MENTEE, answers=ANOTHER_HOUR)
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "1"})
    sonya = await village.joins(anna, Role.MENTEE, name="Соня")
    await desk.runs()
    with pytest.raises(WhyMissing):
        await desk.swaps(dima, igor)
    await desk.swaps(dima, igor, reason="договорились о субботе")
    card = await desk.card(99)
    assert (card.by_hand, card.note) == (True, "договорились о субботе")
    await desk.approves(card)
    assert len(await desk.pairs()) == 1
    with pytest.raises(PairNotPossible) as refused:
        await desk.swaps(sonya, igor, reason="очень надо")
    assert refused.value.args_for_text == {"rule": Phrase("two-rule-no-place")}


async def test_every_mentor_can_be_looked_at_for_somebody(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    dima = await village.joins(anna, Role.MENTEE)
    await village.joins(anna, Role.MENTOR, name="Подходит")
    await village.joins(anna, Role.MENTOR, name="Другое время", answers=ANOTHER_HOUR)
    await desk.runs()
    found = await desk.does(
        matching_swaps.candidates,
        mentee_id=dima.participation_id,
        profile=village.profile,
        run=in_place,
    )
    assert [(one.name, one.soft, one.hard) for one in found.lines] == [
        ("Подходит", None, None),
        ("Другое время", "rule-no-shared-slot", None),
    ]


async def test_all_above_a_score_are_approved_as_one_decision(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    before, nobody = await desk.does(matching_decisions.above, scores=(0, 101))
    assert (before.cards, before.pairs, before.letters, nobody.pairs) == (2, 2, 4, 0)
    profile = desk.village.profile
    done = await desk.does(matching_decisions.approve_above, score=0, profile=profile)
    assert (done.pairs, done.not_possible) == (2, 0)
    again = await desk.does(matching_decisions.approve_above, score=0, profile=profile)
    assert again.pairs == 0
    assert len(await desk.pairs()) == 2
    await desk.undoes()
    assert await desk.pairs() == []


async def test_approving_all_leaves_out_what_is_not_possible_any_more(desk: Desk) -> None:
    dima, katya, igor, oleg = await two_pairs(desk)
    await desk.runs()
    taken = next(two for two in await desk.lines() if two[0] == dima.participation_id)
    mentor = igor if taken[1] == igor.participation_id else oleg
    late = await desk.village.joins(desk.anna, Role.MENTEE)
    await desk.village.proposes(desk.anna, late, mentor)
    done = await desk.does(
        matching_decisions.approve_above, score=0, profile=desk.village.profile
    )
    assert (done.pairs, done.not_possible) == (1, 1)
    assert katya.person_id in {pair.mentee_id for pair in await desk.pairs()}


async def test_two_curators_at_once_decide_a_card_once(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    card = await desk.card()
    line_id = card.members[0].line_id
    done = await asyncio.gather(
        desk.approves(card),
        desk.does(matching_decisions.veto, line_id=line_id, reason="нет"),
        desk.approves(card),
        return_exceptions=True,
    )
    assert all(one is None or isinstance(one, Gone) for one in done)
    states = list((await desk.lines()).values())
    if LineState.APPROVED in states:
        assert len(await desk.pairs()) == 1
    else:
        assert LineState.VETOED in states
        assert await desk.pairs() == []


async def test_what_is_decided_while_it_works_is_not_lost(desk: Desk) -> None:
    """The worker is slow: meanwhile a card is locked, and the run is made again from that."""
    await two_pairs(desk)
    await desk.runs()
    card, disturbed = await desk.card(), 0

    async def slow(function: Any, *given: Any) -> Any:
        nonlocal disturbed
        if not disturbed:
            disturbed += 1
            line_id = card.members[0].line_id
            await desk.does(matching_decisions.lock, line_id=line_id, locked=True)
        return function(*given)

    await desk.does(matching_runs.work, profile=desk.village.profile, run=slow)
    assert LineState.LOCKED in (await desk.lines()).values()

    async def restless(function: Any, *given: Any) -> Any:
        card = await desk.card()
        await desk.does(
            matching_decisions.lock, line_id=card.members[0].line_id, locked=not card.locked
        )
        return function(*given)

    with pytest.raises(DecidedMeanwhile):
        await desk.does(matching_runs.work, profile=desk.village.profile, run=restless)


async def test_two_runs_at_once_leave_one_in_force(desk: Desk) -> None:
    await two_pairs(desk)
    await desk.runs()
    await asyncio.gather(desk.runs(), desk.runs())
    found = await desk.does(matching_comparing.runs)
    assert sum(one.in_force for one in found.lines) == 1
    assert len(await desk.lines()) == 2


async def test_two_runs_are_compared(desk: Desk) -> None:
    dima, *_, oleg = await two_pairs(desk)
    first = await desk.runs()
    await desk.swaps(dima, oleg)
    await desk.runs()
    found = await desk.does(matching_comparing.compare, run_id=first.run_id)
    assert found.changed == 0, "the swap belongs to the first run as it stands"
    sonya = await desk.village.joins(desk.anna, Role.MENTEE, name="Соня")
    await desk.village.joins(desk.anna, Role.MENTOR, name="Марат")
    await desk.runs()
    found = await desk.does(matching_comparing.compare, run_id=first.run_id)
    assert (found.before.placed, found.after.placed) == (2, 3)
    assert ("Соня", None) in [(one.mentee, one.before) for one in found.lines]
    assert sonya.participation_id in {mentee for mentee, _ in await desk.lines()}


async def test_what_would_help_most_is_counted_from_who_is_left(village: Village) -> None:
    physics = {"form": "student_student", "need": "physics", "slot": "tue-16"}
    english = {"form": "student_student", "need": "english", "slot": None}
    found = matching_left.wanted([[physics], [physics, english], [english], [english], []])
    assert [(one.count, one.need, one.slot) for one in found] == [
        (3, "english", None),
        (1, "physics", "tue-16"),
    ]


async def test_settings_are_kept_in_the_programme(desk: Desk) -> None:
    profile = desk.village.profile
    await desk.does(matching_settings.weigh, part="slot", weight=Weight.MUST)
    off = {"rule": "rule-no-shared-format", "holds": False, "profile": profile}
    await desk.does(matching_settings.switch_rule, **off)
    await desk.does(matching_settings.switch, what="fair", on=False)
    await desk.does(matching_settings.switch, what="next_best", on=True)
    await desk.does(matching_settings.dial, stability=3)
    await desk.does(matching_settings.group_size, smallest=3, largest=5)
    await desk.does(
        matching_settings.group_form, form="pupil_pupil", profile=profile, in_groups=True
    )
    day = desk.village.wall().date() + timedelta(days=20)
    await desk.does(matching_settings.next_round, on=day)
    found = await desk.does(matching_settings.settings, profile=profile)
    tuning = found.tuning
    assert (tuning.weights["slot"], found.unusual) == (Weight.MUST, {"slot"})
    assert tuning.off == {"rule-no-shared-format"}
    assert (tuning.fair, tuning.next_best, tuning.stability) == (False, True, 3)
    assert (tuning.smallest_group, tuning.largest_group) == (3, 5)
    assert tuning.group_forms == {"pupil_pupil"}
    assert found.next_round_on == day
    for wrong in ({"rule": "rule-own-ward", "holds": False}, {"rule": "x", "holds": False}):
        with pytest.raises(Gone):
            await desk.does(matching_settings.switch_rule, profile=profile, **wrong)


async def test_a_group_is_one_card_and_approved_as_one(desk: Desk) -> None:
    village, anna = desk.village, desk.anna
    for _ in range(4):
        await village.joins(anna, Role.MENTEE)
    mentor = await village.joins(anna, Role.MENTOR, answers={"capacity": "5"})
    profile = village.profile
    for form in ("employer_learner", "pupil_pupil"):
        await desk.does(
            matching_settings.group_form, form=form, profile=profile, in_groups=True
        )
    result = await desk.runs()
    assert (result.cards, result.left) == (1, 0)
    card = await desk.card()
    assert (card.group, len(card.members), len(card.mentors)) == (True, 4, 1)
    assert card.slot in {"tue-16", "thu-16"}
    await desk.approves(card)
    made = await desk.pairs()
    assert {(pair.mentor_id, pair.slot) for pair in made} == {(mentor.person_id, card.slot)}
    assert len({pair.group_id for pair in made}) == 1
    assert len(made) == 4
    await desk.undoes()
    assert await desk.pairs() == []
    assert (await desk.card()).group

"""The curator approves a proposal: the rules are asked again, for somebody may have been faster."""

import asyncio
from dataclasses import dataclass

import pytest

from bot.domain.access import Role
from bot.domain.errors import Gone, NotAllowed, PairNotPossible
from bot.domain.pairs import Pair, PairState
from bot.domain.programmes import Programme
from bot.domain.spoken import Phrase
from bot.solving.draft import best
from bot.usecases.consents import privacy
from bot.usecases.matching import runs as matching_runs
from bot.usecases.pairs import pairs
from tests.village import Curator, Village

# Who can meet online finds an hour; who cannot needs one that both have.
BUSY = {"free_time": ["mon-16"], "formats": ["in-person"]}


@dataclass(frozen=True)
class Line:
    mentee: str
    mentor: str
    form: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Drafted:
    """What the best draft of today would show, by names."""

    lines: tuple[Line, ...]
    left: tuple[tuple[str, str], ...]  # who, and by which rule
    mentors: int


async def drafted(village: Village, anna: Curator) -> Drafted:
    async with village.db.reading() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        made = await matching_runs.basis(tx, programme, village.profile)
    draft, names = best(made.problem), made.pool.names
    return Drafted(
        tuple(
            Line(
                names[one.mentee.person_id],
                names[one.mentor.person_id],
                one.form.key,
                tuple(reason.key for reason in one.reasons),
            )
            for one in draft.proposals
        ),
        tuple((names[one.mentee.person_id], one.rule) for one in draft.left_over),
        len(made.problem.mentors),
    )


async def test_a_proposal_names_both_and_says_why(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE, name="Дима Орлов")
    await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    [line] = (await drafted(village, anna)).lines
    assert (line.mentee, line.mentor) == ("Дима Орлов", "Игорь Сафонов")
    assert line.form == "employer_learner"
    assert set(line.reasons) >= {"reason-competence", "reason-slot"}


async def test_who_is_left_over_is_shown_with_the_rule(village: Village) -> None:
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE, name="Дима", answers=BUSY)
    await village.joins(anna, Role.MENTOR)
    seen = await drafted(village, anna)
    assert seen.left == (("Дима", "rule-no-shared-slot"),)


async def test_an_approved_proposal_goes_to_both_with_a_reminder(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await village.said()
    pair_id = await village.proposes(anna, dima, igor)
    assert await village.proposes(anna, dima, igor) == pair_id
    planned = await village.notices()
    assert sorted((n.kind, n.to) for n in planned) == sorted(
        (kind, who.person_id)
        for kind in ("pair-proposed", "pair-answer-reminder")
        for who in (dima, igor)
    )
    letters = await village.letters("pair-proposed")
    assert {letter.key for letter in letters} == {
        "letter-pair-proposed-mentee",
        "letter-pair-proposed-mentor",
    }


async def test_a_rule_broken_meanwhile_stops_the_pair(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, answers=BUSY)
    igor = await village.joins(anna, Role.MENTOR)
    with pytest.raises(PairNotPossible) as refused:
        await village.proposes(anna, dima, igor)
    assert refused.value.args_for_text == {"rule": Phrase("two-rule-no-shared-slot")}


async def test_a_mentor_is_not_given_more_than_there_is_room_for(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "1"})
    first, second = [await village.joins(anna, Role.MENTEE) for _ in range(2)]
    await village.proposes(anna, first, igor)
    with pytest.raises(PairNotPossible) as refused:
        await village.proposes(anna, second, igor)
    assert refused.value.args_for_text == {"rule": Phrase("two-rule-no-place")}


async def test_two_curators_at_once_do_not_overfill_a_mentor(village: Village) -> None:
    anna = await village.curator()
    igor = await village.joins(anna, Role.MENTOR, answers={"capacity": "1"})
    mentees = [await village.joins(anna, Role.MENTEE) for _ in range(4)]
    done = await asyncio.gather(
        *(village.proposes(anna, mentee, igor) for mentee in mentees), return_exceptions=True
    )
    assert sum(not isinstance(one, BaseException) for one in done) == 1
    assert all(isinstance(e, PairNotPossible) for e in done if isinstance(e, BaseException))


async def test_a_mentee_gets_one_mentor_even_from_two_curators_at_once(village: Village) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    mentors = [await village.joins(anna, Role.MENTOR) for _ in range(3)]
    done = await asyncio.gather(
        *(village.proposes(anna, dima, mentor) for mentor in mentors), return_exceptions=True
    )
    assert sum(not isinstance(one, BaseException) for one in done) == 1
    assert all(isinstance(e, Gone) for e in done if isinstance(e, BaseException))


async def test_somebody_who_has_left_is_proposed_to_nobody(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    await privacy.withdraw(
        village.db, await village.actor(igor), organisation_id=anna.organisation_id
    )
    assert (await drafted(village, anna)).lines == ()
    with pytest.raises(Gone):
        await village.proposes(anna, dima, igor)


async def test_an_applicant_without_a_decision_is_not_matched(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.applies(anna, Role.MENTOR)
    assert (await drafted(village, anna)).mentors == 0
    with pytest.raises(Gone):
        await village.proposes(anna, dima, igor)


async def test_two_who_did_not_work_out_are_not_proposed_again(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes(anna, dima, igor)
    await pairs.answer(
        village.db,
        await village.actor(dima),
        pair_id=pair_id,
        accepts=False,
        profile=village.profile,
    )
    seen = await drafted(village, anna)
    assert [rule for _, rule in seen.left] == ["rule-tried-before"]


async def test_a_guardian_is_never_the_mentor_of_her_own_child(village: Village) -> None:
    anna = await village.curator()
    lena = await village.minor(anna)
    mother = await village.guardian(lena)
    await village.approves(anna, lena)
    applicant = await village.applies(anna, Role.MENTOR, account=mother, name="Ольга Кузнецова")
    await village.approves(anna, applicant)
    seen = await drafted(village, anna)
    assert [rule for _, rule in seen.left] == ["rule-own-ward"]


async def test_a_pair_remembers_who_proposed_it_and_why(village: Village) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    pair_id = await village.proposes(anna, dima, igor)
    async with village.db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
    assert pair.state is PairState.PROPOSED
    assert pair.proposed_by == (await village.actor(anna)).person_id
    assert pair.score > 0
    assert pair.reasons


async def test_people_of_another_programme_are_not_paired(village: Village) -> None:
    anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(boris, Role.MENTOR)
    with pytest.raises((Gone, NotAllowed)):
        await village.proposes(anna, dima, igor)


async def test_a_parent_mentors_nobody_in_the_class_of_their_child(village: Village) -> None:
    """The child may be among them and have the other parent as guardian."""
    anna = await village.curator()
    await village.joins(anna, Role.MENTEE, answers={"group": "9Б"})
    answers = {"kind": "parent", "own_children": "yes", "children_groups": "7В, 9 б"}
    await village.joins(anna, Role.MENTOR, answers=answers)
    seen = await drafted(village, anna)
    assert [rule for _, rule in seen.left] == ["rule-childs-class"]

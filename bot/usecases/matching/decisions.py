"""What the curator decides about the cards of a run, and how she takes it back.

- Every decision takes the run first: of two curators at once one decides and the other is told.
- What is approved leaves after `GRACE`; until then the decision can be undone.
- A decision changes lines that are still open; a second press finds them decided and is harmless.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone, PairNotPossible, TooLateToUndo, WhyMissing
from bot.domain.ids import new_id
from bot.domain.matching import Proposal
from bot.domain.matching.runs import (
    OPEN_LINES,
    LineScore,
    LineState,
    MatchingLine,
    MatchingRun,
    Veto,
    VetoBy,
)
from bot.domain.own_reasons import own_reason
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.cards import GRACE, score_of
from bot.usecases.matching.matching import forms_of, possible
from bot.usecases.matching.pool import Pool, people_to_match
from bot.usecases.matching.run_people import people_of
from bot.usecases.pairs.proposing import Guardians, guardians_of_minors, send

Line = TypeVar("Line", MatchingLine, LineScore)
AT_ONCE = 40  # pairs of one transaction when many are approved


class Deciding:
    """One decision: the run is locked, and every line it touches remembers what it was."""

    def __init__(
        self, tx: Transaction, run: MatchingRun, actor: Actor, number: int | None = None
    ) -> None:
        """`number`: of a decision that is carried out in several transactions."""
        self.tx, self.run, self._by = tx, run, actor.person_id
        if number is None:
            run.decisions += 1
        self.number = run.decisions if number is None else number

    def to(self, line: MatchingLine, state: LineState) -> None:
        line.decide(state, decision=self.number, by=self._by, at=self.tx.now)

    def made(self, line: MatchingLine) -> None:
        """A line that this decision brings into the run."""
        line.decision, line.decided_by, line.decided_at = self.number, self._by, self.tx.now
        self.tx.add(line)


async def run_to_decide(tx: Transaction, actor: Actor, programme_id: UUID) -> MatchingRun:
    """Locked until the end. Raises `Gone` when nothing has been matched."""
    programme = await tx.get(Programme, programme_id)
    actor.must(May.PROPOSE_PAIRS, programme)
    found = await tx.matching.current_id(programme_id)
    if found is None:
        raise Gone
    return await tx.get(MatchingRun, found)


async def _open_card(
    tx: Transaction, run: MatchingRun, line_id: UUID, becomes: LineState
) -> list[MatchingLine]:
    """All lines of the card this line stands on; none when they are so already: a second press.

    Raises `Gone` when something else was decided about them.
    """
    line = await tx.get(MatchingLine, line_id)
    if line.run_id != run.id:
        raise Gone
    if line.state is becomes:
        return []
    if line.state not in OPEN_LINES:
        raise Gone
    if line.group_number is None:
        return [line]
    every = await tx.matching.lines(run.id, (line.state,))
    return [one for one in every if one.place == line.place]


async def approve(
    db: Database, actor: Actor, *, programme_id: UUID, line_id: UUID, profile: Profile
) -> None:
    """A pair, or a group as one. Rules are asked again: somebody may have been faster.

    Raises `PairNotPossible` with the rule, `Gone` when one of them is not free any more.
    """
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, programme_id)
        lines = await _open_card(tx, run, line_id, LineState.APPROVED)
        if not lines:
            return
        programme = await tx.get(Programme, run.programme_id)
        approving = await _Approving.of(tx, programme, lines, profile)
        deciding = Deciding(tx, run, actor)
        for line in lines:
            await approving.send(line, deciding, actor)


class _Approving:
    """Approves lines one after another: who has got a mentee has a place less for the next."""

    def __init__(
        self,
        tx: Transaction,
        programme: Programme,
        profile: Profile,
        pool: Pool,
        guardians: Guardians,
    ) -> None:
        self._guardians = guardians
        self._tx, self._programme, self._profile, self._pool = tx, programme, profile, pool
        self._mentees = {one.participation_id: one for one in pool.mentees}
        self._mentors = {one.participation_id: one for one in pool.mentors}
        self._given: Counter[UUID] = Counter()
        self._groups: dict[int, UUID] = {}

    @classmethod
    async def of(
        cls, tx: Transaction, programme: Programme, lines: Sequence[MatchingLine], profile: Profile
    ) -> "_Approving":
        """Nobody else books these people until the transaction ends."""
        sides = {id_ for one in lines for id_ in one.sides}
        known = await tx.participations.many(sides)
        people = [one.person_id for one in known.values()]
        await tx.people.lock(people)
        guardians = await guardians_of_minors(tx, people, programme.organisation_id)
        pool = await people_to_match(tx, programme, profile)
        return cls(tx, programme, profile, pool, guardians)

    def judged(self, line: MatchingLine) -> Proposal:
        """Raises `PairNotPossible` with the rule, `Gone` when one of the two is not free."""
        mentee = self._mentees.get(line.mentee_participation_id)
        mentor = self._mentors.get(line.mentor_participation_id)
        if mentee is None or mentor is None:
            raise Gone
        if line.group_number is None:  # a group was judged as a whole
            load = mentor.load + self._given[mentor.participation_id]
            mentor = replace(mentor, load=load)
        forms = forms_of(self._programme, self._profile)
        rules, said = self._profile.matching, self._programme.matching
        tuning = rules.eased(said) if line.by_hand and line.note else rules.tuned(said)
        wished = [form for form in forms if form.key == line.form]
        return possible(mentee, mentor, [*wished, *forms], self._pool.facts, tuning)

    async def send(self, line: MatchingLine, deciding: Deciding, actor: Actor) -> None:
        found, group = self.judged(line), line.group_number
        await send(
            self._tx,
            self._programme,
            found,
            self._profile,
            by=actor.person_id,
            group_id=None if group is None else self._groups.setdefault(group, new_id()),
            slot=line.slot,
            delay=GRACE,
            guardians=self._guardians,
        )
        self._given[line.mentor_participation_id] += 1
        deciding.to(line, LineState.APPROVED)


@dataclass(frozen=True)
class Above:
    """What approving every card from this score on would do."""

    score: int
    cards: int
    pairs: int
    minors: int  # mentees under 18 among them
    letters: int  # to how many people


async def above(
    db: Database, actor: Actor, *, programme_id: UUID, scores: Sequence[int]
) -> tuple[Above, ...]:
    """For each of these scores."""
    async with db.reading() as tx:
        run = await run_to_decide(tx, actor, programme_id)
        lines = [one for one in await tx.matching.scores(run.id) if one.state in OPEN_LINES]
        mentees = await people_of(tx, [line.mentee_participation_id for line in lines])
        house = await tx.get(Organisation, run.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        minors = {id_ for id_, one in mentees.items() if not one.is_adult(today)}
        return tuple(_above(score, _from(lines, score), minors) for score in scores)


def _above(
    score: int, cards: Sequence[Sequence[LineScore]], minors: Collection[UUID]
) -> Above:
    lines = [line for card in cards for line in card]
    return Above(
        score=score,
        cards=len(cards),
        pairs=len(lines),
        minors=sum(line.mentee_participation_id in minors for line in lines),
        letters=len({id_ for line in lines for id_ in line.sides}),
    )


def _from(lines: Sequence[Line], score: int) -> list[list[Line]]:
    """The cards from this score on."""
    cards: dict[int, list[Line]] = {}
    for line in lines:
        cards.setdefault(line.place, []).append(line)
    return [card for card in cards.values() if score_of(card) >= score]


@dataclass(frozen=True)
class Approved:
    pairs: int
    not_possible: int  # a rule forbids them by now, or somebody is not free any more


async def approve_above(
    db: Database, actor: Actor, *, programme_id: UUID, score: int, profile: Profile
) -> Approved:
    """Every open card from this score on, as one decision; some at a time."""
    done, refused, number = 0, set[UUID](), None
    while True:
        async with db.transaction() as tx:
            run = await run_to_decide(tx, actor, programme_id)
            cards = _from(await tx.matching.lines(run.id, OPEN_LINES), score)
            now = _some([card for card in cards if card[0].id not in refused])
            if not now:
                return Approved(done, len(refused))
            programme = await tx.get(Programme, run.programme_id)
            approving = await _Approving.of(
                tx, programme, [line for card in now for line in card], profile
            )
            deciding = Deciding(tx, run, actor, number)
            number = deciding.number
            for card in now:
                try:
                    for line in card:
                        approving.judged(line)
                except (PairNotPossible, Gone):
                    refused |= {line.id for line in card}
                    continue
                for line in card:
                    await approving.send(line, deciding, actor)
                done += len(card)


def _some(cards: Sequence[list[MatchingLine]]) -> list[list[MatchingLine]]:
    """The first cards, about `AT_ONCE` pairs of them."""
    found: list[list[MatchingLine]] = []
    for card in cards:
        if found and sum(map(len, found)) + len(card) > AT_ONCE:
            break
        found.append(card)
    return found


async def lock(
    db: Database, actor: Actor, *, programme_id: UUID, line_id: UUID, locked: bool
) -> None:
    """A locked card stays as it is in the next run."""
    state = LineState.LOCKED if locked else LineState.PROPOSED
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, programme_id)
        lines = await _open_card(tx, run, line_id, state)
        if not lines:
            return
        deciding = Deciding(tx, run, actor)
        for line in lines:
            deciding.to(line, state)


async def veto(
    db: Database, actor: Actor, *, programme_id: UUID, line_id: UUID, reason: str
) -> None:
    """These two are not proposed to each other again; of a group, nobody of it to this mentor."""
    words = own_reason(reason)
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, programme_id)
        lines = await _open_card(tx, run, line_id, LineState.VETOED)
        if not lines:
            return
        if not words:
            raise WhyMissing
        deciding = Deciding(tx, run, actor)
        for line in lines:
            deciding.to(line, LineState.VETOED)
            tx.add(
                Veto(
                    organisation_id=run.organisation_id,
                    programme_id=run.programme_id,
                    mentee_participation_id=line.mentee_participation_id,
                    mentor_participation_id=line.mentor_participation_id,
                    by=VetoBy.CURATOR,
                    at=tx.now,
                    reason=words,
                )
            )


async def undo(db: Database, actor: Actor, *, programme_id: UUID, run_id: UUID, number: int) -> int:
    """Take back one's own last decision; the place of its first card. A second press finds nothing.

    Raises `TooLateToUndo` when letters have left or somebody has answered.
    """
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, programme_id)
        if run.id != run_id or await tx.matching.last_decision(run.id, actor.person_id) != number:
            raise Gone
        lines = await tx.matching.decided(run.id, number)
        await _unsend(tx, [one for one in lines if one.state is LineState.APPROVED])
        for veto_ in await tx.matching.vetoes_of(
            [one for one in lines if one.state is LineState.VETOED]
        ):
            if veto_.by is VetoBy.CURATOR:
                veto_.lifted_at = tx.now
        await tx.matching.remove([one.id for one in lines if one.before is None])
        for line in lines:
            if line.before is not None:
                line.restore()
        run.decisions += 1  # what is being worked out meanwhile takes notice
        return min(line.place for line in lines)


async def _unsend(tx: Transaction, lines: Collection[MatchingLine]) -> None:
    if not lines:
        return
    decided = [line.decided_at for line in lines if line.decided_at is not None]
    pair_ids = await tx.matching.take_back_proposals(lines)
    if tx.now >= min(decided) + GRACE or pair_ids is None:
        raise TooLateToUndo
    await tx.notices.silence(pair_ids)

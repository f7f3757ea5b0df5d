"""Thousands of lives of one participant, guardian and mentor, in memory: the rules in any order.

10,000 of them with `make soak`.

The same promises as in tests/usecases/test_interleavings.py, of the domain's own pieces: documents,
standings, the pair. What a use case does around them is here one line.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.access import Role
from bot.domain.clearance import Standing, in_force
from bot.domain.consents import BY_KIND, DOCUMENTS, Signer, close, to_ask
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED, CONSENT_WITHDRAWN, MEETING, Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Consent, Person, age_on
from bot.domain.selection import Selection
from tests.lengths import length

LIVES, STEPS = length(3_000, 10_000), 36
NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)
HOUSE, PROGRAMME, CURATOR, GUARDIAN, MENTOR = (uuid4() for _ in range(5))
NEEDED = {  # this file's own table: from which age which documents
    range(14): {"guardian"},
    range(14, 18): {"processing-minor", "guardian"},
    range(18, 120): {"processing-adult"},
}


@dataclass
class Life:
    dice: random.Random
    now: datetime = NOW
    rows: list[Consent] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=lambda: dict.fromkeys(BY_KIND, "1"))
    pair: Pair | None = None
    letters: set[UUID] = field(default_factory=set)  # to whom something about the child waits
    worked: int = 0
    said: int = 0

    def __post_init__(self) -> None:
        born = date(2030 - self.dice.choice((13, 15, 17, 19)), 4, 1)
        self.child = Person(locale="ru", created_at=NOW, birth_date=born)
        self.part = Participation(
            organisation_id=HOUSE, programme_id=PROGRAMME, person_id=self.child.id,
            role=Role.MENTEE, created_at=NOW,
        )  # fmt: skip

    @property
    def band(self) -> AgeBand:
        band = self.child.band(self.now.date())
        assert band is not None
        return band

    @property
    def left(self) -> bool:
        return self.part.state is ParticipationState.WITHDRAWN

    def standing(self) -> Standing:
        return Standing(
            Role.MENTEE, self.part.state, self.band, in_force(self.rows), frozenset(), Selection()
        )

    def sign(self, signer: Signer) -> None:
        """Answer everything this signer is asked, and sometimes an optional one."""
        if self.left:
            return
        by = self.child.id if signer is Signer.SELF else GUARDIAN
        asked = [d for d in to_ask(self.band, self.rows, self.versions) if d.signer is signer]
        offered = [d for d in DOCUMENTS if d.optional and d.signer is signer
                   and self.band in d.bands and self.dice.random() < 0.3]  # fmt: skip
        for document in (*asked, *offered):
            close(self.rows, document.kind, now=self.now, by=by)
            self.rows.append(
                Consent(
                    organisation_id=HOUSE, person_id=self.child.id, given_by=by,
                    kind=document.kind, version=self.versions[document.kind],
                    text_hash="0" * 64, locale="ru", channel="x", given_at=self.now,
                )
            )  # fmt: skip
            if document.kind == "guardian":
                self.part.guardian_consented()
        self.review()

    def own(self) -> None:
        if self.part.state is ParticipationState.CONSENT:
            self.part.agreed(self.band)
        self.sign(Signer.SELF)

    def guardian(self) -> None:
        if self.part.state is not ParticipationState.CONSENT:
            self.sign(Signer.GUARDIAN)

    def form(self) -> None:
        self.part.form_finished(minor=self.band is not AgeBand.ADULT)

    def approve(self) -> None:
        self.part.decide(approved=True, by=CURATOR, now=self.now)

    def propose(self) -> None:
        free = self.pair is None or self.pair.state not in {PairState.PROPOSED, *AGREED}
        if free and self.standing().cleared:
            self.pair = Pair(
                organisation_id=HOUSE, programme_id=PROGRAMME, form="x",
                mentee_participation_id=self.part.id, mentor_participation_id=uuid4(),
                mentee_id=self.child.id, mentor_id=MENTOR, proposed_at=self.now,
                proposed_by=CURATOR, expires_at=self.now + timedelta(days=14), score=1,
                reasons=[],
            )  # fmt: skip
            self.letters |= {self.child.id, MENTOR}

    def answer(self) -> None:
        if self.pair is not None:
            for who in (self.child.id, MENTOR):
                if self.dice.random() < 0.8:
                    self.pair.answer(
                        who, accepts=self.dice.random() < 0.9, now=self.now,
                        cleared=self.standing().cleared,
                    )  # fmt: skip

    def review(self) -> None:
        if self.pair is None or self.pair.state not in AGREED:
            return
        change = self.pair.resume if self.standing().cleared else self.pair.pause
        changed = change(self.now)
        if changed:
            self.letters |= {self.child.id, MENTOR, CURATOR}

    def birthday(self) -> None:
        self.now += timedelta(days=self.dice.choice((10, 30, 366)))
        self.review()
        if not self.left and to_ask(self.band, self.rows, self.versions):
            self.letters |= {self.child.id, GUARDIAN}

    def new_text(self) -> None:
        kind = self.dice.choice(list(BY_KIND))
        self.versions[kind] = str(int(self.versions[kind]) + 1)

    def withdraw(self) -> None:
        by = self.dice.choice((self.child.id, GUARDIAN))
        self.part.withdraw(self.now)
        for kind in BY_KIND:
            close(self.rows, kind, now=self.now, by=by)
        if self.pair is not None:
            self.pair.close(CONSENT_WITHDRAWN, self.now)
        self.letters.clear()

    def come_back(self) -> None:
        self.part.come_back()

    def deliver(self) -> None:
        assert not (self.left and self.letters), "something is said about who has left"
        self.said += len(self.letters)
        self.letters.clear()

    def judge(self) -> None:
        assert not (self.left and in_force(self.rows))
        if self.pair is None or self.pair.state not in MEETING:
            return
        born = self.child.birth_date
        assert born is not None
        years = age_on(born, self.now.date())
        needed = next(kinds for ages, kinds in NEEDED.items() if years in ages)
        assert needed <= in_force(self.rows), (years, in_force(self.rows))
        assert self.part.state is ParticipationState.APPROVED
        assert self.pair.active_since is not None
        self.worked += 1


MIX: tuple[tuple[Callable[[Life], None], int], ...] = (
    (Life.own, 8), (Life.guardian, 8), (Life.form, 8), (Life.approve, 8), (Life.propose, 6),
    (Life.answer, 8), (Life.birthday, 3), (Life.new_text, 1), (Life.withdraw, 1),
    (Life.come_back, 1), (Life.deliver, 3),
)  # fmt: skip


def test_lives_in_any_order_keep_the_two_promises() -> None:
    steps, weights = zip(*MIX, strict=True)
    worked = rested = said = 0
    for seed in range(LIVES):
        life = Life(random.Random(seed))
        story = life.dice.choices(steps, weights, k=STEPS)
        for number, step in enumerate(story):
            with suppress(Gone):  # the programme says no: as good an answer as any
                step(life)
            try:
                life.judge()
            except AssertionError as broken:
                done = [one.__name__ for one in story[: number + 1]]
                raise AssertionError(f"seed {seed}: {done}: {broken}") from broken
        worked += life.worked > 0
        said += life.said
        rested += life.pair is not None and life.pair.state is PairState.PAUSED
    assert worked > LIVES / 20, "hardly a pair was ever at work"
    assert rested > 0
    assert said > LIVES / 4

"""A quarter of a million steps of a random life, a million with `make soak`: no path leads to an
active pair without checks and consents.

People consent, withdraw, come back, grow older; documents are seen, end and are taken back;
mentors are interviewed, approved, put aside; pairs are proposed, accepted, paused, resumed. What is
done is done by the domain's own classes. After each step every active pair is looked at by a judge
who reads plain facts and knows the rules by heart, not by the code that is judged.

Documents and birthdays are looked at when a day begins, as the hourly job does; all else at once.
"""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.access import Role
from bot.domain.checks import Check
from bot.domain.clearance import Standing, in_force, valid_checks
from bot.domain.consents import close
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED, MEETING, OPEN, Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Consent, Person
from bot.domain.profile import Profile
from bot.domain.selection import Awaits, Selection, Stage
from tests.lengths import length

HOUSE, CURATOR = UUID(int=1), UUID(int=2)
STEPS, LIVES = 250_000, length(1, 4)
KINDS = ("employer", "learner", "teacher", "parent")
DOCUMENTS = ("identity", "no-criminal-record")
START = datetime(2030, 1, 1, 10, tzinfo=UTC)
MOST_PAIRS = 4
STAYS = timedelta(days=1000)  # after the eighteenth birthday


@dataclass(eq=False)
class Somebody:
    person: Person
    part: Participation
    consents: list[Consent] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    steps: set[Stage] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.fourteen_on, self.eighteen_on = (self.turns(age) for age in (14, 18))

    def turns(self, age: int) -> date:
        born = self.person.birth_date
        assert born is not None
        leap = (born.month, born.day) == (2, 29)
        return date(born.year + age, 3, 1) if leap else born.replace(year=born.year + age)

    def signs(self, kind: str, now: datetime) -> None:
        if any(one.kind == kind and one.valid for one in self.consents):
            return
        self.consents = [one for one in self.consents if one.valid]
        self.consents.append(
            Consent(
                organisation_id=HOUSE, person_id=self.person.id, given_by=self.person.id,
                kind=kind, version="1", text_hash="0", locale="ru", channel="paper", given_at=now,
            )
        )  # fmt: skip


class Life:
    """Three mentees and three mentors of one house, and all that may happen to them."""

    def __init__(self, seed: int, profile: Profile) -> None:
        self.chance, self.profile, self.now = random.Random(seed), profile, START
        self.known: dict[UUID, Somebody] = {}
        self.mentees = [self.newcomer(Role.MENTEE) for _ in range(3)]
        self.mentors = [self.newcomer(Role.MENTOR) for _ in range(3)]
        self.pairs: list[Pair] = []
        self.seen: Counter[str] = Counter()
        self.acts: tuple[Callable[[Somebody], None], ...] = (
            self.consents, self.consents, self.guardian_consents, self.guardian_consents,
            self.sends_form, self.sends_form, self.withdraws, self.guardian_withdraws,
            self.comes_back, self.comes_back, self.shows, self.shows, self.shows, self.loses,
            self.is_interviewed, self.is_interviewed, self.is_trained, self.is_trained,
            self.approved, self.approved, self.approved, self.declined, self.reserved,
            self.reopened, self.reopened, self.proposed, self.proposed, self.accepts,
            self.accepts, self.accepts, self.accepts, self.refuses, self.ends,
            self.changes_kind, self.days_pass,
        )  # fmt: skip

    @property
    def today(self) -> date:
        return self.now.date()

    def newcomer(self, role: Role) -> Somebody:
        youngest, oldest = (11, 17) if role is Role.MENTEE else (16, 60)
        born = self.today - timedelta(days=self.chance.randint(youngest * 365, oldest * 366))
        person = Person(locale="ru", created_at=self.now, birth_date=born)
        part = Participation(
            organisation_id=HOUSE, programme_id=HOUSE, person_id=person.id, role=role,
            created_at=self.now, kind=self.chance.choice(KINDS) if role is Role.MENTOR else None,
        )  # fmt: skip
        self.known[person.id] = made = Somebody(person, part)
        return made

    def live(self, steps: int) -> None:
        everybody = self.mentees + self.mentors
        for _ in range(steps):
            who, act = self.chance.choice(everybody), self.chance.choice(self.acts)
            with suppress(Gone):  # a press that comes too early or too late
                act(who)
            self.pairs = [pair for pair in self.pairs if pair.state in OPEN]
            self.judge([p for p in self.pairs if p.state in MEETING], act.__name__)
            if who.part.role is Role.MENTEE and self.today > who.eighteen_on + STAYS:
                self.replace(who)
                everybody = self.mentees + self.mentors

    def judge(self, active: list[Pair], after: str) -> None:
        """By plain facts."""
        for pair in active:
            assert pair.mentee_accepts is True, after
            assert pair.mentor_accepts is True, after
        for id_ in {id_ for pair in active for id_ in (pair.mentee_id, pair.mentor_id)}:
            one, today = self.known[id_], self.today
            given = {c.kind for c in one.consents if c.withdrawn_at is None}
            if today >= one.eighteen_on:
                assert "processing-adult" in given, after
            else:
                assert "guardian" in given, after
                assert today < one.fourteen_on or "processing-minor" in given, after
            assert one.part.state is ParticipationState.APPROVED, after
            if one.part.role is Role.MENTOR and one.part.kind != "learner":
                shown = {
                    c.kind for c in one.checks
                    if c.revoked_at is None and c.expires_on is not None and c.expires_on >= today
                }  # fmt: skip
                assert len(shown) == len(DOCUMENTS), after

    # --- who is who

    def of(self, person_id: UUID) -> Somebody:
        return self.known[person_id]

    def band(self, who: Somebody) -> AgeBand:
        band = who.person.band(self.today)
        assert band is not None
        return band

    def minor(self, who: Somebody) -> bool:
        return self.band(who) is not AgeBand.ADULT

    def pairs_of(self, who: Somebody) -> list[Pair]:
        return [pair for pair in self.pairs if who.person.id in pair.parties]

    def selection(self, who: Somebody) -> Selection:
        return self.profile.selection_for(who.part.role, who.part.kind)

    def standing(self, who: Somebody) -> Standing:
        return Standing(
            role=who.part.role,
            state=who.part.state,
            band=who.person.band(self.today),
            consents=in_force(who.consents),
            checks=valid_checks(who.checks, self.today),
            selection=self.selection(who),
        )

    def cleared(self, pair: Pair) -> bool:
        return all(self.standing(self.of(id_)).cleared for id_ in pair.parties)

    def review(self, pairs: list[Pair]) -> None:
        for pair in pairs:
            if pair.state in AGREED:
                if not self.cleared(pair):
                    self.seen["paused"] += pair.pause(self.now)
                else:
                    self.seen["resumed"] += pair.resume(self.now)

    def replace(self, who: Somebody) -> None:
        """Somebody grown up leaves, a new child comes."""
        for pair in self.pairs_of(who):
            pair.close("other", self.now)
        self.pairs = [pair for pair in self.pairs if pair.state in OPEN]
        del self.known[who.person.id]
        self.mentees[self.mentees.index(who)] = self.newcomer(Role.MENTEE)

    # --- what may happen

    def seldom(self) -> bool:
        """Else nobody would stay long enough to be in a pair."""
        return self.chance.random() < 0.05

    def consents(self, who: Somebody) -> None:
        if self.band(who) is not AgeBand.UNDER_14:
            who.signs("processing-minor" if self.minor(who) else "processing-adult", self.now)
        self.review(self.pairs_of(who))
        who.part.agreed(self.band(who))

    def guardian_consents(self, who: Somebody) -> None:
        if self.minor(who) and who.part.state is not ParticipationState.WITHDRAWN:
            who.signs("guardian", self.now)
            who.part.guardian_consented()
            self.review(self.pairs_of(who))

    def sends_form(self, who: Somebody) -> None:
        who.part.form_finished(minor=self.minor(who))

    def withdraws(self, who: Somebody) -> None:
        if not self.seldom():
            return
        for kind in ("processing-minor", "processing-adult"):
            close(who.consents, kind, now=self.now, by=who.person.id)
        self._leaves(who)

    def guardian_withdraws(self, who: Somebody) -> None:
        if self.seldom() and self.minor(who):
            close(who.consents, "guardian", now=self.now, by=CURATOR)
            self._leaves(who)

    def _leaves(self, who: Somebody) -> None:
        who.part.withdraw(self.now)
        for pair in self.pairs_of(who):
            pair.close("consent-withdrawn", self.now)
            self.seen["left"] += 1

    def comes_back(self, who: Somebody) -> None:
        who.part.come_back()

    def shows(self, who: Somebody) -> None:
        """The curator sees a document that holds for a while."""
        if who.part.role is not Role.MENTOR:
            return
        kind = self.chance.choice(DOCUMENTS)
        who.checks = [c for c in who.checks if c.valid_on(self.today)][-4:]
        who.checks.append(
            Check.seen(
                organisation_id=HOUSE, person_id=who.person.id, kind=kind, issued_on=self.today,
                expires_on=self.today + timedelta(days=self.chance.randint(0, 400)),
                number_hash=None, by=CURATOR, now=self.now, today=self.today,
            )
        )  # fmt: skip
        self.review(self.pairs_of(who))

    def loses(self, who: Somebody) -> None:
        if who.checks and self.seldom():
            self.chance.choice(who.checks).revoked_at = self.now
            self.review(self.pairs_of(who))

    def is_interviewed(self, who: Somebody) -> None:
        who.steps.add(Stage.INTERVIEWED)

    def is_trained(self, who: Somebody) -> None:
        who.steps.add(Stage.TRAINED)

    def approved(self, who: Somebody) -> None:
        selection, passed = self.selection(who), set(who.steps)
        if set(selection.checks) <= valid_checks(who.checks, self.today):
            passed.add(Stage.CHECKED)
        if selection.awaits(selection.reached(passed)) is Awaits.DECISION:
            who.part.decide(approved=True, by=CURATOR, now=self.now)
            self.seen["approved"] += 1

    def declined(self, who: Somebody) -> None:
        who.part.decide(approved=False, by=CURATOR, now=self.now)

    def reserved(self, who: Somebody) -> None:
        who.part.keep_in_reserve(by=CURATOR, now=self.now)

    def reopened(self, who: Somebody) -> None:
        who.part.reopen(self.now)

    def changes_kind(self, who: Somebody) -> None:
        if who.part.role is Role.MENTOR:
            if self.seldom():
                who.part.kind = self.chance.choice(KINDS)
            self.review(self.pairs_of(who))

    def proposed(self, who: Somebody) -> None:
        """To anybody approved, cleared or not: what is missing has to come before the work."""
        mentee, mentor = self.chance.choice(self.mentees), self.chance.choice(self.mentors)
        approved = {mentee.part.state, mentor.part.state} == {ParticipationState.APPROVED}
        if len(self.pairs) < MOST_PAIRS and approved:
            self.pairs.append(
                Pair(
                    organisation_id=HOUSE, programme_id=HOUSE, form="x",
                    mentee_participation_id=mentee.part.id, mentor_participation_id=mentor.part.id,
                    mentee_id=mentee.person.id, mentor_id=mentor.person.id, proposed_at=self.now,
                    proposed_by=CURATOR, expires_at=self.now + timedelta(days=14), score=1,
                    reasons=[], id=uuid4(),
                )
            )  # fmt: skip

    def _proposal(self, who: Somebody) -> Pair | None:
        return next((p for p in self.pairs_of(who) if p.state is PairState.PROPOSED), None)

    def accepts(self, who: Somebody) -> None:
        pair = self._proposal(who)
        if pair is not None:
            pair.answer(who.person.id, accepts=True, now=self.now, cleared=self.cleared(pair))
            self.seen[f"accepted: {pair.state}"] += 1

    def refuses(self, who: Somebody) -> None:
        pair = self._proposal(who)
        if pair is not None and self.seldom():
            pair.answer(who.person.id, accepts=False, now=self.now)

    def ends(self, who: Somebody) -> None:
        if self.pairs and self.seldom():
            self.chance.choice(self.pairs).close("other", self.now)

    def days_pass(self, who: Somebody) -> None:
        self.now += timedelta(days=self.chance.choice((1, 1, 1, 1, 1, 1, 7)))
        for pair in self.pairs:
            pair.expire(self.now)
        self.review(self.pairs)


@pytest.mark.parametrize("seed", range(LIVES))
def test_no_path_leads_to_an_active_pair_without_checks_and_consents(
    seed: int, profile: Profile
) -> None:
    life = Life(seed, profile)
    life.live(STEPS)
    # it was a full life: everything that could go wrong was tried often
    often = {"approved", "accepted: intro", "accepted: paused", "paused", "resumed", "left"}
    rare = {what: life.seen[what] for what in often if life.seen[what] < 20}
    assert rare == {}, life.seen

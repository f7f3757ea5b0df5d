"""Whom the curator is to talk with by the contact standard, and one tap to say it is done.

A talk is a mark on the person's pairs at work (`PairMark`), so also what is done from the digest
counts. A mentor of several pairs is talked with once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.check_ins import CheckIn, CheckInRules, Due, Talks, check_in, due_on
from bot.domain.digest_choices import DigestChoice
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.pair_marks import Done
from bot.domain.pairs import MEETING
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring.digest_choices import choice_of
from bot.usecases.pairs.marks import note
from bot.usecases.pairs.pairs import PairLine, lines
from bot.usecases.team.caseloads import theirs


@dataclass(frozen=True)
class TalksDue:
    """People to talk with by the contact standard."""

    due: int  # within the days of the profile, late ones among them
    late: int
    days: int  # the latest is late by so many


@dataclass(frozen=True)
class TalkLine:
    person_id: UUID
    name: str
    role: Role
    partners: tuple[str, ...]
    pair_ids: tuple[UUID, ...]
    check_in: CheckIn
    last: date | None  # talk


@dataclass(frozen=True)
class TalkList:
    programme: str
    due: tuple[TalkLine, ...]  # the latest first
    just: tuple[TalkLine, ...]  # talked with today by the actor: can be taken back
    people: int  # in pairs at work
    today: date
    rules: CheckInRules

    @property
    def late(self) -> int:
        return sum(one.check_in.due is Due.LATE for one in self.due)

    @property
    def days(self) -> int:
        return max((one.check_in.late for one in self.due), default=0)


async def talks_due(
    tx: Transaction,
    programme: Programme,
    found: Sequence[PairLine],
    profile: Profile,
    today: date,
    zone: str,
    choice: DigestChoice,
) -> TalksDue:
    """Of these pairs, in numbers."""
    since = begun_with(programme, choice)
    talks = await tx.digests.talks(programme.id)
    due = [
        one.check_in
        for one in talk_lines(found, talks, profile.check_ins, today, zone, since)
        if one.check_in.due is not Due.AHEAD
    ]
    late = [one.late for one in due if one.due is Due.LATE]
    return TalksDue(len(due), len(late), max(late, default=0))


def begun_with(programme: Programme, choice: DigestChoice) -> date | None:
    """The day from which the contact standard counts; None: from the first day of each pair."""
    return max((day for day in (programme.talks_since, choice.talks_since) if day), default=None)


def talk_lines(
    found: Sequence[PairLine],
    talks: Mapping[tuple[UUID, Role], Talks],
    rules: CheckInRules,
    today: date,
    zone: str,
    since: date | None,
) -> list[TalkLine]:
    """One line for each person in these pairs that is at work, the one due first at the top."""
    of: dict[tuple[UUID, Role], list[tuple[date, PairLine]]] = {}
    for line in found:
        if line.state not in MEETING or line.began is None:
            continue
        begun = local(line.began, zone).date()
        went_on = local(line.went_on or line.began, zone).date()
        for role, person_id in ((Role.MENTEE, line.mentee_id), (Role.MENTOR, line.mentor_id)):
            had = talks.get((line.pair_id, role), Talks())
            of.setdefault((person_id, role), []).append(
                (due_on(begun, went_on, had, rules, since), line)
            )
    made = []
    for (person_id, role), due in of.items():
        pairs = [line for _, line in due]
        mentee = role is Role.MENTEE
        days = [talks[one.pair_id, role].last for one in pairs if (one.pair_id, role) in talks]
        made.append(
            TalkLine(
                person_id=person_id,
                name=pairs[0].mentee if mentee else pairs[0].mentor,
                role=role,
                partners=tuple(one.mentor if mentee else one.mentee for one in pairs),
                pair_ids=tuple(one.pair_id for one in pairs),
                check_in=check_in(min(day for day, _ in due), today, rules),
                last=max((day for day in days if day is not None), default=None),
            )
        )
    return sorted(made, key=lambda one: (one.check_in.due_on, one.name, one.person_id, one.role))


async def listed(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> TalkList:
    """The due list of whoever asks: people of the pairs they care for."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        found, today = await _lines(tx, actor, programme, profile)
        mine = {
            (mark.pair_id, role)
            for mark in await tx.digests.calls_of_day(programme_id, actor.person_id, today)
            for role, there in (
                (Role.MENTEE, mark.with_mentee),
                (Role.MENTOR, mark.with_mentor),
            )
            if there
        }
        return TalkList(
            programme=programme.name,
            due=tuple(one for one in found if one.check_in.due is not Due.AHEAD),
            just=tuple(
                one for one in found if any((id_, one.role) in mine for id_ in one.pair_ids)
            ),
            people=len(found),
            today=today,
            rules=profile.check_ins,
        )


async def _lines(
    tx: Transaction, actor: Actor, programme: Programme, profile: Profile
) -> tuple[list[TalkLine], date]:
    house = await tx.get(Organisation, programme.organisation_id)
    today = local(tx.now, house.timezone).date()
    cares, _ = await theirs(tx, programme, actor.person_id, today)
    found = await lines(tx, programme, profile, private=True, only=cares)
    talks = await tx.digests.talks(programme.id)
    since = begun_with(programme, await choice_of(tx, programme, actor.person_id))
    return talk_lines(found, talks, profile.check_ins, today, house.timezone, since), today


async def talked(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    person_id: UUID,
    role: Role,
    profile: Profile,
    taken_back: bool = False,
) -> None:
    """Note a talk with the person in each of their pairs at work; or take today's note back.

    Raises `Gone` for somebody who is in none of the actor's pairs.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        today = local(tx.now, house.timezone).date()
        cares, _ = await theirs(tx, programme, actor.person_id, today)
        pairs = [
            pair
            for pair in await tx.pairs.of_person(person_id, MEETING)
            if pair.programme_id == programme_id
            and cares(pair)
            and pair.side(person_id) is role
        ]
        if not pairs:
            raise Gone
        for pair in pairs:
            actor.must(May.PROPOSE_PAIRS, pair)
        if not taken_back:
            for pair in pairs:
                await note(
                    tx, actor, pair, what=Done.CALLED, profile=profile, sides=frozenset({role})
                )
            return
        ids = {pair.id for pair in pairs}
        for mark in await tx.digests.calls_of_day(programme_id, actor.person_id, today):
            if mark.pair_id not in ids:
                continue
            if role is Role.MENTEE:
                mark.with_mentee = False
            else:
                mark.with_mentor = False
            if not (mark.with_mentee or mark.with_mentor):
                await tx.digests.forget_mark(mark)

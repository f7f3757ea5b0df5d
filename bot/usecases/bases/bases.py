"""The bases of a programme as its team sees them: lists, cards, and what an export holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.bases import BASES, BIRTH_YEAR, GROUP, NAME, Fact, Member
from bot.domain.pairs import CONSENT_WITHDRAWN, ENDINGS, FINISHED
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person, searchable
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.domain.spoken import Listed, Phrase
from bot.storage.database import Database, Transaction
from bot.usecases.applications.applications import READABLE
from bot.usecases.joining.intake import GUARDIAN_CONSENT

PAGE = 8
SLICE = 500  # rows of an export read at once: others are answered in between
# whoever is in an exported base has every consent in place
EXPORTED = (ParticipationState.APPLIED, ParticipationState.APPROVED, ParticipationState.RESERVE)
PLACE = "workplace"  # an item; who learns has a "group" instead
IN_BOT, GUARDIAN_IN_BOT = Phrase("bases-contact-bot"), Phrase("bases-contact-guardian-bot")
ON_PAPER = Phrase("bases-contact-paper")
PASSED = Phrase("bases-mark-passed")


@dataclass(frozen=True)
class Overview:
    numbers: Mapping[Role, int]
    fast_lane: int  # mentees here who went on to become mentors
    not_come: int  # entered by the team, without an account
    may_enter: bool


async def overview(db: Database, actor: Actor, *, programme_id: UUID) -> Overview:
    """How many there are in each role, whatever their state."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_BASES, programme)
        counts = await tx.participations.counts(programme_id)
        numbers = dict.fromkeys((*BASES, Role.ALUMNUS), 0)
        for (role, _), number in counts.items():
            numbers[role] = numbers.get(role, 0) + number
        return Overview(
            numbers=numbers,
            fast_lane=(await tx.goodbyes.fast_lane(programme_id))[0],
            not_come=await tx.bases.not_come(programme_id),
            may_enter=actor.may(May.ENTER_PARTICIPANTS, programme),
        )


async def names(
    db: Database, actor: Actor, *, programme_id: UUID, participation_ids: Sequence[UUID]
) -> dict[UUID, str | None]:
    """Of people of this programme, by participation."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        found = await tx.participations.many(participation_ids)
        here = {p.id: p.person_id for p in found.values() if p.programme_id == programme_id}
        people = await tx.people.many(list(here.values()))
        return {id_: people[person_id].name for id_, person_id in here.items()}


@dataclass(frozen=True)
class Line:
    participation_id: UUID
    name: str | None
    state: ParticipationState
    invited: bool  # entered by the team, and nobody has come by the link yet


@dataclass(frozen=True)
class Found:
    lines: tuple[Line, ...]
    total: int
    more: bool


async def listed(
    db: Database, actor: Actor, *, programme_id: UUID, role: Role, words: str = "", page: int = 0
) -> Found:
    """A page of the people in one role, by name; `words`: a part of the name."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_BASES, programme)
        sought = searchable(words) or ""
        found = await tx.bases.page(
            programme_id, role, sought, limit=PAGE + 1, offset=page * PAGE
        )
        lines = tuple(
            Line(one.id, one.name, one.state, one.entered_by is not None and not one.here)
            for one in found[:PAGE]
        )
        total = await tx.bases.number(programme_id, role, sought)
        return Found(lines, total, len(found) > PAGE)


@dataclass(frozen=True)
class BaseCard:
    """Somebody in a base; answers only for whoever may read applications."""

    participation_id: UUID
    programme_id: UUID
    name: str | None
    role: Role
    state: ParticipationState
    birth_year: int | None
    here: bool  # has an account in the messenger
    lost: bool  # and has stopped the bot
    entered: bool
    minor: bool
    guardian_agreed: bool
    partners: tuple[str, ...]
    questionnaire: Questionnaire | None
    answers: Mapping[str, Any]
    may_enter: bool  # links, paper, the form in somebody's name
    may_read: bool
    since: datetime
    zone: str
    now: datetime


async def card(db: Database, actor: Actor, *, participation_id: UUID) -> BaseCard:
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        if not actor.may(May.SEE_BASES, participation):
            actor.must(May.ENTER_PARTICIPANTS, participation)
        person = await tx.get(Person, participation.person_id)
        house = await tx.get(Organisation, participation.organisation_id)
        open_pairs = [
            pair
            for pair in await tx.pairs.of_person(person.id)
            if pair.programme_id == participation.programme_id and pair.ended_at is None
        ]
        names = await tx.people.names([pair.partner(person.id) for pair in open_pairs])
        may_read = actor.may(May.SEE_APPLICATIONS, participation)
        account = (await tx.people.contacts_of([person.id])).get(person.id)
        questionnaire, answers = await _answers(tx, participation) if may_read else (None, {})
        return BaseCard(
            participation_id=participation.id,
            programme_id=participation.programme_id,
            name=person.name,
            role=participation.role,
            state=participation.state,
            birth_year=person.birth_year if may_read else None,
            here=account is not None,
            lost=account is not None and not account.reachable,
            entered=participation.entered_by is not None,
            minor=person.is_minor(tx.now.date()),
            guardian_agreed=participation.guardian_agreed,
            partners=tuple(names.values()),
            questionnaire=questionnaire,
            answers=answers,
            may_enter=actor.may(May.ENTER_PARTICIPANTS, participation),
            may_read=may_read,
            since=participation.created_at,
            zone=house.timezone,
            now=tx.now,
        )


async def _answers(
    tx: Transaction, participation: Participation
) -> tuple[Questionnaire | None, dict[str, Any]]:
    """What was handed in with every consent in place; of others nothing is shown."""
    if participation.response_id is None or participation.state not in READABLE:
        return None, {}
    response = await tx.get(Response, participation.response_id)
    questionnaire = await tx.surveys.version(response.questionnaire_id)
    return questionnaire, response.counted(questionnaire)


@dataclass(frozen=True)
class Exported:
    programme: str
    organisation: str
    members: Mapping[Role, tuple[Member, ...]]
    left_out: int  # who have not agreed to everything yet
    asked: Mapping[UUID, Questionnaire]
    day: date


async def export(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Exported:
    """Everybody with every consent in place, in both bases; cells as facts and answers."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_BASES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        gathered = _Gathered(house, profile)
        for role in BASES:
            offset = 0
            while found := await tx.bases.exported(
                programme_id, role, EXPORTED, limit=SLICE, offset=offset
            ):
                gathered.people[role] += found
                offset += SLICE
        for pair in await tx.bases.pairings(programme_id):
            gathered.pair(pair)
        gathered.on_paper = await tx.bases.on_paper(programme_id, GUARDIAN_CONSENT)
        used = {one.questionnaire_id for some in gathered.people.values() for one in some}
        asked = {id_: await tx.surveys.version(id_) for id_ in used if id_ is not None}
        counts = await tx.participations.counts(programme_id)
        waiting = {ParticipationState.CONSENT, ParticipationState.FORM, ParticipationState.GUARDIAN}
        return Exported(
            programme=programme.name,
            organisation=house.name,
            members={role: gathered.members(role) for role in BASES},
            left_out=sum(
                n for (role, state), n in counts.items() if role in BASES and state in waiting
            ),
            asked=asked,
            day=moments.local(tx.now, house.timezone).date(),
        )


@dataclass
class _Gathered:
    """Rows of the bases, put together in memory: partners are in the other base."""

    house: Organisation
    profile: Profile
    people: dict[Role, list[Any]] = field(default_factory=lambda: {role: [] for role in BASES})
    pairs: dict[UUID, list[Any]] = field(default_factory=dict)
    on_paper: set[UUID] = field(default_factory=set)

    def pair(self, pair: Any) -> None:
        for side in (pair.mentee_participation_id, pair.mentor_participation_id):
            self.pairs.setdefault(side, []).append(pair)

    def members(self, role: Role) -> tuple[Member, ...]:
        other = Role.MENTOR if role is Role.MENTEE else Role.MENTEE
        known = {one.id: one for one in self.people[other]}
        return tuple(
            Member(
                facts=self._facts(number, one, role, other, known),
                answers={
                    **(one.answers or {}),
                    PLACE: _place(one.answers),
                    NAME: one.name,
                    BIRTH_YEAR: one.birth_year,
                },
                questionnaire=one.questionnaire_id,
            )
            for number, one in enumerate(self.people[role], 1)
        )

    def _facts(
        self, number: int, one: Any, role: Role, other: Role, known: Mapping[UUID, Any]
    ) -> dict[Fact, Any]:
        mine = self.pairs.get(one.id, [])
        theirs = [
            known.get(
                pair.mentor_participation_id
                if role is Role.MENTEE
                else pair.mentee_participation_id
            )
            for pair in mine
        ]
        partners = [partner for partner in theirs if partner is not None]
        over = bool(mine) and all(pair.ended_at is not None for pair in mine)
        approved = one.state is ParticipationState.APPROVED
        ended = max(pair.ended_at for pair in mine) if over else None
        return {
            Fact.NUMBER: number,
            Fact.CONTACT: self._contact(one),
            Fact.JOINED: self._day(one.decided_at) if approved else None,
            Fact.PARTNER: "; ".join(dict.fromkeys(p.name for p in partners if p.name)) or None,
            Fact.PARTNER_PLACE: self._places(partners, other),
            Fact.FORM: self._forms(mine),
            Fact.ENDED: self._day(ended),
            Fact.RESULTS: _ending(mine[-1].reason) if over else None,
            Fact.MARK: PASSED if over and any(p.reason == FINISHED for p in mine) else None,
        }

    def _contact(self, one: Any) -> Phrase:
        """How to reach somebody, and never the account itself."""
        if one.guardian_needed:
            return ON_PAPER if one.person_id in self.on_paper else GUARDIAN_IN_BOT
        return IN_BOT if one.here else ON_PAPER

    def _places(self, partners: list[Any], role: Role) -> str | None:
        places = [place for partner in partners if (place := _place(partner.answers))]
        if role is Role.MENTEE:
            places = [f"{self.house.name}, {place}" for place in places]
        return "; ".join(dict.fromkeys(places)) or None

    def _forms(self, mine: list[Any]) -> Listed | None:
        forms = [self.profile.form(key) for key in dict.fromkeys(pair.form for pair in mine)]
        titles = tuple(form.title for form in forms if form is not None)
        return Listed(titles) if titles else None

    def _day(self, moment: datetime | None) -> date | None:
        return moments.local(moment, self.house.timezone).date() if moment else None


def _place(answers: Mapping[str, Any] | None) -> str | None:
    """Where somebody works, or the group they learn in."""
    place = (answers or {}).get(PLACE) or (answers or {}).get(GROUP)
    return str(place) if place else None


def _ending(reason: str | None) -> Phrase | None:
    known = reason in (*ENDINGS, CONSENT_WITHDRAWN)
    return Phrase(f"pairs-ending-{reason}") if known else None

"""A programme and its people without any messenger, for tests of what can be done.

    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    igor = await village.joins(anna, Role.MENTOR)
    pair = await village.pair(anna, dima, igor)

Everything is done by the use cases themselves, one person after another; accounts are numbered.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select

from bot.domain.access import Actor, Role
from bot.domain.moments import local
from bot.domain.notices import Notice, NoticeState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Person
from bot.domain.profile import Profile
from bot.domain.questions import Lexicon
from bot.profiles import load_lexicon
from bot.storage.database import Database
from bot.storage.tables import inbox, notices
from bot.usecases import people
from bot.usecases.applications import applications, checking, selection
from bot.usecases.consents import consent_rounds
from bot.usecases.joining import ages, guardians, intake
from bot.usecases.letters import Desk, Letter, compose
from bot.usecases.matching import matching
from bot.usecases.monitoring import surveys, waves
from bot.usecases.pairs import meetings, pairs
from bot.usecases.programme import programmes
from bot.usecases.team import invitations
from sandbox.wall import Wall

T = TypeVar("T")
MESSENGER = "telegram"
ZONE = "Asia/Yekaterinburg"
FORMS = ("employer_learner", "teacher_learner", "student_student", "pupil_pupil")
Answers = Mapping[str, str | list[str]]
MENTEE: Answers = {
    "kind": "student",
    "group": "ПО-21",
    "needs": ["drawing", "physics"],
    "interests": ["cars"],
    "free_time": ["tue-16", "thu-16"],
    "formats": ["in-person", "online"],
}
MENTOR: Answers = {
    "kind": "employer",
    "group": "ПО-41",  # of a learner
    "workplace": "ЧТЗ",
    "own_children": "no",
    "hours": "up-to-4",
    "competences": ["drawing", "careers"],
    "interests": ["cars"],
    "capacity": "2",
    "formats": ["in-person", "online"],
    "free_time": ["tue-16", "thu-16"],
}
ALUMNUS: Answers = {"graduated": "2010", "offers": ["talk"], "hours": "few"}
FORM_OF: Mapping[Role, Answers] = {
    Role.MENTEE: MENTEE,
    Role.MENTOR: MENTOR,
    Role.ALUMNUS: ALUMNUS,
}
BORN = {Role.MENTEE: "2010", Role.MENTOR: "1990", Role.ALUMNUS: "1992"}


class NobodyThere(AssertionError):
    """Nobody has this account, or not any more."""


@dataclass(frozen=True)
class Curator:
    account: int
    organisation: str
    organisation_id: UUID
    programme_id: UUID


@dataclass(frozen=True)
class Member:
    account: int
    person_id: UUID
    participation_id: UUID


async def in_place(work: Callable[..., T], *given: Any) -> T:
    """What the worker process does, without a process."""
    return work(*given)


class Village:
    def __init__(self, db: Database, profile: Profile, wall: Wall) -> None:
        self.db, self.profile, self.wall = db, profile, wall
        self.lexicon: Lexicon = load_lexicon()
        self._accounts = 100
        self.began = wall()

    def account(self) -> int:
        self._accounts += 1
        return self._accounts

    async def known(self, account: int) -> Actor | None:
        return await people.acquaint(self.db, messenger=MESSENGER, address=str(account))

    async def actor(self, who: "int | Curator | Member") -> Actor:
        """As they are right now."""
        account = who if isinstance(who, int) else who.account
        found = await self.known(account)
        if found is None:
            raise NobodyThere(account)
        return found

    async def opens(self, account: int, token: str) -> invitations.Opened:
        return await invitations.open_link(
            self.db,
            messenger=MESSENGER,
            address=str(account),
            locale="ru",
            token=token,
            profile=self.profile,
        )

    async def issue(
        self, role: Role, organisation: str, programme: str | None = None
    ) -> invitations.Issued:
        return await invitations.issue(
            self.db,
            role=role,
            organisation=organisation,
            programme=programme,
            profile="chelyabinsk",
            timezone=ZONE,
        )

    async def curator(
        self, organisation: str = "Колледж №1", programme: str = "Траектория"
    ) -> Curator:
        """Invited by the operator, with a programme of her own."""
        account = self.account()
        issued = await self.issue(Role.CURATOR, organisation)
        await self.opens(account, issued.token)
        me = await self.actor(account)
        await programmes.introduce_curator(self.db, me, name="Анна Петрова")
        programme_id = await programmes.create(
            self.db,
            me,
            name=programme,
            forms=list(FORMS),
            starts_on=date(2029, 9, 1),
            ends_on=date(2030, 8, 31),
        )
        return Curator(account, organisation, issued.organisation_id, programme_id)

    async def link(self, curator: Curator, role: Role) -> str:
        return await invitations.invite(
            self.db, await self.actor(curator), role=role, programme_id=curator.programme_id
        )

    async def enters(self, curator: Curator, role: Role, account: int | None = None) -> Member:
        """In by a link, nothing agreed to yet."""
        account = account or self.account()
        opened = await self.opens(account, await self.link(curator, role))
        assert opened.participation_id is not None
        return Member(account, opened.person_id, opened.participation_id)

    async def agrees(self, member: Member, band: AgeBand = AgeBand.ADULT) -> ParticipationState:
        return await intake.agree(
            self.db,
            await self.actor(member),
            participation_id=member.participation_id,
            band=band,
            profile=self.profile,
            channel=MESSENGER,
        )

    async def fills(
        self, member: Member, role: Role, *, name: str, born: str | None = None,
        answers: Answers | None = None,
    ) -> None:  # fmt: skip
        """All answers of the form; not sent yet."""
        me = await self.actor(member)
        form = await intake.form_of(self.db, me, participation_id=member.participation_id)
        year = born or BORN[role]
        asked = {"name": name, "birth_year": year, "birth_date": f"12.03.{year}"}
        await self.writes(form, {**asked, **FORM_OF[role], **(answers or {})})

    async def sends(self, member: Member) -> ParticipationState:
        return await intake.send_form(
            self.db,
            await self.actor(member),
            participation_id=member.participation_id,
            profile=self.profile,
        )

    async def applies(
        self,
        curator: Curator,
        role: Role,
        *,
        name: str = "",
        born: str | None = None,
        answers: Answers | None = None,
        account: int | None = None,
    ) -> Member:
        """An adult whose form waits for the curator."""
        member = await self.enters(curator, role, account)
        await self.agrees(member)
        name = name or f"{role.capitalize()} {member.account}"
        await self.fills(member, role, name=name, born=born, answers=answers)
        await self.sends(member)
        return member

    async def joins(
        self,
        curator: Curator,
        role: Role,
        *,
        name: str = "",
        born: str | None = None,
        answers: Answers | None = None,
    ) -> Member:
        """An adult who has been approved."""
        member = await self.applies(curator, role, name=name, born=born, answers=answers)
        await self.approves(curator, member)
        return member

    async def approves(self, curator: Curator, member: Member) -> None:
        """A mentor passes the selection first."""
        me = await self.actor(curator)
        async with self.db.reading() as tx:
            found = await tx.get(Participation, member.participation_id)
        if found.role is Role.MENTOR and found.state is ParticipationState.APPLIED:
            await self.selects(curator, member)
        await applications.approve(
            self.db, me, participation_id=member.participation_id, profile=self.profile
        )

    async def checks(
        self,
        curator: Curator,
        member: Member,
        *,
        days: int = 3650,
        number: str = "",
        kinds: Sequence[str] = ("identity", "no-criminal-record"),
    ) -> None:
        """The curator has seen the documents that a mentor of this kind needs."""
        me, today = await self.actor(curator), local(self.wall(), ZONE).date()
        shown = await checking.documents(
            self.db, me, participation_id=member.participation_id, profile=self.profile
        )
        for kind in (line.kind for line in shown.lines if line.kind.key in kinds):
            number_hash = None
            if kind.numbered:
                number_hash = await checking.keep_number(
                    self.db,
                    me,
                    participation_id=member.participation_id,
                    number=number or f"{member.account:08}",
                )
            await checking.record(
                self.db,
                me,
                participation_id=member.participation_id,
                kind=kind.key,
                issued_on=today,
                expires_on=today + timedelta(days=days) if kind.months else None,
                number_hash=number_hash,
                profile=self.profile,
            )

    async def interviews(
        self, who: "int | Curator | Member", member: Member, *, recommended: bool = True
    ) -> None:
        await selection.record_interview(
            self.db,
            await self.actor(who),
            participation_id=member.participation_id,
            recommended=recommended,
            profile=self.profile,
        )

    async def trains(self, curator: Curator, member: Member) -> None:
        await selection.mark_trained(
            self.db,
            await self.actor(curator),
            participation_id=member.participation_id,
            profile=self.profile,
        )

    async def selects(self, curator: Curator, mentor: Member, *, days: int = 3650) -> None:
        """Everything but the decision."""
        await self.checks(curator, mentor, days=days)
        await self.interviews(curator, mentor)
        await self.trains(curator, mentor)

    async def minor(
        self,
        curator: Curator,
        role: Role = Role.MENTEE,
        *,
        band: AgeBand = AgeBand.FROM_14_TO_17,
        name: str = "Лена Кузнецова",
    ) -> Member:
        """Somebody of 16 with a form sent, or of 12 who may not fill one in yet."""
        member = await self.enters(curator, role)
        if await self.agrees(member, band) is ParticipationState.FORM:
            await self.fills(member, role, name=name, born="2014")
            await self.sends(member)
        return member

    async def born(self, member: Member, day: date) -> None:
        """The day of birth, as the form would have kept it."""
        async with self.db.transaction() as tx:
            person = await tx.get(Person, member.person_id)
            person.birth_date, person.birth_year = day, day.year

    async def child(
        self, curator: Curator, *, name: str = "Ваня Белов", turns_14_in: int = 10
    ) -> tuple[Member, int]:
        """Somebody of 13 who has been approved, and the guardian's account."""
        child = await self.enters(curator, Role.MENTEE)
        await self.agrees(child, AgeBand.UNDER_14)
        guardian = await self.guardian(child)
        day = self.years_ago(14) + timedelta(days=turns_14_in)
        await self.fills(child, Role.MENTEE, name=name, born=str(day.year))
        await self.sends(child)
        await self.born(child, day)
        await self.approves(curator, child)
        return child, guardian

    def years_ago(self, years: int) -> date:
        """The day on which somebody was born who turns so old today."""
        today = local(self.wall(), ZONE).date()
        return today.replace(year=today.year - years)

    async def goes_round(self) -> int:
        """What the clock does about consents."""
        return await consent_rounds.round_of(self.db, self.profile)

    async def guardian_link(self, member: Member) -> str:
        return await invitations.invite_guardian(
            self.db, await self.actor(member), participation_id=member.participation_id
        )

    async def guardian(self, member: Member, name: str = "Ольга Кузнецова") -> int:
        """The guardian's account, having consented."""
        account = self.account()
        opened = await self.opens(account, await self.guardian_link(member))
        await self.consents(opened, name=name)
        return account

    async def consents(self, opened: invitations.Opened, name: str = "Ольга Кузнецова") -> None:
        await guardians.consent(
            self.db,
            guardian_id=opened.person_id,
            invitation_id=opened.invitation_id,
            name=name,
            profile=self.profile,
            channel=MESSENGER,
        )

    async def writes(self, response_id: UUID, given: Answers) -> None:
        """All answers of a form in one transaction; what is not given is skipped.

        Half of all tests begin with people who have filled in a form: a transaction for each answer
        was half of their time. Whose story is the form itself takes `answers`.
        """
        async with self.db.transaction() as tx:
            response, _ = await tx.surveys.to_answer(response_id)
            form = await tx.surveys.version(response.questionnaire_id)
            lexicon = self.lexicon.on(tx.now.date())
            while (item := response.current(form)) is not None:
                value = given.get(item.key)
                if value is None:
                    response.skip(form, item.key, tx.now)
                elif isinstance(value, str):
                    response.answer(form, item.key, value, lexicon, tx.now)
                else:
                    for one in value:
                        response.toggle(form, item.key, one, lexicon, tx.now)
                    response.commit_multiple(form, item.key, tx.now)
                await ages.heed(tx, response, item.key)

    async def answers(self, who: Member, response_id: UUID, given: Answers) -> None:
        """Item by item, as taps would; what is not given is skipped."""
        me = await self.actor(who)
        screen = await surveys.screen(self.db, me, response_id=response_id)
        while screen.item is not None:
            key, value = screen.item.key, given.get(screen.item.key)
            if value is None:
                screen = await surveys.skip(self.db, me, response_id=response_id, key=key)
            elif isinstance(value, str):
                screen = await self.taps(me, response_id, key, value)
            else:
                for one in value:
                    await self.taps(me, response_id, key, one)
                screen = await surveys.next_item(self.db, me, response_id=response_id, key=key)

    async def taps(self, me: Actor, response_id: UUID, key: str | None, raw: str) -> surveys.Screen:
        return await surveys.answer(
            self.db, me, response_id=response_id, key=key, raw=raw, lexicon=self.lexicon
        )

    async def proposes(self, curator: Curator, mentee: Member, mentor: Member) -> UUID:
        return await self.proposes_to(
            curator, mentee.participation_id, mentor.participation_id
        )

    async def proposes_to(self, curator: Curator, mentee_id: UUID, mentor_id: UUID) -> UUID:
        """By participations, also of people without an account."""
        return await matching.approve(
            self.db,
            await self.actor(curator),
            programme_id=curator.programme_id,
            mentee_id=mentee_id,
            mentor_id=mentor_id,
            profile=self.profile,
        )

    async def pair(self, curator: Curator, mentee: Member, mentor: Member) -> UUID:
        """A pair at work."""
        pair_id = await self.proposes(curator, mentee, mentor)
        for member in (mentee, mentor):
            await pairs.answer(
                self.db,
                await self.actor(member),
                pair_id=pair_id,
                accepts=True,
                profile=self.profile,
            )
        return pair_id

    async def offers(self, mentor: Member, pair_id: UUID, *times: datetime) -> UUID:
        """Where also an adult and a minor may meet first."""
        return await meetings.offer(
            self.db, await self.actor(mentor), pair_id=pair_id, times=times, place="on-site"
        )

    async def meets(self, mentee: Member, mentor: Member, pair_id: UUID, at: datetime) -> UUID:
        """A meeting both have agreed on."""
        meeting_id = await self.offers(mentor, pair_id, at)
        await meetings.pick(self.db, await self.actor(mentee), meeting_id=meeting_id, at=at)
        return meeting_id

    async def opens_wave(
        self, curator: Curator, days: int = 10, key: str = waves.HALF_WAY
    ) -> UUID:
        return await waves.open_wave(
            self.db,
            await self.actor(curator),
            programme_id=curator.programme_id,
            key=key,
            days=days,
            profile=self.profile,
        )

    async def state(self, member: Member) -> ParticipationState:
        async with self.db.reading() as tx:
            return (await tx.get(Participation, member.participation_id)).state

    async def notices(self, *kinds: str, to: UUID | None = None) -> Sequence[Notice]:
        """What waits to be said, the earliest first."""
        query = select(Notice).where(notices.c.state == NoticeState.PLANNED)
        if kinds:
            query = query.where(notices.c.kind.in_(kinds))
        if to is not None:
            query = query.where(notices.c.to == to)
        async with self.db.reading() as tx:
            found = await tx._session.scalars(query.order_by(notices.c.due_at, notices.c.to))
            return found.all()

    async def letters(self, *kinds: str, to: UUID | None = None) -> list[Letter]:
        """What these notices would say now."""
        planned = await self.notices(*kinds, to=to)
        async with self.db.reading() as tx:
            composed = await compose(Desk(tx, self.profile), planned)
        return [composed[n.id] for n in planned if n.id in composed]

    async def said(self) -> None:
        """Everything planned so far has been delivered."""
        async with self.db.statements() as connection:
            await connection.execute(
                notices.update()
                .where(notices.c.state == NoticeState.PLANNED)
                .values(state=NoticeState.SENT, settled_at=self.wall())
            )

    async def inbox_states(self) -> dict[str, int]:
        async with self.db.reader.connect() as connection:
            rows = await connection.execute(
                select(inbox.c.state, func.count()).group_by(inbox.c.state)
            )
            return {state: count for state, count in rows}

    def later(self, **span: float) -> datetime:
        """The clock goes on."""
        self.wall.move(timedelta(**span))
        return self.wall()

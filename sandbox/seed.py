"""The seeded programme of the demo, lived through by the same use cases and letters as a real one.

The clock starts seven weeks back and goes forward, so phones hold a true history.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, Role
from bot.domain.meetings import Receipt
from bot.domain.people import AgeBand
from bot.domain.questions import Lexicon, Multiple
from bot.profiles import load_lexicon
from bot.usecases import people
from bot.usecases.applications import applications
from bot.usecases.joining import guardians, intake
from bot.usecases.matching import matching
from bot.usecases.monitoring import surveys, waves
from bot.usecases.pairs import meetings, pairs
from bot.usecases.programme import programmes
from bot.usecases.team import invitations
from sandbox import people_of_demo as demo
from sandbox.people_of_demo import Invented
from sandbox.seed_monitoring import report
from sandbox.seed_pairs import go_on
from sandbox.seed_selection import select
from sandbox.seed_wishes import NOT_WITH, WISHED, wish

if TYPE_CHECKING:
    from bot.app import Parts
    from sandbox.stage import Stage

MESSENGER = "telegram"
WEEKS = 7
FORMS = ["employer_learner", "teacher_learner", "student_student"]
# the pairs at work: (mentee, mentor, days ago of meetings held, what is special)
AT_WORK: tuple[tuple[int, int, tuple[int, ...], str], ...] = (
    (301, 201, (33, 19, 5), "ahead"),
    (302, 202, (30, 16, 2), ""),
    (304, 203, (31, 17, 4), "disputed"),
    (305, 204, (34, 23), ""),
    (303, 205, (29, 16), ""),
    (307, 202, (27, 13, 6), ""),
)
PROPOSED = (306, 205)
ANSWERED_ALL = (302, 202, 203, 204, 305)  # not the phones on the page: they can answer
ANSWERED_TWO = (304,)


class World:
    """The seeding hand: acts as each person in turn."""

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage
        self.parts: Parts = stage.parts
        self.lexicon: Lexicon = load_lexicon()
        self.programme_id: UUID | None = None

    async def actor(self, account: int) -> Actor:
        known = await people.acquaint(self.parts.db, messenger=MESSENGER, address=str(account))
        assert known is not None
        return known

    async def open(self, account: int, token: str) -> invitations.Opened:
        return await invitations.open_link(
            self.parts.db,
            messenger=MESSENGER,
            address=str(account),
            locale="ru",
            token=token,
            profile=self.parts.profile,
        )

    async def curator(self, year: int) -> None:
        """The operator invites her, she makes the programme."""
        token = await self._stage.invite(Role.CURATOR, demo.ORGANISATION)
        await self.open(demo.CURATOR, token)
        anna = await self.actor(demo.CURATOR)
        await programmes.introduce_curator(self.parts.db, anna, name=demo.CURATOR_NAME)
        self.programme_id = await programmes.create(
            self.parts.db,
            anna,
            name=demo.PROGRAMME,
            forms=FORMS,
            starts_on=date(year, 9, 1),
            ends_on=date(year + 1, 5, 31),
        )

    async def link(self, role: Role) -> str:
        assert self.programme_id is not None
        anna = await self.actor(demo.CURATOR)
        return await invitations.invite(
            self.parts.db, anna, role=role, programme_id=self.programme_id
        )

    async def join(self, somebody: Invented, token: str) -> None:
        """Link, consent, form, guardian, and the curator's yes: as far as their state says."""
        db, profile = self.parts.db, self.parts.profile
        opened = await self.open(somebody.account, token)
        assert opened.participation_id is not None
        me = await self.actor(somebody.account)
        await intake.agree(
            db,
            me,
            participation_id=opened.participation_id,
            band=AgeBand.ADULT if somebody.adult else AgeBand.FROM_14_TO_17,
            profile=profile,
            channel=MESSENGER,
        )
        form = await intake.form_of(db, me, participation_id=opened.participation_id)
        born = {"birth_year": str(somebody.year), "birth_date": f"12.03.{somebody.year}"}
        answers = {"name": somebody.name, **born} | somebody.answers
        await self.fill(me, form, answers)
        await intake.send_form(
            db, me, participation_id=opened.participation_id, profile=profile
        )
        if somebody.guardian is not None:
            await self._guardian(me, opened.participation_id, *somebody.guardian)
        anna = await self.actor(demo.CURATOR)
        if "competences" in somebody.answers and somebody.state != "applied":
            await select(db, anna, somebody, opened.participation_id, profile)
        if somebody.state == "approved":
            await applications.approve(
                db, anna, participation_id=opened.participation_id, profile=profile
            )

    async def _guardian(self, me: Actor, participation_id: UUID, account: int, name: str) -> None:
        db, profile = self.parts.db, self.parts.profile
        token = await invitations.invite_guardian(db, me, participation_id=participation_id)
        opened = await self.open(account, token)
        await guardians.consent(
            db,
            guardian_id=opened.person_id,
            invitation_id=opened.invitation_id,
            name=name,
            profile=profile,
            channel=MESSENGER,
        )

    async def fill(
        self, me: Actor, response_id: UUID, answers: Mapping[str, str | list[str]]
    ) -> None:
        """Answer item by item, as taps would; what is not given is skipped."""
        db = self.parts.db
        screen = await surveys.screen(db, me, response_id=response_id)
        while screen.item is not None:
            key, kind = screen.item.key, screen.item.kind
            given = answers.get(key)
            if given is None:
                screen = await surveys.skip(db, me, response_id=response_id, key=key)
            elif isinstance(kind, Multiple):
                for value in given:
                    await surveys.answer(
                        db, me, response_id=response_id, key=key, raw=value, lexicon=self.lexicon
                    )
                screen = await surveys.next_item(db, me, response_id=response_id, key=key)
            else:
                assert isinstance(given, str)
                screen = await surveys.answer(
                    db, me, response_id=response_id, key=key, raw=given, lexicon=self.lexicon
                )

    async def propose(self, mentee: int, mentor: int) -> UUID:
        assert self.programme_id is not None
        ids = {}
        for account in (mentee, mentor):
            steps = await intake.steps(self.parts.db, await self.actor(account))
            ids[account] = steps[0].participation_id
        return await matching.approve(
            self.parts.db,
            await self.actor(demo.CURATOR),
            programme_id=self.programme_id,
            mentee_id=ids[mentee],
            mentor_id=ids[mentor],
            profile=self.parts.profile,
        )

    async def meet(self, pair_id: UUID, mentee: int, mentor: int, at: datetime) -> UUID:
        """Offer and pick."""
        offered = await meetings.offer(
            self.parts.db,
            await self.actor(mentor),
            pair_id=pair_id,
            times=[at],
            place="on-site",
        )
        await meetings.pick(
            self.parts.db, await self.actor(mentee), meeting_id=offered, at=at
        )
        return offered

    async def confirm(self, account: int, meeting_id: UUID, receipt: Receipt) -> None:
        await meetings.confirm(
            self.parts.db, await self.actor(account), meeting_id=meeting_id, receipt=receipt
        )


async def seed_demo(stage: "Stage") -> None:
    """Seven weeks of a programme, ending at the stage's own moment."""
    now = stage.wall()
    today = moments.local(now, demo.ZONE).date()
    year = today.year if today.month >= 8 else today.year - 1
    show_phones(stage, today.year)
    world = World(stage)

    async def go_to(days_ago: int, hour: int) -> datetime:
        moment = moments.instant(today - timedelta(days=days_ago), time(hour), demo.ZONE)
        await stage.live_until(moment)
        return moment

    stage.wall.set(moments.instant(today - timedelta(weeks=WEEKS), time(12), demo.ZONE))
    await world.curator(year)
    mentee_link, mentor_link = await world.link(Role.MENTEE), await world.link(Role.MENTOR)
    for somebody in demo.mentors(today.year):
        if somebody.state == "approved":
            await world.join(somebody, mentor_link)
    for somebody in demo.mentees(today.year):
        if somebody.state == "approved":
            await world.join(somebody, mentee_link)
    await go_to(WEEKS * 7 - 2, 12)
    at_work = {}
    for mentee, mentor, _, _ in AT_WORK:
        at_work[mentee, mentor] = await world.propose(mentee, mentor)
    await go_to(WEEKS * 7 - 4, 15)
    for (mentee, mentor), pair_id in at_work.items():
        for account in (mentee, mentor):
            await pairs.answer(
                stage.parts.db, await world.actor(account), pair_id=pair_id, accepts=True,
                profile=stage.parts.profile,
            )
    booked: dict[tuple[int, int], UUID] = {}
    for days_ago, hour, held, (mentee, mentor, _, special) in _story():
        await go_to(days_ago, hour)
        if days_ago > held:  # the day before: agree
            at = moments.instant(today - timedelta(days=held), time(16), demo.ZONE)
            booked[mentee, held] = await world.meet(
                at_work[mentee, mentor], mentee, mentor, at
            )
            continue
        disputed = special == "disputed" and held == min(
            days for who, _, all_days, _ in AT_WORK if who == mentee for days in all_days
        )
        word = Receipt.NOT_HELD if disputed else Receipt.HELD
        await world.confirm(mentee, booked[mentee, held], word)
        await world.confirm(mentor, booked[mentee, held], Receipt.HELD)
    await _last_days(stage, world, now)
    await stage.live_until(now)


Work = tuple[int, int, tuple[int, ...], str]


def _story() -> list[tuple[int, int, int, Work]]:
    """(days ago, hour, day of the meeting, whose): agreed the day before, told in the evening."""
    steps = []
    for work in AT_WORK:
        for held in work[2]:
            steps += [(held + 1, 11, held, work), (held, 18, held, work)]
    return sorted(steps, key=lambda step: (-step[0], step[1]))


async def _last_days(stage: "Stage", world: World, now: datetime) -> None:
    """The wave half answered, fresh applications, a proposal out, a meeting ahead."""
    today = moments.local(now, demo.ZONE).date()
    db = stage.parts.db
    yesterday = moments.instant(today - timedelta(days=1), time(12), demo.ZONE)
    await stage.live_until(yesterday)
    assert world.programme_id is not None
    anna = await world.actor(demo.CURATOR)
    await waves.open_wave(
        db, anna, programme_id=world.programme_id, days=10, profile=stage.parts.profile
    )
    await stage.tick()
    for account in ANSWERED_ALL + ANSWERED_TWO:
        me = await world.actor(account)
        survey = (await surveys.waiting_for(db, me))[0]
        await _answer(world, me, survey.response_id, full=account in ANSWERED_ALL)
    mentee_link, mentor_link = await world.link(Role.MENTEE), await world.link(Role.MENTOR)
    for somebody in (*demo.mentees(today.year), *demo.mentors(today.year)):
        if somebody.state != "approved":
            link = mentor_link if "competences" in somebody.answers else mentee_link
            await world.join(somebody, link)
    await world.propose(*PROPOSED)
    spoke = {who for who, _ in WISHED} | {other for _, liked in WISHED for other in liked}
    actors = {who: await world.actor(who) for who in (demo.CURATOR, *spoke, *NOT_WITH)}
    await wish(db, actors, world.programme_id, stage.parts.profile)
    await report(db, anna, world.programme_id, yesterday.date(), stage.parts.profile)
    await go_on(db, world.actor, yesterday.date(), stage.parts.profile)
    ahead = next(pair for pair in AT_WORK if pair[3] == "ahead")
    stage.telegram.people.get(demo.NEWCOMER).links.append(
        {"label": "Приглашение от куратора", "payload": mentee_link}
    )
    stage.telegram.people.get(demo.NEW_MENTOR).links.append(
        {"label": "Приглашение наставнику", "payload": mentor_link}
    )
    stage.telegram.people.get(demo.ALUMNA).links.append(
        {"label": "Приглашение выпускникам", "payload": await world.link(Role.ALUMNUS)}
    )
    mine = await pairs.mine(db, await world.actor(ahead[0]))
    at = moments.instant(today + timedelta(days=2), time(16), demo.ZONE)
    await world.meet(mine[0].pair_id, ahead[0], ahead[1], at)


async def _answer(world: World, me: Actor, response_id: UUID, *, full: bool) -> None:
    """A survey with the middle of each scale and the first of each list; or just its beginning."""
    db = world.parts.db
    screen = await surveys.screen(db, me, response_id=response_id)
    given = 0
    while screen.item is not None and (full or given < 2):
        key, options = screen.item.key, screen.item.kind.options()
        if options:
            raw = options[min(7, len(options) - 1) if len(options) > 5 else 0].value
            screen = await surveys.answer(
                db, me, response_id=response_id, key=key, raw=raw, lexicon=world.lexicon
            )
        else:
            screen = await surveys.skip(db, me, response_id=response_id, key=key)
        given += 1


def show_phones(stage: "Stage", year: int) -> None:
    """Everybody who has an account; six or seven of them with a phone on the page."""
    add = stage.telegram.people.add
    add(id=demo.CURATOR, first_name="Анна", last_name="Петрова", label="Куратор", started=True,
        note="ведёт программу")  # fmt: skip
    for somebody in (*demo.mentors(year), *demo.mentees(year)):
        first, _, last = somebody.name.partition(" ")
        add(
            id=somebody.account,
            first_name=first,
            last_name=last,
            label=somebody.label or somebody.name,
            phone=somebody.phone,
            started=True,
        )
        if somebody.guardian is not None:
            account, name = somebody.guardian
            first, _, last = name.partition(" ")
            add(id=account, first_name=first, last_name=last, label=name, phone=False, started=True)
    for account, first, last, label, note in (
        (demo.NEWCOMER, "Лена", "Кузнецова", "Новенькая", "16 лет, ещё не в программе"),
        (demo.NEW_GUARDIAN, "Татьяна", "Кузнецова", "Мама Лены", "получит ссылку от Лены"),
        (demo.ALUMNA, "Марина", "Юдина", "Выпускница", "хочет помочь колледжу"),
        (demo.NEW_MENTOR, "Сергей", "Мельник", "Новый наставник", "с предприятия"),
    ):
        add(id=account, first_name=first, last_name=last, label=label, note=note)

"""The seeding hand: acts as each person of an invented programme in turn, by the use cases."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.meetings import Receipt
from bot.domain.people import AgeBand
from bot.domain.questions import Lexicon, Multiple
from bot.profiles import load_lexicon
from bot.usecases import people
from bot.usecases.applications import applications
from bot.usecases.joining import guardians, intake
from bot.usecases.matching import matching
from bot.usecases.monitoring import surveys
from bot.usecases.pairs import meetings
from bot.usecases.programme import programmes
from bot.usecases.team import invitations, team
from sandbox import people_of_demo as demo
from sandbox.people_of_demo import Invented
from sandbox.seed_selection import select

if TYPE_CHECKING:
    from bot.app import Parts
    from sandbox.stage import Stage

MESSENGER = "telegram"
FORMS = ["employer_learner", "teacher_learner", "student_student"]


class World:
    """One programme; `desk`: the account of its curator."""

    def __init__(self, stage: "Stage", desk: int = demo.CURATOR) -> None:
        self.stage, self.desk = stage, desk
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

    async def begins(
        self, *, organisation: str, curator: str, programme: str, starts_on: date, ends_on: date
    ) -> None:
        """The operator invites the curator, who makes the programme."""
        await self.open(self.desk, await self.stage.invite(Role.CURATOR, organisation))
        me = await self.actor(self.desk)
        await programmes.introduce_curator(self.parts.db, me, name=curator)
        self.programme_id = await programmes.create(
            self.parts.db,
            me,
            name=programme,
            forms=FORMS,
            starts_on=starts_on,
            ends_on=ends_on,
        )

    async def appoint(self, account: int, role: Role, name: str) -> Actor:
        """Somebody new in the team, who has said their name."""
        assert self.programme_id is not None
        link = await team.invite_member(
            self.parts.db, await self.actor(self.desk), role=role, programme_id=self.programme_id
        )
        await self.open(account, link.token)
        await team.introduce(self.parts.db, await self.actor(account), name=name)
        return await self.actor(account)

    async def link(self, role: Role) -> str:
        assert self.programme_id is not None
        anna = await self.actor(self.desk)
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
        anna = await self.actor(self.desk)
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
        return await matching.approve(
            self.parts.db,
            await self.actor(self.desk),
            programme_id=self.programme_id,
            mentee_id=await self.participation(mentee),
            mentor_id=await self.participation(mentor),
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

    async def participation(self, account: int) -> UUID:
        """Of somebody who takes part in one programme."""
        steps = await intake.steps(self.parts.db, await self.actor(account))
        return steps[0].participation_id

    async def fill_in_survey(
        self, account: int, *, most: int | None = None, ticks: int = 7
    ) -> None:
        """The questionnaire that waits: option `ticks` of scales, the first of each list; at most
        so many answers.
        """
        db, me = self.parts.db, await self.actor(account)
        [waiting, *_] = await surveys.waiting_for(db, me)
        screen = await surveys.screen(db, me, response_id=waiting.response_id)
        given = 0
        while screen.item is not None and (most is None or given < most):
            key, options = screen.item.key, screen.item.kind.options()
            if options:
                raw = options[min(ticks, len(options) - 1) if len(options) > 5 else 0].value
                screen = await surveys.answer(
                    db, me, response_id=waiting.response_id, key=key, raw=raw,
                    lexicon=self.lexicon,
                )  # fmt: skip
            else:
                screen = await surveys.skip(db, me, response_id=waiting.response_id, key=key)
            given += 1

"""The desk of the demo's curator: her deputy, talks, notes, tasks, questions, a letter to many.

Everything is in some state: a question answered and one that waits, a task past its day, a letter
that did not reach somebody, texts of the report half written.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.broadcasts import Segment
from bot.domain.report_texts import Section
from bot.domain.roadmap import ProgrammeStage
from bot.usecases.consents import consents
from bot.usecases.desk import broadcasts, notes, tasks, tickets
from bot.usecases.documents import report_texts
from bot.usecases.pairs import check_ins
from bot.usecases.programme import roadmap
from bot.usecases.team import caseloads
from sandbox import people_of_demo as demo
from sandbox.world import MESSENGER, World

DAY = timedelta(days=1)
SHARE = ((302, 202), (307, 202))  # of the deputy
NOTED = (  # the second is of the deputy's share, and she has read it
    ((304, 203), "Соне неловко просить о переносе. Предложить им писать через меня."),
    ((307, 202), "Руслану удобнее встречаться в студии: дома нет компьютера."),
)
PUBLISHED = (303, 205)  # both agree to be told about
BLOCKED = 323  # has stopped the bot: letters do not arrive
DONE_STAGES = (
    ProgrammeStage.PREPARATION, ProgrammeStage.MENTEE_BASE, ProgrammeStage.MENTOR_BASE,
    ProgrammeStage.SELECTION, ProgrammeStage.MATCHING,
)  # fmt: skip
TASKS = (  # words, days from then, done
    ("Позвонить на «Уралтрансмаш»: экскурсия в декабре", 6, False),
    ("Отдать директору список приказов", 3, True),
    ("Собрать согласия новой группы ДИ-11", 11, False),
    ("Договориться об актовом зале для общей встречи", 15, False),
)
PROBLEMS = (
    "Встречи чаще всего срываются в недели практики: наставникам с предприятий трудно уйти днём.\n"
    "Четверым наставляемым пока не нашлось наставника по физике."
)
PLANS = (
    "Договориться с заводом о встречах в обеденный перерыв.\n"
    "Весной пригласить выпускников вести групповые занятия по физике."
)
CASE = (
    "Артём пришёл с вопросом, куда идти после колледжа. За три встречи они с наставницей разобрали "
    "вакансии, написали резюме и прошли пробное собеседование. Теперь у него есть приглашение на "
    "практику в отдел кадров."
)


class Desk:
    """`at_work`: pairs by the accounts of mentee and mentor, known once they are proposed."""

    # days ago, and with whom the curator or the deputy has talked; some talks are late since
    TALKS: Sequence[tuple[int, Mapping[int, Sequence[int]]]] = (
        (31, {demo.CURATOR: (301, 201, 303, 205, 304), demo.DEPUTY: (302, 202)}),
        (16, {demo.CURATOR: (301, 201, 303), demo.DEPUTY: (302,)}),
    )

    def __init__(
        self, world: World, today: date, at_work: Mapping[tuple[int, int], UUID]
    ) -> None:
        self.world, self.today, self.at_work = world, today, at_work

    @property
    def _programme_id(self) -> UUID:
        assert self.world.programme_id is not None
        return self.world.programme_id

    async def _anna(self) -> Actor:
        return await self.world.actor(demo.CURATOR)

    async def shares(self) -> None:
        """A deputy with a share of the pairs, the head of the house, the road map."""
        parts = self.world.parts
        maria = await self.world.appoint(demo.DEPUTY, Role.DEPUTY, demo.DEPUTY_NAME)
        anna = await self._anna()
        for both in SHARE:
            await caseloads.entrust(
                parts.db, anna, pair_id=self.at_work[both], person_id=maria.person_id
            )
        shares = await caseloads.caseload(parts.db, anna, programme_id=self._programme_id)
        held = next(one.membership_id for one in shares.shares if one.person_id == maria.person_id)
        await caseloads.restrict(parts.db, anna, membership_id=held, restricted=True)
        await self.world.appoint(demo.HEAD, Role.HEAD, demo.HEAD_NAME)
        where = {"programme_id": self._programme_id}
        await roadmap.draw_up(parts.db, anna, profile=parts.profile, **where)
        await roadmap.agree(parts.db, anna, agreed=True, **where)
        for stage in DONE_STAGES:
            await roadmap.tick_stage(parts.db, anna, stage=stage, **where)

    def talks(self, with_whom: Mapping[int, Sequence[int]]) -> Callable[[], Awaitable[None]]:
        async def act() -> None:
            for who, others in with_whom.items():
                me = await self.world.actor(who)
                for other in others:
                    person = await self.world.actor(other)
                    await check_ins.talked(
                        self.world.parts.db, me, programme_id=self._programme_id,
                        person_id=person.person_id,
                        role=Role.MENTOR if other < 300 else Role.MENTEE,
                        profile=self.world.parts.profile,
                    )  # fmt: skip

        return act

    async def writes_down(self) -> None:
        """Notes of both, read and unread, and what the curator means to do."""
        db, anna = self.world.parts.db, await self._anna()
        maria = await self.world.actor(demo.DEPUTY)
        for both, words in NOTED:
            await notes.write(db, anna, words=words, pair_id=self.at_work[both])
        await notes.read(db, maria, pair_id=self.at_work[SHARE[1]])
        mentor = await self.world.participation(202)
        await notes.write(
            db, maria, participation_id=mentor,
            words="Марат готов взять ещё одного, если встречи будут в студии.",
        )  # fmt: skip
        await notes.read(db, anna, participation_id=mentor)
        today = self.today - 9 * DAY
        for words, days, done in TASKS:
            task_id = await tasks.add(
                db, anna, programme_id=self._programme_id, words=words, due_on=today + days * DAY
            )
            if done:
                await tasks.tick(db, anna, task_id=task_id)

    async def writes_to_all(self) -> None:
        """One of them has stopped the bot meanwhile."""
        self.world.stage.telegram.people.block(BLOCKED)
        await broadcasts.plan(
            self.world.parts.db, await self._anna(), programme_id=self._programme_id,
            segment=Segment(), ready="survey-soon", profile=self.world.parts.profile,
        )  # fmt: skip

    async def asked_and_answered(self) -> None:
        """A question that is settled, and one with an answer to read."""
        db, anna = self.world.parts.db, await self._anna()
        settled = await self._asks(204, "Можно встретиться в мастерской, а не в классе?")
        await tickets.answer(
            db, anna, ticket_id=settled,
            words="Можно. Мастерская свободна по четвергам после 16:00, ключ на вахте.",
        )  # fmt: skip
        await tickets.close(db, await self.world.actor(204), ticket_id=settled)
        answered = await self._asks(
            301, "Игорь зовёт на завод посмотреть цех. Нужно ли что-то подписать?"
        )
        await tickets.answer(
            db, anna, ticket_id=answered,
            words="Здорово! Нужен паспорт и закрытая обувь. Пропуск на двоих закажу я.",
        )  # fmt: skip

    async def last_days(self) -> None:
        """What the curator writes into the report, and a question nobody has answered yet."""
        parts, anna = self.world.parts, await self._anna()
        for account in PUBLISHED:
            me = await self.world.actor(account)
            await consents.answer(
                parts.db, me, person_id=me.person_id,
                organisation_id=anna.assignments[0].organisation_id, kind="dissemination-adult",
                agrees=True, profile=parts.profile, channel=MESSENGER,
            )  # fmt: skip
        for section, words in ((Section.PROBLEMS, PROBLEMS), (Section.PLANS, PLANS)):
            await report_texts.write(
                parts.db, anna, programme_id=self._programme_id, section=section, words=words
            )
        await report_texts.write_case(
            parts.db, anna, pair_id=self.at_work[PUBLISHED], words=CASE
        )
        await self._asks(307, "Можно взять в проект ещё одного человека из группы?")

    async def asked_today(self) -> None:
        await self._asks(
            305, "Тимур давно не отвечает. Мне написать ему ещё раз или подождать?"
        )

    async def _asks(self, account: int, words: str) -> UUID:
        return await tickets.ask(
            self.world.parts.db, await self.world.actor(account),
            participation_id=await self.world.participation(account), words=words,
        )  # fmt: skip

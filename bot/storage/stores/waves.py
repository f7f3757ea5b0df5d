"""Waves, their plans, and how far they have come."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.answer_tables import AnswerPages
from bot.domain.errors import Gone
from bot.domain.funnels import REACHED, Funnel
from bot.domain.notices import NoticeState
from bot.domain.responses import OPEN, Response, ResponseState
from bot.domain.waves import (
    ON_A_DAY,
    PlannedWave,
    Wave,
    WaveEvent,
    WaveState,
)
from bot.storage.stores.answers import answer_pages
from bot.storage.stores.at_work import at_work
from bot.storage.stores.surveys import SurveyStore
from bot.storage.stores.wave_lists import INVITATION, LETTERS
from bot.storage.tables import (
    notices,
    people,
    responses,
    wave_plans,
    waves,
)

_R, _W = responses.c, waves.c

_DUE_TO_CLOSE = (
    select(Wave)
    .where(_W.state == WaveState.OPEN, _W.closes_at <= bindparam("now"))
    .with_for_update(skip_locked=True)
)
_RUN_OUT = (
    select(_R.id)
    .join(waves, _W.id == _R.wave_id)
    .where(
        _R.state.in_(("invited", "started")),
        _R.closes_at <= bindparam("now"),
        _W.event.not_in(ON_A_DAY),
    )
    .limit(bindparam("most", type_=Integer))
)


class WaveStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    # --- what is planned ---

    async def plans_of(self, programme_id: UUID) -> dict[str, PlannedWave]:
        """By key; only of what a curator has changed something about."""
        query = select(PlannedWave).where(wave_plans.c.programme_id == programme_id)
        return {plan.key: plan for plan in await self._session.scalars(query)}

    async def plan_again(self, plan_id: UUID) -> PlannedWave | None:
        """As it is now, for whoever goes by it."""
        query = select(PlannedWave).where(wave_plans.c.id == plan_id).with_for_update()
        return await self._session.scalar(query)

    async def enabled_on_a_day(self) -> Sequence[PlannedWave]:
        """Of programmes at work; which of them are due their day says."""
        p = wave_plans.c
        query = (
            select(PlannedWave)
            .where(p.enabled, p.event.in_(ON_A_DAY), at_work(p.programme_id))
            .order_by(p.changed_at, p.id)
        )
        return (await self._session.scalars(query)).all()

    # --- what was opened ---

    async def of_programme(self, programme_id: UUID) -> Sequence[Wave]:
        """Newest first."""
        query = select(Wave).where(_W.programme_id == programme_id)
        query = query.order_by(_W.opened_at.desc(), _W.id.desc())
        return (await self._session.scalars(query)).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Wave]:
        query = select(Wave).where(_W.id.in_(ids))
        return {wave.id: wave for wave in await self._session.scalars(query)}

    async def open_under(self, programme_id: UUID, key: str) -> Wave | None:
        return await self._session.scalar(
            select(Wave).where(
                _W.programme_id == programme_id, _W.key == key, _W.state == WaveState.OPEN
            )
        )

    async def open_on(self, programme_id: UUID, event: WaveEvent) -> Sequence[UUID]:
        query = select(_W.id).where(
            _W.programme_id == programme_id, _W.event == event, _W.state == WaveState.OPEN
        )
        return (await self._session.scalars(query.order_by(_W.id))).all()

    async def lock(self, wave_id: UUID) -> Wave | None:
        """The list of a wave is written by one at a time."""
        return await self._session.scalar(select(Wave).where(_W.id == wave_id).with_for_update())

    async def to_list(self) -> Sequence[UUID]:
        """Open waves whose list is not whole: on a day, until it is; of an event, always."""
        query = (
            select(_W.id)
            .where(
                _W.state == WaveState.OPEN,
                or_(_W.event.not_in(ON_A_DAY), _W.listed_at.is_(None)),
                at_work(_W.programme_id),
            )
            .order_by(_W.opened_at, _W.id)
        )
        return (await self._session.scalars(query)).all()

    async def due_to_close(self) -> Sequence[Wave]:
        return (await self._session.scalars(_DUE_TO_CLOSE, {"now": self._now})).all()

    async def next_close(self) -> datetime | None:
        query = select(func.min(_W.closes_at)).where(_W.state == WaveState.OPEN)
        found: datetime | None = await self._session.scalar(query)
        return found

    # --- the end ---

    async def extend(self, wave: Wave, until: datetime) -> None:
        """Who has not answered has until then; whether to remind them is looked at anew."""
        await self._session.execute(
            update(responses)
            .where(_R.wave_id == wave.id, _R.state.in_(OPEN))
            .values(closes_at=until, remind_at=self._now, version=_R.version + 1)
        )

    async def run_out(self, *, limit: int) -> Sequence[UUID]:
        """Responses whose own time is over: of waves of events."""
        given = {"now": self._now, "most": limit}
        return (await self._session.scalars(_RUN_OUT, given)).all()

    async def close_all(self, wave: Wave) -> None:
        """Of an anonymous wave nothing stays that was not handed in."""
        await self._close(_R.wave_id == wave.id)
        if wave.anonymous:
            await self._session.execute(
                update(responses)
                .where(_R.wave_id == wave.id, _R.state != ResponseState.FINISHED)
                .values(
                    answers={}, drafts={}, seconds=None, cursor=None, touched_at=None,
                    replaced=None,
                )
            )

    async def close_some(self, response_ids: Collection[UUID]) -> None:
        if response_ids:
            await self._close(_R.id.in_(response_ids))

    async def _close(self, which: ColumnElement[bool]) -> None:
        """What was answered stays, nothing more is; some statements whatever the number of people.

        Who is answering at this moment holds an older version of the row, and is refused. Letters
        about it are not said any more, also those a deliverer has in hand.
        """
        which = and_(_R.state.in_(OPEN), which)
        await self._session.execute(
            delete(notices).where(
                notices.c.subject.in_(select(_R.id).where(which)),
                notices.c.kind.in_(LETTERS),
                notices.c.state.in_((NoticeState.PLANNED, NoticeState.CLAIMED)),
            )
        )
        await self._session.execute(
            update(responses)
            .where(which)
            .values(
                state=ResponseState.CLOSED,
                touched_at=self._now,
                remind_at=None,
                version=_R.version + 1,
            )
        )

    # --- figures ---

    async def funnels(
        self, wave_ids: Collection[UUID]
    ) -> dict[UUID, dict[tuple[str, str, str], Funnel]]:
        """Of each wave, by role, form and group; "" where that is not known."""
        n = notices.c
        begun = _R.started_at.is_not(None)
        divided = (_R.role, _R.form, _R.group_name)
        query = (
            select(_R.wave_id, *divided, _R.state, begun, n.state, func.count())
            .outerjoin_from(
                responses,
                notices,
                and_(n.subject == _R.id, n.kind == INVITATION, n.to == _R.person_id),
            )
            .where(_R.wave_id.in_(wave_ids))
            .group_by(_R.wave_id, *divided, _R.state, begun, n.state)
        )
        found: dict[UUID, dict[tuple[str, str, str], Funnel]] = {id_: {} for id_ in wave_ids}
        rows = await self._session.execute(query)
        for wave_id, role, form, group, state, is_begun, letter, count in rows:
            cell = (str(role or ""), form or "", group or "")
            more = Funnel.place(state, begun=bool(is_begun), letter=letter, count=count)
            found[wave_id][cell] = found[wave_id].get(cell, Funnel()) + more
        return found

    async def answers(self, wave_id: UUID, *, purpose: str = "") -> AnswerPages:
        """Everything that was answered; ids are pseudonyms of the purpose. Raises `Gone`.

        Of an anonymous wave nothing before its close, and of fewer than five people nothing.
        """
        wave = await self._session.get(Wave, wave_id)
        if wave is None:
            raise Gone
        surveys = SurveyStore(self._session, self._now)
        return await answer_pages(self._session, wave, surveys, now=self._now, purpose=purpose)

    async def unanswered(
        self, wave_id: UUID, *, after: int, limit: int
    ) -> list[tuple[Response, str | None, NoticeState | None]]:
        """Who may still answer: the response, the name, what became of the invitation.

        Whom no letter reaches comes first, then who has begun, who has a letter, and the rest:
        `Funnel.place` says which each is.
        """
        n = notices.c
        place = case(
            (_R.started_at.is_not(None), 2),
            (n.state == NoticeState.FAILED, 1),
            (n.state.in_(REACHED), 3),
            else_=4,
        )
        query = (
            select(Response, people.c.name, n.state)
            .join(people, people.c.id == _R.person_id)
            .outerjoin(notices, and_(n.subject == _R.id, n.kind == INVITATION))
            .where(_R.wave_id == wave_id, _R.state.in_(OPEN))
            .order_by(place, _R.group_name, people.c.search_name, _R.id)
            .offset(after)
            .limit(limit)
        )
        rows = await self._session.execute(query)
        return [(response, name, letter) for response, name, letter in rows]

    async def left(self, wave_id: UUID) -> int:
        """How many may still answer."""
        query = select(func.count()).where(_R.wave_id == wave_id, _R.state.in_(OPEN))
        return await self._session.scalar(query) or 0

    async def on_paper(self, wave_id: UUID) -> int:
        """How many forms of the wave came on paper."""
        query = select(func.count()).where(_R.wave_id == wave_id, _R.entered_by.is_not(None))
        return await self._session.scalar(query) or 0

    async def entered(self, wave_id: UUID) -> Sequence[tuple[UUID, str | None, UUID]]:
        """(response, name, who of the team wrote it down) of what came on paper."""
        query = (
            select(_R.id, people.c.name, _R.entered_by)
            .join(people, people.c.id == _R.person_id)
            .where(_R.wave_id == wave_id, _R.entered_by.is_not(None))
            .order_by(people.c.search_name, _R.id)
        )
        return [(id_, name, by) for id_, name, by in await self._session.execute(query)]

"""Waves, their plans, who is on their lists, and how far they have come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.answer_tables import AnswerTable
from bot.domain.errors import Gone
from bot.domain.funnels import Funnel
from bot.domain.notices import NoticeState
from bot.domain.pairs import AGREED, MEETING, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import Tone
from bot.domain.responses import OPEN, Response, ResponseState
from bot.domain.waves import AFTER, ON_A_DAY, PlannedWave, Wave, WaveEvent, WaveState
from bot.storage.stores.answers import answer_table
from bot.storage.stores.at_work import at_work
from bot.storage.stores.surveys import SurveyStore
from bot.storage.tables import (
    goodbyes,
    notices,
    pairs,
    participations,
    people,
    questionnaires,
    responses,
    wave_plans,
    waves,
)

INVITATION, REMINDER = "survey-invitation", "survey-reminder"
LETTERS = (INVITATION, REMINDER)
_P, _R, _W = participations.c, responses.c, waves.c
_SIDES = {Role.MENTEE: "mentee", Role.MENTOR: "mentor"}


@dataclass(frozen=True)
class Candidate:
    """Somebody who may belong on a list."""

    participation_id: UUID
    person_id: UUID
    role: Role
    form: str | None
    group: str | None  # as it was written
    tone: Tone


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
        query = select(Wave).where(_W.state == WaveState.OPEN, _W.closes_at <= self._now)
        return (await self._session.scalars(query.with_for_update(skip_locked=True))).all()

    async def next_close(self) -> datetime | None:
        query = select(func.min(_W.closes_at)).where(_W.state == WaveState.OPEN)
        found: datetime | None = await self._session.scalar(query)
        return found

    # --- the list ---

    async def candidates(self, wave: Wave, *, limit: int) -> list[Candidate]:
        """On a day: the next ones of the programme after `listed_to`, by id."""
        query = _approved(wave).add_columns(_form_now().label("form")).where(*_after(wave))
        rows = await self._session.execute(query.order_by(_P.id).limit(limit))
        return [_candidate(row, row.form) for row in rows]

    async def newcomers(
        self, wave: Wave, since: datetime, *, limit: int
    ) -> list[Candidate]:
        """Whose event came after `since`, up to now, and who are not on the list yet; by id.

        Somebody to whom it came with two pairs is there twice.
        """
        listed = select(_R.person_id).where(_R.wave_id == wave.id)
        until = self._now - AFTER[wave.event]
        since = since - AFTER[wave.event]
        if wave.event is WaveEvent.ENTRY:
            query = _approved(wave).add_columns(_form_now().label("form"))
            query = query.where(_P.decided_at > since, _P.decided_at <= until)
        else:
            query = _of_pairs(wave.event, wave, since, until)
        query = query.where(_P.person_id.not_in(listed), *_after(wave))
        rows = await self._session.execute(query.order_by(_P.id).limit(limit))
        return [_candidate(row, row.form) for row in rows]

    async def asked_elsewhere(self, wave: Wave, person_ids: Collection[UUID]) -> set[UUID]:
        """Who has the same questionnaire open, in another wave: nobody is asked twice at once."""
        mine = select(questionnaires.c.key).where(questionnaires.c.id == wave.questionnaire_id)
        query = (
            select(_R.person_id)
            .join(waves, _W.id == _R.wave_id)
            .join(questionnaires, questionnaires.c.id == _R.questionnaire_id)
            .where(
                _R.person_id.in_(person_ids),
                _R.programme_id == wave.programme_id,
                _R.wave_id != wave.id,
                _R.state.in_(OPEN),
                _W.state == WaveState.OPEN,
                questionnaires.c.key == mine.scalar_subquery(),
            )
        )
        return set(await self._session.scalars(query))

    async def listed(self, wave_id: UUID, person_ids: Collection[UUID]) -> set[UUID]:
        query = select(_R.person_id).where(_R.wave_id == wave_id, _R.person_id.in_(person_ids))
        return set(await self._session.scalars(query))

    async def invite(self, found: Sequence[Response]) -> None:
        """Rows without objects: a wave is thousands of people."""
        if found:
            columns = [column.name for column in responses.c if column.name != "version"]
            rows = [{name: getattr(one, name) for name in columns} for one in found]
            await self._session.flush()
            await self._session.execute(
                insert(responses), [{**row, "version": 1} for row in rows]
            )

    async def invited(self, wave_id: UUID) -> int:
        query = select(func.count()).select_from(responses).where(_R.wave_id == wave_id)
        return await self._session.scalar(query) or 0

    # --- reminders ---

    async def to_remind(self, *, limit: int) -> Sequence[Response]:
        query = (
            select(Response)
            .where(_R.remind_at.is_not(None), _R.remind_at <= self._now)
            .order_by(_R.remind_at, _R.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return (await self._session.scalars(query)).all()

    async def letters_about(
        self, response_ids: Collection[UUID]
    ) -> dict[UUID, list[tuple[str, NoticeState, datetime | None]]]:
        """Of invitations and reminders: the kind, the state, and when that came about."""
        n = notices.c
        query = select(n.subject, n.kind, n.state, n.settled_at).where(
            n.subject.in_(response_ids), n.kind.in_(LETTERS)
        )
        found: dict[UUID, list[tuple[str, NoticeState, datetime | None]]]
        found = {id_: [] for id_ in response_ids}
        for subject, kind, state, at in await self._session.execute(query):
            found[subject].append((kind, state, at))
        return found

    async def groups_of(self, programme_id: UUID) -> Sequence[str]:
        """The classes of the programme's approved mentees, as they wrote them."""
        group = responses.c.answers["group"].as_string()
        query = (
            select(group)
            .join(participations, _P.response_id == _R.id)
            .where(
                _P.programme_id == programme_id,
                _P.role == Role.MENTEE,
                _P.state == ParticipationState.APPROVED,
                group.is_not(None),
            )
            .distinct()
        )
        return (await self._session.scalars(query)).all()

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
        query = (
            select(_R.id)
            .join(waves, _W.id == _R.wave_id)
            .where(
                _R.state.in_(("invited", "started")),
                _R.closes_at <= self._now,
                _W.event.not_in(ON_A_DAY),
            )
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def close_all(self, wave: Wave) -> None:
        """Of an anonymous wave nothing stays that was not handed in."""
        await self._close(_R.wave_id == wave.id)
        if wave.anonymous:
            await self._session.execute(
                update(responses)
                .where(_R.wave_id == wave.id, _R.state != ResponseState.FINISHED)
                .values(answers={}, drafts={}, seconds=None, cursor=None, touched_at=None)
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

    async def answer_table(self, wave_id: UUID, *, purpose: str = "") -> AnswerTable:
        """Everything that was answered; ids are pseudonyms of the purpose. Raises `Gone`.

        Of an anonymous wave nothing before its close, and of fewer than five people nothing.
        """
        wave = await self._session.get(Wave, wave_id)
        if wave is None:
            raise Gone
        surveys = SurveyStore(self._session, self._now)
        return await answer_table(self._session, wave, surveys, now=self._now, purpose=purpose)

    async def unanswered(
        self, wave_id: UUID
    ) -> Sequence[Row[tuple[Response, str | None, NoticeState | None]]]:
        """Who may still answer: the response, the name, what became of the invitation."""
        n = notices.c
        query = (
            select(Response, people.c.name, n.state)
            .join(people, people.c.id == _R.person_id)
            .outerjoin(notices, and_(n.subject == _R.id, n.kind == INVITATION))
            .where(_R.wave_id == wave_id, _R.state.in_(OPEN))
            .order_by(_R.group_name, people.c.search_name, _R.id)
        )
        return (await self._session.execute(query)).all()

    async def entered(self, wave_id: UUID) -> Sequence[tuple[UUID, str | None, UUID]]:
        """(response, name, who of the team wrote it down) of what came on paper."""
        query = (
            select(_R.id, people.c.name, _R.entered_by)
            .join(people, people.c.id == _R.person_id)
            .where(_R.wave_id == wave_id, _R.entered_by.is_not(None))
            .order_by(people.c.search_name, _R.id)
        )
        return [(id_, name, by) for id_, name, by in await self._session.execute(query)]


def _approved(wave: Wave) -> Select[tuple[UUID, UUID, Role, str | None, Tone]]:
    """Participations of the roles asked, with what else a list needs of them."""
    forms = responses.alias()
    group = forms.c.answers["group"].as_string().label("group")
    return (
        select(_P.id, _P.person_id, _P.role, group, people.c.tone)
        .join(people, people.c.id == _P.person_id)
        .outerjoin(forms, forms.c.id == _P.response_id)
        .where(
            _P.programme_id == wave.programme_id,
            _P.state == ParticipationState.APPROVED,
            _P.role.in_(wave.asked.roles),
        )
    )


def _after(wave: Wave) -> list[ColumnElement[bool]]:
    return [_P.id > wave.listed_to] if wave.listed_to else []


def _form_now() -> ColumnElement[str]:
    """The form of mentoring of a pair that meets; NULL for who is in none."""
    return case(
        *(
            (
                _P.role == role,
                select(func.min(pairs.c.form))
                .where(
                    pairs.c[f"{side}_participation_id"] == _P.id, pairs.c.state.in_(MEETING)
                )
                .correlate(participations)
                .scalar_subquery(),
            )
            for role, side in _SIDES.items()
        )
    )


def _of_pairs(
    event: WaveEvent, wave: Wave, since: datetime, until: datetime
) -> Select[tuple[UUID, UUID, Role, str | None, Tone, str]]:
    """Both sides of the pairs to which it happened then."""
    q, g = pairs.c, goodbyes.c
    at = q.active_since
    states: Collection[PairState] = AGREED
    if event is WaveEvent.CLOSING:
        begun = select(g.begun_at).where(g.pair_id == q.id).correlate(pairs).scalar_subquery()
        at = func.coalesce(begun, q.ended_at, type_=q.ended_at.type)
        states = (PairState.CLOSING, PairState.COMPLETED)
    elif event is WaveEvent.LATER:
        at, states = q.ended_at, (PairState.COMPLETED,)
    sides = or_(
        *(
            and_(_P.role == role, q[f"{side}_participation_id"] == _P.id)
            for role, side in _SIDES.items()
        )
    )
    return (
        _approved(wave)
        .join(pairs, sides)
        .where(q.programme_id == wave.programme_id, q.state.in_(states), at > since, at <= until)
        .add_columns(q.form.label("form"))
    )


def _candidate(row: Row[tuple[UUID, UUID, Role, str | None, Tone]], form: str | None) -> Candidate:
    return Candidate(row.id, row.person_id, row.role, form, row.group, row.tone)

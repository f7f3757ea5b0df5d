"""Who belongs on the list of a wave, who is on it, and whom to remind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.notices import NoticeState
from bot.domain.pairs import AGREED, MEETING, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import Tone
from bot.domain.responses import OPEN, Response
from bot.domain.waves import AFTER, Audience, Wave, WaveEvent, WaveState
from bot.storage.tables import (
    goodbyes,
    notices,
    pairs,
    participations,
    people,
    questionnaires,
    responses,
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


class WaveListStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def candidates(
        self, programme_id: UUID, asked: Audience, *, after: UUID | None, limit: int
    ) -> list[Candidate]:
        """On a day: the next ones of the programme after this participation, by id."""
        query = _approved(programme_id, asked).add_columns(_form_now().label("form"))
        rows = await self._session.execute(_page(query, after, limit))
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
        query = _approved(wave.programme_id, wave.asked)
        if wave.event is WaveEvent.ENTRY:
            query = query.add_columns(_form_now().label("form"))
            query = query.where(_P.decided_at > since, _P.decided_at <= until)
        else:
            query = _of_pairs(query, wave, since, until)
        query = query.where(_P.person_id.not_in(listed))
        rows = await self._session.execute(_page(query, wave.listed_to, limit))
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


def _approved(programme_id: UUID, asked: Audience) -> Select[Any]:
    """Participations of the roles asked, with what else a list needs of them."""
    forms = responses.alias()
    group = forms.c.answers["group"].as_string().label("group")
    return (
        select(_P.id, _P.person_id, _P.role, group, people.c.tone)
        .join(people, people.c.id == _P.person_id)
        .outerjoin(forms, forms.c.id == _P.response_id)
        .where(
            _P.programme_id == programme_id,
            _P.state == ParticipationState.APPROVED,
            _P.role.in_(asked.roles),
        )
    )


def _page(query: Select[Any], after: UUID | None, limit: int) -> Select[Any]:
    if after is not None:
        query = query.where(_P.id > after)
    return query.order_by(_P.id).limit(limit)


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
    query: Select[Any], wave: Wave, since: datetime, until: datetime
) -> Select[Any]:
    """Both sides of the pairs to which it happened then."""
    q, g = pairs.c, goodbyes.c
    at: ColumnElement[Any] = q.active_since
    states: Collection[PairState] = AGREED
    if wave.event is WaveEvent.CLOSING:
        begun = select(g.begun_at).where(g.pair_id == q.id).correlate(pairs).scalar_subquery()
        at = func.coalesce(begun, q.ended_at, type_=q.ended_at.type)
        states = (PairState.CLOSING, PairState.COMPLETED)
    elif wave.event is WaveEvent.LATER:
        at, states = q.ended_at, (PairState.COMPLETED,)
    sides = or_(
        *(
            and_(_P.role == role, q[f"{side}_participation_id"] == _P.id)
            for role, side in _SIDES.items()
        )
    )
    return (
        query.join(pairs, sides)
        .where(q.programme_id == wave.programme_id, q.state.in_(states), at > since, at <= until)
        .add_columns(q.form.label("form"))
    )


def _candidate(row: Row[Any], form: str | None) -> Candidate:
    return Candidate(row.id, row.person_id, row.role, form, row.group, row.tone)

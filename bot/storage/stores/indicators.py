"""What indicators, assessments and SWOT boards are made of."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.assessments import Assessment
from bot.domain.consents import required
from bot.domain.coverage import Part, Period
from bot.domain.indicators import Count
from bot.domain.meetings import MeetingState
from bot.domain.people import AgeBand, band_on
from bot.domain.profile import LEARNER, OTHER
from bot.domain.responses import ResponseState
from bot.domain.swot import SwotEntry
from bot.domain.waves import WaveState
from bot.storage.tables import (
    assessments,
    ballots,
    consents,
    counts,
    meetings,
    memberships,
    pairs,
    participations,
    people,
    programmes,
    questionnaires,
    responses,
    swot_entries,
    waves,
)

_UNSAID = {Role.MENTEE: LEARNER, Role.MENTOR: OTHER}  # the kind of who has not said it
_NEEDED = {band: frozenset(required(band)) for band in AgeBand}


class IndicatorStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def parts(self, organisation_id: UUID, period: Period) -> list[Part]:
        """Who was in a pair of the organisation that met within the period: a row for each side.

        Three statements whatever the number of people.
        """
        agreed = await self._agreed(organisation_id)
        found = []
        for role in (Role.MENTEE, Role.MENTOR):
            for row in await self._session.execute(_of_side(role, organisation_id, period)):
                person_id, kind, state, form, since, until, born, year, band, workplace = row
                known = band_on(born, year, band, period.on) or AgeBand.ADULT
                found.append(
                    Part(
                        person_id=person_id,
                        role=role,
                        kind=kind or _UNSAID[role],
                        state=state,
                        since=since,
                        until=until,
                        birth_date=born,
                        birth_year=year,
                        agreed=_NEEDED[known] <= agreed.get(person_id, set()),
                        workplace=workplace if isinstance(workplace, str) else None,
                        form=form,
                    )
                )
        return found

    async def _agreed(self, organisation_id: UUID) -> dict[UUID, set[str]]:
        """What is in force of the consents without which nobody takes part."""
        c = consents.c
        query = select(c.person_id, c.kind).where(
            c.organisation_id == organisation_id,
            c.withdrawn_at.is_(None),
            c.kind.in_(sorted(frozenset().union(*_NEEDED.values()))),
        )
        found: dict[UUID, set[str]] = {}
        for person_id, kind in await self._session.execute(query):
            found.setdefault(person_id, set()).add(kind)
        return found

    async def said(
        self, organisation_id: UUID, role: Role, questionnaire_keys: Collection[str], period: Period
    ) -> tuple[int, list[tuple[str, dict[str, Any], str | None]]]:
        """Of waves opened within the period: how many people in that role were invited, and the

        questionnaire, answers and form of each, the last ones handed in. Ballots name nobody, no
        role and no form:
        those of the last anonymous wave count, when it is closed and was for that role alone, and
        what its people said by name does not, so that nobody counts twice.
        """
        r, w, q, p = responses.c, waves.c, questionnaires.c, participations.c
        takes_part = (
            select(p.id)
            .where(p.programme_id == r.programme_id, p.person_id == r.person_id, p.role == role)
            .exists()
        )
        query = (
            select(
                r.person_id, r.state, q.key, r.answers, r.form, w.id, w.anonymous,
                w.state.label("wave"),
            )
            .join(waves, w.id == r.wave_id)
            .join(questionnaires, q.id == r.questionnaire_id)
            .where(
                w.organisation_id == organisation_id,
                w.opened_at >= period.start,
                w.opened_at < period.end,
                q.key.in_(sorted(questionnaire_keys)),
                takes_part,
            )
            .order_by(w.opened_at, r.id)
        )
        invited: set[UUID] = set()
        found: dict[UUID, tuple[str, dict[str, Any], str | None]] = {}
        # of closed anonymous waves, in the order of opening: the key, who was invited, who answered
        unnamed: dict[UUID, tuple[str, set[UUID], set[UUID]]] = {}
        for person_id, state, key, answers, form, wave_id, anonymous, wave in (
            await self._session.execute(query)
        ):
            said = state is ResponseState.FINISHED
            if not anonymous:
                invited.add(person_id)
                if said:
                    found.pop(person_id, None)  # the last one handed in comes last
                    found[person_id] = key, answers, form
            elif wave is WaveState.CLOSED:
                of_wave = unnamed.setdefault(wave_id, (key, set(), set()))
                of_wave[1].add(person_id)
                of_wave[2].update([person_id] if said else [])
        last = await self._last_for(role, list(unnamed))
        if last is None:
            return len(invited), list(found.values())
        key, asked_there, said_there = unnamed[last]
        invited |= asked_there
        named = [one for person_id, one in found.items() if person_id not in said_there]
        rows = await self._session.scalars(
            select(ballots.c.said).where(ballots.c.wave_id == last).order_by(ballots.c.id)
        )
        return len(invited), [*named, *((key, ballot["answers"], None) for ballot in rows)]

    async def _last_for(self, role: Role, wave_ids: list[UUID]) -> UUID | None:
        """Of these waves, the last one on whose list there is nobody in another role."""
        r = responses.c
        query = select(r.wave_id).where(r.wave_id.in_(wave_ids), r.role.is_distinct_from(role))
        mixed = set(await self._session.scalars(query.distinct())) if wave_ids else set()
        return next((one for one in reversed(wave_ids) if one not in mixed), None)

    async def counts_of(self, organisation_id: UUID, keys: Collection[str]) -> Sequence[Count]:
        """Numbers of the organisation itself, the newest day first."""
        c = counts.c
        query = select(Count).where(
            c.organisation_id == organisation_id, c.programme_id.is_(None), c.key.in_(sorted(keys))
        )
        query = query.order_by(c.on.desc(), c.entered_at.desc(), c.id.desc())
        return (await self._session.scalars(query)).all()

    async def outcomes_of(self, programme_id: UUID) -> Sequence[Count]:
        """Numbers on entry and exit of one programme, the newest day first."""
        c = counts.c
        query = select(Count).where(c.programme_id == programme_id)
        query = query.order_by(c.on.desc(), c.entered_at.desc(), c.id.desc())
        return (await self._session.scalars(query)).all()

    async def assessments_of(self, programme_id: UUID) -> Sequence[Assessment]:
        """The newest first."""
        a = assessments.c
        query = select(Assessment).where(a.programme_id == programme_id)
        return (await self._session.scalars(query.order_by(a.begun_at.desc(), a.id.desc()))).all()

    async def names_in(self, programme_id: UUID) -> list[str]:
        """Of everybody who takes part in a programme, and of those who work for it."""
        p, m = participations.c, memberships.c
        here = select(p.person_id).where(p.programme_id == programme_id)
        house = select(programmes.c.organisation_id).where(programmes.c.id == programme_id)
        team = select(m.person_id).where(m.organisation_id.in_(house))
        query = select(people.c.name).where(
            people.c.name.is_not(None), or_(people.c.id.in_(here), people.c.id.in_(team))
        )
        return [name for name in await self._session.scalars(query) if name]

    async def board(self, programme_id: UUID) -> Sequence[SwotEntry]:
        """Every entry, also those merged and taken out; what was said most comes first."""
        s = swot_entries.c
        query = select(SwotEntry).where(s.programme_id == programme_id)
        return (await self._session.scalars(query.order_by(s.said.desc(), s.added_at, s.id))).all()


def _of_side(role: Role, organisation_id: UUID, period: Period) -> Select[Any]:
    p, side = pairs.c, role.value
    met = (
        select(meetings.c.id)
        .where(
            meetings.c.pair_id == p.id,
            meetings.c.state == MeetingState.HELD,
            meetings.c.at >= period.start,
            meetings.c.at < period.end,
        )
        .exists()
    )
    return (
        select(
            p[f"{side}_id"], participations.c.kind, p.state, p.form, p.active_since,
            p.ended_at,
            people.c.birth_date, people.c.birth_year, people.c.age_band,
            responses.c.answers["workplace"],
        )
        .join(people, people.c.id == p[f"{side}_id"])
        .join(participations, participations.c.id == p[f"{side}_participation_id"])
        .outerjoin(responses, responses.c.id == participations.c.response_id)
        .where(
            p.organisation_id == organisation_id,
            p.active_since < period.end,
            or_(p.ended_at.is_(None), p.ended_at > period.start),
            met,
        )
        .order_by(p.proposed_at, p.id)
    )  # fmt: skip

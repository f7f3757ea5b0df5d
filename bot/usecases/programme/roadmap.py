"""The road map of a programme: drawn up from the profile, ticked off, explained when it is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import TEAM, Actor, May
from bot.domain.errors import Gone, NotAllowed
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.roadmap import LONGEST_TITLE, SOON, Due, ProgrammeStage, RoadMapItem, tidy
from bot.domain.words import Words
from bot.storage.database import Database, Transaction

REMIND_WEEKDAY, REMIND_HOUR = 0, 10  # Monday morning: the week can still be planned


@dataclass(frozen=True)
class Line:
    item_id: UUID
    stage: ProgrammeStage
    title: str
    due_on: date
    due: Due
    responsible: str | None


@dataclass(frozen=True)
class StageLine:
    stage: ProgrammeStage
    title: Words
    done: int
    total: int
    overdue: int


@dataclass(frozen=True)
class RoadMap:
    programme: str
    stages: tuple[StageLine, ...]
    lines: tuple[Line, ...]  # soonest first
    today: date
    may_change: bool
    agreed_on: date | None = None

    def count(self, due: Due) -> int:
        return sum(line.due is due for line in self.lines)


@dataclass(frozen=True)
class Teammate:
    person_id: UUID
    name: str


@dataclass(frozen=True)
class Card:
    line: Line
    stage: Words
    result: str | None
    done_at: datetime | None
    done_by: str | None
    delay_reason: str | None
    team: tuple[Teammate, ...]
    may_tick: bool
    may_change: bool
    zone: str
    now: datetime
    today: date


async def view(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> RoadMap:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_STAGES, programme)
        today = await _today(tx, programme)
        items = await tx.stages.road_map(programme_id)
        names = await tx.people.names({i.responsible_id for i in items if i.responsible_id})
        lines = tuple(_line(item, names, today) for item in items)
        stages = tuple(
            _stage_line(stage, title, [one for one in lines if one.stage is stage])
            for stage, title in profile.road_map.stages.items()
        )
        may_change = actor.may(May.PLAN_STAGES, programme)
        return RoadMap(
            programme.name, stages, lines, today, may_change, programme.road_map_agreed_on
        )


def _stage_line(stage: ProgrammeStage, title: Words, lines: Sequence[Line]) -> StageLine:
    return StageLine(
        stage=stage,
        title=title,
        done=sum(line.due is Due.DONE for line in lines),
        total=len(lines),
        overdue=sum(line.due is Due.OVERDUE for line in lines),
    )


def _line(item: RoadMapItem, names: dict[UUID, str], today: date) -> Line:
    responsible = item.responsible
    if item.responsible_id is not None:
        responsible = names.get(item.responsible_id, responsible)
    return Line(item.id, item.stage, item.title, item.due_on, item.due(today), responsible)


async def _today(tx: Transaction, programme: Programme) -> date:
    house = await tx.get(Organisation, programme.organisation_id)
    return moments.local(tx.now, house.timezone).date()


async def draw_up(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> int:
    """Fill an empty road map from the profile's template; how many lines were made."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PLAN_STAGES, programme)
        await tx.programmes.lock(programme_id)  # two presses make one road map
        if await tx.stages.road_map(programme_id):
            return 0
        say = (actor.locale, actor.tone)
        items = [
            RoadMapItem(
                organisation_id=programme.organisation_id,
                programme_id=programme_id,
                stage=one.stage,
                title=one.title.say(*say),
                result=one.result.say(*say),
                responsible=one.responsible.say(*say),
                due_on=one.due(programme.starts_on, programme.ends_on),
                position=number,
            )
            for number, one in enumerate(profile.road_map.items, start=1)
        ]
        tx.add_all(items)
        return len(items)


async def agree(db: Database, actor: Actor, *, programme_id: UUID, agreed: bool) -> None:
    """Whether the organisation has agreed on the map; a second tap keeps the first day.

    Raises `Gone` where no map is drawn up.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PLAN_STAGES, programme)
        if not await tx.stages.last_position(programme_id):
            raise Gone
        if not agreed:
            programme.road_map_agreed_on = None
        elif programme.road_map_agreed_on is None:
            programme.road_map_agreed_on = await _today(tx, programme)


async def card(db: Database, actor: Actor, *, item_id: UUID, profile: Profile) -> Card:
    async with db.reading() as tx:
        item = await tx.get(RoadMapItem, item_id)
        actor.must(May.SEE_STAGES, item)
        programme = await tx.get(Programme, item.programme_id)
        house = await tx.get(Organisation, item.organisation_id)
        team = await _team(tx, item)
        known = {mate.person_id: mate.name for mate in team}
        asked = {id_ for id_ in (item.responsible_id, item.done_by) if id_} - set(known)
        names = known | await tx.people.names(asked)
        today = await _today(tx, programme)
        return Card(
            line=_line(item, names, today),
            stage=profile.road_map.stages[item.stage],
            result=item.result,
            done_at=item.done_at,
            done_by=names.get(item.done_by) if item.done_by else None,
            delay_reason=item.delay_reason,
            team=team,
            may_tick=_may_tick(actor, item),
            may_change=actor.may(May.PLAN_STAGES, item),
            zone=house.timezone,
            now=tx.now,
            today=today,
        )


async def _team(tx: Transaction, item: RoadMapItem) -> tuple[Teammate, ...]:
    """The members of the team who have a name, in the order of their names."""
    people = await tx.people.holders(item.organisation_id, item.programme_id, *TEAM)
    names = await tx.people.names(people)
    return tuple(Teammate(id_, name) for id_, name in sorted(names.items(), key=lambda one: one[1]))


def _may_tick(actor: Actor, item: RoadMapItem) -> bool:
    """Whoever plans the stages, and the one who answers for this line."""
    seen = actor.may(May.SEE_STAGES, item)
    return seen and (actor.may(May.PLAN_STAGES, item) or actor.person_id == item.responsible_id)


async def tick(db: Database, actor: Actor, *, item_id: UUID, done: bool) -> None:
    async with db.transaction() as tx:
        item = await tx.get(RoadMapItem, item_id)
        _must_tick(actor, item)
        if done:
            item.tick(by=actor.person_id, now=tx.now)
        else:
            item.untick()


async def tick_stage(
    db: Database, actor: Actor, *, programme_id: UUID, stage: ProgrammeStage
) -> None:
    """All of a stage is done: a map drawn up in mid-year begins with much that was long past."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PLAN_STAGES, programme)
        for item in await tx.stages.road_map(programme_id):
            if item.stage is stage and item.done_at is None:
                item.tick(by=actor.person_id, now=tx.now)


async def explain(db: Database, actor: Actor, *, item_id: UUID, reason: str) -> None:
    """Why it is late. Raises `AnswerEmpty`, `AnswerTooLong`."""
    async with db.transaction() as tx:
        item = await tx.get(RoadMapItem, item_id)
        _must_tick(actor, item)
        item.explain(reason)


def _must_tick(actor: Actor, item: RoadMapItem) -> None:
    if not _may_tick(actor, item):
        raise NotAllowed


async def move(db: Database, actor: Actor, *, item_id: UUID, due_on: date) -> None:
    async with db.transaction() as tx:
        item = await tx.get(RoadMapItem, item_id)
        actor.must(May.PLAN_STAGES, item)
        item.due_on = due_on


async def entrust(
    db: Database,
    actor: Actor,
    *,
    item_id: UUID,
    person_id: UUID | None = None,
    words: str | None = None,
) -> None:
    """To a member of the team, or to somebody named in words."""
    async with db.transaction() as tx:
        item = await tx.get(RoadMapItem, item_id)
        actor.must(May.PLAN_STAGES, item)
        if person_id is not None and person_id not in {
            mate.person_id for mate in await _team(tx, item)
        }:
            raise NotAllowed
        item.entrust(person_id=person_id, words=words)


async def add(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    stage: ProgrammeStage,
    title: str,
    due_on: date,
) -> UUID:
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PLAN_STAGES, programme)
        item = RoadMapItem(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            stage=stage,
            title=tidy(title, LONGEST_TITLE),
            due_on=due_on,
            position=await tx.stages.last_position(programme_id) + 1,
        )
        tx.add(item)
        return item.id


async def remove(db: Database, actor: Actor, *, item_id: UUID) -> None:
    async with db.transaction() as tx:
        item = await tx.get(RoadMapItem, item_id)
        actor.must(May.PLAN_STAGES, item)
        await tx.stages.remove(item)


async def plan_reminders(db: Database) -> int:
    """On Monday whoever answers for something due this week, or late, hears of it; once a week.

    A line entrusted to nobody of the team is the curators'. Run twice, the same rows.
    """
    async with db.transaction() as tx:
        horizon = tx.now.date() + 2 * SOON  # what may be due in the week of the next Monday
        due = await tx.stages.open_until(horizon)
        curators = await tx.people.in_charge_by_programme()
        asked: dict[tuple[UUID, UUID], tuple[UUID, datetime]] = {}
        for item, programme, house in due:
            monday = moments.next_weekly(
                tx.now - timedelta(minutes=30), house.timezone, REMIND_WEEKDAY, REMIND_HOUR
            )
            if item.due_on - moments.local(monday, house.timezone).date() > SOON:
                continue
            whom = [item.responsible_id] if item.responsible_id else curators.get(programme.id, ())
            for person_id in whom:
                asked[person_id, programme.id] = (house.id, monday)
        await tx.notices.plan(
            *(
                plan(
                    "road-map-due",
                    to=person_id,
                    subject=programme_id,
                    organisation_id=house_id,
                    due_at=due_at,
                )
                for (person_id, programme_id), (house_id, due_at) in asked.items()
            )
        )
        return len(asked)

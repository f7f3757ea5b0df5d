"""The goodbye of a pair: its day, what each of the two does in it, and how it comes to its end."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.goodbyes import (
    CHOICES,
    QUESTIONNAIRE,
    Farewell,
    Goodbye,
    ThanksState,
    WhatNext,
)
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.people import Person, age_on
from bot.domain.plans import day_ahead
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.responses import DONE_WITH, Response, ResponseState
from bot.domain.waves import WaveEvent
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import listing
from bot.usecases.monitoring.own_questionnaires import questionnaire_for
from bot.usecases.pairs import plans
from bot.usecases.pairs.plans import GoalLine
from bot.usecases.pairs.strangers import called

DAY, DAY_AT_HOUR = "goodbye-day", 18  # the evening of the last meeting
AGAIN_AFTER = timedelta(days=5)
BEGUN_BY_PARTY = frozenset({PairState.ACTIVE})
STILL_SHOWN = timedelta(days=30)  # in the menu, after the end


@dataclass(frozen=True)
class GoodbyeView:
    pair_id: UUID
    side: Role
    partner: str
    state: PairState
    last_on: date | None  # None: it has not begun
    may_begin: bool
    goals: tuple[GoalLine, ...]
    script: tuple[Words, ...]
    answered: bool
    thanks: str | None  # mine
    thanks_state: ThanksState | None
    got: str | None  # the other side's, once it has been passed on
    next: WhatNext | None
    choices: tuple[WhatNext, ...]
    ended: bool
    papers: bool  # a certificate or a letter of thanks is there
    today: date


async def view(db: Database, actor: Actor, *, pair_id: UUID, profile: Profile) -> GoodbyeView:
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.KEEP_PLAN, pair)
        goodbye = await tx.goodbyes.of_pair(pair.id)
        if goodbye is None and pair.state not in AGREED:
            raise Gone
        both = await tx.goodbyes.farewells([pair.id])
        mine = both.get((pair.id, actor.person_id))
        theirs = both.get((pair.id, pair.partner(actor.person_id)))
        names = (await called(tx, [pair]))[pair.id]
        today = await plans.today_of(tx, pair)
        person = await tx.get(Person, actor.person_id)
        passed = theirs is not None and theirs.thanks_state is ThanksState.PASSED
        return GoodbyeView(
            pair_id=pair.id,
            side=pair.side(actor.person_id),
            partner=names[pair.partner(actor.person_id)],
            state=pair.state,
            last_on=goodbye.last_on if goodbye else None,
            may_begin=goodbye is None and pair.state in BEGUN_BY_PARTY,
            goals=await plans.lines(tx, pair.id, today),
            script=profile.last_meeting,
            answered=mine is not None and await has_answered(tx, mine),
            thanks=mine.thanks if mine else None,
            thanks_state=mine.thanks_state if mine else None,
            got=theirs.thanks if theirs is not None and passed else None,
            next=mine.next if mine else None,
            choices=_choices(pair.side(actor.person_id), person, today, profile),
            ended=goodbye is not None and goodbye.ended_at is not None,
            papers=pair.state is PairState.COMPLETED,
            today=today,
        )


def _choices(side: Role, person: Person, today: date, profile: Profile) -> tuple[WhatNext, ...]:
    """What may come next: nobody under age is shown what is not open to them."""
    closed = set()
    if not old_enough(person, today, profile):
        closed.add(WhatNext.BECOME_MENTOR)
    if not person.is_adult(today):
        closed.add(WhatNext.ALUMNI)
    return tuple(one for one in CHOICES[side] if one not in closed)


def old_enough(person: Person, today: date, profile: Profile) -> bool:
    """To be a mentor, as far as is known; of whom only the year is known is taken for younger."""
    if person.birth_date is not None:
        return age_on(person.birth_date, today) >= profile.ages.mentor_from
    if person.birth_year is not None:
        return today.year - person.birth_year > profile.ages.mentor_from
    return person.is_adult(today)


async def has_answered(tx: Transaction, farewell: Farewell) -> bool:
    if farewell.response_id is None:
        return False
    response = await tx.find(Response, farewell.response_id)
    return response is not None and response.state in DONE_WITH


async def begin(db: Database, actor: Actor, *, pair_id: UUID, last_on: date) -> None:
    """The day of the last meeting is set; the other side and the curator hear of it.

    One of the two begins it for a pair at work, the curator for any that both have agreed to. A
    second time moves the day. Raises `DayIsOver`, `DayTooFar`, `Gone`.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        party = actor.person_id in pair.parties and actor.may(May.KEEP_PLAN, pair)
        if not party:
            actor.must(May.PROPOSE_PAIRS, pair)
        day = day_ahead(last_on, await plans.today_of(tx, pair))
        goodbye = await tx.goodbyes.of_pair(pair.id)
        if goodbye is not None:
            if goodbye.ended_at is not None:
                raise Gone
            if goodbye.last_on == day:
                return
            goodbye.last_on = day
        elif pair.state in (BEGUN_BY_PARTY if party else AGREED):
            pair.begin_closing(tx.now)
            goodbye = await opened(tx, pair, begun_by=actor.person_id, last_on=day)
        else:
            raise Gone
        team = await tx.team.caring_for(pair)
        hear = [id_ for id_ in dict.fromkeys((*sorted(pair.parties), *team))
                if id_ != actor.person_id]  # fmt: skip
        await tell(tx, pair, "goodbye-begun", hear)
        await _remind(tx, pair, goodbye)


async def opened(tx: Transaction, pair: Pair, *, begun_by: UUID, last_on: date) -> Goodbye:
    goodbye = Goodbye(
        organisation_id=pair.organisation_id,
        programme_id=pair.programme_id,
        pair_id=pair.id,
        mentor_id=pair.mentor_id,
        mentee_id=pair.mentee_id,
        begun_by=begun_by,
        begun_at=tx.now,
        last_on=last_on,
    )
    tx.add(goodbye)
    known = await tx.goodbyes.asked_in_waves(pair.programme_id, pair.parties)
    tx.add_all(
        Farewell(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            person_id=person_id,
            partner_id=pair.partner(person_id),
            side=pair.side(person_id),
            response_id=known.get(person_id),
        )
        for person_id in sorted(pair.parties)
    )
    await tx.flush()
    return goodbye


async def _remind(tx: Transaction, pair: Pair, goodbye: Goodbye) -> None:
    """In the evening of the last meeting, and once more: what is left to do."""
    house = await tx.get(Organisation, pair.organisation_id)
    days = (goodbye.last_on, goodbye.last_on + AGAIN_AFTER)
    moments_of = [moments.instant(day, time(DAY_AT_HOUR), house.timezone) for day in days]
    await tx.notices.replan(
        pair.id,
        (DAY,),
        [
            notice
            for due_at in moments_of
            if due_at > tx.now
            for notice in plan_each(
                DAY,
                to=sorted(pair.parties),
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=due_at,
            )
        ],
    )


async def tell(tx: Transaction, pair: Pair, kind: str, people: list[UUID]) -> None:
    await tx.notices.plan(
        *plan_each(
            kind,
            to=people,
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )


async def farewell_of(tx: Transaction, actor: Actor, pair_id: UUID) -> tuple[Farewell, Pair]:
    """The actor's side of a goodbye that has begun. Raises `Gone`."""
    pair = await tx.get(Pair, pair_id)
    actor.must(May.KEEP_PLAN, pair)
    mine = (await tx.goodbyes.farewells([pair.id])).get((pair.id, actor.person_id))
    if mine is None:
        raise Gone
    return mine, pair


async def questionnaire(db: Database, actor: Actor, *, pair_id: UUID, profile: Profile) -> UUID:
    """The response in which one side says how it went; begun once, gone on with after that.

    Of whom a wave of the closing asks the same, it is that wave's.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        actor.must(May.KEEP_PLAN, pair)
        await listing.catch_up(tx, pair.programme_id, WaveEvent.CLOSING, profile)
        mine, _ = await farewell_of(tx, actor, pair_id)
        if mine.response_id is None or await _over_unanswered(tx, mine.response_id):
            asked = await questionnaire_for(tx, profile, pair, QUESTIONNAIRE)
            response = Response(
                organisation_id=pair.organisation_id,
                programme_id=pair.programme_id,
                person_id=actor.person_id,
                questionnaire_id=await tx.surveys.keep(asked),
            )
            tx.add(response)
            await tx.flush()
            mine.response_id = response.id
        return mine.response_id


async def _over_unanswered(tx: Transaction, response_id: UUID) -> bool:
    """Of a wave that has closed meanwhile, or is gone."""
    response = await tx.find(Response, response_id)
    return response is None or response.state is ResponseState.CLOSED


@dataclass(frozen=True)
class MyGoodbye:
    """For the menu: a goodbye under way, or one that ended lately."""

    pair_id: UUID
    partner: str
    ended: bool
    last_on: date
    today: date


async def mine(db: Database, actor: Actor) -> list[MyGoodbye]:
    async with db.reading() as tx:
        every = await tx.pairs.of_person(
            actor.person_id, (PairState.CLOSING, PairState.COMPLETED)
        )
        pairs = [
            pair for pair in every
            if pair.programme_id not in actor.archived
            and (pair.ended_at is None or tx.now - pair.ended_at < STILL_SHOWN)
        ]  # fmt: skip
        known = await tx.goodbyes.of_pairs([pair.id for pair in pairs])
        names = await called(tx, pairs)
        zones = await tx.programmes.zones({pair.organisation_id for pair in pairs})
        found = []
        for pair in pairs:
            goodbye = known.get(pair.id)
            if goodbye is None:
                continue
            found.append(
                MyGoodbye(
                    pair_id=pair.id,
                    partner=names[pair.id][pair.partner(actor.person_id)],
                    ended=goodbye.ended_at is not None,
                    last_on=goodbye.last_on,
                    today=moments.local(tx.now, zones[pair.organisation_id]).date(),
                )
            )
        return found

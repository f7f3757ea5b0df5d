"""When somebody is reminded of a meeting: as they have chosen, and asked afterwards how it was."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.errors import Gone
from bot.domain.meetings import WITH_CURATOR, Meeting, MeetingState
from bot.domain.notice_kinds import plan, plan_each
from bot.domain.pairs import Pair
from bot.domain.people import Person
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction

RECEIPT_AFTER = timedelta(minutes=30)
SOON = timedelta(hours=1)
REMINDERS = ("meeting-tomorrow", "meeting-soon", "meeting-receipt")
OFFERED_KINDS = ("meeting-offered", "meeting-moved")
LONGEST_WORDS = 300
DAY_BEFORE_HOURS = (12, 17, 20)  # of the day before: midday, after lessons, in the evening


async def remind(tx: Transaction, *meetings: Meeting) -> None:
    """Plan what is to be said about these; what was planned before is forgotten."""
    people = await tx.people.many({id_ for one in meetings for id_ in one.parties})
    for meeting in meetings:
        await tx.notices.forget(meeting.id, REMINDERS)
        await _plan(tx, meeting, [people[id_] for id_ in sorted(meeting.parties)])


async def announce(tx: Transaction, meeting: Meeting, *followers: Meeting) -> None:
    """It is agreed on, with those of its series: both hear, and whoever is to be there."""
    await remind(tx, meeting, *followers)
    await tell(tx, "meeting-agreed", meeting, *meeting.parties)
    if meeting.place == WITH_CURATOR:
        curators = await tx.team.caring_for(await tx.get(Pair, meeting.pair_id))
        await tell(tx, "meeting-to-attend", meeting, *curators)


async def _plan(tx: Transaction, meeting: Meeting, people: Collection[Person]) -> None:
    assert meeting.at is not None
    assert meeting.ends_at is not None
    house = await tx.get(Organisation, meeting.organisation_id)
    at, asked = meeting.at, meeting.ends_at + RECEIPT_AFTER
    due = [("meeting-receipt", person, asked) for person in people]
    for person in people:
        if person.day_before_hour is not None:
            eve = moments.day_before_at(at, house.timezone, person.day_before_hour)
            due.append(("meeting-tomorrow", person, eve))
        if person.hour_before:
            due.append(("meeting-soon", person, moments.before(at, SOON)))
    await tx.notices.plan(
        *(
            plan(
                kind,
                to=person.id,
                subject=meeting.id,
                organisation_id=meeting.organisation_id,
                due_at=when,
                useful_until=at if when < at else None,
            )
            for kind, person, when in due
            if when > tx.now
        )
    )


async def tell(tx: Transaction, kind: str, meeting: Meeting, *people: UUID) -> None:
    """At once, to these; as long as the meeting is ahead, if it is."""
    ahead = [at for at in (meeting.at, *meeting.offered_times) if at is not None and at > tx.now]
    await tx.notices.plan(
        *plan_each(
            kind,
            to=sorted(people),
            subject=meeting.id,
            organisation_id=meeting.organisation_id,
            due_at=tx.now,
            useful_until=max(ahead) if ahead and meeting.open else None,
        )
    )


@dataclass(frozen=True)
class ReminderChoice:
    day_before_hour: int | None  # None: not the day before
    hour_before: bool


async def chosen(db: Database, actor: Actor) -> ReminderChoice:
    """How the person is reminded."""
    async with db.reading() as tx:
        me = await tx.get(Person, actor.person_id)
        return ReminderChoice(me.day_before_hour, me.hour_before)


async def choose(db: Database, actor: Actor, *, choice: ReminderChoice) -> None:
    """From now on so, also of meetings agreed on already. Raises `Gone` for another hour."""
    if choice.day_before_hour not in (None, *DAY_BEFORE_HOURS):
        raise Gone
    async with db.transaction() as tx:
        me = await tx.get(Person, actor.person_id)
        me.day_before_hour, me.hour_before = choice.day_before_hour, choice.hour_before
        ahead = [
            one
            for one in await tx.meetings.of_person(me.id, (MeetingState.AGREED,), limit=200)
            if one.at is not None and one.at > tx.now
        ]
        await tx.flush()
        await tx.notices.forget_of(me.id, [one.id for one in ahead], REMINDERS)
        for meeting in ahead:
            await _plan(tx, meeting, [me])


def tidy(words: str | None) -> str | None:
    """Own words as they are kept."""
    return (words or "").strip()[:LONGEST_WORDS] or None

"""A personal calendar at a secret address: made, shown once, taken back; read by a calendar."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.access import Actor
from bot.domain.meetings import LENGTH, Meeting, MeetingState
from bot.domain.people import Person
from bot.domain.programmes import hash_token
from bot.storage.database import Database
from bot.usecases.letters.base import CalendarEntry

BACK = timedelta(days=60)  # meetings that were longer ago leave the calendar
MOST = 200
PATH = "/calendar/{token}.ics"
LONGEST_TOKEN = 64


def address(public: str, token: str) -> str:
    return public.rstrip("/") + PATH.format(token=token)


@dataclass(frozen=True)
class Feed:
    locale: str
    tone: str
    entries: tuple[CalendarEntry, ...]


async def known(db: Database, actor: Actor) -> bool:
    """Whether the person has an address. The address itself is kept nowhere."""
    async with db.reading() as tx:
        return (await tx.get(Person, actor.person_id)).feed_hash is not None


async def make(db: Database, actor: Actor) -> str:
    """A new secret; the address there was before leads nowhere from now on."""
    token = secrets.token_urlsafe(24)
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).feed_hash = hash_token(token)
    return token


async def take_back(db: Database, actor: Actor) -> None:
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).feed_hash = None


async def read(db: Database, *, token: str) -> Feed | None:
    """Everything agreed on, and what was called off, so that it leaves the calendar; None for a

    secret that is nobody's.
    """
    if not token or len(token) > LONGEST_TOKEN:
        return None
    async with db.reading() as tx:
        me = await tx.people.of_feed(hash_token(token))
        if me is None:
            return None
        found = await tx.meetings.of_calendar(me.id, tx.now - BACK, MOST)
        names = await tx.people.names({id_ for one in found for id_ in one.parties - {me.id}})
        zones = await tx.programmes.zones({one.organisation_id for one in found})
        entries = tuple(
            _entry(one, names[next(iter(one.parties - {me.id}))], zones[one.organisation_id])
            for one in found
        )
        return Feed(me.locale, me.tone, entries)


def _entry(meeting: Meeting, partner: str, zone: str) -> CalendarEntry:
    assert meeting.at is not None
    return CalendarEntry(
        meeting_id=meeting.id,
        sequence=meeting.sequence,
        starts_at=meeting.at,
        length=LENGTH,
        stamped_at=meeting.offered_at,
        zone=zone,
        with_whom=partner,
        place=meeting.place,
        where=meeting.where,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )

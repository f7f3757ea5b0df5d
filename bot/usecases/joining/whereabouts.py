""" "Where am I?": what is done on the way into a programme, what is awaited, from whom, by when.

A point is done, awaited now, or still ahead. One is awaited at a time; the first that is not done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.offers import Offer
from bot.domain.pairs import OPEN, Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Consent
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.responses import Response
from bot.domain.words import Words
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.applications.selection import SELECTED, read_way
from bot.usecases.joining.intake import GUARDIAN_CONSENT, curator_name
from bot.usecases.programme.offers import title

USUAL = timedelta(days=7)  # within which a curator reads a form


class Stand(StrEnum):
    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True)
class Point:
    """`key` names the texts. `at`: when it was done, or until when it usually is."""

    key: str
    stand: Stand
    at: datetime | None = None
    late: bool = False  # it has taken longer than it usually does
    partner: str = ""


@dataclass(frozen=True)
class Offered:
    what: Words | None
    words: str | None
    state: str


@dataclass(frozen=True)
class Path:
    participation_id: UUID
    programme: str
    role: Role
    state: ParticipationState
    curator: str
    points: tuple[Point, ...]
    offers: tuple[Offered, ...]
    zone: str
    now: datetime


async def paths(db: Database, actor: Actor, *, profile: Profile) -> list[Path]:
    """One for each programme the person takes part in, the oldest first."""
    async with db.reading() as tx:
        consents = await tx.people.consents_of(actor.person_id)
        pairs = await tx.pairs.of_person(actor.person_id, OPEN)
        partners = await tx.people.names({pair.partner(actor.person_id) for pair in pairs})
        mine = await tx.participations.of_person(actor.person_id)
        forms = await tx.participations.forms_of(mine)
        return [
            await _path(tx, one, forms.get(one.id), consents, pairs, partners, profile)
            for one in mine
        ]


async def _path(
    tx: Transaction,
    participation: Participation,
    sent: Response | None,
    consents: Sequence[Consent],
    pairs: Sequence[Pair],
    partners: dict[UUID, str],
    profile: Profile,
) -> Path:
    programme = await tx.get(Programme, participation.programme_id)
    house = await tx.get(Organisation, participation.organisation_id)
    given = [c for c in consents if c.valid and c.organisation_id == house.id]
    points = _joining(participation, sent, given)
    offers: Sequence[Offer] = ()
    if participation.role is Role.ALUMNUS:
        points.append(_decision(participation, tx.now))
        if participation.state is ParticipationState.APPROVED:
            offers = await tx.offers.of_participation(participation.id)
    else:
        chosen = await _selection(tx, participation, profile)
        points += [*chosen, _decision(participation, tx.now, selected=bool(chosen))]
        own = [one for one in pairs if participation.id in one.participations]
        points += await _pairing(tx, participation, own, partners)
    return Path(
        participation_id=participation.id,
        programme=programme.name,
        role=participation.role,
        state=participation.state,
        curator=await curator_name(tx, house.id, programme.id),
        points=_in_turn(points),
        offers=tuple(Offered(title(profile, o.kind), o.words, str(o.state)) for o in offers),
        zone=house.timezone,
        now=tx.now,
    )


def _joining(
    participation: Participation, sent: Response | None, given: Sequence[Consent]
) -> list[Point]:
    """The consents and the form, in the order in which they are asked for."""
    own = [c.given_at for c in given if c.kind != GUARDIAN_CONSENT]
    guardian = [c.given_at for c in given if c.kind == GUARDIAN_CONSENT]
    left = participation.state in (ParticipationState.CONSENT, ParticipationState.WITHDRAWN)
    points = [
        Point("consent", Stand.NEXT if left else Stand.DONE, max(own, default=None)),
    ]
    sent_at = sent.finished_at if sent is not None else None  # None while it is being corrected
    done = Stand.DONE if participation.form_sent else Stand.NEXT
    form = Point("form", done, sent_at or participation.applied_at)
    if not participation.guardian_needed:
        return [*points, form]
    stand = Stand.DONE if participation.guardian_agreed else Stand.NEXT
    agreed = Point("guardian", stand, max(guardian, default=None))
    first = participation.state is ParticipationState.GUARDIAN and not participation.form_sent
    return [*points, agreed, form] if first else [*points, form, agreed]


async def _selection(
    tx: Transaction, participation: Participation, profile: Profile
) -> list[Point]:
    """The steps of a mentor's selection; a document that holds no longer is awaited anew."""
    stages = profile.selection_for(participation.role, participation.kind).stages
    if not stages:
        return []
    if participation.state not in SELECTED:
        return [Point(str(stage), Stand.NEXT) for stage in stages]
    way = await read_way(tx, participation, profile)
    at = {step.step: step.at for step in await tx.selection.steps_of(participation.id)}
    return [
        Point(str(stage), Stand.DONE if done else Stand.NEXT, at.get(stage) if done else None)
        for stage, done in way.stages
    ]


def _decision(participation: Participation, now: datetime, *, selected: bool = False) -> Point:
    """`selected`: after steps that take as long as they take, no day is promised."""
    if participation.state is ParticipationState.APPROVED:
        return Point("decision", Stand.DONE, participation.decided_at)
    if participation.state is ParticipationState.RESERVE:
        return Point("reserve", Stand.NEXT)
    if selected:
        return Point("decision", Stand.NEXT)
    since = participation.applied_at
    if participation.state is not ParticipationState.APPLIED or since is None:
        return Point("decision", Stand.NEXT)
    return Point("decision", Stand.NEXT, since + USUAL, late=now > since + USUAL)


async def _pairing(
    tx: Transaction,
    participation: Participation,
    pairs: Sequence[Pair],
    partners: dict[UUID, str],
) -> list[Point]:
    """A pair and its first meeting; for each pair when there are several."""
    if not pairs:
        return [Point("pair", Stand.NEXT), Point("meeting", Stand.NEXT)]
    points = []
    for pair in pairs:
        me = participation.person_id
        partner = partners.get(pair.partner(me), "")
        if pair.state is PairState.PROPOSED:
            key = "answer" if pair.answer_of(me) is None else "answer-theirs"
            points.append(Point(key, Stand.NEXT, pair.expires_at, partner=partner))
            continue
        points.append(Point("pair", Stand.DONE, pair.active_since, partner=partner))
        if pair.state is PairState.PAUSED:
            points.append(Point("paused", Stand.NEXT, partner=partner))
            continue
        figures = (await tx.meetings.figures(now=tx.now, pair_ids=[pair.id])).get(pair.id)
        points.append(_meeting(figures or PairMeetings(), partner))
    return points


def _meeting(figures: PairMeetings, partner: str) -> Point:
    if figures.held:
        return Point("meeting", Stand.DONE, figures.first_held, partner=partner)
    return Point("meeting", Stand.NEXT, figures.next_at, partner=partner)


def _in_turn(points: Sequence[Point]) -> tuple[Point, ...]:
    """The first that is not done is awaited now."""
    found: list[Point] = []
    waiting = False
    for point in points:
        if point.stand is Stand.DONE or waiting:
            found.append(point)
            continue
        waiting = True
        found.append(
            Point(point.key, Stand.NOW, point.at, late=point.late, partner=point.partner)
        )
    return tuple(found)

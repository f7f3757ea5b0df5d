"""What alumni offer and what becomes of it: new, talking, agreed, done or declined. No payments.

- An offer stands in the register when the curator has let its alumnus in (`usecases/volunteers`).
- Nobody needs to write letters: there are ready ones, and thanks go out when it is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.notice_kinds import plan_about, plan_each
from bot.domain.offers import ENDED, Offer, OfferState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.domain.words import Words
from bot.storage.database import Database, Transaction

PAGE = 6
ITEM, OWN = "offers", "own"
MESSAGES = {"call": "offer-call", "day": "offer-day"}  # what a ready message is about
ARRIVED = "offer-arrived"
ENDS = {OfferState.DONE: "offer-thanks", OfferState.DECLINED: "offer-not-needed"}
_PAUSE = timedelta(hours=1)  # so soon nobody means the same message again


async def record(tx: Transaction, participation: Participation, answers: Mapping[str, Any]) -> None:
    """What the form offers now. What the curator has taken up stays, whatever the form says."""
    chosen = answers.get(ITEM) or {}
    wanted: dict[str, str | None] = dict.fromkeys(chosen.get("options", ()))
    if chosen.get("own"):
        wanted[OWN] = chosen["own"]
    known = {one.kind: one for one in await tx.offers.of_participation(participation.id)}
    for kind, words in wanted.items():
        if kind not in known:
            tx.add(
                Offer(
                    organisation_id=participation.organisation_id,
                    programme_id=participation.programme_id,
                    participation_id=participation.id,
                    person_id=participation.person_id,
                    kind=kind,
                    words=words,
                    made_at=tx.now,
                )
            )
        elif known[kind].state is OfferState.NEW:
            known[kind].words = words
    for kind, offer in known.items():
        if kind not in wanted and offer.state is OfferState.NEW:
            await tx.offers.forget(offer)


async def welcome_known(tx: Transaction, participation: Participation) -> None:
    """The curator knows this alumnus: let in at once, and the offers are told of."""
    by = participation.vouched_by
    if by is None or participation.state is not ParticipationState.APPLIED:
        return
    participation.applied_at = tx.now
    participation.decide(approved=True, by=by, now=tx.now)
    curators = await tx.people.in_charge(
        participation.organisation_id, participation.programme_id
    )
    await tx.notices.plan_unless_waiting(
        *plan_each(
            ARRIVED,
            to=curators,
            subject=participation.programme_id,
            organisation_id=participation.organisation_id,
            due_at=tx.now,
        )
    )


@dataclass(frozen=True)
class Line:
    offer_id: UUID
    name: str | None
    what: Words | None  # None: own words
    days: int


@dataclass(frozen=True)
class Register:
    lines: tuple[Line, ...]
    counts: Mapping[OfferState, int]
    more: bool


def title(profile: Profile, kind: str) -> Words | None:
    """What is offered, in the words of the form; None for somebody's own."""
    item = profile.questionnaires["intake-alumnus"].item(ITEM)
    options = item.kind.options() if item is not None else ()
    return next((option.label for option in options if option.value == kind), None)


async def register(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    profile: Profile,
    state: OfferState = OfferState.NEW,
    page: int = 0,
) -> Register:
    """Those in one state, the longest waiting first, and how many there are in each."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_OFFERS, programme)
        found = await tx.offers.in_state(programme_id, state, limit=PAGE + 1, offset=page * PAGE)
        people = await tx.people.many([one.person_id for one in found])
        lines = tuple(
            Line(
                offer_id=one.id,
                name=people[one.person_id].name,
                what=title(profile, one.kind),
                days=(tx.now - one.made_at).days,
            )
            for one in found[:PAGE]
        )
        return Register(lines, await tx.offers.counts(programme_id), len(found) > PAGE)


@dataclass(frozen=True)
class Card:
    offer_id: UUID
    programme_id: UUID
    name: str | None
    what: Words | None
    words: str | None
    state: OfferState
    made_at: datetime
    moved_at: datetime | None
    questionnaire: Questionnaire | None
    answers: dict[str, object]
    zone: str
    now: datetime

    @property
    def ended(self) -> bool:
        return self.state in ENDED


async def card(db: Database, actor: Actor, *, offer_id: UUID, profile: Profile) -> Card:
    async with db.reading() as tx:
        offer = await tx.get(Offer, offer_id)
        actor.must(May.KEEP_OFFERS, offer)
        participation = await tx.get(Participation, offer.participation_id)
        if participation.state is not ParticipationState.APPROVED:
            raise Gone
        person = await tx.get(Person, offer.person_id)
        house = await tx.get(Organisation, offer.organisation_id)
        questionnaire, answers = await form_of(tx, participation)
        return Card(
            offer_id=offer.id,
            programme_id=offer.programme_id,
            name=person.name,
            what=title(profile, offer.kind),
            words=offer.words,
            state=offer.state,
            made_at=offer.made_at,
            moved_at=offer.moved_at,
            questionnaire=questionnaire,
            answers=answers,
            zone=house.timezone,
            now=tx.now,
        )


async def form_of(
    tx: Transaction, participation: Participation
) -> tuple[Questionnaire | None, dict[str, Any]]:
    if participation.response_id is None:
        return None, {}
    response = await tx.get(Response, participation.response_id)
    questionnaire = await tx.surveys.version(response.questionnaire_id)
    return questionnaire, response.sent(questionnaire)


async def move(db: Database, actor: Actor, *, offer_id: UUID, to: OfferState) -> None:
    """On to another state. The alumnus hears how it ended: thanks, or that it is not needed."""
    async with db.transaction() as tx:
        offer = await tx.get(Offer, offer_id)
        actor.must(May.KEEP_OFFERS, offer)
        if offer.move(to, by=actor.person_id, now=tx.now) and to in ENDS:
            await _say(tx, ENDS[to], offer)


async def write(db: Database, actor: Actor, *, offer_id: UUID, about: str) -> None:
    """Send a ready message; a new offer is being talked about from then on."""
    async with db.transaction() as tx:
        offer = await tx.get(Offer, offer_id)
        actor.must(May.KEEP_OFFERS, offer)
        if about not in MESSAGES or offer.state in ENDED:
            raise Gone
        last = await tx.notices.last_planned(MESSAGES[about], offer.id, by=tx.now + _PAUSE)
        if last is not None and tx.now < last + _PAUSE:
            return
        if offer.state is OfferState.NEW:
            offer.move(OfferState.TALKING, by=actor.person_id, now=tx.now)
        await _say(tx, MESSAGES[about], offer)


async def _say(tx: Transaction, kind: str, offer: Offer) -> None:
    await tx.notices.plan(*plan_about(kind, [offer], due_at=tx.now))

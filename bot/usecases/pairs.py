"""A pair's way from the proposal to work, and how the curator sees it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.health import Health, Light, health
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notice_kinds import plan
from bot.domain.pairs import OPEN, Pair, PairState
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import Response
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.clearance import cleared, of_pairs
from bot.usecases.speaking_for import who_answers

PAGE = 6
_WORST_FIRST = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)
REMINDERS = ("pair-answer-reminder", "pair-proposed")


@dataclass(frozen=True)
class ProposalView:
    """What one side reads about the other: name, offers or needs, shared times. No contacts."""

    pair_id: UUID
    side: Role
    state: PairState
    my_answer: bool | None
    partner: str
    about: tuple[tuple[str, Any], ...]  # (item key, stored answer) of the partner's form
    questionnaire: Questionnaire | None  # of the partner's form
    shared_slots: tuple[str, ...]
    expires_at: datetime
    zone: str
    now: datetime


_SHOWN = {  # what of the partner's form the other side may see
    Role.MENTEE: ("needs", "interests", "formats"),
    Role.MENTOR: ("workplace", "competences", "about", "formats"),
}


async def proposal(
    db: Database, actor: Actor, *, pair_id: UUID, speaking_for: UUID | None = None
) -> ProposalView:
    """`speaking_for`: the participation of somebody without an account, for whom the team asks."""
    async with db.reading() as tx:
        pair = await tx.get(Pair, pair_id)
        person_id, _ = await who_answers(tx, actor, pair, speaking_for)
        return await _view(tx, pair, person_id)


async def _view(tx: Transaction, pair: Pair, person_id: UUID) -> ProposalView:
    side = pair.side(person_id)
    partner_side = Role.MENTEE if side is Role.MENTOR else Role.MENTOR
    ids = {Role.MENTEE: pair.mentee_participation_id, Role.MENTOR: pair.mentor_participation_id}
    forms: dict[Role, dict[str, Any]] = {}
    partner_form = None
    for role, participation_id in ids.items():
        participation = await tx.get(Participation, participation_id)
        if participation.response_id is None:
            forms[role] = {}
            continue
        response = await tx.get(Response, participation.response_id)
        questionnaire = await tx.surveys.version(response.questionnaire_id)
        forms[role] = response.counted(questionnaire)
        if role is partner_side:
            partner_form = questionnaire
    names = await tx.people.names([pair.partner(person_id)])
    slots = [set((form.get("free_time") or {}).get("options", ())) for form in forms.values()]
    house = await tx.get(Organisation, pair.organisation_id)
    shown = [(key, forms[partner_side].get(key)) for key in _SHOWN[partner_side]]
    return ProposalView(
        pair_id=pair.id,
        side=side,
        state=pair.state,
        my_answer=pair.answer_of(person_id),
        partner=next(iter(names.values())),
        about=tuple((key, value) for key, value in shown if value is not None),
        questionnaire=partner_form,
        shared_slots=tuple(sorted(set.intersection(*slots))) if slots else (),
        expires_at=pair.expires_at,
        zone=house.timezone,
        now=tx.now,
    )


async def answer(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    accepts: bool,
    profile: Profile,
    reason: str | None = None,
    speaking_for: UUID | None = None,
) -> PairState:
    """Accept or decline; the state the pair has now. One no is told kindly, without blame.

    The second yes sets the pair to work when both are cleared; else it waits, and both hear why.
    """
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        person_id, entered_by = await who_answers(tx, actor, pair, speaking_for)
        if pair.answer_of(person_id) is accepts:  # a second press
            return pair.state
        known = await of_pairs(tx, [pair], profile)
        pair.answer(
            person_id,
            accepts=accepts,
            now=tx.now,
            cleared=cleared(pair, known),
            entered_by=entered_by,
        )
        if reason:
            pair.reason = reason.strip()[:500]
        if pair.state is PairState.ACTIVE:
            await tell(tx, pair, "pair-active", (pair.mentee_id, pair.mentor_id))
            await _tell_curators(tx, pair)
        elif pair.state is PairState.PAUSED:
            await tell(tx, pair, "pair-paused", (pair.mentee_id, pair.mentor_id))
            curators = await _curators(tx, pair)
            await tell(tx, pair, "pair-paused", tuple(curators))
        elif pair.state is PairState.DECLINED:
            await tell(tx, pair, "pair-not-formed", (pair.partner(person_id),))
            await _tell_curators(tx, pair)
        return pair.state


async def expire_due(db: Database) -> int:
    """Proposals nobody answered in time; both sides and the curator hear of it."""
    async with db.transaction() as tx:
        due = await tx.pairs.due_to_expire(tx.now)
        for pair in due:
            pair.expire(tx.now)
            await tell(tx, pair, "pair-not-formed", (pair.mentee_id, pair.mentor_id))
            await _tell_curators(tx, pair)
        return len(due)


async def tell(tx: Transaction, pair: Pair, kind: str, people: tuple[UUID, ...]) -> None:
    """What became of the proposal or the pair, at once; nobody is reminded of it any more."""
    await tx.notices.forget(pair.id, REMINDERS)
    await tx.notices.plan(
        *(
            plan(
                kind,
                to=to,
                subject=pair.id,
                organisation_id=pair.organisation_id,
                due_at=tx.now,
            )
            for to in people
        )
    )


async def _tell_curators(tx: Transaction, pair: Pair) -> None:
    await tell(tx, pair, "pair-outcome", tuple(await _curators(tx, pair)))


async def _curators(tx: Transaction, pair: Pair) -> list[UUID]:
    return await tx.people.in_charge(pair.organisation_id, pair.programme_id)


@dataclass(frozen=True)
class PairLine:
    """A pair in a list, with its light and why."""

    pair_id: UUID
    mentee: str
    mentor: str
    mentee_id: UUID
    mentor_id: UUID
    state: PairState
    health: Health
    meetings: PairMeetings


async def lines(tx: Transaction, programme_id: UUID) -> list[PairLine]:
    """All open pairs of a programme, the worst light first; three queries whatever their number."""
    pairs = await tx.pairs.of_programme(programme_id, OPEN)
    names = await tx.people.names({id_ for pair in pairs for id_ in pair.parties})
    figures = await tx.meetings.figures(now=tx.now, programme_id=programme_id)
    found = [pair_line(pair, names, figures.get(pair.id, PairMeetings()), tx.now) for pair in pairs]
    return sorted(
        found, key=lambda one: (_WORST_FIRST.index(one.health.light), -one.health.days, one.mentee)
    )


def pair_line(pair: Pair, names: dict[UUID, str], figures: PairMeetings, now: datetime) -> PairLine:
    return PairLine(
        pair_id=pair.id,
        mentee=names[pair.mentee_id],
        mentor=names[pair.mentor_id],
        mentee_id=pair.mentee_id,
        mentor_id=pair.mentor_id,
        state=pair.state,
        health=health(
            active_since=pair.active_since,
            last_held=figures.last_held,
            next_meeting=figures.next_at,
            disputed=figures.disputed > 0,
            now=now,
        ),
        meetings=figures,
    )


@dataclass(frozen=True)
class PairsPage:
    lines: tuple[PairLine, ...]
    page: int
    more: bool
    total: int
    lights: dict[Light, int]


async def page(db: Database, actor: Actor, *, programme_id: UUID, page: int = 0) -> PairsPage:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_PAIRS, programme)
        found = await lines(tx, programme_id)
        part = found[page * PAGE : (page + 1) * PAGE]
        lights = dict(Counter(one.health.light for one in found))
        return PairsPage(tuple(part), page, len(found) > (page + 1) * PAGE, len(found), lights)


@dataclass(frozen=True)
class MyPair:
    """A pair as one of its people sees it in the menu."""

    pair_id: UUID
    side: Role
    partner: str
    state: PairState
    my_answer: bool | None
    next_meeting: Meeting | None
    waiting: tuple[Meeting, ...]  # offers and receipts that wait for somebody
    zone: str
    now: datetime


async def mine(db: Database, actor: Actor) -> list[MyPair]:
    async with db.reading() as tx:
        every = await tx.pairs.of_person(actor.person_id)
        pairs = [pair for pair in every if pair.programme_id not in actor.archived]
        names = await tx.people.names({pair.partner(actor.person_id) for pair in pairs})
        found = []
        for pair in pairs:
            house = await tx.get(Organisation, pair.organisation_id)
            meetings = await tx.meetings.of_pair(pair.id)
            ahead = [
                m for m in meetings
                if m.state is MeetingState.AGREED and m.at is not None and m.at > tx.now
            ]  # fmt: skip
            found.append(
                MyPair(
                    pair_id=pair.id,
                    side=pair.side(actor.person_id),
                    partner=names[pair.partner(actor.person_id)],
                    state=pair.state,
                    my_answer=pair.answer_of(actor.person_id),
                    next_meeting=min(ahead, key=lambda m: m.at or tx.now, default=None),
                    waiting=tuple(m for m in meetings if _waits(m, tx.now)),
                    zone=house.timezone,
                    now=tx.now,
                )
            )
        return found


def _waits(meeting: Meeting, now: datetime) -> bool:
    if meeting.state is MeetingState.OFFERED:
        return any(at > now for at in meeting.offered_times)
    over = meeting.ends_at is not None and meeting.ends_at <= now
    return over and None in (meeting.mentor_says, meeting.mentee_says)

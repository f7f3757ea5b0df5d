"""A pair's way from the proposal to work, and how the curator sees it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.health import Alert, Health, Light
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.moments import local
from bot.domain.notice_kinds import plan_each
from bot.domain.own_reasons import own_reason
from bot.domain.pair_words import About
from bot.domain.pairs import MEETING, OPEN, Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.spoken import Day
from bot.storage.database import Database, Transaction
from bot.storage.stores.meetings import PairMeetings
from bot.usecases.applications.clearance import cleared, of_pairs
from bot.usecases.bases.speaking_for import who_answers
from bot.usecases.pairs.expecting import keep
from bot.usecases.pairs.health import lights, zone_of
from bot.usecases.pairs.strangers import called, strangers

PAGE = 6
_WORST_FIRST = (Light.RED, Light.YELLOW, Light.GREY, Light.GREEN)
REMINDERS = ("pair-answer-reminder", "pair-proposed", "ward-proposed")


@dataclass(frozen=True)
class ProposalView:
    """What one side reads about the other. Until both have said yes it is a first name."""

    pair_id: UUID
    side: Role
    state: PairState
    my_answer: bool | None
    partner: str
    about: tuple[tuple[str, Any], ...]  # (item key, stored answer) of the partner's form
    questionnaire: Questionnaire | None  # of the partner's form
    why: tuple[dict[str, Any], ...]  # the reasons of the match
    shared_slots: tuple[str, ...]
    expires_at: datetime
    zone: str
    now: datetime


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
    both = await tx.participations.many(pair.participations)
    known = await strangers(tx, both.values())
    mentor_is_partner = side is Role.MENTEE
    partner = known[
        pair.mentor_participation_id if mentor_is_partner else pair.mentee_participation_id
    ]
    names = (await called(tx, [pair]))[pair.id]
    house = await tx.get(Organisation, pair.organisation_id)
    slots = frozenset.intersection(*(one.slots for one in known.values()))
    return ProposalView(
        pair_id=pair.id,
        side=side,
        state=pair.state,
        my_answer=pair.answer_of(person_id),
        partner=names[pair.partner(person_id)],
        about=partner.about,
        questionnaire=partner.questionnaire,
        why=tuple(pair.reasons),
        shared_slots=tuple(sorted(slots)),
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
    expects: Mapping[str, str] | None = None,
    speaking_for: UUID | None = None,
) -> PairState:
    """Accept or decline; the state the pair has now. One no is told kindly, without blame.

    `reason`: a key of the profile, or own words; the curator alone reads it. `expects`: how often,
    how long and where, as the side would have it.

    The second yes sets the pair to work when both are cleared and expect the same; else it waits,
    and both hear why.
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
            settled=not accepts or await keep(tx, pair, person_id, expects, profile),
            entered_by=entered_by,
        )
        if reason and not accepts:
            pair.answer_reason = own_reason(reason)
        if pair.state in MEETING:
            await tell(tx, pair, "pair-active", (pair.mentee_id, pair.mentor_id))
            await tell_curators(tx, pair)
        elif pair.state is PairState.ACCEPTED:
            await tell(tx, pair, "pair-accepted", (pair.mentee_id, pair.mentor_id))
            await tell(tx, pair, "pair-expectations", tuple(await _curators(tx, pair)))
        elif pair.state is PairState.PAUSED:
            await tell(tx, pair, "pair-paused", (pair.mentee_id, pair.mentor_id))
            curators = await _curators(tx, pair)
            await tell(tx, pair, "pair-paused", tuple(curators))
        elif pair.state is PairState.DECLINED:
            await tell(tx, pair, "pair-not-formed", (pair.partner(person_id),))
            await tell_curators(tx, pair)
        return pair.state


async def expire_due(db: Database) -> int:
    """Proposals nobody answered in time; both sides and the curator hear of it."""
    async with db.transaction() as tx:
        due = await tx.pairs.due_to_expire(tx.now)
        for pair in due:
            pair.expire(tx.now)
            await tell(tx, pair, "pair-not-formed", (pair.mentee_id, pair.mentor_id))
            await tell_curators(tx, pair)
        return len(due)


async def tell(tx: Transaction, pair: Pair, kind: str, people: tuple[UUID, ...]) -> None:
    """What became of the proposal or the pair, at once; nobody is reminded of it any more."""
    await tx.notices.forget(pair.id, REMINDERS)
    await tx.notices.plan(
        *plan_each(
            kind,
            to=people,
            subject=pair.id,
            organisation_id=pair.organisation_id,
            due_at=tx.now,
        )
    )


async def tell_curators(tx: Transaction, pair: Pair) -> None:
    await tell(tx, pair, "pair-outcome", tuple(await _curators(tx, pair)))


async def _curators(tx: Transaction, pair: Pair) -> list[UUID]:
    return await tx.team.caring_for(pair)


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
    rests: bool  # in a pause that was asked for
    began: datetime | None = None
    went_on: datetime | None = None  # its last pause was over
    form: str = ""
    kept_by: UUID | None = None


async def lines(
    tx: Transaction,
    programme: Programme,
    profile: Profile,
    *,
    private: bool,
    without: Collection[Alert] = (),
    only: Callable[[Pair], bool] | None = None,
) -> list[PairLine]:
    """All open pairs of a programme, the worst light first; some queries whatever their number.

    `private`: for who may know what the two said in private; `without` are not counted; `only`: of

    these pairs.
    """
    programme_id = programme.id
    pairs = await tx.pairs.of_programme(programme_id, OPEN)
    if only is not None:
        pairs = [pair for pair in pairs if only(pair)]
    names = await tx.people.names({id_ for pair in pairs for id_ in pair.parties})
    figures = await tx.meetings.figures(now=tx.now, programme_id=programme_id)
    shown = await lights(
        tx,
        pairs,
        figures,
        programme_id=programme_id,
        profile=profile,
        zone=await zone_of(tx, programme.organisation_id),
        private=private,
        without=without,
    )
    found = [
        pair_line(pair, names, figures.get(pair.id, PairMeetings()), tx.now, shown[pair.id])
        for pair in pairs
    ]
    return sorted(found, key=_first_read)


def within(share: frozenset[UUID] | None, pair_id: UUID) -> bool:
    """Of the share of a caseload; None: of everybody's."""
    return share is None or pair_id in share


def _first_read(one: PairLine) -> tuple[int, int, str, UUID]:
    """The worst light first, then by risk x age."""
    return _WORST_FIRST.index(one.health.light), -one.health.urgency, one.mentee, one.pair_id


def pair_line(
    pair: Pair, names: dict[UUID, str], figures: PairMeetings, now: datetime, shown: Health
) -> PairLine:
    return PairLine(
        pair_id=pair.id,
        mentee=names[pair.mentee_id],
        mentor=names[pair.mentor_id],
        mentee_id=pair.mentee_id,
        mentor_id=pair.mentor_id,
        state=pair.state,
        health=shown,
        meetings=figures,
        rests=pair.rests(now) and pair.state is PairState.PAUSED,
        began=pair.active_since,
        went_on=pair.alive_since,
        form=pair.form,
        kept_by=pair.kept_by,
    )


@dataclass(frozen=True)
class PairsPage:
    lines: tuple[PairLine, ...]
    page: int
    more: bool
    total: int
    lights: dict[Light, int]


async def page(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, page: int = 0
) -> PairsPage:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_PAIRS, programme)
        private = actor.may(May.PROPOSE_PAIRS, programme)
        share = actor.share_of(May.SEE_PAIRS, programme)
        found = await lines(
            tx, programme, profile, private=private, only=lambda one: within(share, one.id)
        )
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
    trial: bool  # the person's word on the trial is still owed
    rests_until: Day | None  # the last day of a pause
    zone: str
    now: datetime


async def mine(db: Database, actor: Actor) -> list[MyPair]:
    async with db.reading() as tx:
        every = await tx.pairs.of_person(actor.person_id)
        pairs = [pair for pair in every if pair.programme_id not in actor.archived]
        names = await called(tx, pairs)
        asked = [pair.id for pair in pairs if pair.asked_of_trial]
        words = await tx.pairs.words(asked, [About.TRIAL]) if asked else ()
        spoken = {(word.pair_id, word.person_id) for word in words}
        found = []
        for pair in pairs:
            house = await tx.get(Organisation, pair.organisation_id)
            meetings = await tx.meetings.at_hand(pair.id, tx.now)
            ahead = [
                m for m in meetings
                if m.state is MeetingState.AGREED and m.at is not None and m.at > tx.now
            ]  # fmt: skip
            found.append(
                MyPair(
                    pair_id=pair.id,
                    side=pair.side(actor.person_id),
                    partner=names[pair.id][pair.partner(actor.person_id)],
                    state=pair.state,
                    my_answer=pair.answer_of(actor.person_id),
                    next_meeting=min(ahead, key=lambda m: m.at or tx.now, default=None),
                    waiting=tuple(m for m in meetings if _waits(m, tx.now)),
                    trial=pair.asked_of_trial and (pair.id, actor.person_id) not in spoken,
                    rests_until=last_day(pair, house.timezone, tx.now),
                    zone=house.timezone,
                    now=tx.now,
                )
            )
        return found


def last_day(pair: Pair, zone: str, now: datetime) -> Day | None:
    """Of the pause that was asked for, when the pair is in one."""
    if pair.state is not PairState.PAUSED or pair.paused_until is None:
        return None
    last = local(pair.paused_until - timedelta(seconds=1), zone).date()
    return Day(last, local(now, zone).date())


def _waits(meeting: Meeting, now: datetime) -> bool:
    if meeting.state is MeetingState.OFFERED:
        return any(at > now for at in meeting.offered_times)
    over = meeting.ends_at is not None and meeting.ends_at <= now
    return over and None in (meeting.mentor_says, meeting.mentee_says)

"""What people without a messenger are asked, and the team can answer for them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.meetings import OLDEST_LOGGED, MeetingState
from bot.domain.pairs import MEETING, PairState
from bot.domain.participations import ParticipationState
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.storage.database import Database, Transaction


class Kind(StrEnum):
    PAIR = "pair"
    SURVEY = "survey"
    OFFER = "offer"  # of a meeting: a time is to be picked
    RECEIPT = "receipt"  # whether a meeting took place
    POLL = "poll"  # of times within a group
    MEETING = "meeting"  # nothing is agreed on: a mentor may offer times


@dataclass(frozen=True)
class Asked:
    kind: Kind
    subject: UUID  # the pair, the response or the meeting
    participation_id: UUID
    name: str | None
    partner: str | None  # of a proposed pair, or at a meeting
    questionnaire: Questionnaire | None  # of a survey
    until: datetime  # of a receipt: when the meeting was; of a meeting to offer: now
    zone: str
    now: datetime


async def waiting(db: Database, actor: Actor, *, programme_id: UUID) -> list[Asked]:
    """Of people the team entered and who have no account; what ends soonest first."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PARTICIPANTS, programme)
        strangers = await tx.bases.strangers(
            programme_id, None, (ParticipationState.APPROVED,)
        )
        if not strangers:
            return []
        house = await tx.get(Organisation, programme.organisation_id)
        people = {one.person_id: one for one in strangers}
        found = [
            Asked(kind, subject, people[who].id, people[who].name, partner, asked, until,
                  house.timezone, tx.now)
            for kind, subject, who, partner, asked, until in (
                *await _pairs(tx, programme_id, set(people)),
                *await _surveys(tx, programme_id, set(people)),
                *await _meetings(tx, programme_id, set(people)),
                *await _polls(tx, programme_id, set(people)),
                *await _to_offer(tx, programme_id, set(people)),
            )
        ]  # fmt: skip
        return sorted(
            found,
            key=lambda one: (one.kind is Kind.MEETING, one.until, one.name or "", one.subject),
        )


_Row = tuple[Kind, UUID, UUID, str | None, Questionnaire | None, datetime]


async def _pairs(tx: Transaction, programme_id: UUID, people: set[UUID]) -> list[_Row]:
    proposed = await tx.pairs.at_work((PairState.PROPOSED,), person_ids=people)
    open_ = [p for p in proposed if p.programme_id == programme_id and p.expires_at > tx.now]
    names = await tx.people.names({id_ for pair in open_ for id_ in pair.parties})
    return [
        (Kind.PAIR, pair.id, who, names[pair.partner(who)], None, pair.expires_at)
        for pair in open_
        for who in sorted(pair.parties & people)
        if pair.answer_of(who) is None
    ]


async def _surveys(tx: Transaction, programme_id: UUID, people: set[UUID]) -> list[_Row]:
    open_ = await tx.surveys.open_of_people(programme_id, people)
    return [
        (
            Kind.SURVEY,
            response.id,
            response.person_id,
            None,
            await tx.surveys.version(response.questionnaire_id),
            closes_at,
        )
        for response, closes_at in open_
    ]


async def _meetings(tx: Transaction, programme_id: UUID, people: set[UUID]) -> list[_Row]:
    """Times to choose from, and meetings that were, of which this side has said nothing yet."""
    asked = await tx.meetings.unanswered(programme_id, people, tx.now, tx.now - OLDEST_LOGGED)
    pairs = await tx.pairs.many({one.pair_id for one in asked})
    names = await tx.people.names({id_ for one in asked for id_ in one.parties})
    rows: list[_Row] = []
    for one in asked:
        if one.state is MeetingState.OFFERED:
            kind, whose = Kind.OFFER, {one.picker()}
            until = max(one.offered_times)
            if until <= tx.now or pairs[one.pair_id].state not in MEETING:
                continue
        else:
            kind, whose = Kind.RECEIPT, {id_ for id_ in one.parties if one.says(id_) is None}
            assert one.at is not None
            until = one.at
        for who in sorted(whose & people):
            [partner] = one.parties - {who}
            rows.append((kind, one.id, who, names[partner], None, until))
    return rows


async def _to_offer(tx: Transaction, programme_id: UUID, people: set[UUID]) -> list[_Row]:
    """Mentors among them whose pair has neither a meeting ahead nor times to choose from."""
    pairs = [
        pair
        for pair in await tx.pairs.at_work(MEETING, person_ids=people)
        if pair.programme_id == programme_id and pair.mentor_id in people
    ]
    if not pairs:
        return []
    ahead = await tx.meetings.pairs_ahead(programme_id, tx.now)
    names = await tx.people.names({pair.mentee_id for pair in pairs})
    return [
        (Kind.MEETING, pair.id, pair.mentor_id, names[pair.mentee_id], None, tx.now)
        for pair in pairs
        if pair.id not in ahead and pair.state is not PairState.PAUSED
    ]


async def _polls(tx: Transaction, programme_id: UUID, people: set[UUID]) -> list[_Row]:
    """Polls of times within a group that one of them has not answered."""
    polls = await tx.polls.open_in(programme_id, tx.now)
    if not polls:
        return []
    said = {(one.poll_id, one.participation_id) for one in await tx.polls.answers(
        [one.id for one in polls]
    )}  # fmt: skip
    pairs = await tx.pairs.of_groups({one.group_id for one in polls})
    names = await tx.people.names({one.offered_by for one in polls})
    return [
        (Kind.POLL, poll.id, pair.mentee_id, names[poll.offered_by], None, poll.ends_at)
        for poll in polls
        for pair in pairs
        if pair.group_id == poll.group_id
        and pair.mentor_id == poll.offered_by
        and pair.state in MEETING
        and pair.mentee_id in people
        and (poll.id, pair.mentee_participation_id) not in said
    ]

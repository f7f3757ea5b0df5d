"""Letters about a poll of times within a group: to tick, without the reader, without a quorum."""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.group_polls import PollState
from bot.domain.notices import Notice
from bot.domain.spoken import When
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.pairs.group_polls import ASKS
from bot.usecases.pairs.meeting_hours import group_of


async def about(desk: Desk, notices: Sequence[Notice]) -> Letters:
    polls = await desk.tx.polls.many({n.subject for n in notices})
    names = await desk.tx.people.names({one.offered_by for one in polls.values()})
    zones = await desk.tx.programmes.zones({one.organisation_id for one in polls.values()})
    answers = await desk.tx.polls.answers(list(polls))
    groups = {
        one.id: await group_of(desk.tx, one.group_id, one.offered_by) for one in polls.values()
    }
    people = {
        one.mentee_participation_id: one.mentee_id for some in groups.values() for one in some
    }
    answered_by = {(one.poll_id, people.get(one.participation_id)) for one in answers}
    letters: dict[UUID, Letter] = {}
    for notice in notices:
        poll = polls.get(notice.subject)
        if poll is None:
            continue
        zone, now, pairs = zones[poll.organisation_id], desk.tx.now, groups[poll.id]
        asked = {one.mentee_id for one in pairs}
        key, facts = f"letter-{notice.kind}", {"mentor": names[poll.offered_by]}
        if notice.kind in ASKS and poll.open_at(now) and notice.to in asked:
            if notice.kind == "poll-reminder" and (poll.id, notice.to) in answered_by:
                continue
            offered = {"place": poll.place, "until": When(poll.ends_at, zone, now)}
            press = Press("button-tick-times", "open-poll", poll.id)
            letters[notice.id] = Letter(key, {**facts, **offered}, buttons=((press,),))
        elif notice.kind == "poll-called-off" and poll.state is PollState.CALLED_OFF:
            letters[notice.id] = Letter(key, facts)
        elif notice.kind == "poll-without-you" and poll.at is not None and notice.to in asked:
            letters[notice.id] = Letter(key, {**facts, "at": When(poll.at, zone, now)})
        elif notice.kind == "poll-no-quorum" and poll.state is PollState.NO_QUORUM and pairs:
            answered = sum(one.poll_id == poll.id for one in answers)
            press = Press("button-offer-meeting", "offer-meeting", pairs[0].id)
            numbers = {"answered": answered, "mentees": len(pairs)}
            letters[notice.id] = Letter(key, numbers, buttons=((press,),))
    return letters

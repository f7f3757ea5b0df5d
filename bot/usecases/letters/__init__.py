"""What each kind of notice says when its moment comes.

A letter from today's facts, or nothing any more.

A composer gets all due notices of its kinds at once and asks the database for them together. A
notice it leaves out is no longer true and is skipped.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from bot.domain.notices import Notice
from bot.usecases.letters import (
    applications,
    consents,
    desk,
    digests,
    efforts,
    goodbyes,
    group_polls,
    intakes,
    meetings,
    offers,
    pair_life,
    pairs,
    plans,
    proposals,
    region,
    selection,
    stages,
    surveys,
    training,
    troubles,
    wishes,
    wrong_codes,
)
from bot.usecases.letters.base import CalendarEntry, Compose, Desk, Letter, Press

COMPOSERS: Mapping[str, Compose] = {
    "guardian-agreed": applications.guardian_agreed,
    "application-arrived": applications.arrived,
    "form-nudge": intakes.left_alone,
    "form-corrected": intakes.corrected,
    "offer-arrived": offers.arrived,
    "offer-call": offers.to_alumnus,
    "offer-day": offers.to_alumnus,
    "offer-thanks": offers.to_alumnus,
    "offer-not-needed": offers.to_alumnus,
    "application-approved": applications.approved,
    "application-declined": applications.declined,
    "application-reserved": selection.decided,
    "application-reopened": selection.decided,
    "queue-news": selection.news,
    "queue-reminder": selection.reminder,
    "check-expiring": selection.expiring,
    "consent-withdrawn": applications.consent_withdrawn,
    "training-open": training.about,
    "training-nudge": training.about,
    "training-reminder": training.about,
    "wishes-open": wishes.asked,
    "wishes-reminder": wishes.asked,
    "wishes-over": wishes.over,
    "round-waits": proposals.round_waits,
    "pair-proposed": pairs.proposed,
    "ward-proposed": proposals.to_guardian,
    "next-best": proposals.next_best,
    "pair-answer-reminder": pairs.answer_reminder,
    "pair-active": pairs.active,
    "pair-not-formed": pairs.not_formed,
    "pair-nudge": pairs.nudged,
    "pair-accepted": pair_life.accepted,
    "pair-expectations": pair_life.expectations,
    "pair-rests": pair_life.rests,
    "pair-asks": pair_life.asks,
    "pair-doubt": pair_life.doubt,
    "pair-confirmed": pair_life.confirmed,
    "trial-feedback": pair_life.asked_of_trial,
    "trial-reminder": pair_life.asked_of_trial,
    "pair-silent": pair_life.silent,
    "pair-silent-last": pair_life.silent,
    "pair-outcome": pairs.outcome,
    "pair-rating": pair_life.rating,
    "meeting-offered": meetings.offered,
    "meeting-moved": meetings.offered,
    "meeting-agreed": meetings.agreed,
    "meeting-to-attend": meetings.to_attend,
    "meeting-cancelled": meetings.cancelled,
    "meeting-where": meetings.agreed,
    "series-cancelled": meetings.series_cancelled,
    "meeting-tomorrow": meetings.ahead,
    "meeting-soon": meetings.ahead,
    "meeting-receipt": meetings.receipt,
    "plan-changed": plans.changed,
    "plan-due": plans.due,
    "goal-reached": plans.reached,
    "poll-offered": group_polls.about,
    "poll-reminder": group_polls.about,
    "poll-called-off": group_polls.about,
    "poll-without-you": group_polls.about,
    "poll-no-quorum": group_polls.about,
    "goodbye-begun": goodbyes.begun,
    "goodbye-day": goodbyes.what_is_left,
    "goodbye-over": goodbyes.over,
    "goodbye-outcome": goodbyes.outcome,
    "goodbye-follow-up": goodbyes.follow_up,
    "thanks-held": goodbyes.held,
    "thanks-passed": goodbyes.passed,
    "thanks-returned": goodbyes.returned,
    "survey-invitation": surveys.asked,
    "survey-reminder": surveys.asked,
    "consent-asked": consents.asked,
    "guardianship-ended": consents.guardianship_ended,
    "pair-paused": consents.pair_paused,
    "pair-resumed": consents.pair_resumed,
    "road-map-due": stages.due,
    "digest": digests.weekly,
    "pairs-handed-over": digests.handed_over,
    "region-digest": region.monthly,
    "region-reminder": region.reminder,
    "effort-thanks": efforts.thanks,
    "tickets-wait": desk.tickets_wait,
    "ticket-answered": desk.answered,
    "broadcast": desk.broadcast,
    "wrong-codes": wrong_codes.locked,
    "trouble": troubles.reported,
}

__all__ = ["COMPOSERS", "CalendarEntry", "Compose", "Desk", "Letter", "Press", "compose"]


async def compose(desk: Desk, notices: Sequence[Notice]) -> Mapping[UUID, Letter]:
    """The letters of these notices, by notice id; what is missing is no longer true."""
    by_composer: dict[Compose, list[Notice]] = {}
    for notice in notices:
        by_composer.setdefault(COMPOSERS[notice.kind], []).append(notice)
    letters: dict[UUID, Letter] = {}
    for composer, batch in by_composer.items():
        letters.update(await composer(desk, batch))
    return letters

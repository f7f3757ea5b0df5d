"""Every letter as people read it, in a file: a reviewer sees in the diff what will be said.

The letters are composed from rows by the real composers, at moments of a true story, and kept in
tests/golden/<locale>/<kind>.txt. `TANDEM_GOLDEN=write` writes the files anew.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.broadcasts import Segment
from bot.domain.goodbyes import WhatNext
from bot.domain.matching import Candidate, Proposal
from bot.domain.meetings import Every, MeetingKind
from bot.domain.moments import local
from bot.domain.notice_kinds import NOTICE_KINDS, plan
from bot.domain.offers import OfferState
from bot.domain.pair_words import About
from bot.domain.pairs import Pair
from bot.domain.participations import Participation
from bot.domain.people import AgeBand
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.roadmap import ProgrammeStage
from bot.messenger.digest_view import digest_message
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases import troubles
from bot.usecases.applications import applications
from bot.usecases.consents import consents, privacy
from bot.usecases.desk import broadcasts, tickets
from bot.usecases.documents import thanking
from bot.usecases.joining import intake, unfinished
from bot.usecases.letters import Desk, Letter, compose
from bot.usecases.matching import general_meeting, rounds, wishes
from bot.usecases.monitoring import indicators, inviting, surveys
from bot.usecases.pairs import (
    asking,
    expecting,
    goal_steps,
    group_polls,
    meetings,
    moving,
    nudges,
    pairs,
    pausing,
    plans,
    proposing,
    receipts,
    recurring,
    silence,
    thanks,
    trial,
    ward_proposals,
    what_next,
)
from bot.usecases.pairs import ending as pair_ending
from bot.usecases.programme import house_counting, offers, region_reminders, roadmap
from bot.usecases.team import caseloads, team
from sandbox.wall import Wall
from tests.grouping import group
from tests.learning import passes
from tests.parting import confirmed, parts, sets_goal, today
from tests.town import MOMENT
from tests.usecases.test_efforts import trains
from tests.usecases.test_team import joins_team
from tests.village import ZONE, Curator, Member, Village

GOLDEN = Path(__file__).parents[1] / "golden"
WRITES = os.environ.get("TANDEM_GOLDEN") == "write"
READERS = {"ru": ("ty", "vy"), "en": ("vy",)}
TAG = re.compile(r"</?[a-z]+>")
Collected = dict[str, list[tuple[str, Letter]]]


class Clerk:
    """Collects what a kind would say to somebody now."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.letters: Collected = {kind: [] for kind in NOTICE_KINDS}

    async def notes(
        self, kind: str, title: str, to: UUID, subject: UUID, house: UUID | None = None
    ) -> None:
        async with self.village.db.reading() as tx:
            notice = plan(
                kind, to=to, subject=subject, organisation_id=house or to, due_at=tx.now
            )
            composed = await compose(Desk(tx, self.village.profile), [notice])
        assert notice.id in composed, f"{kind}, {title}: nothing is said"
        self.letters[kind].append((title, composed[notice.id]))


async def applying(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    village = clerk.village
    child = await village.minor(anna, band=AgeBand.UNDER_14)
    lena = await village.minor(anna)
    for who, title in ((child, "before the form"), (lena, "after the form")):
        await village.guardian(who)
        await clerk.notes("guardian-agreed", title, who.person_id, who.participation_id)
    await clerk.notes("application-arrived", "one waits", curator, anna.programme_id)
    waiting = [await village.applies(anna, Role.MENTOR) for _ in range(4)]
    await clerk.notes("application-arrived", "five wait", curator, anna.programme_id)
    for role in (Role.MENTEE, Role.MENTOR, Role.ALUMNUS):
        who = await village.joins(anna, role)
        await clerk.notes("application-approved", role, who.person_id, who.participation_id)
    reasons = {"a ready reason": village.profile.declines[0].key, "own words": "мест <нет>"}
    for (title, reason), who in zip(reasons.items(), waiting, strict=False):
        await declines(village, anna, who, reason)
        await clerk.notes("application-declined", title, who.person_id, who.participation_id)
    for role in (Role.MENTEE, Role.ALUMNUS):
        who = await village.applies(anna, role)
        await declines(village, anna, who, "мест нет")
        await clerk.notes("application-declined", role, who.person_id, who.participation_id)
    gone = await village.joins(anna, Role.MENTOR, name="Пётр & Ко")
    await privacy.withdraw(
        village.db, await village.actor(gone), organisation_id=anna.organisation_id
    )
    await clerk.notes("consent-withdrawn", "a mentor", curator, gone.participation_id)


async def declines(village: Village, anna: Curator, who: Member, reason: str) -> None:
    await applications.decline(
        village.db,
        await village.actor(anna),
        participation_id=who.participation_id,
        reason=reason,
    )


async def half_way(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    """A form left alone, and one corrected after it was sent."""
    village = clerk.village
    for again in (False, True):
        who = await village.enters(anna, Role.MENTEE)
        await village.agrees(who)
        me = await village.actor(who)
        form = await intake.form_of(village.db, me, participation_id=who.participation_id)
        await village.taps(me, form, "name", "Лена")
        village.later(days=2)
        await unfinished.nudge_due(village.db)
        if again:
            village.later(days=5)
            await unfinished.nudge_due(village.db)
        await clerk.notes("form-nudge", "the last" if again else "the first", who.person_id, form)
    for number in (1, 2):
        village.later(minutes=1)
        who = await village.applies(anna, Role.MENTEE, name=f"Оля & Ко {number}")
        me = await village.actor(who)
        form = await intake.correct_form(village.db, me, participation_id=who.participation_id)
        await surveys.edit(village.db, me, response_id=form, key="group")
        await village.taps(me, form, "group", "ПО-22")
        await village.sends(who)
        title = "one has changed answers" if number == 1 else "two have"
        await clerk.notes("form-corrected", title, curator, anna.programme_id)


async def offering(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    """Each thing an alumnus may offer, and what becomes of it."""
    village, boss = clerk.village, await clerk.village.actor(anna)
    kinds = ["mentor", "talk", "internship", "excursion", "expertise", "endowment", "показать цех"]
    vera = await village.joins(anna, Role.ALUMNUS, answers={"offers": kinds})
    await clerk.notes("offer-arrived", "several", curator, anna.programme_id)
    async with village.db.reading() as tx:
        given = await tx.offers.of_participation(vera.participation_id)
    for offer in sorted(given, key=lambda one: one.kind):
        if offer.kind in ("talk", "own"):
            await clerk.notes("offer-call", offer.kind, vera.person_id, offer.id)
            await clerk.notes("offer-day", offer.kind, vera.person_id, offer.id)
        unneeded = offer.kind == "endowment"
        to, said = ((OfferState.DECLINED, "offer-not-needed") if unneeded
                    else (OfferState.DONE, "offer-thanks"))  # fmt: skip
        await offers.move(village.db, boss, offer_id=offer.id, to=to)
        await clerk.notes(said, offer.kind, vera.person_id, offer.id)


async def pairing(clerk: Clerk, anna: Curator, curator: UUID) -> tuple[UUID, Member, Member]:
    village = clerk.village
    igor = await village.joins(
        anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "3"}
    )

    async def proposed(name: str) -> tuple[UUID, Member]:
        mentee = await village.joins(anna, Role.MENTEE, name=name)
        return await village.proposes(anna, mentee, igor), mentee

    async def answers(pair_id: UUID, who: Member, yes: bool, reason: str | None = None) -> None:
        await pairs.answer(
            village.db, await village.actor(who), pair_id=pair_id, accepts=yes, reason=reason,
            profile=village.profile,
        )

    for name, reason in (("Соня", None), ("Катя", "нет времени")):
        pair_id, mentee = await proposed(name)
        await answers(pair_id, mentee, False, reason)
        title = "declined" if reason is None else "declined with a reason"
        await clerk.notes("pair-outcome", title, curator, pair_id)
        if reason is None:
            await clerk.notes("pair-not-formed", "the mentee", mentee.person_id, pair_id)
            await clerk.notes("pair-not-formed", "the mentor", igor.person_id, pair_id)
    pair_id, mentee = await proposed("Вера")
    village.wall.move(timedelta(days=village.profile.proposal_days))
    await pairs.expire_due(village.db)
    await clerk.notes("pair-outcome", "expired", curator, pair_id)
    await clerk.notes("pair-not-formed", "the mentee was silent", mentee.person_id, pair_id)
    await clerk.notes("pair-not-formed", "the mentor was silent", igor.person_id, pair_id)
    pair_id, mentee = await proposed("Никита")
    for who in (mentee, igor):
        await answers(pair_id, who, True)
    await privacy.withdraw(
        village.db, await village.actor(mentee), organisation_id=anna.organisation_id
    )
    await clerk.notes("pair-not-formed", "closed", igor.person_id, pair_id)
    await clerk.notes("pair-outcome", "closed", curator, pair_id)
    for reason in ("no-meetings",):
        pair_id, mentee = await proposed("Артём")
        for who in (mentee, igor):
            await answers(pair_id, who, True)
        await pair_ending.end(village.db, await village.actor(anna), pair_id=pair_id, reason=reason)
        for side, who in (("the mentee", mentee), ("the mentor", igor)):
            await clerk.notes("pair-not-formed", f"{reason}, {side}", who.person_id, pair_id)
    pair_id, dima = await proposed("Дима Орлов")
    sides = (("the mentee", dima), ("the mentor", igor))
    for kind in ("pair-proposed", "pair-answer-reminder"):
        for title, who in sides:
            await clerk.notes(kind, title, who.person_id, pair_id)
    for _, who in sides:
        await answers(pair_id, who, True)
    for title, who in sides:
        await clerk.notes("pair-active", title, who.person_id, pair_id)
        await clerk.notes("pair-nudge", title, who.person_id, pair_id)
    await clerk.notes("pair-outcome", "active", curator, pair_id)
    return pair_id, dima, igor


async def meeting(clerk: Clerk, pair_id: UUID, dima: Member, igor: Member) -> None:
    village = clerk.village
    at = village.wall() + timedelta(days=1)
    offered = await village.offers(igor, pair_id, at, at + timedelta(days=2))
    await clerk.notes("meeting-offered", "on site", dima.person_id, offered)
    me = await village.actor(dima)
    await meetings.cancel(village.db, me, meeting_id=offered)
    await clerk.notes("meeting-cancelled", "no time fitted", igor.person_id, offered)
    withdrawn = await village.offers(igor, pair_id, at)
    await meetings.cancel(village.db, await village.actor(igor), meeting_id=withdrawn)
    await clerk.notes("meeting-cancelled", "the offer", dima.person_id, withdrawn)
    agreed = await meetings.offer(
        village.db, await village.actor(igor), pair_id=pair_id, times=[at], place="in-person"
    )
    await meetings.pick(village.db, me, meeting_id=agreed, at=at)
    await meetings.set_where(
        village.db, await village.actor(igor), meeting_id=agreed, where="кабинет <12>"
    )
    await clerk.notes("meeting-where", "in person", dima.person_id, agreed)
    for kind in ("meeting-agreed", "meeting-tomorrow", "meeting-soon"):
        await clerk.notes(kind, "in person", dima.person_id, agreed)
    village.later(days=1, hours=2)
    await clerk.notes("meeting-receipt", "afterwards", dima.person_id, agreed)
    later = await village.meets(dima, igor, pair_id, village.wall() + timedelta(days=3))
    await meetings.cancel(village.db, me, meeting_id=later)
    await clerk.notes("meeting-cancelled", "to the mentor", igor.person_id, later)
    await clerk.notes("meeting-cancelled", "to the mentee", dima.person_id, later)
    await again_and_again(clerk, pair_id, dima, igor)


async def again_and_again(clerk: Clerk, pair_id: UUID, dima: Member, igor: Member) -> None:
    """A series, a move with a reason, other times, and a meeting written down afterwards."""
    village = clerk.village
    at = village.wall() + timedelta(days=4)
    me, him = await village.actor(dima), await village.actor(igor)
    weekly = await meetings.offer(
        village.db, him, pair_id=pair_id, times=[at], place="on-site", repeats=Every.WEEK
    )
    await clerk.notes("meeting-offered", "every week", dima.person_id, weekly)
    times = [at + timedelta(days=1)]
    await meetings.offer_anew(village.db, me, meeting_id=weekly, times=times)
    await clerk.notes("meeting-offered", "other times", igor.person_id, weekly)
    await meetings.pick(village.db, him, meeting_id=weekly, at=times[0])
    await clerk.notes("meeting-agreed", "every week", igor.person_id, weekly)
    times = [at + timedelta(days=2)]
    await meetings.offer_anew(village.db, me, meeting_id=weekly, times=times, reason="ill")
    await clerk.notes("meeting-moved", "with a reason", igor.person_id, weekly)
    await meetings.pick(village.db, him, meeting_id=weekly, at=times[0])
    await recurring.cancel_series(village.db, me, meeting_id=weekly, reason="Еду <домой>")
    await clerk.notes("series-cancelled", "with a reason", igor.person_id, weekly)
    logged = await receipts.log_past(
        village.db, me, pair_id=pair_id, at=village.wall() - timedelta(minutes=30), place="online"
    )
    await clerk.notes("meeting-receipt", "logged", igor.person_id, logged)
    guarded = await meetings.offer(
        village.db, him, pair_id=pair_id, times=[at], place="with-curator", kind=MeetingKind.TRIAL
    )
    await meetings.pick(village.db, me, meeting_id=guarded, at=at)
    await clerk.notes("meeting-to-attend", "a first one", igor.person_id, guarded)


async def preparing(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    village, desk = clerk.village, await clerk.village.actor(anna)
    programme_id = anna.programme_id
    first = village.wall().date()
    for title, days in (("Собрать команду", 3), ("Провести <общую> встречу", 9)):
        await roadmap.add(
            village.db,
            desk,
            programme_id=programme_id,
            stage=ProgrammeStage.PREPARATION,
            title=title,
            due_on=first + timedelta(days=days),
        )
    await clerk.notes("road-map-due", "one this week", curator, programme_id)
    village.later(days=5)
    await clerk.notes("road-map-due", "one late", curator, programme_id)


async def surveying(clerk: Clerk, anna: Curator, dima: Member) -> None:
    village = clerk.village
    await village.opens_wave(anna)
    me = await village.actor(dima)
    [survey] = await surveys.waiting_for(village.db, me)
    for kind in ("survey-invitation", "survey-reminder"):
        await clerk.notes(kind, "nothing answered", dima.person_id, survey.response_id)
    for key, value in (("useful", "7"), ("comfort", "7"), ("often", "enough")):
        screen = await surveys.screen(village.db, me, response_id=survey.response_id)
        assert screen.item is not None
        options = screen.item.kind.options()
        raw = value if value in {o.value for o in options} else options[0].value
        await village.taps(me, survey.response_id, screen.item.key or key, raw)
    await clerk.notes("survey-reminder", "begun", dima.person_id, survey.response_id)


async def learning(clerk: Clerk, anna: Curator) -> None:
    village = clerk.village
    oleg = await village.applies(anna, Role.MENTOR)
    about = (oleg.person_id, oleg.participation_id)
    await clerk.notes("training-open", "nothing begun", *about)
    await clerk.notes("training-nudge", "nothing begun", *about)
    await clerk.notes("training-reminder", "nothing begun", *about)
    for module in ("basics", "ethics"):
        await passes(village, oleg, module)
    await clerk.notes("training-nudge", "two modules passed", *about)


async def growing_up(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    """Birthdays and a new text: who is asked, which pair rests, who is let go."""
    village, house = clerk.village, anna.organisation_id
    vanya, mother = await village.child(anna)
    parent = (await village.actor(mother)).person_id
    oleg = await village.joins(anna, Role.MENTOR, name="Олег Павлов", answers={"capacity": "2"})
    pair_id = await village.pair(anna, vanya, oleg)
    village.later(days=10)
    await clerk.notes("consent-asked", "at 14", vanya.person_id, vanya.person_id, house)
    await village.goes_round()
    everybody = (("the child", vanya.person_id), ("the mentor", oleg.person_id),
                 ("the curator", curator))  # fmt: skip
    for title, who in everybody:
        await clerk.notes("pair-paused", title, who, pair_id)
    await agrees(village, vanya, house, "processing-minor")
    for title, who in everybody:
        await clerk.notes("pair-resumed", title, who, pair_id)
    new = {kind: replace(text, version="2031-09-01")
           for kind, text in village.profile.consents.items()}  # fmt: skip
    old, village.profile = village.profile, replace(village.profile, consents=new)
    await clerk.notes("consent-asked", "a new text", vanya.person_id, vanya.person_id, house)
    await clerk.notes("consent-asked", "a new text, guardian", parent, vanya.person_id, house)
    village.profile = old
    await village.born(vanya, village.years_ago(18))
    await clerk.notes("guardianship-ended", "at 18", parent, vanya.person_id, house)
    await clerk.notes("consent-asked", "at 18", vanya.person_id, vanya.person_id, house)
    kira, _ = await village.child(anna, name="Кира Белова", turns_14_in=1)
    proposed = await village.proposes(anna, kira, oleg)
    village.later(days=1)
    for side in (kira, oleg):
        await pairs.answer(village.db, await village.actor(side), pair_id=proposed, accepts=True,
                           profile=village.profile)  # fmt: skip
    for title, person_id in (("not begun, the child", kira.person_id),
                             ("not begun, the mentor", oleg.person_id)):  # fmt: skip
        await clerk.notes("pair-paused", title, person_id, proposed)


async def agrees(village: Village, who: Member, house: UUID, kind: str) -> None:
    await consents.answer(
        village.db,
        await village.actor(who),
        person_id=who.person_id,
        organisation_id=house,
        kind=kind,
        agrees=True,
        profile=village.profile,
        channel="telegram",
    )


async def waiting(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    """Two weeks at each step of the queue, and a certificate that ends."""
    village = clerk.village
    child = await village.minor(anna)
    mentee = await village.applies(anna, Role.MENTEE)
    alone = await village.joins(anna, Role.MENTEE)
    mentor = await village.applies(anna, Role.MENTOR, name="Игорь <Инженер>")
    me = await village.actor(anna)
    village.later(days=14)

    async def waits(who: Member, title: str) -> None:
        await clerk.notes("queue-news", title, who.person_id, who.participation_id)

    await waits(child, "for a guardian")
    await waits(mentee, "for the decision")
    await waits(alone, "for a mentor")
    await waits(mentor, "for documents")
    await village.checks(anna, mentor, days=30)
    await waits(mentor, "for the interview")
    await village.interviews(anna, mentor)
    await waits(mentor, "for the training")
    await clerk.notes("queue-reminder", "all kinds", curator, anna.programme_id)
    async with village.db.reading() as tx:
        found = await tx.selection.checks_of([mentor.person_id])
    [check] = [one for one in found[mentor.person_id] if one.expires_on is not None]
    await clerk.notes("check-expiring", "to the mentor", mentor.person_id, check.id)
    for days, title in ((0, "a month before"), (23, "a week before"), (7, "on the last day")):
        village.later(days=days)
        await clerk.notes("check-expiring", title, curator, check.id)
    one = {"participation_id": mentor.participation_id}
    await applications.keep_in_reserve(village.db, me, **one)
    await clerk.notes("application-reserved", "a mentor", mentor.person_id, *one.values())
    await applications.reopen(village.db, me, **one, profile=village.profile)
    await clerk.notes("application-reopened", "a mentor", mentor.person_id, *one.values())


async def choosing(clerk: Clerk) -> None:
    """A programme of its own: wishes, a guardian's no, who waits on. At the end of the story."""
    village, db = clerk.village, clerk.village.db
    anna = await village.curator("Лицей", "Рост & Ко")
    me, desk = await village.actor(anna), {"programme_id": anna.programme_id}
    lena, mother = await village.child(anna, name="Лена <К.>")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов", answers={"capacity": "1"})
    await general_meeting.open_wishes(db, me, **desk, days=3, profile=village.profile)
    sides = (("the mentee", lena), ("the mentor", igor))
    for kind in ("wishes-open", "wishes-reminder"):
        for title, who in sides:
            await clerk.notes(kind, title, who.person_id, who.participation_id)
    await wishes.wish(
        db, await village.actor(igor), participation_id=igor.participation_id,
        other_id=lena.participation_id, profile=village.profile,
    )  # fmt: skip
    await general_meeting.close_wishes(db, me, **desk)
    await clerk.notes("wishes-over", "one has spoken", me.person_id, anna.programme_id)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, anna.programme_id)
        programme.next_round_on = local(village.wall(), ZONE).date() + timedelta(days=18)
    await rounds.tell(db, me, **desk)
    for title, who in sides:
        await clerk.notes("round-waits", title, who.person_id, who.participation_id)
    pair_id = await village.proposes(anna, lena, igor)
    parent = await village.actor(mother)
    await clerk.notes("ward-proposed", "of a mentee", parent.person_id, pair_id)
    await ward_proposals.refuse(db, parent, pair_id=pair_id)
    await clerk.notes("pair-outcome", "a guardian said no", me.person_id, pair_id)
    await clerk.notes("next-best", "a mentee", me.person_id, lena.participation_id)
    helper = await village.minor(anna, Role.MENTOR, name="Петя Ким")
    keeper = await village.guardian(helper, name="Иван Ким")
    async with db.transaction() as tx:  # a minor mentor, without the months of the selection
        one = await tx.get(Participation, helper.participation_id)
        asked = await tx.get(Participation, lena.participation_id)
        form = village.profile.forms[0]
        mentee, mentor = (
            Candidate(
                participation_id=p.id,
                person_id=p.person_id,
                organisation_id=p.organisation_id,
                kind="learner",
            )
            for p in (asked, one)
        )
        programme = await tx.get(Programme, anna.programme_id)
        found = Proposal(mentee, mentor, form, 80, (), ())
        pair = await proposing.send(tx, programme, found, village.profile, by=me.person_id)
    guardian = (await village.actor(keeper)).person_id
    await clerk.notes("ward-proposed", "of a mentor", guardian, pair.id)


async def planning_and_parting(clerk: Clerk) -> None:
    """A plan, what is due in it, and the goodbye up to the question three months later."""
    village, db = clerk.village, clerk.village.db
    vera = await village.curator("Лицей", "Мост")
    boss = await village.actor(vera)
    dima = await village.joins(vera, Role.MENTEE, name="Дима Орлов")
    igor = await village.joins(vera, Role.MENTOR, name="Игорь <Сафонов>")
    pair_id = await village.pair(vera, dima, igor)
    await confirmed(village, pair_id)
    goal_id = await sets_goal(village, dima, pair_id, title="Сдать физику", days=30)
    await sets_goal(village, dima, pair_id, title="Собрать <робота>", days=60)
    await clerk.notes("plan-changed", "two goals", igor.person_id, pair_id)
    me = await village.actor(igor)
    for words in ("Решить вариант", "Спросить о факультете"):
        await goal_steps.add_step(
            db, me, goal_id=goal_id, words=words, due_on=today(village)
        )
        count = "one step" if words.startswith("Решить") else "two steps"
        await clerk.notes("plan-due", count, dima.person_id, pair_id)
    await plans.move_goal(db, me, goal_id=goal_id, progress=100)
    await clerk.notes("goal-reached", "a goal", dima.person_id, goal_id)
    await parts(village, igor, pair_id)
    sides = (("the mentee", dima), ("the mentor", igor))
    for title, who in sides:
        await clerk.notes("goodbye-begun", title, who.person_id, pair_id)
    await clerk.notes("goodbye-begun", "the curator", boss.person_id, pair_id)
    await clerk.notes("goodbye-day", "all is left", dima.person_id, pair_id)
    await village.born(dima, village.years_ago(16))
    await thanks.write(db, await village.actor(dima), pair_id=pair_id, words="Спасибо за <всё>!")
    await clerk.notes("thanks-held", "one", boss.person_id, vera.programme_id)
    await thanks.write(db, await village.actor(igor), pair_id=pair_id, words="Всё получится!")
    await clerk.notes("thanks-held", "two", boss.person_id, vera.programme_id)
    held = await thanks.waiting(db, boss, programme_id=vera.programme_id)
    for note in held.notes:
        by_dima = note.author == "Дима Орлов"
        await thanks.look(db, boss, farewell_id=note.farewell_id, passes=not by_dima)
        kind, title = ("thanks-returned", "held back") if by_dima else ("thanks-passed", "passed")
        await clerk.notes(kind, title, dima.person_id, note.farewell_id)
    await what_next.choose(
        db, await village.actor(dima), pair_id=pair_id, what=WhatNext.NEW_MENTOR,
        profile=village.profile,
    )  # fmt: skip
    await pair_ending.end(db, boss, pair_id=pair_id, reason="finished")
    async with db.reading() as tx:
        farewells = await tx.goodbyes.farewells([pair_id])
    for title, who in sides:
        await clerk.notes("goodbye-over", title, who.person_id, pair_id)
        about = farewells[pair_id, who.person_id]
        await clerk.notes("goodbye-follow-up", title, who.person_id, about.id)
    await clerk.notes("goodbye-outcome", "one goal of two", boss.person_id, pair_id)


async def living(clerk: Clerk) -> None:
    """A programme of its own: what a pair hears on its way, and its curator of it."""
    village, db = clerk.village, clerk.village.db
    anna = await village.curator("Гимназия", "Лад & Ко")
    me = await village.actor(anna)
    dima = await village.joins(anna, Role.MENTEE, name="Дима <Орлов>")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь Сафонов")
    pair_id = await village.proposes(anna, dima, igor)
    sides = (("the mentee", dima), ("the mentor", igor))
    for (_, who), often in zip(sides, ("weekly", "monthly"), strict=True):
        await pairs.answer(
            db, await village.actor(who), pair_id=pair_id, accepts=True,
            expects={"often": often}, profile=village.profile,
        )  # fmt: skip

    async def both(kind: str) -> None:
        for title, who in sides:
            await clerk.notes(kind, title, who.person_id, pair_id)

    async def curator(kind: str, title: str = "the curator") -> None:
        await clerk.notes(kind, title, me.person_id, pair_id)

    await both("pair-accepted")
    await curator("pair-expectations")
    await expecting.start(db, me, pair_id=pair_id)
    village.later(days=43)
    await silence.look(db)
    await curator("pair-silent", "nobody was asked")
    await curator("pair-silent-last", "nobody was asked")
    await nudges.nudge(db, me, pair_id=pair_id)
    await curator("pair-silent")
    await curator("pair-silent-last")
    async with db.transaction() as tx:
        pair = await tx.get(Pair, pair_id)
        for kind in ("intro", "trial"):
            await moving.meeting_held(tx, pair, kind)
    await both("trial-feedback")
    await both("trial-reminder")
    no = {one.key: "no" for one in village.profile.life.trial}
    await trial.say(
        db, await village.actor(dima), pair_id=pair_id, said=no, profile=village.profile
    )
    await curator("pair-doubt")
    await trial.go_on(db, me, pair_id=pair_id)
    await both("pair-confirmed")
    await curator("pair-confirmed")
    await both("pair-rating")
    for about in (About.MAY_STOP, About.CHANGE):
        village.later(minutes=1)
        asker = await village.actor(igor)
        await asking.ask(db, asker, pair_id=pair_id, about=about, profile=village.profile)
        await curator("pair-asks", str(about))
    until = local(village.wall(), ZONE).date() + timedelta(days=14)
    await pausing.pause(db, me, pair_id=pair_id, until=until)
    await both("pair-rests")


async def polling(clerk: Clerk, anna: Curator) -> None:
    """A group of three looks for a time: once without a quorum, once without one of them."""
    village = clerk.village
    igor, mentees, pair_ids = await group(village, anna)
    leader, at = await village.actor(igor), village.wall() + timedelta(days=4)
    sonya = mentees[2].person_id
    for suits in ((0,), (0, 1)):
        poll_id = await group_polls.offer(
            village.db, leader, pair_id=pair_ids[0], times=[at], place="on-site"
        )
        if len(suits) == 1:
            await clerk.notes("poll-offered", "on site", sonya, poll_id)
            await clerk.notes("poll-reminder", "on site", sonya, poll_id)
        for number, who in enumerate(mentees):
            await group_polls.answer(
                village.db, await village.actor(who), poll_id=poll_id,
                times=[at] if number in suits else [], profile=village.profile,
            )  # fmt: skip
        if len(suits) == 1:
            await clerk.notes("poll-no-quorum", "one can come", igor.person_id, poll_id)
        else:
            await clerk.notes("poll-without-you", "two can come", sonya, poll_id)
    poll_id = await group_polls.offer(
        village.db, leader, pair_id=pair_ids[0], times=[at + timedelta(days=1)], place="on-site"
    )
    await group_polls.call_off(village.db, leader, poll_id=poll_id)
    await clerk.notes("poll-called-off", "by the mentor", sonya, poll_id)


async def going_away(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    village = clerk.village
    olga = await joins_team(village, anna, Role.DEPUTY)
    hers = (await village.actor(olga)).person_id
    await caseloads.hand_over(
        village.db, await village.actor(anna), programme_id=anna.programme_id, from_id=curator,
        to_id=hers, until=local(village.wall(), ZONE).date() + timedelta(days=14),
    )  # fmt: skip
    await clerk.notes("pairs-handed-over", "for a fortnight", hers, anna.programme_id)


@pytest.fixture(scope="module")
def collected(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, profile: Profile
) -> Collected:
    """The story is lived through once for all tests: it takes seconds."""
    file = tmp_path_factory.mktemp("story") / "tandem.db"
    shutil.copy(sqlite_template, file)
    return asyncio.run(story(f"sqlite+aiosqlite:///{file}", profile))


async def region(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    """Counted in two months; one that is behind is reminded."""
    village = clerk.village
    account = village.account()
    await village.opens(account, (await village.issue(Role.REGION, "Центр")).token)
    await team.introduce(village.db, await village.actor(account), name="Вера <Павлова>")
    vera = await village.actor(account)
    house = vera.assignments[0].organisation_id
    await house_counting.count_due(village.db, village.profile)
    await indicators.enter(
        village.db, await village.actor(anna), programme_id=anna.programme_id, key="total",
        number=200, on=village.wall().date(), profile=village.profile,
    )  # fmt: skip
    village.later(days=31)
    await house_counting.count_due(village.db, village.profile)
    await clerk.notes("region-digest", "a month later", vera.person_id, house, house)
    await region_reminders.remind(
        village.db, vera, organisation_id=anna.organisation_id, profile=village.profile
    )
    [sent, *_] = await village.notices("region-reminder", to=curator)
    await clerk.notes(
        "region-reminder", "a curator", curator, sent.subject, anna.organisation_id
    )


async def thanked(clerk: Clerk, anna: Curator) -> None:
    village = clerk.village
    boss = await village.actor(anna)
    mentor = await village.joins(anna, Role.MENTOR, name="Зоя Ким")
    await trains(village, mentor)
    await thanking.send(
        village.db, boss, programme_id=anna.programme_id, profile=village.profile
    )
    await clerk.notes("effort-thanks", "trained", mentor.person_id, mentor.participation_id)


async def at_desk(clerk: Clerk, anna: Curator, curator: UUID) -> None:
    village = clerk.village
    db, boss = village.db, await village.actor(anna)
    asker = await village.joins(anna, Role.MENTEE, name="Лёва & Ко")
    me = await village.actor(asker)
    asked = [
        await tickets.ask(
            db, me, participation_id=asker.participation_id, words="Можно <прийти> вдвоём?"
        )
        for _ in range(2)
    ]
    await clerk.notes("tickets-wait", "two, today", curator, anna.programme_id)
    village.later(days=3)
    await tickets.answer(db, boss, ticket_id=asked[0], words="Да, предупредите наставника")
    await clerk.notes("ticket-answered", "an answer", asker.person_id, asked[0])
    await clerk.notes("tickets-wait", "one, for three days", curator, anna.programme_id)
    letters: dict[str, dict[str, Any]] = {
        "ready": {"ready": "holidays"}, "own": {"words": "Ждём <всех>!"},
    }  # fmt: skip
    for title, given in letters.items():
        sent = await broadcasts.plan(
            db, boss, programme_id=anna.programme_id, segment=Segment(),
            profile=village.profile, **given,
        )  # fmt: skip
        await clerk.notes("broadcast", title, asker.person_id, sent)


async def story(url: str, profile: Profile) -> Collected:
    """From the first application to the digest, read at every turn."""
    wall = Wall(MOMENT, runs=False)
    db = Database.open(url, wall)
    village = Village(db, profile, wall)
    clerk = Clerk(village)
    anna = await village.curator()
    curator = (await village.actor(anna)).person_id
    await applying(clerk, anna, curator)
    pair_id, dima, igor = await pairing(clerk, anna, curator)
    await meeting(clerk, pair_id, dima, igor)
    await surveying(clerk, anna, dima)
    await clerk.notes("digest", "a quiet week", curator, anna.programme_id)
    village.later(days=25)
    await inviting.close_due(db)
    await clerk.notes("digest", "a pair in trouble", curator, anna.programme_id)
    await clerk.notes("wrong-codes", "somebody known", curator, igor.person_id)
    await clerk.notes("wrong-codes", "a stranger", curator, UUID(int=7))
    await troubles.report(db, fingerprint="test")
    await clerk.notes("trouble", "an update set aside", curator, UUID(int=0xABCDEF << 104))
    await preparing(clerk, anna, curator)
    await waiting(clerk, anna, curator)
    await half_way(clerk, anna, curator)
    await offering(clerk, anna, curator)
    await growing_up(clerk, anna, curator)
    await learning(clerk, anna)
    await choosing(clerk)
    await planning_and_parting(clerk)
    await living(clerk)
    await polling(clerk, anna)
    await going_away(clerk, anna, curator)
    await region(clerk, anna, curator)
    await at_desk(clerk, anna, curator)
    await thanked(clerk, anna)
    await db.close()
    return clerk.letters


def drawn(texts: Texts, locale: str, tone: str, letter: Letter) -> str:
    """As a reader sees it: the words, then the buttons row by row, then the calendar file."""
    if letter.digest is not None:
        caption, rows = digest_message(texts, locale, tone, letter.digest)
        labels = [[button.text for button in row] for row in rows]
        return "\n".join([caption, *(" ".join(f"[ {one} ]" for one in row) for row in labels)])
    lines = [texts.say(locale, tone, letter.key, letter.args)]
    for row in letter.buttons:
        labels_of_row = [texts.label(locale, tone, p.label, p.args) for p in row]
        lines.append(" ".join(f"[ {one} ]" for one in labels_of_row))
    if letter.calendar:
        entry = {"partner": letter.calendar[0].with_whom, "place": letter.calendar[0].place}
        said = [
            texts.label(locale, tone, key, entry)
            for key in ("calendar-title", "calendar-place", "calendar-description")
        ]
        file = texts.label(locale, tone, "calendar-file", entry)
        lines.append(f"[ {file}.ics: {' · '.join(said)} ]")
    return "\n".join(lines)


def page(texts: Texts, locale: str, letters: list[tuple[str, Letter]]) -> str:
    """All variants of one kind; tones that say the same stand together."""
    parts = []
    for title, letter in letters:
        by_tone = {tone: drawn(texts, locale, tone, letter) for tone in READERS[locale]}
        if len(set(by_tone.values())) == 1:
            parts.append(f"--- {title}\n{by_tone['vy']}\n")
        else:
            parts += [f"--- {title} ({tone})\n{text}\n" for tone, text in by_tone.items()]
    return "\n".join(parts)


async def test_every_letter_reads_as_it_did(
    collected: Collected, texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    different = []
    for locale in READERS:
        for kind, letters in collected.items():
            file = GOLDEN / locale / f"{kind}.txt"
            said = page(texts, locale, letters)
            if WRITES:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(said, encoding="utf-8")
            if not file.exists() or file.read_text(encoding="utf-8") != said:
                different.append(f"{locale}/{kind}")
    assert different == [], "look at them, then TANDEM_GOLDEN=write"
    assert caplog.records == []  # no text is missing, no value either


async def test_every_kind_of_letter_is_in_the_story(collected: Collected) -> None:
    assert [kind for kind, letters in collected.items() if not letters] == []


async def test_every_text_of_a_letter_is_in_the_story(collected: Collected) -> None:
    from tests.texts.files import messages

    said = {letter.key for letters in collected.values() for _, letter in letters}
    # said around a letter, by the courier
    around = {"letter-doubtful", "letter-merged", "letter-several"}
    texts = {key for key in messages("ru") if key.startswith("letter-")} - around
    assert texts - said == set()


def test_no_golden_file_is_left_over() -> None:
    kept = {path.stem for path in GOLDEN.rglob("*.txt")}
    assert kept == set(NOTICE_KINDS)


async def test_what_people_wrote_is_shown_as_they_wrote_it(
    collected: Collected, texts: Texts
) -> None:
    [(_, letter)] = collected["consent-withdrawn"]
    assert "Пётр &amp; Ко" in drawn(texts, "ru", "vy", letter)


async def test_letters_fit_into_a_message_and_buttons_on_a_phone(
    collected: Collected, texts: Texts
) -> None:
    for locale, tones in READERS.items():
        for letters in collected.values():
            for _, letter in letters:
                for tone in tones:
                    text = drawn(texts, locale, tone, letter)
                    assert len(TAG.sub("", text)) < 1500
                    for row in letter.buttons:
                        for press in row:
                            assert len(texts.label(locale, tone, press.label, press.args)) <= 40

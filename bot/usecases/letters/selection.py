"""Letters to those who wait, about decisions that are not the last, and about documents."""

from collections.abc import Sequence

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.checks import Check
from bot.domain.notices import Notice
from bot.domain.participations import ParticipationState
from bot.domain.programmes import Programme
from bot.domain.selection import Awaits
from bot.domain.spoken import Day
from bot.usecases.applications.queue import awaits_of
from bot.usecases.applications.selection import SELECTED
from bot.usecases.applications.waiting import PATIENCE, waits_since
from bot.usecases.letters.base import Desk, Letter, Letters, Press

MATCH = "match"  # what an approved mentee without a pair waits for


async def decided(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """Kept in reserve, or taken up again."""
    found = await desk.tx.participations.many({n.subject for n in notices})
    states = {
        "application-reserved": ParticipationState.RESERVE,
        "application-reopened": ParticipationState.APPLIED,
    }
    return {
        n.id: Letter(f"letter-{n.kind}", {"role": found[n.subject].role})
        for n in notices
        if n.subject in found and found[n.subject].state is states[n.kind]
    }


async def news(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To who waits: for what, how long already, and what would help."""
    found = await desk.tx.participations.many({n.subject for n in notices})
    alone = await desk.tx.queue.alone(found)
    letters = {}
    for notice in notices:
        one = found.get(notice.subject)
        if one is None:
            continue
        awaited = MATCH if one.id in alone else awaits_of(one, desk.profile)
        if awaited is None:
            continue
        press = Press("button-open-menu", "open-menu", one.id)
        if awaited == Awaits.TRAINING:  # they can do something about it at once
            press = Press("button-open-training", "open-training", one.id)
        days = (desk.tx.now - waits_since(one)).days
        letters[notice.id] = Letter(
            f"letter-queue-news-{awaited}",
            {"days": days},
            buttons=((press,),),
        )
    return letters


async def reminder(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: how many have waited two weeks for what."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        counts = await desk.tx.queue.waiting_longer(programme.id, desk.tx.now - PATIENCE)
        if not any(counts):
            continue
        applied, guardians, alone = counts
        press = Press("button-open-applications", "open-applications", programme.id)
        if not applied and not guardians:
            press = Press("button-open-programme", "open-programme", programme.id)
        letters[notice.id] = Letter(
            "letter-queue-reminder",
            {
                "programme": programme.name,
                "applied": applied,
                "guardians": guardians,
                "alone": alone,
            },
            buttons=((press,),),
        )
    return letters


async def expiring(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator and the mentor, unless there is a newer document by now."""
    tx = desk.tx
    checks = await tx.selection.checks_by_id({n.subject for n in notices})
    people = {check.person_id for check in checks.values()}
    names = await tx.people.names(people)
    known = await tx.selection.checks_of(people)
    mentors = {
        (one.person_id, one.organisation_id): one
        for one in await tx.participations.at_work(SELECTED, person_ids=people)
        if one.role is Role.MENTOR
    }
    zones = await tx.programmes.zones({check.organisation_id for check in checks.values()})
    letters = {}
    for notice in notices:
        check = checks.get(notice.subject)
        one = mentors.get((check.person_id, check.organisation_id)) if check else None
        if check is None or one is None or _replaced(check, known[check.person_id]):
            continue
        kind = desk.profile.check_kind(check.kind)
        assert check.expires_on is not None
        today = moments.local(tx.now, zones[check.organisation_id]).date()
        facts = {
            "document": kind.title if kind else check.kind,
            "until": Day(check.expires_on, today),
            "left": (check.expires_on - today).days,
        }
        if notice.to == check.person_id:
            letters[notice.id] = Letter("letter-check-expiring-mentor", facts)
            continue
        letters[notice.id] = Letter(
            "letter-check-expiring-curator",
            {**facts, "name": names[check.person_id]},
            buttons=((Press("button-open-documents", "open-documents", one.id),),),
        )
    return letters


def _replaced(check: Check, known: Sequence[Check]) -> bool:
    """Taken back, or one that holds longer was shown."""
    if check.revoked_at is not None or check.expires_on is None:
        return True
    return any(
        (one.kind, one.organisation_id) == (check.kind, check.organisation_id)
        and (one.expires_on is None or one.expires_on > check.expires_on)
        for one in known
    )

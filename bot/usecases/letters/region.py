"""From and to the region: its monthly digest, and its reminder to who is behind."""

from collections.abc import Sequence

from bot.domain import moments
from bot.domain.house_figures import YES, undivided
from bot.domain.notices import Notice
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.region import Lag, Region, Share, lags_of
from bot.domain.small_cells import small
from bot.domain.spoken import Day, Listed, Phrase
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.programme import house_counting, region_digests

MOST_NAMED = 5
REGION, PROGRAMME = "button-open-region", "button-open-programme"


async def monthly(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """One picture of the region for all its coordinators; a hidden number is not told."""
    tx, letters = desk.tx, {}
    houses = await tx.programmes.houses({one.organisation_id for one in notices})
    known: dict[str, region_digests.RegionDigest] = {}
    for notice in notices:
        zone = houses[notice.organisation_id].timezone
        if zone not in known:
            today = moments.local(tx.now, zone).date()
            known[zone] = await region_digests.compute(tx, desk.profile, today)
        if known[zone].now.oldest is not None:  # there are figures
            letters[notice.id] = _digest(notice, known[zone], desk.profile)
    return letters


def _digest(notice: Notice, found: region_digests.RegionDigest, profile: Profile) -> Letter:
    region = found.now
    share, before = _covered(region), _covered(found.before) if found.before else None
    change = round(share.percent - before.percent, 1) if share and before else 0
    behind = region.behind
    return Letter(
        "letter-region-digest",
        {
            "on": Day(region.oldest or found.today, found.today),
            "houses": len(region.houses),
            "behind": len(behind),
            **{lag.value: region.count(lag) for lag in Lag},
            "known": share is not None,
            "share": round(share.percent, 1) if share else 0,
            "number": share.number if share else 0,
            "whole": share.whole if share else 0,
            "target": region.target or 0,
            "change": abs(change),
            "direction": "none"
            if before is None
            else "more" if change > 0 else "fewer" if change < 0 else "same",
            "first": Listed(tuple(one.name for one in behind[:MOST_NAMED])),
            "more": max(len(behind) - MOST_NAMED, 0),
            "forms": Listed(_forms(region, profile)),
            "divided": bool(_forms(region, profile)),
        },
        ((Press(REGION, "open-region", notice.subject),),),
    )


def _forms(region: Region, profile: Profile) -> tuple[Phrase, ...]:
    """Coverage by form of mentoring, where it may be shown; in the order of the profile."""
    told = region.divided.get(region.coverage, {})
    return tuple(
        Phrase("region-digest-form", (("form", form.title), ("share", round(share.percent, 1))))
        for form in profile.forms
        if (share := told.get(form.key)) is not None
    )


def _covered(region: Region) -> Share | None:
    return region.shares.get(region.coverage)


async def reminder(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """What is behind today; whoever has caught up since hears nothing any more."""
    tx, letters = desk.tx, {}
    sent = await tx.region.senders([one.subject for one in notices])
    houses = await tx.programmes.houses({one.organisation_id for one in notices})
    at_work = {
        house.id: programme for programme, house in await tx.programmes.of_organisations(houses)
    }
    lags = {id_: await _lags(desk, house) for id_, house in houses.items()}
    for notice in notices:
        house = notice.organisation_id
        if notice.subject not in sent or not lags[house]:
            continue
        by = sent[notice.subject]
        press = [Press(PROGRAMME, "open-programme", at_work[house].id)] if house in at_work else []
        letters[notice.id] = Letter(
            "letter-region-reminder",
            {
                "organisation": houses[house].name,
                "by": by or "",
                "named": by is not None,
                "lags": Listed(tuple(Phrase(f"region-lag-{lag}") for lag in lags[house])),
            },
            (tuple(press),) if press else (),
        )
    return letters


async def _lags(desk: Desk, house: Organisation) -> tuple[Lag, ...]:
    counts = await house_counting.count(desk.tx, house, desk.profile)
    coverage = house_counting.coverage_of(desk.profile)
    if coverage is None:
        return lags_of(counts.facts, None, None)
    share = _open(counts.measures.get(coverage.key))
    return lags_of(counts.facts, share, coverage.target(counts.on.year))


def _open(parts: dict[str, int] | None) -> Share | None:
    """As a head may see it, who reads it too."""
    answers = undivided(parts or {})
    if not answers or any(small(n) for n in answers.values()):
        return None
    return Share(answers[YES], sum(answers.values()))

"""The digest, computed when it is due; and whose pairs somebody is to care for meanwhile."""

from collections.abc import Sequence

from bot.domain.digest_choices import Often
from bot.domain.moments import local
from bot.domain.notices import Notice
from bot.domain.programmes import Organisation, Programme
from bot.domain.spoken import Day
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.monitoring.digest_choices import choice_of
from bot.usecases.monitoring.digests import compute


async def weekly(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """Only when there is something: once a week also to know, day by day only to do."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        often = (await choice_of(desk.tx, programme, notice.to)).often
        if often is Often.OFF:
            continue
        facts = await compute(desk.tx, programme, desk.profile, notice.to)
        if facts.needs_somebody or (often is Often.WEEKLY and facts.tells_something):
            letters[notice.id] = Letter("digest", digest=facts)
    return letters


async def handed_over(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """As long as it holds."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        house = await desk.tx.get(Organisation, programme.organisation_id)
        today = local(desk.tx.now, house.timezone).date()
        for one in await desk.tx.digests.handovers(programme.id, today):
            if one.to_id == notice.to and one.holds(today):
                names = await desk.tx.people.names({one.from_id})
                letters[notice.id] = Letter(
                    "letter-pairs-handed-over",
                    {
                        "name": names[one.from_id],
                        "programme": programme.name,
                        "until": Day(one.ends_on, today),
                    },
                    ((Press("button-open-programme", "open-programme", programme.id),),),
                )
    return letters

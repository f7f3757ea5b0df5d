"""Letters about what alumni offer: to the curator that it has come, to the alumnus what follows."""

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.domain.offers import OfferState
from bot.domain.participations import ParticipationState
from bot.domain.programmes import Programme
from bot.usecases.joining.intake import curator_name
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.programme.offers import ENDS, title


async def arrived(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """How many offers are new. Nothing when all have been taken up."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        new = (await desk.tx.offers.counts(programme.id)).get(OfferState.NEW, 0)
        if new:
            letters[notice.id] = Letter(
                "letter-offer-arrived",
                {"count": new, "programme": programme.name},
                buttons=((Press("button-open-offers", "open-offers", programme.id),),),
            )
    return letters


async def to_alumnus(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """A ready message while it is being talked about, and how it ended."""
    offers = await desk.tx.offers.many({n.subject for n in notices})
    alumni = await desk.tx.participations.many({o.participation_id for o in offers.values()})
    letters = {}
    for notice in notices:
        offer = offers.get(notice.subject)
        if offer is None or alumni[offer.participation_id].state is not ParticipationState.APPROVED:
            continue
        end = ENDS.get(offer.state)  # a call is promised of nothing that has ended
        if end != notice.kind and (end is not None or notice.kind in ENDS.values()):
            continue
        programme = await desk.tx.get(Programme, offer.programme_id)
        curator = await curator_name(desk.tx, offer.organisation_id, offer.programme_id)
        what = title(desk.profile, offer.kind)
        letters[notice.id] = Letter(
            f"letter-{notice.kind}",
            {
                "what": what if what is not None else offer.words or "",
                "kind": offer.kind,
                "programme": programme.name,
                "curator": curator,
            },
        )
    return letters

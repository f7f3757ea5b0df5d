"""The facts behind the lights of pairs, gathered in a few queries whatever their number."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.health import PRIVATE, Alert, Health, PairFacts, health
from bot.domain.moments import local
from bot.domain.pair_states import Event
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.ratings import EVERY
from bot.domain.school_calendar import SpanKind
from bot.storage.database import Transaction
from bot.storage.stores.meetings import PairMeetings

_RATED_SINCE = 3 * EVERY  # the rule looks at the present round and two before it
_REMEMBERED = timedelta(days=200)  # holidays since then
PEACE = timedelta(days=14)  # before the last meeting of a goodbye
_SOON = timedelta(days=60)  # of a survey that closes: the rule says how soon


async def lights(
    tx: Transaction,
    pairs: Sequence[Pair],
    figures: Mapping[UUID, PairMeetings],
    *,
    programme_id: UUID,
    profile: Profile,
    zone: str,
    private: bool,
    without: Collection[Alert] = (),
) -> dict[UUID, Health]:
    """Of these pairs of the programme. `private`: for who reads what the two said in private."""
    only = pairs[0] if len(pairs) == 1 else None
    pair_id = only.id if only else None
    sides = (only.mentee_id, only.mentor_id) if only else None
    hidden = frozenset(without) if private else frozenset(without) | PRIVATE
    rated, asking = {}, {}
    if private:
        rated = await tx.health.ratings(programme_id, tx.now - _RATED_SINCE, pair_id)
        asking = await _asking(tx, programme_id)
    closing = await tx.health.surveys_closing(programme_id, tx.now + _SOON, sides)
    today = local(tx.now, zone).date()
    overdue = await tx.health.overdue(programme_id, today, pair_id)
    holidays = await holidays_of(tx, {pair.organisation_id for pair in pairs})
    parting = await parting_soon(tx, pairs)
    found = {}
    for pair in pairs:
        known = figures.get(pair.id, PairMeetings())
        closes = [at for at in map(closing.get, (pair.mentee_id, pair.mentor_id)) if at]
        paused = pair.state is PairState.PAUSED
        facts = PairFacts(
            proposed=pair.state is PairState.PROPOSED,
            rests=paused and pair.rests(tx.now),
            lacks=paused and not pair.rests(tx.now),
            lacks_since=_last(pair, Event.PAUSE),
            started=pair.active_since,
            alive=pair.alive_since,
            last_held=known.last_held,
            next_meeting=known.next_at,
            disputed_at=known.disputed_at,
            unsaid=known.unsaid,
            unsaid_at=known.unsaid_at,
            asks_since=_asks_since(pair, asking),
            sides=(pair.mentee_id, pair.mentor_id),
            rated=rated.get(pair.id, ()),
            survey_closes=min(closes, default=None),
            overdue=overdue.get(pair.id),
            holidays=holidays.get(pair.organisation_id, ()),
            parts_on=parting.get(pair.id),
        )
        found[pair.id] = health(facts, profile.health, now=tx.now, zone=zone, without=hidden)
    return found


async def holidays_of(
    tx: Transaction, organisation_ids: Collection[UUID]
) -> dict[UUID, list[tuple[date, date]]]:
    """By organisation the first and last days of its holidays, as far back as anybody asks."""
    found: dict[UUID, list[tuple[date, date]]] = {}
    if organisation_ids:
        for one in await tx.stages.calendar(organisation_ids, tx.now.date() - _REMEMBERED):
            if one.kind is SpanKind.HOLIDAYS:
                found.setdefault(one.organisation_id, []).append((one.starts_on, one.ends_on))
    return found


async def parting_soon(tx: Transaction, pairs: Sequence[Pair]) -> dict[UUID, date]:
    """Pairs whose goodbye is near or over: the day of their last meeting. Nobody urges them on."""
    closing = [pair.id for pair in pairs if pair.state is PairState.CLOSING]
    known = await tx.goodbyes.of_pairs(closing) if closing else {}
    soon = (tx.now + PEACE).date()
    return {id_: one.last_on for id_, one in known.items() if one.last_on <= soon}


async def _asking(tx: Transaction, programme_id: UUID) -> dict[UUID, datetime]:
    """Pair -> since when one of the two waits for the curator."""
    since: dict[UUID, datetime] = {}
    for word in await tx.pairs.waiting_words(programme_id):  # the oldest first
        since.setdefault(word.pair_id, word.said_at)
    return since


def _asks_since(pair: Pair, asking: Mapping[UUID, datetime]) -> datetime | None:
    if pair.state not in AGREED:
        return None
    agreed = _last(pair, Event.AGREE) or pair.proposed_at if pair.to_settle else None
    return min((at for at in (agreed, asking.get(pair.id)) if at), default=None)


def _last(pair: Pair, event: Event) -> datetime | None:
    taken: Iterable[dict[str, str]] = (s for s in reversed(pair.history) if s["event"] == event)
    step = next(iter(taken), None)
    return datetime.fromisoformat(step["at"]) if step else None


async def zone_of(tx: Transaction, organisation_id: UUID) -> str:
    return (await tx.get(Organisation, organisation_id)).timezone

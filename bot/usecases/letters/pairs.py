"""Letters about a pair: the proposal, what became of it, and what to do next."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from bot.domain.access import Role
from bot.domain.notices import Notice
from bot.domain.pairs import (
    CLOSED,
    CONSENT_WITHDRAWN,
    GUARDIAN_SAID_NO,
    MEETING,
    OPEN,
    Pair,
    PairState,
)
from bot.domain.spoken import When
from bot.domain.words import Words
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.pairs.silence import silent_together
from bot.usecases.pairs.strangers import called

Write = Callable[[Pair, Notice, dict[UUID, str], str], Letter | None]


async def _write(desk: Desk, notices: Sequence[Notice], write: Write) -> Letters:
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    strangers = await called(desk.tx, pairs.values())
    zones = await desk.tx.programmes.zones({p.organisation_id for p in pairs.values()})
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None:
            continue
        known = strangers[pair.id] if notice.to in pair.parties else names
        letter = write(pair, notice, known, zones[pair.organisation_id])
        if letter is not None:
            letters[notice.id] = letter
    return letters


def _asks(desk: Desk, key: str) -> Write:
    def write(pair: Pair, notice: Notice, names: dict[UUID, str], zone: str) -> Letter | None:
        if pair.state is not PairState.PROPOSED or pair.answer_of(notice.to) is not None:
            return None
        side = pair.side(notice.to)
        return Letter(
            f"{key}-{side}",
            {
                "partner": names[pair.partner(notice.to)],
                "until": When(pair.expires_at, zone, desk.tx.now),
            },
            buttons=((Press("button-look-at-proposal", "open-proposal", pair.id),),),
        )

    return write


async def proposed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    return await _write(desk, notices, _asks(desk, "letter-pair-proposed"))


async def answer_reminder(desk: Desk, notices: Sequence[Notice]) -> Letters:
    return await _write(desk, notices, _asks(desk, "letter-pair-reminder"))


def _active(pair: Pair, notice: Notice, names: dict[UUID, str], zone: str) -> Letter | None:
    if pair.state not in MEETING:
        return None
    side, partner = pair.side(notice.to), names[pair.partner(notice.to)]
    return Letter(
        f"letter-pair-active-{side}", {"partner": partner}, buttons=((_next_step(pair, side),),)
    )


def _next_step(pair: Pair, side: Role) -> Press:
    if side is Role.MENTOR:
        return Press("button-offer-meeting", "offer-meeting", pair.id)
    return Press("button-to-menu", "open-menu", pair.id)


async def active(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both: the pair is at work, and what each does next."""
    return await _write(desk, notices, _active)


def _not_formed(pair: Pair, notice: Notice, names: dict[UUID, str], zone: str) -> Letter | None:
    partner = names[pair.partner(notice.to)]
    if pair.state in CLOSED and pair.active_since is not None:
        return Letter(_closed(pair, notice), {"partner": partner})
    if pair.state in OPEN:
        return None
    own_silence = pair.state is PairState.EXPIRED and pair.answer_of(notice.to) is None
    key = "letter-pair-expired" if own_silence else "letter-pair-not-formed"
    return Letter(f"{key}-{pair.side(notice.to)}", {"partner": partner})


def _closed(pair: Pair, notice: Notice) -> str:
    """The reason itself is the curator's; a good end is told in a goodbye."""
    if pair.reason == CONSENT_WITHDRAWN:
        return "letter-pair-closed"
    return f"letter-pair-ended-{pair.side(notice.to)}"


async def nudged(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both: agree on a meeting; to a mentor of a group once for all of it.

    Nothing when there is a meeting ahead by now.
    """
    pairs = (await desk.tx.pairs.many({n.subject for n in notices})).values()
    together = await silent_together(desk.tx, list(pairs))
    group = {one.id: one for some in together.values() for one in some}
    strangers = await called(desk.tx, group.values())
    known = await desk.tx.meetings.figures(now=desk.tx.now, pair_ids=group.keys())
    ahead = {id_ for id_, figures in known.items() if figures.next_at is not None}

    def write(pair: Pair, notice: Notice, names: dict[UUID, str], zone: str) -> Letter | None:
        side = pair.side(notice.to)
        asked = together[pair.id] if side is Role.MENTOR else [pair]
        if pair.state not in MEETING or ahead & {one.id for one in asked}:
            return None
        partner = ", ".join(strangers[one.id][one.partner(notice.to)] for one in asked)
        return Letter(
            f"letter-pair-nudge-{side}", {"partner": partner}, buttons=((_next_step(pair, side),),)
        )

    return await _write(desk, notices, write)


async def not_formed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To who is left without a pair: kindly, with what comes next, and no word of who said no."""
    return await _write(desk, notices, _not_formed)


WAITING = frozenset({PairState.PROPOSED, PairState.ACCEPTED, PairState.PAUSED})  # no outcome yet


def come_to(state: PairState) -> str:
    if state in MEETING:
        return "active"
    return "closed" if state in CLOSED else str(state)


def _outcome(
    desk: Desk, pair: Pair, notice: Notice, names: dict[UUID, str], zone: str
) -> Letter | None:
    if pair.state in WAITING:
        return None
    both: dict[str, Words | str] = {
        "mentee": names[pair.mentee_id],
        "mentor": names[pair.mentor_id],
    }
    key = f"letter-pair-outcome-{come_to(pair.state)}"
    if pair.state is PairState.DECLINED and pair.answer_reason == GUARDIAN_SAID_NO:
        key = f"{key}-guardian"
    elif pair.state is PairState.DECLINED and pair.answer_reason:
        said = desk.profile.answer_in_words(pair.answer_reason)
        key, both = f"{key}-because", both | {"reason": said}
    return Letter(
        key,
        both,
        buttons=((Press("button-open-pair", "open-pair", pair.id),),),
    )


async def outcome(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: accepted, declined or expired."""
    return await _write(desk, notices, partial(_outcome, desk))

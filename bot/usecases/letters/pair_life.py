"""Letters on the way of a pair: before it begins, after the trial, at rest, in silence.

What one side told in private goes to the curator, and to nobody else.
"""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from bot.domain.moments import local
from bot.domain.notices import Notice
from bot.domain.pair_words import ASKS, About, PairWord
from bot.domain.pairs import MEETING, Pair, PairState
from bot.domain.ratings import LEAST, MOST
from bot.domain.spoken import Day
from bot.usecases.letters.base import Desk, Letter, Letters, Press
from bot.usecases.pairs.nudges import NUDGE
from bot.usecases.pairs.pairs import last_day
from bot.usecases.pairs.ratings import round_of
from bot.usecases.pairs.silence import silent_together
from bot.usecases.pairs.strangers import called

Names = Mapping[UUID, str]
Words = Sequence[PairWord]
Write = Callable[[Pair, Notice, Names, Words], Letter | None]


async def _write(desk: Desk, notices: Sequence[Notice], write: Write) -> Letters:
    """To both in the names they know each other by, to the team in full."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    words: dict[UUID, list[PairWord]] = {}
    for word in await desk.tx.pairs.words(pairs):
        words.setdefault(word.pair_id, []).append(word)
    speakers = {word.person_id for some in words.values() for word in some}
    full = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties} | speakers)
    known = await called(desk.tx, pairs.values())
    letters = {}
    for notice in notices:
        pair = pairs.get(notice.subject)
        if pair is None:
            continue
        names = known[pair.id] if notice.to in pair.parties else full
        letter = write(pair, notice, names, words.get(pair.id, ()))
        if letter is not None:
            letters[notice.id] = letter
    return letters


def _both(pair: Pair, names: Names) -> dict[str, str]:
    return {"mentee": names[pair.mentee_id], "mentor": names[pair.mentor_id]}


def _to_desk(pair: Pair) -> tuple[tuple[Press, ...], ...]:
    return ((Press("button-open-pair-desk", "open-pair-desk", pair.id),),)


def _to_menu(pair: Pair) -> tuple[tuple[Press, ...], ...]:
    return ((Press("button-to-menu", "open-menu", pair.id),),)


async def accepted(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both: the curator helps them to agree on what they expect, then they begin."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        if pair.state is not PairState.ACCEPTED:
            return None
        return Letter("letter-pair-accepted", {"partner": names[pair.partner(notice.to)]})

    return await _write(desk, notices, write)


async def expectations(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: they expect different things, and wait for her."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        if pair.state is not PairState.ACCEPTED:
            return None
        return Letter("letter-pair-expectations", _both(pair, names), _to_desk(pair))

    return await _write(desk, notices, write)


async def rests(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both: until which day there are no meetings."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    zones = await desk.tx.programmes.zones({p.organisation_id for p in pairs.values()})

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        until = last_day(pair, zones[pair.organisation_id], desk.tx.now)
        if until is None:
            return None
        facts = {"partner": names[pair.partner(notice.to)], "until": until}
        return Letter("letter-pair-rests-until", facts, _to_menu(pair))

    return await _write(desk, notices, write)


async def asked_of_trial(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To who has not said yet how the trial went."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        said = {word.person_id for word in words if word.about is About.TRIAL}
        if not pair.asked_of_trial or notice.to in said:
            return None
        press = Press("button-open-trial", "open-trial", pair.id)
        return Letter(
            f"letter-{notice.kind}", {"partner": names[pair.partner(notice.to)]}, ((press,),)
        )

    return await _write(desk, notices, write)


async def rating(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """One tap from 1 to 10, to who has not rated in this round yet."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        number = round_of(pair, notice.due_at)
        rated = {one.person_id for one in (w.rated for w in words) if one and one.round == number}
        if pair.state not in MEETING or notice.to in rated:
            return None
        presses = [
            Press("button-rating", "rate-pair", pair.id, {"rating": n}, value=str(n))
            for n in range(LEAST, MOST + 1)
        ]
        partner = names[pair.partner(notice.to)]
        rows = (tuple(presses[:5]), tuple(presses[5:]))
        return Letter("letter-pair-rating", {"partner": partner}, rows)

    return await _write(desk, notices, write)


async def doubt(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: somebody said no to something after the trial."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        doubting = [word for word in words if word.doubts and word.waits]
        if not pair.asked_of_trial or not doubting:
            return None
        facts = {**_both(pair, names), "name": names[doubting[-1].person_id]}
        return Letter("letter-pair-doubt", facts, _to_desk(pair))

    return await _write(desk, notices, write)


async def confirmed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        if pair.state not in MEETING:
            return None
        if notice.to not in pair.parties:
            press = Press("button-open-pair", "open-pair", pair.id)
            return Letter("letter-pair-confirmed-curator", _both(pair, names), ((press,),))
        facts = {"partner": names[pair.partner(notice.to)]}
        return Letter(f"letter-pair-confirmed-{pair.side(notice.to)}", facts, _to_menu(pair))

    return await _write(desk, notices, write)


async def asks(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: somebody may have to stop, or would like another mentor."""

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        waiting = [word for word in words if word.waits and word.about in ASKS]
        if not waiting:
            return None
        facts = {**_both(pair, names), "name": names[waiting[-1].person_id]}
        return Letter(f"letter-pair-asks-{waiting[-1].about}", facts, _to_desk(pair))

    return await _write(desk, notices, write)


async def silent(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: they do not meet, and what was tried."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    zones = await desk.tx.programmes.zones({p.organisation_id for p in pairs.values()})
    tried = await desk.tx.notices.last_planned_about(NUDGE, pairs, by=desk.tx.now)
    together = await silent_together(desk.tx, list(pairs.values()))
    every = {one.id for some in together.values() for one in some}
    known = await desk.tx.meetings.figures(now=desk.tx.now, pair_ids=every)
    ahead = {id_ for id_, figures in known.items() if figures.next_at is not None}
    mentees = await desk.tx.people.names(
        {one.mentee_id for some in together.values() for one in some}
    )

    def write(pair: Pair, notice: Notice, names: Names, words: Words) -> Letter | None:
        zone, group = zones[pair.organisation_id], together[pair.id]
        over = not ahead.isdisjoint(one.id for one in group)
        if pair.state not in MEETING or over or pair.quiet_since is None:
            return None
        last, today = tried.get(pair.id), local(desk.tx.now, zone).date()
        return Letter(
            f"letter-{notice.kind}",
            {
                **_both(pair, names),
                "mentee": ", ".join(mentees[one.mentee_id] for one in group),
                "days": (desk.tx.now - pair.quiet_since).days,
                "tried": "no" if last is None else "yes",
                "on": Day(local(last or desk.tx.now, zone).date(), today),
            },
            _to_desk(pair),
        )

    return await _write(desk, notices, write)

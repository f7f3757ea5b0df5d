"""Letters of a goodbye: it begins, what is left to do, a note of thanks, the end, and after."""

from collections.abc import Callable, Sequence
from uuid import UUID

from bot.domain import moments
from bot.domain.goodbyes import CHOICES, Farewell, FollowUp, Goodbye, ThanksState
from bot.domain.notices import Notice
from bot.domain.pairs import AGREED, Pair, PairState
from bot.domain.plans import Goal, Result
from bot.domain.programmes import Programme
from bot.domain.responses import DONE_WITH
from bot.domain.spoken import Day, Listed, Phrase
from bot.usecases.letters.base import Desk, Letter, Letters, Press

Known = tuple[Pair, Goodbye, dict[UUID, str], Day]
Write = Callable[[Notice, Known], Letter | None]


async def _write(desk: Desk, notices: Sequence[Notice], write: Write) -> Letters:
    """Of notices about pairs that say goodbye or have done so."""
    pairs = await desk.tx.pairs.many({n.subject for n in notices})
    goodbyes = await desk.tx.goodbyes.of_pairs(list(pairs))
    names = await desk.tx.people.names({id_ for p in pairs.values() for id_ in p.parties})
    zones = await desk.tx.programmes.zones({p.organisation_id for p in pairs.values()})
    letters = {}
    for notice in notices:
        pair, goodbye = pairs.get(notice.subject), goodbyes.get(notice.subject)
        if pair is None or goodbye is None:
            continue
        today = moments.local(desk.tx.now, zones[pair.organisation_id]).date()
        letter = write(notice, (pair, goodbye, names, Day(goodbye.last_on, today)))
        if letter is not None:
            letters[notice.id] = letter
    return letters


def _open(pair: Pair) -> tuple[tuple[Press, ...], ...]:
    return ((Press("button-open-goodbye", "open-goodbye", pair.id),),)


def _to_curator(pair: Pair) -> tuple[tuple[Press, ...], ...]:
    return ((Press("button-open-pair", "open-pair", pair.id),),)


def _both(pair: Pair, names: dict[UUID, str]) -> dict[str, object]:
    return {"mentee": names[pair.mentee_id], "mentor": names[pair.mentor_id]}


async def begun(desk: Desk, notices: Sequence[Notice]) -> Letters:
    def write(notice: Notice, known: Known) -> Letter | None:
        pair, _, names, day = known
        if pair.state not in AGREED:
            return None
        if notice.to not in pair.parties:
            return Letter(
                "letter-goodbye-begun-curator",
                {**_both(pair, names), "day": day},
                buttons=_to_curator(pair),
            )
        return Letter(
            f"letter-goodbye-begun-{pair.side(notice.to)}",
            {"partner": names[pair.partner(notice.to)], "day": day},
            buttons=_open(pair),
        )

    return await _write(desk, notices, write)


async def what_is_left(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """After the last meeting: to who has not done everything yet."""
    farewells = await desk.tx.goodbyes.farewells({n.subject for n in notices})
    answers = await desk.tx.surveys.many(
        {one.response_id for one in farewells.values() if one.response_id}
    )

    def left(one: Farewell) -> tuple[str, ...]:
        answer = answers.get(one.response_id) if one.response_id else None
        done = {
            "thanks": one.thanks is not None,
            "answers": answer is not None and answer.state in DONE_WITH,
            "next": one.next is not None,
        }
        return tuple(name for name, is_done in done.items() if not is_done)

    def write(notice: Notice, known: Known) -> Letter | None:
        pair, _, names, _ = known
        mine = farewells.get((pair.id, notice.to))
        to_do = left(mine) if mine is not None else ()
        if pair.state not in AGREED or not to_do:
            return None
        return Letter(
            "letter-goodbye-day",
            {
                "partner": names[pair.partner(notice.to)],
                "left": Listed(tuple(Phrase(f"goodbye-left-{one}") for one in to_do)),
            },
            buttons=_open(pair),
        )

    return await _write(desk, notices, write)


async def over(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both: thanks, what was reached, and the papers."""
    goals = await desk.tx.plans.goals({n.subject for n in notices})

    def write(notice: Notice, known: Known) -> Letter | None:
        pair, _, names, _ = known
        if pair.state is not PairState.COMPLETED:
            return None
        return Letter(
            f"letter-goodbye-over-{pair.side(notice.to)}",
            {
                "partner": names[pair.partner(notice.to)],
                "reached": _reached(goals[pair.id]),
            },
            buttons=_open(pair),
        )

    return await _write(desk, notices, write)


def _reached(goals: Sequence[Goal]) -> int:
    return sum(goal.result is Result.REACHED for goal in goals)


async def outcome(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: what was reached, and what each of the two wants next."""
    subjects = {n.subject for n in notices}
    goals = await desk.tx.plans.goals(subjects)
    farewells = await desk.tx.goodbyes.farewells(subjects)

    def wish(pair: Pair, person_id: UUID) -> Phrase:
        one = farewells.get((pair.id, person_id))
        side = pair.side(person_id)
        chosen = one.next if one is not None and one.next in CHOICES[side] else None
        return Phrase(f"goodbye-wish-{chosen}" if chosen else "goodbye-wish-none")

    def write(notice: Notice, known: Known) -> Letter | None:
        pair, _, names, _ = known
        if pair.state is not PairState.COMPLETED:
            return None
        return Letter(
            "letter-goodbye-outcome",
            {
                **_both(pair, names),
                "planned": bool(goals[pair.id]),
                "goals": len(goals[pair.id]),
                "reached": _reached(goals[pair.id]),
                "mentee_next": wish(pair, pair.mentee_id),
                "mentor_next": wish(pair, pair.mentor_id),
            },
            buttons=_to_curator(pair),
        )

    return await _write(desk, notices, write)


async def _notes(desk: Desk, notices: Sequence[Notice]) -> tuple[
    dict[UUID, Farewell], dict[UUID, str]
]:  # fmt: skip
    found = await desk.tx.goodbyes.many({n.subject for n in notices})
    people = {id_ for one in found.values() for id_ in (one.person_id, one.partner_id)}
    return found, await desk.tx.people.names(people)


async def held(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: how many notes wait for her eye. Nothing when all were looked at."""
    letters = {}
    for notice in notices:
        programme = await desk.tx.find(Programme, notice.subject)
        if programme is None:
            continue
        count = await desk.tx.goodbyes.held_in(programme.id)
        if count:
            letters[notice.id] = Letter(
                "letter-thanks-held",
                {"count": count, "programme": programme.name},
                buttons=((Press("button-look-at-thanks", "look-at-thanks", programme.id),),),
            )
    return letters


async def passed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    found, names = await _notes(desk, notices)
    return {
        n.id: Letter(
            "letter-thanks-passed",
            {"partner": names[one.person_id], "words": one.thanks},
            buttons=((Press("button-open-goodbye", "open-goodbye", one.pair_id),),),
        )
        for n in notices
        if (one := found.get(n.subject)) is not None
        and one.thanks_state is ThanksState.PASSED
        and one.thanks
        and n.to == one.partner_id
    }


async def returned(desk: Desk, notices: Sequence[Notice]) -> Letters:
    found, names = await _notes(desk, notices)
    return {
        n.id: Letter(
            "letter-thanks-returned",
            {"partner": names[one.partner_id]},
            buttons=((Press("button-write-thanks", "write-thanks", one.pair_id),),),
        )
        for n in notices
        if (one := found.get(n.subject)) is not None
        and one.thanks_state is ThanksState.RETURNED
        and n.to == one.person_id
    }


async def follow_up(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """Three months later, once: does it still help? One tap."""
    found, names = await _notes(desk, notices)
    pairs = await desk.tx.pairs.many({one.pair_id for one in found.values()})
    letters = {}
    for notice in notices:
        one = found.get(notice.subject)
        if one is None or one.follow_up is not None or notice.to != one.person_id:
            continue
        if pairs[one.pair_id].state is not PairState.COMPLETED:
            continue
        presses = tuple(
            (Press(f"button-follow-up-{said}", "follow-up", one.id, value=said),)
            for said in FollowUp
        )
        letters[notice.id] = Letter(
            f"letter-goodbye-follow-up-{one.side}",
            {"partner": names[one.partner_id]},
            buttons=presses,
        )
    return letters

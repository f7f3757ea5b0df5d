"""What matching found, in words: figures, the proof, costs, and what was decided last."""

from collections.abc import Sequence

from bot.dialogs.matching.reasons import catalogue_words, form_words
from bot.dialogs.parts.lines import Line, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.matching.runs import LineState
from bot.usecases.matching.cards import Last, Other, Result
from bot.usecases.matching.left import Wanted


def found_line(result: Result) -> Line:
    """As it stands now, after all that has been decided."""
    return Line(
        "matching-found",
        {"placed": result.placed, "mentees": result.placed + result.left, "left": result.left},
    )


def quality_line(result: Result) -> Line | None:
    figures = result.figures
    if not figures["placed"]:
        return None
    return Line(
        "matching-quality",
        {
            "mean": round(figures["total"] / figures["placed"]),
            "floor": figures["floor"] or 0,
            "proved": bool(figures.get("floor_proved")),
        },
    )


def proof_line(result: Result) -> Line | None:
    gap = result.proof.get("gap_per_mille")
    if gap is None or not result.figures["placed"]:
        return None
    if gap == 0:
        return Line("matching-proved")
    return Line("matching-within", {"percent": gap / 10})


def blocking_line(result: Result) -> Line | None:
    """Only when both sides have said whom they would like."""
    blocking = result.figures.get("blocking")
    return None if blocking is None else Line("matching-blocking", {"pairs": blocking})


def decided_line(result: Result) -> Line | None:
    counts = {
        "approved": result.decided.get(LineState.APPROVED, 0),
        "locked": result.decided.get(LineState.LOCKED, 0),
        "vetoed": result.decided.get(LineState.VETOED, 0),
    }
    return Line("matching-decided", counts) if any(counts.values()) else None


def lines_about(result: Result) -> list[Line]:
    worked_out: Sequence[Line | None] = (
        quality_line(result),
        proof_line(result),
        blocking_line(result),
    )
    if result.changed:  # what was proved was proved of the cards as they were
        worked_out = (Line("matching-changed"),)
    found = (found_line(result), *worked_out, decided_line(result))
    return [line for line in found if line is not None]


def other_line(hand: Hands, other: Other) -> Line:
    """The next best mentor, and what it would cost all others."""
    if other.at_least:
        key = "matching-cost-unsure"
    elif other.fewer_placed > 0:
        key = "matching-cost-people"
    else:
        key = "matching-cost-points" if other.lost > 0 else "matching-cost-nothing"
    cost = worded(hand, key, people=other.fewer_placed, points=other.lost)
    return Line("matching-other", {"mentor": other.name, "score": other.score, "cost": cost})


def last_line(last: Last) -> Line:
    approved_group = last.group and last.what == LineState.APPROVED
    return Line(
        "matching-last-group" if approved_group else f"matching-last-{last.what}",
        {"pairs": last.pairs, "mentee": last.mentee, "mentor": last.mentor},
    )


def wanted_line(hand: Hands, one: Wanted) -> Line:
    """Two more places: physics, Tuesday: what is not said does not matter."""
    parts = [
        catalogue_words(hand, "needs", one.need) if one.need else None,
        catalogue_words(hand, "slots", one.slot) if one.slot else None,
        form_words(hand, one.form),
    ]
    return Line(
        "matching-wanted",
        {"count": one.count, "what": " · ".join(part for part in parts if part)},
    )

"""How numbers on entry and on exit read: a line each, a card each, and the picture of a form."""

from bot.dialogs.monitoring.indicator_words import rounded
from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.indicators import Count
from bot.domain.outcomes import Change, share
from bot.domain.spoken import Day
from bot.reports.pictures import Slope, SlopesPicture
from bot.usecases.monitoring.outcomes import OutcomeCard, Table


def line(hand: Hands, place: int, change: Change) -> Line:
    return Line(
        "dynamics-line",
        {
            "place": place,
            "title": change.outcome.title,
            "before": _counted(hand, change.entry),
            "after": _counted(hand, change.exit),
            "verdict": verdict(change),
        },
    )


def _counted(hand: Hands, count: Count | None) -> str:
    if count is None:
        return worded(hand, "dynamics-not-yet")
    return worded(hand, "dynamics-counted", number=count.number, of=count.of or 0)


def verdict(change: Change) -> str:
    if change.difference is None:
        return "none"
    if change.better is None:
        return "same"
    return "better" if change.better else "worse"


def said(card: OutcomeCard, key: str, count: Count) -> Line:
    percent = share(count)
    who = card.who.get(count.entered_by) if count.entered_by else None
    return Line(
        key,
        {
            "number": count.number,
            "of": count.of or 0,
            "known": percent is not None,
            "share": rounded(percent or 0),
            "on": Day(count.on, card.table.today),
            "who": who or "",
            "named": who is not None,
        },
    )


def direction(difference: float) -> str:
    return "more" if difference > 0 else "fewer" if difference < 0 else "same"


def picture_of(hand: Hands, table: Table) -> SlopesPicture:
    """Of what has both shares; the rest has no slope."""
    return SlopesPicture(
        title=worded(hand, "dynamics-picture-title", form=table.form.title),
        lines=(f"{table.programme} · {table.organisation}",),
        before=worded(hand, "dynamics-in"),
        after=worded(hand, "dynamics-out"),
        slopes=tuple(_slope(hand, one) for one in table.changes if one.difference is not None),
        footer=worded(hand, "dynamics-picture-footer"),
    )


def _slope(hand: Hands, change: Change) -> Slope:
    before, after = share(change.entry) or 0, share(change.exit) or 0
    return Slope(
        label=spoken(hand, change.outcome.title),
        before=before / 100,
        after=after / 100,
        before_says=worded(hand, "dynamics-share", share=rounded(before)),
        after_says=worded(hand, "dynamics-share", share=rounded(after)),
        note=worded(
            hand,
            "dynamics-picture-change",
            before=_counted(hand, change.entry),
            after=_counted(hand, change.exit),
            verdict=verdict(change),
        ),
        worse=change.better is False,
    )

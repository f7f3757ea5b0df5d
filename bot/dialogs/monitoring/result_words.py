"""Results in words: what stands on the screens, and on the pictures."""

from collections.abc import Iterator, Sequence

from babel.dates import format_date

from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.results import DIGITS, BeforeAfter, Compared, ItemResult, PartResult
from bot.domain.small_cells import small
from bot.domain.statistics.figures import Change, Estimate, Interval, ScaleFigures, Withheld
from bot.domain.tabulation import EVERYBODY, Count, Group
from bot.reports.pictures import Bar, BarsPicture, Slope, SlopesPicture
from bot.usecases.monitoring.results import Head

_FULL, _EMPTY, _BLOCKS = "▓", "░", 8
MOST_LINES = 12
STICKS_OUT = 0.02  # alpha would be higher by so much without a question


def number(hand: Hands, value: float, digits: int = DIGITS) -> str:
    """As the reader writes it: "7,4"; a minus that is one."""
    shown = f"{value:.{digits}f}".replace("-", "−")
    return shown.replace(".", ",") if hand.reader.locale == "ru" else shown


def percent(part: float, whole: float) -> int:
    return round(100 * part / whole) if whole else 0


def label_of(hand: Hands, item: Item, count: Count) -> str:
    """"7–8", or the words of an option; of several "a, b"."""
    values = list(count.values)
    if item.kind.key in ("scale", "number", "decimal"):
        ends = [_amount(hand, value) for value in (values[0], values[-1])]
        return ends[0] if ends[0] == ends[1] else "–".join(ends)
    if item.kind.key in ("date", "time", "likert") and len(values) > 2:
        return " – ".join(_shown(hand, item, value) for value in (values[0], values[-1]))
    return ", ".join(_shown(hand, item, value) for value in values)


def _amount(hand: Hands, value: object) -> str:
    """An answer that is a number, with a fraction only where it has one."""
    assert isinstance(value, int | float)
    return number(hand, value, 0 if value == int(value) else 2)


def _shown(hand: Hands, item: Item, value: object) -> str:
    for option in item.kind.options():
        if option.value == value:
            return option.label.say(hand.reader.locale, hand.reader.tone)
    return item.kind.shown(value, hand.reader.locale, hand.reader.tone)


def group_name(hand: Hands, group: Group) -> str:
    if group == EVERYBODY:
        return worded(hand, "results-everybody")
    if group.dimension == "role":
        return worded(hand, f"results-role-{group.value}")
    if group.dimension == "form":
        form = hand.profile.form(group.value)
        return form.title.say(hand.reader.locale, hand.reader.tone) if form else group.value
    return worded(hand, "results-group", name=group.value)


def item_lines(hand: Hands, item: Item, part: PartResult) -> Iterator[Line]:
    shown = part.part
    missing = shown.asked - shown.n
    yield Line("results-n", {"n": shown.n, "missing": percent(missing, shown.asked)})
    if shown.hard_to_say:
        yield Line("results-hard", {"n": shown.hard_to_say})
    if isinstance(part.mean, Estimate):
        yield mean_line(hand, part.mean)
    if isinstance(part.median, Estimate) and part.mean is not None:
        yield Line("results-median", {"value": number(hand, part.median.value)})
    for end, reached in (("floor", part.floor), ("ceiling", part.ceiling)):
        if reached:
            yield Line(f"results-{end}")


def mean_line(hand: Hands, mean: Estimate) -> Line:
    value = number(hand, mean.value)
    if not isinstance(mean.interval, Interval):
        return Line("results-mean", {"value": value})
    low, high = number(hand, mean.interval.low), number(hand, mean.interval.high)
    return Line("results-mean-between", {"value": value, "low": low, "high": high})


def bar_lines(hand: Hands, item: Item, part: PartResult) -> Iterator[Line]:
    """The distribution as text: what the picture shows, for those who need no picture."""
    counts = part.part.counts[:MOST_LINES]
    most = max((count.people for count in counts), default=0)
    for count in counts:
        full = round(_BLOCKS * count.people / most) if most else 0
        yield Line(
            "results-bar",
            {
                "bar": _FULL * full + _EMPTY * (_BLOCKS - full),
                "label": label_of(hand, item, count),
                "n": count.people,
                "percent": percent(count.people, part.part.n),
            },
        )
    options = {option.value: option.label for option in item.kind.options()}
    for value, place in part.places:
        label = options[value].say(hand.reader.locale, hand.reader.tone)
        yield Line("results-place", {"label": label, "place": number(hand, place)})


def item_picture(hand: Hands, head: Head, item: Item, part: PartResult) -> BarsPicture:
    counts = part.part.counts
    most = max((count.people for count in counts), default=1) or 1
    lines = [worded(hand, line.key, **line.args) for line in item_lines(hand, item, part)]
    return BarsPicture(
        title=item.text.say(hand.reader.locale, hand.reader.tone),
        lines=tuple(lines[:3]),
        bars=tuple(
            Bar(
                label=label_of(hand, item, count),
                says=f"{count.people} · {percent(count.people, part.part.n)} %",
                part=count.people / most,
            )
            for count in counts
        ),
        footer=worded(
            hand,
            "results-picture-footer",
            title=head.questionnaire.title.say(hand.reader.locale),
            day=day_of(hand, head),
        ),
    )


def day_of(hand: Hands, head: Head) -> str:
    return format_date(head.day, "d MMMM y", hand.reader.locale)


def group_lines(hand: Hands, item: Item, found: ItemResult) -> Iterator[Line]:
    """One line for each group but everybody."""
    for part in found.parts:
        if part.part.group == EVERYBODY:
            continue
        facts = {"group": group_name(hand, part.part.group), "n": part.part.n}
        if isinstance(part.mean, Estimate):
            yield Line("results-group-mean", {**facts, "value": number(hand, part.mean.value)})
        elif part.part.counts:
            best = max(part.part.counts, key=lambda count: count.people)
            share = percent(best.people, part.part.n)
            label = label_of(hand, item, best)
            yield Line("results-group-most", {**facts, "label": label, "percent": share})
        else:
            yield Line("results-group-n", facts)


def meanings(found: ItemResult) -> tuple[str, ...]:
    """Which figures the screen of a question shows, by their keys in statistics.ftl."""
    part = found.of(EVERYBODY)
    if part is None:
        return ()
    shown = ["distribution"] if part.part.counts else []
    shown += ["mean"] if isinstance(part.mean, Estimate) else []
    shown += ["median"] if part.mean is not None else []
    return tuple(shown)


def scale_lines(
    hand: Hands, title: str, figures: ScaleFigures | Withheld, items: Sequence[Item]
) -> Iterator[Line]:
    """`items`: of the scale, in its order."""
    yield Line("results-scale", {"title": title, "n": figures.n})
    if isinstance(figures, Withheld):
        yield withheld_line(figures)
        return
    if isinstance(figures.alpha, Withheld):
        yield withheld_line(figures.alpha)
        return
    alpha = number(hand, figures.alpha.value, 2)
    if isinstance(figures.alpha.interval, Interval):
        low, high = figures.alpha.interval.low, figures.alpha.interval.high
        facts = {"value": alpha, "low": number(hand, low, 2), "high": number(hand, high, 2)}
        yield Line("results-alpha-between", facts)
    else:
        yield Line("results-alpha", {"value": alpha})
    if isinstance(figures.omega, Estimate):
        yield Line("results-omega", {"value": number(hand, figures.omega.value, 2)})
    if isinstance(figures.verdict, Withheld):
        yield withheld_line(figures.verdict)
    else:
        yield Line(f"verdict-{figures.verdict}", {})
    told = [
        (one.without.value, one.position)
        for one in figures.items
        if isinstance(one.without, Estimate)
        and one.without.value - figures.alpha.value >= STICKS_OUT
    ]
    for value, position in sorted(told, reverse=True)[:1]:
        said = items[position].text.say(hand.reader.locale, hand.reader.tone)
        yield Line("results-alpha-without", {"question": said, "value": number(hand, value, 2)})


def withheld_line(figure: Withheld) -> Line:
    facts = {"n": figure.n, "needed": figure.needed or 0, "few": "yes" if small(figure.n) else "no"}
    return Line(f"withheld-{figure.reason}", facts)


def compared_title(hand: Hands, form: Questionnaire, one: Compared) -> str:
    if one.scale:
        return spoken(hand, dict(form.scales)[one.key])
    item = form.item(one.key)
    assert item is not None  # what is compared was asked
    return spoken(hand, item.text)


def change_lines(hand: Hands, head: Head, one: Compared) -> Iterator[Line]:
    change = one.change
    yield Line(
        "results-change",
        {
            "title": compared_title(hand, head.questionnaire, one),
            "before": number(hand, change.before.value),
            "after": number(hand, change.after.value),
            "n": change.n,
        },
    )
    yield from sure_lines(hand, change)
    if one.split:
        moved = change.moved
        split = {"up": moved.improved, "same": moved.same, "down": moved.worse}
        yield Line("results-moved", split)


def sure_lines(hand: Hands, change: Change) -> Iterator[Line]:
    """Whether there was any change at all, with its bounds."""
    if isinstance(change.difference, Estimate) and isinstance(change.difference.interval, Interval):
        between = change.difference.interval
        facts = {"low": number(hand, between.low), "high": number(hand, between.high)}
        sure = "sure" if between.low > 0 or between.high < 0 else "unsure"
        yield Line(f"results-change-{sure}", facts)


def change_picture(
    hand: Hands, head: Head, found: BeforeAfter, shown: Sequence[Compared]
) -> SlopesPicture:
    def height(one: Compared, value: float) -> float:
        return (value - one.low) / (one.high - one.low)

    slopes = []
    for one in shown:
        before, after = one.change.before.value, one.change.after.value
        note = worded(
            hand,
            "results-slope",
            way="up" if after - before >= 0.05 else "down" if before - after >= 0.05 else "same",
            by=number(hand, abs(after - before)),
            n=one.change.n,
        )
        slopes.append(
            Slope(
                label=compared_title(hand, head.questionnaire, one),
                before=height(one, before),
                after=height(one, after),
                before_says=number(hand, before),
                after_says=number(hand, after),
                note=note,
                worse=one.worse,
            )
        )
    return SlopesPicture(
        title=worded(hand, "results-change-picture"),
        lines=(worded(hand, "results-both", n=found.both),),
        before=worded(hand, "results-before"),
        after=worded(hand, "results-after"),
        slopes=tuple(slopes),
        footer=worded(
            hand,
            "results-picture-footer",
            title=head.questionnaire.title.say(hand.reader.locale),
            day=day_of(hand, head),
        ),
    )



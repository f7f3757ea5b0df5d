"""How the region reads: lines of screens, rows of its workbook, bars of its picture."""

from collections.abc import Container, Mapping, Sequence
from datetime import date

from bot.dialogs.monitoring.indicator_words import rounded
from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.screens import Hands
from bot.domain.house_figures import ANSWERS
from bot.domain.region import Region, Share, Standing
from bot.domain.small_cells import LEAST
from bot.domain.spoken import Day
from bot.reports.pictures import Bar, BarsPicture
from bot.reports.workbooks import Cell, Sheet
from bot.usecases.programme.house_counting import coverage_of, shares_of

HIDDEN = "…"  # a dash would be taken for nobody
MOST_BARS = 12
_WIDE, _NARROW = 44, 14
_FORM_COLUMNS = ("share", "number", "whole")


def cell(n: int | None) -> str:
    return HIDDEN if n is None else str(n)


def share_lines(
    hand: Hands, shares: Mapping[str, Share], known: Container[str], target: int | None
) -> list[Line]:
    """Coverage beside its target, and satisfaction; each of how many."""
    lines = []
    for place, (key, title) in enumerate(titles_of(hand).items()):
        args, share = {"title": title}, shares.get(key)
        if share is None:
            lines.append(Line("region-share-none", args | {"known": key in known}))
            continue
        lines.append(
            Line(
                "region-share",
                args
                | {
                    "share": rounded(share.percent),
                    "number": share.number,
                    "whole": share.whole,
                    "aims": place == 0 and target is not None,
                    "target": target or 0,
                },
            )
        )
    return lines


def form_lines(hand: Hands, region: Region) -> list[Line]:
    """Coverage and satisfaction, each divided by form of mentoring; what is hidden stands there."""
    lines = []
    for key, title in titles_of(hand).items():
        if told := region.divided.get(key):
            lines.append(Line("region-forms-title", {"title": title}))
            lines += [_form_line(title, told[form]) for form, title in _forms_of(hand, told)]
    return lines


def _forms_of(hand: Hands, told: Container[str]) -> list[tuple[str, str]]:
    """Key and title of each form there are figures of, in the order of the profile."""
    forms = hand.profile.forms
    return [(one.key, spoken(hand, one.title)) for one in forms if one.key in told]


def _form_line(form: str, share: Share | None) -> Line:
    if share is None:
        return Line("region-form", {"form": form, "pairs": HIDDEN})
    about = {"number": share.number, "whole": share.whole}
    return Line("region-form-share", {"form": form, "share": rounded(share.percent), **about})


def titles_of(hand: Hands) -> dict[str, str]:
    """What each share is called: coverage first, how many answered last."""
    titles = {one.key: spoken(hand, one.title) for one in shares_of(hand.profile)}
    return titles | {ANSWERS: worded(hand, "region-answers")}


def lags(hand: Hands, one: Standing) -> str:
    if one.on is None:
        return worded(hand, "region-not-counted")
    if not one.lags:
        return worded(hand, "region-all-well")
    return ", ".join(worded(hand, f"region-lag-{lag}") for lag in one.lags)


def counted_on(region: Region, today: date) -> dict[str, object]:
    """The day of the figures; of the oldest of them when they are of several."""
    return {"counted": region.oldest is not None, "on": Day(region.oldest or today, today)}


def card_lines(hand: Hands, one: Standing, region: Region, today: date) -> list[Line]:
    facts = one.facts
    titles = {form.key: form.title for form in hand.profile.forms}
    lines = [
        Line("region-card-team", {"curator": facts.curator, "head": facts.head}),
        Line(
            "region-card-road-map",
            {
                "programmes": facts.programmes,
                "agreed": facts.agreed,
                "drawn": facts.road_maps,
                "late": facts.late,
            },
        ),
        Line(
            "region-card-people",
            {
                "mentees": cell(one.mentees),
                "mentors": cell(one.mentors),
                "pairs": cell(one.pairs),
            },
        ),
    ]
    if one.forms:
        lines += [
            Line("region-form", {"form": titles.get(form, form), "pairs": str(n)})
            for form, n in one.forms.items()
        ]
    lines += share_lines(hand, one.shares, one.known, region.target)
    covered = one.divided.get(region.coverage, {})
    lines += [_form_line(title, covered[form]) for form, title in _forms_of(hand, covered)]
    lines.append(Line("region-card-waves", {"waves": facts.waves, "open": facts.waves_open}))
    return lines


def sheets_of(hand: Hands, region: Region, today: date) -> list[Sheet]:
    """One table of all organisations, and what its numbers mean."""
    forms = [form for form in hand.profile.forms if form.key in region.forms]
    titles = titles_of(hand)
    plain = ("organisation", "on", "behind", "curator", "head", "programmes", "agreed", "late")
    counted = ("mentees", "mentors", "pairs")
    headings = [worded(hand, f"region-column-{one}") for one in (*plain, *counted)]
    headings += [
        worded(hand, "region-column-form", form=spoken(hand, form.title)) for form in forms
    ]
    for title in titles.values():
        kinds = ("share", "number", "whole")
        headings += [worded(hand, f"region-column-{one}", title=title) for one in kinds]
    headings += [worded(hand, f"region-column-{one}") for one in ("waves", "reminded")]
    rows = [_row(hand, one, [form.key for form in forms], list(titles)) for one in region.houses]
    rows.append(_sums(hand, region, [form.key for form in forms], list(titles)))
    said = ("rule", "date", "coverage", "forms", "behind", "change")
    about = [[worded(hand, f"region-about-{one}", least=LEAST)] for one in said]
    how = worded(hand, "region-sheet-about")
    day = spoken(hand, Day(region.oldest or today, today))
    about.insert(0, [worded(hand, "region-about-day", on=day, n=len(region.houses))])
    return [
        Sheet(
            title=worded(hand, "region-sheet"),
            headings=headings,
            widths=[_WIDE, _NARROW, _WIDE, *[_NARROW] * (len(headings) - 3)],
            rows=rows,
        ),
        *_by_form(hand, region),
        Sheet(title=how, headings=[how], widths=[110], rows=about),
    ]


def _by_form(hand: Hands, region: Region) -> list[Sheet]:
    """Coverage and satisfaction by form, a row for each organisation; none when nobody has any."""
    columns = [
        (key, form, words)
        for key, title in titles_of(hand).items()
        for form, name in _forms_of(hand, region.divided.get(key, {}))
        for words in [{"title": title, "form": name}]
    ]
    if not columns:
        return []
    headings = [worded(hand, "region-column-organisation")]
    for _, _, words in columns:
        headings += [worded(hand, f"region-column-form-{one}", **words) for one in _FORM_COLUMNS]
    rows: list[list[Cell]] = []
    for house in region.houses:
        row: list[Cell] = [house.name]
        for key, form, _ in columns:
            told = house.divided.get(key)
            share = told.get(form) if told else None
            row += _share(share, key in house.known and told is None)
        rows.append(row)
    sums: list[Cell] = [worded(hand, "region-sum")]
    for key, form, _ in columns:
        sums += _share(region.divided[key][form], known=True)
    widths = [_WIDE, *[_NARROW] * (len(headings) - 1)]
    title = worded(hand, "region-sheet-forms")
    return [Sheet(title=title, headings=headings, widths=widths, rows=[*rows, sums])]


def _row(hand: Hands, one: Standing, forms: Sequence[str], keys: Sequence[str]) -> list[Cell]:
    facts = one.facts
    row: list[Cell] = [
        one.name, one.on, lags(hand, one), _yes(hand, facts.curator), _yes(hand, facts.head),
        facts.programmes, facts.agreed, facts.late,
        _of(one.mentees), _of(one.mentors), _of(one.pairs),
    ]  # fmt: skip
    row += [_of(None if one.forms is None else one.forms.get(form, 0)) for form in forms]
    for key in keys:
        row += _share(one.shares.get(key), key in one.known)
    row.append(facts.waves)
    row.append(one.reminded_at.date() if one.reminded_at else None)
    return row


def _sums(hand: Hands, region: Region, forms: Sequence[str], keys: Sequence[str]) -> list[Cell]:
    every = [one.facts for one in region.houses]
    row: list[Cell] = [
        worded(hand, "region-sum"), region.oldest, None,
        sum(one.curator for one in every), sum(one.head for one in every),
        sum(one.programmes for one in every), sum(one.agreed for one in every),
        sum(one.late for one in every),
        _of(region.mentees), _of(region.mentors), _of(region.pairs),
    ]  # fmt: skip
    row += [_of(region.forms[form]) for form in forms]
    for key in keys:
        row += _share(region.shares.get(key), key in region.known)
    return [*row, sum(one.waves for one in every), None]


def _share(share: Share | None, known: bool) -> list[Cell]:
    """Empty where there is no figure at all."""
    if share is None:
        return [HIDDEN if known else None] * 3
    return [rounded(share.percent), share.number, share.whole]


def _of(n: int | None) -> Cell:
    return HIDDEN if n is None else n


def _yes(hand: Hands, holds: bool) -> str:
    return worded(hand, "region-yes" if holds else "region-no")


def picture_of(hand: Hands, region: Region, today: date) -> BarsPicture:
    """Organisations with the lowest coverage first; those whose coverage is hidden are counted."""
    coverage = coverage_of(hand.profile)
    covered = [(one.name, region.covered(one)) for one in region.houses]
    found = sorted(
        ((share.percent, name, share) for name, share in covered if share is not None),
        key=lambda one: one[:2],
    )
    target = region.target
    bars = tuple(
        Bar(
            label=worded(
                hand, "region-picture-bar", organisation=name,
                number=share.number, whole=share.whole,
            ),
            says=worded(hand, "region-picture-share", share=rounded(percent)),
            part=min(percent / 100, 1),
            target=target / 100 if target is not None else None,
            weak=target is not None and percent < target,
        )
        for percent, name, share in found[:MOST_BARS]
    )  # fmt: skip
    day = spoken(hand, Day(region.oldest or today, today))
    shown, hidden = len(bars), len(region.houses) - len(found)
    return BarsPicture(
        title=spoken(hand, coverage.title) if coverage else "",
        lines=(worded(hand, "region-picture-line", shown=shown, n=len(found), on=day),),
        bars=bars,
        footer=worded(hand, "region-picture-footer", target=target or 0, hidden=hidden),
    )

"""The board of thanks in words: what somebody is thanked for, names in pages, letter and sheet."""

from collections.abc import Iterable
from typing import Any

from aiogram_dialog import DialogManager
from babel.dates import format_date

from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.paging import leafed
from bot.dialogs.parts.screens import Hands
from bot.domain.efforts import EffortOf
from bot.reports.board_sheet import BoardSheet
from bot.reports.certificate_sheet import CertificateSheet
from bot.usecases.documents.boards import ThanksFacts
from bot.usecases.documents.thanking import Thanking

Named = Iterable[tuple[EffortOf, tuple[str, ...]]]
_ON_A_PAGE = 30


def title_of(hand: Hands, of: EffortOf) -> str:
    """As a heading; an effort of which the profile says nothing any more reads as nothing."""
    effort = hand.profile.effort(of)
    said = spoken(hand, effort.title) if effort is not None else ""
    return said[:1].upper() + said[1:]


def met_lines(hand: Hands, reached: Iterable[EffortOf]) -> list[Line]:
    return [Line("board-met", {"title": title_of(hand, of)}) for of in reached]


def rule_lines(hand: Hands) -> list[Line]:
    """Every rule with what it takes. A role it is not about is not named."""
    lines = []
    for one in hand.profile.efforts:
        for least, roles in _by_number(one.least):
            facts = {
                "title": title_of(hand, one.of),
                "rule": spoken(hand, one.rule.filled(least=str(least))),
                "roles": roles,
            }
            lines.append(Line("board-rule", facts))
    return lines


def _by_number(least: Any) -> list[tuple[int, str]]:
    """The same number for both roles is said once."""
    numbers = sorted(set(least.values()))
    if len(numbers) == 1:
        return [(numbers[0], "both" if len(least) > 1 else str(next(iter(least))))]
    return [(number, str(role)) for role, number in least.items()]


def names_page(
    manager: DialogManager, hand: Hands, sections: Named
) -> tuple[list[Line], dict[str, Any]]:
    """Names under headings; a page that begins amid an effort says its heading again."""
    every = [(of, name) for of, names in sections for name in names]
    shown, turns = leafed(manager, every, _ON_A_PAGE)
    lines: list[Line] = []
    last = None
    for of, name in shown:
        if of is not last:
            lines.append(Line("board-heading", {"title": title_of(hand, of)}))
            last = of
        lines.append(Line("board-name", {"name": name}))
    return lines, turns


def letter_sheet(hand: Hands, facts: ThanksFacts) -> CertificateSheet:
    locale = hand.reader.locale
    return CertificateSheet(
        locale=locale,
        title=worded(hand, "board-letter-title"),
        confirms=worded(hand, "board-letter-thanks"),
        name=facts.name,
        completed=worded(hand, "board-letter-programme", programme=facts.programme),
        organisation=facts.organisation,
        modules_title=worded(hand, "board-letter-what"),
        modules=tuple(filter(None, (title_of(hand, of) for of in facts.efforts))),
        volume="",
        number="",
        date=format_date(facts.on, "long", locale),
        curator_title=worded(hand, "certificate-curator"),
        curator=facts.curator,
    )


def board_sheet(hand: Hands, found: Thanking) -> BoardSheet:
    locale = hand.reader.locale
    return BoardSheet(
        locale=locale,
        title=worded(hand, "board-sheet-title"),
        below=worded(
            hand,
            "board-sheet-below",
            organisation=found.organisation,
            programme=found.programme,
            on=format_date(found.today, "LLLL y", locale),
        ),
        sections=tuple((title_of(hand, of), names) for of, names in found.on_sheet.sections),
    )

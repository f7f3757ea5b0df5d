"""Files of a base as documents: made in the worker process, named and sent here."""

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import spoken, worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.sending import bot_of, send_file, worker_of
from bot.dialogs.team.passing_on import deep_link
from bot.domain.access import Role
from bot.domain.bases import Member
from bot.domain.moments import local
from bot.domain.spoken import Day, Phrase
from bot.reports import base_files
from bot.reports.workbooks import Cell
from bot.usecases.bases.base_import import Links
from bot.usecases.bases.bases import Exported
from bot.usecases.joining.intake import FORMS


async def send_export(manager: DialogManager, exported: Exported) -> None:
    hand = hands(manager)
    said: dict[Phrase, str] = {}
    pages = [
        base_files.Page(base, [_in_words(hand, said, one) for one in exported.members[role]])
        for role, base in hand.profile.bases.items()
    ]
    content = await worker_of(manager).run(
        base_files.export,
        pages,
        exported.asked,
        _about(hand, exported),
        worded(hand, "bases-sheet-about"),
        hand.reader.locale,
    )
    name = worded(hand, "bases-file-export")
    counts = {str(role): len(members) for role, members in exported.members.items()}
    caption = worded(hand, "bases-export-caption", left=exported.left_out, **counts)
    await send_file(manager, f"{name} {exported.day.isoformat()}.xlsx", content, caption)


def _in_words(hand: Hands, said: dict[Phrase, str], member: Member) -> Member:
    facts = {fact: _cell(hand, said, value) for fact, value in member.facts.items()}
    return Member(facts, member.answers, member.questionnaire)


def _cell(hand: Hands, said: dict[Phrase, str], value: Any) -> Cell:
    if value is None or isinstance(value, str | int | date):
        return value
    if not isinstance(value, Phrase):
        return spoken(hand, value)
    if value not in said:
        said[value] = spoken(hand, value)
    return said[value]


def _about(hand: Hands, exported: Exported) -> list[tuple[str, Cell]]:
    lines: list[tuple[str, Cell]] = [
        (worded(hand, "bases-about-programme"), exported.programme),
        (worded(hand, "bases-about-organisation"), exported.organisation),
        (worded(hand, "bases-about-day"), exported.day),
    ]
    for role, members in exported.members.items():
        lines.append((hand.profile.bases[role].title.say(hand.reader.locale), len(members)))
    lines.append((worded(hand, "bases-about-left"), exported.left_out))
    lines.append((worded(hand, "bases-about-data"), worded(hand, "bases-about-care")))
    return lines


async def send_template(manager: DialogManager, role: Role) -> None:
    hand = hands(manager)
    base, form = hand.profile.bases[role], hand.profile.questionnaires[FORMS[role]]
    content = await worker_of(manager).run(base_files.template, base, form, hand.reader.locale)
    title = base.title.say(hand.reader.locale)
    await send_file(manager, f"{title}.xlsx", content, worded(hand, "bases-template-caption"))


async def send_links(manager: DialogManager, made: Links) -> None:
    """Name and link, to hand out: the only place where the links stand."""
    hand = hands(manager)
    address = await deep_link(bot_of(manager), "")
    content = await worker_of(manager).run(
        base_files.listed,
        worded(hand, "bases-sheet-links"),
        [worded(hand, "bases-links-name"), worded(hand, "bases-links-link")],
        [36, 60],
        [(one.name, address + one.token) for one in made.links],
    )
    until = Day(local(made.until, made.zone).date(), local(made.now, made.zone).date())
    caption = worded(hand, "bases-links-caption", count=len(made.links), until=until)
    await send_file(manager, f"{worded(hand, 'bases-sheet-links')}.xlsx", content, caption)


async def send_faults(manager: DialogManager, lines: list[tuple[int, str, str]]) -> None:
    """Every row of a table that cannot be taken, and why."""
    hand = hands(manager)
    headings = [worded(hand, f"bases-faults-{one}") for one in ("row", "column", "why")]
    title = worded(hand, "bases-sheet-faults")
    content = await worker_of(manager).run(
        base_files.listed, title, headings, [10, 28, 80], lines
    )
    await send_file(manager, f"{title}.xlsx", content, worded(hand, "bases-faults-caption"))

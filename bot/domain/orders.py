"""The order of an organisation's head that assigns pairs: the words of its template."""

from dataclasses import dataclass

from bot.domain.words import Words


@dataclass(frozen=True)
class OrderTemplate:
    """In the texts {organisation}, {programme}, {year} and {pairs} are filled in."""

    title: Words
    about: Words
    preamble: Words
    command: Words  # the word on a line of its own: the head orders
    points: tuple[Words, ...]
    annex: Words  # above the table
    columns: tuple[Words, ...]  # number, mentee, mentor, form, slot
    group: Words  # "group {number}", before the slot of a group
    unanswered: Words  # the note below the table about who has not said yes yet
    signature: Words
    file: Words  # its name, without the ending

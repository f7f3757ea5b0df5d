"""Screens of reports and papers."""

from aiogram.fsm.state import State, StatesGroup


class Documents(StatesGroup):
    """From here one goes to all of them."""

    home = State()


class Report(StatesGroup):
    """The report of the programme: which days, what a person writes into it, as which file."""

    home = State()
    days = State()
    texts = State()
    write = State()
    cases = State()
    case = State()
    case_write = State()


class Board(StatesGroup):
    """Of thanks, as those who take part see it, and their own part in it."""

    home = State()
    names = State()


class Thanking(StatesGroup):
    """Whom the team thanks, and the board for an assembly."""

    home = State()
    people = State()
    sure = State()
    board = State()


class Papers(StatesGroup):
    """Orders, agreements, letters, consents: one of them, and the organisation's own template."""

    list = State()
    handed_out = State()  # letters of thanks and certificates
    card = State()
    which = State()  # pair: an agreement can be made for one alone
    template = State()
    troubles = State()

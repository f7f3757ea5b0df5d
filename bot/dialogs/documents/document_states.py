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


class Papers(StatesGroup):
    """Orders, agreements, letters, consents: one of them, and the organisation's own template."""

    list = State()
    handed_out = State()  # letters of thanks and certificates
    card = State()
    which = State()  # pair: an agreement can be made for one alone
    template = State()
    troubles = State()

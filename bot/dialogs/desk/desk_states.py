"""Screens of the curator's desk, and those on which participants ask the curator."""

from aiogram.fsm.state import State, StatesGroup


class Desk(StatesGroup):
    home = State()
    found = State()  # people and pairs by what was typed of a name


class Past(StatesGroup):
    """All that happened, the newest first."""

    pair = State()
    person = State()


class Notes(StatesGroup):
    """Of the team, about a person or a pair."""

    list = State()
    write = State()


class Tickets(StatesGroup):
    """Questions of participants, as the team answers them."""

    list = State()
    card = State()


class Ask(StatesGroup):
    """A participant asks the curator."""

    home = State()
    answer = State()  # a ready one
    review = State()
    mine = State()
    card = State()
    pair = State()  # of several: about which there is something to say


class Broadcasts(StatesGroup):
    """A letter of the curator to many."""

    list = State()
    whom = State()
    forms = State()
    groups = State()
    what = State()
    preview = State()
    day = State()
    card = State()
    missed = State()


class Tasks(StatesGroup):
    list = State()
    write = State()
    day = State()

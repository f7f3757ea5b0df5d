"""Screens around a meeting: to offer one, to look after it, to say how it was."""

from aiogram.fsm.state import State, StatesGroup


class OfferMeeting(StatesGroup):
    times = State()
    day = State()
    hour = State()
    place = State()
    kind = State()
    repeat = State()
    sent = State()


class Meeting(StatesGroup):
    card = State()
    cancel = State()
    move = State()
    agenda = State()
    where = State()


class Afterwards(StatesGroup):
    """The mentor tells how a meeting was, one tap each."""

    length = State()
    kind = State()
    progress = State()
    mood = State()
    step = State()
    done = State()


class PastMeeting(StatesGroup):
    """A meeting that was, written down by either side."""

    day = State()
    hour = State()
    place = State()
    done = State()


class Reminders(StatesGroup):
    """When somebody wants to be reminded."""

    choose = State()
    feed = State()

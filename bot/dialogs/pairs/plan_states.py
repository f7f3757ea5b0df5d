"""Screens of a pair at work: its plan, its diary, its goodbye."""

from aiogram.fsm.state import State, StatesGroup


class Plan(StatesGroup):
    """Goals and steps, as the two of a pair keep them."""

    home = State()
    goal = State()
    progress = State()
    title = State()  # of a new goal
    measure = State()
    day = State()
    new_title = State()  # of a goal that is there
    new_measure = State()
    new_day = State()
    step = State()
    step_day = State()
    steps = State()  # to take one out
    drop = State()


class Diary(StatesGroup):
    """What has been: for the two, and for who answers for them."""

    home = State()
    notes = State()
    write = State()
    whose = State()  # for both, or for oneself
    remove = State()
    close = State()  # the curator begins the goodbye


class Goodbye(StatesGroup):
    home = State()
    day = State()
    sure = State()
    script = State()
    thanks = State()
    results = State()
    next = State()


class Thanks(StatesGroup):
    """The curator looks at notes of thanks before they are passed on."""

    list = State()
    card = State()

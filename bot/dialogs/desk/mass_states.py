"""One thing done about many pairs at once."""

from aiogram.fsm.state import State, StatesGroup


class Mass(StatesGroup):
    list = State()  # pairs are ticked
    filters = State()
    filter = State()  # one of them is set
    what = State()
    sides = State()
    day = State()
    whom = State()
    preview = State()
    done = State()

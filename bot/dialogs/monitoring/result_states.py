"""The screens of results."""

from aiogram.fsm.state import State, StatesGroup


class Results(StatesGroup):
    list = State()
    home = State()
    item = State()
    groups = State()
    meaning = State()
    texts = State()
    scales = State()
    before = State()
    change = State()
    one_change = State()
    change_groups = State()
    change_meaning = State()
    files = State()
    confirm = State()

"""Until when a pair stays out of the digest."""

from aiogram.fsm.state import State, StatesGroup


class Snooze(StatesGroup):
    day = State()
    kept = State()

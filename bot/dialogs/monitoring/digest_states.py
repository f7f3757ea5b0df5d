"""When and of what a curator hears, and with whom she is to talk."""

from aiogram.fsm.state import State, StatesGroup


class DigestChoice(StatesGroup):
    home = State()
    day = State()
    hour = State()
    kinds = State()


class CheckIns(StatesGroup):
    list = State()
    today = State()

"""The screen from which everything about monitoring is reached."""

from aiogram.fsm.state import State, StatesGroup


class Monitoring(StatesGroup):
    home = State()

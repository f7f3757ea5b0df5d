"""What helps pairs live, as the curator reads it."""

from aiogram.fsm.state import State, StatesGroup


class WhatHelpsPairs(StatesGroup):
    home = State()
    how = State()

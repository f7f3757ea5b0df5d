"""Screens of the SWOT board."""

from aiogram.fsm.state import State, StatesGroup


class Swot(StatesGroup):
    board = State()
    side = State()
    write = State()
    entry = State()
    edit = State()
    form = State()
    merge = State()
    alike = State()
    out = State()

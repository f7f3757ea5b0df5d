"""Whose pairs are whose."""

from aiogram.fsm.state import State, StatesGroup


class Caseloads(StatesGroup):
    home = State()
    person = State()
    pairs = State()
    whom = State()
    until = State()

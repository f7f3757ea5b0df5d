"""Screens of one wave, and of the plan of waves."""

from aiogram.fsm.state import State, StatesGroup


class WaveRoom(StatesGroup):
    card = State()
    parts = State()
    calls = State()
    paper = State()
    extend = State()
    close = State()


class WavePlans(StatesGroup):
    list = State()
    card = State()
    day = State()
    length = State()
    audience = State()
    groups = State()
    add = State()

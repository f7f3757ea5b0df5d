"""Screens of questionnaires: which there are, writing one anew in a file, looking at it before."""

from aiogram.fsm.state import State, StatesGroup


class Questionnaires(StatesGroup):
    list = State()
    card = State()
    versions = State()
    file = State()
    faults = State()
    draft = State()
    question = State()
    rehearsed = State()
    take_back = State()

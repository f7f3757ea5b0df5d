"""Screens of indicators, of the dynamics, of the assessment and of the curator's questionnaire."""

from aiogram.fsm.state import State, StatesGroup


class Indicators(StatesGroup):
    home = State()
    card = State()
    numbers = State()
    number = State()
    day = State()


class Dynamics(StatesGroup):
    """What was counted on entry and on exit, by form."""

    forms = State()
    table = State()
    card = State()
    number = State()  # and of how many
    day = State()


class Assess(StatesGroup):
    home = State()
    mark = State()
    result = State()


class CuratorSurvey(StatesGroup):
    home = State()
    question = State()
    given = State()

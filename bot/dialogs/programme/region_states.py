"""Screens of the regional coordinator, and the page of an organisation's head."""

from aiogram.fsm.state import State, StatesGroup


class Region(StatesGroup):
    totals = State()
    forms = State()  # coverage and satisfaction by form of mentoring
    list = State()
    card = State()
    remind = State()
    remind_all = State()
    years = State()


class HeadPage(StatesGroup):
    home = State()

"""Screens of a poll of times within a group."""

from aiogram.fsm.state import State, StatesGroup


class GroupPoll(StatesGroup):
    place = State()  # the mentor: where, and it is sent
    card = State()  # the mentor: how many have answered
    call_off = State()
    tick = State()  # a mentee
    ticked = State()

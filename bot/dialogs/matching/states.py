"""Every screen of matching for the curator."""

from aiogram.fsm.state import State, StatesGroup


class Matching(StatesGroup):
    """A run of the matching: before it, its result, its cards, who is left over."""

    proposals = State()
    before = State()
    blocked = State()
    above = State()
    above_sure = State()
    card = State()
    veto = State()
    others = State()
    choose = State()
    member = State()
    swap = State()
    left = State()
    runs = State()
    compare = State()


class MatchingSettings(StatesGroup):
    home = State()
    weights = State()
    weight = State()
    rules = State()
    best = State()
    groups = State()
    size = State()
    round = State()

"""Screens on the way of a pair: what one side tells the curator, and what the curator does."""

from aiogram.fsm.state import State, StatesGroup


class PairTalk(StatesGroup):
    """One side, or a guardian, tells the curator something about the pair, in private."""

    home = State()
    trial = State()
    stop = State()
    change = State()
    told = State()


class PairDesk(StatesGroup):
    """What the curator decides about one pair that has begun."""

    home = State()
    pause = State()
    change = State()

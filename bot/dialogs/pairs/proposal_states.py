"""Screens around a proposal: wishes before it, the card, the guardian, who waits on."""

from aiogram.fsm.state import State, StatesGroup


class Proposal(StatesGroup):
    """A proposed pair as one side sees it."""

    card = State()
    expects = State()
    decline = State()
    answered = State()


class WardProposal(StatesGroup):
    """A proposal as the guardian of a minor sees it."""

    card = State()
    expects = State()
    sure = State()
    done = State()


class Wishes(StatesGroup):
    """After the general meeting: whom one would like, and whom not."""

    list = State()
    card = State()
    sure = State()


class GeneralMeeting(StatesGroup):
    """The curator opens wishes."""

    home = State()
    days = State()
    vetoes = State()


class NextRound(StatesGroup):
    """The curator tells those who wait."""

    tell = State()
    told = State()


class Suggestion(StatesGroup):
    """The best mentor still free for one mentee."""

    card = State()

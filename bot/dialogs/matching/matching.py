"""Matching for the curator: what will happen, the run and its result, card by card, who is left."""

from bot.dialogs.matching.before import before_window, blocked_window
from bot.dialogs.matching.card import card_window, veto_window
from bot.dialogs.matching.compare import compare_window, runs_window
from bot.dialogs.matching.left import left_window
from bot.dialogs.matching.member import member_window
from bot.dialogs.matching.result import above_sure_window, above_window, on_start, result_window
from bot.dialogs.matching.swapping import choose_window, others_window, swap_window
from bot.dialogs.parts.screens import Screens
from bot.domain.access import May
from bot.middlewares.policies import whoever_may


def dialog() -> Screens:
    return Screens(
        whoever_may(May.PROPOSE_PAIRS),
        result_window(),
        card_window(),
        before_window(),
        blocked_window(),
        above_window(),
        above_sure_window(),
        veto_window(),
        others_window(),
        choose_window(),
        member_window(),
        swap_window(),
        left_window(),
        runs_window(),
        compare_window(),
        on_start=on_start,
    )

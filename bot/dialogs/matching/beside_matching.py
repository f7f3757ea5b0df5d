"""What stands beside matching: wishes of the general meeting, and a word to those who wait."""

from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.pairs.proposal_states import GeneralMeeting, NextRound
from bot.dialogs.programme.desk import leads_to
from bot.texts import L


def wishes_button() -> Button:
    return Button(L("meeting-wishes-go"), id="wishes", on_click=leads_to(GeneralMeeting.home))


def round_button(when: WhenCondition = None) -> Button:
    return Button(L("next-round-go"), id="round", on_click=leads_to(NextRound.tell), when=when)

"""What the menu says about the training: a line while it is somebody's turn, a button any time."""

from collections.abc import Sequence

from bot.dialogs.menu_lines import LATER, NEXT, Entries
from bot.dialogs.parts.lines import Line, button, worded
from bot.dialogs.parts.screens import Hands
from bot.usecases.training.courses import Course


def courses(at_hand: Hands, mine: Sequence[Course]) -> Entries:
    entries = Entries()
    for course in mine:
        begun = course.opened and not course.certified
        facts = {"done": course.done, "total": course.total, "minutes": course.minutes_left}
        label = worded(at_hand, "menu-go-trained" if course.certified else "menu-go-training")
        if len(mine) > 1:
            label = worded(at_hand, "menu-go-one-of-many", what=label, programme=course.programme)
        entries += Entries(
            (Line("menu-training", facts),) if begun else (),
            ((NEXT if begun else LATER, button(f"learn:{course.participation_id}", label)),),
        )
    return entries

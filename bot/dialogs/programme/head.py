"""The head's own page: who curates, how the programme stands, what is late. Nothing to change."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.indicator_words import figure_line
from bot.dialogs.parts.lines import Line, Lines
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.region_states import HeadPage
from bot.domain.access import May
from bot.domain.errors import NotAllowed
from bot.domain.small_cells import small
from bot.domain.spoken import Day, Listed
from bot.domain.waves import WaveState
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.programme import heads
from bot.usecases.programme.heads import Page, Run


async def get_page(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One organisation a page."""
    hand = hands(dialog_manager)
    found = await heads.pages(hand.db, hand.actor, profile=hand.profile)
    if not found:
        raise NotAllowed
    [page], pager_says = leafed(dialog_manager, found, 1)
    lines = [
        Line(
            "head-curators",
            {"n": len(page.curators) + page.nameless, "names": Listed(page.curators)},
        )
    ]
    lines += [figure_line(hand, place, one) for place, one in enumerate(page.figures, start=1)]
    for run in page.runs:
        lines += _run_lines(page, run)
    if page.reminded_on is not None:
        lines.append(Line("head-reminded", {"day": Day(page.reminded_on, page.today)}))
    return pager_says | {
        "organisation": page.organisation,
        "starts": Day(page.starts_on, page.today),
        "on": Day(page.today, page.today),
        "lines": lines,
        "idle": not page.runs,
    }


def _run_lines(page: Page, run: Run) -> Iterator[Line]:
    today = page.today
    yield Line(
        "head-programme",
        {
            "name": run.name,
            "starts": Day(run.starts_on, today),
            "ends": Day(run.ends_on, today),
        },
    )
    yield Line(
        "head-road-map",
        {
            "drawn": run.lines > 0,
            "agreed": run.agreed_on is not None,
            "day": Day(run.agreed_on or today, today),
            "done": run.done,
            "lines": run.lines,
        },
    )
    for title, due_on in run.late:
        yield Line("head-late", {"title": title, "day": Day(due_on, today)})
    if run.more_late:
        yield Line("head-more-late", {"more": run.more_late})
    for wave in run.waves:
        rest = wave.planned - wave.finished
        yield Line(
            "head-wave",
            {
                "title": wave.title.title,
                "open": wave.state is WaveState.OPEN,
                "hidden": small(wave.finished) or small(rest),
                "finished": wave.finished,
                "planned": wave.planned,
            },
        )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_TOTALS),
        Window(
            Multi(
                T("head-title", organisation="organisation", starts="starts", on="on"),
                Lines("lines"),
                T("head-idle", when="idle"),
                sep="\n\n",
            ),
            pager(),
            menu_button(),
            only_buttons(),
            state=HeadPage.home,
            getter=get_page,
        ),
    )

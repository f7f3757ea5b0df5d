"""What the regional coordinator sees: numbers over all programmes, small ones hidden."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Region
from bot.domain.access import May
from bot.domain.small_cells import LEAST
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.programme import regions

HOUSES_A_PAGE = 12


async def get_totals(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await regions.totals(hand.db, hand.actor)
    titles = {form.key: form.title for form in hand.profile.forms}
    shown, pager_says = leafed(dialog_manager, found.houses, HOUSES_A_PAGE)
    return {
        "organisations": found.organisations,
        "programmes": found.programmes,
        **{name: _cell(getattr(found, name)) for name in ("mentees", "mentors", "pairs")},
        "houses": [
            Line(
                "region-house",
                {
                    "organisation": house.organisation,
                    "programmes": house.programmes,
                    "mentees": _cell(house.mentees),
                    "mentors": _cell(house.mentors),
                    "pairs": _cell(house.pairs),
                },
            )
            for house in shown
        ],
        "forms": [
            Line("region-form", {"form": titles.get(form, form), "pairs": _cell(n)})
            for form, n in found.forms
        ],
        "least": LEAST,
    } | pager_says


def _cell(n: int | None) -> str:
    """A hidden number reads as dots; a dash would be taken for nobody."""
    return "…" if n is None else str(n)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_REGION),
        Window(
            Multi(
                T(
                    "region-title",
                    organisations="organisations",
                    programmes="programmes",
                    mentees="mentees",
                    mentors="mentors",
                    pairs="pairs",
                ),
                Lines("houses", when="houses"),
                T("region-forms", when="forms"),
                Lines("forms", when="forms"),
                T("region-hidden", least="least"),
            ),
            pager(),
            menu_button(),
            only_buttons(),
            state=Region.totals,
            getter=get_totals,
        ),
    )

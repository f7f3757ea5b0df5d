"""What the regional coordinator sees: the whole region, each organisation, who is behind.

Numbers over organisations and never a person; small ones hidden, each with its day.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, named, worded
from bot.dialogs.parts.paging import PAGE, leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import (
    just_sent,
    note_sent,
    send_file,
    send_picture,
    worker_of,
)
from bot.dialogs.parts.subjects import shortened, shown_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme import region_reminding
from bot.dialogs.programme.region_reminding import HOUSE
from bot.dialogs.programme.region_states import Region
from bot.dialogs.programme.region_words import (
    card_lines,
    cell,
    counted_on,
    form_lines,
    lags,
    picture_of,
    share_lines,
    sheets_of,
)
from bot.domain.access import May
from bot.domain.region import Lag
from bot.domain.small_cells import LEAST
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_result
from bot.reports.workbooks import workbook
from bot.texts import L, T
from bot.usecases.programme import regions
from bot.usecases.programme.regions import Seen

HOUSES_A_PAGE = 6
LOOKED_FOR = "looked_for"
_PICTURE, _TABLE = "region-picture", "region-table"


async def _seen(hand: Hands) -> Seen:
    return await regions.overview(hand.db, hand.actor, profile=hand.profile)


async def get_totals(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await _seen(hand)
    region, titles = seen.region, {form.key: form.title for form in hand.profile.forms}
    behind = region.behind
    return counted_on(region, seen.today) | {
        "organisations": len(region.houses),
        "waits": region.oldest is None,
        "curators": sum(one.facts.curator for one in region.houses),
        "maps": sum(one.facts.agreed for one in region.houses),
        "programmes": sum(one.facts.programmes for one in region.houses),
        "mentees": cell(region.mentees),
        "mentors": cell(region.mentors),
        "pairs": cell(region.pairs),
        "shares": share_lines(hand, region.shares, region.known, region.target),
        "lags": [
            Line("region-count", {"what": worded(hand, f"region-lag-{lag}"), "n": n})
            for lag in Lag
            if (n := region.count(lag))
        ],
        "forms": [
            Line("region-form", {"form": titles.get(form, form), "pairs": cell(n)})
            for form, n in region.forms.items()
        ],
        "least": LEAST,
        "behind": len(behind),
        "any": bool(region.houses),
        "divided": any(region.divided.values()),
    }


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await _seen(hand)
    coverage = seen.region.coverage
    return counted_on(seen.region, seen.today) | {
        "lines": form_lines(hand, seen.region),
        "glad": any(told for key, told in seen.region.divided.items() if key != coverage),
        "least": LEAST,
    }


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who is behind most comes first; those found by a name, when one was typed."""
    hand = hands(dialog_manager)
    seen = await _seen(hand)
    words = dialog_manager.dialog_data.get(LOOKED_FOR)
    found = regions.named(seen.region.houses, words) if words else list(seen.region.houses)
    shown, pager_says = leafed(dialog_manager, found, HOUSES_A_PAGE)
    return pager_says | counted_on(seen.region, seen.today) | {
        "n": len(found),
        "words": words or "",
        "looks": bool(words),
        "nothing": bool(words) and not found,
        "lines": [
            Line(
                "region-house",
                {
                    "organisation": one.name,
                    "lags": lags(hand, one),
                    "behind": one.behind,
                    "reminded": one.reminded_at is not None,
                    "day": Day((one.reminded_at or seen.now).date(), seen.today),
                },
            )
            for one in shown
        ],
        "houses": [button(str(one.organisation_id), shortened(one.name, 40)) for one in shown],
    }


async def _look_for(manager: DialogManager, words: str) -> None:
    manager.dialog_data[LOOKED_FOR] = words[:80]
    manager.dialog_data.pop(PAGE, None)


async def _all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(LOOKED_FOR, None)
    manager.dialog_data.pop(PAGE, None)


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand, house = hands(manager), id_in(pressed)
    (await _seen(hand)).region.house(house)
    manager.dialog_data[HOUSE] = str(house)
    await manager.switch_to(Region.card)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await regions.card(
        hand.db,
        hand.actor,
        organisation_id=shown_id(dialog_manager, HOUSE),
        profile=hand.profile,
    )
    one, seen = card.standing, card.seen
    return {
        "organisation": one.name,
        "counted": one.on is not None,
        "uncounted": one.on is None,
        "on": Day(one.on or seen.today, seen.today),
        "lags": lags(hand, one),
        "behind": one.behind,
        "lines": card_lines(hand, one, seen.region, seen.today),
        "reminders": [
            Line(
                "region-reminded",
                {
                    "when": When(was.at, seen.zone, seen.now),
                    "by": named(hand, was.by),
                    "letters": was.letters,
                },
            )
            for was in card.reminded
        ],
        "may_remind": one.behind and card.again_at is None,
        "least": LEAST,
    }


async def get_years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await regions.years(hand.db, hand.actor, profile=hand.profile)
    today = (await _seen(hand)).today
    lines = []
    for one in found:
        region = one.region
        day = Day(region.oldest or today, today)
        lines.append(
            Line(
                "region-year",
                {
                    "year": f"{one.year}/{one.year + 1}",
                    "on": day,
                    "organisations": len(region.houses),
                    "pairs": cell(region.pairs),
                },
            )
        )
        lines += share_lines(hand, region.shares, region.known, region.target)
    return {"lines": lines, "single": len(found) < 2, "least": LEAST}


async def _picture(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    if just_sent(manager, _PICTURE):
        return
    seen = await _seen(hand)
    drawn = await worker_of(manager).run(draw_result, picture_of(hand, seen.region, seen.today))
    caption = worded(hand, "region-picture-caption", on=_day(seen))
    await send_picture(manager, "region.png", drawn, caption)
    note_sent(manager, _PICTURE)


async def _table(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    if just_sent(manager, _TABLE):
        return
    seen = await _seen(hand)
    made = await worker_of(manager).run(workbook, sheets_of(hand, seen.region, seen.today))
    name = worded(hand, "region-table-name", on=(seen.region.oldest or seen.today).isoformat())
    caption = worded(hand, "region-table-caption", on=_day(seen))
    await send_file(manager, f"{name}.xlsx", made, caption)
    note_sent(manager, _TABLE)


def _day(seen: Seen) -> Day:
    return Day(seen.region.oldest or seen.today, seen.today)


def dialog() -> Screens:
    back = L("button-back")
    return Screens(
        whoever_may(May.SEE_REGION),
        Window(
            Multi(
                Multi(
                    T("region-title", on="on", counted="counted"),
                    T("region-waits", when="waits"),
                    T(
                        "region-standing",
                        organisations="organisations",
                        curators="curators",
                        programmes="programmes",
                        maps="maps",
                    ),
                ),
                Multi(
                    Lines("shares"),
                    T("region-people", mentees="mentees", mentors="mentors", pairs="pairs"),
                    Lines("forms", when="forms"),
                ),
                Multi(T("region-behind", n="behind"), Lines("lags"), when="behind"),
                T("region-hidden", least="least"),
                sep="\n\n",
            ),
            SwitchTo(L("region-go-list"), id="list", state=Region.list, when="any"),
            SwitchTo(L("region-go-forms"), id="forms", state=Region.forms, when="divided"),
            SwitchTo(
                L("region-go-remind", n="behind"), id="remind", state=Region.remind_all,
                when="behind",
            ),
            Row(
                Button(L("region-go-picture"), id="picture", on_click=_picture, when="any"),
                Button(L("region-go-table"), id="table", on_click=_table, when="any"),
            ),
            SwitchTo(L("region-go-years"), id="years", state=Region.years, when="any"),
            menu_button(),
            only_buttons(),
            state=Region.totals,
            getter=get_totals,
        ),
        Window(
            Multi(
                T("region-forms", on="on", counted="counted"),
                Lines("lines"),
                T("region-forms-how", glad="glad"),
                T("region-hidden", least="least"),
                sep="\n\n",
            ),
            SwitchTo(back, id="back", state=Region.totals),
            menu_button(),
            only_buttons(),
            state=Region.forms,
            getter=get_forms,
        ),
        Window(
            Multi(
                T("region-list", n="n", on="on", counted="counted", words="words", looks="looks"),
                Lines("lines", when="lines"),
                T("region-nothing", when="nothing"),
                T("region-look-for"),
                sep="\n\n",
            ),
            Grid("house", "houses", _open),
            pager(),
            Button(L("region-all"), id="all", on_click=_all, when="looks"),
            SwitchTo(back, id="back", state=Region.totals),
            menu_button(),
            typed(_look_for),
            state=Region.list,
            getter=get_list,
        ),
        Window(
            Multi(
                Multi(
                    T("region-card", organisation="organisation", on="on", counted="counted"),
                    T("region-card-lags", lags="lags", behind="behind", when="counted"),
                    T("region-waits", when="uncounted"),
                ),
                Lines("lines", when="counted"),
                Lines("reminders", when="reminders"),
                T("region-hidden", least="least"),
                sep="\n\n",
            ),
            SwitchTo(
                L("region-go-remind-one"), id="remind", state=Region.remind, when="may_remind"
            ),
            SwitchTo(back, id="back", state=Region.list),
            menu_button(),
            only_buttons(),
            state=Region.card,
            getter=get_card,
        ),
        Window(
            Multi(
                T("region-years"),
                Lines("lines"),
                T("region-years-single", when="single"),
                T("region-hidden", least="least"),
                sep="\n\n",
            ),
            SwitchTo(back, id="back", state=Region.totals),
            menu_button(),
            only_buttons(),
            state=Region.years,
            getter=get_years,
        ),
        *region_reminding.windows(),
    )

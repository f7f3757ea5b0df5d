"""Making a link to measure: for whom, for how many, and as what it is passed on.

A message and a QR code are made for each role; a sheet holds all of them.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.parts.lines import button, worded
from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Links
from bot.dialogs.team.passing_on import send_link, send_qr, send_sheet
from bot.domain.access import Role
from bot.domain.errors import Gone, NothingChosen
from bot.domain.moments import local
from bot.domain.programmes import INVITATION_RULES, LONGEST_LABEL, tidy_name
from bot.domain.spoken import Day, Listed
from bot.usecases.team import invitations, links
from bot.usecases.team.invitations import Link
from bot.usecases.team.links import LIMITS

ROLES = "roles"
_CHOSEN, _LIMIT, _LABEL = "chosen_roles", "limit", "label"
MESSAGE, QR, SHEET = "message", "qr", "sheet"
MOST = "most"  # as many as the rule allows


async def get_roles(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    roles = await invitations.audiences(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    return {
        "roles": [{"id": str(role), "label": worded(hand, f"links-for-{role}")} for role in roles]
    }


async def on_roles(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    widget: Any = manager.find(ROLES)
    known = (await get_roles(manager))["roles"]
    chosen = [one["id"] for one in known if len(known) == 1 or widget.is_checked(one["id"])]
    if not chosen:
        raise NothingChosen
    manager.dialog_data[_CHOSEN] = chosen
    await manager.switch_to(Links.how)


def _chosen(manager: DialogManager) -> tuple[Role, ...]:
    raw = manager.dialog_data.get(_CHOSEN)
    if not raw:
        raise Gone
    return tuple(Role(one) for one in raw)


async def get_ways(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, roles = hands(dialog_manager), _chosen(dialog_manager)
    limit, label = _limit(dialog_manager), dialog_manager.dialog_data.get(_LABEL)
    most = max(INVITATION_RULES[role].uses for role in roles)
    return {
        "roles": Listed(tuple(worded(hand, f"links-for-{role}") for role in roles)),
        "label": label,
        "unlabelled": label is None,
        "limits": [
            button(str(n), worded(hand, "links-limit", most=n, chosen=n == limit)) for n in LIMITS
        ]
        + [button(MOST, worded(hand, "links-limit", most=most, chosen=limit is None))],
        "ways": [
            button(MESSAGE, worded(hand, "links-as-message")),
            button(QR, worded(hand, "links-as-qr")),
            *(
                button(f"{SHEET}:{locale}", worded(hand, f"links-as-sheet-{locale}"))
                for locale in hand.texts.locales
            ),
        ],
    }


def _limit(manager: DialogManager) -> int | None:
    raw = manager.dialog_data.get(_LIMIT)
    return None if raw is None else int(raw)


async def on_limit(_: CallbackQuery, __: Any, manager: DialogManager, limit: str) -> None:
    if limit not in (MOST, *map(str, LIMITS)):
        raise Gone
    manager.dialog_data[_LIMIT] = None if limit == MOST else int(limit)


async def on_label(manager: DialogManager, label: str) -> None:
    manager.dialog_data[_LABEL] = tidy_name(label, LONGEST_LABEL)


async def make(manager: DialogManager, how: str) -> None:
    """Make the links and send them. A second press within a moment makes no second ones."""
    what, _sign, locale = how.partition(":")
    if what not in (MESSAGE, QR, SHEET) or (what == SHEET) != bool(locale):
        raise Gone
    hand = hands(manager)
    if locale and locale not in hand.texts.locales:
        raise Gone
    if just_sent(manager, how):
        return
    made = await links.several(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        roles=_chosen(manager),
        uses=_limit(manager),
        label=manager.dialog_data.get(_LABEL),
    )
    if what == SHEET:
        await send_sheet(manager, made, locale)
    else:
        for link in made:
            await _send(manager, link, qr=what == QR)
    note_sent(manager, how)
    manager.dialog_data.pop(_LABEL, None)


async def _send(manager: DialogManager, link: Link, *, qr: bool) -> None:
    if qr:
        await send_qr(manager, f"programme-qr-{link.role}", link.token, words_of(link))
    else:
        await send_link(manager, f"programme-invitation-{link.role}", link.token, words_of(link))


def words_of(link: Link) -> dict[str, Any]:
    """What the texts of an invitation say."""
    return {
        "programme": link.programme,
        "organisation": link.organisation,
        "person": link.person,
        "named": link.person is not None,
        "uses": link.uses,
        "until": Day(local(link.until, link.zone).date(), local(link.now, link.zone).date()),
    }

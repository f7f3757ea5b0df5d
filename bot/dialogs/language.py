"""Choosing the language, beside one's data or with /language; each is offered in its own words."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.dialogs.parts.lines import Grid, button
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button, to_menu
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Language
from bot.domain.errors import Gone
from bot.middlewares.acquaintance import Reader
from bot.middlewares.policies import ACQUAINTED
from bot.texts import T, Texts
from bot.usecases import people


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            T("language-title"),
            Grid("lang", "languages", _choose),
            menu_button(),
            only_buttons(),
            state=Language.choose,
            getter=languages,
        ),
    )


async def languages(texts: Texts, reader: Reader, **_: Any) -> dict[str, Any]:
    """The likely one first."""
    order = sorted(texts.locales, key=lambda one: one != reader.locale)
    return {"languages": [button(one, texts.label(one, "vy", "language-name")) for one in order]}


async def _choose(
    callback: CallbackQuery, source: Any, manager: DialogManager, locale: str
) -> None:
    await speak(manager, locale)
    await to_menu(callback, source, manager)


async def speak(manager: DialogManager, locale: str) -> None:
    """From now on, the next screen included, in this language."""
    db, actor, _, texts, *_ = hands(manager)
    if locale not in texts.locales:
        raise Gone
    await people.speak(db, actor, locale=locale)
    await introduce_again(manager)

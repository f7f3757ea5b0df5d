"""A link for somebody else: a message to forward, a picture to scan, a sheet for the wall.

The screen stays above them: its words point at what is to be passed on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.sending import bot_of, worker_of
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.reports.drawing import draw_qr, draw_sheet
from bot.reports.pictures import Sheet, SheetBlock
from bot.texts import Texts
from bot.usecases.team.invitations import Link


async def send_link(
    manager: DialogManager, key: str, token: str, words: Mapping[str, Any]
) -> None:
    """The text `key` with the link in it, as a message of its own."""
    hand, bot = hands(manager), bot_of(manager)
    facts = {**words, "link": await deep_link(bot, token)}
    text = hand.texts.say(hand.reader.locale, hand.reader.tone, key, facts)
    await bot.send_message(int(hand.reader.address), text)


async def send_qr(manager: DialogManager, key: str, token: str, words: Mapping[str, Any]) -> None:
    """The link as a picture, with the text `key` below it."""
    hand, bot = hands(manager), bot_of(manager)
    picture = await worker_of(manager).run(draw_qr, await deep_link(bot, token))
    await bot.send_photo(
        int(hand.reader.address),
        BufferedInputFile(picture, "qr.png"),
        caption=hand.texts.say(hand.reader.locale, hand.reader.tone, key, words),
    )


async def send_sheet(manager: DialogManager, links: Sequence[Link], locale: str) -> None:
    """One A4 sheet (PDF) with a block for each link, to hang on a wall; in the language wished."""
    hand, bot = hands(manager), bot_of(manager)
    sheet = sheet_of(hand.texts, locale, [(one, await deep_link(bot, one.token)) for one in links])
    drawn = await worker_of(manager).run(draw_sheet, sheet)
    name = hand.texts.label(locale, "vy", "sheet-file")
    await bot.send_document(
        int(hand.reader.address),
        BufferedInputFile(drawn, f"{name}.pdf"),
        caption=hand.texts.say(
            hand.reader.locale,
            hand.reader.tone,
            "sheet-caption",
            {"programme": links[0].programme, "codes": len(links)},
        ),
    )


def sheet_of(texts: Texts, locale: str, links: Sequence[tuple[Link, str]]) -> Sheet:
    """The words of the sheet; drawing it is heavy and done elsewhere."""

    def say(key: str, link: Link) -> str:
        day = Day(local(link.until, link.zone).date(), local(link.now, link.zone).date())
        facts = {
            "programme": link.programme,
            "organisation": link.organisation,
            "until": day,
            "uses": link.uses,
        }
        return texts.label(locale, "vy", key, facts)

    first, _address = links[0]
    return Sheet(
        title=say("sheet-title", first),
        organisation=first.organisation,
        what=say("sheet-what", first),
        blocks=tuple(
            SheetBlock(
                whom=say(f"sheet-for-{link.role}", link),
                how=say("sheet-how", link),
                link=address,
                until=say("sheet-until", link),
            )
            for link, address in links
        ),
    )


async def deep_link(bot: Bot, token: str) -> str:
    return f"https://t.me/{(await bot.me()).username}?start={token}"

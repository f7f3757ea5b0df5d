"""What is typed after the bot's name in the message field: people and pairs by a part of a name.

Only in the person's own chat with the bot (`sender`), and never to be kept by the messenger: an
answer that it may keep could be shown in another chat as well. What a tap puts into the chat is a
command with an id, no name; it opens the card for who may see it and says nothing to anybody else.
The product needs none of this: a messenger without inline mode, or one in which it is switched
off, never sends such a query.
"""

from uuid import UUID

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)
from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import open_anew
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.states import Bases, Pairs
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.middlewares.acquaintance import Reader
from bot.middlewares.policies import EVERYBODY, FLAG, Gate, whoever_may
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases.desk import finding
from bot.usecases.desk.finding import Found, FoundPair, FoundPerson

OWN_CHAT = "sender"  # the private chat of the person with this bot
MOST = 30
COMMAND = "card"
PAIR, PERSON = "p", "m"  # the first letter of the id in a command
log = structlog.get_logger(__name__)


async def answer(
    query: InlineQuery, db: Database, texts: Texts, reader: Reader, actor: Actor | None = None
) -> None:
    """Strangers, other chats and who may see nobody get the same: nothing."""
    results: list[InlineQueryResultArticle] = []
    if actor is not None and query.chat_type == OWN_CHAT:
        found = await finding.everywhere(db, actor, words=query.query)
        some = [one for one in found if not one.found.nothing]
        several = len(found) > 1
        for one in some:
            where = one.programme if several else ""
            results += _articles(texts, reader, one.found, where)
    try:
        await query.answer(list(results[:MOST]), cache_time=0, is_personal=True)
    except TelegramBadRequest as error:  # too late: the person has typed on
        log.info("inline answer refused", failure=error.message)


def _articles(
    texts: Texts, reader: Reader, found: Found, where: str
) -> list[InlineQueryResultArticle]:
    def words(key: str, **args: object) -> str:
        return texts.label(reader.locale, reader.tone, key, args)

    def article(sign: str, id_: UUID, title: str, about: str) -> InlineQueryResultArticle:
        name = f"{sign}{pack(id_)}"
        return InlineQueryResultArticle(
            id=name,
            title=title,
            description=" · ".join(one for one in (about, where) if one) or None,
            input_message_content=InputTextMessageContent(
                message_text=f"/{COMMAND} {name}", parse_mode=None
            ),
        )

    def pair(one: FoundPair) -> InlineQueryResultArticle:
        title = f"🤝 {one.mentee} — {one.mentor}"
        return article(PAIR, one.pair_id, title, words("inline-pair", state=str(one.state)))

    def person(one: FoundPerson) -> InlineQueryResultArticle:
        role, state = words(f"role-{one.role}"), words(f"bases-state-{one.state}")
        return article(PERSON, one.participation_id, f"👤 {one.name}", f"{role} · {state}")

    return [*map(pair, found.pairs), *map(person, found.people)]


async def card(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    bot: Bot,
    db: Database,
    actor: Actor,
) -> None:
    """`/card <id>`: the card on a screen of its own; the command is taken out of the chat."""
    sign, id_ = (command.args or "")[:1], unpack_one((command.args or "")[1:])
    if sign == PAIR:
        programme_id = await finding.programme_of_pair(db, actor, pair_id=id_)
        state, about = Pairs.card, {"pair_id": str(id_)}
    elif sign == PERSON:
        programme_id = await finding.programme_of_person(db, actor, participation_id=id_)
        state, about = Bases.card, {"participation_id": str(id_)}
    else:
        raise Gone
    try:
        await bot.delete_message(message.chat.id, message.message_id)
    except TelegramBadRequest as error:  # gone already: nothing is lost
        log.info("command not taken out", failure=error.message)
    await open_anew(dialog_manager, state, {**about, "programme_id": str(programme_id)})


def router() -> Router:
    router = Router(name=__name__)
    router.inline_query.register(answer, flags={FLAG: EVERYBODY})
    router.message.register(
        card, Command(COMMAND), flags={FLAG: whoever_may(May.SEE_PAIRS, May.SEE_BASES)}
    )
    for observer in (router.inline_query, router.message):
        observer.middleware(Gate())
    return router

"""Commands, which work everywhere; a command leaves whatever was open, and loses nothing of it."""

import re
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.joining import resuming
from bot.dialogs.parts.screens import open_anew
from bot.dialogs.states import (
    GuardianConsent,
    Joining,
    Language,
    Menu,
    NewProgramme,
    Privacy,
    TeamWelcome,
    Volunteer,
    Where,
)
from bot.domain.access import Actor, May, Role
from bot.domain.profile import Profile
from bot.messenger.digest_view import send_digest
from bot.middlewares.acquaintance import Acquaintance, Reader
from bot.middlewares.policies import ACQUAINTED, EVERYBODY, FLAG, Gate, Policy, whoever_may
from bot.reports.worker import Worker
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases.monitoring import digests
from bot.usecases.programme import programmes
from bot.usecases.team import wrong_codes

COMMANDS = ("menu", "where", "help", "digest", "volunteer", "language", "privacy", "cancel")


async def start_by_link(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    db: Database,
    reader: Reader,
    profile: Profile,
    acquaintance: Acquaintance,
) -> None:
    """`/start <token>`: come in by an invitation."""
    await come_in(
        message, command.args or "", dialog_manager, db, reader, profile, acquaintance
    )


async def come_in(
    message: Message,
    token: str,
    dialog_manager: DialogManager,
    db: Database,
    reader: Reader,
    profile: Profile,
    acquaintance: Acquaintance,
) -> None:
    opened = await wrong_codes.enter(
        db,
        messenger=reader.messenger,
        address=reader.address,
        locale=reader.locale,
        token=token,
        profile=profile,
    )
    assert message.from_user is not None
    await acquaintance.introduce(dialog_manager.middleware_data, message.from_user)
    if opened.role is Role.GUARDIAN:
        state = GuardianConsent.language if opened.new else GuardianConsent.about
        data = {"invitation_id": str(opened.invitation_id)}
        await open_anew(dialog_manager, state, data)
    elif opened.participation_id is not None:
        if opened.new:
            here = {"participation_id": str(opened.participation_id)}
            await open_anew(dialog_manager, Joining.language, here)
        else:
            await resume(dialog_manager, opened.participation_id)
    elif opened.role is Role.CURATOR:
        actor = dialog_manager.middleware_data["actor"]
        first = not await programmes.mine(db, actor)
        await open_anew(dialog_manager, NewProgramme.introduce if first else Menu.home)
    else:
        await open_anew(dialog_manager, TeamWelcome.name)


_LINK = re.compile(
    r"(?:t(?:elegram)?\.me/|tg://resolve\?domain=)\w+[?&]start=([\w-]{22})(?![\w-])", re.IGNORECASE
)
_CODE = re.compile(r"(?=\S*[a-z])(?=\S*[A-Z])[\w-]{22}", re.ASCII)


def code_in(words: str) -> str | None:
    """The code of an invitation that somebody typed or pasted: alone, or within its link.

    A word of 22 Latin letters of both sizes is no answer to any of our questions.
    """
    found = _LINK.search(words)
    if found is not None:
        return found[1]
    alone = words.strip()
    return alone if _CODE.fullmatch(alone) else None


class CodeInWords(Filter):
    """Asynchronous, because a plain filter costs every message a change of threads."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        code = code_in(message.text or "")
        return False if code is None else {"code": code}


async def start_by_code(
    message: Message,
    code: str,
    dialog_manager: DialogManager,
    db: Database,
    reader: Reader,
    profile: Profile,
    acquaintance: Acquaintance,
) -> None:
    """The same for whoever cannot press the link: the code, or all of the link, as a message."""
    await come_in(message, code, dialog_manager, db, reader, profile, acquaintance)


async def start(message: Message, dialog_manager: DialogManager, **data: Any) -> None:
    """`/start` alone: the menu, or for a stranger how to come in."""
    await menu(message, dialog_manager, **data)


async def menu(message: Message, dialog_manager: DialogManager, **data: Any) -> None:
    if data.get("actor") is None:
        await _explain(message, data["texts"], data["reader"])
        return
    await open_anew(dialog_manager, Menu.home)


async def _explain(message: Message, texts: Texts, reader: Reader) -> None:
    await message.answer(texts.say(reader.locale, reader.tone, "stranger"))


async def tell_help(message: Message, texts: Texts, reader: Reader, **data: Any) -> None:
    actor: Actor | None = data.get("actor")
    key = "help-stranger"
    if actor is not None:
        key = "help-curator" if actor.may(May.READ_DIGEST) else "help"
        if key == "help" and (actor.may(May.ENTER_PROGRAMME) or actor.may(May.SEE_REGION)):
            key = "help-team"
    await message.answer(texts.say(reader.locale, reader.tone, key))


async def where(message: Message, dialog_manager: DialogManager) -> None:
    await open_anew(dialog_manager, Where.path)


async def language(message: Message, dialog_manager: DialogManager) -> None:
    await open_anew(dialog_manager, Language.choose)


async def privacy(message: Message, dialog_manager: DialogManager) -> None:
    await open_anew(dialog_manager, Privacy.known)


async def volunteer(message: Message, dialog_manager: DialogManager) -> None:
    await open_anew(dialog_manager, Volunteer.choose)


async def cancel(message: Message, dialog_manager: DialogManager, **data: Any) -> None:
    """Leave whatever is open. Answers given so far are kept."""
    texts, reader = data["texts"], data["reader"]
    await dialog_manager.reset_stack(remove_keyboard=True)
    await message.answer(texts.say(reader.locale, reader.tone, "cancelled"))
    if data.get("actor") is not None:
        await open_anew(dialog_manager, Menu.home)


async def digest(
    message: Message,
    bot: Bot,
    db: Database,
    texts: Texts,
    reader: Reader,
    actor: Actor,
    worker: Worker,
    profile: Profile,
) -> None:
    """`/digest`: the digest of each programme, now."""
    mine = await programmes.mine(db, actor, right=May.READ_DIGEST)
    if not mine:
        await message.answer(texts.say(reader.locale, reader.tone, "digest-no-programme"))
    for line in mine:
        facts = await digests.digest(
            db, actor, programme_id=line.programme_id, profile=profile
        )
        await send_digest(bot, message.chat.id, texts, reader, facts, worker)


async def resume(manager: DialogManager, participation_id: Any) -> None:
    """Somebody who is in already opens their link again: on with what they were doing."""
    data = manager.middleware_data
    place = await resuming.place_of(data["db"], data["actor"], participation_id=participation_id)
    await open_anew(manager, place.state, place.data)


def router() -> Router:
    router = Router(name=__name__)
    table: tuple[tuple[Any, Any, Policy], ...] = (
        (start_by_link, CommandStart(deep_link=True), EVERYBODY),
        (start, CommandStart(), EVERYBODY),
        (start_by_code, CodeInWords(), EVERYBODY),
        (menu, Command("menu"), EVERYBODY),
        (tell_help, Command("help"), EVERYBODY),
        (cancel, Command("cancel"), EVERYBODY),
        (volunteer, Command("volunteer"), EVERYBODY),
        (where, Command("where"), ACQUAINTED),
        (language, Command("language"), ACQUAINTED),
        (privacy, Command("privacy"), ACQUAINTED),
        (digest, Command("digest"), whoever_may(May.READ_DIGEST)),
    )
    for handler, command, policy in table:
        router.message.register(handler, command, flags={FLAG: policy})
    router.message.middleware(Gate())
    return router

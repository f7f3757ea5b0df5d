"""Commands, which work everywhere; a command leaves whatever was open, and loses nothing of it."""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs import resuming
from bot.dialogs.screens import open_anew
from bot.dialogs.states import (
    GuardianConsent,
    Joining,
    Language,
    Menu,
    NewProgramme,
    Privacy,
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
from bot.usecases import digests, invitations, programmes

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
    opened = await invitations.open_link(
        db,
        messenger=reader.messenger,
        address=reader.address,
        locale=reader.locale,
        token=command.args or "",
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
        await open_anew(dialog_manager, Menu.home)


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
) -> None:
    """`/digest`: the digest of each programme, now."""
    mine = await programmes.mine(db, actor)
    if not mine:
        await message.answer(texts.say(reader.locale, reader.tone, "digest-no-programme"))
    for line in mine:
        facts = await digests.digest(db, actor, programme_id=line.programme_id)
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

"""The bot as the messenger meets it: its session, who answers what, its menu of commands."""

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, Update
from aiogram_dialog import setup_dialogs

from bot.dialogs.every_dialog import dialogs
from bot.domain.profile import Profile
from bot.handlers import acts, commands, errors, inline, strays
from bot.logs import describe
from bot.messenger.courtesy import Courtesy
from bot.messenger.isolation import Isolation
from bot.messenger.json_session import JsonSession
from bot.messenger.limits import Pacer
from bot.messenger.long_work import LongWork
from bot.messenger.one_screen import OneScreenFactory
from bot.middlewares.acquaintance import Acquaintance
from bot.middlewares.refusals import Unchanged
from bot.profiles import load_lexicon
from bot.reports.worker import Worker
from bot.settings import Settings
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.texts import Texts

log = structlog.get_logger(__name__)
SEND_TIMEOUT = 20.0


def make_bot(settings: Settings, pacer: Pacer) -> Bot:
    session = JsonSession(
        api=TelegramAPIServer.from_base(settings.bot_api_url), timeout=SEND_TIMEOUT
    )
    session.middleware(Courtesy(pacer))
    return Bot(
        settings.token,
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


def make_dispatcher(
    *,
    db: Database,
    texts: Texts,
    profile: Profile,
    conversations: Conversations,
    worker: Worker,
    public_address: str | None = None,
) -> Dispatcher:
    """Handlers and dialogs, wired; the busiest first. `public_address`: where calendars find us."""
    dispatcher = Dispatcher(
        storage=conversations,
        events_isolation=Isolation(),
        disable_fsm=False,
        db=db,
        texts=texts,
        profile=profile,
        lexicon=load_lexicon(),
        worker=worker,
        works=LongWork(),
        public_address=public_address,
    )
    dispatcher.update.outer_middleware(Acquaintance(db, texts))
    dispatcher.errors.outer_middleware(Unchanged(conversations))
    dispatcher.include_routers(
        errors.router(),
        commands.router(),
        acts.router(),
        inline.router(),
        *dialogs(),
        strays.router(),
    )
    setup_dialogs(
        dispatcher, dialog_manager_factory=OneScreenFactory(), events_isolation=Isolation()
    )
    return dispatcher


async def apologise(bot: Bot, texts: Texts, update: Update) -> None:
    event = update.callback_query or update.message
    if event is None or event.from_user is None:
        return
    locale = texts.locale(event.from_user.language_code)
    await bot.send_message(event.from_user.id, texts.say(locale, "vy", "error-ours"))


async def tell_commands(bot: Bot, texts: Texts) -> None:
    """The commands menu in every language; a messenger that refuses is no reason not to start."""
    try:
        for locale in texts.locales:
            menu = [
                BotCommand(command=name, description=texts.label(locale, "vy", f"command-{name}"))
                for name in commands.COMMANDS
            ]
            code = None if locale == texts.default else locale
            await bot.set_my_commands(menu, language_code=code)
    except TelegramAPIError as error:
        log.warning("no commands menu", failure=describe(error))

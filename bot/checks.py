"""What `tandem doctor` looks at. A finding says what is so, and when that is bad, what to do."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout
from sqlalchemy.exc import SQLAlchemyError

from bot.logs import redact
from bot.profiles import ProfileError, available, load_profile
from bot.profiles.content import ContentError
from bot.settings import Settings
from bot.storage.database import system_clock
from bot.storage.revisions import current, head

LEAST_DISK = 200 * 1024 * 1024
MOST_DRIFT = 30.0
_TIMEOUT = ClientTimeout(total=10)


@dataclass(frozen=True)
class Finding:
    what: str
    good: bool
    says: str
    advice: str = ""


async def examine(settings: Settings) -> list[Finding]:
    checks: tuple[Callable[[Settings], Awaitable[list[Finding]]], ...] = (
        _settings,
        _profile,
        _database,
        _disk,
        _messenger,
    )
    return [finding for check in checks for finding in await check(settings)]


async def _settings(settings: Settings) -> list[Finding]:
    if settings.webhook_url and not settings.webhook_secret:
        advice = "set WEBHOOK_SECRET to 1-256 characters of A-Z a-z 0-9 _ -"
        return [Finding("settings", False, "WEBHOOK_URL without WEBHOOK_SECRET", advice)]
    way = "webhook" if settings.webhook_url else "polling"
    return [Finding("settings", True, f"{way}, language {settings.default_locale}")]


async def _profile(settings: Settings) -> list[Finding]:
    try:
        profile = load_profile(settings.profile)
    except (ProfileError, ContentError) as error:
        advice = f"set PROFILE to one of: {', '.join(available())}; or mend the file named above"
        return [Finding("profile", False, str(error), advice)]
    says = f"{settings.profile}: {len(profile.forms)} forms, {len(profile.questionnaires)} forms"
    return [Finding("profile", True, says.replace("forms,", "forms of mentoring,", 1))]


async def _database(settings: Settings) -> list[Finding]:
    try:
        at = await current(settings.database_url)
    except (SQLAlchemyError, OSError) as error:
        advice = "is DATABASE_URL right, is the server up, may this user write there?"
        return [Finding("database", False, f"cannot be opened ({type(error).__name__})", advice)]
    if at != head():
        says = f"at revision {at or 'none'}, the code needs {head()}"
        return [Finding("database", False, says, "tandem migrate")]
    return [Finding("database", True, f"at revision {at}")]


async def _disk(settings: Settings) -> list[Finding]:
    file = settings.sqlite_file()
    folder = (file or Path()).absolute().parent
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    says = f"{free // 1024 // 1024} MB free"
    if free < LEAST_DISK:
        return [Finding("disk", False, says, "free some space: a full disk stops the bot")]
    return [Finding("disk", True, says)]


async def _messenger(settings: Settings) -> list[Finding]:
    """The token, and by the way our clock against the messenger's."""
    if settings.bot_token is None or not settings.bot_token.get_secret_value():
        return [Finding("token", False, "BOT_TOKEN is not set", "ask @BotFather for a token")]
    url = f"{settings.bot_api_url.rstrip('/')}/bot{settings.token}/getMe"
    try:
        async with ClientSession(timeout=_TIMEOUT) as session, session.get(url) as response:
            answer = await response.json(content_type=None)
            stamp = response.headers.get("Date")
    except (ClientError, TimeoutError, ValueError) as error:
        says = f"{redact(settings.bot_api_url)} does not answer ({type(error).__name__})"
        return [Finding("messenger", False, says, "check the network and BOT_API_URL")]
    if not answer.get("ok"):
        advice = "check BOT_TOKEN, or ask @BotFather for a new one"
        return [Finding("token", False, "the messenger does not know it", advice)]
    found = [Finding("token", True, f"the bot is @{answer['result'].get('username')}")]
    if stamp:
        found.append(_clock(parsedate_to_datetime(stamp), system_clock()))
    return found


def _clock(theirs: datetime, ours: datetime) -> Finding:
    drift = abs((ours - theirs.astimezone(UTC)).total_seconds())
    if drift > MOST_DRIFT:
        advice = "set the clock (timedatectl set-ntp true): reminders would come at wrong times"
        return Finding("clock", False, f"{drift:.0f} s away from the messenger's", advice)
    return Finding("clock", True, f"within {drift:.0f} s of the messenger's")


async def bot_name(settings: Settings) -> str | None:
    """The bot's user name, when the messenger can be asked."""
    url = f"{settings.bot_api_url.rstrip('/')}/bot{settings.token}/getMe"
    try:
        async with ClientSession(timeout=_TIMEOUT) as session, session.get(url) as response:
            answer = await response.json(content_type=None)
    except (ClientError, TimeoutError, ValueError):
        return None
    name: str | None = (answer.get("result") or {}).get("username")
    return name

"""Settings, from the environment or `.env`.

The table in README.md is checked against this class.
"""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.moments import zones

TELEGRAM = "https://api.telegram.org"


def _zone(value: str) -> str:
    if value not in zones():
        raise ValueError(f"no such time zone: {value}")
    return value


class Settings(BaseSettings):
    """Each field is one environment variable in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = Field(None, description="Token of the bot, from @BotFather")
    bot_api_url: str = Field(TELEGRAM, description="Address of the Bot API server")
    database_url: str = Field(
        "sqlite+aiosqlite:///tandem.db",
        description="SQLite file or `postgresql+asyncpg://user:password@host/name`",
    )
    profile: str = Field("chelyabinsk", description="Region's content: a folder of `profiles/`")
    default_locale: str = Field("ru", description="Language of people who have not chosen one")
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        "Asia/Yekaterinburg", description="Time zone of a new organisation"
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    webhook_url: str | None = Field(
        None, description="Public https address; without it the bot polls"
    )
    webhook_secret: SecretStr | None = Field(
        None, description="Secret Telegram sends with each update; needed with WEBHOOK_URL"
    )
    webhook_host: str = Field("127.0.0.1", description="Where the webhook server listens")
    webhook_port: int = Field(8080, description="Port of the webhook server", ge=0, le=65535)
    sending_rate: float = Field(
        29.9, description="Messages a second over all chats (Telegram permits about 30)", gt=0
    )
    chat_rate: float = Field(1.0, description="Messages a second to one chat", gt=0)
    stop_seconds: float = Field(
        15.0, description="How long a stop waits for what is being done", gt=0
    )

    @property
    def token(self) -> str:
        """Raises `LookupError` when there is none."""
        if self.bot_token is None or not self.bot_token.get_secret_value():
            raise LookupError("BOT_TOKEN is not set")
        return self.bot_token.get_secret_value()

    def sqlite_file(self) -> Path | None:
        """The database's file, when it is one."""
        prefix = "sqlite+aiosqlite:///"
        if not self.database_url.startswith(prefix):
            return None
        return Path(self.database_url.removeprefix(prefix))

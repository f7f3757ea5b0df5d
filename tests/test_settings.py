"""Settings come from the environment or `.env`; secrets are not shown by accident."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import TELEGRAM, Settings
from tests.shell import SECRET


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No `.env` and no variable of this machine has a say."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_any_setting_there_are_sensible_defaults() -> None:
    settings = Settings()
    assert settings.bot_api_url == TELEGRAM
    assert settings.database_url == "sqlite+aiosqlite:///tandem.db"
    assert settings.sqlite_file() == Path("tandem.db")
    with pytest.raises(LookupError, match="BOT_TOKEN"):
        _ = settings.token


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("PROFILE=federal\nDEFAULT_LOCALE=en\n", encoding="utf-8")
    monkeypatch.setenv("PROFILE", "chelyabinsk")
    settings = Settings()
    assert (settings.profile, settings.default_locale) == ("chelyabinsk", "en")


def test_an_empty_token_is_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "")
    with pytest.raises(LookupError):
        _ = Settings().token


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", SECRET)
    monkeypatch.setenv("WEBHOOK_SECRET", "CANARY2")
    settings = Settings()
    assert "CANARY" not in f"{settings!r} {settings} {settings.model_dump()}"
    assert settings.token == SECRET


def test_what_is_not_ours_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SOMEBODY_ELSES=1\n", encoding="utf-8")
    assert Settings().profile == "chelyabinsk"


@pytest.mark.parametrize(
    ("name", "value"),
    [("TIMEZONE", "Mars/Olympus"), ("SENDING_RATE", "-1"), ("WEBHOOK_PORT", "70000")],
)
def test_a_setting_that_cannot_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_a_database_on_a_server_is_no_file() -> None:
    settings = Settings(database_url="postgresql+asyncpg://u:p@host/name")
    assert settings.sqlite_file() is None

"""The commands: run, demo, migrate, invite, doctor.

Heavy imports wait until a command needs them.
"""

import asyncio
import re
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

from bot import logs
from bot.domain.access import Role
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.app import Application

TOKEN = re.compile(r"[0-9]+:\S+")  # what the messenger's library takes for one
FAILED, MISUSED = 1, 2  # exit codes: something is wrong | the command was called wrongly

cli = typer.Typer(
    name="tandem",
    help="Tandem runs mentoring programmes in a messenger.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Say what is wrong and what to do, without a traceback."""
    typer.echo(logs.redact(message), err=True)
    raise typer.Exit(code)


def read_settings() -> Settings:
    try:
        settings = Settings()
    except ValidationError as error:
        problems = "\n".join(
            f"  {'.'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()
        )
        fail(f"The settings are not right:\n{problems}\nREADME.md has a table of them.", MISUSED)
    try:
        logs.set_up(settings.log_level.upper())
    except (ValueError, TypeError, KeyError):
        fail(f"LOG_LEVEL: no such level: {settings.log_level}", MISUSED)
    return settings


@cli.command()
def run() -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM)."""
    settings = read_settings()
    if not settings.bot_token or not settings.bot_token.get_secret_value():
        fail(
            "BOT_TOKEN is not set. Get a token from @BotFather and put BOT_TOKEN=... into .env,\n"
            "or see the bot without one: make demo",
            MISUSED,
        )
    if settings.webhook_url and not settings.webhook_secret:
        fail("WEBHOOK_URL needs WEBHOOK_SECRET: without it anybody could write as anybody", MISUSED)
    if TOKEN.fullmatch(settings.token) is None:
        fail("BOT_TOKEN is not a bot token: it looks like 123456:ABC-DEF", MISUSED)
    from bot.starting import loading

    with loading():
        application = start(settings)
    from bot.messenger.receiver import TokenRefused

    try:
        asyncio.run(serve(application))
    except* TokenRefused:
        fail(
            "The messenger does not know this BOT_TOKEN: check it, or ask @BotFather for a new one"
        )


def start(settings: Settings) -> "Application":
    """Everything loaded and built, for a database that is as this version wants it.

    What may be wrong is looked at before the messenger's library, which takes seconds to import.
    """
    from bot.profiles import ProfileError, load_profile
    from bot.profiles.content import ContentError
    from bot.storage.revisions import current, head

    try:
        profile = load_profile(settings.profile)
    except (ProfileError, ContentError) as error:
        fail(f"The profile {settings.profile!r} cannot be used:\n{error}", MISUSED)
    try:
        at = asyncio.run(current(settings.database_url))
    except Exception as error:  # noqa: BLE001  # any driver's; its message may name the address
        fail(f"The database cannot be opened: {logs.describe(error)}\nTry: tandem doctor")
    if at != head():
        fail(f"The database is at revision {at or 'none'}, the code at {head()}: tandem migrate")
    from bot.app import Application, build

    return Application(build(settings, profile=profile))


async def serve(application: "Application") -> None:
    """Run until a signal; a second Ctrl-C does not wait."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, _stopper(application.stop))
    await application.run()


def _stopper(stop: Callable[[], None]) -> Callable[[], None]:
    asked: list[bool] = []

    def on_signal() -> None:
        if asked:
            sys.exit(FAILED)
        asked.append(True)
        stop()

    return on_signal


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the page; 0: any free one.")] = 8765,
    directory: Annotated[
        str | None, typer.Option(help="Where the demo keeps its database; default: temporary.")
    ] = None,
) -> None:
    """Show the product without a token.

    A local messenger in the browser, with a seeded programme.
    """
    from bot.starting import loading

    with loading():
        from sandbox.demo import show

    logs.set_up("WARNING")
    try:
        asyncio.run(show(port=port, directory=directory))
    except OSError as error:
        fail(f"The page cannot be served on port {port}: {error.strerror}. Try: --port 0")


@cli.command()
def migrate() -> None:
    """Bring the database to the schema of this version."""
    settings = read_settings()
    from bot.storage.migrations import migrate as upgrade
    from bot.storage.revisions import head

    _database(upgrade(settings.database_url))
    typer.echo(f"The database is at revision {head()}.")


@cli.command()
def invite(
    role: Annotated[Role, typer.Argument(help="Whom to invite.")],
    organisation: Annotated[str, typer.Option(help="Name of the organisation.")],
    programme: Annotated[
        str | None, typer.Option(help="Name of the programme; needed for participants.")
    ] = None,
) -> None:
    """Print a one-time link for a role. A new organisation is founded by its first invitation."""
    settings = read_settings()
    from bot.domain.errors import InvitationNotValid, NameTooLong
    from bot.domain.programmes import tidy_name
    from bot.storage.database import Database
    from bot.usecases.team.invitations import Issued, issue

    if role is Role.GUARDIAN:
        fail("A guardian's link belongs to one child: it is made in the chat.", MISUSED)

    async def make() -> Issued:
        db = Database.open(settings.database_url)
        try:
            return await issue(
                db,
                role=role,
                organisation=tidy_name(organisation),
                programme=programme,
                profile=settings.profile,
                timezone=settings.timezone,
            )
        finally:
            await db.close()

    try:
        issued = _database(make())
    except InvitationNotValid:
        fail(
            f"{role.value} needs --programme with the name of a programme of {organisation!r}.",
            MISUSED,
        )
    except NameTooLong as refused:
        longest = refused.args_for_text["longest"]
        fail(f"--organisation: a name of 1 to {longest} characters is needed.", MISUSED)
    typer.echo(f"link:    {link_of(settings, issued.token)}")
    typer.echo(f"payload: {issued.token}")


def link_of(settings: Settings, token: str) -> str:
    """The deep link; without a reachable messenger the bot's name has to be filled in by hand."""
    name = "<your-bot>"
    if settings.bot_token is not None and settings.bot_token.get_secret_value():
        from bot.checks import bot_name

        name = asyncio.run(bot_name(settings)) or name
    return f"https://t.me/{name}?start={token}"


@cli.command()
def doctor() -> None:
    """Check settings, database, token, clock, profile and disk: what is wrong and what to do."""
    settings = read_settings()
    from bot.checks import examine

    findings = asyncio.run(examine(settings))
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.good else 'BAD '} {finding.what}: {finding.says}")
        if finding.advice:
            typer.echo(f"     -> {finding.advice}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(FAILED)


def _database(work: Coroutine[Any, Any, Any]) -> Any:
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return asyncio.run(work)
    except (SQLAlchemyError, OSError) as error:
        fail(
            f"The database refused ({type(error).__name__}). Is it there, and migrated?\n"
            "Try: tandem migrate, then: tandem doctor"
        )


def main() -> None:
    cli()

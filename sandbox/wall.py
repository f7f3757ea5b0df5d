"""The sandbox's clock, and how its bot is called: known before the product is loaded."""

from datetime import UTC, datetime, timedelta

TOKEN = "42:" + "sandbox" * 5
USERNAME = "tandem_sandbox_bot"


class Wall:
    """A clock that goes on by itself, or stands still, and can be moved."""

    def __init__(self, start: datetime | None = None, *, runs: bool = True) -> None:
        self._runs = runs
        self._shift = (start - datetime.now(UTC)) if start is not None else timedelta()
        self._still = start or datetime.now(UTC)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._shift if self._runs else self._still

    def set(self, moment: datetime) -> None:
        self._shift, self._still = moment - datetime.now(UTC), moment

    def move(self, by: timedelta) -> None:
        self.set(self() + by)

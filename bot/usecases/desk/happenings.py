"""One thing that happened, as a history tells it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Happening:
    """`key` and `args` of the text that tells it; with the names of the team who did it."""

    at: datetime
    key: str
    args: dict[str, Any] = field(default_factory=dict)

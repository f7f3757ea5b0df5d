"""The buttons of letters, outside of any dialog: `a:<act>:<id>:<value>` in at most 64 bytes.

A button holds an id and never a right: whoever presses it is checked as if they had typed it.
"""

import base64
import binascii
from dataclasses import dataclass
from uuid import UUID

PREFIX = "a:"
LONGEST = 64


@dataclass(frozen=True)
class Act:
    name: str
    subject: UUID
    value: str


def act_data(act: str, subject: UUID, value: str = "") -> str:
    short = base64.urlsafe_b64encode(subject.bytes).decode().rstrip("=")
    data = f"{PREFIX}{act}:{short}:{value}"
    if len(data.encode()) > LONGEST:
        raise ValueError(f"too long for a button: {act}")
    return data


def read_act(data: str) -> Act | None:
    """None for anything that we did not make: callback data is attacker input."""
    parts = data.removeprefix(PREFIX).split(":")
    if not data.startswith(PREFIX) or len(parts) != 3:
        return None
    try:
        raw = base64.urlsafe_b64decode(parts[1] + "==")
        return Act(parts[0], UUID(bytes=raw), parts[2])
    except (ValueError, binascii.Error):
        return None

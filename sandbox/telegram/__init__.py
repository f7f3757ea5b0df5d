"""A strict local Bot API server: what Telegram refuses, it refuses, in the same words."""

from sandbox.telegram.limits import Limits
from sandbox.telegram.telegram import Telegram

__all__ = ["Limits", "Telegram"]

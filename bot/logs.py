"""Structured logs: one JSON line for each event, numbers and kinds only.

Names, answers and messages of people are never logged, and a bot token is cut out wherever it
turns up: it is part of the Bot API's addresses and so of many libraries' error messages.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{8,}")
_QUIET = ("aiogram", "aiogram_dialog", "aiosqlite", "asyncio", "sqlalchemy")


def redact(text: str) -> str:
    """The text without anything that looks like a bot token."""
    return _TOKEN.sub("<token>", text)


def _redact_event(_: Any, __: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    return {key: redact(v) if isinstance(v, str) else v for key, v in event.items()}


class _Lines(logging.Formatter):
    """What other libraries log goes the same way.

    Of their exceptions only kind and place are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = structlog.processors.JSONRenderer(ensure_ascii=False)(
            None,
            "",
            {
                "at": self.formatTime(record),
                "level": record.levelname.lower(),
                "from": record.name,
                "event": redact(record.getMessage()),
                **_failure(record.exc_info),
            },
        )
        return str(line)


def _failure(exc_info: Any) -> dict[str, str]:
    """An exception by kind and place: its message may hold what somebody wrote."""
    if not exc_info or exc_info[1] is None:
        return {}
    error: BaseException = exc_info[1]
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return {"error": type(error).__name__, "place": place}


def describe(error: BaseException) -> str:
    """Kind and place of an exception, for logs and for rows that keep a failure."""
    failure = _failure((type(error), error, error.__traceback__))
    return " at ".join(part for part in failure.values() if part)


def set_up(level: str = "INFO") -> None:
    """Send our own and the libraries' logs to standard error, one JSON object a line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    # a tick that meets its own earlier run is what max_instances is for, not news
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", key="at"),
            _redact_event,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )

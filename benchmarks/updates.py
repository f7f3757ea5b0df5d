"""Updates as getUpdates gives them."""

import itertools
from datetime import UTC, datetime
from typing import Any

DATE = datetime(2030, 3, 13, 10, tzinfo=UTC)
_STAMP = int(DATE.timestamp())
_numbers = itertools.count(1)


def press(person: int, message_id: int, data: str) -> dict[str, Any]:
    """Somebody presses a button under a message of the bot."""
    number = next(_numbers)
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": _user(person),
            "chat_instance": str(person),
            "message": {
                "message_id": message_id,
                "date": _STAMP,
                "chat": _chat(person),
                "from": {"id": 42, "is_bot": True, "first_name": "Tandem"},
                "text": "How useful are your meetings?",
            },
            "data": data,
        },
    }


def said(person: int, text: str) -> dict[str, Any]:
    """Somebody writes."""
    number = next(_numbers)
    message = {"message_id": number, "date": _STAMP, "chat": _chat(person), "from": _user(person)}
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": number, "message": message | {"text": text}}


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Bob", "language_code": "ru"}


def _chat(person: int) -> dict[str, Any]:
    return {"id": person, "type": "private", "first_name": "Bob"}

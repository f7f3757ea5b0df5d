"""The method by which a bot answers what was typed after its name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, bad_request
from sandbox.telegram.inline import Offer, show
from sandbox.telegram.methods.content import text_of
from sandbox.telegram.methods.editing import EXPIRED
from sandbox.telegram.methods.method import Method

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram

LIFETIME = 15.0  # seconds in which a query can be answered
MAX_RESULTS = 50
MAX_ID = 64  # bytes


async def answer_inline_query(telegram: Telegram, args: Arguments) -> Any:
    number = args.text("inline_query_id")
    query = telegram.inline.queries.get(number)
    if not telegram.inline.on:
        raise Refused(400, "Bad Request: BOT_INLINE_DISABLED")
    late = query is not None and telegram.monotonic() - query.at > LIFETIME
    if query is None or late or query.offers is not None:
        raise bad_request(EXPIRED)
    raw = args.parsed("results", "can't parse inline query results JSON object")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of inline query results")
    if len(raw) > MAX_RESULTS:
        raise Refused(400, "Bad Request: RESULTS_TOO_MUCH")
    offers = [_offer(one) for one in raw]
    if len({one.id for one in offers}) < len(offers):
        raise Refused(400, "Bad Request: RESULT_ID_DUPLICATE")
    seconds = args.integer("cache_time", 300)
    if seconds > 0:
        whose = query.person if args.flag("is_personal") else None
        until = telegram.monotonic() + seconds
        telegram.inline.cached[whose, query.words] = (until, offers)
    show(telegram, number, query, offers)
    return True


def _offer(raw: Any) -> Offer:
    """An article; other kinds of results are not offered by a bot of texts."""
    if not isinstance(raw, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    if raw.get("type") != "article":
        raise bad_request("can't parse inline query result: the sandbox knows articles only")
    id = str(raw.get("id") or "")
    if not 1 <= len(id.encode()) <= MAX_ID:
        raise Refused(400, "Bad Request: RESULT_ID_INVALID")
    if not raw.get("title"):
        raise Refused(400, "Bad Request: ARTICLE_TITLE_EMPTY")
    content = raw.get("input_message_content")
    if not isinstance(content, dict) or not content.get("message_text"):
        raise Refused(400, "Bad Request: MESSAGE_TEXT_EMPTY")
    values = {"text": str(content["message_text"]), "parse_mode": content.get("parse_mode") or ""}
    if content.get("entities"):
        values["entities"] = json.dumps(content["entities"])
    return Offer(
        id, str(raw["title"]), str(raw.get("description") or ""), text_of(Arguments(values))
    )


METHODS = (Method("answerInlineQuery", answer_inline_query),)

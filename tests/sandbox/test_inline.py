"""Inline mode of the sandbox server: queries, answers and their limits, results that are chosen."""

from __future__ import annotations

from typing import Any

from tests.sandbox.test_page_api import Page
from tests.sandbox.wire import ANN, BOB, Wire

ARTICLE = {
    "type": "article", "id": "p1", "title": "Ann", "description": "here",
    "input_message_content": {"message_text": "/card p1"},
}  # fmt: skip


async def asked(wire: Wire, words: str = "an", chat_type: str = "sender") -> dict[str, Any]:
    """The query as the bot gets it."""
    await Page(wire).post("inline", user=ANN, words=words, chat_type=chat_type)
    updates = await wire.ok("getUpdates", offset=-1)
    found: dict[str, Any] = updates[-1]["inline_query"]
    await wire.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    return found


async def test_a_chosen_result_is_a_message_of_the_person_via_the_bot(wire: Wire) -> None:
    assert (await wire.ok("getMe"))["supports_inline_queries"] is True
    query = await asked(wire)
    assert query["query"] == "an"
    assert query["chat_type"] == "sender"
    assert query["from"]["id"] == ANN
    await wire.ok("answerInlineQuery", inline_query_id=query["id"], results=[ARTICLE])
    assert "query is too old" in await wire.bad(
        "answerInlineQuery", inline_query_id=query["id"], results=[]
    )
    for who, result in ((BOB, "p1"), (ANN, "p2")):
        said = await Page(wire).refused("choose", user=who, query=query["id"], result=result)
        assert said == (409, "no such result")
    await Page(wire).post("choose", user=ANN, query=query["id"], result="p1")
    [update] = await wire.ok("getUpdates")
    message = update["message"]
    assert (message["text"], message["from"]["id"]) == ("/card p1", ANN)
    assert message["via_bot"]["username"] == "tandem_bot"
    assert message["entities"][0]["type"] == "bot_command"


async def test_what_an_answer_may_hold(wire: Wire) -> None:
    query = await asked(wire)
    for results, why in (
        ([{**ARTICLE, "id": str(n)} for n in range(51)], "RESULTS_TOO_MUCH"),
        ([ARTICLE, ARTICLE], "RESULT_ID_DUPLICATE"),
        ([{**ARTICLE, "id": "x" * 65}], "RESULT_ID_INVALID"),
        ([{**ARTICLE, "title": ""}], "ARTICLE_TITLE_EMPTY"),
        ([{**ARTICLE, "input_message_content": {}}], "MESSAGE_TEXT_EMPTY"),
    ):
        said = await wire.bad("answerInlineQuery", inline_query_id=query["id"], results=results)
        assert said == why
    wire.clocks.pass_by(16)
    assert "query is too old" in await wire.bad(
        "answerInlineQuery", inline_query_id=query["id"], results=[]
    )


async def test_a_cached_answer_is_given_in_any_chat(wire: Wire) -> None:
    """Why a bot that answers in one chat only must not let its answers be kept."""
    query = await asked(wire)
    answer = {"inline_query_id": query["id"], "results": [ARTICLE], "is_personal": True}
    await wire.ok("answerInlineQuery", **answer, cache_time=60)
    await Page(wire).post("inline", user=ANN, words="an", chat_type="group")
    assert await wire.ok("getUpdates") == []
    wire.clocks.pass_by(61)
    query = await asked(wire, chat_type="group")
    await wire.ok("answerInlineQuery", inline_query_id=query["id"], results=[], cache_time=0)
    assert (await asked(wire))["chat_type"] == "sender"


async def test_without_inline_mode_nobody_can_ask(wire: Wire) -> None:
    wire.telegram.inline.on = False
    assert (await wire.ok("getMe"))["supports_inline_queries"] is False
    said = await Page(wire).refused("inline", user=ANN, words="an")
    assert said == (409, "the bot has no inline mode")
    why = await wire.bad("answerInlineQuery", inline_query_id="1", results=[])
    assert why == "BOT_INLINE_DISABLED"

"""Texts and captions: lengths after parsing, trimming, modes of parsing, entities."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.entities import Formatted, utf16_length
from sandbox.telegram.errors import Refused
from sandbox.telegram.html_text import parse_html
from sandbox.telegram.markdown_text import parse_markdown, parse_markdown_v2
from sandbox.telegram.rendering import to_html
from tests.sandbox.wire import ANN, Wire, png

PARSE = "can't parse entities: "


async def test_a_text_has_at_most_4096_characters_after_parsing(wire: Wire) -> None:
    await wire.send("я" * 4096)
    await wire.send("<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
    await wire.send("  " + "x" * 4096 + "\n\n")
    await wire.send("😀" * 4096)
    assert await wire.bad("sendMessage", chat_id=ANN, text="я" * 4097) == "message is too long"


async def test_an_empty_text_and_a_blank_one_are_refused_differently(wire: Wire) -> None:
    assert await wire.bad("sendMessage", chat_id=ANN) == "message text is empty"
    assert await wire.bad("sendMessage", chat_id=ANN, text="") == "message text is empty"
    for blank in (" ", "\n \t", "\u200b", "<b> </b>"):
        refusal = await wire.bad("sendMessage", chat_id=ANN, text=blank, parse_mode="HTML")
        assert refusal == "text must be non-empty"


async def test_a_raw_text_over_32_kib_is_refused_before_parsing(wire: Wire) -> None:
    assert await wire.bad("sendMessage", chat_id=ANN, text="x" * 32_769) == "text is too long"


async def test_a_caption_has_at_most_1024_characters_after_parsing(wire: Wire) -> None:
    file = {"photo": ("a.png", png())}
    bold = "<b>" + "я" * 1024 + "</b>"
    message = await wire.ok("sendPhoto", file, chat_id=ANN, caption=bold, parse_mode="HTML")
    assert message["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1024}]
    assert await wire.bad("sendPhoto", file, chat_id=ANN, caption="я" * 1025) == (
        "message caption is too long"
    )


async def test_an_unknown_parse_mode_is_refused(wire: Wire) -> None:
    assert await wire.bad("sendMessage", chat_id=ANN, text="x", parse_mode="BBCode") == (
        "unsupported parse_mode"
    )
    await wire.send("x", parse_mode="hTmL")


async def test_spaces_around_a_text_are_cut_with_their_entities(wire: Wire) -> None:
    message = await wire.send("\n <b> a </b>b \n", parse_mode="HTML")
    assert message["text"] == "a b"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 2}]


async def test_control_characters_do_not_reach_the_chat(wire: Wire) -> None:
    assert (await wire.send("a\r\nb\tc\x00d"))["text"] == "a\nb c d"


# "🏟 🏟<" is ten bytes, and the tag begins at byte 13 because &lt; is four.
@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("🏟 🏟&lt;<abac", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<abac >", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 13'),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (
            "🏟 🏟&lt;<i>a</em   >",
            'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"',
        ),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Ivan <3 Co", 'Unsupported start tag "3" at byte offset 5'),
    ],
)
async def test_wrong_html_is_refused_with_the_byte_it_is_wrong_at(
    wire: Wire, text: str, error: str
) -> None:
    refusal = await wire.bad("sendMessage", chat_id=ANN, text=text, parse_mode="HTML")
    assert refusal == PARSE + error


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("Ivan & <b>Co</b>", "Ivan & Co", [("bold", 7, 2)]),
        ("&lt;b&gt;&amp;&quot;&laquo;&#33;&#x41;", '<b>&"&laquo;!A', []),
        ("🏟<i>🏟 x</i>", "🏟🏟 x", [("italic", 2, 4)]),
        ("<B>a</b><STRONG>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<ins>a</ins> <del>b</del>", "a b", [("underline", 0, 1), ("strikethrough", 2, 1)]),
        ("<code>c</code>", "c", [("code", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<pre>a\nb</pre>", "a\nb", [("pre", 0, 3)]),
        ("<a>no address</a>", "no address", []),
    ],
)  # fmt: skip
def test_html_becomes_text_with_entities(
    text: str, plain: str, entities: list[tuple[str, int, int]]
) -> None:
    parsed = parse_html(text)
    assert parsed.text == plain
    assert [(e["type"], e["offset"], e["length"]) for e in parsed.entities] == entities


def test_links_and_code_carry_their_arguments() -> None:
    assert parse_html('<a href="https://example.org/?a=1&amp;b=2">x</a>').entities[0]["url"] == (
        "https://example.org/?a=1&b=2"
    )
    assert parse_html("<a href='tg://user?id=5'>x</a>").entities[0]["url"] == "tg://user?id=5"
    code = parse_html('<pre><code class="language-python">x</code></pre>')
    assert code.entities == ({"type": "pre", "offset": 0, "length": 1, "language": "python"},)


@given(st.text())
def test_an_escaped_text_comes_through_html_unchanged(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped) == Formatted(text)


@given(st.text(alphabet="ab<>/&;= '\"bi\n😀_*`[]()!|~\\."))
def test_a_parser_answers_or_refuses_and_never_breaks(text: str) -> None:
    for parse in (parse_html, parse_markdown_v2, parse_markdown):
        with suppress(Refused):
            parsed = parse(text)
            length = utf16_length(parsed.text)
            assert all(e["offset"] + e["length"] <= length for e in parsed.entities)
            to_html(parsed.text, parsed.entities)


@pytest.mark.parametrize(
    ("text", "plain", "entities"),
    [
        ("*a* _b_ __c__", "a b c", ["bold", "italic", "underline"]),
        ("~d~ ||e|| `f`", "d e f", ["strikethrough", "spoiler", "code"]),
        ("*a _b_ c*", "a b c", ["bold", "italic"]),
        (r"1\. \*no\*", "1. *no*", []),
        ("```python\nx = 1```", "x = 1", ["pre"]),
        ("[here](https://example.org/a\\)b)", "here", ["text_link"]),
        (">a\n>b\nc", "a\nb\nc", ["blockquote"]),
        (">a\n>b||", "a\nb", ["expandable_blockquote"]),
    ],
)  # fmt: skip
def test_markdown_v2_becomes_text_with_entities(text: str, plain: str, entities: list[str]) -> None:
    parsed = parse_markdown_v2(text)
    assert parsed.text == plain
    assert [entity["type"] for entity in parsed.entities] == entities


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("я *b", "Can't find end of Bold entity at byte offset 3"),
        ("`b", "Can't find end of Code entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
    ],
)
async def test_wrong_markdown_v2_is_refused(wire: Wire, text: str, error: str) -> None:
    refusal = await wire.bad("sendMessage", chat_id=ANN, text=text, parse_mode="MarkdownV2")
    assert refusal == PARSE + error


async def test_the_old_markdown_still_works(wire: Wire) -> None:
    message = await wire.send("*a* _b_ `c` [d](https://example.org/) \\_", parse_mode="Markdown")
    assert message["text"] == "a b c d _"
    assert [entity["type"] for entity in message["entities"]] == [
        "bold", "italic", "code", "text_link",
    ]  # fmt: skip
    assert await wire.bad("sendMessage", chat_id=ANN, text="a_b", parse_mode="Markdown") == (
        PARSE + "Can't find end of the entity starting at byte offset 1"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start 😀 /help@tandem_bot x/y", ["/start", "/help@tandem_bot"]),
        ("😀 see https://t.me/tandem_bot?start=abc-1.", ["https://t.me/tandem_bot?start=abc-1"]),
        ("example.org and (https://ru.wikipedia.org/wiki/A_(b))", ["example.org", "https://ru.wikipedia.org/wiki/A_(b)"]),
        ("write ann@example.org or @ann_lee", ["ann@example.org", "@ann_lee"]),
        ("#наставники 2026 #1", ["#наставники"]),
        ("в 10:00, 3.5 балла, т.е. всё", []),
    ],
)  # fmt: skip
async def test_commands_links_and_mentions_are_found(
    wire: Wire, text: str, found: list[str]
) -> None:
    message = await wire.send(text)
    units = text.encode("utf-16-le")
    entities = message.get("entities", [])
    pieces = [
        units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in entities
    ]
    assert pieces == found


async def test_nothing_is_found_inside_code(wire: Wire) -> None:
    message = await wire.send("<code>/start</code> /help", parse_mode="HTML")
    assert [entity["type"] for entity in message["entities"]] == ["code", "bot_command"]


@pytest.mark.parametrize(
    ("entities", "error"),
    [
        ("{", "can't parse entities JSON object"),
        ([5], "can't parse MessageEntity: expected an Object"),
        ([{"type": "bold", "length": 1}], "can't parse MessageEntity: Can't find field \"offset\""),
        ([{"offset": 0, "length": 1}], "can't parse MessageEntity: Can't find field \"type\""),
        (
            [{"type": "loud", "offset": 0, "length": 1}],
            "can't parse MessageEntity: Unsupported type specified",
        ),
    ],
)
async def test_wrong_entities_are_refused(wire: Wire, entities: Any, error: str) -> None:
    raw = entities if isinstance(entities, str) else json.dumps(entities)
    assert await wire.bad("sendMessage", chat_id=ANN, text="abc", entities=raw) == error


async def test_entities_may_be_given_instead_of_a_parse_mode(wire: Wire) -> None:
    bold = {"type": "bold", "offset": 2, "length": 50}
    message = await wire.send("😀abc", entities=[bold])
    assert message["entities"] == [{"type": "bold", "offset": 2, "length": 3}]


def test_the_page_gets_safe_html_also_from_overlapping_entities() -> None:
    entities = (
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 2, "length": 4},
        {"type": "text_link", "offset": 6, "length": 1, "url": "javascript:alert(1)"},
    )
    assert to_html("a<b>\nc😀", entities) == "<b>a&lt;<i>b&gt;</i></b><i><br>c</i>😀"
    link = parse_html('<a href="https://a.ru/?x=&quot;y">&lt;go&gt;</a>')
    assert to_html(link.text, link.entities) == (
        '<a href="https://a.ru/?x=&quot;y" target="_blank" rel="noopener noreferrer">&lt;go&gt;</a>'
    )

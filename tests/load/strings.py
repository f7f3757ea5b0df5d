"""A thousand texts that people, phones and pranksters type; from a seed, the same each time."""

from collections.abc import Iterator
from random import Random

# Kinds of mischief that lists of naughty strings are made of.
KNOWN = (
    "undefined", "NULL", "None", "0", "-1", "1/0", "NaN", "true", "\\", "\\\\", "'", '"', "''", "`",
    "<b>", "</b>", "<b>bold</b>", "<b><i>unclosed</b>", "<a href='javascript:alert(1)'>x</a>",
    "&", "&amp;", "&lt;b&gt;", "&#60;", "&nbsp;", "<", ">", "<>", "<!-- -->", "<![CDATA[x]]>",
    "<tg-emoji emoji-id='1'>x</tg-emoji>", "<pre><code class='language-py'>x", "<blockquote>",
    "*bold* _italic_ `code` [x](http://x)", "||spoiler||", "__init__", "~~~", "```",
    "'; DROP TABLE people; --", "1' OR '1'='1", "%s %d %n %x", "{name} {0} {{x}}", "{ $name }",
    "{\"a\": 1}", "${jndi:ldap://x}", "$(touch x)", "../../etc/passwd", "C:\\nul", "\\u0000",
    "/start", "a:open-menu:AAAAAAAAAAAAAAAAAAAAAA:", "own", "@tandem", "#tag", "http://x.y/?a=b&c=d",
    "https://t.me/tandem_sandbox_bot?start=x", "+7 900 000-00-00", "4111 1111 1111 1111",
    "Ё", "ё", "ЁЖИК", "Ольга-Мария д’Артаньян", "Нгуен Ван Ань", "O'Neil", "Łukasz Ćwik",
    "张伟", "山田太郎", "김철수", "नमस्ते", "สวัสดี", "ଓଡ଼ିଆ", "გიორგი", "Ελένη", "שלום", "مرحبا",
    "\u202eабв\u202c", "\u200fабв", "a\u202eb\u202cc", "שלום hello مرحبا", "\u2066x\u2069",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "é", "e\u0301", "ﬁ", "Å", "ß", "İ", "ı",
    "👍", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏿", "🇷🇺", "1️⃣", "❤️", "😀" * 50, "\U0001f9d1\u200d\U0001f3eb",
    "a\u0301" * 40, "\u200b x", "x \u200b", "x\u00a0y", "a\tb", "a\nb", "a\n\n\n\nb", "a   b",
    "x\u2028y", "x\u2029y", "x\ufeffy", "\u3000x", "𝕳𝖊𝖑𝖑𝖔", "ﷺ", "\U000e0041x", "x\u00ady",
)  # fmt: skip
ALPHABETS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВ", "abcdefghijklmnopqrstuvwxyz ABC", "0123456789.,;:",
    "<>&\"'/=", "😀👍🏿👨‍👩‍👧🇷🇺❤️🎓", "שלוםعربي\u202e\u202c\u200f ", "*_`[]()~|{}$#\\", "\n\t  ",
    "张伟山田김नमस्ते", "e\u0301\u0308\u0323",
)  # fmt: skip
LONGEST = 4096  # what a client lets its user send, in UTF-16 units


def strings(number: int, seed: int) -> Iterator[str]:
    """The known ones, the longest ones, and mixtures of alphabets."""
    chance = Random(seed)
    yield from KNOWN[:number]
    for made in range(number - len(KNOWN)):
        alphabet = "".join(chance.sample(ALPHABETS, chance.randint(1, 4)))
        length = chance.choice((1, 3, 10, 60, 79, 80, 81, 200, 500, 1000, 4096))
        if made % 25 == 0:
            alphabet, length = chance.choice(("<", "&", "😀", "я", "\u202e1", "a")), LONGEST
        text = "".join(chance.choice(alphabet) for _ in range(length))
        while len(text.encode("utf-16-le")) // 2 > LONGEST:
            text = text[: len(text) - 1 - len(text) // 8]
        yield text

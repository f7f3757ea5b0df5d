"""The page's own words: every one is used and stands in both languages. Needs no browser."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "sandbox" / "page"
ENTRY = re.compile(r"^  (\w+): \[(.*?)\],$", re.MULTILINE | re.DOTALL)
INDIRECT = {"hourShort", "dayShort", "weekShort"}  # t(`${name}Short`)


def entries() -> dict[str, str]:
    return dict(ENTRY.findall((PAGE / "strings.js").read_text(encoding="utf-8")))


def scripts() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in PAGE.glob("*.js"))


def test_every_word_stands_in_both_languages() -> None:
    for key, pair in entries().items():
        russian, *rest = re.findall(r'"[^"]*"', pair)
        assert rest, key
        asked = [set(re.findall(r"{(\w+)}", text)) for text in (russian, rest[-1])]
        assert asked[0] == asked[1], f"{key}: the languages use different values"


def test_every_word_is_used() -> None:
    code = scripts()
    unused = {key for key in entries() if not re.search(rf"[\"'`]{key}[\"'`]", code)}
    assert unused == INDIRECT


def test_every_used_word_exists() -> None:
    assert set(re.findall(r'\bt\("(\w+)"', scripts())) <= entries().keys()


def test_russian_stands_only_in_the_table() -> None:
    """Comments and the page's first title are the exceptions."""
    for path in PAGE.glob("*.js"):
        if path.name == "strings.js":
            continue
        code = re.sub(
            r"^\s*(//|\*|/\*\*).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        assert not re.search("[а-яё]", code, re.IGNORECASE), path.name

"""The table of settings in both READMEs is the class `Settings`, field by field."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\|\s*`([A-Z][A-Z_]+)`\s*\|(.*)\|\s*$", re.MULTILINE)
READMES = ("README.md", "README.ru.md")


@pytest.mark.parametrize("readme", READMES)
def test_the_table_names_every_setting_in_order(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    named = [name for name, _ in ROW.findall(text)]
    assert named == [name.upper() for name in Settings.model_fields]


@pytest.mark.parametrize("readme", READMES)
def test_the_table_tells_the_true_defaults(readme: str) -> None:
    rows = dict(ROW.findall((ROOT / readme).read_text(encoding="utf-8")))
    wrong = []
    for name, field in Settings.model_fields.items():
        if field.default is None:
            continue
        if f"`{field.default}`" not in rows.get(name.upper(), ""):
            wrong.append(f"{name.upper()}: {field.default}")
    assert wrong == []


def test_the_english_table_says_what_the_code_says() -> None:
    rows = dict(ROW.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    said = {name: row.split("|")[-1].strip() for name, row in rows.items()}
    assert said == {
        name.upper(): field.description for name, field in Settings.model_fields.items()
    }

"""The sheet of choices: lists of answers, and our lists beside them."""

from typing import Any

from bot.domain.questions import Option
from bot.domain.words import Words
from bot.reports.xlsform.columns import BUTTON, CHOICES, SHORTCUTS
from bot.reports.xlsform.refusals import NameMissing
from bot.reports.xlsform.sheets_read import Page
from bot.reports.xlsform.troubles import Troubles


class Choices:
    def __init__(self, page: Page, usual: str, troubles: Troubles) -> None:
        self._lists: dict[str, list[Option]] = {}
        self._shortcuts: dict[str, list[dict[str, Any]]] = {}
        for line in page.lines:
            name, value = line.get("list_name"), line.get("name")
            if not name or not value:
                missing = "name" if name else "list_name"
                troubles.add(NameMissing(), CHOICES, line.number, missing)
                continue
            label = line.words("label", usual) or Words.of({usual: value})
            if name.startswith(SHORTCUTS):
                picks = line.get("picks").split()
                one = {"value": value, "label": label.as_dict(), "picks": picks}
                self._shortcuts.setdefault(name.removeprefix(SHORTCUTS), []).append(one)
            else:
                self._lists.setdefault(name, []).append(Option(value, label))

    def __contains__(self, name: str) -> bool:
        return name in self._lists

    def list(self, name: str) -> tuple[Option, ...]:
        return tuple(self._lists.get(name, ()))

    def shortcuts(self, item: str) -> tuple[dict[str, Any], ...]:
        """Of a question about a week: buttons that stand for several hours."""
        return tuple(self._shortcuts.get(item, ()))

    def button(self, item: str, usual: Words) -> Words:
        """Under something to read."""
        listed = self._lists.get(f"{BUTTON}{item}")
        return listed[0].label if listed else usual

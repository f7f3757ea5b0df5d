"""The template of the order that assigns pairs: `orders.yaml`."""

from bot.domain.orders import OrderTemplate
from bot.profiles.content import Node

COLUMNS = ("number", "mentee", "mentor", "form", "slot")
_TEXTS = (
    "title", "about", "preamble", "command", "annex", "group", "unanswered", "signature", "file",
)  # fmt: skip


def order(node: Node) -> OrderTemplate:
    parts = node.only(needs=[*_TEXTS, "points", "columns"])
    columns = parts["columns"].only(needs=COLUMNS)
    points = tuple(one.words() for one in parts["points"].each())
    if not points:
        raise parts["points"].wrong("an order says at least one thing")
    return OrderTemplate(
        points=points,
        columns=tuple(columns[name].words() for name in COLUMNS),
        **{name: parts[name].words() for name in _TEXTS},
    )

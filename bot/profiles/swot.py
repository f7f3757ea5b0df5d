"""`swot.yaml`: which written answers are collected on the SWOT board."""

from collections.abc import Mapping

from bot.domain.questionnaires import Questionnaire
from bot.domain.questions import Text
from bot.domain.swot import Side, SwotSource
from bot.profiles.content import Node


def sources(node: Node, known: Mapping[str, Questionnaire]) -> tuple[SwotSource, ...]:
    found = []
    for one in node.only(needs=["asked"])["asked"].each():
        parts = one.only(needs=["questionnaire", "items"])
        form = known[parts["questionnaire"].one_of(sorted(known))]
        items = {}
        for key, side in parts["items"].mapping().items():
            item = form.item(key)
            if item is None or not isinstance(item.kind, Text):
                raise side.wrong(f"{form.key!r} has no item {key!r} to be answered in words")
            items[key] = Side(side.one_of(list(Side)))
        found.append(SwotSource(form.key, items))
    node.once([one.questionnaire for one in found])
    return tuple(found)

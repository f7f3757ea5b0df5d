"""`papers.yaml`: orders, agreements, letters of thanks, and consents as they read on paper."""

import re

from bot.domain.papers import (
    FIELDS,
    OF_PROFILE,
    BlockKind,
    ConsentOnPaper,
    PaperKind,
    PaperRules,
    PaperTemplate,
    TemplateBlock,
)
from bot.domain.words import Words
from bot.profiles.content import Node

_FIELD = re.compile(r"\{([^{}]*)\}")


def papers(node: Node) -> PaperRules:
    parts = node.only(needs=["papers", "consent"])
    made = parts["papers"].only(needs=[kind.value for kind in OF_PROFILE])
    return PaperRules(
        {kind: _template(made[kind.value], kind) for kind in OF_PROFILE},
        _consent(parts["consent"]),
    )


def _template(node: Node, kind: PaperKind) -> PaperTemplate:
    parts = node.only(needs=["title", "blocks"])
    blocks = tuple(_block(one, kind) for one in parts["blocks"].each())
    return PaperTemplate(parts["title"].words(), blocks)


def _block(node: Node, of: PaperKind) -> TemplateBlock:
    found = list(node.mapping().items())
    if len(found) != 1:
        raise node.wrong("one block is one key")
    [(key, inner)] = found
    if key not in list(BlockKind):
        raise node.wrong(f"unknown block {key!r}; there are {', '.join(BlockKind)}")
    kind = BlockKind(key)
    each = list(inner.each()) if kind is BlockKind.POINTS else [inner]
    return TemplateBlock(kind, tuple(_words(one, of) for one in each))


def _words(node: Node, of: PaperKind) -> Words:
    """Its fields are those the paper knows."""
    words = node.words()
    for text in words.every():
        for name in _FIELD.findall(text):
            if name not in FIELDS[of]:
                raise node.wrong(f"unknown field {{{name}}}; there are {sorted(FIELDS[of])}")
    return words


def _consent(node: Node) -> ConsentOnPaper:
    parts = node.only(needs=["swaps", "own", "ward", "sign"])
    swaps = []
    for one in parts["swaps"].each():
        both = one.only(needs=["from", "to"])
        swaps.append((both["from"].words(), both["to"].words()))
    return ConsentOnPaper(
        tuple(swaps), *(parts[name].words() for name in ("own", "ward", "sign"))
    )

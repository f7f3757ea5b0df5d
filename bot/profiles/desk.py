"""`faq.yaml` and `messages.yaml`: questions asked often, ready messages of a curator to many."""

from bot.domain.access import GRANTS, May, Role
from bot.domain.broadcasts import LONGEST_WORDS, ReadyMessage
from bot.domain.faq import FaqEntry
from bot.profiles.content import Node

_ASKERS = tuple(role for role in Role if May.ASK_CURATOR in GRANTS[role])


def faq(node: Node) -> tuple[FaqEntry, ...]:
    found = []
    for one in node.only(needs=["faq"])["faq"].each():
        parts = one.only(needs=["key", "roles", "ask", "answer"])
        roles = frozenset(Role(role.one_of(_ASKERS)) for role in parts["roles"].each())
        if not roles:
            raise parts["roles"].wrong("is shown to nobody")
        found.append(
            FaqEntry(parts["key"].key(), roles, parts["ask"].words(), parts["answer"].words())
        )
    node.once([one.key for one in found])
    return tuple(found)


def messages(node: Node) -> tuple[ReadyMessage, ...]:
    found = []
    for one in node.only(needs=["messages"])["messages"].each():
        parts = one.only(needs=["key", "title", "text"])
        text = parts["text"].words()
        if any(len(said) > LONGEST_WORDS for said in text.every()):
            raise parts["text"].wrong(f"is longer than {LONGEST_WORDS} characters")
        found.append(ReadyMessage(parts["key"].key(), parts["title"].words(), text))
    node.once([one.key for one in found])
    return tuple(found)

"""The kinds of organisations and the time zones of a profile: `organisations.yaml`."""

from bot.domain.moments import zones
from bot.domain.profile import HouseKind, Houses, HouseZone
from bot.profiles.content import Node


def houses(node: Node) -> Houses:
    parts = node.only(needs=["kinds", "zones"])
    kinds = tuple(_kind(one) for one in parts["kinds"].each())
    zones = tuple(_zone(one) for one in parts["zones"].each())
    for name, found in (("kinds", kinds), ("zones", zones)):
        if not found or len({one.key for one in found}) < len(found):
            raise parts[name].wrong("each stands here once, and there is at least one")
    return Houses(kinds, zones)


def _kind(node: Node) -> HouseKind:
    parts = node.only(needs=["key", "title"])
    return HouseKind(parts["key"].key(), parts["title"].words())


def _zone(node: Node) -> HouseZone:
    parts = node.only(needs=["zone", "cities"])
    zone = parts["zone"].text()
    if zone not in zones():
        raise parts["zone"].wrong(f"no such time zone: {zone}")
    return HouseZone(zone, parts["cities"].words())

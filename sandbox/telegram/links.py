"""Links: which addresses Telegram takes in texts and buttons, and deep links to the bot."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = re.compile(r"^(?:[^/?#@]*@)?(\[[0-9a-fA-F:.]+\]|[^:/?#]*)(?::(\d+))?(?=[/?#]|$)")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def is_start_payload(payload: str) -> bool:
    return _PAYLOAD.fullmatch(payload) is not None


def link_fault(url: str) -> str | None:
    """Why Telegram would not take the address, None when it would."""
    scheme = _SCHEME.match(url)
    rest = url
    if scheme and url[scheme.end() : scheme.end() + 2] == "//":
        if scheme[1].lower() in ("tg", "ton", "tonsite"):
            return None if len(url) > scheme.end() + 2 else "Wrong tg URL"
        if scheme[1].lower() not in ("http", "https"):
            return "Unsupported URL protocol"
        rest = url[scheme.end() + 2 :]
    elif scheme and not url[scheme.end() :][:1].isdigit():
        return "Unsupported URL protocol"
    if any(char.isspace() for char in rest.split("?", 1)[0]):
        return "Wrong HTTP URL"
    host = _HOST.match(rest)
    if host is None:
        return "Wrong HTTP URL"
    if not host[1]:
        return "URL host is empty"
    if host[2] and not 0 < int(host[2]) < 65536:
        return "Wrong port number specified in the URL"
    if "." not in host[1] and not host[1].startswith("["):
        return "Wrong HTTP URL"
    return None


def normal_link(url: str) -> str | None:
    """The address as it will stand in the entity, None when no link comes of it."""
    url = url.strip()
    if not url or link_fault(url) is not None:
        return None
    if "://" not in url:
        url = "http://" + url
    scheme, rest = url.split("://", 1)
    if scheme.lower() in ("http", "https") and not re.search(r"[/?#]", rest):
        rest += "/"
    return f"{scheme.lower()}://{rest}"

"""From an HTTP request to the arguments of a call: query, urlencoded, multipart or JSON body."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import BodyPartReader, web

from sandbox.telegram.arguments import Arguments, Upload, read_json
from sandbox.telegram.errors import Refused, bad_request

_ESCAPES = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


async def read_arguments(request: web.Request) -> Arguments:
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    if request.query_string:
        values.update(request.query)
    if request.can_read_body:
        kind = request.content_type
        try:
            if kind == "multipart/form-data":
                await _read_parts(request, values, uploads)
            else:
                body = await request.read()
                if kind == "application/json":
                    values.update(_read_json(body))
                elif kind == "application/x-www-form-urlencoded":
                    values.update(_read_form(body))
        except web.HTTPRequestEntityTooLarge:
            raise Refused(413, "Request Entity Too Large") from None
        except UnicodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    return Arguments(values, uploads)


def _read_form(body: bytes) -> dict[str, str]:
    """As `parse_qsl` does, but in one step for a run of escapes, of which Russian texts consist."""
    values = {}
    for pair in body.split(b"&"):
        if pair:
            name, _, value = pair.partition(b"=")
            values[_unescaped(name)] = _unescaped(value)
    return values


def _unescaped(piece: bytes) -> str:
    piece = piece.replace(b"+", b" ")
    if b"%" in piece:
        piece = _ESCAPES.sub(_run_of_bytes, piece)
    return piece.decode("utf-8")


def _run_of_bytes(run: re.Match[bytes]) -> bytes:
    return bytes.fromhex(run[0].replace(b"%", b"").decode("ascii"))


def _read_json(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        values = read_json(body.decode("utf-8"))
    except UnicodeError:
        raise
    except ValueError:
        raise bad_request("can't parse request body as JSON") from None
    if not isinstance(values, dict):
        raise bad_request("can't parse request body as JSON: object expected")
    return values


async def _read_parts(
    request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]
) -> None:
    most = request.client_max_size
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytearray()
        while chunk := await part.read_chunk(1 << 16):
            total += len(chunk)
            if total > most:
                raise Refused(413, "Request Entity Too Large")
            content += chunk
        plain = part.decode(bytes(content))
        if part.filename is None:
            values[part.name] = plain.decode("utf-8")
        else:
            mime = part.headers.get("Content-Type", "")
            uploads[part.name] = Upload(part.filename, mime, plain)

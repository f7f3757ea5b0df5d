"""Files: photos and documents that the bot and people send, kept in memory under their file ids."""

from __future__ import annotations

import hashlib
import mimetypes
import struct
import zlib
from dataclasses import dataclass
from itertools import count
from typing import Any

from sandbox.telegram.errors import Refused, bad_request

MAX_PHOTO = 10 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0

    @property
    def page_url(self) -> str:
        return f"/sandbox/file/{self.id}"

    def photo_size(self) -> dict[str, Any]:
        return {**self._common(), "width": self.width, "height": self.height}

    def document(self) -> dict[str, Any]:
        return {"file_name": self.name, "mime_type": self.mime, **self._common()}

    def _common(self) -> dict[str, Any]:
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._numbers = count()

    def get(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> File | None:
        return self._by_path.get(path)

    def keep_photo(self, content: bytes) -> File:
        """A photo as Telegram takes it: decodable, of bearable size and shape."""
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > MAX_PHOTO:
            raise bad_request(
                f"file of size {len(content)} bytes is too big for a photo; "
                f"the maximum size is {MAX_PHOTO} bytes"
            )
        size = image_size(content)
        if size is None:
            raise Refused(400, "Bad Request: IMAGE_PROCESS_FAILED")
        width, height = size
        if min(size) < 1 or width + height > 10_000 or max(size) > 20 * min(size):
            raise Refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        kind = "png" if content.startswith(b"\x89PNG") else "jpg"
        return self._keep("photo", f"photo.{kind}", f"image/{kind}", content, size)

    def keep_document(self, name: str, content: bytes, mime: str = "") -> File:
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > MAX_UPLOAD:
            raise Refused(413, "Request Entity Too Large")
        name = name.replace("/", "_").replace("\\", "_") or "file"
        mime = mime.partition(";")[0].strip()
        if not mime or mime == "application/octet-stream":
            mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._keep("document", name, mime, content, (0, 0))

    def _keep(self, kind: str, name: str, mime: str, content: bytes, size: tuple[int, int]) -> File:
        number = next(self._numbers)
        digest = hashlib.blake2b(content, digest_size=9).hexdigest()
        suffix = name.rpartition(".")[2] if "." in name else "dat"
        suffix = suffix if suffix.isascii() and suffix.isalnum() else "dat"
        prefix = "AgAC" if kind == "photo" else "BQAC"
        file = File(
            id=f"{prefix}{digest}x{number}",
            unique_id=f"AQAD{digest}",
            kind=kind,
            name=name,
            mime=mime,
            content=content,
            path=f"{kind}s/file_{number}.{suffix}",
            width=size[0],
            height=size[1],
        )
        self._by_id[file.id] = file
        self._by_path[file.path] = file
        return file


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP picture; None when it is none or is broken."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png_size(content)
        if content.startswith(b"\xff\xd8"):
            return _jpeg_size(content)
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack("<HH", content[6:10])
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp_size(content)
    except (struct.error, IndexError, zlib.error):
        return None
    return None


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Walks over all pieces and their checksums, so that a torn file is not a picture."""
    at, size = 8, None
    unpacker = zlib.decompressobj()
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", content[at + 8 + length : at + 12 + length])
        if checksum != zlib.crc32(kind + data):
            return None
        if kind == b"IHDR":
            size = struct.unpack(">II", data[:8])
        elif kind == b"IDAT":
            unpacker.decompress(data)
        elif kind == b"IEND":
            return size if unpacker.eof else None
        at += 12 + length
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    if b"\xff\xd9" not in content[-4096:]:
        return None
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X":
        width = int.from_bytes(content[24:27], "little") + 1
        return width, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    return None

"""Bytes to text: a byte order mark where there is one, UTF-8, Windows-1252 for old files; never a guess beyond that.

Line ends stay as they are: offsets count in the text as decoded.
"""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import Problem
from claimcheck.sources.source import Note

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"))
_MARKS_16 = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x7f]")  # escape sequences (\x1b) are left to be shown inert
_ALLOWED_SHARE = 0.02


def decode(data: bytes, doc: str) -> tuple[str, list[Note]]:
    """The text and what is to be said of it. Empty text with an unread note where the bytes are no text."""
    for mark, encoding in (*_MARKS, *_MARKS_16):
        if data.startswith(mark):
            return _strict(data, doc, encoding)
    head = data[:8192]
    if b"\x00" in head or len(_BINARY.findall(head)) > _ALLOWED_SHARE * len(head):
        return "", [Note(Problem(doc, "binary, not text"))]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _windows(data, doc, error)


def _strict(data: bytes, doc: str, encoding: str) -> tuple[str, list[Note]]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        name = encoding.removesuffix("-sig").upper()
        return "", [Note(Problem(doc, f"begins with the mark of {name}, but byte {error.start} is none", line))]


def _windows(data: bytes, doc: str, error: UnicodeDecodeError) -> tuple[str, list[Note]]:
    line = data.count(b"\n", 0, error.start) + 1
    byte = data[error.start]
    if error.reason == "unexpected end of data" and error.start > len(data) - 4 and _mostly_utf8(data[: error.start]):
        return data[: error.start].decode("utf-8"), [
            Note(Problem(doc, "the last character is cut off; read without it", line), unread=False)
        ]
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return "", [Note(Problem(doc, f"neither UTF-8 nor Windows-1252 (byte 0x{byte:02x})", line))]
    return text, [Note(Problem(doc, f"not UTF-8 (byte 0x{byte:02x}); read as Windows-1252", line), unread=False)]


def _mostly_utf8(data: bytes) -> bool:
    return any(byte >= 0x80 for byte in data)

"""Foreign characters made visible and harmless, before text of an article reaches a terminal or a report."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\s+")
# what the log of a CI host would take for a command of its own: `::error`, `##[error]`
_COMMAND = re.compile(r"(?<!\S)::(?=[A-Za-z])|##(?=\[[A-Za-z])")
# control characters, marks that turn the direction of text, invisible ones, and halves of characters
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Text on one line: white space is one space; what a terminal or a CI host would obey or hide is spelled out."""
    plain = _UNSAFE.sub(_spelled, _BLANK.sub(" ", text))
    return _COMMAND.sub(_spelled, plain) if "::" in plain or "##[" in plain else plain


def _spelled(found: re.Match[str]) -> str:
    """The first character by its number, the rest as it is."""
    code = ord(found[0][0])
    return (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}") + found[0][1:]

"""The spelling under which a place name is looked up: lower case, no accents, no points, Saint as St."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("\u00df", "ss"),
        **dict.fromkeys("\u00e6", "ae"),
        **dict.fromkeys("\u0153", "oe"),
        **dict.fromkeys("\u00f8", "o"),
        **dict.fromkeys("\u0142", "l"),
        **dict.fromkeys("\u0111\u00f0", "d"),
        **dict.fromkeys("\u00fe", "th"),
        **dict.fromkeys("\u0131", "i"),
        **dict.fromkeys("\u0259", "a"),
        **dict.fromkeys("'\u2018\u2019\u02bb\u02bc\u02be\u02bf`\u00b4.", None),
    }
)
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def spelling(name: str) -> str:
    """`Saint-Étienne` and `St. Etienne` are both `st etienne`; `U.S.` is `us`."""
    text = name.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join([c for c in text if not unicodedata.combining(c)])
    text = text.replace(".", "").replace("'", "")
    if text.isalpha():
        return _SHORT.get(text, text)
    return " ".join([_SHORT.get(word, word) for word in _NOT_WORD.split(text) if word])

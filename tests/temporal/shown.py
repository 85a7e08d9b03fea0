"""A mention in one line, as the cases write it: `kind: span = value (timex) qualifier zone [low..high] #tag`."""

from __future__ import annotations

from claimcheck.model import Mention


def shown(text: str, mention: Mention) -> str:
    """What a reader needs to see; the timex only where it says more than the value, the interval only of times."""
    value = mention.value
    line = f"{mention.kind}: {text[mention.start : mention.end]} = {value.value}"
    if value.timex != value.value:
        line += f" ({value.timex})"
    if value.qualifier:
        line += f" {value.qualifier}"
    if value.unit:
        line += f" {value.unit}"
    if mention.kind == "time" and value.low != value.high:
        line += f" [{value.low}..{value.high}]"
    return line + "".join(f" #{tag}" for tag in mention.tags)

"""A mention as a line of the case files: `span | kind value unit qualifier low..high #tag`."""

from __future__ import annotations

from claimcheck.model import Mention


def shown(text: str, mention: Mention) -> str:
    """Unit, qualifier and tags where there are any; the interval of a count that is not one number."""
    value = mention.value
    parts = [mention.kind, str(value.value)]
    if value.unit:
        parts.append(value.unit)
    if value.qualifier and value.qualifier != "exact":
        parts.append(value.qualifier)
    if mention.kind == "count" and value.low != value.high:
        parts.append(f"{'' if value.low is None else value.low}..{'' if value.high is None else value.high}")
    parts += [f"#{tag}" for tag in mention.tags]
    return f"{text[mention.start : mention.end]} | {' '.join(parts)}"

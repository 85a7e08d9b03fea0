"""The baseline: findings that are known, so that a run fails only on new ones. Written and pruned by command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import Finding

BASELINE_FILE = "claimcheck.baseline.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline. Its id decides; rule, event and message are there for people who read the file."""

    id: str
    rule: str
    event: str
    message: str


def read_baseline(path: Path) -> tuple[Known, ...]:
    """The known findings. Raises ClaimcheckError where the file is none of ours."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be read: {error.strerror or error}")) from None
    except ValueError as error:
        raise ClaimcheckError(Problem(str(path), f"no baseline: {error}", getattr(error, "lineno", 0))) from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list) or data.get("version") != VERSION:
        raise ClaimcheckError(Problem(str(path), f"no baseline of version {VERSION}; write it anew: baseline write"))
    rows = data["findings"]
    wrong = [n for n, row in enumerate(rows, 1) if not isinstance(row, dict) or not isinstance(row.get("id"), str)]
    if wrong:
        raise ClaimcheckError(Problem(str(path), f"finding {wrong[0]} has no id"))
    return tuple(Known(row["id"], *(str(row.get(k, "")) for k in ("rule", "event", "message"))) for row in rows)


def write_baseline(path: Path, known: Iterable[Known]) -> None:
    """A finding a line, sorted, so that two versions of the file compare well."""
    rows = sorted(known, key=lambda k: (k.rule, k.event, k.id))
    lines = [json.dumps({"id": k.id, "rule": k.rule, "event": k.event, "message": k.message}) for k in rows]
    body = ",\n  ".join(lines)
    body = f"\n  {body}\n" if lines else ""
    text = f'{{"version": {VERSION}, "findings": [{body}]}}\n'
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ClaimcheckError(Problem(str(path), f"cannot be written: {error.strerror or error}")) from None


def known_of(findings: Iterable[Finding]) -> tuple[Known, ...]:
    """Findings as entries of a baseline."""
    return tuple(Known(f.id, f.rule, f.event, f.message) for f in findings)


def stale(known: Sequence[Known], findings: Iterable[Finding]) -> tuple[Known, ...]:
    """Entries that nothing answers to any more."""
    found = {finding.id for finding in findings}
    return tuple(entry for entry in known if entry.id not in found)

"""A saved `check --output json` report, read back: its claims and findings."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck.changes import Snapshot
from claimcheck.errors import ClaimcheckError, Problem
from claimcheck.model import CLAIM_FIELDS, Claim, Finding, Side, claim_from_row
from claimcheck.reports.rows import REPORT_VERSION, Plain

_KNOWN = frozenset(CLAIM_FIELDS)


def read_report(path: Path) -> Snapshot:
    """Raises ClaimcheckError where the file is no report of this version."""
    try:
        data: Plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ClaimcheckError(Problem(str(path), f"no saved report: {error}")) from None
    if not isinstance(data, dict) or data.get("version") != REPORT_VERSION or "findings" not in data:
        raise ClaimcheckError(Problem(str(path), "no saved report; make one with: check --output json:FILE"))
    try:
        return Snapshot(
            name=str(path),
            documents=tuple(row["doc"] for row in data["documents"]),  # type: ignore[index,union-attr,misc,call-overload]
            claims=tuple(_claim(row) for row in data["claims"]),  # type: ignore[union-attr,arg-type]
            findings=tuple(_finding(row) for row in data["findings"]),  # type: ignore[union-attr,arg-type]
        )
    except (KeyError, TypeError) as error:
        raise ClaimcheckError(Problem(str(path), f"a damaged report: {error}")) from None


def _claim(data: dict[str, Plain]) -> Claim:
    return claim_from_row({k: v for k, v in data.items() if k in _KNOWN})  # type: ignore[misc]  # our own rows


def _finding(data: dict[str, Plain]) -> Finding:
    words = {key: data[key] for key in ("id", "rule", "kind", "severity", "message", "event", "link", "help")}
    sides = tuple(Side(side["value"], tuple(map(_claim, side["claims"]))) for side in data["sides"])  # type: ignore[union-attr,call-overload,index,arg-type]  # our own report
    agrees, reasons = tuple(map(_claim, data["agrees"])), tuple(data["reasons"])  # type: ignore[arg-type]  # the same
    return Finding(**words, sides=sides, agrees=agrees, reasons=reasons)  # type: ignore[arg-type]

"""How a run is written. Adding a format is one file and one name in REPORTS."""

from __future__ import annotations

from claimcheck.reports import json, jsonl, text
from claimcheck.reports.report import Events, Format, Report, Style

__all__ = ["REPORTS", "Events", "Format", "Report", "Style"]

REPORTS: dict[str, Format] = {f.id: f for f in (text.FORMAT, json.FORMAT, jsonl.FORMAT)}

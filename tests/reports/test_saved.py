"""A saved report read back."""

from pathlib import Path

import pytest
from reports.sample import CLAIMS, KILLED, REPORT, TIME

from claimcheck.errors import ClaimcheckError
from claimcheck.reports import REPORTS, Style
from claimcheck.reports.saved import read_report


def test_claims_and_findings_come_back_as_they_were(tmp_path: Path):
    path = tmp_path / "r.json"
    path.write_text("".join(REPORTS["json"].findings(REPORT, Style())), encoding="utf-8")
    saved = read_report(path)
    assert saved.documents == tuple(article.doc for article in REPORT.articles)
    assert saved.claims == CLAIMS and saved.findings == (KILLED, TIME)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_another_file_is_refused_with_its_name(tmp_path: Path, text: str):
    (tmp_path / "r.json").write_text(text)
    with pytest.raises(ClaimcheckError, match=r"r\.json"):
        read_report(tmp_path / "r.json")

"""HTML: one self-contained page that loads nothing and runs only its own script. Needs the extra `html` (jinja2)."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.errors import ClaimcheckError
from claimcheck.reports.report import Format, Report, Style
from claimcheck.resources import data_file


def findings(report: Report, style: Style) -> Iterator[str]:
    """Findings by event, sides side by side, quotes marked in the articles. The page holds its own style and script."""
    del style
    try:
        from jinja2 import Environment, StrictUndefined  # an extra, and slow to import
    except ImportError:
        raise ClaimcheckError('--output html needs the extra "html": pip install "claimcheck-cli[html]"') from None
    look, script, template = (
        data_file(f"page/{name}").read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html.jinja")
    )
    from claimcheck.reports.page import page_of  # with all its views: for this format alone

    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    yield from made.from_string(template).generate(
        page=page_of(report), style=look, script=script, style_hash=_hash(look), script_hash=_hash(script)
    )
    yield "\n"


def _hash(text: str) -> str:
    """As a content security policy names an inline style or script."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


FORMAT = Format(id="html", summary="one self-contained page for a browser", findings=findings)

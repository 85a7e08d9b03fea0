"""HTML: one self-contained page that loads nothing and runs only its own script. Needs the extra `html` (jinja2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.reports.report import Format, Report, Style
from claimcheck.resources import data_file

if TYPE_CHECKING:
    from claimcheck.changes import Changes
    from claimcheck.reports.changed import ChangesPage
    from claimcheck.reports.views import Page


def findings(report: Report, style: Style) -> Iterator[str]:
    """Findings by event, sides side by side, quotes marked in the articles. The page holds its own style and script."""
    del style
    from claimcheck.reports.page import page_of  # with all its views: for this format alone

    yield from _written("page.html.jinja", lambda: page_of(report))


def changes(found: Changes, style: Style) -> Iterator[str]:
    """What differs between two readings: findings, then claims, old beside new. This page has no script."""
    del style
    from claimcheck.reports.changed import page_of_changes  # for `diff` alone

    yield from _written("changes.html.jinja", lambda: page_of_changes(found))


def _written(template: str, page: Callable[[], Page | ChangesPage]) -> Iterator[str]:
    try:
        from jinja2 import Environment, StrictUndefined  # an extra, and slow to import
    except ImportError:
        raise ClaimcheckError('--output html needs the extra "html": pip install "claimcheck-cli[html]"') from None
    look, script, frame = (
        data_file(f"page/{name}").read_text(encoding="utf-8") for name in ("page.css", "page.js", template)
    )
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    yield from made.from_string(frame).generate(
        page=page(), style=look, script=script, style_hash=_hash(look), script_hash=_hash(script)
    )
    yield "\n"


def _hash(text: str) -> str:
    """As a content security policy names an inline style or script."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


FORMAT = Format(id="html", summary="one self-contained page for a browser", findings=findings, changes=changes)

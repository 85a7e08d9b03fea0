"""The words that any corpus has in most articles, whatever a small one makes of them."""

from __future__ import annotations

from functools import cache

from claimcheck.resources import rules_dir
from claimcheck.yamlfile import read_yaml


@cache
def load_common() -> frozenset[str]:
    """rules/core/vocabulary/common.yaml: common words of English news, in lower case."""
    data = read_yaml(rules_dir() / "core" / "vocabulary" / "common.yaml").data
    return frozenset(str(data["common"]).split()) if isinstance(data, dict) else frozenset()

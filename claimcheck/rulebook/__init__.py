"""The rulebook: rule files to rules, their examples run as tests, and a rule explained."""

from __future__ import annotations

from claimcheck.rulebook.files import Examples, read_examples, read_rule, rule_files
from claimcheck.rulebook.load import load_rules, named_rules

__all__ = ["Examples", "load_rules", "named_rules", "read_examples", "read_rule", "rule_files"]

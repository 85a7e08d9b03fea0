"""The rulebook: rule files to rules, their examples run as tests, and a rule explained."""

from __future__ import annotations

from claimcheck.rulebook.files import Examples, load_rules, read_examples, read_rule, rule_files

__all__ = ["Examples", "load_rules", "read_examples", "read_rule", "rule_files"]

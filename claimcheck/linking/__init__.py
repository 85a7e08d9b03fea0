"""Linking: which articles are about one event, why, and how sure that is."""

from claimcheck.linking.decisions import Decision, read_decisions, write_decision
from claimcheck.linking.link import link
from claimcheck.linking.why import Why, why

__all__ = ["Decision", "Why", "link", "read_decisions", "why", "write_decision"]

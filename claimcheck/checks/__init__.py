"""The checks a rule can make, in one table."""

from __future__ import annotations

from claimcheck.checks import (
    agree,
    alike,
    arithmetic,
    ceiling,
    exclusive,
    expression,
    order,
    reference,
    require,
    wording,
)
from claimcheck.checks.check import AnyCheck, AnyRule, Group, Outcome, Rule

CHECKS: dict[str, AnyCheck] = {
    check.id: check
    for check in (
        agree.CHECK,
        alike.CHECK,
        exclusive.CHECK,
        order.CHECK,
        arithmetic.CHECK,
        ceiling.CHECK,
        reference.CHECK,
        wording.CHECK,
        require.CHECK,
        expression.CHECK,
    )
}

__all__ = ["CHECKS", "AnyCheck", "AnyRule", "Group", "Outcome", "Rule"]

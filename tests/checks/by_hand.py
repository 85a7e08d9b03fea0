"""Claims, groups and rules by hand, for tests of the checks: `count(2, "a")`, `group(...)`, `rule(...)`."""

from __future__ import annotations

from pathlib import Path

from claimcheck.checks import CHECKS, AnyRule, Group, Outcome, Rule
from claimcheck.model import Claim, Scalar, stable_id


def claim(kind: str, value: Scalar, *, doc: str = "a", start: int = 0, **more: object) -> Claim:
    """A claim with the fields that a test does not care about filled in."""
    text = str(more.pop("text", value))
    sentence = str(more.pop("sentence", text))
    return Claim(
        id=stable_id(doc, kind, start, value),
        doc=doc,
        kind=kind,
        value=value,
        text=text,
        start=start,
        end=start + len(text),
        line=1,
        column=start + 1,
        sentence=sentence,
        **{"event": "main", **more},  # type: ignore[arg-type]
    )


def count(n: float, doc: str, *, role: str | None = "killed", subject: str | None = "person", **more: object) -> Claim:
    """An exact count."""
    return claim("count", n, doc=doc, **{"low": n, "high": n, "role": role, "subject": subject, **more})


def clock(text: str, doc: str, *, role: str = "event", **more: object) -> Claim:
    """A clock time, "03:10"."""
    hour, minute = map(int, text.split(":"))
    minutes = hour * 60 + minute
    return claim("time", text, doc=doc, **{"low": minutes, "high": minutes, "role": role, **more})


def group(*claims: Claim, **more: object) -> Group:
    """The claims as those of one event that is told by their documents."""
    given = {"event": "e1", "scope": "event", "link": "likely", **more}
    documents = tuple(sorted({c.doc for c in claims}))
    ordered = tuple(sorted(claims, key=lambda c: (c.doc, c.start)))
    return Group(**{"documents": documents, "claims": ordered, **given})  # type: ignore[arg-type]


def rule(check: str, options: object, **more: object) -> AnyRule:
    """A rule with these options."""
    fixed: dict[str, object] = {"id": "r", "summary": "what must hold", "pack": Path("rules/core")}
    return Rule(check=check, options=options, **{**fixed, **more})  # type: ignore[arg-type]


def judged(a_rule: AnyRule, a_group: Group) -> Outcome:
    """What the rule says of the group."""
    return CHECKS[a_rule.check].evaluate(a_rule, a_group)


def values(outcome: Outcome) -> list[dict[str, list[str]]]:
    """The sides of each clash: value -> documents."""
    return [{side.value: sorted({c.doc for c in side.claims}) for side in clash.sides} for clash in outcome.clashes]

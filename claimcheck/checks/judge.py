"""Judge: every rule on every event, article or corpus it is for. A pure function of what was read and linked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.checks.check import NOTHING, AnyRule, Clash, Group, Scope
from claimcheck.checks.grounds import judged
from claimcheck.checks.panel import Panel, Sort, needs_of, roles_of
from claimcheck.model import Article, Claim, Event, Extraction, Finding, NotRun, Undecided, stable_id

FINGERPRINT = "1"  # raised whenever what goes into a finding's id changes
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
TIES = ("date", "location")  # what ties a passing mention to the event is no evidence on it
PLACEHOLDERS = ("sides", "subject", "event", "place", "date", "why")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say. `compared`: rule -> how many comparisons it made."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    not_run: tuple[NotRun, ...]
    compared: Mapping[str, int] = field(default_factory=dict)


def judge(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    rules: Sequence[AnyRule],
    *,
    group_of: Callable[[str], str] = lambda _: "",
) -> Judgement:
    """Every rule on every group of claims of its scope. `group_of`: document -> the group it may be compared in."""
    return concluded(tallied(extractions, events, Panel(rules), group_of=group_of), rules)


@dataclass(slots=True)
class Said:
    """What rules say of some groups, in the order of the groups. `tally`: rule -> how many groups there were, groups
    with claims of its kinds, and of its roles, comparisons and doubts."""

    findings: list[Finding]
    undecided: list[Undecided]
    tally: dict[str, Counter[str]]


def concluded(said: Said, rules: Sequence[AnyRule]) -> Judgement:
    """Everything in order, and the rules that compared nothing."""
    findings = sorted(said.findings, key=finding_place)
    undecided = sorted(said.undecided, key=undecided_place)
    tally = said.tally
    not_run = [NotRun(r.id, _reason(r, tally[r.id])) for r in rules if _idle(tally[r.id])]
    return Judgement(
        tuple(findings), tuple(undecided), tuple(not_run), {rule: count["compared"] for rule, count in tally.items()}
    )


def tallied(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    panel: Panel,
    *,
    group_of: Callable[[str], str] = lambda _: "",
) -> Said:
    """Every rule on every group of claims of its scope: article, event, corpus."""
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    tally: dict[str, Counter[str]] = {rule.id: Counter() for rule in panel.rules}
    sorts: Counter[Sort] = Counter()
    scopes = {rule.scope for rule in panel.rules}
    for group in _groups(extractions, events, scopes, group_of):
        roles_of, sort = group.roles, panel.sort(group)
        every = frozenset().union(*roles_of.values())
        sorts[sort] += 1
        for asked in panel.bench(sort).asked:
            rule, count = asked.rule, tally[asked.rule.id]
            count["roles"] += not (asked.roles and asked.roles.isdisjoint(every))
            for kind, roles in asked.hears:
                if roles.isdisjoint(roles_of.get(kind, ())):
                    break
            else:
                outcome = judged(asked.check, rule, group)
                if outcome is NOTHING:
                    continue
                count["compared"] += outcome.compared
                count["doubts"] += len(outcome.doubts)
                findings += [_finding(rule, group, clash) for clash in outcome.clashes]
                undecided += [Undecided(rule.id, group.event, d.reason, d.claims) for d in outcome.doubts]
    for sort, groups in sorts.items():
        bench = panel.bench(sort)
        for rule in bench.idle:
            tally[rule.id]["groups"] += groups
        for asked in bench.asked:
            tally[asked.rule.id].update(groups=groups, claims=groups)
    return Said(findings, undecided, tally)


def _idle(count: Counter[str]) -> bool:
    return not count["compared"] and not count["doubts"]


def _reason(rule: AnyRule, count: Counter[str]) -> str:
    if not count["groups"]:
        return f"no event of type {' or '.join(rule.event)}" if rule.event else f"no {rule.scope}"
    if not count["claims"]:
        return f"no claim of kind {' or '.join(needs_of(rule))}"
    if not count["roles"]:
        return f"no claim of {' or '.join(needs_of(rule))} with the role {' or '.join(sorted(roles_of(rule)))}"
    return "nothing to compare" if rule.scope == "article" else "no two articles on one event say anything it compares"


def _groups(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    scopes: Collection[Scope],
    group_of: Callable[[str], str],
) -> Iterator[Group]:
    dates = {x.article.doc: x.article.date for x in extractions if x.article.date}
    articles = {x.article.doc: x.article for x in extractions}
    if "article" in scopes:
        yield from _articles(extractions, events, dates, articles)
    if "event" in scopes:
        yield from _events(extractions, events, dates, articles)
    if "corpus" in scopes:
        yield from _corpora(extractions, events, dates, articles, group_of)


def _articles(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    dates: Mapping[str, str],
    articles: Mapping[str, Article],
) -> Iterator[Group]:
    main = {doc: event for event in events for doc in event.main_documents}
    for extraction in extractions:
        doc = extraction.article.doc
        event = main.get(doc)
        yield Group(
            event=event.id if event else doc,
            scope="article",
            documents=(doc,),
            claims=extraction.claims,
            kind=event.kind if event else extraction.events[0].kind,
            date=event.date if event else None,
            place=event.place if event else None,
            dates=dates,
            articles=articles,
        )


def _events(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    dates: Mapping[str, str],
    articles: Mapping[str, Article],
) -> Iterator[Group]:
    hanging: dict[tuple[str, str], list[Claim]] = {}
    for extraction in extractions:
        doc = extraction.article.doc
        for claim in extraction.claims:
            if claim.event is not None:
                hanging.setdefault((doc, claim.event), []).append(claim)
    for event in events:
        claims = [
            claim
            for doc, key in event.mentions
            for claim in hanging.get((doc, key), ())
            if doc in event.main_documents or not event.main_documents or claim.kind not in TIES
        ]
        if claims:
            claims.sort(key=lambda c: (c.doc, c.field != "title", c.start))
            yield Group(
                event=event.id,
                scope="event",
                documents=event.documents,
                claims=tuple(claims),
                kind=event.kind,
                date=event.date,
                place=event.place,
                link=event.link,
                reasons=event.reasons,
                loose=frozenset(event.loose),
                several=frozenset(event.several),
                dates=_first_dates(dates, event.copies),
                witness=_witnesses(event.copies),
                articles=articles,
            )


def _corpora(
    extractions: Sequence[Extraction],
    events: Sequence[Event],
    dates: Mapping[str, str],
    articles: Mapping[str, Article],
    group_of: Callable[[str], str],
) -> Iterator[Group]:
    parts: dict[str, list[Extraction]] = {}
    for extraction in extractions:
        parts.setdefault(group_of(extraction.article.doc), []).append(extraction)
    copies = tuple(dict.fromkeys(group for event in events for group in event.copies))
    for name, members in sorted(parts.items()):
        yield Group(
            event=name,
            scope="corpus",
            documents=tuple(x.article.doc for x in members),
            claims=tuple(claim for x in members for claim in x.claims),
            link="likely",
            dates=_first_dates(dates, copies),
            witness=_witnesses(copies),
            articles=articles,
        )


def _witnesses(copies: Iterable[Sequence[str]]) -> dict[str, str]:
    return {doc: group[0] for group in copies for doc in group[1:]}


def _first_dates(dates: Mapping[str, str], copies: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """A text that was printed several times is as old as its first printing."""
    if not copies:
        return dates
    first = {group[0]: min((d for doc in group if (d := dates.get(doc))), default="") for group in copies}
    return {**dates, **{doc: day for doc, day in first.items() if day}}


def _finding(rule: AnyRule, group: Group, clash: Clash) -> Finding:
    docs = {claim.doc for side in clash.sides for claim in side.claims}
    link = group.link_of(clash.sides) if len(docs) > 1 else "alone"
    severity = clash.severity or rule.severity
    message = _message(rule, group, clash)
    if link == "weak":
        severity = "warning" if severity == "error" else severity
        message += " (if these reports are of one event: they are linked weakly)"
    values = [f"{side.value}\x1e" + "\x1e".join(sorted(c.text for c in side.claims)) for side in clash.sides]
    return Finding(
        id=stable_id(FINGERPRINT, rule.id, group.event, *sorted(values)),
        rule=rule.id,
        kind=clash.kind,
        severity=severity,
        message=message,
        event=group.event,
        link=link,
        sides=clash.sides,
        agrees=clash.agrees,
        reasons=group.reasons if len(docs) > 1 else (),
        help="; ".join(filter(None, (clash.help, rule.help))),
    )


def _message(rule: AnyRule, group: Group, clash: Clash) -> str:
    known = {
        "sides": " against ".join(side.value for side in clash.sides),
        "subject": clash.subject or "",
        "event": group.kind or "event",
        "place": group.place or "",
        "date": group.date or "",
        "why": clash.note,
    }
    template = rule.message or rule.summary
    message = _PLACEHOLDER.sub(lambda m: known.get(m[1], m[0]), template)
    return f"{message} ({clash.note})" if clash.note and "{why}" not in template else message


def finding_place(finding: Finding) -> tuple[str, int, str, str]:
    """What findings are sorted by."""
    first = finding.sides[0].claims[0]
    return first.doc, first.start, finding.rule, finding.id


def undecided_place(undecided: Undecided) -> tuple[str, str, tuple[tuple[str, int], ...]]:
    """What doubts are sorted by."""
    return undecided.rule, undecided.event, tuple([(c.doc, c.start) for c in undecided.claims])

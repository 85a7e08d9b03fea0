"""Articles, claims, mentions, events and findings as plain tuples, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from claimcheck.linking.profile import Profile
from claimcheck.model import CLAIM_FIELDS, Article, Claim, Event, EventMention, Extraction, Finding, Side, Undecided
from claimcheck.shards.slip import Plain

_ARTICLE = attrgetter(*(field.name for field in fields(Article)))
_CLAIM = attrgetter(*CLAIM_FIELDS)
_MENTION = attrgetter(*(field.name for field in fields(EventMention)))
_EVENT = attrgetter(*(field.name for field in fields(Event)))
_PROFILE = attrgetter(*(field.name for field in fields(Profile) if field.name not in ("main", "words")))
_FINDING = attrgetter(*(field.name for field in fields(Finding) if field.name not in ("sides", "agrees")))

article_row = _ARTICLE
mention_row = _MENTION
event_row = _EVENT


def article_from(row: Plain) -> Article:
    """The inverse of `article_row`."""
    return Article(*row)


def mention_from(row: Plain) -> EventMention:
    """The inverse of `mention_row`."""
    return EventMention(*row)


def event_from_row(row: Plain) -> Event:
    """The inverse of `event_row`."""
    return Event(*row)


def claim_rows(claims: Iterable[Claim]) -> Plain:
    """Claims as tuples of their fields."""
    return tuple(map(_CLAIM, claims))


def claims_from(rows: Plain) -> tuple[Claim, ...]:
    """The inverse of `claim_rows`."""
    return tuple(Claim(*row) for row in rows)


def extraction_row(extraction: Extraction) -> Plain:
    """All of one article."""
    return _ARTICLE(extraction.article), claim_rows(extraction.claims), tuple(map(_MENTION, extraction.events))


def extraction_from(row: Plain) -> Extraction:
    """The inverse of `extraction_row`."""
    article, claims, events = row
    return Extraction(Article(*article), claims_from(claims), tuple(map(mention_from, events)))


def profile_row(profile: Profile, *, words: bool) -> Plain:
    """A profile, with or without its words."""
    return _MENTION(profile.main), dict(profile.words) if words else {}, _PROFILE(profile)


def profile_from(row: Plain) -> Profile:
    """The inverse of `profile_row`."""
    main, words, (doc, *others) = row
    counted: Counter[str] = Counter()
    dict.update(counted, words)  # the order of the words is kept: sums of floats depend on it
    day, *rest = others
    return Profile(doc, mention_from(main), day, counted, *rest)


def finding_row(finding: Finding) -> Plain:
    """A finding with the claims of its sides."""
    sides = tuple((side.value, claim_rows(side.claims)) for side in finding.sides)
    return _FINDING(finding), sides, claim_rows(finding.agrees)


def finding_from(row: Plain) -> Finding:
    """The inverse of `finding_row`."""
    (id_, rule, kind, severity, message, event, link, reasons, help_), sides, agrees = row
    return Finding(
        id=id_,
        rule=rule,
        kind=kind,
        severity=severity,
        message=message,
        event=event,
        link=link,
        sides=tuple(Side(value, claims_from(claims)) for value, claims in sides),
        agrees=claims_from(agrees),
        reasons=reasons,
        help=help_,
    )


def undecided_row(undecided: Undecided) -> Plain:
    """What could not be decided."""
    return undecided.rule, undecided.event, undecided.reason, claim_rows(undecided.claims)


def undecided_from(row: Plain) -> Undecided:
    """The inverse of `undecided_row`."""
    rule, event, reason, claims = row
    return Undecided(rule, event, reason, claims_from(claims))

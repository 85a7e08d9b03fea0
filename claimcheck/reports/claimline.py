"""A claim as a line of JSON: what `json.dumps(claim_row(claim), ensure_ascii=False)` says, in a third of the time.

A corpus has hundreds of thousands of claims (8.4 microseconds each by the encoder, 2.8 here), and what neighbours
share, document, sentence, voice and event, is written once and taken from there. Numbers never are: 1 and 1.0 would be
one key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import isfinite

from claimcheck.model import Claim, Scalar

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_QUOTE = json.encoder.encode_basestring  # in C where there is C
_SCOPE = ("polarity", "certainty", "speaker", "event", "date", "place")


def claim_lines(claims: Iterable[Claim]) -> str:
    """The claims of an article, a line each."""
    quote, parts, scopes = _QUOTE, list[str](), dict[tuple[str | None, ...], str]()
    add = parts.append
    doc, sentence = "", ""
    quoted, said = quote(doc), quote(sentence)
    for c in claims:
        if c.doc is not doc:
            doc, quoted = c.doc, quote(c.doc)
        if c.sentence is not sentence:
            sentence, said = c.sentence, quote(c.sentence)
        value, low, high = c.value, c.low, c.high  # most are whole numbers, and a call takes longer than to write them
        add(
            f'{{"id": {quote(c.id)}, "doc": {quoted}, "kind": {quote(c.kind)}, '
            f'"value": {quote(value) if type(value) is str else _scalar(value)}, '
            f'"text": {quote(c.text)}, "start": {c.start}, "end": {c.end}, "line": {c.line}, "column": {c.column}, '
            f'"sentence": {said}, "field": {quote(c.field)}, "role": {"null" if c.role is None else quote(c.role)}'
        )
        if c.subject is not None:
            add(f', "subject": {quote(c.subject)}')
        if c.qualifier is not None:
            add(f', "qualifier": {quote(c.qualifier)}')
        if low is not None:
            add(f', "low": {low if type(low) is int else _scalar(low)}')
        if high is not None:
            add(f', "high": {high if type(high) is int else _scalar(high)}')
        if c.unit is not None:
            add(f', "unit": {quote(c.unit)}')
        if c.timex is not None:
            add(f', "timex": {quote(c.timex)}')
        scope = (c.polarity, c.certainty, c.speaker, c.event, c.date, c.place)  # _SCOPE
        add(scopes.get(scope) or scopes.setdefault(scope, _words(scope)))
        if c.lat is not None:
            add(f', "lat": {_scalar(c.lat)}')
        if c.lon is not None:
            add(f', "lon": {_scalar(c.lon)}')
        if c.geonameid is not None:
            add(f', "geonameid": {_scalar(c.geonameid)}')
        add("}\n" if c.marks is None else f', "marks": {quote(c.marks)}}}\n')
    return "".join(parts)


def _words(scope: tuple[str | None, ...]) -> str:
    said = zip(_SCOPE, scope, strict=True)
    return "".join([f', "{name}": {_QUOTE(words)}' for name, words in said if words is not None])


def _scalar(value: Scalar) -> str:
    if isinstance(value, str):
        return _QUOTE(value)
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    return _ENCODE(value)

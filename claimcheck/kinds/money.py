"""Money: an amount and its currency, which stands before the number ($, USD, Rs) or after it (euros, Swiss francs).

The value is in units of the currency as named: 12 cents is 12, unit cent; low and high are in the whole currency.
"""

from __future__ import annotations

from functools import cache

from claimcheck.kinds.amount import Amount, compare_intervals, interval, read_written, write_amount
from claimcheck.kinds.kind import Kind
from claimcheck.kinds.wording import currencies, currency_phrases
from claimcheck.model import Claim, Comparison, Value
from claimcheck.text.numbers import Numeral, whole
from claimcheck.text.passage import Passage
from claimcheck.text.phrases import Phrases, listed

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
_VIDEO = frozenset({480, 720, 1080, 1440, 2160})  # lines of a picture: 1080p is no money
_HOURS = 12  # 6p and 6c are times, notes and seats
_LARGE = 1000  # from here on "won" is money and no verb
_CAPITALS_NOT_NEEDED = frozenset({"usd", "eur", "gbp", "jpy", "cny", "inr", "chf", "sek", "rmb"})


def money_value(amount: Amount, unit: str) -> Value:
    """The value of an amount of money. Cents and such count in `value`, whole currency in low and high."""
    minor = currencies().minor.get(unit)
    part = minor.part if minor else 1
    low, high = interval(amount if amount.step >= 2 else amount._replace(step=0.0), counted=False)
    if part > 1:
        low, high = (None if v is None else whole(v / part) for v in (low, high))
    return Value(whole(amount.value), low=low, high=high, qualifier=amount.qualifier, unit=unit)


def currency_before(passage: Passage, read: Numeral) -> tuple[str, int] | None:
    """Unit and position of the first word of the currency that stands before a number: $, US$, C $, USD, Rs."""
    words, first = passage.words, read.first
    if passage.starts[first] < read.start:  # "rs500": letters and digits are one word
        return _attached(passage, read)
    if first == 0:
        return None
    known, word = currencies(), words[first - 1]
    if read.start - passage.ends[first - 1] > 2:
        return None
    if word in known.symbols:
        return _with_letters(passage, first - 1, known.symbols[word])
    found = _before_phrases().before(words, first)
    if found is None or (word.upper() == found[0] and not _is_code(passage, first - 1)):
        return None
    return found


def currency_after(passage: Passage, i: int, read: Numeral) -> tuple[str, int, int] | None:
    """Unit, scale and position after the currency that stands at word `i` after a number: euros, Swiss francs, MEUR."""
    words = passage.words
    if words[i : i + 1] == ("-",) and passage.starts[i] == read.end:
        i += 1
    found = currency_phrases().after(words, i)
    if found is None:
        return None
    (unit, scale), after = found
    if after == i + 1 and unit in currencies().codes and words[i].upper().endswith(unit) and not _is_code(passage, i):
        return None
    if words[i] in ("pound", "pounds") and after == i + 1 and not _is_sterling(words, after, read):
        return None
    if words[i] == "won" and read.value < _LARGE:
        return None
    return unit, scale, after


def currency_suffix(passage: Passage, read: Numeral) -> tuple[str, int] | None:
    """Unit and scale of letters right at the digits: 115USD, 100元, 50p."""
    known, suffix = currencies(), read.suffix
    written = passage.folded[read.end - len(suffix) : read.end]
    for name, minor in known.minor.items():
        if suffix in listed(minor.short) and written == suffix and read.value not in _VIDEO and read.value > _HOURS:
            return name, 1
    found = currency_phrases().index.get(suffix, ())
    return next((meaning for phrase, meaning in found if phrase == (suffix,)), None)


def _is_sterling(words: tuple[str, ...], after: int, read: Numeral) -> bool:
    """A million pounds are money unless they are pounds of something; three pounds are a weight. A hundred thousand in
    words are a sum: large weights are written in digits."""
    large = read.scaled and read.value >= (10**6 if read.digits else 10**5)
    return large and words[after : after + 1] != ("of",)


def _is_code(passage: Passage, i: int) -> bool:
    """Codes are written in capitals, except those that nobody takes for a word."""
    written = passage.folded[passage.starts[i] : passage.ends[i]]
    return written.lower()[-3:] in _CAPITALS_NOT_NEEDED or (written.isupper() and not passage.capitals)


def _with_letters(passage: Passage, i: int, unit: str) -> tuple[str, int]:
    """The letters before a sign: US$, A$, C $; without any it is what the sign alone means."""
    words, known = passage.words, currencies()
    if unit == "USD" and i > 0:
        touching = passage.ends[i - 1] == passage.starts[i]
        found = _letters().before(words, i)
        if found and (touching or " ".join(words[found[1] : i]).replace(" ", "") in known.prefixed_spaced):
            return found
    return unit, i


def _attached(passage: Passage, read: Numeral) -> tuple[str, int] | None:
    word = passage.words[read.first]
    letters = word[: read.start - passage.starts[read.first]]
    known = currencies()
    if letters.upper() in known.codes:
        return letters.upper(), read.first
    unit = known.before.get(letters)
    grouped = "," in passage.lower[read.start : read.end] or read.scaled
    return (unit, read.first) if unit and (grouped or letters not in known.before_attached) else None


@cache
def _before_phrases() -> Phrases[str]:
    known = currencies()
    free = {word: unit for word, unit in known.before.items() if word not in known.before_attached}
    return Phrases(free | {code: code for code in known.codes if code not in known.not_words}, backwards=True)


@cache
def _letters() -> Phrases[str]:
    return Phrases(currencies().prefixed, backwards=True)


def normalise(text: str) -> Value | None:
    """ "$4.5 billion", "USD 22.5 million", "12 cents", "about 300,000 euros"."""
    found = read_written(text)
    if found is None or found.read.form == "ordinal":
        return None
    words, last = found.passage.words, found.last
    before = currency_before(found.passage, found.read)
    if before:
        return money_value(found.amount(), before[0]) if (before[1], last.after) == (found.first, len(words)) else None
    if last.suffix:
        attached = currency_suffix(found.passage, last)
        after = (*attached, last.after) if attached else None
    else:
        after = currency_after(found.passage, last.after, last)
    if after is None or after[1] != 1 or after[2] != len(words) or found.read.first > found.first:
        return None
    return money_value(found.amount(), after[0])


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Amounts of one currency clash where their intervals do not meet. "Rupee" may be the Indian and is compared with
    it; different currencies are not compared."""
    if a.unit is None or b.unit is None or not (currencies().members(a.unit) & currencies().members(b.unit)):
        return Comparison.UNKNOWN
    same = (a.value, a.unit, a.qualifier, a.low, a.high) == (b.value, b.unit, b.qualifier, b.low, b.high)
    return compare_intervals((a.low, a.high), (b.low, b.high), same=same, within=within, relative=relative)


def render(claim: Claim) -> str:
    """ "$4.5 billion", "USD 4.5 billion" where there is no sign for it, "12 cents"."""
    unit = claim.unit or ""
    known = currencies()
    minor, family = known.minor.get(unit), known.families.get(unit)
    part = minor.part if minor else 1
    after = [f" {word}" for word in listed((minor or family).words)[1::-1]] if minor or family else []  # type: ignore[union-attr]
    around = [("", word) for word in after] or [(_SIGNS.get(unit, f"{unit} "), "")]
    to = None if claim.high is None else whole(claim.high * part)
    return write_amount(claim, normalise, around, to=to)


KIND = Kind(id="money", summary="an amount of money", normalise=normalise, compare=compare, render=render)

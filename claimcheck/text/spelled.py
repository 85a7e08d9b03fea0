"""Numbers in words: twenty-six, two hundred and six, 1.2 million, two thirds, dozens, several hundred."""

from __future__ import annotations

from claimcheck.text.cardinals import chain, small_number
from claimcheck.text.numeral import Number, Numeral, Numerals, times, whole
from claimcheck.text.passage import Passage

_LARGEST = 10**12  # a few hundred thousand, but no "few trillion trillion"


def read_spelled(passage: Passage, i: int, numerals: Numerals) -> Numeral | None:
    """The number whose first number word is word `i`; an article before it ("a dozen") becomes part of it."""
    word = passage.words[i]
    if word in numerals.cardinals:
        following = passage.words[i + 1] if i + 1 < len(passage.words) else ""
        if following.isalpha() and following not in ("and", "point") and not _goes_on(following, numerals):
            return _at(passage, numerals.cardinals[word], i, i + 1)  # nearly always
        return go_on(passage, chain(passage, None, i, numerals), numerals)
    if word in numerals.open:
        return _open(passage, i, numerals)
    if word in numerals.vague:
        return _with_article(passage, _vague(passage, i, numerals))
    if word in numerals.groups:
        return _with_article(passage, _at(passage, numerals.groups[word], i, i + 1))
    if word in numerals.parts:
        return _with_article(passage, _half(passage, i, numerals))
    if word in numerals.scales:
        return _bare_scale(passage, i, numerals)
    if word in numerals.ordinals:
        read = _at(passage, numerals.ordinals[word], i, i + 1, form="ordinal")
        share = _article_share(passage, _with_article(passage, read), numerals)
        return share if share.form != "ordinal" else read
    return None


def _goes_on(word: str, numerals: Numerals) -> bool:
    """May the word be part of a number that has begun: twenty six, two hundred, two thirds."""
    if word in numerals.cardinals or word in numerals.scales or word in numerals.ordinals:
        return True
    return _below(word, numerals) > 0


def go_on(passage: Passage, read: Numeral | None, numerals: Numerals) -> Numeral | None:
    """What may follow a number and belong to it: million, thirds, and a half."""
    if read is None or read.form != "cardinal":
        return read
    words, after = passage.words, read.after
    following = words[after] if after < len(words) else ""
    if following == "-" and after + 1 < len(words):
        after += 1
        following = words[after]
        if following == "and" and words[after + 1 : after + 2] == ("-",):
            return _and_part(passage, read, after + 2, numerals)  # seven-and-a-half
    below = _below(following, numerals)
    if below and (read.value == 1 or following not in numerals.ordinals):
        if read.digits:  # "2 fifths" is rare, "3 quarters" are quarters of a game or a year
            return read
        return _share(passage, read, whole(read.value) / below, after, numerals)
    if following == "and":
        return _and_part(passage, read, after + 1, numerals)
    return read


def go_on_digits(passage: Passage, read: Numeral, numerals: Numerals) -> Numeral:
    """Digits, and the number words after them: 1.2 million, 4 thousand 3 hundred and 21, 3 dozen."""
    words, after = passage.words, read.after
    following = words[after] if after < len(words) else ""
    if following == "-":
        following = words[after + 1] if after + 1 < len(words) else ""
        if following not in numerals.scales:
            return read
    elif following == "and":
        return _and_part(passage, read, after + 1, numerals)
    elif following not in numerals.scales and numerals.ordinals.get(following, 0) < 1000:
        return _spaced_letter(passage, read, numerals)
    return go_on(passage, chain(passage, read, after, numerals), numerals) or read


def _at(passage: Passage, value: Number, first: int, after: int, *, form: str = "cardinal") -> Numeral:
    return Numeral(value, passage.starts[first], passage.ends[after - 1], first, after, form)


def _with_article(passage: Passage, read: Numeral) -> Numeral:
    before = passage.words[read.first - 1] if read.first else ""
    if before not in ("a", "an"):
        return read
    return read._replace(first=read.first - 1, start=passage.starts[read.first - 1])


def _below(word: str, numerals: Numerals) -> int:
    """The denominator that a word names: thirds, quarter, hundredths; 0 for none. Seconds and firsts are none."""
    part = numerals.parts.get(word)
    if part:
        return part
    value = numerals.ordinals.get(word) or (word.endswith("s") and numerals.ordinals.get(word[:-1])) or 0
    return value if value > 2 else 0


def _share(passage: Passage, read: Numeral, value: float, at: int, numerals: Numerals) -> Numeral:
    """Two thirds; three quarters (of a) million."""
    form = "share" if 0 < value < 1 else "cardinal"  # "twenty fifths" are four
    read = read._replace(value=whole(value), end=passage.ends[at], after=at + 1, form=form, step=0)
    return _scale_of(passage, read, numerals)


def _scale_of(passage: Passage, read: Numeral, numerals: Numerals) -> Numeral:
    """Half a million, half million, a quarter of a million."""
    words, after = passage.words, read.after
    after += words[after : after + 1] in (("of",), ("-",))
    after += words[after : after + 1] in (("a",), ("an",))
    after += words[after : after + 1] == ("-",)
    scale = numerals.scales.get(words[after], 0) if after < len(words) and words[after] not in numerals.open else 0
    if not scale:
        return read
    value = whole(read.value * scale)
    return read._replace(value=value, end=passage.ends[after], after=after + 1, form="round", scaled=scale > 12)


def _half(passage: Passage, i: int, numerals: Numerals) -> Numeral:
    """Half, a quarter; half a dozen."""
    return _scale_of(passage, _at(passage, 1 / numerals.parts[passage.words[i]], i, i + 1, form="share"), numerals)


def _article_share(passage: Passage, read: Numeral, numerals: Numerals) -> Numeral:
    """ "A third of the crew", "by a fifth" are shares; "a third man" and "injured a third" are ordinals."""
    if read.after - read.first < 2 or read.value < 3:
        return read
    words = passage.words
    before = words[read.first - 1] if read.first else ""
    following = words[read.after] if read.after < len(words) else ""
    alone = not before and not following
    if following == "of" or alone or (before in numerals.share_leads and following not in ("", "-")):
        return _scale_of(passage, read._replace(value=1 / read.value, form="share"), numerals)
    return read


def _open(passage: Passage, i: int, numerals: Numerals) -> Numeral | None:
    """Dozens, hundreds of thousands: so many at least."""
    words, value, after = passage.words, numerals.open[passage.words[i]], i + 1
    scale = 0
    if words[after : after + 1] == ("of",) and after + 1 < len(words) and words[after + 1] in numerals.open:
        scale = numerals.scales.get(words[after + 1], 0)
        if scale > 12:
            value, after = value * scale, after + 2
    if words[i] == "tens" and words[i + 1 : i + 2] != ("of",):
        return None
    return _at(passage, value, i, after, form="open")._replace(low=value, scaled=True)


def _vague(passage: Passage, i: int, numerals: Numerals) -> Numeral:
    """Several, a few hundred, a couple of thousand."""
    words = passage.words
    value, low, high = numerals.vague[words[i]]
    after, scale = i + 1, 1
    if words[after : after + 1] == ("of",) and after + 1 < len(words) and words[after + 1] in numerals.scales:
        after += words[after + 1] not in numerals.open
    while after < len(words) and words[after] in numerals.scales and words[after] not in numerals.open:
        if scale * numerals.scales[words[after]] > _LARGEST:
            break
        scale, after = scale * numerals.scales[words[after]], after + 1
    read = _at(passage, value * scale, i, after, form="vague")
    return read._replace(low=low * scale, high=high * scale, scaled=scale > 1)


def _bare_scale(passage: Passage, i: int, numerals: Numerals) -> Numeral | None:
    """A hundred and six, a million; "dozen" also stands without an article."""
    read = chain(passage, None, i, numerals)
    if read is None:
        return None
    read = _with_article(passage, read)
    if read.first == i and passage.words[i] not in ("dozen",) and numerals.scales[passage.words[i]] != 12:
        return None
    return go_on(passage, read, numerals)


def _spaced_letter(passage: Passage, read: Numeral, numerals: Numerals) -> Numeral:
    """10 k, 3 M: the letter as written, right after one or two spaces."""
    if read.after >= len(passage.starts):
        return read
    start, end = passage.starts[read.after], passage.ends[read.after]
    if not 0 < start - read.end <= 2:
        return read
    scale = numerals.letters_spaced.get(passage.folded[start:end])
    return times(read, scale, end=end, after=read.after + 1) if scale else read


def _and_part(passage: Passage, read: Numeral, i: int, numerals: Numerals) -> Numeral:
    """Two and a half (million); 3 million and a half; one hundred and three and two thirds."""
    words = passage.words
    if i + 1 >= len(words):
        return read
    above, at = (1, i + 1) if words[i] in ("a", "an") else small_number(words, i, numerals)
    at += words[at : at + 1] == ("-",)
    word = words[at] if at < len(words) else ""
    below = _below(word, numerals)
    plural = word.endswith("s") or word == "halves"
    if not above or not below or (above > 1) != plural or above >= below:
        return read
    scale = numerals.scales.get(words[read.after - 1], 1) if read.scaled else 1
    explicit = numerals.scales.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if explicit and words[at + 1] not in numerals.open:
        value = (read.value if scale > 1 else read.value * explicit) + above / below * explicit
        return read._replace(value=whole(value), end=passage.ends[at + 1], after=at + 2, scaled=True, step=0)
    value = whole(read.value + above / below * scale)
    return read._replace(value=value, end=passage.ends[at], after=at + 1, step=0)

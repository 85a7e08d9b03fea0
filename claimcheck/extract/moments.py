"""What a time, date or place is of: the event, its announcement, a court, a stamp. Decided by the word it hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.governors import EVENT, PERHAPS, SAID, Governor
from claimcheck.extract.grammar import grammar
from claimcheck.extract.sentences import Sentence

REACH = 24  # words between a date and the verb it hangs on
SUBJECT = 4  # words at the beginning of a sentence among which there is its subject
AHEAD = 30  # words between a time that opens a clause and its verb
BEFORE_NOUN = 4  # words between a date and the noun it belongs to
DATELINE = 4  # words that may stand before a sentence: "JAIPUR:"
SAYING = 4  # words between a verb of saying and its time
LABELS = frozenset(("birth", "stamp", "photo"))  # words that only a date right after them hangs on
AFTER = "aftermath"  # role of a day that is told to be after the event's
CHARGE = 12  # words between a charge and the crime
AND = 2  # words between a time with "and" and what happened at it
WHEN = 16  # words between a time and the `when` of what happened at it
OPENING = 9  # words of a phrase that opens a clause

Near = tuple[Governor, int]  # a governor, and how far it is


def governor_of(
    words: Sequence[str], sentence: Sentence, first: int, last: int, found: Sequence[Governor]
) -> Governor | None:
    """The governor of the time or place at words [first, last): what it stands before, hangs on or opens."""
    if not found:
        return None
    ahead = _noun_after(words, last, found)
    if ahead is not None:
        return ahead
    left = _left(words, sentence, first, last, found)
    if left is not None and left[0].rank == PERHAPS and _of_gathering(words, sentence.low):
        return None
    if (left is None or left[0].rank) and _later_day(words, sentence, last):
        return Governor(first, last, AFTER, noun=False)
    if left is not None and left[0].role == SAID and (then := _said_then(words, sentence, first, last, found)):
        return then
    opens = _opens(words, sentence.low, first, found)
    right = _right(words, sentence.high, last, found) if opens else _leads(words, last, found)
    if left is not None and right is not None and right[0].noun and words[last] in grammar().preposition:
        return left[0]  # "arraigned in Salem, Ohio, on June 3 for the May shooting"
    if left is None and right is None:
        return next((g for g in found if g.first == last), None)  # "officials on Tuesday identified"
    if left is None or right is None:
        near = left or right
        return near[0] if near else None
    return right[0] if right[1] < left[1] else left[0]


def _noun_after(words: Sequence[str], last: int, found: Sequence[Governor]) -> Governor | None:
    """`the Sept. 28 shooting`, `Friday's hearing`: a noun a few words on, nothing closed between."""
    g = grammar()
    for governor in found:
        if governor.first < last or not governor.noun:
            continue
        if governor.first - last > BEFORE_NOUN:
            return None
        if not any(w in g.closed or w in g.definite or w in g.one for w in words[last : governor.first]):
            return governor
    return None


def _of_gathering(words: Sequence[str], low: int) -> bool:
    """`The party started around midnight`: that is no time of what happened there."""
    return not grammar().gathering.isdisjoint(words[low : low + SUBJECT])


def _later_day(words: Sequence[str], sentence: Sentence, last: int) -> bool:
    """`stayed shut Wednesday, two days after gunmen ...`: the day is not that of what it comes after."""
    if last >= len(words) or words[last] != ",":
        return False
    return any(
        m.kind == "duration" and last < first <= last + 2 and end < len(words) and words[end] in grammar().clause
        for first, end, m in sentence.mentions
    )


def _left(
    words: Sequence[str], sentence: Sentence, first: int, last: int, found: Sequence[Governor]
) -> Near | None:
    """The nearest governor before; none beyond a semicolon or a clause that happens at another time."""
    g = grammar()
    nearest = None
    for governor in found:
        if governor.last > first:
            break
        nearest = governor
    if nearest is None:
        return None
    gap = words[nearest.last : first]
    if "," in gap and _a_day_after(words, sentence, nearest):
        return None
    if len(gap) > REACH or not g.break_.isdisjoint(gap[1:]):
        return None
    if nearest.role == SAID and len(gap) > SAYING and gap[0] not in g.preposition:
        return _on(words, last, found)  # "said the victims came to the hospital at 1 a.m.": a clause of its own
    if nearest.role in LABELS and len(gap) > SAYING:
        return None
    if nearest.noun and _does_else(gap):
        return None
    how_often = len(gap) > 1 and gap[0] in g.adverb and gap[1] in g.preposition  # "shot once in the head"
    told = gap[how_often:-3]
    turns = not (g.clause.isdisjoint(told) and g.relative.isdisjoint(told))  # asked first: nearly always there is none
    if turns and any((w in g.clause and w not in g.meanwhile) or w in g.relative for w in told):
        return None
    return _charge(words, _of_what(words, nearest, found), gap, found), len(gap) + 4 * gap.count(",")


def _a_day_after(words: Sequence[str], sentence: Sentence, event: Governor) -> bool:
    """`A day after a girder killed four, the others refused to work on Friday`: the day is not that of the deaths."""
    start, end, mention = sentence.mentions[0]
    opens = mention.kind == "duration" and start - sentence.low <= DATELINE and end < event.first
    return opens and words[end] in grammar().clause


def _does_else(gap: Sequence[str]) -> bool:
    """`the avalanche service had put the danger at level 3 on Friday`: the noun is in the subject of another verb; but
    not `the attack was on Friday`, nor `in the crash that had killed ...`, nor `the fire is tied to one in March`."""
    g = grammar()
    if not g.one_more.isdisjoint(gap[-2:]):
        return False
    for i, word in enumerate(gap):
        if word in g.have or word in g.modal:
            return True
        if word in g.relative or word in g.break_ or word == ",":
            return False
        if word in g.be:
            return i + 1 < len(gap) and gap[i + 1] not in g.preposition and gap[i + 1] not in g.adverb
    return False


def _of_what(words: Sequence[str], governor: Governor, found: Sequence[Governor]) -> Governor:
    """`the trial began Wednesday`, `a blast hit on Monday`, `funerals will take place on Monday`: what begins, hits or
    is still to come, where that is told right before it."""
    if governor.noun:
        return governor
    modal = grammar().modal
    for g in found:
        gap = governor.first - g.last
        if g.noun and gap == 0 and governor.rank == PERHAPS:
            return g
        if g.noun and gap == 1 and g.role != EVENT and words[g.last] in modal:
            return g
    return governor


def _charge(words: Sequence[str], governor: Governor, gap: Sequence[str], found: Sequence[Governor]) -> Governor:
    """`charged with murder on Saturday`, `in court on a count of murder, July 18`: the charge is on that day; but not
    `charged with killing a man on Saturday`."""
    g = grammar()
    if (
        len(gap) > 1
        and words[governor.last - 1].endswith("ing")
        and not (gap[0] in g.preposition or gap[0] in g.closed)
    ):
        return governor
    if governor.loose and (words[governor.first - 1] not in g.definite or words[governor.first - 1] in g.possessive):
        for other in found:
            if other.role == "court" and 0 <= governor.first - other.last <= CHARGE:
                return other
    return governor


def _right(words: Sequence[str], high: int, last: int, found: Sequence[Governor]) -> Near | None:
    """The next governor, for a time that opens its clause: `At 9 p.m., officers were called`; over `police said`."""
    g = grammar()
    for i, governor in enumerate(found):
        if governor.first < last:
            continue
        gap = words[last : governor.first]
        if len(gap) > AHEAD or not g.break_.isdisjoint(gap):
            return None
        if governor.role == SAID and "," in gap:
            following = found[i + 1] if i + 1 < len(found) else None
            if following is None and gap[0] == ",":
                return None  # "at 3 a.m., Chief Small said"
            aside = governor.last < high and words[governor.last] == ","
            if following is not None and (aside or _told(words, governor, following)):
                continue
        return governor, len(gap)
    return None


def _told(words: Sequence[str], said: Governor, following: Governor) -> bool:
    """`At 3 p.m., police said they were called`: the time of the call; not of what `had` happened before."""
    between = words[said.last : following.first]
    return said.plain and following.role == EVENT and grammar().have.isdisjoint(between)


def _leads(words: Sequence[str], last: int, found: Sequence[Governor]) -> Near | None:
    """`was washing his car Saturday when gunmen opened fire`, `took a gun Monday, killing two`: what happened then."""
    when = _when(words, last, found)
    if when:
        told = [g for g in found if g.first > when and g.role == EVENT]
        sure = (
            next((g for g in told if not g.rank), told[0]) if told else None
        )  # "when he found a gun and shot himself"
        return (sure, sure.first - last) if sure is not None else None
    after = words[last] if last < len(words) else ""
    and_ = last + (after == ",")
    if and_ < len(words) and words[and_] in grammar().conjunction:
        event = next((g for g in found if g.first > last), None)
        if event is not None and event.role == EVENT and event.first - and_ <= AND:
            return event, event.first - last
    if after == ",":
        then = (g for g in found if g.first == last + 1 and g.role == EVENT and words[g.first].endswith("ing"))
        return next(((g, 1) for g in then), None)
    return None


def _when(words: Sequence[str], last: int, found: Sequence[Governor]) -> int:
    """Where `when` stands, after a date or after a place beside it: `at 9 p.m. outside a bar on Elm Street when ...`; 0
    where it does not."""
    g = grammar()
    following = next((governor.first for governor in found if governor.first >= last), len(words))
    limit = min(last + WHEN, len(words), following)
    if g.when.isdisjoint(words[last:limit]):
        return 0  # nearly always
    for i in range(last, limit):
        if words[i] in g.when:
            return i
        if words[i] in g.break_ or words[i] in g.clause or words[i] in g.relative or (words[i] == "," and i > last):
            return 0
    return 0


def _on(words: Sequence[str], last: int, found: Sequence[Governor]) -> Near | None:
    """`said he entered the shop at 9 p.m. Friday and shot two men`: what the same clause goes on to tell."""
    g = grammar()
    for governor in found:
        if governor.first >= last and governor.role == EVENT:
            gap = words[last : governor.first]
            plain = not any(w in g.break_ or (w in g.clause and w not in g.meanwhile) for w in gap)
            return (governor, len(gap)) if plain and len(gap) <= REACH else None
    return None


def _said_then(
    words: Sequence[str], sentence: Sentence, first: int, last: int, found: Sequence[Governor]
) -> Governor | None:
    """`The sheriff said around 3 p.m., deputies were called`: an hour and a comma, and then what was at that hour."""
    if last >= len(words) or words[last] != ",":
        return None
    if not any(m.kind == "time" and first <= start < last for start, _, m in sentence.mentions):
        return None
    then = _on(words, last + 1, found)
    if then is None or not grammar().have.isdisjoint(words[last : then[0].first]):
        return None
    return then[0]


def _opens(words: Sequence[str], low: int, first: int, found: Sequence[Governor]) -> bool:
    """Does it open a clause: nothing but a phrase with its preposition between it and where the clause begins?"""
    g = grammar()
    start = first
    while start > low and words[start - 1] not in g.clause_start:
        start -= 1
        if first - start > OPENING:
            return False
    if any(start <= governor.first < first for governor in found):
        return False
    return start == first or words[start] in g.preposition or words[start] in g.adverb

"""Old and new figures in one sentence: `police first said eight were hurt, and later put the number at ten`.

Words that say how a figure stands (the stances initial, former, update, withdrawn) mark the statements they reach. A
bare number that such words lead to (`put the number at ten`, `up from 15`, `not six, as first reported`) counts what
the statement before it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.bare import NEVER
from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import PERSON, Phrase
from claimcheck.extract.sentences import Sentence
from claimcheck.extract.statements import Stated
from claimcheck.model import Mention

INITIAL, FORMER, UPDATE, WITHDRAWN = MARKS = ("initial", "former", "update", "withdrawn")
TO, OF = "to", "of"  # tags of words that lead to a new number, to an old one
FIGURE, AHEAD = "figure", "ahead"  # of those that name what the number is of; that are only of what follows
NOUN = 12  # words between `the toll` and what became of it
GAP = 2  # words between such words and their number: `to at least`

Hit = tuple[int, int, tuple[str, ...]]  # words [first, last), tags
Number = tuple[int, int, Mention]


def stances(sentence: Sentence, stated: Sequence[Stated]) -> list[Hit] | None:
    """The words of a sentence that say how its figures stand, in order; None where it has neither such words nor a
    toll."""
    found = [(a, b, h.entry.tags) for a, b, h in sentence.stances if h.entry.tags[0] in MARKS]
    return found if found or "toll" in [tag for s in stated for tag in s.act.entry.tags] else None


def revised(
    words: Sequence[str],
    sentence: Sentence,
    found: Sequence[Hit],
    stated: Sequence[Stated],
    earlier: Sequence[Stated],
) -> list[Stated]:
    """The statements with their marks, and the numbers that only such words explain.

    found    what `stances` gives
    earlier  the statements of the sentence before: "That number is now 10"
    """
    more = dict(_more(words, sentence, found, stated, earlier))
    replaced = {model.phrase.first for one, model in more.items() if UPDATE in one.marks and _numeral(model)}
    old = any(WITHDRAWN in one.marks or FORMER in one.marks for one in more)
    marked = [s._replace(marks=(*s.marks, *_marks(words, found, s, stated, replaced, old=old))) for s in stated]
    return sorted([*marked, *more], key=_first)


def _first(stated: Stated) -> int:
    return stated.phrase.first


def _numeral(stated: Stated) -> bool:
    return stated.phrase.form == "number"


def _more(
    words: Sequence[str],
    sentence: Sentence,
    found: Sequence[Hit],
    stated: Sequence[Stated],
    earlier: Sequence[Stated],
) -> Iterator[tuple[Stated, Stated]]:
    """Numbers that no action counts, each as one more statement, and the statement that says what they count."""
    for first, last, mention in _numbers(words, sentence, stated):
        mark, here = _led_to(words, found, stated, first)
        model = _model(first, stated) or (None if here or stated else _only(earlier))
        if mark and model is not None:
            like, value = model.phrase, float(mention.value.value)
            sort = like.sort or PERSON
            phrase = Phrase(first, last, value, "number" if value else "zero", sort, like.group, mention, (), like.tags)
            act = model.act._replace(first=first, last=last)
            yield Stated(model.role, phrase, act, marks=(mark,)), model


def _numbers(words: Sequence[str], sentence: Sentence, stated: Sequence[Stated]) -> Iterator[Number]:
    """The counts of a sentence that are in no statement, and count neither things nor times."""
    used = {w for s in stated for w in range(s.phrase.first, s.phrase.last)}
    nouns = {noun.first for noun in sentence.nouns if noun.entry.category != PERSON}
    for first, last, mention in sentence.mentions:
        if mention.kind != "count" or first in used or last in nouns or isinstance(mention.value.value, str):
            continue
        if NEVER.isdisjoint(mention.tags) and (last >= sentence.high or words[last] not in grammar().uncounted):
            yield first, last, mention


def _led_to(words: Sequence[str], found: Sequence[Hit], stated: Sequence[Stated], at: int) -> tuple[str, bool]:
    """Which mark the words before the number at word `at` give it ("": none), and whether they look back in their own
    sentence only."""
    g, before = grammar(), words[at - 1] if at else ""
    for first, last, tags in found:
        if _right_before(words, last, at):
            if _new(words, (first, last, tags)):
                return UPDATE, False
            if OF in tags:
                return _old(tags, found), False
    toll = any("toll" in s.act.entry.tags for s in stated) or any(_new(words, hit) for hit in found)
    if toll and before in g.old_from:
        return FORMER, True
    if before in g.not_ and any(tags[0] == WITHDRAWN for _, _, tags in found):
        return WITHDRAWN, True
    return "", True


def _old(tags: Sequence[str], found: Sequence[Hit]) -> str:
    """An earlier figure, or one that is taken back: `an earlier figure of seven was withdrawn`."""
    return WITHDRAWN if any(t[0] == WITHDRAWN for _, _, t in found) else tags[0]


def _new(words: Sequence[str], hit: Hit) -> bool:
    """Do the words lead to a new number of those counted?"""
    first, _, tags = hit
    return TO in tags and (FIGURE in tags or _of_figure(words, first))


def _right_before(words: Sequence[str], last: int, at: int) -> bool:
    """Do words that end before word `last` lead to the number at word `at`?"""
    g = grammar()
    return last <= at <= last + GAP and all(w in g.adverb or w in g.article for w in words[last:at])


def _of_figure(words: Sequence[str], at: int) -> bool:
    """Is it a toll, a count that rose, and not that of something else: `the number of flights rose to 16`?"""
    g = grammar()
    for i in range(at - 1, max(-1, at - NOUN), -1):
        if words[i] in g.figure:
            return words[i + 1] not in g.of
        if words[i] in g.break_ or words[i] == ".":
            return False
    return False


def _model(at: int, stated: Sequence[Stated]) -> Stated | None:
    """The statement whose number the one at word `at` replaces: the nearest before it, else the first after it; one
    that gives no number ("rose to 16 after a woman died") only where there is no other."""
    for numbers in ([s for s in stated if _numeral(s)], stated):
        before = [s for s in numbers if s.phrase.first < at]
        if numbers:
            return before[-1] if before else numbers[0]
    return None


def _only(earlier: Sequence[Stated]) -> Stated | None:
    """The statement of the sentence before, where all its numbers are of one role."""
    numbers = [s for s in earlier if _numeral(s) and not s.denied]
    return numbers[-1] if len({s.role for s in numbers}) == 1 else None


def _marks(
    words: Sequence[str],
    found: Sequence[Hit],
    stated: Stated,
    all_: Sequence[Stated],
    replaced: set[int],
    *,
    old: bool,
) -> tuple[str, ...]:
    """The marks that the sentence's words give to a statement: a first figure, a new one, one taken back.

    `replaced`: where numbers stand that others of the sentence replace; `old`: another one is taken back."""
    at = stated.phrase.first
    if led := [_old(tags, found) for _, last, tags in found if OF in tags and _right_before(words, last, at)]:
        return (led[0],)
    reached = _reached(words, found, all_)
    if at in replaced or at in reached:
        return (INITIAL,)
    marks: dict[str, None] = {}
    if (reached and min(reached) < at) or (old and "toll" in stated.act.entry.tags):
        marks[UPDATE] = None
    for start, _, tags in found:
        if tags[0] == UPDATE:
            marks[UPDATE] = None
        elif tags[0] == WITHDRAWN and OF not in tags and not old and (at < start or not _before(all_, start)):
            marks[WITHDRAWN] = None
    return tuple(marks)


def _before(stated: Sequence[Stated], at: int) -> bool:
    return any(s.phrase.first < at for s in stated)


def _reached(words: Sequence[str], found: Sequence[Hit], stated: Sequence[Stated]) -> set[int]:
    """Where the phrases begin that `originally`, `initial reports` are of: those after it, as far as a word that turns
    to what came later (`but`, `now`); those before it where none is after."""
    g = grammar()
    reached: set[int] = set()
    for _, last, tags in found:
        if tags[0] == INITIAL:
            after = [s.phrase.first for s in stated if s.phrase.first >= last]
            turn = next((i for i in range(last, max(after, default=last)) if words[i] in g.turning), None)
            reached.update(at for at in after if turn is None or at < turn)
            if not after and AHEAD not in tags:
                reached.update(s.phrase.first for s in stated)
    return reached

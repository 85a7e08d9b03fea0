"""Who says so, and how sure: the speaker of a sentence, and the hedges and denials that reach a claim."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.grammar import grammar
from claimcheck.extract.sentences import Sentence
from claimcheck.record import record

NEAR = 8  # words between a speaker and the verb of saying
REACH = 6  # words that a hedge reaches ahead


@record(frozen=True, slots=True)
class Voice:
    """How a sentence is said."""

    speaker: str | None = None
    hedges: tuple[tuple[int, int], ...] = ()  # words [first, last) of hedges
    doubted_from: int | None = None  # word after a verb such as "alleged", "believe": all that follows is hedged
    denied_from: int | None = None
    told: tuple[tuple[int, int], ...] = ()  # words [first, last) that the writer puts in, with no doubt
    marks: tuple[tuple[str, int], ...] = ()  # initial, update, withdrawn, total; and the word where it stands

    @property
    def plain(self) -> bool:
        """Nothing in the sentence makes a claim less than asserted."""
        return not self.hedges and self.doubted_from is None and self.denied_from is None


PLAIN = Voice()


def voice_of(words: Sequence[str], sentence: Sentence, last_person: str | None) -> Voice:
    """The voice of a sentence. `last_person`: who `he` and `she` are, if known."""
    hedges: list[tuple[int, int]] = []
    marks: list[tuple[str, int]] = []
    speaker: str | None = None
    doubted = denied = None
    for first, last, hit in sentence.stances:
        tags = hit.entry.tags
        if "hedged" in tags:
            hedges.append((first, last))
        else:
            marks.append((tags[0], first))
    for first, last, hit in sentence.sayings:
        tags = hit.entry.tags
        if "noun" not in tags:
            hedging = "hedge" in tags and bool(hit.form)
            said_by = _speaker(words, sentence, first, last, tags, last_person) if hedging or not speaker else None
            speaker = speaker or said_by
            if hedging and said_by is not None:
                doubted = last if doubted is None else doubted
            elif "deny" in tags and hit.form:
                denied = last
    if not (hedges or marks or speaker or doubted or denied):
        return PLAIN
    told = () if doubted is None else _put_in(words, doubted, sentence.high)
    return Voice(speaker, tuple(hedges), doubted, denied, told, tuple(marks))


def _put_in(words: Sequence[str], at: int, high: int) -> tuple[tuple[int, int], ...]:
    """Clauses between commas that say what something is: `he believes the firm, which has 40 employees, is ...`."""
    g = grammar()
    found = []
    for first in range(at, high - 1):
        if words[first] == "," and words[first + 1] in g.which:
            found.append((first + 1, next((i for i in range(first + 2, high) if words[i] == ","), high)))
    return tuple(found)


def certainty(voice: Voice, first: int, last: int) -> str:
    """How sure the claim at words [first, last) is."""
    if (
        voice.doubted_from is not None
        and first >= voice.doubted_from
        and not any(start <= first < end for start, end in voice.told)
    ):
        return "hedged"
    for start, end in voice.hedges:
        if first - REACH <= start and end <= last + 1:
            return "hedged"
    return "asserted"


def polarity(voice: Voice, first: int) -> str:
    """Whether the claim at word `first` is what somebody denies."""
    return "denied" if voice.denied_from is not None and first >= voice.denied_from else "affirmed"


def _speaker(
    words: Sequence[str], sentence: Sentence, first: int, last: int, tags: Sequence[str], last_person: str | None
) -> str | None:
    """Whoever stands right before the verb, or right after it (`said Smith`, `according to police`)."""
    g = grammar()
    ahead = behind = None
    for start, end, mention in sentence.mentions:
        if start - last > 3:
            break
        if mention.kind != "actor":
            continue
        if end <= first and first - end <= NEAR:
            behind = (end, str(mention.value.value))
        elif start >= last and ahead is None:
            ahead = str(mention.value.value)
    if "by" in tags:
        return ahead
    for at in range(first - 1, max(sentence.low, first - NEAR) - 1, -1):
        if behind is not None and at < behind[0]:
            return behind[1]
        if words[at] in g.he or (words[at] in ("his", "her") and at < first - 1):
            return last_person
        if words[at] in g.break_:
            break
    return behind[1] if behind is not None else ahead

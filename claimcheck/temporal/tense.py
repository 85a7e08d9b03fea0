"""Whether a clause tells of what was or of what will be: of the words around an expression, the first that says so."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.temporal.beside import told_beside
from claimcheck.temporal.clause import Clause
from claimcheck.temporal.verbs import Tense, timetabled, told
from claimcheck.temporal.vocabulary import Vocabulary
from claimcheck.text.passage import Passage

__all__ = ["Tense", "tense_at"]
_BACK, _AHEAD = 24, 14  # words looked at before and after
_RIGHT_BEFORE = 3


def tense_at(passage: Passage, first: int, last: int, vocabulary: Vocabulary) -> Tense:
    """The tense around words `first` to `last`: what stands right beside them says it, or else the verb before them,
    or else the one after."""
    words = passage.words
    sentence = passage.sentence_at(passage.starts[first])
    start, end = passage.sentences[sentence] if passage.sentences else (0, len(passage.text))
    if sentence and passage.starts[first] == start and words[max(0, first - 2) : first] == ("m", "."):
        start = passage.sentences[sentence - 1][0]  # `at 3 p.m. Wednesday`: the full stop ended nothing
    low, high = max(first - _BACK, 0), min(last + _AHEAD, len(words))
    while low < first and passage.starts[low] < start:
        low += 1
    while high > last and passage.starts[high - 1] >= end:
        high -= 1
    clause = Clause(passage, vocabulary.signs, low, first, last, high)
    return told_beside(clause) or _Search(clause, whole=low > first - _BACK).tense()


@dataclass(slots=True)
class _Search:
    """The way back from an expression, and then on. It keeps what was met on the way: `open` is an infinitive that
    nothing has governed yet, `meets` that it is one of those that are agreed on before, `after` that what follows is
    after something else. `whole`: the way leads to the beginning of the sentence."""

    clause: Clause
    whole: bool
    open: bool = False
    meets: bool = False
    after: bool = False

    def tense(self) -> Tense:
        found = self._before()
        if found:
            return found
        found = self._behind(self.clause.high)
        headline = self.clause.title or (not found and self.whole)
        return "future" if self.open and headline else found  # Crossing to reopen on Sunday

    def _before(self) -> Tense:
        clause, signs = self.clause, self.clause.signs
        tried = False
        for at in range(clause.first - 1, clause.low - 1, -1):
            word = clause.words[at]
            if word == ";":
                self.open = False
                return ""
            if not tried and self._opens_clause(at):
                tried = True
                found = self._behind(self._clause_end())
                if found:
                    return found
            self.after = self.after or word in signs["after"]
            if word in signs["copula"] and clause.first - at <= _RIGHT_BEFORE and not self.after:
                return "future"  # the game is on Friday
            if self.meets and word in signs["deciding"]:
                return "future"  # they agreed to meet on Friday; he was ordered to appear on Friday
            found = told(clause, at)
            if found:
                return found
            if not self.after and timetabled(clause, at, clause.first - at):
                return "future"
            if word in signs["to"] and clause.infinitive(at):
                verb = clause.words[clause.next(at)]
                self.meets = self.meets or verb in signs["meeting"]
                self.open = self.open or (verb in signs["bare"] and self._subject(clause.before(at)))
        return ""

    def _subject(self, at: int) -> bool:
        """May a headline tell of the word what it is to do: `crossing to reopen`, not `failing to appear`."""
        word = self.clause.word(at)
        return not self.clause.finite(at) and (not word.endswith("ing") or at == self.clause.low)

    def _opens_clause(self, at: int) -> bool:
        """`that on Friday the`, `and on Friday he`, `after police on Friday`: the verb of the clause is yet to come."""
        clause, signs = self.clause, self.clause.signs
        if clause.words[at] in signs["begins-clause"]:
            return clause.first - at > 1
        if clause.words[at] not in signs["and"] or clause.first - at != 2 or clause.word(clause.last) == ",":
            return False
        return clause.word(at + 1) in signs["on"]

    def _clause_end(self) -> int:
        """Where the clause ends that has the expression near its beginning: at the first comma that is not right
        behind it."""
        clause = self.clause
        for at in range(clause.last + 1, clause.high):
            if clause.words[at] in (",", ";", ":", '"'):
                return at
        return clause.high

    def _behind(self, high: int) -> Tense:
        clause = self.clause
        begins = clause.last + (clause.word(clause.last) == ",")
        for at in range(clause.last, high):
            if clause.words[at] == ";":
                return ""
            if at == begins and clause.words[at] in clause.signs["plan-noun"]:
                continue  # "On Friday, plans for a dam were dropped"
            if at > begins + 1 or clause.words[begins] not in clause.signs["plan-noun"]:
                found = told(clause, at)
                if found:
                    return found
            if timetabled(clause, at, 1):
                return "future"
        return ""

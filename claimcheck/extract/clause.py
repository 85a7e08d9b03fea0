"""A sentence as its actions see it: the words, the phrases by where they begin and end, the search to both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import PERSON, Phrase
from claimcheck.extract.roles import Role, admits
from claimcheck.text.passage import Passage

REACH_LEFT = 28  # words between a subject and its verb
REACH_RIGHT = 5  # words between a verb and its object
CLOSING = {"-": "-", ")": "("}  # what ends an aside, and what began it


class Clause:
    """Words [low, high) of a passage with their phrases. Remembers which phrases a verb has taken as its object.

    `moments` are the words of times and dates; `numbers` are counts, from their first word to the one after;
    `members` are the phrases before lists of them were summed."""

    def __init__(
        self,
        passage: Passage,
        low: int,
        high: int,
        phrases: Sequence[Phrase],
        *,
        members: Sequence[Phrase] = (),
        moments: Set[int] = frozenset(),
        numbers: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self.words, self.low, self.high, self.phrases = passage.words, low, high, phrases
        self._passage, self._moments, self._numbers = passage, moments, numbers
        self.starting = {p.first: p for p in phrases}
        self.ending = {p.last: p for p in phrases}
        self.holding = {w: p for p in members or phrases for w in range(p.first, p.last)}
        self._objects: set[int] = set()

    def before(self, at: int) -> str:
        """The word before word `at`; "" at the beginning."""
        return self.words[at - 1] if at > self.low else ""

    def at(self, at: int) -> str:
        """Word `at`; "" beyond the end."""
        return self.words[at] if at < self.high else ""

    def object_unknown(self, at: int) -> bool:
        """Does an object of no known noun begin at word `at`: `the dog`, `two deer`, `Vergen and Sanchez`?"""
        word, g = self.at(at), grammar()
        if not word or at in self._moments:
            return False
        if at in self._numbers:
            return self.at(self._numbers[at]) not in g.uncounted
        if word in g.determiner:
            return word not in g.few and word not in g.every
        start = self._passage.starts[at]
        return self._passage.field == "text" and word.isalpha() and self._passage.folded[start].isupper()

    def auxiliary(self, at: int) -> str:
        """The auxiliary right before word `at`, over adverbs."""
        g = grammar()
        for i in range(at - 1, max(self.low, at - 4) - 1, -1):
            word = self.words[i]
            if word in g.verbal:
                return word
            if word not in g.adverb and word not in g.cut_off:
                break
        return ""

    def singular(self, at: int) -> bool:
        """Do the auxiliaries before word `at` ask for one subject: `was`, `has been`?"""
        g = grammar()
        for i in range(at - 1, max(self.low, at - 5) - 1, -1):
            if self.words[i] in g.singular:
                return True
            if self.words[i] not in g.verbal and self.words[i] not in g.adverb:
                break
        return False

    def left(
        self,
        at: int,
        role: Role,
        *,
        life: bool = False,
        reduced: bool = False,
        one: bool = False,
        reach: int = REACH_LEFT,
    ) -> Phrase | None:
        """The nearest phrase that fits the role to the left of word `at` and that no preposition takes away.

        `reduced`: the action can belong to the phrase without an auxiliary (`one of two men killed`). `one`: farther
        off no number above one can be meant (`the man who left two hurt was held`); side by side it is a slip."""
        words, g = self.words, grammar()
        here, lowest = at, max(self.low, at - reach)
        clear = True  # only auxiliaries and adverbs so far
        while at > lowest:
            phrase = self.ending.get(at)
            if phrase is not None and (aside := self._aside(phrase)) is not None:
                at, clear = aside, False
                continue
            if phrase is not None:
                taken = self.before(phrase.first) in g.apart and self.at(phrase.last) not in g.relative
                taken = taken or self._elsewhere(phrase, one=one)
                own = self._counted(phrase) or (reduced and phrase.last == here and self._for(phrase))
                if taken and clear and own:
                    taken = False
                phrase = self._resumed(phrase, role)
                if not taken and admits(role, phrase, life=life) and phrase.form != "owner" and self._free(phrase):
                    return phrase if reduced and phrase.last == here else self._head(phrase)
                at, clear = phrase.first, False
                continue
            word = words[at - 1]
            if word in g.break_:
                return None
            if clear and word in CLOSING and (opening := self._opening(at - 1, lowest)) is not None:
                at = opening
                continue
            if word in g.those and words[at] in g.relative:
                return None  # "31 people were on the bus; all of those who survived were hurt"
            if word in g.pronouns and at - 1 > lowest and words[at - 2] in g.including:
                at -= 2  # "three men among them had been arrested"
                continue
            if word in g.pronouns and not life and not (reduced and clear and word in g.he):
                found = self._pronoun(at - 1, role, clear=clear)
                if found is not None:
                    return found
            clear = clear and (word in g.verbal or word in g.adverb)
            at -= 1
        return None

    def _elsewhere(self, phrase: Phrase, *, one: bool) -> bool:
        """Of a clause between a subject and its verb: `the shooting that left one dead and two hurt was`."""
        g = grammar()
        if self.at(phrase.last) in g.verbal:
            return False
        several = phrase.form == "number" and (phrase.value or 0) > 1
        return one and (several or self.before(phrase.first) in g.leaving)

    def _aside(self, phrase: Phrase) -> int | None:
        """Where the aside begins that ends in the phrase: `, among them a child,`, `- two of them children -`, `, not
        eight,`."""
        g, them = grammar(), phrase.first - 1
        if self.before(phrase.first) in g.not_ and self.before(them) in g.stop:
            return them if self.at(phrase.last) in g.stop else None
        if self.before(phrase.first) in g.of and self.before(them) in g.of_people and self.before(them - 1) in g.one:
            them -= 3  # "among them a family of four"
        if self.before(them + 1) not in g.they:
            return None
        at = them - 1
        if self.before(them) in g.of:
            outer = self.ending.get(them - 1)
            at = outer.first if outer is not None else them - 2
        elif self.before(them) not in g.including:
            return None
        return at if self.before(at) in g.stop or self.before(at) == "-" else None

    def _opening(self, at: int, lowest: int) -> int | None:
        """The word that opens the aside which word `at` closes: `Six people - most of them women - were hurt`."""
        closing = self.words[at]
        if closing == "-" and not self._parts(at):
            return None
        for i in range(at - 1, lowest, -1):
            if self.words[i] == CLOSING[closing] and (closing == ")" or self._parts(i)):
                return i
        return None

    def _counted(self, phrase: Phrase) -> bool:
        """`with two people killed`, `as nine drones were shot down`: a clause of its own after the preposition."""
        g, before = grammar(), self.before(phrase.first)
        return before in g.with_ or (before in g.meanwhile and phrase.form == "number")

    def _for(self, phrase: Phrase) -> bool:
        """`searched for 13 labourers trapped in a mine`: whom the participle after them is of."""
        return phrase.form == "number" and self.before(phrase.first) in grammar().for_those

    def _pronoun(self, at: int, role: Role, *, clear: bool) -> Phrase | None:
        g, word = grammar(), self.words[at]
        if "person" not in role.of:
            return None
        if self.before(at) in g.of and (outer := self.ending.get(at - 1)) is not None:
            return outer  # "one of them"
        if word in g.he:
            return Phrase(at, at + 1, 1.0, "pronoun", "person", "")
        if word in g.somebody:
            return Phrase(at, at + 1, 1.0, "single", "person", "")
        if word in g.two:
            return Phrase(at, at + 1, 2.0, "many", "person", "") if clear else None
        return Phrase(at, at + 1, None, "many", "person", "") if word in g.they or clear else None

    def right(self, at: int, role: Role, *, life: bool = False, ing: bool = False) -> Phrase | None:
        """The phrase that begins at word `at` or a few words on. `ing`: after a participle that may be a noun, nothing
        but adverbs and `of` may stand between."""
        words, g = self.words, grammar()
        limit, of = min(self.high, at + REACH_RIGHT), ing
        while at < limit:
            phrase = self.starting.get(at)
            if phrase is not None:
                phrase = self._resumed(phrase, role)
                if not admits(role, phrase, life=life) or phrase.form == "owner":
                    return None
                self._objects.add(phrase.first)
                return self._inner(phrase)
            word = words[at]
            if word == "-" and self._parts(at):
                return None
            if (word in g.him or word in g.they) and not life:
                if "person" not in role.of:
                    return None
                one = word not in g.they
                return Phrase(at, at + 1, 1.0 if one else None, "pronoun" if one else "many", "person", "")
            if word in g.of and of:
                of = False
            elif word in g.closed or at in self.holding or word in g.light or (ing and word not in g.adverb):
                return None
            at += 1
        return None

    def _parts(self, at: int) -> bool:
        """Is the dash at word `at` a pause, not a hyphen?"""
        starts, ends = self._passage.starts, self._passage.ends
        return at > 0 and (starts[at] > ends[at - 1] or self._passage.text[starts[at]] == "—")

    def _resumed(self, phrase: Phrase, role: Role) -> Phrase:
        """`destroyed 40 homes and damaged 12 others`, `29 of the drones`: a bare number of things is of those named
        before, or right after it."""
        if phrase.sort or role.bare:
            return phrase
        if self.at(phrase.last) in grammar().of:
            whole = self.starting.get(phrase.last + 1) or self.starting.get(phrase.last + 2)
            if whole is not None and whole.sort in role.of:
                return phrase._replace(sort=whole.sort, group=whole.group, tags=whole.tags)
        before = [p for p in self.phrases if p.last <= phrase.first and p.sort in role.of]
        return phrase._replace(sort=before[-1].sort, group=before[-1].group, tags=before[-1].tags) if before else phrase

    def _free(self, phrase: Phrase) -> bool:
        """Not the object of another verb, unless a clause of its own follows: `a man who died`."""
        return not self.is_object(phrase) or self.at(phrase.last) in grammar().relative

    def is_object(self, phrase: Phrase) -> bool:
        """Has a verb taken the phrase as its object?"""
        return phrase.first in self._objects

    def _head(self, phrase: Phrase) -> Phrase | None:
        """`the son of a police officer`, `two of the men`: the first noun, unless its number is not said."""
        g = grammar()
        if self.before(phrase.first) not in g.of:
            return phrase
        outer = self.ending.get(phrase.first - 1)
        if outer is None:
            return None if self.before(phrase.first - 1) in g.one_of else phrase  # "the last of the seven"
        if not outer.sort and phrase.sort != PERSON:
            outer = outer._replace(sort=phrase.sort, group=phrase.group, tags=phrase.tags)
        return outer if "partial" in outer.marks or (outer.value is not None and outer.sort == phrase.sort) else phrase

    def _inner(self, phrase: Phrase) -> Phrase:
        """`windows in six buildings`: the second phrase where it says how many."""
        if "part" not in phrase.tags or self.at(phrase.last) not in grammar().of_or_in:
            return phrase
        inner = self.starting.get(phrase.last + 1)
        return inner if inner is not None and inner.value is not None else phrase

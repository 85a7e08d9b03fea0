"""Who was killed, what was damaged: from a word for an action to the phrase it counts.

The argument of an entry says where to look: an object verb has its phrase to the right when active and to the left when
passive ("was killed", "the man killed on Monday"), a subject verb and a state to the left, a noun after `of`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.grammar import grammar
from claimcheck.extract.joined import link_between
from claimcheck.extract.mood import mood
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.roles import Role, admits, turned
from claimcheck.lexicon import Entry

REACH_LEFT = 28  # words between a subject and its verb
REACH_RIGHT = 5  # words between a verb and its object
FINITE = ("past", "s", "participle", "", "base")


class Act(NamedTuple):
    """An action of the vocabulary at words [first, last)."""

    first: int
    last: int
    entry: Entry
    form: str


class Stated(NamedTuple):
    """The article says: this phrase has this role."""

    role: str
    phrase: Phrase
    act: Act
    denied: bool = False
    unreal: str = ""  # "", hedged, hypothetical
    marks: tuple[str, ...] = ()


class Linker:
    """Links the actions of one sentence (words [low, high)) to its phrases."""

    def __init__(
        self,
        words: Sequence[str],
        low: int,
        high: int,
        phrases: Sequence[Phrase],
        acts: Sequence[Act],
        roles: Mapping[str, Role],
    ) -> None:
        self.words, self.low, self.high, self.roles = words, low, high, roles
        self.phrases, self.acts = phrases, acts
        self.grammar = grammar()
        self._from = {p.first: p for p in phrases}
        self._to = {p.last: p for p in phrases}
        self._objects: set[int] = set()
        self._inside = {w: p for p in phrases for w in range(p.first, p.last)}

    def link(self) -> list[Stated]:
        """One statement per action that has a phrase."""
        found = []
        for act in self.acts:
            role = self.roles.get(act.entry.role or "")
            if role is None:
                continue
            phrase, marks = self._phrase_of(act, role)
            if phrase is None:
                continue
            denied, unreal = mood(self.words, self.low, act.first, base=act.form == "base")
            for one in (phrase, *self._mates(phrase)):
                found.append(Stated(self._turned(role, act, one), one, act, denied, unreal, marks + self._marks(one)))
        return found + self._elliptic(found)

    def _marks(self, phrase: Phrase) -> tuple[str, ...]:
        """The phrase's own marks, and what stands around it: `the families of five victims`, `four dead, including the
        gunman`."""
        words, g, marks = self.words, self.grammar, phrase.marks
        if self._before(phrase.first) == "of" and words[phrase.first - 2] in g.some_of and phrase.first - 2 >= self.low:
            marks = (*marks, "partial-of")
        for other in self.phrases:
            if phrase.last <= other.first <= phrase.last + 12 and "perpetrator" in other.tags and other.value == 1:
                if not g.including.isdisjoint(words[phrase.last : other.first]):
                    marks = (*marks, "with-perpetrator")
        after = words[phrase.last : phrase.last + 10]
        if any(a in g.including and b in g.reflexive for a, b in pairwise(after)):
            marks = (*marks, "with-perpetrator")
        return marks

    def _elliptic(self, found: Sequence[Stated]) -> list[Stated]:
        """`shot down 90 drones, 63 of them in Bryansk`, `killed 12 people, three each in ...`: parts without a verb."""
        words, more, used = self.words, [], {s.phrase.first for s in found}
        for phrase in self.phrases:
            if phrase.sort or phrase.given is None or phrase.first in used or phrase.last >= self.high:
                continue
            before = [s for s in found if s.phrase.last <= phrase.first and s.phrase.form == "number"]
            after = words[phrase.last]
            parts = after == "of" or after in self.grammar.each or (after == "in" and words[phrase.first - 1] in (",", "and"))
            if before and parts and (before[-1].phrase.value or 0) > (phrase.value or 0):
                whole = before[-1]
                part = phrase._replace(sort=whole.phrase.sort, group=whole.phrase.group, tags=whole.phrase.tags)
                more.append(whole._replace(phrase=part, marks=("partial",)))
        return more

    def _turned(self, role: Role, act: Act, phrase: Phrase) -> str:
        """The role for this noun; windows destroyed in a house have damaged it."""
        window = next((p for p in self.phrases if p.first >= act.last and p.last < phrase.first and "part" in p.tags), None)
        return role.turns.get("part", role.id) if window is not None else turned(role, phrase)

    def _mates(self, phrase: Phrase) -> list[Phrase]:
        """Things of other sorts that are listed with this one: `six houses and a school`."""
        if phrase.sort in ("", "person") or phrase.first not in self._from:
            return []
        at = self.phrases.index(self._from[phrase.first])
        found, last = [], phrase
        for other in self.phrases[at + 1 :]:
            if other.sort != phrase.sort or not link_between(self.words, last.last, other.first):
                break
            found.append(other)
            last = other
        return found

    def _phrase_of(self, act: Act, role: Role) -> tuple[Phrase | None, tuple[str, ...]]:
        argument = act.entry.argument
        around = self._inside.get(act.first)
        if around is not None:
            fits = argument in ("object", "state") and around.sort in role.of and around.form != "owner"
            return (around if fits else None), ()
        if argument == "object":
            return self._object(act, role), ()
        if argument == "noun":
            return self._of_noun(act, role)
        phrase = self._left(act, role)
        if "self" in act.entry.tags:
            return self._with_others(act, role, phrase), ()
        if phrase is None and argument == "state":
            phrase = self._inverted(act, role)
        return phrase, ("partial",) if "partial" in act.entry.tags else ()

    def _object(self, act: Act, role: Role) -> Phrase | None:
        """Active: to the right. Passive, also without `was`: to the left."""
        if act.form in ("ing", "s"):
            if act.form == "ing" and self._before(act.first) in ("being", "been"):
                return self._left(act, role)
            return self._right(act.last, role, life="life" in act.entry.tags, ing=act.form == "ing")
        auxiliary = self._auxiliary(act.first)
        if auxiliary in self.grammar.be:
            return self._left(act, role)
        if "active" in act.entry.tags:
            return self._right(act.last, role)
        right = self._right(self._together(act), role, life="life" in act.entry.tags)
        if right is not None:
            return right
        if auxiliary in self.grammar.have or "life" in act.entry.tags:
            return None
        return self._left(act, role, reach=14) or self._inverted(act, role)

    def _together(self, act: Act) -> int:
        """The end of `intercepted and destroyed`: verbs that share their object."""
        at = act.last
        if at < self.high and self.words[at] in self.grammar.conjunction:
            at += 1
            while at < self.high and self.words[at] in self.grammar.adverb:
                at += 1
            for other in self.acts:
                if other.first == at and other.form == act.form and other.entry.argument == "object":
                    return other.last
        return act.last

    def _before(self, at: int) -> str:
        return self.words[at - 1] if at > self.low else ""

    def _auxiliary(self, at: int) -> str:
        """The auxiliary right before, over adverbs; `been` where `had been`."""
        at -= 1
        steps = 0
        while at >= self.low and steps < 4:
            word = self.words[at]
            if word in self.grammar.verbal:
                return word
            if word not in self.grammar.adverb and word not in ("'", "t"):
                return ""
            at -= 1
            steps += 1
        return ""

    def _left(self, act: Act, role: Role, *, reach: int = REACH_LEFT) -> Phrase | None:
        """The nearest fitting phrase to the left that no preposition takes away."""
        words, g = self.words, self.grammar
        at, lowest = act.first, max(self.low, act.first - reach)
        clear = True  # only auxiliaries and adverbs so far
        life = "life" in act.entry.tags
        while at > lowest:
            phrase = self._to.get(at)
            if phrase is not None:
                before = self._before(phrase.first)
                after = words[phrase.last] if phrase.last < self.high else ""
                taken = before in g.apart and not (clear and before == "with") and after not in g.relative
                phrase = self._resumed(phrase, role)
                if not taken and admits(role, phrase, life=life) and phrase.form != "owner" and self._free(phrase):
                    reduced = act.entry.argument == "object" and phrase.last == act.first
                    return phrase if reduced else self._head(phrase, role)
                at, clear = phrase.first, False
                continue
            word = words[at - 1]
            if word in g.break_:
                return None
            if life:
                at -= 1
                continue
            if word in g.he:
                return Phrase(at - 1, at, 1.0, "pronoun", "person", "")
            if word in g.they:
                return Phrase(at - 1, at, None, "many", "person", "")
            if word in g.somebody:
                return Phrase(at - 1, at, 1.0, "single", "person", "")
            if word in g.every and "person" in role.of and clear:
                return Phrase(at - 1, at, 2.0 if word == "both" else None, "many", "person", "")
            clear = clear and (word in g.verbal or word in g.adverb)
            at -= 1
        return None

    def _resumed(self, phrase: Phrase, role: Role) -> Phrase:
        """`destroyed 40 homes and damaged 12 others`: a bare number of things is of those named before."""
        if phrase.sort or role.bare is not None:
            return phrase
        before = [p for p in self.phrases if p.last <= phrase.first and p.sort in role.of]
        return phrase._replace(sort=before[-1].sort, group=before[-1].group, tags=before[-1].tags) if before else phrase

    def _free(self, phrase: Phrase) -> bool:
        """Not the object of another verb, unless a clause of its own follows: `a man who died`."""
        after = self.words[phrase.last] if phrase.last < self.high else ""
        return phrase.first not in self._objects or after in self.grammar.relative

    def _with_others(self, act: Act, role: Role, phrase: Phrase | None) -> Phrase | None:
        """`shot himself and a friend`: the others are counted with him."""
        if act.last < self.high and self.words[act.last] in self.grammar.conjunction:
            others = self._right(act.last + 1, role)
            if others is not None and others.value is not None and others.first == act.last + 1:
                return others._replace(first=act.first, value=others.value + 1, form="number", given=None)
        return phrase

    def _head(self, phrase: Phrase, role: Role) -> Phrase:
        """`the son of a police officer`: the first noun, unless its number is not said."""
        words = self.words
        if phrase.first - 1 > self.low and words[phrase.first - 1] == "of":
            outer = self._to.get(phrase.first - 1)
            if outer is not None and outer.value is not None and outer.sort in (phrase.sort, "") and "partial" not in outer.marks:
                return outer if "body" not in outer.tags else phrase
            if outer is not None and "partial" in outer.marks:
                return outer
        return phrase

    def _right(self, at: int, role: Role, *, life: bool = False, ing: bool = False) -> Phrase | None:
        """The phrase that begins within a few words to the right."""
        words, g = self.words, self.grammar
        limit, of = min(self.high, at + REACH_RIGHT), ing
        while at < limit:
            phrase = self._from.get(at)
            if phrase is not None:
                phrase = self._resumed(phrase, role)
                if not admits(role, phrase, life=life) or phrase.form == "owner":
                    return None
                self._objects.add(phrase.first)
                return self._inner(phrase)
            word = words[at]
            if (word in g.him or word in g.they) and not life:
                one = word not in g.they
                return Phrase(at, at + 1, 1.0 if one else None, "pronoun" if one else "many", "person", "") if "person" in role.of else None
            if word in g.reflexive:
                return None
            if word == "of" and of:
                of = False
            elif word in g.closed or at in self._inside or word in g.light or (ing and word not in g.adverb):
                return None
            at += 1
        return None

    def _inner(self, phrase: Phrase) -> Phrase:
        """`the bodies of two men`, `windows in six buildings`: the second phrase where it says how many."""
        if phrase.last + 1 < self.high and self.words[phrase.last] in ("of", "in"):
            inner = self._from.get(phrase.last + 1)
            if inner is not None and inner.value is not None and not {"body", "part"}.isdisjoint(phrase.tags):
                return inner
        return phrase

    def _inverted(self, act: Act, role: Role) -> Phrase | None:
        """`Killed in the crash were two women`, `found dead were Ann Lee, 30, and ...`."""
        words = self.words
        if act.first - self.low > 3 and self._before(act.first) not in (",", '"'):
            return None
        for at in range(act.last, min(self.high, act.last + 14)):
            if words[at] in ("were", "was", "are", "is"):
                return self._right(at + 1, role)
            if words[at] in self.grammar.clause:
                return None
        return None

    def _of_noun(self, act: Act, role: Role) -> tuple[Phrase | None, tuple[str, ...]]:
        """The death of a man; two deaths; Smith's death; a toll of 12; a double homicide."""
        words, tags = self.words, act.entry.tags
        if "implied" in tags:
            number = float(tags[tags.index("implied") + 1])
            return Phrase(act.first, act.last, number, "number", "", "", tags=("implied",)), ()
        if "toll" in tags:
            return self._toll(act), ("total",)
        left = self._to.get(act.first)
        if left is not None and left.form == "owner":
            return left._replace(form="definite"), ()
        own = self._number_of(act)
        if own is not None:
            return own, ()
        if "of" in tags and words[act.last - 1] in ("of", "to"):
            return self._right(act.last, role), ()
        if act.last < self.high and words[act.last] in ("of", "to"):
            phrase = self._right(act.last + 1, role)
            return phrase, ("partial",) if act.form == "many" and phrase is not None and phrase.value == 1 else ()
        return None, ()

    def _number_of(self, act: Act) -> Phrase | None:
        """`two deaths`, `no serious injuries`: a bare number up to three words before the noun."""
        for at in range(act.first, max(self.low, act.first - 4), -1):
            phrase = self._to.get(at)
            if phrase is not None:
                return phrase._replace(last=act.last) if not phrase.sort and phrase.value is not None else None
            if self.words[at - 1] in self.grammar.closed:
                return None
            if self.words[at - 1] in self.grammar.no:
                return Phrase(at - 1, act.last, 0.0, "zero", "", "")
            if self.words[at - 1] == "s" and at - 2 >= self.low and self.words[at - 2] == "'":
                return None
            if self.words[at - 1] in self.grammar.possessive:
                one = self.words[at - 1] in ("his", "her", "my")
                return Phrase(at - 1, act.last, 1.0, "pronoun", "person", "") if one and act.form == "one" else None
        return None

    def _toll(self, act: Act) -> Phrase | None:
        """The last number that the words of a toll lead to: `the death toll rose from 10 to 12`."""
        found: Phrase | None = None
        at, limit = act.last, min(self.high, act.last + 16)
        while at < limit:
            phrase = self._from.get(at)
            if phrase is not None and phrase.sort in ("", "person"):
                if phrase.value is not None and self._before(at) not in ("from", "in", "on", "since"):
                    return phrase
                found = found or None
                at = phrase.last
                continue
            word = self.words[at]
            if word in self.grammar.break_ and word != ":":
                return None
            at += 1
        return found

"""One article's tolls: of all it says of the dead and hurt, which statements give the whole number, and which a part.

`A man died`, `the victim`, `Smith, 35, was killed` are one person told three times, and each a count of one, unless a
number of dead stands in the article: then each is a part of that. Whoever was shot is hurt, unless the article tells of
a death: then nobody can say from the word alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.bare import OF_THEM, SOME
from claimcheck.extract.phrase import PERSON
from claimcheck.extract.statements import PART, Stated
from claimcheck.extract.tolls import Told, Toll

INNER = frozenset((PART, SOME, OF_THEM))
HURT = ("injured", "shot", "stabbed", "hospitalised")
WOUNDING = ("shot", "stabbed")
PEOPLE = ("killed", "injured")
_NO_WHOLE = frozenset(
    ("partial", SOME, "withdrawn", "former")
)  # marks of numbers that are not the whole one, or no more
_OLD = frozenset(("withdrawn", "former", "initial"))
_REVISED = _OLD | {"partial", "update"}
GENERAL = frozenset(("", "person", "victim", "other", "casualty", "body", "life"))


def settle(told: Sequence[Told], open_roles: frozenset[str]) -> list[Toll]:
    """All statements with a number, in the order given. `open_roles`: shot, stabbed (not said what became of them)."""
    by_event: dict[int, list[Told]] = {}
    for t in told:
        by_event.setdefault(t.event, []).append(t)
    out = {id(t): toll for ts in by_event.values() for t, toll in zip(ts, _of_event(ts, open_roles), strict=True)}
    return [toll for t in told if (toll := out[id(t)]) is not None]


def _of_event(told: Sequence[Told], open_roles: frozenset[str]) -> list[Toll | None]:
    ledger = Ledger(told, open_roles)
    return [ledger.settled(t) for t in told]


def _real(stated: Stated) -> bool:
    return not stated.denied and stated.unreal != "hypothetical"


def _explicit(stated: Stated) -> bool:
    return stated.phrase.form in ("number", "zero") and stated.phrase.value is not None


def _shown(marks: Sequence[str]) -> tuple[str, ...]:
    """The marks that rules know, each once."""
    return tuple(dict.fromkeys([m for m in marks if m not in INNER])) if marks else ()


class Ledger:
    """What one event's statements say together."""

    def __init__(self, told: Sequence[Told], open_roles: frozenset[str]) -> None:
        self._open = open_roles
        real = [t for t in told if _real(t.stated)]
        self._real = real
        killed = [t.stated.phrase for t in real if t.stated.role == "killed"]
        self._dead = any(phrase.value != 0 for phrase in killed)
        self._wholes = self._whole(real)
        self._most = {role: max(numbers, default=0.0) for role, numbers in self._wholes.items()}
        self._dead_groups = {phrase.group for phrase in killed}
        self._killers = {(t.page, t.sentence): t.stated.act.first for t in real if "self" in t.stated.act.entry.tags}
        self._with_killer = {t.stated.phrase.value for t in real if "with-perpetrator" in t.stated.marks}

    def _whole(self, real: Iterable[Told]) -> dict[str, set[float]]:
        """The numbers given for each role that are no parts."""
        found: dict[str, set[float]] = {}
        for t in real:
            s = t.stated
            numbers = found.setdefault(s.role, set())
            if _explicit(s) and _NO_WHOLE.isdisjoint(s.marks):
                numbers.add(float(s.phrase.value or 0))
        return found

    def settled(self, told: Told) -> Toll | None:
        stated = told.stated
        phrase = stated.phrase
        if phrase.value is None or ("self" in stated.act.entry.tags and self._killer_of(told)):
            return None
        if not _real(stated):
            unreal = ("future",) if stated.unreal == "hypothetical" else ()
            return Toll(told, None, phrase.value, unreal) if _explicit(stated) else None
        role: str | None = stated.role
        if role in self._open:
            if self._died(told):
                return None  # "shot two people dead"
            role = self._opened(told)
        value, marks = phrase.value, stated.marks
        if role in PEOPLE:
            role, marks = self._part(told, role, marks)
            if role == "killed" and value and self._killers and self._killer_after(told):
                return Toll(told, role, value + 1, _shown((*marks, "with-perpetrator")))
            if role == "killed" and value > 1 and ("with-perpetrator" in marks or value in self._with_killer):
                return Toll(told, role, value, _shown((*marks, "with-perpetrator")))
            if role == "killed" and value > 1 and "unborn" in phrase.tags:
                return Toll(told, role, value, _shown(marks), 1.0)
            if role == "injured" and (dead := self._dead_of(told)):
                if self._dead_of(told, within=0):
                    return Toll(told, role, value - dead, _shown(marks))
                role = "casualty"
            if role == "injured" and self._more_than_shot(told):
                marks = (*marks, "others")
        elif role is not None:
            if not _explicit(stated) and self._number_of(role, phrase.group) > 1:
                role = None
            if "partial" in marks and PART not in marks and self._number_of(role or "", phrase.group) <= phrase.value:
                marks = tuple(m for m in marks if m != "partial")
            marks = self._others(told, role or "", marks)
        return Toll(told, role, value, _shown(marks))

    def _number_of(self, role: str, group: str) -> float:
        """The largest number that the article gives for the role and sort of thing; of people for any sort."""
        return max(
            (
                float(t.stated.phrase.value or 0)
                for t in self._real
                if t.stated.role == role
                and _explicit(t.stated)
                and (t.stated.phrase.sort in ("", PERSON) or t.stated.phrase.group == group)
            ),
            default=0.0,
        )

    def _killer_after(self, told: Told) -> bool:
        """`killed his wife and then himself`: the killer's own death follows the victims in the sentence."""
        at = self._killers.get((told.page, told.sentence), -1)
        stated = told.stated
        return stated.act.first < stated.phrase.first < at and "self" not in stated.act.entry.tags

    def _killer_of(self, told: Told) -> bool:
        """Is a killer's own death already counted with his victims?"""
        return any(o.page == told.page and o.sentence == told.sentence and self._killer_after(o) for o in self._real)

    def _opened(self, told: Told) -> str | None:
        """The role of somebody shot: injured, where the article tells of no death."""
        stated = told.stated
        hurt = self._wholes.get("injured", set())
        if not _explicit(stated):
            if self._dead and not self._apart_from_dead(told):
                return None
            shot = max((self._most.get(r, 0) for r in self._open), default=0)
            return None if shot > 1 or self._most.get("injured", 0) > 1 else "injured"
        if self._dead or (hurt - {0.0} and float(stated.phrase.value or 0) not in hurt):
            return stated.role
        return "injured"

    def _apart_from_dead(self, told: Told) -> bool:
        """Somebody else than the dead: `another man was shot`, a woman where a man died."""
        stated = told.stated
        if self._most.get("killed", 0) > 1:
            return False
        if "others" in stated.marks:
            return True
        group = stated.phrase.group
        return (
            stated.phrase.form == "single"
            and group not in GENERAL
            and group not in self._dead_groups
            and "age" not in self._dead_groups
            and not (self._dead_groups & {"victim", "name", ""})
        )

    def _dead_of(self, told: Told, within: int = 2) -> float:
        """How many of the wounded died. `Ten people were wounded. One of the victims died`: the ten are those hurt,
        dead or alive; `six were wounded, two mortally`: four are. `within`: sentences after it."""
        if not _explicit(told.stated) or "others" in told.stated.marks:
            return 0.0
        value, place = float(told.stated.phrase.value or 0), (told.page, told.sentence)
        if not self._dead:
            return 0.0
        dead = (
            float(s.phrase.value or 0)
            for t in self._real
            for s in (t.stated,)
            if s.role == "killed"
            and OF_THEM in s.marks
            and place <= (t.page, t.sentence) <= (told.page, told.sentence + within)
        )
        return next((number for number in dead if 0 < number < value), 0.0)

    def _more_than_shot(self, told: Told) -> bool:
        """`six were shot and nearly 40 injured`: most of the 40 were hurt in another way than the six."""
        value, at = float(told.stated.phrase.value or 0), (told.page, told.sentence)
        shot = (
            float(t.stated.phrase.value or 0)
            for t in self._real
            if t.stated.role in WOUNDING and _explicit(t.stated) and (t.page, t.sentence) == at and not self._died(t)
        )
        return any(0 < number < value for number in shot)

    def _part(self, told: Told, role: str, marks: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
        """A part of a larger number of the article, the same once more, or the whole."""
        stated = told.stated
        value = float(stated.phrase.value or 0)
        whole = self._most.get(role, 0.0)
        if "toll" in stated.act.entry.tags or not _OLD.isdisjoint(marks):
            return role, marks
        if SOME in marks:
            return role, (*(m for m in marks if m != SOME), "partial")
        if "partial" in marks:
            marks = tuple(m for m in marks if m != OF_THEM)
            if whole > value:
                return role if PART in marks else None, marks
            if stated.act.entry.argument == "noun" and stated.phrase.given is not None:
                return role, marks  # "including six homicides in the suburbs"
            return role, tuple(m for m in marks if m != "partial")
        if not _explicit(stated):
            if whole > 1 or (role == "injured" and self._dead and not self._other_person(told)):
                return None, (*marks, "partial")
            return role, tuple(m for m in marks if m != "others")
        if value and value < whole and stated.phrase.group not in GENERAL and stated.phrase.tags[:1] != ("implied",):
            return None, (*marks, "partial")
        if self._shared(told, role):
            return role, (*marks, "partial")
        return role, self._others(told, role, marks)

    def _other_person(self, told: Told) -> bool:
        """An injured person told beside the dead one: another in the same sentence, or of another sort."""
        stated = told.stated
        return (
            "others" in stated.marks or stated.phrase.form == "single" or stated.phrase.group not in self._dead_groups
        )

    def _others(self, told: Told, role: str, marks: tuple[str, ...]) -> tuple[str, ...]:
        """`four others were injured` is the whole number beside the dead, and not beside somebody else who is hurt."""
        if "others" not in marks:
            return marks
        at, alone = (told.page, told.sentence, told.stated.phrase.first), True
        for t in self._real:
            if (t.page, t.sentence, t.stated.phrase.first) >= at:
                continue
            alone = False
            if t.stated.role == role == "killed":
                return marks  # "the toll is 34 ... divers found 15 more bodies", "she died ... two other patients died"
            same = (t.page, t.sentence) == at[:2]
            if self._died(t):
                continue
            if t.stated.role in HURT and t.stated.role != role and same and role == "injured":
                return marks
            if t.stated.role == role and not _explicit(t.stated):
                return marks
        return marks if alone else tuple(m for m in marks if m != "others")

    def _died(self, told: Told) -> bool:
        """`Ann Miller died of a gunshot wound`: who is hurt here is one of the dead."""
        at = (told.page, told.sentence, told.stated.phrase.first)
        return any(t.stated.role == "killed" and (t.page, t.sentence, t.stated.phrase.first) == at for t in self._real)

    def _shared(self, told: Told, role: str) -> bool:
        """`Six people were injured in the shooting and another fleeing`: neither is the whole. An old figure beside the
        new one is no part of it."""
        if not _REVISED.isdisjoint(told.stated.marks):
            return False
        value, at = told.stated.phrase.value, (told.page, told.sentence)
        others = {
            t.stated.phrase.value
            for t in self._real
            if t is not told
            and "self" not in t.stated.act.entry.tags
            and (t.page, t.sentence) == at
            and t.stated.role == role
            and t.stated.phrase.value
            and (_explicit(t.stated) or "others" in t.stated.marks or t.stated.phrase.form == "single")
            and _REVISED.isdisjoint(t.stated.marks)
        }
        return bool(others) and value not in others and bool(value)

"""Reads the counts, ordinals, sums of money and measures of a passage, left to right, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.kinds.amount import Amount, amount_of, qualified
from claimcheck.kinds.count import count_value
from claimcheck.kinds.measure import measure_value
from claimcheck.kinds.money import money_value
from claimcheck.kinds.ordinal import ordinal_value
from claimcheck.model import Mention, Value
from claimcheck.quantities.gates import NOTHING, is_quantity, read_nothing
from claimcheck.quantities.joins import JOINTS, read_range, read_ratio, read_score
from claimcheck.quantities.qualify import qualifier_after, qualifier_before
from claimcheck.quantities.quantity import Quantity, read_quantity
from claimcheck.quantities.scene import Scene
from claimcheck.quantities.tables import Context
from claimcheck.quantities.tags import tags_of
from claimcheck.quantities.traps import chain_end
from claimcheck.text.numeral import Numerals
from claimcheck.text.passage import Passage

_DIGITS = frozenset("0123456789")
_LETTERS = "abcdefghijklmnopqrstuvwxyz¢"
_CODE = 4  # letters of money that may be written at the digits: usd500, fcfa500


@dataclass(frozen=True, slots=True)
class Quantities:
    """The reader of numbers. Holds tables only: build once, use for every article."""

    numerals: Numerals
    context: Context
    triggers: frozenset[str]

    def read(self, passage: Passage, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
        """Mentions in order, not overlapping each other or the spans already read as something else."""
        found: list[Mention] = []
        scene = Scene(passage, self.numerals, self.context)
        spans = [*sorted(taken), (len(passage.text), len(passage.text))]
        k, part_ends, starts = 0, -1, passage.starts
        for i in self._places(passage):
            start = starts[i]
            if start < scene.left:
                continue
            while spans[k][1] <= start and k + 1 < len(spans):
                scene.left = max(scene.left, spans[k][1])
                k += 1
            if spans[k][0] < passage.ends[i] and k + 1 < len(spans):
                continue
            scene.right = spans[k][0]
            mention, end, after = _at(scene, i, part_ends)
            if mention:
                found.append(mention)
                part_ends = after if "partial" in mention.tags else -1
            scene.left = max(scene.left, end)
        return found

    def _places(self, passage: Passage) -> Sequence[int]:
        """Positions of words at which a number may begin: number words, digits, letters and digits ("rs500")."""
        begin = self.triggers & passage.different
        if not begin:
            return passage.numbered
        return sorted({*passage.positions(begin), *passage.numbered})


def _at(scene: Scene, i: int, part_ends: int) -> tuple[Mention | None, int, int]:
    """The mention at word `i`, the character and the word after it. Without a mention, what may still be read begins
    there."""
    passage = scene.passage
    word = passage.words[i]
    if word in NOTHING:
        nothing, after = read_nothing(scene, i)
        return nothing, passage.ends[after - 1], after
    skip = 0
    if word[0] in _DIGITS:
        chain = chain_end(scene, i)
        if chain:
            return None, chain, i + 1
    elif word[-1] in _DIGITS:
        skip = len(word) - len(word.lstrip(_LETTERS))
        if not 0 < skip <= _CODE:
            return None, 0, i + 1
    quantity = read_quantity(scene, i, skip=skip)
    if quantity is None or not is_quantity(scene, i, quantity):
        return None, 0, i + 1
    return _mention(scene, quantity, part_ends)


def _mention(scene: Scene, quantity: Quantity, part_ends: int) -> tuple[Mention, int, int]:
    passage, read, to = scene.passage, quantity.read, None
    if quantity.kind == "ordinal":
        value = ordinal_value(read.value)
        return Mention("ordinal", quantity.start, quantity.end, value), quantity.end, quantity.after
    joint = scene.word(quantity.after)
    if joint in JOINTS or (joint in scene.context.score_units and scene.word(quantity.after + 1) == "to"):
        ranged = read_range(scene, quantity)
        score = None if ranged else read_score(scene, quantity)
        if score:
            return score[0], score[0].end, score[1]
        quantity, to = ranged or (read_ratio(scene, quantity) or quantity, None)
    rule, first = qualifier_before(scene, quantity)
    rule, after = qualifier_after(scene, quantity, rule)
    start = min(quantity.start, passage.starts[first])
    end = max(quantity.end, passage.ends[after - 1])
    read = quantity.read
    plain = rule == "exact" and to is None and read.form in ("cardinal", "share") and not read.step
    amount = Amount(read.value) if plain else qualified(amount_of(read, to=to), rule)
    tags = quantity.tags + (tags_of(scene, first, after, part_ends) if quantity.kind == "count" else ())
    return Mention(quantity.kind, start, end, _value(quantity, amount), tags=tags), end, after


def _value(quantity: Quantity, amount: Amount) -> Value:
    if quantity.kind == "count":
        return count_value(amount)
    unit = quantity.unit or ""
    return money_value(amount, unit) if quantity.kind == "money" else measure_value(amount, unit)

"""Phrases that belong together: `a man and his wife` are two, `the victim, John Smith, 35,` is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extract.grammar import grammar
from claimcheck.extract.phrase import Phrase
from claimcheck.text.passage import Passage

# What may stand between members: ages, "of Toledo", a comma, "and". Group 1: how they are joined.
_GAP = re.compile(
    r"(?:(?:, )?\(? ?\d{1,2} ?\)?)?(?: ?, (?:both |all )?(?:of|from) [\w .'-]{1,30}?)?"
    r" ?(,? ?(?:and|&|plus|as well as|along with|together with)|,)?(?: also| then)?$"
)


GAP = 9  # words between members
OPENING = frozenset((",", "(", "and", "&", "plus", "as", "along", "together"))  # so, or with a number, _GAP begins


def join_phrases(passage: Passage, low: int, phrases: list[Phrase], *, headline: bool) -> list[Phrase]:
    """The phrases with lists summed and appositions swallowed, in order; members named after `including` are marked."""
    out: list[Phrase] = []
    if not phrases:
        return out
    words, including = passage.words, grammar().including
    names_parts = not (including.isdisjoint(passage.different) or including.isdisjoint(words[low : phrases[-1].first]))
    if not names_parts and not _any_near(words, phrases):
        return phrases
    at, total = 0, len(phrases)
    while at < total:
        chain, links = [phrases[at]], list[str]()
        at += 1
        included = names_parts and _marked(words, low, chain[0]) is not chain[0]
        while at < total and chain[-1].form != "owner":
            link = link_between(words, chain[-1].last, phrases[at].first)
            if included and link.startswith(",") and link != ",":
                break  # "six dead, including the gunman, and four injured"
            if not link or phrases[at].sort != chain[-1].sort or chain[-1].form == "zero":
                break
            chain.append(phrases[at])
            links.append(link)
            at += 1
        listed = headline or _and_self(words, chain[-1].last)
        out += _resolved(chain, links, listed=listed) if links else chain
    return [_marked(words, low, phrase) for phrase in out] if names_parts else out


def _and_self(words: Sequence[str], at: int) -> bool:
    """`his wife, two children and then himself`: a list of which the last member is the subject again."""
    g = grammar()
    after = words[at : at + 4]
    if after[:1] == (",",):
        after = after[1:]
    return after[:1] != () and after[0] in g.conjunction and not g.reflexive.isdisjoint(after[1:3])


def _any_near(words: Sequence[str], phrases: Sequence[Phrase]) -> bool:
    """Can any two neighbours be joined at all? Mostly none can."""
    last = phrases[0].last
    for phrase in phrases[1:]:
        if 0 < phrase.first - last <= GAP and ((opening := words[last]) in OPENING or opening[0].isdigit()):
            return True
        last = phrase.last
    return False


def link_between(words: Sequence[str], last: int, first: int) -> str:
    """ "and" for a coordination, "," for a list or apposition, "" for none."""
    if not 0 < first - last <= GAP:
        return ""
    opening = words[last]
    if opening not in OPENING and not opening[0].isdigit():
        return ""
    match = _GAP.match(" ".join(words[last:first]))
    if not match or not match.group(1):
        return ""
    return match.group(1).strip()


def _resolved(chain: Sequence[Phrase], links: Sequence[str], *, listed: bool) -> list[Phrase]:
    """One chain of phrases with commas and `and` between them, as one or more phrases. `listed`: commas alone part a
    list as well."""
    if all(link == "," for link in links) and not (listed and all(p.form != "named" for p in chain)):
        first = chain[0]
        rest = [p for p in chain[1:] if not _apposed(first, p)]
        return [first._replace(last=chain[-1].last) if not rest else first, *rest]
    if links[0] == "," and _broken_down(chain):
        return [chain[0]._replace(last=chain[-1].last)]
    members = [chain[0]]
    for link, phrase in zip(links, chain[1:], strict=True):
        previous = members[-1]
        if (link == "," and _apposed(previous, phrase)) or (
            phrase.form == "named" and previous.form in ("number", "many") and (previous.value or 2) > 1
        ):
            members[-1] = previous._replace(last=phrase.last)
        else:
            members.append(phrase)
    if len(members) > 1 and members[0].sort != "person" and len({p.group for p in members}) > 1:
        return members
    return [_sum(members)] if len(members) > 1 else members


def _broken_down(chain: Sequence[Phrase]) -> bool:
    """`Seven people, four men and three women,`: the parts make the number before them - but "two men, a woman and a
    child" are four."""
    whole, parts = chain[0].value, [p.value for p in chain[1:]]
    if len(parts) < 2 or whole is None or whole < 2 or None in parts or sum(map(float, filter(None, parts))) != whole:
        return False
    return not any(_other_sort(chain[0].tags, part.tags) for part in chain[1:])


def _other_sort(a: Sequence[str], b: Sequence[str]) -> bool:
    """Are these people that nobody is both of: men and women, children and adults."""
    return ("sex" in a and "sex" in b) or ("young" in a and "grown" in b) or ("grown" in a and "young" in b)


def _apposed(phrase: Phrase, following: Phrase) -> bool:
    """Does the second say who the first is? One of them is a name, or one `the` and the other `a`."""
    if (phrase.form == "named") != (following.form == "named"):
        return True
    if "bare" in phrase.tags or "bare" in following.tags:
        return False
    return {phrase.form, following.form} == {"definite", "single"}


def _sum(members: Sequence[Phrase]) -> Phrase:
    values = [p.value for p in members]
    known = [v for v in values if v is not None]
    counts = [p.given for p in members if p.given is not None and p.given.value.qualifier not in (None, "exact")]
    groups = {p.group for p in members}
    marks = members[0].marks
    return members[0]._replace(
        last=members[-1].last,
        value=sum(known) if len(known) == len(values) else None,
        form="number" if len(known) == len(values) else "many",
        group=groups.pop() if len(groups) == 1 else "",
        given=counts[0] if counts else None,
        marks=marks,
        tags=members[0].tags if all("unborn" not in p.tags for p in members) else ("unborn",),
    )


def _marked(words: Sequence[str], low: int, phrase: Phrase) -> Phrase:
    g = grammar()
    for at in range(phrase.first - 1, max(low, phrase.first - 4) - 1, -1):
        if words[at] in g.including:
            return phrase._replace(marks=(*phrase.marks, "partial"))
        if words[at] in g.stop:
            break
    return phrase

"""expression: a condition in CEL, for what no other check can say. Typed when read, bounded when run, never `eval`.

CEL (Common Expression Language) is evaluated by its maintained C++ runtime (the extra `cel`); it has no loops but over
the claims given, stops after a budget of steps, and its `matches` is a linear-time engine. In scope are claims as maps
of the columns of the output contract (`claim.value`, `claim.role`, `has(claim.speaker)`), and `event` (kind, date,
place, link).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from claimcheck.checks.check import NOTHING, Check, Clash, Doubt, Group, Outcome, Rule
from claimcheck.checks.choose import APART, chosen
from claimcheck.kinds import KINDS
from claimcheck.model import Claim, Row, Side, row

MISSING = "the check `expression` needs the extra cel: pip install 'claimcheck-cli[cel]'"
MAX_LENGTH = 2000
MAX_CASES = 20_000  # of one group: what goes beyond is said to be undecided
_SCOPE = {"each": ("claim",), "pair": ("a", "b"), "all": ("claims",)}
Condition = Callable[[Mapping[str, object]], bool]


@dataclass(frozen=True, slots=True)
class Expression:
    """The keys of `expression`.

    holds   the condition, in CEL, that must be true
    of      `each` claim; each `pair` of claims (a, b) of different articles; `all` claims at once (a list)
    """

    kind: str
    holds: str
    of: Literal["each", "pair", "all"] = "each"
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    besides: tuple[str, ...] = tuple(sorted(APART))


def evaluate(rule: Rule[Expression], group: Group) -> Outcome:
    """Ask the condition of each case; what it cannot be asked of (a field that is not there) is undecided."""
    options = rule.options
    claims = chosen(
        group,
        kind=options.kind,
        role=options.role,
        subject=options.subject,
        compare=rule.compare,
        besides=frozenset(options.besides),
    )
    if not claims:
        return NOTHING
    condition, names = compiled(options.holds, options.of), _SCOPE[options.of]
    event: Row = {"kind": group.kind or "", "date": group.date or "", "place": group.place or "", "link": group.link}
    compared, failing, doubts = 0, dict[str, Claim](), []
    for number, case in enumerate(_cases(options, group, claims)):
        if number >= MAX_CASES:
            doubts.append(Doubt(f"more than {MAX_CASES} cases: the rest was not looked at"))
            break
        shown: list[object] = [[row(c) for c in case]] if options.of == "all" else [row(c) for c in case]
        try:
            holds = condition({**dict(zip(names, shown, strict=True)), "event": event})
        except ValueError as error:
            doubts.append(Doubt(f"the expression cannot tell: {error}", case))
            continue
        compared += 1
        failing |= {} if holds else {c.id: c for c in case}
    clashes = (Clash(kind=options.kind, sides=_sides(options.kind, failing.values())),) if failing else ()
    return Outcome(compared, clashes, tuple(doubts[:20])) if compared or doubts else NOTHING


def _cases(options: Expression, group: Group, claims: list[Claim]) -> Iterator[tuple[Claim, ...]]:
    if options.of == "each":
        yield from ((c,) for c in claims)
    elif options.of == "all":
        yield tuple(claims)
    else:
        yield from ((a, b) for a, b in combinations(claims, 2) if group.witness_of(a) != group.witness_of(b))


def _sides(kind: str, claims: Iterable[Claim]) -> tuple[Side, ...]:
    values: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.doc, c.start)):
        values.setdefault(KINDS[kind].render(claim), []).append(claim)
    return tuple(Side(value, tuple(said)) for value, said in values.items())


@cache
def compiled(holds: str, of: str) -> Condition:
    """The condition, type-checked. Raises ValueError that says what is wrong; so does asking it in vain."""
    if len(holds) > MAX_LENGTH:
        raise ValueError(f"longer than {MAX_LENGTH} characters")
    try:
        from cel_expr_python import cel  # type: ignore[import-untyped]  # ships stubs, but not the marker file
    except ImportError:
        raise ValueError(MISSING) from None
    claim = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
    variables = {name: cel.Type.List(claim) if name == "claims" else claim for name in (*_SCOPE[of], "event")}
    try:
        program = cel.NewEnv(variables=variables).compile(holds)
    except RuntimeError as error:
        raise ValueError(_first(error)) from None
    if program.return_type() not in (cel.Type.BOOL, cel.Type.DYN):
        raise ValueError(f"true or false is needed, not {program.return_type().name()}")

    def ask(data: Mapping[str, object]) -> bool:
        try:
            said = program.eval(data=data).value()
        except RuntimeError as error:
            raise ValueError(_first(error)) from None
        if not isinstance(said, bool):
            raise ValueError(f"it gives {said}")
        return said

    return ask


def _first(error: RuntimeError) -> str:
    return str(error).splitlines()[0].partition(": ")[2].removeprefix("ERROR: ").removeprefix("<input>:")


def needs(options: Expression) -> tuple[str, ...]:
    """The kind it is about."""
    return (options.kind,)


def describe(options: Expression) -> str:
    """The rule as a sentence."""
    of = {"each": "each", "pair": "each pair (a, b) of different articles, of", "all": "the list of"}[options.of]
    what = options.kind + (f" of {' or '.join(options.role)}" if options.role else "")
    return f"For {of} {what}: {options.holds}"


def mistakes(options: Expression) -> Iterator[tuple[str, str]]:
    """A kind that does not exist; an expression that does not compile."""
    if options.kind not in KINDS:
        yield "kind", f'no kind "{options.kind}"'
    try:
        compiled(options.holds, options.of)
    except ValueError as error:
        yield "holds", str(error)


CHECK = Check(
    id="expression",
    summary="a condition in CEL, for what no other check can say",
    options=Expression,
    evaluate=evaluate,
    needs=needs,
    describe=describe,
    mistakes=mistakes,
)

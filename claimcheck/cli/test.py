"""claimcheck test: the examples that rules carry, run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from claimcheck.rulebook.trial import Trial


@click.command()
@click.argument("rules", nargs=-1, metavar="[RULE|PATH]...")
@click.option("-v", "--verbose", is_flag=True, help="Name the examples that pass, too.")
def command(rules: tuple[str, ...], verbose: bool) -> int:
    """Run the examples of RULEs (ids, or files and folders of rules); of all shipped rules where none is named.

    The packs that a named folder extends are tested with it. With ids and a folder, only those ids are.

    An example that fails prints the claims that were seen in it.
    """
    from claimcheck.errors import ClaimcheckError
    from claimcheck.rulebook import named_rules
    from claimcheck.rulebook.trial import trials
    from claimcheck.stages import Extract, Link

    paths = tuple(Path(r) for r in rules if Path(r).exists())
    ids = [r for r in rules if not Path(r).exists()]
    chosen = named_rules(paths, select=ids)
    extract, link = Extract(tuple(map(str, paths))).build(), Link(same_event=True).build()
    passed = failed = 0
    without = []
    for rule in chosen:
        done = list(trials(rule, read=extract, link=lambda found: link(found, lambda _doc: "")))  # type: ignore[arg-type]
        if not done:
            without.append(rule.id)
        for trial in done:
            passed += trial.passed
            failed += not trial.passed
            if verbose or not trial.passed:
                for line in _told(trial):
                    click.echo(line)
    if without:
        click.echo(f"no examples: {', '.join(without)}", err=True)
    click.echo(f"{len(chosen)} rules: {passed} examples passed, {failed} failed")
    if not passed and not failed:
        raise ClaimcheckError("no example run")
    return 1 if failed else 0


def _told(trial: Trial) -> Iterator[str]:
    mark = "pass" if trial.passed else "FAIL"
    yield f"{mark}  {trial.rule}, {trial.wanted} {trial.number}" + ("" if trial.passed else f": got {trial.answer}")
    if trial.passed:
        return
    for finding in trial.findings:
        yield f"      found {finding.severity}: {finding.message}"
    for doubt in trial.undecided:
        yield f"      undecided: {doubt.reason}"
    yield "      claims seen:" if trial.claims else "      no claim was seen"
    for c in trial.claims:
        more = " ".join(
            f"{name}={v}" for name in ("role", "subject", "event", "speaker", "marks") if (v := getattr(c, name))
        )
        yield f"        {c.doc}:{c.start}  {c.kind} {c.value!r}  “{c.text}”  {more}"

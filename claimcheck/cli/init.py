"""claimcheck init: a commented config and a first pack to start from."""

from __future__ import annotations

from pathlib import Path

import click

_CONFIG = """\
# What claimcheck does in this folder. Every key may be left out; options on the command line win.
# claimcheck check --help lists them; docs/commands.md explains the formats.

# The articles to read: folders or files, beside this file.
# paths: [articles]

# Further packs: folders with a pack.yaml, or single rule files. Yours is below.
rules: [rules/{pack}]

# Rules to leave out, by id (claimcheck rules lists them), and other severities for single rules.
# ignore: [event-place]
# severity: {{event-date: warning}}

# Exit with 1 from this severity on: error, warning, note or never.
# fail-on: error

# Are all articles of a folder about one event? Then say so; nothing need be guessed.
# group-by: folder
# same-event: true
"""
_PACK = """\
# What this pack is for; `claimcheck validate rules/{pack}` says what is wrong with it.
id: {pack}
summary: Our own words and rules
"""
_VOCABULARY = """\
# Words to recognise: plurals and verb forms are made for you. `category` is a name of your own,
# used in patterns as {{outlet}}.
category: outlet
entries:
  - {{id: newsroom, nouns: [newsroom, news desk]}}
"""
_PATTERNS = """\
# What a number is of, by the words around it: the mention stands in <...>, and [ ... ] marks it.
# The role is what rules ask for. `...2` passes over up to two words; `a|b` is either.
roles-of: count
patterns:
  - role: readers
    subject: person
    match:
      - "[ <count> ] ...1 readers|subscribers"
"""
_RULE = """\
# One rule a file: what must hold, in one check, with examples that `claimcheck test rules/{pack}` runs.
id: {pack}-readers
summary: Reports of one event give one number of readers
severity: warning
agree: {{kind: count, role: readers, within: 3 %}}
message: "{{sides}}: reports give different numbers of readers"
why: A reader who compares the reports cannot tell which is right.
examples:
  finding:
    a.txt: "The newsroom in Leeds said on May 6, 2024 that it has 4,200 readers."
    b.txt: "The newsroom in Leeds said on May 6, 2024 that it has 2,400 readers."
  no-finding:
    a.txt: "The newsroom in Leeds said on May 6, 2024 that it has 4,200 readers."
    b.txt: "The newsroom in Leeds said on May 6, 2024 that it has about 4,200 readers."
  undecided:
    a.txt: "The newsroom in Leeds said on May 6, 2024 that it has 4,200 readers."
    b.txt: "The newsroom in Leeds opened on May 6, 2024."
"""
_FILES = {
    "claimcheck.yaml": _CONFIG,
    "rules/{pack}/pack.yaml": _PACK,
    "rules/{pack}/vocabulary/words.yaml": _VOCABULARY,
    "rules/{pack}/patterns/roles-of-counts.yaml": _PATTERNS,
    "rules/{pack}/checks/{pack}-readers.yaml": _RULE,
}


@click.command()
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path(file_okay=False))
@click.option("--pack", default="our", show_default=True, metavar="NAME", help="Name of the first pack.")
def command(folder: str, pack: str) -> None:
    """Write a commented claimcheck.yaml and a first pack into FOLDER. Files that are there stay as they are."""
    import re

    from claimcheck.errors import ClaimcheckError

    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", pack):
        raise ClaimcheckError(f"--pack: {pack!r} is no name: small letters, digits and hyphens")
    files = {Path(folder) / name.format(pack=pack): text.format(pack=pack) for name, text in _FILES.items()}
    there = [path for path in files if path.exists()]
    if there:
        raise ClaimcheckError(*(f"{path} is there already; nothing was written" for path in there))
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        click.echo(f"wrote {path}")
    click.echo(f"next: claimcheck test {Path(folder) / 'rules' / pack}; claimcheck check {folder}", err=True)

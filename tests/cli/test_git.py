"""A scripted git repository: a baseline, then a commit that adds a conflicting article; check and diff say the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from cli.command import Done, claimcheck

NORTH = "Two people were killed and nine hurt in a fire at a mill in Leeds on Friday, the mayor said.\n"
SOUTH = "Three people were killed in a fire at a mill in Leeds on Friday, police said.\n"
EAST = "A fire at a mill in Leeds on Friday injured five people, a doctor said.\n"
ABOUT = ("--select", "killed,injured")
CHECK = ("check", "my news", *ABOUT, "--baseline", "known.json", "--output", "json")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def article(folder: Path, name: str, text: str) -> None:
    head = f"---\ntitle: The fire\nsource: {name}\ndate: 2024-03-02\n---\n"
    (folder / "my news" / f"{name}.txt").write_text(head + text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two articles that disagree, which a baseline holds; then one that disagrees on something else."""
    (tmp_path / "my news").mkdir()
    article(tmp_path, "north", NORTH)
    article(tmp_path, "south", SOUTH)
    git(tmp_path, "init", "-q")
    assert claimcheck("baseline", "write", "my news", *ABOUT, "--baseline", "known.json", folder=tmp_path).code == 0
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "known")
    article(tmp_path, "east", EAST)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "an article more")
    return tmp_path


def found(done: Done) -> list[dict[str, str]]:
    return json.loads(done.out)["findings"]


def test_check_reports_exactly_the_new_finding(repository: Path):
    done = claimcheck(*CHECK, "--since", "HEAD~1", folder=repository)
    assert done.code == 1 and done.last == "exit 1: 1 error (--fail-on error)"
    [finding] = found(done)
    assert (finding["rule"], finding["baseline"]) == ("injured", "new")
    assert [side["value"] for side in finding["sides"]] == ["5", "9"]  # type: ignore[index]


@pytest.mark.parametrize(
    "targets",
    [
        ("HEAD~1", "HEAD"),
        ("HEAD~1..HEAD", "--", "my news"),
        ("HEAD~1..", "my news"),
        ("HEAD~1", "my news"),
    ],
)
def test_diff_says_the_same(repository: Path, targets: tuple[str, ...]):
    [new] = found(claimcheck(*CHECK, "--since", "HEAD~1", folder=repository))
    done = claimcheck("diff", *ABOUT, "--output", "json", *targets, folder=repository)
    assert done.code == 1 and done.last == "exit 1: 1 finding opened"
    changes = json.loads(done.out)
    assert changes["added"] == ["my news/east.txt"] and not changes["claims"] and not changes["removed"]
    assert [(f["change"], f["new"]["id"]) for f in changes["findings"]] == [("opened", new["id"])]


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_two_folders_and_two_saved_reports_say_it_in_every_form(repository: Path, form: str):
    git(repository, "worktree", "add", "-q", "before", "HEAD~1")
    one = claimcheck("diff", *ABOUT, "before/my news", "my news", "--output", form, folder=repository)
    for name, folder in (("old", "before/my news"), ("new", "my news")):
        claimcheck("check", folder, *ABOUT, "-q", "--output", f"json:{name}.json", folder=repository)
    two = claimcheck("diff", "old.json", "new.json", "--output", form, folder=repository)
    assert one.code == two.code == 1 and "5 against 9" in one.out
    if form in ("text", "markdown"):  # but for the names of what is compared
        kept = [
            [line for line in done.out.splitlines() if "json" not in line and "my" not in line] for done in (one, two)
        ]
        assert kept[0] == kept[1] and len(kept[0]) > 2
    if form == "json":
        assert json.loads(one.out)["findings"] == json.loads(two.out)["findings"]


def test_a_new_name_or_an_unrelated_edit_changes_no_fingerprint(repository: Path):
    before = found(claimcheck(*CHECK, folder=repository))
    git(repository, "mv", "my news/north.txt", "my news/a new name.txt")
    article(repository, "south", "A mill burned.\n\n" + SOUTH + "\nPeople laid flowers at the gate.\n")
    git(repository, "commit", "-qam", "moved and edited")
    after = found(claimcheck(*CHECK, folder=repository))
    assert [(f["id"], f["baseline"]) for f in sorted(after, key=lambda f: f["rule"])] == [
        (f["id"], f["baseline"]) for f in sorted(before, key=lambda f: f["rule"])
    ]
    done = claimcheck("diff", *ABOUT, "HEAD~1", "HEAD", "--output", "json", folder=repository)
    changes = json.loads(done.out)
    assert done.code == 0 and changes["findings"] == [] and changes["claims"] == []
    assert changes["renamed"] == [["my news/north.txt", "my news/a new name.txt"]]


def test_what_is_not_committed_is_compared_with_a_revision(repository: Path):
    nothing = claimcheck("diff", *ABOUT, "HEAD", "my news", folder=repository)
    assert nothing.code == 0 and nothing.out.splitlines()[-1] == "claims: no change; findings: no change"
    article(repository, "east", EAST.replace("five", "nine"))
    for folder, path in ((repository, "my news"), (repository / "my news", ".")):
        done = claimcheck("diff", *ABOUT, "HEAD", path, folder=folder)
        assert done.code == 0 and "@@ my news/east.txt @@\n-6:" in done.out and "(closed)" in done.out


def test_which_of_two_names_is_wrong_is_said(repository: Path):
    assert claimcheck("diff", "my news", "HEAD", folder=repository).last.endswith("claimcheck diff HEAD my news")
    assert claimcheck("diff", "HEAD", "his news", folder=repository).last.startswith("error: his news: neither")

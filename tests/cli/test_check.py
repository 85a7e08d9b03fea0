"""claimcheck check: what it reports of which files, when it fails, and what is known or set aside."""

import json
import subprocess
from pathlib import Path

import pytest
from cli.command import Done, claimcheck

NORTH = "Two people were killed in a fire at a mill in Leeds on Friday, the mayor said.\n"
SOUTH = "Three people were killed in a fire at a mill in Leeds on Friday, police said.\n"
CHECK = ("check", ".", "--same-event", "--select", "killed", "--output", "json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "north.txt").write_text(NORTH)
    (tmp_path / "south.txt").write_text(SOUTH)
    return tmp_path


def found(done: Done) -> list[dict[str, object]]:
    return json.loads(done.out)["findings"]


def test_two_tolls_of_one_event_are_a_finding_and_exit_1(folder: Path):
    done = claimcheck(*CHECK, folder=folder)
    assert done.code == 1 and done.last == "exit 1: 1 error (--fail-on error)"
    [finding] = found(done)
    assert (finding["rule"], finding["kind"], finding["severity"]) == ("killed", "count", "error")
    assert [side["value"] for side in finding["sides"]] == ["2", "3"]


@pytest.mark.parametrize(("bar", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_the_bar_decides_the_exit_code(folder: Path, bar: str, code: int):
    assert claimcheck(*CHECK, "--fail-on", bar, folder=folder).code == code


def test_articles_of_other_folders_are_not_compared_where_groups_are_folders(folder: Path):
    for name in ("north", "south"):
        (folder / name).mkdir()
        (folder / f"{name}.txt").rename(folder / name / "a.txt")
    assert claimcheck(*CHECK, folder=folder).code == 1
    assert claimcheck(*CHECK, "--group-by", "folder", folder=folder).code == 0


def test_records_of_other_files_are_not_compared_where_groups_are_files(folder: Path):
    (folder / "a.jsonl").write_text(json.dumps({"id": 1, "text": NORTH}) + "\n" + json.dumps({"id": 2, "text": NORTH}))
    (folder / "b.jsonl").write_text(json.dumps({"id": 1, "text": SOUTH}))
    for name in ("north", "south"):
        (folder / f"{name}.txt").unlink()
    assert claimcheck(*CHECK, folder=folder).code == 1
    assert claimcheck(*CHECK, "--group-by", "file", folder=folder).code == 0


def test_the_config_file_speaks_where_no_option_does(folder: Path):
    (folder / "claimcheck.yaml").write_text("same-event: true\nselect: [killed]\nfail-on: never\noutput: [json]\n")
    done = claimcheck("check", ".", folder=folder)
    assert done.code == 0 and len(found(done)) == 1
    assert claimcheck("check", ".", "--fail-on", "error", folder=folder).code == 1


def test_a_severity_of_the_config_is_taken(folder: Path):
    (folder / "claimcheck.yaml").write_text("severity: {killed: note}\n")
    done = claimcheck(*CHECK, folder=folder)
    assert done.code == 0 and found(done)[0]["severity"] == "note"


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist_is_said(folder: Path, option: str):
    done = claimcheck("check", ".", option, "kiled", folder=folder)
    assert done.code == 2 and 'did you mean "killed"' in done.last


def test_a_broken_rule_ends_the_run_with_its_place(folder: Path):
    (folder / "our").mkdir()
    (folder / "our" / "rule.yaml").write_text("id: ours\nsummary: x\nagre: {kind: count}\n")
    done = claimcheck("check", ".", "--rules", "our", folder=folder)
    assert done.code == 2 and "rule.yaml:3:1" in done.err and "Traceback" not in done.err


def test_nothing_to_compare_is_0_and_said(folder: Path):
    (folder / "south.txt").unlink()
    done = claimcheck("check", ".", "--select", "killed", folder=folder)
    assert done.code == 0 and "nothing was compared" in done.out


def test_known_findings_are_marked_and_do_not_fail(folder: Path):
    options = ("--same-event", "--select", "killed", "--baseline", "known.json")
    assert claimcheck("baseline", "write", ".", *options, folder=folder).code == 0
    done = claimcheck(*CHECK, "--baseline", "known.json", folder=folder)
    assert done.code == 0 and found(done)[0]["baseline"] == "unchanged"
    (folder / "south.txt").write_text(SOUTH.replace("Three", "Four"))
    done = claimcheck(*CHECK, "--baseline", "known.json", folder=folder)
    assert done.code == 1 and found(done)[0]["baseline"] == "new"
    assert "1 entry of the baseline found no more" in done.err


def test_pruning_drops_what_is_gone_and_adds_nothing(folder: Path):
    options = ("--same-event", "--select", "killed", "--baseline", "known.json")
    claimcheck("baseline", "write", ".", *options, folder=folder)
    (folder / "south.txt").write_text(SOUTH.replace("Three", "Four"))
    done = claimcheck("baseline", "prune", ".", *options, folder=folder)
    assert done.last == "known.json: 1 dropped, 0 kept"


def test_what_an_editor_set_aside_is_not_reported(folder: Path):
    (folder / "claimcheck.ignore.yaml").write_text("- {rule: killed, file: south.txt, reason: counted twice}\n")
    done = claimcheck(*CHECK, folder=folder)
    assert done.code == 0 and found(done) == []


def test_another_paragraph_or_file_name_changes_no_fingerprint(folder: Path):
    [before] = found(claimcheck(*CHECK, folder=folder))
    (folder / "south.txt").write_text("A fire has shaken a town.\n\n" + SOUTH + "\nPeople laid flowers.\n")
    (folder / "north.txt").rename(folder / "east.txt")
    [after] = found(claimcheck(*CHECK, folder=folder))
    assert before["id"] == after["id"]


def test_the_order_of_paths_and_records_does_not_matter(folder: Path):
    rows = [json.dumps({"id": n, "text": text}) for n, text in enumerate((NORTH, SOUTH, NORTH, "One man died."))]
    (folder / "a.jsonl").write_text("\n".join(rows))
    first = claimcheck(*CHECK, "south.txt", "north.txt", folder=folder).out
    (folder / "a.jsonl").write_text("\n".join(reversed(rows)))
    assert claimcheck("check", "north.txt", "south.txt", *CHECK[1:], folder=folder).out == first


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """A commit with a known finding, then one with an article that adds another."""
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "east.txt").write_text("A fire at a mill in Leeds on Friday hurt nine people and killed two, he said.\n")
    (folder / "west.txt").write_text("A fire at a mill in Leeds on Friday injured five people and killed three.\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "two")
    return folder


def test_since_a_revision_only_findings_of_changed_files_are_reported(repository: Path):
    check = ("check", ".", "--same-event", "--select", "killed,injured", "--output", "json")
    assert {f["rule"] for f in found(claimcheck(*check, folder=repository))} == {"killed", "injured"}
    (repository / "north.txt").write_text(NORTH.replace("Friday", "Friday morning"))
    assert {f["rule"] for f in found(claimcheck(*check, "--since", "HEAD", folder=repository))} == {"killed"}
    assert found(claimcheck(*check, "--changed", "none.txt", folder=repository)) == []


def test_a_revision_that_does_not_exist_is_said(repository: Path):
    done = claimcheck("check", ".", "--since", "no-such", folder=repository)
    assert done.code == 2 and "git" in done.last


@pytest.mark.parametrize("targets", [("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1..HEAD", "--", ".")])
def test_diff_of_two_revisions_tells_what_opened(repository: Path, targets: tuple[str, ...]):
    options = ("--same-event", "--select", "killed,injured", "--output", "json")
    done = claimcheck("diff", *options, *targets, folder=repository)
    changes = json.loads(done.out)
    assert done.code == 1 and done.last == "exit 1: 1 finding opened"
    assert changes["added"] == ["east.txt", "west.txt"] and changes["claims"] == []
    assert [(f["change"], f["new"]["rule"]) for f in changes["findings"] if f["change"] == "opened"] == [
        ("opened", "injured")
    ]


def test_diff_of_two_folders_tells_a_quiet_edit(folder: Path):
    for name, toll in (("old", "15"), ("new", "16")):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(f"A fire at a mill in Leeds killed {toll} people, police said.\n")
    done = claimcheck("diff", "old", "new", folder=folder)
    assert done.code == 0
    assert "@@ a.txt @@\n-1:34 count killed person 15" in done.out and "\n+1:34 count killed person 16" in done.out


def test_diff_of_saved_reports_is_the_diff_of_the_folders(folder: Path):
    claimcheck(*CHECK[:-1], "json:one.json", folder=folder)
    (folder / "south.txt").write_text(NORTH.replace("mayor", "governor"))
    claimcheck(*CHECK[:-1], "json:two.json", folder=folder)
    done = claimcheck("diff", "one.json", "two.json", "--output", "json", folder=folder)
    assert [f["change"] for f in json.loads(done.out)["findings"]] == ["closed"] and done.code == 0


def test_the_step_summary_of_github_is_filled(folder: Path):
    summary = folder / "summary"
    done = claimcheck(*CHECK[:-1], "github", folder=folder, GITHUB_STEP_SUMMARY=str(summary))
    assert done.out.startswith("::error file=") and summary.read_text().startswith("# claimcheck")


def test_an_editors_decision_parts_two_articles(folder: Path):
    options = ("events", ".", "--output", "jsonl")
    assert len(claimcheck(*options, folder=folder).out.splitlines()) == 1
    done = claimcheck("link", "north.txt", "south.txt", "--not-same", "--reason", "two fires", folder=folder)
    assert done.code == 0 and "claimcheck.links.yaml" in done.last
    assert len(claimcheck(*options, folder=folder).out.splitlines()) == 2


def test_events_say_why_two_articles_are_one(folder: Path):
    done = claimcheck("events", ".", "--why", "north.txt", "south.txt", folder=folder)
    assert done.code == 0 and done.out.startswith("north.txt\nsouth.txt\n") and "in all" in done.out

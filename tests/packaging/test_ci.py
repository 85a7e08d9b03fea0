"""What other people's CI runs of ours: the pre-commit hook, the GitHub action, the GitLab job, each by what it runs."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from cli.command import claimcheck

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
JOB = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text(encoding="utf-8"))["claimcheck"]


SLOW = pytest.mark.skipif(not os.environ.get("CI"), reason="installs the package from its registry; .ci/run does")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder whose articles contradict each other, with a blank in its name."""
    folder = tmp_path / "my articles"
    folder.mkdir()
    (folder / "claimcheck.yaml").write_text("same-event: true\nselect: [killed]\n")
    for name, words in (("north", "Two people were"), ("south", "Three people were")):
        (folder / f"{name}.txt").write_text(f"{words} killed in a fire at a mill in Leeds on Friday, police said.\n")
    return tmp_path


def _command(path: Path) -> None:
    """Our command, as an installation puts it into a folder."""
    path.parent.mkdir(parents=True)
    path.write_text(f"#!{sys.executable}\nfrom claimcheck.cli import main\nif __name__ == '__main__':\n    main()\n")
    path.chmod(0o755)


def _run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """As the hosts do: bash that stops at the first failure."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("schema", "name"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "docs/gitlab-ci.yml")]
)
def test_the_hosts_files_follow_the_schemas_that_are_published_for_them(schema: str, name: str):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_finds_nothing_wrong_with_its_manifest():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _repository(folder: Path) -> Path:
    """All that is in `folder`, as the one commit of a git repository."""
    for command in ("init -q", "add .", "-c user.name=A -c user.email=a@example.org commit -qm all"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True)
    return folder


@SLOW
def test_pre_commit_itself_installs_and_runs_the_hook(corpus: Path, tmp_path_factory: pytest.TempPathFactory):
    ours = tmp_path_factory.mktemp("ours")
    for name in ("claimcheck", "rules"):
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, ours)
    _repository(ours)
    done = _run(
        f"{sys.executable} -m pre_commit try-repo {ours} claimcheck --files north.txt",
        _repository(corpus / "my articles"),
        PRE_COMMIT_HOME=str(tmp_path_factory.mktemp("home")),
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "- exit code: 1" in done.stdout and "Two people" in done.stdout and "Three people" in done.stdout


@SLOW
def test_the_action_works_with_what_it_installs(corpus: Path):
    given = {
        "RUNNER_TEMP": f"{corpus}/t",
        "PATHS": "my articles",
        "OPTIONS": "",
        "SARIF": "",
        "GITHUB_STEP_SUMMARY": "",
    }
    made = _run(INSTALL["run"], corpus, RUNNER_TEMP=f"{corpus}/t", SOURCE=str(ROOT), EXTRAS="html")
    assert made.returncode == 0, made.stderr
    done = _run(CHECK["run"], corpus, **{**given, "OPTIONS": "--output=html:page.html"})
    assert done.returncode == 1 and done.stdout.startswith("::error file=my articles/north.txt,line=1")
    assert (corpus / "page.html").read_text().startswith("<!doctype html>")


@SLOW
def test_the_gitlab_job_works_with_what_it_installs(corpus: Path):
    (corpus / "my articles").rename(corpus / "articles")
    variables = {**JOB["variables"], "CLAIMCHECK_PATHS": "articles", "CLAIMCHECK_PACKAGE": str(ROOT)}
    done = _run("\n".join([*JOB["before_script"], *JOB["script"]]), corpus, **variables)
    assert done.returncode == 1, done.stderr
    assert len(json.loads((corpus / "gl-code-quality.json").read_text())) == 1


def test_the_hook_checks_the_whole_folder_in_one_go(corpus: Path):
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["require_serial"] and not hook["pass_filenames"]
    name, *arguments = [*shlex.split(hook["entry"]), *hook["args"]]
    assert name == "claimcheck"
    done = claimcheck(*arguments, folder=corpus / "my articles")
    assert done.code == 1 and "Two people" in done.out and "Three people" in done.out


def test_the_action_installs_itself_with_what_is_asked_for(tmp_path: Path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\necho "$@"\\n\' > "$3/bin/pip"\nchmod +x "$3/bin/pip"\n'
    )
    (tmp_path / "bin" / "python3").chmod(0o755)
    paths = {"RUNNER_TEMP": f"{tmp_path}/t", "SOURCE": "/our code", "PATH": f"{tmp_path}/bin:{os.environ['PATH']}"}
    assert _run(INSTALL["run"], tmp_path, EXTRAS="", **paths).stdout == "install --quiet /our code\n"
    assert _run(INSTALL["run"], tmp_path, EXTRAS="html", **paths).stdout == "install --quiet /our code[html]\n"


def test_the_action_annotates_and_summarises_and_fails(corpus: Path):
    _command(corpus / "t" / "claimcheck" / "bin" / "claimcheck")
    given = {"PATHS": "my articles\n", "OPTIONS": "--fail-on=error\n\n", "SARIF": "out.sarif"}
    assert set(CHECK["env"]) == set(given)
    summary = corpus / "summary.md"
    done = _run(CHECK["run"], corpus, RUNNER_TEMP=f"{corpus}/t", GITHUB_STEP_SUMMARY=str(summary), **given)
    assert done.returncode == 1 and done.stdout.startswith("::error file=my articles/north.txt,line=1")
    assert "killed" in summary.read_text()
    assert json.loads((corpus / "out.sarif").read_text())["runs"][0]["results"]
    quiet = {**given, "OPTIONS": "--fail-on=never", "SARIF": ""}
    assert _run(CHECK["run"], corpus, RUNNER_TEMP=f"{corpus}/t", GITHUB_STEP_SUMMARY="", **quiet).returncode == 0


def test_the_action_takes_nothing_that_it_is_given_as_a_command():
    for step in (INSTALL, CHECK):
        assert "${{" not in step["run"]
    assert set(ACTION["inputs"]) == {"paths", "options", "sarif", "extras"}


def test_the_gitlab_job_leaves_a_report_and_fails(corpus: Path):
    _command(corpus / ".claimcheck-venv" / "bin" / "claimcheck")
    (corpus / "my articles").rename(corpus / "articles")
    variables = {**JOB["variables"], "CLAIMCHECK_PATHS": "articles"}
    done = _run("\n".join(JOB["script"]), corpus, **variables)
    assert done.returncode == 1 and "Three people" in done.stdout
    [issue] = json.loads((corpus / JOB["artifacts"]["reports"]["codequality"]).read_text())
    assert issue["location"] == {"path": "articles/north.txt", "lines": {"begin": 1, "end": 1}}

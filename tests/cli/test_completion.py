"""Completion of the shell, as docs/recipes.md says to set it up."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck

RECIPES = Path(__file__).resolve().parents[2] / "docs" / "recipes.md"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_that_the_recipes_name_gets_its_script(shell: str):
    assert f"_CLAIMCHECK_COMPLETE={shell}_source claimcheck" in RECIPES.read_text(encoding="utf-8")
    script = claimcheck(_CLAIMCHECK_COMPLETE=f"{shell}_source").out
    assert f"_CLAIMCHECK_COMPLETE={shell}_complete" in script and "_claimcheck_completion" in script


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("claimcheck ch", ["check"]),
        ("claimcheck check --fail-on ", ["error", "warning", "note", "never"]),
        ("claimcheck claims --eng", ["--engine"]),
        ("claimcheck events --output js", ["json", "jsonl"]),
        ("claimcheck check --select killed,inj", ["killed,injured"]),
    ],
)
def test_commands_options_and_choices_are_completed(words: str, completed: list[str]):
    at = str(len(re.findall(r"\s+", words)))
    done = claimcheck(_CLAIMCHECK_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=at)
    assert done.out.splitlines() == [f"plain,{word}" for word in completed]


@pytest.mark.parametrize("words", ["claimcheck check ar", "claimcheck check --baseline kn", "claimcheck diff ol"])
def test_paths_are_left_to_the_shell(words: str):
    at = str(len(re.findall(r"\s+", words)))
    done = claimcheck(_CLAIMCHECK_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=at)
    assert [line.partition(",")[0] for line in done.out.splitlines()] == ["file"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_read_their_scripts(shell: str):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    script = claimcheck(_CLAIMCHECK_COMPLETE=f"{shell}_source").out
    done = subprocess.run([shell, "-n", "/dev/stdin"], input=script, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_bash_takes_the_line_of_the_recipes(tmp_path: Path):
    path = tmp_path / "claimcheck"
    path.write_text(f'#!/bin/sh\nexec {COMMAND[0]} {COMMAND[1]} "{COMMAND[2]}" "$@"\n')
    path.chmod(0o755)
    [line] = re.findall(r"`(eval .*bash_source.*?)`", RECIPES.read_text(encoding="utf-8"))
    script = f'PATH="{tmp_path}:$PATH"; {line}; complete -p claimcheck'
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True)
    assert "_claimcheck_completion" in done.stdout and not done.stderr

"""The command line from outside: exit codes, the last line on stderr, and what it never does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli.command import COMMAND, claimcheck

from claimcheck import __version__


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Two people died in a fire at a mill in Leeds at 3:10 a.m. on Friday.\n")
    return tmp_path


def test_version():
    done = claimcheck("--version")
    assert (done.code, done.out) == (0, f"claimcheck {__version__}\n")


def test_version_imports_nothing_that_reads_text():
    code = (
        "import sys\nsys.argv = ['claimcheck', '--version']\n"
        "from claimcheck.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'dateparser', 'rapidfuzz', 'ahocorasick_rs', 'yaml', 'tabulate', 'json', 'claimcheck.extract'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


LARGE = {  # what a few articles in plain files have no use for
    *("pyspark", "pyarrow", "pandas", "numpy", "grpc", "multiprocessing", "concurrent.futures", "asyncio", "socket"),
    *("trafilatura", "lxml", "jinja2", "warcio", "tarfile", "dateparser", "cel_expr_python"),
    *("claimcheck.shards", "claimcheck.cluster", "claimcheck.engines.spark_cluster", "claimcheck.sources.unpack"),
    *("claimcheck.engines.spark_worker", "claimcheck.engines.spark_package", "claimcheck.extract.given"),
    *("claimcheck.baseline", "claimcheck.changes", "claimcheck.ignores", "claimcheck.cli.fix", "claimcheck.cli.diff"),
}
STORED = {"claimcheck.store", "claimcheck.store.extractions", "claimcheck.store.runs"}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--version",), LARGE | STORED | {"sqlite3", "claimcheck.pipeline", "claimcheck.spill", "claimcheck.sources"}),
        (("check", "--no-cache"), LARGE | STORED),
        (("check",), LARGE),
        (("check", "--output", "json"), LARGE),
        (("claims", "--no-cache"), LARGE | STORED | {"claimcheck.linking.steps", "claimcheck.checks"}),
    ],
)
def test_nothing_is_imported_that_five_articles_have_no_use_for(
    arguments: tuple[str, ...], unwanted: set[str], tmp_path: Path
):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{number + 2} people died in a fire in Leeds on March 3, 2021.")
    given = arguments if len(arguments) == 1 and arguments[0][0] == "-" else (*arguments, "--isolated", str(tmp_path))
    code = (
        f"import sys\nfrom claimcheck.cli.run import run\ncode = run({list(given)!r})\n"
        f"print(code, *sorted({unwanted!r} & set(sys.modules)), file=sys.stderr)"
    )
    own = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=own)
    assert done.stderr.splitlines()[-1] in ("0", "1"), done.stderr


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), ("check",), ("claims",), ("events",), ("diff",), ("link",), ("baseline",)])
def test_help(command: tuple[str, ...], flag: str):
    done = claimcheck(*command, flag)
    assert done.code == 0 and done.out.startswith("Usage: claimcheck") and not done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chekc", "x"), "did you mean 'check'"),
        (("check", "--ouput", "json"), "--output"),
        (("check", "--output", "jsno", "."), "did you mean 'json'"),
        (("check", "--fail-on", "fatal", "."), "fatal"),
        (("claims", "--output", "sarif", "."), "no format 'sarif'"),
        (("claims", "--output", "json:no/such/folder/x.json", "."), "no folder"),
        (("claims", "--output", "json", "--output", "jsonl", "."), "standard output"),
        (("claims", "no-such-folder"), "no-such-folder: no such file or folder"),
        (("claims", "--max-size", "huge", "."), "no size"),
        (("claims", "--jobs", "0", "."), "jobs"),
        (("claims", "--config", "none.yaml", "."), "none.yaml"),
        (("claims",), "no PATH"),
        (("link", "a", "b", "--reason", "x"), "--same or --not-same"),
        (("link", "a", "--same", "--reason", "x"), "two articles"),
        (("diff", "a"), "two folders"),
        (("diff", "no-a", "no-b"), "no-b: neither a path nor a git revision"),
    ],
)
def test_what_a_user_can_mend_ends_with_2_and_says_what(arguments: tuple[str, ...], said: str):
    done = claimcheck(*arguments)
    assert done.code == 2
    assert said in done.last
    assert "Traceback" not in done.err and not done.out


def test_an_empty_folder_ends_with_2_unless_that_is_fine(tmp_path: Path):
    done = claimcheck("claims", tmp_path)
    assert done.code == 2 and "no article read" in done.last
    assert claimcheck("claims", "--allow-empty", tmp_path).code == 0


def test_what_cannot_be_read_is_named_and_the_rest_is_read(folder: Path):
    (folder / "b.txt").write_bytes(b"\x00\x01\x02\x03")
    (folder / "c.txt").write_text("---\ntitle: a: b\n---\nThree people died.\n")
    (folder / "d.txt").write_text("Zwei Menschen sind am Montag bei einem Unfall auf der Autobahn gestorben.")
    done = claimcheck("claims", folder)
    assert done.code == 0 and "2 articles" in done.out
    assert "b.txt: binary, not text (not read)" in done.err
    assert "c.txt:2:" in done.err
    assert "d.txt: seems to be German" in done.err
    assert done.last == "2 not read"


def test_quiet_says_nothing_but_errors(folder: Path):
    (folder / "b.txt").write_bytes(b"\x00")
    assert claimcheck("claims", "-q", folder).err == ""


def test_standard_input_is_an_article():
    done = claimcheck("claims", "-", given=b"One man died in Leeds on Friday.")
    assert done.code == 0 and done.out.startswith("-\n")


def test_escape_sequences_of_a_file_name_are_inert(tmp_path: Path):
    (tmp_path / "a\x1b[31m.txt").write_text("One man died in Leeds on Friday.\n")
    (tmp_path / "b\x1b[31m.txt").write_bytes(b"\x00")
    done = claimcheck("claims", tmp_path)
    assert "\x1b" not in done.out + done.err and "\\x1b[31m.txt" in done.out


def test_a_path_with_spaces_and_newlines(tmp_path: Path):
    path = tmp_path / "a b\nc.txt"
    path.write_bytes(b"Two people died\r\nin a fire.\r\n")
    done = claimcheck("claims", path, "--output", "concise")
    assert done.code == 0 and all(line.startswith(f"{tmp_path}/a b c.txt:1:") for line in done.out.splitlines())


def test_a_closed_pipe_is_no_error(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"text": "One man died in Leeds at 3:10 a.m."}\n' * 3_000)
    command = f"{sys.executable} -c 'from claimcheck.cli import main; main()' claims {tmp_path} -q | head -n 1"
    done = subprocess.run(["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == "" and done.stdout


@pytest.mark.parametrize("command", [("claims",), ("check", "-q"), ("events",), ("rules",), ("explain", "killed")])
def test_a_full_disk_is_said_in_one_line(folder: Path, command: tuple[str, ...]):
    path = [] if command[0] in ("rules", "explain") else [str(folder)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, *command, *path], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "error: the output cannot be written: No space left on device\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_error(folder: Path, closed: str):
    script = f"{sys.executable} -c 'from claimcheck.cli import main; main()' claims {folder} {closed}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0 and "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["claims", "events", "check"])
def test_a_pack_that_is_not_there_is_said(folder: Path, command: str):
    done = claimcheck(command, folder, "--rules", "nowhere")
    assert (done.code, done.last) == (2, "error: nowhere: no such pack or rule file")


def test_python_m_is_the_command():
    done = subprocess.run([sys.executable, "-m", "claimcheck", "--version"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.startswith("claimcheck ")


@pytest.mark.parametrize("command", [(), ("baseline",)])
def test_nothing_asked_for_is_answered_with_help(command: tuple[str, ...]):
    done = claimcheck(*command)
    assert done.code == 2 and done.err.startswith("Usage: claimcheck") and "\n  -h, --help " in done.err


def test_an_interrupt_ends_with_130(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    running = subprocess.Popen(
        [*COMMAND, "claims", str(tmp_path / "pipe")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with (tmp_path / "pipe").open("w"):  # opened: the command waits for text
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130 and said.splitlines()[-1] == "interrupted"


def test_colour_only_where_asked_or_on_a_terminal(folder: Path):
    def coloured(*options: str, **environment: str) -> bool:
        return "\x1b[" in claimcheck("claims", folder, *options, **environment).out

    assert not coloured()
    assert coloured("--color", "always") and coloured(FORCE_COLOR="1") and coloured("--color=always", NO_COLOR="1")
    assert not coloured("--color", "never", FORCE_COLOR="1") and not coloured(NO_COLOR="1", FORCE_COLOR="1")


def test_a_report_goes_to_a_file_and_another_to_standard_output(folder: Path):
    target = folder / "claims.jsonl"
    done = claimcheck("claims", folder, "--output", "concise", "--output", f"jsonl:{target}")
    assert done.code == 0 and target.read_text().startswith("{") and "a.txt:1:" in done.out
    again = claimcheck("claims", folder, "--output", f"jsonl:{target}")
    assert "claims.jsonl" not in again.err  # its own output is no article


def test_the_same_bytes_whatever_the_seed_of_hashes(folder: Path):
    (folder / "b.txt").write_text("Three people were killed in a fire in Leeds, police said.\n")
    outs = {claimcheck("claims", folder, "--output", "jsonl", PYTHONHASHSEED=seed).out for seed in ("0", "7", "11")}
    assert len(outs) == 1 and outs.pop()


def test_an_article_on_which_we_fail_is_named_and_the_others_are_read(tmp_path: Path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Two people died in {name}.\n")
    code = (
        "import sys, claimcheck.extract.extractor as room\n"
        "from claimcheck.cli import main\n"
        "extract = room.Extractor.extract_all\n"
        "def failing(self, articles):\n"
        "    if any(a.doc.endswith('b.txt') for a in articles): raise ValueError('poison')\n"
        "    return extract(self, articles)\n"
        "room.Extractor.extract_all = failing\n"
        f"sys.argv = ['claimcheck', 'claims', {str(tmp_path)!r}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2 and "2 articles" in done.stdout
    assert "b.txt: internal error: ValueError: poison" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("exit 2: internal error in 1 article")

"""What is shipped: the wheel and the source distribution hold the rules, the data and the licence."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(__file__).resolve().parents[2]
RULES = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
DATA = {path.relative_to(ROOT).as_posix() for path in (ROOT / "claimcheck" / "data").rglob("*") if path.is_file()}
CODE = {path.relative_to(ROOT).as_posix() for path in (ROOT / "claimcheck").rglob("*.py")}


def _build(folder: Path, source: Path, what: str) -> Path:
    """Build without isolation: the backend is in the development extra, and no network is needed."""
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{what}", "--outdir", str(folder), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("sdist"), ROOT, "sdist")


@pytest.fixture(scope="module")
def unpacked(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:  # by hand: without a filter `extractall` warns; Python 3.11.0 has none
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is not None:
                (folder / member.name).parent.mkdir(parents=True, exist_ok=True)
                (folder / member.name).write_bytes(content.read())
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="module")
def wheel(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the unpacked source distribution, as an installer would."""
    return _build(tmp_path_factory.mktemp("wheel"), unpacked, "wheel")


def test_the_source_distribution_holds_all_that_a_checkout_needs(unpacked: Path) -> None:
    have = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    wanted = RULES | DATA | CODE | {"README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "pyproject.toml"}
    assert wanted <= have, sorted(wanted - have)
    assert "fixtures/drones/expected.yaml" in have
    assert "tests/packaging/test_distributions.py" in have


def test_the_wheel_holds_the_code_the_rules_and_the_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        have = set(archive.namelist())
    wanted = CODE | DATA | {f"claimcheck/{path}" for path in RULES}
    assert wanted <= have, sorted(wanted - have)


def test_the_wheel_holds_nothing_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    name = f"claimcheck_cli-{claimcheck.__version__}"
    assert tops == {"claimcheck", f"{name}.dist-info", f"{name}.data"}


def test_the_wheel_brings_the_manual_page(wheel: Path) -> None:
    page = f"claimcheck_cli-{claimcheck.__version__}.data/data/share/man/man1/claimcheck.1"
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if ".data/" in name] == [page]
        assert archive.read(page) == (ROOT / "docs" / "claimcheck.1").read_bytes()


def test_the_wheel_carries_the_licence_the_version_and_the_command(wheel: Path) -> None:
    info = f"claimcheck_cli-{claimcheck.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{info}/METADATA").decode()
        commands = archive.read(f"{info}/entry_points.txt").decode()
        assert {f"{info}/licenses/LICENSE", f"{info}/licenses/NOTICE"} <= set(archive.namelist())
    assert f"\nVersion: {claimcheck.__version__}\n" in metadata
    assert "\nLicense-Expression: Apache-2.0\n" in metadata
    assert "claimcheck = claimcheck.cli:main" in commands


def test_the_wheel_works_where_there_is_no_checkout(wheel: Path, tmp_path: Path) -> None:
    """The rules come out of the unpacked wheel: Python's safe path keeps the checkout out of sight."""
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    program = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "import claimcheck; from claimcheck.resources import rules_dir\n"
        "print(claimcheck.__file__); print(rules_dir()); print(len(list(rules_dir().glob('*/pack.yaml'))))\n"
    )
    command = [sys.executable, "-P", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    package, rules, packs = done.stdout.splitlines()
    assert Path(package).is_relative_to(site)
    assert Path(rules) == site / "claimcheck" / "rules"
    assert int(packs) == len(list((ROOT / "rules").glob("*/pack.yaml")))

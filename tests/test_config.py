"""Which config a run uses, and what it says of a broken one."""

from pathlib import Path

import pytest

from claimcheck.config import Config, load_config
from claimcheck.errors import ClaimcheckError


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "articles"
    folder.mkdir(parents=True)
    return folder


def test_without_a_file_the_defaults_stand(corpus: Path):
    assert load_config(near=[str(corpus)]).config == Config()


def test_the_nearest_file_above_the_articles_is_used(corpus: Path):
    (corpus.parent.parent / "claimcheck.yaml").write_text("fail-on: note\n")
    (corpus.parent / "claimcheck.yaml").write_text("fail-on: warning\nselect: [killed]\n")
    loaded = load_config(near=[str(corpus / "a.txt"), str(corpus / "b.txt")])
    assert (loaded.config.fail_on, loaded.config.select) == ("warning", ("killed",))
    assert loaded.path == str(corpus.parent / "claimcheck.yaml")


def test_paths_in_it_are_relative_to_it(corpus: Path):
    (corpus.parent / "claimcheck.yaml").write_text("paths: [articles]\nrules: [our]\nbaseline: known.json\n")
    config = load_config(near=[str(corpus)]).config
    assert config.paths == (str(corpus),)
    assert (config.rules, config.baseline) == ((str(corpus.parent / "our"),), str(corpus.parent / "known.json"))


def test_a_pyproject_counts_only_with_its_table(corpus: Path):
    (corpus / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (corpus.parent / "pyproject.toml").write_text("[tool.claimcheck]\nfail-on = 'never'\nmax-size = 5\n")
    config = load_config(near=[str(corpus)]).config
    assert (config.fail_on, config.max_size) == ("never", 5)


def test_isolated_reads_none(corpus: Path):
    (corpus / "claimcheck.yaml").write_text("fail-on: note\n")
    (corpus / "claimcheck.links.yaml").write_text("[]\n")
    assert load_config(near=[str(corpus)], isolated=True).config == Config()


def test_decisions_and_ignores_beside_the_articles_are_found(corpus: Path):
    (corpus / "claimcheck.links.yaml").write_text("[]\n")
    (corpus.parent / "claimcheck.ignore.yaml").write_text("[]\n")
    config = load_config(near=[str(corpus)]).config
    assert (config.links, config.ignores) == (
        str(corpus / "claimcheck.links.yaml"),
        str(corpus.parent / "claimcheck.ignore.yaml"),
    )


def test_every_mistake_is_told_with_its_place_and_the_nearest_key(corpus: Path):
    path = corpus / "claimcheck.yaml"
    path.write_text("fail_on: error\nselct: [x]\ngroup-by: day\n")
    with pytest.raises(ClaimcheckError) as error:
        load_config(near=[str(corpus)])
    told = [str(problem) for problem in error.value.problems]
    assert told[0].startswith(f"{path}:1:1: ") and 'did you mean "fail-on"' in told[0]
    assert told[1].startswith(f"{path}:2:1: ") and 'did you mean "select"' in told[1]
    assert told[2].startswith(f"{path}:3:11: ")


def test_mistakes_of_a_pyproject_point_at_its_table(corpus: Path):
    (corpus / "pyproject.toml").write_text("[project]\n\n[tool.claimcheck]\nfail-no = 'x'\n")
    with pytest.raises(ClaimcheckError) as error:
        load_config(near=[str(corpus)])
    assert error.value.problems[0].line == 3


@pytest.mark.parametrize(("name", "text"), [("c.yaml", "a: [\n"), ("c.toml", "[tool"), ("c.toml", "[project]\n")])
def test_a_named_file_that_is_none_is_said(tmp_path: Path, name: str, text: str):
    (tmp_path / name).write_text(text)
    with pytest.raises(ClaimcheckError):
        load_config(near=[], path=str(tmp_path / name))

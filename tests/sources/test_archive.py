"""Zip and tar archives: articles of their members, and what an archive may not do."""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from claimcheck.model import Article
from claimcheck.sources import Note, file_of, load, unpack

FIRE = "Two people died in a fire in Leeds.\n"
RECORDS = '{"id": "x", "text": "Two people died in Leeds."}\n{"id": "y", "text": "Three people died in York."}\n'
MEMBERS = {
    "news/a.txt": FIRE,
    "news/b.jsonl": RECORDS,
    "c.csv": "id,text\n7,Two people died in Hull.\n",
    "picture.png": "\x89PNG",
    "news/.hidden.txt": FIRE,
    "inner.zip": "PK",
}


def make(path: Path, members: dict[str, str]) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for name, text in members.items():
                made.writestr(name, text)
        return path
    with tarfile.open(path, f"w:{path.suffix.removeprefix('.').removeprefix('tar')}") as made:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            made.addfile(info, io.BytesIO(text.encode()))
    return path


def read(path: Path, **options: int) -> tuple[list[Article], list[str]]:
    items = list(load([str(path)], **options))
    return [i for i in items if isinstance(i, Article)], [str(i) for i in items if isinstance(i, Note)]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.tar.bz2"])
def test_members_are_articles_and_their_records_too(name: str, tmp_path: Path):
    path = make(tmp_path / name, MEMBERS)
    found, notes = read(path)
    names = ["news/a.txt", "news/b.jsonl#x", "news/b.jsonl#y", "c.csv#7"]
    assert [a.doc for a in found] == [f"{path}#{name}" for name in names]
    assert found[0].text == FIRE and found[3].text == "Two people died in Hull."
    assert notes == [f"{path}#inner.zip: an archive within an archive is not read (not read)"]
    assert all(file_of(article.doc) == (str(path), name) for article, name in zip(found, names, strict=True))


def test_the_order_of_a_folder_holds_archives_too(tmp_path: Path):
    make(tmp_path / "b.zip", {"x.txt": FIRE})
    (tmp_path / "a.txt").write_text(FIRE)
    assert [Path(a.doc).name for a in read(tmp_path)[0]] == ["a.txt", "b.zip#x.txt"]


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
@pytest.mark.parametrize("name", ["/etc/a.txt", "../a.txt", "a/../../b.txt", "..\\a.txt", "a\nb.txt"])
def test_a_name_that_leads_elsewhere_is_passed_over(name: str, suffix: str, tmp_path: Path):
    found, notes = read(make(tmp_path / f"a{suffix}", {name: FIRE, "good.txt": FIRE}))
    assert [a.doc.rpartition("#")[2] for a in found] == ["good.txt"]
    assert len(notes) == 1 and "passed over" in notes[0]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.xz"])
def test_what_expands_beyond_all_measure_ends_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(unpack, "ROOM", 1_000_000)
    monkeypatch.setattr(unpack, "RATIO", 20)
    line = '{"text": "' + "a" * 900 + '"}\n'
    path = make(tmp_path / name, {"good.txt": FIRE, "bomb.jsonl": line * 5_000, "late.txt": FIRE})
    found, notes = read(path)
    assert found[0].text == FIRE and len(found) < 5_000 and "late.txt" not in found[-1].doc
    assert "expands to more than 20 times its size; read up to member 2" in notes[-1]


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_a_member_larger_than_an_article_may_be_is_said(suffix: str, tmp_path: Path):
    found, notes = read(make(tmp_path / f"a{suffix}", {"large.txt": FIRE * 100, "small.txt": FIRE}), max_size=1_000)
    assert [a.doc.rpartition("#")[2] for a in found] == ["small.txt"] and "limit of one article" in notes[0]


def test_links_of_a_tar_lead_nowhere(tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text(FIRE)
    with tarfile.open(tmp_path / "a.tar", "w") as made:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, str(secret)
            made.addfile(info)
    assert read(tmp_path / "a.tar") == ([], [])


def test_an_extended_header_is_not_read_whatever_its_size(tmp_path: Path):
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XHDTYPE, 1 << 33
    (tmp_path / "a.tar").write_bytes(info.tobuf() + b"x" * 10_000)
    found, notes = read(tmp_path / "a.tar")
    assert not found and "damaged archive" in notes[0]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"])
@pytest.mark.parametrize("keep", [0, 1, 40, 300, -3])
def test_a_cut_archive_says_so(name: str, keep: int, tmp_path: Path):
    path = make(tmp_path / name, {"a.txt": FIRE, "b.txt": FIRE * 50})
    whole = path.read_bytes()
    path.write_bytes(whole[: min(keep, len(whole) - 3)])
    found, notes = read(path)
    assert len(found) <= 2 and (notes or name == "a.tar")


def test_an_encrypted_member_is_passed_over(tmp_path: Path):
    path = make(tmp_path / "a.zip", {"a.txt": FIRE})
    written = bytearray(path.read_bytes())
    at = written.rfind(b"PK\x01\x02")
    struct.pack_into("<H", written, at + 8, 1)
    path.write_bytes(written)
    assert read(path)[0] == []

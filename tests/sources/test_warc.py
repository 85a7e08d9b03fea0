"""Archives of web pages."""

import gzip
from pathlib import Path

import pytest

from claimcheck.model import Article
from claimcheck.sources import Note, file_of, load
from claimcheck.sources.walk import suffix_of

pytest.importorskip("trafilatura")
pytest.importorskip("warcio")

PAGE = b"""<!doctype html><html lang="en"><head><title>Two die in a fire</title></head><body><nav>Home</nav><article>
<h1>Two die in a fire</h1><p>Two people died in a fire in a mill on Friday night, police said, and a third was hurt.</p>
<p>The fire began at 3 a.m. and was put out by dawn, the brigade said on Saturday.</p></article></body></html>"""


FETCHED = (
    ("200 OK", "text/html; charset=utf-8", PAGE),
    ("200 OK", "image/png", b"\x89PNG"),
    ("404 Not Found", "text/html", PAGE),
    ("200 OK", "text/html", PAGE),
)


def archive(path: Path) -> None:
    """Two pages, a picture, and a page that was not found; each record compressed by itself where the name says gz."""
    records = []
    for number, (status, kind, body) in enumerate(FETCHED):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: http://post.example/{number}\r\nWARC-Date: 2024-03-02T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_the_pages_of_an_archive_are_articles(name: str, tmp_path: Path):
    archive(tmp_path / name)
    first, second = load([str(tmp_path)])
    assert isinstance(first, Article) and "Two people died" in first.text and "Home" not in first.text
    assert isinstance(second, Article)
    assert [first.doc, second.doc] == [f"{tmp_path / name}#0", f"{tmp_path / name}#3"]
    assert (first.title, first.url) == ("Two die in a fire", "http://post.example/0")
    assert file_of(first.doc) == (str(tmp_path / name), "0")


def test_a_page_above_the_limit_is_named_and_not_read(tmp_path: Path):
    archive(tmp_path / "a.warc")
    notes = list(load([str(tmp_path)], max_size=100))
    assert all(isinstance(note, Note) and "--max-size" in str(note) for note in notes) and len(notes) == 2


def test_an_archive_that_is_cut_off_or_none_at_all_is_named(tmp_path: Path):
    (tmp_path / "a.warc").write_bytes(b"no archive at all\n")
    [note] = load([str(tmp_path)])
    assert isinstance(note, Note) and note.unread and "damaged archive" in str(note)


def test_a_suffix_of_two_parts_counts_where_it_is_known():
    known = {".txt", ".warc.gz"}
    assert [suffix_of(name, known) for name in ("A.WARC.GZ", "a.gz", "a.b.txt", "txt", ".txt")] == [
        ".warc.gz",
        "",
        ".txt",
        "",
        "",
    ]


def test_of_an_archive_that_ends_too_early_what_is_there_is_read(tmp_path: Path):
    archive(tmp_path / "a.warc.gz")
    data = (tmp_path / "a.warc.gz").read_bytes()
    (tmp_path / "a.warc.gz").write_bytes(data[:-100])
    first, *rest = load([str(tmp_path)])
    assert isinstance(first, Article) and all(isinstance(note, Note) for note in rest)

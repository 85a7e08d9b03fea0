"""What each reader makes of bytes."""

import io
import json

import pytest

from claimcheck.model import Article
from claimcheck.sources import READERS, Note
from claimcheck.sources.dates import iso_date


def read(reader: str, data: bytes, *, max_size: int = 10_000):
    return list(READERS[reader].read(io.BytesIO(data), "a.txt", max_size=max_size))


def test_a_text_file_is_one_article_as_written():
    assert read("text", b"One\r\ntwo \xe2\x80\x9cthree\xe2\x80\x9d.\n") == [Article("a.txt", "One\r\ntwo “three”.\n")]


def test_front_matter_gives_metadata_and_is_not_counted_in_the_text():
    [article] = read("text", b"---\ntitle: A fire\nsource: The Post\ndate: 2024-03-02\nlang: en\n---\nTwo died.\n")
    assert (article.title, article.source, article.date, article.lang) == ("A fire", "The Post", "2024-03-02", "en")
    assert (article.text, article.line) == ("Two died.\n", 7)


def test_front_matter_with_windows_line_ends():
    [article] = read("text", b"---\r\ntitle: A fire\r\n---\r\nTwo died.\r\n")
    assert (article.title, article.text, article.line) == ("A fire", "Two died.\r\n", 4)


def test_a_clock_time_or_a_number_as_title_stays_text():
    [article] = read("text", b"---\ntitle: 1:42\nsource: 2024\n---\nx y\n")
    assert (article.title, article.source) == ("1:42", "2024")


def test_broken_front_matter_is_said_with_its_line_and_the_text_is_read():
    note, article = read("text", b"---\ntitle: A fire: two dead\ndate: 2024\n---\nTwo died.\n")
    assert isinstance(note, Note) and not note.unread and note.problem.line == 2
    assert (article.text, article.title) == ("Two died.\n", "")


def test_a_text_that_begins_with_a_rule_of_dashes_has_no_front_matter():
    text = "---\nHe said so.\n---\nAnd left.\n"
    [article] = read("text", text.encode())
    assert (article.text, article.line) == (text, 1)


def test_front_matter_that_never_ends_is_text():
    [article] = read("text", b"---\ntitle: x\n")
    assert article.text == "---\ntitle: x\n"


def test_a_date_that_is_ambiguous_is_refused_and_the_article_read():
    note, article = read("text", b"---\ndate: 04/07/2016\n---\nTwo died.\n")
    assert "04/07/2016" in str(note) and not note.unread
    assert article.date == ""


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2016-07-04", "2016-07-04"),
        ("20160704", "2016-07-04"),
        ("2016-07-04 10:30", "2016-07-04T10:30"),
        ("2016-07-04T10:30:05.123Z", "2016-07-04T10:30:05Z"),
        ("2016-07-04T10:30:05+02:00", "2016-07-04T10:30:05+02:00"),
        ("July 4, 2016", "2016-07-04"),
        ("Monday, 4th July 2016", "2016-07-04"),
        ("4 Sept. 2016", "2016-09-04"),
        ("Mon, 04 Jul 2016 10:30:00 +0200", "2016-07-04T10:30:00+02:00"),
        ("2016-02-30", None),
        ("04/07/2016", None),
        ("July 2016", None),
        ("yesterday", None),
    ],
)
def test_dates(written: str, iso: str | None):
    assert iso_date(written) == iso


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert [a.text for a in read("text", b"\xef\xbb\xbfTwo died.")] == ["Two died."]
    assert [a.text for a in read("text", "Two died.".encode("utf-16"))] == ["Two died."]


def test_windows_1252_is_read_with_a_note_that_names_the_line():
    note, article = read("text", b"One\n\x93Two\x94 died.\n")
    assert article.text == "One\n“Two” died.\n"
    assert note.problem.line == 2 and "Windows-1252" in str(note) and not note.unread


def test_bytes_of_no_known_encoding_are_named_and_not_read():
    [note] = read("text", b"One\nTwo \x81\x8d.\n")
    assert note.unread and note.problem.line == 2


def test_utf8_cut_off_in_its_last_character_is_read_without_it():
    note, article = read("text", "Two café died at the café".encode()[:-1])
    assert article.text == "Two café died at the caf" and not note.unread


@pytest.mark.parametrize("data", [b"\x00\x01\x02 junk", b"\x89PNG\r\n\x1a\n\x00", bytes(range(1, 32)) * 20])
def test_binary_is_named_and_not_read(data: bytes):
    [note] = read("text", data)
    assert note.unread and "binary" in str(note)


@pytest.mark.parametrize("data", [b"", b" \n\n", b"---\ntitle: x\n---\n\n"])
def test_an_empty_file_is_named_and_not_read(data: bytes):
    [note] = read("text", data)
    assert note.unread and "empty" in str(note)


@pytest.mark.parametrize("reader", sorted(READERS.keys() - {"parquet", "warc", "zip", "tar"}))  # tests of their own
def test_an_article_above_the_limit_is_named_and_not_read(reader: str):
    [note] = read(reader, b'{"text": "' + b"x" * 100 + b'"}\n', max_size=50)
    assert note.unread and "--max-size" in str(note)


def test_after_a_line_above_the_limit_the_next_is_read():
    long = b'{"text": "' + b"x" * 500 + b'"}\n'
    note, article = read("jsonl", long + b'{"id": "b", "text": "ok then"}\n', max_size=100)
    assert note.problem.line == 1 and article.doc == "a.txt#b"


def test_a_record_a_line():
    rows = [
        {"id": "a", "title": "T", "text": "One died.", "date": "2016-07-04", "source": "s", "url": "u"},
        {"text": "x"},
    ]
    first, second = read("jsonl", "\n\n".join(map(json.dumps, rows)).encode())
    assert first == Article("a.txt#a", "One died.", "T", "2016-07-04", "s", "u", record=1)
    assert second == Article("a.txt#2", "x", record=3)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{broken", "not JSON"),
        (b"[1, 2]", "a record is an object, not a list"),
        (b'"text"', "not text"),
        (b'{"id": 1}', 'no "text"'),
        (b'{"text": 5}', '"text" is a number'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": " "}', "empty"),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": "x", "n": ' + b"1" * 5_000 + b"}", "number too long"),
        (b'{"doc": "d", "kind": "time", "value": "1", "start": 1, "end": 2, "sentence": "", "text": "x"}', "wrote"),
    ],
)
def test_a_broken_record_is_named_by_its_line_and_the_others_are_read(line: bytes, said: str):
    note, article = read("jsonl", b"\n" + line + b'\n{"id": "b", "text": "ok then"}', max_size=200_000)
    assert said in str(note) and note.unread
    assert note.problem.line in (2, 0) and article.doc == "a.txt#b"


def test_a_record_with_a_title_alone_is_an_article():
    [article] = read("jsonl", b'{"id": 7, "title": "Two die", "text": ""}')
    assert (article.doc, article.title, article.text) == ("a.txt#7", "Two die", "")


def test_a_repeated_id_is_said_and_made_another():
    rows = read("jsonl", b'{"id": 1, "text": "x"}\n{"id": 1, "text": "y"}\n')
    assert [r.doc for r in rows if isinstance(r, Article)] == ["a.txt#1", "a.txt#1~2"]
    assert rows[1].problem.line == 2


@pytest.mark.parametrize("data", [b'{"id": 1, "text": "x"}', b'[{"id": 1, "text": "x"}]'])
def test_json_is_a_record_or_a_list_of_them(data: bytes):
    assert read("json", data) == [Article("a.txt#1", "x")]


def test_broken_json_is_named_by_its_line():
    [note] = read("json", b'[\n{"text": "x"},\n{]')
    assert note.problem.line == 3


def test_a_saved_report_of_our_own_is_no_article():
    assert read("json", b'{"version": 1, "tool": {}, "findings": []}') == []


def test_a_web_page_gives_its_article_and_metadata():
    pytest.importorskip("trafilatura")
    page = b"""<!doctype html><html lang="en"><head><title>Two die in a fire</title>
    <meta property="og:site_name" content="The Post">
    <meta property="article:published_time" content="2024-03-02T10:00:00Z"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Two die in a fire</h1>
    <p>Two people died in a fire in a mill on Friday night, police said, and a third was taken to hospital.</p>
    <p>The fire began at 3 a.m. and was put out by dawn, the brigade said on Saturday.</p></article></body></html>"""
    [article] = read("html", page)
    assert (article.title, article.source, article.date) == ("Two die in a fire", "The Post", "2024-03-02")
    assert "Two people died" in article.text and "Home" not in article.text

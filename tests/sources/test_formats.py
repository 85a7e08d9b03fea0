"""Tables, feeds and news items: what the field has its articles in."""

import io
import json

import pytest

from claimcheck.model import Article
from claimcheck.sources import READERS, Note, file_of

ENTITY = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(reader: str, data: str | bytes, *, max_size: int = 100_000):
    data = data.encode() if isinstance(data, str) else data
    return list(READERS[reader].read(io.BytesIO(data), f"a.{reader}", max_size=max_size))


def test_a_row_of_a_table_is_an_article_on_its_line():
    rows = read("csv", '\ufeffID;Title;Text;Date;Mood\n7;Fire;"Two ""men""\ndied; in Leeds.";2016-07-04;sad\n;;One.\n')
    assert rows == [
        Article("a.csv#7", 'Two "men"\ndied; in Leeds.', "Fire", "2016-07-04", record=2),
        Article("a.csv#2", "One.", record=4),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("a,b\n1,2\n", 'no column "text"'),
        (b"id,text\n1,ok then\n2,\xff\n", "not UTF-8"),
        ("id,text\n1," + "x" * 200_000, "limit"),
        ("", 'no column "text"'),
    ],
)
def test_what_is_wrong_with_a_table_is_said(data: str | bytes, said: str):
    *_, note = read("csv", data)
    assert isinstance(note, Note) and note.unread and said in str(note)


def test_the_items_of_an_rss_feed_are_articles():
    feed = """<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>The Post</title><language>en-gb</language>
    <item><title>Two die &amp; one is hurt</title><guid>http://post.example/1</guid><link>http://post.example/a</link>
    <pubDate>Mon, 04 Jul 2016 10:30:00 +0200</pubDate><description>Two die.</description>
    <content:encoded><![CDATA[<p>Two <b>men</b> died.</p><script>x()</script><p>One &amp; all.</p>]]></content:encoded>
    </item></channel></rss>"""
    text, date = "Two men died.\n\nOne & all.", "2016-07-04T10:30:00+02:00"
    name, url = "a.feed#http://post.example/1", "http://post.example/a"
    assert read("feed", feed) == [Article(name, text, "Two die & one is hurt", date, "The Post", url, "en-gb")]


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p&gt;Two died.&lt;/p&gt;</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two died.</p></div></content>',
        "<summary>Two died.</summary>",
    ],
)
def test_the_entries_of_an_atom_feed_are_articles(content: str):
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>
    <entry><id>urn:1</id><title>Fire</title><link rel="self" href="/s"/><link href="http://post.example/a"/>
    <updated>2016-07-04T10:30:00Z</updated>{content}</entry></feed>"""
    [article] = read("feed", feed)
    assert article == Article(
        "a.feed#urn:1", "Two died.", "Fire", "2016-07-04T10:30:00Z", "The Post", "http://post.example/a"
    )


def test_an_entry_taken_from_another_feed_has_that_feed_as_its_source():
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>urn:1</id><title>Fire</title>
    <source><id>urn:s</id><title>The Echo</title></source><summary>Two died.</summary></entry></feed>"""
    [article] = read("feed", feed)
    assert isinstance(article, Article) and article.source == "The Echo"


@pytest.mark.parametrize("data", [ENTITY + b"<rss>&a;</rss>", (ENTITY.decode() + "<rss>&a;</rss>").encode("utf-16")])
def test_a_feed_that_declares_entities_is_refused(data: bytes):
    [note] = read("feed", data)
    assert note.unread and "entities" in str(note)


@pytest.mark.parametrize(("data", "said"), [("<rss>\n<a>", "not XML"), ("<svg/>", "no RSS or Atom feed")])
def test_what_is_no_feed_is_said(data: str, said: str):
    [note] = read("feed", data)
    assert note.unread and said in str(note)


@pytest.mark.parametrize(
    "body",
    [
        {"headline": "Fire", "body_text": "Two died."},
        {"headline": "Fire", "body_xhtml": "<p>Two died.</p>"},
        {
            "headlines": [{"role": "main", "value": "Fire"}],
            "bodies": [
                {"contenttype": "text/html", "value": "<p>Two <i>died.</i></p>"},
                {"contenttype": "text/plain", "value": "Two died."},
            ],
        },
    ],
)
def test_a_news_item_of_the_iptc_is_a_record(body: dict[str, object]):
    item = {"uri": "urn:1", "versioncreated": "2016-07-04T10:30:00Z", "language": "en", "provider": "Wire", **body}
    [article] = read("json", json.dumps(item))
    assert article == Article("a.json#urn:1", "Two died.", "Fire", "2016-07-04T10:30:00Z", "Wire", lang="en")


@pytest.mark.parametrize(
    ("head", "reader"),
    [
        (b"id,title,text\n1,a,b\n", "csv"),
        (b'<?xml version="1.0"?><rss>', "feed"),
        (b"<!doctype html><html>", "html"),
        (b"The text, he said, is long.\n", "text"),
    ],
)
def test_standard_input_is_read_by_its_first_bytes(head: bytes, reader: str):
    assert next(r.id for r in READERS.values() if r.sniff(head)) == reader


def test_the_file_of_an_item():
    assert file_of("a/b.xml#http://post.example/#1") == ("a/b.xml", "http://post.example/#1")

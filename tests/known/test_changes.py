"""What changed between two readings."""

from dataclasses import replace

from reports.sample import EARLY, KILLED, LATE, SOME, THREE, TIME, TWO

from claimcheck.changes import Snapshot, compare
from claimcheck.model import Claim, Finding, Side


def snapshot(*claims: Claim, findings: tuple[Finding, ...] = (), documents: tuple[str, ...] = ()) -> Snapshot:
    return Snapshot("x", tuple(dict.fromkeys((*documents, *(claim.doc for claim in claims)))), claims, findings)


def moved(claim: Claim, by: int, **more) -> Claim:
    return replace(claim, start=claim.start + by, end=claim.end + by, line=claim.line + 1, **more)


def test_a_claim_that_only_moved_is_no_change():
    assert compare(snapshot(TWO, EARLY), snapshot(moved(TWO, 40), moved(EARLY, 40))).claims == ()


def test_another_value_in_a_like_sentence_is_one_change():
    new = moved(TWO, 0, value=4, text="Four people", sentence=TWO.sentence.replace("Two", "Four"))
    [change] = compare(snapshot(TWO, EARLY), snapshot(new, EARLY)).claims
    assert (change.doc, change.old, change.new) == (TWO.doc, TWO, new)


def test_another_claim_in_another_sentence_is_one_gone_and_one_new():
    new = replace(TWO, value=9, text="nine", sentence="Elsewhere nine were lost at sea.")
    changes = compare(snapshot(TWO), snapshot(new)).claims
    assert {(c.old, c.new) for c in changes} == {(TWO, None), (None, new)}


def test_of_two_equal_claims_one_that_goes_is_gone():
    again = moved(TWO, 90)
    [change] = compare(snapshot(TWO, again), snapshot(TWO)).claims
    assert (change.old, change.new) == (again, None)


def test_documents_that_came_and_went():
    changes = compare(snapshot(TWO, THREE), snapshot(TWO, SOME))
    assert (changes.removed, changes.added, changes.claims) == ((THREE.doc,), (SOME.doc,), ())


def test_a_document_that_says_the_same_under_another_name_is_renamed():
    new = [replace(claim, doc="other.txt") for claim in (TWO, EARLY)]
    changes = compare(snapshot(TWO, EARLY, THREE), snapshot(*new, THREE))
    assert changes.renamed == ((TWO.doc, "other.txt"),)
    assert (changes.added, changes.removed, changes.claims) == ((), (), ())


def test_documents_without_claims_are_not_taken_for_one_another():
    changes = compare(snapshot(documents=("a", "b")), snapshot(documents=("a", "c")))
    assert (changes.renamed, changes.removed, changes.added) == ((), ("b",), ("c",))


def test_findings_open_and_close():
    changes = compare(snapshot(findings=(KILLED,)), snapshot(findings=(TIME,)))
    assert [(c.word, c.finding) for c in changes.findings] == [("opened", TIME), ("closed", KILLED)]


def test_a_finding_of_the_same_rule_and_event_with_other_sides_has_changed():
    new = replace(KILLED, id="0", sides=(Side("2", (TWO,)), Side("4", (THREE,))))
    [change] = compare(snapshot(findings=(KILLED, TIME)), snapshot(findings=(TIME, new))).findings
    assert (change.word, change.old, change.new) == ("changed", KILLED, new)


def test_a_finding_whose_event_got_another_name_has_changed():
    new = replace(KILLED, id="0", event="fire/leeds/2024-03-01+1", sides=(*KILLED.sides, Side("4", (SOME,))))
    [change] = compare(snapshot(findings=(KILLED,)), snapshot(findings=(new,))).findings
    assert (change.word, change.old) == ("changed", KILLED)


def test_another_finding_of_the_rule_on_other_words_has_opened():
    words = replace(TWO, sentence="Elsewhere two died.", text="two")
    new = replace(KILLED, id="0", event="crash", sides=(Side("2", (words,)), Side("9", (replace(words, value=9),))))
    changes = compare(snapshot(findings=(KILLED,)), snapshot(findings=(new,))).findings
    assert [change.word for change in changes] == ["opened", "closed"]


def test_nothing_changes_between_a_reading_and_itself():
    one = snapshot(TWO, EARLY, THREE, LATE, SOME, findings=(KILLED, TIME))
    changes = compare(one, one)
    assert not (changes.claims or changes.findings or changes.added or changes.removed or changes.renamed)

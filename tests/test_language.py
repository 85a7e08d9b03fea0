"""Articles that no pack can read are told from those it can."""

import pytest

from claimcheck.language import load_languages
from claimcheck.model import Article

REFUSE = load_languages().refuse


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed when a bus left the road near the town, police said on Monday.",
        "TWO PEOPLE WERE KILLED WHEN A BUS LEFT THE ROAD NEAR THE TOWN, POLICE SAID.",
        "3:10 p.m.",
        "The ship left Rio de la Plata for Santa Cruz de Tenerife",
        "Gold: Smith, Jones. Silver: Brown, Miller. Bronze: Taylor, Wilson.",
        "Quake hits Sumatra",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str):
    assert REFUSE(Article("a", text)) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zwei Menschen sind am Montag bei einem Unfall auf der Autobahn ums Leben gekommen.", "German"),
        ("Deux personnes ont été tuées dans un accident sur la route près de la ville.", "French"),
        ("Dos personas murieron en un accidente en la carretera cerca de la ciudad, según la policía.", "Spanish"),
        ("Двое людей погибли в аварии под Москвой.", "Cyrillic"),
        ("两人在车祸中丧生 警方说", "Chinese"),
        ("قتل شخصان في حادث", "Arabic"),
        (" ".join(["Watu wawili walikufa katika ajali karibu mji huo polisi walisema Jumatatu"] * 8), "no language"),
    ],
)
def test_another_language_or_script_is_named(text: str, named: str):
    assert named in str(REFUSE(Article("a", text)))


def test_a_declared_language_is_believed_where_no_pack_covers_it():
    assert REFUSE(Article("a", "Text", lang="de")) and REFUSE(Article("a", "Text", lang="pt_BR"))
    assert REFUSE(Article("a", "Text", lang="en-GB")) is None

"""Channel: where something was published (Telegram, X, a press conference, an interview, a letter)."""

from __future__ import annotations

from claimcheck.kinds.kind import Kind, by_name, name_of
from claimcheck.model import Claim, Comparison

ANNOUNCED, RELAYED, PASSING = "announcement", "relay", "passing"  # two roles, and the mark of other means than networks
ONLINE = "online"  # any network or messenger: every channel that is none of the other means
# What may carry what, so that one announcement has both: a video on YouTube, a press conference shown on television.
CARRIED = {
    ONLINE: {"video", "audio", "podcast", "interview", "letter", "open-letter", "text-message"},
    "x": {"twitter"},
    "television": {
        "broadcast", "interview", "television-address", "press-conference", "speech", "parliament", "video", "youtube",
    },
    "radio": {"broadcast", "interview", "press-conference", "speech", "parliament", "phone-call", "podcast"},
    "broadcast": {
        "interview", "television-address", "press-conference", "speech", "parliament", "video", "phone-call", "podcast",
    },
    "newspaper": {"interview", "letter", "open-letter", "phone-call", "website"},
    "website": {"open-letter", "video", "audio", "press-release", "filing", "podcast", "interview"},
    "video": {"interview", "podcast", "speech", "television-address"},
    "email": {"letter", "memo", "press-release"},
    "memo": {"letter"},
    "open-letter": {"letter"},
    "phone-call": {"interview"},
    "podcast": {"interview"},
    "press-release": {"filing"},
    "parliament": {"speech"},
    "television-address": {"speech"},
    "leaflet": set[str](),
}  # fmt: skip
NETWORKS = {"x", "twitter", "youtube"}
MEANS = (CARRIED.keys() | set[str]().union(*CARRIED.values())) - NETWORKS


def compare(a: Claim, b: Claim, *, within: float = 0.0, relative: float = 0.0) -> Comparison:
    """Two different channels clash where a rule asks for one; tolerances mean nothing here. Means such as a letter
    clash only where both sentences say what was announced there, and the same."""
    one, other = str(a.value), str(b.value)
    if one == other:
        return Comparison.SAME
    if _carries(one, other) or _carries(other, one):
        return Comparison.COMPATIBLE
    return Comparison.CONFLICT if _of_one_thing(a, b) else Comparison.UNKNOWN


def _carries(channel: str, held: str) -> bool:
    return held in CARRIED.get(channel, ()) or (channel not in MEANS and held in CARRIED[ONLINE])


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether both are where one thing was announced, as far as their sentences say."""
    if RELAYED in (a.role, b.role):
        return False
    if a.role == b.role == ANNOUNCED:
        return a.subject == b.subject or None in (a.subject, b.subject)
    return not any(claim.marks and PASSING in claim.marks.split() for claim in (a, b))


KIND = Kind(id="channel", summary="where something was published", normalise=by_name, compare=compare, render=name_of)

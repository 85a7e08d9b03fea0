"""Places: names in text -> candidates of a gazetteer -> the one place that is meant; containment and distance."""

from claimcheck.places.reader import Places, load_places

__all__ = ["Places", "load_places"]

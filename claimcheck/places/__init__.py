"""Places: names in text -> candidates of a gazetteer -> the one place that is meant; containment and distance."""

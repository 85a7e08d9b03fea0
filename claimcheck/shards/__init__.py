"""Linking and judging in steps over rows, for corpora that no single memory holds: the same events and findings as
`linking.link` and `checks.judge`, byte for byte.

A step gets all rows of one key, in order, and makes rows for later steps; where the keys are worked on does not matter.
"""

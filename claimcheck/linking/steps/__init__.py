"""Linking in steps over rows on disk: what a corpus needs that is larger than memory. The same events as `link`."""

from claimcheck.linking.steps.events import EventRows
from claimcheck.linking.steps.run import Linking, linked
from claimcheck.linking.steps.shelved import Shelved
from claimcheck.linking.steps.sketch import sketch_of
from claimcheck.linking.steps.step import Step, Work

__all__ = ["EventRows", "Linking", "Shelved", "Step", "Work", "linked", "sketch_of"]

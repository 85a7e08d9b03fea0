"""Who is who in one article: full names, and what shorter forms stand for."""

from __future__ import annotations

from claimcheck.names.vocabulary import Words


class People:
    """Filled from one article's full names; answers what a family name, a first name or an office means there."""

    def __init__(self, suffixes: Words) -> None:
        self._suffixes = suffixes
        self._full: dict[tuple[str, str], str] = {}  # (first, last) -> the longest form seen
        self._last: dict[str, list[tuple[str, str]]] = {}
        self._first: dict[str, list[tuple[str, str]]] = {}
        self._offices: dict[str, set[str]] = {}

    def add(self, name: str, title: str) -> None:
        """Remember a full name, or a family name after a title."""
        words = self._bare(name)
        if title:
            self._offices.setdefault(title.rsplit(" ", 1)[-1], set()).add(words[-1])
        if len(words) < 2:
            return
        key = (words[0], words[-1])
        if len(name) > len(self._full.get(key, "")):
            self._full[key] = name
        for table, word in ((self._last, words[-1]), (self._first, words[0])):
            keys = table.setdefault(word, [])
            if key in keys:
                keys.remove(key)
            keys.append(key)

    def canonical(self, name: str) -> str:
        """The fullest form of a name; the name itself where nothing fuller is known."""
        words = self._bare(name)
        if len(words) > 1:
            return self._full.get((words[0], words[-1]), name)
        keys = self._last.get(words[0])
        return self._full[keys[-1]] if keys else name

    def known(self, word: str) -> str | None:
        """Whom one capitalised word means: a family name first, else a first name that one person has."""
        keys = self._last.get(word)
        if not keys:
            keys = self._first.get(word)
            if not keys or len(keys) > 1:
                return None
        return self._full[keys[-1]]

    def holder(self, office: str) -> str | None:
        """The person who alone holds an office in this article (`the mayor`)."""
        names = self._offices.get(office)
        if not names or len(names) > 1:
            return None
        return self.canonical(next(iter(names)))

    def full_names(self) -> list[str]:
        """All full names, in the order of first sight."""
        return list(self._full.values())

    def _bare(self, name: str) -> list[str]:
        words = name.split(" ")
        while len(words) > 1 and words[-1].rstrip(".").lower() in self._suffixes:
            words.pop()
        return words

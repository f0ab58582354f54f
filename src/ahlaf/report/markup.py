"""Turning texts of others into safe HTML: links to known places, marked triggers, addresses worth following."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PureWindowsPath
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ahlaf.model import Pair, pair_of

_KEY = re.compile(r"\[([^\[\]\s]+)\]")
_WEB = frozenset({"http", "https"})
_DIRECTIONS = {"ar": "rtl", "en": "ltr"}


@dataclass(frozen=True)
class Anchors:
    """The ids of ties, sources and reports in one edition; they are numbered, so that any name is safe."""

    lang: str
    pairs: tuple[Pair, ...]
    sources: tuple[str, ...]
    reports: tuple[str, ...]

    def section(self, name: str) -> str:
        """Return the id of a section."""
        return f"{self.lang}-{name}"

    def tie(self, pair: Pair) -> str:
        """Return the id of a tie."""
        return f"{self.lang}-tie-{self._ties[pair_of(*pair)]}"

    def source(self, key: str) -> str | None:
        """Return the id of a source, None if the case names none by that key."""
        return f"{self.lang}-source-{self._sources[key]}" if key in self._sources else None

    def report(self, name: str) -> str | None:
        """Return the id of a report, None if the case has not read it."""
        return f"{self.lang}-report-{self._reports[name]}" if name in self._reports else None

    def linked(self, text: str) -> Markup:
        """Return a text with every [key] of a known source as a link to it; a text that is only a key too."""
        if text in self._sources:
            return self._link(text, text)
        pieces: list[str] = []
        at = 0
        for match in _KEY.finditer(text):
            if match[1] in self._sources:
                pieces += (escape(text[at : match.start()]), self._link(match[1], match[0]))
                at = match.end()
        return Markup("").join([*pieces, escape(text[at:])])

    def _link(self, key: str, text: str) -> Markup:
        return Markup('<a href="#{}">{}</a>').format(self.source(key), text)

    @cached_property
    def _ties(self) -> dict[Pair, int]:
        return {pair: i for i, pair in enumerate(self.pairs, start=1)}

    @cached_property
    def _sources(self) -> dict[str, int]:
        return {key: i for i, key in enumerate(dict.fromkeys(self.sources), start=1)}

    @cached_property
    def _reports(self) -> dict[str, int]:
        return {name: i for i, name in enumerate(dict.fromkeys(self.reports), start=1)}


def marked(quote: str, trigger: str) -> Markup:
    """Return a sentence with the first occurrence of its trigger in <mark>."""
    before, found, after = quote.partition(trigger) if trigger else (quote, "", "")
    if not found:
        return escape(quote)
    return Markup("{}<mark>{}</mark>{}").format(before, found, after)


def direction_of(lang: str) -> str:
    """Return the direction of writing of a language, "auto" where it is not known."""
    return _DIRECTIONS.get(lang, "auto")


def file_name(path: str) -> str:
    """Return the last part of a path: where a case lies on somebody's disk is no business of the page's readers."""
    return PureWindowsPath(path).name


def web_address(url: str | None) -> str | None:
    """Return an address if it is one of the web, None for any other (javascript:, data:, a file's path)."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in _WEB and parts.netloc else None

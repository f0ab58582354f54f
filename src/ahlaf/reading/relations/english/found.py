"""A relation as found in one sentence, before codebook, claimant and spans are filled in."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Realis
from ahlaf.reading.relations.english.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who does it and to whom, with the construction that says so. Actors stand in the order of the text."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Find:
    """A trigger with its arguments: tokens `first` to `last` of its sentence carry the type of `entry`.

    `realis` says how real it is where its own construction told.
    """

    first: int
    last: int
    entry: Entry
    arguments: Arguments
    realis: Realis | None = None

"""A relation as found in one sentence, before codebook, claimant and spans are filled in."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Realis, RelationType
from ahlaf.reading.relations.lexicon import Entry
from ahlaf.reading.relations.realis import Modality


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who does it and to whom, with the construction that says so. Actors stand in the order of the text.

    `becomes` is the type where the construction makes another of it («بدعم من المقاومة» is military help).
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    rule: str
    becomes: RelationType | None = None


@dataclass(frozen=True, slots=True)
class Find:
    """A trigger with its arguments: tokens `first` to `last` of its sentence carry the type of `entry`.

    `realis` says how real it is where its own construction told; `mode` says it, with the condition, where the
    rules of the language say all of it.
    """

    first: int
    last: int
    entry: Entry
    arguments: Arguments
    claim: bool = False
    realis: Realis | None = None
    mode: Modality | None = None

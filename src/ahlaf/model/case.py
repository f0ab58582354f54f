"""A question with everything that is needed to answer it."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.actor import Party
from ahlaf.model.coalitions import Coalition
from ahlaf.model.commitment import Commitment
from ahlaf.model.question import Question
from ahlaf.model.report import Reading
from ahlaf.model.tie import Tie


@dataclass(frozen=True, slots=True)
class Source:
    """A named public source of the case: a key used in its files, a citation, and where to find it."""

    key: str
    citation: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as loaded: the question, the parties (the threat is none of them), and what is known of their ties.

    A title that is empty is made from the question. `ties` are the final ties: computed from `readings`, with the
    hand-coded ones in their place. `coalitions` are to be set beside the one asked about. The requirement's notes say
    where its figure comes from.
    """

    name: str
    title_en: str
    title_ar: str
    question: Question
    threat_name_en: str
    threat_name_ar: str
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    commitments: tuple[Commitment, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = ()
    requirement_note_en: str = ""
    requirement_note_ar: str = ""
    coalitions: tuple[Coalition, ...] = ()

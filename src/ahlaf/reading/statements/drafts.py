"""What the rules of a language find at a cue, before speakers are carried over and contents are cut off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ahlaf.model import SpeechAct
from ahlaf.reading.statements.cues import Form


class Subject(StrEnum):
    """How the sayer stands at the cue: named, an antecedent of a relative clause, dropped, or nobody."""

    NAMED = "named"
    DROPPED = "dropped"
    NOBODY = "nobody"


class Direction(StrEnum):
    """Where the content stands: after the cue, before it, or on both sides of it (the whole sentence)."""

    FORWARD = "forward"
    BACKWARD = "backward"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase [start, end) by token."""

    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether there is no phrase at all."""
        return self.start >= self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with its subject and the beginning of its content, all by token.

    `at` is the cue's first token and `begins` the first token of its clause (a conjunction word before it, if any);
    `offset` are the cue token's characters that belong to a conjunction. The content begins at token `start`, without
    its first `trim` characters; `nominal` where it is a noun rather than a clause. `until` is where
    content that stands around the cue ends, if that is beyond the sentence, or where one after it ends at the latest.
    `unsaid` is true where the saying is denied, asked for or merely possible. `joined` means that the cue
    goes on with the clause before it; `relative` that it stands in a relative clause.
    """

    at: int
    begins: int
    after: int
    offset: int
    form: Form
    subject: Subject
    speaker: Phrase | None
    start: int
    trim: int
    direction: Direction
    joined: bool
    relative: bool
    addressee: str | None
    rule: str
    nominal: bool = False
    until: int = -1
    unsaid: bool = False

    @property
    def act(self) -> SpeechAct:
        """What the cue tells: a saying that did not happen is none."""
        act = self.form.cue.act
        return SpeechAct.UNSAID if self.unsaid and act in (SpeechAct.SAYING, SpeechAct.TOPIC, SpeechAct.TALK) else act

"""What following camps along windows of time gives back in Python."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import CampsOverTime, Change, WindowCamps
from ahlaf.report.catalogue import Lang
from ahlaf.report.over_time import over_time_to_json, over_time_to_text


@dataclass(frozen=True, eq=False)
class OverTimeResult:
    """The camps of each window of time, and the change from each to the next; `seconds` is the time of the search."""

    found: CampsOverTime
    seconds: float

    @property
    def windows(self) -> tuple[WindowCamps, ...]:
        """The camps of each window, in order."""
        return self.found.windows

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed from each window to the next."""
        return self.found.changes

    def to_json(self) -> str:
        """Return the result as JSON, schema "ahlaf.camps-over-time/1"."""
        return over_time_to_json(self.found, self.seconds).decode()

    def to_text(self, lang: Lang = "en") -> str:
        """Return the result in plain sentences, in English or Arabic."""
        return over_time_to_text(self.found, lang=lang)

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return f"<OverTimeResult: {len(self.windows)} windows>"

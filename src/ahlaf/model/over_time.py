"""Camps along windows of time: what each window's camps were, and what changed from one window to the next."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.camps import Camps
from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class WindowCamps:
    """The camps of one window: `lines` has, for each camp, the number of the line that it continues through time.

    Camps of the same line in two windows that follow one another are the same camp, grown or shrunk; where there may be
    any number of camps, an actor that stands alone is of no line (None). `weight` is the
    summed |weight| of all ties; frustration / weight is the share of what goes against the camps.
    """

    name: str
    camps: Camps
    lines: tuple[int | None, ...]
    ties: int
    weight: float

    @property
    def share(self) -> float:
        """The share of the ties, by weight, that go against the camps; 0 without ties."""
        return self.camps.frustration / self.weight if self.weight else 0.0

    @property
    def least_share(self) -> float:
        """What that share must be at least, as far as is proven."""
        return self.camps.certificate.bound / self.weight if self.weight else 0.0


@dataclass(frozen=True, slots=True)
class Crossing:
    """An actor that went over from one line to another; None where it stood or stands alone."""

    actor: str
    origin: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Flow:
    """How many actors went from one line to another, or stayed in one; None for those who stood or stand alone."""

    origin: int | None
    target: int | None
    actors: int


@dataclass(frozen=True, slots=True)
class Change:
    """What changed from one window to the next.

    `came` and `left` are the actors that are only in the later or the earlier window. `born` and `ended` are lines that
    are only in one of them; `split` are lines of which two actors or more now stand in each of several, `merged` those
    to which two or more came from each of several (neither is told of two camps). `frustrated` and `relieved` are ties
    that stand in both windows and go against the camps only in the later, or only in the earlier one. `fewest`: it is
    proven that no division with so little frustration leaves fewer actors outside their earlier camps.
    """

    before: str
    after: str
    came: tuple[str, ...]
    left: tuple[str, ...]
    crossings: tuple[Crossing, ...]
    fewest: bool
    born: tuple[int, ...]
    ended: tuple[int, ...]
    split: tuple[tuple[int, tuple[int, ...]], ...]
    merged: tuple[tuple[int, tuple[int, ...]], ...]
    frustrated: tuple[Pair, ...]
    relieved: tuple[Pair, ...]
    flows: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class CampsOverTime:
    """The camps of each window in order, and the change from each to the next."""

    k: int | None
    windows: tuple[WindowCamps, ...]
    changes: tuple[Change, ...]

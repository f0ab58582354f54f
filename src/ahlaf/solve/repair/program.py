"""Packages of tracks as a mixed-integer program in whole notches, with the rows that make its proof quick."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ahlaf.solve.mip import Program, Solution
from ahlaf.solve.repair.tracks import NOTCHES_TO_A_WHOLE_TIE, Notches, Tracks

_HEURISTIC_EFFORT = 0.2
"""The bound is seldom far from the least price; what takes the time is to find a package that costs no more."""

_SLACK = 3e-7
"""The rows are so many notches looser than the rule, so that rounding inside the solver can rule no package out;
what they let through is checked exactly, and asked again without slack if it fails."""

_TOLERANCE = 3e-9
"""What the rule itself forgives, in notches."""

_SHORT = 1e-9
"""A last, shorter notch of less than this part of a whole one is none."""

_TINY_REMAINDER = 1e-5
"""Under this remainder the row of rounded notches would rest on a quotient of tiny numbers, and is left weaker."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The variables of a track: mended or not, whole notches, and the last, shorter one before a tie of 1.

    `whole` is at most `full`; `part` is the length of the shorter notch in (0, 1), 0 where there is none.
    """

    mended: int
    whole: int | None
    short: int | None
    full: int
    part: float

    @property
    def notches(self) -> dict[int, float]:
        """How many notches the track is mended by, as a row."""
        return {column: 1.0 for column in (self.whole, self.short) if column is not None}

    def rise(self, part: float) -> dict[int, float]:
        """Return the rise in notches as a row, the shorter notch counting `part`."""
        row = {} if self.whole is None else {self.whole: 1.0}
        return row if self.short is None else {**row, self.short: part}


class PackageProgram:
    """Minimise the price of a package subject to: every member's balance is at least 0 afterwards.

    Variables of track p: y_p ∈ {0, 1}, mended; x_p ∈ {0, ..., F_p} whole notches; s_p ∈ {0, 1}, the last, shorter notch
    of length φ_p. x_p ≤ F_p y_p, s_p ≤ y_p ≤ x_p + s_p. A short notch that is taken where a whole one is still to be
    had is no cheaper, so nothing is lost by not tying s_p to x_p. The rows are in `_require`, and why they hold in
    docs/theory/reconciliation.md. `left_out` are tracks that no package of this program mends.
    """

    def __init__(self, tracks: Tracks, left_out: Iterable[int] = ()) -> None:
        self._tracks = tracks
        self._program = Program(heuristic_effort=_HEURISTIC_EFFORT)
        self._columns: dict[int, _Columns] = {}
        gone = set(left_out)
        for p, track in enumerate(tracks.tracks):
            if track.most and p not in gone:
                self._columns[p] = self._track(p)
        self.fixed_price = tracks.price((0,) * len(tracks.tracks))
        self._constrain()
        needed = {i: tracks.needed(i) for i in range(len(tracks.members))}
        for i, lack in needed.items():
            if lack:
                self._require(i, lack - _SLACK if lack > 2 * _SLACK else lack - _TOLERANCE)
        self._total([i for i, lack in needed.items() if lack])

    def _variable(self, upper: float, cost: float) -> int:
        return self._program.variable(0, upper, cost=cost, whole=True)

    def _track(self, p: int) -> _Columns:
        track = self._tracks.tracks[p]
        room = NOTCHES_TO_A_WHOLE_TIE * (1.0 - track.before)
        full = min(math.floor(room + _SHORT), track.most)
        part = room - full if full < track.most and room - full > _SHORT else 0.0
        mended = self._variable(1, 0.0 if track.red_line else track.opening)
        whole = self._variable(full, track.notch) if full else None
        short = self._variable(1, track.notch) if part else None
        columns = _Columns(mended, whole, short, full, part)
        if whole is not None:
            self._program.row({mended: float(full), whole: -1.0}, lower=0.0)
        if short is not None:
            self._program.row({mended: 1.0, short: -1.0}, lower=0.0)
        self._program.row({**columns.notches, mended: -1.0}, lower=0.0)
        return columns

    def _constrain(self) -> None:
        """Add the rows of the constraints: few enough tracks, and one that can come before those of the reluctant."""
        tracks = self._tracks
        if tracks.most_tracks is not None:
            new = {c.mended: 1.0 for p, c in self._columns.items() if not tracks.tracks[p].red_line}
            self._program.row(new, upper=float(tracks.most_tracks - tracks.red_lines))
        led = any(track.red_line and tracks.can_lead(p) for p, track in enumerate(tracks.tracks))
        if tracks.reluctant and not led:
            self._program.row({c.mended: 1.0 for p, c in self._columns.items() if tracks.can_lead(p)}, lower=1.0)

    def _require(self, i: int, lack: float) -> None:
        """Add the rows of a member that lacks so many notches; the first is the rule, the others follow from it.

        With D = ⌈lack⌉ and r = lack − (D − 1): Σ x + φ s ≥ lack; rounded, Σ x + min(1, φ/r) s ≥ D; and as many tracks
        as it takes of its longest to make D.
        """
        own = [self._columns[p] for p in self._tracks.own[i] if p in self._columns]
        self._program.row(_sum(c.rise(c.part) for c in own), lower=lack)
        needed = math.ceil(lack)
        remainder = lack - (needed - 1)
        parts = [_rounded_part(c.part, remainder) for c in own]
        self._program.row(_sum(c.rise(part) for c, part in zip(own, parts, strict=True)), lower=needed)
        lengths = [min(needed, c.full + part) for c, part in zip(own, parts, strict=True)]
        self._program.row({c.mended: length for c, length in zip(own, lengths, strict=True)}, lower=needed)
        fewest = 1 + sum(1 for length in accumulate(sorted(lengths, reverse=True)) if length < needed - _SHORT)
        self._program.row({c.mended: 1.0 for c in own}, lower=fewest)

    def _total(self, lacking: list[int]) -> None:
        """Add sums that the search can branch on: the tracks and notches of each member that lacks, and of all.

        A notch serves two members at most, so all together take half of what they need, rounded up; tracks likewise.
        """
        for i in lacking:
            own = [self._columns[p] for p in self._tracks.own[i] if p in self._columns]
            self._sum_of({c.mended: 1.0 for c in own})
            self._sum_of(_sum(c.notches for c in own))
        self._sum_of({c.mended: 1.0 for c in self._columns.values()})
        notches = self._sum_of(_sum(c.notches for c in self._columns.values()))
        all_needed = sum(math.ceil(self._tracks.needed(i) - _SLACK) for i in lacking)
        self._program.row({notches: 1.0}, lower=math.ceil(all_needed / 2))

    def _sum_of(self, row: dict[int, float]) -> int:
        """Add a whole variable that is the sum of a row."""
        total = self._program.variable(0, math.inf, whole=True)
        self._program.row({**row, total: -1.0}, lower=0.0, upper=0.0)
        return total

    def forbid(self, notches: Notches) -> None:
        """Cut off every package that mends all the tracks that this one mends; one that is left out does so itself."""
        if any(count and p not in self._columns for p, count in enumerate(notches)):
            return
        mended = {self._columns[p].mended: 1.0 for p, count in enumerate(notches) if count}
        self._program.row(mended, upper=len(mended) - 1.0)

    def solve(self, seconds: float) -> Solution:
        """Solve within so many seconds."""
        return self._program.solve(seconds)

    def notches(self, solution: Solution) -> Notches:
        """Read the notches of each track from a solution."""
        found = [0] * len(self._tracks.tracks)
        for p, columns in self._columns.items():
            taken = sum(solution.values[column] for column in columns.notches)
            found[p] = round(taken)
        return tuple(found)

    def tighten(self, members: Iterable[int]) -> None:
        """Ask again what members need, without slack: rounding let through what is not enough."""
        for i in members:
            self._require(i, self._tracks.needed(i) - _TOLERANCE / 2)


def beaten(tracks: Tracks) -> set[int]:
    """Return tracks that some cheapest package does without, as others serve the one end that lacks as well or better.

    Of two tracks of a member that lacks, each to one who lacks nothing, the one beats the other if it has as much room,
    is no dearer, can come first where the other can, and stands no later in alphabetical order if they are equal.
    One that is beaten by tracks with room for all the notches that the member needs is never needed.
    """
    lacks = [tracks.needed(i) for i in range(len(tracks.members))]
    gone: set[int] = set()
    for i, lack in enumerate(lacks):
        if not lack:
            continue
        alone = [p for p in tracks.own[i] if not all(lacks[end] for end in tracks.ends[p]) and _plain(tracks, p)]
        for p in alone:
            room = sum(_room(tracks, other) for other in alone if _beats(tracks, other, p))
            if room >= math.ceil(lack):
                gone.add(p)
    return gone


def _plain(tracks: Tracks, p: int) -> bool:
    return not tracks.tracks[p].red_line and tracks.tracks[p].most > 0


def _room(tracks: Tracks, p: int) -> int:
    """Return how many whole notches a track has room for."""
    track = tracks.tracks[p]
    return min(track.most, math.floor(NOTCHES_TO_A_WHOLE_TIE * (1.0 - track.before) - _SHORT))


def _beats(tracks: Tracks, p: int, other: int) -> bool:
    if p == other or (tracks.can_lead(other) and not tracks.can_lead(p)):
        return False
    a, b = tracks.tracks[p], tracks.tracks[other]
    better = (a.before <= b.before, a.opening <= b.opening, a.notch <= b.notch)
    equal = (a.before, a.opening, a.notch) == (b.before, b.opening, b.notch)
    same_lead = tracks.can_lead(p) == tracks.can_lead(other)
    return all(better) and (p < other or not (equal and same_lead))


def _rounded_part(part: float, remainder: float) -> float:
    """Return what a shorter notch counts in the row of rounded notches."""
    if not part:
        return 0.0
    return 1.0 if remainder < _TINY_REMAINDER else min(1.0, part / remainder)


def _sum(rows: Iterable[dict[int, float]]) -> dict[int, float]:
    """Put rows over different variables together."""
    together: dict[int, float] = {}
    for row in rows:
        together.update(row)
    return together

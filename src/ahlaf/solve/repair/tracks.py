"""What can be mended between members, what each track costs, and whether a package of tracks is enough."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ahlaf.model import Certificate, Package, Pair, Step
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame

NOTCHES_TO_A_WHOLE_TIE = 3
"""Mediators grade relations from −3 to +3: a notch is a third of a whole tie."""

Notches = tuple[int, ...]
"""How many notches each track is mended by, in the order of the tracks."""


@dataclass(frozen=True, slots=True)
class Track:
    """Talks between one pair of members: the tie before, the most notches that can help, and the prices to pay."""

    pair: Pair
    before: float
    most: int
    red_line: bool
    opening: float
    notch: float
    lifting: float

    def after(self, notches: int) -> float:
        """Return the tie after mending: min(1, before + notches/3)."""
        return min(1.0, self.before + notches / NOTCHES_TO_A_WHOLE_TIE)

    def price(self, notches: int) -> float:
        """Return opening + notch · notches, with the red line's price on top; 0 for a track left alone."""
        if self.red_line:
            return self.opening + self.lifting + self.notch * notches
        return self.opening + self.notch * notches if notches else 0.0

    def rise(self, notches: int) -> Fraction:
        """Return by how much the tie rises, exactly: min(1, before + notches/3) − before."""
        before = Fraction(self.before)
        return min(Fraction(1), before + Fraction(notches, NOTCHES_TO_A_WHOLE_TIE)) - before


@dataclass(frozen=True)
class Tracks:
    """All tracks that can help a coalition hold, in alphabetical order, and what every member lacks without them.

    A pair is left out where neither end lacks anything and no red line is to be lifted. `balances` are those at the
    ties of `basis`, one a member.
    """

    members: tuple[str, ...]
    balances: tuple[float, ...]
    tracks: tuple[Track, ...]

    @classmethod
    def of(cls, game: CoalitionGame, basis: Basis = "weight", factors: Mapping[Pair, float] | None = None) -> Tracks:
        """List the tracks of a game at the ties' weights or lows; `factors` multiply the whole price of a pair."""
        price = game.question.parameters.price
        balances = game.balances(basis)
        lack = {member: max(0.0, -balance) for member, balance in zip(game.members, balances, strict=True)}
        tracks = []
        for pair in game.pairs:
            red_line = game.network.ties[pair].red_line
            before = game.value(pair, basis)
            most = _most_notches(before, max(lack[pair[0]], lack[pair[1]]))
            if most or red_line:
                factor = factors.get(pair, 1.0) if factors else 1.0
                opening, notch, lifting = price.opening * factor, price.notch * factor, price.red_line * factor
                tracks.append(Track(pair, before, most, red_line, opening, notch, lifting))
        return cls(game.members, balances, tuple(tracks))

    @cached_property
    def ends(self) -> tuple[tuple[int, int], ...]:
        """The two members of each track, by their place among the members."""
        place = {member: i for i, member in enumerate(self.members)}
        return tuple((place[track.pair[0]], place[track.pair[1]]) for track in self.tracks)

    def below(self, notches: Notches) -> tuple[int, ...]:
        """Return the members whose balance is under −1e-9 after these notches, in exact rational arithmetic."""
        balances = [Fraction(balance) for balance in self.balances]
        for (i, j), track, count in zip(self.ends, self.tracks, notches, strict=True):
            rise = track.rise(count)
            balances[i] += rise
            balances[j] += rise
        return tuple(i for i, balance in enumerate(balances) if balance < -Fraction(HOLDS_TOLERANCE))

    def hold(self, notches: Notches) -> bool:
        """Say whether no member is below zero after these notches."""
        return not self.below(notches)

    @property
    def possible(self) -> bool:
        """Whether the coalition holds with every track mended as far as it helps."""
        return self.hold(tuple(track.most for track in self.tracks))

    def price(self, notches: Notches) -> float:
        """Return what a package costs; red lines are lifted in every package."""
        return math.fsum(track.price(count) for track, count in zip(self.tracks, notches, strict=True))

    def pared(self, notches: Notches) -> Notches:
        """Leave out, in alphabetical order, whole tracks that the package holds without."""
        kept = list(notches)
        for p, count in enumerate(notches):
            if count:
                kept[p] = 0
                if not self.hold(tuple(kept)):
                    kept[p] = count
        return tuple(kept)

    def package(self, notches: Notches, certificate: Certificate) -> Package:
        """Write a package out as steps, in alphabetical order of pairs."""
        steps = tuple(
            Step(track.pair, count, track.before, track.after(count), track.red_line, track.price(count))
            for track, count in zip(self.tracks, notches, strict=True)
            if count or track.red_line
        )
        return Package(steps, self.price(notches), certificate)


def _most_notches(before: float, lack: float) -> int:
    """Return the fewest notches that make up for `lack` or, where none do, bring the tie to 1."""
    if lack <= HOLDS_TOLERANCE:
        return 0
    to_friendship = math.ceil(NOTCHES_TO_A_WHOLE_TIE * (1.0 - before))
    to_suffice = math.ceil(NOTCHES_TO_A_WHOLE_TIE * lack)
    return min(to_friendship, to_suffice)

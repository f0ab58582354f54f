"""What can be mended between members, what each track costs, and whether a package of tracks is enough."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ahlaf.model import Certificate, Constraints, Package, Pair, Step
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

NOTCHES_TO_A_WHOLE_TIE = 3
"""Mediators grade relations from −3 to +3: a notch is a third of a whole tie."""

SAME_PRICE = 1e-6
"""Packages whose prices differ by less than this count as equally cheap."""

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

    A pair is left out where neither end lacks anything and no red line is to be lifted, or where it is untouchable.
    `balances`, one a member, are those to be brought to 0. `barred` are red lines that are not to be lifted,
    `most_tracks` how many tracks may be opened, and `reluctant` the members that will not move first.
    """

    members: tuple[str, ...]
    balances: tuple[float, ...]
    tracks: tuple[Track, ...]
    barred: tuple[Pair, ...] = ()
    most_tracks: int | None = None
    reluctant: frozenset[int] = frozenset()

    @classmethod
    def of(cls, game: CoalitionGame, *, at_low: int = 0, constraints: Constraints | None = None) -> Tracks:
        """List the tracks of a game under its constraints, or under others.

        With `at_low` = Γ each balance is taken with Γ of the member's ties at their lows, those with most to lose:
        b_i − Σ of the Γ largest w_ij − low_ij, so that what brings it to 0 is enough whichever Γ ties they are.
        """
        bound = game.question.constraints if constraints is None else constraints
        balances = tuple(
            balance - shortfall for balance, shortfall in zip(game.balances(), _shortfalls(game, at_low), strict=True)
        )
        lack = {member: max(0.0, -balance) for member, balance in zip(game.members, balances, strict=True)}
        untouchable = set(bound.untouchable)
        price = game.question.parameters.price
        tracks = []
        for pair in game.pairs:
            if pair in untouchable:
                continue
            red_line = game.network.ties[pair].red_line
            before = game.value(pair)
            most = _most_notches(before, max(lack[pair[0]], lack[pair[1]]), bound.most_notches)
            if most or red_line:
                tracks.append(Track(pair, before, most, red_line, price.opening, price.notch, price.red_line))
        return cls(
            members=game.members,
            balances=balances,
            tracks=tuple(tracks),
            barred=tuple(pair for pair in game.red_lines if pair in untouchable),
            most_tracks=bound.most_tracks,
            reluctant=frozenset(i for i, member in enumerate(game.members) if member in bound.not_first),
        )

    @cached_property
    def ends(self) -> tuple[tuple[int, int], ...]:
        """The two members of each track, by their place among the members."""
        place = {member: i for i, member in enumerate(self.members)}
        return tuple((place[track.pair[0]], place[track.pair[1]]) for track in self.tracks)

    @cached_property
    def own(self) -> tuple[tuple[int, ...], ...]:
        """The tracks of each member."""
        own: list[list[int]] = [[] for _ in self.members]
        for p, ends in enumerate(self.ends):
            for i in ends:
                own[i].append(p)
        return tuple(map(tuple, own))

    @property
    def red_lines(self) -> int:
        """How many red lines every package lifts."""
        return sum(track.red_line for track in self.tracks)

    def can_lead(self, track: int) -> bool:
        """Say whether a track can come first: no end of it will not move first."""
        return self.reluctant.isdisjoint(self.ends[track])

    def balances_after(self, notches: Notches) -> list[Fraction]:
        """Return every member's balance after these notches, in exact rational arithmetic."""
        balances = [Fraction(balance) for balance in self.balances]
        for (i, j), track, count in zip(self.ends, self.tracks, notches, strict=True):
            if count:
                rise = track.rise(count)
                balances[i] += rise
                balances[j] += rise
        return balances

    def below(self, notches: Notches) -> tuple[int, ...]:
        """Return the members whose balance is under −1e-9 after these notches."""
        least = -Fraction(HOLDS_TOLERANCE)
        return tuple(i for i, balance in enumerate(self.balances_after(notches)) if balance < least)

    def enough(self, notches: Notches) -> bool:
        """Say whether a package keeps to the constraints and leaves no member below zero."""
        opened = [p for p, count in enumerate(notches) if count or self.tracks[p].red_line]
        if self.barred or (self.most_tracks is not None and len(opened) > self.most_tracks):
            return False
        if self.reluctant and opened and not any(map(self.can_lead, opened)):
            return False
        return not self.below(notches)

    @property
    def possible(self) -> bool:
        """Whether the coalition holds with every track mended as far as it helps, however many tracks that takes."""
        everything = tuple(track.most for track in self.tracks)
        stuck = bool(self.reluctant and self.tracks) and not any(map(self.can_lead, range(len(self.tracks))))
        too_many = self.most_tracks is not None and self.red_lines > self.most_tracks
        return not (self.barred or stuck or too_many or self.below(everything))

    def price(self, notches: Notches) -> float:
        """Return what a package costs; red lines are lifted in every package."""
        return math.fsum(track.price(count) for track, count in zip(self.tracks, notches, strict=True))

    def package(self, notches: Notches, certificate: Certificate) -> Package:
        """Write a package out as steps, in alphabetical order of pairs."""
        steps = tuple(
            Step(track.pair, count, track.before, track.after(count), track.red_line, track.price(count))
            for track, count in zip(self.tracks, notches, strict=True)
            if count or track.red_line
        )
        return Package(steps, self.price(notches), certificate)

    def needed(self, member: int) -> float:
        """Return 3 |b_i|, how many notches a member lacks, not rounded; 0 where it lacks nothing."""
        balance = self.balances[member]
        return -NOTCHES_TO_A_WHOLE_TIE * balance if balance < -HOLDS_TOLERANCE else 0.0


def _shortfalls(game: CoalitionGame, at_low: int) -> list[float]:
    """Return by how much each member's balance falls with the `at_low` of its ties at their lows that cost it most."""
    losses: dict[str, list[float]] = {member: [] for member in game.members}
    for pair in game.pairs if at_low else ():
        loss = game.value(pair) - game.value(pair, "low")
        for end in pair:
            losses[end].append(loss)
    return [math.fsum(sorted(losses[member], reverse=True)[:at_low]) for member in game.members]


def _most_notches(before: float, lack: float, limit: int | None) -> int:
    """Return the fewest notches that make up for `lack` or, where none do, bring the tie to 1; at most `limit`."""
    if lack <= HOLDS_TOLERANCE:
        return 0
    to_friendship = math.ceil(NOTCHES_TO_A_WHOLE_TIE * (1.0 - before))
    to_suffice = math.ceil(NOTCHES_TO_A_WHOLE_TIE * lack)
    most = min(to_friendship, to_suffice)
    return most if limit is None else min(most, limit)

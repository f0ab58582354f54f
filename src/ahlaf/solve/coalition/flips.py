"""Which ties decide: the single ones, and where none does, the fewest that decide together."""

from __future__ import annotations

from ahlaf.model import FlipSet, FlipTie, Pair
from ahlaf.solve.coalition.covering import fewest_ties, least_moves
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame


def flips(game: CoalitionGame) -> tuple[FlipTie, ...]:
    """Return the ties that decide on their own, those nearest to their flip point first; red lines left aside.

    With every other tie at its weight, no member walks out from w_ij = t upwards, t = w_ij − min(b_i, b_j), so long
    as the balances of all others are ≥ 0. The tie decides if t lies in its interval, on the other side of its weight.
    """
    balance = dict(zip(game.members, game.balances(), strict=True))
    below = {member for member in game.members if balance[member] < -HOLDS_TOLERANCE}
    found = []
    for pair in game.pairs:
        tie = game.network.ties[pair]
        if not below <= set(pair):
            continue
        flips_at = tie.weight - min(balance[tie.a], balance[tie.b])
        # Where the coalition holds now it must fail somewhere below the flip point, and otherwise hold at it.
        decides = flips_at <= tie.high + HOLDS_TOLERANCE if below else tie.low < flips_at - HOLDS_TOLERANCE
        if decides:
            inside = min(max(flips_at, tie.low), tie.high)
            found.append(FlipTie(pair, inside))
    return tuple(sorted(found, key=lambda flip: (abs(flip.flips_at - game.value(flip.pair)), flip.pair)))


def flip_set(game: CoalitionGame) -> FlipSet | None:
    """Return the fewest ties that flip the central verdict by moves within their intervals; None if no move does.

    Red lines are left aside. To make a coalition fail that holds, one member must be brought below zero, and only its
    own ties can do it: the member that needs the fewest, and of those the one with the least to lose. To make it hold,
    each member below zero has to be raised, which is a covering problem (see `fewest_ties`): sets of up to four ties
    are searched, and beyond that a lower bound is given.
    """
    balance = dict(zip(game.members, game.balances(), strict=True))
    lacks = {member: -value for member, value in balance.items() if value < -HOLDS_TOLERANCE}
    return _to_hold(game, lacks) if lacks else _to_fail(game, balance)


def _to_fail(game: CoalitionGame, balance: dict[str, float]) -> FlipSet | None:
    """Bring one member below zero: its ties of the most room, each lowered by the same part of its room."""
    best: tuple[int, float, str, dict[Pair, float]] | None = None
    for member in game.members:
        rooms = {pair: game.value(pair) - game.value(pair, "low") for pair in game.pairs if member in pair}
        chosen: dict[Pair, float] = {}
        for pair in sorted(rooms, key=lambda pair: (-rooms[pair], pair)):
            if sum(chosen.values()) > balance[member] + HOLDS_TOLERANCE:
                break
            chosen[pair] = rooms[pair]
        if sum(chosen.values()) <= balance[member] + HOLDS_TOLERANCE:
            continue
        found = (len(chosen), max(0.0, balance[member]), member, chosen)
        if best is None or found[:3] < best[:3]:
            best = found
    if best is None:
        return None
    size, total, _, chosen = best
    part = total / sum(chosen.values())
    moves = tuple(FlipTie(pair, game.value(pair) - part * room) for pair, room in sorted(chosen.items()))
    return FlipSet(moves, total, size)


def _to_hold(game: CoalitionGame, lacks: dict[str, float]) -> FlipSet | None:
    """Raise every member that is below zero, with the fewest ties and of those with the least movement."""
    rooms = {
        pair: game.value(pair, "high") - game.value(pair) for pair in game.pairs if pair[0] in lacks or pair[1] in lacks
    }
    covers = fewest_ties(lacks, rooms)
    if covers is None:
        return None
    ways = [least_moves(chosen, lacks, rooms) for chosen in covers.sets]
    if not ways:
        return FlipSet((), 0.0, covers.at_least)
    best = min(ways, key=lambda way: (round(sum(way.values()), 9), sorted(way)))
    moves = tuple(FlipTie(pair, game.value(pair) + move) for pair, move in sorted(best.items()))
    return FlipSet(moves, sum(best.values()), covers.at_least)

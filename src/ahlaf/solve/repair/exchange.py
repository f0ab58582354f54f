"""Equally cheap packages from one another: one track takes the place of another."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ahlaf.solve.coalition.game import HOLDS_TOLERANCE
from ahlaf.solve.repair.tracks import SAME_PRICE, Notches, Tracks

Exchange = tuple[int, int]
"""The track that is given up, and the one that takes its place by as many notches."""


def settled(tracks: Tracks, notches: Notches) -> Notches:
    """Put better tracks in the place of worse ones at the same price, until no single exchange is left."""
    while True:
        better = next((e for e in exchanges(tracks, notches) if _rank(tracks, e[1]) < _rank(tracks, e[0])), None)
        if better is None:
            return notches
        notches = exchanged(notches, better)


def exchanges(tracks: Tracks, notches: Notches) -> Iterator[Exchange]:
    """Yield every exchange at one end of a track after which a package is enough and costs the same.

    Worst tracks are given up first, and the best are tried first in their place.
    """
    spare = [balance + Fraction(HOLDS_TOLERANCE) for balance in tracks.balances_after(notches)]
    led = sum(tracks.can_lead(p) for p, count in enumerate(notches) if count or tracks.tracks[p].red_line)
    mended = (p for p, count in enumerate(notches) if count and not tracks.tracks[p].red_line)
    for p in sorted(mended, key=lambda p: _rank(tracks, p), reverse=True):
        track, count = tracks.tracks[p], notches[p]
        loss = track.rise(count)
        short = {end: loss - spare[end] for end in tracks.ends[p] if spare[end] < loss}
        # Who falls below zero without the track must be an end of the one that takes its place.
        ends = list(short) or list(tracks.ends[p])
        others = {other for end in ends for other in tracks.own[end]}
        for other in sorted(others, key=lambda other: _rank(tracks, other)):
            instead = tracks.tracks[other]
            if (
                notches[other]
                or instead.red_line
                or instead.most < count
                or not short.keys() <= set(tracks.ends[other])
            ):
                continue
            if tracks.reluctant and led == tracks.can_lead(p) and not tracks.can_lead(other):
                continue
            if abs(instead.price(count) - track.price(count)) >= SAME_PRICE:
                continue
            if not short or instead.rise(count) >= max(short.values()):
                yield p, other


def exchanged(notches: Notches, exchange: Exchange) -> Notches:
    """Return a package after an exchange."""
    out, other = exchange
    changed = list(notches)
    changed[other], changed[out] = notches[out], 0
    return tuple(changed)


def _rank(tracks: Tracks, p: int) -> tuple[float, int]:
    """Return the order in which equals are chosen: the friendlier tie first, then the earlier pair."""
    return -tracks.tracks[p].before, p

"""What stops a coalition."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class BlockingSet:
    """An irreducible set of ties that alone stop the coalition; `deficit` members are left below zero by them."""

    pairs: tuple[Pair, ...]
    deficit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockingSets:
    """All irreducible blocking sets of at most `max_size` ties; `complete` if there can be no larger ones.

    `basis` says which ties they were found at: "central" where the coalition fails at the weights, "worst_known" where
    it fails only at the lows of the ties of which something is known, "worst" where it takes the lows of assumed ties
    too, "none" where it fails at none of these. `structural` lists members that stay below zero even
    were every hostile tie neutral: for them no set of ties is to blame, the gain is too small.
    """

    basis: str
    sets: tuple[BlockingSet, ...]
    structural: tuple[str, ...]
    max_size: int
    complete: bool

"""What stops a coalition."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class Deficit:
    """A member whose balance is below zero, and that balance."""

    actor: str
    balance: float


@dataclass(frozen=True, slots=True)
class BlockingSet:
    """An irreducible set of ties that alone stop the coalition, and the balances below zero that it alone leaves."""

    pairs: tuple[Pair, ...]
    deficit: tuple[Deficit, ...]


@dataclass(frozen=True, slots=True)
class BlockingSets:
    """The irreducible blocking sets of at most `max_size` ties, the smallest first, of equal size the heaviest.

    `count` is how many there are, exactly; `sets` may have fewer. `smallest` is the smallest, also where it has more
    than `max_size` ties, None where no set blocks; `larger` says whether there are any of more than `max_size`.
    `complete`: `sets` has every irreducible set there is, of whatever size.

    `basis` says which ties they were found at: "central" where the coalition fails at the weights, "worst_known" where
    it fails only at the lows of the ties of which something is known, "worst" where it takes the lows of assumed ties
    too, "none" where it fails at none of these. `deficits` are the members below zero there. `structural` lists members
    that stay below zero even were every hostile tie neutral, with the balance that leaves them: no set of ties is to
    blame, the gain is too small.

    `touching` are the fewest ties of which every set has one, `touching_at_least` how many that takes at the least;
    empty where they are more than were searched for. Were they neutral and without red lines, no set would be left.
    """

    basis: str
    sets: tuple[BlockingSet, ...]
    count: int
    smallest: BlockingSet | None
    larger: bool
    complete: bool
    max_size: int
    deficits: tuple[Deficit, ...]
    structural: tuple[Deficit, ...]
    touching: tuple[Pair, ...]
    touching_at_least: int

"""How big a miracle: by how much more the threat would have to weigh for the coalition to hold as things are."""

from __future__ import annotations

from ahlaf.model import Miracle
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame

_SAME_FACTOR = 1e-9
"""Members whose factors differ by no more than this share of the largest bind together."""


def miracle(game: CoalitionGame) -> Miracle:
    """Find the smallest factor λ ≥ 0 on every member's salience for which the coalition holds.

    Member i needs λ_i = (k_i − Σ_j w_ij) / (β τ_i [P(C) − (1−e) P(C∖i)]) where the divisor is above 0; else it needs
    nothing if Σ_j w_ij ≥ k_i, and no factor is enough if not. λ = max(0, max_i λ_i): 1 is the threat as it weighs
    now, below 1 there is room to spare. There is no cap: λ τ_i may exceed 1. `binding` are the members with the
    largest λ_i; where no factor is enough, the members for whom none is; nobody where a red line alone stands.
    """
    lifted, binding = _factor(game, "weight")
    if game.red_lines:
        return Miracle(None, None, None, () if lifted is not None else binding, lifted)
    return Miracle(lifted, _factor(game, "low")[0], _factor(game, "high")[0], binding, lifted)


def _factor(game: CoalitionGame, basis: Basis) -> tuple[float | None, tuple[str, ...]]:
    """Return λ with the ties at a basis and every red line lifted, and the members that bind."""
    needs: dict[str, float] = {}
    hopeless = []
    for member in game.members:
        stake = game.stake(member, game.members)
        lack = game.cost(member) - game.tie_sum(member, game.members, basis)
        if stake > 0:
            needs[member] = lack / stake
        elif lack > HOLDS_TOLERANCE:
            hopeless.append(member)
    if hopeless:
        return None, tuple(hopeless)
    factor = max(0.0, *needs.values()) if needs else 0.0
    least = factor * (1.0 - _SAME_FACTOR)
    return factor, tuple(member for member, need in needs.items() if factor > 0 and need >= least)

"""Firms that choose between two alliances: each gains by the size of its allies and loses by rivals among them.

Source: R. Axelrod, W. Mitchell, R. E. Thomas, D. S. Bennett and E. Bruderer (1995), Coalition formation in
standard-setting alliances, Management Science 41.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from ahlaf.codebook import package_table
from ahlaf.network import SignedGraph


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm, its size, its kind (firms of the same kind are close rivals), and the alliance that it joined."""

    name: str
    size: float
    kind: str
    actual: str


@cache
def unix_1988() -> tuple[Firm, ...]:
    """Return the nine firms of the UNIX alliances of 1988 (source: the header of `unix_1988.csv`)."""
    rows = package_table("ahlaf.solve.landscape", "data/unix_1988.csv", ("firm", "size", "kind", "actual"))
    return tuple(Firm(row["firm"], row.number("size", 0, 100), row["kind"], row["actual"]) for row in rows)


def propensities(firms: Sequence[Firm], *, rivalry: float = 1.0, closeness: float = 1.0) -> SignedGraph:
    """Return p_ij = 1 − α for distant rivals and 1 − (α + β) for close ones, α = `rivalry` and β = `closeness`.

    What firm i gains in an alliance A is Σ_{j ∈ A} s_j p_ij: the size of its allies, less α times that of all rivals
    among them and β times that of its close rivals. The authors' own settings are α = β = 1.
    """
    rows = (
        (i, j, round(1.0 - rivalry - (closeness if a.kind == b.kind else 0.0), 9))
        for (i, a), (j, b) in combinations(enumerate(firms), 2)
    )
    return SignedGraph.of([firm.name for firm in firms], rows)

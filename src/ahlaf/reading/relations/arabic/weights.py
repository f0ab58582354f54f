"""How much each reason for a party weighs."""

from __future__ import annotations

from functools import cache

from ahlaf.codebook import package_table


@cache
def weights() -> dict[tuple[str, str], float]:
    """Return the weights of `relation_preferences_ar.csv` by end and name."""
    table = package_table("ahlaf.reading", "data/relation_preferences_ar.csv", ("end", "name", "weight"))
    return {(row["end"], row["name"]): float(row["weight"]) for row in table}


def cost(name: str) -> float:
    """What one unit of distance of this kind takes off."""
    return weights()[("cost", name)]


def floor(name: str) -> float:
    """What an end must reach to be taken."""
    return weights()[("floor", name)]

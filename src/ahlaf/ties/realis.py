"""How much of a relation counts, by how real it is said to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ahlaf.codebook import package_table
from ahlaf.model import Realis


@cache
def realis_factors() -> Mapping[Realis, float]:
    """Return the factor in [0, 1] of every realis (source: the header of `realis.csv`)."""
    rows = package_table("ahlaf.ties", "realis.csv", ("realis", "factor"))
    return MappingProxyType({Realis(row["realis"]): float(row["factor"]) for row in rows})

"""The sixteen PLOVER roots with their scale values, read from `plover.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ahlaf.codebook.table import package_table
from ahlaf.model import QuadClass, RelationType


@dataclass(frozen=True, slots=True)
class Root:
    """One PLOVER root: `scale` in [−10, 10], `sign` +1 or −1, its CAMEO root (two digits), quad class and names."""

    type: RelationType
    scale: float
    sign: int
    cameo: str
    quad: QuadClass
    name_en: str
    name_ar: str


@cache
def plover() -> Mapping[RelationType, Root]:
    """Return every PLOVER root by its type (source: the header of `plover.csv`)."""
    rows = package_table("ahlaf.codebook", "plover.csv", ("type", "scale", "sign", "cameo", "quad"))
    roots = (
        Root(
            type=RelationType(row["type"]),
            scale=float(row["scale"]),
            sign=int(row["sign"]),
            cameo=row["cameo"],
            quad=QuadClass(row["quad"]),
            name_en=row["name_en"],
            name_ar=row["name_ar"],
        )
        for row in rows
    )
    return MappingProxyType({root.type: root for root in roots})

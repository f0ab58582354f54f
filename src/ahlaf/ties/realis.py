"""How much of a relation counts, by how real it is said to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ahlaf.codebook import package_table, plover
from ahlaf.model import Realis, RelationType

SCALE = 10.0


@dataclass(frozen=True, slots=True)
class RealisRule:
    """What one realis does: its factor, whether the deed itself counts, whether a third party's word does."""

    factor: float
    deed: bool
    third_party: bool


@cache
def realis_rules() -> Mapping[Realis, RealisRule]:
    """Return the rule of every realis (source: the header of `realis.csv`)."""
    rows = package_table("ahlaf.ties", "realis.csv", ("realis", "factor", "deed", "third_party"))
    return MappingProxyType(
        {
            Realis(row["realis"]): RealisRule(row.number("factor", 0, 1), row.flag("deed"), row.flag("third_party"))
            for row in rows
        }
    )


def value_of(type: RelationType, realis: Realis) -> float:
    """Return x = scale/10 in [−1, 1], where what is only spoken of is worth no more than a promise or a threat.

    >>> value_of(RelationType.COOPERATE, Realis.ACTUAL), value_of(RelationType.COOPERATE, Realis.CONDITIONAL)
    (0.95, 0.25)
    """
    rule, scale = realis_rules()[realis], plover()[type].scale
    if not rule.deed:
        scale = min(plover()[RelationType.AGREE].scale, max(plover()[RelationType.THREATEN].scale, scale))
    return scale / SCALE

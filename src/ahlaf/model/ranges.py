"""What values the numbers of a question may take: the one home of every range."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest value of a number, both allowed; `high` may be infinite, the number itself may not."""

    low: float
    high: float
    whole: bool = False

    def __contains__(self, value: float) -> bool:
        """Say whether a number is finite and lies within."""
        return math.isfinite(value) and self.low <= value <= self.high

    @property
    def expected(self) -> str:
        """What an error says was expected.

        >>> RANGES["exclusivity"].expected, RANGES["requirement"].expected, RANGES["capability"].expected
        ('a number from 0 to 1', 'a number above 0', 'a number of at least 0')
        """
        number = "a whole number" if self.whole else "a number"
        if math.isfinite(self.high):
            return f"{number} from {self.low:g} to {self.high:g}"
        return f"{number} above 0" if self.low == _ABOVE_ZERO else f"{number} of at least {self.low:g}"


_ABOVE_ZERO = math.ulp(0.0)
_LARGE, _SMALL = 1e6, 1e-9

RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "requirement": Range(_ABOVE_ZERO, math.inf),
        "capability": Range(0.0, math.inf),
        "salience": Range(0.0, 1.0),
        "prior_weight": Range(_SMALL, _LARGE),
        "prior_sd": Range(_SMALL, 1.0),
        "half_life_days": Range(1e-3, _LARGE),
        "level": Range(0.5, 0.999),
        "claim_about_others": Range(0.0, 1.0),
        "claim_as_attitude": Range(0.0, 1.0),
        "report_weight": Range(_SMALL, _LARGE),
        "benefit": Range(0.0, _LARGE),
        "exclusivity": Range(0.0, 1.0),
        "joining_cost": Range(0.0, _LARGE),
        "samples": Range(1, 10_000_000, whole=True),
        "seed": Range(0, 2**63 - 1, whole=True),
        "opening": Range(0.0, _LARGE),
        "notch": Range(_SMALL, _LARGE),
        "red_line": Range(0.0, _LARGE),
        "broker_discount": Range(0.0, 1.0),
        "broker_accuracy": Range(0.5, 1.0),
        "most_tracks": Range(0, _LARGE, whole=True),
        "most_notches": Range(1, 6, whole=True),
        "budget": Range(0.0, _LARGE),
    }
)
"""The range of each number: of a question and its parameters by the parameter's name, of a party by the field's."""

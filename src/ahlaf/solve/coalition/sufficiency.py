"""Is the coalition strong enough, and what is the smallest enlargement that is?"""

from __future__ import annotations

from ahlaf.model import Sufficiency
from ahlaf.solve.coalition.game import CoalitionGame

_ENOUGH = 1e-9
"""By how much of the requirement a sum of capabilities may fall short and still count as meeting it."""


def sufficiency(game: CoalitionGame) -> Sufficiency:
    """Compare c(C) with R, and find the fewest outsiders, and of those the most capable, that make up the difference.

    Quarrels are left aside here: `joining` says who would come. The m strongest outsiders have the greatest summed
    capability of any m, so taking the strongest in turn until it is enough is exact. Equals go by code.
    """
    requirement = game.question.requirement
    enough = requirement * (1.0 - _ENOUGH)
    strongest_first = sorted(game.outsiders, key=lambda outsider: (-game.by_id[outsider].capability, outsider))
    capability = game.capability(game.members)
    for count in range(len(strongest_first) + 1):
        added = strongest_first[:count]
        if game.capability((*game.members, *added)) >= enough:
            return Sufficiency(capability, requirement, count == 0, tuple(sorted(added)))
    return Sufficiency(capability, requirement, False, None)

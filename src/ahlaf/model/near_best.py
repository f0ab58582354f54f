"""How firm the camps of a network are: the divisions that are nearly as good, and what all of them agree on."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.camps import Camps
from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class NearDivision:
    """A division beside the best one: how much more frustration it has, who changes camp, and which ties it turns.

    Of two sides that have turned against one another in a part of the network, `moved` names the smaller; with more
    than two camps, those who are not in the camp that goes on theirs. `turned` are the ties that run between camps
    here and within one in the best division, or the other way round; they tell the division.
    """

    extra: float
    moved: tuple[str, ...]
    turned: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where the division may be another, whatever is chosen elsewhere; extra frustration adds up over choices.

    `groups` are those who never part there; `divisions` come in order of `extra` and begin with the best one itself.
    Where not `complete`, there are more, with no less extra frustration than the last one.
    """

    groups: tuple[tuple[str, ...], ...]
    divisions: tuple[NearDivision, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ActorFirmness:
    """How firmly an actor stands: the least extra frustration at which more than half of its part turns against it.

    Precisely, its relation (same camp or not) to half of the other actors of its connected part, or to more, is another
    only in divisions with at least `price` more frustration than the best; where `exact`, one has just that.
    """

    actor: str
    price: float
    exact: bool


@dataclass(frozen=True, slots=True)
class NearBest:
    """All divisions whose frustration is within a distance of the best one's, as far as they could be listed.

    Divisions that divide the same ties are one: swapping the camps of a connected part makes no other. `count` says how
    many there are, the best one among them; at least so many where not `complete`. `divisions` are the first of them,
    in order of `extra`, and `choices` what they are put together from. `firm` are the groups of actors whose relations
    among themselves are the same in all; for any number of camps, who are together in all. `always` and `sometimes` are
    the ties that are frustrated in all of them, and in some but not all; of `unknown` ties time did not allow to tell;
    all others are frustrated in none. `firmness` is for two camps only.
    """

    best: Camps
    within: float
    count: int
    complete: bool
    divisions: tuple[NearDivision, ...]
    choices: tuple[Choice, ...]
    firm: tuple[tuple[str, ...], ...]
    always: tuple[Pair, ...]
    sometimes: tuple[Pair, ...]
    unknown: tuple[Pair, ...]
    firmness: tuple[ActorFirmness, ...]


@dataclass(frozen=True, slots=True)
class RelationPrice:
    """What it costs to turn a relation: the least extra frustration of a division in which it is another.

    `together` says how the two stand in the best division; the price lies between `low` and `high`.
    """

    pair: Pair
    together: bool
    low: float
    high: float

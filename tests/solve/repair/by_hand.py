"""The cheapest package of a small coalition by going through all of them: a second opinion that shares no code."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from math import inf

from ahlaf.model import Pair, PriceParameters, Tie
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

Factor = Callable[[Pair], float]


def stands(game: CoalitionGame, notches: dict[Pair, int]) -> bool:
    """Whether every balance is at least 0 once these pairs are mended and every red line is lifted."""
    left = dict(zip(game.members, game.balances(), strict=True))
    for (a, b), count in notches.items():
        before = game.value((a, b))
        rise = min(1.0, before + count / 3) - before
        left[a] += rise
        left[b] += rise
    return min(left.values()) >= -HOLDS_TOLERANCE - 1e-12


def cost(game: CoalitionGame, notches: dict[Pair, int], price: PriceParameters, factor: Factor) -> float:
    """What a package costs where each pair's whole price is multiplied by its factor."""
    total = 0.0
    for pair, count in notches.items():
        if game.network.ties[pair].red_line:
            total += factor(pair) * (price.opening + price.red_line + price.notch * count)
        elif count:
            total += factor(pair) * (price.opening + price.notch * count)
    return total


def standing_packages(game: CoalitionGame) -> list[dict[Pair, int]]:
    """All packages after which the coalition holds."""
    choices = product(range(7), repeat=len(game.pairs))
    packages = (dict(zip(game.pairs, choice, strict=True)) for choice in choices)
    return [package for package in packages if stands(game, package)]


def least(game: CoalitionGame, packages: list[dict[Pair, int]], factor: Factor) -> float:
    """The least price over packages that stand."""
    price = game.question.parameters.price
    return min((cost(game, package, price, factor) for package in packages), default=inf)


def weaker_tie(
    game: CoalitionGame, broker: str, pair: Pair, end: Callable[[Tie], float] = lambda tie: tie.weight
) -> float:
    """Trust in an even-handed broker, written out anew from the definition."""
    if broker in pair:
        return 0.0
    ties = [next(t for t in game.network.ties.values() if {t.a, t.b} == {broker, member}) for member in pair]
    if any(tie.red_line for tie in ties):
        return 0.0
    return max(0.0, min(end(tie) for tie in ties))


def best_team_price(game: CoalitionGame, packages: list[dict[Pair, int]], size: int) -> float:
    """The least price over all teams of at most `size` and all packages."""
    discount = game.question.parameters.price.broker_discount

    def priced(team: tuple[str, ...]) -> float:
        return least(
            game,
            packages,
            lambda pair: 1 - discount * max((weaker_tie(game, k, pair) for k in team), default=0.0),
        )

    parties = [party.id for party in game.parties]
    return min(priced(team) for m in range(size + 1) for team in combinations(parties, m))

"""Several brokers at once: the team that saves most, each track in the hands of the one who is trusted most there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahlaf.model import BrokerTeam, Pair, TeamTrack
from ahlaf.solve.mip import INFINITY
from ahlaf.solve.repair.offices import Brokered, GoodOffices, certificate_of
from ahlaf.solve.repair.tracks import SAME_PRICE
from ahlaf.solve.repair.trust import even_trust

LARGEST_TEAM = 3
"""Teams of up to so many brokers are looked at."""

TrustOf = dict[str, dict[Pair, float]]


def broker_teams(
    offices: GoodOffices, largest: int = LARGEST_TEAM, *, time_limit: float = 60.0
) -> tuple[BrokerTeam, ...]:
    """Find the best team of at most m brokers for m = 1, 2, ..., and what each size adds to the one before.

    A team T is trusted over a track as much as the one of it who is trusted most: max_{k ∈ T} trust_k(i, j), and that
    one brokers it. Minimise the price of a package over teams of at most m and packages. Of equally good teams the
    smaller, then the first found is named. Empty where nobody is trusted over any track that can help.
    """
    offices.allow(time_limit)
    trust_of = {party.id: even_trust(offices.game, party.id, offices.pairs) for party in offices.game.parties}
    trust_of = _undominated({broker: trust for broker, trust in trust_of.items() if trust})
    if not trust_of or offices.discount == 0:
        return ()
    teams: list[BrokerTeam] = []
    actors: tuple[str, ...] = ()
    for size in range(1, largest + 1):
        search = _TeamSearch(offices, trust_of, size, actors)
        search.extend()
        if size == 1:
            search.one_by_one()
        else:
            search.visit((), tuple(sorted(trust_of)))
        before = teams[-1].price if teams else offices.alone.price
        teams.append(search.team(before))
        actors = search.actors
    return tuple(teams)


def _undominated(trust_of: TrustOf) -> TrustOf:
    """Leave out every broker whom another is trusted at least as much as over every track: the other can stand in."""
    kept: TrustOf = {}
    for broker, trust in sorted(trust_of.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        if not any(all(other.get(pair, 0.0) >= share for pair, share in trust.items()) for other in kept.values()):
            kept[broker] = trust
    return kept


@dataclass
class _TeamSearch:
    """Branch and bound over teams of at most `size`.

    A branch is a set of chosen brokers and of those still allowed. All of them together are trusted at least as much as
    any team of the branch, so the price with all of them is a lower bound. If the cheapest package then needs no
    more than `size` brokers, these are the best team of the branch; otherwise one of them is chosen, or forbidden.
    """

    offices: GoodOffices
    trust_of: TrustOf
    size: int
    actors: tuple[str, ...]
    bound: float = INFINITY

    def __post_init__(self) -> None:
        self.best = self._with(self.actors)

    def extend(self) -> None:
        """Add the broker who, with the best smaller team, makes a known package the cheapest: a team to start from."""
        others = [broker for broker in sorted(self.trust_of) if broker not in self.actors]
        larger = ((*self.actors, broker) for broker in others if len(self.actors) < self.size)
        best = min(larger, key=lambda team: self.offices.bounded(self._trust(team)).price, default=())
        found = self.offices.bounded(self._trust(best))
        if best and found.price < self.best.price - SAME_PRICE:
            self.best, self.actors = found, tuple(sorted(best))

    def one_by_one(self) -> None:
        """Find the best broker on its own."""
        for broker in sorted(self.trust_of):
            found = self._with((broker,))
            self.bound = min(self.bound, found.certificate.bound)
            if found.price < self.best.price - SAME_PRICE:
                self.best, self.actors = found, (broker,)

    def visit(self, chosen: tuple[str, ...], allowed: tuple[str, ...]) -> None:
        """Find the best team of a branch, if it is better than the best so far."""
        pool = (*chosen, *allowed)
        found = self._with(pool)
        used = self._used(found, pool)
        if found.certificate.bound >= self.best.price - SAME_PRICE:
            self.bound = min(self.bound, found.certificate.bound)
            return
        if len(used) <= self.size or self.offices.out_of_time:
            self.bound = min(self.bound, found.certificate.bound)
            if len(used) <= self.size and found.price < self.best.price - SAME_PRICE:
                self.best, self.actors = found, tuple(sorted(used))
            return
        branch = min((broker for broker in used if broker not in chosen), key=lambda broker: (-used[broker], broker))
        others = tuple(broker for broker in allowed if broker != branch)
        self.visit((*chosen, branch), others if len(chosen) + 1 < self.size else ())
        self.visit(chosen, others)

    def team(self, before: float) -> BrokerTeam:
        """Write the best team out; `before` is the price with the best smaller one."""
        price = self.best.price
        certificate = certificate_of(price, min(self.bound, price))
        takes = self._takers(self.actors)
        tracks = tuple(TeamTrack(pair, *takes[pair]) for pair in self.offices.touched(self.best) if pair in takes)
        saving = self.offices.alone.price - price
        return BrokerTeam(self.size, self.actors, price, saving, before - price, tracks, certificate)

    def _with(self, brokers: Iterable[str]) -> Brokered:
        return self.offices.with_trust(self._trust(brokers))

    def _trust(self, brokers: Iterable[str]) -> dict[Pair, float]:
        return {pair: trust for pair, (_, trust) in self._takers(brokers).items()}

    def _takers(self, brokers: Iterable[str]) -> dict[Pair, tuple[str, float]]:
        """Return the broker that each track is left to, and how far it is trusted there; equals go by code."""
        takers: dict[Pair, tuple[str, float]] = {}
        for broker in sorted(brokers):
            for pair, trust in self.trust_of[broker].items():
                if pair not in takers or trust > takers[pair][1]:
                    takers[pair] = (broker, trust)
        return takers

    def _used(self, found: Brokered, pool: Iterable[str]) -> dict[str, float]:
        """Return the brokers that a package makes use of, each with what it takes off the price."""
        takers, used = self._takers(pool), dict[str, float]()
        for pair in self.offices.touched(found):
            if pair in takers:
                broker, trust = takers[pair]
                used[broker] = used.get(broker, 0.0) + self.offices.saved(found, pair, trust)
        return used

"""A second opinion: every answer from its definition in docs/theory, by trying all cases, in exact fractions.

Nothing here comes from the library. There is no tolerance, no solver and no proposition: where the library uses that
an extreme decides, or that only a star can block, this goes through every corner and every subset.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

Pair = tuple[str, str]
Box = tuple[Fraction, Fraction, Fraction]
"""A tie as (low, weight, high)."""

LOW, WEIGHT, HIGH = range(3)
NOTCH = Fraction(1, 3)
_FEWEST = 2
"""A coalition takes so many."""


@dataclass(frozen=True)
class Case:
    """A question as exact numbers. Ties are known by their two ends in alphabetical order."""

    members: tuple[str, ...]
    outsiders: tuple[str, ...]
    capability: Mapping[str, Fraction]
    salience: Mapping[str, Fraction]
    cost: Mapping[str, Fraction]
    ties: Mapping[Pair, Box]
    red_lines: frozenset[Pair]
    requirement: Fraction
    benefit: Fraction
    exclusivity: Fraction
    opening: Fraction = Fraction(1)
    notch: Fraction = Fraction(1)
    lifting: Fraction = Fraction(3)
    discount: Fraction = Fraction(1, 2)

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of members."""
        return list(combinations(self.members, 2))

    def weights(self, end: int = WEIGHT) -> dict[Pair, Fraction]:
        """All ties at their lows, weights or highs."""
        return {pair: box[end] for pair, box in self.ties.items()}


def chance(case: Case, coalition: Collection[str]) -> Fraction:
    return min(Fraction(1), sum((case.capability[i] for i in coalition), Fraction(0)) / case.requirement)


def gain(case: Case, actor: str, coalition: Collection[str]) -> Fraction:
    rest = [other for other in coalition if other != actor]
    stake = chance(case, coalition) - (1 - case.exclusivity) * chance(case, rest)
    return case.benefit * case.salience[actor] * stake - case.cost[actor]


def balance(case: Case, actor: str, coalition: Collection[str], weights: Mapping[Pair, Fraction]) -> Fraction:
    own = sum((weights[_pair(actor, other)] for other in coalition if other != actor), Fraction(0))
    return own + gain(case, actor, coalition)


def holds(case: Case, weights: Mapping[Pair, Fraction], coalition: Collection[str] | None = None) -> bool:
    inside = case.members if coalition is None else tuple(coalition)
    if any(_pair(a, b) in case.red_lines for a, b in combinations(inside, 2)):
        return False
    return all(balance(case, member, inside, weights) >= 0 for member in inside)


def status(case: Case) -> str:
    """Try every corner of the box: between corners a balance lies between what it is at them."""
    outcomes = {holds(case, {**case.weights(), **corner}) for corner in _corners(case, case.pairs)}
    return "contested" if len(outcomes) == 2 else "holds" if outcomes == {True} else "fails"


def always_holds(case: Case) -> bool:
    """Whether no member has a corner of its own ties at which it is below zero: also for eight members."""
    if any(pair in case.red_lines for pair in case.pairs):
        return False
    for member in case.members:
        own = [pair for pair in case.pairs if member in pair]
        for corner in _corners(case, own):
            if balance(case, member, case.members, {**case.weights(), **corner}) < 0:
                return False
    return True


def never_holds(case: Case) -> bool:
    """Whether some member is below zero at every corner of its own ties, or a red line stands."""
    if any(pair in case.red_lines for pair in case.pairs):
        return True
    for member in case.members:
        own = [pair for pair in case.pairs if member in pair]
        corners = _corners(case, own)
        if all(balance(case, member, case.members, {**case.weights(), **corner}) < 0 for corner in corners):
            return True
    return False


@dataclass(frozen=True)
class Blocking:
    structural: frozenset[str]
    sets: frozenset[frozenset[Pair]]


def blocking(case: Case, end: int, max_size: int | None = None) -> Blocking:
    """Try every subset of the hostile ties and red lines, the smaller before the larger ones."""
    weights = case.weights(end)
    suspects = [pair for pair in case.pairs if weights[pair] < 0 or pair in case.red_lines]
    gains = {member: gain(case, member, case.members) for member in case.members}

    def below(kept: Collection[Pair]) -> frozenset[str]:
        left = dict(gains)
        for pair in case.pairs:
            if weights[pair] >= 0 or pair in kept:
                for member in pair:
                    left[member] += weights[pair]
        return frozenset(member for member, value in left.items() if value < 0)

    structural = below(())
    found: list[frozenset[Pair]] = []
    for size in range(1, (len(suspects) if max_size is None else max_size) + 1):
        for chosen in map(frozenset, combinations(suspects, size)):
            if not any(smaller < chosen for smaller in found) and (
                chosen & case.red_lines or below(chosen) - structural
            ):
                found.append(chosen)
    return Blocking(structural, frozenset(found))


def fewest_that_touch(sets: Collection[frozenset[Pair]]) -> int:
    """How few ties have one of every set."""
    ties = sorted(frozenset().union(*sets))
    for size in range(len(ties) + 1):
        if any(all(pairs & set(some) for pairs in sets) for some in combinations(ties, size)):
            return size
    raise AssertionError("all ties together touch every set")


def fewest_that_flip(case: Case) -> int | None:
    """How few ties, each anywhere in its interval, turn the verdict of the weights, red lines aside."""
    lifted = replace(case, red_lines=frozenset())
    central = holds(lifted, case.weights())
    for size in range(1, len(case.pairs) + 1):
        for some in combinations(case.pairs, size):
            for corner in _corners(case, list(some)):
                if holds(lifted, {**case.weights(), **corner}) != central:
                    return size
    return None


def mended(before: Fraction, notches: int) -> Fraction:
    return min(Fraction(1), before + notches * NOTCH)


def enough(case: Case, notches: Mapping[Pair, int], end: int = WEIGHT) -> bool:
    """Whether no member is below zero after these notches, every red line being lifted."""
    weights = case.weights(end)
    after = {pair: mended(weights[pair], notches.get(pair, 0)) for pair in case.pairs}
    lifted = replace(case, red_lines=frozenset())
    return holds(lifted, {**weights, **after})


def price(case: Case, notches: Mapping[Pair, int], factors: Mapping[Pair, Fraction] | None = None) -> Fraction:
    """What a package costs: opening and notches of every open track, and the lifting of every red line inside."""
    total = Fraction(0)
    for pair in case.pairs:
        count, red = notches.get(pair, 0), pair in case.red_lines
        cost = (case.opening if count or red else 0) + case.notch * count + (case.lifting if red else 0)
        total += cost * (factors or {}).get(pair, Fraction(1))
    return total


def packages(case: Case, end: int = WEIGHT) -> Iterator[dict[Pair, int]]:
    """Every number of notches on every pair, as far as a further one would change the tie."""
    weights = case.weights(end)
    most = [_ceiling((1 - weights[pair]) / NOTCH) for pair in case.pairs]
    for counts in product(*(range(count + 1) for count in most)):
        yield dict(zip(case.pairs, counts, strict=True))


def cheapest(case: Case, end: int = WEIGHT, factors: Mapping[Pair, Fraction] | None = None) -> Fraction | None:
    """The least price of all packages that are enough, None if none is."""
    best: Fraction | None = None
    for notches in packages(case, end):
        cost = price(case, notches, factors)
        if (best is None or cost < best) and enough(case, notches, end):
            best = cost
    return best


def trust(case: Case, broker: str) -> dict[Pair, Fraction]:
    """How far both ends of each pair of members trust a broker."""
    trusted = {}
    for a, b in case.pairs:
        if broker not in (a, b):
            ties = [_pair(broker, a), _pair(broker, b)]
            red = any(tie in case.red_lines for tie in ties)
            trusted[a, b] = Fraction(0) if red else max(Fraction(0), *(min(case.ties[t][WEIGHT] for t in ties),))
    return trusted


def cheapest_with(case: Case, *brokers: str) -> Fraction | None:
    """The least price with these brokers, each track taken on by the one who is trusted most there."""
    trusted = [trust(case, broker) for broker in brokers]
    most = {pair: max((each.get(pair, Fraction(0)) for each in trusted), default=Fraction(0)) for pair in case.pairs}
    return cheapest(case, factors={pair: 1 - case.discount * value for pair, value in most.items()})


def joins(case: Case, outsider: str) -> tuple[Fraction, frozenset[str]]:
    """An outsider's balance inside, and the members who would mind."""
    weights = case.weights()
    enlarged = (*case.members, outsider)
    minds = set()
    for member in case.members:
        before, after = balance(case, member, case.members, weights), balance(case, member, enlarged, weights)
        if _pair(member, outsider) in case.red_lines or after < min(before, Fraction(0)):
            minds.add(member)
    return balance(case, outsider, enlarged, weights), frozenset(minds)


def smallest_enlargement(case: Case) -> tuple[int, Fraction] | None:
    """How many outsiders it takes to be strong enough, and the most capability that so many have."""
    inside = sum((case.capability[i] for i in case.members), Fraction(0))
    for size in range(len(case.outsiders) + 1):
        added = [sum((case.capability[o] for o in some), Fraction(0)) for some in combinations(case.outsiders, size)]
        if max(added) + inside >= case.requirement:
            return size, max(added)
    return None


def miracle(case: Case, end: int = WEIGHT) -> Fraction | None:
    """The least factor on the worth of the threat's defeat at which all balances are ≥ 0, red lines aside.

    Every balance is a straight line in the factor; the least one is 0 or where some line crosses zero.
    """
    weights = case.weights(end)
    lines = []
    for member in case.members:
        at_nothing = balance(replace(case, benefit=Fraction(0)), member, case.members, weights)
        lines.append((at_nothing, balance(case, member, case.members, weights) - at_nothing))
    candidates = {Fraction(0)} | {-start / slope for start, slope in lines if slope > 0 and start < 0}
    able = [factor for factor in candidates if all(start + slope * factor >= 0 for start, slope in lines)]
    return min(able, default=None)


def holding_parts(case: Case, end: int = WEIGHT) -> list[frozenset[str]]:
    """Every part of the members, of two or more, that would hold by itself."""
    weights = case.weights(end)
    parts = (some for size in range(2, len(case.members) + 1) for some in combinations(case.members, size))
    return [frozenset(part) for part in parts if holds(case, weights, part)]


def memberships(case: Case, changes: int) -> list[frozenset[str]]:
    """Every membership of two or more that holds and differs from the members by so many parties."""
    everybody, inside = [*case.members, *case.outsiders], frozenset(case.members)
    near = [inside ^ frozenset(some) for some in combinations(everybody, changes)]
    return [some for some in near if len(some) > 1 and holds(case, case.weights(), sorted(some))]


def smallest_holding_enlargement(case: Case) -> tuple[int, Fraction] | None:
    """How few outsiders make it strong enough and hold, and the most capability of the whole with so few."""
    for size in range(len(case.outsiders) + 1):
        able = []
        for some in combinations(case.outsiders, size):
            whole = (*case.members, *some)
            capability = sum((case.capability[i] for i in whole), Fraction(0))
            if capability >= case.requirement and holds(case, case.weights(), whole):
                able.append(capability)
        if able:
            return size, max(able)
    return None


def fewest_at_once(case: Case, notches: Mapping[Pair, int]) -> int:
    """The least number of which at most so many sign at once, over every order of signatures, all steps being taken.

    A set stands if its members would not walk out of it; one signature alone binds nobody.
    """
    mended_ties = {**case.weights(), **{p: mended(case.ties[p][WEIGHT], n) for p, n in notches.items()}}
    lifted = replace(case, red_lines=frozenset())

    def stands(signed: frozenset[str]) -> bool:
        return len(signed) < _FEWEST or holds(lifted, mended_ties, sorted(signed))

    def from_here(signed: frozenset[str]) -> int:
        left = [member for member in case.members if member not in signed]
        if not left:
            return 0
        groups = [set(some) for size in range(1, len(left) + 1) for some in combinations(left, size)]
        return min(max(len(some), from_here(signed | some)) for some in groups if stands(signed | some))

    return from_here(frozenset())


@dataclass(frozen=True)
class Promise:
    """An act, its conditions as (acts, how many of them), and the acts that undo it."""

    act: str
    when: tuple[tuple[frozenset[str], int], ...]
    unless: frozenset[str]


def yields(promises: Iterable[Promise], done: frozenset[str]) -> frozenset[str]:
    return frozenset(p.act for p in promises if all(len(acts & done) >= least for acts, least in p.when))


def least_of(promises: Collection[Promise], given: frozenset[str] = frozenset()) -> frozenset[str]:
    """The meet of all sets that hold what is given and all that they yield (Tarski 1955)."""
    closed = [some for some in _subsets(_acts(promises) | given) if given <= some and yields(promises, some) <= some]
    return frozenset.intersection(*closed)


def greatest_of(promises: Collection[Promise]) -> frozenset[str]:
    """The join of all sets that yield at least themselves (Tarski 1955)."""
    borne_out = [some for some in _subsets(_acts(promises)) if some <= yields(promises, some)]
    return frozenset().union(*borne_out)


def keystones_of(promises: Collection[Promise]) -> frozenset[frozenset[str]]:
    """All smallest sets of deadlocked acts that, given, bring the whole deadlock about."""
    deadlock = greatest_of(promises) - least_of(promises)
    unlocking = [some for some in _subsets(deadlock) if deadlock <= least_of(promises, some)]
    fewest = min(map(len, unlocking))
    return frozenset(some for some in unlocking if len(some) == fewest) if deadlock else frozenset()


def endings_of(promises: Collection[Promise]) -> frozenset[frozenset[str]]:
    """All stable models: what the promises that an ending leaves in force come to (Gelfond & Lifschitz 1988)."""
    return frozenset(
        ending
        for ending in _subsets(_acts(promises))
        if least_of([p for p in promises if not p.unless & ending]) == ending
    )


def _acts(promises: Iterable[Promise]) -> frozenset[str]:
    return frozenset(promise.act for promise in promises)


def _subsets(acts: Collection[str]) -> list[frozenset[str]]:
    ordered = sorted(acts)
    return [frozenset(some) for size in range(len(ordered) + 1) for some in combinations(ordered, size)]


def _corners(case: Case, pairs: list[Pair]) -> Iterator[dict[Pair, Fraction]]:
    for ends in product(*({case.ties[pair][LOW], case.ties[pair][HIGH]} for pair in pairs)):
        yield dict(zip(pairs, ends, strict=True))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _ceiling(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)

"""The propositions of docs/theory/answers.md, each held against brute force."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve import answer, blocking_sets, parse_commitments, reconcile, solve_commitments
from solve.properties import oracle
from solve.properties.cases import game_of, parties_of, question_of, ties_of
from solve.properties.oracle import WEIGHT, Box, Case, Pair

NOTHING, ONE = Fraction(0), Fraction(1)
Graph = Sequence[tuple[int, int]]


def bare(
    members: Sequence[str],
    ties: dict[Pair, Box],
    *,
    outsiders: Sequence[str] = (),
    cost: dict[str, Fraction] | None = None,
    red_lines: Iterable[Pair] = (),
) -> Case:
    """A game without a threat that matters (β = 0): ties and costs are all there is; other pairs have a tie of 0."""
    everybody = sorted((*members, *outsiders))
    whole = {pair: ties.get(pair, (NOTHING, NOTHING, NOTHING)) for pair in combinations(everybody, 2)}
    return Case(
        members=tuple(sorted(members)),
        outsiders=tuple(sorted(outsiders)),
        capability=dict.fromkeys(everybody, ONE),
        salience=dict.fromkeys(everybody, ONE),
        cost={name: (cost or {}).get(name, NOTHING) for name in everybody},
        ties=whole,
        red_lines=frozenset(red_lines),
        requirement=ONE,
        benefit=NOTHING,
        exclusivity=Fraction(1, 2),
    )


def sure(weight: Fraction) -> Box:
    return weight, weight, weight


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.integers(0, 30))
@settings(max_examples=30)
def test_the_chance_of_two_valued_ties_counts_the_solutions_of_a_knapsack(items: list[int], need: int) -> None:
    names = [f"P{j}" for j in range(len(items) + 1)]
    most = max(items)
    ties = {
        (names[0], name): (NOTHING, NOTHING, Fraction(item, most)) for name, item in zip(names[1:], items, strict=True)
    }
    case = bare(names, ties, cost={names[0]: Fraction(need, most)})
    pairs = list(ties)
    holding = 0
    for ends in product((0, 2), repeat=len(items)):
        corner = {pair: ties[pair][end] for pair, end in zip(pairs, ends, strict=True)}
        holding += oracle.holds(case, {**case.weights(), **corner})
    assert holding == sum(
        sum(some) >= need for size in range(len(items) + 1) for some in combinations(items, size)
    )  # fmt: skip


@pytest.mark.parametrize("half", [1, 2, 3, 4])
def test_a_member_with_like_quarrels_has_a_binomial_number_of_blocking_sets(half: int) -> None:
    names = [f"P{j}" for j in range(2 * half + 1)]
    # Each other member is a friend of the next, so that only P0 can fall; any half + 1 quarrels take it below zero.
    ties = {(names[0], name): sure(Fraction(-1, 10)) for name in names[1:]}
    ties |= {(a, b): sure(ONE) for a, b in combinations(names[1:], 2)}
    gain = Fraction(half, 10)
    case = bare(names, ties)
    case = replace(case, benefit=ONE, salience=dict.fromkeys(names, gain), exclusivity=ONE)
    found = blocking_sets(game_of(case), max_size=2 * half, most=10**4)
    assert found.count == len(found.sets) == comb(2 * half, half + 1)
    assert {frozenset(one.pairs) for one in found.sets} == oracle.blocking(case, WEIGHT).sets


def three_partition(items: Sequence[int], bins: int) -> Case:
    """Members are bins that lack a third each and items that lack x_j; only ties of a bin and an item can rise."""
    total = sum(items) // bins
    shares = {f"I{j}": Fraction(item, 3 * total) for j, item in enumerate(items)}
    names = [*(f"B{b}" for b in range(bins)), *shares]
    ties = {}
    for a, b in combinations(sorted(names), 2):
        ties[a, b] = sure(1 - shares[b] if a[0] == "B" and b[0] == "I" else ONE)
    lacks = {name: shares.get(name, Fraction(1, 3)) for name in names}
    sums = {name: sum((box[WEIGHT] for pair, box in ties.items() if name in pair), NOTHING) for name in names}
    return bare(names, ties, cost={name: sums[name] + lacks[name] for name in names})


@pytest.mark.parametrize(
    ("items", "bins"), [((3, 4, 3), 1), ((1, 1, 1, 3), 2), ((1, 2, 3, 4), 2), ((2, 2, 4, 4), 2), ((1, 1, 4, 4, 2), 2)]
)
def test_a_package_of_one_track_an_item_is_a_division_of_the_items(items: Sequence[int], bins: int) -> None:
    case = three_partition(items, bins)
    total = sum(items) // bins
    divides = any(
        all(sum(item for item, into in zip(items, way, strict=True) if into == b) == total for b in range(bins))
        for way in product(range(bins), repeat=len(items))
    )
    least = len(items) * (case.opening + case.notch)
    exhaustive = oracle.cheapest(case)
    assert exhaustive is not None and exhaustive >= least
    assert (exhaustive == least) == divides
    assert reconcile(game_of(case)).packages[0].price == pytest.approx(float(exhaustive))


@pytest.mark.parametrize("seed", range(4))
def test_the_best_team_covers_most(seed: int) -> None:
    chance = random.Random(seed)
    elements = range(4)
    sets = {f"S{k}": [t for t in elements if chance.random() < 0.5] for k in range(4)}
    members = [name for t in elements for name in (f"A{t}", f"B{t}")]
    ties = {(f"{side}{t}", name): sure(ONE) for name, held in sets.items() for t in held for side in "AB"}
    case = bare(members, ties, outsiders=list(sets), red_lines=[(f"A{t}", f"B{t}") for t in elements])
    found = answer(question_of(case), parties_of(case), ties_of(case))
    each = case.discount * (case.opening + case.lifting)
    assert found.reconciliation.packages[0].price == float(len(elements) * (case.opening + case.lifting))
    for team in found.teams:
        most = max(len({t for name in some for t in sets[name]}) for some in combinations(sets, team.size))
        assert team.saving == pytest.approx(float(each * most))


def graph(seed: int, vertices: int, edges: int) -> Graph:
    return random.Random(seed).sample(list(combinations(range(vertices), 2)), edges)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("least", [2, 3])
def test_an_enlargement_that_holds_is_an_independent_set(seed: int, least: int) -> None:
    vertices, edges = 5, graph(seed, 5, 6)
    names = [f"V{v}" for v in range(vertices)]
    ties = {(names[a], names[b]): sure(-ONE) for a, b in edges}
    ties |= {(name, "X"): sure(Fraction(1, vertices)) for name in names}
    case = bare(["X", "Y"], ties, outsiders=names, cost={"X": Fraction(least, vertices)})
    for size in range(vertices + 1):
        for some in combinations(range(vertices), size):
            holds = oracle.holds(case, case.weights(), ("X", "Y", *(names[v] for v in some)))
            assert holds == (size >= least and not any(a in some and b in some for a, b in edges))


@pytest.mark.parametrize(("seed", "vertices", "edges"), [(0, 4, 3), (1, 4, 4), (2, 5, 4), (3, 4, 5), (4, 5, 6)])
def test_keystones_are_as_small_as_a_vertex_cover(seed: int, vertices: int, edges: int) -> None:
    joined = graph(seed, vertices, edges)
    all_edges = " and ".join(f"E{e} acts" for e in range(edges))
    lines = [f"V{v} acts if {all_edges}" for v in range(vertices)]
    lines += [f"E{e} acts if V{end} acts" for e, ends in enumerate(joined) for end in ends]
    found = solve_commitments(parse_commitments("\n".join(lines)))
    assert not found.least and len(found.deadlock) == vertices + edges
    cover = next(
        size
        for size in range(vertices + 1)
        if any(all(set(edge) & set(some) for edge in joined) for some in combinations(range(vertices), size))
    )
    assert {len(keystone) for keystone in found.keystones} == {cover}


def test_any_two_hold_and_not_all_three() -> None:
    names = ("P0", "P1", "P2")
    case = bare(names, {}, cost=dict.fromkeys(names, Fraction(4, 10)))
    case = replace(case, benefit=ONE, exclusivity=NOTHING, requirement=Fraction(2))
    assert oracle.holding_parts(case) == [frozenset(pair) for pair in combinations(names, 2)]


@given(st.integers(0, 10**6), st.integers(2, 6))
@settings(max_examples=60)
def test_below_the_requirement_friends_that_hold_hold_together_and_peeling_finds_them(seed: int, size: int) -> None:
    chance = random.Random(seed)
    names = [f"P{j}" for j in range(size)]
    capability = {name: Fraction(chance.randint(0, 5)) for name in names}
    ties = {pair: sure(Fraction(chance.randint(0, 30), 100)) for pair in combinations(names, 2)}
    case = bare(names, ties, cost={name: Fraction(chance.randint(0, 80), 100) for name in names})
    case = replace(
        case,
        capability=capability,
        requirement=sum(capability.values(), ONE),
        benefit=Fraction(chance.randint(0, 20), 10),
        exclusivity=Fraction(chance.randint(0, 10), 10),
    )
    parts = oracle.holding_parts(case)
    assert all(one | other in parts for one, other in combinations(parts, 2))
    left = frozenset(names)
    while out := {name for name in left if oracle.balance(case, name, left, case.weights()) < 0}:
        left -= out
    assert (left if len(left) > 1 else None) == (frozenset().union(*parts) if parts else None)

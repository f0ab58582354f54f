"""A lower bound of the price of every package that no solver has to be believed for: weak duality in exact fractions.

A package as yes-or-no variables z_pt, "pair p is mended by at least t notches", costs c · z and obeys rows A z ≥ b:

- at each member, the rises of its ties make up for what it lacks;
- so do its notches, counted whole: none raises a tie by more than a third, so n lacks need ⌈3 n⌉ of them;
- and its tracks: as many as it takes of its longest; and a notch comes after the one before it.

For any multipliers y ≥ 0 and l ≤ z ≤ u:  c · z ≥ y · b + Σ_v min over [l_v, u_v] of (c − yᵀA)_v z_v. A linear program
proposes y, which is rounded to fractions; where the bound is not enough, some z is set to 0, and to 1, and both are
bounded. What the linear program says its optimum is plays no part.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from solve.properties.oracle import NOTCH, WEIGHT, Case, Pair, balance

_MULTIPLIER = 10**6
"""Multipliers are rounded to fractions with no larger denominator than this."""

_NOTHING_OPEN = -1

Row = tuple[dict[int, Fraction], Fraction]
"""Coefficients, and what their sum must reach."""


@dataclass(frozen=True)
class _Rows:
    costs: list[Fraction]
    rows: list[Row]
    fixed: Fraction
    """What is paid whatever is done: red lines and the tracks on which they are lifted."""


def _ceiling(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)


def _rows(case: Case) -> _Rows:
    costs: list[Fraction] = []
    rows: list[Row] = []
    steps: dict[Pair, list[int]] = {}
    for pair in case.pairs:
        before = case.ties[pair][WEIGHT]
        most = _ceiling((1 - before) / NOTCH)
        steps[pair] = list(range(len(costs), len(costs) + most))
        opening = Fraction(0) if pair in case.red_lines else case.opening
        costs += [case.notch + (opening if t == 0 else 0) for t in range(most)]
        rows += [({sooner: Fraction(1), later: Fraction(-1)}, Fraction(0)) for sooner, later in pairwise(steps[pair])]
    for member in case.members:
        lack = -balance(case, member, case.members, case.weights())
        if lack <= 0:
            continue
        own = [pair for pair in case.pairs if member in pair]
        rises = {}
        for pair in own:
            before = case.ties[pair][WEIGHT]
            for t, step in enumerate(steps[pair]):
                rises[step] = min(NOTCH, 1 - before - t * NOTCH)
        needed = _ceiling(lack / NOTCH)
        lengths = sorted((min(needed, len(steps[pair])) for pair in own), reverse=True)
        fewest = next((count for count in range(len(lengths) + 1) if sum(lengths[:count]) >= needed), len(lengths) + 1)
        rows.append((rises, lack))
        rows.append(({step: Fraction(1) for pair in own for step in steps[pair][:needed]}, Fraction(needed)))
        rows.append(({steps[pair][0]: Fraction(1) for pair in own if steps[pair]}, Fraction(fewest)))
    red = sum(1 for pair in case.pairs if pair in case.red_lines)
    return _Rows(costs, rows, red * (case.opening + case.lifting))


def no_package_costs_less(case: Case, claimed: Fraction, *, unit: Fraction, nodes: int) -> Fraction:
    """Return a proven lower bound of every price: `claimed` if it takes no more than so many bounds, else less.

    Prices are whole multiples of `unit`, so a bound may be rounded up to the next one.
    """
    program = _rows(case)
    matrix = _matrix(program)
    start: dict[int, int] = {}
    queue = [(_bound(program, matrix, start, unit), 0, start)]
    made = 0
    while queue and made < nodes:
        (bound, branch), _, settled = queue[0]
        if bound >= claimed or branch == _NOTHING_OPEN:
            break
        heapq.heappop(queue)
        for value in (0, 1):
            made += 1
            case_of = {**settled, branch: value}
            heapq.heappush(queue, (_bound(program, matrix, case_of, unit), made, case_of))
    return min(claimed, queue[0][0][0])


def _matrix(program: _Rows) -> NDArray[np.float64]:
    matrix = np.zeros((len(program.rows), len(program.costs)))
    for r, (row, _) in enumerate(program.rows):
        matrix[r, list(row)] = [float(a) for a in row.values()]
    return matrix


def _bound(
    program: _Rows, matrix: NDArray[np.float64], settled: dict[int, int], unit: Fraction
) -> tuple[Fraction, int]:
    """Return an exact bound of what a package costs with these variables settled, and the one to settle next.

    The next is −1 where the program has nothing open left.
    """
    limits = [(settled.get(v, 0), settled.get(v, 1)) for v in range(len(program.costs))]
    right = np.array([float(need) for _, need in program.rows])
    costs = np.array([float(cost) for cost in program.costs])
    found = linprog(costs, A_ub=-matrix, b_ub=-right, bounds=limits, method="highs-ds")
    if found.status == 2:
        # Nothing is left: believed only where a member cannot be helped even by everything that is still allowed.
        if any(sum(a * (limits[v][1] if a > 0 else limits[v][0]) for v, a in row.items()) < need
               for row, need in program.rows):  # fmt: skip
            return Fraction(10**9), _NOTHING_OPEN
        return Fraction(0), _NOTHING_OPEN
    multipliers = [Fraction(max(0.0, -float(y))).limit_denominator(_MULTIPLIER) for y in found.ineqlin.marginals]
    reduced = list(program.costs)
    bound = program.fixed
    for y, (row, need) in zip(multipliers, program.rows, strict=True):
        if y:
            bound += y * need
            for v, a in row.items():
                reduced[v] -= y * a
    bound += sum((min(cost * low, cost * high) for cost, (low, high) in zip(reduced, limits, strict=True)), Fraction(0))
    rounded = unit * _ceiling(bound / unit)
    values = np.asarray(found.x)
    openness = np.minimum(values, 1 - values) * (1 + costs)
    widest = int(np.argmax(openness))
    return rounded, widest if openness[widest] > 1e-6 else _NOTHING_OPEN


def price_by_another_program(case: Case) -> float | None:
    """Return the least price by scipy's own solver from another formulation: whole notches n, open y, rises r.

    Minimise Σ f y + q n with n ≤ most · y, r ≤ n/3, r ≤ 1 − w and Σ r ≥ lack at each member; None where there is none.
    """
    pairs, count = case.pairs, len(case.pairs)
    before = np.array([float(case.ties[pair][WEIGHT]) for pair in pairs])
    most = np.ceil(3 * (1 - before) - 1e-9)
    red = np.array([pair in case.red_lines for pair in pairs])
    costs = np.concatenate(
        [np.full(count, float(case.notch)), np.where(red, 0.0, float(case.opening)), np.zeros(count)]
    )
    one, none = np.eye(count), np.zeros((count, count))
    opened = LinearConstraint(np.hstack([one, -np.diag(most), none]), ub=0)
    risen = LinearConstraint(np.hstack([-one / 3, none, one]), ub=0)
    lacks = np.array([-float(balance(case, member, case.members, case.weights())) for member in case.members])
    at = np.array([[float(member in pair) for pair in pairs] for member in case.members])
    helped = LinearConstraint(np.hstack([np.zeros_like(at), np.zeros_like(at), at]), lb=lacks - 1e-9)
    bounds = Bounds(0, np.concatenate([most, np.ones(count), 1 - before]))
    whole = np.concatenate([np.ones(2 * count), np.zeros(count)])
    found = milp(costs, constraints=[opened, risen, helped], bounds=bounds, integrality=whole)
    lifted = float(red.sum() * (case.opening + case.lifting))
    return None if found.x is None else float(found.fun) + lifted

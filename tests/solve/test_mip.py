import math
import random

import pytest

from ahlaf.solve.mip import INFINITY, Program, SolveStatus


def test_whole_numbers_are_proven_optimal() -> None:
    program = Program()
    x = program.variable(0, 10, cost=3, whole=True)
    y = program.variable(0, 10, cost=2, whole=True)
    program.row({x: 2, y: 1}, lower=5)
    solution = program.solve()
    # 2x + y ≥ 5: (2, 1) costs 8, (3, 0) costs 9, (1, 3) costs 9.
    assert solution.status is SolveStatus.OPTIMAL
    assert solution.values == (2.0, 1.0)
    assert solution.objective == pytest.approx(8)
    assert solution.bound == solution.objective
    assert solution.gap == 0


def test_infeasible_and_unbounded_are_told_apart() -> None:
    impossible = Program()
    impossible.row({impossible.variable(0, 1, whole=True): 1.0}, lower=2)
    assert impossible.solve().status is SolveStatus.INFEASIBLE
    endless = Program()
    endless.variable(0, INFINITY, cost=-1.0, whole=True)
    assert endless.solve().status is SolveStatus.UNBOUNDED


def test_rows_can_be_added_and_changed_between_solves() -> None:
    program = Program()
    x = program.variable(0, 3, cost=-1.0)
    first = program.row({x: 2.0}, upper=3)
    assert program.solve().values == pytest.approx((1.5,))
    second = program.row({x: 1.0}, upper=1)
    solution = program.solve()
    assert solution.values == pytest.approx((1.0,))
    assert solution.duals == pytest.approx((0.0, -1.0))
    program.set_row(second, -INFINITY, 2.5)
    program.set_row(first, -INFINITY, INFINITY)
    assert program.solve().values == pytest.approx((2.5,))
    program.delete_rows([second])
    assert program.rows == 1
    assert program.solve().values == pytest.approx((3.0,))
    program.set_cost(x, 1.0)
    program.set_bounds(x, 0.5, 3.0)
    assert program.solve().values == pytest.approx((0.5,))


def test_no_time_leaves_a_bound_and_no_proof() -> None:
    program = Program()
    variables = [program.variable(0, 1, cost=-(50 + 37 * i % 41), whole=True) for i in range(60)]
    for k in range(8):
        program.row({x: 20 + (i * (k + 3) * 29) % 41 for i, x in enumerate(variables)}, upper=700)
    solution = program.solve(0.0)
    assert solution.status is SolveStatus.STOPPED
    assert solution.gap > 0
    assert solution.found == math.isfinite(solution.objective)


def test_the_solver_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    program = Program()
    program.variable(0, 1, cost=1, whole=True)
    program.solve()
    assert capfd.readouterr() == ("", "")


def test_a_program_that_was_stopped_can_be_solved_again() -> None:
    chance = random.Random(1)
    program = Program()
    choices = [program.variable(0, 1, cost=chance.randint(5, 20), whole=True) for _ in range(120)]
    for _ in range(80):
        program.row(dict.fromkeys(chance.sample(choices, 8), 1.0), lower=2)
    for seconds in (0.001, 0.01, 0.02):
        program.solve(seconds)
    solution = program.solve()
    assert solution.status is SolveStatus.OPTIMAL
    assert solution.objective == pytest.approx(260)

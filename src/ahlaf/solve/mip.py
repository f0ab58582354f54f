"""A linear or mixed-integer program, built column by column and row by row, and solved with a proof."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import highspy
import numpy as np
from numpy.typing import NDArray

from ahlaf.solve import stopping

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

FEASIBILITY_TOLERANCE = 1e-9
"""How far a row or a bound may be missed, and a whole number be off: the tightest that HiGHS allows is 1e-10."""

RANDOM_SEED = 0
"""HiGHS breaks ties by chance; one seed and one thread make its runs repeatable."""

INFINITY = math.inf


class SolveStatus(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Solution:
    """What a solve came to.

    `values` holds one number a variable (whole ones rounded), empty where no solution was found. `objective` is inf
    without a solution. `bound` is the best proven lower bound of the optimum: equal to `objective` where OPTIMAL,
    inf where INFEASIBLE, −inf where nothing was proven. `duals` holds one number a row, for linear programs only.
    """

    status: SolveStatus
    values: tuple[float, ...]
    objective: float
    bound: float
    duals: tuple[float, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is a solution, optimal or not."""
        return bool(self.values) or self.status is SolveStatus.OPTIMAL

    @property
    def gap(self) -> float:
        """Return objective − bound: 0 where optimal, inf without a solution."""
        if self.status is SolveStatus.OPTIMAL:
            return 0.0
        return self.objective - self.bound if self.found else INFINITY


class _QuietHighs(highspy.Highs):
    """HiGHS with its output off from the start: as it stands it greets standard output when it is constructed."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.setOptionValue("output_flag", False)

    def enableCallbacks(self) -> None:
        """Turn output off before the solver's constructor, which calls this, comes to greet."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Program:
    """Minimise cost · x subject to lower ≤ A x ≤ upper, bounds on x, and whole numbers where asked.

    Rows and variables may be added between solves; a linear program then starts again from where it stood.
    Silent, one thread, one seed, gaps of 0: `OPTIMAL` means proven optimal to HiGHS's tolerances.

    Source: Q. Huangfu and J. Hall (2018), Parallelizing the dual revised simplex method (HiGHS).

    >>> program = Program()
    >>> x = program.variable(0, 10, cost=3, whole=True)
    >>> y = program.variable(0, 10, cost=2, whole=True)
    >>> row = program.row({x: 2, y: 1}, lower=5)
    >>> solution = program.solve()
    >>> solution.status.value, solution.values, solution.objective
    ('optimal', (2.0, 1.0), 8.0)
    """

    def __init__(self, *, heuristic_effort: float | None = None) -> None:
        """Start an empty program; `heuristic_effort` is the part of the work spent on finding solutions, in [0, 1]."""
        self._highs = _QuietHighs()
        if heuristic_effort is not None:
            self._highs.setOptionValue("mip_heuristic_effort", heuristic_effort)
        for name, value in (
            ("threads", 1),
            ("parallel", "off"),
            ("random_seed", RANDOM_SEED),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.0),
            ("primal_feasibility_tolerance", FEASIBILITY_TOLERANCE),
            ("mip_feasibility_tolerance", FEASIBILITY_TOLERANCE),
        ):
            self._highs.setOptionValue(name, value)
        self._whole: list[bool] = []
        self._rows = 0

    @property
    def variables(self) -> int:
        """How many variables there are."""
        return len(self._whole)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._rows

    def variable(self, lower: float, upper: float, *, cost: float = 0.0, whole: bool = False) -> int:
        """Add a variable in [lower, upper] and return its number, counted from 0."""
        number = self.variables
        empty = np.empty(0)
        self._highs.addCol(cost, lower, upper, 0, empty.astype(np.int32), empty)
        if whole:
            self._highs.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        self._whole.append(whole)
        return number

    def row(self, coefficients: Mapping[int, float], *, lower: float = -INFINITY, upper: float = INFINITY) -> int:
        """Add the row lower ≤ Σ coefficient · variable ≤ upper and return its number, counted from 0."""
        columns = np.fromiter(coefficients.keys(), dtype=np.int32, count=len(coefficients))
        values = np.fromiter(coefficients.values(), dtype=np.float64, count=len(coefficients))
        self._highs.addRow(lower, upper, len(coefficients), columns, values)
        self._rows += 1
        return self._rows - 1

    def add_variables(self, costs: Floats) -> None:
        """Add a variable ≥ 0 for each cost."""
        none = np.empty(0)
        empty = none.astype(np.int32)
        lower = np.zeros(len(costs))
        upper = np.full(len(costs), highspy.kHighsInf)
        self._highs.addCols(len(costs), costs, lower, upper, 0, np.zeros(len(costs), dtype=np.int32), empty, none)
        self._whole.extend([False] * len(costs))

    def add_rows(self, starts: Integers, columns: Integers, lower: Floats) -> None:
        """Add rows Σ variable ≥ lower[i] over the variables columns[starts[i]:starts[i + 1]], each once."""
        count = len(lower)
        upper = np.full(count, highspy.kHighsInf)
        firsts, columns = starts[:-1].astype(np.int32), columns.astype(np.int32)
        self._highs.addRows(count, lower, upper, len(columns), firsts, columns, np.ones(len(columns)))
        self._rows += count

    def set_bounds(self, variable: int, lower: float, upper: float) -> None:
        """Change the bounds of a variable."""
        self._highs.changeColBounds(variable, lower, upper)

    def set_cost(self, variable: int, cost: float) -> None:
        """Change the cost of a variable."""
        self._highs.changeColCost(variable, cost)

    def set_row(self, row: int, lower: float, upper: float) -> None:
        """Change the bounds of a row."""
        self._highs.changeRowBounds(row, lower, upper)

    def delete_rows(self, rows: Iterable[int]) -> None:
        """Delete rows; those that stay are renumbered in their order, and the next solve starts from where it stood."""
        gone = np.array(sorted(set(rows)), dtype=np.int32)
        basis = self._highs.getBasis()
        self._highs.deleteRows(len(gone), gone)
        self._rows -= len(gone)
        if basis.valid:
            # HiGHS throws its basis away with the first row; where the deleted rows were slack it is one still.
            left = np.delete(np.array(basis.row_status, dtype=object), gone)
            basis.row_status = left.tolist()
            self._highs.setBasis(basis)

    def solve(self, time_limit: float = INFINITY) -> Solution:
        """Solve within `time_limit` seconds; where it runs out, or it is asked to stop, the best so far comes back."""
        whole = any(self._whole)
        # A linear program that is stopped half-way can go on from where it was only without presolve.
        self._highs.setOptionValue("presolve", "choose" if whole else "off")
        run = stopping.run_whole if whole else stopping.run
        run(self._highs, time.monotonic() + max(0.0, time_limit))
        status = self._status()
        if status is SolveStatus.INFEASIBLE:
            return Solution(status, (), INFINITY, INFINITY)
        if status is SolveStatus.UNBOUNDED:
            return Solution(status, (), -INFINITY, -INFINITY)
        information = self._highs.getInfo()
        found = information.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        if status is not SolveStatus.OPTIMAL and not found:
            return Solution(status, (), INFINITY, self._lower_bound())
        solution = self._highs.getSolution()
        values = tuple(
            float(round(value)) if whole else float(value)
            for value, whole in zip(solution.col_value, self._whole, strict=True)
        )
        objective = float(information.objective_function_value)
        bound = objective if status is SolveStatus.OPTIMAL else self._lower_bound()
        duals = () if any(self._whole) else tuple(float(value) for value in solution.row_dual)
        return Solution(status, values, objective, bound, duals)

    def _status(self) -> SolveStatus:
        model = highspy.HighsModelStatus
        match self._highs.getModelStatus():
            case model.kOptimal | model.kModelEmpty:
                return SolveStatus.OPTIMAL
            case model.kInfeasible:
                return SolveStatus.INFEASIBLE
            case model.kUnbounded:
                return SolveStatus.UNBOUNDED
            case model.kUnboundedOrInfeasible:
                return self._tell_apart()
            case _:
                return SolveStatus.STOPPED

    def _tell_apart(self) -> SolveStatus:
        """Solve again without presolve, which is what left unbounded and infeasible undistinguished."""
        self._highs.setOptionValue("presolve", "off")
        self._highs.run()
        self._highs.setOptionValue("presolve", "choose")
        unbounded = self._highs.getModelStatus() == highspy.HighsModelStatus.kUnbounded
        return SolveStatus.UNBOUNDED if unbounded else SolveStatus.INFEASIBLE

    def _lower_bound(self) -> float:
        """Return what the unfinished run has proven; an unfinished linear program has proven nothing."""
        bound = float(self._highs.getInfo().mip_dual_bound) if any(self._whole) else -INFINITY
        return bound if math.isfinite(bound) else -INFINITY
